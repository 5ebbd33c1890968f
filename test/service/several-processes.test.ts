import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { matterKey } from '../../core/policies/standings.ts';
import { builtFolder } from '../../service/built.ts';
import { exampleSigners } from '../../service/example-people.ts';
import { outboxOf } from '../../service/outbox.ts';
import { ledgerOf } from '../../service/store/ledger.ts';
import { beadle } from '../support/cli.ts';
import { freshDatabase, school, type TestDatabase } from '../support/database.ts';
import { type SmtpServer, smtpServer } from '../support/smtp.ts';

/** A school that asks on the day on which it publishes. */
const config = `school: { name: Example Primary School, policy: st-norberts }
domains: { staff: [school.example], pupils: [pupils.school.example] }
people: { headteacher: [head@school.example], coordinator: [esafety@school.example], chairOfGovernors: [chair@governors.example] }
post: { from: office@school.example }
signatures:
  people: people-to-ask.csv
  policies: [{ policy: st-norberts, audiences: [staff, governors, parents, visitors] }]
`;

/** Whatever day it is: for these processes it is Monday 23 November 2026, and nine o’clock when the first of them starts. */
const clock = (begun: number): string => `const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length ? super(...given) : super(Date.now()); }
  static now() { return Real.now() - ${begun} + Real.UTC(2026, 10, 23, 9); }
};`;

describe('four services on one database', function () {
  this.timeout(90_000);
  let database: TestDatabase;
  let mails: SmtpServer;
  let folder: string;
  let lines: string;
  const running = new Set<ChildProcess>();
  const begun = Date.now();

  before(async () => {
    database = await freshDatabase();
    mails = await smtpServer();
    folder = mkdtempSync(join(tmpdir(), 'beadle-several-'));
    chmodSync(folder, 0o755);
    lines = '';
    writeFileSync(join(folder, 'beadle.yaml'), config);
    writeFileSync(join(folder, 'people-to-ask.csv'), exampleSigners);
    for (const line of ['people import --yes', 'publish --yes']) {
      const { code, err } = await beadle(line.split(' '), { cwd: folder, env: { DATABASE_URL: database.url, BEADLE_DATA: folder } });
      assert.equal(code, 0, err);
    }
  });
  after(async () => {
    for (const child of running) child.kill('SIGKILL');
    await mails.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts `beadle serve` as a school does, with a clock that says it is a school day. */
  async function service(): Promise<ChildProcess> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HOME: folder,
      BEADLE_DATA: folder,
      DATABASE_URL: database.url,
      BEADLE_SMTP_URL: mails.url
    };
    const asif = `data:text/javascript,${encodeURIComponent(clock(begun))}`;
    const child = spawn(process.execPath, ['--import', asif, join(builtFolder(), 'beadle.mjs'), 'serve'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        lines += text;
      });
    await until(() => said.includes('The database is ') || child.exitCode !== null);
    assert.equal(child.exitCode, null, said);
    return child;
  }

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let waited = 0; !(await holds()); waited += 20) {
      assert.ok(waited < 60_000, lines);
      await pause(20);
    }
  }

  async function killed(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('plan the day once, ask nobody twice, and take over the work of those that are killed', async () => {
    const outbox = outboxOf(database.db, school);
    const [first, second, third, fourth] = await Promise.all([service(), service(), service(), service()]);
    // Three of four go down while mails go out.
    for (const [child, count] of [
      [first, 3],
      [second, 6],
      [third, 9]
    ] as const) {
      await until(() => mails.arrived.length >= count);
      await killed(child);
    }
    // Whatever the fourth does not hold is sent by the fourth.
    let inDoubt = 0;
    await until(async () => {
      const before = await outbox.progress();
      await pause(300);
      const now = await outbox.progress();
      inDoubt = now.sending;
      return now.total > 0 && now.planned === 0 && before.sending === now.sending;
    });
    assert.ok(inDoubt <= 9, 'three processes hold three mails each at most');
    // What the killed ones held stays theirs for two minutes. Those are over.
    await database.db
      .updateTable('sending')
      .set({ lease_until: new Date(0) })
      .where('state', '=', 'sending')
      .execute();
    const fifth = await service();
    await until(async () => {
      const { planned, sending } = await outbox.progress();
      return planned + sending === 0;
    });
    const { total, sent } = await outbox.progress();
    assert.equal(sent, total);

    const entries = await ledgerOf(database.db, school).from(0, 10_000);
    const asked = entries.flatMap(({ entry }) => (entry.kind === 'asked' ? [matterKey(entry)] : []));
    assert.ok(asked.length > 20);
    assert.equal(new Set(asked).size, asked.length, 'somebody was asked twice');
    assert.equal(entries.filter(({ entry }) => entry.kind === 'published').length, 1);
    assert.equal(lines.match(/Planned: /g)?.length, 1, lines);
    // A mail that was in doubt may arrive a second time, as the same mail; nobody gets another one.
    const ids = new Map<string, Set<string>>();
    for (const { to, message } of mails.arrived) {
      const id = /^Message-ID: (\S+)/im.exec(message)![1]!;
      ids.set(to[0]!, (ids.get(to[0]!) ?? new Set()).add(id));
    }
    assert.equal(ids.size, total);
    assert.deepEqual(
      [...ids].filter(([, mine]) => mine.size !== 1),
      []
    );
    assert.ok(mails.arrived.length <= total + inDoubt, `${mails.arrived.length} mails for ${total} people, ${inDoubt} in doubt`);
    for (const child of [fourth, fifth]) {
      child.kill('SIGTERM');
      assert.deepEqual(await once(child, 'exit'), [0, null], lines);
    }
  });
});
