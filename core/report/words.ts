import { fill, type Locale, type Text } from '../locale.ts';
import type { Judged } from '../tenant/accept.ts';
import type { Result } from '../tenant/audit.ts';
import type { Check, Subject } from '../tenant/check.ts';
import type { Change } from '../tenant/compare.ts';
import type { Line, Tone } from './report.ts';

/** Each state in a word or two; they stand beside the title of a check, which names the wrong that it looks for. */
export const stateWords: { readonly [S in Result['state']]: Text } = {
  pass: { en: 'all well', cy: 'popeth yn iawn' },
  fail: { en: 'wrong', cy: 'anghywir' },
  partial: { en: 'wrong in part', cy: 'rhannol anghywir' },
  'not-configured': { en: 'not set', cy: 'heb ei osod' },
  'not-readable': { en: 'cannot be seen', cy: 'ni ellir ei weld' },
  stale: { en: 'too old to say', cy: 'rhy hen i ddweud' },
  'not-licensed': { en: 'no licence', cy: 'dim trwydded' },
  'not-permitted': { en: 'not permitted', cy: 'heb ganiatâd' },
  incomplete: { en: 'incomplete', cy: 'anghyflawn' },
  'no-dpia': { en: 'not run', cy: 'heb ei redeg' },
  error: { en: 'defect of Beadle’s', cy: 'nam yn Beadle' }
};

/** What a check points at. */
export const kindWords: { readonly [K in Subject['kind']]: Text } = {
  mailbox: { en: 'mailbox', cy: 'blwch post' },
  account: { en: 'account', cy: 'cyfrif' },
  device: { en: 'device', cy: 'dyfais' },
  setting: { en: 'setting', cy: 'gosodiad' },
  place: { en: 'unit', cy: 'uned' },
  domain: { en: 'domain', cy: 'parth' }
};

/** What became of a check since the last time. */
export const changeWords: { readonly [C in Exclude<Change, 'same'>]: Text } = {
  new: { en: 'new', cy: 'newydd' },
  worse: { en: 'worse', cy: 'gwaeth' },
  better: { en: 'better', cy: 'gwell' },
  mended: { en: 'mended', cy: 'wedi’i gywiro' },
  lost: { en: 'can no longer be seen', cy: 'ni ellir ei weld mwyach' },
  found: { en: 'can be seen now', cy: 'gellir ei weld nawr' }
};

/** How much something matters. */
export const severityWords: { readonly [S in Check['severity']]: Text } = {
  high: { en: 'serious', cy: 'difrifol' },
  medium: { en: 'medium', cy: 'canolig' },
  low: { en: 'low', cy: 'isel' }
};

const unjudged = {
  'not-licensed': {
    en: 'The tenant has no licence that shows this ({lacks}).',
    cy: 'Nid oes gan y denantiaeth drwydded sy’n dangos hyn ({lacks}).'
  },
  'not-permitted': {
    en: 'Beadle may not read this. It needs: {lacks}. «beadle permissions» says how to give it.',
    cy: 'Ni chaiff Beadle ddarllen hyn. Mae angen: {lacks}. Mae «beadle permissions» yn dweud sut i’w roi.'
  },
  'not-readable': {
    en: 'The vendor shows this to nobody. Ask a person.',
    cy: 'Nid yw’r gwerthwr yn dangos hyn i neb. Gofynnwch i berson.'
  },
  incomplete: {
    en: 'Some of it did not arrive, so nothing is said. The next audit tries again.',
    cy: 'Ni chyrhaeddodd rhan ohono, felly ni ddywedir dim. Bydd yr archwiliad nesaf yn rhoi cynnig arall.'
  },
  'no-dpia': {
    en: 'It looks at people’s work, so it does not run before the data-protection assessment is dated under «dpia» in beadle.yaml.',
    cy: 'Mae’n edrych ar waith pobl, felly nid yw’n rhedeg cyn dyddio’r asesiad diogelu data o dan «dpia» yn beadle.yaml.'
  },
  error: {
    en: 'Beadle failed here. Please report it with the name of the check.',
    cy: 'Methodd Beadle yma. Adroddwch hynny gydag enw’r gwiriad.'
  }
} as const satisfies { readonly [state: string]: Text };

/** The sentence of a result: the check’s own, or why there is none. */
export function sentenceOf({ check, result }: Pick<Line, 'check' | 'result'>, locale: Locale): string {
  if ('message' in result) {
    const text = check.messages[result.message];
    return text ? fill(text[locale], result.values, locale) : '';
  }
  const { lacks } = result;
  return fill(unjudged[result.state as keyof typeof unjudged][locale], { lacks: lacks === undefined ? '–' : lacks });
}

/** How a result looks. */
export function toneOf(result: Judged): Tone {
  if (result.accepted) return 'accepted';
  const { state } = result;
  return state === 'pass' ? 'good' : state === 'fail' ? 'bad' : state === 'partial' ? 'warn' : 'unknown';
}

/** Whether somebody should do something: it is wrong, and nobody accepted it. */
export function isOpen({ result }: Line): boolean {
  return (result.state === 'fail' || result.state === 'partial') && !result.accepted;
}

/** Whether nobody can say. */
export function isUnknown({ result }: Line): boolean {
  return toneOf(result) === 'unknown';
}

/** «3 of 40». */
export function ofWords(held: number, of: number, locale: Locale): string {
  return locale === 'en' ? `${held} of ${of}` : `${held} o ${of}`;
}

/** Per cent without decimals, never a hundred where one is missing and never nothing where one is there. */
export function perCent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const exact = (100 * part) / whole;
  const shown = part < whole ? Math.min(99, Math.round(exact)) : 100;
  return `${part > 0 ? Math.max(1, shown) : 0}%`;
}
