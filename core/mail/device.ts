import { type Accepted, filterOf, keyedHash } from './filter.ts';
import { nameWords } from './directory.ts';
import type { Calendar, Known, MailPolicy } from './policy.ts';
import { rules } from './rules/index.ts';

/** The school's decisions as they travel to a device: without an address of the directory, and good until a day. */
export interface DevicePolicy {
  readonly format: 1;
  /** The version of the policy inside. */
  readonly version: string;
  /** When the service made it: an ISO 8601 instant. */
  readonly issued: string;
  /** From when on it is old. An old one still judges, and says that it is old. */
  readonly expires: string;
  /** Whether messages are marked with a header for the school's mail-flow rules. */
  readonly marks?: boolean;
  readonly policy: MailPolicy;
}

/** A device policy as it comes over the wire and as the device keeps it. */
export interface SignedPolicy {
  /** The JSON text of a `DevicePolicy`: the very text that was signed. */
  readonly payload: string;
  /** Which of the service's keys signed. */
  readonly kid: string;
  /** ECDSA P-256 with SHA-256 over the UTF-8 of `payload`, as IEEE P1363 writes it, in base64url. */
  readonly signature: string;
}

/** Bytes of UTF-8 that a payload may have, so that it and all else that the device keeps fit into 32 KB. */
export const mostPayload = 23 * 1024;

const day = 24 * 60 * 60 * 1000;

/** By what a policy is made ready to travel. */
interface Journey {
  readonly key: string;
  /** An ISO 8601 instant. */
  readonly issued: string;
  readonly days: number;
  readonly accepted?: readonly Accepted[];
  readonly marks?: boolean;
}

/**
 * What of a policy may travel: the directory as a filter under the school's `key` (32 hexadecimal digits), with its names where there is room; the
 * exempt addresses as keyed hashes; of the clauses those that a rule cites, of the clock's changes those that are still to come. It is good for so
 * many days from `issued` on. `accepted` are the addresses that the school knows by their hash alone.
 */
export function devicePolicyOf(policy: MailPolicy, { key, issued, days, accepted = [], marks = false }: Journey): DevicePolicy {
  const now = Date.parse(issued);
  const { shelves: names } = filterOf(namesOf(policy.directory), key);
  const filter = filterOf(policy.directory, key, accepted);
  const made: DevicePolicy = {
    format: 1,
    version: policy.version,
    issued,
    expires: new Date(now + days * day).toISOString(),
    ...(marks ? { marks } : {}),
    policy: {
      ...policy,
      directory: {},
      filter: { ...filter, names },
      knows: Array.from(new Set((policy.knows || audiencesOf(policy.directory)).concat(accepted.map(({ audience }) => audience)))),
      exempt: policy.exempt.map(address => `#${keyedHash(key, address)}`),
      calendar: { ...policy.calendar, offsets: offsetsFrom(now, policy.calendar) },
      clauses: citedIn(policy.clauses)
    }
  };
  return JSON.stringify(made).length <= mostPayload ? made : { ...made, policy: { ...made.policy, filter } };
}

/**
 * Who bears each name, as `nameKey` writes it: all its words, and the first and the last. Pupils' names are turned round too, because files are named
 * so.
 */
function namesOf(directory: MailPolicy['directory']): { readonly [name: string]: readonly Known[] } {
  const names: { [name: string]: Known[] } = Object.create(null);
  for (const address of Object.keys(directory)) {
    for (const { audience, name = '' } of directory[address]!) {
      const words = nameWords(name);
      const [first, last] = [words[0], words[words.length - 1]];
      if (words.length < 2 || first === undefined || last === undefined) continue;
      const ways = [words.join(''), first + last].concat(audience === 'pupil' ? [last + first] : []);
      for (const way of ways) (names[way] || (names[way] = [])).push({ audience });
    }
  }
  return names;
}

/** The policy in a text that came to the device, or nothing where it is none that this version can read. Whether it is genuine is another question. */
export function devicePolicyIn(payload: string): DevicePolicy | undefined {
  try {
    const found = JSON.parse(payload) as Partial<DevicePolicy> | null;
    return found && isWhole(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whether everything is there without which judging would fail rather than see less. */
function isWhole(found: Partial<DevicePolicy>): found is DevicePolicy {
  const { format, version, expires, policy } = found;
  if (format !== 1 || typeof version !== 'string' || isNaN(Date.parse(String(expires))) || !isObject(policy)) return false;
  const { domains, people, directory, filter, exempt, calendar, rules, clauses, whenUnsure } = policy;
  return (
    [domains, people, directory, calendar, rules, clauses].every(isObject) &&
    [domains.staff, domains.pupils, exempt, calendar.offsets, calendar.hours, calendar.terms, calendar.closed].every(Array.isArray) &&
    [people.headteacher, people.deputies, people.coordinator, people.dsl, people.chairOfGovernors].every(Array.isArray) &&
    (whenUnsure === 'allow' || whenUnsure === 'confirm') &&
    (filter === undefined || (isObject(filter) && Array.isArray(filter.shelves)))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function audiencesOf(directory: MailPolicy['directory']): readonly Known['audience'][] {
  const found = new Set<Known['audience']>();
  for (const address of Object.keys(directory)) for (const { audience } of directory[address]!) found.add(audience);
  return Array.from(found);
}

/** The clock as it stands at an instant, and its changes from then on. */
function offsetsFrom(instant: number, { offsets }: Calendar): Calendar['offsets'] {
  let first = 0;
  offsets.forEach(({ since }, i) => {
    if (since <= instant) first = i;
  });
  return offsets.slice(first);
}

function citedIn(clauses: MailPolicy['clauses']): MailPolicy['clauses'] {
  const cited: { [duty: string]: unknown } = {};
  for (const { duties } of rules) for (const duty of duties) if (clauses[duty]) cited[duty] = clauses[duty];
  return cited as MailPolicy['clauses'];
}
