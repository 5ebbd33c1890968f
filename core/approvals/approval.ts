import { addDays, dayAt, instantAt, isDay, type Offset } from '../dates.ts';
import { openFrom, type OpenHours } from '../school-hours.ts';
import { about, type Field, type FieldId, fieldIds, type Kind } from './kinds.ts';

/** The people outside whom a message goes to, as its sender's device counts them; nobody is named. */
export const outside = ['governor', 'parent', 'agency', 'outsider'] as const;
export type Outside = (typeof outside)[number];
export type Counts = { readonly [O in Outside]?: number };

/** What a surface says of the message for which leave is asked. */
export interface MessageAsked {
  /** Keyed hash of the conversation, or of whom a new message goes to: 16 hexadecimal digits. */
  readonly key: string;
  readonly people: Counts;
  /** The text, only where the sender ticked that it goes along. */
  readonly text?: { readonly subject: string; readonly body: string };
}

/** What somebody asks for. */
export interface Request {
  readonly kind: Kind;
  readonly fields: { readonly [F in FieldId]?: string };
  readonly message?: MessageAsked;
}

/** Most characters of what is attached and of what is said about a decision. */
export const longest = { subject: 300, body: 8000, reason: 1000 } as const;

/** Why something was not taken. Each has its sentence in `words.ts`. */
export const refusals = [
  'kind-off',
  'field-missing',
  'too-long',
  'day-wrong',
  'day-over',
  'time-wrong',
  'nobody',
  'not-yours',
  'own',
  'decided',
  'reason-missing',
  'nothing-open'
] as const;
export type Refusal = (typeof refusals)[number];

/** What happened to a request, in the order in which it happened. Nothing of it is changed. */
export const stepKinds = ['routed', 'given', 'refused', 'withdrawn', 'expired', 'closed'] as const;
export type StepKind = (typeof stepKinds)[number];

export interface Step {
  readonly kind: StepKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The id of whoever did it; empty where it came by itself. */
  readonly by: string;
}

/** How a request stands. `given` ends in `closed`, by itself or by what somebody says; the other ends stay what they are. */
export const states = ['asked', 'given', 'refused', 'withdrawn', 'expired', 'closed'] as const;
export type State = (typeof states)[number];

/** What of a request decides how it stands. Instants are ISO 8601, UTC. */
export interface Followed {
  readonly kind: Kind;
  readonly asker: string;
  /** How many different people have to agree. */
  readonly deciders: number;
  /** Until when it can be decided. */
  readonly answerBy: string;
  /** When what was given ends; left out: so many days after it was given. */
  readonly ends?: string;
  readonly lasts: number;
  readonly steps: readonly Step[];
}

/** What is wrong with a request, and in which field, if anything is. `today` is the date by the school's clock. */
export function wrongRequest(
  { kind, fields, message }: Request,
  today: string
): { readonly refused: Refusal; readonly field?: FieldId } | undefined {
  for (const field of about[kind].fields) {
    const typed = (fields[field.id] ?? '').trim();
    // Of a message that a device counted nobody has to say again to whom it goes.
    if (typed === '' && (field.optional || (message && field.id === 'to'))) continue;
    const refused = typed === '' ? 'field-missing' : wrongField(field, typed, today);
    if (refused) return { refused, field: field.id };
  }
  const { day, until } = fields;
  if (day && until && until < day) return { refused: 'day-wrong', field: 'until' };
  const { subject = '', body = '' } = (message && message.text) || {};
  return subject.length > longest.subject || body.length > longest.body ? { refused: 'too-long' } : undefined;
}

function wrongField({ is, most }: Field, typed: string, today: string): Refusal | undefined {
  if (typed.length > most) return 'too-long';
  if (is === 'day') return !isDay(typed) ? 'day-wrong' : typed < today ? 'day-over' : undefined;
  return is === 'time' && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(typed) ? 'time-wrong' : undefined;
}

/** What was typed, tidied, and of that only what the kind asks for. */
export function tidied({ kind, fields, message }: Request): Request {
  const asked = about[kind].fields.map(({ id }) => id);
  const kept: { [F in FieldId]?: string } = {};
  for (const id of fieldIds) {
    const typed = (fields[id] ?? '').trim();
    if (typed !== '' && asked.indexOf(id) >= 0) kept[id] = typed;
  }
  return message ? { kind, fields: kept, message } : { kind, fields: kept };
}

/** The school's calendar and clock, by which days are counted. */
export interface Clock {
  readonly isSchoolDay: (day: string) => boolean;
  readonly offsets: readonly Offset[];
  readonly hours: OpenHours;
}

/**
 * Until when a request can be decided: the end of so many school days after it was asked, and never later than what it is for: a conference that has begun
 * or a day that is over needs no leave any more.
 */
export function answerBy(
  { fields }: Request,
  at: string,
  days: number,
  { isSchoolDay, offsets }: Pick<Clock, 'isSchoolDay' | 'offsets'>
): string {
  let day = dayAt(at, offsets);
  // Further than a summer's holidays nobody counts.
  for (let left = days, looked = 0; left > 0 && looked < 90; looked += 1) {
    day = addDays(day, 1);
    if (isSchoolDay(day)) left -= 1;
  }
  const ends = [midnightAfter(day, offsets)];
  if (fields.day && fields.time) ends.push(instantAt(fields.day, fields.time, offsets));
  if (fields.until) ends.push(midnightAfter(fields.until, offsets));
  return new Date(Math.min(...ends)).toISOString();
}

/** When what is asked for ends by its own dates, if it names any. */
export function endsOf({ fields }: Request, offsets: readonly Offset[]): string | undefined {
  const day = fields.until || fields.day;
  return day && new Date(midnightAfter(day, offsets)).toISOString();
}

function midnightAfter(day: string, offsets: readonly Offset[]): number {
  return instantAt(addDays(day, 1), '00:00', offsets);
}

/** Who has agreed, each once, in the order in which they did; and when it was enough, if it was. */
function agreed({ steps, deciders }: Followed): { readonly by: readonly string[]; readonly at?: string } {
  const by: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'given' || by.indexOf(step.by) >= 0) continue;
    by.push(step.by);
    if (by.length >= deciders) return { by, at: step.at };
  }
  return { by };
}

/** When it was given, ISO 8601; nothing where it was not. */
export function givenAt(followed: Followed): string | undefined {
  return agreed(followed).at;
}

/** When what was given ends, ISO 8601; nothing where nothing was given. */
export function endOf(followed: Followed, offsets: readonly Offset[]): string | undefined {
  const at = givenAt(followed);
  if (at === undefined) return undefined;
  return followed.ends ?? new Date(midnightAfter(addDays(dayAt(at, offsets), followed.lasts), offsets)).toISOString();
}

/** How a request stands at an instant (ISO 8601). What nobody decided in time has expired, whether or not that was written down. */
export function stateAt(followed: Followed, now: string, offsets: readonly Offset[]): State {
  let ended: State | undefined;
  for (const { kind } of followed.steps) if (kind !== 'routed' && kind !== 'given') ended = kind;
  if (ended) return ended;
  const end = endOf(followed, offsets);
  if (end === undefined) return Date.parse(now) >= Date.parse(followed.answerBy) ? 'expired' : 'asked';
  return about[followed.kind].closing === 'by-itself' && Date.parse(now) >= Date.parse(end) ? 'closed' : 'given';
}

/** Whether something is still to be brought back, deleted or ended: what was taken back has to be as well. */
export function isOwed(followed: Followed): boolean {
  return (
    about[followed.kind].closing !== 'by-itself' && givenAt(followed) !== undefined && !followed.steps.some(({ kind }) => kind === 'closed')
  );
}

/** From when on that is overdue, ISO 8601; nothing where it is not. */
export function overdueSince(followed: Followed, now: string, offsets: readonly Offset[]): string | undefined {
  if (!isOwed(followed)) return undefined;
  const taken = followed.steps.filter(({ kind }) => kind === 'withdrawn')[0];
  const end = taken ? taken.at : endOf(followed, offsets)!;
  return Date.parse(end) <= Date.parse(now) ? end : undefined;
}

/** What somebody can do to a request. */
export type Doing = 'given' | 'refused' | 'withdrawn' | 'closed';

/** Why somebody may not do it now; nothing where they may. `decides`: whether it is theirs to decide. Nobody ever decides what they asked for themselves. */
export function wrongDoing(
  followed: Followed,
  doing: Doing,
  who: { readonly person: string; readonly decides: boolean },
  now: string,
  offsets: readonly Offset[]
): Refusal | undefined {
  const asks = who.person === followed.asker;
  if (!asks && !who.decides) return 'not-yours';
  const state = stateAt(followed, now, offsets);
  switch (doing) {
    case 'given':
    case 'refused':
      if (asks) return 'own';
      if (state !== 'asked') return 'decided';
      return doing === 'given' && agreed(followed).by.indexOf(who.person) >= 0 ? 'decided' : undefined;
    case 'withdrawn':
      return state === 'given' || (state === 'asked' && asks) ? undefined : 'decided';
    case 'closed':
      return isOwed(followed) ? undefined : 'nothing-open';
  }
}

/** When whoever decides is told of what was asked at an instant: at once in school hours, else when the school opens. */
export function tellAt(at: string, { hours, isSchoolDay, offsets }: Clock): string {
  return openFrom(at, hours, isSchoolDay, offsets);
}

/** Whether whoever decides is reminded today: on each second school day, and on the last one. Dates are `YYYY-MM-DD`. */
export function isReminderDay(
  followed: Pick<Followed, 'answerBy'> & { readonly at: string },
  today: string,
  clock: Omit<Clock, 'hours'>
): boolean {
  const { isSchoolDay, offsets } = clock;
  const asked = dayAt(followed.at, offsets);
  if (!isSchoolDay(today) || today <= asked) return false;
  const last = dayAt(new Date(Date.parse(followed.answerBy) - 1).toISOString(), offsets);
  return today === last || schoolDaysBetween(asked, today, isSchoolDay) % 2 === 0;
}

/** Whether whoever owes something is told today: on the first school day after it was due, and on each fifth from then on. */
export function isChaseDay(since: string, today: string, { isSchoolDay, offsets }: Omit<Clock, 'hours'>): boolean {
  const due = dayAt(new Date(Date.parse(since) - 1).toISOString(), offsets);
  return isSchoolDay(today) && today > due && schoolDaysBetween(due, today, isSchoolDay) % 5 === 1;
}

/** School days after one day, up to and with another; at most a year is counted. */
function schoolDaysBetween(from: string, until: string, isSchoolDay: (day: string) => boolean): number {
  let count = 0;
  for (let day = addDays(from, 1), looked = 0; day <= until && looked < 366; day = addDays(day, 1), looked += 1) {
    if (isSchoolDay(day)) count += 1;
  }
  return count;
}
