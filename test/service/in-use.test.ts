import assert from 'node:assert/strict';
import { openApprovals } from '../../service/approving.ts';
import { everydayOf, inUseAt } from '../../service/in-use.ts';
import { openRegisters } from '../../service/registering.ts';
import { dataRequest } from '../support/approvals.ts';
import { exampleReport } from '../support/incidents.ts';
import { exampleEntry } from '../support/registers.ts';
import { freshTab, type TestTab } from '../support/tab.ts';

describe('what is in use at a school', function () {
  this.timeout(60_000);
  let at: TestTab;
  before(async () => {
    at = await freshTab({ more: 'registers: { kept: [training, policy-review] }\napprovals: { kinds: [data-off-site, equipment] }' });
  });
  after(() => at.close());
  const everyday = () => everydayOf(at.signatures, '2026-09-01', at.tab.cwd);

  it('is what reaches somebody, and no register before its first entry', async () => {
    const used = await inUseAt(at.signatures);
    assert.ok(used.incidents.includes('virus') && used.incidents.includes('misuse'));
    assert.deepEqual([used.approvals, used.registers, used.lead], [['data-off-site', 'equipment'], [], false]);
    const without = { ...at.signatures.desk, people: () => Promise.resolve([]) };
    const none = await inUseAt({ ...at.signatures, desk: without });
    assert.deepEqual([none.incidents, none.approvals], [[], []]);
  });

  it('is nothing in numbers where nothing happened', async () => assert.deepEqual(await everyday(), {}));

  it('is counted, but for what may be about those who read the numbers', async () => {
    const { incidents, ids, signatures } = at;
    const coordinator = ids['coordinator']!;
    await incidents.report(exampleReport(), ids['teacher']!, 'one');
    at.clock.at += 60_000;
    await incidents.report(exampleReport(), ids['staff']!, 'two');
    await incidents.report(exampleReport({ category: 'lost-device' }), ids['teacher']!, 'three');
    for (const [i, more] of [
      { aboutRoles: ['head'] as const },
      { about: 'Mrs Leading' },
      { about: 'the coordinator' },
      { about: 'Cadeirydd y llywodraethwyr' }
    ].entries())
      await incidents.report(exampleReport({ category: 'misuse', ...more }), ids['teacher']!, `hidden ${i}`);
    at.clock.at += 89 * 60_000;
    const [first] = await incidents.waiting(coordinator);
    assert.ok('done' in (await incidents.add(first!.id, coordinator, { kind: 'closed', text: 'Cleaned.' })));
    const approvals = (await openApprovals(signatures))!;
    await approvals.ask(dataRequest, ids['teacher']!, 'ask one');
    const second = await approvals.ask(dataRequest, ids['teacher']!, 'ask two');
    assert.ok('done' in second);
    at.clock.at += 30 * 60_000;
    assert.ok('done' in (await approvals.act(second.done.id, ids['head']!, 'given')));
    await (await openRegisters(signatures))!.enter([exampleEntry('training')], coordinator);
    const counted = await everyday();
    assert.deepEqual(counted, {
      incidents: [
        { category: 'lost-device', open: 1, closed: 0, clocks: 1, late: 0 },
        { category: 'virus', open: 1, closed: 1, clocks: 0, late: 0, minutesToClose: 90 }
      ],
      approvals: [{ kind: 'data-off-site', waiting: 1, given: 1, refused: 0, lapsed: 0, overdue: 0, minutesToDecide: 30 }],
      registers: [
        { kind: 'training', entries: 1, holds: 1, due: 0, overdue: 0 },
        { kind: 'policy-review', entries: 0, holds: 0, due: 0, overdue: 0 }
      ]
    });
    assert.deepEqual((await inUseAt(signatures)).registers, ['training']);
  });

  it('counts what the year before left open, what is overdue and clocks that ran out, and no more of it', async () => {
    at.clock.at = Date.parse('2027-09-20T09:00:00Z');
    const { incidents, approvals } = await everydayOf(at.signatures, '2027-09-01', at.tab.cwd);
    assert.deepEqual(incidents, [
      { category: 'lost-device', open: 1, closed: 0, clocks: 0, late: 1 },
      { category: 'virus', open: 1, closed: 0, clocks: 0, late: 0 }
    ]);
    assert.deepEqual(approvals, [{ kind: 'data-off-site', waiting: 0, given: 1, refused: 0, lapsed: 0, overdue: 1, minutesToDecide: 30 }]);
  });

  it('stands in the clause map of the tab, with where it is looked after', async () => {
    at.clock.at = Date.parse('2026-11-23T09:00:00Z');
    const { body } = await (await at.sit('coordinator')).get('clauses');
    const serves = (body.clauses as { serves: { control: string; title: string; evidence: string; leads?: string }[] }[]).flatMap(
      each => each.serves
    );
    assert.deepEqual(
      serves.find(({ title }) => title === 'A virus, or a link that should not have been opened'),
      { control: 'incident', title: 'A virus, or a link that should not have been opened', evidence: 'in use', leads: 'incidents' }
    );
  });
});
