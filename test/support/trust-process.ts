// A service for a trust, in a process of its own: `trust-process.ts <folder> <database> <milliseconds of each answer of a tenant>`. It is killed by whoever started it.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openTrust } from '../../service/trust-service.ts';
import { readTrustFile } from '../../service/trust.ts';
import type { Clock } from '../../graph/limiter.ts';

const [folder = '', url = '', latency = '20'] = process.argv.slice(2);
const clock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    })
};
const begun = performance.now();
const service = await openTrust(await readTrustFile(join(folder, 'trust.yaml')), {
  io: { cwd: folder, env: { ...process.env, DATABASE_URL: url, BEADLE_GRAPH_SECRET: 'x', LOG_LEVEL: 'silent' }, now: () => new Date() },
  built: '/nowhere',
  log: { info: () => {}, warn: process.env['BEADLE_TRUST_LOG'] ? line => void writeSync(2, `${line}\n`) : () => {} },
  // The bench kills faster than anybody's machine dies: what was lost is looked for as often as the list of jobs can.
  jobs: { every: 0.5, patience: { lost: 10, again: 1 }, spread: 0 },
  outside: {
    clock: () => clock,
    random: Math.random,
    // A tenant in which there is nothing: what matters here is that it was asked, and when.
    fetch: async () => {
      await new Promise(resolve => setTimeout(resolve, Number(latency)));
      return new Response('{"value":[]}', { status: 200, headers: { 'content-type': 'application/json' } });
    },
    microsoftTokens: () => async () => 'token',
    googleTokens: () => async () => 'token'
  }
});
const ready = Math.round(performance.now() - begun);
process.on('SIGTERM', () => void service.stop().then(() => process.exit(0)));
writeSync(1, `${JSON.stringify({ ready })}\n`);
setInterval(() => writeSync(1, `${JSON.stringify({ rss: process.memoryUsage().rss })}\n`), 1000).unref();
await service.begin();
writeSync(1, `${JSON.stringify({ planned: Math.round(performance.now() - begun) })}\n`);
