import type { Category } from '../../core/incidents/incident.ts';
import { itemsCard } from '../actions/item-open.ts';
import { formFor } from '../actions/report-choose.ts';
import { replied } from '../answers.ts';
import { reportChoose } from '../cards/report-choose.ts';
import { withoutReports } from '../reporting.ts';
import type { Command } from '../turn.ts';
import { tokensOf } from '../understand/tokens.ts';
import { formsOf } from '../understand/mutations.ts';
import type { Locale } from '../../core/locale.ts';

/** What somebody wants of reports. */
interface Meant {
  readonly wants: 'report' | 'items';
  readonly category?: Category;
  readonly locale: Locale;
}

/** Whole sentences by which people ask to report; more words may follow. */
const reporting: readonly (readonly [words: string, locale: Locale])[] = [
  ['report', 'en'],
  ['report something', 'en'],
  ['report it', 'en'],
  ['i want to report', 'en'],
  ['i need to report', 'en'],
  ['i would like to report', 'en'],
  ['i d like to report', 'en'],
  ['can i report', 'en'],
  ['make a report', 'en'],
  ['incident', 'en'],
  ['an incident', 'en'],
  ['something happened', 'en'],
  ['something has happened', 'en'],
  ['something went wrong', 'en'],
  ['adrodd', 'cy'],
  ['rhoi gwybod', 'cy'],
  ['rhoi gwybod am rywbeth', 'cy'],
  ['hoffwn roi gwybod', 'cy'],
  ['dw i eisiau rhoi gwybod', 'cy'],
  ['rwyf am roi gwybod', 'cy'],
  ['mae rhywbeth wedi digwydd', 'cy'],
  ['digwyddiad', 'cy']
];
const items: readonly (readonly [words: string, locale: Locale])[] = [
  ['confidential item', 'en'],
  ['confidential items', 'en'],
  ['confidential', 'en'],
  ['my items', 'en'],
  ['show me my items', 'en'],
  ['incidents', 'en'],
  ['reports for me', 'en'],
  ['eitem gyfrinachol', 'cy'],
  ['eitemau cyfrinachol', 'cy'],
  ['cyfrinachol', 'cy'],
  ['fy eitemau', 'cy'],
  ['digwyddiadau', 'cy']
];

/** Words that say what it is: all of a set in one sentence. */
const hints: readonly (readonly [words: readonly string[], category: Category, locale: Locale])[] = [
  ...(['laptop', 'phone', 'tablet', 'ipad', 'device', 'computer', 'chromebook', 'stick', 'usb'] as const).flatMap(thing =>
    ['lost', 'stolen', 'missing'].map(word => [[word, thing], 'lost-device', 'en'] as const)
  ),
  ...['gliniadur', 'ffon', 'llechen', 'dyfais', 'cyfrifiadur'].flatMap(thing =>
    ['colli', 'dwyn', 'gollwyd', 'ddygwyd'].map(word => [[word, thing], 'lost-device', 'cy'] as const)
  ),
  [['virus'], 'virus', 'en'],
  [['phishing'], 'virus', 'en'],
  [['ransomware'], 'virus', 'en'],
  [['clicked', 'link'], 'virus', 'en'],
  [['feirws'], 'virus', 'cy'],
  [['gwe', 'rwydo'], 'virus', 'cy'],
  [['wrong', 'person'], 'misdirected-mail', 'en'],
  [['wrong', 'parent'], 'misdirected-mail', 'en'],
  [['wrong', 'address'], 'misdirected-mail', 'en'],
  [['person', 'anghywir'], 'misdirected-mail', 'cy'],
  [['cyfeiriad', 'anghywir'], 'misdirected-mail', 'cy'],
  [['knows', 'my', 'password'], 'password-known', 'en'],
  [['know', 'my', 'password'], 'password-known', 'en'],
  [['gwybod', 'fy', 'nghyfrinair'], 'password-known', 'cy'],
  [['data', 'breach'], 'data-breach', 'en'],
  [['torri', 'data'], 'data-breach', 'cy'],
  [['offensive', 'email'], 'offensive-mail', 'en'],
  [['offensive', 'message'], 'offensive-mail', 'en'],
  [['neges', 'sarhaus'], 'offensive-mail', 'cy']
];

/** By these a sentence is about signatures after all: «report of who has not signed». */
const ofSignatures =
  /^(?:sign|signs|signed|signatures?|llofnod\w*|lofnod\w*|remind\w*|atgoffa|excuse\w*|who|pwy|csv|pdf|excel|governors|llywodraethwyr)$/;

/** Takes a report, or shows what waits for somebody; without opening anything of it. */
export const report: Command = {
  id: 'report',
  reads: (words, turn): Meant | undefined => (turn.incidents ? read(words) : undefined),
  run: async (asked, meant) => {
    const { wants, category, locale } = meant as Meant;
    const turn = { ...asked, locale: locale === 'cy' ? locale : asked.locale };
    const { incidents } = turn;
    if (!incidents) return [replied(withoutReports(turn.locale), turn.locale)];
    if (wants === 'items') return [replied(await itemsCard(turn), turn.locale)];
    return [
      replied(category === undefined ? reportChoose(turn.locale) : formFor({ incidents, locale: turn.locale }, category), turn.locale)
    ];
  }
};

function read(words: string): Meant | undefined {
  const { tokens } = tokensOf(words);
  const said = tokens.map(({ text }) => text);
  const sentence = said.filter(word => !['please', 'plis', 'hi', 'hello', 'helo'].includes(word)).join(' ');
  const listed = items.find(([each]) => sentence === each);
  if (listed) return { wants: 'items', locale: listed[1] };
  if (said.some(word => ofSignatures.test(word))) return undefined;
  const hint = hints.find(([all]) => all.every(word => said.some(each => each === word || formsOf(word).includes(each))));
  const begins = reporting.find(([each]) => sentence === each || sentence.startsWith(`${each} `));
  if (
    begins &&
    !(
      sentence !== begins[0] &&
      begins[0] === 'report' &&
      !/^report (?:a|an|the|my|that|this|about|something|somebody|someone|lost|stolen|virus|it)\b/.test(sentence)
    )
  ) {
    return { wants: 'report', ...(hint ? { category: hint[1] } : {}), locale: begins[1] };
  }
  return hint ? { wants: 'report', category: hint[1], locale: hint[2] } : undefined;
}
