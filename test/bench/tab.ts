import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright-core';
import { built } from '../support/browser.ts';
import { origin, windows } from '../support/teams-tab/host.ts';
import { fakeService } from '../support/teams-tab/service.ts';

const rounds = 12;
const warming = 2;

/**
 * How long the tab takes from its address to the first view with which something can be done, beside a page that is empty, in turns: in a browser of its
 * own and inside Teams, each time with nothing kept. Its service answers at once.
 */
export async function tabFigures(): Promise<readonly string[]> {
  const build = built();
  const service = fakeService(build.folder);
  service.role = 'coordinator';
  service.app.get('/empty', (_request, response) =>
    response.type('html').send('<!doctype html><html lang="en"><title>Empty</title><main><h2>Nothing</h2></main></html>')
  );
  const chromium = await windows((request, response) => service.app(request, response));
  if (!chromium) {
    build.gone();
    return ['needs Chromium'];
  }
  const fresh = async (run: (context: BrowserContext) => Promise<void>): Promise<number> => {
    const context = await chromium.context();
    const begun = performance.now();
    await run(context);
    const took = performance.now() - begun;
    await context.close();
    return took;
  };
  const open = (address: string, heading: string) => (): Promise<number> =>
    fresh(async context => {
      const page = await context.newPage();
      await page.goto(address, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 2, name: heading }).waitFor();
    });
  const ways = {
    'alone, to the first view': open(`${origin}/tab`, 'What needs you'),
    'in the fake Teams, signing in included': () =>
      fresh(async context => {
        const { tab } = await chromium.inTeams(context);
        await tab.getByRole('heading', { level: 2, name: 'What needs you' }).waitFor();
      }),
    'an empty page': open(`${origin}/empty`, 'Nothing')
  };
  try {
    const times = new Map(Object.keys(ways).map(name => [name, [] as number[]]));
    for (let round = -warming; round < rounds; round += 1) {
      for (const [name, way] of Object.entries(ways)) {
        const took = await way();
        if (round >= 0) times.get(name)!.push(took);
      }
    }
    const sizes = readdirSync(join(build.folder, 'tab')).map(file => gzipSync(readFileSync(join(build.folder, 'tab', file))).length);
    return [
      `all of its files ${(sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1)} kB gzip (at most 200)`,
      ...[...times].map(([name, all]) => `${name}: p50 ${part(all, 0.5)} ms, worst ${part(all, 1)} ms, ${rounds} times`)
    ];
  } finally {
    await chromium.close();
    build.gone();
  }
}

function part(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(0);
}
