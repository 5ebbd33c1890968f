import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hashOf, isNumber, isOpening, phrases, wordsOf } from '../../../core/mail/words.ts';

interface Told {
  readonly text: string;
  readonly opens: boolean;
  readonly figures: boolean;
}

function told(text: string): readonly Told[] {
  const { count, starts, ends, marks } = wordsOf(text);
  return Array.from({ length: count }, (_, i) => ({
    text: text.slice(starts[i], ends[i]),
    opens: (marks[i]! & isOpening) !== 0,
    figures: (marks[i]! & isNumber) !== 0
  }));
}

function found(lines: readonly string[], text: string): readonly string[] {
  return phrases(lines)
    .find(wordsOf(text))
    .map(({ phrase, start, end }) => `${phrase}: ${text.slice(start, end)}`);
}

describe('a text as words', () => {
  it('has a word for each run of letters and figures', () =>
    assert.deepEqual(
      told('Send it to 10 friends, today!').map(({ text }) => text),
      ['Send', 'it', 'to', '10', 'friends', 'today']
    ));
  it('has none in no text', () => assert.deepEqual(told(' \n.,!?'), []));
  it('keeps apostrophes and invisible characters inside a word', () =>
    assert.deepEqual(
      told('don’t wo\u200brk o’r').map(({ text }) => text),
      ['don’t', 'wo\u200brk', 'o’r']
    ));
  it('marks figures and the openings of sentences and paragraphs', () =>
    assert.deepEqual(
      told('At 10. Then\nmore\n\nlast').map(({ text, opens, figures }) => `${text}${opens ? ' opens' : ''}${figures ? ' figures' : ''}`),
      ['At opens', '10 figures', 'Then opens', 'more', 'last opens']
    ));
  for (const [a, b] of [
    ['Ysgol', 'YSGOL'],
    ['tŷ', 'ty'],
    ['cafe\u0301', 'café'],
    ['don’t', "don't"],
    ['don’t', 'dont'],
    ['ѕсhооl', 'school'],
    ['ｈｅａｄ', 'head'],
    ['w\u00adord', 'word']
  ] as const) {
    it(`takes «${a}» and «${b}» for one word`, () => assert.equal(hashOf(a), hashOf(b)));
  }
  it('takes different words for different ones', () => {
    const words = ['head', 'heads', 'ahead', 'hade', 'dahe', 'a', 'b', '1', '11', '111', 'ysgol', 'sgol'];
    assert.equal(new Set(words.map(hashOf)).size, words.length);
  });

  it('finds the words that letters, figures and the rest make, in order and inside the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abz 019.,!?\n-ŷ'.split('')), maxLength: 300 }), text => {
        const reference = [...text.matchAll(/[abz019ŷ]+/g)].map(([word]) => word);
        assert.deepEqual(
          told(text).map(word => word.text),
          reference
        );
      }),
      { numRuns: 500 }
    ));
  it('stays inside any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const { count, starts, ends } = wordsOf(text);
        let last = 0;
        for (let i = 0; i < count; i += 1) {
          assert.ok(last <= starts[i]! && starts[i]! < ends[i]! && ends[i]! <= text.length);
          last = ends[i]!;
        }
      }),
      { numRuns: 1000 }
    ));
});

describe('phrases', () => {
  it('are found by word, not by letter', () => assert.deepEqual(found(['pass it on'], 'Pass it on. Compass it on.'), ['0: Pass it on']));
  it('allow for alternatives', () => assert.deepEqual(found(['send|pass it'], 'send it and pass it'), ['0: send it', '0: pass it']));
  it('allow for figures', () => assert.deepEqual(found(['to # people'], 'to 10 people, to ten people'), ['0: to 10 people']));
  it('may begin with figures', () => assert.deepEqual(found(['# friends'], 'ten friends, 10 friends'), ['0: 10 friends']));
  it('reach over up to three words', () => {
    assert.deepEqual(found(['send .. friends'], 'send friends'), ['0: send friends']);
    assert.deepEqual(found(['send .. friends'], 'send it to your friends'), ['0: send it to your friends']);
    assert.deepEqual(found(['send .. friends'], 'send it to all your friends'), []);
  });
  it('reach over as many words as they say', () => {
    assert.deepEqual(found(['send ..1 friends'], 'send your friends'), ['0: send your friends']);
    assert.deepEqual(found(['send ..1 friends'], 'send to your friends'), []);
  });
  it('are found where the gap holds one of their own words', () =>
    assert.deepEqual(found(['meet ..4 my house'], 'meet my mum at my house'), ['0: meet my mum at my house']));
  it('do not reach across the end of a sentence or a paragraph', () => {
    assert.deepEqual(found(['send it'], 'Please send. It is late.'), []);
    assert.deepEqual(found(['send it'], 'Please send\n\nit'), []);
    assert.deepEqual(found(['send it'], 'Please send\nit'), ['0: send\nit']);
  });
  it('are found whatever the letters are dressed in', () =>
    assert.deepEqual(found(['pass it on'], 'PASS іt \u00f3n'), ['0: PASS іt \u00f3n']));

  const alphabet = ['a', 'b', 'c', '7'] as const;
  const line = fc
    .array(fc.tuple(fc.constantFrom('', '.. ', '..1 ', '..5 '), fc.constantFrom('a', 'b', 'c', '#', 'a|b', 'c|#')), {
      minLength: 1,
      maxLength: 4
    })
    .map(steps => steps.map(([gap, words], i) => (i === 0 ? '' : gap) + words).join(' '));
  const text = fc
    .array(fc.tuple(fc.constantFrom(...alphabet), fc.constantFrom(' ', ' ', ' ', '. ', '\n\n')), { maxLength: 30 })
    .map(words => words.map(([word, space]) => word + space).join(''));

  it('are found where a naive reader finds them', () =>
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), text, (lines, text) => {
        const hits = phrases(lines).find(wordsOf(text));
        const told = hits.map(({ phrase, from }) => `${phrase} at ${from}`).sort();
        assert.deepEqual(told, naive(lines, text).sort());
        for (const { from, to, start, end } of hits) assert.equal(wordsOf(text.slice(start, end)).count, to - from);
      }),
      { numRuns: 2000 }
    ));
});

/** Tries every phrase at every word with every length of every gap. */
function naive(lines: readonly string[], text: string): string[] {
  const words = told(text);
  const fits = (word: string, at: number): boolean => {
    const { text: written, figures } = words[at]!;
    return word.split('|').some(each => (each === '#' ? figures : each === written));
  };
  const reaches = (pieces: readonly string[], at: number): boolean => {
    const [first, ...rest] = pieces;
    if (first === undefined) return true;
    const gapped = /^\.\.(\d*)$/.exec(first);
    const most = gapped ? Number(gapped[1] || 3) : 0;
    const [word, ...left] = gapped ? rest : pieces;
    for (let i = at; i <= at + most && i < words.length && !words[i]!.opens; i += 1)
      if (fits(word!, i) && reaches(left, i + 1)) return true;
    return false;
  };
  return lines.flatMap((line, phrase) => {
    const [first, ...rest] = line.split(' ');
    return words.flatMap((_, at) => (fits(first!, at) && reaches(rest, at + 1) ? [`${phrase} at ${at}`] : []));
  });
}
