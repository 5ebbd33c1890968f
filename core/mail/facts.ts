import type { Reading, Readings } from '../judge.ts';
import { type Detail, detailsIn } from './details.ts';
import { type Prose, proseOf } from './prose.ts';
import { domainOf, isOneOf, localOf, mailboxOf, normalAddress } from './address.ts';
import { type Moment, momentOf } from './calendar.ts';
import { earlierOf } from './earlier.ts';
import { audiencesIn, keyedHash } from './filter.ts';
import type { Address, Addressed, Attachment, Message, Thread } from './message.ts';
import type { Audience, Known, MailPolicy } from './policy.ts';

export type Field = 'to' | 'cc' | 'bcc';

/** A mailbox, with what the school knows of it. `address` is normalised; where a surface gives none, it is the name. */
export interface Person {
  readonly name: string;
  readonly address: string;
  readonly local: string;
  readonly domain: string;
  /** The audience that counts most for warning; `audiences` holds all of them. */
  readonly audience: Audience;
  readonly audiences: readonly Audience[];
  readonly known: readonly Known[];
  /** Whether the mailbox is in the school's own domains. */
  readonly ours: boolean;
}

export interface Recipient extends Person {
  readonly field: Field;
  /** The group in To, Cc or Bcc that brought this person in, however deep. Members of a group do not see each other's address. */
  readonly via?: string;
  /** On the school's exempt list: never named in a message. */
  readonly exempt: boolean;
}

/** Everything a rule may know about a message. Derived once, when first asked for; rules read it and nothing else. */
export interface Facts {
  readonly school: MailPolicy;
  readonly sender: Person;
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly prose: Prose;
  /** The personal details in the text: looked for when a rule first calls this, because most mail needs none of it. */
  readonly details: () => readonly Detail[];
  readonly attachments: readonly Attachment[];
  readonly thread: Thread;
  /** The addresses that were in the conversation before: as the surface says, or as the header lines of the quoted mail name them. */
  readonly earlier: readonly string[];
  readonly moment: Moment;
}

type Ways = { readonly [P in keyof Facts]: (message: Message, policy: MailPolicy, facts: Readings<Facts>) => Reading<Facts[P]> };

const ways: Ways = {
  school: (_, policy) => ({ value: policy }),
  sender: ({ from }, policy) => read(from, who => personOf(who, policy)),
  recipients: ({ addressed }, policy) => read(addressed, all => recipientsOf(all, policy)),
  subject: ({ subject }) => subject,
  prose: ({ body }) => read(body, proseOf),
  details: (_, __, facts) => (facts.prose ? read(facts.prose, detailsOnce) : { unread: 'unreachable' }),
  attachments: ({ attachments }) => attachments,
  thread: ({ thread }) => thread,
  earlier: ({ thread }, _, facts) => ('unread' in thread ? thread : earlierOf(thread.value, facts.prose)),
  moment: ({ at }, policy) => ('unread' in at ? at : momentOf(at.value, policy.calendar))
};

function detailsOnce({ text, words }: Prose): () => readonly Detail[] {
  let details: readonly Detail[] | undefined;
  return () => details || (details = detailsIn(text, words));
}

/** One message while it is judged. */
interface Asked {
  readonly message: Message;
  readonly policy: MailPolicy;
  readonly kept: { [part: string]: Reading<unknown> };
}

/** Getters, one a fact, on one shared prototype: closures made for every message cost more than all the rules together. */
const onceAsked = Object.defineProperties({}, gettersOf(ways));

/** What the rules may read of this message under this policy. Each part is worked out when it is first asked for, and then kept. */
export function readFacts(message: Message, policy: MailPolicy): Readings<Facts> {
  const asked: Asked = { message, policy, kept: {} };
  return Object.assign(Object.create(onceAsked), asked) as Readings<Facts>;
}

function gettersOf(ways: Ways): PropertyDescriptorMap {
  const getters: PropertyDescriptorMap = {};
  for (const part of Object.keys(ways) as (keyof Facts)[]) {
    getters[part] = {
      get(this: Asked): Reading<unknown> {
        return this.kept[part] || (this.kept[part] = ways[part](this.message, this.policy, this as Readings<Facts>));
      }
    };
  }
  return getters;
}

function read<A, B>(reading: Reading<A>, derive: (value: A) => B): Reading<B> {
  return 'unread' in reading ? reading : { value: derive(reading.value) };
}

/** The order in which one of several audiences counts: the first one wins. */
const weight: readonly Audience[] = ['head', 'staff', 'pupil', 'governor', 'parent', 'agency', 'outsider'];
const unknown: readonly Known[] = [];
const outsiders: readonly Audience[] = ['outsider'];

/** Who a mailbox belongs to, by what the school knows: its directory and posts first, then whole domains, then the public bodies' domains. */
export function personOf({ name, address: raw }: Address, policy: MailPolicy): Person {
  // Outlook hands personal contact lists, and names that it could not resolve, over without an address.
  const address = normalAddress(raw.trim() === '' ? name : raw);
  const domain = domainOf(address);
  const ofStaff = isOneOf(domain, policy.domains.staff);
  const ofPupils = isOneOf(domain, policy.domains.pupils);
  const asWritten = linesOf(address, policy);
  const mailbox = mailboxOf(address);
  const known = asWritten.length === 0 && mailbox !== address ? linesOf(mailbox, policy) : asWritten;
  const found = known.map<Audience>(line => line.audience);
  for (const post of postsOf(mailbox, policy)) found.push(post);
  if (ofStaff && !found.some(isNoStaff)) found.push('staff');
  if (ofPupils && !found.some(isGrown)) found.push('pupil');
  if (found.length === 0 && isPublicBody(domain)) found.push('agency');
  const audiences = found.length === 0 ? outsiders : found.length === 1 ? found : weight.filter(each => found.indexOf(each) >= 0);
  return { name, address, local: localOf(address), domain, audience: audiences[0]!, audiences, known, ours: ofStaff || ofPupils };
}

function linesOf(address: string, { directory, filter }: MailPolicy): readonly Known[] {
  if (Object.prototype.hasOwnProperty.call(directory, address)) return directory[address]!;
  return filter && address.indexOf('@') > 0 ? audiencesIn(filter, address) : unknown;
}

function postsOf(address: string, { people }: MailPolicy): readonly Audience[] {
  const posts: Audience[] = [];
  if (people.headteacher.indexOf(address) >= 0) posts.push('head');
  if (people.deputies.indexOf(address) >= 0 || people.coordinator.indexOf(address) >= 0 || people.dsl.indexOf(address) >= 0)
    posts.push('staff');
  if (people.chairOfGovernors.indexOf(address) >= 0) posts.push('governor');
  return posts;
}

/** Whom a mailbox in the staff domain does not make staff: the school said who it is. */
function isNoStaff(audience: Audience): boolean {
  return audience === 'governor' || audience === 'pupil' || audience === 'agency';
}

function isGrown(audience: Audience): boolean {
  return audience !== 'pupil' && audience !== 'parent';
}

/** Whether a domain is a council's, a health board's, the police's, a court's or another school's: only such bodies can have one. */
function isPublicBody(domain: string): boolean {
  return /(?:^|\.)(?:gov\.uk|nhs\.uk|nhs\.net|police\.uk|sch\.uk|cjsm\.net|gov\.wales|llyw\.cymru|nhs\.wales|gov\.scot|hscni\.net)$/.test(
    domain
  );
}

/** How deep groups may stand in groups. What is deeper is taken for a mailbox. */
const deepest = 8;

function recipientsOf(addressed: Addressed, policy: MailPolicy): readonly Recipient[] {
  const recipients: Recipient[] = [];
  const seen = new Set<string>();
  const add = (field: Field, who: Address, group: Recipient | undefined, depth: number): void => {
    const person = personOf(who, policy);
    const exempt = (group !== undefined && group.exempt) || isExempt(person.address, policy);
    const via = group && (group.via || group.address || 'group');
    const recipient: Recipient = via === undefined ? { ...person, field, exempt } : { ...person, field, exempt, via };
    if (who.members && who.members.length > 0 && depth < deepest) {
      for (const member of who.members) add(field, member, recipient, depth + 1);
      return;
    }
    const place = `${field} ${via || ''} ${person.address}`;
    if (seen.has(place)) return;
    seen.add(place);
    recipients.push(recipient);
  };
  for (const field of ['to', 'cc', 'bcc'] as const) for (const who of addressed[field]) add(field, who, undefined, 0);
  return recipients;
}

function isExempt(address: string, { exempt, filter }: MailPolicy): boolean {
  return (
    exempt.length > 0 &&
    [address, mailboxOf(address)].some(
      each => exempt.indexOf(each) >= 0 || (filter !== undefined && exempt.indexOf(`#${keyedHash(filter.key, each)}`) >= 0)
    )
  );
}
