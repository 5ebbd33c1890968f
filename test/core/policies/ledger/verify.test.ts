import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../../../core/policies/entry.ts';
import { hex } from '../../../../core/policies/ledger/bytes.ts';
import { checkpointsIn } from '../../../../core/policies/ledger/checkpoint.ts';
import type { FaultCode } from '../../../../core/policies/ledger/faults.ts';
import type { PublishedKey } from '../../../../core/policies/ledger/key-chain.ts';
import { erasedRow, leafHash } from '../../../../core/policies/ledger/leaf.ts';
import type { LedgerRow } from '../../../../core/policies/ledger/rows.ts';
import { type Against, type LedgerReport, verifying } from '../../../../core/policies/ledger/verify.ts';
import { hashes, verifySignature } from '../../../../service/ledger/hashes.ts';
import { passingSigningKey } from '../../../../service/ledger/signing-key.ts';
import { type Kept, ledger, oak, published, signing, textOfOak } from '../../../support/ledger.ts';

/** What lies in the house's ledger after two days: 14 entries, two checkpoints. */
function twoDays(): Kept {
  const kept = ledger();
  kept.add(published, ...signing('person-1', 0), ...signing('person-2', 5));
  kept.checkpoint('2026-11-03');
  kept.add(...signing('person-3', 10, { question: 'May I?' }), {
    kind: 'looked-up',
    at: '2026-11-03T09:00:00.000Z',
    person: 'person-3',
    by: 'c'
  });
  kept.add({ kind: 'left', at: '2026-11-03T10:00:00.000Z', person: 'person-4', policy: 'oak', major: 1 });
  kept.add({ kind: 'excused', at: '2026-11-03T11:00:00.000Z', person: 'person-5', policy: 'oak', because: 'ill', by: 'c' });
  kept.checkpoint('2026-11-04');
  kept.add({ kind: 'recalled', at: '2026-11-05T11:00:00.000Z', person: 'person-5', policy: 'oak', by: 'c', of: 'excused' });
  return kept;
}

interface Shown {
  readonly rows: readonly LedgerRow[];
  readonly notes: readonly { readonly size: number; readonly note: string }[];
  readonly keys: readonly PublishedKey[];
}

function shown({ rows, notes, key }: Kept): Shown {
  return { rows, notes, keys: key.published };
}

function verified({ rows, notes, keys }: Shown, more: Partial<Against> = {}): LedgerReport {
  const verification = verifying({ hashes, verify: verifySignature, school: oak, keys, ...more });
  let at = 0;
  const notesAt = (size: number): void => {
    for (; notes[at]?.size === size; at += 1) verification.checkpoint(notes[at]!.note);
  };
  notesAt(0);
  rows.forEach((row, i) => {
    verification.row(row);
    notesAt(i + 1);
  });
  for (; at < notes.length; at += 1) verification.checkpoint(notes[at]!.note);
  return verification.report();
}

const found = ({ first, faults }: LedgerReport): readonly unknown[] => [first?.code, first?.index, faults];

describe('verifying a ledger', () => {
  it('finds nothing wrong with one that was left alone, and counts what is in it', () => {
    const kept = twoDays();
    const report = verified(shown(kept));
    assert.deepEqual(found(report), [undefined, undefined, 0]);
    assert.deepEqual(report.kinds, { published: 1, asked: 3, opened: 3, signed: 3, 'looked-up': 1, left: 1, excused: 1, recalled: 1 });
    assert.deepEqual([report.entries, report.checkpoints, report.covered, report.coveredOn, report.erased], [14, 2, 13, '2026-11-04', 0]);
    assert.equal(report.head, kept.rows[13]!.leaf);
    assert.deepEqual(report.keys, [kept.key.signer.name]);
    assert.match(report.notes[0]!.en, /^Entries at the end that no checkpoint covers yet: 1\./);
  });

  it('always says what is not proved, in both languages', () => {
    for (const { unproved } of [verified(shown(twoDays())), verified({ rows: [], notes: [], keys: [] })]) {
      assert.ok(unproved.some(({ en, cy }) => /understood/.test(en) && /deall/.test(cy)));
      assert.ok(unproved.some(({ en, cy }) => /keyboard/.test(en) && /bysellfwrdd/.test(cy)));
      assert.ok(unproved.some(({ en, cy }) => /never entered/.test(en) && /na chofnodwyd/.test(cy)));
      assert.ok(unproved.some(({ en, cy }) => /clock/.test(en) && /cloc/.test(cy)));
    }
  });

  const changed = (rows: readonly LedgerRow[], index: number, change: (row: LedgerRow) => LedgerRow): readonly LedgerRow[] =>
    rows.map((row, i) => (i === index ? change(row) : row));
  const inLeaf = (from: string, to: string) => (row: LedgerRow) => {
    assert.ok(row.public.includes(from));
    return { ...row, public: row.public.replace(from, to) };
  };
  const without = <K extends keyof LedgerRow>(row: LedgerRow, ...keys: readonly K[]): LedgerRow =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key as K))) as unknown as LedgerRow;

  const wrongs: readonly (readonly [says: string, change: (whole: Shown) => Shown, code: FaultCode, index?: number])[] = [
    [
      'an answer was changed',
      w => ({ ...w, rows: changed(w.rows, 3, inLeaf('"audience":"staff"', '"audience":"other"')) }),
      'changed-entry',
      3
    ],
    ['the time of an entry was changed', w => ({ ...w, rows: changed(w.rows, 2, inLeaf('08:01', '07:01')) }), 'changed-entry', 2],
    [
      'a name was changed',
      w => ({ ...w, rows: changed(w.rows, 3, row => ({ ...row, personal: row.personal!.replace('Kit', 'Kim') })) }),
      'changed-personal',
      3
    ],
    [
      'a personal field was added',
      w => ({ ...w, rows: changed(w.rows, 1, row => ({ ...row, personal: row.personal!.replace('{', '{"child":"x",') })) }),
      'changed-personal',
      1
    ],
    [
      'a personal field was taken away',
      w => ({ ...w, rows: changed(w.rows, 3, row => ({ ...row, personal: '{"person":"person-1"}' })) }),
      'changed-personal',
      3
    ],
    ['a salt was changed', w => ({ ...w, rows: changed(w.rows, 3, row => ({ ...row, salt: '00'.repeat(32) })) }), 'changed-personal', 3],
    ['an entry was taken out', w => ({ ...w, rows: w.rows.filter((_, i) => i !== 5) }), 'gap', 5],
    ['the first entry was taken out', w => ({ ...w, rows: w.rows.slice(1) }), 'gap', 0],
    ['an entry stands twice', w => ({ ...w, rows: [...w.rows.slice(0, 5), w.rows[4]!, ...w.rows.slice(5)] }), 'gap', 5],
    ['two entries changed places', w => ({ ...w, rows: w.rows.map((row, i) => w.rows[i === 4 ? 5 : i === 5 ? 4 : i] ?? row) }), 'gap', 4],
    ['the end was cut off', w => ({ ...w, rows: w.rows.slice(0, 10) }), 'checkpoint-misplaced'],
    [
      'an entry of another ledger was put in',
      w => ({ ...w, rows: changed(w.rows, 6, () => shown(twoDays()).rows[6]!) }),
      'broken-chain',
      6
    ],
    ['an entry is no JSON', w => ({ ...w, rows: changed(w.rows, 6, row => ({ ...row, public: '{' })) }), 'unreadable', 6],
    [
      'an entry is filed under another time',
      w => ({ ...w, rows: changed(w.rows, 6, row => ({ ...row, at: '2026-01-01T00:00:00.000Z' })) }),
      'other-columns',
      6
    ],
    [
      'an entry is filed under another kind',
      w => ({ ...w, rows: changed(w.rows, 6, row => ({ ...row, kind: 'declined' })) }),
      'other-columns',
      6
    ],
    [
      'an entry is not written canonically',
      w => ({ ...w, rows: changed(w.rows, 6, row => ({ ...row, public: `${row.public} ` })) }),
      'other-columns',
      6
    ],
    ['personal fields vanished', w => ({ ...w, rows: changed(w.rows, 3, erasedRow) }), 'missing-personal', 3],
    ['the salt alone vanished', w => ({ ...w, rows: changed(w.rows, 3, row => without(row, 'salt')) }), 'half-erased', 3],
    [
      'the personal fields vanished and the salt did not',
      w => ({ ...w, rows: changed(w.rows, 3, row => without(row, 'personal')) }),
      'half-erased',
      3
    ],
    ['a checkpoint is missing', w => ({ ...w, notes: w.notes.slice(1) }), 'checkpoint-order'],
    [
      'a checkpoint was changed',
      w => ({ ...w, notes: w.notes.map(({ size, note }) => ({ size, note: note.replace('2026-11-03', '2026-11-02') })) }),
      'checkpoint-signature'
    ],
    [
      'a checkpoint is none',
      w => ({ ...w, notes: w.notes.map(({ size, note }) => ({ size, note: note.trimEnd() })) }),
      'checkpoint-unreadable',
      6
    ],
    ['another key lies with it', w => ({ ...w, keys: passingSigningKey().published }), 'checkpoint-signature'],
    ['a key without endorsement was put in', w => ({ ...w, keys: [...w.keys, ...passingSigningKey().published] }), 'wrong-keys'],
    [
      'a key bears another’s name',
      w => ({ ...w, keys: w.keys.map(key => ({ ...key, publicKey: passingSigningKey().published[0].publicKey })) }),
      'wrong-keys'
    ]
  ];
  for (const [says, change, code, index] of wrongs) {
    it(`finds out where ${says}`, () => {
      const { first, faults } = verified(change(shown(twoDays())));
      assert.deepEqual([first?.code, first?.index], [code, index], first?.says.en);
      assert.ok(faults > 0);
      assert.doesNotMatch(`${first!.says.en}${first!.says.cy}`, /\{/);
    });
  }

  it('finds out about any one letter of any row', () => {
    const whole = shown(twoDays());
    const columns = ['public', 'personal', 'salt', 'leaf', 'prev', 'at', 'kind'] as const;
    fc.assert(
      fc.property(fc.nat(13), fc.constantFrom(...columns), fc.nat(), fc.nat({ max: 60 }), (index, column, where, letter) => {
        const text = whole.rows[index]![column]!;
        const at = where % text.length;
        const other = `${text.slice(0, at)}${String.fromCharCode(48 + letter)}${text.slice(at + 1)}`;
        fc.pre(other !== text);
        assert.ok(verified({ ...whole, rows: changed(whole.rows, index, row => ({ ...row, [column]: other })) }).faults > 0);
      })
    );
  });

  it('says which entry is missing, once', () => {
    const whole = shown(twoDays());
    const { first, faults } = verified({ ...whole, notes: [], rows: whole.rows.filter((_, i) => i !== 8) });
    assert.equal(first!.says.en, 'Entry 8 is missing: entry 9 stands in its place.');
    // The gap, the chain, and the signature whose opening is gone.
    assert.equal(faults, 3);
  });

  it('does not let itself be sent to the end of the numbers', () => {
    const whole = shown(twoDays());
    const rows = changed(whole.rows, 6, row => ({
      ...erasedRow(row),
      public: row.public.replace('"index":6', '"index":9007199254740991')
    }));
    assert.deepEqual(verified({ ...whole, rows }).first?.code, 'gap');
  });

  it('takes an erasure that a later entry tells of, and says what can no longer be seen', () => {
    const kept = twoDays();
    kept.add({ kind: 'erased', at: '2033-01-01T00:00:00.000Z', of: [1, 2, 3], because: 'six years after leaving' });
    const rows = kept.rows.map((row, i) => (i >= 1 && i <= 3 ? erasedRow(row) : row));
    const report = verified({ ...shown(kept), rows });
    assert.deepEqual([report.faults, report.erased], [0, 3]);
    assert.match(report.notes[1]!.en, /^Signatures of which it can no longer be seen whether the text was opened .*: 1\.$/);
    assert.equal(report.head, kept.rows.at(-1)!.leaf);
  });

  it('takes a signature whose opening alone was erased', () => {
    const kept = twoDays();
    kept.add({ kind: 'erased', at: '2033-01-01T00:00:00.000Z', of: [2], because: 'a trial' });
    const report = verified({ ...shown(kept), rows: changed(kept.rows, 2, erasedRow) });
    assert.deepEqual([report.faults, report.notes.length], [0, 2]);
  });

  it('says where an erasure was announced and not carried out', () => {
    const kept = twoDays();
    kept.add({ kind: 'erased', at: '2033-01-01T00:00:00.000Z', of: [1, 2], because: 'six years after leaving' });
    const { faults, notes } = verified(shown(kept));
    assert.equal(faults, 0);
    assert.match(notes[1]!.en, /^Entries that are said to be erased and still hold .*: 2\./);
  });

  const stories: readonly (readonly [says: string, entries: readonly Entry[], code: FaultCode, index: number])[] = [
    ['a signature without an opening before it', [published, signing('a', 0)[2]!], 'never-opened', 1],
    ['a signature that came before the opening', [published, signing('a', 0)[2]!, signing('a', 0)[1]!], 'never-opened', 1],
    ['the signature of another than who opened', [published, signing('b', 0)[1]!, signing('a', 0)[2]!], 'never-opened', 2],
    [
      'a parent’s signature for another child than the text was opened for',
      [published, signing('a', 0)[1]!, signing('a', 0, { child: 'c' })[2]!],
      'never-opened',
      2
    ],
    [
      'a signature that names another time of opening',
      [published, signing('a', 0)[1]!, signing('a', 0, { openedAt: '2026-11-03T07:00:00.000Z' })[2]!],
      'never-opened',
      2
    ],
    ['an opened text that nobody published', signing('a', 0).slice(1), 'never-published', 0],
    ['a signature under the text of another language', [published, ...signing('a', 0, { language: 'cy' })], 'never-published', 3],
    ['an erasure of what comes later', [published, { kind: 'erased', at: published.at, of: [5], because: 'x' }], 'wrong-erasure', 1]
  ];
  for (const [says, entries, code, index] of stories) {
    it(`finds out about ${says}, though every hash is right`, () => {
      const kept = ledger();
      kept.add(...entries);
      const { first } = verified(shown(kept));
      assert.deepEqual([first?.code, first?.index], [code, index]);
    });
  }

  it('finds out about a kind that it does not know, though every hash is right', () => {
    const kept = ledger();
    kept.add({ kind: 'erased', at: published.at, of: [], because: 'a trial' });
    const text = kept.rows[0]!.public.replace('"erased"', '"sealed"');
    const row = { ...kept.rows[0]!, kind: 'sealed', public: text, leaf: hex(leafHash(text, hashes.sha256)) };
    assert.deepEqual(found(verified({ ...shown(kept), rows: [row] })), ['unknown-kind', 0, 1]);
  });

  it('notes that the clock was set back', () => {
    const kept = ledger();
    kept.add({ ...published, at: '2026-11-04T00:00:00.000Z' }, published);
    const { faults, notes } = verified(shown(kept));
    assert.equal(faults, 0);
    assert.match(notes[1]!.en, /^How often the server’s clock was set back: 1\./);
  });

  it('finds out that it is another school’s', () => {
    const kept = ledger('Elm Primary School');
    kept.add(published);
    kept.checkpoint('2026-11-03');
    assert.deepEqual(verified(shown(kept)).first?.code, 'other-school');
    assert.deepEqual(verified({ ...shown(kept), rows: [], notes: kept.notes }).first?.code, 'checkpoint-school');
  });

  it('wants the key that is known from elsewhere', () => {
    const kept = twoDays();
    assert.equal(verified(shown(kept), { key: kept.key.signer.name }).faults, 0);
    assert.equal(verified(shown(kept), { key: passingSigningKey().signer.name }).first?.code, 'other-key');
  });

  it('compares with a checkpoint that was kept in a mail', () => {
    const kept = twoDays();
    const mail = `Annwyl Bennaeth,\r\n\r\n> ${kept.notes[0]!.note.replace(/\n/g, '\r\n> ')}\r\n\r\n${kept.notes[1]!.note}\nBeadle`;
    const witnesses = checkpointsIn(mail);
    assert.equal(witnesses.length, 2);
    assert.deepEqual([verified(shown(kept), { witnesses }).faults, verified(shown(kept), { witnesses }).witnessed], [0, 2]);
  });

  it('finds out that the whole ledger was written anew with the right key', () => {
    const kept = twoDays();
    const anew = ledger(oak, kept.key);
    anew.add(published, ...signing('person-1', 0), ...signing('person-9', 5));
    anew.checkpoint('2026-11-03');
    assert.equal(verified(shown(anew)).faults, 0);
    const witnesses = checkpointsIn(kept.notes[0]!.note);
    assert.equal(verified(shown(anew), { witnesses }).first?.code, 'witness-differs');
  });

  it('finds out that the end of the ledger and its checkpoints were cut off', () => {
    const kept = twoDays();
    const cut = { ...shown(kept), rows: kept.rows.slice(0, 8), notes: kept.notes.slice(0, 1) };
    assert.equal(verified(cut).faults, 0);
    const { first } = verified(cut, { witnesses: checkpointsIn(kept.notes[1]!.note) });
    assert.equal(
      first?.says.en,
      'The checkpoint of 4 November 2026 that you kept covers 13 entries, and there are only 8: the end of the ledger is missing.'
    );
  });

  it('takes a ledger of nothing', () => {
    const kept = ledger();
    kept.checkpoint('2026-11-01');
    kept.add(published);
    kept.checkpoint('2026-11-02');
    assert.deepEqual(found(verified(shown(kept))), [undefined, undefined, 0]);
  });

  it('holds the texts that lie with it against what was published', () => {
    const kept = twoDays();
    const verification = verifying({ hashes, verify: verifySignature, school: oak, keys: kept.key.published });
    kept.rows.forEach(verification.row);
    const text = { policy: 'oak', major: 1, minor: 0, language: 'en', text: textOfOak };
    verification.text(text);
    assert.equal(verification.report().faults, 0);
    verification.text({ ...text, text: `${textOfOak} ` });
    assert.equal(
      verification.report().first?.says.en,
      'The text of oak 1.0 (en) that lies with the ledger is not the one that was published.'
    );
    verification.text({ ...text, language: 'cy' });
    assert.equal(verification.report().faults, 2);
  });
});
