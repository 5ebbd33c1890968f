import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Unread } from '../../../core/judge.ts';
import { recordOf } from '../../../core/mail/record.ts';
import { review } from '../../../core/mail/review.ts';
import { journalIn } from '../../../service/store/journal.ts';
import { recordShape, recordsIn } from '../../../service/store/records.ts';
import { folders } from '../../support/cli.ts';
import { mail, school } from '../../support/mail.ts';
import { anyMessage } from '../../support/messages.ts';

const policy = { ...school, version: '0123456789ab' };
const about = { at: '2026-11-18T10:00:00.000Z', sender: '0123456789abcdef' };

describe('the shape of a record', () => {
  it('takes every record that the engine makes', () => {
    fc.assert(
      fc.property(anyMessage, message => {
        const record = recordOf(review(message, policy), about);
        assert.deepEqual(recordShape.parse(record), record);
      })
    );
  });

  it('takes every reason for which a rule does not judge', () => {
    const reasons: { readonly [R in Unread]: true } = { forbidden: true, unlicensed: true, unreachable: true, unsupported: true };
    for (const unread of Object.keys(reasons) as Unread[]) {
      const message = { ...mail(), body: { unread }, addressed: { unread } };
      const record = recordOf(review(message, policy), about);
      assert.ok(record.unjudged.length > 0);
      assert.deepEqual(recordShape.parse(record), record);
    }
  });
});

describe('the records', () => {
  const folder = folders();

  it('of last year’s rules still count, and a line that is none is left out', async () => {
    const journal = journalIn(await folder());
    const record = {
      ...about,
      policy: 'v1',
      action: 'confirm',
      findings: [{ rule: 'gone-by-now', action: 'confirm', places: 1 }],
      unjudged: []
    };
    await journal.add('records-2025-11.jsonl', [{ ...record, received: about.at }, { words: 'Dear Parent One' }]);
    const found: unknown[] = [];
    for await (const each of recordsIn(journal).all()) found.push(each);
    assert.deepEqual(found, [record]);
  });
});
