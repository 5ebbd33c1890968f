import { isDigit, isLetter } from './letters.ts';
import type { Span } from './span.ts';

/** A number that looks private by its digits and the words beside it. */
export interface PrivateNumber extends Span {
  readonly kind: 'phone' | 'nhs-number';
}

/** Mobile numbers as they are dialled here (Ofcom: 07, but for pagers), and those of Ireland and Australia, which no number of ours is like. */
const mobile = /^0(?:7(?:[0-57-9]\d|62)\d{7}|4\d{8}|8[35679]\d{7})$/;
/** Mobile numbers of countries near us or with many families here, by their country's code. */
const abroad = /^(?:00)?(?:3538|33[67]|346|393|48[5-8]|491[5-7]|614|91[6-9]|923)\d{7,9}$/;
/** Landlines and whatever else may be dialled: private only if the words beside them say so. */
const other = /^(?:0[1-35-9]\d{8,9}|(?:00)?[1-9]\d{6,12})$/;

/** Words by which a landline is somebody's own. */
const own =
  /\b(?:mob|mobile|cell?|cellular|cellphone|symudol|whatsapp|home|res|cartref|[hm] ?[:.)])(?![a-z])|\b(?:my|fy) (?:phone |rhif )?(?:no|number|phone|tel|rhif|ffôn)(?![a-z])/i;
/** Words by which a mobile is the school's or a firm's. */
const duty =
  /(?:office|work|school|trip|duty|ysgol|swyddfa|gwaith) (?:mobile|mob|phone|tel|number|no)\b|^\W{0,4}(?:office|work|school|ysgol|swyddfa|gwaith)\W|\b(?:fax|ffacs)/i;
const office = /\b(?:office|school|work|fax|ffacs|reception|desk|switchboard|swyddfa|ysgol|gwaith)\b/i;
const reference = /\b(?:order|ref|reference|invoice|account|isbn|card|policy|ticket|urn|cyfeirnod|anfoneb|archeb) ?(?:number|no)?\W{0,4}$/i;
const after = /^ ?[([|,-]? ?(?:(mob|mobile|cell|home|cartref|[hm]\))|office|work|fax|school|swyddfa)(?![a-z])(?![^\w\n]{0,3}\d)/i;

/** The private number whose first digits stand from `start` to `end`, or nothing. */
export function privateNumberAt(text: string, start: number, end: number): PrivateNumber | undefined {
  const plus = text.charCodeAt(start - 1) === 43;
  if (end - start < 3 && !plus) return undefined;
  let digits = '';
  let best: ReturnType<typeof planOf> = '';
  let from = start;
  let to = end;
  let last = 0;
  while (digits.length < 17) {
    digits += text.slice(from, to);
    if (digits.length > 6) {
      const plan = planOf(digits, plus);
      if (plan !== '') {
        best = plan;
        last = to;
      }
    }
    from = to;
    while (from < to + 4 && isJoint(text.charCodeAt(from))) from += 1;
    if (from === to || !isDigit(text.charCodeAt(from)) || isGap(text.slice(to, from))) break;
    to = from + 1;
    while (isDigit(text.charCodeAt(to))) to += 1;
  }
  if (best === '' || isLetter(text.charCodeAt(last)) || /(?:[\w/=#$£]|\d\.)$/.test(text.slice(Math.max(0, start - 2), start)))
    return undefined;
  const begin = plus ? start - 1 : start;
  const opening = text.charCodeAt(begin - 1) === 40 ? begin - 1 : begin;
  return kindOf(text, opening, last, best);
}

/** What a number can be by its digits alone. */
function planOf(digits: string, plus: boolean): 'mobile' | 'other' | '' {
  const here = plus || /^(?:00447|447)/.test(digits) ? digits.replace(/^(?:00)?440?(?=[1-9])/, '0') : digits;
  return mobile.test(here) || ((plus || here.startsWith('00')) && abroad.test(here)) ? 'mobile' : other.test(here) ? 'other' : '';
}

function kindOf(text: string, start: number, end: number, plan: 'mobile' | 'other'): PrivateNumber | undefined {
  const label = labelOf(text, start);
  if (/\b(?:nhs|gig)\b/i.test(label)) return isHealthNumber(text.slice(start, end)) ? { kind: 'nhs-number', start, end } : undefined;
  const behind = after.exec(text.slice(end, end + 16));
  const told = behind ? behind[1] !== undefined : plan === 'mobile' ? !duty.test(label) : own.test(label) && !office.test(label);
  return told && !reference.test(label) ? { kind: 'phone', start, end } : undefined;
}

/** The words of the same line or sentence before a number, back to the number before it; where none stand there, those of the line above. */
function labelOf(text: string, start: number): string {
  let end = start;
  while (end > 0 && end > start - 8 && text.charCodeAt(end - 1) <= 32) end -= 1;
  let at = end;
  while (at > 0 && at > end - 48) {
    const code = text.charCodeAt(at - 1);
    if (code <= 32 && isBreak(text, at, code)) break;
    if (isDigit(code)) break;
    at -= 1;
  }
  return `${text.slice(at, end)} `;
}

/** A new line, a wide gap, or a full stop before a space, but not that of "no." */
function isBreak(text: string, at: number, code: number): boolean {
  const prior = text.charCodeAt(at - 2);
  return code < 32 || (prior === 32 && text.charCodeAt(at - 3) === 32) || (prior === 46 && (text.charCodeAt(at - 3) | 32) !== 111);
}

/** Two spaces or a spaced slash keep numbers apart. */
function isGap(between: string): boolean {
  return between.length > 3 || between === '  ' || between === ' / ';
}

/** Ten digits whose last one checks the others, modulo 11 (NHS Data Dictionary). */
function isHealthNumber(words: string): boolean {
  const digits = words.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (10 - i);
  return digits.length === 10 && (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** A space, `-`, `.`, `/`, a bracket, a dash or a hard space. */
export function isJoint(code: number): boolean {
  return code === 32 || (code >= 40 && code <= 41) || (code >= 45 && code <= 47) || code === 0xa0 || (code >= 0x2010 && code <= 0x2013);
}
