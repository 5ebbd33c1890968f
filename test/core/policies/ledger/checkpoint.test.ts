import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { checkpointText, isSignedBy, keyName, originOf, previousOf, readCheckpoint } from '../../../../core/policies/ledger/checkpoint.ts';
import { noLeaf } from '../../../../core/policies/ledger/leaf.ts';
import { hashes, verifySignature } from '../../../../service/ledger/hashes.ts';
import { passingSigningKey } from '../../../../service/ledger/signing-key.ts';
import { ledger, oak, published } from '../../../support/ledger.ts';

const root = new Uint8Array(32).fill(1);
const checkpoint = { school: oak, size: 1234, root, date: '2026-11-22', head: 'ab'.repeat(32), previous: noLeaf };

describe('a checkpoint', () => {
  const kept = ledger();
  kept.add(published);
  const note = kept.checkpoint('2026-11-22');

  it('is six lines that a person can read', () => {
    assert.equal(
      checkpointText(checkpoint),
      `Beadle ledger: Oak Primary School
1234
AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=
date 2026-11-22
head abababababababababababababababababababababababababababababababab
previous 0000000000000000000000000000000000000000000000000000000000000000
`
    );
  });

  it('keeps the name of a school in one line', () => {
    assert.equal(originOf('Oak\n1234\u2028School'), 'Beadle ledger: Oak 1234 School');
  });

  it('bears a signature by C2SP signed-note, which Node alone can check', () => {
    const [text, under] = note.split('\n\n');
    const [dash, name, signature] = under!.trimEnd().split(' ');
    const bytes = Buffer.from(signature!, 'base64');
    const publicKey = Buffer.from(kept.key.published[0].publicKey, 'base64');
    const id = createHash('sha256').update(`${name}\n\u0001`).update(publicKey).digest().subarray(0, 4);
    assert.deepEqual([dash, name], ['—', `beadle-${createHash('sha256').update(publicKey).digest('hex').slice(0, 32)}`]);
    assert.deepEqual(bytes.subarray(0, 4), id);
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') } });
    assert.ok(verify(null, Buffer.from(`${text}\n`), key, bytes.subarray(4)));
  });

  it('is read back as it was written', () => {
    const { checkpoint: read, signer } = readCheckpoint(note)!;
    assert.equal(note.startsWith(checkpointText(read)), true);
    assert.deepEqual(
      [read.school, read.size, read.date, read.head, signer],
      [oak, 1, '2026-11-22', kept.rows[0]!.leaf, kept.key.signer.name]
    );
  });

  it('is signed by its key and by no other', () => {
    const read = readCheckpoint(note)!;
    const { name, publicKey } = kept.key.signer;
    const other = passingSigningKey().signer;
    assert.ok(isSignedBy(read, { name, publicKey }, hashes, verifySignature));
    assert.ok(!isSignedBy(read, other, hashes, verifySignature));
    assert.ok(!isSignedBy(read, { name, publicKey: other.publicKey }, hashes, verifySignature));
    assert.ok(!isSignedBy({ ...read, text: read.text.replace('1', '2') }, { name, publicKey }, hashes, verifySignature));
    assert.equal(keyName(publicKey, hashes.sha256), name);
  });

  it('is named by the next one through its hash', () => {
    assert.equal(previousOf(undefined, hashes.sha256), noLeaf);
    assert.equal(previousOf(note, hashes.sha256), createHash('sha256').update(note.split('\n\n')[0]!).update('\n').digest('hex'));
  });

  const spoilt: readonly (readonly [says: string, spoil: (text: string) => string])[] = [
    ['no line', () => ''],
    ['another origin', text => text.replace('Beadle', 'Beetle')],
    ['a size with a zero before it', text => text.replace('\n1\n', '\n01\n')],
    ['a size with a sign', text => text.replace('\n1\n', '\n+1\n')],
    ['a root that is too short', text => text.replace(/\n[^\n]{44}\n/, '\nAQEB\n')],
    ['a day that is none', text => text.replace('2026-11-22', '2026-13-22')],
    ['a head in capitals', text => text.replace(/head \w+/, line => `head ${line.slice(5).toUpperCase()}`)],
    ['lines in another order', text => text.replace(/(date.*\n)(head.*\n)/, '$2$1')],
    ['a line more', text => text.replace('\n\n', '\nmore\n\n')],
    ['a text after its end', text => `${text}x`],
    ['a second signature', text => `${text}${text.slice(text.indexOf('—'))}`],
    ['no signature', text => text.slice(0, text.indexOf('—'))],
    ['a signature that is too short', text => text.replace(/.{4}\n$/, '\n')],
    ['carriage returns', text => text.replace(/\n/g, '\r\n')],
    ['a blank too many', text => text.replace('date ', 'date  ')]
  ];
  for (const [says, spoil] of spoilt) it(`is not read where it has ${says}`, () => assert.equal(readCheckpoint(spoil(note)), undefined));
});
