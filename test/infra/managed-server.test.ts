import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBackup } from '../../service/backup.ts';
import { readBackup } from '../../service/backup-file.ts';
import { isFailure } from '../../service/failure.ts';
import { restoreBackup, verifySchools } from '../../service/restore.ts';
import { openDatabase, openShared, reachDatabase } from '../../service/store/database.ts';
import { type Embedded, startEmbedded } from '../../service/store/embedded.ts';
import { begun, ledgerOf } from '../../service/store/ledger.ts';
import { asAdministrator } from '../support/database.ts';

describe('a server of somebody else’s, on which Beadle’s user is no superuser', () => {
  let folder: string;
  let server: Embedded | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beadle-managed-'));
    server = await startEmbedded(join(folder, 'database'));
    const all = url('beadle', 'postgres');
    await asAdministrator(all, `create role school_owner login createrole password 'x'`);
    for (const name of ['school', 'copy']) await asAdministrator(all, `create database ${name} owner school_owner`);
  });
  after(async () => {
    await server?.stop();
    if (server) await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  /** By its socket where there is one. */
  function url(user: string, name: string): string {
    const { host, port, password = 'x' } = server!.address;
    const secret = user === 'school_owner' ? 'x' : password;
    return host.startsWith('/')
      ? `postgresql://${user}:${secret}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
      : `postgresql://${user}:${secret}@${host}:${port}/${name}`;
  }

  it('has the tables made, a backup taken and put back in that user’s rights', async () => {
    const id = 'school.example';
    const { db, close } = await openDatabase({ url: url('school_owner', 'school'), folder: '' }, id);
    await begun(db, { id, name: 'Example Primary School' });
    await ledgerOf(db, id).add({ kind: 'looked-up', at: '2026-11-20T09:00:00.000Z', person: 'kit', by: 'coordinator' });
    await close();
    const path = join(folder, 'managed.gz');
    await takeBackup({ from: await reachDatabase({ url: url('school_owner', 'school'), folder: '' }), path, keys: {} });
    const into = await reachDatabase({ url: url('school_owner', 'copy'), folder: '' });
    assert.equal(await restoreBackup({ into, path, examined: (await readBackup(path))!, send: true }), true);
    const copy = await openShared({ url: url('school_owner', 'copy'), folder: '' });
    const { entries, faults } = (await verifySchools(copy, { schools: [{ id, name: '' }], keys: {} }))![0]!.report;
    await copy.close();
    assert.deepEqual([entries, faults], [1, 0]);
  });

  it('is not used by an older Beadle than the one that made its tables', async () => {
    await asAdministrator(url('school_owner', 'copy'), `insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00Z')`);
    await assert.rejects(
      openDatabase({ url: url('school_owner', 'copy'), folder: '' }, 'school.example'),
      error => isFailure(error) && error.code === 'wrong-database' && /are newer than this Beadle/.test(error.message)
    );
  });
});
