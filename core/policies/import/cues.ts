/** A text as folded words: lower case, no accents, apostrophes gone, `e-mail` and `co-ordinator` as one word, other hyphens as blanks. */
export function cueWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/[-‐‑–—]+/g, (dash, at: number, all: string) => (shortBefore(all, at) ? '' : ' '))
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return plain.match(/[a-z0-9]+/g) || [];
}

/** Prefixes that make one word with what follows: `e-safety`, `co-ordinator`, `pre-view`, `non-school`, `log-in`. */
function shortBefore(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 4 && /[a-z]/.test(text.charAt(start - 1))) start -= 1;
  return at - start > 0 && at - start < 4 && /[a-z]/.test(text.charAt(at + 1));
}

/** One place where a cue stands: its index in the list, and its words `from` to `to` (exclusive). */
export interface CueHit {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
}

type Step = { readonly any: readonly Form[]; readonly gap: number };
type Form = { readonly word: string; readonly open: boolean };

/** Cues made ready to be found. */
export interface Cues {
  readonly find: (words: readonly string[]) => readonly CueHit[];
}

/**
 * Makes cues ready. In a cue a word stands for itself, `forward*` for every word that begins so, `a|b` for either, and `..` for up to four
 * words in between (`..9`: up to nine). Each cue is found at most once at each place where it begins.
 */
export function cues(lines: readonly string[]): Cues {
  const exact = new Map<string, number[]>();
  const begun = new Map<string, number[]>();
  const compiled = lines.map(stepsOf);
  compiled.forEach((steps, cue) => {
    for (const { word, open } of steps[0]!.any) {
      const index = open ? begun : exact;
      const others = index.get(word);
      if (others) others.push(cue);
      else index.set(word, [cue]);
    }
  });
  return {
    find: words => {
      const hits: CueHit[] = [];
      words.forEach((word, from) => {
        const tryAll = (candidates: readonly number[] | undefined): void => {
          if (!candidates) return;
          for (const cue of candidates) {
            const to = matched(words, compiled[cue]!, from);
            if (to > 0) hits.push({ cue, from, to });
          }
        };
        tryAll(exact.get(word));
        for (let length = 2; length <= word.length && length <= 20; length += 1) tryAll(begun.get(word.slice(0, length)));
      });
      return hits;
    }
  };
}

function matched(words: readonly string[], steps: readonly Step[], from: number): number {
  let at = from + 1;
  for (let s = 1; s < steps.length; s += 1) {
    const { any, gap } = steps[s]!;
    let found = -1;
    for (let i = at; i <= at + gap && i < words.length; i += 1) {
      if (any.some(({ word, open }) => (open ? words[i]!.slice(0, word.length) === word : words[i] === word))) {
        found = i;
        break;
      }
    }
    if (found < 0) return 0;
    at = found + 1;
  }
  return at;
}

function stepsOf(line: string): readonly Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const piece of line.split(' ')) {
    if (/^\.\.\d*$/.test(piece)) {
      gap = Number(piece.slice(2) || 4);
      continue;
    }
    const any = piece
      .split('|')
      .map(form => (form.slice(-1) === '*' ? { word: form.slice(0, -1), open: true } : { word: form, open: false }));
    steps.push({ any, gap });
    gap = 0;
  }
  return steps;
}
