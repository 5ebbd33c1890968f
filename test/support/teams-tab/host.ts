import { createHash, X509Certificate } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { generate } from 'selfsigned';
import { browser } from '../browser.ts';

/** Where the tab of the school is reached, inside Teams and on its own. */
export const origin = 'https://beadle.school.example';
const teams = 'https://teams.microsoft.com';

/** What Teams would tell the tab. */
export interface Told {
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  /** What a deep link asks for. */
  readonly subPageId?: string;
  /** What `getAuthToken` answers; an `Error` refuses with its message. */
  readonly token?: string | Error;
}

/** A tab inside the fake Teams. */
export interface InTeams {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** What the tab called, in order: `app.initialize` and the rest by the names of the messages. */
  readonly calls: () => Promise<readonly { readonly func: string; readonly args: readonly unknown[] }[]>;
  /** Waits until the tab called this. */
  readonly called: (func: string) => Promise<void>;
  readonly themed: (theme: string) => Promise<void>;
  /** What a strict host objects to. */
  readonly faults: () => Promise<readonly string[]>;
}

/** One Chromium with the tab's origin and Teams' own, both by TLS on this machine; nothing that it asks for leaves the machine. */
export interface Windows {
  readonly context: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Opens the tab in Teams, in a window of this context. */
  readonly inTeams: (context: BrowserContext, told?: Told) => Promise<InTeams>;
  readonly close: () => Promise<void>;
}

/** Starts it, or nothing where there is no Chromium. `served` answers for the tab's origin at each moment. */
export async function windows(served: RequestListener): Promise<Windows | undefined> {
  const sockets = new Set<Duplex>();
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' });
  let told: Told = {};
  const server = createServer({ key, cert }, (request, response) => {
    const host = request.headers.host?.split(':')[0];
    if (host === new URL(origin).hostname) served(request, response);
    else if (host === new URL(teams).hostname && request.url === '/fake')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostPage(told));
    else response.writeHead(404).end();
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const spki = createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  const chromium: Browser | undefined = await browser([
    `--ignore-certificate-errors-spki-list=${spki}`,
    `--host-resolver-rules=MAP *:443 127.0.0.1:${(server.address() as AddressInfo).port}, MAP * ~NOTFOUND`
  ]);
  const down = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  };
  if (!chromium) {
    await down();
    return undefined;
  }
  return {
    context: options => chromium.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 900 }, ...options }),
    inTeams: async (context, says = {}) => {
      told = says;
      const page = await context.newPage();
      await page.goto(`${teams}/fake`);
      const state = <T>(read: string): Promise<T> => page.evaluate(read) as Promise<T>;
      return {
        page,
        tab: page.frameLocator('#tab'),
        calls: () => state('window.calls'),
        called: async func =>
          void (await page.waitForFunction(name => (window as unknown as HostWindow).calls.some(call => call.func === name), func)),
        themed: theme => state(`window.toTab('themeChange', [${JSON.stringify(theme)}])`),
        faults: () => state('window.faults')
      };
    },
    close: async () => {
      await chromium.close();
      await down();
    }
  };
}

interface HostWindow {
  readonly calls: readonly { readonly func: string }[];
}

/**
 * Teams around the tab, as teams-js 2 speaks with it: a message `{ id, uuidAsString, func, args, apiVersionTag }` is answered by `{ id, uuidAsString, args }`.
 * It answers only the tab’s own origin and what it knows, wants `initialize` first, and writes down whatever else it is asked.
 */
function hostPage({ theme = 'default', locale = 'en-gb', subPageId = '', token = 'token-of-teams' }: Told): string {
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    supports: { pages: { tabs: {}, config: {}, backStack: {}, currentApp: {} }, teamsCore: {}, logs: {} }
  };
  const context = {
    locale,
    theme,
    entityId: 'today',
    subEntityId: subPageId,
    userObjectId: 'aaaaaaaa-0000-4000-8000-000000000000',
    tid: '11111111-1111-4111-8111-111111111111',
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    sessionId: 's1',
    appSessionId: 'a1'
  };
  const answers = {
    initialize: ['content', 'web', JSON.stringify(runtime), '2.58.0'],
    getContext: [context],
    'authentication.getAuthToken': token instanceof Error ? [false, token.message] : [true, token],
    registerHandler: null,
    registerOnThemeChangeHandler: null,
    'appInitialization.appLoaded': null,
    'appInitialization.success': null,
    'appInitialization.failure': null,
    shareDeepLink: null
  };
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Teams</title>
<style>body{margin:0}iframe{border:0;width:100%;height:100vh;display:block}</style>
<iframe id="tab" title="Beadle" src="${origin}/tab"></iframe>
<script>
window.calls = []; window.faults = [];
const frame = document.getElementById('tab');
const answers = ${JSON.stringify(answers).replace(/</g, '\\u003c')};
let begun = false;
addEventListener('message', event => {
  if (event.source !== frame.contentWindow) return;
  if (event.origin !== ${JSON.stringify(origin)}) return void window.faults.push('a message came from ' + event.origin);
  const { id, uuidAsString, func, args = [] } = event.data ?? {};
  if (typeof func !== 'string') return void window.faults.push('a message without a name');
  if (func === 'initialize') begun = true;
  else if (!begun) window.faults.push(func + ' came before initialize');
  window.calls.push({ func, args });
  if (!(func in answers)) return void window.faults.push('Teams does not know ' + func);
  if (answers[func] === null) return;
  event.source.postMessage({ id, uuidAsString, args: answers[func], isPartialResponse: false }, event.origin);
});
window.toTab = (func, args) => frame.contentWindow.postMessage({ func, args }, ${JSON.stringify(origin)});
</script></html>`;
}
