import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import type { SealedFile } from './backup-file.ts';
import { failure } from './failure.ts';

// 64 MB and about a quarter of a second for each guess.
const cost = { N: 1 << 16, r: 8, p: 1, maxmem: 1 << 27 };

/** How long a passphrase is at least, in characters. */
export const shortestPassphrase = 20;

/** A file under a passphrase: nobody reads it, and nobody changes it unseen, who does not know that. */
export function sealed(name: string, text: string, passphrase: string): SealedFile {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, cost), iv).setAAD(Buffer.from(name));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const written = (part: Buffer): string => part.toString('base64');
  return { secret: name, salt: written(salt), iv: written(iv), tag: written(cipher.getAuthTag()), sealed: written(bytes) };
}

/** The file again. Throws `wrong-backup` where the passphrase is another, or the file was changed. */
export function unsealed({ secret, salt, iv, tag, sealed: bytes }: SealedFile, passphrase: string): string {
  const read = (part: string): Buffer => Buffer.from(part, 'base64');
  try {
    const key = scryptSync(passphrase, read(salt), 32, cost);
    const decipher = createDecipheriv('aes-256-gcm', key, read(iv), { authTagLength: 16 })
      .setAAD(Buffer.from(secret))
      .setAuthTag(read(tag));
    return Buffer.concat([decipher.update(read(bytes)), decipher.final()]).toString('utf8');
  } catch {
    throw failure('wrong-backup', `The passphrase does not open «${secret}» in the backup. Take the one under which it was made.`);
  }
}
