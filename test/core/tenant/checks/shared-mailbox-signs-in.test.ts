import { sharedMailboxSignsIn } from '../../../../core/tenant/checks/shared-mailbox-signs-in.ts';
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

examineCheck(sharedMailboxSignsIn, [
  {
    says: 'nobody signs in as the office',
    flow: { mailboxes: [mailbox('office@school.example', { kind: 'shared', canSignIn: false })] },
    state: 'pass',
    share: [1, 1]
  },
  {
    says: 'somebody signs in as the office',
    flow: {
      mailboxes: [
        mailbox('office@school.example', { kind: 'shared', canSignIn: true }),
        mailbox('lost@school.example', { kind: 'shared', canSignIn: false })
      ]
    },
    state: 'partial',
    subjects: ['office@school.example']
  },
  {
    says: 'people’s own mailboxes do not count',
    flow: { mailboxes: [mailbox('a@school.example', { canSignIn: true })] },
    state: 'pass',
    share: [0, 0]
  }
]);
