import { personalDomains } from './data/personal-domains.ts';

const providers: ReadonlySet<string> = unfolded();
const brand = /^(?:yahoo|hotmail|live|outlook|gmail|googlemail|ymail|gmx|aol|msn)\.(?:com|net|[a-z]{2}|com?\.[a-z]{2}|com\.[a-z]{2})$/;
/** Providers that give each customer a domain of their own below theirs. */
const parents: readonly string[] = ['freeserve.co.uk', 'fsnet.co.uk', 'plus.com', 'demon.co.uk', 'force9.co.uk', 'clara.co.uk', 'rr.com'];

/** Whether a domain is a provider's at which private people keep their mailbox. Of a normalised domain: lower case, no trailing dot. */
export function isPersonalDomain(domain: string): boolean {
  return providers.has(domain) || brand.test(domain) || parents.indexOf(domain.slice(domain.indexOf('.') + 1)) >= 0;
}

function unfolded(): ReadonlySet<string> {
  const all = new Set<string>();
  for (const ending of Object.keys(personalDomains)) {
    for (const name of personalDomains[ending]!.split(' ')) all.add(`${name}.${ending}`);
  }
  return all;
}
