import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TabAction, tabActions, type TabRole, tabRoles, views } from '../../../addin/tab/api.ts';
import type { Report } from '../../../core/incidents/incident.ts';
import { allowed, rights, tabRolesOf } from '../../../service/tab/rights.ts';
import { rightsTable } from '../../../service/tab/rights-table.ts';
import type { TableSource } from '../../../service/tab/tab.ts';
import { exampleReport } from '../../support/incidents.ts';
import { someone } from '../../support/signing.ts';
import { type AtTestTab, freshTab, type TestTab } from '../../support/tab.ts';
import { askEverybody } from '../../support/sign-pages.ts';

/** Takes whatever is done there. */
const willing: TableSource = {
  tables: () => Promise.resolve({ says: '', tables: [], begin: [] }),
  act: () => Promise.resolve({ done: { says: 'Done.' } })
};

describe('the table of rights', function () {
  this.timeout(30_000);
  let at: TestTab;
  /** An item that came to each role. */
  const items: { [R in TabRole]?: string } = {};
  let task = 0;

  before(async () => {
    at = await freshTab({ sources: { approvals: willing, registers: willing } });
    await askEverybody(at.signatures);
    const { incidents, ids, tab } = at;
    const report = async (to: TabRole, more: Partial<Report>, by = 'teacher'): Promise<void> => {
      const seen = new Set((await incidents.waiting(ids[to]!)).map(({ id }) => id));
      await incidents.report(exampleReport(more), ids[by]!, `${to} ${by}`);
      const fresh = (await incidents.waiting(ids[to]!)).find(({ id }) => !seen.has(id));
      assert.ok(fresh, `a report reached the ${to}`);
      items[to] = fresh.id;
    };
    await report('coordinator', { category: 'virus' });
    await report('head', { category: 'misuse' });
    await report('chair', { category: 'misuse', aboutRoles: ['head'] });
    await report('officer', { category: 'lost-device' });
    await report('manager', { category: 'accidental-access' });
    await report('staff', { category: 'accidental-access' }, 'head');
    const away = [{ who: 'chair@governors.example', from: '2026-11-23', until: '2026-11-23' }];
    await tab.settings.change({ key: 'away', value: away, was: undefined, by: ids['chair']!, at: tab.desk.now() });
    await report('governor', { category: 'misuse', aboutRoles: ['head'] }, 'staff');
    await tab.desk.open({ person: ids['teacher']!, policy: 'acceptable-use' }, 'en', 'web');
    const declined = await tab.desk.decline({ person: ids['teacher']!, policy: 'acceptable-use' }, 1, 'It is too long.', 'web');
    task = 'done' in declined ? declined.done.index : assert.fail('it was declined');
  });
  after(() => at.close());

  /** What is tried for each right: a request that is answered well where it is allowed. */
  const tried: {
    readonly [A in TabAction]: (who: AtTestTab, role: TabRole) => Promise<{ readonly status: number; readonly body: unknown }>;
  } = {
    'see-today': who => who.get('today'),
    'see-signatures': who => who.get('signatures'),
    'list-people': who => who.post('signatures/people', { page: 0, size: 50 }),
    remind: who => who.post('signatures/remind', { people: [at.ids['staff']] }),
    excuse: who =>
      who.post('signatures/excuse', { matter: { person: at.ids['manager'], policy: 'acceptable-use' }, because: 'On long leave' }),
    answer: who => who.post('signatures/answer', { of: task, note: 'We spoke about it.' }),
    export: who => who.post('signatures/export'),
    'see-audits': who => who.get('audits'),
    'run-audit': who => who.post('audits/run'),
    'accept-risk': (who, role) =>
      who.post('audits/accept', { check: 'passwords-too-short', until: '2027-03-31', owner: role, because: 'It is replaced at Easter' }),
    'see-mail': who => who.get('mail'),
    'see-incidents': who => who.get('incidents'),
    'read-incident': (who, role) => who.post('incidents/read', { id: items[role] ?? items.coordinator, private: true }),
    'add-note': (who, role) => who.post('incidents/add', { id: items[role] ?? items.coordinator, kind: 'note', text: 'Looked at it.' }),
    'see-approvals': who => who.get('approvals'),
    'act-approvals': who => who.post('approvals/act', { table: 'open', row: '1', act: 'give', fields: {} }),
    'see-registers': who => who.get('registers'),
    'act-registers': who => who.post('registers/act', { table: 'training', act: 'add', fields: {} }),
    'see-clauses': who => who.get('clauses'),
    'see-settings': who => who.get('settings'),
    'change-settings': async (who, role) => {
      // The chair alone says who stands in for the chair; the others try what is everybody’s who may.
      const key = role === 'chair' ? 'deputies.chair' : 'reminders.cap';
      const value = role === 'chair' ? ['governor.two@governors.example'] : 5;
      const was = (await at.tab.settings.history(100)).find(change => change.key === key)?.id;
      return who.post('settings/change', { key, value, ...(was === undefined ? {} : { was: String(was) }) });
    }
  };

  for (const role of tabRoles) {
    describe(`as ${role}`, () => {
      let who: AtTestTab;
      before(async () => (who = await at.sit(role)));

      for (const action of tabActions) {
        const cell = allowed(action, role === 'manager' ? ['manager', 'staff'] : [role]);
        it(`${action}: ${cell}`, async () => {
          const lines = at.log.length;
          const { status, body } = await tried[action](who, role);
          if (cell !== 'no') {
            assert.ok(status >= 200 && status < 300, `${status} ${JSON.stringify(body)}`);
            assert.deepEqual(at.log.slice(lines), []);
            return;
          }
          assert.equal(status, 403);
          const { detail, reason } = body as { detail: string; reason: string };
          assert.equal(detail, 'This is not for your post at the school. If you need it, ask the e-safety coordinator.');
          assert.equal(reason, 'not-for-you');
          const id = role === 'it' ? 'it' : at.ids[role];
          assert.deepEqual(at.log.slice(lines), [
            `The tab refused «${action}» to ${id} (${role === 'manager' ? 'staff, manager' : role}).`
          ]);
        });
      }

      it('is told of these views and actions and no others', async () => {
        const { body } = await who.get('session');
        const roles: readonly TabRole[] = role === 'manager' ? ['staff', 'manager'] : [role];
        assert.deepEqual(body.roles, roles);
        assert.deepEqual(
          body.actions,
          tabActions.filter(action => roles.some(each => rights[action][each] !== 'no'))
        );
        assert.deepEqual(
          body.views,
          views.filter(view => roles.some(each => rights[`see-${view}`][each] !== 'no'))
        );
      });
    });
  }

  it('gives nobody anything', () => {
    for (const action of tabActions) assert.equal(rights[action].nobody, 'no');
  });

  it('stands in the docs as it is', () => {
    assert.ok(readFileSync('docs/rights.md', 'utf8').includes(rightsTable()), `docs/rights.md lacks the table:\n${rightsTable()}`);
  });

  it('is read off the list of people as it is today', () => {
    const of = (person: Parameters<typeof someone>[1], people = [someone('other')]): readonly TabRole[] =>
      tabRolesOf(someone('one', person), { people, support: ['it@school.example'], today: '2026-11-23' });
    assert.deepEqual(of({ roles: ['staff', 'coordinator'] }), ['coordinator', 'staff']);
    assert.deepEqual(of({ roles: ['supply'] }), ['staff']);
    assert.deepEqual(of({ roles: ['governor', 'chair'] }), ['chair', 'governor']);
    assert.deepEqual(of({ roles: ['parent'] }), ['nobody']);
    assert.deepEqual(of({ roles: ['pupil'] }), ['nobody']);
    assert.deepEqual(of({ roles: ['visitor', 'contractor'] }), ['nobody']);
    assert.deepEqual(of({ roles: ['staff'], address: 'it@school.example' }), ['staff', 'it']);
    assert.deepEqual(of({ roles: ['head'], leftOn: '2026-11-22' }), ['nobody']);
    assert.deepEqual(of({ roles: ['head'], leftOn: '2026-11-23' }), ['head']);
    assert.deepEqual(of({}, [someone('other', { manager: 'one' })]), ['staff', 'manager']);
    assert.deepEqual(of({ roles: ['parent'] }, [someone('other', { manager: 'one' })]), ['nobody']);
  });
});
