import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { FaultCode } from '../../../core/policies/ledger/faults.ts';
import { erasedRow } from '../../../core/policies/ledger/leaf.ts';
import { isFailure } from '../../../service/failure.ts';
import { verifyExport, verifyRows } from '../../../service/ledger/export-file.ts';
import { exported, type Kept, ledger, published, signing, wholeOf } from '../../support/ledger.ts';

function twoDays(): Kept {
  const kept = ledger();
  kept.checkpoint('2026-11-01');
  kept.add(published, ...signing('person-1', 0), ...signing('person-2', 5, { typedName: 'Siân “Ŵy” 😀\u2028' }));
  kept.checkpoint('2026-11-03');
  kept.add(...signing('person-3', 10));
  kept.checkpoint('2026-11-04');
  return kept;
}

/** The text in pieces that end anywhere. */
async function* pieces(text: string, length = 777): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe('an export of the ledger', () => {
  it('verifies by itself, wherever its pieces end', async () => {
    const kept = twoDays();
    const text = await exported(kept);
    for (const length of [1, 777, 1 << 20]) {
      const report = await verifyExport(pieces(text, length));
      assert.deepEqual([report!.faults, report!.entries, report!.checkpoints, report!.covered], [0, 10, 3, 10]);
      assert.equal(report!.head, kept.rows[9]!.leaf);
    }
  });

  it('says the same as the ledger where it is kept', async () => {
    const kept = twoDays();
    assert.deepEqual(await verifyRows(wholeOf(kept)), await verifyExport(pieces(await exported(kept))));
  });

  it('holds each leaf as it was hashed, so that the simplest of tools can compute it', async () => {
    const kept = twoDays();
    const lines = (await exported(kept)).split('\n');
    const line = lines.find(each => each.includes('"index":6'))!;
    const leaf = line.slice(line.indexOf('"public":') + 9, line.indexOf(',"personal":'));
    assert.equal(createHash('sha256').update(`\0${leaf}`).digest('hex'), kept.rows[6]!.leaf);
  });

  it('holds an erased entry without its personal fields', async () => {
    const kept = twoDays();
    kept.add({ kind: 'erased', at: '2033-01-01T00:00:00.000Z', of: [1, 2, 3], because: 'six years after leaving' });
    const rows = kept.rows.map((row, i) => (i >= 1 && i <= 3 ? erasedRow(row) : row));
    const text = await exported({ ...kept, rows });
    assert.ok(!text.includes('person-1') && text.includes('person-2'));
    const report = await verifyExport(pieces(text));
    assert.deepEqual([report!.faults, report!.erased], [0, 3]);
  });

  it('stops when it is told to', async () => {
    assert.equal(await verifyExport(pieces(await exported(twoDays())), { onward: () => false }), undefined);
  });

  const lines = (change: (lines: string[]) => readonly string[]) => (text: string) => change(text.split('\n')).join('\n');
  const wrongs: readonly (readonly [says: string, change: (text: string) => string, code: FaultCode])[] = [
    ['its last line is missing', lines(all => [...all.slice(0, -2), '']), 'cut-short'],
    ['its end is missing', text => text.slice(0, text.length >> 1), 'unreadable-line'],
    ['it says that there are more', text => text.replace('{"entries":10}', '{"entries":11}'), 'other-count'],
    ['something stands after its end', text => `${text}{"checkpoint":"more"}\n`, 'unreadable-line'],
    ['a line is no JSON', lines(all => all.map((line, i) => (i === 4 ? line.slice(1) : line))), 'unreadable-line'],
    ['a line is empty', lines(all => [...all.slice(0, 4), '', ...all.slice(4)]), 'unreadable-line'],
    ['a line holds something else', lines(all => [...all.slice(0, 4), '{"note":1}', ...all.slice(4)]), 'unreadable-line'],
    [
      'a line is too long to be read',
      lines(all => [...all.slice(0, 4), `{"text":"${'x'.repeat(3 << 20)}"}`, ...all.slice(4)]),
      'unreadable-line'
    ],
    ['an entry is no object', text => text.replace(/\{"entry":\{.*\}\}/, '{"entry":7}'), 'unreadable'],
    ['a text was changed', text => text.replace('Everybody locks', 'Nobody locks'), 'other-text'],
    ['a checkpoint was taken out', lines(all => all.filter((line, i) => i !== 1 || !line.includes('checkpoint'))), 'checkpoint-order'],
    ['a name was changed', text => text.replace('Kit Sample', 'Kim Sample'), 'changed-personal']
  ];
  for (const [says, change, code] of wrongs) {
    it(`does not verify where ${says}`, async () => {
      const text = await exported(twoDays());
      const changed = change(text);
      assert.notEqual(changed, text);
      const report = await verifyExport(pieces(changed));
      assert.equal(report!.first?.code, code, report!.first?.says.en);
    });
  }

  const refused: readonly (readonly [says: string, text: string, sentence: RegExp])[] = [
    ['is empty', '', /The file is empty/],
    ['is something else', '{"school":"Oak"}\n', /is no export of a ledger/],
    ['is no JSON', 'PK\u0003\u0004', /is no export of a ledger/],
    ['comes from a newer Beadle', '{"format":"beadle-ledger-2","school":"Oak","keys":[]}\n', /written by a newer Beadle/]
  ];
  for (const [says, text, sentence] of refused) {
    it(`is refused where it ${says}`, async () => {
      await assert.rejects(
        () => verifyExport(pieces(text)),
        error => isFailure(error) && error.code === 'wrong-ledger' && sentence.test(error.message)
      );
    });
  }

  it('is never believed so far that it could end the program: nested without end, with numbers without end', async () => {
    const deep = `${'['.repeat(50000)}${']'.repeat(50000)}`;
    const [head, ...rest] = (await exported(twoDays())).split('\n');
    for (const hostile of [
      `{"entry":{"leaf":"x","public":${deep}}}`,
      rest[1]!.replace(/"personal":\{/, `"personal":{"a":${deep},`),
      rest[1]!.replace(/"kind":"\w+"/, `"kind":"opened","text":${deep}`),
      rest[1]!.replace(/"kind":"\w+"/, '"kind":"__proto__"'),
      rest[1]!.replace(/"index":\d+/, '"index":1e308')
    ]) {
      const report = await verifyExport(pieces([head, hostile, ...rest].join('\n')));
      assert.ok(report!.faults > 0);
    }
  });
});
