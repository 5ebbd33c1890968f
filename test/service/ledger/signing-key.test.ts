import assert from 'node:assert/strict';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8 } from '../../../core/policies/ledger/bytes.ts';
import { keyChain } from '../../../core/policies/ledger/key-chain.ts';
import { isFailure } from '../../../service/failure.ts';
import { hashes, verifySignature } from '../../../service/ledger/hashes.ts';
import { newLedgerKey, readSigningKey, signingKeyFile, signingKeyIn } from '../../../service/ledger/signing-key.ts';
import { folders } from '../../support/cli.ts';

const text = utf8('a text');

describe('the ledger’s signing key', () => {
  const folder = folders();

  it('is made on the first start and is the same ever after', async () => {
    const cwd = await folder();
    assert.equal(await readSigningKey(cwd), undefined);
    const { signer } = await signingKeyIn(cwd);
    const again = await signingKeyIn(cwd);
    assert.equal(again.signer.name, signer.name);
    assert.ok(verifySignature(signer.publicKey, text, again.signer.sign(text)));
    assert.ok(!verifySignature(signer.publicKey, utf8('another'), again.signer.sign(text)));
  });

  it('is read by its owner alone', async () => {
    const cwd = await folder();
    await signingKeyIn(cwd);
    assert.equal((await stat(join(cwd, signingKeyFile))).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(cwd), [signingKeyFile]);
  });

  it('is one for two processes that begin at once', async () => {
    const cwd = await folder();
    const all = await Promise.all([signingKeyIn(cwd), signingKeyIn(cwd), signingKeyIn(cwd)]);
    assert.equal(new Set(all.map(({ signer }) => signer.name)).size, 1);
    assert.deepEqual(await readdir(cwd), [signingKeyFile]);
  });

  it('changes by a new one that the old one endorses, and the old one can sign no more', async () => {
    const cwd = await folder();
    const before = await signingKeyIn(cwd);
    const secret = (JSON.parse(await readFile(join(cwd, signingKeyFile), 'utf8')) as { secret: string }).secret;
    await newLedgerKey(cwd);
    const third = await newLedgerKey(cwd);
    const { published, signer } = await signingKeyIn(cwd);
    assert.deepEqual([published.length, published[0], signer.name], [3, before.published[0], third.name]);
    assert.equal(keyChain(published, hashes, verifySignature)?.length, 3);
    assert.equal(keyChain([published[0], published[2]!], hashes, verifySignature), undefined);
    assert.equal(keyChain(published.slice(1), hashes, verifySignature), undefined);
    assert.ok(!(await readFile(join(cwd, signingKeyFile), 'utf8')).includes(secret));
    assert.equal((await stat(join(cwd, signingKeyFile))).mode & 0o777, 0o600);
  });

  const changed = (change: (stored: { published: object[]; secret: string }) => object) => async (path: string) =>
    writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
  const spoilt: readonly (readonly [says: string, spoil: (path: string) => Promise<unknown>, sentence: RegExp])[] = [
    ['others may read it', path => chmod(path, 0o644), /may be read by others on this machine\. Run: chmod 600 /],
    ['the file is cut short', async path => writeFile(path, (await readFile(path, 'utf8')).slice(0, 100)), /is spoilt\. Put it back/],
    ['it is of another kind', path => writeFile(path, '{"format":2}'), /is spoilt\. Put it back/],
    ['the private half is another’s', changed(stored => ({ ...stored, secret: 'A'.repeat(43) })), /is spoilt\. Put it back/],
    [
      'a key has no endorsement',
      changed(stored => ({ ...stored, published: [...stored.published, ...stored.published] })),
      /is spoilt\. Put it back/
    ]
  ];
  for (const [says, spoil, sentence] of spoilt) {
    it(`is refused where ${says}`, async () => {
      const cwd = await folder();
      await signingKeyIn(cwd);
      await spoil(join(cwd, signingKeyFile));
      await assert.rejects(
        () => signingKeyIn(cwd),
        error => isFailure(error) && sentence.test(error.message) && !/"?secret/.test(error.message)
      );
    });
  }

  it('does not change before it was made', async () => {
    const cwd = await folder();
    await assert.rejects(
      () => newLedgerKey(cwd),
      error => isFailure(error) && error.code === 'file-missing'
    );
  });
});
