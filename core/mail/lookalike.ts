import type { MailPolicy } from './policy.ts';
import { isPersonalDomain } from './personal-domains.ts';
import { foldedText } from './words.ts';

/** A domain that was taken for another. */
export interface Lookalike {
  /** The domain that was probably meant. */
  readonly like: string;
  /** Whether the same mailbox there is surely the one that was meant. */
  readonly certain: boolean;
}

/** The private providers that people in Britain mistype, with every ending each really has. */
const providers: { readonly [name: string]: readonly string[] } = {
  gmail: ['com'],
  googlemail: ['com'],
  hotmail: ['com', 'co.uk'],
  outlook: ['com'],
  yahoo: ['com', 'co.uk'],
  icloud: ['com'],
  btinternet: ['com'],
  talktalk: ['net'],
  virginmedia: ['com'],
  ntlworld: ['com'],
  blueyonder: ['co.uk'],
  protonmail: ['com']
};
const names = Object.keys(providers);
/** Most families' domains: right at a glance. */
const right: ReadonlySet<string> = new Set(
  names.reduce<string[]>((all, name) => all.concat(providers[name]!.map(ending => `${name}.${ending}`)), [])
);
/** Endings that nobody has, and what they were to be. */
const slips: { readonly [ending: string]: string } = endingSlips({
  com: 'con cmo ocm vom xom comm cim om cm cpm dom c0m cok coom ccom cop',
  'co.uk': 'co.k couk co.u co.ukk co.ul co.uj cou.k c.ouk co.ik co.yk co.iuk o.uk c.uk coo.uk',
  net: 'ner nte met ent nett'
});
/** First labels that many domains share: alike in these says nothing. */
const shared = [
  'school',
  'office',
  'mail',
  'staff',
  'pupils',
  'academy',
  'primary',
  'learning',
  'college',
  'governors',
  'council',
  'trust'
];
/** A domain shorter than this is like too many others. */
const least = 8;

/**
 * What a recipient's normalised domain is mistaken for: a provider, the school's own, or, if `inDirectory` asks for a look through that, one of
 * its domains. Nothing for most.
 */
export function lookalikeOf(domain: string, { domains, directory }: MailPolicy, inDirectory: boolean): Lookalike | undefined {
  if (domain === '' || right.has(domain)) return undefined;
  const own = [...domains.staff, ...domains.pupils];
  if (own.indexOf(domain) >= 0) return undefined;
  for (const each of own) {
    const found = likeOwn(domain, each);
    if (found) return found;
  }
  const provider = likeProvider(domain);
  if (provider || !inDirectory || isPersonalDomain(domain)) return provider;
  const skeleton = skeletonOf(domain);
  let found: Lookalike | undefined;
  for (const address in directory) {
    const at = address.lastIndexOf('@') + 1;
    const size = address.length - at;
    if (at === 0 || size < least || size > domain.length + 2 || size < domain.length - 2) continue;
    const known = address.slice(at);
    if (known === domain) return undefined;
    if (!found && !isPersonalDomain(known) && (isNear(domain, known) || skeletonOf(known) === skeleton))
      found = { like: known, certain: true };
  }
  return found;
}

/** Whether one label of a domain mixes Latin letters with those of another alphabet, as honest names do not. */
export function isMixed(domain: string): boolean {
  return /[^\0-\x7f]/.test(domain) && domain.split('.').some(label => /[a-z]/.test(label) && /[\u0370-\u052f]/.test(label));
}

function likeOwn(domain: string, own: string): Lookalike | undefined {
  // A sub-domain of the school's own belongs to whoever owns that.
  if (domain.slice(-own.length - 1) === `.${own}`) return undefined;
  const isAsLong = Math.abs(domain.length - own.length) < 3;
  if (isAsLong && (isNear(domain, own) || skeletonOf(domain) === skeletonOf(own))) return { like: own, certain: true };
  if (domain.length >= own.length && `.${dotted(domain)}.`.indexOf(`.${dotted(own)}.`) >= 0 && own.indexOf('.') > 0) {
    return { like: own, certain: false };
  }
  const name = own.slice(0, own.indexOf('.'));
  const first = domain.slice(0, domain.indexOf('.'));
  return name === first && name.length >= 6 && shared.indexOf(name) < 0 && own.length - name.length > 1
    ? { like: own, certain: false }
    : undefined;
}

/** Hyphens as dots: `school-example.test` holds the labels of `school.example`. */
function dotted(domain: string): string {
  return domain.replace(/-/g, '.');
}

function likeProvider(domain: string): Lookalike | undefined {
  const dot = domain.indexOf('.');
  const name = domain.slice(0, dot);
  const ending = domain.slice(dot + 1);
  const exact = Object.prototype.hasOwnProperty.call(providers, name) ? providers[name]! : undefined;
  if (exact) {
    if (exact.indexOf(ending) >= 0) return undefined;
    const meant = Object.prototype.hasOwnProperty.call(slips, ending) ? slips[ending]! : undefined;
    if (meant !== undefined && exact.indexOf(meant) >= 0) return { like: `${name}.${meant}`, certain: true };
    const isWrong = ending === 'co' || ending === 'uk' || (ending === 'co.uk' && (name === 'gmail' || name === 'icloud'));
    if (exact.length === 1 && isWrong) return { like: `${name}.${exact[0]!}`, certain: true };
    return ending === 'co' || ending === 'uk' ? { like: `${name}.${exact[exact.length - 1]!}`, certain: false } : undefined;
  }
  if (name.length < 4 || name.length > 13 || domain.length > 20) return undefined;
  const meant = Object.prototype.hasOwnProperty.call(slips, ending) ? slips[ending]! : ending;
  const skeleton = skeletonOf(name);
  for (const provider of names) {
    if (providers[provider]!.indexOf(meant) < 0) continue;
    if (skeletonOf(provider) === skeleton || (startsAlike(name, provider) && isOneSlip(name, provider) && !isPersonalDomain(domain)))
      return { like: `${provider}.${meant}`, certain: true };
  }
  return undefined;
}

/** The same first letter, or the first two swapped: `ymail` and `email` are providers of their own, not slips. */
function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

function isNear(a: string, b: string): boolean {
  return b.length >= least && isOneSlip(a, b);
}

/** Whether two different words are one slip of the finger apart: a letter more, less, other, or two swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || a.length > b.length + 1 || b.length > a.length + 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const left = endA - from;
  const right = endB - from;
  if (left < 2 && right < 2) return true;
  return left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}

/** What a domain looks like at a glance: look-alike letters and figures are one. */
function skeletonOf(domain: string): string {
  return foldedText(domain).replace(/0/g, 'o').replace(/[1i]/g, 'l').replace(/5/g, 's').replace(/rn/g, 'm').replace(/vv/g, 'w');
}

function endingSlips(lists: { readonly [ending: string]: string }): { readonly [slip: string]: string } {
  const all: { [slip: string]: string } = {};
  for (const ending of Object.keys(lists)) for (const slip of lists[ending]!.split(' ')) all[slip] = ending;
  return all;
}
