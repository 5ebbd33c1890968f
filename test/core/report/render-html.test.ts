import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'parse5';
import { renderHtml } from '../../../core/report/render-html.ts';
import { renderText } from '../../../core/report/render-text.ts';
import type { Report } from '../../../core/report/report.ts';

/** A report of every kind of block in which every text is the same. */
function all(text: string, url = 'https://learn.example/page'): Report {
  const parts = [
    { tone: 'good' as const, value: 3, label: text },
    { tone: 'bad' as const, value: 2, label: `${text} ` }
  ];
  return {
    locale: 'en',
    reader: 'it',
    title: text,
    subtitle: text,
    foot: text,
    sections: [
      {
        id: 'summary',
        title: text,
        blocks: [
          { kind: 'paragraph', text },
          { kind: 'facts', facts: [{ name: text, value: text, tone: 'warn' }] },
          { kind: 'table', caption: text, columns: [text, text], rows: [[text, text], [text]] },
          {
            kind: 'bars',
            caption: text,
            bars: [
              { label: text, parts },
              { label: text, parts }
            ]
          },
          {
            kind: 'items',
            items: [
              {
                tone: 'bad',
                state: text,
                title: text,
                says: text,
                notes: [text],
                links: [
                  { text, url },
                  { text, url: text }
                ]
              }
            ]
          }
        ]
      }
    ]
  };
}

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly value?: string;
}

/** Every element with the names of its attributes, in order, and what all classes and links are. */
function shapeOf(html: string): {
  readonly tags: readonly string[];
  readonly classes: readonly string[];
  readonly links: readonly string[];
  readonly styles: readonly string[];
} {
  const tags: string[] = [];
  const classes: string[] = [];
  const links: string[] = [];
  const styles: string[] = [];
  (function walk(node: Node): void {
    const attributes = (node.attrs ?? []).filter(({ name }) => name !== 'class').map(({ name }) => name);
    if (node.nodeName !== '#text') tags.push(`${node.nodeName}[${attributes.join()}]`);
    for (const { name, value } of node.attrs ?? []) {
      if (name === 'class') classes.push(value);
      if (name === 'href') links.push(value);
      if (name === 'style') styles.push(value);
    }
    (node.childNodes ?? []).forEach(walk);
  })(parse(html) as Node);
  return { tags, classes, links, styles };
}

const pieces = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style>',
    '</title>',
    '</svg>',
    '</table>',
    '<!--',
    '-->',
    ']]>',
    '&lt;script&gt;',
    '&#60;b&#62;',
    '`',
    '=',
    '\u0000',
    '\u202e',
    '\u2028',
    '\ufeff<b>',
    'javascript:alert(1)',
    'data:text/html,x',
    '\r\n',
    '{{DATE(x)}}',
    '\ud800'
  ),
  fc.string({ unit: 'binary', maxLength: 12 })
);
const hostile = fc.array(pieces, { minLength: 1, maxLength: 6 }).map(each => `x${each.join('')}`);

describe('a report as HTML', () => {
  it('is the same page whatever the tenant calls its things', () => {
    const calm = shapeOf(renderHtml(all('Kit Sample')));
    assert.ok(calm.tags.length > 60);
    fc.assert(
      fc.property(hostile, text => {
        const shape = shapeOf(renderHtml(all(text)));
        assert.deepEqual(shape.tags, calm.tags);
        assert.ok(shape.classes.every(each => /^[a-z -]+$/.test(each)));
        assert.deepEqual(shape.links, ['https://learn.example/page']);
        assert.ok(shape.styles.every(each => /^width:(?:auto|\d+(?:ch|%))$/.test(each)));
      }),
      { numRuns: 300 }
    );
  });

  it('follows no link but to a page', () => {
    for (const url of [
      'javascript:alert(1)',
      ' https://a.example',
      'data:text/html,<b>',
      'https://a.example/"><script>',
      'file:///etc/passwd',
      '//a.example',
      'https://a.example/ b'
    ]) {
      assert.deepEqual(shapeOf(renderHtml(all('x', url))).links, [], url);
    }
  });

  it('says in words what a sign or a colour says, and has its headings in order', () => {
    const html = renderHtml(all('wrong'));
    assert.match(html, /<p class="state"><span class="sign" aria-hidden="true">✗<\/span>wrong<\/p>/);
    assert.deepEqual(
      [...html.matchAll(/<h([1-6])/g)].map(([, level]) => level),
      ['1', '2', '3']
    );
    assert.match(html, /<svg role="img" aria-labelledby="summary-3-0-t summary-3-0-d"[^>]*><title id="summary-3-0-t">wrong<\/title><desc/);
    assert.match(html, /<span class="said">3 wrong, 2 wrong <\/span>/);
    assert.match(html, /<caption>wrong<\/caption>[^]*<th scope="col"[^]*<th scope="row"/);
  });

  it('fetches nothing and runs nothing', () => {
    const html = renderHtml(all('x'));
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
    assert.doesNotMatch(html, /<script|<link|<img|@import|url\((?!#)| on[a-z]+=/);
    assert.match(renderHtml({ ...all('x'), locale: 'cy' }), /<html lang="cy">/);
  });
});

describe('a report as text', () => {
  it('moves no cursor and turns no writing round, whatever the tenant calls its things', () => {
    fc.assert(
      fc.property(hostile, text => {
        const written = renderText(all(text));
        assert.doesNotMatch(written.replace(/\n/g, ''), /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
        for (const line of written.split('\n')) assert.ok(line.length <= 80 || /: |https/.test(line), line);
      }),
      { numRuns: 300 }
    );
  });

  it('breaks a word that is longer than its column, and keeps every sign of it', () => {
    const long = 'abcdefghij'.repeat(12);
    const text = renderText({
      ...all('x'),
      sections: [{ id: 's', title: 'x', blocks: [{ kind: 'table', caption: 'c', columns: ['A', 'B'], rows: [['short', long]] }] }]
    });
    const pieces = text.split('\n').flatMap(line => /[a-j]{10,}/.exec(line) ?? []);
    assert.equal(pieces.join(''), long);
  });
});
