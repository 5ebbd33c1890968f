import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { incidentDeskOf } from '../../service/incidents.ts';
import { sealingWith } from '../../service/sealing.ts';
import { asAdministrator, school } from '../support/database.ts';
import { exampleReport, freshIncidents, type TestIncidents } from '../support/incidents.ts';

const secret = 'The quick brown weasel has the register.';

describe('reports', () => {
  let at: TestIncidents;
  before(async () => {
    at = await freshIncidents();
  });
  const id = (key: string): string => at.ids[key]!;
  let forms = 0;
  const reported = async (more: Parameters<typeof exampleReport>[0] = {}, by = 'teacher'): Promise<{ reference: string; item: string }> => {
    const taken = await at.incidents.report(exampleReport(more), id(by), `form ${(forms += 1)}`);
    assert.ok('done' in taken, JSON.stringify(taken));
    const { reference } = taken.done;
    const { rows } = await sql<{ id: string }>`select id from incident where reference = ${reference}`.execute(at.database.db);
    return { reference, item: rows[0]!.id };
  };
  const sendings = async (item: string) =>
    (
      await sql<{ person: string; payload: object; not_before: Date; purpose: string; step: string }>`
        select person, payload, not_before, purpose, step from sending where step like ${`item ${item} %`} order by step`.execute(
        at.database.db
      )
    ).rows;

  it('give a reference and reach whoever deals with them, and nobody else', async () => {
    const { reference, item } = await reported({ what: secret });
    assert.match(reference, /^[2-9B-DF-HJKMNP-TV-Z]{3}(-[2-9B-DF-HJKMNP-TV-Z]{3}){2}$/);
    const told = await at.incidents.read(item, id('coordinator'));
    assert.equal(told?.report.what, secret);
    assert.equal(told?.reporter, 'Teacher Seven');
    for (const other of ['teacher', 'head', 'deputy', 'chair', 'officer', 'governor']) {
      assert.equal(await at.incidents.read(item, id(other)), undefined, other);
      assert.deepEqual(await at.incidents.add(item, id(other), { kind: 'note', text: 'mine' }), { refused: 'not-yours' }, other);
      assert.ok(!(await at.incidents.waiting(id(other))).some(each => each.id === item), other);
    }
    assert.equal(await at.incidents.read('no-such-item', id('coordinator')), undefined);
  });

  it('are announced without a word of what they are', async () => {
    const { item } = await reported({ category: 'data-breach', what: secret });
    const [first, second, ...rest] = await sendings(item);
    assert.deepEqual([first!.person, second!.person].sort(), [id('officer'), id('head')].sort());
    assert.equal(rest.length, 0);
    assert.deepEqual(first!.payload, { item });
    assert.doesNotMatch(JSON.stringify([first, second]), /breach|weasel|virus/);
  });

  it('are made once however often the form is sent', async () => {
    const sent = await Promise.all([1, 2, 3].map(() => at.incidents.report(exampleReport(), id('teacher'), 'the same form')));
    assert.equal(new Set(sent.map(each => ('done' in each ? each.done.reference : ''))).size, 1);
  });

  it('wait until the school opens, but for what cannot wait', async () => {
    at.clock.at = Date.parse('2026-11-23T20:00:00Z');
    const slow = await reported({ category: 'offensive-mail' });
    const quick = await reported({ category: 'lost-device' });
    const when = async (item: string) => [...new Set((await sendings(item)).map(each => each.not_before.toISOString()))];
    assert.deepEqual([await when(slow.item), await when(quick.item)], [['2026-11-24T07:30:00.000Z'], ['2026-11-23T20:00:00.000Z']]);
    at.clock.at = Date.parse('2026-11-23T09:00:00Z');
  });

  it('lie in the database sealed: no word, no name, no reporter', async () => {
    const { item } = await reported({ what: secret, about: 'Somebody Named', device: 'Laptop Weasel' });
    await at.incidents.add(item, id('coordinator'), { kind: 'note', text: `${secret} twice` });
    for (const table of ['incident', 'incident_note', 'sending']) {
      const { rows } = await sql.raw<{ row: string }>(`select row_to_json(t)::text as row from ${table} t`).execute(at.database.db);
      const { rows: raw } = await sql
        .raw<{ row: string }>(
          table === 'sending' ? `select '' as row` : `select encode(sealed, 'escape') as row from ${table} where sealed is not null`
        )
        .execute(at.database.db);
      const text = [...rows, ...raw].map(({ row }) => row).join('\n');
      assert.doesNotMatch(text, /weasel|Somebody Named|Laptop/i, table);
      if (table === 'incident') assert.ok(!text.includes(id('teacher')));
    }
  });

  it('open neither with another key nor in another place', async () => {
    const { item } = await reported();
    const other = incidentDeskOf({ ...at.parts, sealing: sealingWith(Buffer.alloc(32, 8)) });
    await assert.rejects(other.read(item, id('coordinator')));
    const sealing = sealingWith(Buffer.alloc(32, 7));
    const sealed = sealing.seal(secret, 'here');
    assert.equal(sealing.open(sealed, 'here'), secret);
    assert.throws(() => sealing.open(sealed, 'there'));
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    assert.throws(() => sealing.open(changed, 'here'));
  });

  it('record every look at them', async () => {
    const { item } = await reported();
    await at.incidents.read(item, id('coordinator'));
    await at.incidents.read(item, id('head'));
    at.clock.at += 60_000;
    await at.incidents.read(item, id('coordinator'));
    at.clock.at -= 60_000;
    assert.deepEqual(await at.incidents.looks(item), [
      { by: id('coordinator'), at: '2026-11-23T09:00:00.000Z' },
      { by: id('coordinator'), at: '2026-11-23T09:01:00.000Z' }
    ]);
    // What is recorded in the ledger is shown to whom it is about: there it would tell them.
    assert.deepEqual(
      (await at.desk.since('2000-01-01T00:00:00Z')).filter(({ entry }) => entry.kind === 'looked-up'),
      []
    );
  });

  it('about the head go to the chair, and stay hidden from the head', async () => {
    const { item } = await reported({ category: 'misuse', about: 'Mrs Leading' });
    assert.ok(await at.incidents.read(item, id('chair')));
    assert.equal(await at.incidents.read(item, id('head')), undefined);
    assert.equal(await at.incidents.read(item, id('deputy')), undefined);
  });

  it('of whoever would deal with them go to the next', async () => {
    const { item } = await reported({}, 'coordinator');
    assert.equal(await at.incidents.read(item, id('coordinator')), undefined);
    assert.ok(await at.incidents.read(item, id('head')));
  });

  it('that nobody may have are kept for whoever comes to the post', async () => {
    const { item } = await reported({ aboutRoles: ['head', 'chair'] });
    assert.deepEqual(await sendings(item), []);
    assert.equal(await at.incidents.rerouted(), 0);
    await at.desk.peopleStore.put([
      {
        id: id('governor'),
        key: 'governor',
        name: 'Governor Two',
        roles: ['governor'],
        address: 'governor.two@governors.example',
        groups: [],
        children: [],
        language: 'en'
      }
    ]);
    const known = incidentDeskOf({ ...at.parts, cover: () => ({ ...at.parts.cover([]), deputies: { chair: [id('governor')] } }) });
    assert.equal(await known.rerouted(), 1);
    assert.equal(await known.rerouted(), 0);
    assert.ok(await known.read(item, id('governor')));
    assert.equal((await sendings(item)).length, 1);
  });

  it('are noted, handed on and closed; who handed them on sees them no more', async () => {
    const { item } = await reported({ category: 'misuse' });
    const head = id('head');
    assert.deepEqual(await at.incidents.add(item, head, { kind: 'note', text: ' ' }), { refused: 'note-missing' });
    assert.deepEqual(await at.incidents.add(item, head, { kind: 'note', text: 'x'.repeat(2001) }), { refused: 'too-long' });
    assert.ok('done' in (await at.incidents.add(item, head, { kind: 'note', text: 'Spoken with them.' })));
    for (const to of ['teacher', 'governor', 'nobody', 'head']) {
      assert.deepEqual(
        await at.incidents.add(item, head, { kind: 'handed-on', text: '', to: at.ids[to] ?? to }),
        { refused: 'nobody' },
        to
      );
    }
    assert.ok('done' in (await at.incidents.add(item, head, { kind: 'handed-on', text: 'Please.', to: id('chair') })));
    assert.equal(await at.incidents.read(item, head), undefined);
    const told = await at.incidents.read(item, id('chair'));
    assert.deepEqual(
      told?.notes.map(({ kind, by, text, to }) => [kind, by, text, to]),
      [
        ['note', 'Harper Leading', 'Spoken with them.', undefined],
        ['handed-on', 'Harper Leading', 'Please.', 'Charlie Governing']
      ]
    );
    assert.ok('done' in (await at.incidents.add(item, id('chair'), { kind: 'closed', text: 'Dealt with.' })));
    assert.deepEqual(await at.incidents.add(item, id('chair'), { kind: 'closed', text: 'Again.' }), { refused: 'closed' });
    assert.ok('done' in (await at.incidents.add(item, id('chair'), { kind: 'note', text: 'A correction.' })));
  });

  it('are closed once where two close them at once', async () => {
    const { item } = await reported({ category: 'data-breach' });
    const both = await Promise.all(['head', 'officer'].map(by => at.incidents.add(item, id(by), { kind: 'closed', text: by })));
    assert.deepEqual(both.map(each => ('done' in each ? 'done' : each.refused)).sort(), ['closed', 'done']);
  });

  it('show the clock until it is decided whether the regulator is told', async () => {
    const { item } = await reported({ category: 'data-breach', day: '2026-11-22', time: '12:00' });
    const before = await at.incidents.read(item, id('officer'));
    assert.deepEqual(before?.clock, { until: '2026-11-25T12:00:00.000Z', minutes: 51 * 60, late: false });
    await at.incidents.add(item, id('officer'), { kind: 'no-need-to-tell', text: 'Encrypted.' });
    assert.equal((await at.incidents.read(item, id('officer')))?.clock, undefined);
  });

  it('of a time that is still to come are not taken', async () => {
    assert.deepEqual(await at.incidents.report(exampleReport({ time: '09:01' }), id('teacher'), 'later'), { refused: 'day-to-come' });
    assert.ok('done' in (await at.incidents.report(exampleReport({ time: '09:00' }), id('teacher'), 'now')));
  });

  it('keep of a worry about a child that somebody was here, and nothing more', async () => {
    const reference = await at.incidents.referred();
    const { rows } = await sql<object>`select * from incident_referral where reference = ${reference}`.execute(at.database.db);
    assert.deepEqual(rows, [{ school, reference, at: new Date('2026-11-23T09:00:00.000Z') }]);
  });

  it('are counted, without a text', async () => {
    const fresh = await freshIncidents();
    const report = async (form: string): Promise<string> => {
      fresh.clock.at += 1000;
      await fresh.incidents.report(exampleReport(), fresh.ids['teacher']!, form);
      return (await fresh.incidents.waiting(fresh.ids['coordinator']!)).filter(({ closed }) => !closed).slice(-1)[0]!.id;
    };
    const items = [await report('a'), await report('b'), await report('c')];
    for (const [item, minutes] of [
      [items[0]!, 30],
      [items[1]!, 90]
    ] as const) {
      fresh.clock.at = Date.parse('2026-11-23T09:00:01Z') + minutes * 60_000;
      await fresh.incidents.add(item, fresh.ids['coordinator']!, { kind: 'closed', text: 'Done.' });
    }
    const { categories, referrals } = await fresh.incidents.counted('2026-09-01T00:00:00.000Z');
    assert.equal(referrals, 0);
    assert.deepEqual(
      categories.find(({ category }) => category === 'virus'),
      { category: 'virus', reported: 3, open: 1, closed: 2, minutesToClose: 30 }
    );
    assert.equal(
      (await fresh.incidents.counted('2026-11-24T00:00:00.000Z')).categories.find(({ category }) => category === 'virus')!.reported,
      0
    );
  });

  describe('in the rights of the service', () => {
    for (const [what, statement] of [
      ['change a report', `update incident set category = 'misuse'`],
      ['take a text away by itself', 'update incident set sealed = null'],
      ['delete a report', 'delete from incident'],
      ['empty them', 'truncate incident cascade'],
      ['change a note', `update incident_note set by = 'somebody'`],
      ['delete a note', 'delete from incident_note'],
      ['change who looked', `update incident_look set by = 'somebody'`],
      ['delete who looked', 'delete from incident_look'],
      ['delete a referral', 'delete from incident_referral'],
      ['switch the guard off', 'alter table incident disable trigger all'],
      ['change the function that erases', `create or replace function erase_incident(a text, b uuid) returns void language sql as 'select'`]
    ] as const) {
      it(`nobody can ${what}`, () => assert.rejects(sql.raw(statement).execute(at.database.db), { code: '42501' }));
    }
    for (const [what, statement] of [
      ['change a report', `update incident set category = 'misuse'`],
      ['delete a report', 'delete from incident'],
      ['change a note', `update incident_note set kind = 'closed'`],
      ['delete a note', 'delete from incident_note'],
      ['empty the notes', 'truncate incident_note']
    ] as const) {
      it(`not even the owner can ${what}`, () => assert.rejects(asAdministrator(at.database.url, statement), { code: '42501' }));
    }
  });

  it('are erased years after they were closed and not before; the numbers stay', async () => {
    const old = await freshIncidents();
    const { ids, clock, incidents, database } = old;
    const report = async (form: string): Promise<string> => {
      // Of two at the same moment nobody could say which is the later.
      clock.at += 60_000;
      await incidents.report(exampleReport({ day: new Date(clock.at).toISOString().slice(0, 10), what: secret }), ids['teacher']!, form);
      return (await incidents.waiting(ids['coordinator']!)).filter(({ closed }) => !closed).slice(-1)[0]!.id;
    };
    clock.at = Date.parse('2019-11-01T10:00:00Z');
    const open = await report('open');
    const closed = await report('closed');
    await incidents.add(closed, ids['coordinator']!, { kind: 'closed', text: 'Done.' });
    await incidents.read(closed, ids['coordinator']!);
    clock.at = Date.parse('2025-10-31T10:00:00Z');
    assert.equal(await incidents.erase(6, new Set()), 0);
    clock.at = Date.parse('2025-11-02T10:00:00Z');
    assert.equal(await incidents.erase(6, new Set([ids['teacher']!])), 0);
    assert.equal(await incidents.erase(6, new Set()), 1);
    assert.equal(await incidents.erase(6, new Set()), 0);
    assert.equal(await incidents.read(closed, ids['coordinator']!), undefined);
    assert.equal((await incidents.read(open, ids['coordinator']!))?.report.what, secret);
    const { rows } = await sql<object>`select sealed, by, recipients from incident_note where incident = ${closed}`.execute(database.db);
    assert.deepEqual(rows, [
      { sealed: null, by: '', recipients: [] },
      { sealed: null, by: '', recipients: [] }
    ]);
    assert.deepEqual(await incidents.looks(closed), []);
    assert.equal(
      (await incidents.counted('2019-01-01T00:00:00.000Z')).categories.find(({ category }) => category === 'virus')!.reported,
      2
    );
  });

  it('that were closed less than a year ago the database itself does not let be erased', async () => {
    const { item } = await reported();
    await assert.rejects(sql`select erase_incident(${school}, ${item}::uuid)`.execute(at.database.db), { code: '42501' });
    await at.incidents.add(item, id('coordinator'), { kind: 'closed', text: 'Done.' });
    // Of a clock that is ahead nothing follows.
    await assert.rejects(sql`select erase_incident(${school}, ${item}::uuid)`.execute(at.database.db), { code: '42501' });
  });
});
