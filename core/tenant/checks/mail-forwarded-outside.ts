import { survey } from '../check.ts';
import { count, counts, type Tally, tally } from '../tally.ts';

/** No mailbox hands its mail on to an address outside the school. */
export const mailForwardedOutside = survey({
  id: 'mail-forwarded-outside',
  title: { en: 'Mail is forwarded outside the school', cy: 'Mae post yn cael ei anfon ymlaen y tu allan i’r ysgol' },
  duties: ['no-personal-account', 'protect-personal-data'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: [],
  people: {
    says: {
      en: 'Reads the forwarding settings and rules of every mailbox, never a message.',
      cy: 'Mae’n darllen gosodiadau a rheolau anfon ymlaen pob blwch post, byth neges.'
    },
    monitors: true
  },
  reads: ['domains'],
  walks: 'mailboxes',
  begin: (): { readonly all: Tally; readonly to: { readonly owner: string; readonly domains: readonly string[] }[]; hidden: number } => ({
    all: tally(),
    to: [],
    hidden: 0
  }),
  see: (seen, { owner, forwardsTo, unreadableRules }) => {
    if (unreadableRules > 0) seen.hidden += 1;
    seen.all.of += 1;
    if (forwardsTo.length > 0) seen.to.push({ owner, domains: forwardsTo.map(address => address.slice(address.lastIndexOf('@') + 1)) });
    else seen.all.held += 1;
  },
  messages: {
    outside: {
      en: '{count} {count:mailbox hands its|mailboxes hand their} mail on to an address outside the school. Switch the forwarding off.',
      cy: 'Mae {count} blwch post yn anfon post ymlaen i gyfeiriad y tu allan i’r ysgol. Diffoddwch yr anfon ymlaen.'
    },
    none: {
      en: 'No mailbox hands its mail on outside the school.',
      cy: 'Nid oes yr un blwch post yn anfon post ymlaen y tu allan i’r ysgol.'
    },
    hidden: {
      en: 'No mailbox is seen to hand its mail on, but {count} {count:has|have} rules that cannot be read from outside. Look at them in Outlook.',
      cy: 'Ni welir yr un blwch post yn anfon post ymlaen, ond mae gan {count} reolau na ellir eu darllen o’r tu allan. Edrychwch arnynt yn Outlook.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-policies-external-email-forwarding',
    google: 'https://support.google.com/a/answer/2491924'
  },
  judge: ({ domains }, _audited, { all, to, hidden }) => {
    const ours = domains.map(({ name }) => name);
    const counted: Tally = { held: all.held, of: all.held, first: [] };
    for (const { owner, domains: targets } of to) {
      count(
        counted,
        targets.every(domain => ours.indexOf(domain) >= 0),
        () => ({ kind: 'mailbox', id: owner })
      );
    }
    const bad = counted.of - counted.held;
    if (bad > 0) return { state: 'fail', message: 'outside', values: { count: bad }, ...counts(counted) };
    if (hidden > 0) return { state: 'not-readable', message: 'hidden', values: { count: hidden } };
    return { state: 'pass', message: 'none', share: { held: counted.held, of: counted.of } };
  }
});
