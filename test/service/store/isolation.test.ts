import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { serviceRole } from '../../../service/store/service-role.ts';
import { asAdministrator, freshDatabase, school, type TestDatabase } from '../../support/database.ts';

const elm = 'elm.example';

/** Tables that belong to no school: the list of steps. */
const ofNoSchool = ['kysely_migration', 'kysely_migration_lock'];

/** Functions in their owner's rights that look across schools on purpose: each gives ids of schools and no more. */
const across = ['schools_of_account', 'schools_to_send'];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** One of those that a check of the table lists. */
  readonly one: string | null;
}

describe('isolation of schools in one database', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let tables: readonly string[] = [];
  let columns: readonly Column[] = [];
  /** As the service's own connections are, before a school is set. */
  let client: pg.Client;

  before(async () => {
    database = await freshDatabase();
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    try {
      const found = await owner.query<Column>(
        `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           (select substring(pg_get_constraintdef(k.oid) from '= ANY \\(+ARRAY\\[''([^'']+)''') from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ARRAY%' limit 1) as one
           from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`
      );
      columns = found.rows;
      tables = [...new Set(columns.map(({ table }) => table))].filter(table => !ofNoSchool.includes(table));
      // One row of each school in every table; no foreign key and no trigger stands in the way of whoever may switch them off.
      await owner.query(`set session_replication_role = replica`);
      for (const id of [school, elm]) for (const table of tables) await owner.query(insertOf(table, id, columns));
    } finally {
      await owner.end();
    }
    client = new pg.Client(database.connection);
    await client.connect();
  });
  after(() => client.end());

  const set = (id: string): Promise<unknown> => client.query(`select set_config('beadle.school', $1, false)`, [id]);
  const key = (table: string): string => (table === 'school' ? 'id' : 'school');
  const counted = async (statement: string): Promise<number | 'refused'> => {
    try {
      const { rows, rowCount } = await client.query<{ count?: number }>(statement);
      return rows[0]?.count === undefined ? (rowCount ?? 0) : Number(rows[0].count);
    } catch (error) {
      assert.ok(error instanceof pg.DatabaseError && error.code === '42501', String(error));
      return 'refused';
    }
  };

  it('looks at every table there is', () => assert.ok(tables.length >= 20 && tables.includes('ledger_entry') && tables.includes('school')));

  it('binds every table, and its owner too', async () => {
    const { rows } = await client.query<{ name: string; on: boolean; forced: boolean; school: boolean }>(
      `select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`
    );
    const bare = rows.filter(({ name, on, forced }) => !ofNoSchool.includes(name) && !(on && forced)).map(({ name }) => name);
    assert.deepEqual(bare, [], 'a step that makes tables ends with: select isolate_schools()');
    const without = tables.filter(table => !columns.some(each => each.table === table && each.column === key(table)));
    assert.deepEqual(without, [], 'every table has a column «school»');
  });

  it('is used in a role that owns nothing, may bypass nothing and makes nothing', async () => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
         (select count(*)::int from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns
       from pg_roles r where rolname = '${serviceRole}'`
    );
    assert.deepEqual(rows, [
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, owns: 0 }
    ]);
    const { rows: made } = await client.query(`select has_schema_privilege('public', 'create') as may`);
    assert.deepEqual(made, [{ may: false }]);
  });

  it('shows each school its own row of every table, and nothing of the other', async () => {
    for (const id of [school, elm]) {
      await set(id);
      for (const table of tables) {
        if ((await counted(`select count(*) from "${table}"`)) === 'refused') continue;
        assert.equal(await counted(`select count(*) from "${table}" where "${key(table)}" <> '${id}'`), 0, table);
        assert.ok(Number(await counted(`select count(*) from "${table}"`)) >= 1, table);
      }
    }
  });

  it('shows nothing at all where no school is set', async () => {
    for (const none of ['', 'nobody.example', '%', `${school}' or '1'='1`]) {
      await set(none);
      for (const table of tables) assert.ok([0, 'refused'].includes(await counted(`select count(*) from "${table}"`)), `${table} ${none}`);
    }
    const fresh = new pg.Client(database.connection);
    await fresh.connect();
    for (const table of tables) {
      const { rows } = await fresh.query<{ count: string }>(`select count(*) from "${table}"`);
      assert.equal(rows[0]!.count, '0', table);
    }
    await fresh.end();
  });

  it('changes and deletes nothing of another school, and adds nothing in its name', async () => {
    for (const table of tables) {
      await set(school);
      const its = key(table);
      for (const statement of [
        `update "${table}" set "${its}" = "${its}" where "${its}" = '${elm}'`,
        `delete from "${table}" where "${its}" = '${elm}'`
      ])
        assert.ok([0, 'refused'].includes(await counted(statement)), statement);
      // Into another school, and out of one's own.
      await assert.rejects(client.query(insertOf(table, `${elm}`, columns)), isRefused, table);
      const moved = await client.query(`update "${table}" set "${its}" = '${elm}'`).catch((error: unknown) => error);
      assert.ok(moved instanceof pg.DatabaseError && ['42501', '23503'].includes(moved.code!), `${table} ${String(moved)}`);
    }
    await set(elm);
    for (const table of tables) assert.ok(Number(await counted(`select count(*) from "${table}"`)) >= 1, table);
  });

  it('copies out nothing of another school, and nothing in past the guard', async () => {
    await set(school);
    for (const table of tables) {
      const { rows } = await client.query<{ text: string }>(
        `select query_to_xml('select "${key(table)}" as s from "${table}"', false, false, '')::text as text`
      );
      assert.doesNotMatch(rows[0]!.text, /elm\.example/, table);
      await assert.rejects(client.query(`copy "${table}" from stdin`), error => {
        assert.ok(error instanceof pg.DatabaseError);
        return ['0A000', '42501'].includes(error.code!);
      });
    }
    await assert.rejects(client.query(`copy person to '/tmp/beadle-crossed'`), isRefused);
    await assert.rejects(client.query(`copy person to program 'cat'`), isRefused);
  });

  it('does not switch the guard off, and is nobody else', async () => {
    await set(school);
    for (const statement of [
      'alter table person disable row level security',
      'alter table person no force row level security',
      'drop policy own_school on person',
      'create policy all_of_it on person using (true)',
      'select isolate_schools()',
      'truncate person',
      `alter role ${serviceRole} bypassrls`,
      'create view crossed as select * from person',
      'create function crossed() returns bigint language sql security definer as $$ select count(*) from person $$'
    ])
      await assert.rejects(client.query(statement), isRefused, statement);
    // It says that rather no row is shown than an error made, and here makes the error.
    await client.query('set row_security = off');
    await assert.rejects(client.query('select from person'), isRefused);
    await client.query('reset row_security');
    await client.query(`set beadle.whole = 'on'`);
    assert.equal(await counted(`select count(*) from person where school = '${elm}'`), 0);
    await client.query('reset beadle.whole');
  });

  it('has no view that would show another school’s, and reads and sets no sequence', async () => {
    const { rows } = await client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and (relkind in ('v', 'm', 'f')
         or relkind = 'S' and (has_sequence_privilege(oid, 'select') or has_sequence_privilege(oid, 'update') or has_sequence_privilege(oid, 'usage')))`
    );
    assert.deepEqual(rows, []);
  });

  it('is not crossed by a function in its owner’s rights', async () => {
    const { rows } = await client.query<{ name: string; source: string }>(
      `select proname as name, prosrc as source from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`
    );
    const others = rows.filter(({ name }) => !across.includes(name));
    assert.ok(others.some(({ name }) => name === 'erase_entries') && others.some(({ name }) => name === 'erase_incident'));
    for (const { name, source } of others) assert.match(source, /perform only_own_school\(of_school\)/, name);
    await set(school);
    const words = 'that is another school';
    await assert.rejects(client.query(`select erase_entries('${elm}', 0)`), { code: '42501', message: words });
    await assert.rejects(client.query(`select erase_incident('${elm}', '${randomUUID()}')`), { code: '42501', message: words });
    await set('');
    await assert.rejects(client.query(`select erase_entries('${elm}', 0)`), { code: '42501', message: words });
  });

  it('tells those who look across schools ids of schools, and leaves nothing open behind them', async () => {
    const { rows } = await client.query(
      `select proname as name, pg_get_function_result(oid) as gives from pg_proc where proname = any ($1) order by 1`,
      [across]
    );
    assert.deepEqual(
      rows,
      across.map(name => ({ name, gives: 'SETOF text' }))
    );
    await set(school);
    await client.query('begin');
    await client.query('select schools_to_send(now())');
    assert.equal(await counted(`select count(*) from person where school = '${elm}'`), 0);
    await client.query('commit');
    assert.equal(await counted(`select count(*) from person where school = '${elm}'`), 0);
    const { rows: known } = await client.query(`select schools_of_account(array['${elm}'], 'x-${elm}') as id`);
    assert.deepEqual(known, [{ id: elm }]);
    const { rows: unasked } = await client.query(`select schools_of_account(array['${school}'], 'x-${elm}') as id`);
    assert.deepEqual(unasked, []);
  });

  it('does not tell by a foreign key whether another school has a version, an incident or its own row', async () => {
    await set(school);
    const probe = async (statement: string): Promise<string> => {
      const failed = await client.query(statement).then(
        () => 'it was taken',
        (error: unknown) => (error instanceof pg.DatabaseError ? `${error.code} ${error.constraint ?? ''} ${error.detail ?? ''}` : 'fault')
      );
      return failed;
    };
    const of = (id: string, what: string): string =>
      `insert into incident_look (school, incident, by, at) values ('${id}', '${what}', 'x', now())`;
    const [there, nowhere] = [await probe(of(elm, idOf('incident', elm))), await probe(of(elm, randomUUID()))];
    assert.deepEqual([there, nowhere], ['42501  ', '42501  ']);
    const bucket = (id: string): string => `insert into hold (school, because, created_by) values ('${id}', 'x', 'x')`;
    assert.deepEqual([await probe(bucket(elm)), await probe(bucket('nowhere.example'))], ['42501  ', '42501  ']);
  });

  it('does not let a school take another’s name, or its own row away', async () => {
    await set(school);
    await assert.rejects(client.query(`update school set id = '${elm}'`), isRefused);
    await assert.rejects(client.query(`insert into school (id, name) values ('${elm}', 'Elm')`), isRefused);
    assert.equal(await counted(`delete from school where id = '${elm}'`), 0);
    await assert.rejects(
      client.query(`insert into school (id, name) values ('${elm}', 'x') on conflict (id) do update set name = 'x'`),
      isRefused
    );
  });

  describe('of a pool that both use', () => {
    const mine = async (id: string): Promise<readonly string[]> => {
      const { rows } = await sql<{ school: string }>`select distinct school from person`.execute(database.of(id).db);
      return rows.map(each => each.school);
    };

    it('shows each its own, however they take turns', async () => {
      const all = await Promise.all(
        Array.from({ length: 200 }, (_, i) => mine(i % 3 === 0 ? elm : i % 3 === 1 ? school : 'nobody.example'))
      );
      all.forEach((found, i) => assert.deepEqual(found, i % 3 === 0 ? [elm] : i % 3 === 1 ? [school] : []));
      assert.deepEqual((await sql`select from person`.execute(database.across)).rows, []);
    });

    for (const [what, statement] of [
      ['sets another school', `select set_config('beadle.school', '${elm}', false)`],
      ['sets it as a session does', `set beadle.school = '${elm}'`],
      ['hides that in a block', `do $$ begin execute 'select set' || '_config(''beadle' || '.school'', ''${elm}'', false)'; end $$`],
      ['sets it behind another statement', `select 1; set session "beadle.school" = '${elm}'`],
      ['takes every setting back', 'reset all'],
      ['takes everything back', 'discard all']
    ] as const) {
      it(`believes no setting that was left behind by whoever ${what}`, async () => {
        // So many at once that every connection of the pool was tampered with.
        await Promise.all(
          Array.from({ length: 32 }, () =>
            sql
              .raw(statement)
              .execute(database.of(school).db)
              .catch(() => {})
          )
        );
        const all = await Promise.all(Array.from({ length: 64 }, (_, i) => mine(i % 2 === 0 ? school : 'nobody.example')));
        all.forEach((found, i) => assert.deepEqual(found, i % 2 === 0 ? [school] : []));
      });
    }

    it('keeps a school to itself through a transaction that was broken off', async () => {
      await assert.rejects(
        database
          .of(school)
          .db.transaction()
          .execute(async trx => {
            await sql`select set_config('beadle.school', ${elm}, true)`.execute(trx);
            await sql`select 1 / 0`.execute(trx);
          })
      );
      const all = await Promise.all(Array.from({ length: 32 }, () => mine(school)));
      for (const found of all) assert.deepEqual(found, [school]);
    });
  });

  it('lets its owner copy everything, and refuses a copy to whom rows are hidden', async () => {
    await asAdministrator(
      database.url,
      `do $$ begin create role beadle_reader login password 'reader' in role ${serviceRole}; exception when duplicate_object then null; end $$`
    );
    const { seesAll } = await import('../../../service/backup.ts');
    const url = new URL(database.url);
    [url.username, url.password] = ['beadle_reader', 'reader'];
    const reader = new pg.Client({ connectionString: String(url), options: '-c beadle.whole=on' });
    await reader.connect();
    await assert.rejects(seesAll(reader), /From this database user rows are hidden/);
    await reader.end();
    const owner = new pg.Client({ connectionString: database.url, options: '-c beadle.whole=on' });
    await owner.connect();
    await seesAll(owner);
    await owner.end();
  });
});

function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42501';
}

/** The id of a school's one row. */
function idOf(table: string, id: string): string {
  const hex = Buffer.from(`${table} ${id}`).toString('hex').padEnd(32, '0').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A row of a school with something in every column. */
function insertOf(table: string, id: string, columns: readonly Column[]): string {
  const its = columns.filter(each => each.table === table);
  const value = ({ column, type, one }: Column): string => {
    if (column === (table === 'school' ? 'id' : 'school')) return `'${id}'`;
    if (type === 'uuid') return `'${idOf(table, id)}'`;
    if (type.endsWith('[]')) return `'{}'`;
    if (type === 'jsonb') return `'{}'`;
    if (type === 'bytea') return `'x'`;
    if (type === 'boolean') return 'false';
    if (type === 'date') return `'2026-11-23'`;
    if (type.startsWith('timestamp')) return `'2026-11-23T09:00:00Z'`;
    if (/^(?:bigint|integer|double precision|smallint|numeric)/.test(type)) return '1';
    return `'${one ?? `x-${id}`}'`;
  };
  return `insert into "${table}" (${its.map(({ column }) => `"${column}"`).join(', ')}) overriding system value values (${its.map(value).join(', ')}) on conflict do nothing`;
}
