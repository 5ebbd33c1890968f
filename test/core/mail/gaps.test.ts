import assert from 'node:assert/strict';
import { gapsIn } from '../../../core/mail/gaps.ts';
import type { Message } from '../../../core/mail/message.ts';
import { review } from '../../../core/mail/review.ts';
import { mail, school } from '../../support/mail.ts';

const group = { name: 'Everybody', address: 'everybody@school.example', unseen: 'unsupported' } as const;
const list = { name: 'Class list', address: '', unseen: 'unreachable' } as const;

/** The message, of which more recipients or more text should have come. */
function partly(message: Message, missing: { readonly recipients?: 'unreachable'; readonly text?: 'unreachable' }): Message {
  const { addressed, body } = message;
  return {
    ...message,
    ...(missing.recipients && 'value' in addressed ? { addressed: { value: { ...addressed.value, missing: missing.recipients } } } : {}),
    ...(missing.text && 'value' in body ? { body: { value: { ...body.value, missing: missing.text } } } : {})
  };
}

describe('what is missing in the parts that were read', () => {
  const known = { ...school, directory: { ...school.directory, 'everybody@school.example': [{ audience: 'parent' as const }] } };
  const table: readonly (readonly [says: string, message: Message, policy: typeof school, gaps: ReturnType<typeof gapsIn>])[] = [
    ['nothing, in most mail', mail({ to: ['a@b.example'] }), school, []],
    ['the members of a group', mail({ to: [group] }), school, [{ part: 'recipients', because: 'unsupported' }]],
    ['nothing, where the school knows who they are', mail({ to: [group] }), known, []],
    ['whoever is behind a contact list', mail({ cc: [group, list] }), school, [{ part: 'recipients', because: 'unreachable' }]],
    [
      'whoever is behind it, in whatever order',
      mail({ cc: [list], bcc: [group] }),
      school,
      [{ part: 'recipients', because: 'unreachable' }]
    ],
    ['recipients beyond the last', partly(mail(), { recipients: 'unreachable' }), school, [{ part: 'recipients', because: 'unreachable' }]],
    ['text that was cut', partly(mail(), { text: 'unreachable' }), school, [{ part: 'prose', because: 'unreachable' }]],
    [
      'nothing, in parts that were not read at all',
      { ...mail(), addressed: { unread: 'forbidden' }, body: { unread: 'forbidden' } },
      school,
      []
    ]
  ];
  for (const [says, message, policy, gaps] of table) it(`is ${says}`, () => assert.deepEqual(gapsIn(message, policy), gaps));
});

describe('a review of what is there in part', () => {
  const toParent = mail({ to: ['parent.one@family.example'] });

  it('keeps what it found, and does not call clean what it did not find', () => {
    const verdict = review(partly(toParent, { recipients: 'unreachable' }), school);
    assert.deepEqual(
      verdict.findings.map(({ rule }) => rule),
      ['head-not-copied']
    );
    const unjudged = verdict.unjudged.map(({ rule }) => rule);
    assert.ok(unjudged.includes('crowd-in-the-open') && !unjudged.includes('head-not-copied') && !unjudged.includes('chain-letter'));
    assert.ok(verdict.unjudged.every(each => each.because === 'unreachable' && each.part === 'recipients'));
  });
  it('asks as the school decided where it found nothing', () => {
    const copied = mail({ to: ['parent.one@family.example'], cc: ['head@school.example'] });
    const message = partly(copied, { text: 'unreachable' });
    assert.equal(review(message, school).action, 'confirm');
    assert.equal(review(message, { ...school, whenUnsure: 'allow' }).action, 'allow');
    assert.ok(review(message, school).unjudged.some(({ rule }) => rule === 'chain-letter'));
  });
  it('lists, and does not ask about, a group that the surface cannot expand', () => {
    const verdict = review(mail({ to: [group] }), school);
    assert.equal(verdict.action, 'allow');
    assert.ok(verdict.unjudged.some(({ rule, because }) => rule === 'head-not-copied' && because === 'unsupported'));
  });
});
