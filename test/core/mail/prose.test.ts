import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIn, proseOf } from '../../../core/mail/prose.ts';
import { hostile } from '../../support/hostile.ts';
import { within } from '../../support/quick.ts';

interface Parts {
  readonly own: readonly string[];
  readonly signature?: string;
  readonly quoted?: readonly string[];
}

function partsOf(content: string, format: 'text' | 'html' = 'text'): Parts {
  const { text, own, signature, quoted } = proseOf({ format, content });
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end).trim();
  return {
    own: own.map(cut).filter(words => words !== ''),
    ...(signature && { signature: cut(signature) }),
    ...(quoted.length > 0 && { quoted: quoted.map(cut) })
  };
}

describe('who wrote which part of a message', () => {
  const cases: readonly (readonly [says: string, content: string, parts: Parts])[] = [
    ['takes plain words for the sender’s own', 'See you on Friday.', { own: ['See you on Friday.'] }],
    ['sees lines after > as quoted', 'Yes.\n> Will you come?\nI will.', { own: ['Yes.', 'I will.'], quoted: ['> Will you come?'] }],
    [
      'counts the attribution to the quotation',
      'Yes.\n\nOn 5 May 2026 at 10:00, Parent <p@family.example> wrote:\n> Will you come?\n',
      { own: ['Yes.'], quoted: ['On 5 May 2026 at 10:00, Parent <p@family.example> wrote:\n> Will you come?'] }
    ],
    [
      'sees an attribution folded over two lines',
      'Yes.\n\nOn 5 May 2026 at 10:00, Parent\n<p@family.example> wrote:\n\nWill you come?',
      { own: ['Yes.'], quoted: ['On 5 May 2026 at 10:00, Parent\n<p@family.example> wrote:\n\nWill you come?'] }
    ],
    [
      'reads a Welsh attribution',
      'Iawn.\n\nAr 5 Mai 2026, am 10:00, ysgrifennodd Rhiant:\n\nFyddwch chi yno?',
      { own: ['Iawn.'], quoted: ['Ar 5 Mai 2026, am 10:00, ysgrifennodd Rhiant:\n\nFyddwch chi yno?'] }
    ],
    [
      'does not take reported speech for a quotation',
      'On Monday the class wrote:\nDear Santa',
      { own: ['On Monday the class wrote:\nDear Santa'] }
    ],
    [
      'ends the sender’s part at «Original Message»',
      'Yes.\n\n-----Original Message-----\nFrom: Parent\n\nWill you come?',
      { own: ['Yes.'], quoted: ['-----Original Message-----\nFrom: Parent\n\nWill you come?'] }
    ],
    [
      'ends it at header fields',
      'Yes.\n\nFrom: Parent\nSent: 5 May 2026\nTo: Teacher\nSubject: Trip\n\nWill you come?',
      { own: ['Yes.'], quoted: ['From: Parent\nSent: 5 May 2026\nTo: Teacher\nSubject: Trip\n\nWill you come?'] }
    ],
    [
      'ends it at Welsh header fields',
      'Iawn.\n\nOddi wrth: Rhiant\nAnfonwyd: 5 Mai 2026\nAt: Athro\nPwnc: Taith\n\nHelo',
      { own: ['Iawn.'], quoted: ['Oddi wrth: Rhiant\nAnfonwyd: 5 Mai 2026\nAt: Athro\nPwnc: Taith\n\nHelo'] }
    ],
    [
      'ends it at a forwarded message',
      'See below.\n\nBegin forwarded message:\n\nHello',
      { own: ['See below.'], quoted: ['Begin forwarded message:\n\nHello'] }
    ],
    [
      'ends it at Outlook’s line',
      'Yes.\n________________________________\nFrom: Parent\nSent: 5 May\n\nHello',
      { own: ['Yes.'], quoted: ['________________________________\nFrom: Parent\nSent: 5 May\n\nHello'] }
    ],
    ['leaves a line of the sender’s alone', 'One\n____________________\nTwo words', { own: ['One\n____________________\nTwo words'] }],
    ['sees a signature after its mark', 'See you.\n-- \nTeacher One\nYear 4', { own: ['See you.'], signature: '-- \nTeacher One\nYear 4' }],
    [
      'sees a signature after a sign-off',
      'See you.\n\nKind regards,\n\nTeacher One\nYear 4',
      { own: ['See you.'], signature: 'Kind regards,\n\nTeacher One\nYear 4' }
    ],
    [
      'sees a signature after a Welsh sign-off',
      'Wela i chi.\n\nCofion gorau\nAthro Un',
      { own: ['Wela i chi.'], signature: 'Cofion gorau\nAthro Un' }
    ],
    [
      'gives a quoted signature to the other person',
      'Yes.\n\nThanks\nTeacher One\n\n> Please ring.\n> Kind regards\n> Parent One',
      { own: ['Yes.'], signature: 'Thanks\nTeacher One', quoted: ['> Please ring.\n> Kind regards\n> Parent One'] }
    ],
    [
      'takes no long letter for a signature',
      `Thanks\n${'A long line about the trip that goes on and on and says what to bring and when the coach will leave us at the gate.\n'.repeat(3)}`,
      {
        own: [
          `Thanks\n${'A long line about the trip that goes on and on and says what to bring and when the coach will leave us at the gate.\n'.repeat(3)}`.trim()
        ]
      }
    ]
  ];
  for (const [says, content, parts] of cases) it(says, () => assert.deepEqual(partsOf(content), parts));

  it('reads the marks of an HTML body', () =>
    assert.deepEqual(
      partsOf('<p>Yes.</p><div id="Signature">Teacher One</div><div id="divRplyFwdMsg"><b>From:</b> Parent</div><div>Hello</div>', 'html'),
      { own: ['Yes.'], signature: 'Teacher One', quoted: ['From: Parent\nHello'] }
    ));

  const line = fc.constantFrom(
    'Words of a letter.',
    '> quoted',
    '>> twice',
    'On 5 May 2026, Parent wrote:',
    'Kind regards',
    '-- ',
    '',
    'From: Parent',
    'Sent: today',
    'Subject: x',
    '-----Original Message-----',
    '________________________________',
    'Cofion',
    'Ar 5 Mai 2026 ysgrifennodd Rhiant:'
  );
  it('keeps a plain text as it is, and gives each character to exactly one part', () =>
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
        const content = lines.join(newline);
        const { text, own, signature, quoted } = proseOf({ format: 'text', content });
        assert.equal(text, content);
        const all = [...own, ...quoted, ...(signature ? [signature] : [])].sort((a, b) => a.start - b.start);
        let at = 0;
        for (const { start, end } of all) {
          assert.equal(start, at);
          assert.ok(end > start || content === '');
          at = end;
        }
        assert.equal(at, content.length);
      })
    ));
  it('gives each character of HTML to exactly one part', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.constantFrom('<div>', '</div>', '<blockquote>', '<div id="Signature">', '<br>')), { maxLength: 25 }),
        pieces => {
          const { text, own, signature, quoted } = proseOf({ format: 'html', content: pieces.join('<br>') });
          const all = [...own, ...quoted, ...(signature ? [signature] : [])].sort((a, b) => a.start - b.start);
          assert.equal(
            all.reduce((at, { start, end }) => (start === at ? end : -1), 0),
            text.length
          );
        }
      )
    ));
  it('finds an offset in ordered spans', () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 6, end: 9 }
    ];
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(offset => isIn(spans, offset)),
      [2, 3, 6, 7, 8]
    );
  });
  for (const [says, content] of hostile) {
    it(`reads a megabyte of ${says} in less than two seconds`, () => {
      within(2000, () => proseOf({ format: 'text', content }));
    });
  }
});
