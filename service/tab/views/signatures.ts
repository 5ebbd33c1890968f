import type {
  AudienceCount,
  PeoplePage,
  PeopleSearch,
  PersonLine,
  PolicyCount,
  Signatures,
  SignTask,
  TrendPoint
} from '../../../addin/tab/api.ts';
import { type School, readSchool, policyTitle } from '../../../bot/signatures.ts';
import { teamOf } from '../../../bot/rights.ts';
import { toldOf } from '../../../bot/tasks.ts';
import { dateAt } from '../../../bot/when.ts';
import { addDays, dateIn, shortDateIn, weekdayOf } from '../../../core/dates.ts';
import { fill, type Locale } from '../../../core/locale.ts';
import { isOpen } from '../../../core/policies/asking.ts';
import type { Desk } from '../../../core/policies/desk.ts';
import { standingWords } from '../../../core/policies/desk-words.ts';
import { type Standing, standings, type Wanted } from '../../../core/policies/standing.ts';
import { emptyOf, folded, standingTones } from '../manner.ts';
import type { Cell } from '../rights.ts';
import { type Asking, cellOf, type Tab } from '../tab.ts';

const words = {
  of: { en: '{signed} of {all} have signed', cy: 'Mae {signed} o {all} wedi llofnodi' },
  team: { en: 'Your team', cy: 'Eich tîm' },
  none: { en: 'Nobody is asked to sign anything', cy: 'Ni ofynnir i neb lofnodi dim' },
  publish: {
    en: 'Once a policy is published with «beadle publish», you see here who has signed it.',
    cy: 'Unwaith y cyhoeddir polisi gyda «beadle publish», gwelwch yma pwy sydd wedi’i lofnodi.'
  },
  paused: {
    en: 'Sending stands still: nobody is asked or reminded until it goes on.',
    cy: 'Mae’r anfon wedi’i oedi: ni ofynnir i neb ac nid atgoffir neb nes iddo barhau.'
  },
  sending: {
    en: '{waiting} wait to be sent, {sent} were sent today, {failed} could not be sent.',
    cy: 'Mae {waiting} yn aros i’w hanfon, anfonwyd {sent} heddiw, ni ellid anfon {failed}.'
  },
  due: { en: 'due {date}', cy: 'erbyn {date}' },
  wasDue: { en: 'was due {date}', cy: 'roedd i’w lofnodi erbyn {date}' },
  until: { en: 'until {date}', cy: 'tan {date}' },
  once: { en: 'reminded once', cy: 'atgoffwyd unwaith' },
  often: { en: 'reminded {count} times', cy: 'atgoffwyd {count} gwaith' },
  signedOn: { en: 'on {date}', cy: 'ar {date}' }
} as const;

/** Days and weeks that the trend shows. */
const shown = { days: 30, weeks: 26 } as const;

/** The people of whom somebody sees signatures: everybody, or their team. */
function reachOf(asking: Asking, cell: Cell, school: School): ReadonlySet<string> | undefined {
  return cell === 'team' ? new Set(teamOf(asking.person, school.people).map(({ id }) => id)) : undefined;
}

/** Signatures in numbers, and for whoever may answer them the questions and refusals that wait. */
export async function signaturesView(tab: Tab, asking: Asking): Promise<Signatures> {
  const { desk } = tab;
  const { locale } = asking;
  const cell = cellOf('see-signatures', asking);
  const school = await readSchool(desk);
  const reach = reachOf(asking, cell, school);
  const wanted = school.wanted.filter(each => each.standing !== 'left' && (!reach || reach.has(each.person)));
  const policies = [...new Set(wanted.map(({ policy }) => policy))].map(policy => countsOf(desk, school, wanted, policy, locale));
  const sending = cellOf('remind', asking) === 'no' ? undefined : await desk.sending?.();
  return {
    policies,
    trend: trendOf(desk, wanted, school.today, locale),
    ...(sending && {
      sending: {
        waiting: sending.waiting,
        sent: sending.sent,
        failed: sending.failed,
        paused: sending.paused,
        says: sending.paused
          ? words.paused[locale]
          : fill(words.sending[locale], { waiting: sending.waiting, sent: sending.sent, failed: sending.failed })
      }
    }),
    tasks: cellOf('answer', asking) === 'no' ? [] : await tasksOf(tab, asking),
    states: standings
      .filter(state => state !== 'left')
      .map(state => ({ state, label: standingWords[state][locale], tone: standingTones[state] })),
    ...(policies.length === 0 && { empty: emptyOf(words.none, words.publish, locale) })
  };
}

function countsOf(desk: Desk, school: School, wanted: readonly Wanted[], policy: string, locale: Locale): PolicyCount {
  const version = school.versions.find(each => each.policy === policy);
  const own = wanted.filter(each => each.policy === policy);
  return {
    policy,
    title: policyTitle(policy, school.versions, locale),
    version: version ? `${version.major}.${version.minor}` : '',
    audiences: desk.audiences.flatMap(({ id, title }): readonly AudienceCount[] => {
      const of = own.filter(({ audience }) => audience === id);
      if (of.length === 0) return [];
      const states: { [S in Standing]?: number } = {};
      for (const { standing } of of) states[standing] = (states[standing] ?? 0) + 1;
      const says = fill(words.of[locale], { signed: states.signed ?? 0, all: of.length });
      return [{ audience: id, title: title[locale], wanted: of.length, states, says }];
    })
  };
}

/** How many signatures that stand were given on each day and in each week. */
function trendOf(desk: Desk, wanted: readonly Wanted[], today: string, locale: Locale): Signatures['trend'] {
  const byDay = new Map<string, number>();
  const byWeek = new Map<string, number>();
  for (const { answer, standing } of wanted) {
    if (standing !== 'signed' || !answer) continue;
    const on = dateAt(desk.school.timezone, answer.entry.at);
    const monday = addDays(on, 1 - weekdayOf(on));
    byDay.set(on, (byDay.get(on) ?? 0) + 1);
    byWeek.set(monday, (byWeek.get(monday) ?? 0) + 1);
  }
  const point = (on: string, counts: ReadonlyMap<string, number>): TrendPoint => ({
    on,
    label: shortDateIn(locale, on),
    signed: counts.get(on) ?? 0
  });
  const monday = addDays(today, 1 - weekdayOf(today));
  return {
    days: Array.from({ length: shown.days }, (_, i) => point(addDays(today, i + 1 - shown.days), byDay)),
    weeks: Array.from({ length: shown.weeks }, (_, i) => point(addDays(monday, 7 * (i + 1 - shown.weeks)), byWeek))
  };
}

async function tasksOf(tab: Tab, { person, locale }: Asking): Promise<readonly SignTask[]> {
  const { desk } = tab;
  const turn = { person, locale, desk, channel: 'web', assurance: 'directory' } as const;
  const tasks: SignTask[] = [];
  for (const task of await desk.tasks()) {
    const told = await toldOf(turn, task);
    const { entry } = task.of;
    if (!told) continue;
    const text = entry.kind === 'signed' ? (entry.question ?? '') : entry.kind === 'declined' ? entry.reason : '';
    const kind = told.kind === 'refusal' ? 'declined' : told.kind;
    tasks.push({ of: task.of.index, kind, person: told.name, at: entry.at, when: told.when, policy: told.title, text });
  }
  return tasks;
}

/** Those whom a search means, in the order that it asks for. */
async function found(tab: Tab, asking: Asking, search: Omit<PeopleSearch, 'page' | 'size'>) {
  const school = await readSchool(tab.desk);
  const reach = reachOf(asking, cellOf('list-people', asking), school);
  const sought = folded(search.search ?? '').trim();
  const matches = school.wanted.flatMap(wanted => {
    const person = school.byId.get(wanted.person);
    if (!person || wanted.standing === 'left' || (reach && !reach.has(person.id))) return [];
    if (search.policy !== undefined && wanted.policy !== search.policy) return [];
    if (search.audience !== undefined && wanted.audience !== search.audience) return [];
    if (search.states && !search.states.includes(wanted.standing)) return [];
    const child = wanted.child === undefined ? undefined : school.byId.get(wanted.child);
    if (sought !== '' && !folded(`${person.name} ${child?.name ?? ''} ${person.class ?? ''}`).includes(sought)) return [];
    return [{ wanted, person, child }];
  });
  const { sort = 'name' } = search;
  const key = ({ wanted, person }: (typeof matches)[number]): string =>
    sort === 'due'
      ? `${wanted.due ?? '9999'} ${person.name}`
      : sort === 'state'
        ? `${String(standings.indexOf(wanted.standing)).padStart(2, '0')} ${person.name}`
        : person.name;
  const keyed = matches.map(match => [key(match), match] as const).sort(([a], [b]) => a.localeCompare(b, asking.locale));
  return { school, matches: keyed.map(([, match]) => match) };
}

/** One page of those whom a search means. */
export async function peoplePage(tab: Tab, asking: Asking, search: PeopleSearch): Promise<PeoplePage> {
  const { locale } = asking;
  const { school, matches } = await found(tab, asking, search);
  const page = matches.slice(search.page * search.size, (search.page + 1) * search.size);
  return {
    total: matches.length,
    page: search.page,
    open: new Set(matches.filter(({ wanted }) => isOpen(wanted)).map(({ person }) => person.id)).size,
    people: page.map(({ wanted, person, child }): PersonLine => {
      const audience = tab.desk.audiences.find(({ id }) => id === wanted.audience);
      return {
        matter: {
          person: wanted.person,
          policy: wanted.policy,
          ...(wanted.child === undefined ? {} : { child: wanted.child })
        },
        name: person.name,
        ...(child && { child: child.name }),
        audience: audience?.title[locale] ?? wanted.audience,
        policy: policyTitle(wanted.policy, school.versions, locale),
        state: wanted.standing,
        label: standingWords[wanted.standing][locale],
        tone: standingTones[wanted.standing],
        says: saysOf(tab.desk, wanted, school.today, locale),
        excused: wanted.standing === 'excused'
      };
    })
  };
}

function saysOf(desk: Desk, { standing, due, reminders, excusedUntil, answer }: Wanted, today: string, locale: Locale): string {
  if (standing === 'signed' || standing === 'declined')
    return answer ? fill(words.signedOn[locale], { date: dateIn(locale, dateAt(desk.school.timezone, answer.entry.at)) }) : '';
  if (standing === 'excused') return excusedUntil === undefined ? '' : fill(words.until[locale], { date: dateIn(locale, excusedUntil) });
  return [
    ...(due === undefined ? [] : [fill((due < today ? words.wasDue : words.due)[locale], { date: dateIn(locale, due) })]),
    ...(reminders === 0 ? [] : [reminders === 1 ? words.once[locale] : fill(words.often[locale], { count: reminders })])
  ].join(', ');
}

/** Ids of everybody whom a search means and who has something to sign. */
export async function openAmong(tab: Tab, asking: Asking, search: Omit<PeopleSearch, 'page' | 'size'>): Promise<readonly string[]> {
  const { matches } = await found(tab, asking, search);
  return [...new Set(matches.filter(({ wanted }) => isOpen(wanted)).map(({ person }) => person.id))];
}
