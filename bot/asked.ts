import type { Locale, Text } from '../core/locale.ts';
import { changedFor, changesBetween } from '../core/policies/changes.ts';
import type { Entry, Recorded } from '../core/policies/entry.ts';
import type { Person } from '../core/policies/person.ts';
import { type Party, wordsOf } from '../core/policies/policy.ts';
import type { Wanted } from '../core/policies/standing.ts';
import type { Version } from '../core/policies/version.ts';
import { ask, type Asked, type Item, keyOf } from './cards/ask.ts';
import { nothing } from './cards/nothing.ts';
import type { Signed } from './cards/signed.ts';
import type { Card, Turn } from './turn.ts';
import { dateAt, dayOf, momentIn } from './when.ts';

type Signature = Recorded<Extract<Entry, { readonly kind: 'signed' }>>;

/** What somebody is to sign now, those first that are due first. `declined` takes in what they did not agree to: they may after all. */
export async function itemsOf(turn: Turn, declined = false): Promise<readonly Item[]> {
  const { desk, person } = turn;
  const open = ['due', 'asked', 'opened', 'overdue', 'expired', ...(declined ? ['declined'] : [])];
  const wanted = (await desk.wanted(person.id)).filter(({ standing }) => open.includes(standing));
  if (wanted.length === 0) return [];
  const versions = await desk.versions();
  const before = await lastSignatures(turn);
  const items: Item[] = [];
  for (const each of wanted) {
    const version = versions.find(({ policy }) => policy === each.policy);
    if (version) items.push(await itemOf(turn, each, version, before.get(keyOf(each))));
  }
  const position = (item: Item): string => `${item.due ?? '9999'} ${item.title}`;
  return items.sort((a, b) => (position(a) < position(b) ? -1 : position(a) > position(b) ? 1 : 0));
}

/**
 * The card for where somebody stands now: what they are asked to sign, or that there is nothing. It is what a card that was sent before is replaced with
 * after they signed elsewhere.
 */
export async function cardNow(turn: Turn, more: Pick<Asked, 'attention' | 'typed'> & { readonly declined?: boolean } = {}): Promise<Card> {
  const { declined, ...shown } = more;
  const items = await itemsOf(turn, declined);
  if (items.length > 0) return ask({ school: turn.desk.school.name, items, ...(await linkOf(turn)), ...shown }, turn.locale);
  const signed = await signaturesOf(turn);
  return nothing({ school: turn.desk.school.name, signed, ...shown, ...(signed.length > 0 ? await linkOf(turn) : {}) }, turn.locale);
}

/** Whether the card is drawn by our page: there the text is at hand, and a link to it would lead nowhere. */
function onOurPage({ channel = 'teams' }: Turn): boolean {
  return channel !== 'teams';
}

/** A fresh link to our page, where there is use for one. */
async function linkOf(turn: Turn): Promise<{ readonly link?: string }> {
  return onOurPage(turn) ? {} : { link: await turn.desk.link(turn.person.id) };
}

/** A signature as cards tell it. */
export async function signedOf(turn: Turn, { index, entry }: Signature): Promise<Signed> {
  const { desk, locale } = turn;
  const version = await versionOf(turn, entry.policy, entry.major);
  const child = entry.child === undefined ? undefined : await desk.person(entry.child);
  return {
    title: version ? wordsOf(version.title, locale, version.languages) : entry.policy,
    version: `${entry.major}.${entry.minor}`,
    ...(child ? { child: child.name } : {}),
    typedName: entry.typedName,
    when: momentIn(locale, desk.school.timezone, entry.at),
    sha256: entry.text,
    index,
    ...(entry.question === undefined ? {} : { question: entry.question })
  };
}

async function signaturesOf(turn: Turn): Promise<readonly Signed[]> {
  const wanted = await turn.desk.wanted(turn.person.id);
  return Promise.all(
    wanted.flatMap(({ standing, answer }) => (standing === 'signed' && isSignature(answer) ? [signedOf(turn, answer)] : []))
  );
}

/** The signatures that stand for these matters: what a second press of the same button finds. */
export async function standingFor(turn: Turn, keys: readonly string[]): Promise<readonly Signature[]> {
  const wanted = await turn.desk.wanted(turn.person.id);
  return wanted.flatMap(({ policy, child, standing, answer }) =>
    standing === 'signed' && keys.includes(keyOf({ policy, child })) && isSignature(answer) ? [answer] : []
  );
}

/** A version by its number; the latest of its major where no minor is said. */
export async function versionOf({ desk }: Turn, policy: string, major: number): Promise<Version | undefined> {
  const history = await desk.history(policy);
  return history.filter(version => version.major === major).pop();
}

function isSignature(recorded: Recorded | undefined): recorded is Signature {
  return recorded?.entry.kind === 'signed';
}

/** The last signature of each matter, whether it still counts or not. */
async function lastSignatures({ desk, person }: Turn): Promise<ReadonlyMap<string, Signature['entry']>> {
  const last = new Map<string, Signature['entry']>();
  for (const { entry } of await desk.since('1970-01-01T00:00:00.000Z', person.id))
    if (entry.kind === 'signed' && entry.person === person.id) last.set(keyOf(entry), entry);
  return last;
}

async function itemOf(turn: Turn, wanted: Wanted, version: Version, before: Signature['entry'] | undefined): Promise<Item> {
  const { desk, locale } = turn;
  const zone = desk.school.timezone;
  const audience = desk.audiences.find(({ id }) => id === wanted.audience);
  const language: Locale = version.languages.includes(locale) ? locale : version.languages[0];
  const child: Person | undefined = wanted.child === undefined ? undefined : await desk.person(wanted.child);
  const answer = wanted.answer?.entry;
  const refusal = wanted.standing === 'declined' && answer?.kind === 'declined' ? answer : undefined;
  const answered = refusal ?? before;
  const changes = audience && before && before.major < version.major ? await changesSince(turn, before, version, audience.binds) : [];
  return {
    policy: wanted.policy,
    major: version.major,
    ...(wanted.child === undefined
      ? {}
      : { child: { id: wanted.child, name: child?.name ?? '', ...(child?.class ? { class: child.class } : {}) } }),
    title: wordsOf(version.title, locale, version.languages),
    version: `${version.major}.${version.minor}`,
    language,
    why:
      wanted.standing === 'declined'
        ? 'declined'
        : !before
          ? 'new'
          : wanted.year !== undefined || before.major === version.major
            ? 'again'
            : 'changed',
    ...(answered ? { before: { on: dayOf(locale, zone, answered.at), version: `${answered.major}.${answered.minor}` } } : {}),
    changes: changes.map(change => change[locale]),
    ...(wanted.due === undefined ? {} : { due: wanted.due }),
    overdue: wanted.due !== undefined && wanted.due < dateAt(zone, desk.now().toISOString()),
    ...(wanted.openedAt === undefined ? {} : { opened: momentIn(locale, zone, wanted.openedAt) }),
    consent: audience?.consent[language] ?? '',
    fields: audience?.fields ?? []
  };
}

/** What changed for these parties since the version that was signed, at most two lines. */
async function changesSince(
  turn: Turn,
  { policy, major, minor }: Signature['entry'],
  now: Version,
  parties: readonly Party[]
): Promise<readonly Text[]> {
  const then = (await turn.desk.history(policy)).find(version => version.major === major && version.minor === minor);
  return then ? changedFor(parties, changesBetween(then, now)) : [];
}
