import assert from 'node:assert/strict';
import { readSchool } from '../../../service/school.ts';
import { openSignatures } from '../../../service/signatures.ts';
import { beadle, folders, schoolWith } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';

const school = `${schoolWith({})}signatures:
  people: people-to-ask.csv
  policies: [{ policy: policy.yaml, audiences: [staff, governors] }]
`;
const policy = `id: oak
title: { en: Using technology, cy: Defnyddio technoleg }
languages: [en, cy]
clauses:
  - { id: 1, section: Devices, text: { en: Lock the screen when you leave it., cy: Clowch y sgrin pan adewch chi hi. }, binds: [staff, governor] }
`;
const people = `name,address,roles
Office,office@school.example,staff
Safety,esafety@school.example,staff;coordinator
Teacher One,one@school.example,staff
Governor Two,two@governors.example,governor
Governor Two,other@governors.example,governor
`;

describe('what is signed on paper, and at a kiosk', function () {
  this.timeout(60_000);
  const folder = folders();
  let env: { readonly [name: string]: string };
  let cwd: string;
  const run = (args: readonly string[], stdin = '') => beadle(args, { cwd, env, stdin });

  beforeEach(async () => {
    env = { DATABASE_URL: (await freshDatabase()).url };
    cwd = await folder({ 'beadle.yaml': school, 'policy.yaml': policy, 'people-to-ask.csv': people });
    assert.equal((await run(['people', 'import', '--yes'])).err, '');
    assert.equal((await run(['publish', '--yes'])).err, '');
  });

  async function opened<T>(use: (of: Awaited<ReturnType<typeof openSignatures>>) => Promise<T>): Promise<T> {
    const io = { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') };
    const signatures = await openSignatures(await readSchool(undefined, io), io);
    try {
      return await use(signatures);
    } finally {
      await signatures.close();
    }
  }
  const signed = () =>
    opened(async ({ desk }) =>
      (await desk.since('2020-01-01T00:00:00Z')).map(({ entry }) => entry).flatMap(entry => (entry.kind === 'signed' ? [entry] : []))
    );

  it('a paper is recorded with both persons, marked so, after a yes', async () => {
    const args = ['paper', 'one@school.example', 'oak', '--by', 'Office', '--as', 'T. One', '--job-title', 'Teacher', '--text', 'cy'];
    const asked = await run(args, 'n\n');
    assert.equal(asked.code, 1);
    assert.match(asked.out, /Teacher One signed «Using technology», version 1\.0, on paper as «T\. One»\. Office has seen the paper/);
    assert.deepEqual(await signed(), []);
    const { code, out, err } = await run(args, 'y\n');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /Recorded as entry \d+: on paper, countersigned by Office\. Keep the paper\.\n$/);
    const [entry] = await signed();
    const office = await opened(async ({ desk }) => (await desk.people()).find(({ name }) => name === 'Office')?.id);
    assert.deepEqual(entry && [entry.typedName, entry.fields, entry.language, entry.channel, entry.assurance, entry.countersigner], [
      'T. One',
      { 'job-title': 'Teacher' },
      'cy',
      'paper',
      'countersigned',
      office
    ]);
  });

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['whoever signed as the one who types', ['Teacher One', 'oak', '--by', 'one@school.example'], /Whoever signed does not type it in/],
    ['a governor as the one who types', ['Teacher One', 'oak', '--by', 'two@governors.example'], /belongs to the school’s staff/],
    ['nobody as the one who types', ['Teacher One', 'oak'], /Say with --by/],
    ['a name that two people bear', ['Governor Two', 'oak', '--by', 'Office'], /2 people are known as «Governor Two»/],
    ['a name that nobody bears', ['Nobody', 'oak', '--by', 'Office'], /Nobody is known as «Nobody»/],
    ['a policy that is none', ['Teacher One', 'elm', '--by', 'Office'], /No policy «elm» is published/],
    ['what the paper must say', ['Teacher One', 'oak', '--by', 'Office', '--yes'], /--job-title/]
  ];
  for (const [title, args, sentence] of refusals) {
    it(`refuses ${title}`, async () => {
      const { code, err } = await run(['paper', ...args]);
      assert.equal(code, 2);
      assert.match(err, sentence);
      assert.deepEqual(await signed(), []);
    });
  }

  it('a kiosk’s link is printed, and is good once, until every kiosk is ended', async () => {
    const { code, out } = await run(['kiosk', '--lang', 'cy']);
    assert.equal(code, 0);
    const secret = /\/kiosk#([\w-]{43})\n/.exec(out)?.[1] ?? '';
    assert.ok(await opened(({ links }) => links.use(secret, 'kiosk')));
    assert.equal(await opened(({ links }) => links.use(secret, 'kiosk')), undefined);
    const cookie = await opened(({ links }) => links.sit({ person: undefined, level: 'kiosk', channel: 'kiosk', assurance: undefined }));
    assert.equal((await run(['kiosk', '--stop'])).out, 'Kiosks that were ended: 1.\n');
    assert.equal(await opened(({ links }) => links.sitting(cookie)), undefined);
  });
});
