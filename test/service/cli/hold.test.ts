import assert from 'node:assert/strict';
import { eraseExpired } from '../../../service/jobs/retention.ts';
import { readSchool } from '../../../service/school.ts';
import { openSignatures } from '../../../service/signatures.ts';
import { beadle, folders, schoolWith } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';

const school = `${schoolWith({})}signatures:
  people: people-to-ask.csv
  policies: [{ policy: st-norberts, audiences: [staff] }]
`;
const people = `name,address,roles,left
Headteacher,head@school.example,staff;head,
Teacher One,one@school.example,staff,2015-07-01
Teacher Two,two@school.example,staff,2015-07-01
`;

describe('beadle hold', function () {
  this.timeout(60_000);
  const folder = folders();
  let env: { readonly [name: string]: string };
  let cwd: string;
  const run = (...args: readonly string[]) => beadle(['hold', ...args], { cwd, env });

  beforeEach(async () => {
    env = { DATABASE_URL: (await freshDatabase()).url };
    cwd = await folder({ 'beadle.yaml': school, 'people-to-ask.csv': people });
    assert.equal((await beadle(['people', 'import', '--yes'], { cwd, env })).err, '');
  });

  /** Erases what is past its time; gives of how many people. */
  async function erased(): Promise<number> {
    const io = { cwd, env, now: () => new Date('2026-11-23T04:00:00Z') };
    const signatures = await openSignatures(await readSchool(undefined, io), io);
    try {
      return (await eraseExpired(signatures)).people;
    } finally {
      await signatures.close();
    }
  }

  it('keeps somebody beyond their time, says who is held, why and by whom, and lets go of them', async () => {
    assert.match((await run()).out, /^Nothing is held/);
    const held = await run('one@school.example', '--because', 'An inquiry', '--by', 'Headteacher');
    assert.deepEqual([held.code, held.out], [0, 'Held: Teacher One. Nothing of theirs is erased until «beadle hold … --lift».\n']);
    assert.match((await run()).out, /^Teacher One, since \d+ \w+ \d{4}, by Headteacher: An inquiry\n$/);
    assert.match((await run('--lang', 'cy')).out, /^Teacher One, ers .*, gan Headteacher: An inquiry\n$/);
    assert.equal(await erased(), 1);
    assert.equal((await run('Teacher One', '--lift')).out, 'Held no more: Teacher One.\n');
    assert.equal((await run('--everybody', '--because', 'An audit', '--by', 'Headteacher')).code, 0);
    assert.equal(await erased(), 0);
    assert.equal((await run('--everybody', '--lift')).out, 'Held no more: everybody.\n');
    assert.equal(await erased(), 1);
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['Headteacher'], /Say why with --because, and with --by who decided\./],
    [['Headteacher', '--because', ' ', '--by', 'Headteacher'], /Say why with --because/],
    [['Headteacher', '--lift'], /Nothing is held of Headteacher\./],
    [['--lift'], /Say whose signatures are meant/],
    [['Headteacher', '--everybody', '--lift'], /not both/],
    [['Nobody', '--lift'], /Nobody is known as «Nobody»/]
  ];
  it('says what is wrong with what it was given', async () => {
    for (const [args, sentence] of wrong) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, sentence);
    }
  });
});
