import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Listed } from '../../core/approvals/desk.ts';
import { approvalDeskOf } from '../../service/approvals.ts';
import { sealingWith } from '../../service/sealing.ts';
import { dataRequest, freshApprovals, messageRequest, type TestApprovals } from '../support/approvals.ts';
import { asAdministrator, school } from '../support/database.ts';

describe('approvals', () => {
  let at: TestApprovals;
  before(async () => {
    at = await freshApprovals();
  });
  beforeEach(() => {
    at.clock.at = Date.parse('2026-11-23T09:00:00Z');
  });
  const id = (key: string): string => at.ids[key]!;
  let forms = 0;
  const fresh = (): string => `form ${(forms += 1)}`;
  const freshKey = (): string => (forms += 1).toString(16).padStart(16, '0');
  async function asked(request = messageRequest({ key: freshKey() }), by = 'teacher'): Promise<Listed> {
    const taken = await at.approvals.ask(request, id(by), fresh());
    assert.ok('done' in taken, JSON.stringify(taken));
    return taken.done;
  }
  const sendings = async (of: string) =>
    (
      await sql<{ person: string; payload: object; not_before: Date; step: string }>`
        select person, payload, not_before, step from sending where step like ${`approval ${of} %`} order by not_before, step`.execute(
        at.database.db
      )
    ).rows;

  it('are asked, told to whoever decides, and given; whoever asked is told', async () => {
    const request = await asked();
    assert.match(request.reference, /^[2-9B-DF-HJKMNP-TV-Z]{3}(-[2-9B-DF-HJKMNP-TV-Z]{3}){2}$/);
    assert.deepEqual([request.state, request.own, request.may], ['asked', true, ['withdrawn']]);
    assert.deepEqual(
      (await sendings(request.id)).map(({ person }) => person),
      [id('head')]
    );
    const shown = await at.approvals.read(request.id, id('head'));
    assert.deepEqual(
      [shown?.by, shown?.fields.what, shown?.people, shown?.may],
      ['Teacher Seven', 'A weasel bit the caretaker.', { parent: 2 }, ['given', 'refused']]
    );
    const done = await at.approvals.act(request.id, id('head'), 'given', 'Yes, with care.');
    assert.ok('done' in done);
    assert.deepEqual(
      [done.done.state, done.done.ends, done.done.steps.at(-1)?.words],
      ['given', '2026-12-01T00:00:00.000Z', 'Yes, with care.']
    );
    assert.deepEqual(
      (await sendings(request.id)).map(({ person }) => person),
      [id('head'), id('teacher')]
    );
  });

  it('say nothing of what they are when they are announced, and lie in the database sealed', async () => {
    const request = await asked(
      messageRequest({
        key: freshKey(),
        message: { key: freshKey(), people: { parent: 1 }, text: { subject: 'Weasel', body: 'A weasel.' } }
      })
    );
    await at.approvals.act(request.id, id('head'), 'refused', 'No weasel leaves.');
    for (const each of await sendings(request.id)) assert.deepEqual(each.payload, { approval: request.id });
    for (const table of ['approval', 'approval_step', 'sending']) {
      const { rows } = await sql.raw<{ row: string }>(`select row_to_json(t)::text as row from ${table} t`).execute(at.database.db);
      const { rows: raw } = await sql
        .raw<{ row: string }>(
          table === 'sending' ? `select '' as row` : `select encode(sealed, 'escape') as row from ${table} where sealed is not null`
        )
        .execute(at.database.db);
      assert.doesNotMatch([...rows, ...raw].map(({ row }) => row).join('\n'), /weasel|care\./i, table);
    }
    const others = approvalDeskOf({ ...at.parts, sealing: sealingWith(Buffer.alloc(32, 8)) });
    await assert.rejects(others.read(request.id, id('head')));
  });

  it('are asked once however often the form is sent', async () => {
    const key = freshKey();
    const sent = await Promise.all([1, 2, 3].map(() => at.approvals.ask({ ...dataRequest }, id('teacher'), `the same form ${key}`)));
    assert.equal(new Set(sent.map(each => ('done' in each ? each.done.id : ''))).size, 1);
    const one = await asked(messageRequest({ key }));
    assert.equal((await asked(messageRequest({ key }))).id, one.id, 'a message that waits is not asked for twice');
  });

  it('are decided once: pressed twice is once, and of two that press at once one counts', async () => {
    const request = await asked();
    const pressed = await Promise.all([1, 2, 3].map(() => at.approvals.act(request.id, id('head'), 'given')));
    assert.ok(pressed.every(each => 'done' in each && each.done.steps.filter(({ kind }) => kind === 'given').length === 1));
    assert.deepEqual(await at.approvals.act(request.id, id('head'), 'refused', 'Rather not.'), { refused: 'decided' });
    assert.equal((await sendings(request.id)).length, 2);
  });

  it('need two where somebody’s account is opened, and never whose it is', async () => {
    const request = await asked({ kind: 'account-access', fields: { whose: 'Pat Privacy', why: 'Reports are due.', until: '2026-11-24' } });
    assert.deepEqual((await sendings(request.id)).map(({ person }) => person).sort(), [id('head'), id('coordinator')].sort());
    assert.deepEqual(await at.approvals.act(request.id, id('officer'), 'given'), { refused: 'not-yours' });
    const first = await at.approvals.act(request.id, id('head'), 'given');
    assert.ok('done' in first && first.done.state === 'asked');
    const second = await at.approvals.act(request.id, id('coordinator'), 'given');
    assert.ok('done' in second && second.done.state === 'given');
  });

  it('of the head go to the chair, and the head does not decide them', async () => {
    const request = await asked(dataRequest, 'head');
    assert.deepEqual(
      (await sendings(request.id)).map(({ person }) => person),
      [id('chair')]
    );
    assert.deepEqual(await at.approvals.act(request.id, id('head'), 'given'), { refused: 'own' });
  });

  it('are nothing to anybody else', async () => {
    const request = await asked();
    for (const other of ['coordinator', 'deputy', 'chair', 'officer', 'governor']) {
      assert.equal(await at.approvals.read(request.id, id(other)), undefined, other);
      for (const doing of ['given', 'refused', 'withdrawn', 'closed'] as const)
        assert.deepEqual(await at.approvals.act(request.id, id(other), doing, 'x'), { refused: 'not-yours' }, other);
      assert.ok(!(await at.approvals.waiting(id(other))).some(each => each.id === request.id), other);
    }
    assert.equal(await at.approvals.read('no-such-id', id('head')), undefined);
    assert.deepEqual(await at.approvals.act('no-such-id', id('head'), 'given'), { refused: 'not-yours' });
  });

  for (const [says, request, refused] of [
    ['without words', messageRequest({ fields: {} }), { refused: 'field-missing', field: 'what' }],
    [
      'for a day that is over',
      { ...dataRequest, fields: { ...dataRequest.fields, until: '2026-11-20' } },
      { refused: 'day-over', field: 'until' }
    ],
    [
      'for a conference that has begun',
      { kind: 'video-conference', fields: { day: '2026-11-23', time: '08:59', people: '4B', what: 'x' } },
      { refused: 'day-over', field: 'time' }
    ]
  ] as const) {
    it(`are not asked ${says}`, async () => assert.deepEqual(await at.approvals.ask(request, id('teacher'), fresh()), refused));
  }
  it('are not asked for what the school has switched off', async () => {
    const few = approvalDeskOf({ ...at.parts, kinds: ['send'] });
    assert.deepEqual(await few.ask(dataRequest, id('teacher'), fresh()), { refused: 'kind-off' });
  });
  it('are not asked where nobody can be reached', async () => {
    const alone = approvalDeskOf({ ...at.parts, channelOf: () => undefined });
    assert.deepEqual(await alone.ask(dataRequest, id('teacher'), fresh()), { refused: 'nobody' });
  });
  it('are not refused without a reason', async () => {
    const request = await asked();
    assert.deepEqual(await at.approvals.act(request.id, id('head'), 'refused', '  '), { refused: 'reason-missing' });
  });

  it('are announced when the school opens, reminded of on every second school day, and expire', async () => {
    at.clock.at = Date.parse('2026-11-23T20:00:00Z');
    const request = await asked();
    await at.approvals.chase();
    at.clock.at = Date.parse('2026-11-25T09:05:00Z');
    await at.approvals.chase();
    await at.approvals.chase();
    at.clock.at = Date.parse('2026-12-01T09:00:00Z');
    assert.deepEqual(await at.approvals.act(request.id, id('head'), 'given'), { refused: 'decided' });
    assert.ok((await at.approvals.chase()).expired >= 1);
    assert.equal((await at.approvals.chase()).expired, 0);
    assert.deepEqual(
      (await sendings(request.id)).map(({ person, not_before: when }) => [person, when.toISOString()]),
      [
        [id('head'), '2026-11-24T07:30:00.000Z'],
        [id('head'), '2026-11-25T09:05:00.000Z'],
        [id('teacher'), '2026-12-01T09:00:00.000Z']
      ]
    );
    assert.equal((await at.approvals.read(request.id, id('teacher')))?.state, 'expired');
  });

  it('find somebody else where whoever decides is away', async () => {
    const request = await asked();
    const cover = () => ({ ...at.parts.cover([]), away: [{ person: id('head'), from: '2026-11-23', until: '2026-11-27' }] });
    const away = approvalDeskOf({ ...at.parts, cover });
    assert.ok((await away.chase()).rerouted >= 1);
    assert.equal((await away.chase()).rerouted, 0);
    assert.ok((await away.waiting(id('deputy'))).some(each => each.id === request.id));
    const done = await away.act(request.id, id('deputy'), 'given');
    assert.ok('done' in done && done.done.state === 'given');
  });

  it('are overdue until what was taken is back, and whoever has it is told', async () => {
    const request = await asked(dataRequest);
    await at.approvals.act(request.id, id('head'), 'given');
    at.clock.at = Date.parse('2026-11-30T09:00:00Z');
    await at.approvals.chase();
    assert.deepEqual(
      (await at.approvals.register({ kinds: ['data-off-site'], overdue: true }, id('coordinator'))).map(each => each.id),
      [request.id]
    );
    assert.ok((await sendings(request.id)).some(({ person, step }) => person === id('teacher') && step.includes('overdue 2026-11-30')));
    const back = await at.approvals.act(request.id, id('teacher'), 'closed', 'On the shelf.');
    assert.ok('done' in back && back.done.state === 'closed' && back.done.overdue === undefined);
    assert.deepEqual(await at.approvals.register({ kinds: ['data-off-site'], overdue: true }, id('coordinator')), []);
  });

  it('reach the device of who asked while they hold, and nobody else’s', async () => {
    const key = freshKey();
    const request = await asked(messageRequest({ key }));
    const held = async (who = 'teacher') => (await at.approvals.given(id(who))).filter(each => each.key === key);
    assert.deepEqual(await held(), []);
    const state = async () => (await at.approvals.onDevice(id('teacher'))).find(each => each.key === key);
    assert.deepEqual(await state(), { key, state: 'asked', on: '2026-11-23' });
    await at.approvals.act(request.id, id('head'), 'given');
    assert.deepEqual(await held(), [
      {
        key,
        on: '2026-11-23',
        until: '2026-12-01T00:00:00.000Z',
        rules: ['head-not-copied', 'outside-not-authorised'],
        people: { parent: 2 }
      }
    ]);
    assert.deepEqual(await held('head'), []);
    at.clock.at = Date.parse('2026-12-01T00:00:00Z');
    assert.deepEqual(await held(), []);
    at.clock.at = Date.parse('2026-11-24T09:00:00Z');
    await at.approvals.act(request.id, id('head'), 'withdrawn');
    assert.deepEqual(await held(), []);
    const no = await asked(messageRequest({ key: freshKey() }));
    await at.approvals.act(no.id, id('head'), 'refused', 'Please telephone.');
    assert.ok((await at.approvals.onDevice(id('teacher'))).some(each => each.state === 'refused' && each.reason === 'Please telephone.'));
  });

  it('stand in a register without a word of them, that can be filtered', async () => {
    const all = await at.approvals.register({}, id('governor'));
    assert.ok(all.length > 5 && all.every(each => !('fields' in each) && each.may.length === 0));
    const some = await at.approvals.register({ kinds: ['data-off-site'], states: ['closed'], since: '2026-11-23' }, id('governor'));
    assert.ok(some.length > 0 && some.every(({ kind, state }) => kind === 'data-off-site' && state === 'closed'));
    assert.deepEqual(await at.approvals.register({ since: '2027-01-01' }, id('governor')), []);
  });

  it('are neither changed nor taken away, not even by the owner of the tables', async () => {
    for (const statement of [
      `update approval set kind = 'equipment'`,
      `update approval_step set kind = 'given', at = now()`,
      `update approval_step set by = 'somebody'`,
      'delete from approval',
      'delete from approval_step',
      'truncate approval_step cascade'
    ]) {
      await assert.rejects(sql.raw(statement).execute(at.database.db), statement);
      await assert.rejects(asAdministrator(at.database.url, statement), /neither changed nor taken away/, statement);
    }
  });

  it('lose their words and names at the end of their time, and no sooner', async () => {
    at.clock.at = Date.now() - 5 * 366 * 24 * 60 * 60 * 1000;
    const old = await asked({ kind: 'send', fields: { to: 'A parent', what: 'Long ago.' } });
    await at.approvals.act(old.id, id('head'), 'refused', 'No.');
    at.clock.at = Date.now();
    assert.equal(await at.approvals.erase(3, new Set([id('teacher')])), 0, 'held');
    assert.equal(await at.approvals.erase(3, new Set()), 1);
    assert.equal(await at.approvals.read(old.id, id('teacher')), undefined);
    const { rows } = await sql<{
      asked_by: string;
      sealed: Buffer | null;
    }>`select asked_by, sealed from approval where id = ${old.id}::uuid`.execute(at.database.db);
    assert.deepEqual(rows, [{ asked_by: '', sealed: null }]);
    const young = await asked();
    await assert.rejects(sql`select erase_approval(${school}, ${young.id}::uuid)`.execute(at.database.db), /over a year ago/);
  });
});
