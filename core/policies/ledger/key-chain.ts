import { base64, fromBase64, utf8 } from './bytes.ts';
import { type CheckpointKey, keyName } from './checkpoint.ts';
import type { Sha256, VerifySignature } from './hashes.ts';
import { isObject } from './json.ts';

/** A public key of the ledger as it is published, oldest first. */
export interface PublishedKey {
  /** `keyName` of the key. */
  readonly name: string;
  /** 32 bytes of Ed25519 in base64. */
  readonly publicKey: string;
  /** The signature of `endorsedLine` of this key by the key before it, in base64. The first has none. */
  readonly endorsement?: string;
}

/** What the key before it signs of a new key. */
export function endorsedLine({ name, publicKey }: Pick<PublishedKey, 'name' | 'publicKey'>): string {
  return `beadle-ledger-key ${name} ${publicKey}\n`;
}

/**
 * The keys that a school signed with, where each is named rightly and endorsed by the one before it; nothing otherwise. Whether the first is the school's
 * only somebody who knows its name from elsewhere can say: from a checkpoint that was mailed, for one.
 */
export function keyChain(
  published: readonly PublishedKey[],
  { sha256 }: { readonly sha256: Sha256 },
  verify: VerifySignature
): readonly CheckpointKey[] | undefined {
  const keys: CheckpointKey[] = [];
  for (const { name, publicKey, endorsement } of published) {
    const bytes = fromBase64(publicKey);
    if (!bytes || bytes.length !== 32 || keyName(bytes, sha256) !== name) return undefined;
    const before = keys[keys.length - 1];
    const signature = endorsement === undefined ? undefined : fromBase64(endorsement);
    if (before ? !signature || !verify(before.publicKey, utf8(endorsedLine({ name, publicKey })), signature) : endorsement !== undefined)
      return undefined;
    keys.push({ name, publicKey: bytes });
  }
  return keys;
}

/** A key as it is published. */
export function published({ publicKey }: { readonly publicKey: Uint8Array }, sha256: Sha256): PublishedKey {
  return { name: keyName(publicKey, sha256), publicKey: base64(publicKey) };
}

/** Published keys out of JSON, or nothing where they are none. */
export function keysOf(values: readonly unknown[]): readonly PublishedKey[] | undefined {
  const keys: PublishedKey[] = [];
  for (const value of values) {
    if (!isObject(value)) return undefined;
    const { name, publicKey, endorsement } = value;
    if (typeof name !== 'string' || typeof publicKey !== 'string') return undefined;
    if (endorsement !== undefined && typeof endorsement !== 'string') return undefined;
    keys.push(endorsement === undefined ? { name, publicKey } : { name, publicKey, endorsement });
  }
  return keys;
}
