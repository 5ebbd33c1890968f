import assert from 'node:assert/strict';
import { openApprovals } from '../../service/approving.ts';
import { freshTab, type TestTab } from '../support/tab.ts';

describe('the approvals of a school that runs', function () {
  this.timeout(30_000);
  let at: TestTab;
  before(
    async () =>
      (at = await freshTab({ more: 'approvals: { away: [{ who: chair@governors.example, from: 2026-12-01, until: 2026-12-02 }] }' }))
  );
  after(() => at.close());

  it('take whoever is said on the tab to be away for away, from the day to the day, and whoever the file says as well', async () => {
    const approvals = (await openApprovals(at.signatures))!;
    let forms = 0;
    /** Who of these is asked. */
    const asked = async (): Promise<readonly string[]> => {
      const fields = { to: 'A parent', what: `Number ${forms}` };
      const taken = await approvals.ask({ kind: 'send', fields }, at.ids['teacher']!, `form ${(forms += 1)}`);
      if (!('done' in taken)) return [taken.refused];
      const who = [];
      for (const key of ['head', 'chair'])
        if ((await approvals.waiting(at.ids[key]!)).some(({ id }) => id === taken.done.id)) who.push(key);
      return who;
    };
    assert.deepEqual(await asked(), ['head']);
    const head = await at.sit('head');
    const value = [{ who: 'head@school.example', from: '2026-11-24', until: '2026-12-01' }];
    assert.equal((await head.post('settings/change', { key: 'away', value })).status, 200);
    assert.deepEqual(await asked(), ['head'], 'not before the first day');
    at.clock.at = Date.parse('2026-11-24T09:00:00Z');
    assert.deepEqual(await asked(), ['chair']);
    at.clock.at = Date.parse('2026-12-01T09:00:00Z');
    assert.notDeepEqual(await asked(), ['head'], 'the last day counts, and the chair is away by the file');
    at.clock.at = Date.parse('2026-12-02T09:00:00Z');
    assert.deepEqual(await asked(), ['head'], 'not after the last');
  });
});
