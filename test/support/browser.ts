import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { listen, pagesFrom } from '../../service/serve.ts';

/** Where Debian puts it, unless CHROMIUM names another place; `CHROMIUM=none` runs the tests as a machine without a browser does. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** A test that runs in the browser, and is skipped where there is none. A busy machine may need a second or third try; a fault fails all three. */
export function browses(title: string, run: () => Promise<void>): void {
  (existsSync(executablePath) ? it : it.skip)(`${title} (needs Chromium)`, run).retries(2);
}

/** A browser with a fresh profile, or nothing where there is none. `more` are switches of its command line. */
export async function browser(more: readonly string[] = []): Promise<Browser | undefined> {
  return existsSync(executablePath) ? chromium.launch({ executablePath, args: [...args, ...more] }) : undefined;
}

/**
 * Waits until what is read is what was expected, ten seconds at most, and says then how the two differ. A page does a thing a moment after it was asked
 * for it: nothing that a click brings about may be read once only.
 */
export async function comes<T>(read: () => Promise<T>, expected: T | (T extends string | null ? RegExp : never)): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const now = await read();
    try {
      if (expected instanceof RegExp) assert.match(String(now), expected);
      else assert.deepEqual(now, expected);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

/** Waits until nothing on a page moves or fades any more: half faded in, words have no contrast. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** What the build writes, in a folder that `gone` takes away. */
export function built(): { readonly folder: string; readonly gone: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'beadle-built-'));
  execFileSync(process.execPath, ['build.mjs', folder], { stdio: 'inherit' });
  return { folder, gone: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The built pages on a free port of this machine. */
export async function served(folder: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const { server, port } = await listen(pagesFrom(folder), [0]);
  return { server, origin: `http://127.0.0.1:${port}` };
}
