import { createHash, randomUUID } from 'node:crypto';
import type { Offset } from '../core/dates.ts';
import { dayAt, instantAt, isDay } from '../core/dates.ts';
import { awareFrom, breachClock, clockRuns } from '../core/incidents/clock.ts';
import type { IncidentDesk, Told, Waiting } from '../core/incidents/desk.ts';
import { tellAt, type Hours } from '../core/incidents/hours.ts';
import { categories, type Category, longest, type Report, wrongReport } from '../core/incidents/incident.ts';
import { barred, type Cover, handOnTo, type Matter, routeOf } from '../core/incidents/routing.ts';
import type { Text } from '../core/locale.ts';
import { meantBy, placesIn } from '../core/meant.ts';
import type { Person } from '../core/policies/person.ts';
import { type IncidentCount, middleOf } from '../core/report/everyday.ts';
import { freshReference } from './reference.ts';
import type { Sealing } from './sealing.ts';
import type { Database } from './store/database.ts';
import { incidentsOf, type Kept, recipientsOf } from './store/incidents.ts';
import type { NewSending } from './store/ledger.ts';

/** What the reports of a school work with. */
export interface IncidentParts {
  readonly db: Database['db'];
  readonly school: string;
  readonly people: () => Promise<readonly Person[]>;
  /** The way in which somebody is written to, or nothing where nothing reaches them. */
  readonly channelOf: (person: Person) => NewSending['channel'] | undefined;
  /** Routes, deputies and absences, as they are now. */
  readonly cover: (people: readonly Person[]) => Omit<Cover, 'today'>;
  readonly hours: Hours;
  readonly isSchoolDay: (day: string) => boolean;
  readonly offsets: readonly Offset[];
  readonly now: () => Date;
  readonly sealing: Sealing;
  readonly lead: Text;
  readonly outside: Text;
}

/** Reports of one category in numbers. */
export interface Counted {
  readonly category: Category;
  readonly reported: number;
  readonly open: number;
  readonly closed: number;
  /** From the report to the closing, in minutes, the middle one of all; nothing where none is closed. */
  readonly minutesToClose: number | undefined;
}

/** The reports of a school, with what the service needs of them besides. */
export interface SchoolIncidents extends IncidentDesk {
  /** Gives what nobody deals with any more to somebody: those who left, and those whom it came to be about. Gives how many. */
  readonly rerouted: () => Promise<number>;
  /** Takes away the texts of what was closed so many years ago; what is held stays. Gives how many. */
  readonly erase: (years: number, held: ReadonlySet<string>) => Promise<number>;
  /**
   * Numbers of what was reported since an instant; and how often somebody was sent to the safeguarding lead, ever. Never a text, and never what may be about
   * the head, the coordinator or the chair: whoever reads the number would know of it.
   */
  readonly counted: (since: string) => Promise<{ readonly categories: readonly Counted[]; readonly referrals: number }>;
  /** The same with whatever is open still, and with the clocks that run. */
  readonly tally: (since: string) => Promise<readonly IncidentCount[]>;
  /** Who looked at an item, for whoever checks that. */
  readonly looks: (id: string) => Promise<readonly { readonly by: string; readonly at: string }[]>;
}

/** What is sealed of a report. */
interface Sealed {
  readonly report: Report;
  readonly by: string;
}

/** Opens the reports of a school. Who may see what is decided here, whatever a card or a page has let through. */
export function incidentDeskOf(parts: IncidentParts): SchoolIncidents {
  const { db, school, people, channelOf, hours, isSchoolDay, offsets, now, sealing, lead, outside } = parts;
  const store = incidentsOf(db, school);
  const at = (): string => now().toISOString();
  const today = (): string => dayAt(at(), offsets);
  /** What many may read a number of: not what may be about the head, the coordinator or the chair. */
  const forMany = async (): Promise<readonly Kept[]> => {
    const all = await people();
    return (await store.all()).filter(each => {
      const known = opened(each);
      return !known || !isOfPosts(known.report, all);
    });
  };
  const placeOf = (id: string, index: number | 'report'): string => `${school} ${id} ${index}`;

  /** Whom nothing reaches is away: what goes to them would lie there unseen. */
  const coverFor = (all: readonly Person[]): Cover => {
    const { routes, deputies, away } = parts.cover(all);
    const unreached = all
      .filter(person => channelOf(person) === undefined)
      .map(({ id }) => ({ person: id, from: today(), until: today() }));
    return { routes, deputies, away: [...away, ...unreached], today: today() };
  };

  const opened = ({ id, sealed }: Kept): Sealed | undefined =>
    sealed && (JSON.parse(sealing.open(sealed, placeOf(id, 'report'))) as Sealed);

  const noticesOf = (all: readonly Person[], to: readonly string[], id: string, index: number, when: string): readonly NewSending[] =>
    to.flatMap(each => {
      const person = all.find(one => one.id === each);
      const channel = person && channelOf(person);
      // Neither what it is nor which one: what goes out says nothing, wherever it is read.
      return channel === undefined
        ? []
        : [
            {
              person: each,
              purpose: 'notice',
              step: `item ${id} ${index} ${each}`,
              channel,
              payload: { item: id },
              at: at(),
              notBefore: when
            } as const
          ];
    });

  const waitingOf = (kept: Kept): Waiting => {
    const closed = kept.notes.some(({ kind }) => kind === 'closed');
    const decided = kept.notes.some(({ kind }) => kind === 'told-regulator' || kind === 'no-need-to-tell');
    return {
      id: kept.id,
      reference: kept.reference,
      at: kept.at,
      closed,
      ...(kept.aware !== undefined && !decided ? { clock: breachClock(kept.aware, at()) } : {})
    };
  };

  /** Whether somebody deals with it, and neither reported it nor may be meant by it. */
  const isTheirs = (kept: Kept, person: string, all: readonly Person[]): Sealed | undefined => {
    if (!recipientsOf(kept).includes(person)) return undefined;
    const known = opened(kept);
    return known && !barred(matterOf(known), all).has(person) ? known : undefined;
  };

  const report: IncidentDesk['report'] = async (given, by, once) => {
    const tidied: Report = { ...given, what: given.what.trim() };
    const moment = at();
    const wrong = wrongReport(tidied, today(), isDay);
    if (wrong) return { refused: wrong };
    if (tidied.time !== undefined && instantAt(tidied.day, tidied.time, offsets) > Date.parse(moment)) return { refused: 'day-to-come' };
    const all = await people();
    const id = randomUUID();
    const sealed: Sealed = { report: tidied, by };
    const to = routeOf(matterOf(sealed), all, coverFor(all));
    const when = tellAt(tidied, moment, hours, isSchoolDay, offsets);
    const done = await store.add(
      {
        id,
        reference: freshReference(),
        once: createHash('sha256').update(`${by} ${once}`).digest('hex'),
        category: tidied.category,
        at: moment,
        aware: clockRuns(tidied.category, tidied.personal) ? awareFrom(tidied, moment, offsets) : undefined,
        sealed: sealing.seal(JSON.stringify(sealed), placeOf(id, 'report'))
      },
      { kind: 'routed', at: moment, by: '', recipients: to },
      noticesOf(all, to, id, 0, when)
    );
    return { done };
  };

  const add: IncidentDesk['add'] = async (id, person, { kind, text, to }) => {
    const all = await people();
    const words = text.trim();
    let refused: 'not-yours' | 'closed' | 'nobody' | 'note-missing' | 'too-long' = 'not-yours';
    const added = await store.note(id, kept => {
      const known = isTheirs(kept, person, all);
      if (!known) return undefined;
      const closed = kept.notes.some(note => note.kind === 'closed');
      // A correction may still be added; the rest is over.
      if (closed && kind !== 'note') refused = 'closed';
      else if (words === '' && kind !== 'handed-on') refused = 'note-missing';
      else if (words.length > longest.note) refused = 'too-long';
      else if (kind === 'handed-on' && (to === undefined || !handOnTo(matterOf(known), person, all, coverFor(all)).includes(to)))
        refused = 'nobody';
      else {
        const index = kept.notes.length;
        const recipients = kind === 'handed-on' ? [...new Set([to!, ...recipientsOf(kept).filter(each => each !== person)])] : [];
        return {
          note: { kind, at: at(), by: person, recipients },
          ...(words === '' ? {} : { seal: place => sealing.seal(words, placeOf(id, place)) }),
          sendings: kind === 'handed-on' ? noticesOf(all, [to!], id, index, at()) : []
        };
      }
      return undefined;
    });
    if (!added) return { refused };
    const kept = await store.one(id);
    return kept ? { done: waitingOf(kept) } : { refused: 'not-yours' };
  };

  return {
    now,
    offsets,
    lead,
    outside,
    report,
    add,
    referred: async () => {
      const reference = freshReference();
      await store.referred(reference, at());
      return reference;
    },
    waiting: async person => {
      const all = await people();
      const theirs = (await store.of(person)).filter(kept => isTheirs(kept, person, all)).map(waitingOf);
      return [...theirs.filter(({ closed }) => !closed), ...theirs.filter(({ closed }) => closed)];
    },
    read: async (id, person): Promise<Told | undefined> => {
      const all = await people();
      const kept = await store.one(id);
      const known = kept && isTheirs(kept, person, all);
      if (!kept || !known) return undefined;
      await store.looked(id, person, at());
      const called = (of: string): string => all.find(each => each.id === of)?.name ?? '';
      return {
        ...waitingOf(kept),
        report: known.report,
        reporter: called(known.by),
        notes: kept.notes.flatMap(({ index, kind, at: when, by, recipients, sealed }) =>
          kind === 'routed'
            ? []
            : [
                {
                  kind,
                  at: when,
                  by: called(by),
                  text: sealed ? sealing.open(sealed, placeOf(id, index)) : '',
                  ...(kind === 'handed-on' ? { to: called(recipients[0] ?? '') } : {})
                }
              ]
        ),
        handOnTo: handOnTo(matterOf(known), person, all, coverFor(all)).map(each => ({ id: each, name: called(each) }))
      };
    },
    rerouted: async () => {
      const all = await people();
      let count = 0;
      for (const each of await store.all()) {
        const changed = await store.note(each.id, kept => {
          const known = kept.notes.some(({ kind }) => kind === 'closed') ? undefined : opened(kept);
          if (!known) return undefined;
          const out = barred(matterOf(known), all);
          const isHere = (id: string): boolean => {
            const person = all.find(one => one.id === id);
            return person !== undefined && !out.has(id) && (person.leftOn === undefined || person.leftOn >= today());
          };
          if (recipientsOf(kept).some(isHere)) return undefined;
          const to = routeOf(matterOf(known), all, coverFor(all));
          if (to.length === 0) return undefined;
          return {
            note: { kind: 'routed', at: at(), by: '', recipients: to },
            sendings: noticesOf(all, to, kept.id, kept.notes.length, at())
          };
        });
        if (changed) count += 1;
      }
      return count;
    },
    erase: async (years, held) => {
      const before = new Date(now());
      before.setUTCFullYear(before.getUTCFullYear() - Math.max(1, years));
      let count = 0;
      for (const kept of await store.all()) {
        const last = kept.notes[kept.notes.length - 1];
        if (!kept.sealed || !last || !kept.notes.some(({ kind }) => kind === 'closed') || last.at >= before.toISOString()) continue;
        if (held.has(opened(kept)!.by) || kept.notes.some(({ by }) => held.has(by))) continue;
        await store.erase(kept.id);
        count += 1;
      }
      return count;
    },
    tally: async since => {
      const kept = (await forMany()).filter(each => each.at >= since || !waitingOf(each).closed);
      return categories.flatMap(category => {
        const own = kept.filter(each => each.category === category);
        const open = own.filter(each => !waitingOf(each).closed);
        const clocks = open.flatMap(each => waitingOf(each).clock ?? []);
        const minutesToClose = middleOf(
          own.flatMap(({ at: from, notes }) => {
            const closed = notes.find(({ kind }) => kind === 'closed');
            return closed ? [Math.round((Date.parse(closed.at) - Date.parse(from)) / 60_000)] : [];
          })
        );
        return own.length === 0
          ? []
          : [
              {
                category,
                open: open.length,
                closed: own.length - open.length,
                clocks: clocks.filter(({ late }) => !late).length,
                late: clocks.filter(({ late }) => late).length,
                ...(minutesToClose === undefined ? {} : { minutesToClose })
              }
            ];
      });
    },
    counted: async since => {
      const all = (await forMany()).filter(kept => kept.at >= since);
      return {
        categories: categories.map(category => {
          const of = all.filter(kept => kept.category === category);
          const took = of
            .flatMap(({ at: from, notes }) => {
              const closed = notes.find(({ kind }) => kind === 'closed');
              return closed ? [Math.round((Date.parse(closed.at) - Date.parse(from)) / 60000)] : [];
            })
            .sort((a, b) => a - b);
          return {
            category,
            reported: of.length,
            open: of.length - took.length,
            closed: took.length,
            minutesToClose: took.length === 0 ? undefined : took[Math.floor((took.length - 1) / 2)]
          };
        }),
        referrals: await store.referrals()
      };
    },
    looks: id => store.looks(id)
  };
}

function matterOf({ report, by }: Sealed): Matter {
  const { category, about, aboutRoles } = report;
  return { category, aboutRoles, reporter: by, ...(about === undefined ? {} : { about }) };
}

const readingPosts: readonly string[] = ['head', 'coordinator', 'chair'];

/** Whether a report may be about somebody who reads the school's reports, by their place or by name. */
function isOfPosts({ about = '', aboutRoles }: Report, people: readonly Person[]): boolean {
  if ([...aboutRoles, ...placesIn(about)].some(place => readingPosts.includes(place))) return true;
  const meant = meantBy(about, aboutRoles, people);
  return people.some(({ id, roles }) => meant.has(id) && roles.some(role => readingPosts.includes(role)));
}
