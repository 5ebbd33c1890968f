import assert from 'node:assert/strict';
import type { Behind, Row, Tables } from '../../../addin/tab/api.ts';
import type { SchoolApprovals } from '../../../service/approvals.ts';
import { approvalSource } from '../../../service/approvals-shown.ts';
import { openApprovals } from '../../../service/approving.ts';
import type { TableSource } from '../../../service/tab/tab.ts';
import { type AtTestTab, freshTab, type TestTab } from '../../support/tab.ts';

describe('what was asked, on the tab', function () {
  this.timeout(30_000);
  let at: TestTab;
  let approvals: SchoolApprovals;
  let id = '';
  let reference = '';
  const strange = '00000000-0000-4000-8000-000000000000';

  before(async () => {
    const sources: { approvals?: TableSource } = {};
    at = await freshTab({ sources });
    approvals = (await openApprovals(at.signatures)) ?? assert.fail('approvals are on');
    Object.assign(sources, { approvals: approvalSource(approvals) });
    const fields = { what: 'Marks of\nthe weasel class', where: 'At home', protection: 'BitLocker', until: '2026-11-27' };
    const asked = await approvals.ask({ kind: 'data-off-site', fields }, at.ids['teacher']!, 'once');
    ({ id, reference } = 'done' in asked ? asked.done : assert.fail(asked.refused));
  });
  after(() => at.close());

  const read = (who: AtTestTab, row: string, more = {}) => who.post('approvals/read', { row, private: true }, more);
  const rowsOf = async (who: AtTestTab): Promise<{ readonly [table: string]: readonly Row[] }> => {
    const { tables } = (await who.get('approvals')).body as Tables;
    return Object.fromEntries(tables.map(each => [each.id, each.rows]));
  };
  const doings = (rows: readonly Row[] = []): readonly string[] => rows.flatMap(({ acts }) => acts.map(act => act.id));

  it('is read by whoever decides, in their language', async () => {
    const head = await at.sit('head');
    const { status, body } = await read(head, id);
    assert.equal(status, 200);
    assert.deepEqual(body, {
      title: `Taking data off the site (${reference})`,
      facts: [
        { name: 'Asked by', value: 'Teacher Seven' },
        { name: 'Which data, and whose', value: 'Marks of\nthe weasel class' },
        { name: 'Where it will be', value: 'At home' },
        { name: 'How it is protected: how it is encrypted, or how paper is locked away', value: 'BitLocker' },
        { name: 'When it comes back', value: '27 November 2026' }
      ]
    } satisfies Behind);
    const welsh = (await read(head, id, { 'Accept-Language': 'cy' })).body as Behind;
    assert.deepEqual(welsh.facts[1], { name: 'Pa ddata, a data pwy', value: 'Marks of\nthe weasel class' });
    assert.deepEqual(welsh.facts[4], { name: 'Pryd y daw yn ôl', value: '27 Tachwedd 2026' });
  });

  it('is read by whoever asked', async () => {
    const { status, body } = await read(await at.sit('teacher'), id);
    assert.equal(status, 200);
    assert.equal((body as Behind).facts[1]!.value, 'Marks of\nthe weasel class');
  });

  for (const role of ['coordinator', 'chair', 'officer', 'manager', 'staff'] as const) {
    it(`is read by no ${role} who neither asked nor decides, as if there were none`, async () => {
      assert.equal(await approvals.read(id, at.ids[role]!), undefined);
      const who = await at.sit(role);
      const lines = at.log.length;
      const [theirs, never] = [await read(who, id), await read(who, strange)];
      assert.equal(theirs.status, 404);
      assert.deepEqual(theirs.body, never.body);
      const line = `The tab has nothing of the kind for ${at.ids[role]} («see-approvals»).`;
      assert.deepEqual(at.log.slice(lines), [line, line]);
    });
  }

  for (const role of ['governor', 'it', 'nobody'] as const) {
    it(`is not for ${role}, who see no approvals`, async () => {
      assert.equal((await read(await at.sit(role), id)).status, 403);
    });
  }

  it('is asked for only by whoever says that their screen is private', async () => {
    const head = await at.sit('head');
    for (const body of [{ row: id }, { row: id, private: false }, { row: id, private: true, more: 1 }, {}])
      assert.equal((await head.post('approvals/read', body)).status, 400);
  });

  it('stands in no list, and is decided in one place', async () => {
    const head = await at.sit('head');
    const { body } = await head.get('approvals');
    assert.doesNotMatch(JSON.stringify(body), /weasel|BitLocker|At home/);
    const { waiting, all } = await rowsOf(head);
    assert.deepEqual(doings(waiting), ['read', 'given', 'refused']);
    assert.deepEqual(doings(all), []);
    const [row] = waiting!;
    assert.deepEqual(
      row!.acts.map(({ reads }) => reads),
      ['only', 'first', 'first']
    );
    const { mine } = await rowsOf(await at.sit('teacher'));
    assert.deepEqual(doings(mine), ['read', 'withdrawn']);
  });

  it('says why not, to whoever asked', async () => {
    const head = await at.sit('head');
    const refused = { table: 'waiting', row: id, act: 'refused', fields: { words: 'Use the cloud.' } };
    assert.equal((await head.post('approvals/act', refused)).status, 200);
    const { body } = await read(await at.sit('teacher'), id);
    assert.deepEqual((body as Behind).facts.at(-1), {
      name: 'What happened',
      value: 'Harper Leading did not approve it on 23 November 2026\nUse the cloud.'
    });
  });

  it('is asked for with a verb', async () => {
    const teacher = await at.sit('teacher');
    const words = async (language: string) =>
      new Set(((await teacher.get('approvals', { 'Accept-Language': language })).body as Tables).begin.map(({ does }) => does));
    assert.deepEqual([...(await words('en')), ...(await words('cy'))], ['Ask', 'Gofyn']);
  });
});
