import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedFor, changesBetween, partiesOf } from '../../../core/policies/changes.ts';
import { models } from '../../../core/policies/models/index.ts';
import type { Clause } from '../../../core/policies/policy.ts';
import { clause } from '../../support/signing.ts';

const of = (...clauses: readonly Clause[]) => ({ languages: ['en'] as const, clauses });
const old = of(
  clause('1', 'Lock the screen whenever you leave your desk.'),
  clause('2', 'Keep passwords to yourself and never write them down.', { binds: ['staff', 'pupil'] }),
  clause('3', 'Governors read papers in the portal only.', { binds: ['governor'] }),
  clause('4', 'Phones stay in the staff room during lessons.')
);
const [lock, passwords, papers, phones] = old.clauses as readonly [Clause, Clause, Clause, Clause];

const told = (...clauses: readonly Clause[]) =>
  changesBetween(old, of(...clauses)).map(({ kind, before, after, concerns }) => [kind, before?.id, after?.id, concerns.join('+')]);

describe('what changed between two versions', () => {
  for (const [why, clauses, expected] of [
    ['nothing', [lock, passwords, papers, phones], []],
    ['blanks and breaks of a line', [{ ...lock, text: 'Lock the screen  whenever\nyou leave your desk.' }, passwords, papers, phones], []],
    ['a clause more', [lock, passwords, papers, phones, clause('5', 'Report lost keys.')], [['added', undefined, '5', 'staff']]],
    ['a clause less', [lock, passwords, phones], [['removed', '3', undefined, 'governor']]],
    [
      'other words under the same number',
      [{ ...lock, text: 'Lock the screen whenever you leave the room.' }, passwords, papers, phones],
      [['reworded', '1', '1', 'staff']]
    ],
    [
      'another rule under the same number',
      [{ ...lock, text: 'Pictures of children need consent beforehand.' }, passwords, papers, phones],
      [
        ['added', undefined, '1', 'staff'],
        ['removed', '1', undefined, 'staff']
      ]
    ],
    [
      'a clause put in before the others',
      [
        clause('1', 'This policy binds us all.', { binds: [] }),
        { ...lock, id: '2' },
        { ...passwords, id: '3' },
        { ...papers, id: '4' },
        { ...phones, id: '5' }
      ],
      [
        ['added', undefined, '1', ''],
        ['renumbered', '1', '2', ''],
        ['renumbered', '2', '3', ''],
        ['renumbered', '3', '4', ''],
        ['renumbered', '4', '5', '']
      ]
    ],
    [
      'words and number at once',
      [passwords, papers, phones, { ...lock, id: '9', text: 'Lock your screen whenever you leave your desk.' }],
      [['reworded', '1', '9', 'staff']]
    ],
    ['a heading', [{ ...lock, section: 'Devices' }, passwords, papers, phones], [['renumbered', '1', '1', '']]],
    [
      'others bound by the same words',
      [{ ...lock, binds: ['staff', 'governor'] }, { ...passwords, binds: ['staff'] }, papers, phones],
      [
        ['rebound', '1', '1', 'governor'],
        ['rebound', '2', '2', 'pupil']
      ]
    ],
    ['a duty of ours', [{ ...lock, duties: ['lock-when-unattended'] }, passwords, papers, phones], [['refiled', '1', '1', '']]],
    ['a clause that became advice', [{ ...lock, standing: 'advice' }, passwords, papers, phones], [['rebound', '1', '1', 'staff']]],
    [
      'a translation beside the same words',
      [{ ...lock, text: { en: lock.text as string, cy: 'Clowch y sgrin.' } }, passwords, papers, phones],
      [['translated', '1', '1', '']]
    ]
  ] as const) {
    it(`is told of ${why}`, () => assert.deepEqual(told(...(clauses as readonly Clause[])), expected));
  }

  it('says whether duties changed with the words', () => {
    const [change] = changesBetween(
      old,
      of({ ...lock, text: 'Lock the screen whenever you leave.', duties: ['lock-when-unattended'] }, passwords, papers, phones)
    );
    assert.deepEqual([change!.kind, change!.duties, change!.binds], ['reworded', true, false]);
  });

  it('does not mind in which order somebody kept languages and positions', () => {
    const before = clause(
      '1',
      { en: 'Sign it.', cy: 'Llofnodwch ef.' },
      { positions: { 'signed-by': ['staff'], 'signed-again': 'yearly' } }
    );
    const after = clause(
      '1',
      { cy: 'Llofnodwch ef.', en: 'Sign it.' },
      { positions: { 'signed-again': 'yearly', 'signed-by': ['staff'] } }
    );
    assert.deepEqual(changesBetween(of(before), of(after)), []);
    const others = clause('1', before.text, { positions: { 'signed-by': ['staff'], 'signed-again': 'once' } });
    assert.deepEqual(
      changesBetween(of(before), of(others)).map(({ kind }) => kind),
      ['refiled']
    );
  });

  it('pairs two clauses of the same words in their order', () => {
    const twice = of(clause('1', 'Be kind.'), clause('2', 'Be kind.'));
    assert.deepEqual(changesBetween(twice, twice), []);
    assert.deepEqual(
      changesBetween(twice, of(clause('1', 'Be kind.'), clause('2', 'Be honest with everybody.'), clause('3', 'Be kind.'))).map(
        ({ kind, after }) => [kind, after?.id]
      ),
      [
        ['added', '2'],
        ['renumbered', '3']
      ]
    );
  });

  it('is nothing between a policy and itself, and everything between a policy and none', () => {
    for (const model of models) {
      assert.deepEqual(changesBetween(model, model), []);
      assert.ok(changesBetween({ ...model, clauses: [] }, model).every(({ kind }) => kind === 'added'));
      assert.equal(changesBetween(model, { ...model, clauses: [] }).length, model.clauses.length);
    }
  });

  it('leaves no clause out and takes none twice, whatever is cut, moved and renumbered', () => {
    const clauses = models[4]!.clauses;
    fc.assert(
      fc.property(fc.shuffledSubarray([...clauses]), fc.boolean(), (kept, renumbered) => {
        const after = kept.map((each, i) => (renumbered ? { ...each, id: `n${i}` } : each));
        const changes = changesBetween(of(...clauses), of(...after));
        const removed = changes.filter(({ kind }) => kind === 'removed').length;
        const moved = changes.filter(({ kind }) => kind === 'renumbered').length;
        assert.equal(removed, clauses.length - kept.length);
        assert.equal(moved, renumbered ? kept.length : 0);
        assert.equal(changes.length, removed + moved);
      }),
      { numRuns: 30 }
    );
  });

  it('concerns each party once', () => {
    const changes = changesBetween(old, of());
    assert.deepEqual([...partiesOf(changes)].sort(), ['governor', 'pupil', 'staff']);
  });
});

describe('what changed for you', () => {
  const changes = changesBetween(
    old,
    of(
      { ...lock, text: 'Lock the screen whenever you leave the room.' },
      { ...passwords, binds: ['staff', 'governor'] },
      phones,
      clause('4.a', 'Watches count as phones.')
    )
  );

  it('is two lines by the numbers of the clauses', () => {
    assert.deepEqual(changedFor(['staff'], changes), [
      { en: 'New for you: clause 4.a. Worded differently: clause 1.', cy: 'Newydd i chi: cymal 4.a. Wedi’i eirio’n wahanol: cymal 1.' },
      { en: 'All else that concerns you is as it was.', cy: 'Mae’r gweddill i chi fel yr oedd.' }
    ]);
    assert.deepEqual(
      changedFor(['governor'], changes).map(({ en }) => en),
      ['New for you: clause 2.', 'No longer applies to you: clause 3. All else that concerns you is as it was.']
    );
  });

  it('is one line for those for whom something only went, or nothing changed', () => {
    assert.deepEqual(
      changedFor(['pupil'], changes).map(({ en }) => en),
      ['No longer applies to you: clause 2. All else that concerns you is as it was.']
    );
    assert.deepEqual(
      changedFor(['parent'], changes).map(({ cy }) => cy),
      ['Nid oes dim sy’n berthnasol i chi wedi newid.']
    );
  });

  it('names six clauses at most and counts the rest', () => {
    const many = changesBetween(of(), of(...Array.from({ length: 9 }, (_, i) => clause(`${i + 1}`, `Rule ${i + 1}.`))));
    assert.equal(changedFor(['staff'], many)[0]!.en, 'New for you: clauses 1, 2, 3, 4, 5, 6 and 3 more.');
  });
});
