import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Jobs, startJobs } from '../../../service/jobs/jobs.ts';
import { freshDatabase, school, type TestDatabase } from '../../support/database.ts';

describe('jobs', () => {
  let database: TestDatabase;
  const started: Jobs[] = [];
  before(async () => (database = await freshDatabase()));
  afterEach(async () => {
    await Promise.all(started.splice(0).map(jobs => jobs.stop()));
  });

  async function start(
    run: () => Promise<string | undefined>,
    lines: string[] = [],
    carry: (data: { n: number }) => Promise<void> = () => Promise.resolve()
  ): Promise<Jobs> {
    const jobs = await startJobs([{ name: 'plan', cron: '0 3 1 1 *', run }], [{ name: 'carry', run: carry }], {
      database,
      school,
      timezone: 'Europe/London',
      log: line => void lines.push(line),
      every: 0.5
    });
    started.push(jobs);
    return jobs;
  }

  async function until(condition: () => boolean): Promise<void> {
    for (let waited = 0; !condition(); waited += 20) {
      assert.ok(waited < 15_000, 'it took too long');
      await pause(20);
    }
  }

  it('of three who are there, one does a job that all three ask for at once', async () => {
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const run = async (): Promise<undefined> => {
      runs += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await pause(1500);
      atOnce -= 1;
    };
    const all = [await start(run), await start(run), await start(run)];
    await Promise.all(all.map(jobs => jobs.now('plan')));
    await until(() => runs > 0);
    await pause(2500);
    assert.deepEqual([runs, most], [1, 1]);
  });

  it('does an errand once if its transaction commits, and not if it does not', async () => {
    const carried: number[] = [];
    const jobs = await start(
      () => Promise.resolve(undefined),
      [],
      ({ n }) => Promise.resolve(void carried.push(n))
    );
    await database.db.transaction().execute(trx => jobs.queue(trx, 'carry', [{ n: 1 }, { n: 2 }]));
    await assert.rejects(
      database.db.transaction().execute(async trx => {
        await jobs.queue(trx, 'carry', [{ n: 3 }]);
        throw new Error('no');
      })
    );
    await until(() => carried.length === 2);
    await pause(700);
    assert.deepEqual(
      carried.sort((a, b) => a - b),
      [1, 2]
    );
  });

  it('says of a job that failed its name and a code, and nothing of what went wrong', async () => {
    const lines: string[] = [];
    const jobs = await start(() => Promise.reject(Object.assign(new Error('Teacher Seven'), { code: 'ECONNRESET' })), lines);
    await jobs.now('plan');
    await until(() => lines.length > 0);
    assert.deepEqual(lines, ['The job «plan» failed (ECONNRESET); it is tried again.']);
  });
});
