import { addDays, weekdayOf } from '../../core/dates.ts';
import type { Token } from './tokens.ts';

/** `YYYY-MM-DD`, and the place of the first word that is no longer part of it. */
export interface Found {
  readonly date: string;
  readonly end: number;
}

/** What a date is told from. `towards`: a day without a year, or a weekday, lies behind us or before us. */
export interface Sense {
  /** `YYYY-MM-DD`, by the school's clock. */
  readonly today: string;
  readonly towards: 'past' | 'future';
  readonly terms?: readonly { readonly from: string; readonly to: string }[];
}

const months = [
  'january jan ionawr ion',
  'february feb chwefror chwef',
  'march mar mawrth fawrth',
  'april apr ebrill ebr',
  'may mai fai',
  'june jun mehefin fehefin meh',
  'july jul gorffennaf gorff orffennaf',
  'august aug awst',
  'september sept sep medi fedi',
  'october oct hydref hyd',
  'november nov tachwedd dachwedd tach',
  'december dec rhagfyr ragfyr rhag'
].map(names => names.split(' '));
const weekdays = [
  'monday mon llun',
  'tuesday tue tues mawrth fawrth',
  'wednesday wed weds mercher fercher',
  'thursday thu thur thurs iau',
  'friday fri gwener wener',
  'saturday sat sadwrn',
  'sunday sun sul'
].map(names => names.split(' '));
const numbers: { readonly [word: string]: number } = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, couple: 2 },
  ...{ un: 1, dau: 2, ddau: 2, dwy: 2, ddwy: 2, tri: 3, dri: 3, tair: 3, dair: 3, pedwar: 4, bedwar: 4, pedair: 4, bedair: 4 },
  ...{ pump: 5, bump: 5, chwe: 6, chwech: 6, saith: 7, wyth: 8, naw: 9, deg: 10, ddeg: 10 }
};
const units: { readonly [word: string]: 'day' | 'week' | 'month' | 'fortnight' } = {
  ...{ day: 'day', days: 'day', diwrnod: 'day', ddiwrnod: 'day', niwrnod: 'day', dyddiau: 'day', ddyddiau: 'day', dydd: 'day' },
  ...{ week: 'week', weeks: 'week', wk: 'week', wks: 'week', wythnos: 'week', wythnosau: 'week' },
  ...{ month: 'month', months: 'month', mis: 'month', fis: 'month', misoedd: 'month', fisoedd: 'month' },
  ...{ fortnight: 'fortnight', pythefnos: 'fortnight', bythefnos: 'fortnight' }
};
const last = ['last', 'past', 'previous', 'diwethaf', 'ddiwethaf', 'dwethaf', 'dwetha', 'diwetha', 'blaenorol'];
const next = ['next', 'coming', 'following', 'nesaf', 'nesa'];
const current = ['this', 'yma', 'hwn', 'hon', 'ma'];
const articles = [
  'the',
  'y',
  'yr',
  'r',
  'on',
  'of',
  'o',
  'yn',
  'n',
  'in',
  'am',
  'for',
  'at',
  'dydd',
  'ddydd',
  'nos',
  'day',
  'mis',
  'fis',
  'month',
  'about'
];
const ends = ['end', 'ddiwedd', 'diwedd'];
const beforeTime = ['since', 'until', 'till', 'til', 'from', 'by', 'before', 'after', 'in', 'ers', 'tan', 'hyd', 'mis', 'fis', 'of', 'o'];

/** The date that is written at a place among the words, or nothing. Day before month; a year may be left out. */
export function dateAt(tokens: readonly Token[], start: number, sense: Sense): Found | undefined {
  const word = (at: number): string => tokens[at]?.text ?? '';
  let at = start;
  while (
    at < tokens.length &&
    at < start + 4 &&
    articles.includes(word(at)) &&
    !isUnitPhrase(word, at) &&
    !['before', 'after'].includes(word(at + 1))
  )
    at += 1;
  return (
    inFigures(word, at, sense) ||
    endOf(word, at, sense) ||
    dayAndMonth(word, at, sense) ||
    nearby(word, at, sense) ||
    weekday(word, at, sense) ||
    stretch(word, at, sense) ||
    feast(word, at, sense) ||
    monthAlone(word, at, sense)
  );
}

type Word = (at: number) => string;

/** `mis diwethaf`, `month`: the word is the unit itself and no mere article before a name. */
function isUnitPhrase(word: Word, at: number): boolean {
  return word(at) in units && (last.includes(word(at + 1)) || next.includes(word(at + 1)) || current.includes(word(at + 1)));
}

function inFigures(word: Word, at: number, sense: Sense): Found | undefined {
  const found = /^(\d{1,4})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?$/.exec(word(at));
  if (!found) return undefined;
  const [, first, second, third] = found;
  if (first!.length === 4) return third === undefined ? undefined : done(Number(first), Number(second), Number(third), at + 1);
  if (first!.length > 2) return undefined;
  if (third === undefined) return yearless(Number(second), Number(first), at + 1, sense);
  return third.length === 3 ? undefined : done(Number(third) + (third.length === 2 ? 2000 : 0), Number(second), Number(first), at + 1);
}

function dayAndMonth(word: Word, at: number, sense: Sense): Found | undefined {
  const day = dayOf(word(at));
  let after = at + 1;
  if (day !== undefined) {
    while (['of', 'o', 'mis', 'fis'].includes(word(after)) && after < at + 3) after += 1;
    const month = monthOf(word(after));
    return month === undefined ? undefined : withYear(word, month, day, after + 1, sense);
  }
  const month = monthOf(word(at));
  if (month === undefined) return undefined;
  if (word(after) === 'the') after += 1;
  const later = dayOf(word(after));
  return later === undefined ? undefined : withYear(word, month, later, after + 1, sense);
}

function withYear(word: Word, month: number, day: number, at: number, sense: Sense): Found | undefined {
  if (/^20\d\d$/.test(word(at))) return done(Number(word(at)), month, day, at + 1);
  return yearless(month, day, at, sense);
}

function nearby(word: Word, at: number, { today }: Sense): Found | undefined {
  const here = word(at);
  if (here === 'day' && word(at + 1) === 'before' && word(at + 2) === 'yesterday') return { date: addDays(today, -2), end: at + 3 };
  if (here === 'day' && word(at + 1) === 'after' && word(at + 2) === 'tomorrow') return { date: addDays(today, 2), end: at + 3 };
  const days: { readonly [word: string]: number } = {
    today: 0,
    heddiw: 0,
    yesterday: -1,
    ddoe: -1,
    doe: -1,
    echdoe: -2,
    tomorrow: 1,
    yfory: 1,
    fory: 1,
    drennydd: 2
  };
  if (Object.hasOwn(days, here)) return { date: addDays(today, days[here]!), end: at + 1 };
  if (here === 'bore' && word(at + 1) === 'ma') return { date: today, end: at + 2 };
  if (here === 'this' && ['morning', 'afternoon', 'evening'].includes(word(at + 1))) return { date: today, end: at + 2 };
  return undefined;
}

function weekday(word: Word, at: number, { today, towards }: Sense): Found | undefined {
  let place = at;
  let far = 0;
  if (last.includes(word(place)) || current.includes(word(place))) place += 1;
  else if (next.includes(word(place))) {
    place += 1;
    far = 1;
  }
  const day = dayNamed(word(place));
  if (day < 0) return undefined;
  // «Mawrth» is March as well: it is the day only after «dydd» or beside «diwethaf».
  if (
    word(place).endsWith('awrth') &&
    !/^(?:d?dydd|nos)$/.test(word(place - 1)) &&
    !last.includes(word(place + 1)) &&
    !next.includes(word(place + 1))
  )
    return undefined;
  let end = place + 1;
  if (last.includes(word(end)) || current.includes(word(end)) || next.includes(word(end)) || word(end) === 'morning') end += 1;
  const ours = weekdayOf(today) - 1;
  const forward = (day - ours + 7) % 7 || 7;
  const back = forward - 7 === 0 ? -7 : forward - 7;
  return { date: addDays(today, far === 1 || towards === 'future' ? forward : back), end };
}

/** `last week`, `this month`, `3 days ago`, `two weeks`, `yr wythnos diwethaf`. */
function stretch(word: Word, at: number, sense: Sense): Found | undefined {
  const { today, towards } = sense;
  let place = at;
  let kind: 'last' | 'next' | 'this' | undefined;
  const kindOf = (text: string): typeof kind =>
    last.includes(text) ? 'last' : next.includes(text) ? 'next' : current.includes(text) ? 'this' : undefined;
  if (kindOf(word(place))) {
    kind = kindOf(word(place));
    place += 1;
  }
  const past = word(place - 1) === 'past';
  const count = /^\d{1,3}$/.test(word(place))
    ? Number(word(place))
    : Object.hasOwn(numbers, word(place))
      ? numbers[word(place)]
      : undefined;
  if (count !== undefined) {
    place += 1;
    if (word(place) === 'of' || word(place) === 'o') place += 1;
  }
  const unit = Object.hasOwn(units, word(place)) ? units[word(place)] : undefined;
  if (unit === undefined) {
    const year = ['year', 'flwyddyn', 'blwyddyn'].includes(word(place));
    if (!year) return undefined;
    const after = kind || kindOf(word(place + 1));
    const end = kind ? place + 1 : place + 2;
    if (after === 'last') return { date: `${Number(today.slice(0, 4)) - 1}-01-01`, end };
    if (after === 'this') return { date: `${today.slice(0, 4)}-01-01`, end };
    return after === 'next' ? { date: `${Number(today.slice(0, 4)) + 1}-01-01`, end } : undefined;
  }
  place += 1;
  if (!kind && kindOf(word(place))) {
    kind = kindOf(word(place));
    place += 1;
  }
  const ago =
    word(place) === 'ago' || (word(place) === 'yn' && word(place + 1) === 'ol') || (word(place) === 'n' && word(place + 1) === 'ol');
  if (ago) place += word(place) === 'ago' ? 1 : 2;
  if (count === undefined && !kind && !ago && unit !== 'fortnight') return undefined;
  if (count === undefined && unit !== 'fortnight' && !past && !ago && kind) {
    const monday = addDays(today, 1 - weekdayOf(today));
    if (unit === 'week') return { date: addDays(monday, kind === 'last' ? -7 : kind === 'next' ? 7 : 0), end: place };
    if (unit === 'month') return { date: firstOfMonth(today, kind === 'last' ? -1 : kind === 'next' ? 1 : 0), end: place };
  }
  const many = count ?? 1;
  const sign = ago || kind === 'last' ? -1 : kind === 'next' || towards === 'future' ? 1 : -1;
  if (unit === 'month') return { date: sameDay(today, sign * many), end: place };
  return { date: addDays(today, sign * many * (unit === 'day' ? 1 : unit === 'week' ? 7 : 14)), end: place };
}

/** `end of term`, `diwedd y mis`. */
function endOf(word: Word, at: number, { today, towards, terms }: Sense): Found | undefined {
  if (!ends.includes(word(at))) return undefined;
  let place = at + 1;
  while (['of', 'the', 'y', 'yr', 'this', 'ein'].includes(word(place)) && place < at + 4) place += 1;
  const weekday = weekdayOf(today) - 1;
  if (['term', 'tymor', 'termm'].includes(word(place))) {
    const found = (terms || []).filter(({ to }) => (towards === 'future' ? to >= today : to < today));
    const term = towards === 'future' ? found[0] : found[found.length - 1];
    return term && { date: term.to, end: place + 1 };
  }
  const forward = towards === 'future';
  if (word(place) === 'week' || word(place) === 'wythnos')
    return { date: addDays(today, (weekday > 4 && forward ? 11 : 4) - weekday), end: place + 1 };
  if (word(place) === 'month' || word(place) === 'mis') return { date: addDays(firstOfMonth(today, forward ? 1 : 0), -1), end: place + 1 };
  if (['year', 'flwyddyn', 'blwyddyn'].includes(word(place)))
    return { date: `${Number(today.slice(0, 4)) - (forward ? 0 : 1)}-12-31`, end: place + 1 };
  const month = monthOf(word(place));
  if (month === undefined) return undefined;
  const first = yearless(month, 1, place + 1, { today, towards });
  return first && { date: addDays(firstOfMonth(first.date, 1), -1), end: place + 1 };
}

function feast(word: Word, at: number, sense: Sense): Found | undefined {
  return ['christmas', 'xmas', 'nadolig'].includes(word(at)) ? yearless(12, 25, at + 1, sense) : undefined;
}

/** A month by its name alone is its first day; where the name is another word too (`may`, `march`), it needs a word of time before it, or the year after. */
function monthAlone(word: Word, at: number, sense: Sense): Found | undefined {
  const month = monthOf(word(at));
  if (month === undefined) return undefined;
  const year = /^20\d\d$/.test(word(at + 1)) ? Number(word(at + 1)) : undefined;
  if (year !== undefined) return done(year, month, 1, at + 2);
  if ((word(at).length < 4 || ['march', 'mawrth', 'fawrth', 'medi', 'fedi'].includes(word(at))) && !beforeTime.includes(word(at - 1)))
    return undefined;
  return yearless(month, 1, at + 1, sense);
}

function monthOf(word: string): number | undefined {
  const at = months.findIndex(names => names.includes(word));
  return at < 0 ? undefined : at + 1;
}

function dayNamed(word: string): number {
  return weekdays.findIndex(names => names.includes(word));
}

function dayOf(word: string): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th|af|il|ail|ydd|fed|eg|ain)?$/.exec(word);
  return found ? Number(found[1]) : undefined;
}

function yearless(month: number, day: number, end: number, { today, towards }: Sense): Found | undefined {
  const year = Number(today.slice(0, 4));
  for (const each of towards === 'past' ? [year, year - 1, year - 2, year - 3, year - 4] : [year, year + 1, year + 2, year + 3, year + 4]) {
    const found = done(each, month, day, end);
    if (found && (towards === 'past' ? found.date <= today : found.date >= today)) return found;
  }
  return undefined;
}

/** No 31 February. */
function done(year: number, month: number, day: number, end: number): Found | undefined {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  return Number(date.slice(5, 7)) === month ? { date, end } : undefined;
}

function firstOfMonth(date: string, months: number): string {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The same day some months away; the last of a shorter month. */
function sameDay(date: string, months: number): string {
  const first = firstOfMonth(date, months);
  const lastDay = addDays(firstOfMonth(first, 1), -1);
  const same = `${first.slice(0, 8)}${date.slice(8)}`;
  return same > lastDay ? lastDay : same;
}
