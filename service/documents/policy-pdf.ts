import type { Content } from 'pdfmake/interfaces.js';
import { dateIn } from '../../core/dates.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { adviceWords, type ShownClause, shownIn, type Texted } from '../../core/policies/signed-text.ts';
import { printPdf } from './print-pdf.ts';

/** What is printed of a version besides its text. */
interface About {
  readonly school: string;
  /** ISO 8601, and the same as a date `YYYY-MM-DD` by the school's clock. */
  readonly publishedAt: string;
  readonly publishedOn: string;
  /** Of the text in this language. */
  readonly sha256: string;
}

const words = {
  published: { en: 'Published on {date}', cy: 'Cyhoeddwyd ar {date}' },
  for: { en: 'For: {parties}', cy: 'Ar gyfer: {parties}' },
  hash: {
    en: 'SHA-256 of the text that people sign in this language:',
    cy: 'SHA-256 y testun y mae pobl yn ei lofnodi yn yr iaith hon:'
  },
  page: { en: 'Page {page} of {pages}', cy: 'Tudalen {page} o {pages}' }
} as const satisfies { readonly [name: string]: Text };

/** A version in one language as PDF: its title, number and date, every clause with whom it binds, and the SHA-256 of the text that is signed. */
export function policyPdf(version: Texted, language: Locale, { school, publishedAt, publishedOn, sha256 }: About): Promise<Buffer> {
  const shown = shownIn(language, version);
  const sections = shown.sections.flatMap(({ heading, advice, clauses: [first, ...rest] }): readonly Content[] => {
    const head: readonly Content[] = [
      ...(heading === '' ? [] : [{ text: heading, style: 'heading' }]),
      ...(advice ? [{ text: adviceWords[language], style: 'advice' }] : [])
    ];
    // A heading stands on the page of its first clause.
    const begun: Content = { stack: [...head, clauseIn(first!, language)], unbreakable: first!.text.length < long };
    return [begun, ...rest.map(clause => clauseIn(clause, language))];
  });
  return printPdf({
    title: `${shown.title}, ${shown.version}`,
    language,
    at: publishedAt,
    content: [
      { text: school, style: 'school' },
      { text: shown.title, style: 'title' },
      {
        text: `${shown.version}. ${fill(words.published[language], { date: dateIn(language, publishedOn) })}.`,
        style: 'version'
      },
      ...sections,
      {
        stack: [{ text: words.hash[language] }, { text: sha256, style: 'hash' }],
        style: 'foot',
        unbreakable: true
      }
    ],
    styles: {
      school: { fontSize: 11, color: '#444444' },
      title: { fontSize: 22, bold: true, lineHeight: 1.15, margin: [0, 4, 0, 4] },
      version: { color: '#444444', margin: [0, 0, 0, 12] },
      heading: { fontSize: 14, bold: true, margin: [0, 14, 0, 6] },
      advice: { italics: true, margin: [0, 0, 0, 4] },
      clause: { margin: [0, 0, 0, 7] },
      binds: { fontSize: 9, color: '#555555' },
      foot: { fontSize: 9, color: '#444444', margin: [0, 20, 0, 0] },
      hash: { fontSize: 8.5 }
    },
    footer: (page, pages) => `${shown.title} · ${shown.version} · ${fill(words.page[language], { page, pages })}`
  });
}

/** Signs of a clause that may be longer than a page. */
const long = 1500;

function clauseIn({ number, text, binds }: ShownClause, language: Locale): Content {
  const body: Content = { text: [{ text: `${number}  `, bold: true }, text] };
  const parties: readonly Content[] = binds === '' ? [] : [{ text: fill(words.for[language], { parties: binds }), style: 'binds' }];
  return { stack: [body, ...parties], style: 'clause', unbreakable: text.length < long };
}
