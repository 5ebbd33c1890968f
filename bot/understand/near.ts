/** How many letters were left out, added, changed or swapped (Damerau, each stretch once), or `most + 1` where there are more than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}

/**
 * Whether a typed word can be a word of ours with a slip of the fingers: one slip from four letters on, two from eight. The first letter stands, or is
 * swapped with the second. In a word of up to six
 * letters no letter is another one, because that makes a different word (`Sian` is not `sign`, `Sioned` not `signed`).
 */
export function isNear(typed: string, word: string): boolean {
  if (typed.length < 4 || word.length < 4 || typed.length > 24) return false;
  if (typed[0] !== word[0] && !(typed[0] === word[1] && typed[1] === word[0])) return false;
  const most = Math.min(typed.length, word.length) >= 8 ? 2 : 1;
  const slips = distance(typed, word, most);
  if (slips > most) return false;
  return !(word.length <= 6 && typed.length === word.length && slips > 0 && !isSwapped(typed, word));
}

function isSwapped(a: string, b: string): boolean {
  return Array.from(a).sort().join('') === Array.from(b).sort().join('');
}
