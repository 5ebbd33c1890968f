import { check } from '../check.ts';

/** Mail is read in the school’s own programs, not fetched by any other. */
export const mailLeavesByOldPrograms = check({
  id: 'mail-leaves-by-old-programs',
  title: { en: 'Any program may fetch the school’s mail', cy: 'Gall unrhyw raglen nôl post yr ysgol' },
  duties: ['limit-access-to-data', 'protect-personal-data'],
  severity: 'low',
  vendors: ['google'],
  topics: [],
  reads: ['mailRules'],
  messages: {
    none: { en: 'No other program fetches mail by POP or IMAP.', cy: 'Nid oes rhaglen arall yn nôl post trwy POP nac IMAP.' },
    some: {
      en: 'POP or IMAP is open in {count} of {of} organisational {of:unit|units}. Switch both off where nobody needs them.',
      cy: 'Mae POP neu IMAP yn agored mewn {count} o {of} uned. Diffoddwch y ddau lle nad oes eu hangen ar neb.'
    }
  },
  pages: { google: 'https://support.google.com/a/answer/105694' },
  judge: ({ mailRules }) => {
    const open = mailRules.filter(({ popOrImap }) => popOrImap !== false);
    const share = { held: mailRules.length - open.length, of: mailRules.length };
    if (open.length === 0) return { state: 'pass', message: 'none', share };
    const subjects = { count: open.length, first: open.map(({ place }) => ({ kind: 'place' as const, id: place })) };
    return { state: share.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open.length, of: share.of }, share, subjects };
  }
});
