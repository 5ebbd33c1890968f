import type { Unjudged } from '../judge.ts';
import { fill, type Locale, type Text } from '../locale.ts';
import type { Verdict } from './review.ts';

/** What the parts of a message are called where one of them could not be read. */
const partWords: { readonly [part: string]: Text | undefined } = {
  sender: { en: 'the sender', cy: 'yr anfonwr' },
  recipients: { en: 'the recipients', cy: 'y derbynwyr' },
  subject: { en: 'the subject', cy: 'y pwnc' },
  prose: { en: 'the text', cy: 'y testun' },
  details: { en: 'the text', cy: 'y testun' },
  attachments: { en: 'the attachments', cy: 'yr atodiadau' },
  thread: { en: 'the conversation', cy: 'y sgwrs' },
  earlier: { en: 'who was in the conversation before', cy: 'pwy oedd yn y sgwrs o’r blaen' },
  moment: { en: 'when it is sent', cy: 'pryd yr anfonir y neges' },
  school: { en: 'the school', cy: 'yr ysgol' },
  message: { en: 'the message', cy: 'y neges' }
};

/** Why rules did not judge; the rules follow it. */
const reasonWords: { readonly [B in Unjudged['because']]: Text } = {
  unsupported: {
    en: 'Beadle is not shown {part} here. So this was not looked for:',
    cy: 'Ni ddangosir {part} i Beadle yma. Felly ni chwiliwyd am hyn:'
  },
  forbidden: {
    en: 'Beadle may not read {part}. So this was not looked for:',
    cy: 'Ni chaiff Beadle ddarllen {part}. Felly ni chwiliwyd am hyn:'
  },
  unlicensed: {
    en: 'The licence does not include {part}. So this was not looked for:',
    cy: 'Nid yw’r drwydded yn cynnwys {part}. Felly ni chwiliwyd am hyn:'
  },
  unreachable: {
    en: 'Beadle was not given {part}, or not all of that. So this may have been missed:',
    cy: 'Ni chafodd Beadle {part}, neu nid y cyfan. Felly mae’n bosibl bod hyn wedi’i golli:'
  },
  'not-read': {
    en: 'Nobody has read {part} yet. So this was not looked for:',
    cy: 'Nid oes neb wedi darllen {part} eto. Felly ni chwiliwyd am hyn:'
  },
  fault: { en: 'A fault of ours. So this was not looked for:', cy: 'Nam o’n hochr ni. Felly ni chwiliwyd am hyn:' }
};

const countWords = {
  one: { en: '1 rule could not judge this message', cy: 'Ni allai 1 rheol farnu’r neges hon' },
  many: { en: '{count} rules could not judge this message', cy: 'Nifer y rheolau na allent farnu’r neges hon: {count}' }
} as const satisfies { readonly [name: string]: Text };

/** How many rules could not judge, in words and without a full stop. */
export function countNotJudged({ unjudged }: Verdict, locale: Locale): string {
  return unjudged.length === 1 ? countWords.one[locale] : fill(countWords.many[locale], { count: unjudged.length });
}

/** Why rules did not judge, each reason once and in words that end with a colon, with the ids of its rules. */
export function notJudged({ unjudged }: Verdict, locale: Locale): readonly { readonly says: string; readonly rules: readonly string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const each of unjudged) {
    const part = 'part' in each ? (partWords[each.part] || { en: each.part, cy: each.part })[locale] : '';
    const says = fill(reasonWords[each.because][locale], { part });
    reasons.set(says, [...(reasons.get(says) || []), each.rule]);
  }
  return Array.from(reasons, ([says, rules]) => ({ says, rules }));
}
