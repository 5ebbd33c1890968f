/** Hashes that were seen, by their first 64 bits: 16 bytes of memory each at most, however long what was hashed is. */
export interface Seen {
  readonly add: (hash: Uint8Array) => void;
  readonly has: (hash: Uint8Array) => boolean;
}

/** An empty set of hashes. */
export function nothingSeen(): Seen {
  let slots = new Uint32Array(2048);
  let count = 0;

  /** Where these 64 bits stand, or the free place where they would. Both zero marks a free place. */
  function placeOf(high: number, low: number): number {
    const mask = slots.length / 2 - 1;
    let at = low & mask;
    while ((slots[2 * at] !== 0 || slots[2 * at + 1] !== 0) && (slots[2 * at] !== high || slots[2 * at + 1] !== low)) at = (at + 1) & mask;
    return 2 * at;
  }

  function put(high: number, low: number): void {
    const at = placeOf(high, low);
    if (slots[at] === 0 && slots[at + 1] === 0) count += 1;
    slots[at] = high;
    slots[at + 1] = low;
  }

  return {
    has: hash => {
      const at = placeOf(highOf(hash), lowOf(hash));
      return slots[at] !== 0 || slots[at + 1] !== 0;
    },
    add: hash => {
      put(highOf(hash), lowOf(hash));
      if (count * 8 < slots.length * 3) return;
      const full = slots;
      slots = new Uint32Array(full.length * 2);
      count = 0;
      for (let at = 0; at < full.length; at += 2) if (full[at] !== 0 || full[at + 1] !== 0) put(full[at]!, full[at + 1]!);
    }
  };
}

function highOf(hash: Uint8Array): number {
  return ((hash[0]! << 24) | (hash[1]! << 16) | (hash[2]! << 8) | hash[3]! | 1) >>> 0;
}

function lowOf(hash: Uint8Array): number {
  return ((hash[4]! << 24) | (hash[5]! << 16) | (hash[6]! << 8) | hash[7]!) >>> 0;
}

/** A mark for each of many numbers from zero on: one bit of memory each. */
export interface Marks {
  readonly set: (index: number) => void;
  /** Takes a mark away; says whether it was there. */
  readonly clear: (index: number) => boolean;
  /** The first that is still marked. */
  readonly first: () => number | undefined;
  readonly count: () => number;
}

/** No number marked. */
export function noMarks(): Marks {
  let bits = new Uint8Array(1024);
  let marked = 0;
  return {
    set: index => {
      const byte = Math.floor(index / 8);
      if (byte >= bits.length) {
        const longer = new Uint8Array(Math.max(byte + 1, bits.length * 2));
        longer.set(bits);
        bits = longer;
      }
      const bit = 1 << (index % 8);
      if ((bits[byte]! & bit) === 0) marked += 1;
      bits[byte]! |= bit;
    },
    clear: index => {
      const byte = Math.floor(index / 8);
      const bit = 1 << (index % 8);
      if (byte >= bits.length || (bits[byte]! & bit) === 0) return false;
      bits[byte]! &= ~bit;
      marked -= 1;
      return true;
    },
    first: () => {
      for (let byte = 0; byte < bits.length; byte += 1) {
        for (let bit = 0; bit < 8; bit += 1) if ((bits[byte]! & (1 << bit)) !== 0) return byte * 8 + bit;
      }
      return undefined;
    },
    count: () => marked
  };
}
