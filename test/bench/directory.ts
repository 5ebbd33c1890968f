import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { audiencesIn, filterOf } from '../../core/mail/filter.ts';
import type { KeptRow } from '../../service/directory-merge.ts';
import { directoryOfRows } from '../../service/directory-merge.ts';
import { openShared } from '../../service/store/database.ts';
import { directoryIn } from '../../service/store/directory.ts';
import { begun } from '../../service/store/ledger.ts';

const key = '00112233445566778899aabbccddeeff';
const [schools, staff, parents] = [500, 50_000, 400_000];

/** Who is who of one school of a trust, as its sources give it: every fortieth member of staff is a parent as well. */
function rowsOf(school: number): readonly KeptRow[] {
  const domain = `school-${school}.example`;
  const rows: KeptRow[] = [];
  for (let i = 0; i < staff / schools; i += 1) {
    rows.push({
      source: 'microsoft-accounts',
      id: `s${i}`,
      address: `teacher.${i}@${domain}`,
      others: [`t${i}@${domain}`],
      kind: 'staff',
      ground: 'licence',
      name: `Teacher Number${i}`,
      account: `s${i}`,
      children: []
    });
  }
  for (let i = 0; i < parents / schools; i += 1) {
    rows.push({
      source: 'microsoft-roster',
      id: `p${i}`,
      address: i % 320 === 0 ? `teacher.${i % 100}@${domain}` : `parent.${school}.${i}@family.example`,
      others: [],
      kind: 'parent',
      ground: 'relation',
      name: `Parent Number${i}`,
      children: [`c${i}`]
    });
  }
  return rows;
}

/** Builds the directories and the keyed filters of a whole trust, one school after the other, out of what the sources gave. */
export async function directoryFigures(): Promise<readonly string[]> {
  const before = process.memoryUsage().rss;
  let [mergeMs, filterMs, largest, people, most, known, strangers] = [0, 0, 0, 0, 0, 0, 0];
  for (let school = 0; school < schools; school += 1) {
    const rows = rowsOf(school);
    people += rows.length;
    const begun = performance.now();
    const directory = directoryOfRows(rows);
    const merged = performance.now();
    const filter = filterOf(directory, key);
    filterMs += performance.now() - merged;
    mergeMs += merged - begun;
    largest = Math.max(
      largest,
      filter.shelves.reduce((sum, { bits }) => sum + bits.length, 0)
    );
    if (audiencesIn(filter, `parent.${school}.1@family.example`).some(({ audience }) => audience === 'parent')) known += 1;
    for (let i = 0; i < 20; i += 1) if (audiencesIn(filter, `stranger.${i}@school-${school}.test`).length > 0) strangers += 1;
    most = Math.max(most, process.memoryUsage().rss);
  }
  return [
    `${schools} schools, ${people} people of their sources: merged in ${(mergeMs / 1000).toFixed(1)} s, made into filters in ${(filterMs / 1000).toFixed(1)} s`,
    `largest filter ${(largest / 1024).toFixed(1)} KB; a parent was known in ${known} of ${schools}, ${strangers} of ${schools * 20} strangers were taken for somebody (one shelf in 800)`,
    `memory ${Math.round((most - before) / 2 ** 20)} MB above what was there before`,
    await keptFigure()
  ];
}

/** Keeps them all in one database, and once more without a change. */
async function keptFigure(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beadle-bench-'));
  const database = await openShared({ folder });
  try {
    for (let school = 0; school < schools; school += 1)
      await begun(database.of(`school-${school}.example`).db, { id: `school-${school}.example`, name: `School ${school}` });
    const keep = async (): Promise<number> => {
      const started = performance.now();
      for (let school = 0; school < schools; school += 1) {
        const store = directoryIn(database.of(`school-${school}.example`).db, `school-${school}.example`);
        const rows = rowsOf(school);
        for (const source of ['microsoft-accounts', 'microsoft-roster']) {
          await store.put(
            { source, readAt: new Date(), outcome: 'taken', sorted: 'x' },
            rows.filter(row => row.source === source)
          );
        }
      }
      return performance.now() - started;
    };
    const [first, again] = [await keep(), await keep()];
    let count = 0;
    for (let school = 0; school < schools; school += 1) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from directory_row`.execute(
        database.of(`school-${school}.example`).db
      );
      count += rows[0]!.count;
    }
    return `kept in one database: ${(first / 1000).toFixed(1)} s, the next night without a change ${(again / 1000).toFixed(1)} s; ${count} rows`;
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
