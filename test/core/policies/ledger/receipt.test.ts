import assert from 'node:assert/strict';
import type { FaultCode } from '../../../../core/policies/ledger/faults.ts';
import { receiptText, verifyReceipt } from '../../../../core/policies/ledger/receipt.ts';
import { hashes, verifySignature } from '../../../../service/ledger/hashes.ts';
import { proofsOver } from '../../../../service/ledger/proofs.ts';
import { passingSigningKey } from '../../../../service/ledger/signing-key.ts';
import { type Kept, ledger, oak, published, signing } from '../../../support/ledger.ts';

const verified = (text: string, key?: string) => verifyReceipt(text, { hashes, verify: verifySignature, ...(key ? { key } : {}) });

function twoPeople(): Kept {
  const kept = ledger();
  kept.add(published, ...signing('person-1', 0), ...signing('person-2', 5));
  return kept;
}

/** The receipt of the second signature, under a checkpoint. */
async function covered(kept = twoPeople()): Promise<string> {
  const note = kept.notes.at(-1)?.note ?? kept.checkpoint('2026-11-03');
  const proofs = proofsOver(async (from, to) => kept.rows.slice(from, to).map(({ leaf }) => leaf));
  const proof = await proofs.inclusion(6, kept.notes.at(-1)!.size);
  return receiptText({ row: kept.rows[6]!, keys: kept.key.published, signer: kept.key.signer, covered: { note, proof } });
}

describe('a receipt', () => {
  it('proves an entry by itself, and shows it', async () => {
    const kept = twoPeople();
    const report = verified(await covered(kept), kept.key.signer.name);
    assert.equal(report.fault, undefined);
    assert.deepEqual([report.school, report.index, report.coveredOn, report.key], [oak, 6, '2026-11-03', kept.key.signer.name]);
    assert.deepEqual(report.entry, signing('person-2', 5)[2]);
    assert.deepEqual(report.notes, []);
    assert.ok(report.unproved.some(({ en }) => /keyboard/.test(en)));
  });

  it('shows nothing of anybody else', async () => {
    const text = await covered();
    assert.ok(text.includes('person-2') && !text.includes('person-1'));
  });

  it('is good at once, and says that no checkpoint covers it yet', () => {
    const { rows, key } = twoPeople();
    const report = verified(receiptText({ row: rows[6]!, keys: key.published, signer: key.signer }));
    assert.deepEqual([report.fault, report.coveredOn, report.index], [undefined, undefined, 6]);
    assert.match(report.notes[0]!.en, /^No checkpoint covers it yet/);
  });

  it('stays good when others grow the ledger and when the entry is erased there', async () => {
    const kept = twoPeople();
    const text = await covered(kept);
    kept.add(...signing('person-3', 10));
    assert.equal(verified(text).fault, undefined);
    assert.equal(verified(await covered(kept)).fault, undefined);
  });

  const spoilt: readonly (readonly [says: string, spoil: (text: string) => string, code: FaultCode])[] = [
    ['is no JSON', text => text.slice(1), 'receipt-unreadable'],
    ['is something else', () => '{"format":"beadle-receipt-1"}', 'receipt-unreadable'],
    ['lacks its proof', text => text.replace('"proof"', '"prof"'), 'receipt-unreadable'],
    ['names another person', text => text.replace('person-2', 'person-1'), 'changed-personal'],
    ['names another typed name', text => text.replace('Kit', 'Kim'), 'changed-personal'],
    ['names another text', text => text.replace(/"text": "\w{4}/, '"text": "0000'), 'changed-entry'],
    ['stands in another place', text => text.replace('"index": 6', '"index": 5'), 'changed-entry'],
    ['has a proof that was bent', text => text.replace(/"proof": \[\s+"\w{4}/, '"proof": ["0000'), 'receipt-proof'],
    ['has a checkpoint that was bent', text => text.replace('date 2026-11-03', 'date 2026-11-02'), 'checkpoint-signature'],
    ['has a promise that was bent', text => text.replace(/"signature": "[^"]{4}/, '"signature": "AAAA'), 'receipt-signature'],
    ['was signed with another key', text => text.replace(/"key": "beadle-\w{4}/, '"key": "beadle-zzzz'), 'receipt-signature'],
    ['has other keys', text => text.replace(/"publicKey": "[^"]{4}/, '"publicKey": "AAAA'), 'wrong-keys']
  ];
  for (const [says, spoil, code] of spoilt) {
    it(`is refused where it ${says}`, async () => {
      const text = await covered();
      const changed = spoil(text);
      assert.notEqual(changed, text);
      assert.equal(verified(changed).fault?.code, code);
    });
  }

  it('is refused under the checkpoint of another school, and under another key than the one that is known', async () => {
    const kept = twoPeople();
    const elm = ledger('Elm Primary School', kept.key);
    elm.add(published, ...signing('person-1', 0), ...signing('person-2', 5));
    const proofs = proofsOver(async (from, to) => elm.rows.slice(from, to).map(({ leaf }) => leaf));
    const other = { note: elm.checkpoint('2026-11-03'), proof: await proofs.inclusion(6, 7) };
    const text = receiptText({ row: kept.rows[6]!, keys: kept.key.published, signer: kept.key.signer, covered: other });
    assert.equal(verified(text).fault?.code, 'checkpoint-school');
    assert.equal(verified(await covered(), passingSigningKey().signer.name).fault?.code, 'other-key');
  });
});
