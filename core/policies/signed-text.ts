import { fill, listed, type Locale, type Text } from '../locale.ts';
import { type Clause, type Party, type Wording, wordsOf } from './policy.ts';

/** A clause as it is shown to those who sign. */
export interface ShownClause {
  /** The document's own number. */
  readonly number: string;
  readonly text: string;
  /** Whom it binds, in words: `staff, governors`; empty where it binds nobody. */
  readonly binds: string;
}

/** Clauses that stand one after another under one heading. */
export interface ShownSection {
  /** Empty where the document has none. */
  readonly heading: string;
  /** It is advice and binds nobody. */
  readonly advice: boolean;
  readonly clauses: readonly ShownClause[];
}

/** A version in one language, to be shown. */
export interface Shown {
  readonly title: string;
  /** `Version 2.1` */
  readonly version: string;
  readonly sections: readonly ShownSection[];
}

/** As much of a version as its text is made of. */
export interface Texted {
  readonly title: Wording;
  readonly major: number;
  readonly minor: number;
  readonly languages: readonly [Locale, ...Locale[]];
  readonly clauses: readonly Clause[];
}

/** What the parties are called, several of them. */
export const partyWords: { readonly [P in Party]: Text } = {
  staff: { en: 'staff', cy: 'staff' },
  head: { en: 'the headteacher', cy: 'y pennaeth' },
  coordinator: { en: 'the coordinators', cy: 'y cydlynwyr' },
  governor: { en: 'governors', cy: 'llywodraethwyr' },
  visitor: { en: 'visitors and contractors', cy: 'ymwelwyr a chontractwyr' },
  pupil: { en: 'pupils', cy: 'disgyblion' },
  parent: { en: 'parents and carers', cy: 'rhieni a gofalwyr' },
  school: { en: 'the school', cy: 'yr ysgol' }
};

const words = {
  version: { en: 'Version {number}', cy: 'Fersiwn {number}' },
  binds: { en: 'For: {parties}', cy: 'Ar gyfer: {parties}' },
  advice: { en: 'Advice; it binds nobody.', cy: 'Cyngor; nid yw’n rhwymo neb.' }
} as const satisfies { readonly [name: string]: Text };

/** The line under a heading whose clauses are advice. */
export const adviceWords: Text = words.advice;

/** A version in one language, section by section. What has no words in that language is shown in the policy's first. */
export function shownIn(locale: Locale, { title, major, minor, languages, clauses }: Texted): Shown {
  const sections: { heading: string; advice: boolean; clauses: ShownClause[] }[] = [];
  for (const clause of clauses) {
    const advice = clause.standing === 'advice';
    const heading = tidied(clause.section);
    const last = sections[sections.length - 1];
    const section = last && last.heading === heading && last.advice === advice ? last : { heading, advice, clauses: [] };
    if (section !== last) sections.push(section);
    section.clauses.push({
      number: tidied(clause.id),
      text: tidied(wordsOf(clause.text, locale, languages)),
      binds: advice ? '' : listed(clause.binds.map(party => partyWords[party]))[locale]
    });
  }
  return {
    title: tidied(wordsOf(title, locale, languages)),
    version: fill(words.version[locale], { number: `${major}.${minor}` }),
    sections
  };
}

/**
 * The exact text of a version in one language, of which people sign the SHA-256: title, version, and each clause with its number, its words and
 * whom it binds. Lines end in LF, signs are composed (NFC), and the same version gives the same text on every machine.
 */
export function signedTextOf(version: Texted, locale: Locale): string {
  const { title, version: number, sections } = shownIn(locale, version);
  const lines = [title, number];
  for (const { heading, advice, clauses } of sections) {
    if (heading !== '') lines.push('', heading);
    if (advice) lines.push(words.advice[locale]);
    for (const { number: id, text, binds } of clauses) {
      lines.push('', `${id}  ${text}`);
      if (binds !== '') lines.push(`    ${fill(words.binds[locale], { parties: binds })}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One blank between words, and each letter with its accent as one sign. */
function tidied(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
