const short =
  ' eg ie e.g i.e etc viz cf vs no nos p pp para sec st mr mrs ms miss dr prof rev hon approx dept inc ltd tel ext ft ii iii iv gw e.e h.y ';

/** The sentences of a paragraph. A stop ends one only where the next begins large; «St.», «e.g.» and initials end none. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== ';') continue;
    let end = i + 1;
    while (end < text.length && '.!?\'"’”)]'.indexOf(text.charAt(end)) >= 0) end += 1;
    const next = afterBlanks(text, end);
    if (next === end && end < text.length) continue;
    if (next < text.length && !begins(text, next, sign)) continue;
    if (sign === '.' && next < text.length && isShort(text, start, i)) continue;
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push(sentence);
    start = next;
    i = next - 1;
  }
  const rest = text.slice(start).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at += 1;
  return at;
}

function begins(text: string, at: number, sign: string): boolean {
  const opening = '\'"‘“(['.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  const first = text.charAt(opening);
  const large = first !== first.toLowerCase() || (sign !== ';' && /[0-9]/.test(first));
  // «eSafety» and «iPads» begin sentences too.
  return large || (/[a-z]/.test(first) && /[A-Z]/.test(text.charAt(opening + 1)));
}

function isShort(text: string, start: number, stop: number): boolean {
  let from = stop;
  while (from > start && /[A-Za-z.]/.test(text.charAt(from - 1)) && stop - from < 8) from -= 1;
  const word = text.slice(from, stop);
  if (/^[A-Z]$/.test(word)) return text.charAt(from - 1) !== '(' && word !== 'I';
  const name = word.toLowerCase();
  return name !== 'etc' && short.indexOf(` ${name} `) >= 0;
}
