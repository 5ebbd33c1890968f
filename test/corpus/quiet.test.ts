import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { review } from '../../core/mail/review.ts';
import { meetingWithPupil } from '../../core/mail/rules/meeting-with-pupil.ts';
import { sensitiveNotDiscussed } from '../../core/mail/rules/sensitive-not-discussed.ts';
import type { Rule } from '../../core/mail/rule.ts';
import { mail, school } from '../support/mail.ts';

const ham = new URL('../../../shared/corpora/chain/ham-dev.jsonl', import.meta.url);
const shared = existsSync(ham);

/** How many in a hundred ordinary mails a rule speaks of, were a teacher to send them to this address. */
function spokenOf(rule: Rule, to: string): number {
  const rows = readFileSync(ham, 'utf8')
    .split('\n')
    .filter(line => line !== '');
  const spoken = rows.filter(line => {
    const { subject, body, format } = JSON.parse(line) as { subject?: string; body?: string; format?: string };
    const written = format === 'html' ? { html: body ?? '' } : { text: body ?? '' };
    return review(mail({ to: [to], subject: subject ?? '', ...written }), school, [rule]).findings.length > 0;
  });
  assert.ok(rows.length > 1000);
  return (100 * spoken.length) / rows.length;
}

describe('on ordinary mail', () => {
  (shared ? it : it.skip)('sensitive-not-discussed speaks of at most one and a half in a hundred (needs ../shared)', () => {
    const share = spokenOf(sensitiveNotDiscussed, 'parent.one@family.example');
    assert.ok(share <= 1.5, `${share.toFixed(2)} %`);
  });
  (shared ? it : it.skip)('meeting-with-pupil speaks of at most one in a thousand (needs ../shared)', () => {
    const share = spokenOf(meetingWithPupil, 'kit.sample@pupils.school.example');
    assert.ok(share <= 0.1, `${share.toFixed(2)} %`);
  });
});
