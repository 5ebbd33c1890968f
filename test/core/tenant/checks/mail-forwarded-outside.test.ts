import assert from 'node:assert/strict';
import { mailForwardedOutside } from '../../../../core/tenant/checks/mail-forwarded-outside.ts';
import type { Mailbox } from '../../../../core/tenant/snapshot.ts';
import { resultOf } from '../../../support/tenant.ts';

const domains = { value: [{ name: 'school.example', managed: true, root: true }] };
const mailbox = (owner: string, forwardsTo: readonly string[] = [], unreadableRules = 0): Mailbox => ({
  owner,
  kind: 'person',
  forwardsTo,
  unreadableRules,
  delegates: 0
});

describe(mailForwardedOutside.id, () => {
  it('passes mail that stays in the school', () => {
    const result = resultOf(mailForwardedOutside, { domains }, { mailboxes: [mailbox('a@school.example', ['office@school.example'])] });
    assert.equal(result.state, 'pass');
  });

  it('fails on a mailbox that forwards outside, and names it', () => {
    const mailboxes = [mailbox('a@school.example'), mailbox('b@school.example', ['b@school.example.evil.example'])];
    assert.deepEqual(resultOf(mailForwardedOutside, { domains }, { mailboxes }), {
      id: 'mail-forwarded-outside',
      duties: ['no-personal-account', 'protect-personal-data'],
      severity: 'high',
      state: 'fail',
      message: 'outside',
      values: { count: 1 },
      share: { held: 1, of: 2 },
      subjects: { count: 1, first: [{ kind: 'mailbox', id: 'b@school.example' }] }
    });
  });

  it('does not pass a mailbox whose rules nobody can read', () => {
    assert.equal(resultOf(mailForwardedOutside, { domains }, { mailboxes: [mailbox('a@school.example', [], 1)] }).state, 'not-readable');
  });

  it('is not permitted, and says what is missing, when the mailboxes may not be read', () => {
    const result = resultOf(
      mailForwardedOutside,
      { domains },
      { mailboxes: { unread: 'forbidden', lacks: 'MailboxSettings.Read', seen: 0 } }
    );
    assert.deepEqual([result.state, 'lacks' in result && result.lacks], ['not-permitted', 'MailboxSettings.Read']);
  });

  it('is incomplete when a page of mailboxes did not arrive, whatever the others show', () => {
    const things = [mailbox('b@school.example', ['x@private.example'])];
    assert.equal(
      resultOf(mailForwardedOutside, { domains }, { mailboxes: { unread: 'unreachable', seen: 1, things } }).state,
      'incomplete'
    );
  });
});
