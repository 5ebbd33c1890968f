import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { base64, utf8 } from '../../core/policies/ledger/bytes.ts';
import type { Signer } from '../../core/policies/ledger/checkpoint.ts';
import { endorsedLine, keyChain, published, type PublishedKey } from '../../core/policies/ledger/key-chain.ts';
import { failure, fileFailure } from '../failure.ts';
import { readSecret, writeSecret } from '../secret-file.ts';
import { hashes, verifySignature } from './hashes.ts';

/** The key by which a school signs its checkpoints and receipts. */
export interface SigningKey {
  /** Oldest first; the last one signs. */
  readonly published: readonly [PublishedKey, ...PublishedKey[]];
  readonly signer: Signer;
}

/** The file beside `beadle.yaml` in which the key is kept; nobody but its owner may read it. */
export const signingKeyFile = 'beadle-ledger-key.json';

/** The signing key of the school whose files lie in `folder`; it is made when there is none. Throws a `Failure` where the file is spoilt or others may read it. */
export async function signingKeyIn(folder: string): Promise<SigningKey> {
  const found = await readSigningKey(folder);
  if (found) return found;
  const path = join(folder, signingKeyFile);
  try {
    const { own, secret } = freshPair();
    await writeSecret(path, textOf({ format: 1, published: [own], secret }), 'first');
  } catch (error) {
    throw fileFailure(error, path);
  }
  const made = await readSigningKey(folder);
  if (!made) throw failure('file-unreadable', `«${path}» went away while it was written. Start again.`);
  return made;
}

/** The signing key that is there, or nothing where none was made yet. */
export async function readSigningKey(folder: string): Promise<SigningKey | undefined> {
  const stored = await readStored(join(folder, signingKeyFile));
  return stored && signingKeyOf(stored);
}

/** A signing key that is kept nowhere: for tests and measurements. */
export function passingSigningKey(): SigningKey {
  const { own, secret } = freshPair();
  return signingKeyOf({ format: 1, published: [own], secret });
}

/**
 * Makes a new key that signs from now on, endorsed by the one before it, whose private half is thrown away: what that one signed stays verifiable. Throws
 * a `Failure` where there is none yet.
 */
export async function newLedgerKey(folder: string): Promise<PublishedKey> {
  const path = join(folder, signingKeyFile);
  const stored = await readStored(path);
  if (!stored) throw failure('file-missing', `There is no «${path}» yet. «beadle serve» makes it on its first start.`);
  const { own, secret } = freshPair();
  const made = { ...own, endorsement: base64(signingKeyOf(stored).signer.sign(utf8(endorsedLine(own)))) };
  try {
    await writeSecret(path, textOf({ format: 1, published: [...stored.published, made], secret }), 'instead');
  } catch (error) {
    throw fileFailure(error, path);
  }
  return made;
}

interface Stored {
  readonly format: 1;
  readonly published: readonly [PublishedKey, ...PublishedKey[]];
  /** The private half of the last one: `d` of its JSON Web Key. */
  readonly secret: string;
}

const storedShape = z.strictObject({
  format: z.literal(1),
  published: z.array(z.strictObject({ name: z.string(), publicKey: z.string(), endorsement: z.string().exactOptional() })).min(1),
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/)
});

async function readStored(path: string): Promise<Stored | undefined> {
  const text = await readSecret(path);
  if (text === undefined) return undefined;
  const read = storedShape.safeParse(parsed(text));
  const stored = read.success ? (read.data as unknown as Stored) : undefined;
  if (!stored || !keyChain(stored.published, hashes, verifySignature) || !matches(stored)) {
    throw failure('wrong-config', `«${path}» is spoilt. Put it back from a copy: without it no checkpoint follows those that were sent.`);
  }
  return stored;
}

/** Whether the private half belongs to the last public one. */
function matches(stored: Stored): boolean {
  try {
    const { signer } = signingKeyOf(stored);
    const text = utf8('a trial');
    return verifySignature(signer.publicKey, text, signer.sign(text));
  } catch {
    return false;
  }
}

function textOf(stored: Stored): string {
  return `${JSON.stringify(stored, undefined, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function freshPair(): { readonly own: PublishedKey; readonly secret: string } {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as Required<JsonWebKey>;
  return { own: published({ publicKey: Buffer.from(x, 'base64url') }, hashes.sha256), secret: d };
}

function signingKeyOf({ published: all, secret }: Stored): SigningKey {
  const { name, publicKey } = all[all.length - 1]!;
  const bytes = Buffer.from(publicKey, 'base64');
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url'), d: secret } });
  return { published: all, signer: { name, publicKey: bytes, sign: text => sign(null, text, key) } };
}
