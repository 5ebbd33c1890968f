import { base64, fromBase64, fromHex, hex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { isSignedBy, originOf, readCheckpoint, type Signer } from './checkpoint.ts';
import { dated, faultOf, type LedgerFault, unproved } from './faults.ts';
import type { Hashes, Sha256, VerifySignature } from './hashes.ts';
import { isObject, objectOf } from './json.ts';
import { keyChain, keysOf, type PublishedKey } from './key-chain.ts';
import { asLeaf, commitment, isShallow, leafHash, personalOf, readLeaf } from './leaf.ts';
import type { LedgerRow } from './rows.ts';
import { includes } from './tree.ts';
import type { Text } from '../../locale.ts';

/** What a receipt is made of. The row must hold its personal fields. */
export interface ReceiptParts {
  readonly row: LedgerRow;
  readonly keys: readonly PublishedKey[];
  /** The school's key promises at once that the entry is recorded. */
  readonly signer: Signer;
  /** Once a checkpoint covers the entry: that checkpoint, and the proof that the entry stands under it. */
  readonly covered?: { readonly note: string; readonly proof: readonly Uint8Array[] };
}

/**
 * A receipt as a text (JSON) to keep: the leaf, what was personal in it and its salt, the school's signature over the leaf, and, once a checkpoint covers
 * it, the checkpoint and the inclusion proof. It shows nothing of anybody else.
 */
export function receiptText({ row, keys, signer, covered }: ReceiptParts): string {
  const leaf = readLeaf(row.public);
  const receipt = {
    format,
    leaf: { hash: row.leaf, public: leaf, personal: row.personal === undefined ? {} : objectOf(row.personal), salt: row.salt },
    promise: { key: signer.name, signature: base64(signer.sign(utf8(promised(leaf ? leaf.school : '', row.index, row.leaf)))) },
    ...(covered ? { checkpoint: covered.note, proof: covered.proof.map(hex) } : {}),
    keys
  };
  return `${JSON.stringify(receipt, undefined, 2)}\n`;
}

const format = 'beadle-receipt-1';

/** What the key signs of an entry. */
function promised(school: string, index: number, leaf: string): string {
  return `Beadle receipt\n${canonical(school)}\n${index}\n${leaf}\n`;
}

/** What a receipt turned out to be. */
export interface ReceiptReport {
  readonly school?: string;
  readonly index?: number;
  /** The entry with its personal fields, where they are those that were recorded. */
  readonly entry?: { readonly [field: string]: unknown };
  /** The day of the checkpoint that covers it. */
  readonly coveredOn?: string;
  /** The key that signed it. */
  readonly key?: string;
  readonly fault?: LedgerFault;
  readonly notes: readonly Text[];
  readonly unproved: readonly Text[];
}

/** Verifies a receipt by itself, without the ledger. `key` is the name of a key that is known from elsewhere. */
export function verifyReceipt(
  text: string,
  { hashes, verify, key }: { readonly hashes: Hashes; readonly verify: VerifySignature; readonly key?: string }
): ReceiptReport {
  const bad = (fault: LedgerFault): ReceiptReport => ({ fault, notes: [], unproved });
  const receipt = objectOf(text);
  const parts = receipt && partsOf(receipt);
  if (!parts) return bad(faultOf('receipt-unreadable'));
  const { leaf, hash, personal, salt, promise, covered } = parts;
  const { sha256, hmac } = hashes;
  const own = personalOf(leaf.entry.kind).filter(field => leaf.entry[field] !== undefined);
  if (hex(leafHash(canonical(leaf), sha256)) !== hash) return bad(faultOf('changed-entry', {}, leaf.index));
  const isWhole =
    Object.keys(personal).length === own.length &&
    own.every(field => salt && personal[field] !== undefined && commitment(field, personal[field], salt, hmac) === leaf.entry[field]);
  if (!isWhole) return bad(faultOf('changed-personal', {}, leaf.index));
  const keys = keyChain(parts.keys, hashes, verify);
  if (!keys) return bad(faultOf('wrong-keys'));
  if (key !== undefined && !keys.some(({ name }) => name === key)) return bad(faultOf('other-key', { key }));
  const signer = keys.find(({ name }) => name === promise.key);
  if (!signer || !verify(signer.publicKey, utf8(promised(leaf.school, leaf.index, hash)), promise.signature))
    return bad(faultOf('receipt-signature'));
  const fault = covered && proofFault(covered, { leaf, hash }, keysBy(keys, hashes, verify), sha256);
  if (fault) return bad(fault);
  const { checkpoint } = (covered && readCheckpoint(covered.note)) || {};
  return {
    school: leaf.school,
    index: leaf.index,
    entry: { ...leaf.entry, ...personal },
    key: promise.key,
    ...(checkpoint ? { coveredOn: checkpoint.date } : {}),
    notes: checkpoint ? [] : [notCovered],
    unproved
  };
}

const notCovered: Text = {
  en: 'No checkpoint covers it yet: the school’s key promises that it is recorded. Ask for the receipt again tomorrow.',
  cy: 'Nid oes pwynt gwirio yn ei gwmpasu eto: mae allwedd yr ysgol yn addo ei fod wedi’i gofnodi. Gofynnwch am y dderbynneb eto yfory.'
};

type SignedNote = NonNullable<ReturnType<typeof readCheckpoint>>;

function keysBy(keys: NonNullable<ReturnType<typeof keyChain>>, hashes: Hashes, verify: VerifySignature): (note: SignedNote) => boolean {
  return note => keys.some(each => isSignedBy(note, each, hashes, verify));
}

function proofFault(
  { note, proof }: NonNullable<Parts['covered']>,
  { leaf, hash }: Pick<Parts, 'leaf' | 'hash'>,
  isSigned: (note: SignedNote) => boolean,
  sha256: Sha256
): LedgerFault | undefined {
  const read = readCheckpoint(note);
  if (!read) return faultOf('receipt-unreadable');
  const { school, size, root, date } = read.checkpoint;
  if (originOf(school) !== originOf(leaf.school)) return faultOf('checkpoint-school', { date: dated(date) });
  if (!isSigned(read)) return faultOf('checkpoint-signature', { date: dated(date) });
  return includes(fromHex(hash)!, { index: leaf.index, size, root, proof }, sha256) ? undefined : faultOf('receipt-proof');
}

type Parts = NonNullable<ReturnType<typeof partsOf>>;

/** The parts of a receipt, as far as their shapes go. */
function partsOf(receipt: { readonly [key: string]: unknown }) {
  const { format: named, leaf: held, promise, keys, checkpoint, proof } = receipt;
  if (named !== format || !isObject(held) || !isObject(promise) || !Array.isArray(keys)) return undefined;
  const leaf = asLeaf(held['public']);
  const { hash, personal, salt } = held;
  if (!leaf || typeof hash !== 'string' || hash.length !== 64 || !fromHex(hash) || !isObject(personal) || !isShallow(personal))
    return undefined;
  const signature = typeof promise['signature'] === 'string' ? fromBase64(promise['signature']) : undefined;
  if (typeof promise['key'] !== 'string' || !signature) return undefined;
  const published = keysOf(keys);
  if (!published) return undefined;
  const whole = {
    leaf,
    hash,
    personal,
    salt: typeof salt === 'string' ? fromHex(salt) : undefined,
    promise: { key: promise['key'], signature },
    keys: published
  };
  if (checkpoint === undefined && proof === undefined) return { ...whole, covered: undefined };
  if (typeof checkpoint !== 'string' || !Array.isArray(proof)) return undefined;
  const path: Uint8Array[] = [];
  for (const each of proof as readonly unknown[]) {
    const bytes = typeof each === 'string' && each.length === 64 ? fromHex(each) : undefined;
    if (!bytes) return undefined;
    path.push(bytes);
  }
  return { ...whole, covered: { note: checkpoint, proof: path } };
}
