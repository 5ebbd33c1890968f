import assert from 'node:assert/strict';
import { approvalJobs } from '../../service/approving.ts';
import { readConfig } from '../../service/config.ts';
import { holdersOf } from '../../service/config-approvals.ts';
import { school } from '../support/database.ts';
import { freshApprovals, messageRequest } from '../support/approvals.ts';

const yaml = (lines: string): string =>
  `school: { name: Oak, languages: [en, cy] }\ndomains: { staff: [oak.example] }\nsignatures: {}\napprovals:\n${lines}\n`;

describe('the jobs of approvals', () => {
  it('write down what ran out and say how many; say nothing where nothing did', async () => {
    const at = await freshApprovals();
    const signatures = { school: { config: readConfig(yaml('  retention: 3'), 'beadle.yaml').value }, database: at.database, id: school };
    const [chase, retain] = approvalJobs(signatures as never, at.approvals);
    const queue = undefined as never;
    assert.equal(await chase!.run(queue), undefined);
    await at.approvals.ask(messageRequest(), at.ids['teacher']!, 'a form');
    at.clock.at = Date.parse('2026-12-15T09:00:00Z');
    assert.equal(await chase!.run(queue), 'Approvals: 1 expired, 0 found somebody new.');
    assert.equal(await chase!.run(queue), undefined);
    assert.equal(await retain!.run(queue), undefined);
    assert.match(chase!.cron, /^5,35 7-18 /);
    assert.equal(retain!.cron, '40 4 2 * *');
  });
});

describe('approvals in beadle.yaml', () => {
  it('change who decides one thing, and leave the rest', () => {
    const { approvals } = readConfig(yaml('  holders: { send: [coordinator] }'), 'beadle.yaml').value;
    const holders = holdersOf(approvals!);
    assert.deepEqual([holders.send, holders.equipment], [['coordinator'], ['head']]);
    assert.deepEqual([approvals?.days, approvals?.lasts, approvals?.retention], [5, 7, 3]);
  });

  for (const [says, lines] of [
    ['a kind that there is not', '  kinds: [weekend]'],
    ['nobody to decide', '  holders: { send: [] }'],
    ['a post that there is not', '  holders: { send: [caretaker] }'],
    ['three who decide', '  deciders: { send: 3 }'],
    ['an end that never comes', '  lasts: 0'],
    ['a delegate without an address', '  delegates: { head: [Drew Second] }'],
    ['a day that is none', '  away: [{ who: head@oak.example, from: 2026-13-01, until: 2026-12-02 }]'],
    ['a field that is not known', '  weeks: 2']
  ] as const) {
    it(`are refused with ${says}, in words that name the place`, () =>
      assert.throws(() => readConfig(yaml(lines), 'beadle.yaml'), /approvals/));
  }
});
