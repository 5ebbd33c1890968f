import { mailboxesOpenedByOthers } from '../../../../core/tenant/checks/mailboxes-opened-by-others.ts';
import type { Mailbox } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const mailbox = (owner: string, more: Partial<Mailbox> = {}): Mailbox => ({
  owner,
  kind: 'person',
  forwardsTo: [],
  unreadableRules: 0,
  delegates: 0,
  ...more
});

examineCheck(mailboxesOpenedByOthers, [
  { says: 'nobody', flow: { mailboxes: [mailbox('a@school.example')] }, by: { vendor: 'google' }, state: 'pass' },
  {
    says: 'one of two',
    flow: { mailboxes: [mailbox('a@school.example'), mailbox('b@school.example', { delegates: 1 })] },
    by: { vendor: 'google' },
    state: 'partial',
    subjects: ['b@school.example']
  }
]);
