import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Audience } from '../../core/policies/audience.ts';
import { assuranceWords, channelWords, fieldWords, roleWords, standingWords } from '../../core/policies/desk-words.ts';
import { fields } from '../../core/policies/audience.ts';
import type { Person } from '../../core/policies/person.ts';
import { wordsOf } from '../../core/policies/policy.ts';
import type { Wanted } from '../../core/policies/standing.ts';
import type { Version } from '../../core/policies/version.ts';

/** What stands in a table: words, a number, a day `YYYY-MM-DD`, or an instant (ISO 8601, UTC). */
export type Cell = string | number | { readonly day: string } | { readonly instant: string };

/** A table with the name of each column. */
export interface Table {
  readonly columns: readonly { readonly heading: string; readonly id: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What the table is made of. */
export interface Statuses {
  readonly wanted: readonly Wanted[];
  readonly people: readonly Person[];
  readonly versions: readonly Version[];
  readonly audiences: readonly Audience[];
}

/** One signature that the school wants: where it stands, and what was given. */
interface Status {
  readonly wanted: Wanted;
  readonly person: Person | undefined;
  readonly child: Person | undefined;
  readonly version: Version | undefined;
  readonly audience: Audience | undefined;
  readonly nameOf: (id: string | undefined) => string;
}

/** Every signature that the school wants, a row each: whose, under what, where it stands, what was answered, and its place in the ledger. */
export function statusTable({ wanted, people, versions, audiences }: Statuses, lang: Locale): Table {
  const byId = new Map(people.map(person => [person.id, person]));
  const nameOf = (id: string | undefined): string => (id === undefined ? '' : (byId.get(id)?.name ?? id));
  const statuses = wanted.map(
    (each): Status => ({
      wanted: each,
      person: byId.get(each.person),
      child: each.child === undefined ? undefined : byId.get(each.child),
      version: versionOf(versions, each),
      audience: audiences.find(({ id }) => id === each.audience),
      nameOf
    })
  );
  return {
    columns: columns.map(({ id, heading }) => ({ id, heading: heading[lang] })),
    rows: statuses.map(status => columns.map(({ of }) => of(status, lang) ?? ''))
  };
}

/** The version that was answered; of what was not answered, the newest of its major number. */
function versionOf(versions: readonly Version[], { policy, major, answer }: Wanted): Version | undefined {
  const own = versions.filter(each => each.policy === policy && each.major === major);
  const minor = answer && 'minor' in answer.entry ? answer.entry.minor : undefined;
  return own.find(each => each.minor === minor) ?? own.reduce<Version | undefined>((a, b) => (a && a.minor > b.minor ? a : b), undefined);
}

interface Column {
  readonly id: string;
  readonly heading: Text;
  readonly of: (status: Status, lang: Locale) => Cell | undefined;
}

const instant = (at: string | undefined): Cell | undefined => (at === undefined ? undefined : { instant: at });
const day = (on: string | undefined): Cell | undefined => (on === undefined ? undefined : { day: on });

function signed({ wanted: { answer } }: Status) {
  return answer?.entry.kind === 'signed' ? answer.entry : undefined;
}

/** The class that a pupil typed, beside the class that the school has of them. */
const typedClass = { id: 'typedClass', heading: { en: 'Typed class', cy: 'Dosbarth a deipiwyd' } };

const columns: readonly Column[] = [
  { id: 'name', heading: { en: 'Name', cy: 'Enw' }, of: ({ person, wanted }) => person?.name ?? wanted.person },
  { id: 'address', heading: { en: 'E-mail', cy: 'E-bost' }, of: ({ person }) => person?.address },
  {
    id: 'roles',
    heading: { en: 'Roles', cy: 'Rolau' },
    of: ({ person }, lang) => person?.roles.map(role => roleWords[role][lang]).join('; ')
  },
  { id: 'groups', heading: { en: 'Groups', cy: 'Grwpiau' }, of: ({ person }) => person?.groups.join('; ') },
  { id: 'class', heading: { en: 'Class', cy: 'Dosbarth' }, of: ({ person, child }) => child?.class ?? person?.class },
  { id: 'child', heading: { en: 'For the child', cy: 'Dros y plentyn' }, of: ({ wanted, child }) => child?.name ?? wanted.child },
  {
    id: 'policy',
    heading: { en: 'Policy', cy: 'Polisi' },
    of: ({ wanted, version }, lang) => (version ? wordsOf(version.title, lang, version.languages) : wanted.policy)
  },
  { id: 'version', heading: { en: 'Version', cy: 'Fersiwn' }, of: ({ wanted, version }) => `${wanted.major}.${version?.minor ?? 0}` },
  {
    id: 'audience',
    heading: { en: 'Audience', cy: 'Cynulleidfa' },
    of: ({ wanted, audience }, lang) => audience?.title[lang] ?? wanted.audience
  },
  { id: 'year', heading: { en: 'School year from', cy: 'Blwyddyn ysgol o' }, of: ({ wanted }) => wanted.year },
  { id: 'status', heading: { en: 'Status', cy: 'Statws' }, of: ({ wanted }, lang) => standingWords[wanted.standing][lang] },
  { id: 'due', heading: { en: 'Due', cy: 'Erbyn' }, of: ({ wanted }) => day(wanted.due) },
  { id: 'askedAt', heading: { en: 'Asked', cy: 'Gofynnwyd' }, of: ({ wanted }) => instant(wanted.askedAt) },
  { id: 'reminders', heading: { en: 'Reminders', cy: 'Nodiadau atgoffa' }, of: ({ wanted }) => wanted.reminders },
  { id: 'openedAt', heading: { en: 'Opened', cy: 'Agorwyd' }, of: status => instant(signed(status)?.openedAt ?? status.wanted.openedAt) },
  {
    id: 'answeredAt',
    heading: { en: 'Answered', cy: 'Atebwyd' },
    of: ({ wanted }) => instant(wanted.answer?.entry.at)
  },
  { id: 'typedName', heading: { en: 'Typed name', cy: 'Enw a deipiwyd' }, of: status => signed(status)?.typedName },
  ...fields.map(
    (field): Column => ({
      ...(field === 'class' ? typedClass : { id: field, heading: fieldWords[field] }),
      of: status => signed(status)?.fields[field]
    })
  ),
  { id: 'question', heading: { en: 'Question', cy: 'Cwestiwn' }, of: status => signed(status)?.question },
  {
    id: 'reason',
    heading: { en: 'Why not', cy: 'Pam ddim' },
    of: ({ wanted: { answer } }) => (answer?.entry.kind === 'declined' ? answer.entry.reason : undefined)
  },
  {
    id: 'channel',
    heading: { en: 'Where', cy: 'Ble' },
    of: ({ wanted: { answer } }, lang) => (answer && 'channel' in answer.entry ? channelWords[answer.entry.channel][lang] : undefined)
  },
  {
    id: 'assurance',
    heading: { en: 'How it is known who signed', cy: 'Sut y gwyddys pwy a lofnododd' },
    of: (status, lang) => {
      const entry = signed(status);
      return entry && assuranceWords[entry.assurance][lang];
    }
  },
  {
    id: 'countersigner',
    heading: { en: 'Confirmed by', cy: 'Cadarnhawyd gan' },
    of: status => status.nameOf(signed(status)?.countersigner)
  },
  { id: 'excusedUntil', heading: { en: 'Excused until', cy: 'Esgusodwyd tan' }, of: ({ wanted }) => day(wanted.excusedUntil) },
  { id: 'language', heading: { en: 'Language', cy: 'Iaith' }, of: status => signed(status)?.language },
  { id: 'text', heading: { en: 'SHA-256 of the text', cy: 'SHA-256 y testun' }, of: status => signed(status)?.text },
  { id: 'entry', heading: { en: 'Entry of the ledger', cy: 'Cofnod yn y llyfr cofnodion' }, of: ({ wanted }) => wanted.answer?.index },
  { id: 'leaf', heading: { en: 'Leaf', cy: 'Deilen' }, of: ({ wanted }) => wanted.answer?.leaf }
];

/** A table’s rows for another program: each a JSON object with the columns’ ids, empty ones left out, instants in UTC. */
export function objectsOf({ columns: named, rows }: Table): readonly { readonly [id: string]: string | number }[] {
  return rows.map(row =>
    Object.fromEntries(
      row.flatMap((cell, i) => {
        const value = typeof cell === 'object' ? ('day' in cell ? cell.day : cell.instant) : cell;
        return value === '' ? [] : [[named[i]!.id, value] as const];
      })
    )
  );
}

/** How many rows there are, in words. */
export function countWords(count: number, lang: Locale): string {
  const words = { en: count === 1 ? '1 signature' : '{count} signatures', cy: count === 1 ? '1 llofnod' : '{count} o lofnodion' };
  return fill(words[lang], { count });
}
