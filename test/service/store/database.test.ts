import assert from 'node:assert/strict';
import { sql } from 'kysely';
import pg from 'pg';
import { isFailure } from '../../../service/failure.ts';
import { isAddressOfServer, openDatabase, switchedOff } from '../../../service/store/database.ts';
import { ledgerOf } from '../../../service/store/ledger.ts';
import { asAdministrator, freshDatabase, school, type TestDatabase } from '../../support/database.ts';

const looked = { kind: 'looked-up', at: '2026-11-23T09:00:00.000Z', person: 'teacher-seven', by: 'coordinator' } as const;

async function refusal(opening: Promise<unknown>): Promise<readonly [string, string]> {
  try {
    await opening;
  } catch (error) {
    assert.ok(isFailure(error), String(error));
    return [error.code, error.message];
  }
  return assert.fail('nothing was wrong');
}

describe('the database', () => {
  let database: TestDatabase;
  before(async () => {
    database = await freshDatabase();
    await ledgerOf(database.db, school).add(looked);
  });

  const forbidden: readonly (readonly [string, string])[] = [
    ['change an entry', `update ledger_entry set public = replace(public, 'looked-up', 'signed')`],
    ['take what is personal out of an entry by itself', 'update ledger_entry set personal = null, salt = null'],
    ['delete an entry', 'delete from ledger_entry'],
    ['empty the ledger', 'truncate ledger_entry'],
    ['drop the ledger', 'drop table ledger_entry'],
    ['switch the guard off', 'alter table ledger_entry disable trigger all'],
    ['take the guard away', 'drop trigger ledger_entry_stays on ledger_entry'],
    ['change a version', `update version set clauses = '[]'`],
    ['delete a version', 'delete from version'],
    ['delete a checkpoint', 'delete from checkpoint'],
    ['change what a verification found', 'update verification set faults = 0'],
    [
      'change the function that erases',
      `create or replace function erase_entries(a text, b bigint) returns integer language sql as 'select 1'`
    ]
  ];
  for (const [what, statement] of forbidden) {
    it(`does not let the service ${what}`, () => assert.rejects(sql.raw(statement).execute(database.db), { code: '42501' }));
  }

  it('erases nothing that no entry says is erased', async () => {
    await assert.rejects(sql`select erase_entries(${school}, 0)`.execute(database.db), { code: '42501' });
    await assert.rejects(sql`select erase_entries('elsewhere', 0)`.execute(database.db), { code: '42501' });
  });

  it('erases what an entry says, and nothing else of it', async () => {
    const ledger = ledgerOf(database.db, school);
    const { index } = await ledger.add(looked);
    await ledger.addWith([{ entry: { kind: 'erased', at: looked.at, of: [index], because: 'retention' } }], async (trx, [added]) => {
      await sql`select erase_entries(${school}, ${added!.recorded.index})`.execute(trx);
    });
    const [before, after] = [await ledger.at(0), await ledger.at(index)];
    assert.deepEqual([before?.entry, after?.entry], [looked, { ...looked, person: '', by: '' }]);
    const row = await database.db.selectFrom('ledger_entry').selectAll().where('index', '=', index).executeTakeFirstOrThrow();
    assert.deepEqual([row.personal, row.salt, row.person, row.key], [null, null, null, null]);
  });

  for (const [what, statement] of [
    ['change', `update ledger_entry set public = public || ' '`],
    ['delete', 'delete from ledger_entry'],
    ['empty', 'truncate ledger_entry']
  ] as const) {
    it(`does not even let its owner ${what} entries by the way`, () =>
      assert.rejects(asAdministrator(database.url, statement), { code: '42501' }));
  }

  it('is refused where it would lose what it acknowledged', async () => {
    const { url } = await freshDatabase();
    await asAdministrator(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    assert.deepEqual(await refusal(openDatabase({ url, folder: '' }, school)), [
      'wrong-database',
      'The database would lose signatures in a power cut: synchronous_commit is off. Switch it on in postgresql.conf and restart the server.'
    ]);
  });

  for (const [fsync, commit, off] of [
    ['off', 'on', 'fsync'],
    ['on', 'off', 'synchronous_commit'],
    ['on', 'on', undefined],
    ['on', 'local', undefined],
    ['on', 'remote_apply', undefined]
  ] as const) {
    it(`with fsync ${fsync} and synchronous_commit ${commit} it is ${off ? 'refused' : 'taken'}`, () =>
      assert.equal(switchedOff({ fsync, commit }), off));
  }

  it('is set up once when many processes start at the same time', async () => {
    const url = new URL(database.url);
    const name = `${url.pathname.slice(1)}_many`;
    await asAdministrator(database.url, `create database ${name}`);
    url.pathname = `/${name}`;
    const all = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url: String(url), folder: '' }, school)));
    const tables = await sql<{ count: number }>`select count(*) from pg_tables where tablename = 'ledger_entry'`.execute(all[0]!.db);
    await Promise.all(all.map(({ close }) => close()));
    await asAdministrator(database.url, `drop database ${name}`);
    assert.equal(tables.rows[0]?.count, 1);
  });

  it('goes on after its connections were cut', async () => {
    await asAdministrator(
      database.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    );
    const added = await ledgerOf(database.db, school).add(looked);
    assert.ok(added.index > 0);
    assert.equal(await database.answers(), true);
  });

  it('and so it does where one is cut between two statements of a transaction', async () => {
    const cut = database.db.transaction().execute(async trx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await asAdministrator(database.url, `select pg_terminate_backend(${rows[0]!.pid}, 10000)`);
      // Whoever is told of it while they ask nothing could not catch it.
      await new Promise(resolve => setTimeout(resolve, 50));
      await sql`select 1`.execute(trx);
    });
    await assert.rejects(cut);
    assert.equal(await database.answers(), true);
  });

  const elsewhere: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'nobody listens',
      'postgresql://beadle:hunter-two@127.0.0.1:1/beadle',
      'no-database',
      /^No answer from the database server 127\.0\.0\.1, port 1\. /
    ],
    [
      'the name is not known',
      'postgresql://beadle:hunter-two@nowhere.invalid/beadle',
      'no-database',
      /^The name of the database server nowhere\.invalid is not known\./
    ],
    ['it is no address', 'mysql://beadle:hunter-two@db/beadle', 'no-database', /^DATABASE_URL is no address of a PostgreSQL server\./]
  ];
  for (const [what, url, code, sentence] of elsewhere) {
    it(`says in plain words that ${what}, without the password`, async () => {
      const [given, said] = await refusal(openDatabase({ url, folder: '' }, school));
      assert.equal(given, code);
      assert.match(said, sentence);
      assert.doesNotMatch(said, /hunter/);
    });
  }

  it('says in plain words that there is no such database', async () => {
    const url = new URL(database.url);
    url.pathname = '/beadle_nowhere';
    const [code, said] = await refusal(openDatabase({ url: String(url), folder: '' }, school));
    assert.deepEqual([code, /^There is no database «beadle_nowhere»/.test(said)], ['no-database', true]);
  });

  it('says what an administrator has to do where the user may not set it up', async () => {
    const url = new URL(database.url);
    const name = url.pathname.slice(1);
    await asAdministrator(
      database.url,
      `do $$ begin create role beadle_poor login password 'poor'; exception when duplicate_object then null; end $$`
    );
    await asAdministrator(database.url, `create database ${name}_poor`);
    try {
      url.pathname = `/${name}_poor`;
      url.username = 'beadle_poor';
      url.password = 'poor';
      const [code, said] = await refusal(openDatabase({ url: String(url), folder: '' }, school));
      assert.deepEqual([code, said.includes('grant beadle_service to "beadle_poor"')], ['wrong-database', true]);
    } finally {
      await asAdministrator(database.url, `drop database ${name}_poor with (force)`);
    }
  });

  it('knows the address of a server when it sees one', () => {
    assert.deepEqual(['postgresql://a@b/c', 'postgres://a@b:5432/c', 'http://a@b/c', 'postgresql:', ''].map(isAddressOfServer), [
      true,
      true,
      false,
      false,
      false
    ]);
  });

  const isBuiltIn = !process.env['BEADLE_TEST_DATABASE_URL'] && process.platform !== 'win32';
  (isBuiltIn ? it : () => {})('has no TCP listener of its own where sockets do', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(`select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync`);
    await client.end();
    assert.deepEqual(rows, [{ tcp: '', fsync: 'on' }]);
  });
});
