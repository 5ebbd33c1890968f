import assert from 'node:assert/strict';
import type { DutyId } from '../../../core/duties.ts';
import { proposedPositions } from '../../../core/policies/stands.ts';
import type { Positions } from '../../../core/policies/topics.ts';
import { within } from '../../support/quick.ts';

const cases: readonly (readonly [string, readonly DutyId[], Positions])[] = [
  [
    'Copy the head into any mail to parents, governors or an outside agency.',
    ['copy-head-on-outside-mail'],
    { 'head-in-copy': ['parents', 'governors', 'agencies'] }
  ],
  ['School computers are for work, not for private matters.', ['work-use'], { 'personal-use': 'none' }],
  ['Use the internet as deemed acceptable by the governors.', ['work-use'], { 'personal-use': 'approved' }],
  ['Occasional personal use does no harm.', ['work-use'], { 'personal-use': 'incidental' }],
  ['Personal use is allowed until it is withdrawn.', ['work-use'], { 'personal-use': 'allowed' }],
  ['Never film children with your own phone.', ['no-images-on-own-devices'], { 'images-on-own-devices': 'never' }],
  [
    'Do not film children with your own phone unless the head agreed.',
    ['no-images-on-own-devices'],
    { 'images-on-own-devices': 'permitted' }
  ],
  ['A picture needs the consent of both parents.', ['consent-for-images'], { 'image-consent-from': 'both-parents' }],
  ['Lock the screen or log off.', ['lock-when-unattended'], { 'leaving-a-device': ['lock', 'log-off'] }],
  ['A stick is protected by a password.', ['encrypt-data-off-site'], { 'data-out-protected-by': 'password' }],
  ['A stick is encrypted and has a password.', ['encrypt-data-off-site'], { 'data-out-protected-by': 'encryption' }],
  ['Passwords are changed every 60 days.', ['change-passwords'], { 'password-change': 'from-time-to-time' }],
  ['Report offensive mail to your line manager.', ['report-bad-mail'], { 'mail-reported-to': 'line-manager' }],
  ['The policy is reviewed bi-annually.', ['review-policy'], { 'reviewed-every': ['two-years', 'six-months'] }],
  ['The policy is reviewed each year.', ['review-policy'], { 'reviewed-every': 'year' }]
];

describe('positions proposed from a clause’s words', () => {
  for (const [text, duties, positions] of cases) {
    it(`«${text}»`, () => assert.deepEqual(proposedPositions(text, duties), positions));
  }

  it('are none where the clause asks for no duty that bears on them', () => {
    for (const [text] of cases) {
      assert.deepEqual(proposedPositions(text, []), {});
      assert.deepEqual(proposedPositions(text, ['support-policy']), {});
    }
  });

  it('are none for words that only begin alike', () => {
    assert.deepEqual(
      proposedPositions('The blockhead mailed parenthetical things.', ['copy-head-on-outside-mail', 'lock-when-unattended']),
      {}
    );
  });

  it('take time in proportion to the text', () => {
    const text = 'never personal permission parent governor '.repeat(25_000);
    within(1000, () => proposedPositions(text, ['copy-head-on-outside-mail', 'work-use', 'no-images-on-own-devices']));
  });
});
