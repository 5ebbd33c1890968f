import { type Audience, isOneOf } from './audience.ts';
import { changesBetween, partiesOf } from './changes.ts';
import type { Entry, Matter, Recorded } from './entry.ts';
import type { Person } from './person.ts';
import type { Party } from './policy.ts';
import { type SchoolDays, schoolYearOf } from './school-days.ts';
import type { Wanted } from './standing.ts';
import type { Version } from './version.ts';

/** What the school is, beside what the ledger says happened. */
export interface Setting {
  /** Everybody that the school knows, those who left included. */
  readonly people: readonly Person[];
  /** What the school knows of audiences; a policy names the ids of its own. */
  readonly audiences: readonly Audience[];
  /** Every published version of every policy, in the order of publishing. */
  readonly versions: readonly Version[];
  /** `YYYY-MM-DD`, by the school's clock. */
  readonly today: string;
  readonly days: SchoolDays;
}

/** Where everybody stands, as far as entries were taken in. */
export interface Standings {
  /** The index of the entry that is to be taken in next. */
  readonly next: () => number;
  /** Takes in entries in the order of the ledger; one that was taken in already is passed over. */
  readonly add: (recorded: Recorded) => void;
  /** Every signature that the school wants, of everybody or of one person, in the order of the people, then of the policies. */
  readonly wanted: (setting: Setting, person?: string) => readonly Wanted[];
}

/** What the ledger says of one matter. It grows with the people, not with the years. */
interface Told {
  readonly matter: Matter;
  asked?: Recorded<Extract<Entry, { kind: 'asked' }>> | undefined;
  reminders: number;
  remindedAt?: string | undefined;
  remindedBefore?: string | undefined;
  escalatedAt?: string | undefined;
  opened?: Extract<Entry, { kind: 'opened' }> | undefined;
  signed?: Recorded<Extract<Entry, { kind: 'signed' }>> | undefined;
  declined?: Recorded<Extract<Entry, { kind: 'declined' }>> | undefined;
  excused?: Extract<Entry, { kind: 'excused' }> | undefined;
  recalledAt?: string | undefined;
  /** When the negative receipt was recorded, and what had been asked. */
  left?: { readonly at: string; readonly of: Extract<Entry, { kind: 'asked' }> } | undefined;
}

/** A matter in one word: the same for the same person, policy and child. */
export function matterKey({ policy, person, child }: Matter): string {
  return child === undefined ? `${policy} ${person}` : `${policy} ${person} ${child}`;
}

/** Where everybody stands after these entries. */
export function standingsOf(entries: readonly Recorded[], setting: Setting): readonly Wanted[] {
  const all = standings();
  entries.forEach(all.add);
  return all.wanted(setting);
}

/** Standings before the first entry. Taking an entry in costs the same however many there are. */
export function standings(): Standings {
  const told = new Map<string, Map<string, Told>>();
  const concerned = new Map<string, readonly Party[]>();
  let next = 0;
  const of = ({ policy, person, child }: Matter): Told => {
    let theirs = told.get(person);
    if (!theirs) told.set(person, (theirs = new Map()));
    const key = matterKey({ policy, person, ...(child === undefined ? {} : { child }) });
    let one = theirs.get(key);
    if (!one) theirs.set(key, (one = { matter: child === undefined ? { policy, person } : { policy, person, child }, reminders: 0 }));
    return one;
  };
  /** Whom a version's changes concern. Versions are fixed for ever, so it is worked out once. */
  const concernedBy = (before: Version, after: Version): readonly Party[] => {
    const key = `${after.policy} ${before.major}.${before.minor} ${after.major}.${after.minor}`;
    let parties = concerned.get(key);
    if (!parties) concerned.set(key, (parties = partiesOf(changesBetween(before, after))));
    return parties;
  };
  return {
    next: () => next,
    add: recorded => {
      if (recorded.index < next) return;
      next = recorded.index + 1;
      // What was erased says nothing of anybody.
      if (!('person' in recorded.entry) || recorded.entry.person !== '') take(recorded, of);
    },
    wanted: (setting, person) => wantedIn(setting, person, told, concernedBy)
  };
}

function take(recorded: Recorded, of: (matter: Matter) => Told): void {
  const { entry } = recorded;
  switch (entry.kind) {
    case 'asked': {
      const one = of(entry);
      one.asked = { ...recorded, entry };
      one.reminders = 0;
      one.remindedAt = one.remindedBefore = one.escalatedAt = one.left = undefined;
      return;
    }
    case 'reminded': {
      const one = of(entry);
      one.reminders += 1;
      one.remindedBefore = one.remindedAt;
      one.remindedAt = entry.at;
      return;
    }
    case 'escalated':
      of(entry).escalatedAt = entry.at;
      return;
    case 'opened':
      of(entry).opened = entry;
      return;
    case 'signed': {
      const one = of(entry);
      one.signed = { ...recorded, entry };
      // What was asked is answered, and a refusal is taken back.
      one.asked = one.opened = one.declined = one.left = undefined;
      return;
    }
    case 'declined': {
      const one = of(entry);
      one.declined = { ...recorded, entry };
      return;
    }
    case 'excused': {
      const one = of(entry);
      one.excused = entry;
      one.recalledAt = undefined;
      return;
    }
    case 'recalled': {
      const one = of(entry);
      if (entry.of === 'reminded') {
        one.reminders = Math.max(0, one.reminders - 1);
        one.remindedAt = one.remindedBefore;
      } else if (one.excused) one.recalledAt = entry.at;
      return;
    }
    case 'left': {
      const one = of(entry);
      if (one.asked) one.left = { at: entry.at, of: one.asked.entry };
      one.asked = one.opened = undefined;
      return;
    }
    default:
  }
}

/** A policy as it is signed today. */
interface InForce {
  readonly version: Version;
  /** With the first major version whose changes concern them: older signatures of theirs have ended. */
  readonly audiences: readonly { readonly audience: Audience; readonly since: number }[];
}

function wantedIn(
  { people, audiences, versions, today, days }: Setting,
  only: string | undefined,
  told: ReadonlyMap<string, ReadonlyMap<string, Told>>,
  concernedBy: (before: Version, after: Version) => readonly Party[]
): readonly Wanted[] {
  const policies = policiesInForce(versions, audiences, concernedBy);
  const byAudience = new Map(audiences.map(audience => [audience.id, audience] as const));
  const byId = new Map(people.map(person => [person.id, person] as const));
  const isChild = (id: string): boolean => {
    const found = byId.get(id);
    return found !== undefined && isHere(found, today);
  };
  const wanted: Wanted[] = [];
  const mine = (person: Person): void => {
    const theirs = told.get(person.id);
    const seen = new Set<string>();
    const isIn = isHere(person, today);
    for (const policy of isIn ? policies : []) {
      for (const per of ['person', 'child'] as const) {
        // The first audience that somebody is in asks them; whoever signs for a child signs for themselves besides.
        const role = policy.audiences.find(({ audience }) => audience.per === per && isOneOf(person, audience.who));
        if (!role) continue;
        const matter: Matter = { person: person.id, policy: policy.version.policy };
        const matters = per === 'person' ? [matter] : person.children.filter(isChild).map(child => ({ ...matter, child }));
        for (const each of matters) {
          const key = matterKey(each);
          if (seen.has(key)) continue;
          seen.add(key);
          wanted.push(standingOf(each, person, policy.version, role, theirs && theirs.get(key), { byAudience, today, days }));
        }
      }
    }
    if (theirs && (isIn || hasLeft(person, today))) addLeavings(wanted, theirs, seen);
  };
  if (only === undefined) {
    people.forEach(mine);
    told.forEach((theirs, id) => void (byId.has(id) || addLeavings(wanted, theirs, new Set())));
    return wanted;
  }
  const [person, theirs] = [byId.get(only), told.get(only)];
  if (person) mine(person);
  else if (theirs) addLeavings(wanted, theirs, new Set());
  return wanted;
}

/** Whether somebody is at the school: from the day on which they joined to the day on which they left, both included. */
export function isHere({ joinedOn, leftOn }: Pick<Person, 'joinedOn' | 'leftOn'>, today: string): boolean {
  return (joinedOn === undefined || joinedOn <= today) && (leftOn === undefined || today <= leftOn);
}

function hasLeft({ leftOn }: Pick<Person, 'leftOn'>, today: string): boolean {
  return leftOn !== undefined && leftOn < today;
}

function policiesInForce(
  versions: readonly Version[],
  audiences: readonly Audience[],
  concernedBy: (before: Version, after: Version) => readonly Party[]
): readonly InForce[] {
  const byPolicy = new Map<string, Version[]>();
  for (const version of versions) {
    const others = byPolicy.get(version.policy);
    if (others) others.push(version);
    else byPolicy.set(version.policy, [version]);
  }
  return Array.from(byPolicy.values()).map(published => {
    const inOrder = published.slice().sort((a, b) => a.major - b.major || a.minor - b.minor);
    const version = inOrder[inOrder.length - 1]!;
    const majors = inOrder.reduce<readonly { readonly major: number; readonly parties: readonly Party[] }[]>((all, after, i) => {
      const before = inOrder[i - 1];
      return before && before.major < after.major ? [...all, { major: after.major, parties: concernedBy(before, after) }] : all;
    }, []);
    const signing = version.audiences
      .map(id => audiences.find(audience => audience.id === id))
      .filter((audience): audience is Audience => audience !== undefined)
      .map(audience => {
        const theirs = majors.filter(({ parties }) => parties.some(party => audience.binds.indexOf(party) >= 0));
        return { audience, since: audience.renewal === 'once' || theirs.length === 0 ? 0 : theirs[theirs.length - 1]!.major };
      });
    return { version, audiences: signing };
  });
}

interface Light {
  readonly byAudience: ReadonlyMap<string, Audience>;
  readonly today: string;
  readonly days: SchoolDays;
}

function standingOf(
  matter: Matter,
  person: Person,
  { major, minor }: Version,
  { audience, since }: InForce['audiences'][number],
  told: Told | undefined,
  light: Light
): Wanted {
  const bare = { ...matter, audience: audience.id, major, reminders: 0 };
  if (!told) return { ...bare, standing: 'due' };
  const { signed, declined, excused, left } = told;
  const covered = signed !== undefined && signed.entry.major >= since && covers(light.byAudience.get(signed.entry.audience), audience);
  const renewed = covered && (audience.renewal !== 'yearly' || yearOf(signed!.entry.at, person, light) >= schoolYearOf(light.today));
  if (renewed) return { ...bare, standing: 'signed', answer: signed! };
  const asked = told.asked && told.asked.entry.major >= since ? told.asked.entry : undefined;
  const year = asked ? asked.year : covered ? schoolYearOf(light.today) : undefined;
  const opened = told.opened && told.opened.major === major && told.opened.minor === minor ? told.opened : undefined;
  const due = asked && dueOf(asked.due, told, audience, light);
  const so = {
    ...bare,
    ...(year === undefined ? {} : { year }),
    ...(asked && due !== undefined ? { due, askedAt: asked.at, reminders: told.reminders } : {}),
    ...(opened ? { openedAt: opened.at } : {}),
    ...(asked && told.remindedAt !== undefined ? { remindedAt: told.remindedAt } : {}),
    ...(asked && told.escalatedAt !== undefined ? { escalatedAt: told.escalatedAt } : {}),
    ...(!asked && left ? { leftAt: left.at } : {})
  };
  if (declined && declined.entry.major >= since) return { ...so, standing: 'declined', answer: declined };
  if (excused && told.recalledAt === undefined && (excused.until === undefined || light.today < excused.until)) {
    return { ...so, standing: 'excused', ...(excused.until === undefined ? {} : { excusedUntil: excused.until }) };
  }
  if (due !== undefined && due < light.today) return { ...so, standing: 'overdue' };
  if (opened) return { ...so, standing: 'opened' };
  return { ...so, standing: !asked ? 'due' : signed ? 'expired' : 'asked' };
}

/** Whether who signed as one audience agreed to all that binds the other. */
function covers(signed: Audience | undefined, audience: Audience): boolean {
  return signed !== undefined && (signed.id === audience.id || audience.binds.every(party => signed.binds.indexOf(party) >= 0));
}

/** The school year for which a signature counts: who signs before the first day at school signs for the year that begins then. */
function yearOf(signedAt: string, { joinedOn }: Person, { days }: Light): number {
  const day = days.dayOf(signedAt);
  return schoolYearOf(joinedOn !== undefined && joinedOn > day ? joinedOn : day);
}

/** When an answer is due: who comes back from an excuse has at least as long as a joiner. */
function dueOf(due: string, { excused, recalledAt }: Told, audience: Audience, { days, today }: Light): string {
  if (!excused) return due;
  const back = recalledAt === undefined ? excused.until : days.dayOf(recalledAt);
  if (back === undefined || back > today) return due;
  const later = days.addSchoolDays(back, audience.deadlines.joiner);
  return later > due ? later : due;
}

/** Of what is no longer wanted: what was asked and never answered. */
function addLeavings(wanted: Wanted[], theirs: ReadonlyMap<string, Told>, seen: ReadonlySet<string>): void {
  theirs.forEach(({ matter, asked, left, declined, reminders, remindedAt, escalatedAt }, key) => {
    const last = asked ? asked.entry : left && left.of;
    if (seen.has(key) || !last || declined) return;
    wanted.push({
      ...matter,
      audience: last.audience,
      major: last.major,
      ...(last.year === undefined ? {} : { year: last.year }),
      standing: 'left',
      due: last.due,
      askedAt: last.at,
      reminders,
      ...(remindedAt === undefined ? {} : { remindedAt }),
      ...(escalatedAt === undefined ? {} : { escalatedAt }),
      ...(asked ? {} : { leftAt: left!.at })
    });
  });
}
