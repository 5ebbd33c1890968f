import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** Somebody as Teams knows them. */
export interface Somebody {
  readonly name: string;
  /** Their object id in Microsoft Entra. */
  readonly entraId: string;
}

/** One person's Teams: Microsoft's Agents Playground has exactly one person signed in, and shows their chat with the bot. */
export interface Playground {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const command = fileURLToPath(new URL('../../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
const tenant = '11111111-1111-4111-8111-111111111111';

/** Starts a playground on a free port, for somebody who talks to the bot at `endpoint`. It wants exactly five colleagues; the invented ones are silent. */
export async function playground(endpoint: string, me: Somebody): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'beadle-playground-'));
  const file = join(folder, 'config.yml');
  const person = ({ name, entraId }: Somebody, i: number) => {
    const address = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@school.example`;
    return {
      id: `29:${entraId}`,
      name,
      userPrincipleName: address,
      aadObjectId: entraId,
      givenName: name.split(' ')[0],
      surname: name.split(' ')[1] ?? String(i),
      email: address
    };
  };
  const others = Array.from({ length: 5 }, (_, i) => ({ name: `Colleague ${i}`, entraId: `cccccccc-0000-4000-8000-00000000000${i}` }));
  // JSON is YAML.
  writeFileSync(
    file,
    JSON.stringify({
      version: '0.1.1',
      tenantId: tenant,
      bot: { id: '28:bot', name: 'Beadle' },
      currentUser: person(me, 0),
      users: others.map(person),
      personalChat: { id: `a:${me.entraId}` },
      groupChat: { id: `19:group-${me.entraId}@thread.v2`, name: 'Colleagues' },
      team: {
        id: `19:team-${me.entraId}@thread.tacv2`,
        name: 'Everybody',
        aadGroupId: 'bbbbbbbb-0000-4000-8000-000000000001',
        channels: [{ id: `19:news-${me.entraId}@thread.tacv2`, name: 'News' }]
      }
    })
  );
  const port = await freePort();
  const child = spawn(process.execPath, [command, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'], {
    cwd: folder,
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'log')
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const [, taken] = await said(child, /Listening on (\d+)/, 'the playground');
  return {
    url: `http://localhost:${taken}/`,
    close: async () => {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** What a person sees of their chat with the bot, and their hands. */
export interface Chat {
  readonly page: Page;
  /** Types a message, as a person does. */
  readonly say: (words: string) => Promise<void>;
  /** The newest card in the chat. */
  readonly card: () => Locator;
  /** Waits until words are to be seen in the chat, in the newest place. */
  readonly reads: (words: string | RegExp) => Promise<void>;
  /** Presses the newest button of this name. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Presses the newest button of this name that leads somewhere. */
  readonly link: (name: string | RegExp) => Promise<void>;
}

/** Opens somebody's chat: the page itself tells the bot that it was installed. Nothing but this machine is reached. */
export async function chatIn(browser: Browser, { url }: Playground): Promise<{ readonly chat: Chat; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1100 }, locale: 'en-GB' });
  await context.route(
    address => address.hostname !== 'localhost' && address.hostname !== '127.0.0.1',
    route => route.abort()
  );
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
  await page.getByText('conversationUpdate').first().waitFor();
  const chat: Chat = {
    page,
    say: async words => {
      const box = page.getByRole('textbox').last();
      await box.click();
      await box.pressSequentially(words, { delay: 5 });
      // What is sent before the page has taken the last letter in is lost.
      await page.waitForTimeout(100);
      await page.keyboard.press('Enter');
    },
    card: () => page.locator('.ac-adaptiveCard').last(),
    reads: words => page.getByText(words).last().waitFor(),
    press: name => page.getByRole('button', { name }).last().click(),
    link: name => page.getByRole('link', { name }).last().click()
  };
  return { chat, context };
}

/** Resolves with what a process says that matches; rejects if it ends before, or says nothing of the kind for half a minute. */
export async function said(child: ChildProcess, pattern: RegExp, name: string): Promise<RegExpExecArray> {
  let out = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${name} did not start:\n${out}`)), 30_000);
    const hear = (data: Buffer): void => {
      out += String(data);
      const found = pattern.exec(out);
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', (data: Buffer) => void (out += String(data)));
    child.once('exit', code => {
      clearTimeout(late);
      reject(new Error(`${name} ended (${code}):\n${out}`));
    });
  });
}

/** Ends a process that a test started; by force where it does not go. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 8000);
  await gone;
  clearTimeout(hard);
}

/** A port of this machine that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
