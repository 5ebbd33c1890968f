import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { schoolDays } from '../../../core/policies/school-days.ts';
import { auditedSchool, type Auditing, openAuditing } from '../../../service/auditing.ts';
import { addressesOf, auditJob, cronOf, isDue, reportCard, reportErrand } from '../../../service/jobs/audit.ts';
import { type Jobs, startJobs } from '../../../service/jobs/jobs.ts';
import type { Mail } from '../../../service/post.ts';
import { readSchool } from '../../../service/school.ts';
import { folders } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';
import { auditedYaml, dated, type FakeTenants, fakeTenants, microsoftLine } from '../../support/tenants.ts';

const days = schoolDays({
  terms: [
    { from: '2026-09-01', to: '2026-12-18' },
    { from: '2027-01-05', to: '2027-03-26' }
  ],
  closed: [],
  inset: ['2027-01-05'],
  offsets: []
});
const terms = [{ from: '2026-09-01' }, { from: '2027-01-05' }];

describe('when a report is due', () => {
  const cases: readonly (readonly [
    says: string,
    rhythm: 'each' | 'weekly' | 'termly' | 'never',
    today: string,
    last: string | undefined,
    due: boolean
  ])[] = [
    ['each time', 'each', '2026-11-23', '2026-11-23', true],
    ['never', 'never', '2026-11-23', undefined, false],
    ['the first of a week', 'weekly', '2026-11-23', '2026-11-19', true],
    ['not the second of a week', 'weekly', '2026-11-26', '2026-11-23', false],
    ['weekly, though nobody was told yet', 'weekly', '2026-11-26', undefined, true],
    ['the first of a term', 'termly', '2027-01-11', '2026-09-07', true],
    ['not the second of a term', 'termly', '2027-01-18', '2027-01-11', false],
    ['not before the first school day of a term', 'termly', '2027-01-05', '2026-09-07', false],
    ['on the first school day of a term', 'termly', '2027-01-06', '2026-09-07', true],
    ['not again in the holidays', 'termly', '2026-12-28', '2026-09-07', false],
    ['termly, though nobody was told yet', 'termly', '2026-11-23', undefined, true],
    ['not before the first term that is known', 'termly', '2026-08-03', undefined, false]
  ];
  for (const [says, rhythm, today, last, due] of cases) it(says, () => assert.equal(isDue(rhythm, { today, last, days, terms }), due));

  it('without terms, in September, January and April', () => {
    const on = (today: string, last: string): boolean =>
      isDue('termly', { today, last, days: schoolDays({ terms: [], closed: [], inset: [], offsets: [] }), terms: [] });
    assert.deepEqual(
      [on('2026-11-23', '2026-09-07'), on('2027-01-11', '2026-09-07'), on('2027-04-19', '2027-01-11'), on('2027-03-01', '2027-01-11')],
      [false, true, true, false]
    );
  });
});

describe('the scheduled audit', function () {
  this.timeout(60_000);
  const folder = folders();
  const opened: Auditing[] = [];
  const started: Jobs[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map(jobs => jobs.stop()));
    await Promise.all(opened.splice(0).map(auditing => auditing.close()));
  });

  async function school(lines = '', moment = '2026-11-23T02:00:00Z', url?: string, more = ''): Promise<Auditing> {
    const cwd = await folder({ 'beadle.yaml': auditedYaml(`${microsoftLine}\n${dated}\n  support: [it@school.example]\n${lines}`, more) });
    const world = { cwd, now: () => new Date(moment), env: { DATABASE_URL: url ?? (await freshDatabase()).url, BEADLE_GRAPH_SECRET: 'x' } };
    const auditing = await openAuditing(auditedSchool(await readSchool(undefined, world)), world);
    opened.push(auditing);
    return auditing;
  }

  async function working(auditing: Auditing, tenants: FakeTenants, mails: Mail[], lines: string[] = []): Promise<Jobs> {
    const post = { send: async (mail: Mail) => void mails.push(mail) };
    const jobs = await startJobs(
      [auditJob(auditing, { stop: new AbortController().signal, world: tenants.outside })],
      [reportErrand(auditing, post) as never],
      {
        database: auditing.database,
        school: auditing.id,
        timezone: 'Europe/London',
        log: line => void lines.push(line),
        every: 0.5
      }
    );
    started.push(jobs);
    return jobs;
  }

  async function until(condition: () => boolean): Promise<void> {
    for (let waited = 0; !condition(); waited += 20) {
      assert.ok(waited < 30_000, 'it took too long');
      await pause(20);
    }
  }

  it('runs at the school’s hour on the school’s days', async () => {
    assert.equal(cronOf({ at: '02:00', days: ['mon'] }), '0 2 * * 1');
    assert.equal(cronOf({ at: '21:45', days: ['sun', 'wed', 'wed'] }), '45 21 * * 0,3');
  });

  it('mails each reader the report once, with the whole of it in both languages, and notes it', async () => {
    const auditing = await school();
    const mails: Mail[] = [];
    const lines: string[] = [];
    const jobs = await working(auditing, await fakeTenants(), mails, lines);
    await jobs.now('audit');
    await until(() => mails.length === 4);
    assert.deepEqual(
      mails.map(({ to }) => to).sort((a, b) => (a < b ? -1 : 1)),
      ['chair@governors.example', 'esafety@school.example', 'head@school.example', 'it@school.example']
    );
    const head = mails.find(({ to }) => to === 'head@school.example')!;
    assert.deepEqual(
      head.files?.map(({ name }) => name),
      ['report-2026-11-23-en.html', 'report-2026-11-23-cy.html']
    );
    assert.match(String(head.files![1]!.content), /<html lang="cy"/);
    assert.doesNotMatch(head.subject + head.text, /password|second factor|cyfrinair/i);
    assert.doesNotMatch(String(head.files![0]!.content), /pupil\.\d+@/);
    assert.match(lines[0]!, /^Audited: \d+ checks right, \d+ to put right, \d+ not known; the report goes to 4 readers\.$/);
    assert.deepEqual(
      await Promise.all((['it', 'coordinator', 'head', 'governors'] as const).map(auditing.audits.sentOn)),
      Array.from({ length: 4 }, () => '2026-11-23')
    );
  });

  it('sends the second of a week to IT support alone', async () => {
    const { url } = await freshDatabase();
    const first = await school('', '2026-11-23T02:00:00Z', url);
    const mails: Mail[] = [];
    const jobs = await working(first, await fakeTenants(), mails);
    await jobs.now('audit');
    await until(() => mails.length === 4);
    await started.splice(0)[0]!.stop();
    const later = await working(await school('', '2026-11-26T02:00:00Z', url), await fakeTenants(), mails);
    await later.now('audit');
    await until(() => mails.length === 5);
    await pause(700);
    assert.deepEqual(
      mails.slice(4).map(({ to }) => to),
      ['it@school.example']
    );
  });

  it('is done by one of two processes that are there', async () => {
    const { url } = await freshDatabase();
    const mails: Mail[] = [];
    const tenants = await Promise.all([fakeTenants(), fakeTenants()]);
    const both = [await school('', '2026-11-23T02:00:00Z', url), await school('', '2026-11-23T02:00:00Z', url)];
    const jobs = await Promise.all(both.map((auditing, i) => working(auditing, tenants[i]!, mails)));
    await Promise.all(jobs.map(each => each.now('audit')));
    await until(() => mails.length === 4);
    await pause(1500);
    assert.equal(mails.length, 4);
    assert.equal(tenants.filter(({ asked }) => asked.length > 0).length, 1);
    assert.equal((await both[0]!.audits.past()).length, 1);
  });

  it('keeps nothing and tells nobody where Beadle has nothing to prove itself by', async () => {
    const auditing = await school();
    const lines: string[] = [];
    const mails: Mail[] = [];
    const blind = { ...auditing, environment: { ...auditing.environment, graph: {} } };
    const jobs = await working(blind, await fakeTenants(), mails, lines);
    await jobs.now('audit');
    await until(() => lines.length > 0);
    assert.deepEqual(lines, ['The job «audit» failed (wrong-config); it is tried again.']);
    assert.deepEqual([mails.length, (await auditing.audits.past()).length], [0, 0]);
  });

  it('goes to the first head and the first chair alone, and to every coordinator', async () => {
    const { config } = (await school()).school;
    const people = {
      ...config.people,
      headteacher: ['a@school.example', 'b@school.example'],
      coordinator: ['c@school.example', 'd@school.example']
    };
    assert.deepEqual(
      [addressesOf('head', { ...config, people }), addressesOf('coordinator', { ...config, people })],
      [['a@school.example'], ['c@school.example', 'd@school.example']]
    );
  });

  it('puts a card into the chat of each reader who has the bot, not before eight in the morning', async () => {
    const signing = `signatures: { policies: [{ policy: st-norberts, audiences: [staff] }] }
bot: { origin: "https://beadle.school.example" }
`;
    const auditing = await school('', '2026-11-23T02:00:00Z', undefined, signing);
    const common = { groups: [], children: [], language: 'cy' as const };
    await auditing.signatures!.desk.peopleStore.put([
      { ...common, name: 'Coordinator One', roles: ['coordinator'], entraId: '11111111-0000-4000-8000-000000000001' },
      { ...common, name: 'Head Two', roles: ['head'] },
      { ...common, name: 'Chair Three', roles: ['chair'], entraId: '11111111-0000-4000-8000-000000000003', leftOn: '2026-11-01' }
    ]);
    const mails: Mail[] = [];
    const jobs = await working(auditing, await fakeTenants(), mails);
    await jobs.now('audit');
    await until(() => mails.length === 4);
    const rows = await auditing.database.db.selectFrom('sending').selectAll().execute();
    assert.deepEqual(
      rows.map(({ purpose, channel, payload, not_before: from }) => [purpose, channel, payload, from.toISOString()]),
      [['report', 'teams', { reader: 'coordinator' }, '2026-11-23T08:00:00.000Z']]
    );
    const [coordinator] = (await auditing.signatures!.desk.people()).filter(({ roles }) => roles.includes('coordinator'));
    const reply = await reportCard(auditing, { ...rows[0]!, attempt: 1, until: 0 } as never, coordinator!);
    assert.ok(reply && 'card' in reply);
    assert.equal(reply.summary, 'Mae adroddiad yr archwiliad diwethaf yma.');
    assert.ok(Buffer.byteLength(JSON.stringify(reply.card)) <= 25 * 1024);
    assert.doesNotMatch(JSON.stringify(reply.card), /pupil\.\d+@|DEVICE-/);
  });

  it('is kept for two years', async () => {
    const { audits } = await school();
    const run = (at: string) => ({
      at: new Date(at),
      vendor: 'google' as const,
      tenant: 'C0123abcd',
      results: [],
      counts: { right: 1, wrong: 0, unknown: 0 }
    });
    for (const at of ['2024-11-21T02:00:00Z', '2024-11-25T02:00:00Z', '2026-11-23T02:00:00Z']) await audits.add([run(at)]);
    assert.deepEqual(
      (await audits.past()).map(({ at }) => at.toISOString().slice(0, 10)),
      ['2024-11-25', '2026-11-23']
    );
  });
});
