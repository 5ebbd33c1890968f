import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { devicePolicyOf } from '../../../../core/mail/device.ts';
import { approvedText } from '../../../../core/mail/approved.ts';
import { keyedHash } from '../../../../core/mail/filter.ts';
import type { Approved, MailPolicy } from '../../../../core/mail/policy.ts';
import { browser, browses, built, comes, still } from '../../../support/browser.ts';
import { school } from '../../../support/mail.ts';
import { key } from '../fake-office.ts';
import type { PageSetup } from './page-office.ts';
import { pair, signed } from './school-service.ts';
import type { Setup, Who } from './writing-office.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const origin = 'https://beadle.school.example';
const keys = pair();
const issued = new Date(Date.now() - 60_000).toISOString();
const types: { readonly [ending: string]: string } = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https://login.microsoftonline.com"
].join('; ');

function policyOf(policy: Partial<MailPolicy> = {}, days = 14, at = issued) {
  const whole = { ...school, clauses: { 'copy-head-on-outside-mail': [{ id: '12', section: 'E-mail' }] }, ...policy };
  return signed(keys, JSON.stringify(devicePolicyOf(whole as MailPolicy, { key, issued: at, days })));
}

const parents: Who[] = ['one@family', 'three@home', 'four@home'].map(each => ({
  name: `Parent ${each.split('@')[0]}`,
  address: `parent.${each}.example`
}));
const oneParent: Setup = { to: [parents[1]!], text: 'Swimming is on Friday.' };

interface World {
  readonly office?: Setup;
  readonly kept?: PageSetup['kept'];
  readonly language?: string;
  readonly ground?: string;
  readonly context?: string;
  readonly noItem?: boolean;
  readonly settingsThrow?: boolean;
  readonly options?: BrowserContextOptions;
  readonly signIn?: PageSetup['signIn'];
  /** What the service answers, by path; without it, it has no newer policy. */
  readonly service?: {
    readonly [path: string]: (body: string) => { readonly status: number; readonly body?: string; readonly etag?: string };
  };
  readonly noOffice?: boolean;
}

interface Seen {
  readonly page: Page;
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly body: string;
    readonly headers: { readonly [name: string]: string };
  }[];
}

describe('the pane in Outlook', () => {
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let office: string;

  before(async () => {
    build = built();
    const bundled = buildSync({
      entryPoints: [new URL('./page-office.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife'
    });
    office = bundled.outputFiles[0]!.text;
    chromium = await browser();
  });

  after(async () => {
    await chromium?.close();
    build.gone();
  });

  /** Opens the pane in an Outlook; whatever the page complains of, and whatever it asks of anybody else, fails the test. */
  async function inside(world: World, run: (seen: Seen) => Promise<void>): Promise<void> {
    const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 380, height: 800 }, ...world.options });
    try {
      const requests: Seen['requests'][number][] = [];
      const strangers: string[] = [];
      context.setDefaultTimeout(8000);
      const page = await context.newPage();
      await context.route('**/*', async route => {
        const request = route.request();
        const url = new URL(request.url());
        const body = request.postData() ?? '';
        if (url.hostname === 'appsforoffice.microsoft.com')
          return world.noOffice ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: office });
        if (url.origin !== origin) {
          strangers.push(request.url());
          return route.abort();
        }
        const file = /^\/outlook\/([a-zA-Z0-9-]+\.(?:html|js|css))$/.exec(url.pathname)?.[1];
        if (file) {
          const headers = { 'content-type': types[extname(file)]!, 'content-security-policy': contentSecurityPolicy };
          return route.fulfill({ headers, body: readFileSync(join(build.folder, 'outlook', file), 'utf8') });
        }
        requests.push({ method: request.method(), url: request.url(), body, headers: request.headers() });
        const replies: NonNullable<World['service']> = {
          '/outlook/sign-in': () => ({
            status: 200,
            body: JSON.stringify({ clientId: '11111111-1111-4111-8111-111111111111', tenants: [] })
          }),
          '/outlook/policy': () => ({ status: 304 }),
          '/outlook/keys': () => ({ status: 200, body: JSON.stringify({ keys: [keys.published] }) }),
          '/outlook/records': () => ({ status: 204 }),
          '/outlook/suggestions': () => ({ status: 204 }),
          ...world.service
        };
        const reply = replies[url.pathname]?.(body) ?? { status: 404 };
        return route.fulfill({
          status: reply.status,
          headers: { 'content-type': 'application/json', ...(reply.etag ? { etag: reply.etag } : {}) },
          body: reply.body ?? ''
        });
      });
      const setup: PageSetup = {
        office: world.office ?? oneParent,
        signIn: world.signIn ?? 'at-once',
        kept: world.kept ?? { 'beadle.policy': policyOf(), 'beadle.key': keys.published },
        ...(world.language ? { language: world.language } : {}),
        ...(world.ground ? { ground: world.ground } : {}),
        ...(world.context ? { context: world.context } : {}),
        ...(world.noItem ? { noItem: true } : {}),
        ...(world.settingsThrow ? { settingsThrow: true } : {})
      };
      await context.addInitScript(`window.paneSetup = ${JSON.stringify(setup)};`);
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(`${origin}/outlook/pane.html`);
      await run({ page, requests });
      assert.deepEqual(
        complaints.filter(text => !/Failed to load resource/.test(text)),
        []
      );
      assert.deepEqual(strangers, []);
    } finally {
      await context.close();
    }
  }

  const finding = (page: Page, rule: string) => page.locator(`[data-finding="${rule}"]`);
  const field = (page: Page, name: 'to' | 'cc' | 'bcc') =>
    page.evaluate(which => window.paneOutlook.message[which].map(({ address }) => address), name);
  const settled = (page: Page) => page.locator('#state:not([data-asking="asking"]):not([data-asking="idle"])').waitFor();
  /** What was asked of Outlook is done, or refused. */
  const idle = (page: Page) => page.locator('body:not(.busy)').waitFor();
  const says = (page: Page, where: string, words: string | RegExp) => comes(() => page.locator(where).textContent(), words);
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.id || document.activeElement?.getAttribute('data-remedy') || document.activeElement?.tagName || ''
    );

  browses('shows each finding with its sentence, its clause and its page', () =>
    inside({}, async ({ page }) => {
      const seen = finding(page, 'head-not-copied');
      await seen.waitFor();
      assert.match((await seen.locator('h3').textContent())!, /head/i);
      assert.equal(await seen.locator('.tag').textContent(), 'Please confirm');
      assert.equal(await seen.locator('.clause').textContent(), 'Clause 12 of the school’s policy (E-mail)');
      assert.equal(await seen.locator('a').getAttribute('href'), '/rules/head-not-copied');
      assert.match((await seen.locator('.places').textContent())!, /To: Parent three \(parent\.three@home\.example\)/);
      assert.equal(await page.locator('#count').textContent(), '1 thing to look at.');
    })
  );

  browses('copies the head in with one click, says so, and takes it back', () =>
    inside({}, async ({ page }) => {
      const seen = finding(page, 'head-not-copied');
      await seen.locator('[data-remedy="copy-in"]').click();
      await seen.waitFor({ state: 'detached' });
      await comes(() => field(page, 'cc'), ['head@school.example']);
      await says(page, '#outcome-text', 'Done: Copy in the headteacher.');
      await says(page, '#quiet', 'All is well. Nothing to put right.');
      await comes(() => focused(page), 'undo');
      await page.click('#undo');
      await seen.waitFor();
      await comes(() => field(page, 'cc'), []);
      await says(page, '#outcome-text', 'Undone.');
      await page.locator('#undo').waitFor({ state: 'hidden' });
    })
  );

  browses('moves a crowd to Bcc and undoes one remedy after the other', () =>
    inside({ office: { to: parents } }, async ({ page }) => {
      await finding(page, 'crowd-in-the-open').locator('[data-remedy]').click();
      await finding(page, 'crowd-in-the-open').waitFor({ state: 'detached' });
      await comes(() => field(page, 'to'), []);
      await finding(page, 'head-not-copied').locator('[data-remedy]').click();
      await finding(page, 'head-not-copied').waitFor({ state: 'detached' });
      await page.click('#undo');
      await finding(page, 'head-not-copied').waitFor();
      await comes(async () => (await field(page, 'bcc')).length, 3);
      await page.click('#undo');
      await finding(page, 'crowd-in-the-open').waitFor();
      await comes(async () => (await field(page, 'to')).length, 3);
      await page.locator('#undo').waitFor({ state: 'hidden' });
    })
  );

  browses('says honestly what Outlook did not let it do', () =>
    inside({ office: { to: [...parents, { name: 'Families', address: '', type: 'distributionList' }] } }, async ({ page }) => {
      await finding(page, 'crowd-in-the-open').locator('[data-remedy]').click();
      await says(page, '#outcome-text', /contact list\. Nothing was changed/);
      await idle(page);
      assert.equal((await field(page, 'to')).length, 4);
      assert.equal(await page.locator('#undo').isVisible(), false);
    })
  );

  browses('judges anew when recipients change, when the pane is used again, and on demand', () =>
    inside({ office: { to: [] } }, async ({ page }) => {
      await says(page, '#quiet', 'All is well. Nothing to put right.');
      await settled(page);
      await page.evaluate(() => {
        window.paneOutlook.write('to', [{ address: 'parent.three@home.example' }]);
        window.paneOutlook.fire('olkRecipientsChanged');
      });
      await finding(page, 'head-not-copied').waitFor();
      await page.evaluate(() => window.paneOutlook.write('to', []));
      await page.click('#again');
      await finding(page, 'head-not-copied').waitFor({ state: 'detached' });
      await page.evaluate(() => window.paneOutlook.write('to', [{ address: 'parent.three@home.example' }]));
      // The pane does not look twice within a second only because somebody came back to it: they come back until it has looked.
      await page.waitForFunction(
        () => window.dispatchEvent(new Event('focus')) && document.querySelector('[data-finding="head-not-copied"]'),
        undefined,
        { polling: 1200 }
      );
    })
  );

  browses('stays quick with five hundred strangers and a megabyte of text', () => {
    const to = Array.from({ length: 499 }, (_, i) => ({ name: `Stranger ${i}`, address: `stranger.${i}@new.example` }));
    const text = 'Swimming is on Friday, and bring a towel. '.repeat(24_000);
    return inside({ office: { to, text } }, async ({ page }) => {
      const seen = finding(page, 'crowd-in-the-open');
      await seen.waitFor();
      assert.equal(await seen.locator('.places li').count(), 6);
      assert.equal(await page.locator('#who fieldset').count(), 5);
      await settled(page);
      const began = Date.now();
      await page.evaluate(() => {
        window.paneOutlook.write('to', window.paneOutlook.message.to.slice(1));
        window.paneOutlook.fire('olkRecipientsChanged');
      });
      await seen.getByText('498').waitFor();
      const took = Date.now() - began;
      assert.ok(took < 3000, `${took} ms`);
      await seen.locator('[data-remedy]').click();
      await seen.waitFor({ state: 'detached' });
      await comes(async () => (await field(page, 'bcc')).length, 498);
    });
  });

  browses('leads to the finding from which it was opened', () =>
    inside({ office: { to: parents }, context: JSON.stringify({ v: 1, rule: 'head-not-copied' }) }, async ({ page }) => {
      await finding(page, 'head-not-copied').waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-remedy') === 'copy-in');
    })
  );

  browses('asks who an unknown address is, heeds the answer at once, and tells the service no address', () =>
    inside({ office: { to: [{ name: 'Some Body', address: 'somebody@new.example' }], text: 'Swimming' } }, async ({ page, requests }) => {
      await page.locator('#quiet').waitFor();
      await settled(page);
      const asked = page.locator('[data-unknown="somebody@new.example"]');
      assert.equal(await asked.locator('legend').textContent(), 'Who is Some Body (somebody@new.example)?');
      await asked.locator('[data-who="parent"]').click();
      await finding(page, 'head-not-copied').waitFor();
      await comes(() => asked.textContent(), /a parent or carer, as you say/);
      await page.waitForFunction(() => JSON.stringify(window.paneOutlook.kept['beadle.answers']).includes('sent'));
      const hash = keyedHash(key, 'somebody@new.example');
      const sent = requests.filter(({ url }) => url.endsWith('/outlook/suggestions')).map(({ body }) => JSON.parse(body) as unknown);
      assert.deepEqual(sent, [{ suggestions: [{ hash, audience: 'parent', provider: false }] }]);
      assert.deepEqual(await page.evaluate(() => window.paneOutlook.kept['beadle.answers']), [
        { hash, audience: 'parent', provider: false, sent: true }
      ]);
      await page.locator('[data-change]').click();
      await finding(page, 'head-not-copied').waitFor({ state: 'detached' });
      await comes(() => asked.locator('[data-who]').count(), 5);
    })
  );

  browses('sends no word, subject or address in any request', () =>
    inside(
      {
        office: { to: [...parents, { name: 'Some Body', address: 'somebody@new.example' }], text: 'Zyzzyva 07700 900123', fails: {} },
        kept: {
          'beadle.policy': policyOf(),
          'beadle.key': keys.published,
          'beadle.records': [{ at: issued, sender: '0123456789abcdef', policy: 'test', action: 'confirm', findings: [], unjudged: [] }]
        }
      },
      async ({ page, requests }) => {
        await settled(page);
        await page.locator('[data-who="agency"]').click();
        await finding(page, 'crowd-in-the-open').locator('[data-remedy]').click();
        await page.waitForFunction(() => JSON.stringify(window.paneOutlook.kept['beadle.answers']).includes('sent'));
        assert.ok(requests.length >= 4);
        for (const request of requests) assert.doesNotMatch(JSON.stringify(request), /@|Zyzzyva|Swimming|07700|parent\.|Some Body/);
        await comes(() => page.evaluate(() => window.paneOutlook.kept['beadle.records']), []);
      }
    )
  );

  browses('has no policy at first: says so, signs in at a click, fetches it and judges', () => {
    const service = { '/outlook/policy': () => ({ status: 200, body: JSON.stringify(policyOf()), etag: '"one"' }) };
    return inside({ kept: {}, service, signIn: 'asks-first' }, async ({ page, requests }) => {
      await page.locator('#sign-in').waitFor();
      const state = page.locator('#state');
      assert.equal(await state.getAttribute('data-policy'), 'none');
      assert.match((await state.textContent())!, /No school policy yet.*nothing is judged.*Sign in with your school account/);
      assert.equal(await page.locator('#verdict').isVisible(), false);
      assert.equal(
        requests.some(({ url }) => url.endsWith('/outlook/policy')),
        false
      );
      await page.click('#sign-in');
      await finding(page, 'head-not-copied').waitFor();
      await page.locator('#state[data-policy=current]').waitFor();
      await comes(() => state.textContent(), /^Policy of \d{1,2} [A-Z][a-z]+ 20\d\d Version test$/);
      assert.equal(await page.evaluate(() => (window.paneOutlook.kept['beadle.policy'] as { etag: string }).etag), '"one"');
    });
  });

  describe('asking for leave', () => {
    const asked: { readonly body: string }[] = [];
    const answer = (states: readonly object[], given: readonly Approved[] = []): string =>
      JSON.stringify({ ...signed(keys, approvedText(given, new Date().toISOString())), asked: states });
    const conversationKey = (): string => keyedHash(key, 'people parent.three@home.example');

    browses('sends numbers, a note and a hash, never a word of the message, and says how it stands', () => {
      asked.length = 0;
      const states: object[] = [];
      const service = {
        '/outlook/api/approvals': (body: string) => {
          if (body !== '') {
            asked.push({ body });
            states.push({ key: (JSON.parse(body) as { key: string }).key, state: 'asked', on: '2026-11-22' });
          }
          return { status: 200, body: answer(states) };
        }
      };
      return inside({ office: oneParent, service }, async ({ page }) => {
        await page.locator('#approval-ask').waitFor();
        await page.fill('#approval-note', 'She asked for it.');
        await page.click('#approval-ask');
        await page.locator('[data-asked="asked"]').waitFor();
        await comes(() => page.locator('[data-asked]').textContent(), /^Asked on 22 November 2026\. It waits for an answer\.$/);
        assert.equal(asked.length, 1);
        const { once, ...sent } = JSON.parse(asked[0]!.body) as { once: string };
        assert.match(once, /^[0-9a-f-]{36}$/);
        assert.deepEqual(sent, { kind: 'send', key: conversationKey(), people: { parent: 1 }, note: 'She asked for it.', language: 'en' });
        assert.doesNotMatch(asked[0]!.body, /Swimming|home\.example/);
      });
    });

    browses('sends the text only where the sender ticked that', () => {
      asked.length = 0;
      const service = {
        '/outlook/api/approvals': (body: string) => {
          if (body !== '') asked.push({ body });
          return { status: 200, body: body === '' ? answer([]) : JSON.stringify({ refused: 'Please write a few words.' }) };
        }
      };
      return inside({ office: oneParent, service }, async ({ page }) => {
        await page.locator('#approval-ask').waitFor();
        await page.fill('#approval-note', 'Short.');
        await page.check('#approval-attach');
        await page.click('#approval-ask');
        await page.locator('#approval-attention').waitFor();
        await comes(() => page.locator('#approval-attention').textContent(), /^Please write a few words\.$/);
        await comes(() => page.inputValue('#approval-note'), /^Short\.$/);
        assert.match((JSON.parse(asked[0]!.body) as { text: { body: string } }).text.body, /Swimming is on Friday/);
      });
    });

    browses(
      'lets the rule rest once it was given, and says since when; a list that is not signed by the school counts for nothing',
      async () => {
        const leave: Approved = {
          key: conversationKey(),
          on: '2026-11-21',
          until: new Date(Date.now() + 86_400_000).toISOString(),
          rules: ['head-not-copied'],
          people: { parent: 1 }
        };
        await inside(
          { office: oneParent, service: { '/outlook/api/approvals': () => ({ status: 200, body: answer([], [leave]) }) } },
          async ({ page }) => {
            await page.locator('[data-approved]').waitFor();
            await comes(() => page.locator('[data-approved]').textContent(), /^Approved on 21 November 2026, so nothing is asked of you/);
            await page.locator('[data-finding="head-not-copied"]').waitFor({ state: 'detached' });
          }
        );
        const forged = { ...signed(pair(), approvedText([leave], new Date().toISOString())), kid: keys.published.kid, asked: [] };
        const service = { '/outlook/api/approvals': () => ({ status: 200, body: JSON.stringify(forged) }) };
        await inside({ office: oneParent, service }, async ({ page }) => {
          await page.locator('#approval-ask').waitFor();
          await page.locator('[data-finding="head-not-copied"]').waitFor();
          await page.locator('[data-approved]').waitFor({ state: 'detached' });
        });
      }
    );
  });

  browses('says so when signing in was not finished, and where this Outlook cannot sign in at all', async () => {
    await inside({ kept: {}, signIn: 'refuses' }, async ({ page }) => {
      await page.click('#sign-in');
      await page.locator('#state[data-asking="closed"]').waitFor();
      assert.match((await page.locator('#state').textContent())!, /Signing in was not finished/);
      await comes(() => focused(page), 'sign-in');
    });
    await inside({ signIn: 'impossible' }, async ({ page, requests }) => {
      await page.locator('#state[data-asking="too-old"]').waitFor();
      assert.match((await page.locator('#state').textContent())!, /Open Beadle once in Outlook on the web/);
      await finding(page, 'head-not-copied').waitFor();
      assert.deepEqual(requests, []);
    });
  });

  browses('shows the words of a formatted message where they were found, and leaves them to the sender', () =>
    inside(
      { office: { to: [parents[1]!], plain: false, text: 'Do ring me at home &amp; <b>my own mobile</b> is 07700 900123.' } },
      async ({ page }) => {
        const seen = finding(page, 'own-details-given');
        await seen.waitFor();
        assert.match((await seen.locator('.places').textContent())!, /Text: «07700 900123»/);
        assert.equal(await seen.locator('[data-remedy]').count(), 0);
      }
    )
  );

  browses('goes on by an old policy and says so, with the service down', () =>
    inside(
      {
        kept: { 'beadle.policy': policyOf({}, 14, '2026-09-01T08:00:00Z'), 'beadle.key': keys.published },
        service: { '/outlook/policy': () => ({ status: 503 }) }
      },
      async ({ page }) => {
        await finding(page, 'head-not-copied').waitFor();
        await page.locator('#retry').waitFor();
        const state = page.locator('#state');
        assert.equal(await state.getAttribute('data-policy'), 'old');
        assert.match((await state.textContent())!, /Policy of 1 September 2026.*good until 15 September 2026.*does not answer just now/);
      }
    )
  );

  browses('judges without a connection, says that there is none, and asks again once there is', () =>
    inside({}, async ({ page, requests }) => {
      await settled(page);
      await page.context().setOffline(true);
      const before = requests.length;
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.locator('#state[data-asking="offline"]').waitFor();
      assert.match((await page.locator('#state').textContent())!, /There is no connection/);
      assert.equal(requests.length, before);
      await page.click('#again');
      await finding(page, 'head-not-copied').waitFor();
      await page.context().setOffline(false);
      await page.locator('#state[data-asking="same"]').waitFor();
    })
  );

  browses('takes no forged policy, and says so', () => {
    const stranger = pair();
    const forged = signed(stranger, policyOf({ rules: { 'head-not-copied': { action: 'off' } } }).payload);
    return inside({ service: { '/outlook/policy': () => ({ status: 200, body: JSON.stringify(forged) }) } }, async ({ page }) => {
      await page.locator('#state[data-asking="forged"]').waitFor();
      assert.match((await page.locator('#state').textContent())!, /does not bear your school’s signature/);
      await finding(page, 'head-not-copied').waitFor();
    });
  });

  browses('speaks Welsh where Outlook does, and changes language at a click', () =>
    inside({ language: 'cy-GB', office: { to: [parents[1]!, { address: 'somebody@new.example' }] } }, async ({ page }) => {
      await finding(page, 'head-not-copied').waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
      assert.equal(await finding(page, 'head-not-copied').locator('a').getAttribute('href'), '/cy/rules/head-not-copied');
      assert.equal(await finding(page, 'head-not-copied').locator('.tag').textContent(), 'Cadarnhewch');
      assert.equal(await page.locator('#who-title').textContent(), 'Pwy yw hwn?');
      await page.check('input[name=language][value=en]');
      await comes(() => finding(page, 'head-not-copied').locator('.tag').textContent(), 'Please confirm');
      await page.reload();
      await finding(page, 'head-not-copied').waitFor();
      await comes(() => page.locator('html').getAttribute('lang'), 'en');
    })
  );

  browses('is worked with the keyboard alone', () =>
    inside({ office: { to: parents } }, async ({ page }) => {
      await finding(page, 'crowd-in-the-open').waitFor();
      await settled(page);
      const stops: string[] = [];
      for (let i = 0; i < 12 && stops[stops.length - 1] !== 'move-to-bcc'; i += 1) {
        await page.keyboard.press('Tab');
        stops.push(await focused(page));
      }
      assert.equal(stops[stops.length - 1], 'move-to-bcc', stops.join(' '));
      await page.keyboard.press('Enter');
      await finding(page, 'crowd-in-the-open').waitFor({ state: 'detached' });
      await comes(() => focused(page), 'undo');
      await says(page, '#status', /Done: Move to Bcc.*1 thing to look at/);
      await page.keyboard.press('Enter');
      await finding(page, 'crowd-in-the-open').waitFor();
      await comes(async () => (await field(page, 'to')).length, 3);
    })
  );

  browses('is dark in a dark Outlook on a light device', () =>
    inside({ ground: '#262626', options: { colorScheme: 'light' } }, async ({ page }) => {
      await finding(page, 'head-not-copied').waitFor();
      await comes(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(21, 23, 26)');
    })
  );

  browses('says plainly where it can judge nothing: outside a message, without its settings, and without office.js', async () => {
    await inside({ noItem: true }, async ({ page }) => {
      await says(page, '#state', 'Open Beadle while you write a message.');
    });
    await inside({ settingsThrow: true }, async ({ page }) => {
      await says(page, '#state', /Something went wrong in Beadle itself/);
    });
    await inside({ noOffice: true }, async ({ page }) => {
      await says(page, '#state', /Outlook’s part of Beadle did not load/);
    });
  });

  browses('folds away what it does not see', () =>
    inside({}, async ({ page }) => {
      await page.locator('#blind summary').click();
      const says = (await page.locator('#blind').textContent())!;
      for (const word of ['phones', 'Outbox', 'offline', 'Send to', 'group']) assert.ok(says.includes(word), word);
    })
  );

  const looks: readonly (readonly [title: string, options: BrowserContextOptions])[] = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['high contrast', { forcedColors: 'active', colorScheme: 'dark' }],
    ['320 px wide', { viewport: { width: 320, height: 700 } }],
    ['twice as large at 320 px', { viewport: { width: 320, height: 700 }, deviceScaleFactor: 2 }]
  ];
  for (const [title, options] of looks) {
    for (const language of ['en-GB', 'cy-GB']) {
      browses(`has nothing for axe to complain of: ${title}, ${language}`, () =>
        inside(
          {
            language,
            options,
            office: {
              to: [...parents, { name: 'Some Body', address: 'somebody.with.a.long.name@a-rather-long-domain.example' }],
              text: 'Hi',
              fails: { 'files.get': Array.from({ length: 9 }, () => 9002) }
            },
            kept: {
              'beadle.policy': policyOf({ rules: { 'crowd-in-the-open': { action: 'block' } } }, 14, '2026-09-01T08:00:00Z'),
              'beadle.key': keys.published
            },
            signIn: 'asks-first'
          },
          async ({ page }) => {
            await page.locator('#sign-in').waitFor();
            await page.locator('[data-remedy="copy-in"]').click();
            await page.locator('#undo').waitFor();
            await page.locator('#blind summary').click();
            for (const summary of await page.locator('.unjudged summary').all()) await summary.click();
            await finding(page, 'head-not-copied').waitFor({ state: 'detached' });
            await idle(page);
            await still(page);
            assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]), [
              options.viewport?.width ?? 380,
              options.viewport?.width ?? 380
            ]);
            await page.evaluate(axe);
            const violations = await page.evaluate(async () => {
              const { axe } = window as unknown as {
                axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              };
              return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
            });
            assert.deepEqual(violations, []);
            const small = await page.evaluate(
              () =>
                [...document.querySelectorAll('button, summary, label')]
                  .filter(each => (each as HTMLElement).offsetParent)
                  .map(each => each.getBoundingClientRect())
                  .filter(({ width, height }) => width < 24 || height < 24).length
            );
            assert.equal(small, 0);
          }
        )
      );
    }
  }

  it('is at most 80 kB packed, and signing in comes only when it is asked for', () => {
    const pane = readFileSync(join(build.folder, 'outlook/pane.js'));
    assert.ok(gzipSync(pane).byteLength <= 80_000, `${gzipSync(pane).byteLength} bytes`);
    assert.doesNotMatch(pane.toString(), /createNestablePublicClientApplication=|NestedAppAuthController|login\.windows\.net/);
    const imported = [...pane.toString().matchAll(/\bfrom"\.\/([^"]+)"|\bimport"\.\/([^"]+)"/g)].map(([, from, bare]) => (from ?? bare)!);
    const whole = [pane, ...imported.map(file => readFileSync(join(build.folder, 'outlook', file)))];
    assert.ok(whole.reduce((sum, each) => sum + gzipSync(each).byteLength, 0) <= 80_000);
  });
});
