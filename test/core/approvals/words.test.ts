import assert from 'node:assert/strict';
import { about, fieldIds, kinds, satisfies } from '../../../core/approvals/kinds.ts';
import { closingWords, countWords, refusalWords, stateWords, stepWords } from '../../../core/approvals/words.ts';
import { duties } from '../../../core/duties.ts';
import { rules } from '../../../core/mail/rules/index.ts';

describe('the words of approvals', () => {
  const all = [
    ...kinds.flatMap(kind => [about[kind].title, ...about[kind].fields.map(({ label }) => label)]),
    ...Object.values(stateWords),
    ...Object.values(stepWords),
    ...Object.values(closingWords),
    ...Object.values(refusalWords)
  ];
  it('stand in both languages, which differ', () => {
    for (const { en, cy } of all) {
      assert.ok(en.trim() && cy.trim());
      assert.notEqual(en, cy);
    }
  });
  it('fill the same places in both languages', () => {
    const places = (text: string): readonly string[] => (text.match(/\{[a-z]+\}/g) ?? []).sort();
    for (const { en, cy } of all) assert.deepEqual(places(en), places(cy), en);
  });
  for (const [people, en, cy] of [
    [{ parent: 2, agency: 1 }, '2 parents or carers, 1 outside agency', '2 o rieni neu ofalwyr, 1 asiantaeth allanol'],
    [{ governor: 1, outsider: 3 }, '1 governor, 3 people outside the school', '1 llywodraethwr, 3 o bobl y tu allan i’r ysgol'],
    [{ parent: 0 }, '', '']
  ] as const) {
    it(`count ${JSON.stringify(people)}`, () => assert.deepEqual([countWords(people, 'en'), countWords(people, 'cy')], [en, cy]));
  }
});

describe('the kinds of approvals', () => {
  it('ask for each thing once, and for something', () => {
    for (const kind of kinds) {
      const ids = about[kind].fields.map(({ id }) => id);
      assert.ok(ids.length > 0 && new Set(ids).size === ids.length && ids.every(id => fieldIds.includes(id)), kind);
    }
  });
  it('cite duties that an approval can serve', () => {
    for (const kind of kinds)
      for (const duty of about[kind].duties)
        assert.ok((duties[duty].controls as readonly string[]).includes('approval'), `${kind}: ${duty}`);
  });
  it('satisfy rules that there are', () => {
    const known = rules.map(({ id }) => id);
    for (const ids of Object.values(satisfies)) for (const id of ids) assert.ok(known.includes(id), id);
  });
  it('that something is owed after say by when', () => {
    for (const kind of kinds)
      if (about[kind].closing !== 'by-itself')
        assert.ok(
          about[kind].fields.some(({ id }) => id === 'until'),
          kind
        );
  });
});
