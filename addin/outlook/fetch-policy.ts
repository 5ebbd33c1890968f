import { devicePolicyIn, type SignedPolicy } from '../../core/mail/device.ts';
import { keepKey, keepPolicy, keptKey, keptSigned, type Settings } from './kept.ts';
import { call, type Service, type Trouble } from './service.ts';

/**
 * How asking for the policy went. `forged`: what came is not signed by the key that this device trusts. `unreadable`: signed, but of a form that this
 * version does not know. `not-kept`: the mailbox had no room for it. What was kept before stays in all of these.
 */
export type Fetched = 'new' | 'same' | 'forged' | 'unreadable' | 'not-kept' | Trouble;

/** A public key of the service as `GET /outlook/keys` lists it. */
interface Key {
  readonly kid: string;
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  /** The key whose place it took, and that key's signature of `endorsedText` of this one. */
  readonly endorsedBy?: string;
  readonly endorsement?: string;
}

/** A key may have been changed so many times since this device saw one. */
const mostChanges = 50;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * Asks the service for the school's policy, checks its signature, and keeps it where it is newer than the one that is here. The first key that this
 * device sees is the one it trusts; another counts only where the trusted one signed it. Never rejects.
 */
export async function fetchPolicy(settings: Settings, service: Service): Promise<Fetched> {
  const kept = keptSigned(settings);
  const answer = await call(service, { path: '/outlook/policy', etag: kept?.etag });
  if ('trouble' in answer) return answer.trouble;
  if (answer.status === 304) return 'same';
  const signed = signedIn(answer.body);
  if (!signed) return 'unreadable';
  const key = await keyFor(signed.kid, settings, service);
  if ('trouble' in key) return key.trouble;
  if (!(await isSignedBy(key.found, signed.payload, signed.signature))) return 'forged';
  const device = devicePolicyIn(signed.payload);
  if (!device) return 'unreadable';
  // Somebody who repeats an answer of last month must not bring last month's policy back.
  const before = kept && devicePolicyIn(kept.payload);
  // A policy from the future, made while some clock was wrong, does not count for that.
  const last = before ? Date.parse(before.issued) : NaN;
  if (last > Date.parse(device.issued) && last <= Date.now()) return 'same';
  if (kept && kept.signature === signed.signature) return 'same';
  if (key.fresh && !(await keepKey(settings, bareKey(key.found)))) return 'not-kept';
  return (await keepPolicy(settings, answer.etag ? { ...signed, etag: answer.etag } : signed)) ? 'new' : 'not-kept';
}

/** Whether a text is signed by the key that this device trusts already. */
export async function isGenuine({ payload, kid, signature }: SignedPolicy, settings: Settings): Promise<boolean> {
  const pinned = keyIn(keptKey(settings));
  return pinned !== undefined && pinned.kid === kid && (await isSignedBy(pinned, payload, signature));
}

type Trusted = { readonly found: Key; readonly fresh: boolean } | { readonly trouble: Fetched };

/** The key of that name, if this device trusts it already or has reason to from now on. */
async function keyFor(kid: string, settings: Settings, service: Service): Promise<Trusted> {
  const pinned = keyIn(keptKey(settings));
  if (pinned && pinned.kid === kid) return { found: pinned, fresh: false };
  const answer = await call(service, { path: '/outlook/keys' });
  if ('trouble' in answer) return answer;
  const keys = keysIn(answer.body);
  const found = keys.find(key => key.kid === kid);
  if (!found) return { trouble: 'forged' };
  return !pinned || (await descends(found, pinned, keys)) ? { found, fresh: true } : { trouble: 'forged' };
}

/** Whether `key` was signed by `trusted`, or by a key that was. */
async function descends(key: Key, trusted: Key, keys: readonly Key[]): Promise<boolean> {
  let current = key;
  for (let changes = 0; changes < mostChanges; changes += 1) {
    const { endorsedBy, endorsement } = current;
    if (!endorsement) return false;
    const before = endorsedBy === trusted.kid ? trusted : keys.find(({ kid }) => kid === endorsedBy);
    if (!before || !(await isSignedBy(before, endorsedText(current), endorsement))) return false;
    if (before === trusted) return true;
    current = before;
  }
  return false;
}

/** What the key before it signs of a new key. */
function endorsedText({ kid, x, y }: Key): string {
  return `beadle-key ${kid} ${x} ${y}`;
}

async function isSignedBy(key: Key, text: string, signature: string): Promise<boolean> {
  try {
    const { kty, crv, x, y } = key;
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ecdsa, false, ['verify']);
    return await crypto.subtle.verify(ecdsa, imported, bytesOf(signature), new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

/** The bytes of base64url. Throws on what is none. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
}

function bareKey({ kid, kty, crv, x, y }: Key): Key {
  return { kid, kty, crv, x, y };
}

function signedIn(body: unknown): SignedPolicy | undefined {
  if (!isObject(body)) return undefined;
  const { payload, kid, signature } = body;
  return isText(payload) && isText(kid) && isText(signature) ? { payload, kid, signature } : undefined;
}

function keysIn(body: unknown): readonly Key[] {
  const listed = isObject(body) && Array.isArray(body['keys']) ? (body['keys'] as readonly unknown[]) : [];
  return listed.map(keyIn).filter(key => key !== undefined);
}

function keyIn(found: unknown): Key | undefined {
  if (!isObject(found) || found['kty'] !== 'EC' || found['crv'] !== 'P-256') return undefined;
  const { kid, x, y, endorsedBy, endorsement } = found;
  if (!isText(kid) || !isText(x) || !isText(y)) return undefined;
  const key: Key = { kid, kty: 'EC', crv: 'P-256', x, y };
  return isText(endorsedBy) && isText(endorsement) ? { ...key, endorsedBy, endorsement } : key;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
