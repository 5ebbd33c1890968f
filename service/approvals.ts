import { createHash, randomUUID } from 'node:crypto';
import {
  answerBy,
  type Clock,
  endOf,
  endsOf,
  givenAt,
  isChaseDay,
  isReminderDay,
  longest,
  overdueSince,
  type Refusal,
  type Request,
  type State,
  stateAt,
  tellAt,
  tidied,
  wrongDoing,
  wrongRequest
} from '../core/approvals/approval.ts';
import type { ApprovalDesk, Filter, Listed, Shown } from '../core/approvals/desk.ts';
import { about, type Kind, satisfies } from '../core/approvals/kinds.ts';
import { barred, type Cover, type Matter, routeOf } from '../core/approvals/routing.ts';
import { dayAt } from '../core/dates.ts';
import type { Approved } from '../core/mail/policy.ts';
import type { Person } from '../core/policies/person.ts';
import { freshReference } from './reference.ts';
import type { Sealing } from './sealing.ts';
import { approvalsOf, deciding, type KeptApproval } from './store/approvals.ts';
import type { Database } from './store/database.ts';
import type { NewSending } from './store/ledger.ts';

/** What the approvals of a school work with. */
export interface ApprovalParts {
  readonly db: Database['db'];
  readonly school: string;
  readonly people: () => Promise<readonly Person[]>;
  /** The way in which somebody is written to, or nothing where nothing reaches them. */
  readonly channelOf: (person: Person) => NewSending['channel'] | undefined;
  /** Holders, delegates and absences, as they are now. */
  readonly cover: (people: readonly Person[]) => Omit<Cover, 'today'>;
  readonly kinds: readonly Kind[];
  /** How many different people have to agree. */
  readonly deciders: (kind: Kind) => number;
  /** School days for which a request waits, and days for which leave holds where no day was named. */
  readonly days: number;
  readonly lasts: number;
  readonly clock: Clock;
  readonly now: () => Date;
  readonly sealing: Sealing;
}

/** How a message stands for which somebody asked leave, as their device shows it. */
export interface OnDevice {
  readonly key: string;
  readonly state: State;
  /** The day on which it was asked, or decided where it was: `YYYY-MM-DD`. */
  readonly on: string;
  /** Why not, where it was refused. */
  readonly reason?: string;
}

/** The approvals of a school, with what the service needs of them besides. */
export interface SchoolApprovals extends ApprovalDesk {
  /** Everything that was asked for, the latest first: without a word of it. What somebody who looks may do stands with it. */
  readonly register: (filter: Filter, looker: string) => Promise<readonly Listed[]>;
  /** What somebody was given leave to send and what holds now, as it travels to their device; what was given first stands first. */
  readonly given: (person: string) => Promise<readonly Approved[]>;
  /** The messages for which somebody asked, each as it stands last. */
  readonly onDevice: (person: string) => Promise<readonly OnDevice[]>;
  /** Writes down what has expired, finds somebody for what nobody can decide any more, reminds whoever decides and whoever owes something. Gives how many of each. */
  readonly chase: () => Promise<{ readonly expired: number; readonly rerouted: number; readonly reminded: number }>;
  /** Takes away the words of what was over so many years ago; what is held or owed stays. Gives how many. */
  readonly erase: (years: number, held: ReadonlySet<string>) => Promise<number>;
  /** Another text as soon as something was asked or happened. */
  readonly revision: () => Promise<string>;
}

/** What is sealed of a request. */
type Sealed = Pick<Request, 'fields'> & { readonly text?: { readonly subject: string; readonly body: string } };

/** Messages of which a device is told. */
const mostOnDevice = 30;

/** Opens the approvals of a school. Who may see and decide what is decided here, whatever a card or a page has let through. */
export function approvalDeskOf(parts: ApprovalParts): SchoolApprovals {
  const { db, school, people, channelOf, kinds, clock, now, sealing } = parts;
  const { offsets } = clock;
  const store = approvalsOf(db, school);
  const at = (): string => now().toISOString();
  const today = (): string => dayAt(at(), offsets);
  const placeOf = (id: string, index: number | 'request'): string => `${school} approval ${id} ${index}`;

  /** Whom nothing reaches is away: what goes to them would lie there unseen. */
  const coverFor = (all: readonly Person[]): Cover => {
    const cover = parts.cover(all);
    const unreached = all
      .filter(person => channelOf(person) === undefined)
      .map(({ id }) => ({ person: id, from: today(), until: today() }));
    return { ...cover, away: [...cover.away, ...unreached], today: today() };
  };

  const opened = ({ id, sealed }: KeptApproval): Sealed | undefined =>
    sealed && (JSON.parse(sealing.open(sealed, placeOf(id, 'request'))) as Sealed);

  const noticesOf = (all: readonly Person[], to: readonly string[], id: string, step: string, when: string): readonly NewSending[] =>
    to.flatMap(each => {
      const person = all.find(one => one.id === each);
      const channel = person && channelOf(person);
      // Neither what it is nor who asked: what goes out says nothing, wherever it is read.
      return channel === undefined
        ? []
        : [
            {
              person: each,
              purpose: 'notice',
              step: `approval ${id} ${step} ${each}`,
              channel,
              payload: { approval: id },
              at: at(),
              notBefore: when
            } as const
          ];
    });

  const matterOf = (kept: Pick<KeptApproval, 'kind' | 'asker' | 'deciders'>, sealed: Sealed): Matter => {
    const { whose } = sealed.fields;
    const { kind, asker, deciders } = kept;
    return { kind, asker, deciders, ...(whose === undefined ? {} : { whose }) };
  };

  const decides = (kept: KeptApproval, person: string, all: readonly Person[]): boolean => {
    const sealed = opened(kept);
    const here = all.find(({ id }) => id === person);
    if (!sealed || !here || (here.leftOn !== undefined && here.leftOn < today())) return false;
    const matter = matterOf(kept, sealed);
    return !barred(matter, all).has(person) && (deciding(kept).includes(person) || routeOf(matter, all, coverFor(all)).includes(person));
  };

  const listed = (kept: KeptApproval, person: string, all: readonly Person[]): Listed => {
    const who = { person, decides: decides(kept, person, all) };
    const moment = at();
    const ends = endOf(kept, offsets);
    const overdue = overdueSince(kept, moment, offsets);
    return {
      id: kept.id,
      reference: kept.reference,
      kind: kept.kind,
      at: kept.at,
      by: all.find(({ id }) => id === kept.asker)?.name ?? '',
      own: kept.asker === person,
      state: stateAt(kept, moment, offsets),
      answerBy: kept.answerBy,
      ...(ends === undefined ? {} : { ends }),
      ...(overdue === undefined ? {} : { overdue }),
      may: (['given', 'refused', 'withdrawn', 'closed'] as const).filter(
        doing => kept.sealed && wrongDoing(kept, doing, who, moment, offsets) === undefined
      )
    };
  };

  const shown = (kept: KeptApproval, sealed: Sealed, person: string, all: readonly Person[]): Shown => ({
    ...listed(kept, person, all),
    fields: sealed.fields,
    ...(kept.people ? { people: kept.people } : {}),
    ...(sealed.text ? { text: sealed.text } : {}),
    deciders: kept.deciders,
    steps: kept.steps.map(({ index, kind, at: when, by, sealed: words }) => ({
      kind,
      at: when,
      by: all.find(({ id }) => id === by)?.name ?? '',
      words: words ? sealing.open(words, placeOf(kept.id, index)) : ''
    }))
  });

  const ask: ApprovalDesk['ask'] = async (given, by, once) => {
    if (!kinds.includes(given.kind)) return { refused: 'kind-off' };
    const request = tidied(given);
    const wrong = wrongRequest(request, today());
    if (wrong) return wrong;
    const all = await people();
    const { message } = request;
    if (message) {
      // Whoever asks again for the same message while it waits has asked already.
      const open = (await store.of(by)).find(
        kept => kept.asker === by && kept.key === message.key && stateAt(kept, at(), offsets) === 'asked'
      );
      if (open) return { done: listed(open, by, all) };
    }
    const moment = at();
    const until = answerBy(request, moment, parts.days, clock);
    if (Date.parse(until) <= Date.parse(moment)) return { refused: 'day-over', field: 'time' };
    const id = randomUUID();
    const deciders = parts.deciders(request.kind);
    const sealed: Sealed = { fields: request.fields, ...(message?.text ? { text: message.text } : {}) };
    const to = routeOf(matterOf({ kind: request.kind, asker: by, deciders }, sealed), all, coverFor(all));
    if (to.length === 0) return { refused: 'nobody' };
    const ends = endsOf(request, offsets);
    const kept = await store.add(
      {
        id,
        reference: freshReference(),
        once: createHash('sha256').update(`${by} ${once}`).digest('hex'),
        kind: request.kind,
        at: moment,
        asker: by,
        answerBy: until,
        ...(ends === undefined ? {} : { ends }),
        lasts: parts.lasts,
        deciders,
        key: message?.key,
        people: message?.people,
        sealed: sealing.seal(JSON.stringify(sealed), placeOf(id, 'request'))
      },
      { kind: 'routed', at: moment, by: '', recipients: to },
      noticesOf(all, to, id, '0', tellAt(moment, clock))
    );
    const added = await store.one(kept);
    return added ? { done: listed(added, by, all) } : { refused: 'not-yours' };
  };

  const act: ApprovalDesk['act'] = async (id, person, doing, words = '') => {
    const all = await people();
    const said = words.trim();
    let refused: Refusal = 'not-yours';
    let again = false;
    await store.step(id, kept => {
      const asks = kept.asker === person;
      const can = decides(kept, person, all);
      if (!kept.sealed || (!asks && !can)) return undefined;
      // Pressed twice is done once.
      again = kept.steps.some(step => step.kind === doing && step.by === person);
      if (again) return undefined;
      const wrong = wrongDoing(kept, doing, { person, decides: can }, at(), offsets);
      if (wrong) refused = wrong;
      else if (doing === 'refused' && said === '') refused = 'reason-missing';
      else if (said.length > longest.reason) refused = 'too-long';
      else {
        again = true;
        const step = { kind: doing, at: at(), by: person, recipients: [] } as const;
        const index = kept.steps.length;
        const isWhole = doing !== 'given' || givenAt({ ...kept, steps: [...kept.steps, step] }) !== undefined;
        return {
          step,
          ...(said === '' ? {} : { seal: place => sealing.seal(said, placeOf(id, place)) }),
          sendings: asks || !isWhole ? [] : noticesOf(all, [kept.asker], id, String(index), tellAt(at(), clock))
        };
      }
      return undefined;
    });
    const kept = again ? await store.one(id) : undefined;
    const sealed = kept && opened(kept);
    return kept && sealed ? { done: shown(kept, sealed, person, all) } : { refused };
  };

  const latestFirst = (a: KeptApproval, b: KeptApproval): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

  return {
    now,
    offsets,
    kinds,
    ask,
    act,
    mine: async person => {
      const all = await people();
      const theirs = (await store.of(person)).filter(({ asker, sealed }) => asker === person && sealed);
      return [...theirs].sort(latestFirst).map(kept => listed(kept, person, all));
    },
    waiting: async person => {
      const all = await people();
      // What was asked while somebody else stood in is theirs as well once they are back.
      const open = (await store.all()).filter(kept => stateAt(kept, at(), offsets) === 'asked');
      return open.map(kept => listed(kept, person, all)).filter(({ may }) => may.includes('given'));
    },
    read: async (id, person) => {
      const all = await people();
      const kept = await store.one(id);
      const sealed = kept && opened(kept);
      return kept && sealed && (kept.asker === person || decides(kept, person, all)) ? shown(kept, sealed, person, all) : undefined;
    },
    register: async ({ kinds: of, states, overdue, since }, looker) => {
      const all = await people();
      return [...(await store.all())]
        .sort(latestFirst)
        .map(kept => listed(kept, looker, all))
        .filter(
          each =>
            (!of || of.includes(each.kind)) &&
            (!states || states.includes(each.state)) &&
            (!overdue || each.overdue !== undefined) &&
            (since === undefined || dayAt(each.at, offsets) >= since)
        );
    },
    given: async person => {
      const theirs = (await store.of(person)).filter(
        kept => kept.asker === person && kept.key !== undefined && stateAt(kept, at(), offsets) === 'given'
      );
      return theirs
        .toSorted((a, b) => (givenAt(a)! < givenAt(b)! ? -1 : 1))
        .map(kept => ({
          key: kept.key!,
          on: dayAt(givenAt(kept)!, offsets),
          until: endOf(kept, offsets)!,
          rules: satisfies[kept.kind] ?? [],
          people: kept.people ?? {}
        }));
    },
    onDevice: async person => {
      const theirs = (await store.of(person)).filter(({ asker, key }) => asker === person && key !== undefined);
      const last = new Map(theirs.map(kept => [kept.key!, kept]));
      return [...last.values()]
        .sort(latestFirst)
        .slice(0, mostOnDevice)
        .map(kept => {
          const end = kept.steps.filter(({ kind }) => kind !== 'routed').pop();
          const state = stateAt(kept, at(), offsets);
          const on = dayAt(end?.at ?? kept.at, offsets);
          const reason = state === 'refused' && end?.sealed ? sealing.open(end.sealed, placeOf(kept.id, end.index)) : undefined;
          return { key: kept.key!, state, on, ...(reason === undefined ? {} : { reason }) };
        });
    },
    chase: async () => {
      const all = await people();
      const count = { expired: 0, rerouted: 0, reminded: 0 };
      const when = tellAt(at(), clock);
      const day = today();
      for (const each of await store.all()) {
        const sealed = opened(each);
        if (!sealed) continue;
        const state = stateAt(each, at(), offsets);
        if (state === 'expired' && !each.steps.some(({ kind }) => kind === 'expired')) {
          const written = await store.step(each.id, kept =>
            stateAt(kept, at(), offsets) === 'expired' && !kept.steps.some(({ kind }) => kind === 'expired')
              ? {
                  step: { kind: 'expired', at: at(), by: '', recipients: [] },
                  sendings: noticesOf(all, [kept.asker], kept.id, String(kept.steps.length), when)
                }
              : undefined
          );
          if (written) count.expired += 1;
        } else if (state === 'asked') {
          const to = routeOf(matterOf(each, sealed), all, coverFor(all));
          const fresh = to.filter(id => !deciding(each).includes(id));
          if (fresh.length > 0) {
            const routed = await store.step(each.id, kept =>
              fresh.some(id => !deciding(kept).includes(id))
                ? {
                    step: { kind: 'routed', at: at(), by: '', recipients: to },
                    sendings: noticesOf(all, fresh, kept.id, String(kept.steps.length), when)
                  }
                : undefined
            );
            if (routed) count.rerouted += 1;
          } else if (isReminderDay(each, day, clock)) {
            const left = to.filter(id => !each.steps.some(({ kind, by }) => kind === 'given' && by === id));
            await store.send(noticesOf(all, left, each.id, `remind ${day}`, when));
            count.reminded += 1;
          }
        }
        const overdue = overdueSince(each, at(), offsets);
        if (overdue !== undefined && isChaseDay(overdue, day, clock)) {
          const told = [each.asker, ...deciding(each).filter(id => decides(each, id, all))];
          await store.send(noticesOf(all, told, each.id, `overdue ${day}`, when));
          count.reminded += 1;
        }
      }
      return count;
    },
    erase: async (years, held) => {
      const before = new Date(now());
      before.setUTCFullYear(before.getUTCFullYear() - Math.max(1, years));
      const limit = before.toISOString();
      let count = 0;
      for (const kept of await store.all()) {
        const last = kept.steps[kept.steps.length - 1]?.at ?? kept.at;
        const state = stateAt(kept, at(), offsets);
        const isOpen =
          state === 'asked' || state === 'given' || (about[kept.kind].closing !== 'by-itself' && overdueSince(kept, at(), offsets));
        if (!kept.sealed || isOpen || last >= limit || (endOf(kept, offsets) ?? '') >= limit) continue;
        if (held.has(kept.asker) || kept.steps.some(({ by }) => held.has(by))) continue;
        await store.erase(kept.id);
        count += 1;
      }
      return count;
    },
    revision: store.revision
  };
}
