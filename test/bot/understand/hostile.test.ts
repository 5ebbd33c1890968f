import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance, isNear } from '../../../bot/understand/near.ts';
import { lexicons } from '../../../bot/understand/vocabulary.ts';
import { understand } from '../../../bot/understand/understand.ts';
import { known } from './school.ts';
import { within } from '../../support/quick.ts';

/** Words of the vocabulary, names and odd signs, in any order. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom(...lexicons.en.marks.keys()),
    fc.constantFrom(...lexicons.cy.marks.keys()),
    fc.constantFrom(
      'Kit',
      'Sample',
      '4B',
      'governors',
      'llywodraethwyr',
      '1/3/27',
      '31/2',
      'Monday',
      'dydd',
      'Llun',
      '’',
      '—',
      '🙂',
      '\u202e',
      '\0'
    ),
    fc.string({ unit: 'binary', maxLength: 12 })
  ),
  { maxLength: 30 }
);

describe('understand: whatever is typed', () => {
  it('never throws, and gives names and reasons of bounded length', () =>
    fc.assert(
      fc.property(words, typed => {
        const { question } = understand(typed.join(' '), known);
        if (!question) return;
        assert.ok(JSON.stringify(question).length < 2000);
        if ('name' in question && question.name) assert.ok(question.name.length >= 1 && question.name.length <= 8);
        if (question.ask === 'changed-since') assert.match(question.since, /^\d{4}-\d\d-\d\d$/);
        if (question.ask === 'excuse' && question.until !== undefined) assert.match(question.until, /^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 500 }
    ));

  it('changes nothing by a sentence without a verb for it', () => {
    const verbs =
      /remind|reming|rmind|chas|nudge|prod|poke|ping|nag|chivvy|email|message|card|letter|excus|exus|exempt|defer|postpon|let off|give|allow|grant|extend|follow up|recall|undo|revok|cancel|withdraw|take back|reinstat|^(?:let|off|follow|up|take|back)$/;
    const quiet = [...lexicons.en.marks.keys()].filter(
      word =>
        !verbs.test(word) &&
        !['recall', 'excuse', 'remind', 'reminder', 'give'].some(mark => lexicons.en.marks.get(word)!.includes(mark as never))
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...quiet), fc.constantFrom('Kit', 'Sample', 'governors', 'Remington')), { maxLength: 8 }),
        typed => {
          const { question } = understand(typed.join(' '), known);
          assert.ok(!question || !['remind', 'excuse', 'recall'].includes(question.ask), typed.join(' '));
        }
      ),
      { numRuns: 500 }
    );
  });

  for (const [what, text] of [
    ['one long word', 'a'.repeat(100_000)],
    ['many short words', 'who '.repeat(25_000)],
    ['apostrophes', "'s".repeat(50_000)],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`],
    ['dots and digits', '1.'.repeat(50_000)],
    ['addresses that are none', 'a@'.repeat(50_000)],
    ['near words', 'remnid sined llofndi '.repeat(5000)],
    ['blanks', ' '.repeat(100_000)]
  ] as const)
    it(`reads 100 kB of ${what} within 250 ms`, () => {
      understand(text.slice(0, 2000), known);
      within(250, () => understand(text, known));
    });

  it('counts slips as a plain reckoning over all ways does', () => {
    const slow = (a: string, b: string): number => {
      const row = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
      for (let i = 0; i <= a.length; i += 1)
        for (let j = 0; j <= b.length; j += 1) {
          if (i === 0 || j === 0) {
            row[i]![j] = i + j;
            continue;
          }
          row[i]![j] = Math.min(row[i - 1]![j]! + 1, row[i]![j - 1]! + 1, row[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[i]![j] = Math.min(row[i]![j]!, row[i - 2]![j - 2]! + 1);
        }
      return row[a.length]![b.length]!;
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => assert.equal(distance(a, b, 2), Math.min(slow(a, b), 3))));
  });

  it('takes no common first name for a word of the vocabulary', () => {
    // Invented pairings of everyday given names; none is a person.
    const names =
      'simon sian kate lacey nate helen mark evan owen gwen nia elin dylan emlyn hugo beth sioned carys rhys megan alun ceri lowri aled huw dai eleri mali cari steffan'.split(
        ' '
      );
    const verbs = [
      'remind',
      'excuse',
      'export',
      'recall',
      'undo',
      'cancel',
      'status',
      'signed',
      'sign',
      'atgoffa',
      'esgusodi',
      'allforio',
      'statws',
      'llofnodi'
    ];
    for (const name of names) for (const verb of verbs) assert.ok(!isNear(name, verb), `${name} ${verb}`);
  });
});
