import { randomUUID } from 'node:crypto';
import type { SchoolDays } from '../core/policies/school-days.ts';
import type { Person } from '../core/policies/person.ts';
import {
  correctionOf,
  type Counted,
  countedBy,
  type Entered,
  type Fields,
  isReminderDay,
  type Kept,
  longest,
  namesIn,
  type Note,
  type Refused,
  stand,
  type Stood,
  tidied,
  wrongEntry
} from '../core/registers/entry.ts';
import { fieldIds, type Kind } from '../core/registers/kinds.ts';
import { addDays } from '../core/dates.ts';
import type { Sealing } from './sealing.ts';
import type { Database } from './store/database.ts';
import type { NewSending } from './store/ledger.ts';
import { registersOf, type SealedEntry } from './store/registers.ts';

/** What the registers of a school work with. */
export interface RegisterParts {
  readonly db: Database['db'];
  readonly school: string;
  readonly people: () => Promise<readonly Person[]>;
  /** The way in which somebody is written to, or nothing where nothing reaches them. */
  readonly channelOf: (person: Person) => NewSending['channel'] | undefined;
  /** Which registers the school keeps. */
  readonly kinds: readonly Kind[];
  /** Addresses of those who keep a register beside the coordinator and the head. */
  readonly keepers: (kind: Kind) => readonly string[];
  /** `MM-DD`: when what is due once a year falls due. */
  readonly yearly: string | undefined;
  readonly days: SchoolDays;
  readonly now: () => Date;
  readonly sealing: Sealing;
}

/** Something that was appended to an entry, with who did it and when. */
export interface Appended extends Note {
  readonly at: string;
  /** The name. */
  readonly by: string;
}

/** An entry as whoever may see the register sees it. */
export interface Listed extends Pick<Stood, 'fields' | 'state' | 'due'> {
  readonly id: string;
  readonly kind: Kind;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The name of whoever entered it. */
  readonly by: string;
  readonly notes: readonly Appended[];
}

/** The registers of a school. Who may see and do what is decided by whoever calls, but for `keptBy`. */
export interface SchoolRegisters {
  readonly kinds: readonly Kind[];
  readonly days: SchoolDays;
  readonly now: () => Date;
  /** The registers that somebody keeps by name, whatever their post. */
  readonly keptBy: (person: Person) => readonly Kind[];
  /** Every entry, the latest day first. */
  readonly list: () => Promise<readonly Listed[]>;
  /** Enters all of them or none; what stands there already is passed over. Gives how many are new. */
  readonly enter: (entries: readonly Entered[], by: string) => Promise<{ readonly done: number } | (Refused & { readonly index: number })>;
  /** Appends to an entry of one of these registers. */
  readonly append: (id: string, by: string, note: Note, among: readonly Kind[]) => Promise<{ readonly done: Listed } | Refused>;
  /** Each register that is kept, in numbers. */
  readonly counted: () => Promise<readonly Counted[]>;
  /** Tells whoever keeps a register that something in it falls due, without a word of what. Gives how many are told. */
  readonly remind: () => Promise<number>;
  /** Takes away what is over for so many years; what is held stays. Gives how many entries. */
  readonly erase: (years: number, held: ReadonlySet<string>) => Promise<number>;
  /** Another text as soon as something was entered or appended. */
  readonly revision: () => Promise<string>;
}

/** Opens the registers of a school. */
export function registerDeskOf(parts: RegisterParts): SchoolRegisters {
  const { db, school, people, channelOf, kinds, keepers, yearly, days, now, sealing } = parts;
  const store = registersOf(db, school);
  const at = (): string => now().toISOString();
  const today = (): string => days.dayOf(at());
  const placeOf = (id: string, index: number | 'entry'): string => `${school} register ${id} ${index}`;

  const opened = (entry: SealedEntry): Kept | undefined =>
    entry.sealed && {
      id: entry.id,
      kind: entry.kind,
      at: entry.at,
      fields: JSON.parse(sealing.open(entry.sealed, placeOf(entry.id, 'entry'))) as Fields,
      notes: entry.notes.map(({ kind, index, sealed }) => ({
        words: '',
        ...(sealed && (JSON.parse(sealing.open(sealed, placeOf(entry.id, index))) as object)),
        kind
      }))
    };

  /** Every entry that is not erased, with how it stands. */
  async function stood(): Promise<readonly { readonly entry: SealedEntry; readonly stood: Stood }[]> {
    const all = (await store.all()).flatMap(entry => {
      const kept = opened(entry);
      return kept ? [{ entry, kept }] : [];
    });
    const standing = stand(
      all.map(({ kept }) => kept),
      today(),
      yearly,
      days
    );
    return all.map(({ entry }, i) => ({ entry, stood: standing[i]! }));
  }

  const listedOf = (all: readonly Person[]) => {
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return ({ entry, stood: { kept, fields, state, due } }: { readonly entry: SealedEntry; readonly stood: Stood }): Listed => ({
      id: kept.id,
      kind: kept.kind,
      at: kept.at,
      by: names.get(entry.by) ?? '',
      fields,
      state,
      due,
      notes: kept.notes.map((note, i) => ({ ...note, at: entry.notes[i]!.at, by: names.get(entry.notes[i]!.by) ?? '' }))
    });
  };

  const list = async (): Promise<readonly Listed[]> => {
    const listed = listedOf(await people());
    return (await stood()).map(listed).sort((a, b) => order(b).localeCompare(order(a)));
  };

  const counted = async (): Promise<readonly Counted[]> =>
    countedBy(
      kinds,
      (await stood()).map(each => each.stood)
    );

  return {
    kinds,
    days,
    now,
    keptBy: ({ address }) => (address === undefined ? [] : kinds.filter(kind => keepers(kind).includes(address))),
    list,
    enter: async (given, by) => {
      const entries = given.map(tidied);
      for (const [index, entry] of entries.entries()) {
        if (!kinds.includes(entry.kind)) return { refused: 'not-kept', index };
        // The columns of other registers are dropped, and what was typed is judged.
        const wrong = wrongEntry(entry, today());
        if (wrong) return { ...wrong, index };
      }
      const there = await stood();
      const living = new Set(
        there.flatMap(each => (each.stood.state === 'ended' ? [] : [textOf(each.stood.kept.kind, each.stood.fields)]))
      );
      const moment = at();
      return {
        done: await store.add(
          entries
            .filter(({ kind, fields }) => !living.has(textOf(kind, fields)))
            .map(({ kind, fields }) => {
              const id = randomUUID();
              const text = textOf(kind, fields);
              // What was ended, or corrected away, may be entered once more.
              const before = there.filter(({ stood: { kept } }) => textOf(kept.kind, tidied(kept).fields) === text).length;
              return {
                id,
                kind,
                at: moment,
                by,
                once: sealing.mark(`${school} register ${before} ${text}`),
                sealed: sealing.seal(JSON.stringify(fields), placeOf(id, 'entry'))
              };
            })
        )
      };
    },
    append: async (id, by, { kind, fields = {}, words }, among) => {
      const said = words.trim();
      let refused: Refused = { refused: 'not-yours' };
      const written = await store.note(id, entry => {
        const kept = among.includes(entry.kind) ? opened(entry) : undefined;
        if (!kept) return undefined;
        if (kept.notes.some(note => note.kind === 'ended')) refused = { refused: 'ended' };
        else if (said.length > longest) refused = { refused: 'too-long' };
        else if (said === '' && kind !== 'corrected') refused = { refused: 'note-missing' };
        else {
          const change = kind === 'corrected' ? correctionOf(kept, fields, today()) : { done: {} };
          if ('done' in change) {
            const sealed = { words: said, ...(kind === 'corrected' ? { fields: change.done } : {}) };
            return { note: { kind, at: at(), by }, seal: index => sealing.seal(JSON.stringify(sealed), placeOf(id, index)) };
          }
          refused = change;
        }
        return undefined;
      });
      const found = written ? (await list()).find(each => each.id === id) : undefined;
      return found ? { done: found } : refused;
    },
    counted,
    remind: async () => {
      const day = today();
      if (!days.isSchoolDay(day)) return 0;
      const due = new Set(
        (await stood()).flatMap(({ stood: each }) =>
          kinds.includes(each.kept.kind) && isReminderDay(each, day, days) ? [each.kept.kind] : []
        )
      );
      if (due.size === 0) return 0;
      const all = (await people()).filter(({ leftOn }) => leftOn === undefined || leftOn >= day);
      const named = [...due].flatMap(keepers);
      const keeping = all.filter(
        ({ roles, address }) => roles.includes('coordinator') || (address !== undefined && named.includes(address))
      );
      const told = (keeping.length > 0 ? keeping : all.filter(({ roles }) => roles.includes('head'))).flatMap(person => {
        const channel = channelOf(person);
        // Neither which register nor of whom: what goes out says nothing, wherever it is read.
        return channel === undefined
          ? []
          : [
              {
                person: person.id,
                purpose: 'notice',
                step: `registers ${day} ${person.id}`,
                channel,
                payload: { registers: day },
                at: at()
              } as const
            ];
      });
      await store.send(told);
      return told.length;
    },
    erase: async (years, held) => {
      const limit = addDays(today(), -Math.ceil(Math.max(1, years) * 365.25));
      const names = new Set((await people()).filter(({ id }) => held.has(id)).map(({ name }) => name.toLowerCase()));
      let count = 0;
      for (const { entry, stood: each } of await stood()) {
        const { day = '', child = '', who = '', by = '', ordered = '' } = each.fields;
        const last = [days.dayOf(entry.at), ...entry.notes.map(note => days.dayOf(note.at)), day, each.due ?? ''].sort().at(-1)!;
        if (last >= limit) continue;
        const concerned = [child, by, ordered, ...namesIn(who)].some(name => names.has(name.toLowerCase()));
        if (concerned || held.has(entry.by) || entry.notes.some(note => held.has(note.by))) continue;
        await store.erase(entry.id);
        count += 1;
      }
      return count;
    },
    revision: store.revision
  };
}

function order({ fields: { day = '' }, at, id }: Listed): string {
  return `${day} ${at} ${id}`;
}

/** An entry as one text: the same for the same. */
function textOf(kind: Kind, fields: Fields): string {
  return JSON.stringify([kind, ...fieldIds.map(id => fields[id] ?? '')]);
}
