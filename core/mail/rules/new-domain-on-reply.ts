import { domainOf, localOf } from '../address.ts';
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
      en: 'Somebody outside was not in this conversation before and would read all that is quoted below: check that this is meant, or take the address out.',
      cy: 'Nid oedd rhywun o’r tu allan yn y sgwrs hon o’r blaen a byddai’n darllen popeth a ddyfynnir isod: gwiriwch mai dyna’r bwriad, neu tynnwch y cyfeiriad.'
    }
  },
  judge: ({ thread, earlier, recipients, sender }, { audiences }) => {
    if (thread.kind !== 'reply' || earlier.length === 0) return [];
    const outside = leavesTo(audiences, recipients);
    if (outside.length === 0) return [];
    const before = new Set(earlier);
    const domains = new Set(earlier.map(domainOf).filter(domain => !isPersonalDomain(domain)));
    // Who now writes from another mailbox has the same local part, if it is long enough to be a name.
    const locals = new Set(earlier.map(address => lettersOf(localOf(address))).filter(local => local.length > 5));
    const added = outside.filter(
      who =>
        who.address !== sender.address &&
        !before.has(who.address) &&
        !before.has(who.via || '') &&
        !domains.has(who.domain) &&
        !locals.has(lettersOf(who.local))
    );
    const evidence = some(added.map(who => ({ in: who.field, address: who.address })));
    if (!evidence) return [];
    // A member of a group is taken out with the group.
    const addresses = Array.from(new Set(added.map(who => who.via || who.address)));
    return [{ message: 'added', evidence, remedy: { kind: 'remove-recipients', addresses } }];
  }
});

function lettersOf(local: string): string {
  return local.replace(/[^a-z]/g, '');
}
