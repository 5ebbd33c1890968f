import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import type { Entry } from '../../core/policies/entry.ts';
import { takeBackup } from '../../service/backup.ts';
import { type Examined, readBackup } from '../../service/backup-file.ts';
import { isFailure } from '../../service/failure.ts';
import { keyFiles } from '../../service/key-files.ts';
import { type SigningKey, signingKeyIn } from '../../service/ledger/signing-key.ts';
import { restoreBackup, verifySchools } from '../../service/restore.ts';
import { sealed, unsealed } from '../../service/sealed-file.ts';
import { signedNow } from '../../service/store/checkpoints.ts';
import { openShared, reachDatabase } from '../../service/store/database.ts';
import { ledgerOf, plan } from '../../service/store/ledger.ts';
import { peopleOf } from '../../service/store/people.ts';
import { versionsOf } from '../../service/store/versions.ts';
import { beadle, schoolWith } from '../support/cli.ts';
import { asAdministrator, emptyDatabase, freshDatabase, school, type TestDatabase } from '../support/database.ts';
import { textOfOak } from '../support/ledger.ts';
import { version } from '../support/signing.ts';

const sha = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const pages = Buffer.from([0, 1, 2, 0x25, 0x50, 0x44, 0x46, 255, 10, 92]);

function looked(n: number): Entry {
  return { kind: 'looked-up', at: new Date(Date.UTC(2026, 10, 20, 9, 0, 0, n)).toISOString(), person: `person-${n}`, by: 'coordinator' };
}

describe('a backup', () => {
  let folder: string;
  let source: TestDatabase;
  let key: SigningKey;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beadle-backup-'));
    await writeFile(join(folder, 'beadle.yaml'), schoolWith({}));
    source = await freshDatabase();
    key = await signingKeyIn(folder);
    await filled();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** A school with everything in it that is hard to carry: line ends, quotes, empty lists, bytes, JSON that is null. */
  async function filled(): Promise<void> {
    const { db } = source;
    const ledger = ledgerOf(db, school);
    await peopleOf(db, school).put([
      {
        id: 'kit',
        key: 'k-1',
        name: 'Kit "Sample"\n\\N {a,b} \t’ŵ',
        address: 'kit@school.example',
        roles: ['staff', 'governor'],
        groups: ['a,b', '"', ''],
        children: [],
        language: 'cy',
        joinedOn: '2020-09-01'
      },
      { id: 'seven', name: 'Teacher Seven', roles: ['staff'], groups: [], children: [], language: 'en' }
    ]);
    const texts = { en: { text: textOfOak, sha256: sha(textOfOak), pdfSha256: sha(pages) } };
    await versionsOf(db, school, ledger).publish(version({ policy: 'oak', texts }), { en: pages }, 'coordinator-1');
    await ledger.addAll(Array.from({ length: 1500 }, (_, n) => ({ entry: looked(n), key: `look ${n}` })));
    await signedNow(db, school, { signer: key.signer, now: new Date('2026-11-21T02:00:00Z'), date: '2026-11-21' }, async () => {});
    await ledger.addAll([{ entry: looked(9999) }]);
    await plan(db, school, [{ person: 'kit', purpose: 'remind', step: 'one', channel: 'mail', payload: { a: null, 'ŵ"': ['\n'] } }]);
    await asAdministrator(
      source.url,
      `insert into verification values ('${school}', now(), 3, 0, 'x', 'null'::jsonb), ('${school}', now() + interval '1 microsecond', 3, 0, 'x', null)`
    );
  }

  async function taken(name: string, onward?: (rows: number) => Promise<boolean>, url = source.url): Promise<Examined | undefined> {
    const from = await reachDatabase({ url, folder: '' });
    return takeBackup({ from, path: join(folder, name), keys: { [school]: key.published }, ...(onward ? { onward } : {}) });
  }

  async function restored(name: string, url: string, onward?: () => boolean): Promise<boolean> {
    const into = await reachDatabase({ url, folder: '' });
    const examined = await readBackup(join(folder, name));
    return restoreBackup({ into, path: join(folder, name), examined: examined!, send: true, ...(onward ? { onward } : {}) });
  }

  /** Every row of every table, as the server writes it. */
  async function contents(url: string): Promise<{ readonly [table: string]: readonly string[] }> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows: tables } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'kysely%' order by 1`
      );
      const all: { [table: string]: readonly string[] } = {};
      for (const { name } of tables) {
        const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
        all[name] = rows.map(({ row }) => row);
      }
      return all;
    } finally {
      await client.end();
    }
  }

  const refusal = (code: string, sentence: RegExp) => (error: unknown) =>
    isFailure(error) && error.code === code && sentence.test(error.message) ? true : assert.fail(String(error));

  it('brings back every row of every table as it was, into a database in which nothing was made yet, and its ledger verifies', async () => {
    const examined = await taken('whole.gz');
    const before = await contents(source.url);
    const count = Object.values(before).reduce((sum, rows) => sum + rows.length, 0);
    assert.deepEqual([examined?.rows, examined?.tables], [count, Object.keys(before).length]);
    const url = await emptyDatabase();
    assert.equal(await restored('whole.gz', url), true);
    assert.deepEqual(await contents(url), before);
    assert.equal(before['ledger_entry']?.length, 1502);
    const shared = await openShared({ url, folder: '' });
    const { db } = shared.of(school);
    try {
      const [found] = (await verifySchools(shared, { schools: [{ id: school, name: '' }], keys: { [school]: key.published } }))!;
      const { entries, faults, checkpoints, coveredOn } = found!.report;
      assert.deepEqual([entries, faults, checkpoints, coveredOn, found!.keyless], [1502, 0, 1, '2026-11-21', false]);
      // It goes on where it was.
      const [added] = await ledgerOf(db, school).addAll([{ entry: looked(1), key: 'look 1' }]);
      assert.deepEqual([added!.fresh, added!.row.index], [false, 2]);
      assert.equal((await ledgerOf(db, school).add(looked(5))).index, 1502);
    } finally {
      await shared.close();
    }
  });

  it('keeps the ledger of the restored database as closed to its owner as it was', async () => {
    await taken('closed.gz');
    const url = await emptyDatabase();
    await restored('closed.gz', url);
    await assert.rejects(asAdministrator(url, 'delete from ledger_entry'), /neither changed nor taken away/);
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const busy = await freshDatabase();
    const ledger = ledgerOf(busy.db, school);
    await ledger.addAll(Array.from({ length: 600 }, (_, n) => ({ entry: looked(n) })));
    let more = 0;
    await taken(
      'moment.gz',
      async rows => {
        // Only while tables are read: those that come after the ledger are read after these were added.
        if (rows > 0 && more < 5) await ledger.addAll([{ entry: looked((more += 1)) }]);
        return true;
      },
      busy.url
    );
    assert.ok(more > 0);
    const url = await emptyDatabase();
    await restored('moment.gz', url);
    const shared = await openShared({ url, folder: '' });
    const { db } = shared.of(school);
    try {
      assert.equal((await verifySchools(shared, { schools: [{ id: school, name: '' }], keys: {} }))![0]!.report.faults, 0);
      assert.deepEqual([await ledgerOf(db, school).size(), (await contents(url))['ledger_entry']!.length], [600, 600]);
    } finally {
      await shared.close();
    }
  });

  it('is read by nobody but its owner, and never takes the place of another file', async () => {
    await taken('once.gz');
    if (process.platform !== 'win32') assert.equal((await stat(join(folder, 'once.gz'))).mode & 0o777, 0o600);
    const first = await readFile(join(folder, 'once.gz'));
    await assert.rejects(taken('once.gz'), refusal('file-exists', /«.*once\.gz» is there already/));
    assert.deepEqual(await readFile(join(folder, 'once.gz')), first);
    assert.deepEqual(
      (await readdir(folder)).filter(name => name.endsWith('.part')),
      []
    );
  });

  describe('that is not as it was written', () => {
    let whole: Buffer;
    let text: string;
    before(async () => {
      await taken('to-spoil.gz');
      whole = await readFile(join(folder, 'to-spoil.gz'));
      text = gunzipSync(whole).toString('utf8');
    });

    /** With a good hash at its end, as somebody would write it who knows how. */
    const signed = (changed: string): Buffer => {
      const lines = changed.trimEnd().split('\n');
      const end = JSON.parse(lines.pop()!) as { end: object };
      const body = `${lines.join('\n')}\n`;
      return gzipSync(`${body}${JSON.stringify({ end: { ...end.end, sha256: sha(body) } })}\n`);
    };
    const table: readonly (readonly [string, () => Buffer, RegExp])[] = [
      ['with one letter changed', () => gzipSync(text.replace('Teacher Seven', 'Teacher Eight')), /is spoilt/],
      ['without one of its rows', () => gzipSync(text.replace(/\n\["school\.example", "seven".*/, '')), /is spoilt/],
      [
        'with one byte turned over',
        () => Buffer.from(whole.map((byte, i) => (i === whole.length >> 1 ? byte ^ 255 : byte))),
        /is spoilt|ends too early/
      ],
      ['cut short', () => whole.subarray(0, whole.length - 200), /ends too early/],
      ['cut short at the end of a line', () => gzipSync(text.split('\n').slice(0, 20).join('\n') + '\n'), /ends too early/],
      ['with something added', () => gzipSync(`${text}["more"]\n`), /is spoilt/],
      ['that is none', () => Buffer.from('a letter'), /is no backup/],
      ['that is none, but gzipped', () => gzipSync('a letter\n'), /is no backup/],
      ['without a byte', () => Buffer.alloc(0), /is no backup|ends too early/],
      ['in the form of a newer Beadle', () => signed(text.replace('beadle-backup-1', 'beadle-backup-2')), /written by a newer Beadle/],
      [
        'with newer tables',
        () => signed(text.replace(/"migrations":\[/, '"migrations":["0000-before",')),
        /was taken by Beadle 0\.1\.0, which knows tables that this one does not/
      ],
      ['with a table that nobody knows', () => signed(text.replace('"table":"hold"', '"table":"held"')), /holds «held» in a form/]
    ];
    for (const [name, bytes, sentence] of table) {
      it(`is refused where it is one ${name}, and the database stays empty`, async () => {
        await writeFile(join(folder, 'bad.gz'), bytes());
        const url = await emptyDatabase();
        const { code, out, err } = await beadle(['restore', 'bad.gz'], { cwd: folder, env: { DATABASE_URL: url } });
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, sentence);
        const rows = Object.values(await contents(url)).flat();
        assert.deepEqual(rows, []);
      });
    }
  });

  it('does not come into a database that is not empty, whether it is Beadle’s or another’s, and leaves it as it was', async () => {
    await taken('occupied.gz');
    const other = await freshDatabase();
    const before = await contents(other.url);
    await assert.rejects(restored('occupied.gz', other.url), refusal('wrong-database', /is not empty/));
    assert.deepEqual(await contents(other.url), before);
    const foreign = await emptyDatabase();
    await asAdministrator(foreign, 'create table letters (a text)');
    await assert.rejects(restored('occupied.gz', foreign), refusal('wrong-database', /is not empty/));
    assert.deepEqual(Object.keys(await contents(foreign)), ['letters']);
  });

  it('comes from an older Beadle’s tables, and is brought up to date', async () => {
    const url = await emptyDatabase();
    const old = await reachDatabase({ url, folder: '' });
    await old.migrate('0001-signatures');
    await asAdministrator(url, `insert into school (id, name) values ('${school}', 'Old Oak')`);
    const examined = await taken('old.gz', undefined, url);
    assert.deepEqual(examined?.head.migrations, ['0001-signatures']);
    const into = await emptyDatabase();
    await restored('old.gz', into);
    const all = await contents(into);
    assert.deepEqual([all['school']?.length, all['verification']], [1, []]);
    const newer = await emptyDatabase();
    await (await reachDatabase({ url: newer, folder: '' })).migrate();
    await assert.rejects(restored('old.gz', newer), refusal('wrong-database', /newer than the backup/));
  });

  it('is not there where it was stopped; and a restore that was stopped left nothing', async () => {
    assert.equal(await taken('stopped.gz', async rows => rows < 500), undefined);
    assert.ok(!existsSync(join(folder, 'stopped.gz')));
    await taken('to-stop.gz');
    const url = await emptyDatabase();
    let looks = 0;
    assert.equal(await restored('to-stop.gz', url, () => (looks += 1) < 2), false);
    assert.deepEqual(Object.values(await contents(url)).flat(), []);
    assert.equal(await restored('to-stop.gz', url), true);
  });

  describe('whose process is killed in the middle', () => {
    async function killed(what: 'backup' | 'restore', url: string, name: string): Promise<void> {
      const script = join(import.meta.dirname, '../support/restoring-process.ts');
      const child = fork(script, [what, url, join(folder, name)], { execArgv: ['--import', 'tsx'] });
      await once(child, 'message');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }

    it('leaves no backup under its name', async () => {
      await killed('backup', source.url, 'killed.gz');
      assert.ok(!existsSync(join(folder, 'killed.gz')));
      assert.ok(await taken('killed.gz'));
    });

    it('leaves the database empty, so that it can be restored again', async () => {
      await taken('again.gz');
      const url = await emptyDatabase();
      await killed('restore', url, 'again.gz');
      assert.deepEqual(Object.values(await contents(url)).flat(), []);
      assert.equal(await restored('again.gz', url), true);
    });
  });

  describe('on the command line', () => {
    const run = (args: readonly string[], url = source.url, cwd = folder) => beadle(args, { cwd, env: { DATABASE_URL: url } });

    it('says what is in it, what is not, and how it is to be kept', async () => {
      const { code, out, err } = await run(['backup', 'cli.gz']);
      assert.deepEqual([code, err], [0, '']);
      const lines = out.split('\n');
      assert.match(
        lines[0]!,
        /^«cli\.gz» holds the database of Example Primary School as it was at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: 1,\d{3} rows of \d\d tables, \d+ kB\.$/
      );
      assert.deepEqual(lines.slice(1), [
        'It was read again from beginning to end and is whole.',
        'It holds names and addresses: keep it as you keep a register.',
        'Not in it, so keep a copy of each beside it: beadle.yaml and the files that it names, beadle-ledger-key.json.',
        ''
      ]);
      assert.doesNotMatch(gunzipSync(await readFile(join(folder, 'cli.gz'))).toString('utf8'), /"secret"/);
    });

    it('gets a name of its own where it is given none, and says so in Welsh', async () => {
      const { code, out } = await run(['backup', '--lang', 'cy']);
      assert.equal(code, 0);
      assert.match(out, /^Mae «beadle-school\.example-2026-11-22T120000Z\.jsonl\.gz» yn cynnwys cronfa ddata Example Primary School/);
    });

    it('is tried out in a drill that needs nothing but the file, says how long it took, and leaves nothing behind', async () => {
      await run(['backup', 'drill.gz']);
      const elsewhere = await mkdtemp(join(tmpdir(), 'beadle-elsewhere-'));
      const drills = async (): Promise<readonly string[]> => (await readdir(tmpdir())).filter(name => name.startsWith('beadle-drill-'));
      const before = await drills();
      try {
        const { code, out, err } = await beadle(['restore', '--drill', join(folder, 'drill.gz')], { cwd: elsewhere });
        assert.deepEqual([code, err], [0, '']);
        assert.match(
          out,
          /^The drill is done: the backup of Example Primary School from .* UTC can be restored\. Nothing was touched\.\nThe ledger of Example Primary School is whole\. Entries: 1,502; checkpoints: 1, the last on 21 November 2026\.\n {2}read, and found whole +\d+\.\d s\n {2}an empty database +\d+\.\d s\n {2}put back +\d+\.\d s +[\d,]+ rows a second\n {2}ledger verified +\d+\.\d s\n {2}altogether +\d+\.\d s\n$/
        );
        assert.deepEqual([await readdir(elsewhere), await drills()], [[], before]);
      } finally {
        await rm(elsewhere, { recursive: true, force: true });
      }
    });

    it('shows in a drill that the ledger was changed before the backup was taken, and exits with 1', async () => {
      const url = await emptyDatabase();
      await run(['backup', 'sound.gz']);
      await restored('sound.gz', url);
      await asAdministrator(
        url,
        `alter table ledger_entry disable trigger user; update ledger_entry set personal = replace(personal, 'person-7', 'person-8') where index = 8`
      );
      await run(['backup', 'changed.gz'], url);
      const { code, out } = await run(['restore', '--drill', '--json', 'changed.gz']);
      const { drill, schools, milliseconds } = JSON.parse(out);
      assert.deepEqual(
        [code, drill, schools[0].entries, schools[0].faults > 0, Object.keys(milliseconds)],
        [1, true, 1502, true, ['read', 'started', 'put', 'verified']]
      );
    });

    it('comes back with sending stopped, until somebody lets it go on', async () => {
      await run(['backup', 'paused.gz']);
      const url = await emptyDatabase();
      const { code, out } = await run(['restore', 'paused.gz'], url);
      assert.equal(code, 0, out);
      assert.match(out, /^Restored: the database of Example Primary School as it was at /);
      assert.match(
        out,
        /\nSending stands still in every school, because what went out after .* would go out again\. «beadle sending --go-on» lets it go on\.\n/
      );
      assert.match(out, /\nWhat was erased after .* is there again\. Erase it again, and tell the data protection officer\.\n$/);
      const still = await run(['sending'], url);
      assert.deepEqual(
        [still.code, still.out],
        [1, 'Waiting: 1, not delivered: 0. Sending stands still. «beadle sending --go-on» lets it go on.\n']
      );
      const on = await run(['sending', '--go-on'], url);
      assert.deepEqual([on.code, on.out], [0, 'Waiting: 1, not delivered: 0. Sending goes on.\n']);
      assert.equal((await run(['sending', '--stop', '--go-on'], url)).code, 2);
    });

    it('says where the ledger’s key is missing or another, and exits with 1', async () => {
      await run(['backup', 'keyless.gz']);
      const there = await mkdtemp(join(tmpdir(), 'beadle-keyless-'));
      try {
        await writeFile(join(there, 'beadle.yaml'), schoolWith({}));
        const missing = await run(['restore', join(folder, 'keyless.gz')], await emptyDatabase(), there);
        assert.equal(missing.code, 1);
        assert.match(missing.out, /beadle-ledger-key\.json» is not there\. Put it back before «beadle serve» starts/);
        assert.match(missing.out, /is whole\. Entries: 1,502; checkpoints: 1,/);
        assert.ok(!existsSync(join(there, 'beadle-ledger-key.json')));
        await signingKeyIn(there);
        const other = await run(['restore', join(folder, 'keyless.gz')], await emptyDatabase(), there);
        assert.deepEqual([other.code, /holds another key than the one that signed/.test(other.out)], [1, true]);
      } finally {
        await rm(there, { recursive: true, force: true });
      }
    });

    it('takes the keys with it where it is told by what to encrypt them, and puts them back', async () => {
      await writeFile(join(folder, 'passphrase'), 'correct horse battery staple\n');
      await writeFile(join(folder, 'wrong'), 'incorrect horse battery staple\n');
      await writeFile(join(folder, 'short'), 'horse\n');
      assert.match((await run(['backup', 'x.gz', '--passphrase', 'short'])).err, /is too short to keep anybody out/);
      const made = await run(['backup', 'keys.gz', '--passphrase', 'passphrase']);
      assert.match(made.out, /\nIn it, encrypted with your passphrase: beadle-ledger-key\.json\. Keep the passphrase elsewhere\.\n/);
      const secret = (JSON.parse(await readFile(join(folder, 'beadle-ledger-key.json'), 'utf8')) as { secret: string }).secret;
      assert.ok(
        !gunzipSync(await readFile(join(folder, 'keys.gz')))
          .toString('utf8')
          .includes(secret)
      );
      const there = await mkdtemp(join(tmpdir(), 'beadle-keys-'));
      try {
        await writeFile(join(there, 'beadle.yaml'), schoolWith({}));
        const url = await emptyDatabase();
        const wrong = await run(['restore', join(folder, 'keys.gz'), '--passphrase', join(folder, 'wrong')], url, there);
        assert.deepEqual([wrong.code, wrong.out, Object.keys(await contents(url))], [2, '', []]);
        assert.match(wrong.err, /The passphrase does not open «beadle-ledger-key\.json»/);
        const right = await run(['restore', join(folder, 'keys.gz'), '--passphrase', join(folder, 'passphrase')], url, there);
        assert.equal(right.code, 0, right.err + right.out);
        assert.deepEqual((await signingKeyIn(there)).published, key.published);
      } finally {
        await rm(there, { recursive: true, force: true });
      }
    });

    it('is refused where it is another school’s, and where there is no school', async () => {
      await run(['backup', 'mine.gz']);
      const there = await mkdtemp(join(tmpdir(), 'beadle-other-'));
      try {
        const none = await run(['restore', join(folder, 'mine.gz')], await emptyDatabase(), there);
        assert.match(none.err, /There is no beadle\.yaml here/);
        await writeFile(join(there, 'beadle.yaml'), schoolWith({}).replace('staff: [school.example]', 'staff: [other.example]'));
        const other = await run(['restore', join(folder, 'mine.gz')], await emptyDatabase(), there);
        assert.match(other.err, /The backup is of «school\.example», and beadle\.yaml is of «other\.example»/);
        assert.deepEqual([none.code, other.code], [2, 2]);
      } finally {
        await rm(there, { recursive: true, force: true });
      }
    });
  });
});

describe('the key files', () => {
  it('are all known to whoever takes a backup', async () => {
    const named: string[] = [];
    for (const file of await readdir('service', { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const text = await readFile(join('service', file), 'utf8');
      if (text.includes('writeSecret(')) for (const [, name] of text.matchAll(/^export const \w+File = '([^']+)'/gm)) named.push(name!);
    }
    assert.deepEqual(named.sort(), [...keyFiles].sort());
    assert.equal(named.length, 3);
  });
});

describe('a sealed file', () => {
  it('opens with its passphrase and under its own name only, and not where a byte was changed', () => {
    const file = sealed('beadle-keys.json', 'the ŵ keys', 'correct horse battery staple');
    assert.equal(unsealed(file, 'correct horse battery staple'), 'the ŵ keys');
    const tampered = { ...file, sealed: Buffer.from(Buffer.from(file.sealed, 'base64').map(byte => byte ^ 1)).toString('base64') };
    for (const [other, passphrase] of [
      [file, 'correct horse battery stable'],
      [{ ...file, secret: 'other.json' }, 'correct horse battery staple'],
      [tampered, 'correct horse battery staple'],
      [{ ...file, tag: '' }, 'correct horse battery staple']
    ] as const) {
      assert.throws(() => unsealed(other, passphrase), refusalOf('wrong-backup'));
    }
  });
});

function refusalOf(code: string): (error: unknown) => boolean {
  return error => isFailure(error) && error.code === code;
}
