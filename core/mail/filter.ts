import type { DirectoryFilter, Known } from './policy.ts';

/** Bits for each address, and how many of them an address sets: one stranger in 800 is taken for somebody of that audience. */
const bitsEach = 14;
const probes = 10;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** An address of which only the keyed hash is known: the school has approved what its staff say of it. */
export interface Accepted {
  /** As `keyedHash` writes it. */
  readonly hash: string;
  readonly audience: Known['audience'];
}

/** The two halves of the keyed hash of an address. */
type Halves = readonly [high: Half, low: Half];

/** Makes the filter of these normalised addresses and accepted hashes. The same ones and key give the same filter, whatever their order. */
export function filterOf(
  addresses: { readonly [address: string]: readonly Known[] },
  key: string,
  accepted: readonly Accepted[] = []
): DirectoryFilter {
  const byAudience = new Map<Known['audience'], Map<string, Halves>>();
  const add = (audience: Known['audience'], hash: string, halves: Halves): void => {
    const others = byAudience.get(audience);
    if (others) others.set(hash, halves);
    else byAudience.set(audience, new Map([[hash, halves]]));
  };
  const words = keyWords(key);
  for (const address of Object.keys(addresses)) {
    const halves = sipHash(words, address);
    for (const { audience } of addresses[address]!) add(audience, hashOf(halves), halves);
  }
  for (const { audience, hash } of accepted) add(audience, hash, [parseInt(hash.slice(0, 8), 16), parseInt(hash.slice(8), 16)]);
  const audiences = Array.from(byAudience.keys()).sort();
  return { key, shelves: audiences.map(audience => ({ audience, bits: bitsOf(Array.from(byAudience.get(audience)!.values())) })) };
}

/** The audiences to which a normalised address perhaps belongs. */
export function audiencesIn({ key, shelves }: DirectoryFilter, address: string): readonly Known[] {
  const [high, low] = sipHash(keyWords(key), address);
  return shelves
    .filter(({ bits }) => places(high, low, bits.length * 6).every(place => isSet(bits, place)))
    .map(({ audience }) => ({ audience }));
}

/** The keyed hash of a normalised address, or of any text: 16 hexadecimal digits. */
export function keyedHash(key: string, text: string): string {
  return hashOf(sipHash(keyWords(key), text));
}

function hashOf(halves: Halves): string {
  return halves.map(half => `0000000${(half >>> 0).toString(16)}`.slice(-8)).join('');
}

/** Characters that a shelf has at least: on a shorter one the places of two addresses fall together too often. */
const shortest = 48;

function bitsOf(hashes: readonly Halves[]): string {
  const length = Math.max(shortest, Math.ceil((hashes.length * bitsEach) / 6));
  const sixes = new Uint8Array(length);
  for (const [high, low] of hashes) {
    for (const place of places(high, low, length * 6)) sixes[Math.floor(place / 6)]! |= 1 << (place % 6);
  }
  return Array.from(sixes, six => digits[six]).join('');
}

/** Double hashing: as good as so many independent hashes (Kirsch and Mitzenmacher, 2006). */
function places(high: number, low: number, size: number): readonly number[] {
  const found: number[] = [];
  const step = low | 1;
  for (let probe = 0; probe < probes; probe += 1) found.push((high + Math.imul(probe, step)) >>> 0);
  return found.map(hash => hash % size);
}

function isSet(bits: string, place: number): boolean {
  return ((digits.indexOf(bits[Math.floor(place / 6)]!) >> (place % 6)) & 1) === 1;
}

/** A 64-bit word as two halves of 32 bits. */
type Half = number;

function keyWords(key: string): Int32Array {
  const words = new Int32Array(4);
  for (let i = 0; i < 16; i += 1) words[i >> 2]! |= (parseInt(key.slice(i * 2, i * 2 + 2), 16) || 0) << ((i & 3) * 8);
  return words;
}

/** SipHash-2-4 (Aumasson and Bernstein, 2012) of the UTF-8 of a text, as its high and low half. */
export function sipHash(key: Int32Array, text: string): readonly [Half, Half] {
  const v = new Int32Array(8);
  v[0] = key[0]! ^ 0x70736575;
  v[1] = key[1]! ^ 0x736f6d65;
  v[2] = key[2]! ^ 0x6e646f6d;
  v[3] = key[3]! ^ 0x646f7261;
  v[4] = key[0]! ^ 0x6e657261;
  v[5] = key[1]! ^ 0x6c796765;
  v[6] = key[2]! ^ 0x79746573;
  v[7] = key[3]! ^ 0x74656462;
  const bytes = utf8(text);
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) take(v, word(bytes, at), word(bytes, at + 4), 2);
  take(v, word(bytes, whole), word(bytes, whole + 4) | (bytes.length << 24), 2);
  v[4]! ^= 0xff;
  rounds(v, 4);
  return [v[1]! ^ v[3]! ^ v[5]! ^ v[7]!, v[0]! ^ v[2]! ^ v[4]! ^ v[6]!];
}

function take(v: Int32Array, low: Half, high: Half, times: number): void {
  v[6]! ^= low;
  v[7]! ^= high;
  rounds(v, times);
  v[0]! ^= low;
  v[1]! ^= high;
}

function rounds(v: Int32Array, times: number): void {
  for (let i = 0; i < times; i += 1) {
    mix(v, 0, 2, 13);
    swap(v, 0);
    mix(v, 4, 6, 16);
    mix(v, 0, 6, 21);
    mix(v, 4, 2, 17);
    swap(v, 4);
  }
}

/** v[a] += v[b]; v[b] = (v[b] <<< bits) ^ v[a]. */
function mix(v: Int32Array, a: number, b: number, bits: number): void {
  const low = (v[a]! >>> 0) + (v[b]! >>> 0);
  v[a + 1] = v[a + 1]! + v[b + 1]! + (low > 0xffffffff ? 1 : 0);
  v[a] = low;
  const [bottom, top] = [v[b]!, v[b + 1]!];
  v[b] = ((bottom << bits) | (top >>> (32 - bits))) ^ v[a]!;
  v[b + 1] = ((top << bits) | (bottom >>> (32 - bits))) ^ v[a + 1]!;
}

/** Turns a word by 32 bits. */
function swap(v: Int32Array, a: number): void {
  const low = v[a]!;
  v[a] = v[a + 1]!;
  v[a + 1] = low;
}

/** Four bytes from `at`, lowest first; what lies beyond the end is 0. */
function word(bytes: readonly number[], at: number): Half {
  return (bytes[at] || 0) | ((bytes[at + 1] || 0) << 8) | ((bytes[at + 2] || 0) << 16) | ((bytes[at + 3] || 0) << 24);
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}
