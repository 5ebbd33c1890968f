import { addDays } from '../dates.ts';
import type { Audience } from './audience.ts';
import type { Entry, Matter } from './entry.ts';
import type { Person } from './person.ts';
import type { SchoolDays } from './school-days.ts';
import type { Wanted } from './standing.ts';
import { isHere, matterKey } from './standings.ts';
import type { Version } from './version.ts';

/** When somebody who has not answered hears of it again. */
export interface Ladder {
  /** Days after the due date, or before it where negative. A step on no school day is taken on the next, or on the last before it if it is to come before the due date. */
  readonly days: readonly number[];
  /** What follows the last of these. */
  readonly then: 'weekly' | 'never';
  /** Steps of the ladder, and reminders of one asking, at most. */
  readonly cap: number;
  /** Days after the due date from which on somebody else is told. */
  readonly escalateAfter: number;
}

/** The ladder of a school that decides nothing else. */
export const defaultLadder: Ladder = { days: [-7, -2, 0, 1], then: 'weekly', cap: 6, escalateAfter: 14 };

/** Who reminds when nobody in particular does: stands as `by` in the ledger. */
export const bySchedule = 'schedule';

/** One thing to be done and recorded. Adding the entry under its key a second time changes nothing. */
export interface Step<K extends Entry['kind']> {
  readonly key: string;
  readonly entry: Extract<Entry, { readonly kind: K }>;
  readonly wanted: Wanted;
}

/** One message for one person, about everything of theirs. */
export interface Message {
  readonly person: string;
  /** Asked for the first time; for somebody whom no message reaches too: they are asked in class, at the kiosk or on paper. */
  readonly asked: readonly Step<'asked'>[];
  readonly reminded: readonly Step<'reminded'>[];
}

/** One message to a line manager or a coordinator, about everybody who is late. */
export interface Escalation {
  readonly to: string;
  readonly late: readonly Step<'escalated'>[];
}

/** What is to be done today. */
export interface Plan {
  readonly messages: readonly Message[];
  readonly escalations: readonly Escalation[];
  /** Negative receipts. */
  readonly left: readonly Step<'left'>[];
}

/** What a plan is made by. */
export interface Planning {
  readonly people: readonly Person[];
  readonly audiences: readonly Audience[];
  readonly versions: readonly Version[];
  readonly days: SchoolDays;
  readonly ladder: Ladder;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * What is to be done today, of all that is wanted: whom to ask, whom to remind, of whom to tell somebody else, and who left without an answer.
 * On a day that is no school day nothing is. Once what it says is recorded, the same day's plan is empty.
 */
export function planOf(wanted: readonly Wanted[], planning: Planning): Plan {
  const { people, days, now } = planning;
  const today = days.dayOf(now);
  if (!days.isSchoolDay(today)) return { messages: [], escalations: [], left: [] };
  const byId = new Map(people.map(person => [person.id, person] as const));
  const told = tellers(people, today);
  const messages = new Map<string, { person: string; asked: Step<'asked'>[]; reminded: Step<'reminded'>[] }>();
  const escalations = new Map<string, { to: string; late: Step<'escalated'>[] }>();
  const left: Step<'left'>[] = [];
  const messageTo = (person: string): { asked: Step<'asked'>[]; reminded: Step<'reminded'>[] } => {
    let message = messages.get(person);
    if (!message) messages.set(person, (message = { person, asked: [], reminded: [] }));
    return message;
  };
  const asks = asking(planning, today);
  for (const each of wanted) {
    const person = byId.get(each.person);
    if (each.standing === 'left') {
      if (each.leftAt === undefined) left.push(leaving(each, now));
      continue;
    }
    if (!person) continue;
    if (each.askedAt === undefined) {
      if (each.standing === 'due' || each.standing === 'opened') messageTo(person.id).asked.push(asks(each, person));
      continue;
    }
    if (!isOpen(each)) continue;
    const step = isReached(person) ? stepToday(each, planning, today) : undefined;
    if (step !== undefined) messageTo(person.id).reminded.push(reminder(each, step, now));
    // Who is reminded today has a day to answer before anybody else is told.
    const to = step === undefined && isLate(each, planning, today) ? told(person) : undefined;
    if (to === undefined) continue;
    const escalation = escalations.get(to) || { to, late: [] };
    escalations.set(to, escalation);
    escalation.late.push(escalating(each, to, now));
  }
  return { messages: Array.from(messages.values()), escalations: Array.from(escalations.values()), left };
}

/** Whether an answer is still waited for. */
export function isOpen({ standing }: Pick<Wanted, 'standing'>): boolean {
  return standing === 'asked' || standing === 'opened' || standing === 'overdue' || standing === 'expired';
}

/** Whether a message of ours can reach somebody. The others are asked in class, at the kiosk or on paper. */
export function isReached({ address, entraId }: Pick<Person, 'address' | 'entraId'>): boolean {
  return address !== undefined || entraId !== undefined;
}

/**
 * When an answer is due of somebody who is asked today: by the deadline of the yearly renewal where it is one, of a joiner where they joined after the
 * version was published, and else of everybody.
 */
export function dueWhenAsked(
  { year }: Pick<Wanted, 'year'>,
  { joinedOn }: Pick<Person, 'joinedOn'>,
  { deadlines }: Pick<Audience, 'deadlines'>,
  { publishedOn, today, days }: { readonly publishedOn: string; readonly today: string; readonly days: SchoolDays }
): string {
  const joined = joinedOn !== undefined && joinedOn > publishedOn;
  const count = year !== undefined ? deadlines.renewal : joined ? deadlines.joiner : deadlines.now;
  return days.addSchoolDays(today, count);
}

function asking({ audiences, versions, days, now }: Planning, today: string): (wanted: Wanted, person: Person) => Step<'asked'> {
  const byId = new Map(audiences.map(audience => [audience.id, audience] as const));
  const published = new Map<string, string>();
  for (const { policy, major, publishedAt } of versions) {
    const key = `${policy} ${major}`;
    const known = published.get(key);
    if (known === undefined || publishedAt < known) published.set(key, publishedAt);
  }
  const dates = new Map<string, string>();
  return (wanted, person) => {
    const { policy, major, audience, year, leftAt } = wanted;
    const at = published.get(`${policy} ${major}`);
    const publishedOn = at === undefined ? today : days.dayOf(at);
    const deadlines = byId.get(audience) || { deadlines: { now: 0, joiner: 0, renewal: 0 } };
    // Many people share a date: it is counted once.
    const sort = `${audience} ${year === undefined} ${person.joinedOn !== undefined && person.joinedOn > publishedOn}`;
    let due = dates.get(sort);
    if (due === undefined) dates.set(sort, (due = dueWhenAsked(wanted, person, deadlines, { publishedOn, today, days })));
    const again = [...(year === undefined ? [] : [String(year)]), ...(leftAt === undefined ? [] : [leftAt])];
    return {
      key: ['asked', matterKey(wanted), audience, major, ...again].join(' '),
      entry: { kind: 'asked', at: now, ...matterOf(wanted), major, audience, ...(year === undefined ? {} : { year }), due },
      wanted
    };
  };
}

/** The step of the ladder that is due, from 1 on, and was not taken yet; where several were missed, the last of them. */
function stepToday({ due, askedAt, remindedAt, reminders }: Wanted, { ladder, days }: Planning, today: string): number | undefined {
  if (due === undefined || askedAt === undefined || reminders >= ladder.cap) return undefined;
  const heard = days.dayOf(remindedAt === undefined || remindedAt < askedAt ? askedAt : remindedAt);
  if (heard >= today) return undefined;
  const inOrder = ladder.days.slice().sort((a, b) => a - b);
  let last: number | undefined;
  for (let step = 1; step <= ladder.cap; step += 1) {
    const offset = offsetOf(step, inOrder, ladder);
    if (offset === undefined) break;
    const on = stepDay(addDays(due, offset), offset, days);
    if (on > today) break;
    if (on > heard) last = step;
  }
  return last;
}

function stepDay(day: string, offset: number, days: SchoolDays): string {
  return offset < 0 ? days.addSchoolDays(addDays(day, 1), -1) : days.nextSchoolDay(day);
}

function offsetOf(step: number, inOrder: readonly number[], { then }: Ladder): number | undefined {
  if (step <= inOrder.length) return inOrder[step - 1];
  return then === 'weekly' ? (inOrder[inOrder.length - 1] || 0) + 7 * (step - inOrder.length) : undefined;
}

/** School days after the due date before which nobody else is told: who was due on the last day of term is not late on the first. */
const grace = 5;

function isLate({ due, escalatedAt, remindedAt }: Wanted, { ladder, days }: Planning, today: string): boolean {
  if (due === undefined || escalatedAt !== undefined || addDays(due, ladder.escalateAfter) > today) return false;
  if (remindedAt !== undefined && days.dayOf(remindedAt) >= today) return false;
  return days.addSchoolDays(due, grace) <= today;
}

/** Whom to tell of somebody who is late: the line manager, else a coordinator, the head, the chair; nobody of themselves. */
function tellers(people: readonly Person[], today: string): (late: Person) => string | undefined {
  const present = people.filter(person => isHere(person, today) && isReached(person));
  const ids = new Set(present.map(({ id }) => id));
  const others = (['coordinator', 'head', 'chair'] as const).reduce<readonly string[]>(
    (all, role) => [...all, ...present.filter(({ roles }) => roles.indexOf(role) >= 0).map(({ id }) => id)],
    []
  );
  return ({ id, manager }) => (manager !== undefined && manager !== id && ids.has(manager) ? manager : others.find(other => other !== id));
}

function reminder(wanted: Wanted, step: number, now: string): Step<'reminded'> {
  const { major, askedAt = '', due = '' } = wanted;
  return {
    key: ['reminded', matterKey(wanted), askedAt, due, step].join(' '),
    entry: { kind: 'reminded', at: now, ...matterOf(wanted), major, step, by: bySchedule },
    wanted
  };
}

function escalating(wanted: Wanted, to: string, now: string): Step<'escalated'> {
  const { major, askedAt = '' } = wanted;
  return {
    key: ['escalated', matterKey(wanted), askedAt].join(' '),
    entry: { kind: 'escalated', at: now, ...matterOf(wanted), major, to },
    wanted
  };
}

function leaving(wanted: Wanted, now: string): Step<'left'> {
  const { major, askedAt = '' } = wanted;
  return { key: ['left', matterKey(wanted), askedAt].join(' '), entry: { kind: 'left', at: now, ...matterOf(wanted), major }, wanted };
}

function matterOf({ person, policy, child }: Wanted): Matter {
  return child === undefined ? { person, policy } : { person, policy, child };
}
