import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { registerDeskOf } from '../../service/registers.ts';
import { sealingWith } from '../../service/sealing.ts';
import { asAdministrator, school } from '../support/database.ts';
import { exampleEntry, freshRegisters, type TestRegisters } from '../support/registers.ts';

describe('registers', function () {
  this.timeout(30_000);
  let at: TestRegisters;
  before(async () => {
    at = await freshRegisters();
  });
  beforeEach(async () => {
    at.clock.at = Date.parse('2026-11-23T09:00:00Z');
    // What stays for ever goes for a test alone: replica mode runs no trigger.
    await asAdministrator(
      at.database.url,
      `set session_replication_role = replica; set beadle.whole = 'on'; delete from register_note; delete from register_entry; delete from sending`
    );
  });
  const id = (key: string): string => at.ids[key]!;
  const enter = async (...entries: readonly ReturnType<typeof exampleEntry>[]) => at.registers.enter(entries, id('coordinator'));
  const notices = async () =>
    (
      await sql<{
        person: string;
        payload: object;
        step: string;
      }>`select person, payload, step from sending where step like 'registers %' order by step`.execute(at.database.db)
    ).rows;

  it('keep what is entered, and say who entered it and how it stands', async () => {
    assert.deepEqual(await enter(exampleEntry('training')), { done: 1 });
    const [entry] = await at.registers.list();
    assert.deepEqual(
      [entry!.kind, entry!.by, entry!.state, entry!.due, entry!.fields.who],
      ['training', 'Casey Online', 'holds', '2027-09-02', 'Teacher Seven\nDrew Second']
    );
  });

  it('take a thing once however often it is entered, and again once it was ended', async () => {
    await Promise.all([1, 2, 3].map(() => enter(exampleEntry('training'))));
    assert.equal((await at.registers.list()).length, 1);
    const [entry] = await at.registers.list();
    await at.registers.append(entry!.id, id('head'), { kind: 'ended', words: 'By mistake' }, at.registers.kinds);
    assert.deepEqual(await enter(exampleEntry('training')), { done: 1 });
    assert.deepEqual(await enter(exampleEntry('training')), { done: 0 });
    assert.equal((await at.registers.list()).length, 2);
  });

  it('take all of a list or none of it', async () => {
    const wrong = await enter(exampleEntry('training'), exampleEntry('training', { day: '2026-11-24' }));
    assert.deepEqual(wrong, { refused: 'day-to-come', field: 'day', index: 1 });
    assert.deepEqual(await at.registers.list(), []);
  });

  it('are not entered where the school does not keep them', async () => {
    const some = registerDeskOf({ ...at.parts, kinds: ['training'] });
    assert.deepEqual(await some.enter([exampleEntry('image-consent')], id('head')), { refused: 'not-kept', index: 0 });
  });

  it('are corrected by what is appended: what stood there stays, even for the owner of the database', async () => {
    await enter(exampleEntry('training'));
    const entry = (await at.registers.list())[0]!.id;
    const taken = await at.registers.append(
      entry,
      id('head'),
      { kind: 'corrected', fields: { who: 'Teacher Seven' }, words: 'One was ill' },
      ['training']
    );
    assert.ok('done' in taken);
    assert.equal(taken.done.fields.who, 'Teacher Seven');
    assert.deepEqual(taken.done.notes, [
      { kind: 'corrected', fields: { who: 'Teacher Seven' }, words: 'One was ill', at: '2026-11-23T09:00:00.000Z', by: 'Harper Leading' }
    ]);
    assert.deepEqual(await enter(exampleEntry('training', { who: 'Teacher Seven' })), { done: 0 }, 'that stands there already');
    for (const statement of [
      `update register_entry set kind = 'image-consent'`,
      `update register_note set sealed = 'x'`,
      'delete from register_note',
      'truncate register_note, register_entry'
    ])
      await assert.rejects(asAdministrator(at.database.url, statement), /neither changed nor taken away/, statement);
    for (const table of ['register_entry', 'register_note'])
      await assert.rejects(sql.raw(`delete from ${table}`).execute(at.database.db), /permission denied/);
  });

  for (const [says, note, refused] of [
    ['without a word', { kind: 'note', words: ' ' }, { refused: 'note-missing' }],
    ['with too many words', { kind: 'ended', words: 'x'.repeat(1001) }, { refused: 'too-long' }],
    ['that corrects nothing', { kind: 'corrected', fields: { by: 'The council' }, words: '' }, { refused: 'nothing-corrected' }],
    ['that makes it wrong', { kind: 'corrected', fields: { day: '2026-11-31' }, words: '' }, { refused: 'day-wrong', field: 'day' }]
  ] as const)
    it(`take no note ${says}`, async () => {
      await enter(exampleEntry('training'));
      const [entry] = await at.registers.list();
      assert.deepEqual(await at.registers.append(entry!.id, id('head'), note, ['training']), refused);
      assert.deepEqual((await at.registers.list())[0]!.notes, []);
    });

  it('are nothing to whoever does not keep them, and nothing is added once they ended', async () => {
    await enter(exampleEntry('training'));
    const [entry] = await at.registers.list();
    const note = { kind: 'ended', words: 'Over' } as const;
    assert.deepEqual(await at.registers.append(entry!.id, id('teacher'), note, ['image-consent']), { refused: 'not-yours' });
    assert.deepEqual(await at.registers.append('no-such-id', id('head'), note, ['training']), { refused: 'not-yours' });
    const both = await Promise.all([1, 2].map(() => at.registers.append(entry!.id, id('head'), note, ['training'])));
    assert.equal(both.filter(each => 'done' in each).length, 1);
    assert.deepEqual(
      both.filter(each => !('done' in each)),
      [{ refused: 'ended' }]
    );
  });

  it('lie in the database sealed, each text at its own place', async () => {
    await enter(exampleEntry('training'), exampleEntry('image-consent'));
    const [entry] = await at.registers.list();
    await at.registers.append(entry!.id, id('head'), { kind: 'note', words: 'A weasel came.' }, at.registers.kinds);
    for (const table of ['register_entry', 'register_note']) {
      const { rows } = await sql
        .raw<{ row: string }>(`select row_to_json(t)::text || encode(sealed, 'escape') as row from ${table} t`)
        .execute(at.database.db);
      assert.ok(rows.length > 0);
      assert.doesNotMatch(rows.map(({ row }) => row).join('\n'), /weasel|Kit|Seven|website/i, table);
    }
    const others = registerDeskOf({ ...at.parts, sealing: sealingWith(Buffer.alloc(32, 8)) });
    await assert.rejects(others.list());
  });

  it('tell whoever keeps them what falls due, once a day and without a word of it', async () => {
    // Due on the tenth school day from now.
    await enter(exampleEntry('training', { until: '2026-12-07' }), exampleEntry('image-consent', { until: '2026-12-07' }));
    assert.equal(await at.registers.remind(), 2);
    assert.equal(await at.registers.remind(), 2);
    const told = await notices();
    assert.deepEqual(told.map(({ person }) => person).sort(), [id('coordinator'), id('deputy')].sort());
    for (const each of told) assert.deepEqual(each.payload, { registers: '2026-11-23' });
    at.clock.at = Date.parse('2026-11-24T09:00:00Z');
    assert.equal(await at.registers.remind(), 0);
    at.clock.at = Date.parse('2026-12-05T09:00:00Z');
    assert.equal(await at.registers.remind(), 0, 'nobody is told on a Saturday');
  });

  it('tell those alone who keep the one that is due, and the head where there is no coordinator', async () => {
    await enter(exampleEntry('image-consent', { until: '2026-12-07' }));
    assert.equal(await at.registers.remind(), 1);
    assert.deepEqual(
      (await notices()).map(({ person }) => person),
      [id('coordinator')]
    );
    const without = registerDeskOf({
      ...at.parts,
      people: async () => (await at.desk.people()).filter(({ roles }) => !roles.includes('coordinator'))
    });
    assert.equal(await without.remind(), 1);
    assert.ok((await notices()).some(({ person }) => person === id('head')));
  });

  it('are kept by name by those whom the school names', async () => {
    const person = async (key: string) => (await at.desk.people()).find(each => each.id === id(key))!;
    assert.deepEqual(at.registers.keptBy(await person('deputy')), ['training']);
    assert.deepEqual(at.registers.keptBy(await person('teacher')), []);
  });

  it('are counted by how they stand', async () => {
    await enter(exampleEntry('training'), exampleEntry('training', { what: 'Old', day: '2025-09-02' }), exampleEntry('policy-review'));
    const counted = await at.registers.counted();
    assert.deepEqual(counted.slice(0, 2), [
      { kind: 'training', entries: 2, holds: 1, due: 0, overdue: 1 },
      { kind: 'policy-review', entries: 1, holds: 1, due: 0, overdue: 0 }
    ]);
  });

  it('lose what they say at the end of their time, but for what is held or in force', async () => {
    at.clock.at = Date.parse('2018-11-23T09:00:00Z');
    await enter(
      exampleEntry('training', { day: '2018-09-02' }),
      exampleEntry('training', { what: 'Held', day: '2018-09-02', who: 'Drew Second' }),
      exampleEntry('policy-review', { day: '2018-09-02', until: '2027-01-04' })
    );
    at.clock.at = Date.parse('2026-11-23T09:00:00Z');
    assert.equal(await at.registers.erase(6, new Set([id('teacher'), id('deputy')])), 0, 'whoever attended is held');
    assert.equal(await at.registers.erase(6, new Set([id('deputy')])), 0, 'the coordinator’s two name the deputy');
    assert.equal(await at.registers.erase(6, new Set([id('teacher')])), 1);
    assert.deepEqual((await at.registers.list()).map(({ fields }) => fields.what ?? fields.policy ?? '').sort(), [
      'Acceptable use',
      'Weasels online'
    ]);
    assert.equal(await at.registers.erase(6, new Set()), 1);
    const { rows } = await sql<{
      left: string;
    }>`select count(*) as left from register_entry where sealed is null and entered_by = ''`.execute(at.database.db);
    assert.equal(Number(rows[0]!.left), 2);
  });

  it('change their revision with whatever is entered or appended', async () => {
    const first = await at.registers.revision();
    await enter(exampleEntry('training'));
    const second = await at.registers.revision();
    const [entry] = await at.registers.list();
    await at.registers.append(entry!.id, id('head'), { kind: 'note', words: 'Seen' }, ['training']);
    assert.equal(new Set([first, second, await at.registers.revision()]).size, 3);
    assert.equal(at.parts.school, school);
  });
});
