import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { type Draft, draftOf } from '../../../core/policies/import/draft.ts';
import { readDocument } from '../../../service/documents/read.ts';
import { docxOf, type Part, pdfOf, type Row, wrapped, zipOf } from '../../support/documents.ts';

/** One policy, in pieces, from which each format is made. */
const policy: readonly Part[] = [
  { title: 'Acceptable Use of Technology' },
  { text: 'Date adopted: 3 September 2025' },
  { text: 'Next review: September 2027' },
  { heading: 'Scope' },
  {
    text: 'Technology is a wonderful resource. This policy applies to all staff, governors and visitors who use the systems of the academy, wherever they are.'
  },
  { heading: 'Accounts' },
  { numbered: 'Staff must keep their passwords secret.' },
  {
    numbered:
      'Screens must be locked whenever a computer is left unattended, even for a short time and even in a room that is otherwise empty.'
  },
  { heading: 'Devices' },
  { numbered: 'Lost or stolen devices must be reported to the office on the same day.' },
  { heading: 'Messages' },
  { text: 'Users must not:' },
  { bullet: 'send abusive or threatening messages' },
  { bullet: 'forward chain letters or jokes' },
  { bullet: 'give pupils their own private mobile number.' },
  { heading: 'Images' },
  {
    text: 'Photographs of pupils may only be taken with the written consent of a parent and with the equipment of the academy, and they must be stored on the network of the academy within one working day of the event.'
  },
  { heading: 'Declaration' },
  { text: 'I have read and understood this policy and agree to follow it.' },
  { text: 'Signed: ____________________' },
  { text: 'Date: ____________________' }
];

const clauses: readonly (readonly [id: string, text: string, ...duties: string[]])[] = [
  [
    'Scope.1',
    'This policy applies to all staff, governors and visitors who use the systems of the academy, wherever they are.',
    'know-the-scope'
  ],
  ['1', 'Staff must keep their passwords secret.', 'keep-passwords-secret'],
  [
    '2',
    'Screens must be locked whenever a computer is left unattended, even for a short time and even in a room that is otherwise empty.',
    'lock-when-unattended'
  ],
  ['3', 'Lost or stolen devices must be reported to the office on the same day.', 'report-loss'],
  ['Messages.1', 'Users must not send abusive or threatening messages', 'no-offensive-messages'],
  ['Messages.2', 'Users must not forward chain letters or jokes', 'no-chain-letters'],
  ['Messages.3', 'Users must not give pupils their own private mobile number.', 'own-details-private'],
  [
    'Images.1',
    'Photographs of pupils may only be taken with the written consent of a parent and with the equipment of the academy, and they must be stored on the network of the academy within one working day of the event.',
    'consent-for-images',
    'images-stored-on-network'
  ],
  ['Declaration.1', 'I have read and understood this policy and agree to follow it.', 'sign-policy']
];

/** Plain text with lines of 72 letters, a header and a footer on each of two pages, the second of which begins inside a sentence. */
function asText(): string {
  let number = 0;
  const lines: string[] = [];
  for (const part of policy) {
    const text = Object.values(part)[0] as string;
    const mark = 'numbered' in part ? `${(number += 1)}. ` : 'bullet' in part ? '- ' : '';
    if (mark === '' || 'numbered' in part) lines.push('');
    lines.push(...wrapped(`${mark}${text}`, 72).map((line, i) => (i > 0 && mark !== '' ? `   ${line}` : line)));
  }
  const turn = lines.findIndex(line => line.startsWith('Photographs of pupils')) + 1;
  const header = 'Example Academy - Acceptable Use';
  return [header, ...lines.slice(0, turn), '', 'Page 1 of 2', `\f${header}`, '', ...lines.slice(turn), '', 'Page 2 of 2', ''].join('\n');
}

function asMarkdown(): string {
  let number = 0;
  return policy
    .map(part => {
      if ('title' in part) return `# ${part.title}\n`;
      if ('heading' in part) return `\n## ${part.heading}\n`;
      if ('numbered' in part) return `${(number += 1)}. ${part.numbered}`;
      if ('bullet' in part) return `* **${part.bullet.split(' ')[0]}** ${part.bullet.split(' ').slice(1).join(' ')}`;
      return `\n${wrapped(part.text, 60).join('\n')}\n`;
    })
    .join('\n');
}

function asHtml(): string {
  let number = 0;
  const pieces = policy.map(part => {
    if ('title' in part) return `<h1>${part.title}</h1>`;
    if ('heading' in part) return `<h2>${part.heading}</h2>`;
    if ('numbered' in part) return `<ol start="${(number += 1)}"><li><p>${part.numbered}</p></li></ol>`;
    if ('bullet' in part) return `<ul><li>${part.bullet}</ul>`;
    return `<p>${part.text.replace('academy', '<em>academy</em>')}</p>`;
  });
  return `<!doctype html><html><head><title>Policies</title><style>p { color: red }</style></head><body><nav><ul><li>Home<li>You must not read this</ul></nav>
<main>${pieces.join('\n')}</main><p hidden>Nobody must see this.</p><footer>All staff must look at our other policies.</footer><script>let must = 1;</script></body></html>`;
}

/** Two pages with a header and a page number; the page turns inside the sentence on photographs. */
function asPdf(): Buffer {
  const pages: Row[][] = [[], []];
  let number = 0;
  let page = 0;
  let down = 100;
  for (const part of policy) {
    const text = Object.values(part)[0] as string;
    const large = 'title' in part ? 18 : 'heading' in part ? 14 : 11;
    const mark = 'numbered' in part ? `${(number += 1)}.` : 'bullet' in part ? '\u0095' : '';
    down += 'bullet' in part ? 0 : 8;
    wrapped(text, 78).forEach((line, i) => {
      if (line.startsWith('equipment of the academy') || (page === 0 && down > 700)) {
        page = 1;
        down = 100;
      }
      if (mark !== '' && i === 0) pages[page]!.push({ text: mark, down });
      pages[page]!.push({ text: line, down, size: large, x: mark === '' ? 72 : 90 });
      down += 14;
    });
    down += 'bullet' in part ? 0 : 4;
  }
  return pdfOf(
    pages.map((rows, i) => [
      { text: 'Example Academy - Acceptable Use', down: 50, size: 9 },
      ...rows,
      { text: `${i + 1}`, down: 800, x: 290, size: 9 }
    ])
  );
}

const formats: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['policy.txt', () => Buffer.from(asText())],
  ['policy.md', () => Buffer.from(asMarkdown())],
  ['policy.html', () => Buffer.from(asHtml())],
  ['policy.docx', () => docxOf(policy)],
  ['policy.pdf', asPdf]
];

const drafted = async (name: string, bytes: Uint8Array): Promise<Draft> => draftOf((await readDocument(name, bytes)).document);

describe('policy import: one policy in five formats', () => {
  for (const [name, make] of formats) {
    it(`${name} gives the same clauses as the others`, async () => {
      const draft = await drafted(name, make());
      assert.deepEqual(
        draft.clauses.map(({ id, text }) => [id, text]),
        clauses.map(([id, text]) => [id, text])
      );
    });

    it(`${name} gives the same duties, dates and title as the others`, async () => {
      const draft = await drafted(name, make());
      draft.clauses.forEach(({ duties }, i) => {
        for (const duty of clauses[i]!.slice(2))
          assert.ok(
            duties.some(proposed => proposed.duty === duty && proposed.confidence >= 0.5),
            `${duty} in clause ${i + 1}`
          );
      });
      assert.equal(draft.adopted, '3 September 2025');
      assert.equal(draft.review, 'September 2027');
      assert.equal(draft.signed, true);
      assert.match(draft.title, /^(?:Acceptable Use of Technology|Example Academy - Acceptable Use)$/);
    });
  }
});

describe('policy import: what a document may be written with', () => {
  it('reads UTF-16 with a byte order mark', async () => {
    const draft = await drafted('policy.txt', iconv.encode('Staff must keep their passwords secret.\n', 'utf-16'));
    assert.equal(draft.clauses[0]!.text, 'Staff must keep their passwords secret.');
  });

  it('reads Windows text and says so', async () => {
    const { document, note } = await readDocument(
      'policy.txt',
      iconv.encode('Staff must keep the school’s passwords secret.', 'windows-1252')
    );
    assert.equal(draftOf(document).clauses[0]!.text, 'Staff must keep the school’s passwords secret.');
    assert.match(note || '', /^«policy\.txt» is not UTF-8\./);
  });

  it('believes the charset that a page declares', async () => {
    const page = '<meta charset="iso-8859-14"><p>Rhaid i staff gadw eu cyfrineiriau’n ddiogel yn y tŷ.</p>'.replace('’', "'");
    const draft = await drafted('policy.html', iconv.encode(page, 'iso-8859-14'));
    assert.equal(draft.clauses[0]!.text, "Rhaid i staff gadw eu cyfrineiriau'n ddiogel yn y tŷ.");
  });

  it('survives a page that is nested a hundred thousand deep', async () => {
    const page = `${'<div>'.repeat(100_000)}<p>Staff must keep their passwords secret.</p>`;
    await assert.rejects(readDocument('policy.html', Buffer.from(page)), { code: 'file-unreadable' });
  });
});

describe('policy import: what cannot be read is said in a sentence', () => {
  const office = (stream: string): Buffer =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
  const cases: readonly (readonly [says: string, name: string, bytes: Uint8Array, code: string, sentence: RegExp])[] = [
    ['an unknown format', 'policy.xlsx', Buffer.from('x'), 'unknown-format', /ends in nothing that can be imported\. Give a \.txt/],
    ['no ending at all', 'policy', Buffer.from('x'), 'unknown-format', /ends in nothing that can be imported/],
    ['an old Word format', 'policy.doc', Buffer.from('x'), 'unknown-format', /save it as \.docx or PDF/],
    ['an old Word document that calls itself .docx', 'policy.docx', office('WordDocument'), 'unknown-format', /old Word document/],
    [
      'a Word document with a password',
      'policy.docx',
      office('EncryptedPackage'),
      'file-unreadable',
      /protected with a password\. Open it in Word/
    ],
    ['a damaged Word document', 'policy.docx', Buffer.from('PK\x03\x04 and no more'), 'file-unreadable', /damaged, or no Word document/],
    ['a zip archive that is no Word document', 'policy.docx', zipOf({ 'a.txt': 'a' }), 'file-unreadable', /damaged, or no Word document/],
    ['a damaged PDF', 'policy.pdf', Buffer.from('%PDF-1.4 and no more'), 'file-unreadable', /damaged, or no PDF/],
    ['a scanned PDF', 'policy.pdf', pdfOf([[], []]), 'file-unreadable', /pictures of pages and no text, as a scanner makes them/],
    [
      'a PDF with a password',
      'policy.pdf',
      pdfOf(
        [[{ text: 'Staff must keep their passwords secret.', down: 100 }]],
        `/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>/P -4>>`
      ),
      'file-unreadable',
      /protected with a password\. Save a copy without one/
    ],
    ['an empty text', 'policy.txt', Buffer.from(' \n\n'), 'file-unreadable', /holds no text/],
    [
      'a picture that calls itself .txt',
      'policy.txt',
      Buffer.from([0x89, 0x50, 0, 0, 1, 2]),
      'file-unreadable',
      /is no text, whatever its ending says/
    ]
  ];
  for (const [says, name, bytes, code, sentence] of cases) {
    it(says, async () => {
      await assert.rejects(readDocument(name, bytes), (error: Error & { code?: string }) => {
        assert.equal(error.name, 'Failure');
        assert.equal(error.code, code);
        assert.match(error.message, sentence);
        return true;
      });
    });
  }
});
