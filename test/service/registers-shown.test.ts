import assert from 'node:assert/strict';
import type { Table, Tables } from '../../addin/tab/api.ts';
import { openRegisters } from '../../service/registering.ts';
import type { SchoolRegisters } from '../../service/registers.ts';
import { registerSource } from '../../service/registers-shown.ts';
import type { TableSource } from '../../service/tab/tab.ts';
import { exampleEntry } from '../support/registers.ts';
import { type AtTestTab, freshTab, type TestTab } from '../support/tab.ts';

const config = `registers:
  kept: [training, image-consent]
  keepers: { training: [staff.nine@school.example] }`;

describe('the registers on the tab', function () {
  this.timeout(60_000);
  let at: TestTab;
  let registers: SchoolRegisters;
  before(async () => {
    // The tab is opened before its registers can be: it gets them by way of this.
    let source: TableSource | undefined;
    const late: TableSource = {
      tables: (...asked) => source!.tables(...asked),
      act: (...asked) => source!.act(...asked),
      waiting: (...asked) => source!.waiting!(...asked),
      revision: () => source!.revision!()
    };
    at = await freshTab({ more: config, sources: { registers: late } });
    registers = (await openRegisters(at.signatures))!;
    source = registerSource(registers);
    const coordinator = at.ids['coordinator']!;
    await registers.enter(
      [
        exampleEntry('training', { who: 'Teacher Seven\nMorgan Above' }),
        exampleEntry('training', { what: 'Passwords', day: '2025-09-02', who: 'Staff Nine' }),
        exampleEntry('image-consent')
      ],
      coordinator
    );
  });
  after(() => at.close());

  const shown = async (who: AtTestTab, language = 'en'): Promise<Tables> =>
    (await who.get('registers', { 'Accept-Language': language })).body as Tables;
  const ids = ({ tables }: Tables): readonly string[] => tables.map(({ id }) => id);
  const table = ({ tables }: Tables, id: string): Table => tables.find(each => each.id === id) ?? assert.fail(`no table ${id}`);

  it('are whole for the coordinator, the latest day first, with what can be done', async () => {
    const view = await shown(await at.sit('coordinator'));
    assert.deepEqual(ids(view), ['training', 'image-consent']);
    assert.deepEqual(
      table(view, 'training').rows.map(({ cells, tone, acts }) => [cells[0], cells.at(-1), tone, acts.map(({ id }) => id)]),
      [
        ['Weasels online', 'In force, by 2 September 2027', 'good', ['corrected', 'note', 'ended']],
        ['Passwords', 'Overdue, since 2 September 2026', 'bad', ['corrected', 'note', 'ended']]
      ]
    );
    assert.deepEqual(table(view, 'image-consent').rows[0]!.cells, [
      'Kit Sample',
      'The school’s website',
      'Given',
      'Parent Three',
      '4 September 2026',
      'In force'
    ]);
    assert.deepEqual(
      view.begin.map(({ id, label }) => [id, label]),
      [
        ['enter training', 'Enter: Training'],
        ['enter image-consent', 'Enter: Consent to images']
      ]
    );
  });

  it('speak Welsh to whoever asks in Welsh', async () => {
    const view = await shown(await at.sit('coordinator'), 'cy');
    assert.deepEqual(
      view.tables.map(({ title }) => title),
      ['Hyfforddiant', 'Cydsyniad i ddelweddau']
    );
    assert.equal(table(view, 'training').rows[0]!.cells.at(-1), 'Mewn grym, erbyn 2 Medi 2027');
  });

  it('are there for the data protection officer to read, and not to change', async () => {
    const view = await shown(await at.sit('officer'));
    assert.deepEqual([ids(view), view.begin], [['training', 'image-consent'], []]);
    assert.ok(view.tables.every(({ rows }) => rows.every(({ acts }) => acts.length === 0)));
  });

  for (const role of ['chair', 'governor'] as const)
    it(`are numbers for the ${role}: nobody is named`, async () => {
      const { body } = await (await at.sit(role)).get('registers');
      assert.deepEqual(
        (body as Tables).tables.map(({ id, rows }) => [id, rows.map(({ cells }) => cells)]),
        [
          [
            'totals',
            [
              ['Training', '2', '1', '0', '1'],
              ['Consent to images', '1', '1', '0', '0']
            ]
          ]
        ]
      );
      assert.doesNotMatch(JSON.stringify(body), /Seven|Nine|Kit|Parent/);
    });

  it('show staff what they were taught, and nobody else who was there', async () => {
    const { body } = await (await at.sit('teacher')).get('registers');
    assert.deepEqual(
      table(body, 'own').rows.map(({ cells }) => cells),
      [['Weasels online', 'The council', '2 September 2026', 'In force, by 2 September 2027']]
    );
    assert.deepEqual([ids(body), body.begin], [['own'], []]);
    assert.doesNotMatch(JSON.stringify(body), /Morgan|Nine|Kit/);
  });

  it('let somebody keep a register by name, and no other', async () => {
    const who = await at.sit('staff');
    const view = await shown(who);
    assert.deepEqual([ids(view), view.begin.map(({ id }) => id)], [['training'], ['enter training']]);
    const { fields } = exampleEntry('training', { what: 'By Staff Nine' });
    const entered = await who.post('registers/act', { table: 'begin', act: 'enter training', fields });
    assert.deepEqual([entered.status, entered.body], [200, { says: 'It is entered.' }]);
    const again = await who.post('registers/act', { table: 'begin', act: 'enter training', fields });
    assert.deepEqual(again.body, { says: 'The same stands there already. Nothing was entered twice.' });
    const consent = exampleEntry('image-consent', { use: 'press' }).fields;
    const other = await who.post('registers/act', { table: 'begin', act: 'enter image-consent', fields: consent });
    assert.equal(other.body.detail, 'There is nothing here for you.');
    const row = (await registers.list()).find(({ kind }) => kind === 'image-consent')!.id;
    const ended = await who.post('registers/act', { table: 'image-consent', row, act: 'ended', fields: { words: 'No more' } });
    assert.equal(ended.body.detail, 'There is nothing here for you.');
    assert.equal((await registers.list()).length, 4);
  });

  it('refuse whoever keeps none', async () => {
    const { fields } = exampleEntry('training', { what: 'By nobody' });
    for (const role of ['teacher', 'manager'] as const) {
      const { status, body } = await (await at.sit(role)).post('registers/act', { table: 'begin', act: 'enter training', fields });
      assert.ok(status >= 400, role);
      assert.equal(body.detail, 'There is nothing here for you.');
    }
    assert.ok(!(await registers.list()).some(each => each.fields.what === 'By nobody'));
  });

  it('say what is missing by its name', async () => {
    const { body } = await (await at.sit('head')).post('registers/act', {
      table: 'begin',
      act: 'enter training',
      fields: exampleEntry('training', { who: '' }).fields
    });
    assert.equal(body.detail, 'Please fill in «Who attended, one name a line».');
  });

  it('are corrected by a line below, which everybody sees who sees the register', async () => {
    const who = await at.sit('head');
    const row = (await registers.list()).find(({ fields }) => fields.what === 'Passwords')!.id;
    const done = await who.post('registers/act', {
      table: 'training',
      row,
      act: 'corrected',
      fields: { by: '<b>The council</b>', what: '', words: 'It was them.' }
    });
    assert.deepEqual(done.body, { says: 'It is added to the entry.' });
    const view = await shown(await at.sit('coordinator'));
    assert.deepEqual(table(view, 'history').rows[0]!.cells, [
      'Training',
      'Passwords',
      '23 November 2026',
      'Harper Leading',
      'Corrected. Who gave it: <b>The council</b>. It was them.'
    ]);
  });

  it('are among what needs whoever keeps them today', async () => {
    const need = async (role: 'coordinator' | 'staff' | 'governor' | 'teacher') =>
      ((await (await at.sit(role)).get('today')).body.needs as { kind: string; count: number }[]).find(({ kind }) => kind === 'register')
        ?.count;
    assert.deepEqual(
      [await need('coordinator'), await need('staff'), await need('governor'), await need('teacher')],
      [1, 1, undefined, undefined]
    );
  });
});
