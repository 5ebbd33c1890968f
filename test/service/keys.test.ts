import assert from 'node:assert/strict';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { isFailure } from '../../service/failure.ts';
import { endorsedText, keysFile, keysIn, newSigningKey, type PublicKey, readKeys } from '../../service/keys.ts';
import { folders } from '../support/cli.ts';

describe('the school’s keys', () => {
  const folder = folders();

  it('are made on the first start and are the same ever after', async () => {
    const cwd = await folder();
    assert.equal(await readKeys(cwd), undefined);
    const first = await keysIn(cwd);
    const second = await keysIn(cwd);
    assert.match(first.directory, /^[0-9a-f]{32}$/);
    assert.deepEqual([second.directory, second.published], [first.directory, first.published]);
    assert.ok(await verified(first.published[0], 'a text', second.sign('a text')));
    assert.ok(!(await verified(first.published[0], 'another text', second.sign('a text'))));
  });

  it('are read by their owner alone', async () => {
    const cwd = await folder();
    await keysIn(cwd);
    assert.equal((await stat(join(cwd, keysFile))).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(cwd), [keysFile]);
  });

  it('are the same for two processes that begin at once', async () => {
    const cwd = await folder();
    const all = await Promise.all([keysIn(cwd), keysIn(cwd), keysIn(cwd)]);
    assert.equal(new Set(all.map(({ directory }) => directory)).size, 1);
    assert.deepEqual(await readdir(cwd), [keysFile]);
  });

  it('are named by their thumbprint', async () => {
    const [key] = (await keysIn(await folder())).published;
    assert.equal(key.kid, await calculateJwkThumbprint(key));
  });

  it('are published without their private half', async () => {
    const cwd = await folder();
    await keysIn(cwd);
    await newSigningKey(cwd);
    for (const key of (await keysIn(cwd)).published) assert.ok(!('d' in key));
  });

  it('change by a new one that the old one endorses, and the old one can sign no more', async () => {
    const cwd = await folder();
    const before = await keysIn(cwd);
    const [old] = before.published;
    const secret = (JSON.parse(await readFile(join(cwd, keysFile), 'utf8')) as { secret: string }).secret;
    await newSigningKey(cwd);
    await newSigningKey(cwd);
    const { directory, published, sign } = await keysIn(cwd);
    const [first, second, third] = published as readonly PublicKey[];
    assert.equal(directory, before.directory);
    assert.deepEqual([first, second!.endorsedBy, third!.endorsedBy], [old, first!.kid, second!.kid]);
    assert.ok(await verified(first!, endorsedText(second!), second!.endorsement!));
    assert.ok(await verified(second!, endorsedText(third!), third!.endorsement!));
    assert.ok(!(await verified(first!, endorsedText(third!), third!.endorsement!)));
    assert.ok(await verified(third!, 'a text', sign('a text')));
    assert.ok(!(await readFile(join(cwd, keysFile), 'utf8')).includes(secret));
    assert.equal((await stat(join(cwd, keysFile))).mode & 0o777, 0o600);
  });

  const spoilt: readonly (readonly [says: string, spoil: (path: string) => Promise<void>, sentence: RegExp])[] = [
    ['others may read them', path => chmod(path, 0o644), /may be read by others on this machine\. Run: chmod 600 /],
    ['the file is cut short', async path => writeFile(path, (await readFile(path, 'utf8')).slice(0, 100)), /is spoilt\. Put it back/],
    ['the file is of another kind', path => writeFile(path, '{"format":2}'), /is spoilt\. Put it back/]
  ];
  for (const [says, spoil, sentence] of spoilt) {
    it(`are refused where ${says}`, async () => {
      const cwd = await folder();
      await keysIn(cwd);
      await spoil(join(cwd, keysFile));
      await assert.rejects(
        () => keysIn(cwd),
        error => isFailure(error) && sentence.test(error.message) && !/"?secret|[0-9a-f]{32}/.test(error.message)
      );
    });
  }

  it('do not change before they were made', async () => {
    const cwd = await folder();
    await assert.rejects(
      () => newSigningKey(cwd),
      error => isFailure(error) && error.code === 'file-missing'
    );
  });
});

async function verified({ kty, crv, x, y }: PublicKey, text: string, signature: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const bytes = Buffer.from(signature, 'base64url');
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, new TextEncoder().encode(text));
}
