import type { Content } from 'pdfmake/interfaces.js';
import { dateIn } from '../../core/dates.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { assuranceWords, channelWords, fieldWords } from '../../core/policies/desk-words.ts';
import type { Entry } from '../../core/policies/entry.ts';
import { hex } from '../../core/policies/ledger/bytes.ts';
import { readCheckpoint } from '../../core/policies/ledger/checkpoint.ts';
import { unproved } from '../../core/policies/ledger/faults.ts';
import { personalOf, readLeaf } from '../../core/policies/ledger/leaf.ts';
import { receiptText, type ReceiptParts } from '../../core/policies/ledger/receipt.ts';
import { inclusionSpans } from '../../core/policies/ledger/tree.ts';
import { wordsOf } from '../../core/policies/policy.ts';
import type { Version } from '../../core/policies/version.ts';
import { printPdf } from '../documents/print-pdf.ts';
import type { Clock } from './table-files.ts';

/** What a certificate is made of. */
export interface Certified extends ReceiptParts {
  readonly school: string;
  readonly entry: Extract<Entry, { readonly kind: 'signed' }>;
  readonly version: Version | undefined;
  /** The name of somebody by their id. */
  readonly nameOf: (id: string) => string;
  readonly clock: Clock;
  /** The name of that clock: `Europe/London`. */
  readonly timezone: string;
}

const words = {
  title: { en: 'Certificate of a signature', cy: 'Tystysgrif llofnod' },
  name: { en: 'Signed by', cy: 'Llofnodwyd gan' },
  typed: { en: 'Typed as a signature', cy: 'Teipiwyd fel llofnod' },
  child: { en: 'For the child', cy: 'Dros y plentyn' },
  policy: { en: 'Text', cy: 'Testun' },
  version: { en: '{title}, version {version} ({language})', cy: '{title}, fersiwn {version} ({language})' },
  hash: { en: 'SHA-256 of the text', cy: 'SHA-256 y testun' },
  consent: { en: 'Agreed to, word for word', cy: 'Cytunwyd, air am air' },
  question: { en: 'With the question', cy: 'Gyda’r cwestiwn' },
  opened: { en: 'Text opened', cy: 'Agorwyd y testun' },
  signed: { en: 'Signed', cy: 'Llofnodwyd' },
  moment: { en: '{date}, {time} ({zone}); {utc} UTC', cy: '{date}, {time} ({zone}); {utc} UTC' },
  how: { en: 'How', cy: 'Sut' },
  countersigner: { en: 'Confirmed by', cy: 'Cadarnhawyd gan' },
  place: { en: 'In the ledger', cy: 'Yn y llyfr cofnodion' },
  entry: { en: 'Entry', cy: 'Cofnod' },
  leaf: { en: 'Leaf', cy: 'Deilen' },
  checkpoint: { en: 'Checkpoint', cy: 'Pwynt gwirio' },
  over: { en: '{date}, over {size} entries', cy: '{date}, dros {size} o gofnodion' },
  root: { en: 'Root', cy: 'Gwreiddyn' },
  key: { en: 'Key', cy: 'Allwedd' },
  none: {
    en: 'No checkpoint covers the entry yet; the key promises that it is recorded. Print the certificate again tomorrow.',
    cy: 'Nid oes pwynt gwirio yn cwmpasu’r cofnod eto; mae’r allwedd yn addo ei fod wedi’i gofnodi. Argraffwch y dystysgrif eto yfory.'
  },
  recompute: { en: 'How to check it without us', cy: 'Sut i’w wirio hebom ni' },
  attached: {
    en: 'Within this PDF lies the file receipt.json (see the list of attachments of your PDF program). Save it. The quick way, on any machine with Beadle:',
    cy: 'O fewn y PDF hwn mae’r ffeil receipt.json (gweler rhestr atodiadau eich rhaglen PDF). Cadwch hi. Y ffordd gyflym, ar unrhyw beiriant â Beadle:'
  },
  byHand: {
    en: 'By hand, with nothing of ours (jq, openssl, sha256sum, xxd):',
    cy: 'Â llaw, heb ddim o’n heiddo ni (jq, openssl, sha256sum, xxd):'
  },
  stepLeaf: { en: '1. The leaf. It should give {leaf}.', cy: '1. Y ddeilen. Dylai roi {leaf}.' },
  stepFields: {
    en: '2. The personal fields. What is computed of each should be what stands below it, in its place in the leaf.',
    cy: '2. Y meysydd personol. Dylai’r hyn a gyfrifir o bob un fod yr hyn sydd oddi tano, yn ei le yn y ddeilen.'
  },
  stepPath: {
    en: '3. The way up to the root: each line takes the result of the line before for H. The last result should be the root, {root}.',
    cy: '3. Y ffordd i fyny at y gwreiddyn: mae pob llinell yn cymryd canlyniad y llinell o’i blaen yn H. Dylai’r canlyniad olaf fod y gwreiddyn, {root}.'
  },
  stepMail: {
    en: '4. The checkpoint. The same text was mailed that day to the head, the chair of governors and the data protection officer: compare it with theirs.',
    cy: '4. Y pwynt gwirio. E-bostiwyd yr un testun y diwrnod hwnnw at y pennaeth, cadeirydd y llywodraethwyr a’r swyddog diogelu data: cymharwch ef â’u rhai nhw.'
  },
  unproved: { en: 'What this does not prove', cy: 'Yr hyn nad yw hyn yn ei brofi' },
  page: {
    en: 'Entry {index} of the ledger of {school} · page {page} of {pages}',
    cy: 'Cofnod {index} llyfr cofnodion {school} · tudalen {page} o {pages}'
  },
  description: { en: 'The receipt, for programs', cy: 'Y dderbynneb, i raglenni' }
} as const satisfies { readonly [name: string]: Text };

const languages: { readonly [L in Locale]: Text } = { en: { en: 'English', cy: 'Saesneg' }, cy: { en: 'Welsh', cy: 'Cymraeg' } };

/**
 * One signature on paper: who signed what, when and how, where it stands in the ledger, and the commands by which anybody can compute it anew with
 * everyday tools. The receipt lies within the PDF.
 */
export function certificatePdf(certified: Certified, lang: Locale): Promise<Buffer> {
  const { school, row, entry } = certified;
  const say = (name: keyof typeof words, values = {}): string => fill(words[name][lang], values, lang);
  return printPdf({
    title: `${say('title')}: ${row.index}`,
    language: lang,
    at: entry.at,
    content: [
      { text: school, style: 'school' },
      { text: say('title'), style: 'title' },
      pairs(signature(certified, lang)),
      { text: say('place'), style: 'heading' },
      pairs(place(certified, lang)),
      { text: say('recompute'), style: 'heading' },
      ...steps(certified, lang),
      { stack: [{ text: say('unproved'), style: 'heading' }, { ul: unproved.map(each => each[lang]) }], unbreakable: true }
    ],
    styles: {
      school: { color: '#444444' },
      title: { fontSize: 22, bold: true, lineHeight: 1.15, margin: [0, 4, 0, 12] },
      heading: { fontSize: 14, bold: true, margin: [0, 14, 0, 4] },
      label: { color: '#444444' },
      hash: { fontSize: 8.5 },
      step: { margin: [0, 6, 0, 2] },
      line: { fontSize: 8, lineHeight: 1.2, margin: [12, 1, 0, 1], preserveLeadingSpaces: true }
    },
    attached: { name: 'receipt.json', description: say('description'), text: receiptText(certified) },
    footer: (page, pages) => say('page', { index: row.index, school, page, pages })
  });
}

type Pair = readonly [label: string, value: string];

function pairs(all: readonly Pair[]): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: [130, '*'],
      body: all.map(([label, value]) => [
        { text: label, style: 'label' },
        { text: value, ...(/^[0-9a-f]{64}$/.test(value) ? { style: 'hash' } : {}) }
      ])
    }
  };
}

function signature({ entry, version, nameOf, clock, timezone }: Certified, lang: Locale): readonly Pair[] {
  const say = (name: keyof typeof words, values = {}): string => fill(words[name][lang], values, lang);
  const moment = (at: string): string => {
    const [day = '', time = ''] = clock(at).split(' ');
    return say('moment', { date: dateIn(lang, day), time, zone: timezone, utc: at.slice(0, 19).replace('T', ' ') });
  };
  const title = version ? wordsOf(version.title, entry.language, version.languages) : entry.policy;
  return [
    [say('name'), nameOf(entry.person)],
    [say('typed'), entry.typedName],
    ...(entry.child === undefined ? [] : [[say('child'), nameOf(entry.child)] as const]),
    ...Object.entries(entry.fields).map(
      ([field, value]) => [(fieldWords as { readonly [field: string]: Text })[field]?.[lang] ?? field, value] as const
    ),
    [say('policy'), say('version', { title, version: `${entry.major}.${entry.minor}`, language: languages[entry.language] })],
    [say('hash'), entry.text],
    [say('consent'), `«${entry.consent}»`],
    ...(entry.question === undefined ? [] : [[say('question'), `«${entry.question}»`] as const]),
    [say('opened'), moment(entry.openedAt)],
    [say('signed'), moment(entry.at)],
    [say('how'), `${channelWords[entry.channel][lang]}; ${assuranceWords[entry.assurance][lang]}`],
    ...(entry.countersigner === undefined ? [] : [[say('countersigner'), nameOf(entry.countersigner)] as const])
  ];
}

function place({ row, signer, covered }: Certified, lang: Locale): readonly Pair[] {
  const say = (name: keyof typeof words, values = {}): string => fill(words[name][lang], values, lang);
  const checkpoint = covered && readCheckpoint(covered.note)?.checkpoint;
  return [
    [say('entry'), String(row.index)],
    [say('leaf'), row.leaf],
    [say('key'), signer.name],
    ...(checkpoint
      ? ([
          [say('checkpoint'), say('over', { date: dateIn(lang, checkpoint.date), size: checkpoint.size })],
          [say('root'), hex(checkpoint.root)]
        ] as const)
      : ([[say('checkpoint'), say('none')]] as const))
  ];
}

/** What to type to compute it anew. The commands read the receipt, so that nothing has to be copied off paper. */
function steps({ row, covered }: Certified, lang: Locale): readonly Content[] {
  const say = (name: keyof typeof words, values = {}): string => fill(words[name][lang], values, lang);
  const leaf = readLeaf(row.public);
  const personal = leaf ? personalOf(leaf.entry.kind).filter(field => leaf.entry[field] !== undefined) : [];
  const checkpoint = covered && readCheckpoint(covered.note)?.checkpoint;
  const sides = checkpoint ? inclusionSpans(row.index, checkpoint.size).map(({ from }) => from < row.index) : [];
  const step = (text: string): Content => ({ text, style: 'step' });
  const lines = (all: readonly string[]): Content => ({ stack: all.map(text => ({ text, style: 'line' })) });
  return [
    say('attached'),
    lines(['beadle ledger verify --receipt receipt.json']),
    step(say('byHand')),
    step(say('stepLeaf', { leaf: row.leaf })),
    lines(leafCommands),
    step(say('stepFields')),
    lines(fieldCommands(personal)),
    ...(checkpoint
      ? [
          step(say('stepPath', { root: hex(checkpoint.root) })),
          lines(
            rootCommands(
              row.leaf,
              (covered?.proof ?? []).map((hash, i) => ({ hash: hex(hash), isLeft: sides[i]! }))
            )
          ),
          step(say('stepMail')),
          lines(covered!.note.trimEnd().split('\n'))
        ]
      : [])
  ];
}

/** What computes the leaf of a receipt anew in a shell; `receipt.json` lies in the folder. Each line is short enough not to be broken on paper. */
export const leafCommands: readonly string[] = ["(printf '\\000'; jq -cjS .leaf.public receipt.json) | sha256sum"];

/** What computes the commitment to each of these personal fields, and prints below it what stands in the leaf. */
export function fieldCommands(personal: readonly string[]): readonly string[] {
  return [
    'S=$(jq -r .leaf.salt receipt.json)',
    `for F in ${personal.join(' ')}; do`,
    '  jq -cjS "{$F: .leaf.personal.$F}" receipt.json |',
    '    openssl dgst -sha256 -mac HMAC -macopt hexkey:$S',
    '  jq -r .leaf.public.entry.$F receipt.json',
    'done'
  ];
}

/** What computes the root: from the leaf upwards, each hash of the proof to the left or to the right of what was computed before. */
export function rootCommands(leaf: string, path: readonly { readonly hash: string; readonly isLeft: boolean }[]): readonly string[] {
  return [
    `H=${leaf}`,
    'n() { H=$(printf 01$1$2 | xxd -r -p | sha256sum | cut -c1-64); echo $H; }',
    ...path.map(({ hash, isLeft }) => (isLeft ? `n ${hash} $H` : `n $H ${hash}`))
  ];
}
