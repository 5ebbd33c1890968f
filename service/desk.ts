import { locales, type Locale } from '../core/locale.ts';
import { isOpen, isReached } from '../core/policies/asking.ts';
import type { Audience } from '../core/policies/audience.ts';
import type { Desk, Receipt, Refusal, Signing, Taken } from '../core/policies/desk.ts';
import { longest } from '../core/policies/desk-words.ts';
import type { Entry, Matter } from '../core/policies/entry.ts';
import { receiptText } from '../core/policies/ledger/receipt.ts';
import type { Person } from '../core/policies/person.ts';
import { type SchoolDays, schoolYearOf } from '../core/policies/school-days.ts';
import type { Wanted } from '../core/policies/standing.ts';
import { matterKey } from '../core/policies/standings.ts';
import type { Version } from '../core/policies/version.ts';
import type { SigningKey } from './ledger/signing-key.ts';
import { outboxOf } from './outbox.ts';
import { sendingReasons } from './sending-reasons.ts';
import type { Database } from './store/database.ts';
import { type Added, type Addition, ledgerOf, type NewSending, type SchoolLedger } from './store/ledger.ts';
import { type People, peopleOf } from './store/people.ts';
import { type PeopleLists, peopleListsOf } from './store/people-lists.ts';
import { remembering, type Remembered } from './store/remembered.ts';
import { type Versions, versionsOf } from './store/versions.ts';

/** What a desk works with. The school's row is there (`begun`). */
export interface DeskParts {
  readonly db: Database['db'];
  readonly school: Desk['school'] & { readonly id: string };
  readonly audiences: readonly Audience[];
  readonly days: SchoolDays;
  readonly now: () => Date;
  readonly key: Pick<SigningKey, 'published' | 'signer'>;
  /** Makes the link of `Desk.link`. */
  readonly link: (person: string) => Promise<string>;
  /** Makes the link of `Desk.files`. */
  readonly files?: (by: string) => Promise<string>;
  /** Whether cards go out in Teams; else everybody who has an address is written to. */
  readonly teams: boolean;
}

/** The desk of a school on its database, with what the service needs of it besides. */
export interface SchoolDesk extends Desk {
  readonly ledger: SchoolLedger;
  readonly peopleStore: People;
  readonly versionStore: Versions;
  readonly listStore: PeopleLists;
  /** The school as it is now. */
  readonly remembered: () => Promise<Remembered>;
  /** The way in which somebody is written to, or nothing where nothing reaches them. */
  readonly channelOf: (person: Person) => NewSending['channel'] | undefined;
}

/** Reminders by hand within so many milliseconds of one another count as one: a card that is pressed twice sends one message. */
const pressedTwice = 5 * 60 * 1000;
/** Two processes that are told so at once know each other's reminders by this many milliseconds. */
const atOnce = 10 * 1000;

/** Opens the desk. Every refusal is decided here, whatever a card or a page has let through. */
export function deskOf(parts: DeskParts): SchoolDesk {
  const { db, school, audiences, days, now, key, teams } = parts;
  const ledger = ledgerOf(db, school.id);
  const people = peopleOf(db, school.id);
  const versions = versionsOf(db, school.id, ledger);
  const lists = peopleListsOf(db, school.id);
  const remembered = remembering({ db, school: school.id, ledger, people, versions, audiences, days, now });

  const at = (): string => now().toISOString();
  const today = (): string => days.dayOf(at());
  const channelOf = ({ entraId, address }: Person): NewSending['channel'] | undefined =>
    teams && entraId !== undefined ? 'teams' : address !== undefined ? 'mail' : undefined;

  async function add(entry: Entry, named?: string, sendings: readonly NewSending[] = []): Promise<Added> {
    const [added] = await ledger.addAll([{ entry, ...(named === undefined ? {} : { key: named }), sendings }]);
    return added!;
  }

  /** What is wanted of a matter, and the version that is to be signed; or why there is nothing to answer. */
  function found(known: Remembered, matter: Matter): { readonly wanted: Wanted; readonly version: Version } | undefined {
    const wanted = known.wanted(matter.person).find(each => matterKey(each) === matterKey(matter));
    const version = inForce(known.versions).find(({ policy }) => policy === matter.policy);
    return wanted && version && wanted.standing !== 'left' ? { wanted, version } : undefined;
  }

  const sign = async (signing: Signing): Promise<Taken<Receipt>> => {
    const known = await remembered();
    const matter = matterOf(signing.matter);
    const here = found(known, matter);
    if (!here) return { refused: 'not-asked' };
    const { wanted, version } = here;
    if (wanted.standing === 'signed') return { refused: 'signed-already' };
    if (signing.major !== version.major) return { refused: 'old-version' };
    const [language, text] = textOf(version, signing.language);
    const openedAt = known.openedAt(matter, text.sha256);
    if (openedAt === undefined) return { refused: 'not-opened' };
    if (!signing.agreed) return { refused: 'not-agreed' };
    const typedName = tidied(signing.typedName);
    if (typedName === '') return { refused: 'name-missing' };
    if (typedName.length > longest.name) return { refused: 'name-too-long' };
    const audience = audiences.find(({ id }) => id === wanted.audience)!;
    const given = fieldsOf(audience, signing.fields);
    if ('refused' in given) return given;
    const question = signing.question === undefined ? '' : tidied(signing.question);
    if (question.length > longest.question) return { refused: 'field-too-long', field: 'question' };
    const countersigned = signing.assurance === 'countersigned' || signing.channel === 'paper' || signing.channel === 'class';
    const second = signing.countersigner === undefined ? undefined : known.person(signing.countersigner);
    if (countersigned && (!second || second.id === matter.person)) return { refused: 'countersigner-missing' };
    const moment = at();
    const entry: Extract<Entry, { kind: 'signed' }> = {
      kind: 'signed',
      at: moment,
      ...matter,
      major: version.major,
      minor: version.minor,
      audience: audience.id,
      language,
      text: text.sha256,
      consent: audience.consent[language],
      typedName,
      fields: given.done,
      ...(question === '' ? {} : { question }),
      openedAt,
      channel: signing.channel,
      assurance: signing.assurance,
      ...(second && second.id !== matter.person ? { countersigner: second.id } : {})
    };
    const named = ['signed', matterKey(matter), audience.id, `${version.major}.${version.minor}`, schoolYearOf(today())].join(' ');
    const signer = known.person(matter.person);
    const receipts: readonly NewSending[] =
      signer?.address === undefined ? [] : [{ person: signer.id, purpose: 'receipt', step: `receipt ${named}`, channel: 'mail' }];
    const { recorded, row } = await add(entry, named, receipts);
    return { done: { entry: recorded as Receipt['entry'], text: receiptText({ row, keys: key.published, signer: key.signer }) } };
  };

  const remind: Desk['remind'] = async (ids, by) => {
    const known = await remembered();
    const moment = now();
    const slot = Math.floor(moment.getTime() / atOnce);
    const fresh = (wanted: Wanted): boolean =>
      wanted.remindedAt === undefined || moment.getTime() - Date.parse(wanted.remindedAt) >= pressedTwice;
    const additions: Addition[] = [];
    let count = 0;
    for (const id of new Set(ids)) {
      const person = known.person(id);
      const channel = person && isReached(person) ? channelOf(person) : undefined;
      const open = known.wanted(id).filter(wanted => isOpen(wanted) && fresh(wanted));
      if (!person || channel === undefined || open.length === 0) continue;
      count += 1;
      const matters = open.map(matterOf);
      const sending: NewSending = {
        person: id,
        purpose: 'remind',
        step: `remind ${id} by hand ${slot} ${open.map(({ major }) => major).join(' ')}`,
        channel,
        payload: { by, matters }
      };
      open.forEach((wanted, i) =>
        additions.push({
          entry: { kind: 'reminded', at: moment.toISOString(), ...matterOf(wanted), major: wanted.major, step: 0, by },
          key: `reminded ${matterKey(wanted)} ${wanted.major} by hand ${slot}`,
          sendings: i === 0 ? [sending] : []
        })
      );
    }
    await ledger.addAll(additions);
    return count;
  };

  const takeBack: NonNullable<Desk['takeBack']> = (by, since) =>
    db.transaction().execute(async trx => {
      const cancelled = await trx
        .updateTable('sending')
        .set({ state: 'cancelled', reason: 'taken-back' })
        .where('school', '=', school.id)
        .where('state', '=', 'planned')
        .where('purpose', '=', 'remind')
        .where('created_at', '>=', new Date(since))
        .where(eb => eb(eb.ref('payload', '->>').key('by'), '=', by))
        .returning(['id', 'person', 'payload'])
        .execute();
      const moment = at();
      const additions = cancelled.flatMap(({ id, payload }) =>
        (payload['matters'] as readonly Matter[]).map(
          (matter): Addition => ({
            entry: { kind: 'recalled', at: moment, ...matterOf(matter), by, of: 'reminded' },
            key: `recalled ${id} ${matterKey(matter)}`
          })
        )
      );
      if (additions.length > 0) await ledger.addIn(trx, additions);
      return new Set(cancelled.map(({ person }) => person)).size;
    });

  return {
    now,
    school,
    audiences,
    ledger,
    peopleStore: people,
    versionStore: versions,
    listStore: lists,
    remembered,
    channelOf,
    versions: async () => inForce((await remembered()).versions),
    history: async policy => (await remembered()).versions.filter(version => version.policy === policy),
    people: async () => (await remembered()).people,
    person: async id => (await remembered()).person(id),
    wanted: async person => (await remembered()).wanted(person),
    open: async (of, asked, channel) => {
      const known = await remembered();
      const matter = matterOf(of);
      const here = found(known, matter);
      if (!here) return { refused: 'not-asked' };
      const { wanted, version } = here;
      const [language, { sha256: text }] = textOf(version, asked);
      // Who reads again what they signed has nothing to answer.
      if (wanted.standing !== 'signed') {
        const { major, minor } = version;
        const once = [matterKey(matter), `${major}.${minor}`, language, channel, today(), wanted.answer?.index ?? '', wanted.askedAt ?? ''];
        await add({ kind: 'opened', at: at(), ...matter, major, minor, language, text, channel }, ['opened', ...once].join(' '));
      }
      return { done: version };
    },
    sign,
    decline: async (of, major, why, channel) => {
      const known = await remembered();
      const matter = matterOf(of);
      const here = found(known, matter);
      if (!here) return { refused: 'not-asked' };
      if (here.wanted.standing === 'signed') return { refused: 'signed-already' };
      if (major !== here.version.major) return { refused: 'old-version' };
      const reason = tidied(why);
      if (reason === '') return { refused: 'reason-missing' };
      if (reason.length > longest.reason) return { refused: 'field-too-long', field: 'reason' };
      const { minor } = here.version;
      return { done: (await add({ kind: 'declined', at: at(), ...matter, major, minor, reason, channel })).recorded };
    },
    excuse: async (matter, until, because, by) => {
      const entry = {
        kind: 'excused',
        at: at(),
        ...matterOf(matter),
        ...(until === undefined ? {} : { until }),
        because: tidied(because),
        by
      } as const;
      return (await add(entry)).recorded;
    },
    recall: async (matter, by) => (await add({ kind: 'recalled', at: at(), ...matterOf(matter), by, of: 'excused' })).recorded,
    remind,
    lookedUp: async (person, by) => {
      // Whoever looks at their own is not looked up; a list that is turned over within a minute is one look.
      if (person === by) return;
      const moment = at();
      await add({ kind: 'looked-up', at: moment, person, by }, `looked-up ${person} by ${by} ${moment.slice(0, 16)}`);
    },
    takeBack,
    sending: async () => {
      const midnight = new Date(`${at().slice(0, 10)}T00:00:00Z`);
      const [{ waiting, sent, failed }, { paused_at: paused }] = await Promise.all([
        db
          .selectFrom('sending')
          .select(eb => [
            eb.fn.countAll<number>().filterWhere('state', 'in', ['planned', 'sending']).as('waiting'),
            eb.fn
              .countAll<number>()
              .filterWhere(eb.and([eb('state', '=', 'sent'), eb('sent_at', '>=', midnight)]))
              .as('sent'),
            eb.fn.countAll<number>().filterWhere('state', 'in', ['failed', 'unknown']).as('failed')
          ])
          .where('school', '=', school.id)
          .executeTakeFirstOrThrow(),
        db.selectFrom('school').select('paused_at').where('id', '=', school.id).executeTakeFirstOrThrow()
      ]);
      const known = await remembered();
      const troubles = (await outboxOf(db, school.id).troubles()).flatMap(({ person: about, reason }) => {
        const person = known.person(about);
        return person ? [{ person, ...sendingReasons[reason] }] : [];
      });
      return { waiting, sent, failed, paused: paused !== null, troubles };
    },
    pause: async (paused, by) => {
      await db
        .updateTable('school')
        .set(paused ? { paused_at: now(), paused_by: by } : { paused_at: null, paused_by: null })
        .where('id', '=', school.id)
        .execute();
    },
    ...(parts.files ? { files: parts.files } : {}),
    since: async (from, person) => ledger.since(from, person),
    tasks: async () => {
      const known = await remembered();
      return known.waiting().flatMap(of => {
        const person = 'person' in of.entry ? known.person(of.entry.person) : undefined;
        return person ? [{ of, person }] : [];
      });
    },
    settle: async (of, by, note) => {
      const known = await remembered();
      const about = (await ledger.at(of))?.entry;
      const asked = about?.kind === 'signed' && about.question !== undefined ? known.person(about.person) : undefined;
      const channel = asked && channelOf(asked);
      // Whoever asked hears the answer; who refused is spoken with.
      const sendings: readonly NewSending[] =
        asked && channel !== undefined ? [{ person: asked.id, purpose: 'notice', step: `answer ${of}`, channel }] : [];
      const person = about && 'person' in about ? about.person : '';
      const entry = { kind: 'settled', at: at(), person, of, by, note: tidied(note).slice(0, longest.note) } as const;
      // Two who settle at once: the first counts.
      return (await add(entry, `settled ${of}`, sendings)).recorded;
    },
    lists: lists.since,
    link: parts.link
  };
}

/** The last version of each policy. */
function inForce(versions: readonly Version[]): readonly Version[] {
  const last = new Map<string, Version>();
  for (const version of versions) {
    const known = last.get(version.policy);
    if (!known || known.major < version.major || (known.major === version.major && known.minor < version.minor))
      last.set(version.policy, version);
  }
  return [...last.values()];
}

/** The text in that language, or in the first that the version has. */
function textOf(version: Version, language: Locale): readonly [Locale, NonNullable<Version['texts'][Locale]>] {
  for (const each of [language, ...version.languages, ...locales]) {
    const text = version.texts[each];
    if (text) return [each, text];
  }
  throw new Error(`Version ${version.major}.${version.minor} of ${version.policy} has no text.`);
}

function fieldsOf(audience: Audience, given: Signing['fields']): Taken<Signing['fields']> {
  const fields: { [field: string]: string } = {};
  for (const field of audience.fields) {
    const value = tidied(Object.hasOwn(given, field) ? given[field]! : '');
    const refused: Refusal | undefined = value === '' ? 'field-missing' : value.length > longest.field ? 'field-too-long' : undefined;
    if (refused) return { refused, field };
    fields[field] = value;
  }
  return { done: fields };
}

/** What somebody typed, without what cannot be seen: neither a name nor a reason is made of blanks. */
function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, '')
    .trim();
}

/** Nothing but the matter, whatever else came along. */
function matterOf({ person, policy, child }: Matter): Matter {
  return child === undefined ? { person, policy } : { person, policy, child };
}
