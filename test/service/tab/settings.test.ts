import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Setting, Settings } from '../../../addin/tab/api.ts';
import { livingAudit, schoolSettings } from '../../../service/tab/settings.ts';
import { exampleReport } from '../../support/incidents.ts';
import { type AtTestTab, freshTab, type TestTab } from '../../support/tab.ts';

describe('settings on the tab', function () {
  this.timeout(30_000);
  let at: TestTab;
  let coordinator: AtTestTab;
  beforeEach(async () => {
    at = await freshTab();
    coordinator = await at.sit('coordinator');
  });
  afterEach(() => at.close());

  const settingOf = ({ groups }: Settings, key: string): Setting =>
    groups.flatMap(({ settings }) => settings).find(each => each.key === key)!;

  async function change(who: AtTestTab, key: string, value: unknown): Promise<number> {
    const { body } = await coordinator.get('settings');
    const was = (body as Settings).history.find(each => each.key === key)?.id;
    return (await who.post('settings/change', { key, value, ...(was === undefined ? {} : { was }) })).status;
  }

  it('hold without a restart where they are read, say where they come from, and go back to the file', async () => {
    const living = schoolSettings(at.signatures);
    assert.deepEqual(await living.reminders(), { days: [-7, -2, 0, 1], then: 'weekly', cap: 6, escalateAfter: 14, at: '08:00' });
    assert.equal(await change(coordinator, 'reminders.days', [3, -1, 3]), 200);
    assert.equal(await change(coordinator, 'reminders.at', '09:15'), 200);
    assert.equal(await change(coordinator, 'reports.head', 'weekly'), 200);
    assert.deepEqual((await living.reminders()).days, [-1, 3]);
    assert.equal((await livingAudit(at.auditing)).settings.reports.head, 'weekly');
    const { body } = await coordinator.get('settings');
    const days = settingOf(body, 'reminders.days');
    assert.deepEqual(
      [days.value, days.shown, days.from, days.base, days.changed],
      [[-1, 3], '-1, 3', 'here', '-7, -2, 0, 1', { by: 'Casey Online', when: '23 November 2026, 09:00 GMT' }]
    );
    assert.equal(settingOf(body, 'reminders.cap').from, 'usual');
    assert.equal(settingOf(body, 'deputies.line-manager').from, 'file');
    assert.equal(settingOf(body, 'deputies.line-manager').shown, 'Staff Nine');
    assert.equal(await change(coordinator, 'reminders.days', null), 200);
    assert.deepEqual((await living.reminders()).days, [-7, -2, 0, 1]);
  });

  const wrong: readonly (readonly [key: string, value: unknown])[] = [
    ['reminders.days', [91]],
    ['reminders.days', ['1']],
    ['reminders.cap', 21],
    ['reminders.at', '25:00'],
    ['reminders.then', 'daily'],
    ['sending.paused', 'yes'],
    ['deputies.line-manager', ['nobody@school.example']],
    ['deputies.line-manager', ['parent.three@home.example']],
    ['away', [{ who: 'staff.nine@school.example', from: '2026-12-02', until: '2026-12-01' }]],
    ['accepted', [{ check: 'device-codes-too-short', until: '2026-11-22', owner: 'Head of IT', because: 'Soon' }]]
  ];
  for (const [key, value] of wrong) {
    it(`take no ${key} that is ${JSON.stringify(value)}`, async () => {
      assert.equal(await change(coordinator, key, value), 422);
      assert.deepEqual(await at.tab.settings.history(10), []);
    });
  }

  it('know no others', async () => assert.equal(await change(coordinator, 'school.name', 'Other'), 404));

  it('are kept with who changed them, can be undone, and that can be undone', async () => {
    assert.equal(await change(coordinator, 'reminders.cap', 3), 200);
    assert.equal(await change(await at.sit('head'), 'reminders.cap', 2), 200);
    const { history } = (await coordinator.get('settings')).body as Settings;
    assert.deepEqual(
      history.map(({ title, by, before, after, undo }) => [title, by, before, after, undo]),
      [
        ['Reminders at most', 'Harper Leading', '3', '2', true],
        ['Reminders at most', 'Casey Online', 'as beadle.yaml says', '3', false]
      ]
    );
    assert.equal((await coordinator.post('settings/undo', { change: history[1]!.id })).status, 422);
    const undone = await coordinator.post('settings/undo', { change: history[0]!.id });
    assert.deepEqual([undone.body.history[0].after, undone.body.history[0].undid], ['3', history[0]!.id]);
    const again = await coordinator.post('settings/undo', { change: undone.body.history[0].id });
    assert.equal(settingOf(again.body, 'reminders.cap').value, 2);
    assert.equal((await coordinator.post('settings/undo', { change: '999999' })).status, 404);
  });

  it('are not changed by two who did not know of each other', async () => {
    const both = await Promise.all([3, 4].map(value => coordinator.post('settings/change', { key: 'reminders.cap', value })));
    assert.deepEqual(
      both.map(({ status }) => status).sort((a, b) => a - b),
      [200, 409]
    );
  });

  it('have a history that nobody takes away', async () => {
    await change(coordinator, 'reminders.cap', 3);
    const { db } = at.signatures.database;
    for (const statement of ['delete from setting_change', `update setting_change set by = 'x'`])
      await assert.rejects(sql.raw(statement).execute(db), /permission denied/);
  });

  it('let sending stand still and go on', async () => {
    assert.equal((await coordinator.post('signatures/pause', { paused: true })).status, 200);
    assert.equal((await at.signatures.desk.sending!()).paused, true);
    const { body } = await coordinator.get('settings');
    assert.equal(settingOf(body, 'sending.paused').value, true);
    assert.equal((await coordinator.post('settings/undo', { change: body.history[0].id })).status, 200);
    assert.equal((await at.signatures.desk.sending!()).paused, false);
  });

  describe('of who stands in', () => {
    const governor = ['governor.two@governors.example'];
    const cases: readonly (readonly [key: string, role: 'coordinator' | 'head' | 'chair', status: number])[] = [
      ['deputies.coordinator', 'coordinator', 200],
      ['deputies.coordinator', 'head', 200],
      ['deputies.head', 'coordinator', 403],
      ['deputies.head', 'head', 200],
      ['deputies.head', 'chair', 200],
      ['deputies.chair', 'coordinator', 403],
      ['deputies.chair', 'head', 403],
      ['deputies.chair', 'chair', 200],
      ['deputies.line-manager', 'chair', 403]
    ];
    for (const [key, role, status] of cases)
      it(`${key} by the ${role}: ${status}`, async () => assert.equal(await change(await at.sit(role), key, governor), status));

    const away = (who: string) => [{ who, from: '2026-11-23', until: '2026-11-30' }];
    const absences: readonly (readonly [who: string, role: 'coordinator' | 'head' | 'chair', status: number])[] = [
      ['staff.nine@school.example', 'coordinator', 200],
      ['head@school.example', 'coordinator', 403],
      ['head@school.example', 'head', 200],
      ['chair@governors.example', 'head', 403],
      ['chair@governors.example', 'chair', 200],
      ['head@school.example', 'chair', 200],
      ['staff.nine@school.example', 'chair', 403]
    ];
    for (const [who, role, status] of absences)
      it(`says of ${who} that they are away, by the ${role}: ${status}`, async () =>
        assert.equal(await change(await at.sit(role), 'away', away(who)), status));

    it('lead a report to the deputy from then on, and never past the chair by the head', async () => {
      const about = () =>
        at.incidents.report(exampleReport({ category: 'misuse', aboutRoles: ['head'] }), at.ids['teacher']!, String(Math.random()));
      assert.equal(await change(await at.sit('chair'), 'away', away('chair@governors.example')), 200);
      await about();
      assert.equal((await at.incidents.waiting(at.ids['governor']!)).length, 1);
      // To take an absence back is a change of it as well.
      assert.equal(await change(await at.sit('head'), 'away', []), 403);
      assert.equal(await change(await at.sit('chair'), 'away', []), 200);
      await about();
      assert.equal((await at.incidents.waiting(at.ids['chair']!)).length, 1);
    });
  });
});
