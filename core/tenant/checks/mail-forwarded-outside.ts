import { check, none } from '../check.ts';

/** No mailbox hands its mail on to an address outside the school. */
export const mailForwardedOutside = check({
  id: 'mail-forwarded-outside',
  title: { en: 'Mail is forwarded outside the school', cy: 'Mae post yn cael ei anfon ymlaen y tu allan i’r ysgol' },
  duties: ['no-personal-account', 'protect-personal-data'],
  severity: 'high',
  reads: ['mailboxes', 'domains'],
  judge: ({ mailboxes, domains }) => {
    const outside = (address: string): boolean => domains.indexOf(address.slice(address.lastIndexOf('@') + 1).toLowerCase()) < 0;
    return none(mailboxes.filter(mailbox => mailbox.forwardsTo.some(outside)).map(mailbox => ({ kind: 'mailbox', id: mailbox.owner })));
  }
});
