import { listed, type Text } from '../locale.ts';
import { type Detail, type DetailKind, detailsIn, isIdentity } from './details.ts';
import type { Person, Recipient } from './facts.ts';
import type { MailPolicy } from './policy.ts';
import { isIn, type Prose, proseOf } from './prose.ts';
import type { Span } from './span.ts';

/** Who a school may say must not be given details; `everyone` means the staff too. */
export const receivers = ['pupil', 'parent', 'governor', 'agency', 'outsider', 'everyone'] as const;

/** The recipients who must not be given details, by what the school says. */
export function receiversOf(recipients: readonly Recipient[], to: readonly string[]): readonly Recipient[] {
  const all = to.indexOf('everyone') >= 0;
  return recipients.filter(({ audience }) => all || to.indexOf(audience) >= 0);
}

const kindWords: { readonly [K in DetailKind]: Text } = {
  phone: { en: 'phone number', cy: 'rhif ffôn' },
  'e-mail': { en: 'e-mail address', cy: 'cyfeiriad e-bost' },
  address: { en: 'home address', cy: 'cyfeiriad cartref' },
  handle: { en: 'account on a social network', cy: 'cyfrif rhwydwaith cymdeithasol' },
  'pupil-number': { en: 'pupil number', cy: 'rhif disgybl' },
  'birth-date': { en: 'date of birth', cy: 'dyddiad geni' },
  'nhs-number': { en: 'NHS number', cy: 'rhif GIG' },
  'insurance-number': { en: 'National Insurance number', cy: 'rhif Yswiriant Gwladol' }
};

/** What kinds of detail these are, each once, for a message. */
export function kindsOf(details: readonly Detail[]): Text {
  return listed(details.map(({ kind }) => kindWords[kind]));
}

/** Whose a private detail is: the sender's own, or another person's. What is quoted is never the sender's. */
export function ownerOf(detail: Detail, prose: Prose, sender: Person): 'sender' | 'other' {
  if (detail.kind === 'pupil-number' || isIn(prose.quoted, detail.start)) return 'other';
  if (prose.signature && isIn([prose.signature], detail.start)) return 'sender';
  if (isIdentity(detail.kind) || detail.kind === 'address') return detail.whose === 'sender' ? 'sender' : 'other';
  if (detail.kind === 'e-mail') return detail.whose === 'sender' || isAlike(prose.text, detail, sender) ? 'sender' : 'other';
  return detail.whose === 'other' ? 'other' : 'sender';
}

/** Whether a mailbox has a name in it that the sender's own has too. */
function isAlike(text: string, { start, end }: Span, sender: Person): boolean {
  const mailbox = text.slice(start, end).toLowerCase();
  const local = mailbox.slice(0, Math.max(mailbox.indexOf('@'), 0));
  return `${sender.local} ${sender.name.toLowerCase()}`.split(/[^a-z]/).some(name => name.length > 3 && local.indexOf(name) >= 0);
}

/** Whether the school gives a detail out itself: a number, mailbox or address that it lists as official. */
export function isOfficial(words: string, official: readonly string[]): boolean {
  if (official.length === 0) return false;
  const plain = plainly(words);
  return official.some(entry => entry !== '' && plain.indexOf(plainly(entry)) >= 0);
}

function plainly(words: string): string {
  const tight = words.toLowerCase().replace(/[^a-z0-9@+]/g, '');
  return tight.replace(/^(?:\+|00)44(?:0(?=\d))?(?=\d)/, '0');
}

/** Whether all of these recipients have had the quoted words already: each is named in them, by address or by name. */
export function haveHad(seers: readonly Recipient[], prose: Prose): boolean {
  if (prose.quoted.length === 0) return false;
  const quoted = prose.quoted.map(({ start, end }) => prose.text.slice(start, end).toLowerCase()).join('\n');
  return seers.every(
    ({ address, name, known }) =>
      quoted.indexOf(address) >= 0 ||
      [name].concat(known.map(line => line.name || '')).some(each => each.indexOf(' ') > 0 && quoted.indexOf(each.toLowerCase()) >= 0)
  );
}

/** Whether these recipients are of one household and the text names a pupil of that household: a family that is told of its own child. */
export function isOwnFamily(seers: readonly Recipient[], text: string, { directory }: MailPolicy): boolean {
  const households = new Set(
    seers.map(({ known }) => known.reduce<string | undefined>((found, line) => found || line.household, undefined))
  );
  const [household] = Array.from(households);
  if (households.size !== 1 || household === undefined) return false;
  return Object.keys(directory).some(address =>
    directory[address]!.some(
      line => line.audience === 'pupil' && line.household === household && isNamed(text, (line.name || '').split(' ')[0]!)
    )
  );
}

/** Whether a first name stands in the text as a word, written as a name is. */
function isNamed(text: string, name: string): boolean {
  if (name.length < 2) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[A-Za-z]/.test(text.charAt(at - 1) + text.charAt(at + name.length))) return true;
  }
  return false;
}

/**
 * What has to be cut out of a plain text so that `given` finds nothing in what is left. Nothing, if the body is no plain text or a cut would make
 * something new: a number out of two halves, or an address whose owner the cut words told.
 */
export function cutsFor(
  { format, text }: Prose,
  found: readonly Span[],
  given: (prose: Prose, details: readonly Detail[]) => readonly Span[]
): readonly Span[] | undefined {
  if (format !== 'text') return undefined;
  let rest = '';
  let at = 0;
  const cuts = found.map(({ start, end }) => {
    rest += text.slice(at, start);
    at = end;
    return { start, end };
  });
  const prose = proseOf({ format, content: rest + text.slice(at) });
  return given(prose, detailsIn(prose.text, prose.words)).length === 0 ? cuts : undefined;
}
