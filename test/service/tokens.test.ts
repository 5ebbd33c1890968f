import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { accessTokens, type Asker, type Refusal } from '../../service/tokens.ts';
import { claimsAt, clientId, type Issuer, issuer, person, tenant } from '../support/issuer.ts';

const other = 'ffffffff-0000-4000-8000-000000000000';

describe('an access token', () => {
  const now = new Date('2026-11-18T10:00:00Z');
  let microsoft: Issuer;
  let read: (token: string) => Promise<Asker>;

  beforeEach(async () => {
    microsoft = await issuer();
    const tokens = accessTokens({ clientId, tenants: [tenant], keysAt: microsoft.keysAt, now: () => now });
    read = token => tokens(`Bearer ${token}`);
  });

  afterEach(() => microsoft.close());

  it('that is right in everything says who asks', async () => {
    assert.deepEqual(await read(await microsoft.token(claimsAt(now))), { user: { tid: tenant, oid: person } });
  });

  it('may have more scopes than ours', async () => {
    const token = await microsoft.token({ ...claimsAt(now), scp: 'User.Read Policy.Read openid' });
    assert.deepEqual(await read(token), { user: { tid: tenant, oid: person } });
  });

  const seconds = Math.floor(now.getTime() / 1000);
  const wrong: readonly (readonly [says: string, claims: { readonly [claim: string]: unknown }, refused: Refusal])[] = [
    ['for another service', { aud: other }, 'wrong-audience'],
    ['for ours among others', { aud: [clientId, other] }, 'wrong-audience'],
    ['for nobody', { aud: undefined }, 'wrong-audience'],
    ['of Microsoft’s own Graph', { aud: '00000003-0000-0000-c000-000000000000' }, 'wrong-audience'],
    ['of another organisation', { tid: other, iss: `https://login.microsoftonline.com/${other}/v2.0` }, 'wrong-tenant'],
    ['of no organisation', { tid: undefined }, 'wrong-tenant'],
    ['of ours, issued by another', { iss: `https://login.microsoftonline.com/${other}/v2.0` }, 'wrong-issuer'],
    ['of ours, issued elsewhere', { iss: `https://login.microsoftonline.example/${tenant}/v2.0` }, 'wrong-issuer'],
    ['of version 1 by its issuer', { iss: `https://sts.windows.net/${tenant}/` }, 'wrong-issuer'],
    ['of version 1', { ver: '1.0' }, 'wrong-version'],
    ['without a version', { ver: undefined }, 'wrong-version'],
    ['asked for by another application', { azp: other }, 'wrong-client'],
    ['asked for by nobody', { azp: undefined }, 'wrong-client'],
    ['without our scope', { scp: 'User.Read' }, 'wrong-scope'],
    ['with a scope that begins like ours', { scp: 'Policy.ReadWrite Policy.Read.All' }, 'wrong-scope'],
    ['of an application by itself', { scp: undefined, roles: ['Policy.Read'] }, 'wrong-scope'],
    ['with its scopes in a list', { scp: ['Policy.Read'] }, 'wrong-scope'],
    ['of nobody', { oid: undefined }, 'no-person'],
    ['of somebody by their address', { oid: 'teacher@school.example' }, 'no-person'],
    ['that has run out', { exp: seconds - 61 }, 'expired'],
    ['that never runs out', { exp: undefined }, 'unreadable'],
    ['that is not good yet', { nbf: seconds + 61 }, 'not-yet'],
    ['that does not say from when on it is good', { nbf: undefined }, 'unreadable']
  ];
  for (const [says, claims, refused] of wrong) {
    it(`${says} is refused`, async () => assert.deepEqual(await read(await microsoft.token({ ...claimsAt(now), ...claims })), { refused }));
  }

  it('may come from a clock that goes wrong by a minute', async () => {
    for (const claims of [{ exp: seconds - 30 }, { nbf: seconds + 30 }]) {
      assert.ok('user' in (await read(await microsoft.token({ ...claimsAt(now), ...claims }))));
    }
  });

  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('without a signature is refused', async () => {
    for (const alg of ['none', 'None', 'nOnE']) {
      assert.deepEqual(await read(`${part({ alg, kid: 'k1' })}.${part(claimsAt(now))}.`), { refused: 'unreadable' });
      assert.deepEqual(await read(`${part({ alg, kid: 'k1' })}.${part(claimsAt(now))}.AAAA`), { refused: 'wrong-algorithm' });
    }
  });

  it('signed with the public key as if it were a secret is refused', async () => {
    const pem = await exportSPKI((await importJWK(microsoft.published[0]!, 'RS256', { extractable: true })) as never);
    const signed = `${part({ alg: 'HS256', kid: 'k1' })}.${part(claimsAt(now))}`;
    const token = `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    assert.deepEqual(await read(token), { refused: 'wrong-algorithm' });
  });

  for (const alg of ['RS384', 'RS512', 'PS256']) {
    it(`signed by ${alg} is refused`, async () => {
      const { privateKey } = await generateKeyPair(alg);
      const token = await new SignJWT(claimsAt(now)).setProtectedHeader({ alg, kid: 'k1' }).sign(privateKey);
      assert.deepEqual(await read(token), { refused: 'wrong-algorithm' });
    });
  }

  it('signed by somebody else under the same key id is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT(claimsAt(now)).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey);
    assert.deepEqual(await read(token), { refused: 'wrong-signature' });
  });

  it('that brings its own key is refused', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const header = { alg: 'RS256', kid: 'mine', jwk: await exportJWK(publicKey), jku: microsoft.keysAt };
    assert.deepEqual(await read(await new SignJWT(claimsAt(now)).setProtectedHeader(header).sign(privateKey)), { refused: 'unknown-key' });
  });

  it('that was changed after it was signed is refused', async () => {
    const [head, , signature] = (await microsoft.token(claimsAt(now))).split('.');
    assert.deepEqual(await read(`${head}.${part({ ...claimsAt(now), oid: other })}.${signature}`), { refused: 'wrong-signature' });
  });

  it('without a key id is refused', async () => {
    const token = await new SignJWT(claimsAt(now)).setProtectedHeader({ alg: 'RS256' }).sign(microsoft.key);
    assert.deepEqual(await read(token), { refused: 'unknown-key' });
  });

  it('with an extension that must be understood is refused', async () => {
    const header = { alg: 'RS256', kid: 'k1', crit: ['exp'], exp: 1 };
    const token = await new SignJWT(claimsAt(now)).setProtectedHeader(header).sign(microsoft.key, { crit: { exp: true } });
    assert.deepEqual(await read(token), { refused: 'unreadable' });
  });

  for (const [says, header, refused] of [
    ['no header', undefined, 'no-token'],
    ['an empty one', '', 'unreadable'],
    ['another scheme', 'Basic dXNlcjpwYXNz', 'unreadable'],
    ['letters that no token has', 'Bearer a.b.c d', 'unreadable'],
    ['no JSON', 'Bearer aaaa.bbbb.cccc', 'unreadable'],
    ['far too much', `Bearer ${'a'.repeat(1_000_000)}.b.c`, 'unreadable']
  ] as const) {
    it(`is refused where there is ${says}`, async () => {
      const tokens = accessTokens({ clientId, tenants: [tenant], keysAt: microsoft.keysAt, now: () => now });
      assert.deepEqual(await tokens(header), { refused });
      assert.equal(microsoft.fetched(), 0);
    });
  }
});

describe('the issuer’s keys', () => {
  let microsoft: Issuer;
  let clock: number;
  let read: (kid?: string) => Promise<string>;
  const minutes = (count: number): void => void (clock += count * 60_000);

  beforeEach(async () => {
    microsoft = await issuer();
    clock = Date.parse('2026-11-18T10:00:00Z');
    const tokens = accessTokens({ clientId, tenants: [tenant], keysAt: microsoft.keysAt, now: () => new Date(clock) });
    read = async (kid = 'k1') => {
      const claims = claimsAt(new Date(clock));
      const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(microsoft.key);
      const asker = await tokens(`Bearer ${token}`);
      return 'user' in asker ? 'user' : asker.refused;
    };
  });

  afterEach(() => microsoft.close());

  it('are fetched once, however many ask at once', async () => {
    assert.deepEqual([...new Set(await Promise.all(Array.from({ length: 20 }, () => read())))], ['user']);
    assert.equal(microsoft.fetched(), 1);
  });

  it('are fetched again for a key that is not known, but once a minute at most', async () => {
    await read();
    for (let i = 0; i < 10; i += 1) assert.equal(await read(`strange-${i}`), 'unknown-key');
    assert.equal(microsoft.fetched(), 1);
    minutes(2);
    for (let i = 0; i < 10; i += 1) assert.equal(await read(`strange-${i}`), 'unknown-key');
    assert.equal(microsoft.fetched(), 2);
    assert.equal(await read(), 'user');
  });

  it('are taken over when the issuer changes them', async () => {
    await read();
    microsoft.published[0]!.kid = 'k2';
    minutes(2);
    assert.deepEqual([await read('k2'), await read('k1')], ['user', 'unknown-key']);
  });

  it('count on for a day when the issuer cannot be asked, and no longer', async () => {
    await read();
    microsoft.answer(500, 'down');
    minutes(7 * 60);
    assert.equal(await read(), 'user');
    minutes(16 * 60);
    assert.equal(await read(), 'user');
    minutes(2 * 60);
    assert.equal(await read(), 'keys-unreachable');
    microsoft.answer.right();
    minutes(2);
    assert.equal(await read(), 'user');
  });

  for (const [says, status, body] of [
    ['an error', 500, ''],
    ['no JSON', 200, '<html>'],
    ['no keys', 200, '{"keys":[]}'],
    ['keys that are none', 200, '{"keys":[{"kty":"RSA","kid":"k1","n":"AQAB","e":"AQAB"}]}'],
    ['something endless', 200, `{"keys":[],"x":"${'x'.repeat(300_000)}"}`],
    ['another place', 302, '']
  ] as const) {
    it(`are not to be had where the issuer answers with ${says}`, async () => {
      microsoft.answer(status, body);
      assert.equal(await read(), 'keys-unreachable');
    });
  }

  it('that are for one organisation alone count for no other', async () => {
    Object.assign(microsoft.published[0]!, { issuer: 'https://login.microsoftonline.com/ffffffff-0000-4000-8000-000000000000/v2.0' });
    assert.equal(await read(), 'wrong-issuer');
  });

  it('that are not for signing are left out', async () => {
    microsoft.published.push({ ...microsoft.published[0]!, kid: 'k9', use: 'enc' });
    assert.deepEqual([await read('k9'), await read('k1')], ['unknown-key', 'user']);
  });
});
