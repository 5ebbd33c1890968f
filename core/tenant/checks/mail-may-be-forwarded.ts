import { check } from '../check.ts';

/** Nobody may set up that all their mail goes to another address. */
export const mailMayBeForwarded = check({
  id: 'mail-may-be-forwarded',
  title: { en: 'Everybody may forward all their mail', cy: 'Gall pawb anfon eu holl bost ymlaen' },
  duties: ['no-personal-account', 'protect-personal-data'],
  severity: 'medium',
  vendors: ['google'],
  topics: [],
  reads: ['mailRules'],
  messages: {
    none: { en: 'Nobody may forward all their mail.', cy: 'Ni all neb anfon eu holl bost ymlaen.' },
    some: {
      en: 'All mail may be forwarded in {count} of {of} organisational {of:unit|units}. Switch automatic forwarding off there.',
      cy: 'Gellir anfon yr holl bost ymlaen mewn {count} o {of} uned. Diffoddwch anfon ymlaen awtomatig yno.'
    }
  },
  pages: { google: 'https://support.google.com/a/answer/2491924' },
  judge: ({ mailRules }) => {
    const open = mailRules.filter(({ forwarding }) => forwarding !== false);
    const share = { held: mailRules.length - open.length, of: mailRules.length };
    if (open.length === 0) return { state: 'pass', message: 'none', share };
    const subjects = { count: open.length, first: open.map(({ place }) => ({ kind: 'place' as const, id: place })) };
    return { state: share.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open.length, of: share.of }, share, subjects };
  }
});
