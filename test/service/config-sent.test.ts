import assert from 'node:assert/strict';
import { readConfig } from '../../service/config.ts';
import { exampleConfig } from '../../service/example.ts';

const base = 'school: { name: Example Primary School }\ndomains: { staff: [school.example] }\n';
const read = (more: string) => readConfig(base + more, 'beadle.yaml').value;

describe('gmailRules and sent in beadle.yaml', () => {
  it('are off where they are not written', () => assert.deepEqual([read('').gmailRules, read('').sent], [undefined, undefined]));

  it('hold in the whole school and in the log of rules where no more is said', () => {
    assert.deepEqual(read('gmailRules: {}\n').gmailRules, { unit: '/', confidential: [] });
    assert.deepEqual(read('sent: { dpia: { date: 2026-11-01, by: DPO } }\n').sent, {
      dpia: { date: '2026-11-01', by: 'DPO' },
      from: ['rules-log'],
      tell: 'sender'
    });
  });

  for (const [says, more, words] of [
    ['no assessment', 'sent: { tell: nobody }\n', /dpia/],
    ['an assessment without a day', 'sent: { dpia: { by: DPO } }\n', /date/],
    ['a manager to tell', 'sent: { dpia: { date: 2026-11-01, by: DPO }, tell: head }\n', /tell/],
    ['an address for a domain', 'gmailRules: { confidential: [rep@union.example] }\n', /confidential/],
    ['a unit that is no path', 'gmailRules: { unit: Staff }\n', /unit/]
  ] as const)
    it(`refuse ${says}`, () => assert.throws(() => read(more), { name: 'Failure', message: words }));

  it('are offered in the file to begin with as they would be written', () => {
    const blockOf = (name: string): string => new RegExp(`^# ${name}:\\n(?:#.*\\n)+`, 'm').exec(exampleConfig())![0].replace(/^# /gm, '');
    const { gmailRules, sent } = read(blockOf('gmailRules') + blockOf('sent'));
    assert.deepEqual(
      [gmailRules, sent],
      [
        { unit: '/Staff', confidential: [] },
        { dpia: { date: '2026-11-01', by: 'Data Protection Officer' }, from: ['rules-log'], tell: 'sender' }
      ]
    );
  });
});
