import { randomInt } from 'node:crypto';

/** No vowels: no words; and no signs that look alike. */
const letters = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** `K4M-7QP-2XD`: says nothing of what it names, and is said over the telephone without mistakes. */
export function freshReference(): string {
  return Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => letters[randomInt(letters.length)]).join('')).join('-');
}
