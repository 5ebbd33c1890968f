import assert from 'node:assert/strict';
import { type Bot, type BotSettings, openBot, waitOf } from '../../bot/bot.ts';
import type { Action, Card, Command } from '../../bot/turn.ts';
import { type Connector, connector } from '../support/teams/connector.ts';
import { conversationsInMemory, deskWith, personNamed } from '../support/teams/school.ts';

const seven = personNamed('Teacher Seven', { entraId: 'aad-seven' });
const gwladys = personNamed('Teacher Eight', { entraId: 'aad-eight', language: 'cy' });
const card = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Sign',
      verb: 'sign',
      data: { major: 2 },
      fallback: { type: 'Action.Submit', title: 'Sign', data: { verb: 'sign', major: 2 } }
    }
  ]
});

const echo: Command<string> = {
  id: 'echo',
  reads: words => (words.startsWith('echo ') ? words.slice(5) : undefined),
  run: (turn, meant) => Promise.resolve([{ text: `${turn.locale}:${turn.person.name}:${meant}` }, { card: card('one'), summary: 'A card' }])
};
const broken: Command<true> = {
  id: 'broken',
  reads: words => (words === 'break' ? true : undefined),
  run: () => Promise.reject(new Error('Teacher Seven is in this message'))
};

describe('the bot: what it does with a message', () => {
  let teams: Connector;
  let bot: Bot;
  let lines: string[];
  let pressed: unknown[];
  let chats: ReturnType<typeof conversationsInMemory>;

  const sign: Action<{ readonly major: number }> = {
    id: 'sign',
    read: data => (typeof data === 'object' && data !== null && 'major' in data && data.major === 2 ? { major: 2 } : undefined),
    run: (_turn, data) => {
      pressed.push(data);
      return Promise.resolve({ card: card('signed'), says: [{ text: 'Your receipt' }] });
    }
  };
  const look: Action<true> = { id: 'look', refreshes: true, read: () => true, run: () => Promise.resolve({ card: card('as it stands') }) };
  const talk: Action<true> = { id: 'talk', read: () => true, run: () => Promise.resolve({ says: [{ text: 'Noted.' }] }) };
  const shows: Action<true> = {
    id: 'shows',
    read: () => true,
    run: () => Promise.resolve({ card: card('for the moment'), passing: true })
  };
  const fails: Action<true> = { id: 'fails', read: () => true, run: () => Promise.reject(new Error('no')) };

  function opened(more: Partial<BotSettings> = {}): Bot {
    return openBot({
      appId: '',
      tenantId: '',
      type: 'SingleTenant',
      development: true,
      commands: [echo as Command, broken as Command],
      actions: [sign as Action, look as Action, talk as Action, shows as Action, fails as Action],
      desk: deskWith(),
      personOf: id => Promise.resolve([seven, gwladys].find(({ entraId }) => entraId === id)),
      conversations: chats,
      log: line => lines.push(line),
      serviceUrl: teams.serviceUrl,
      ...more
    });
  }

  beforeEach(async () => {
    teams = await connector({ botId: '28:' });
    for (const id of ['aad-seven', 'aad-eight', 'aad-nobody']) teams.install(id);
    lines = [];
    pressed = [];
    chats = conversationsInMemory();
    bot = opened();
    lines.length = 0;
  });
  afterEach(async () => {
    await bot.idle();
    await teams.close();
  });

  const activity = (who: string, more: object): object => ({
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${who}`, aadObjectId: who },
    recipient: { id: '28:' },
    conversation: { id: `a:${who}`, conversationType: 'personal' },
    ...more
  });

  async function told(body: object): Promise<{ readonly status: number; readonly body: unknown }> {
    let status = 0;
    let answered: unknown;
    await bot.answer(
      { body, headers: { host: 'localhost' }, socket: { remoteAddress: '127.0.0.1' } },
      { status: code => ((status = code), { json: value => (answered = value), end: () => undefined }) }
    );
    return { status, body: answered };
  }
  const say = (who: string, text: string, more: object = {}) => told(activity(who, { type: 'message', text, ...more }));
  const press = (who: string, verb: string, data: object, more: object = {}) =>
    told(
      activity(who, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data }, ...more } })
    );
  const heard = (): readonly unknown[] => teams.delivered.map(({ message }) => message.text ?? message.attachments?.[0]?.content);

  it('runs the first command that understands, and sends its answers in their order', async () => {
    assert.equal((await say('aad-seven', '<at>Beadle</at>  echo a &amp; b')).status, 200);
    assert.deepEqual(heard(), ['en:Teacher Seven:a & b', card('one')]);
    assert.equal(teams.delivered[1]!.message.summary, 'A card');
    assert.equal(chats.kept.get('a:aad-seven')?.entraId, 'aad-seven');
  });

  it('speaks Welsh where the list of people or the person’s Teams says so', async () => {
    await say('aad-eight', 'echo x', { locale: 'en-GB' });
    await say('aad-seven', 'echo x', { locale: 'cy-GB' });
    await say('aad-seven', 'echo x', { locale: 'fr-FR' });
    assert.deepEqual(
      heard().filter(each => typeof each === 'string'),
      ['cy:Teacher Eight:x', 'cy:Teacher Seven:x', 'en:Teacher Seven:x']
    );
  });

  it('says what to do where it does not understand, and where it does not know somebody', async () => {
    await say('aad-seven', 'lorem');
    await say('aad-nobody', 'echo x');
    await say('aad-nobody', 'echo x', { locale: 'cy' });
    assert.deepEqual(heard(), [
      'I did not understand that. Write «help» to see what I can do.',
      'We do not know you yet. Please tell your IT support, so that they can add you to the school’s list of people.',
      'Nid ydym yn eich adnabod eto. Rhowch wybod i’ch cymorth TG, fel y gallant eich ychwanegu at restr pobl yr ysgol.'
    ]);
  });

  it('asks for a private chat in a group, whoever speaks and whatever they say or press', async () => {
    const group = { conversation: { id: 'a:aad-seven', conversationType: 'groupChat' } };
    await say('aad-seven', 'echo x', group);
    const answer = await told({
      ...activity('aad-seven', group),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'sign', data: { major: 2 } } }
    });
    assert.deepEqual(heard(), ['Please talk to me in private: open a chat with me and write there.']);
    assert.match(JSON.stringify(answer.body), /in private/);
    assert.deepEqual(pressed, []);
    assert.equal(chats.kept.size, 0);
  });

  it('answers in plain words with a code where a command fails, and logs no word of it', async () => {
    await say('aad-seven', 'break');
    const [line] = lines;
    const code = /\(Error, ([0-9a-f]{8})\)/.exec(line!)![1]!;
    assert.equal(line, `A message could not be dealt with (Error, ${code}).`);
    assert.deepEqual(heard(), [
      `That did not work. Please try again in a moment. If it happens again, tell your IT support this code: ${code}.`
    ]);
  });

  it('deals once with a message that Teams sends again', async () => {
    await say('aad-seven', 'echo x', { id: 'm1' });
    await say('aad-seven', 'echo x', { id: 'm1' });
    assert.equal(teams.delivered.length, 2);
  });

  it('greets once, however often it is told that it was installed', async () => {
    const installed = activity('aad-seven', { type: 'installationUpdate', action: 'add' });
    const added = activity('aad-seven', { type: 'conversationUpdate', membersAdded: [{ id: '28:' }] });
    for (const body of [installed, added, added, installed]) assert.equal((await told(body)).status, 200);
    assert.equal(teams.delivered.length, 1);
    assert.match(String(heard()[0]), /^Hello\. I am Beadle\./);
    assert.equal(chats.kept.get('a:aad-seven')?.teamsUserId, '29:aad-seven');
    await told(activity('aad-seven', { type: 'installationUpdate', action: 'remove' }));
    assert.equal(chats.kept.size, 0);
  });

  it('greets nobody where only a person was added', async () => {
    await told(activity('aad-seven', { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] }));
    assert.equal(teams.delivered.length, 0);
  });

  it('answers a button with the new card, renews the old one and says the rest', async () => {
    const pushed = await bot.push(
      { id: 'a:aad-seven', tenantId: '', serviceUrl: teams.serviceUrl, botId: '28:', entraId: 'aad-seven' },
      { card: card('ask'), summary: 'Please sign' },
      'sending-1'
    );
    assert.ok(pushed.ok);
    const answer = await told({
      ...activity('aad-seven', { replyToId: pushed.activityId }),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'sign', data: { major: 2, sending: 'sending-1' } } }
    });
    assert.deepEqual(answer, {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('signed') }
    });
    await bot.idle();
    assert.deepEqual(heard(), [card('signed'), 'Your receipt']);
    assert.equal(teams.delivered[0]!.renewed, 1);
    assert.deepEqual(pressed, [{ major: 2 }]);
  });

  it('shows what is for the moment to who pressed it, and leaves it nowhere', async () => {
    const asked = await bot.push(
      { id: 'a:aad-seven', tenantId: '', serviceUrl: teams.serviceUrl, botId: '28:', entraId: 'aad-seven' },
      { card: card('cover'), summary: 'An item' }
    );
    assert.ok(asked.ok);
    const answer = await told({
      ...activity('aad-seven', { replyToId: asked.activityId }),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'shows', data: {} } }
    });
    assert.match(JSON.stringify(answer.body), /for the moment/);
    await bot.idle();
    assert.deepEqual(heard(), [card('cover')]);
    assert.equal(teams.delivered[0]!.renewed, 0);
    // An old client has the chat alone to show it in: there it would stay.
    for (const more of [{ replyToId: asked.activityId }, {}])
      await told(activity('aad-seven', { type: 'message', value: { verb: 'shows' }, ...more }));
    await bot.idle();
    assert.equal(teams.delivered[0]!.renewed, 0);
    assert.doesNotMatch(JSON.stringify(heard()), /for the moment/);
    assert.match(JSON.stringify(heard()), /too old to show that/);
  });

  it('does by itself only what changes nothing, when a card is shown again', async () => {
    assert.match(JSON.stringify((await press('aad-seven', 'sign', { major: 2 }, { trigger: 'automatic' })).body), /out of date/);
    assert.deepEqual(pressed, []);
    assert.match(JSON.stringify((await press('aad-seven', 'look', {}, { trigger: 'automatic' })).body), /as it stands/);
    assert.match(JSON.stringify((await press('aad-seven', 'sign', { major: 2 }, { trigger: 'manual' })).body), /signed/);
  });

  it('answers in words where there is no card, where the card is old, and where it fails', async () => {
    const words = async (verb: string, data: object, who = 'aad-seven'): Promise<unknown> => (await press(who, verb, data)).body;
    assert.deepEqual(await words('talk', {}), { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' });
    assert.match(JSON.stringify(await words('sign', { major: 1 })), /This card is out of date/);
    assert.match(JSON.stringify(await words('unheard-of', {})), /This card is out of date/);
    assert.match(JSON.stringify(await words('sign', { major: 1 }, 'aad-eight')), /Mae’r cerdyn hwn wedi dyddio/);
    assert.match(JSON.stringify(await words('sign', { major: 2 }, 'aad-nobody')), /We do not know you yet/);
    assert.match(JSON.stringify(await words('fails', {})), /tell your IT support this code: [0-9a-f]{8}/);
    await bot.idle();
    assert.equal(teams.delivered.length, 0);
  });

  it('takes Action.Submit of an old client, which comes as a message without words', async () => {
    const asked = await bot.push(
      { id: 'a:aad-seven', tenantId: '', serviceUrl: teams.serviceUrl, botId: '28:', entraId: 'aad-seven' },
      { card: card('ask'), summary: 'Please sign' }
    );
    assert.ok(asked.ok);
    await told(activity('aad-seven', { type: 'message', value: { verb: 'sign', major: 2 }, replyToId: asked.activityId }));
    await bot.idle();
    assert.deepEqual(heard(), [card('signed'), 'Your receipt']);
    await told(activity('aad-seven', { type: 'message', value: { no: 'verb' } }));
    assert.equal(heard()[2], 'This card is out of date. Write «help» to go on.');
  });

  it('refuses values over which botbuilder would fall, before it sees them', async () => {
    for (const value of [
      undefined,
      null,
      {},
      'text',
      { action: null },
      { action: {} },
      { action: { type: 'Action.Submit', verb: 'sign' } },
      { action: { type: 'Action.Execute', data: {} } },
      { action: { type: 'Action.Execute', verb: 'sign', data: 'text' } },
      { action: { type: 'Action.Execute', verb: 'sign' }, trigger: 'other' }
    ]) {
      const { status } = await told(activity('aad-seven', { type: 'invoke', name: 'adaptiveCard/action', value }));
      assert.equal(status, 400, JSON.stringify(value));
    }
    assert.equal((await told(activity('aad-seven', { type: 'invoke', name: 'task/fetch', value: {} }))).status, 501);
    assert.deepEqual(pressed, []);
  });

  it('tries an answer again that surely did not arrive, and never one that may have', async () => {
    teams.mishaps.push({ status: 412 }, { status: 429, retryAfter: '0' });
    await say('aad-seven', 'lorem');
    assert.equal(teams.delivered.length, 1);
    teams.mishaps.push({ status: 502, delivered: true });
    await say('aad-seven', 'lorem');
    assert.equal(teams.delivered.length, 2);
    assert.deepEqual(lines, ['An answer could not be sent (502).']);
  });
});

describe('the bot: sending', () => {
  const chat = (teams: Connector, id = 'a:aad-seven') => ({
    id,
    tenantId: '',
    serviceUrl: teams.serviceUrl,
    botId: '28:',
    entraId: 'aad-seven'
  });
  let teams: Connector;
  let bot: Bot;
  let chats: ReturnType<typeof conversationsInMemory>;

  beforeEach(async () => {
    teams = await connector({ botId: '28:', bearer: 'ours' });
    teams.install('aad-seven');
    chats = conversationsInMemory();
    bot = openBot({
      appId: '',
      tenantId: '',
      type: 'SingleTenant',
      development: true,
      commands: [],
      actions: [],
      desk: deskWith(),
      personOf: () => Promise.resolve(seven),
      conversations: chats,
      log: () => {},
      serviceUrl: teams.serviceUrl,
      deadline: 300,
      trial: { bearer: () => Promise.resolve('ours') }
    });
  });
  afterEach(() => teams.close());

  it('carries the id of the sending in every button, and hands it to no action', async () => {
    const pushed = await bot.push(chat(teams), { card: card('ask'), summary: 'Please sign' }, 'sending-1');
    assert.ok(pushed.ok);
    assert.equal(teams.delivered[0]!.activity, pushed.activityId);
    assert.deepEqual((teams.delivered[0]!.message.attachments![0]!.content as Card).actions, [
      {
        type: 'Action.Execute',
        title: 'Sign',
        verb: 'sign',
        data: { major: 2, sending: 'sending-1' },
        fallback: { type: 'Action.Submit', title: 'Sign', data: { verb: 'sign', major: 2, sending: 'sending-1' } }
      }
    ]);
  });

  const faults: readonly (readonly [title: string, mishap: Connector['mishaps'][number], outcome: object])[] = [
    [
      '429 with Retry-After',
      { status: 429, code: 'Throttled', retryAfter: '7' },
      { status: 429, code: 'Throttled', retryAfterMs: 7000, mayHaveArrived: false }
    ],
    ['429 without Retry-After', { status: 429, code: 'Throttled' }, { status: 429, code: 'Throttled', mayHaveArrived: false }],
    ['412', { status: 412, code: 'PreconditionFailed' }, { status: 412, code: 'PreconditionFailed', mayHaveArrived: false }],
    ['500', { status: 500 }, { status: 500, code: 'Injected', mayHaveArrived: true }],
    ['502', { status: 502 }, { status: 502, code: 'Injected', mayHaveArrived: true }],
    [
      '503 with Retry-After',
      { status: 503, retryAfter: '2' },
      { status: 503, code: 'Injected', retryAfterMs: 2000, mayHaveArrived: false }
    ],
    ['504', { status: 504 }, { status: 504, code: 'Injected', mayHaveArrived: true }],
    ['a reset', { reset: true }, { code: 'reset', mayHaveArrived: true }],
    ['silence', { silence: 2000 }, { code: 'timeout', mayHaveArrived: true }],
    ['a redirect, which would carry our token away', { status: 302 }, { status: 302, code: 'Injected', mayHaveArrived: false }],
    [
      'a block',
      { status: 403, code: 'ConversationBlockedByUser' },
      { status: 403, code: 'ConversationBlockedByUser', mayHaveArrived: false }
    ]
  ];
  for (const [title, mishap, outcome] of faults) {
    it(`calls once and says what it was: ${title}`, async () => {
      teams.mishaps.push(mishap);
      assert.deepEqual(await bot.push(chat(teams), { text: 'x' }), { ok: false, ...outcome });
      assert.equal(teams.calls(), 1);
    });
  }

  it('knows an unknown chat, a message that is too large, and a connector that is not there', async () => {
    assert.deepEqual(await bot.push(chat(teams, 'a:other'), { text: 'x' }), {
      ok: false,
      status: 404,
      code: 'ConversationNotFound',
      mayHaveArrived: false
    });
    assert.deepEqual(await bot.push(chat(teams), { card: card('x'.repeat(30_000)), summary: '' }), {
      ok: false,
      status: 413,
      code: 'MessageSizeTooBig',
      mayHaveArrived: false
    });
    const gone = { ...chat(teams), serviceUrl: 'http://127.0.0.1:9/teams' };
    assert.deepEqual(await bot.push(gone, { text: 'x' }), { ok: false, code: 'unreachable', mayHaveArrived: false });
  });

  it('gives our token to no place that is not Teams’', async () => {
    const calls = teams.calls();
    assert.deepEqual(await bot.push({ ...chat(teams), serviceUrl: 'https://evil.example/' }, { text: 'x' }), {
      ok: false,
      code: 'wrong-place',
      mayHaveArrived: false
    });
    assert.equal(teams.calls(), calls);
  });

  it('opens a chat once with somebody for whom it is installed, and says who has it not', async () => {
    const opened = await bot.open(seven);
    assert.ok(opened.ok);
    assert.equal(opened.conversation.id, 'a:aad-seven');
    await bot.open(seven);
    assert.equal(teams.calls(), 1);
    assert.deepEqual(await bot.open(gwladys), { ok: false, status: 403, code: 'BotNotInConversationRoster', mayHaveArrived: false });
    assert.deepEqual(await bot.open(personNamed('Governor Two')), { ok: false, code: 'no-account', mayHaveArrived: false });
  });

  it('sends not a byte after the moment until which it may, even where this process was held up in between', async () => {
    assert.deepEqual(await bot.push(chat(teams), { text: 'x' }, 's-1', performance.now() - 1), {
      ok: false,
      code: 'too-late',
      mayHaveArrived: false
    });
    const heldUp = openBot({
      appId: '',
      tenantId: '',
      type: 'SingleTenant',
      development: true,
      commands: [],
      actions: [],
      desk: deskWith(),
      personOf: () => Promise.resolve(seven),
      conversations: chats,
      log: () => {},
      trial: {
        bearer: () => {
          // Nothing else of this process runs meanwhile, no timer either.
          const end = performance.now() + 200;
          while (performance.now() < end);
          return Promise.resolve('ours');
        }
      }
    });
    const pushed = await heldUp.push(chat(teams), { text: 'x' }, 's-1', performance.now() + 100);
    assert.deepEqual(pushed, { ok: false, code: 'timeout', mayHaveArrived: true });
    await new Promise(resolve => setTimeout(resolve, 50));
    assert.equal(teams.calls(), 0);
  });

  it('asks for one token at a time, and says when there is none', async () => {
    let asked = 0;
    let atOnce = 0;
    let most = 0;
    const slow = openBot({
      appId: '',
      tenantId: '',
      type: 'SingleTenant',
      development: true,
      commands: [],
      actions: [],
      desk: deskWith(),
      personOf: () => Promise.resolve(seven),
      conversations: chats,
      log: () => {},
      trial: {
        bearer: async () => {
          most = Math.max(most, ++atOnce);
          await new Promise(resolve => setTimeout(resolve, 5));
          atOnce -= 1;
          if (++asked > 5) throw new Error('no');
          return 'ours';
        }
      }
    });
    const all = await Promise.all(Array.from({ length: 6 }, () => slow.push(chat(teams), { text: 'x' })));
    assert.equal(most, 1);
    assert.deepEqual(
      all.filter(each => !each.ok),
      [{ ok: false, code: 'no-token', mayHaveArrived: false }]
    );
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const cases: readonly (readonly [header: string | undefined, ms: number | undefined])[] = [
    ['7', 7000],
    ['0', 0],
    ['0.5', 500],
    ['Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['999999', 600_000],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined]
  ];
  for (const [header, ms] of cases) it(`reads ${JSON.stringify(header)} as ${ms} ms`, () => assert.equal(waitOf(header, now), ms));
});
