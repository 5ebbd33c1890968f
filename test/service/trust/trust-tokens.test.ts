import assert from 'node:assert/strict';
import { request } from 'node:http';
import { addOnAccount } from '../../../service/config-gmail.ts';
import { linksIn } from '../../../service/links.ts';
import { conversationsOf } from '../../../service/store/conversations.ts';
import { peopleOf } from '../../../service/store/people.ts';
import { emptyDatabase } from '../../support/database.ts';
import { claimsAt, issuer, type Issuer } from '../../support/issuer.ts';
import { type Tokens, tokens, ukService } from '../../support/teams/tokens.ts';
import { type ServedTrust, servedTrust, trustFolder } from '../../support/trust.ts';

/** Every registration of a school ends in its own digit. */
const digits = { oak: '1', elm: '2', ash: '3', fir: '3' } as const;
type Id = keyof typeof digits;
const guid = (id: Id, part: string): string => `${part.repeat(8)}-0000-4000-8000-${digits[id].repeat(12)}`;
const client = (id: Id): string => guid(id, 'a');
const tenant = (id: Id): string => guid(id, 'b');
const bot = (id: Id): string => guid(id, 'c');
const account = (id: Id): string => `dddddddd-0000-4000-8000-00000000000${Object.keys(digits).indexOf(id)}`;
const gmail = (id: Id) => ({
  origin: `https://${id}.trust.example`,
  project: digits[id].repeat(12),
  clientId: `${digits[id].repeat(12)}-a.apps.googleusercontent.com`,
  audience: [],
  domains: []
});

const school = (id: Id): string => `school: { name: ${id}, id: ${id} }
domains: { staff: [${id}.example] }
signatures: { origin: "https://${id}.trust.example" }
outlook: { origin: "https://${id}.trust.example", clientId: ${client(id)}, tenants: [${tenant(id)}] }
gmail: { origin: "https://${id}.trust.example", project: "${gmail(id).project}", clientId: ${gmail(id).clientId} }
bot: { appId: ${bot(id)}, tenantId: ${tenant(id)}, type: UserAssignedMSI, origin: "https://bots.trust.example" }
`;

/** Two schools with all of their own, and two that share a tenant and a bot, as the schools of most trusts do. */
const ids = ['oak', 'elm', 'ash', 'fir'] as const;
const yaml = `trust: { name: Example Trust, id: trust.example, origin: "https://bots.trust.example" }
schools: [${ids.map(id => `{ folder: ${id} }`).join(', ')}]
`;

describe('tokens at the schools of a trust', function () {
  this.timeout(90_000);
  let served: ServedTrust;
  let vendor: Issuer;
  let teams: Tokens;

  before(async () => {
    [vendor, teams] = await Promise.all([issuer(), tokens()]);
    const folder = await trustFolder(yaml, Object.fromEntries(ids.map(id => [id, school(id)])));
    served = await servedTrust(folder, await emptyDatabase(), {
      issuers: { microsoft: vendor.keysAt, google: vendor.keysAt, bot: { openIdMetadata: teams.openIdMetadata } }
    });
    assert.deepEqual(served.service.faults(), []);
    assert.equal(await served.service.begin(), 0);
    for (const id of ids)
      await peopleOf(served.service.shared.of(id).db, id).put([
        {
          name: 'Teacher Seven',
          address: `teacher.seven@${id}.example`,
          entraId: account(id),
          roles: ['staff', 'coordinator'],
          groups: [],
          children: [],
          language: 'en'
        }
      ]);
    assert.deepEqual(served.service.faults(), []);
  });
  after(async () => {
    await served?.close();
    vendor?.close();
    teams?.close();
  });
  // botbuilder writes to the console what it finds wrong with a token.
  const { error } = console;
  beforeEach(() => void (console.error = () => {}));
  afterEach(() => void (console.error = error));

  function ask(
    host: string,
    path: string,
    { body, type = 'application/json', authorization }: { body?: object | string; type?: string; authorization?: string } = {}
  ): Promise<{ readonly status: number; readonly text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { host, 'content-type': type, ...(authorization === undefined ? {} : { authorization }) };
      const asked = request(
        { host: '127.0.0.1', port: served.port, path, method: body === undefined ? 'GET' : 'POST', headers },
        response => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => resolve({ status: response.statusCode!, text }));
        }
      );
      asked.on('error', reject);
      asked.end(typeof body === 'object' ? JSON.stringify(body) : body);
    });
  }
  const at = (id: Id): string => `${id}.trust.example`;

  describe('of Outlook', () => {
    const token = async (of: Id, app: Id = of): Promise<string> =>
      `Bearer ${await vendor.token({
        ...claimsAt(new Date()),
        aud: client(app),
        azp: client(app),
        tid: tenant(of),
        iss: `https://login.microsoftonline.com/${tenant(of)}/v2.0`,
        oid: account(of)
      })}`;

    it('count at their own school', async () => {
      for (const id of ['oak', 'elm'] as const) {
        const { status, text } = await ask(at(id), '/outlook/policy', { authorization: await token(id) });
        assert.equal(status, 200, text);
      }
    });

    for (const [what, of, app] of [
      ['of another school', 'elm', 'elm'],
      ['of another tenant, made for this school’s add-in', 'elm', 'oak'],
      ['of its own tenant, made for another school’s add-in', 'oak', 'elm']
    ] as const)
      it(`${what} count nowhere at a school, and say nothing of it`, async () => {
        const authorization = await token(of, app);
        for (const [path, body] of [
          ['/outlook/policy', undefined],
          ['/outlook/records', {}],
          ['/outlook/suggestions', {}]
        ] as const) {
          const { status, text } = await ask(at('oak'), path, { authorization, ...(body && { body }) });
          assert.ok(status === 401 || status === 403, `${path} ${status} ${text}`);
          assert.doesNotMatch(text, /oak|elm|seven/i);
        }
      });
  });

  describe('of Gmail', () => {
    const path = '/gmail/home';
    /** A request of Google's: which school's address it is for, in whose project's name, and whose person it is. */
    async function home(host: Id, { endpoint = host, project = host, person = host }: { endpoint?: Id; project?: Id; person?: Id } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const times = { iss: 'https://accounts.google.com', iat: now, exp: now + 3600 };
      const system = await vendor.token({
        ...times,
        aud: `https://${at(endpoint)}${path}`,
        email: addOnAccount(gmail(project)),
        email_verified: true,
        sub: '1'
      });
      const user = await vendor.token({
        ...times,
        aud: gmail(person).clientId,
        sub: '42',
        email: `teacher.seven@${person}.example`,
        email_verified: true,
        hd: `${person}.example`
      });
      return ask(at(host), path, {
        authorization: `Bearer ${system}`,
        body: {
          commonEventObject: { hostApp: 'GMAIL', platform: 'WEB', userLocale: 'en-GB', timeZone: { id: 'Europe/London', offset: 0 } },
          authorizationEventObject: { userOAuthToken: 'ya29.oauth', userIdToken: user, systemIdToken: system, authorizedScopes: [] }
        }
      });
    }

    it('count at their own school', async () => {
      for (const id of ['oak', 'elm'] as const) {
        const { status, text } = await home(id);
        assert.equal(status, 200, text);
      }
    });

    for (const [what, given, expected] of [
      ['made for another school’s address', { endpoint: 'elm' }, 401],
      ['in the name of another school’s project', { project: 'elm' }, 401],
      ['of another school’s person', { person: 'elm' }, 401],
      ['of another school altogether', { endpoint: 'elm', project: 'elm', person: 'elm' }, 401]
    ] as const)
      it(`${what} are refused`, async () => {
        const { status, text } = await home('oak', given);
        assert.ok(status === expected || status === 403, `${status} ${text}`);
        assert.doesNotMatch(text, /seven|elm/i);
      });
  });

  describe('of Teams', () => {
    interface Said {
      readonly tenant?: Id;
      readonly from?: string;
      readonly aud?: string;
      readonly host?: string;
    }
    async function says(id: Id, { tenant: its = id, from = account(id), aud = bot(id), host = 'bots.trust.example' }: Said = {}) {
      return ask(host, '/api/messages', {
        authorization: await teams.bearer({ claims: { aud } }),
        body: {
          type: 'installationUpdate',
          action: 'remove',
          channelId: 'msteams',
          serviceUrl: ukService,
          from: { id: '29:seven', aadObjectId: from },
          recipient: { id: `28:${bot(id)}` },
          conversation: { id: `a:${from}`, conversationType: 'personal', tenantId: tenant(its) },
          channelData: { tenant: { id: tenant(its) } }
        }
      });
    }
    /** Which schools took it that somebody put the bot away: each has a chat with everybody before. */
    async function taken(account: string, ...given: Parameters<typeof says>): Promise<readonly [status: number, ...schools: Id[]]> {
      const chats = ids.map(id => conversationsOf(served.service.shared.of(id).db, id));
      for (const each of chats)
        await each.keep({ id: `a:${account}`, entraId: account, tenantId: tenant('oak'), serviceUrl: ukService, botId: '28:x' });
      const { status } = await says(...given);
      const left = await Promise.all(chats.map(each => each.of(account)));
      return [status, ...ids.filter((_, i) => left[i] === undefined)];
    }

    it('are taken at the trust’s own address by the bot of the school in whose tenant is spoken, and by no other', async () => {
      for (const id of ['oak', 'elm'] as const) assert.deepEqual(await taken(account(id), id), [200, id]);
    });

    it('are taken, where schools share a tenant and a bot, by the school that knows the account', async () => {
      for (const id of ['fir', 'ash'] as const) assert.deepEqual(await taken(account(id), id), [200, id]);
      const nobody = 'eeeeeeee-0000-4000-8000-000000000000';
      assert.deepEqual(await taken(nobody, 'ash', { from: nobody }), [403]);
    });

    for (const [what, given, expected] of [
      ['for another school’s bot', { aud: bot('oak') }, 401],
      ['for the bot of nobody here', { aud: guid('oak', 'f') }, 401],
      ['of a chat in another school’s tenant', { tenant: 'oak' }, 401]
    ] as const)
      it(`${what} are refused, and no school takes them`, async () => {
        const [status, ...schools] = await taken(account('elm'), 'elm', given);
        assert.ok(status === expected || status === 403, String(status));
        assert.deepEqual(schools, []);
      });

    it('of a tenant that no school names are refused before anything else', async () => {
      const { status, text } = await ask('bots.trust.example', '/api/messages', {
        authorization: await teams.bearer({ claims: { aud: bot('oak') } }),
        body: { type: 'typing', conversation: { tenantId: guid('oak', 'e') } }
      });
      assert.equal(status, 403, text);
      assert.match(text, /No school of this service knows who is speaking/);
    });
  });

  it('a link to the records gives them at its own school alone, and is not used up by another', async () => {
    const { db } = served.service.shared.of('oak');
    const [person] = await peopleOf(db, 'oak').all();
    const secret = await linksIn(db, 'oak', () => new Date()).issue('records', person!.id);
    const form = (link: string) => ({ body: `format=csv&link=${link}`, type: 'application/x-www-form-urlencoded' });
    const theirs = await ask(at('elm'), '/sign/records', form(secret));
    const never = await ask(at('elm'), '/sign/records', form('A'.repeat(secret.length)));
    assert.deepEqual([theirs.status, theirs.text], [410, never.text]);
    const home = await ask(at('oak'), '/sign/records', form(secret));
    assert.equal(home.status, 200, home.text);
  });
});
