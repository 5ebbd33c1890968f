/** What the outward form of a text shows, as counts. */
export interface Layout {
  /** Closing quotation marks after a stop or a comma; `exclaimed`: after a question or exclamation mark. */
  readonly dialogue: number;
  readonly exclaimed: number;
  readonly cries: number;
  readonly code: number;
  /** Lines that begin with a number; `countdown`: where that number is one less than the last. */
  readonly numbered: number;
  readonly countdown: number;
}

/** Reads the outward form of a text in one pass. */
export function layoutOf(text: string): Layout {
  let dialogue = 0;
  let exclaimed = 0;
  let cries = 0;
  let code = 0;
  let numbered = 0;
  let countdown = 0;
  let atLineStart = true;
  let digits = 0;
  let number = 0;
  let lastNumber = -9;
  let before = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c >= 97 && c <= 122) {
      before = c;
      atLineStart = false;
      continue;
    }
    if (c === 10) {
      atLineStart = true;
      digits = 0;
      number = 0;
      continue;
    }
    if (c <= 32 || c === 0xa0) continue;
    if (atLineStart) {
      if (c >= 48 && c <= 57 && digits < 3) {
        digits += 1;
        number = number * 10 + c - 48;
      } else if (digits > 0 && (c === 46 || c === 41)) {
        numbered += 1;
        if (number === lastNumber - 1) countdown += 1;
        lastNumber = number;
        atLineStart = false;
      } else if (digits > 0 || (c !== 62 && c !== 42 && c !== 45 && c !== 0x2022)) atLineStart = false;
    }
    if (c === 34 || c === 0x201c || c === 0x201d) {
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
      if (next <= 32 || text.charCodeAt(i - 1) === before) {
        if (before === 63 || before === 33) exclaimed += 1;
        else if (before === 46 || before === 44) dialogue += 1;
      }
    } else if (c === 33) cries += 1;
    else if (isOfCode(c)) code += 1;
    before = c;
  }
  return { dialogue: dialogue + exclaimed, exclaimed, cries, code, numbered, countdown };
}

function isOfCode(c: number): boolean {
  return (
    c === 123 || c === 125 || c === 61 || c === 95 || c === 124 || c === 92 || c === 60 || c === 47 || c === 91 || c === 93 || c === 43
  );
}
