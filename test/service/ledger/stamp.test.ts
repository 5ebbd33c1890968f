import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signatures as settingsShape } from '../../../service/config-signatures.ts';
import { checkpointToday } from '../../../service/jobs/checkpoint.ts';
import { stampCheckpoints } from '../../../service/jobs/stamp.ts';
import { verifyExport, verifyRows } from '../../../service/ledger/export-file.ts';
import { readStamp, stampQuery } from '../../../service/ledger/stamp.ts';
import { ledgerRowsOf } from '../../../service/store/checkpoints.ts';
import { school } from '../../support/database.ts';
import { everyWeek, freshDesk, type TestDesk } from '../../support/desk.ts';
import { exported, ledger, published, signing } from '../../support/ledger.ts';
import { authority, type Authority, canStamp } from '../../support/stamping.ts';

describe('time stamps of checkpoints', function () {
  let tsa: Authority;

  before(async function () {
    if (!canStamp()) this.skip(); // needs openssl, which stands in for an authority
    tsa = await authority();
  });
  after(() => tsa?.close());
  afterEach(() => {
    if (tsa) tsa.instead = undefined;
  });

  it('are read from what OpenSSL gives, with time and name', async () => {
    const query = stampQuery('a checkpoint\n');
    const stamped = await readStamp(tsa.replyTo(query), 'a checkpoint\n', query);
    assert.equal(stamped?.by, 'Invented Stamping Authority');
    assert.ok(Math.abs(Date.parse(stamped.at) - Date.now()) < 60_000, stamped.at);
  });

  it('are asked for by a number that DER writes in one way only', () => {
    for (let i = 0; i < 2000; i += 1) {
      const query = Buffer.from(stampQuery('a checkpoint\n'));
      // The number stands before the last three bytes, the wish for a certificate.
      const [kind, length, first] = query.subarray(query.length - 13);
      assert.deepEqual([kind, length], [0x02, 0x08], query.toString('hex'));
      assert.ok(first! > 0 && first! < 0x80, query.toString('hex'));
    }
  });

  it('hold before OpenSSL too, as the help says', async () => {
    const reply = tsa.replyTo(stampQuery('a checkpoint\n'));
    writeFileSync(join(tsa.folder, 'text'), 'a checkpoint\n');
    writeFileSync(join(tsa.folder, 'kept.tsr'), reply);
    const args = ['ts', '-verify', '-in', 'kept.tsr', '-data', 'text', '-CAfile', 'tsa.pem'];
    assert.match(execFileSync('openssl', args, { cwd: tsa.folder, stdio: ['ignore', 'pipe', 'ignore'] }).toString(), /Verification: OK/);
  });

  it('of another text, to another question, or bent anywhere in what is signed are none', async () => {
    const query = stampQuery('a checkpoint\n');
    const reply = tsa.replyTo(query);
    assert.equal(await readStamp(reply, 'a checkpoint', query), undefined);
    assert.equal(await readStamp(reply, 'a checkpoint\n', stampQuery('a checkpoint\n')), undefined);
    const [from, to] = [reply.indexOf('2026') < 0 ? reply.indexOf('20') : reply.indexOf('2026'), 8];
    for (let i = from; i < from + to; i += 1) {
      const bent = Buffer.from(reply);
      bent[i] = bent[i]! ^ 1;
      assert.equal(await readStamp(bent, 'a checkpoint\n'), undefined, `byte ${i}`);
    }
    for (const nothing of [Buffer.alloc(0), Buffer.from('<html>'), reply.subarray(0, 100)]) {
      assert.equal(await readStamp(nothing, 'a checkpoint\n'), undefined);
    }
  });

  it('by a certificate that is another one than the signature names are none', async () => {
    const reply = tsa.replyTo(stampQuery('a checkpoint\n'));
    const at = reply.indexOf('Invented');
    const renamed = Buffer.from(reply);
    renamed.write('Inwented', at);
    renamed.write('Inwented', reply.lastIndexOf('Invented'));
    renamed.write('Inwented', reply.indexOf('Invented', at + 1));
    assert.equal(await readStamp(renamed, 'a checkpoint\n'), undefined);
  });

  describe('of a school', () => {
    let at: TestDesk;
    const parts = () => ({
      database: at.database,
      desk: at.desk,
      key: at.key,
      id: school,
      days: everyWeek,
      settings: settingsShape.parse({ stamp: tsa.address, checkpointsTo: ['head@school.example'] }),
      school: { config: { people: { headteacher: [], chairOfGovernors: [] } } as never, policy: {} as never, file: 'beadle.yaml' },
      now: () => new Date(at.clock.at)
    });
    const whole = () => ({ ...ledgerRowsOf(at.database.db, school, at.desk.ledger), keys: at.key.published, texts: async () => [] });

    beforeEach(async () => {
      at = await freshDesk();
      await checkpointToday(parts(), async () => {});
    });

    it('are asked for once, with a hash and nothing else, and are there when the ledger is verified', async () => {
      const before = tsa.asked.length;
      assert.equal(await stampCheckpoints(parts()), 'Time stamps: 1.');
      assert.equal(await stampCheckpoints(parts()), undefined);
      assert.equal(tsa.asked.length, before + 1);
      assert.ok(tsa.asked.at(-1)! < 100, 'a question is a hash, a number and little more');
      const report = await verifyRows(whole());
      assert.equal(report?.stamps.count, 1);
      assert.equal(report.stamps.last?.by, 'Invented Stamping Authority');
      assert.notEqual(report.first?.code, 'checkpoint-stamp');
    });

    for (const [title, instead] of [
      ['is down', { status: 503, body: '' }],
      ['answers with a page', { status: 200, body: '<html>Welcome</html>' }],
      ['answers without end', { status: 200, body: 'x'.repeat(70_000) }]
    ] as const) {
      it(`are asked for again where the authority ${title}`, async () => {
        tsa.instead = instead;
        assert.match((await stampCheckpoints(parts()))!, /^Time stamps: 0 of 1; .* asked again tomorrow\.$/);
        tsa.instead = undefined;
        assert.equal(await stampCheckpoints(parts()), 'Time stamps: 1.');
      });
    }

    it('are not asked for where the school names no authority', async () => {
      const before = tsa.asked.length;
      assert.equal(await stampCheckpoints({ ...parts(), settings: settingsShape.parse({}) }), undefined);
      assert.equal(tsa.asked.length, before);
    });

    it('that were exchanged are a fault', async () => {
      await at.database.db
        .updateTable('checkpoint')
        .set({ stamp: tsa.replyTo(stampQuery('another text')) })
        .where('school', '=', school)
        .execute();
      const report = await verifyRows(whole());
      assert.equal(report?.first?.code, 'checkpoint-stamp');
      assert.match(report.first.says.en, /^What lies with the checkpoint of \d+ \w+ \d{4} is no time stamp of it/);
    });
  });

  it('go with an export, and are verified there', async () => {
    const kept = ledger();
    kept.add(published, ...signing('person-1', 0));
    kept.checkpoint('2026-11-03');
    const { note } = kept.notes[0]!;
    const stamp = tsa.replyTo(stampQuery(note)).toString('base64');
    const text = (await exported(kept)).replace(JSON.stringify({ checkpoint: note }), JSON.stringify({ checkpoint: note, stamp }));
    const chunks = async function* () {
      yield Buffer.from(text);
    };
    const report = await verifyExport(chunks());
    assert.deepEqual([report?.faults, report?.stamps.count], [0, 1]);
  });
});
