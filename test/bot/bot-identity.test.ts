import assert from 'node:assert/strict';
import express from 'express';
import type { Server } from 'node:http';
import { type Bot, type BotSettings, openBot } from '../../bot/bot.ts';
import { appId, tenantId, type Tokens, tokens, ukService, unsigned } from '../support/teams/tokens.ts';
import { conversationsInMemory, deskWith, personNamed } from '../support/teams/school.ts';

const registered = { appId, tenantId, type: 'SingleTenant', password: 'invented' } as const;

function settings(more: Partial<BotSettings> = {}): BotSettings {
  return {
    ...registered,
    commands: [],
    actions: [],
    desk: deskWith(),
    personOf: () => Promise.resolve(personNamed('Teacher Seven')),
    conversations: conversationsInMemory(),
    log: () => {},
    ...more
  };
}

/** One that asks for no answer in the chat. */
const typing = (more: object = {}): object => ({
  type: 'typing',
  channelId: 'msteams',
  serviceUrl: ukService,
  from: { id: '29:seven', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000007' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  ...more
});

describe('the bot: who may speak', () => {
  let keys: Tokens;
  const servers: Server[] = [];

  before(async () => {
    keys = await tokens();
  });
  after(() => {
    keys.close();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });
  // botbuilder writes to the console what it finds wrong with a token.
  const { error } = console;
  beforeEach(() => void (console.error = () => {}));
  afterEach(() => void (console.error = error));

  async function served(bot: Bot): Promise<string> {
    const app = express();
    app.use(express.json());
    app.post('/api/messages', (request, response) => bot.answer(request, response));
    const server = app.listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise(resolve => server.once('listening', resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/messages`;
  }

  async function status(
    url: string,
    body: object,
    authorization?: string,
    headers: { readonly [name: string]: string } = {}
  ): Promise<number> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }), ...headers },
      body: JSON.stringify(body)
    });
    return answer.status;
  }

  const stranger = '99999999-9999-4999-8999-999999999999';
  const cases: readonly (readonly [title: string, status: number, authorization: () => Promise<string | undefined>, activity?: object])[] =
    [
      ['a token that is good', 200, () => keys.bearer()],
      ['a token that ended four minutes ago, within the five that clocks may differ', 200, () => keys.bearer({ ends: -240 })],
      ['no token', 401, () => Promise.resolve(undefined)],
      ['a token that ended an hour ago', 401, () => keys.bearer({ ends: -3600 })],
      ['a token for another bot', 401, () => keys.bearer({ claims: { aud: stranger } })],
      ['a token of another issuer', 401, () => keys.bearer({ claims: { iss: 'https://evil.example' } })],
      ['a token that a stranger signed', 401, () => keys.bearer({ stranger: true })],
      ['a token that nobody signed', 401, () => Promise.resolve(unsigned())],
      ['a token by a key that is not published', 401, () => keys.bearer({ kid: 'nobody' })],
      ['a token by a key that is not for Teams', 401, () => keys.bearer({ kid: 'webchat' })],
      ['a service URL that is not the one of the token', 401, () => keys.bearer(), typing({ serviceUrl: 'https://evil.example/' })],
      ['words in place of a token', 401, () => Promise.resolve('Bearer what.ever.this')],
      ['another scheme than Bearer', 401, async () => (await keys.bearer()).replace('Bearer', 'Basic')],
      [
        'a token of the emulator, which botbuilder would take',
        401,
        () => keys.bearer({ claims: { iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, appid: appId, ver: '1.0' } })
      ],
      [
        'another tenant, which botbuilder lets in',
        403,
        () => keys.bearer(),
        typing({ conversation: { id: 'a:1', conversationType: 'personal', tenantId: stranger }, channelData: { tenant: { id: stranger } } })
      ],
      [
        'a chat of ours with a message from another tenant',
        403,
        () => keys.bearer(),
        typing({ channelData: { tenant: { id: stranger } } })
      ],
      [
        'no tenant at all',
        403,
        () => keys.bearer(),
        typing({ conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} })
      ],
      [
        'a connector elsewhere, though its token says so too',
        403,
        () => keys.bearer({ claims: { serviceurl: 'https://evil.trafficmanager.net/' } }),
        typing({ serviceUrl: 'https://evil.trafficmanager.net/' })
      ],
      ['another channel, for which botbuilder checks otherwise', 400, () => keys.bearer(), typing({ channelId: 'AseChannel' })],
      ['no service URL, without which botbuilder skips a check', 400, () => keys.bearer(), typing({ serviceUrl: '' })],
      ['a list in place of an activity', 400, () => keys.bearer(), []]
    ];
  for (const [title, expected, authorization, activity = typing()] of cases) {
    it(`${title}: ${expected}`, async () => {
      const url = await served(openBot(settings({ trial: { openIdMetadata: keys.openIdMetadata } })));
      assert.equal(await status(url, activity, await authorization()), expected);
    });
  }

  it('answers 503 while the keys cannot be had, and lets nobody in', async () => {
    const down = await tokens(500);
    const lines: string[] = [];
    const url = await served(openBot(settings({ trial: { openIdMetadata: down.openIdMetadata }, log: line => lines.push(line) })));
    assert.equal(await status(url, typing(), await keys.bearer()), 503);
    assert.deepEqual(lines, ['The keys of Teams’ tokens could not be fetched (503).']);
    down.close();
  });

  it('does not start without a whole registration', () => {
    const wrong: readonly (readonly [Partial<BotSettings>, RegExp])[] = [
      [{ appId: '' }, /no application id/],
      [{ appId: '' as string, development: false }, /no application id/],
      [{ appId: 'beadle' }, /is no id/],
      [{ tenantId: '' }, /no tenant id/],
      [{ tenantId: 'common' }, /no tenant id/],
      [{ type: 'Singletennant' as 'SingleTenant' }, /neither SingleTenant nor/],
      [{ type: 'MultiTenant' as 'SingleTenant' }, /neither SingleTenant nor/],
      [{ password: ' ' }, /no password/],
      [{ type: 'UserAssignedMSI' }, /has no password/]
    ];
    for (const [more, words] of wrong) assert.throws(() => openBot(settings(more)), words);
    const { password: _none, ...managed } = settings({ type: 'UserAssignedMSI' });
    openBot(managed);
  });

  it('asks Graph in the name of its registration, and no other place', async () => {
    const asked: { readonly url: string; readonly authorization: string | null }[] = [];
    const { fetch: real } = globalThis;
    globalThis.fetch = (url, init) => {
      asked.push({ url: url as string, authorization: new Headers(init?.headers).get('authorization') });
      return Promise.resolve(Response.json({ value: [] }, { status: 200 }));
    };
    try {
      const bot = openBot(settings({ trial: { bearer: () => Promise.resolve('ours') } }));
      assert.deepEqual(await bot.askGraph('https://graph.microsoft.com/v1.0/chats'), { status: 200, body: { value: [] } });
      for (const url of ['https://graph.microsoft.com.evil.example/', 'https://evil.example/', 'http://graph.microsoft.com/v1.0/chats']) {
        assert.equal(await bot.askGraph(url), undefined);
      }
      const nobody = openBot(settings({ appId: '', tenantId: '', development: true }));
      assert.equal(await nobody.askGraph('https://graph.microsoft.com/v1.0/chats'), undefined);
    } finally {
      globalThis.fetch = real;
    }
    assert.deepEqual(asked, [{ url: 'https://graph.microsoft.com/v1.0/chats', authorization: 'Bearer ours' }]);
  });

  it('without a registration answers programs of this machine only, and only straight ones', async () => {
    const lines: string[] = [];
    const url = await served(openBot(settings({ appId: '', tenantId: '', development: true, log: line => lines.push(line) })));
    assert.deepEqual(lines, ['The bot runs without a registration, for this machine only. Do not use it for a school.']);
    const local = typing({ serviceUrl: 'http://localhost:56150/_connector' });
    assert.equal(await status(url, local), 200);
    assert.equal(await status(url, local, undefined, { 'x-forwarded-for': '192.0.2.7' }), 403);
    assert.equal(await status(url, typing({ serviceUrl: 'https://smba.trafficmanager.net/uk/' })), 403);
  });

  it('without a registration refuses a caller from elsewhere and a name that is not this machine’s', async () => {
    const bot = openBot(settings({ appId: '', tenantId: '', development: true }));
    const local = typing({ serviceUrl: 'http://localhost:56150/_connector' });
    const from = async (remoteAddress: string, host: string): Promise<number> => {
      let answered = 0;
      await bot.answer(
        { body: local, headers: { host }, socket: { remoteAddress } },
        { status: code => ((answered = code), { json: () => undefined, end: () => undefined }) }
      );
      return answered;
    };
    assert.equal(await from('127.0.0.1', 'localhost:3978'), 200);
    assert.equal(await from('::ffff:127.0.0.1', '127.0.0.1:3978'), 200);
    assert.equal(await from('192.0.2.7', 'localhost:3978'), 403);
    assert.equal(await from('127.0.0.1', 'beadle.school.example'), 403);
  });
});
