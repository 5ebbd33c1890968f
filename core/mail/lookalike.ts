import { isPersonalDomain } from './personal-domains.ts';
import type { MailPolicy } from './policy.ts';
import { foldedText } from './words.ts';

/** A domain that was taken for another. */
export interface Lookalike {
  /** The domain that was probably meant. */
  readonly like: string;
  /** Whether the same mailbox there is surely the one that was meant. */
  readonly certain: boolean;
}

/** The private providers that people in Britain mistype. */
const providers =
  'gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com yahoo.com yahoo.co.uk icloud.com btinternet.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk protonmail.com'.split(
    ' '
  );
/** First labels that many domains share: alike in these says nothing. */
const shared = ['school', 'office', 'academy', 'primary', 'learning', 'college', 'governors', 'council', 'pupils'];
/** A domain shorter than this is like too many others. */
const least = 8;

/**
 * What a recipient's normalised domain is mistaken for: a provider, the school's own, or, if `inDirectory` asks for a look through that, one of
 * its domains. Nothing for most.
 */
export function lookalikeOf(domain: string, { domains, directory }: MailPolicy, inDirectory: boolean): Lookalike | undefined {
  const own = [...domains.staff, ...domains.pupils];
  if (domain === '' || providers.indexOf(domain) >= 0 || own.indexOf(domain) >= 0) return undefined;
  for (const each of own) {
    const found = likeOwn(domain, each);
    if (found) return found;
  }
  const isPrivate = isPersonalDomain(domain);
  for (const each of providers) {
    const isSame = firstOf(domain) === firstOf(each);
    // `hotmail.co` may lack an m or a `.uk`.
    if (isLike(domain, each) && (isSame || !isPrivate)) return { like: each, certain: providers.indexOf(`${domain}.uk`) < 0 };
    if (isSame && domain.slice(-6) === '.co.uk') return { like: each, certain: true };
  }
  let found: Lookalike | undefined;
  for (const address in inDirectory && !isPrivate ? directory : {}) {
    const known = address.slice(address.lastIndexOf('@') + 1);
    if (known === domain) return undefined;
    if (!found && isLike(domain, known) && !isPersonalDomain(known)) found = { like: known, certain: true };
  }
  return found;
}

function likeOwn(domain: string, own: string): Lookalike | undefined {
  // A sub-domain of the school's own belongs to whoever owns that.
  if (domain.slice(-own.length - 1) === `.${own}`) return undefined;
  if (isLike(domain, own)) return { like: own, certain: true };
  const name = firstOf(own);
  const isInside = `.${dotted(domain)}.`.indexOf(`.${dotted(own)}.`) >= 0;
  return isInside || (name === firstOf(domain) && name.length >= 6 && shared.indexOf(name) < 0) ? { like: own, certain: false } : undefined;
}

function firstOf(domain: string): string {
  return domain.slice(0, domain.indexOf('.'));
}

/** Hyphens as dots: `school-example.test` holds the labels of `school.example`. */
function dotted(domain: string): string {
  return domain.replace(/-/g, '.');
}

/** Whether two different domains look the same, or are one slip of the finger apart: a letter more, less, other, or two swapped. */
function isLike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
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
  const isSwapped = left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  return b.length >= least && ((left < 2 && right < 2) || isSwapped || (left < 9 && glance(a) === glance(b)));
}

/** What a domain looks like at a glance: look-alike letters and figures are one. */
function glance(domain: string): string {
  return foldedText(domain).replace(/0/g, 'o').replace(/[1i]/g, 'l').replace(/5/g, 's').replace(/rn/g, 'm').replace(/vv/g, 'w');
}
