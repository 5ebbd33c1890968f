import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { tabRoutes } from '../../../service/routes/tab.ts';
import { readSchool } from '../../../service/school.ts';
import { listen } from '../../../service/serve.ts';
import { openSignatures, type Signatures } from '../../../service/signatures.ts';
import { openShared, type Shared } from '../../../service/store/database.ts';
import { openTab } from '../../../service/tab/open.ts';
import { emptyDatabase } from '../../support/database.ts';
import { claimsAt, type Issuer, issuer } from '../../support/issuer.ts';
import { trustFolder } from '../../support/trust.ts';

const teams = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
/** Two schools, each with its own organisation and registration at Microsoft. */
const registered = {
  oak: { client: '01234567-89ab-cdef-0123-456789abcdef', tenant: '89abcdef-0123-4567-89ab-cdef01234567' },
  elm: { client: 'fedcba98-89ab-cdef-0123-456789abcdef', tenant: '76543210-0123-4567-89ab-cdef01234567' }
} as const;
type Id = keyof typeof registered;
const ids = ['oak', 'elm'] as const;
const oid = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

const school = (id: Id): string => `school: { name: ${id}, id: ${id} }
domains: { staff: [${id}.example] }
signatures: { origin: "https://${id}.trust.example" }
outlook: { origin: "https://${id}.trust.example", clientId: ${registered[id].client}, tenants: [${registered[id].tenant}], days: 14 }
`;

describe('what Teams hands to the tabs of two schools in one process', function () {
  this.timeout(60_000);
  let folder: string;
  let microsoft: Issuer;
  let shared: Shared;
  let server: Server;
  let port: number;
  const log: { [I in Id]: string[] } = { oak: [], elm: [] };
  const opened: Signatures[] = [];

  before(async () => {
    folder = await trustFolder('trust: { name: Example Trust, id: trust.example }\nschools: [{ folder: oak }, { folder: elm }]\n', {
      oak: school('oak'),
      elm: school('elm')
    });
    microsoft = await issuer();
    shared = await openShared({ url: await emptyDatabase(), folder: '' });
    const app = express();
    ({ server, port } = await listen(app, [0]));
    const now = (): Date => new Date();
    for (const id of ids) {
      const cwd = join(folder, id);
      const read = await readSchool(undefined, { cwd, now });
      const signatures = await openSignatures(read, { cwd, env: {}, now, origin: '', teams: false, shared });
      opened.push(signatures);
      await signatures.desk.peopleStore.put([
        { name: `Known at ${id}`, roles: ['staff'], entraId: oid, groups: [], children: [], language: 'en' }
      ]);
      const post = { send: () => Promise.resolve() };
      const tab = openTab({ signatures, desk: signatures.desk, post, keysAt: microsoft.keysAt });
      const routes = tabRoutes('/nowhere', tab, line => void log[id].push(line));
      app.use((request, response, next) => (request.get('X-School') === id ? routes(request, response, next) : next()));
    }
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    microsoft.close();
    for (const each of opened) await each.close();
    await shared.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (id: Id, path: string, body?: unknown, cookie = '') => {
    const response = await fetch(`http://127.0.0.1:${port}/tab/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'X-School': id,
        'Sec-Fetch-Site': 'same-origin',
        'Accept-Language': 'en',
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json', Origin: `https://${id}.trust.example`, 'Beadle-Tab': '1' })
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    return { status: response.status, text: await response.text(), cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };

  /** A token as Teams makes it out to a school; `more` are claims that differ. */
  const token = (id: Id, more: { readonly [claim: string]: unknown } = {}) => {
    const { client, tenant } = registered[id];
    const iss = `https://login.microsoftonline.com/${tenant}/v2.0`;
    const claims = { ...claimsAt(new Date()), aud: client, iss, tid: tenant, oid, azp: teams, scp: 'access_as_user', ...more };
    return microsoft.token(claims);
  };

  for (const [id, other] of [
    ['oak', 'elm'],
    ['elm', 'oak']
  ] as const) {
    it(`lets somebody in at ${id} by its own, as whom that school knows`, async () => {
      const entered = await ask(id, 'enter/teams', { token: await token(id) });
      assert.equal(entered.status, 200, entered.text);
      const session = await ask(id, 'session', undefined, entered.cookie);
      assert.equal((JSON.parse(session.text) as { person: { name: string } }).person.name, `Known at ${id}`);
      assert.equal((await ask(other, 'session', undefined, entered.cookie)).status, 401);
    });

    const { client, tenant } = registered[other];
    const tries: readonly (readonly [says: string, made: () => Promise<string>, reason: string])[] = [
      [`one made out to ${other}`, () => token(other), 'wrong-audience'],
      [`one of ${other}’s organisation made out to its name`, () => token(other, { aud: registered[id].client }), 'wrong-tenant'],
      ['one of its own organisation made out to the other', () => token(id, { aud: client }), 'wrong-audience'],
      [
        'one that names the other’s address',
        () => token(id, { aud: `api://${other}.trust.example/${registered[id].client}` }),
        'wrong-audience'
      ],
      ['one whose issuer is the other’s', () => token(id, { iss: `https://login.microsoftonline.com/${tenant}/v2.0` }), 'wrong-issuer']
    ];
    for (const [says, made, reason] of tries) {
      it(`lets nobody in at ${id} by ${says}`, async () => {
        log[id].length = 0;
        const entered = await ask(id, 'enter/teams', { token: await made() });
        assert.deepEqual([entered.status, entered.cookie], [403, '']);
        assert.deepEqual(log[id], [`A token that Teams handed to the tab was refused (${reason}).`]);
        assert.doesNotMatch(entered.text, new RegExp(`Known|${other}|${tenant}|${client}`));
      });
    }
  }

  it('never takes over a cookie that somebody chose before', async () => {
    for (const planted of ['A'.repeat(43), (await ask('elm', 'enter/teams', { token: await token('elm') })).cookie.split('=')[1]!]) {
      const cookie = `__Host-beadle-tab=${planted}`;
      const entered = await ask('oak', 'enter/teams', { token: await token('oak') }, cookie);
      assert.equal(entered.status, 200);
      assert.notEqual(entered.cookie, cookie);
      assert.equal((await ask('oak', 'session', undefined, cookie)).status, 401);
    }
    // One that whoever chose it had got for themselves ends when another signs in with it.
    const own = (await ask('oak', 'enter/teams', { token: await token('oak') })).cookie;
    const second = await ask('oak', 'enter/teams', { token: await token('oak') }, own);
    assert.notEqual(second.cookie, own);
    assert.equal((await ask('oak', 'session', undefined, own)).status, 401);
  });
});
