import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readableOf } from '../../../core/mail/html.ts';
import { hostile } from '../../support/hostile.ts';
import { within } from '../../support/quick.ts';

const read = (html: string): string => readableOf(html).text;
const cuts = (html: string, part: 'quoted' | 'signatures'): readonly string[] => {
  const readable = readableOf(html);
  return readable[part].map(({ start, end }) => readable.text.slice(start, end).trim());
};

describe('the readable text of an HTML body', () => {
  const cases: readonly (readonly [says: string, html: string, text: string])[] = [
    ['puts blocks on lines of their own', '<div>one</div><div>two</div>', 'one\ntwo'],
    ['parts paragraphs by an empty line', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['breaks a line at br', 'one<br>two<br/>three', 'one\ntwo\nthree'],
    ['marks the items of a list', '<ul><li>one<li>two</ul>', '- one\n- two'],
    ['parts the cells of a row by a tab', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a\tb\nc'],
    ['collapses white space', 'one \n\t two', 'one two'],
    ['keeps it inside pre', '<pre>one\n  two</pre>', 'one\n  two'],
    [
      'leaves out the head, styles, scripts and comments',
      '<head><title>t</title><style>s</style></head><script>x<b></script>a<!-- c -->b',
      'ab'
    ],
    [
      'leaves out what is not shown',
      '<div style="display: none">preheader</div><span hidden>x</span><p style="mso-hide:all">y</p>seen',
      'seen'
    ],
    ['shows what stands after a hidden element with another inside', '<div style="display:none"><div>a</div></div>b', 'b'],
    ['keeps the words of a link', '<a href="https://school.example/?a=1&b=2">our page</a>', 'our page'],
    ['reads named and numbered characters', 'caf&eacute; t&#375; &#x2013; &pound;5 &amp;lt; &#150;', 'café tŷ – £5 &lt; –'],
    ['leaves alone what is no character', 'AT&T &bogus; &#xfffffff;', 'AT&T &bogus; \ufffd'],
    ['keeps a sign that opens no tag', '5 < 6 and 7 > 6 <3', '5 < 6 and 7 > 6 <3'],
    ['is not led astray by a sign in an attribute', '<a title="a > b" href=x>word</a>', 'word'],
    ['reads on after an unclosed quotation mark', '<a title="a>word</a> more', 'word more'],
    ['reads on after an unclosed comment', 'a<!-- b> c', 'a c'],
    ['reads a tag without an end as text', 'one <b', 'one <b'],
    ['says nothing of nothing', '', '']
  ];
  for (const [says, html, text] of cases) it(says, () => assert.equal(read(html), text));

  const quotations: readonly (readonly [program: string, html: string])[] = [
    ['any program', 'mine<blockquote>theirs</blockquote>'],
    ['Gmail', 'mine<div class="gmail_quote"><div class="gmail_attr">theirs</div></div>'],
    ['Outlook on the web', 'mine<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">theirs</div>'],
    ['Outlook for Mac', 'mine<span id="OLK_SRC_BODY_SECTION">theirs</span>'],
    ['Thunderbird', 'mine<div class="moz-cite-prefix">theirs</div>'],
    ['Yahoo', 'mine<div class="yahoo_quoted" id="q1">theirs</div>']
  ];
  for (const [program, html] of quotations) it(`sees what ${program} quotes`, () => assert.deepEqual(cuts(html, 'quoted'), ['theirs']));
  it('does not take an indented paragraph for a quotation', () =>
    assert.deepEqual(cuts('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">mine</blockquote>', 'quoted'), []));
  it('ends a quotation where its element ends', () =>
    assert.deepEqual(cuts('<div class="gmail_quote"><div>a</div>b</div>mine', 'quoted'), ['a\nb']));

  for (const html of [
    '<div id="Signature"><p>Teacher</p></div>',
    '<div dir="ltr" class="gmail_signature" data-smartmail="x">Teacher</div>',
    '<pre class="moz-signature">Teacher</pre>',
    '<div id="ms-outlook-mobile-signature">Teacher</div>'
  ]) {
    it(`sees a signature in ${html.slice(0, 30)}`, () => assert.deepEqual(cuts(`words${html}`, 'signatures'), ['Teacher']));
  }

  it('keeps every span inside the text, in order and apart', () => {
    const piece = fc.constantFrom(
      'word ',
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<blockquote>',
      '</blockquote>',
      '<div class="gmail_quote">',
      '<div id="divRplyFwdMsg">',
      '<div id="Signature">',
      '<span style="display:none">',
      '</span>',
      '<br>',
      '&amp;',
      '<',
      '"',
      '<!--'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const { text, quoted, signatures } = readableOf(pieces.join(''));
        for (const spans of [quoted, signatures]) {
          let last = 0;
          for (const { start, end } of spans) {
            assert.ok(last <= start && start < end && end <= text.length, JSON.stringify({ spans, text }));
            last = end;
          }
        }
      })
    );
  });

  for (const [says, html] of hostile) {
    it(`reads a megabyte of ${says} in less than two seconds`, () => {
      within(2000, () => readableOf(html));
    });
  }
});
