import { addDays, daysBetween, isDay } from '../dates.ts';
import { about, type Field, type FieldId, fieldIds, type Kind, standings, uses } from './kinds.ts';

/** What stands in an entry, column by column. */
export type Fields = { readonly [F in FieldId]?: string };

/** What somebody enters. */
export interface Entered {
  readonly kind: Kind;
  readonly fields: Fields;
}

/** What is appended to an entry: a word about it, a correction of some columns, or that it is looked after no more. Nothing of an entry is overwritten. */
export const noteKinds = ['note', 'corrected', 'ended'] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface Note {
  readonly kind: NoteKind;
  /** Of a correction: what stands there from now on; an empty text takes away what may be left out. */
  readonly fields?: Fields;
  readonly words: string;
}

/** An entry with all that was appended to it. `at` is ISO 8601, UTC. */
export interface Kept extends Entered {
  readonly id: string;
  readonly at: string;
  readonly notes: readonly Note[];
}

/** Most characters of a note. */
export const longest = 1000;

/** Why something was not taken. Each has its sentence in `words.ts`. */
export const refusals = [
  'not-kept',
  'field-missing',
  'too-long',
  'day-wrong',
  'day-to-come',
  'until-before',
  'number-wrong',
  'too-many-done',
  'choice-wrong',
  'note-missing',
  'nothing-corrected',
  'ended',
  'not-yours'
] as const;
export type Refusal = (typeof refusals)[number];
export interface Refused {
  readonly refused: Refusal;
  readonly field?: FieldId;
}

/** What is wrong with an entry, and in which column, if anything is. `today` is the date by the school's clock. */
export function wrongEntry({ kind, fields }: Entered, today: string): Refused | undefined {
  for (const field of about[kind].fields) {
    const typed = (fields[field.id] ?? '').trim();
    if (typed === '' && field.optional) continue;
    const refused = typed === '' ? 'field-missing' : wrongField(field, typed, kind, today);
    if (refused) return { refused, field: field.id };
  }
  const { day, until, done, of } = fields;
  if (day && until && until < day) return { refused: 'until-before', field: 'until' };
  return done && of && Number(done) > Number(of) ? { refused: 'too-many-done', field: 'done' } : undefined;
}

function wrongField({ id, is, most }: Field, typed: string, kind: Kind, today: string): Refusal | undefined {
  if (typed.length > most) return 'too-long';
  switch (is) {
    case 'day':
      if (!isDay(typed)) return 'day-wrong';
      return id === 'day' && !about[kind].ahead && typed > today ? 'day-to-come' : undefined;
    case 'number':
      return /^\d+$/.test(typed) ? undefined : 'number-wrong';
    case 'use':
      return uses.some(use => use === typed) ? undefined : 'choice-wrong';
    case 'standing':
      return standings.some(standing => standing === typed) ? undefined : 'choice-wrong';
    default:
      return undefined;
  }
}

/** What was typed, tidied, and of that only the columns of its register. */
export function tidied({ kind, fields }: Entered): Entered {
  const known = about[kind].fields;
  const kept: { [F in FieldId]?: string } = {};
  for (const id of fieldIds) {
    const field = known.filter(each => each.id === id)[0];
    const typed = (fields[id] ?? '').trim();
    if (field && typed !== '') kept[id] = field.is === 'names' ? namesIn(typed).join('\n') : typed;
  }
  return { kind, fields: kept };
}

/** The names of a list: one a line, or with `;` between them. Each once, in the order in which they stand. */
export function namesIn(text: string): readonly string[] {
  const names = text
    .split(/[\r\n;]+/)
    .map(name => name.trim())
    .filter(name => name !== '');
  return names.filter((name, i) => names.indexOf(name) === i);
}

/** What stands in an entry now: as it was entered, each column as it was corrected last. */
export function fieldsNow({ kind, fields, notes }: Pick<Kept, 'kind' | 'fields' | 'notes'>): Fields {
  const now = notes.reduce<Fields>((before, note) => (note.kind === 'corrected' ? { ...before, ...note.fields } : before), fields);
  return tidied({ kind, fields: now }).fields;
}

/** The columns that a correction changes, or why it is none. */
export function correctionOf(kept: Kept, typed: Fields, today: string): { readonly done: Fields } | Refused {
  const before = fieldsNow(kept);
  const after = tidied({ kind: kept.kind, fields: { ...before, ...typed } }).fields;
  const wrong = wrongEntry({ kind: kept.kind, fields: after }, today);
  if (wrong) return wrong;
  const changed: { [F in FieldId]?: string } = {};
  for (const id of fieldIds) if (before[id] !== after[id]) changed[id] = after[id] ?? '';
  return Object.keys(changed).length > 0 ? { done: changed } : { refused: 'nothing-corrected' };
}

/** A school's days, by which what is due is counted. Dates are `YYYY-MM-DD`. */
export interface Days {
  readonly isSchoolDay: (day: string) => boolean;
  readonly addSchoolDays: (day: string, count: number) => string;
  readonly nextSchoolDay: (day: string) => string;
}

/** School days before it is due from which on it is said, and between one reminder and the next. */
export const ahead = 10;
export const between = 5;

/** Half a year: the yearly date that is nearer to a day than this is not the next one for it. */
const half = 183;

/**
 * The school day by which an entry falls due, if it does. `yearly`: the school's own date, `MM-DD`: what is due once a year is due on it, at the first that is
 * half a year or more after the day of the entry; where there is none, a year after it.
 */
export function dueOn(kept: Pick<Kept, 'kind' | 'fields' | 'notes'>, yearly: string | undefined, days: Days): string | undefined {
  const { day, until, standing, done, of } = fieldsNow(kept);
  // Consent that was withdrawn does not run out, and nobody waits for passwords that are all changed.
  if (standing === 'withdrawn' || (done && of && Number(done) >= Number(of))) return undefined;
  const due = until ?? (about[kept.kind].yearly && day ? yearAfter(day, yearly) : undefined);
  return due === undefined ? undefined : days.nextSchoolDay(due);
}

function yearAfter(day: string, yearly: string | undefined): string {
  const year = Number(day.slice(0, 4));
  const dated = (of: number, date: string): string => {
    const there = `${of}-${date}`;
    return isDay(there) ? there : addDays(`${of}-${date.slice(0, 2)}-01`, 27);
  };
  if (yearly === undefined) return dated(year + 1, day.slice(5));
  for (let of = year; ; of += 1) if (daysBetween(day, dated(of, yearly)) >= half) return dated(of, yearly);
}

/** How an entry stands: in force, soon due, overdue; a later entry took its place; it is looked after no more. */
export const states = ['holds', 'due', 'overdue', 'replaced', 'ended'] as const;
export type State = (typeof states)[number];

/** An entry with how it stands. */
export interface Stood {
  readonly kept: Kept;
  readonly fields: Fields;
  readonly state: State;
  /** The school day by which it falls due; nothing where it does not, or no more. */
  readonly due: string | undefined;
}

/** How every entry stands on a day, in the order given. Of two of one subject the one of the later day holds; of the same day, what was entered later. */
export function stand(entries: readonly Kept[], today: string, yearly: string | undefined, days: Days): readonly Stood[] {
  const all = entries.map(kept => ({ kept, fields: fieldsNow(kept), ended: kept.notes.some(({ kind }) => kind === 'ended') }));
  const last: { [subject: string]: { readonly day: string; readonly at: string; readonly id: string } } = {};
  for (const { kept, fields, ended } of all) {
    if (ended) continue;
    const subject = subjectOf(kept.kind, fields);
    const own = { day: fields.day ?? '', at: kept.at, id: kept.id };
    const other = last[subject];
    if (!other || isLater(own, other)) last[subject] = own;
  }
  return all.map(({ kept, fields, ended }) => {
    const replaced = !ended && last[subjectOf(kept.kind, fields)]!.id !== kept.id;
    const due = ended || replaced ? undefined : dueOn(kept, yearly, days);
    const state = ended ? 'ended' : replaced ? 'replaced' : due === undefined ? 'holds' : stateBy(due, today, days);
    return { kept, fields, state, due };
  });
}

function stateBy(due: string, today: string, days: Days): State {
  if (today > due) return 'overdue';
  return today >= days.addSchoolDays(due, -ahead) ? 'due' : 'holds';
}

function isLater(
  a: { readonly day: string; readonly at: string; readonly id: string },
  b: { readonly day: string; readonly at: string; readonly id: string }
): boolean {
  if (a.day !== b.day) return a.day > b.day;
  return a.at !== b.at ? a.at > b.at : a.id > b.id;
}

/** What an entry is about, so that the next one of it is known: case and blanks do not count. */
export function subjectOf(kind: Kind, fields: Fields): string {
  const parts = about[kind].subject.map(id => (fields[id] ?? '').trim().replace(/\s+/g, ' ').toLowerCase());
  return [kind, ...parts].join('\n');
}

/**
 * Whether whoever keeps the register is reminded of an entry today: so many school days before it is due, on that day, and on each fifth school day after it.
 */
export function isReminderDay({ due, state }: Pick<Stood, 'due' | 'state'>, today: string, days: Days): boolean {
  if (due === undefined || (state !== 'due' && state !== 'overdue') || !days.isSchoolDay(today)) return false;
  if (today <= due) return today === due || today === days.addSchoolDays(due, -ahead);
  let chased = due;
  while (chased < today) {
    const next = days.addSchoolDays(chased, between);
    if (next <= chased) return false;
    chased = next;
  }
  return chased === today;
}

/** The consent that holds for a child and a use: whether images may be used on a day. What nobody said is no consent. */
export function consentFor(stood: readonly Stood[], child: string, use: string, today: string): boolean {
  const subject = subjectOf('image-consent', { child, use });
  return stood.some(
    ({ kept, fields, state }) =>
      kept.kind === 'image-consent' &&
      (state === 'holds' || state === 'due') &&
      fields.standing === 'given' &&
      (fields.until === undefined || fields.until >= today) &&
      subjectOf('image-consent', fields) === subject
  );
}

/** How the entries of one register stand, in numbers. */
export interface Counted {
  readonly kind: Kind;
  readonly entries: number;
  readonly holds: number;
  readonly due: number;
  readonly overdue: number;
}

/** The same of each register that is kept. What was replaced or ended counts among the entries alone. */
export function countedBy(kept: readonly Kind[], stood: readonly Stood[]): readonly Counted[] {
  return kept.map(kind => {
    const own = stood.filter(each => each.kept.kind === kind);
    const of = (state: State): number => own.filter(each => each.state === state).length;
    return { kind, entries: own.length, holds: of('holds'), due: of('due'), overdue: of('overdue') };
  });
}
