import type { Reading, Readings } from '../judge.ts';
import { type Prose, proseOf } from './prose.ts';
import { domainOf, isOneOf, localOf, normalAddress } from './address.ts';
import { type Moment, momentOf } from './calendar.ts';
import type { Address, Addressed, Attachment, Message, Thread } from './message.ts';
import type { Audience, Known, MailPolicy } from './policy.ts';

export type Field = 'to' | 'cc' | 'bcc';

/** A mailbox, with what the school knows of it. `address` is normalised. */
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
  /** The group that brought this person in. Members of a group do not see each other's address. */
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
  readonly attachments: readonly Attachment[];
  readonly thread: Thread;
  readonly moment: Moment;
}

type Ways = { readonly [P in keyof Facts]: (message: Message, policy: MailPolicy, facts: Readings<Facts>) => Reading<Facts[P]> };

const ways: Ways = {
  school: (_, policy) => ({ value: policy }),
  sender: ({ from }, policy) => read(from, who => personOf(who, policy)),
  recipients: ({ addressed }, policy) => read(addressed, all => recipientsOf(all, policy)),
  subject: ({ subject }) => subject,
  prose: ({ body }) => read(body, proseOf),
  attachments: ({ attachments }) => attachments,
  thread: ({ thread }) => thread,
  moment: ({ at }, policy) => read(at, instant => momentOf(instant, policy.calendar))
};

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

export function personOf({ name, address: raw }: Address, policy: MailPolicy): Person {
  const address = normalAddress(raw);
  const domain = domainOf(address);
  const known = Object.prototype.hasOwnProperty.call(policy.directory, address) ? policy.directory[address]! : [];
  const ofStaff = isOneOf(domain, policy.domains.staff);
  const ofPupils = isOneOf(domain, policy.domains.pupils);
  const found: Audience[] = known.map(line => line.audience);
  if (policy.people.headteacher.indexOf(address) >= 0) found.push('head');
  if (ofStaff && found.indexOf('governor') < 0) found.push('staff');
  if (ofPupils) found.push('pupil');
  const all = weight.filter(each => found.indexOf(each) >= 0);
  const audiences: readonly Audience[] = all.length > 0 ? all : ['outsider'];
  return { name, address, local: localOf(address), domain, audience: audiences[0]!, audiences, known, ours: ofStaff || ofPupils };
}

function recipientsOf(addressed: Addressed, policy: MailPolicy): readonly Recipient[] {
  const recipients: Recipient[] = [];
  for (const field of ['to', 'cc', 'bcc'] as const) {
    for (const who of addressed[field]) {
      const person = personOf(who, policy);
      const exempt = policy.exempt.indexOf(person.address) >= 0;
      if (!who.members) recipients.push({ ...person, field, exempt });
      for (const member of who.members || []) {
        const inside = personOf(member, policy);
        recipients.push({ ...inside, field, via: person.address, exempt: exempt || policy.exempt.indexOf(inside.address) >= 0 });
      }
    }
  }
  return recipients;
}
