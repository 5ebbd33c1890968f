import { personalDomains } from '../../../core/mail/data/personal-domains.ts';

/** What ends an address in a header. Google's patterns (RE2) cannot look ahead, so that it is part of the match. */
const end = '(?:[^\\w.-]|$)';
const local = "[\\w!#$%&'*+/=?^`{|}~.-]+";

function quoted(text: string): string {
  return text.replace(/[.+*?^$()[\]{}|\\-]/g, '\\$&');
}

/** Any of these texts, with what they begin with written once. */
function oneOf(texts: readonly string[]): string {
  return texts.length === 1 ? texts[0]! : `(?:${texts.join('|')})`;
}

/** An address at one of these domains or below them. */
export function domainsPattern(domains: readonly string[]): string {
  return `(?i)@(?:[a-z0-9-]+\\.)*${oneOf(domains.map(quoted))}${end}`;
}

/** Addresses at providers where private people keep their mailbox: what `isPersonalDomain` of the core knows. */
export function providersPattern(): string {
  const brands = '(?:yahoo|hotmail|live|outlook|gmail|googlemail|ymail|gmx|aol|msn)\\.(?:com|net|[a-z]{2}|com?\\.[a-z]{2}|com\\.[a-z]{2})';
  const parents = '[a-z0-9_-]+\\.(?:(?:freeserve|fsnet|demon|force9|clara)\\.co\\.uk|(?:plus|rr)\\.com)';
  const listed = Object.keys(personalDomains).map(
    ending => `${oneOf(personalDomains[ending]!.split(' ').map(quoted))}\\.${quoted(ending)}`
  );
  return `(?i)@(?:${[brands, parents, ...listed].join('|')})${end}`;
}

interface Branches {
  readonly next: { [letter: string]: Branches };
  end: boolean;
}

/** Addresses at any domain but these: letter by letter along the domains, whatever leaves them. */
export function elsewherePattern(domains: readonly string[]): string {
  const root: Branches = { next: {}, end: false };
  for (const domain of domains) {
    let at = root;
    for (const letter of domain) at = at.next[letter] ||= { next: {}, end: false };
    at.end = true;
  }
  return `(?i)${local}@${leaving(root, true)}${end}`;
}

/** What a domain can go on with from here so that it is none of them in the end. */
function leaving({ next, end: complete }: Branches, first = false): string {
  const on = Object.keys(next);
  if (on.length === 0) return complete ? '[\\w.-]+' : '[\\w.-]*';
  // Letters of other alphabets lead away, too: a Cyrillic s is not the school's.
  const away = `[^${on.map(letter => (letter === '-' ? '\\-' : letter)).join('')}\\s<>@,;)][\\w.-]*`;
  const ways = [away, ...on.map(letter => `${quoted(letter)}${leaving(next[letter]!)}`)];
  return `(?:${ways.join('|')})${complete || first ? '' : '?'}`;
}
