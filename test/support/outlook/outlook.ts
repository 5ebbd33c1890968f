import type { RequestListener } from 'node:http';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { browser } from '../browser.ts';
import { officeJsOf, profiles } from './profiles.ts';
import { leaksIn, secretsOf } from './leaks.ts';
import { serveHosts, type Sent } from './server.ts';
import type { Clocks, Draft, EventName, FakeOutlook, Manifest, Profile, Ran, Seen, Setup, Weather } from './shapes.ts';

/** What a test decides of a window. All that it leaves out is an ordinary day. */
export interface Day {
  readonly profile?: keyof typeof profiles;
  readonly draft?: Partial<Draft>;
  readonly weather?: Partial<Weather>;
  readonly clocks?: Partial<Clocks>;
  readonly locale?: string;
  readonly settings?: Setup['settings'];
  readonly manifest?: Partial<Manifest>;
  /** The message was received, from whom the draft says, and is read. */
  readonly reading?: boolean;
  readonly width?: number;
  readonly dark?: boolean;
}

/** A window in which a message is written, and the hands of the person who writes it. */
export interface Writing {
  readonly page: Page;
  readonly write: (change: Partial<Draft>) => Promise<void>;
  readonly change: (weather: Partial<Weather>) => Promise<void>;
  readonly fire: (event: EventName) => Promise<Ran>;
  readonly rest: () => Promise<void>;
  readonly seen: () => Promise<Seen>;
  /** Clicks Send, and waits until the message has gone or something is asked. */
  readonly send: () => Promise<Seen>;
  /** Presses a button of the alert. */
  readonly press: (label: string) => Promise<Seen>;
  /** Closes the alert with the keyboard. */
  readonly escape: () => Promise<void>;
  /** The task pane, once it is there. */
  readonly pane: () => Promise<Frame>;
}

export interface Outlook {
  /** Opens a window, hands it over, and closes it. */
  readonly writing: (day: Day, run: (writing: Writing) => Promise<void>) => Promise<void>;
  /** Everything that left the browser so far. */
  readonly sent: readonly Sent[];
  /** What of all that was written in any window can be read in what left the browser, or was to leave it. */
  readonly leaks: () => readonly string[];
  readonly cut: (host: string, off: boolean) => void;
  readonly close: () => Promise<void>;
}

export const documented: Clocks = { slow: 5000, gone: 300_000, boot: 15_000 };

const teacher = { address: 'teacher@school.example', name: 'Class Teacher', kind: 'user' } as const;

/** A message to nobody yet. */
export const blank: Draft = {
  from: teacher,
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  text: '',
  html: '',
  attachments: [],
  compose: 'newMail'
};

export const origin = 'https://beadle.school.example';

/** What the product's manifest says to Outlook. */
export const manifest: Manifest = {
  name: 'Beadle',
  origin,
  runtime: '/outlook/commands.html',
  events: {
    OnNewMessageCompose: 'onNewMessageCompose',
    OnMessageRecipientsChanged: 'onRecipientsChanged',
    OnMessageAttachmentsChanged: 'onAttachmentsChanged',
    OnMessageFromChanged: 'onFromChanged',
    OnMessageSend: 'onMessageSend'
  },
  sendMode: 'softBlock',
  panes: { beadlePane: '/outlook/pane.html' },
  readPanes: { beadleReport: '/outlook/report.html' }
};

/**
 * A fake Outlook around the real office.js in Chromium, or nothing where there is no Chromium. `addIn` serves the add-in's own origin. Nothing that the
 * browser asks for leaves this machine.
 */
export async function outlook(addIn: RequestListener, prepare?: (context: BrowserContext) => Promise<void>): Promise<Outlook | undefined> {
  let profile: Profile = profiles.web;
  const hosts = await serveHosts({ [new URL(origin).hostname]: addIn }, officeJs => officeJsOf(profile, officeJs));
  const chromium = await browser([
    // A certificate that counts as wrong is accepted by a switch as well, but nothing that comes under it is kept in the browser's cache.
    `--ignore-certificate-errors-spki-list=${hosts.certificate}`,
    `--host-resolver-rules=MAP *:443 127.0.0.1:${hosts.port}, MAP * ~NOTFOUND`
  ]);
  if (!chromium) {
    await hosts.close();
    return undefined;
  }
  const refused: string[] = [];
  const secrets = new Set<string>();
  const written = (draft: Partial<Draft>): void => {
    for (const secret of secretsOf(draft)) secrets.add(secret);
  };
  // What was loaded once stays loaded for every window of one kind of client, as it does for a person.
  const contexts = new Map<string, BrowserContext>();
  const contextOf = async (kind: string, dark: boolean): Promise<BrowserContext> => {
    const there = contexts.get(kind);
    if (there) return there;
    const made = await chromium.newContext({ locale: 'en-GB', colorScheme: dark ? 'dark' : 'light' });
    made.on('requestfailed', request => refused.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await prepare?.(made);
    contexts.set(kind, made);
    return made;
  };
  // A new window of the browser costs more than the rest of a short test: one that is free is used again.
  const free = new Map<string, Tab[]>();
  return {
    sent: hosts.sent,
    leaks: () => leaksIn(hosts.sent, refused, secrets),
    cut: hosts.cut,
    writing: async (day, run) => {
      profile = profiles[day.profile ?? 'web'];
      const { dark = false } = day;
      const kind = `${profile.id} ${dark}`;
      const tab = free.get(kind)?.pop() ?? (await tabIn(await contextOf(kind, dark)));
      const { page } = tab;
      let wrong: readonly string[];
      try {
        await page.setViewportSize({ width: day.width ?? (profile.id === 'phone' ? 390 : 1100), height: 720 });
        await page.goto('https://outlook.office.com/');
        tab.wrong.length = 0;
        const setup = setupOf(day, profile);
        written(setup.draft);
        await ask(page, 'open', setup);
        await run(hands(page, written));
        wrong = [...tab.wrong, ...(await ask(page, 'seen')).complaints];
        await page.unrouteAll();
        free.set(kind, [...(free.get(kind) ?? []), tab]);
      } catch (error) {
        await page.close();
        throw error;
      }
      if (wrong.length > 0) throw new Error(`the add-in did what it may not: ${wrong.join('; ')}`);
    },
    close: async () => {
      await chromium.close();
      await hosts.close();
    }
  };
}

/** A window of the browser, and what its pages did that they may not. */
interface Tab {
  readonly page: Page;
  readonly wrong: string[];
}

async function tabIn(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', error => wrong.push(error.message));
  page.on('console', message => {
    // Office.js styles a few things inline and does without where it may not.
    if (/Content Security Policy/.test(message.text()) && !/inline style/.test(message.text())) wrong.push(message.text());
  });
  page.on('popup', popup => wrong.push(`a window was opened: ${popup.url()}`));
  return { page, wrong };
}

function setupOf(
  { draft, weather, clocks, locale = 'en-GB', settings = {}, manifest: more, reading = false }: Day,
  profile: Profile
): Setup {
  const text = draft?.text ?? '';
  return {
    profile,
    manifest: { ...manifest, ...more },
    draft: { ...blank, html: `<div>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</div>`, ...draft },
    weather: { delay: 0, fails: {}, silent: [], offline: 'no', ...weather },
    clocks: { ...documented, ...clocks },
    locale,
    reading,
    settings
  };
}

function hands(page: Page, written: (draft: Partial<Draft>) => void): Writing {
  const seen = (): Promise<Seen> => ask(page, 'seen');
  const settled = async (): Promise<Seen> => {
    await page.waitForFunction('(s => s.alert !== undefined || s.fate !== "checking")(window.fakeOutlook.seen())', undefined, {
      polling: 20
    });
    return seen();
  };
  return {
    page,
    seen,
    write: change => {
      written(change);
      return ask(page, 'write', change);
    },
    change: weather => ask(page, 'change', weather),
    fire: event => ask(page, 'fire', event),
    rest: () => ask(page, 'rest'),
    send: async () => {
      await page.click('#commands .send');
      return settled();
    },
    press: async label => {
      await page.locator('#alert').getByRole('button', { name: label, exact: true }).click();
      await ask(page, 'rest');
      return seen();
    },
    escape: async () => {
      await page.keyboard.press('Escape');
      await page.waitForSelector('#alert', { state: 'hidden' });
    },
    pane: async () => {
      const element = await page.waitForSelector('#pane iframe');
      const frame = await element.contentFrame();
      if (!frame) throw new Error('the pane has no page');
      return frame;
    }
  };
}

/** Calls the fake Outlook in its page. */
async function ask<K extends keyof FakeOutlook>(
  page: Page,
  name: K,
  ...given: Parameters<FakeOutlook[K]>
): Promise<Awaited<ReturnType<FakeOutlook[K]>>> {
  return page.evaluate(
    ([name, given]) =>
      (globalThis as unknown as { fakeOutlook: { [name: string]: (...given: readonly unknown[]) => unknown } }).fakeOutlook[name]!(
        ...given
      ),
    [name, given as readonly unknown[]] as const
  ) as Promise<Awaited<ReturnType<FakeOutlook[K]>>>;
}
