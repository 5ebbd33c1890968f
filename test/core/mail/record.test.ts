import assert from 'node:assert/strict';
import { recordOf } from '../../../core/mail/record.ts';
import type { Verdict } from '../../../core/mail/review.ts';

const verdict: Verdict = {
  policy: 'v3',
  action: 'confirm',
  findings: [
    {
      rule: 'crowd-in-the-open',
      action: 'confirm',
      duties: ['check-recipients'],
      clauses: [{ id: '12', section: 'E-mail' }],
      message: 'exposed',
      values: { count: 2 },
      evidence: [
        { in: 'to', address: 'parent.one@family.example' },
        { in: 'attachment', name: 'Pupil Seven.docx' }
      ],
      remedy: { kind: 'move-to-bcc', addresses: ['parent.one@family.example'] }
    }
  ],
  unjudged: [{ rule: 'chain-letter', because: 'unsupported', part: 'prose' }]
};

describe('the record of a verdict', () => {
  const record = recordOf(verdict, { at: '2026-11-18T10:00:00Z', sender: 'p-81c2' });

  it('holds the time, the rules, what they asked and in how many places', () =>
    assert.deepEqual(record, {
      at: '2026-11-18T10:00:00Z',
      sender: 'p-81c2',
      policy: 'v3',
      action: 'confirm',
      findings: [{ rule: 'crowd-in-the-open', action: 'confirm', places: 2 }],
      unjudged: [{ rule: 'chain-letter', because: 'unsupported' }]
    }));

  it('holds no address and no name of a file', () => assert.doesNotMatch(JSON.stringify(record), /@|Pupil|docx/));
});
