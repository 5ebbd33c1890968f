import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { defaultAudiences } from '../../core/policies/audiences.ts';
import { schoolDays } from '../../core/policies/school-days.ts';
import { deskOf, type SchoolDesk } from '../../service/desk.ts';
import { passingSigningKey } from '../../service/ledger/signing-key.ts';
import { openDatabase } from '../../service/store/database.ts';
import { begun } from '../../service/store/ledger.ts';

const people = 20_000;
const seconds = 5;

/** Signatures a second through the desk, each with its text opened, its receipt and its receipt's mail planned; and what a look at everybody costs. */
export async function signaturesFigures(): Promise<readonly string[]> {
  const folder = mkdtempSync(`${tmpdir()}/beadle-bench-`);
  const server = process.env['BEADLE_TEST_DATABASE_URL'];
  const lines: string[] = [];
  try {
    lines.push(...(await on('the built-in database', { folder })));
    if (server) {
      const url = new URL(server);
      url.pathname = `/beadle_bench_${process.pid}`;
      await administered(server, `create database ${url.pathname.slice(1)}`);
      try {
        lines.push(...(await on('a server', { url: String(url), folder })));
      } finally {
        await administered(server, `drop database ${url.pathname.slice(1)} with (force)`);
      }
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function on(name: string, where: Parameters<typeof openDatabase>[0]): Promise<readonly string[]> {
  const database = await openDatabase(where, 'bench');
  try {
    await begun(database.db, { id: 'bench', name: 'Bench' });
    const desk = deskOf({
      db: database.db,
      school: { id: 'bench', name: 'Bench', timezone: 'Europe/London' },
      audiences: defaultAudiences,
      days: schoolDays({ terms: [], closed: [], inset: [], offsets: [] }),
      now: () => new Date(),
      key: passingSigningKey(),
      link: () => Promise.resolve(''),
      teams: false
    });
    const ids = await desk.peopleStore.put(
      Array.from({ length: people }, (_, i) => ({
        name: `Teacher ${i}`,
        address: `teacher.${i}@school.example`,
        roles: ['staff'],
        groups: [],
        children: [],
        language: 'en'
      }))
    );
    const text = { text: 'Keep your password to yourself.', sha256: 'a'.repeat(64), pdfSha256: 'b'.repeat(64) };
    await desk.versionStore.publish(
      {
        policy: 'bench',
        major: 1,
        minor: 0,
        title: 'Bench',
        languages: ['en'],
        clauses: [],
        texts: { en: text },
        audiences: ['staff'],
        publishedAt: new Date().toISOString()
      },
      {},
      ids[0]!
    );
    const left = [...ids];
    const alone = await perSecond(desk, left, 1);
    const many = await perSecond(desk, left, 64);
    const began = performance.now();
    await desk.wanted();
    const first = performance.now() - began;
    const again = performance.now();
    await desk.wanted();
    return [
      `${name}: ${Math.round(alone)} signatures a second one after another, ${Math.round(many)} from 64 people at once`,
      `${name}: where ${people.toLocaleString('en')} people stand, ${Math.round(first)} ms after a change, ${(performance.now() - again).toFixed(1)} ms without one`
    ];
  } finally {
    await database.close();
  }
}

async function perSecond(desk: SchoolDesk, left: string[], atOnce: number): Promise<number> {
  const began = performance.now();
  let count = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      const person = left.pop();
      if (person === undefined) return;
      const matter = { person, policy: 'bench' };
      await desk.open(matter, 'en', 'web');
      const taken = await desk.sign({
        matter,
        major: 1,
        typedName: 'Teacher Seven',
        fields: { 'job-title': 'Teacher' },
        agreed: true,
        language: 'en',
        channel: 'web',
        assurance: 'code'
      });
      if (!('done' in taken)) throw new Error(taken.refused);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (count * 1000) / (performance.now() - began);
}

async function administered(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
