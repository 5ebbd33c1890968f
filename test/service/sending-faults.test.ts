import assert from 'node:assert/strict';
import { type Bot, openBot } from '../../bot/bot.ts';
import type { Conversations } from '../../bot/conversation.ts';
import type { Person } from '../../core/policies/person.ts';
import { arrivedByGraph } from '../../service/arrived.ts';
import { type Carrier, type Pump, pump } from '../../service/jobs/send.ts';
import { type Outbox, outboxOf, type Progress } from '../../service/outbox.ts';
import { conversationsOf } from '../../service/store/conversations.ts';
import { teamsCarrier } from '../../service/teams-carrier.ts';
import { freshDatabase, school, type TestDatabase } from '../support/database.ts';
import { type Connector, connector, type Mishap } from '../support/teams/connector.ts';
import { cardOf, deskWith, personNamed } from '../support/teams/school.ts';

const nothing: Progress = { total: 0, planned: 0, sending: 0, sent: 0, failed: 0, unknown: 0, cancelled: 0 };

describe('sending', () => {
  let database: TestDatabase;
  let teams: Connector;
  let outbox: Outbox;
  let bot: Bot;
  let conversations: Conversations;
  let signed: Set<string>;
  let people: Map<string, Person>;
  const pumps: Pump[] = [];
  const lines: string[] = [];

  before(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    await database.db.deleteFrom('sending').execute();
    await database.db.deleteFrom('conversation').execute();
    await database.db.deleteFrom('bucket').execute();
    teams = await connector({ botId: '28:' });
    outbox = outboxOf(database.db, school);
    conversations = conversationsOf(database.db, school);
    signed = new Set();
    people = new Map();
    lines.length = 0;
    bot = openBot({
      appId: '',
      tenantId: '',
      type: 'SingleTenant',
      development: true,
      commands: [],
      actions: [],
      desk: deskWith(),
      personOf: () => Promise.resolve(undefined),
      conversations,
      log: () => {},
      serviceUrl: teams.serviceUrl,
      deadline: 150
    });
  });
  afterEach(async () => {
    await outbox.pause(false, 'test');
    await Promise.all(pumps.splice(0).map(each => each.stop()));
    await teams.close();
  });
  after(() => database.close());

  function carrier(more: { readonly mayLook?: boolean; readonly perSecond?: number; readonly leaseMs?: number } = {}): Carrier {
    const { mayLook = true, perSecond = 500, leaseMs = 400 } = more;
    const ask = async (url: string) => {
      const answer = await fetch(url);
      return { status: answer.status, body: await answer.json() };
    };
    return teamsCarrier({
      bot,
      conversations,
      personOf: id => Promise.resolve(people.get(id)),
      compose: (_sending, { id }) => Promise.resolve(signed.has(id) ? undefined : { card: cardOf('Please sign'), summary: 'A message' }),
      ...(mayLook ? { arrived: arrivedByGraph(ask, '', teams.graph) } : {}),
      perSecond,
      atOnce: 10,
      leaseMs,
      random: () => 0
    });
  }

  const begin = (more: Parameters<typeof carrier>[0] = {}): void =>
    void pumps.push(pump({ outbox, carriers: [carrier(more)], log: line => lines.push(line), pollMs: 20 }));

  async function plan(...ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      people.set(id, personNamed(id, { id, entraId: id, address: `${id}@school.example` }));
      teams.install(id);
    }
    await outbox.plan(ids.map(person => ({ person, purpose: 'ask', step: `ask ${person}`, channel: 'teams' })));
  }

  async function until(holds: (progress: Progress) => boolean, seconds = 8): Promise<Progress> {
    for (let i = 0; i < seconds * 50; i++) {
      const progress = await outbox.progress();
      const { total, ...states } = progress;
      assert.equal(
        Object.values(states).reduce((sum, count) => sum + count, 0),
        total
      );
      if (holds(progress)) return progress;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    assert.fail(`It did not come to that: ${JSON.stringify(await outbox.progress())}`);
  }
  const settled = ({ planned, sending }: Progress): boolean => planned + sending === 0;
  const rows = () => database.db.selectFrom('sending').selectAll().orderBy('step').execute();

  // `looks`: nobody may look where it is false. The call that opens the chat comes first.
  const faults: readonly (readonly [title: string, mishaps: readonly Mishap[], outcome: Partial<Progress>, looks?: boolean])[] = [
    ['429 with Retry-After in seconds', [{ status: 429, retryAfter: '1' }], { sent: 1 }],
    ['429 with Retry-After as a date that has passed', [{ status: 429, retryAfter: 'Mon, 23 Nov 2015 09:00:00 GMT' }], { sent: 1 }],
    ['429 without Retry-After', [{ status: 429 }], { sent: 1 }],
    ['412', [{ status: 412, code: 'PreconditionFailed' }], { sent: 1 }],
    ['503', [{ status: 503 }], { sent: 1 }],
    ['500 that arrived', [{ status: 500, delivered: true }], { sent: 1 }],
    ['502 that did not arrive', [{ status: 502 }], { sent: 1 }],
    ['502 that arrived', [{ status: 502, delivered: true }], { sent: 1 }],
    ['504 that arrived', [{ status: 504, delivered: true }], { sent: 1 }],
    ['a reset that did not arrive', [{ reset: true }], { sent: 1 }],
    ['a reset that arrived', [{ reset: true, delivered: true }], { sent: 1 }],
    ['20 seconds of silence that did not arrive', [{ silence: 20_000 }], { sent: 1 }],
    ['20 seconds of silence that arrived', [{ silence: 20_000, delivered: true }], { sent: 1 }],
    [
      'one after another',
      [{ status: 412 }, { status: 429, retryAfter: '0' }, { status: 502 }, { reset: true, delivered: true }],
      { sent: 1 }
    ],
    ['a reset that arrived, and nobody may look', [{ reset: true, delivered: true }], { unknown: 1 }, false],
    ['a reset that did not arrive, and nobody may look', [{ reset: true }], { unknown: 1 }, false],
    ['502, and nobody may look', [{ status: 502 }], { unknown: 1 }, false],
    ['412, and nobody may look', [{ status: 412 }], { sent: 1 }, false]
  ];
  for (const [title, mishaps, outcome, mayLook = true] of faults) {
    it(`gets through, and to nobody twice: ${title}`, async () => {
      await plan('seven');
      teams.mishaps.push(undefined, ...mishaps);
      begin({ mayLook });
      const progress = await until(settled);
      assert.deepEqual(progress, { ...nothing, total: 1, ...outcome });
      assert.equal(teams.delivered.length, outcome.sent === 1 || mishaps.some(each => each.delivered) ? 1 : 0);
      const [row] = await rows();
      if (outcome.sent) assert.equal(row!.activity, teams.delivered[0]!.activity);
      assert.equal(row!.lease_until, null);
    }).timeout(15_000);
  }

  const final: readonly (readonly [title: string, code: string, status: number, reason: string])[] = [
    ['who has blocked it', 'ConversationBlockedByUser', 403, 'blocked'],
    ['who may not be written to', 'MessageWritesBlocked', 403, 'blocked'],
    ['for whom it is not installed', 'BotNotInConversationRoster', 403, 'not-installed'],
    ['where the school has switched it off', 'BotDisabledByAdmin', 403, 'switched-off'],
    ['whose chat is gone and stays gone', 'ConversationNotFound', 404, 'chat-gone'],
    ['for whom it is too large', 'MessageSizeTooBig', 413, 'refused'],
    ['for whom it is refused', 'BadSyntax', 400, 'refused']
  ];
  for (const [title, code, status, reason] of final) {
    it(`gives up at once, says why and turns to mail for somebody ${title}`, async () => {
      await plan('seven');
      teams.block('a:seven', code, status);
      begin();
      await until(({ failed }) => failed === 1);
      const [teamsRow, mail] = await rows();
      assert.equal(teamsRow!.reason, reason);
      assert.equal(teamsRow!.state, 'failed');
      assert.deepEqual(
        [mail!.channel, mail!.state, mail!.person, mail!.purpose, mail!.step],
        ['mail', 'planned', 'seven', 'ask', 'ask seven by mail']
      );
    });
  }

  it('turns to mail for whoever has no account, and to nothing for whoever has no address either', async () => {
    people.set('a', personNamed('a', { id: 'a', address: 'a@school.example' }));
    people.set('b', personNamed('b', { id: 'b' }));
    await outbox.plan(['a', 'b', 'c'].map(person => ({ person, purpose: 'remind', step: `remind ${person}`, channel: 'teams' })));
    begin();
    await until(({ failed }) => failed === 3);
    assert.deepEqual(
      (await rows()).map(({ step, state, reason }) => [step, state, reason]),
      [
        ['remind a', 'failed', 'no-account'],
        ['remind a by mail', 'planned', null],
        ['remind b', 'failed', 'no-account'],
        ['remind c', 'failed', 'no-person']
      ]
    );
  });

  it('names nobody whom something has reached since', async () => {
    await plan('seven', 'eight');
    teams.block('a:seven', 'BadSyntax', 400);
    await database.db.updateTable('sending').set({ state: 'unknown', reason: 'unclear' }).where('person', '=', 'eight').execute();
    begin();
    await until(({ failed }) => failed === 1);
    // For the one a mail is planned; to the other nothing has gone.
    assert.deepEqual(
      (await outbox.troubles()).map(({ person, reason }) => [person, reason]),
      [['eight', 'unclear']]
    );
    await outbox.plan([{ person: 'eight', purpose: 'remind', step: 'remind eight', channel: 'teams' }]);
    assert.deepEqual(await outbox.troubles(), []);
  });

  it('gives up after eight attempts that failed by themselves', async () => {
    await plan('seven');
    teams.setMishap(() => ({ status: 412 }));
    await database.db.updateTable('sending').set({ attempts: 7 }).execute();
    begin();
    await until(({ failed }) => failed === 1);
    assert.equal((await rows())[0]!.reason, 'gave-up');
  });

  it('pauses everything of the tenant, not this process, when Teams says that it is too fast', async () => {
    await plan(...Array.from({ length: 40 }, (_, i) => `p${i}`));
    begin({ perSecond: 20, leaseMs: 10_000 });
    await until(({ sent }) => sent >= 2);
    teams.mishaps.push({ status: 429, retryAfter: '2' });
    while (teams.mishaps.length > 0) await new Promise(resolve => setTimeout(resolve, 5));
    const paused = Date.now();
    // What was under way at that moment arrives.
    let held = -1;
    while (teams.delivered.length !== held) {
      held = teams.delivered.length;
      await new Promise(resolve => setTimeout(resolve, 600));
    }
    // Another process finds the same pause.
    begin({ perSecond: 20, leaseMs: 10_000 });
    await until(() => teams.delivered.length > held);
    assert.ok(Date.now() - paused >= 1900, `${Date.now() - paused} ms`);
    const [row] = (await rows()).filter(({ attempts }) => attempts > 1);
    assert.equal(row, undefined, 'being too fast is nobody’s attempt');
  }).timeout(15_000);

  it('keeps to the rate however many send', async () => {
    await plan(...Array.from({ length: 60 }, (_, i) => `p${i}`));
    const began = Date.now();
    for (let i = 0; i < 3; i++) begin({ perSecond: 30, leaseMs: 10_000 });
    await until(({ sent }) => sent === 60);
    const seconds = (Date.now() - began) / 1000;
    // 15 at once after the rest, then 30 a second; a machine that does other things besides may take longer, never less.
    assert.ok(seconds > 1.4, `${seconds} s`);
    assert.ok([...teams.bySending.values()].every(times => times === 1));
  }).timeout(15_000);

  it('asks nobody for what they signed a minute ago', async () => {
    await plan('seven', 'eight');
    signed.add('seven');
    begin();
    assert.deepEqual(await until(settled), { ...nothing, total: 2, sent: 1, cancelled: 1 });
    assert.deepEqual(
      teams.delivered.map(({ conversation }) => conversation),
      ['a:eight']
    );
  });

  it('stands still while the coordinator has paused it, and goes on', async () => {
    await plan('seven');
    await outbox.pause(true, 'coordinator');
    begin();
    await new Promise(resolve => setTimeout(resolve, 300));
    assert.deepEqual(await outbox.progress(), { ...nothing, total: 1, planned: 1 });
    await outbox.pause(false, 'coordinator');
    await until(({ sent }) => sent === 1);
  });

  it('takes back what has not left', async () => {
    await plan('seven', 'eight');
    assert.equal(await outbox.cancel(['seven']), 1);
    begin();
    assert.deepEqual(await until(settled), { ...nothing, total: 2, sent: 1, cancelled: 1 });
  });

  it('plans nothing twice, and counts a part by the beginning of its step', async () => {
    await plan('seven', 'eight');
    await plan('seven');
    assert.equal((await outbox.progress()).total, 2);
    assert.equal((await outbox.progress({ step: 'ask s' })).total, 1);
    assert.equal((await outbox.progress({ step: 'ask_' })).total, 0);
    assert.equal((await outbox.progress({ since: new Date(Date.now() + 60_000) })).total, 0);
  });

  it('opens each chat once, and finds it again', async () => {
    await plan('seven');
    begin();
    await until(({ sent }) => sent === 1);
    await outbox.plan([{ person: 'seven', purpose: 'remind', step: 'remind seven', channel: 'teams' }]);
    await until(({ sent }) => sent === 2);
    assert.equal(teams.calls(), 3);
    assert.deepEqual(await conversations.of('seven'), {
      id: 'a:seven',
      tenantId: '',
      serviceUrl: teams.serviceUrl,
      botId: '28:',
      entraId: 'seven'
    });
  });

  it('greets a chat once from however many processes, and forgets one that ended until it goes on', async () => {
    const chat = {
      id: 'a:x',
      tenantId: 't',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      botId: '28:',
      entraId: 'x',
      teamsUserId: '29:x'
    };
    await conversations.keep(chat);
    assert.deepEqual((await Promise.all(Array.from({ length: 5 }, () => conversations.greet('a:x')))).filter(Boolean), [true]);
    await conversations.ended('a:x');
    assert.equal(await conversations.of('x'), undefined);
    const { teamsUserId: _unheard, ...opened } = chat;
    await conversations.keep(opened);
    assert.deepEqual(await conversations.of('x'), chat);
    assert.equal(await conversations.greet('a:x'), false);
  });

  it('waits until Graph can be asked, and then knows', async () => {
    await plan('seven');
    teams.mishaps.push(undefined, { reset: true, delivered: true });
    teams.graphAnswers(503);
    begin();
    await until(({ sending }) => sending === 1);
    await new Promise(resolve => setTimeout(resolve, 1200));
    assert.deepEqual(await outbox.progress(), { ...nothing, total: 1, sending: 1 });
    teams.graphAnswers(200);
    await until(({ sent }) => sent === 1);
    assert.equal(teams.delivered.length, 1);
  });

  it('records what is under way before it stops', async () => {
    await plan(...Array.from({ length: 50 }, (_, i) => `p${i}`));
    begin();
    while (teams.delivered.length < 10) await new Promise(resolve => setTimeout(resolve, 2));
    await pumps.pop()!.stop();
    const { sent, sending } = await outbox.progress();
    assert.equal(sending, 0);
    assert.equal(sent, teams.delivered.length);
  });
});
