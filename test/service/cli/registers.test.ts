import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beadle, schoolWith } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';

const school = `${schoolWith({})}signatures:
  people: people-to-ask.csv
  policies: [{ policy: st-norberts, audiences: [staff] }]
registers:
  kept: [training, image-consent]
  yearly: 09-02
`;
const people = `name,address,roles
Headteacher,head@school.example,staff;head
Coordinator,esafety@school.example,staff;coordinator
`;
const training = `what,by,day,who
Weasels,The council,2020-09-02,Teacher Seven; Staff Nine
=SUM(A1),Us,03/09/2020,Staff Nine
`;

describe('beadle registers', function () {
  this.timeout(120_000);
  let env: { readonly [name: string]: string };
  let cwd: string;
  const run = (...args: readonly string[]) => beadle(['registers', ...args], { cwd, env });

  before(async () => {
    env = { DATABASE_URL: (await freshDatabase()).url };
    // One folder for all: the key with which the entries are sealed lies in it.
    cwd = await mkdtemp(join(tmpdir(), 'beadle-registers-'));
    const files = { 'beadle.yaml': school, 'people-to-ask.csv': people, 'training.csv': training };
    for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
    assert.equal((await beadle(['people', 'import', '--yes'], { cwd, env })).err, '');
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  it('are empty before the first entry, and nothing is due', async () => {
    const { code, out, err } = await run();
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^REGISTER +ENTRIES {2}IN FORCE {2}DUE SOON {2}OVERDUE\nTraining +0 +0 +0 +0\nConsent to images +0/);
    assert.match(out, /\nNothing is due\.\n$/);
  });

  it('take over a list, and the same list once', async () => {
    const take = () => run('import', 'training.csv', '--register', 'training', '--by', 'esafety@school.example');
    assert.deepEqual((await take()).out, '2 entries were taken over, 0 stood there already.\n');
    assert.deepEqual((await take()).out, '0 entries were taken over, 2 stood there already.\n');
    const { code, out } = await run();
    assert.equal(code, 1);
    assert.match(out, /Training +2 +0 +0 +2\n/);
    assert.match(
      out,
      /\nDue or overdue:\n {2}2021-09-02 {2}Overdue: Training, =SUM\(A1\)\n {2}2021-09-02 {2}Overdue: Training, Weasels\n$/
    );
    assert.match((await run('--lang', 'cy')).out, /Yn hwyr: Hyfforddiant, Weasels/);
  });

  it('are written to a file of which no cell runs, and which reads as it was', async () => {
    const { out } = await run('export', '--register', 'training', '--out', 'out.csv');
    assert.equal(out, '«out.csv»: 2 entries. It holds names: keep it as you keep the register.\n');
    const text = await readFile(join(cwd, 'out.csv'), 'utf8');
    assert.match(text, /\r\n'=SUM\(A1\),Us,2020-09-03,Staff Nine,,,overdue,2021-09-02,/);
    const again = await run('import', 'out.csv', '--register', 'training', '--by', 'Headteacher');
    assert.equal(again.out, '0 entries were taken over, 2 stood there already.\n');
    assert.match((await run('export', '--register', 'training', '--out', 'out.csv')).err, /is there already/);
  });

  it('say for which uses there is consent', async () => {
    const given = 'child,use,standing,by,day\nKit Sample,press,given,Parent Three,2020-09-01\n';
    await writeFile(join(cwd, 'consent.csv'), given);
    assert.equal((await run('import', 'consent.csv', '--register', 'image-consent', '--by', 'Coordinator')).code, 0);
    const { out } = await run('--consent', 'kit sample');
    assert.match(out, /^The school’s website: NO consent\nSocial media: NO consent\nThe press: consent holds\n/);
  });

  for (const [says, args, sentence] of [
    ['no register is named', ['export'], /Say which register with --register\./],
    ['nobody enters it', ['import', 'training.csv', '--register', 'training'], /with --by who enters it/],
    ['it is not kept', ['export', '--register', 'policy-review'], /does not keep the register policy-review/],
    ['there is no such file', ['import', 'no.csv', '--register', 'training', '--by', 'Headteacher'], /There is no file «no\.csv»/],
    ['it is a list of something else', ['import', 'people-to-ask.csv', '--register', 'training', '--by', 'Headteacher'], /are missing/]
  ] as const)
    it(`say what is wrong where ${says}`, async () => {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assert.match(err, sentence);
    });
});
