import { domainOf, isOneOf, normalAddress } from '../address.ts';
import { type Lookalike, lookalikeOf } from '../lookalike.ts';
import type { MailPolicy } from '../policy.ts';
import { type Breach, rule } from '../rule.ts';

/** Addresses that look like known ones and are not: slips of the finger, and domains made to deceive. */
export const lookalikeAddress = rule({
  id: 'lookalike-address',
  title: { en: 'An address that only looks right', cy: 'Cyfeiriad sydd ond yn edrych yn gywir' },
  duties: ['check-recipients', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients', 'school'],
  settings: {
    allow: { kind: 'list', default: [], says: 'domains that look like another and are right' }
  },
  messages: {
    lookalike: {
      en: '{address} only looks like an address at {like}: put it right, or take it out.',
      cy: 'Nid yw {address} ond yn edrych fel cyfeiriad yn {like}: cywirwch ef, neu tynnwch ef.'
    }
  },
  judge: ({ recipients, school }, { allow }) => {
    const breaches: Breach<'lookalike'>[] = [];
    const looked = new Map<string, Lookalike | undefined>();
    const done = new Set<string>();
    for (const { address, local, domain, field, known, name, ours, via, exempt } of recipients) {
      if (ours || via || exempt || done.has(address) || isOneOf(domain, allow)) continue;
      let found = shownAs(name, domain, school);
      if (!found && known.length === 0) {
        if (!looked.has(domain)) looked.set(domain, lookalikeOf(domain, school, looked.size < most));
        found = looked.get(domain);
      }
      if (!found) continue;
      done.add(address);
      breaches.push({
        message: 'lookalike',
        values: { address, like: found.like },
        evidence: [{ in: field, address }],
        remedy: found.certain
          ? { kind: 'replace-recipient', address, by: `${local}@${found.like}` }
          : { kind: 'remove-recipients', addresses: [address] }
      });
    }
    return breaches;
  }
});

/** So many unknown domains are held against the directory: each costs a look through all of it. */
const most = 20;

/** The school's own domain, where the name that is shown is an address there and the mail goes elsewhere. */
function shownAs(name: string, domain: string, { domains }: MailPolicy): Lookalike | undefined {
  if (name.indexOf('@') < 1 || name.length > 320) return undefined;
  const like = domainOf(normalAddress(name.split(/[\s'"()<>]/).filter(part => part.indexOf('@') > 0)[0] || ''));
  return like !== domain && isOneOf(like, domains.staff.concat(domains.pupils)) ? { like, certain: false } : undefined;
}
