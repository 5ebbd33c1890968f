import { base64, fromBase64, hex, utf8 } from './bytes.ts';
import type { Sha256, VerifySignature } from './hashes.ts';
import { isHash } from './json.ts';
import { noLeaf } from './leaf.ts';

/** What a school's ledger was at the end of one day. Whoever keeps it can tell later that nothing before it was changed. */
export interface Checkpoint {
  readonly school: string;
  /** How many entries it covers. */
  readonly size: number;
  /** The root of the tree of their leaves (RFC 6962): 32 bytes. */
  readonly root: Uint8Array;
  /** `YYYY-MM-DD`, by the school's clock. */
  readonly date: string;
  /** The leaf of the last entry, 64 hexadecimal digits; zeros where there is none. */
  readonly head: string;
  /** SHA-256 of the checkpoint before it, 64 hexadecimal digits; zeros in the first. */
  readonly previous: string;
}

/** Signs bytes as `name`, with 64 bytes of Ed25519. */
export interface Signer {
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** A public key by which checkpoints are checked. */
export interface CheckpointKey {
  /** `keyName` of the key. */
  readonly name: string;
  /** 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array;
}

/** A checkpoint with the signature under it. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The text that is signed. */
  readonly text: string;
  readonly signer: string;
  /** Four bytes that name the key, and 64 bytes of Ed25519. */
  readonly signature: Uint8Array;
}

/**
 * The text of a checkpoint, as it is signed: the origin, the size and the root (the first three lines of a checkpoint by C2SP tlog-checkpoint), then the
 * date, the head and the previous checkpoint.
 */
export function checkpointText({ school, size, root, date, head, previous }: Checkpoint): string {
  return `${originOf(school)}\n${size}\n${base64(root)}\ndate ${date}\nhead ${head}\nprevious ${previous}\n`;
}

/** The first line of a school's checkpoints. */
export function originOf(school: string): string {
  return `Beadle ledger: ${school.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')}`;
}

/** The name of a key: by the first half of its SHA-256. */
export function keyName(publicKey: Uint8Array, sha256: Sha256): string {
  return `beadle-${hex(sha256(publicKey).subarray(0, 16))}`;
}

/** A checkpoint with its signature: a signed note by C2SP signed-note, which other tools can check as well. */
export function signedCheckpoint(checkpoint: Checkpoint, signer: Signer, sha256: Sha256): string {
  const text = checkpointText(checkpoint);
  const id = keyId(signer, sha256);
  const signed = signer.sign(utf8(text));
  const signature = new Uint8Array(id.length + signed.length);
  signature.set(id);
  signature.set(signed, id.length);
  return `${text}\n— ${signer.name} ${base64(signature)}\n`;
}

/** C2SP signed-note: the first four bytes of SHA-256 of the name, a line feed, the number of Ed25519 and the key. */
function keyId({ name, publicKey }: CheckpointKey, sha256: Sha256): Uint8Array {
  const start = utf8(`${name}\n\u0001`);
  const bytes = new Uint8Array(start.length + publicKey.length);
  bytes.set(start);
  bytes.set(publicKey, start.length);
  return sha256(bytes).slice(0, 4);
}

/** Reads a signed checkpoint, strictly: whatever `signedCheckpoint` would not have written, to the letter, is none. It does not check the signature. */
export function readCheckpoint(note: string): SignedCheckpoint | undefined {
  const [origin = '', size = '', root = '', date = '', head = '', previous = '', empty, under = '', end, ...more] = note.split('\n');
  const [dash, signer = '', written = '', ...rest] = under.split(' ');
  const start = originOf('');
  const signature = fromBase64(written);
  const bytes = fromBase64(root);
  const values = { date: after('date ', date), head: after('head ', head), previous: after('previous ', previous) };
  if (origin.slice(0, start.length) !== start || !/^(?:0|[1-9]\d{0,14})$/.test(size) || !bytes || bytes.length !== 32) return undefined;
  if (!isDate(values.date) || !isHash(values.head) || !isHash(values.previous)) return undefined;
  if (empty !== '' || dash !== '—' || !signer || !signature || signature.length !== 68 || rest.length > 0) return undefined;
  if (end !== '' || more.length > 0) return undefined;
  const checkpoint = { school: origin.slice(start.length), size: Number(size), root: bytes, ...values };
  const text = checkpointText(checkpoint);
  return note.slice(0, text.length) === text ? { checkpoint, text, signer, signature } : undefined;
}

function after(start: string, line: string): string {
  return line.slice(0, start.length) === start ? line.slice(start.length) : '';
}

function isDate(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text);
}

/** Every signed checkpoint that stands somewhere in a text, such as a mail with lines around it. */
export function checkpointsIn(text: string): readonly SignedCheckpoint[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.replace(/^(?:> ?)+/, '').trim());
  const found: SignedCheckpoint[] = [];
  const start = originOf('').trim();
  lines.forEach((line, i) => {
    if (line.slice(0, start.length) !== start) return;
    const read = readCheckpoint(`${lines.slice(i, i + 8).join('\n')}\n`);
    if (read) found.push(read);
  });
  return found;
}

/** Whether this key signed the checkpoint. */
export function isSignedBy(
  { text, signer, signature }: SignedCheckpoint,
  key: CheckpointKey,
  hashes: { readonly sha256: Sha256 },
  verify: VerifySignature
): boolean {
  const id = keyId(key, hashes.sha256);
  if (signer !== key.name || id.some((byte, i) => signature[i] !== byte)) return false;
  return verify(key.publicKey, utf8(text), signature.subarray(4));
}

/** What the next checkpoint says of this one as its `previous`; of none, zeros. */
export function previousOf(note: string | undefined, sha256: Sha256): string {
  const read = note === undefined ? undefined : readCheckpoint(note);
  return read ? hex(sha256(utf8(read.text))) : noLeaf;
}
