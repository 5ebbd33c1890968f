import assert from 'node:assert/strict';
import { receiptText } from '../../../core/policies/ledger/receipt.ts';
import { proofsOver } from '../../../service/ledger/proofs.ts';
import { beadle, folders } from '../../support/cli.ts';
import { exported, type Kept, ledger, published, signing } from '../../support/ledger.ts';

function oneDay(): Kept {
  const kept = ledger();
  kept.add(published, ...signing('person-1', 0), ...signing('person-2', 5));
  kept.checkpoint('2026-11-03');
  return kept;
}

describe('beadle ledger verify', () => {
  const folder = folders();

  it('says that an export holds, what is in it, and what that does not prove, and exits with 0', async () => {
    const kept = oneDay();
    const cwd = await folder({ 'export.jsonl': await exported(kept), 'mail.txt': `Dear head,\n\n${kept.notes[0]!.note}\nBeadle\n` });
    const { code, out, err } = await beadle(['ledger', 'verify', 'export.jsonl', '--checkpoint', 'mail.txt'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    const root = out.match(/root {2,}([0-9a-f]{64})\n/)?.[1];
    assert.equal(
      out,
      `The ledger of Oak Primary School is whole: nothing in it was changed.
  entries                 7
  signatures              2
  erased                  0
  checkpoints             1, the last on 3 November 2026
  of them kept elsewhere  1
  last leaf               ${kept.rows[6]!.leaf}
  root                    ${root}
  key                     ${kept.key.signer.name}

What this does not prove:
  – that anybody understood what they signed, or keeps to it
  – that nobody else sat at the keyboard: it says how it was known who signed, and no more
  – that what was never entered did not happen
  – that the server’s clock was right: times are its own, and a checkpoint proves an order only
  – that the key is the school’s: compare its name with a checkpoint that was mailed at the time
  – that the whole ledger was not written anew by whoever holds the key: only a checkpoint that
    somebody else kept shows that
  – what stood in personal fields that were erased: only that they were there
`
    );
  });

  it('says what is wrong, where, and exits with 1', async () => {
    const cwd = await folder({ 'export.jsonl': (await exported(oneDay())).replace('Kit Sample', 'Kim Sample') });
    const { code, out } = await beadle(['ledger', 'verify', 'export.jsonl'], { cwd });
    assert.equal(code, 1);
    assert.ok(
      out.startsWith(`The ledger of Oak Primary School is not as it was recorded. Faults: 1. The first:
  The personal fields of entry 3 were changed: they are not those that it was recorded with.
`),
      out
    );
    assert.match(out, /What this does not prove:/);
  });

  it('speaks Welsh', async () => {
    const cwd = await folder({ 'export.jsonl': await exported(oneDay()) });
    const { code, out } = await beadle(['ledger', 'verify', 'export.jsonl', '--lang', 'cy'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^Mae llyfr cofnodion Oak Primary School yn gyfan: ni newidiwyd dim ynddo\.\n/);
    assert.match(out, /1, yr olaf ar 3 Tachwedd 2026\n/);
    assert.match(out, /\nYr hyn nad yw hyn yn ei brofi:\n/);
  });

  it('prints one JSON object for another program', async () => {
    const cwd = await folder({ 'export.jsonl': (await exported(oneDay())).replace('Kit Sample', 'Kim Sample') });
    const { code, out } = await beadle(['ledger', 'verify', 'export.jsonl', '--json'], { cwd });
    const { faults, first, entries, unproved } = JSON.parse(out);
    assert.deepEqual([code, faults, first.code, first.index, entries, unproved.length], [1, 1, 'changed-personal', 3, 7, 7]);
  });

  it('wants the key and the checkpoint that are known from elsewhere', async () => {
    const kept = oneDay();
    const other = oneDay();
    const cwd = await folder({ 'export.jsonl': await exported(kept), 'mail.txt': other.notes[0]!.note, 'empty.txt': 'Dear head,' });
    const run = (...more: readonly string[]) => beadle(['ledger', 'verify', 'export.jsonl', ...more], { cwd });
    assert.equal((await run('--key', kept.key.signer.name)).code, 0);
    assert.match((await run('--key', other.key.signer.name)).out, /which you named, is not among/);
    const anew = await run('--checkpoint', 'mail.txt');
    assert.deepEqual([anew.code, /not the one of the checkpoint of 3 November 2026/.test(anew.out.replace(/\s+/g, ' '))], [1, true]);
    const empty = await run('--checkpoint', 'empty.txt');
    assert.equal(empty.code, 2);
    assert.match(empty.err, /^beadle: There is no whole checkpoint in «empty\.txt»\./);
  });

  it('verifies one receipt by itself', async () => {
    const kept = oneDay();
    const proof = await proofsOver(async (from, to) => kept.rows.slice(from, to).map(({ leaf }) => leaf)).inclusion(3, 7);
    const parts = { row: kept.rows[3]!, keys: kept.key.published, signer: kept.key.signer };
    const text = receiptText({ ...parts, covered: { note: kept.notes[0]!.note, proof } });
    const cwd = await folder({ 'receipt.json': text, 'early.json': receiptText(parts), 'bad.json': text.replace('Kit', 'Kim') });
    const sound = await beadle(['ledger', 'verify', '--receipt', 'receipt.json'], { cwd });
    assert.equal(sound.code, 0);
    assert.match(sound.out, /^The receipt is good: entry 3 stands in the ledger of Oak Primary School as the receipt shows it\.\n/);
    assert.match(sound.out, /\n {2}typedName +Kit Sample\n/);
    assert.match(sound.out, /\n {2}checkpoint +3 November 2026\n/);
    const early = await beadle(['ledger', 'verify', '--receipt', 'early.json', '--lang', 'cy'], { cwd });
    assert.equal(early.code, 0);
    assert.match(early.out, /^Mae’r dderbynneb yn ddilys: llofnododd allwedd Oak/);
    assert.match(early.out, /Nid oes pwynt gwirio yn ei gwmpasu eto/);
    const bad = await beadle(['ledger', 'verify', '--receipt', 'bad.json', '--json'], { cwd });
    assert.deepEqual([bad.code, JSON.parse(bad.out).fault.code], [1, 'changed-personal']);
  });

  it('hands nothing to the terminal that it would obey', async () => {
    const kept = ledger('Oak\u001b[2J');
    kept.add(published);
    const text = (await exported(kept)).replace('"school":"Oak Primary School"', '"school":"Oak\\u001b[2J"');
    const { out } = await beadle(['ledger', 'verify', 'export.jsonl'], { cwd: await folder({ 'export.jsonl': text }) });
    assert.ok(out.includes('Oak\ufffd[2J') && !out.includes('\u001b'));
  });

  it('exits with 2 where the file cannot be read, is no export, or nothing is named and there is no school', async () => {
    const cwd = await folder({ 'other.txt': 'something else' });
    const missing = await beadle(['ledger', 'verify', 'none.jsonl'], { cwd });
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.match(missing.err, /^beadle: There is no file «none\.jsonl»\./);
    const other = await beadle(['ledger', 'verify', 'other.txt'], { cwd });
    assert.match(other.err, /^beadle: The file is no export of a ledger\./);
    const both = await beadle(['ledger', 'verify', 'other.txt', '--receipt', 'other.txt'], { cwd });
    assert.match(both.err, /^beadle: A receipt is verified by itself\./);
    const nothing = await beadle(['ledger', 'verify'], { cwd });
    assert.deepEqual([other.code, both.code, nothing.code], [2, 2, 2]);
    assert.match(nothing.err, /^beadle: There is no beadle\.yaml here/);
  });

  it('says how far it is to somebody who looks on', async () => {
    const cwd = await folder({ 'export.jsonl': await exported(oneDay()) });
    const { err } = await beadle(['ledger', 'verify', 'export.jsonl'], { cwd, isTTY: true, pace: 500 });
    assert.match(err, /7 entries, [\d,]+ a second/);
    assert.ok(err.endsWith('\r\u001b[K'));
  });
});
