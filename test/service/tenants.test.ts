import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from '../../graph/microsoft/credentials.ts';
import { readEnvironment } from '../../service/environment.ts';
import { isFailure } from '../../service/failure.ts';
import { outside, tenantsOf, wayTo } from '../../service/tenants.ts';
import { folders } from '../support/cli.ts';
import { fakeTenants } from '../support/tenants.ts';

/** One thing of DER: its tag, how long it is, what is in it. */
function der(tag: number, ...inside: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(inside);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

/** A certificate that vouches for itself, with its key, as PEM. */
function certified(kind: 'rsa' | 'ec' = 'rsa'): { readonly key: string; readonly certificate: string; readonly thumbprint: string } {
  const { privateKey, publicKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const oid = (hex: string): Buffer => der(6, Buffer.from(hex, 'hex'));
  const name = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from('beadle')))));
  const algorithm = kind === 'rsa' ? der(0x30, oid('2a864886f70d01010b'), der(5)) : der(0x30, oid('2a8648ce3d040302'));
  const valid = der(0x30, der(0x17, Buffer.from('260101000000Z')), der(0x17, Buffer.from('270101000000Z')));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const signed = der(0x30, der(2, Buffer.from([1])), algorithm, name, valid, name, spki);
  const raw = der(0x30, signed, algorithm, der(3, Buffer.from([0]), sign('sha256', signed, privateKey)));
  const pem = raw.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
    thumbprint: createHash('sha256').update(raw).digest('hex').toUpperCase()
  };
}

describe('how Beadle proves itself to Microsoft', () => {
  const folder = folders();
  const ids = { tenantId: '89abcdef-0123-4567-89ab-cdef01234567', clientId: '01234567-89ab-cdef-0123-456789abcdef' };
  const [tenant] = tenantsOf({ microsoft: ids });

  async function proofBy(env: { readonly [name: string]: string }, cwd: string): Promise<Credentials> {
    const tenants = await fakeTenants();
    const settings = { microsoft: ids } as never;
    await wayTo(tenant!, { settings, environment: readEnvironment(env, cwd), world: tenants.outside, stop: new AbortController().signal });
    return tenants.proofs[0] as Credentials;
  }

  it('is a secret, or the managed identity', async () => {
    assert.deepEqual(await proofBy({ BEADLE_GRAPH_SECRET: 'hunter-two' }, '/'), { ...ids, secret: 'hunter-two' });
    assert.deepEqual(await proofBy({ BEADLE_GRAPH_MANAGED_IDENTITY: '1' }, '/'), { ...ids, managedIdentity: true });
  });

  it('is a certificate by its SHA-256 thumbprint, whichever stands first in the file', async () => {
    const { key, certificate, thumbprint } = certified();
    const cwd = await folder();
    for (const pem of [key + certificate, certificate + key]) {
      await writeFile(join(cwd, 'beadle.pem'), pem, { mode: 0o600 });
      const proof = await proofBy({ BEADLE_GRAPH_CERTIFICATE: 'beadle.pem' }, cwd);
      assert.deepEqual('certificate' in proof && [proof.certificate.thumbprintSha256, proof.certificate.privateKey], [thumbprint, key]);
    }
  });

  it('is no certificate with somebody else’s key or one that Entra does not take, and no file that others may read', async () => {
    const [one, other, curved] = [certified(), certified(), certified('ec')];
    const cwd = await folder();
    await writeFile(join(cwd, 'pair.pem'), one.certificate + other.key, { mode: 0o600 });
    await writeFile(join(cwd, 'curved.pem'), curved.certificate + curved.key, { mode: 0o600 });
    await writeFile(join(cwd, 'open.pem'), one.certificate + one.key, { mode: 0o644 });
    await assert.rejects(
      proofBy({ BEADLE_GRAPH_CERTIFICATE: 'pair.pem' }, cwd),
      error => isFailure(error) && error.code === 'wrong-config'
    );
    await assert.rejects(
      proofBy({ BEADLE_GRAPH_CERTIFICATE: 'open.pem' }, cwd),
      error => isFailure(error) && /chmod 600/.test(error.message)
    );
  });

  it('is a federated token as it stands in its file at that moment', async () => {
    const cwd = await folder({ token: 'first\n' });
    const proof = await proofBy({ BEADLE_GRAPH_ASSERTION_FILE: 'token' }, cwd);
    assert.ok('assertion' in proof);
    assert.equal(await proof.assertion(), 'first');
    await writeFile(join(cwd, 'token'), 'second\n');
    assert.equal(await proof.assertion(), 'second');
  });
});

describe('the clock of an audit', () => {
  it('wakes whoever sleeps when it is to stop, and is late for everything from then on', async () => {
    const stop = new AbortController();
    const clock = outside.clock(stop.signal);
    assert.ok(Math.abs(clock.now() - Date.now()) < 1000);
    const slept = clock.sleep(60_000);
    stop.abort();
    await slept;
    await clock.sleep(60_000);
    assert.equal(clock.now(), Infinity);
  });

  it('sleeps no longer than it is asked to, nor than whoever asked wants', async () => {
    const clock = outside.clock(new AbortController().signal);
    await clock.sleep(5);
    const own = new AbortController();
    const slept = clock.sleep(60_000, own.signal);
    own.abort();
    await slept;
  });
});
