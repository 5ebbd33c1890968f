import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Standing } from '../../../core/policies/standing.ts';
import { startJobs } from '../../../service/jobs/jobs.ts';
import type { Run } from '../../../service/store/audits.ts';
import { journalIn } from '../../../service/store/journal.ts';
import { auditsView } from '../../../service/tab/views/audits.ts';
import { comes } from '../../support/browser.ts';
import { exampleReport } from '../../support/incidents.ts';
import { askEverybody } from '../../support/sign-pages.ts';
import { freshTab, tabPeople, type TestTab } from '../../support/tab.ts';

const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'&';

/** An audit that found a password rule too weak and could not see another. */
function foundRun(at: Date, state: 'fail' | 'pass' = 'fail'): Run {
  return {
    at,
    vendor: 'microsoft',
    tenant: '89abcdef-0123-4567-89ab-cdef01234567',
    results: [
      {
        id: 'device-codes-too-short',
        duties: ['lock-device-with-code' as never],
        severity: 'high',
        state,
        message: 'short',
        values: {},
        ...(state === 'fail' && { subjects: { count: 1, first: [{ kind: 'device' as const, id: 'd1', name: markup }] } })
      }
    ],
    counts: { right: state === 'pass' ? 1 : 0, wrong: state === 'fail' ? 1 : 0, unknown: 0 }
  };
}

describe('the views of the tab', function () {
  this.timeout(30_000);
  let at: TestTab;
  beforeEach(async () => {
    at = await freshTab({
      people: [
        ...tabPeople,
        { key: 'marked', name: markup, roles: ['staff'], groups: [], children: [], language: 'en', address: 'm@school.example' }
      ]
    });
    await askEverybody(at.signatures);
  });
  afterEach(() => at.close());

  const open = (key: string) => ({ person: at.ids[key]!, policy: 'acceptable-use' });

  async function decline(key: string, reason: string): Promise<void> {
    await at.signatures.desk.open(open(key), 'en', 'web');
    assert.ok('done' in (await at.signatures.desk.decline(open(key), 1, reason, 'web')));
  }

  async function sign(key: string, question?: string): Promise<void> {
    const { desk } = at.signatures;
    await desk.open(open(key), 'en', 'web');
    const signed = await desk.sign({
      matter: open(key),
      major: 1,
      typedName: 'Staff Nine',
      fields: { 'job-title': 'Teacher' },
      agreed: true,
      language: 'en',
      channel: 'web',
      assurance: 'code',
      ...(question === undefined ? {} : { question })
    });
    assert.ok('done' in signed, JSON.stringify(signed));
  }

  it('counts signatures by policy and audience, each once, with a trend by day and week', async () => {
    await sign('staff');
    await decline('teacher', 'It is too long.');
    const who = await at.sit('governor');
    const { body } = await who.get('signatures');
    const [policy] = body.policies;
    assert.deepEqual([policy.policy, policy.title, policy.version], ['acceptable-use', 'Acceptable use', '1.0']);
    const staff = policy.audiences.find(({ audience }: { audience: string }) => audience === 'staff');
    assert.deepEqual(staff.states, { signed: 1, declined: 1, asked: staff.wanted - 2 } satisfies { [S in Standing]?: number });
    assert.equal(staff.says, `1 of ${staff.wanted} have signed`);
    assert.deepEqual(body.trend.days.at(-1), { on: '2026-11-23', label: '23 Nov 2026', signed: 1 });
    assert.deepEqual(body.trend.weeks.at(-1), { on: '2026-11-23', label: '23 Nov 2026', signed: 1 });
    // A governor learns of no person: neither who refused nor why.
    assert.deepEqual(body.tasks, []);
    assert.doesNotMatch(JSON.stringify(body), /Teacher Seven|too long/);
    assert.equal(body.sending, undefined);
  });

  it('lists people by state, audience and part of a name, a page at a time, and a manager their own team alone', async () => {
    await sign('staff');
    const coordinator = await at.sit('coordinator');
    const find = async (search: object) => (await coordinator.post('signatures/people', { page: 0, size: 50, ...search })).body;
    const all = await find({});
    assert.equal(all.total, all.people.length);
    assert.equal(all.open, all.total - 1);
    const names = (page: { readonly people: readonly { readonly name: string }[] }) => page.people.map(({ name }) => name);
    assert.deepEqual(names(await find({ states: ['signed'] })), ['Staff Nine']);
    assert.deepEqual(names(await find({ search: 'séven' })), ['Teacher Seven']);
    assert.deepEqual(
      names(await find({ audience: 'governors' })),
      ['Charlie Governing', 'Governor Two'].filter(name => names(all).includes(name))
    );
    const first = await find({ size: 2 });
    const second = await find({ size: 2, page: 1 });
    assert.deepEqual([...names(first), ...names(second)], names(all).slice(0, 4));
    assert.equal((await coordinator.post('signatures/people', { page: 0, size: 201 })).status, 400);
    assert.equal((await coordinator.post('signatures/people', { page: 0, size: 20, also: 1 })).status, 400);

    const manager = await at.sit('manager');
    assert.deepEqual(names((await manager.post('signatures/people', { page: 0, size: 50 })).body), ['Teacher Seven']);
    const { body } = await manager.get('signatures');
    assert.equal(body.policies[0].audiences[0].wanted, 1);
  });

  it('reminds those who fit, once, takes it back, excuses and takes that back, and excuses nobody from themselves', async () => {
    const who = await at.sit('coordinator');
    const reminded = await who.post('signatures/remind', { all: { audience: 'governors' } });
    assert.equal(reminded.status, 200);
    assert.ok(reminded.body.count >= 1);
    assert.equal((await who.post('signatures/remind', { all: { audience: 'governors' } })).body.count, 0);
    assert.equal((await who.post('signatures/take-back', { since: reminded.body.since })).body.count, reminded.body.count);

    const excuse = (more: object) => who.post('signatures/excuse', { matter: open('teacher'), because: 'On leave', ...more });
    assert.equal((await excuse({ until: '2026-11-22' })).status, 422);
    assert.equal((await excuse({ until: '2026-02-30' })).status, 400);
    assert.equal((await excuse({ because: ' ' })).status, 422);
    assert.equal((await excuse({ matter: { person: at.ids['coordinator'], policy: 'acceptable-use' } })).status, 422);
    assert.equal((await excuse({ matter: { person: 'x', policy: 'acceptable-use' } })).status, 422);
    const done = await excuse({ until: '2027-01-31' });
    assert.deepEqual([done.status, done.body.says], [200, 'Teacher Seven is excused.']);
    const { people } = (await who.post('signatures/people', { page: 0, size: 5, search: 'teacher seven' })).body;
    assert.deepEqual([people[0].state, people[0].says, people[0].excused], ['excused', 'until 31 January 2027', true]);
    assert.equal((await who.post('signatures/recall', { matter: open('teacher') })).status, 200);
    assert.equal((await who.post('signatures/recall', { matter: open('teacher') })).status, 422);
  });

  it('answers a question once', async () => {
    await sign('staff', 'May I take the laptop home?');
    const who = await at.sit('coordinator');
    const [task] = (await who.get('signatures')).body.tasks;
    assert.deepEqual([task.kind, task.person, task.text], ['question', 'Staff Nine', 'May I take the laptop home?']);
    assert.equal((await who.post('signatures/answer', { of: task.of, note: '' })).status, 422);
    assert.equal((await who.post('signatures/answer', { of: task.of, note: 'Yes, locked.' })).status, 200);
    assert.equal((await who.post('signatures/answer', { of: task.of, note: 'No.' })).status, 422);
    assert.deepEqual((await who.get('signatures')).body.tasks, []);
  });

  it('shows what the audit found, as the report words it for whoever reads, and names devices to those who mend them alone', async () => {
    const empty = (await (await at.sit('coordinator')).get('audits')).body;
    assert.equal(empty.empty.title, 'No audit has run yet');
    await at.auditing.audits.add([foundRun(new Date('2026-11-16T02:00:00Z'), 'pass')]);
    await at.auditing.audits.add([foundRun(new Date('2026-11-23T02:00:00Z'))]);
    for (const [role, reader, named] of [
      ['coordinator', 'coordinator', true],
      ['it', 'it', true],
      ['head', 'head', false],
      ['governor', 'governors', false]
    ] as const) {
      const { body } = await (await at.sit(role)).get('audits');
      assert.equal(body.reader, reader);
      assert.equal(body.on, '2026-11-23');
      const [group] = body.groups;
      assert.equal(group.label, 'To put right');
      const [line] = group.lines;
      assert.deepEqual(
        [line.check, line.change, line.acceptable],
        ['device-codes-too-short', 'new', role === 'coordinator' || role === 'head']
      );
      assert.deepEqual(line.subjects, named ? { count: 1, first: [markup] } : undefined);
      assert.deepEqual(body.trend.at(-1), { on: '2026-11-23', label: '23 Nov 2026', right: 0, wrong: 1, unknown: 0 });
    }
  });

  it('accepts a risk with its owner and its end, which holds in every report, and takes it back', async () => {
    await at.auditing.audits.add([foundRun(new Date('2026-11-23T02:00:00Z'))]);
    const head = await at.sit('head');
    const risk = { check: 'device-codes-too-short', until: '2027-03-26', owner: 'Head of IT', because: 'They are replaced at Easter' };
    assert.equal((await head.post('audits/accept', { ...risk, until: '2026-11-22' })).status, 422);
    assert.equal((await head.post('audits/accept', { ...risk, owner: '' })).status, 422);
    assert.equal((await head.post('audits/accept', { ...risk, check: 'no-such-check' })).status, 400);
    assert.equal((await head.post('audits/accept', risk)).status, 200);
    const { body } = await head.get('audits');
    assert.deepEqual(
      body.accepted.map(({ check, owner, until, from }: { [k: string]: string }) => [check, owner, until, from]),
      [['device-codes-too-short', 'Head of IT', '2027-03-26', 'here']]
    );
    assert.equal(body.groups[0].label, 'Accepted');
    // Who answers for it is not for whoever sees totals.
    const seen = (await (await at.sit('governor')).get('audits')).body.accepted[0];
    assert.deepEqual([seen.owner, seen.because], [undefined, undefined]);
    assert.equal((await head.post('audits/take-back', { check: risk.check })).status, 200);
    assert.equal((await head.post('audits/take-back', { check: risk.check })).status, 422);
    assert.equal((await head.get('audits')).body.groups[0].label, 'To put right');
  });

  it('offers an audit only where some tenant is audited', async () => {
    const asking = { person: (await at.signatures.desk.person(at.ids['head']!))!, roles: ['head'], locale: 'en' } as const;
    assert.equal((await auditsView(at.tab, asking)).asks, true);
    const { auditing: _, runAudit: __, ...bare } = at.tab;
    const view = await auditsView(bare, asking);
    assert.deepEqual([view.asks, view.empty?.title], [false, 'The tenant is not audited']);
  });

  it('says that an audit runs while it does, and in a sentence that it failed where it did', async () => {
    const it = await at.sit('it');
    assert.deepEqual((await it.get('audits')).body.running, false);
    const { database, id } = at.signatures;
    let fail: ((error: Error) => void) | undefined;
    const run = (): Promise<undefined> => new Promise((_done, failed) => (fail = failed));
    const log: string[] = [];
    const jobs = await startJobs([{ name: 'audit', cron: '0 2 * * *', run }], [], {
      database,
      school: id,
      timezone: 'Europe/London',
      log: line => void log.push(line),
      every: 0.5
    });
    const shown = async (): Promise<readonly [boolean, string | undefined]> => {
      const { running, failed } = (await it.get('audits')).body as { running: boolean; failed?: string };
      return [running, failed];
    };
    try {
      const before = await at.tab.revision();
      await jobs.now('audit');
      assert.deepEqual(await shown(), [true, undefined]);
      const while_ = await at.tab.revision();
      assert.notEqual(while_, before);
      await comes(() => Promise.resolve(fail !== undefined), true);
      fail!(new Error('no tenant'));
      await comes(async () => (await shown())[0], false);
      assert.match(
        String((await shown())[1]),
        /^The last audit could not be finished, and what stands here is of the one before\. It is tried again;/
      );
      assert.notEqual(await at.tab.revision(), while_);
    } finally {
      fail?.(new Error('over'));
      await jobs.stop();
    }
  });

  it('learns of what waits to be sent, and of what devices tell of mail', async () => {
    const before = await at.tab.revision();
    assert.equal(await at.tab.revision(), before);
    await (await at.sit('coordinator')).post('signatures/remind', { people: [at.ids['staff']] });
    const reminded = await at.tab.revision();
    assert.notEqual(reminded, before);
    await journalIn(join(at.tab.cwd, 'data')).add('records-2026-11.jsonl', [{}]);
    assert.notEqual(await at.tab.revision(), reminded);
  });

  it('asks for an audit', async () => {
    assert.equal((await (await at.sit('it')).post('audits/run')).status, 202);
    assert.equal(at.audits.asked, 1);
  });

  describe('of what was reported', () => {
    const about = async (aboutRoles: readonly ('head' | 'coordinator')[], by = 'teacher', more = {}) => {
      assert.ok(
        'done' in
          (await at.incidents.report(
            exampleReport({ category: 'misuse', aboutRoles, ...more }),
            at.ids[by]!,
            `${aboutRoles.join(' ')} ${by}`
          ))
      );
    };

    it('show nothing before somebody said that the screen is private, and never what it is', async () => {
      await about([], 'teacher', { category: 'lost-device', what: markup });
      const who = await at.sit('officer');
      const { body } = await who.get('incidents');
      assert.equal(body.items.length, 1);
      const [item] = body.items;
      assert.match(item.reference, /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
      assert.equal(item.clock.until, '2026-11-26T09:00:00.000Z');
      assert.match(item.clock.says, /^3 days left to tell the regulator: until Thursday 26 November 2026, 09:00$/);
      assert.doesNotMatch(JSON.stringify(body), /onerror|lost|device/i);
      assert.equal((await who.post('incidents/read', { id: item.id })).status, 400);
      assert.equal((await who.post('incidents/read', { id: item.id, private: false })).status, 400);
      assert.deepEqual(await at.incidents.looks(item.id), []);
      const told = await who.post('incidents/read', { id: item.id, private: true });
      assert.equal(told.body.what, markup);
      assert.deepEqual(
        (await at.incidents.looks(item.id)).map(({ by }) => by),
        [at.ids['officer']]
      );
      const noted = await who.post('incidents/add', { id: item.id, kind: 'told-regulator', text: markup });
      assert.deepEqual(
        [noted.body.notes.map(({ text, label }: { [k: string]: string }) => [text, label]), noted.body.clock],
        [[[markup, 'The regulator was told']], undefined]
      );
      assert.equal((await who.post('incidents/add', { id: item.id, kind: 'note', text: ' ' })).status, 422);
    });

    it('the head never learns that there is one about the head, nor the coordinator of one about the coordinator', async () => {
      await about(['head']);
      await about(['coordinator'], 'staff');
      const waiting = async (role: 'head' | 'chair' | 'coordinator') => (await (await at.sit(role)).get('incidents')).body.items;
      const [aboutHead] = await waiting('chair');
      const [aboutCoordinator] = await waiting('head');
      assert.deepEqual([(await waiting('chair')).length, (await waiting('head')).length, (await waiting('coordinator')).length], [1, 1, 0]);
      for (const [role, id] of [
        ['head', aboutHead.id],
        ['coordinator', aboutHead.id],
        ['coordinator', aboutCoordinator.id],
        ['staff', aboutHead.id],
        ['head', 'no-such-item']
      ] as const) {
        const lines = at.log.length;
        const who = await at.sit(role);
        assert.equal((await who.post('incidents/read', { id, private: true })).status, 404);
        assert.equal((await who.post('incidents/add', { id, kind: 'closed', text: 'Nothing to it.' })).status, 404);
        assert.deepEqual(at.log.slice(lines), [
          `An item was asked for that is not for ${at.ids[role]}.`,
          `A note was offered for an item that is not for ${at.ids[role]}.`
        ]);
      }
      assert.deepEqual(await at.incidents.looks(aboutHead.id), []);
      const needs = (await (await at.sit('head')).get('today')).body.needs.filter(({ kind }: { kind: string }) => kind === 'incident');
      assert.deepEqual(
        needs.map(({ count }: { count: number }) => count),
        [1]
      );
    });
  });

  it('gives back as it is whatever looks like HTML, as JSON, in every field that somebody can write', async () => {
    await decline('staff', markup);
    await sign('manager', markup);
    const who = await at.sit('coordinator');
    await who.post('signatures/excuse', { matter: open('teacher'), because: markup });
    await who.post('audits/accept', { check: 'device-codes-too-short', until: '2027-03-26', owner: markup, because: markup });
    const signatures = await who.get('signatures');
    assert.deepEqual(
      signatures.body.tasks.map(({ text }: { text: string }) => text),
      [markup, markup]
    );
    const people = await who.post('signatures/people', { page: 0, size: 50, search: '<img' });
    assert.deepEqual(
      people.body.people.map(({ name }: { name: string }) => name),
      [markup]
    );
    const settings = await who.get('settings');
    assert.match(settings.body.history[0].after, /<img src=x onerror=alert\(1\)>/);
    for (const { headers } of [signatures, people, settings]) {
      assert.match(headers.get('Content-Type')!, /^application\/json/);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    }
  });

  it('tells of clauses, mail and today in the language that is asked for, and why there is nothing', async () => {
    const who = await at.sit('coordinator');
    const clauses = (await who.get('clauses')).body;
    assert.ok(clauses.clauses.length > 20);
    assert.ok(clauses.clauses.some(({ serves }: { serves: unknown[] }) => serves.length > 0));
    const sum = clauses.totals.reduce((all: number, { count }: { count: number }) => all + count, 0);
    assert.equal(sum, clauses.clauses.length);
    const mail = (await who.get('mail')).body;
    assert.deepEqual([mail.byPerson, mail.rules, mail.empty.title], [false, [], 'Nothing is known of mail']);
    const today = await who.get('today', { 'Accept-Language': 'cy-GB, en;q=0.5' });
    assert.equal(today.body.greeting, 'Dydd Llun, 23 Tachwedd 2026');
    assert.deepEqual((await who.get('registers')).body.empty.title, 'No register is kept here yet');
  });

  it('says that nothing changed where nothing did, and tells whoever listens when something does', async () => {
    const who = await at.sit('coordinator');
    const first = await who.get('signatures');
    const etag = first.headers.get('ETag')!;
    assert.equal((await who.get('signatures', { 'If-None-Match': etag })).status, 304);
    const response = await fetch(`${at.here}/tab/api/changes`, { headers: { Cookie: who.cookie, 'Sec-Fetch-Site': 'same-origin' } });
    assert.match(response.headers.get('Content-Type')!, /^text\/event-stream/);
    const reader = response.body!.getReader();
    let text = '';
    const until = async (pattern: RegExp): Promise<void> => {
      while (!pattern.test(text)) {
        const { value, done } = await reader.read();
        if (done) break;
        text += new TextDecoder().decode(value);
      }
      assert.match(text, pattern);
    };
    await until(/^event: revision\ndata: \{"revision":"[\w-]{22}"\}\n\n/);
    await decline('staff', 'It is too long.');
    await until(/(event: revision\n[^]*){2}/);
    assert.equal((await who.get('signatures', { 'If-None-Match': etag })).status, 200);
    await who.post('leave');
    await until(/event: ended\n/);
    assert.equal((await fetch(`${at.here}/tab/api/changes`)).status, 401);
  });

  it('changes nothing where nothing may be changed', async () => {
    const still = await freshTab({ readOnly: true });
    try {
      const who = await still.sit('coordinator');
      assert.equal((await who.get('session')).body.readOnly, true);
      assert.equal((await who.post('signatures/people', { page: 0, size: 5 })).status, 200);
      const { status, body } = await who.post('signatures/remind', { people: [still.ids['staff']] });
      assert.deepEqual([status, body.reason], [403, 'read-only']);
    } finally {
      await still.close();
    }
  });

  it('lets so much through in a minute from one sitting', async () => {
    const few = await freshTab({ limits: { sitting: 2 } });
    try {
      const who = await few.sit('head');
      const states = [await who.get('today'), await who.get('today')].map(({ status }) => status);
      assert.deepEqual(states, [200, 429]);
    } finally {
      await few.close();
    }
  });
});
