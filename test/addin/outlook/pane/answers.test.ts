import assert from 'node:assert/strict';
import { withAnswers } from '../../../../addin/outlook/answers.ts';
import type { Answer } from '../../../../addin/outlook/kept.ts';
import { unknownIn } from '../../../../addin/outlook/pane/who-is-this.ts';
import { devicePolicyOf } from '../../../../core/mail/device.ts';
import { keyedHash } from '../../../../core/mail/filter.ts';
import type { MailPolicy } from '../../../../core/mail/policy.ts';
import { review } from '../../../../core/mail/review.ts';
import { mail, school } from '../../../support/mail.ts';
import { key } from '../fake-office.ts';

const policy: MailPolicy = devicePolicyOf(
  { ...school, exempt: ['lado@council.example'] },
  { key, issued: '2026-11-22T06:00:00Z', days: 14 }
).policy;
const somebody = 'somebody@new.example';
const said = (audience: Answer['audience'], address = somebody): Answer => ({ hash: keyedHash(key, address), audience, provider: false });
const rulesFor = (answers: readonly Answer[], to: readonly string[] = [somebody]): readonly string[] => {
  const message = mail({ to });
  return review(message, withAnswers(policy, message, answers)).findings.map(({ rule }) => rule);
};

describe('what the sender says of an unknown address', () => {
  it('counts at once', () => {
    assert.equal(rulesFor([]).includes('head-not-copied'), false);
    assert.equal(rulesFor([said('parent')]).includes('head-not-copied'), true);
  });

  it('counts however the address is written', () =>
    assert.equal(rulesFor([said('parent')], ['Some Body <SOMEBODY@new.example.>']).includes('head-not-copied'), true));

  it('counts for that address alone', () =>
    assert.equal(rulesFor([said('parent', 'other@new.example')]).includes('head-not-copied'), false));

  it('changes nothing where it is somebody else', () =>
    assert.deepEqual(withAnswers(policy, mail({ to: [somebody] }), [said('outsider')]).directory, {}));

  it('makes nobody else of an address that the school knows', () => {
    const known = 'parent.one@family.example';
    const before = rulesFor([], [known]);
    assert.ok(before.includes('head-not-copied'));
    assert.deepEqual(rulesFor([said('staff', known)], [known]), before);
  });

  it('costs a policy without a filter nothing', () =>
    assert.equal(withAnswers(school, mail({ to: [somebody] }), [said('parent')]), school));
});

describe('the addresses about which the sender is asked', () => {
  const asked = (to: readonly string[], answers: readonly Answer[] = []) => unknownIn(mail({ to }), policy, answers);

  it('are the outside ones that the school does not know, each once', () => {
    const found = asked([somebody, 'SOMEBODY@new.example', 'head@school.example', 'parent.one@family.example', 'kind.person@gmail.com']);
    assert.deepEqual(
      found.map(({ address, provider }) => [address, provider]),
      [
        [somebody, false],
        ['kind.person@gmail.com', true]
      ]
    );
  });

  it('are never exempt ones', () => assert.deepEqual(asked(['lado@council.example']), []));

  it('bring what was said of them', () => assert.equal(asked([somebody], [said('agency')])[0]?.said, 'agency'));

  it('are given as a hash under the school’s key', () => assert.equal(asked([somebody])[0]?.hash, keyedHash(key, somebody)));

  it('are none where the recipients could not be read', () =>
    assert.deepEqual(unknownIn({ ...mail({}), addressed: { unread: 'unreachable' } }, policy, []), []));
});
