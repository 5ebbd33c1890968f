import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import type { Entry, EntryKind } from '../../../../core/policies/entry.ts';
import { asLeaf, erasedRow, isErased, noLeaf, readLeaf, recordedOf, rowOf } from '../../../../core/policies/ledger/leaf.ts';
import { hashes } from '../../../../service/ledger/hashes.ts';
import { plainHashes, published, signing } from '../../../support/ledger.ts';

const salt = new Uint8Array(32).fill(7);
const signed = signing('person-7', 0, { question: 'May I use my own phone?' })[2]!;
const place = { school: 'Oak Primary School', index: 3, prev: noLeaf, salt };

const at = '2026-11-03T08:00:00.000Z';
const matter = { person: 'secret person', policy: 'oak', child: 'secret child' };
const by = 'secret name';
/** An entry of each kind with every field that it may have; what nobody may read out of a leaf begins with «secret». */
const everyKind: { readonly [K in EntryKind]: Extract<Entry, { readonly kind: K }> } = {
  published: { kind: 'published', at, policy: 'oak', major: 1, minor: 0, texts: {}, pdfs: {}, by },
  asked: { kind: 'asked', at, ...matter, major: 1, audience: 'staff', year: 2026, due: '2026-11-23' },
  reminded: { kind: 'reminded', at, ...matter, major: 1, step: 1, by },
  escalated: { kind: 'escalated', at, ...matter, major: 1, to: by },
  opened: { kind: 'opened', at, ...matter, major: 1, minor: 0, language: 'cy', text: noLeaf, channel: 'kiosk' },
  signed: {
    kind: 'signed',
    at,
    ...matter,
    major: 1,
    minor: 0,
    audience: 'staff',
    language: 'cy',
    text: noLeaf,
    consent: 'Rwy’n cytuno.',
    typedName: by,
    fields: { 'job-title': 'secret post' },
    question: 'secret question',
    openedAt: at,
    channel: 'paper',
    assurance: 'countersigned',
    countersigner: by
  },
  declined: { kind: 'declined', at, ...matter, major: 1, minor: 0, reason: 'secret reason', channel: 'teams' },
  excused: { kind: 'excused', at, ...matter, until: 'secret day', because: 'secret reason', by },
  recalled: { kind: 'recalled', at, ...matter, by, of: 'excused' },
  left: { kind: 'left', at, ...matter, major: 1 },
  'looked-up': { kind: 'looked-up', at, person: by, by },
  settled: { kind: 'settled', at, person: by, of: 1, by, note: 'secret note' },
  erased: { kind: 'erased', at, of: [1], because: 'six years after leaving' }
};

describe('a leaf of the ledger', () => {
  const row = rowOf({ ...place, entry: signed }, plainHashes);

  it('holds the entry, with a commitment in the place of each personal field', () => {
    const sealed = (text: string): string => createHmac('sha256', salt).update(text).digest('hex');
    assert.deepEqual(JSON.parse(row.public), {
      v: 1,
      school: 'Oak Primary School',
      index: 3,
      prev: noLeaf,
      entry: {
        ...signed,
        person: sealed('{"person":"person-7"}'),
        typedName: sealed('{"typedName":"Kit Sample"}'),
        fields: sealed('{"fields":{"job-title":"Teacher"}}'),
        question: sealed('{"question":"May I use my own phone?"}')
      }
    });
  });

  it('is hashed after a zero byte, as RFC 6962 says', () => {
    assert.equal(row.leaf, createHash('sha256').update('\0').update(row.public).digest('hex'));
  });

  it('keeps what is personal beside it, with the salt', () => {
    assert.equal(
      row.personal,
      '{"fields":{"job-title":"Teacher"},"person":"person-7","question":"May I use my own phone?","typedName":"Kit Sample"}'
    );
    assert.equal(row.salt, '07'.repeat(32));
    assert.deepEqual([row.index, row.prev, row.at, row.kind], [3, noLeaf, '2026-11-03T08:02:00.000Z', 'signed']);
  });

  it('gives back the entry that was added', () => {
    assert.deepEqual(recordedOf(row), { index: 3, leaf: row.leaf, entry: signed });
    assert.equal(isErased(row), false);
  });

  it('outlives what is personal', () => {
    const left = erasedRow(row);
    assert.ok(!/Kit|Teacher|phone|person-7|0707/.test(JSON.stringify(left)));
    assert.equal(left.leaf, row.leaf);
    assert.equal(isErased(left), true);
    const entry = recordedOf(left)!.entry as Extract<Entry, { kind: 'signed' }>;
    const { question: _, ...without } = signed as Extract<Entry, { kind: 'signed' }>;
    assert.deepEqual(entry, { ...without, person: '', typedName: '', fields: {} });
  });

  it('has no salt where nothing is personal', () => {
    const entry: Entry = { kind: 'erased', at: '2033-01-01T00:00:00.000Z', of: [1, 2], because: 'six years after leaving' };
    const bare = rowOf({ ...place, entry }, plainHashes);
    assert.ok(!('personal' in bare) && !('salt' in bare));
    assert.equal(isErased(bare), false);
    assert.deepEqual(recordedOf(bare)!.entry, entry);
  });

  it('commits to the same value differently in another field, and under another salt', () => {
    const entry: Entry = { kind: 'looked-up', at: '2026-11-03T08:00:00.000Z', person: 'same', by: 'same' };
    const one = readLeaf(rowOf({ ...place, entry }, plainHashes).public)!.entry;
    const other = readLeaf(rowOf({ ...place, entry, salt: new Uint8Array(32) }, plainHashes).public)!.entry;
    assert.notEqual(one['person'], one['by']);
    assert.notEqual(one['person'], other['person']);
  });

  for (const entry of Object.values(everyKind)) {
    it(`shows of «${entry.kind}» neither who nor what somebody wrote`, () => {
      const { public: text, personal = '{}' } = rowOf({ ...place, entry }, plainHashes);
      assert.ok(!text.includes('secret'), text);
      assert.equal(personal.split('secret').length, JSON.stringify(entry).split('secret').length);
    });
  }

  it('is the same by the service’s faster hashes', () => {
    for (const entry of [published, signed]) assert.deepEqual(rowOf({ ...place, entry }, hashes), rowOf({ ...place, entry }, plainHashes));
    const long = new Uint8Array(100).fill(9);
    assert.deepEqual(Buffer.from(hashes.hmac(long, salt)), Buffer.from(plainHashes.hmac(long, salt)));
  });

  const notLeaves: readonly (readonly [says: string, value: unknown])[] = [
    ['nothing', undefined],
    ['a list', []],
    ['another version', { v: 2, school: 'Oak', index: 0, prev: noLeaf, entry: { kind: 'left', at: 'now' } }],
    ['one key more', { v: 1, school: 'Oak', index: 0, prev: noLeaf, entry: { kind: 'left', at: 'now' }, more: 1 }],
    ['half a place', { v: 1, school: 'Oak', index: 0.5, prev: noLeaf, entry: { kind: 'left', at: 'now' } }],
    ['a short hash', { v: 1, school: 'Oak', index: 0, prev: '00', entry: { kind: 'left', at: 'now' } }],
    ['an entry without a time', { v: 1, school: 'Oak', index: 0, prev: noLeaf, entry: { kind: 'left' } }],
    ['an entry that is nested', { v: 1, school: 'Oak', index: 0, prev: noLeaf, entry: { kind: 'left', at: 'now', a: [[1]] } }]
  ];
  for (const [says, value] of notLeaves) it(`is not ${says}`, () => assert.equal(asLeaf(value), undefined));

  it('is none where the row is spoilt', () => {
    assert.equal(recordedOf({ ...row, public: row.public.slice(1) }), undefined);
    assert.equal(recordedOf({ ...row, personal: '[]' }), undefined);
  });
});
