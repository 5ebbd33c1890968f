/** One word as it was typed: folded, and where it stands in the text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text that somebody typed, as words. */
export interface Typed {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** No question is longer; what comes after is not read. */
const mostLetters = 1000;
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu;
const words =
  /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,190}|\d{1,4}([/.-])\d{1,2}(?:\1\d{2,4})?(?![\d\p{L}])|%|[\p{L}\p{M}\p{N}]+(?:['’‘`´ʼ][\p{L}\p{M}]+)*/gu;
const apostrophes = /['’‘`´ʼ]/;
/** What an apostrophe parts from the word before it: `who's`, `I've`, `ydy'r`, `mae'n`. */
const clitics = ['s', 've', 're', 'll', 'm', 'd', 'r', 'n', 'i', 'w', 'u'];
const letters: { readonly [letter: string]: string } = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ð: 'd', þ: 'th' };

/** A text without case and accents: `Siân` is `sian`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœıðþ]/g, letter => letters[letter]!)
    .replace(/\p{M}+/gu, '');
}

/** The words of what somebody typed; only the first thousand characters are read. Dates in figures and addresses stay whole. */
export function tokensOf(written: string): Typed {
  const text = written.slice(0, mostLetters).normalize('NFC').replace(unseen, '');
  const tokens: Token[] = [];
  for (const found of text.matchAll(words)) {
    const [word] = found;
    const parts = word.split(apostrophes);
    const last = parts.length > 1 ? fold(parts[parts.length - 1]!) : '';
    const end = found.index + word.length;
    if (clitics.includes(last)) {
      const before = fold(parts.slice(0, -1).join(''));
      const split = end - parts[parts.length - 1]!.length;
      if (before !== '') tokens.push({ text: before, start: found.index, end: split - 1 });
      tokens.push({ text: last, start: split, end });
    } else {
      const folded = fold(parts.join(''));
      if (folded !== '') tokens.push({ text: folded, start: found.index, end });
    }
  }
  return { text, tokens };
}
