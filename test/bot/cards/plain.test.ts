import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { plain, plainLines } from '../../../bot/cards/plain.ts';

/** What a reader of markdown makes of a text besides letters. */
const made = async (text: string): Promise<readonly string[]> =>
  ((await marked.parse(text)).match(/<[a-z][^>]*>/g) ?? []).filter(tag => tag !== '<p>' && tag !== '<br>');

describe('what people wrote, on a card', () => {
  for (const [wrote, shown] of [
    ['Teacher Seven', 'Teacher Seven'],
    ['Siân Ŵyn-Jones', 'Siân Ŵyn-Jones'],
    ['O’Neill, D. (Year 3)', 'O’Neill, D. (Year 3)'],
    ['R&D policy', 'R&D policy'],
    ['  two \n lines\t', 'two lines'],
    ['*bold* _it_', '∗bold∗ ˍitˍ'],
    ['[a](https://evil.example)', '［a］(https:\u2060//evil.example)'],
    ['<b>x</b>', '‹b›x‹/b›'],
    ['\u202Egnp.exe', 'gnp.exe']
  ] as const)
    it(`shows ${JSON.stringify(wrote)} as ${JSON.stringify(shown)}`, () => assert.equal(plain(wrote), shown));

  it('cuts what is too long, between letters', () => {
    assert.equal(plain('x'.repeat(200)), `${'x'.repeat(119)}…`);
    assert.equal(plain('🙂🙂🙂', 2), '🙂…');
  });

  it('keeps the line ends of a longer text, two at most', () => assert.equal(plainLines('a\r\nb\n\n\n\nc', 100), 'a\nb\n\nc'));

  it('never makes formatting, a link, a list or a picture', async () => {
    const signs = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '~',
      '#',
      '-',
      '+',
      '1.',
      '!',
      '|',
      '\\',
      '&',
      ';',
      '=',
      ':',
      '/',
      '@',
      '\n',
      ' ',
      '\t',
      'www.',
      'https://',
      'a',
      'Ŵ',
      'x.example',
      '&lt;',
      '&#42;',
      '    '
    );
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { maxLength: 30 }), async pieces => {
        const wrote = pieces.join('');
        assert.deepEqual(await made(plain(wrote)), [], wrote);
        assert.deepEqual(await made(plainLines(wrote, 1000)), [], wrote);
      }),
      { numRuns: 3000 }
    );
  });
});
