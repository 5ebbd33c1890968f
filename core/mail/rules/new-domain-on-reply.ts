import { domainOf, localOf } from '../address.ts';
import type { Recipient } from '../facts.ts';
import { leavesTo } from '../outside.ts';
import { isPersonalDomain } from '../personal-domains.ts';
import { rule, some } from '../rule.ts';

/** Whoever joins a conversation late reads all that was said before. */
export const newDomainOnReply = rule({
  id: 'new-domain-on-reply',
  title: { en: 'Somebody outside was added to a conversation', cy: 'Ychwanegwyd rhywun o’r tu allan at sgwrs' },
  duties: ['check-recipients', 'protect-personal-data'],
  action: 'confirm',
  reads: ['thread', 'earlier', 'recipients', 'sender'],
  settings: {
    audiences: {
      kind: 'choices',
      of: ['governor', 'parent', 'agency', 'outsider'],
      default: ['governor', 'parent', 'agency', 'outsider'],
      says: 'whose joining is worth a word'
    }
  },
  messages: {
    added: {
      en: '{who} was not in this conversation before and would read all that is quoted below: check that this is meant, or take the address out.',
      cy: 'Nid oedd {who} yn y sgwrs hon o’r blaen a byddai’n darllen popeth a ddyfynnir isod: gwiriwch mai dyna’r bwriad, neu tynnwch y cyfeiriad.'
    },
    several: {
      en: '{count} people outside were not in this conversation before and would read all that is quoted below: check that this is meant, or take them out.',
      cy: 'Nid oedd {count} o bobl allanol yn y sgwrs hon o’r blaen a byddent yn darllen popeth a ddyfynnir isod: gwiriwch mai dyna’r bwriad, neu tynnwch nhw.'
    }
  },
  judge: ({ thread, earlier, recipients, sender }, { audiences }) => {
    if (thread.kind !== 'reply' || earlier.length === 0) return [];
    const outside = leavesTo(audiences, recipients);
    if (outside.length === 0) return [];
    const addresses = new Set(earlier);
    const domains = new Set(earlier.map(domainOf).filter(domain => !isPersonalDomain(domain)));
    // Who now writes from another mailbox has the same local part, if it is long enough to be a name.
    const locals = new Set(earlier.map(address => lettersOf(localOf(address))).filter(local => local.length > 5));
    const added = outside.filter(
      who =>
        who.address !== sender.address &&
        !addresses.has(who.address) &&
        !addresses.has(who.via || '') &&
        !domains.has(who.domain) &&
        !locals.has(lettersOf(who.local))
    );
    const evidence = some(added.map(who => ({ in: who.field, address: who.address })));
    if (!evidence) return [];
    // A member of a group is taken out with the group.
    const removed = added.map(who => who.via || who.address);
    const remedy = { kind: 'remove-recipients' as const, addresses: removed.filter((address, i) => removed.indexOf(address) === i) };
    const values = added.length === 1 ? { who: added[0]!.address } : { count: added.length };
    return [{ message: added.length === 1 ? 'added' : 'several', values, evidence, remedy }];
  }
});

function lettersOf(local: string): string {
  return local.replace(/[^a-z]/g, '');
}
