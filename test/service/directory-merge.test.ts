import assert from 'node:assert/strict';
import fc from 'fast-check';
import { audiencesIn, filterOf } from '../../core/mail/filter.ts';
import { grounds } from '../../graph/directory.ts';
import { differencesOf, directoryOfRows, isSudden, type KeptRow, rowsAfter, withHand } from '../../service/directory-merge.ts';

const row = (more: Partial<KeptRow>): KeptRow => ({
  source: 'microsoft-accounts',
  id: more.id ?? more.address ?? 'x',
  address: 'a@school.example',
  others: [],
  kind: 'staff',
  ground: 'domain',
  children: [],
  ...more
});

const anyRow = fc
  .record({
    source: fc.constantFrom('microsoft-accounts', 'microsoft-roster', 'microsoft-groups', 'google-guardians'),
    id: fc.constantFrom('1', '2', '3', '4'),
    address: fc.constantFrom('a@school.example', 'b@school.example', 'p@family.example', 'not an address'),
    others: fc.subarray(['b@school.example', 'home@private.example']),
    kind: fc.constantFrom('staff' as const, 'pupil' as const, 'parent' as const, 'governor' as const),
    ground: fc.constantFrom(...grounds),
    name: fc.constantFrom(undefined, 'Teacher One', 'teacher  one', 'Parent Two'),
    account: fc.constantFrom(undefined, 'A', 'B')
  })
  .map(({ name, account, ...rest }): KeptRow => ({ ...rest, children: [], ...(name ? { name } : {}), ...(account ? { account } : {}) }));
const known = fc.record({
  audience: fc.constantFrom('staff' as const, 'pupil' as const, 'parent' as const),
  name: fc.constantFrom('By Hand', 'Other Hand')
});
const hand = fc.dictionary(
  fc.constantFrom('a@school.example', 'p@family.example', 'h@hand.example'),
  fc.array(known, { minLength: 1, maxLength: 2 })
);

describe('who is who, from several sources', () => {
  it('lets somebody be staff, parent and governor at once', () => {
    assert.deepEqual(
      directoryOfRows([
        row({ name: 'Teacher One' }),
        row({ source: 'microsoft-groups', kind: 'governor', ground: 'group' }),
        row({ source: 'google-guardians', kind: 'parent', ground: 'relation', name: 'Teacher One' })
      ]),
      {
        'a@school.example': [
          { audience: 'governor' },
          { audience: 'parent', name: 'Teacher One' },
          { audience: 'staff', name: 'Teacher One' }
        ]
      }
    );
  });

  for (const { says, rows, gives } of [
    {
      says: 'the roster before the domain',
      rows: [row({}), row({ source: 'microsoft-roster', kind: 'pupil', ground: 'role' })],
      gives: 'pupil'
    },
    {
      says: 'the licence before the domain',
      rows: [row({ kind: 'pupil', ground: 'domain', id: '1' }), row({ ground: 'licence', id: '2' })],
      gives: 'staff'
    },
    { says: 'of equal grounds «pupil»', rows: [row({ id: '1' }), row({ id: '2', kind: 'pupil' })], gives: 'pupil' },
    {
      says: 'what one account is at all its addresses',
      rows: [
        row({ account: 'A', others: ['other@school.example'] }),
        row({ source: 'microsoft-roster', account: 'A', kind: 'pupil', ground: 'role', address: 'other@school.example' })
      ],
      gives: undefined
    }
  ]) {
    it(`never takes one person for staff and pupil: ${says}`, () => {
      const directory = directoryOfRows(rows);
      assert.deepEqual(
        directory['a@school.example']?.map(({ audience }) => audience),
        gives && [gives]
      );
      for (const lines of Object.values(directory)) assert.equal(lines.length, 1);
    });
  }

  it('writes nothing down that is no address, and no name twice', () => {
    assert.deepEqual(
      directoryOfRows([
        row({ address: 'nobody', others: [] }),
        row({ id: '1', name: 'teacher one' }),
        row({ id: '2', name: 'Teacher One' }),
        row({ id: '3' })
      ]),
      {
        'a@school.example': [{ audience: 'staff', name: 'Teacher One' }]
      }
    );
  });

  it('does not mind the order of the rows, nor rows that come twice', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), rows => {
        const text = JSON.stringify(directoryOfRows(rows));
        assert.equal(JSON.stringify(directoryOfRows([...rows].reverse())), text);
        assert.equal(JSON.stringify(directoryOfRows([...rows, ...rows])), text);
      })
    );
  });

  it('lets every line by hand survive as it is, whatever the sources say, and adds nothing the second time', () => {
    fc.assert(
      fc.property(hand, fc.array(anyRow, { maxLength: 12 }), (own, rows) => {
        const sources = directoryOfRows(rows);
        const all = withHand(own, sources);
        for (const [address, lines] of Object.entries(own)) assert.deepEqual(all[address]!.slice(0, lines.length), lines);
        assert.deepEqual(withHand(all, sources), all);
        assert.deepEqual(withHand(own, {}), { ...own });
        const none = differencesOf(all, all);
        assert.deepEqual([none.added, none.gone, none.changed], [[], [], []]);
      })
    );
  });

  it('lets the hand decide between staff and pupil, and still learns that a teacher is a parent', () => {
    const sources = directoryOfRows([row({ kind: 'pupil' }), row({ id: 'p', kind: 'parent', ground: 'relation' })]);
    assert.deepEqual(withHand({ 'a@school.example': [{ audience: 'staff', name: 'By Hand' }] }, sources), {
      'a@school.example': [{ audience: 'staff', name: 'By Hand' }, { audience: 'parent' }]
    });
  });

  it('says what is new, gone and otherwise named', () => {
    const differences = differencesOf(
      {
        'a@x.example': [{ audience: 'staff', name: 'One' }],
        'b@x.example': [{ audience: 'parent' }],
        'c@x.example': [{ audience: 'parent' }]
      },
      { 'a@x.example': [{ audience: 'staff', name: 'Two' }], 'c@x.example': [{ audience: 'parent' }, { audience: 'governor' }] }
    );
    assert.deepEqual(differences, {
      added: [{ address: 'c@x.example', audience: 'governor' }],
      gone: [{ address: 'b@x.example', audience: 'parent' }],
      changed: [{ address: 'a@x.example', audience: 'staff', name: 'Two' }],
      same: 1
    });
  });

  it('keeps of a source what did not change', () => {
    const before = [row({ id: '1' }), row({ id: '2' }), row({ id: '3' })];
    const ids = (rows: readonly KeptRow[]) => rows.map(({ id }) => id);
    assert.deepEqual(ids(rowsAfter(before, { rows: [row({ id: '4' })], gone: ['2'] }, 's')), ['1', '3', '4']);
    assert.deepEqual(ids(rowsAfter(before, { rows: [row({ id: '4' })] }, 's')), ['4']);
  });

  for (const { had, left, sudden } of [
    { had: 100, left: 79, sudden: true },
    { had: 100, left: 80, sudden: false },
    { had: 6, left: 0, sudden: true },
    { had: 5, left: 0, sudden: false },
    { had: 0, left: 0, sudden: false }
  ]) {
    it(`${sudden ? 'does not believe' : 'believes'} ${left} of ${had}`, () => {
      const rows = Array.from({ length: had }, (_, i) => row({ id: String(i) }));
      assert.equal(isSudden(rows, rows.slice(0, left)), sudden);
    });
  }

  it('goes into the keyed filter of devices, other addresses too', () => {
    const directory = directoryOfRows([
      row({ kind: 'parent', ground: 'relation', address: 'P@Family.example', others: ['p2@family.example'] })
    ]);
    const filter = filterOf(directory, '00112233445566778899aabbccddeeff');
    assert.deepEqual(audiencesIn(filter, 'p@family.example'), [{ audience: 'parent' }]);
    assert.deepEqual(audiencesIn(filter, 'p2@family.example'), [{ audience: 'parent' }]);
    assert.deepEqual(audiencesIn(filter, 'stranger@family.example'), []);
  });
});
