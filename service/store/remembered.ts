import type { Kysely } from 'kysely';
import type { Audience } from '../../core/policies/audience.ts';
import type { Matter, Recorded } from '../../core/policies/entry.ts';
import type { Person } from '../../core/policies/person.ts';
import type { SchoolDays } from '../../core/policies/school-days.ts';
import type { Wanted } from '../../core/policies/standing.ts';
import { matterKey, type Standings, standings } from '../../core/policies/standings.ts';
import type { Version } from '../../core/policies/version.ts';
import type { SchoolLedger } from './ledger.ts';
import type { People } from './people.ts';
import type { Tables } from './tables.ts';
import type { Versions } from './versions.ts';

/** A school as it was when it was asked for, whichever process had the last word. */
export interface Remembered {
  readonly people: readonly Person[];
  readonly person: (id: string) => Person | undefined;
  /** Every version, in the order of publishing. */
  readonly versions: readonly Version[];
  /** Of everybody, or of one person. */
  readonly wanted: (person?: string) => readonly Wanted[];
  /** When this text, by its SHA-256, was last opened for this matter, since the last signature. */
  readonly openedAt: (matter: Matter, text: string) => string | undefined;
  /** Questions, refusals and what was told to somebody else, none of which was settled or overtaken; oldest first. */
  readonly waiting: () => readonly Recorded[];
}

/** What it is remembered from. */
export interface Sources {
  readonly db: Kysely<Tables>;
  readonly school: string;
  readonly ledger: SchoolLedger;
  readonly people: People;
  readonly versions: Versions;
  readonly audiences: readonly Audience[];
  readonly days: SchoolDays;
  readonly now: () => Date;
}

/** How many entries are read at once. */
const page = 5000;

/**
 * Keeps a school in mind and reads only what was added since. Each call sees everything that was committed before it; calls that come while another
 * reads share the next reading.
 */
export function remembering(sources: Sources): () => Promise<Remembered> {
  const { db, school, ledger, audiences, days, now } = sources;
  let fold = folded();
  let people: { readonly revision: number; readonly all: readonly Person[]; readonly byId: ReadonlyMap<string, Person> } | undefined;
  let versions: { readonly revision: number; readonly all: readonly Version[] } | undefined;
  let listed: { readonly key: string; readonly wanted: readonly Wanted[] } | undefined;
  let reading: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function read(): Promise<void> {
    const state = await db
      .selectFrom('school')
      .innerJoin('ledger_head', 'ledger_head.school', 'school.id')
      .select(['people_revision', 'version_revision', 'size'])
      .where('school.id', '=', school)
      .executeTakeFirstOrThrow();
    if (people?.revision !== state.people_revision) {
      const all = await sources.people.all();
      people = { revision: state.people_revision, all, byId: new Map(all.map(person => [person.id, person])) };
    }
    if (versions?.revision !== state.version_revision) {
      versions = { revision: state.version_revision, all: await sources.versions.all() };
    }
    while (fold.next() < state.size) {
      const entries = await ledger.from(fold.next(), page);
      if (entries.length === 0) return;
      // What was erased is not to be kept in mind either: all is read afresh, once.
      const known = fold.next();
      const forgets = entries.some(({ entry }) => entry.kind === 'erased' && entry.of.some(index => index < known));
      if (forgets) fold = folded();
      else for (const entry of entries) fold.add(entry);
    }
  }

  /** One reading at a time. One that is under way may have begun before the caller's own entry was there: then the next is theirs. */
  function current(): Promise<void> {
    if (!reading) return (reading = read().finally(() => (reading = undefined)));
    next ??= reading
      .catch(() => {})
      .then(() => {
        next = undefined;
        return current();
      });
    return next;
  }

  return async () => {
    await current();
    const here = people!;
    const published = versions!.all;
    const taken = fold;
    const today = days.dayOf(now().toISOString());
    return {
      people: here.all,
      person: id => here.byId.get(id),
      versions: published,
      wanted: only => {
        const setting = { people: here.all, audiences, versions: published, today, days };
        if (only !== undefined) {
          const person = here.byId.get(only);
          const children = person?.children.flatMap(id => here.byId.get(id) ?? []) ?? [];
          return taken.standings.wanted({ ...setting, people: person ? [person, ...children] : [] }, only);
        }
        const key = `${taken.next()} ${here.revision} ${versions!.revision} ${today}`;
        if (listed?.key !== key) listed = { key, wanted: taken.standings.wanted(setting) };
        return listed.wanted;
      },
      openedAt: taken.openedAt,
      waiting: taken.waiting
    };
  };
}

interface Folded {
  readonly standings: Standings;
  readonly next: () => number;
  readonly add: (recorded: Recorded) => void;
  readonly openedAt: Remembered['openedAt'];
  readonly waiting: Remembered['waiting'];
}

function folded(): Folded {
  const all = standings();
  const opened = new Map<string, Map<string, string>>();
  const waiting = new Map<number, Recorded>();
  const late = new Map<string, number>();
  let next = 0;

  /** Takes away what waits of a matter, so far as somebody answered it. */
  function answered(matter: Matter, refusals: boolean): void {
    const key = matterKey(matter);
    const escalated = late.get(key);
    if (escalated !== undefined) waiting.delete(escalated);
    late.delete(key);
    if (!refusals) return;
    for (const [index, { entry }] of waiting) if (entry.kind === 'declined' && matterKey(entry) === key) waiting.delete(index);
  }

  return {
    standings: all,
    next: () => next,
    add: recorded => {
      const { entry, index } = recorded;
      if (index < next) return;
      next = index + 1;
      // An entry of somebody who was erased says nothing of anybody.
      if ('person' in entry && entry.person === '') return;
      all.add(recorded);
      switch (entry.kind) {
        case 'opened': {
          const key = matterKey(entry);
          const texts = opened.get(key) ?? new Map<string, string>();
          opened.set(key, texts.set(entry.text, entry.at));
          return;
        }
        case 'signed':
          opened.delete(matterKey(entry));
          answered(entry, true);
          if (entry.question !== undefined) waiting.set(index, recorded);
          return;
        case 'declined':
          answered(entry, false);
          waiting.set(index, recorded);
          return;
        case 'escalated':
          late.set(matterKey(entry), index);
          waiting.set(index, recorded);
          return;
        case 'excused':
        case 'left':
          answered(entry, false);
          return;
        case 'settled':
          waiting.delete(entry.of);
          return;
        default:
      }
    },
    openedAt: (matter, text) => opened.get(matterKey(matter))?.get(text),
    waiting: () => [...waiting.values()]
  };
}
