import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { failure, fileFailure } from './failure.ts';
import { readSecret, writeSecret } from './secret-file.ts';

/** Seals texts so that neither the database nor a copy of it gives them away: AES-256-GCM with a key that lies beside `beadle.yaml`. */
export interface Sealing {
  /** `place` names where the text stands: it opens nowhere else. */
  readonly seal: (text: string, place: string) => Buffer;
  /** Throws where the text was sealed with another key or for another place, or was changed. */
  readonly open: (sealed: Buffer, place: string) => string;
  /** The same for the same text, by which it is known again; without the key nobody can tell of a text whether it is the one. */
  readonly mark: (text: string) => string;
}

/** The file in which the key is kept; nobody but its owner may read it. Without it no report can be read again. */
export const sealingKeyFile = 'beadle-incidents-key.txt';

const nonce = 12;
const tag = 16;

/** The sealing of the school whose files lie in `folder`; its key is made when there is none. Throws a `Failure` where the file is spoilt or others may read it. */
export async function sealingIn(folder: string): Promise<Sealing> {
  const path = join(folder, sealingKeyFile);
  let text = await readSecret(path);
  if (text === undefined) {
    try {
      await writeSecret(path, `${randomBytes(32).toString('hex')}\n`, 'first');
    } catch (error) {
      throw fileFailure(error, path);
    }
    text = await readSecret(path);
  }
  const written = text?.trim() ?? '';
  if (!/^[0-9a-f]{64}$/.test(written))
    throw failure('file-unreadable', `«${path}» is spoilt. Put the copy of it back: without it no report can be read.`);
  return sealingWith(Buffer.from(written, 'hex'));
}

/** Seals with a key of 32 bytes. */
export function sealingWith(key: Buffer): Sealing {
  return {
    seal: (text, place) => {
      const iv = randomBytes(nonce);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open: (sealed, place) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonce), { authTagLength: tag })
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(nonce, nonce + tag));
      return Buffer.concat([decipher.update(sealed.subarray(nonce + tag)), decipher.final()]).toString('utf8');
    },
    mark: text => createHmac('sha256', key).update(text).digest('hex')
  };
}
