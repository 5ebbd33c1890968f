import { createHash, createPrivateKey, generateKeyPairSync, type JsonWebKey, randomBytes, sign } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { failure, fileFailure } from './failure.ts';
import { readSecret, writeSecret } from './secret-file.ts';

/** A public key by which devices check a policy: ECDSA on P-256 with SHA-256, as a JSON Web Key. */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  /** Its thumbprint by RFC 7638. */
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
  /** The key before it, which signed `endorsedText` of this one. A device that knows that one may trust this one. */
  readonly endorsedBy?: string;
  /** That signature: base64url of IEEE P1363. */
  readonly endorsement?: string;
}

/** The school's own keys. */
export interface Keys {
  /** The key of the directory's filter and of pseudonyms: 32 hexadecimal digits. */
  readonly directory: string;
  /** Oldest first; the last one signs. */
  readonly published: readonly [PublicKey, ...PublicKey[]];
  /** The signature of a text by the last key: base64url of IEEE P1363. */
  readonly sign: (text: string) => string;
}

/** The file beside `beadle.yaml` in which the keys are kept; nobody but its owner may read it. */
export const keysFile = 'beadle-keys.json';

/** What the key before it signs of a new key. */
export function endorsedText({ kid, x, y }: Pick<PublicKey, 'kid' | 'x' | 'y'>): string {
  return `beadle-key ${kid} ${x} ${y}`;
}

/** Keys that are kept nowhere: to see how large a policy becomes before the service was ever started. */
export function passingKeys(): Keys {
  return keysOf(freshKeys());
}

/** The keys of the school whose files lie in `folder`; they are made when there are none. Throws a `Failure` where the file is spoilt or others may read it. */
export async function keysIn(folder: string): Promise<Keys> {
  const found = await readKeys(folder);
  if (found) return found;
  const path = join(folder, keysFile);
  try {
    await writeSecret(path, textOf(freshKeys()), 'first');
  } catch (error) {
    throw fileFailure(error, path);
  }
  const made = await readKeys(folder);
  if (!made) throw failure('file-unreadable', `«${path}» went away while it was written. Start again.`);
  return made;
}

/** The keys that are there, or nothing where none were made yet. */
export async function readKeys(folder: string): Promise<Keys | undefined> {
  const stored = await readStored(join(folder, keysFile));
  return stored && keysOf(stored);
}

/**
 * Makes a new key that signs from now on, endorsed by the one before it, whose private half is thrown away. Devices that were away during any number
 * of such changes follow them one by one. Throws a `Failure` where there are no keys yet.
 */
export async function newSigningKey(folder: string): Promise<PublicKey> {
  const path = join(folder, keysFile);
  const stored = await readStored(path);
  if (!stored) throw failure('file-missing', `There is no «${path}» yet. «beadle serve» makes it on its first start.`);
  const { published, sign: endorse } = keysOf(stored);
  const fresh = freshPair();
  const last = published[published.length - 1]!;
  const made: PublicKey = { ...fresh.published, endorsedBy: last.kid, endorsement: endorse(endorsedText(fresh.published)) };
  try {
    await writeSecret(path, textOf({ ...stored, published: [...published, made], secret: fresh.secret }), 'instead');
  } catch (error) {
    throw fileFailure(error, path);
  }
  return made;
}

interface Stored {
  readonly format: 1;
  readonly directory: string;
  readonly published: readonly [PublicKey, ...PublicKey[]];
  /** The private half of the last one: `d` of its JSON Web Key. */
  readonly secret: string;
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

const storedShape = z.strictObject({
  format: z.literal(1),
  directory: z.string().regex(/^[0-9a-f]{32}$/),
  published: z
    .array(
      z.strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: base64url,
        y: base64url,
        kid: base64url,
        alg: z.literal('ES256'),
        use: z.literal('sig'),
        endorsedBy: base64url.exactOptional(),
        endorsement: base64url.exactOptional()
      })
    )
    .min(1),
  secret: base64url
});

async function readStored(path: string): Promise<Stored | undefined> {
  const text = await readSecret(path);
  if (text === undefined) return undefined;
  const read = storedShape.safeParse(parsed(text));
  if (!read.success) {
    throw failure('wrong-config', `«${path}» is spoilt. Put it back from a copy; without it every device has to be told of a new key.`);
  }
  return read.data as unknown as Stored;
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

function freshKeys(): Stored {
  const { published, secret } = freshPair();
  return { format: 1, directory: randomBytes(16).toString('hex'), published: [published], secret };
}

function freshPair(): { readonly published: PublicKey; readonly secret: string } {
  const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as Required<JsonWebKey>;
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  return { published: { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' }, secret: d };
}

function keysOf({ directory, published, secret }: Stored): Keys {
  const { kty, crv, x, y } = published[published.length - 1]!;
  const key = createPrivateKey({ format: 'jwk', key: { kty, crv, x, y, d: secret } });
  return {
    directory,
    published,
    sign: text => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  };
}
