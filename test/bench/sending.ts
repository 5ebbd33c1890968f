import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outboxOf } from '../../service/outbox.ts';
import { openDatabase } from '../../service/store/database.ts';
import { begun } from '../../service/store/ledger.ts';
import { connector } from '../support/teams/connector.ts';
import type { SendingOptions } from '../support/teams/sending-process.ts';

const people = Number(process.env['BEADLE_BENCH_PEOPLE'] || 20_000);
/** Messages a second: far more than the 20 of a school, so that 20,000 go out within a minute. */
const limit = 350;
const mb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Asks 20,000 people by one process on the built-in database, against a stand-in for Teams' connector: how near it comes to its limit, and in how much memory. */
export async function sendingFigures(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beadle-sending-'));
  const school = 'school.example';
  const { db, close } = await openDatabase({ folder }, school);
  const teams = await connector({ botId: '28:', forgetful: true, takes: 40 });
  try {
    await begun(db, { id: school, name: 'Example Primary School' });
    const ids = Array.from({ length: people }, (_, i) => `person-${i}`);
    for (let from = 0; from < people; from += 1000) {
      await db
        .insertInto('conversation')
        .values(
          ids.slice(from, from + 1000).map(id => ({
            school,
            id: teams.install(id),
            tenant_id: '',
            entra_id: id,
            service_url: teams.serviceUrl,
            bot_id: '28:'
          }))
        )
        .execute();
    }
    const outbox = outboxOf(db, school);
    await outbox.plan(ids.map(person => ({ person, purpose: 'ask', step: `ask ${person}`, channel: 'teams' })));
    const options: SendingOptions = {
      database: folder,
      school,
      serviceUrl: teams.serviceUrl,
      perSecond: limit,
      atOnce: 60,
      leaseMs: 60_000,
      deadline: 15_000
    };
    const child = fork(new URL('../support/teams/sending-process.ts', import.meta.url), [JSON.stringify(options)], {
      execArgv: ['--import', 'tsx'],
      silent: true
    });
    const memory: { rss: number; heap: number }[] = [];
    child.on('message', message => memory.push(message as { rss: number; heap: number }));
    while (teams.bySending.size === 0) await new Promise(resolve => setTimeout(resolve, 1));
    const began = performance.now();
    const first = teams.bySending.size;
    while (teams.bySending.size < people) await new Promise(resolve => setTimeout(resolve, 5));
    const seconds = (performance.now() - began) / 1000;
    const calls = teams.calls();
    child.kill('SIGTERM');
    await once(child, 'exit');
    const { sent } = await outbox.progress();
    const twice = [...teams.bySending.values()].filter(times => times !== 1).length;
    const perSecond = (people - first) / seconds;
    const third = Math.floor(memory.length / 3);
    const middle = (rows: readonly { rss: number }[]): number =>
      rows.map(({ rss }) => rss).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0;
    return [
      `${people.toLocaleString('en-GB')} cards in ${seconds.toFixed(1)} s: ${perSecond.toFixed(0)} a second of ${limit} allowed (${((perSecond / limit) * 100).toFixed(1)} %), ${calls.toLocaleString('en-GB')} calls, ${sent.toLocaleString('en-GB')} recorded, ${twice} twice`,
      `memory of the sender: ${mb(middle(memory.slice(0, third)))} in the first third, ${mb(middle(memory.slice(-third)))} in the last, ${mb(Math.max(0, ...memory.map(({ rss }) => rss)))} at most`
    ];
  } finally {
    await close();
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
