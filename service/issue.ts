import { createHash } from 'node:crypto';
import { type DevicePolicy, devicePolicyOf, type SignedPolicy } from '../core/mail/device.ts';
import type { Accepted } from '../core/mail/filter.ts';
import type { MailPolicy } from '../core/mail/policy.ts';
import { failure } from './failure.ts';
import type { Keys } from './keys.ts';

/** A policy as devices fetch it. */
export interface Issued {
  readonly device: DevicePolicy;
  readonly signed: SignedPolicy;
  /** The text over the wire. */
  readonly body: string;
  /** Bytes of each part of the payload, the largest first. */
  readonly sizes: readonly (readonly [part: string, bytes: number])[];
  /** Bytes that a device needs to keep it. */
  readonly size: number;
  /** Names the content: the same decisions on the same day by the same key have the same tag, on every machine. */
  readonly etag: string;
}

/** What `beadle.yaml` says of how a policy travels. */
interface Travel {
  readonly days: number;
  readonly header: boolean;
}

/** Bytes that a device has for the policy, of the 32 KB in which Outlook keeps everything of an add-in. */
const most = 26.5 * 1024;

/**
 * Makes a school's policy ready for devices, dated from the beginning of the day in UTC, and signs it. Throws a `Failure` when it is larger than what
 * Outlook keeps for an add-in.
 */
export function issue(
  policy: MailPolicy,
  {
    keys,
    accepted,
    settings: { days, header },
    now
  }: { readonly keys: Keys; readonly accepted: readonly Accepted[]; readonly settings: Travel; readonly now: Date }
): Issued {
  const issued = `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  const versioned = { ...policy, version: versionWith(policy.version, accepted) };
  const whole = devicePolicyOf(versioned, { key: keys.directory, issued, days, accepted, marks: header });
  const device = sizeOn(whole) <= most ? whole : withoutNames(whole);
  const size = sizeOn(device);
  const sizes = sizesOf(device);
  if (size > most) {
    const [part, bytes] = sizes[0]!;
    throw failure(
      'policy-too-large',
      `The policy has ${kilobytes(size)} for devices, and Outlook has room for ${kilobytes(most)}. ` +
        `Its largest part is «${part}» with ${kilobytes(bytes)}: ${advice[part] ?? 'shorten it in beadle.yaml'}.`
    );
  }
  const payload = JSON.stringify(device);
  const { kid } = keys.published[keys.published.length - 1]!;
  const signed: SignedPolicy = { payload, kid, signature: keys.sign(payload) };
  const etag = `"${createHash('sha256').update(`${kid} ${payload}`).digest('base64url').slice(0, 22)}"`;
  return { device, signed, body: JSON.stringify(signed), sizes, size, etag };
}

/** Bytes that the key's name, the signature, the tag and the marks around them take beside the payload. */
const around = 300;

/** Bytes that a device needs to keep it. Outlook counts what it keeps as JSON inside JSON, and the payload is a text inside that. */
function sizeOn(device: DevicePolicy): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(JSON.stringify(device)))) + around;
}

/** Names are worth less than addresses: without them a device knows fewer people, and takes nobody for somebody else. */
function withoutNames(device: DevicePolicy): DevicePolicy {
  const { filter } = device.policy;
  if (!filter) return device;
  const { names: _, ...addresses } = filter;
  return { ...device, policy: { ...device.policy, filter: addresses } };
}

const advice: { readonly [part: string]: string | undefined } = {
  filter: 'leave former families and pupils out of the directory',
  clauses: 'leave clauses that say nothing of mail without a duty in policy.yaml',
  rules: 'shorten the lists under «mail.rules» in beadle.yaml',
  exempt: 'shorten «mail.exempt» in beadle.yaml',
  calendar: 'leave past terms and closed days out of beadle.yaml'
};

/** Bytes in words: `9.7 kB`, a thousand bytes each. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function sizesOf({ policy, ...envelope }: DevicePolicy): Issued['sizes'] {
  const { filter, ...rest } = policy;
  const { names, ...addresses } = filter ?? {};
  const parts = [...Object.entries({ ...rest, filter: addresses, ...(names ? { names } : {}) }), ['dates', envelope] as const];
  return parts.map(([part, value]) => [part, Buffer.byteLength(JSON.stringify(value) ?? '')] as const).sort(([, a], [, b]) => b - a);
}

/** What is accepted changes what is judged, so it changes the version. */
function versionWith(version: string, accepted: readonly Accepted[]): string {
  if (accepted.length === 0) return version;
  const hashes = accepted.map(({ hash, audience }) => `${hash} ${audience}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([version, hashes]))
    .digest('hex')
    .slice(0, 12);
}
