import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** Nobody else reads a mailbox unless somebody has said so on purpose. */
export const mailboxesOpenedByOthers = survey({
  id: 'mailboxes-opened-by-others',
  title: { en: 'Others may open a mailbox', cy: 'Gall eraill agor blwch post' },
  duties: ['own-account-for-each-user', 'limit-access-to-data'],
  severity: 'low',
  vendors: ['google'],
  topics: [],
  people: {
    says: {
      en: 'Reads how many people may open each mailbox, never a message.',
      cy: 'Mae’n darllen faint o bobl a all agor pob blwch post, byth neges.'
    },
    monitors: true
  },
  reads: [],
  walks: 'mailboxes',
  begin: tally,
  see: (seen, { owner, delegates }) => count(seen, delegates === 0, () => ({ kind: 'mailbox', id: owner })),
  messages: {
    none: { en: 'Nobody opens somebody else’s mailbox.', cy: 'Nid oes neb yn agor blwch post rhywun arall.' },
    some: {
      en: 'Others may open {count} of {of} {of:mailbox|mailboxes}. Look whether each of them still has to.',
      cy: 'Gall eraill agor {count} o {of} blwch post. Edrychwch a oes rhaid i bob un o hyd.'
    }
  },
  pages: { google: 'https://support.google.com/a/answer/7223765' },
  judge: (_parts, _audited, seen) => {
    const open = seen.of - seen.held;
    if (open === 0) return { state: 'pass', message: 'none', ...counts(seen) };
    return { state: 'partial', message: 'some', values: { count: open, of: seen.of }, ...counts(seen) };
  }
});
