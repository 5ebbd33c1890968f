import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** Nobody signs in as a mailbox that several share: each does so as themselves. */
export const sharedMailboxSignsIn = survey({
  id: 'shared-mailbox-signs-in',
  title: { en: 'Shared mailboxes have a password', cy: 'Mae gan flychau post a rennir gyfrinair' },
  duties: ['own-account-for-each-user', 'keep-passwords-secret'],
  severity: 'medium',
  vendors: ['microsoft'],
  topics: [],
  people: {
    says: {
      en: 'Reads of every mailbox whether it is shared; the same reading brings its rules, which this check does not look at.',
      cy: 'Mae’n darllen o bob blwch post a yw’n cael ei rannu; daw’r un darlleniad â’i reolau, nad yw’r gwiriad hwn yn edrych arnynt.'
    },
    monitors: true
  },
  reads: [],
  walks: 'mailboxes',
  begin: tally,
  see: (seen, { owner, kind, canSignIn }) => {
    if (kind === 'shared') count(seen, canSignIn !== true, () => ({ kind: 'mailbox', id: owner }));
  },
  messages: {
    none: { en: 'Nobody can sign in as a shared mailbox.', cy: 'Ni all neb fewngofnodi fel blwch post a rennir.' },
    some: {
      en: 'Somebody can sign in as {count} of {of} shared {of:mailbox|mailboxes}. Block sign-in there; people open {count:it|them} from their own accounts.',
      cy: 'Gall rhywun fewngofnodi fel {count} o {of} blwch post a rennir. Rhwystrwch fewngofnodi yno; mae pobl yn {count:ei agor|eu hagor} o’u cyfrifon eu hunain.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/microsoft-365/admin/email/create-a-shared-mailbox' },
  judge: (_parts, _audited, seen) => {
    const open = seen.of - seen.held;
    if (open === 0) return { state: 'pass', message: 'none', ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open, of: seen.of }, ...counts(seen) };
  }
});
