import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Entry } from '../../../core/policies/entry.ts';
import { verifying } from '../../../core/policies/ledger/verify.ts';
import { hashes, verifySignature } from '../../../service/ledger/hashes.ts';
import { passingSigningKey } from '../../../service/ledger/signing-key.ts';
import { begun, ledgerOf, type SchoolLedger } from '../../../service/store/ledger.ts';
import { freshDatabase, school, type TestDatabase } from '../../support/database.ts';

function looked(n: number): Entry {
  return { kind: 'looked-up', at: new Date(Date.UTC(2026, 10, 23, 9, 0, 0, n)).toISOString(), person: `person-${n}`, by: 'coordinator' };
}

describe('the ledger in the database', () => {
  let database: TestDatabase;
  let ledger: SchoolLedger;

  beforeEach(async () => {
    database = await freshDatabase();
    ledger = ledgerOf(database.db, school);
  });

  async function faults(of: SchoolLedger, name = school): Promise<number> {
    const key = passingSigningKey();
    const looking = verifying({ hashes, verify: verifySignature, school: name, keys: key.published });
    (await of.rows(0, 100_000)).forEach(looking.row);
    return looking.report().faults;
  }

  it('numbers entries from zero without gaps, and gives back what was added', async () => {
    const added = await Promise.all(Array.from({ length: 300 }, (_, n) => ledger.add(looked(n))));
    assert.deepEqual(
      added.map(({ index }) => index).sort((a, b) => a - b),
      Array.from({ length: 300 }, (_, n) => n)
    );
    assert.deepEqual(
      await ledger.from(0, 1000),
      [...added].sort((a, b) => a.index - b.index)
    );
    assert.deepEqual([await ledger.size(), await faults(ledger)], [300, 0]);
  });

  it('adds nothing twice under one key, at once or later, and gives what is there', async () => {
    const first = await Promise.all(Array.from({ length: 20 }, (_, n) => ledger.add(looked(n), 'the same')));
    const later = await ledger.add(looked(99), 'the same');
    assert.equal(new Set([...first, later].map(({ leaf }) => leaf)).size, 1);
    assert.equal(await ledger.size(), 1);
  });

  it('adds all or none', async () => {
    await ledger.add(looked(0));
    await assert.rejects(
      ledger.addWith([{ entry: looked(1) }, { entry: looked(2) }], () => Promise.reject(new Error('no'))),
      /^Error: no$/
    );
    assert.equal(await ledger.size(), 1);
    await ledger.add(looked(3));
    assert.equal(await faults(ledger), 0);
  });

  it('plans what goes out with an entry, once, and not where the entry was there already', async () => {
    const sendings = [{ person: 'person-1', purpose: 'receipt', step: 'receipt 1', channel: 'mail' }] as const;
    await ledger.addAll([{ entry: looked(1), key: 'one', sendings }]);
    await ledger.addAll([
      { entry: looked(1), key: 'one', sendings: [{ ...sendings[0], step: 'receipt 2' }] },
      { entry: looked(2), key: 'two', sendings }
    ]);
    const rows = await database.db.selectFrom('sending').select(['step', 'payload', 'created_at']).execute();
    assert.deepEqual(rows, [{ step: 'receipt 1', payload: { entry: 0 }, created_at: new Date('2026-11-23T09:00:00.001Z') }]);
  });

  it('keeps each school its own chain', async () => {
    const elms = database.of('elm');
    await begun(elms.db, { id: 'elm', name: 'Elm' });
    const elm = ledgerOf(elms.db, 'elm');
    await Promise.all([ledger.add(looked(0)), elm.add(looked(0)), ledger.add(looked(1)), elm.add(looked(1))]);
    assert.deepEqual([await ledger.size(), await elm.size(), await faults(ledger), await faults(elm, 'elm')], [2, 2, 0, 0]);
  });

  it('keeps what somebody typed to the letter', async () => {
    const typed = 'Siân «O’Connor» \u0000 \ud83d\ude00 \ud800 \\u0041 \r\n\t"';
    const { index, entry } = await ledger.add({
      kind: 'settled',
      at: '2026-11-23T09:00:00.000Z',
      person: 'p',
      of: 0,
      by: 'c',
      note: typed
    });
    assert.ok(entry.kind === 'settled');
    // Half a surrogate is no text; the rest comes back as it was.
    assert.equal(entry.note, typed.replace('\ud800', '\ufffd'));
    assert.deepEqual((await ledger.at(index))?.entry, entry);
    assert.equal(await faults(ledger), 0);
  });

  it('several processes add to one chain at once', async () => {
    const script = join(import.meta.dirname, '../../support/adding-process.ts');
    const children = Array.from({ length: 3 }, (_, n) =>
      fork(script, [database.url, school, String(n)], { execArgv: ['--import', 'tsx'] })
    );
    const codes = await Promise.all(children.map(async child => ((await once(child, 'exit')) as [number])[0]));
    assert.deepEqual(codes, [0, 0, 0]);
    // Fifty of each, and one that all of them added under the same key.
    assert.deepEqual([await ledger.size(), await faults(ledger)], [151, 0]);
  });
});
