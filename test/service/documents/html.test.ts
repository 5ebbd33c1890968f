import assert from 'node:assert/strict';
import { blocksOfHtml, numberAs } from '../../../service/documents/html.ts';
import { blocksOfMarkdown } from '../../../service/documents/markdown.ts';

const shown = (html: string): readonly string[] =>
  blocksOfHtml(html).map(({ kind, level, number, text }) => `${kind} ${level}${number === undefined ? '' : ` ${number}`} ${text}`);

const cases: readonly (readonly [says: string, html: string, blocks: readonly string[]])[] = [
  ['headings by their level', '<h1>One</h1><h3>Three</h3>', ['heading 1 One', 'heading 3 Three']],
  ['lists with their numbers', '<ol start=4><li>Four<li value=9>Nine<li>Ten</ol>', ['item 0 4 Four', 'item 0 9 Nine', 'item 0 10 Ten']],
  ['letters and roman numbers', '<ol type=a><li>A<ol type=i><li>I<li>II</ol></ol>', ['item 0 a A', 'item 1 i I', 'item 1 ii II']],
  ['bullets inside bullets', '<ul><li>Outer<ul><li>Inner</ul>tail</ul>', ['item 0 Outer', 'item 1 Inner', 'paragraph 0 tail']],
  ['paragraphs inside an item', '<ul><li><p>First.</p><p>Second.</p></li></ul>', ['item 0 First.', 'paragraph 0 Second.']],
  ['rows of a table', '<table><tr><th>What<th>How<tr><td>Web<td>Be <b>kind</b>.</table>', ['row 0 What\tHow', 'row 0 Web\tBe kind.']],
  ['a table that only holds the page together', '<table><tr><td><p>Staff must sign.</p></table>', ['paragraph 0 Staff must sign.']],
  ['words that are marked inside', '<p>Staff <em>must</em> not&nbsp;<span>share</span>.</p>', ['paragraph 0 Staff must not share.']],
  ['lines broken by hand', '<p>One.<br>Two.</p>', ['paragraph 0 One.', 'paragraph 0 Two.']],
  ['the main part alone, where the page marks one', '<div>We use cookies.</div><main><p>Yes</p></main><p>No</p>', ['paragraph 0 Yes']],
  ['the whole page, where its main part is empty', '<p>Yes</p><main></main>', ['paragraph 0 Yes']],
  ['nothing that is hidden', '<p style="display: none">No</p><div aria-hidden="true">No</div><p>Yes</p>', ['paragraph 0 Yes']]
];

describe('policy import: a page', () => {
  for (const [says, html, blocks] of cases) it(`gives ${says}`, () => assert.deepEqual(shown(html), blocks));

  it('writes numbers as lists do', () =>
    assert.deepEqual(
      [numberAs(3, '1'), numberAs(3, 'a'), numberAs(4, 'i'), numberAs(9, 'I'), numberAs(2, 'A')],
      ['3', 'c', 'iv', 'IX', 'B']
    ));
});

describe('policy import: Markdown', () => {
  it('gives headings, numbers and bullets, without its signs and without its front matter', () => {
    assert.deepEqual(
      blocksOfMarkdown('---\ntitle: x\n---\n# Rules\n\n3. **Staff** must sign.\n4. Visitors\n   must sign.\n\n- be `kind`\n').map(
        ({ kind, number, text }) => [kind, number, text]
      ),
      [
        ['heading', undefined, 'Rules'],
        ['item', '3', 'Staff must sign.'],
        ['item', '4', 'Visitors must sign.'],
        ['item', undefined, 'be kind']
      ]
    );
  });
});
