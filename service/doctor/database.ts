import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import type { Environment } from '../environment.ts';
import { isFailure } from '../failure.ts';
import { reachDatabase } from '../store/database.ts';
import { migrations } from '../store/migrations/index.ts';
import { type Line, right, unseen, wrong } from './line.ts';

interface Looking {
  readonly config: Config;
  readonly school: string;
  readonly environment: Environment;
  readonly data: string;
  readonly now: Date;
}

const hour = 60 * 60 * 1000;

/** The database and what stands in it: its steps, the ledger's verification and checkpoint, jobs, what waits to be sent. Only reads. */
export async function databaseLines({ config, school, environment, data, now }: Looking): Promise<readonly Line[]> {
  const url = environment.database?.();
  const folder = join(data, 'database');
  if (!config.signatures && !config.audit && !config.sources) return [];
  if (url === undefined && !existsSync(folder))
    return [
      wrong(
        'database',
        ['There is no database yet.', 'Nid oes cronfa ddata eto.'],
        [
          'Start «beadle serve»: it makes one. If it runs elsewhere, run this there or name its DATABASE_URL.',
          'Dechreuwch «beadle serve»: mae’n gwneud un. Os yw’n rhedeg yn rhywle arall, rhedwch hwn yno neu enwch ei DATABASE_URL.'
        ]
      )
    ];
  let reached: Awaited<ReturnType<typeof reachDatabase>> | undefined;
  let client: pg.Client | undefined;
  try {
    reached = await reachDatabase({ url, folder });
    client = new pg.Client({ ...reached.connection, application_name: 'beadle (doctor)', connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    await client.query("select set_config('beadle.school', $1, false), set_config('default_transaction_read_only', 'on', false)", [school]);
    const { where } = reached;
    return [
      right('database', ['The database {where} answers.', 'Mae’r gronfa ddata {where} yn ateb.'], { where }),
      ...(await inside(client, { config, school, now }))
    ];
  } catch (error) {
    const said = reached?.inWords(error) ?? error;
    const sentence = isFailure(said) ? said.message : 'The database does not answer.';
    return [
      { ...wrong('database', [sentence, sentence], ['Start it, or correct DATABASE_URL.', 'Dechreuwch hi, neu cywirwch DATABASE_URL.']) },
      unseen(
        'ledger',
        ['Ledger, jobs and outbox could not be looked at.', 'Ni ellid edrych ar y llyfr cofnodion, y tasgau a’r blwch allan.'],
        undefined,
        {},
        true
      )
    ];
  } finally {
    await client?.end().catch(() => {});
    await reached?.close();
  }
}

async function inside(client: pg.Client, { config, school, now }: Pick<Looking, 'config' | 'school' | 'now'>): Promise<readonly Line[]> {
  const rows = async (query: string, values: readonly unknown[] = []): Promise<readonly { readonly [column: string]: unknown }[]> =>
    (await client.query(query, [...values])).rows as { readonly [column: string]: unknown }[];
  const has = async (table: string): Promise<boolean> => (await rows('select to_regclass($1) as it', [table]))[0]!['it'] !== null;
  const ago = (moment: unknown): number => (now.getTime() - new Date(moment as string).getTime()) / hour;
  if (!(await has('kysely_migration')))
    return [
      wrong(
        'tables',
        ['The database has no tables yet.', 'Nid oes tablau yn y gronfa ddata eto.'],
        ['Start «beadle serve»: it makes them.', 'Dechreuwch «beadle serve»: mae’n eu gwneud.']
      )
    ];
  const done = (await rows('select name from kysely_migration')).map(({ name }) => String(name));
  const open = Object.keys(migrations).filter(name => !done.includes(name));
  const newer = done.filter(name => !(name in migrations));
  const tables =
    newer.length > 0
      ? wrong(
          'tables',
          ['The tables are newer than this Beadle: {names}.', 'Mae’r tablau yn fwy newydd na’r Beadle hwn: {names}.'],
          ['Install the later version here too.', 'Gosodwch y fersiwn ddiweddarach yma hefyd.'],
          { names: newer.join(', ') }
        )
      : open.length > 0
        ? wrong(
            'tables',
            ['Steps of the tables are still to be made: {names}.', 'Mae camau’r tablau heb eu gwneud eto: {names}.'],
            ['Start the new version once; it makes them.', 'Dechreuwch y fersiwn newydd unwaith; mae’n eu gwneud.'],
            { names: open.join(', ') }
          )
        : right('tables', ['The tables are up to date.', 'Mae’r tablau’n gyfredol.']);
  const lines: Line[] = [tables];
  if (open.length > 0 || newer.length > 0) return lines;
  if (config.signatures) {
    const [verified] = await rows('select at, faults from verification where school = $1 order by at desc limit 1', [school]);
    lines.push(
      !verified
        ? unseen(
            'ledger-verified',
            [
              'The ledger was not verified yet; it is on the first of each month.',
              'Nid yw’r llyfr cofnodion wedi’i wirio eto; gwneir hynny ar y cyntaf o bob mis.'
            ],
            ['Run «beadle ledger verify» to do it now.', 'Rhedwch «beadle ledger verify» i’w wneud nawr.']
          )
        : Number(verified['faults']) > 0
          ? wrong(
              'ledger-verified',
              ['The ledger is not as it was: {faults} faults.', 'Nid yw’r llyfr cofnodion fel yr oedd: {faults} o ddiffygion.'],
              [
                'Run «beadle ledger verify», keep the database as it is, and tell whoever keeps checkpoints.',
                'Rhedwch «beadle ledger verify», cadwch y gronfa ddata fel y mae, a dywedwch wrth bwy bynnag sy’n cadw pwyntiau gwirio.'
              ],
              { faults: Number(verified['faults']) }
            )
          : ago(verified['at']) > 32 * 24
            ? wrong(
                'ledger-verified',
                ['The ledger was last verified {days} days ago.', 'Gwiriwyd y llyfr cofnodion ddiwethaf {days} diwrnod yn ôl.'],
                [
                  'Look why the monthly job does not run; «beadle ledger verify» does it now.',
                  'Edrychwch pam nad yw’r dasg fisol yn rhedeg; mae «beadle ledger verify» yn ei gwneud nawr.'
                ],
                { days: Math.floor(ago(verified['at']) / 24) }
              )
            : right(
                'ledger-verified',
                ['The ledger was verified on {date}, without a fault.', 'Gwiriwyd y llyfr cofnodion ar {date}, heb ddiffyg.'],
                { date: new Date(verified['at'] as string).toISOString().slice(0, 10) }
              )
    );
    const [newest] = await rows('select max(at) as at, count(*) as entries from ledger_entry where school = $1', [school]);
    const [signed] = await rows('select at, size from checkpoint where school = $1 order by size desc limit 1', [school]);
    const [head] = await rows('select size from ledger_head where school = $1', [school]);
    const behind = Number(head?.['size'] ?? 0) - Number(signed?.['size'] ?? 0);
    const [waits] = await rows('select min(at) as at from ledger_entry where school = $1 and index >= $2', [
      school,
      Number(signed?.['size'] ?? 0)
    ]);
    lines.push(
      Number(newest?.['entries'] ?? 0) === 0
        ? right('checkpoint', ['The ledger is empty: there is nothing to sign.', 'Mae’r llyfr cofnodion yn wag: nid oes dim i’w lofnodi.'])
        : behind > 0 && waits?.['at'] && ago(waits['at']) > 30
          ? wrong(
              'checkpoint',
              [
                '{entries} entries wait for a checkpoint for more than a day.',
                'Mae {entries} cofnod yn aros am bwynt gwirio ers mwy na diwrnod.'
              ],
              ['Look why the evening’s job does not run.', 'Edrychwch pam nad yw tasg y noson yn rhedeg.'],
              { entries: behind }
            )
          : right('checkpoint', ['Checkpoints are up to date.', 'Mae’r pwyntiau gwirio’n gyfredol.'])
    );
    const [stuck] = await rows(
      "select count(*) filter (where state = 'sending' and lease_until < $2 or state = 'planned' and not_before < $3) as stuck, count(*) filter (where state in ('failed', 'unknown') and created_at > $4) as failed from sending where school = $1",
      [school, new Date(now.getTime() - hour), new Date(now.getTime() - 24 * hour), new Date(now.getTime() - 7 * 24 * hour)]
    );
    const [paused] = await rows('select paused_at from school where id = $1', [school]);
    const [waiting, failed] = [Number(stuck!['stuck']), Number(stuck!['failed'])];
    lines.push(
      paused?.['paused_at']
        ? wrong(
            'outbox',
            ['Nothing is sent: somebody stopped it.', 'Nid anfonir dim: fe’i hataliwyd gan rywun.'],
            ['«beadle sending --go-on» lets it go on.', 'Mae «beadle sending --go-on» yn gadael iddo fynd ymlaen.']
          )
        : waiting > 0
          ? wrong(
              'outbox',
              ['{waiting} messages should have gone out and did not.', 'Dylai {waiting} neges fod wedi mynd allan, ond nid aethant.'],
              ['Look at the mail server and at the log.', 'Edrychwch ar y gweinydd post ac ar y log.'],
              { waiting }
            )
          : failed > 0
            ? wrong(
                'outbox',
                ['{failed} messages of this week were given up.', 'Rhoddwyd y gorau i {failed} neges yr wythnos hon.'],
                ['«beadle sending» says why.', 'Mae «beadle sending» yn dweud pam.'],
                { failed }
              )
            : right('outbox', [
                'Nothing waits in the outbox that should be gone.',
                'Nid oes dim yn aros yn y blwch allan a ddylai fod wedi mynd.'
              ])
    );
  }
  lines.push(await jobsLine(rows, has, school, now));
  return lines;
}

async function jobsLine(
  rows: (query: string, values?: readonly unknown[]) => Promise<readonly { readonly [column: string]: unknown }[]>,
  has: (table: string) => Promise<boolean>,
  school: string,
  now: Date
): Promise<Line> {
  if (!(await has('pgboss.job')))
    return unseen(
      'jobs',
      ['No job has run here yet.', 'Nid oes tasg wedi rhedeg yma eto.'],
      ['Start «beadle serve».', 'Dechreuwch «beadle serve».']
    );
  const mark = `.${createHash('sha256').update(school).digest('hex').slice(0, 12)}`;
  const late = await rows(
    "select distinct name from pgboss.job where right(name, 13) = $1 and (state in ('created', 'retry') and start_after < $2 or state = 'active' and started_on < $3)",
    [mark, new Date(now.getTime() - hour / 2), new Date(now.getTime() - 3 * hour)]
  );
  const last = await rows(
    'select distinct on (name) name, state, completed_on from pgboss.job where right(name, 13) = $1 and completed_on is not null order by name, completed_on desc',
    [mark]
  );
  const plain = (name: unknown): string => String(name).slice(0, -13);
  const failed = last.filter(({ state }) => state === 'failed');
  if (late.length > 0)
    return wrong(
      'jobs',
      ['These jobs are overdue: {names}.', 'Mae’r tasgau hyn yn hwyr: {names}.'],
      ['Look whether «beadle serve» runs, and at its log.', 'Edrychwch a yw «beadle serve» yn rhedeg, ac ar ei log.'],
      { names: late.map(({ name }) => plain(name)).join(', ') }
    );
  if (failed.length > 0)
    return wrong(
      'jobs',
      ['These jobs failed when they ran last: {names}.', 'Methodd y tasgau hyn y tro diwethaf: {names}.'],
      ['Look at the log.', 'Edrychwch ar y log.'],
      { names: failed.map(({ name }) => plain(name)).join(', ') }
    );
  if (last.length === 0)
    return unseen(
      'jobs',
      ['No job has come to its end within the last days.', 'Nid oes tasg wedi dod i ben yn y dyddiau diwethaf.'],
      ['Look again tomorrow, or at the log.', 'Edrychwch eto yfory, neu ar y log.']
    );
  return right('jobs', ['Jobs run: {names}.', 'Mae’r tasgau’n rhedeg: {names}.'], {
    names: last.map(({ name }) => plain(name)).join(', ')
  });
}
