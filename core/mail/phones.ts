/** What a number is by its digits alone. `unlike` none: it is no telephone number. */
export type Line = 'mobile' | 'landline' | 'service' | 'unlike';

/** Digits of a text that stand close together, as groups: `starts[i]` to `ends[i]`. */
export interface Run {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether a `+` stands before the first group. */
  readonly plus: boolean;
}

/** Beginnings of mobile numbers abroad, country code and first figures (ITU, national numbering plans), with a 0 that some write between. */
const mobileAbroad =
  /^(?:27[6-8]|306|316|324[5-9]|3[34][67]|3519|3538[35-9]|358(?:4|50)|36[237]0|3706|3712|3725|380[5-79]|393|407|417[4-9]|420[67]|4219|436(?:50|6[013-9]|[7-9])|45[2-9]|467|47[49]|48[4-8]|491[5-7]|521|601|614|628|639|642|65[89]|852[569]|86[1]|8801|905|91[6-9]|923|947|9715|9725|9665|9779|234[7-9]|233[25]|254[17])/;

/** The telephone number that begins with the group `from`, with the index of its last group; `unlike` where none does. */
export function phoneAt(text: string, { starts, ends, plus }: Run, from: number): { readonly line: Line; readonly last: number } {
  const none = { line: 'unlike', last: from } as const;
  const abroad = from === 0 && plus;
  let digits = '';
  for (let last = from; last < starts.length && last < from + 8; last += 1) {
    digits += text.slice(starts[last], ends[last]);
    if (digits.length > 16) return none;
    if (abroad || (digits.charCodeAt(0) === 48 && digits.charCodeAt(1) === 48)) {
      if (digits.length < 9) continue;
      const line = lineAbroad(abroad ? digits : digits.slice(2));
      if (line !== 'unlike') return { line, last };
    } else if (digits.startsWith('447') && digits.length === 12) {
      return { line: lineAbroad(digits), last };
    } else if (digits.charCodeAt(0) === 48) {
      if (digits.length < 10) continue;
      const shorter = digits.length === 10 && last + 1 < starts.length && digits.length + (ends[last + 1]! - starts[last + 1]!) === 11;
      if (ends[from]! - starts[from]! < 2) return none;
      const line = shorter
        ? 'unlike'
        : digits.length === 10 && digits.charCodeAt(1) !== 49
          ? lineNextDoor(text, { starts, ends, plus }, from, last)
          : lineAtHome(digits);
      if (line !== 'unlike') return { line, last };
    } else if (digits.length === 10) {
      if (last === from + 2 && ends[from]! - starts[from]! === 3 && ends[from + 1]! - starts[from + 1]! === 3 && digits.charCodeAt(0) > 49)
        return { line: 'landline', last };
      if (digits.charCodeAt(0) === 55 && (last === from || ends[from]! - starts[from]! === 4)) return { line: 'landline', last };
    } else if (digits.length > 10 && !digits.startsWith('447')) return none;
  }
  return none;
}

/** A number with its country code. */
function lineAbroad(digits: string): Line {
  if (digits.startsWith('44')) {
    const national = digits.charCodeAt(2) === 48 ? digits.slice(2) : `0${digits.slice(2)}`;
    return national.length === 11 ? lineAtHome(national) : 'unlike';
  }
  if (digits.charCodeAt(0) === 49) return digits.length === 11 ? 'landline' : 'unlike';
  const bare = digits.replace(/^(3[0-69]|4[013-9]|35\d|27|9[0-5])0/, '$1');
  if (digits.length < 10 || digits.length > 14) return 'unlike';
  return mobileAbroad.test(bare) ? 'mobile' : 'landline';
}

/** A number as it is dialled inside the country, by Ofcom's ranges. */
function lineAtHome(digits: string): Line {
  const second = digits.charCodeAt(1) - 48;
  if (digits.length === 10) return second === 1 ? 'landline' : 'unlike';
  if (digits.length !== 11) return 'unlike';
  if (second === 7) return digits.charCodeAt(2) === 54 && !digits.startsWith('07624') ? 'service' : 'mobile';
  if (second === 1 || second === 2) return 'landline';
  return second === 3 || second === 5 || second === 8 || second === 9 ? 'service' : 'unlike';
}

/** Mobile numbers of other countries as they are dialled there, which no number of ours can be taken for; and our short free ones. */
const nextDoor =
  /^(?:08[35679](?: \d{7}| \d{3} \d{4}|\d{7})|04\d\d(?: \d{3} \d{3}|\d{6})|0[67](?: \d\d){4}|06(?: \d{8}| \d{4} \d{4}|\d{8})|04\d\d(?: \d\d){3})$/;

function lineNextDoor(text: string, { starts, ends }: Run, from: number, last: number): Line {
  if (isSign(text.charCodeAt(starts[from]! - 1))) return 'unlike';
  let spaced = '';
  for (let group = from; group <= last; group += 1) spaced += `${group > from ? ' ' : ''}${text.slice(starts[group], ends[group])}`;
  if (/^08(?:00|4)/.test(spaced)) return 'service';
  return nextDoor.test(spaced) && !/^08[47]0/.test(spaced) ? 'mobile' : 'unlike';
}

/** What stands before the digits of a link, a price or a reference. */
function isSign(code: number): boolean {
  return code === 47 || code === 61 || code === 35 || code === 36 || code === 46 || code === 95 || code === 0xa3;
}
