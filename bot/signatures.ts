import { addDays } from '../core/dates.ts';
import { fill, type Locale, type Text } from '../core/locale.ts';
import { isOpen as isWaitedFor } from '../core/policies/asking.ts';
import { isOneOf } from '../core/policies/audience.ts';
import type { Desk } from '../core/policies/desk.ts';
import { roleWords } from '../core/policies/desk-words.ts';
import type { Person } from '../core/policies/person.ts';
import { wordsOf } from '../core/policies/policy.ts';
import type { Wanted } from '../core/policies/standing.ts';
import type { Version } from '../core/policies/version.ts';
import type { List, Scope } from './understand/question.ts';
import { dateAt } from './when.ts';

/** Where a person stands with everything they are to sign, the worst first. */
export const states = ['late', 'declined', 'waiting', 'excused', 'signed'] as const;
export type State = (typeof states)[number];

/** A person with what of them a question is about. */
export interface Row {
  readonly person: Person;
  readonly wanted: readonly Wanted[];
  readonly state: State;
}

/** Everything that answers are made of, read once for each question. */
export interface School {
  readonly people: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  readonly wanted: readonly Wanted[];
  readonly versions: readonly Version[];
  /** `YYYY-MM-DD`, by the school's clock. */
  readonly today: string;
}

/** Reads people, wanted signatures (of everybody, or of one person) and versions. */
export async function readSchool(desk: Desk, person?: string): Promise<School> {
  const [people, wanted, versions] = await Promise.all([desk.people(), desk.wanted(person), desk.versions()]);
  return { people, byId: new Map(people.map(person => [person.id, person])), wanted, versions, today: todayOf(desk) };
}

/** The date by the school's clock, `YYYY-MM-DD`. */
export function todayOf({ now, school }: Desk): string {
  return dateAt(school.timezone, now().toISOString());
}

/** Where one wanted signature stands, told by the day. */
export function stateOf({ standing, due }: Wanted, today: string): State | undefined {
  if (standing === 'left') return undefined;
  if (standing === 'signed' || standing === 'excused' || standing === 'declined') return standing;
  return standing === 'overdue' || (due !== undefined && due < today) ? 'late' : 'waiting';
}

/** The people in a scope who are to sign something, those who are late first, then by name. `among`: only these. */
export function rowsOf(desk: Pick<Desk, 'audiences'>, school: School, scope: Scope, among?: readonly Person[]): readonly Row[] {
  const { byId, wanted, today } = school;
  const audience = desk.audiences.find(({ id }) => id === scope.audience);
  const allowed = among && new Set(among.map(({ id }) => id));
  const own = new Map<string, Wanted[]>();
  for (const each of wanted) {
    if (scope.policy !== undefined && each.policy !== scope.policy) continue;
    const kept = own.get(each.person);
    if (kept) kept.push(each);
    else own.set(each.person, [each]);
  }
  const rows: Row[] = [];
  for (const [id, all] of own) {
    const person = byId.get(id);
    if (!person || (allowed && !allowed.has(id)) || !isIn(person, scope)) continue;
    const about = all.filter(each => {
      if (scope.classes && !inClass(person, each, scope.classes, byId)) return false;
      if (scope.audience === undefined || each.audience === scope.audience) return true;
      // Somebody of two audiences is asked once for a policy, as one of the other.
      return (
        audience !== undefined &&
        each.child === undefined &&
        isOneOf(person, audience.who) &&
        !all.some(other => other.policy === each.policy && other.audience === scope.audience)
      );
    });
    const found = about.flatMap(each => stateOf(each, today) ?? []);
    const state = states.find(each => found.includes(each));
    if (state) rows.push({ person, wanted: about, state });
  }
  const { compare } = new Intl.Collator('en', { numeric: true });
  const late = ({ state }: Row): number => (state === 'late' ? 0 : 1);
  return rows.sort((a, b) => late(a) - late(b) || compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1));
}

function isIn(person: Person, { role, group, classes }: Scope): boolean {
  if (role !== undefined && !person.roles.includes(role)) return false;
  if (group !== undefined && !isOneOf(person, { group })) return false;
  return !classes || person.class !== undefined || person.children.length > 0;
}

function inClass(person: Person, { child }: Wanted, classes: readonly string[], byId: ReadonlyMap<string, Person>): boolean {
  const named = child === undefined ? person.class : byId.get(child)?.class;
  return named !== undefined && classes.includes(named);
}

/** Whether somebody of this state belongs on a list. */
export function isOn(list: List, state: State): boolean {
  return list === 'not-signed' ? state === 'late' || state === 'waiting' || state === 'declined' : list === state;
}

/** Whether somebody's answer is still waited for: they are asked, and have not answered or been excused. */
export function isOpen({ wanted }: Row): boolean {
  return wanted.some(isWaitedFor);
}

export type Totals = { readonly [S in State]: number } & { readonly all: number };

/** How many people there are of each state. */
export function totalsOf(rows: readonly Row[]): Totals {
  const totals = { late: 0, declined: 0, waiting: 0, excused: 0, signed: 0, all: rows.length };
  for (const { state } of rows) totals[state] += 1;
  return totals;
}

const words = {
  everybody: { en: 'Everybody', cy: 'Pawb' },
  team: { en: 'Your team', cy: 'Eich tîm' },
  class: { en: 'class {name}', cy: 'dosbarth {name}' }
} satisfies { readonly [word: string]: Text };

/** Whom a scope means, as the title of an answer. */
export function titleOf(scope: Scope, desk: Pick<Desk, 'audiences'>, versions: readonly Version[], locale: Locale): string {
  const parts: string[] = [];
  const audience = desk.audiences.find(({ id }) => id === scope.audience);
  if (scope.team) parts.push(words.team[locale]);
  if (audience) parts.push(audience.title[locale]);
  if (scope.role !== undefined) parts.push(roleWords[scope.role][locale]);
  if (scope.group !== undefined) parts.push(scope.group);
  for (const name of scope.classes ?? []) parts.push(fill(words.class[locale], { name }));
  if (parts.length === 0) parts.push(words.everybody[locale]);
  const policy = versions.find(version => version.policy === scope.policy);
  if (policy) parts.push(wordsOf(policy.title, locale, policy.languages));
  const title = parts.join(', ');
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** A title for a policy, in the language of the answer. */
export function policyTitle(policy: string, versions: readonly Version[], locale: Locale): string {
  const version = versions.find(each => each.policy === policy);
  return version ? wordsOf(version.title, locale, version.languages) : policy;
}

/** A year ago: what is older of look-ups is not shown. */
export function yearBefore(today: string): string {
  return addDays(today, -365);
}
