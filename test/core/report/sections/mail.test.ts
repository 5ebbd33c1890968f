import assert from 'node:assert/strict';
import type { MailCount, ReportData } from '../../../../core/report/report.ts';
import { mail } from '../../../../core/report/sections/mail.ts';

const title = { en: 'A rule', cy: 'Rheol' };
const table = (counts: readonly MailCount[]) => {
  const data = { mail: counts } as ReportData;
  const [says, shown] = mail.make(data, 'en', 'coordinator');
  assert.ok(says?.kind === 'paragraph' && shown?.kind === 'table');
  return { says: says.text, columns: shown.columns, rows: shown.rows };
};

describe('the section on mail', () => {
  it('says nothing of what was sent all the same where the school does not look', () => {
    assert.deepEqual(table([{ rule: 'a', title, warned: 3 }]), {
      says: 'How often staff were told something while they wrote. Counted by rule; Beadle does not keep who it was.',
      columns: ['Rule', 'Warnings'],
      rows: [['A rule', '3']]
    });
  });

  it('counts messages that were sent all the same, not people', () => {
    const { says, columns, rows } = table([
      { rule: 'a', title, warned: 0, sent: 0 },
      { rule: 'b', title, warned: 0, sent: 2 }
    ]);
    assert.match(says, /after a data-protection assessment: messages, not people\.$/);
    assert.deepEqual(columns, ['Rule', 'Warnings', 'Sent all the same']);
    assert.deepEqual(rows, [
      ['A rule', '0', '2'],
      ['A rule', '0', '0']
    ]);
  });
});
