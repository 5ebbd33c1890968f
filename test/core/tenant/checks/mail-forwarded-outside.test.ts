import assert from 'node:assert/strict';
import type { Readings } from '../../../../core/judge.ts';
import { audit } from '../../../../core/tenant/audit.ts';
import { mailForwardedOutside } from '../../../../core/tenant/checks/mail-forwarded-outside.ts';
import type { Parts } from '../../../../core/tenant/snapshot.ts';

const judged = (parts: Readings<Parts>) =>
  audit({ tenant: 't', vendor: 'microsoft', takenAt: '2026-11-22T00:00:00Z', parts }, [mailForwardedOutside])[0];
const domains = { value: ['school.example'] };

describe(mailForwardedOutside.id, () => {
  it('passes mail that stays in the school', () => {
    const mailboxes = { value: [{ owner: 'a@school.example', forwardsTo: ['Office@School.example'] }] };
    assert.equal(judged({ mailboxes, domains })?.outcome, 'pass');
  });

  it('fails on a mailbox that forwards outside, and names it', () => {
    const mailboxes = {
      value: [
        { owner: 'a@school.example', forwardsTo: [] },
        { owner: 'b@school.example', forwardsTo: ['b@school.example.evil.example'] }
      ]
    };
    assert.deepEqual(judged({ mailboxes, domains }), {
      id: 'mail-forwarded-outside',
      duties: ['no-personal-account', 'protect-personal-data'],
      severity: 'high',
      outcome: 'fail',
      subjects: [{ kind: 'mailbox', id: 'b@school.example' }]
    });
  });

  it('is unknown, not passed, when the mailboxes may not be read', () => {
    const result = judged({ mailboxes: { unread: 'forbidden' }, domains });
    assert.deepEqual(result && 'because' in result && [result.outcome, result.because], ['unknown', 'forbidden']);
  });
});
