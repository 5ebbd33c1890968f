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
    slip: {
      en: '{address} looks like a slip for {like}: send to the right address.',
      cy: 'Mae {address} yn edrych fel llithriad am {like}: anfonwch i’r cyfeiriad cywir.'
    },
    lookalike: {
      en: '{address} looks like an address at {like} but belongs to somebody else: take it out unless you are sure.',
      cy: 'Mae {address} yn edrych fel cyfeiriad yn {like} ond mae’n perthyn i rywun arall: tynnwch ef oni bai eich bod yn siŵr.'
    },
    disguised: {
      en: 'A recipient is shown under another address, but the mail would go to {address}: take it out unless you are sure.',
      cy: 'Dangosir derbynnydd dan gyfeiriad arall, ond byddai’r neges yn mynd i {address}: tynnwch ef oni bai eich bod yn siŵr.'
    }
  },
  judge: ({ recipients, school }, { allow }) => {
    const breaches: Breach<'slip' | 'lookalike' | 'disguised'>[] = [];
    const looked = new Map<string, Lookalike | undefined>();
    const done = new Set<string>();
    for (const { address, local, domain, field, known, name, ours, via, exempt } of recipients) {
      if (ours || via || exempt || done.has(address) || isOneOf(domain, allow)) continue;
      const isDisguised = isShownAsAnother(name, domain, school);
      if (!isDisguised && known.length > 0) continue;
      if (!looked.has(domain)) looked.set(domain, lookalikeOf(domain, school, looked.size < most));
      const found = isDisguised ? undefined : looked.get(domain);
      if (!found && !isDisguised) continue;
      done.add(address);
      breaches.push({
        message: found ? (found.certain ? 'slip' : 'lookalike') : 'disguised',
        values: found ? { address, like: found.like } : { address },
        evidence: [{ in: field, address }],
        remedy:
          found && found.certain
            ? { kind: 'replace-recipient', address, by: `${local}@${found.like}` }
            : { kind: 'remove-recipients', addresses: [address] }
      });
    }
    return breaches;
  }
});

/** So many unknown domains are held against the directory: each costs a look through all of it. */
const most = 20;

/** Whether the name that is shown is an address of the school, and the mail goes elsewhere. */
function isShownAsAnother(name: string, domain: string, { domains }: MailPolicy): boolean {
  if (name.indexOf('@') < 1 || name.length > 320) return false;
  const shown = domainOf(normalAddress(name.split(/[\s'"()<>]/).filter(part => part.indexOf('@') > 0)[0] || ''));
  return shown !== domain && (isOneOf(shown, domains.staff) || isOneOf(shown, domains.pupils));
}
