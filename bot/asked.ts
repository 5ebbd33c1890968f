import type { Locale } from '../core/locale.ts';
import { changedFor, changesBetween } from '../core/policies/changes.ts';
import type { Entry, Recorded } from '../core/policies/entry.ts';
import type { Person } from '../core/policies/person.ts';
import { wordsOf } from '../core/policies/policy.ts';
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
  const open = ['asked', 'opened', 'overdue', 'expired', ...(declined ? ['declined'] : [])];
  const wanted = (await desk.wanted(person.id)).filter(({ standing }) => open.includes(standing));
  const versions = await desk.versions();
  const items: Item[] = [];
  for (const each of wanted) {
    const version = versions.find(({ policy }) => policy === each.policy);
    if (version) items.push(await itemOf(turn, each, version));
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
  return nothing({ school: turn.desk.school.name, signed: await signaturesOf(turn), ...shown, ...(await linkOf(turn)) }, turn.locale);
}

/** Whether the card is drawn by our page: there the text is at hand, and a link to it would lead nowhere. */
export function onOurPage({ channel = 'teams' }: Turn): boolean {
  return channel !== 'teams';
}

/** A fresh link to our page, where there is use for one. */
export async function linkOf(turn: Turn): Promise<{ readonly link?: string }> {
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

async function itemOf(turn: Turn, wanted: Wanted, version: Version): Promise<Item> {
  const { desk, locale } = turn;
  const zone = desk.school.timezone;
  const audience = desk.audiences.find(({ id }) => id === wanted.audience);
  const language: Locale = version.languages.includes(locale) ? locale : version.languages[0];
  const child: Person | undefined = wanted.child === undefined ? undefined : await desk.person(wanted.child);
  const before = wanted.answer?.entry;
  const signedBefore = before?.kind === 'signed' ? before : undefined;
  const declinedBefore = wanted.standing === 'declined' && before?.kind === 'declined' ? before : undefined;
  const old = signedBefore && signedBefore.major < version.major;
  const changes = old && audience ? await changesSince(turn, signedBefore, version, audience.binds) : [];
  const answered = declinedBefore ?? signedBefore;
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
        : old
          ? 'changed'
          : signedBefore || wanted.year !== undefined
            ? 'again'
            : wanted.standing === 'expired'
              ? 'changed'
              : 'new',
    ...(answered ? { before: { on: dayOf(locale, zone, answered.at), version: `${answered.major}.${answered.minor}` } } : {}),
    changes: changes.map(change => change[locale]),
    ...(wanted.due === undefined ? {} : { due: wanted.due }),
    overdue: wanted.standing === 'overdue' || (wanted.due !== undefined && wanted.due < dateAt(zone, desk.now().toISOString())),
    ...(wanted.openedAt === undefined ? {} : { opened: momentIn(locale, zone, wanted.openedAt) }),
    consent: audience?.consent[language] ?? '',
    fields: audience?.fields ?? []
  };
}

async function changesSince(
  turn: Turn,
  signed: Extract<Entry, { readonly kind: 'signed' }>,
  now: Version,
  parties: Parameters<typeof changedFor>[0]
): ReturnType<typeof changedLines> {
  const before = (await turn.desk.history(now.policy)).find(version => version.major === signed.major && version.minor === signed.minor);
  return before ? changedLines(before, now, parties) : [];
}

async function changedLines(
  before: Version,
  now: Version,
  parties: Parameters<typeof changedFor>[0]
): Promise<ReturnType<typeof changedFor>> {
  return changedFor(parties, changesBetween(before, now));
}
