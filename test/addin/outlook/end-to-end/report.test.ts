import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Router } from 'express';
import type { Frame } from 'playwright-core';
import { steps } from '../../../../core/incidents/steps.ts';
import { reportRoutes } from '../../../../service/routes/outlook-reports.ts';
import { browses, built, comes, still } from '../../../support/browser.ts';
import { freshIncidents, type TestIncidents } from '../../../support/incidents.ts';
import { type Answers, nestedSignIn } from '../../../support/outlook/nested-sign-in.ts';
import { type Day, origin, outlook, type Outlook } from '../../../support/outlook/outlook.ts';
import { type SchoolService, schoolService } from '../../../support/outlook/school-service.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const host = new URL(origin).hostname;
const mail = {
  from: { address: 'mallory@elsewhere.example', name: 'Mallory Elsewhere' },
  to: [{ address: 'teacher@school.example', name: 'Class Teacher' }],
  subject: 'Undelivered parcel zyzzyva',
  text: 'Quincunx: click the xylophone and type your password.'
};
const reading: Day = { reading: true, draft: mail };

describe('reporting a mail in Outlook', () => {
  let build: ReturnType<typeof built>;
  let at: TestIncidents;
  let service: SchoolService;
  let fake: Outlook | undefined;
  let answers: Answers = 'signed-in';
  /** Who signs in, by their key; nobody of the school where it is nothing. */
  let who: string | undefined = 'teacher';
  /** Whether the next answer to a report is lost on its way. */
  let lose = false;

  before(async () => {
    build = built();
    at = await freshIncidents();
    const losing = Router().post('/outlook/api/reports', (_request, response, next) => {
      if (lose) response.json = () => response.status(502).end();
      lose = false;
      next();
    });
    service = await schoolService(build.folder, ({ tokens, now }) => [
      losing,
      reportRoutes(
        {
          incidents: at.incidents,
          tokens,
          personOf: async () => (who === undefined ? undefined : at.desk.person(at.ids[who]!)),
          people: at.desk.people,
          now
        },
        line => assert.fail(line)
      )
    ]);
    fake = await outlook(service.listener, context => nestedSignIn(context, service.token, () => answers));
  });
  after(async () => {
    await fake?.close();
    service.gone();
    build.gone();
  });
  beforeEach(async () => {
    [answers, who, lose] = ['signed-in', 'teacher', false];
    // What a try before this one left behind is nothing to it.
    for (const id of Object.values(at.ids))
      for (const { id: item } of await at.incidents.waiting(id)) await at.incidents.add(item, id, { kind: 'closed', text: 'Dealt with.' });
  });

  /** Opens the page beside the mail. */
  function beside(
    day: Day,
    run: (inside: Frame, writing: Parameters<Parameters<Outlook['writing']>[1]>[0]) => Promise<void>
  ): Promise<void> {
    return fake!.writing({ ...reading, ...day }, async writing => {
      await writing.page.click('.ribbon');
      const inside = await writing.pane();
      await inside.locator('#form').waitFor();
      await run(inside, writing);
      assert.deepEqual((await writing.seen()).calls, [], 'nothing of the message was asked for');
    });
  }
  const posted = (): readonly { readonly [name: string]: unknown }[] =>
    fake!.sent
      .filter(sent => sent.host === host && sent.path === '/outlook/api/reports' && sent.method === 'POST')
      .map(sent => JSON.parse(String(sent.body())) as { readonly [name: string]: unknown });
  const ready = (inside: Frame) => inside.locator('#state').waitFor({ state: 'hidden' });
  /** The one item that waits for somebody, with its words. */
  async function toldTo(key: string) {
    const [item, ...more] = (await at.incidents.waiting(at.ids[key]!)).filter(({ closed }) => !closed);
    assert.ok(item && more.length === 0, `${key} has ${more.length + (item ? 1 : 0)} items`);
    return (await at.incidents.read(item.id, at.ids[key]!))!;
  }
  async function connection(inside: Frame, online: boolean): Promise<void> {
    await inside.evaluate(now => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: now });
      window.dispatchEvent(new Event(now ? 'online' : 'offline'));
    }, online);
  }
  const opened = async (key: string) => (await at.incidents.waiting(at.ids[key]!)).filter(({ closed }) => !closed).length;

  browses('sends what was typed and nothing of the mail, and says the reference and what to do', () =>
    beside({}, async inside => {
      await ready(inside);
      await inside.check('input[value=suspicious-mail]');
      await comes(() => inside.locator('#meanwhile li').first().textContent(), steps['suspicious-mail'].reporter[0]!.en);
      await inside.fill('#note', 'It wants money.');
      await inside.click('#send');
      await inside.locator('#done .reference').waitFor();
      const [, reference] = /^Reference: (\S+)$/.exec((await inside.locator('.reference').textContent())!)!;
      await comes(() => inside.evaluate(() => document.activeElement?.id), 'done-title');
      assert.match((await inside.locator('#done').textContent())!, /Whoever deals with such reports is told.*Do not click anything in it/);
      const { once, ...sent } = posted().at(-1)!;
      assert.match(String(once), /^[0-9a-f-]{36}$/);
      assert.deepEqual(sent, {
        kind: 'suspicious-mail',
        note: 'It wants money.',
        about: '',
        aboutRoles: [],
        personal: false,
        language: 'en'
      });
      const told = await toldTo('coordinator');
      assert.deepEqual(
        [told.reference, told.report.category, told.report.day, told.report.what, told.reporter],
        [reference, 'suspicious-mail', '2026-11-23', 'It wants money.', 'Teacher Seven']
      );
      await inside.click('#another');
      await inside.locator('#form').waitFor();
      await comes(() => inside.inputValue('#note'), '');
    })
  );

  browses('sends a report once where the answer to it was lost', () =>
    beside({}, async inside => {
      await ready(inside);
      await inside.check('input[value=offensive-mail]');
      await inside.fill('#note', 'It threatens me.');
      lose = true;
      await inside.click('#send');
      await comes(() => inside.locator('#attention').textContent(), /does not answer just now, so nothing was sent/);
      assert.equal(lose, false);
      await comes(() => inside.inputValue('#note'), 'It threatens me.');
      await inside.click('#send');
      await inside.locator('#done .reference').waitFor();
      assert.equal((await toldTo('coordinator')).report.what, 'It threatens me.');
    })
  );

  browses('keeps what was typed where there is no connection, says so, and sends nothing by itself later', () =>
    beside({}, async inside => {
      await ready(inside);
      await inside.check('input[value=other]');
      await inside.fill('#note', 'Odd.');
      await connection(inside, false);
      const before = posted().length;
      await inside.click('#send');
      await comes(
        () => inside.locator('#attention').textContent(),
        /^There is no connection, so nothing was sent\. What you typed stays here/
      );
      await inside.locator('#state[data-wrong=offline]').waitFor();
      await connection(inside, true);
      await ready(inside);
      await comes(() => inside.inputValue('#note'), 'Odd.');
      assert.equal(posted().length, before);
      await inside.click('#send');
      await inside.locator('#done .reference').waitFor();
      assert.equal((await toldTo('coordinator')).report.category, 'other');
    })
  );

  browses('says so where the school does not know who signs in, and takes nothing', async () => {
    who = undefined;
    await beside({}, async inside => {
      await inside.locator('#state[data-wrong=unknown]').waitFor();
      assert.match((await inside.locator('#state').textContent())!, /does not know this account as anybody/);
      await inside.check('input[value=other]');
      await inside.fill('#note', 'Odd.');
      await inside.click('#send');
      await comes(() => inside.locator('#attention').textContent(), /does not know this account as anybody/);
      await comes(() => inside.inputValue('#note'), 'Odd.');
    });
    assert.equal(await opened('coordinator'), 0);
  });

  browses('signs in with the click that sends, where Outlook has to ask first', () => {
    answers = 'asks-first';
    return beside({}, async inside => {
      await inside.locator('#state[data-wrong=sign-in]').waitFor();
      await inside.check('input[value=misdirected-mail]');
      await comes(() => inside.locator('#meanwhile').textContent(), /do not read on.*Recall This Message/);
      await inside.locator('#personal-line').waitFor({ state: 'hidden' });
      await inside.fill('#note', 'Marks of another class.');
      await inside.click('#send');
      await inside.locator('#done .reference').waitFor();
      assert.equal(await opened('head'), 1);
      const told = await toldTo('officer');
      assert.deepEqual([told.report.category, told.clock?.late], ['misdirected-mail', false]);
    });
  });

  browses('stops at a worry about a child: says whom to speak to, and takes no word', () =>
    beside({}, async inside => {
      await ready(inside);
      const before = posted().length;
      await inside.check('input[value=child]');
      await inside.locator('#referral').waitFor();
      assert.match(
        (await inside.locator('#meanwhile').textContent())!,
        /Speak to the safeguarding lead now.*call 999.*keeps nothing of this/
      );
      await inside.locator('#rest').waitFor({ state: 'hidden' });
      assert.match((await inside.locator('#referral').textContent())!, /reference: [2-9B-Z]{3}-[2-9B-Z]{3}-[2-9B-Z]{3}/);
      await inside.check('input[value=other]');
      await inside.check('input[value=child]');
      await inside.locator('#referral').waitFor();
      assert.deepEqual(posted().slice(before), [{ kind: 'child' }]);
      assert.equal(await opened('coordinator'), 0);
    })
  );

  browses('says plainly that something has to be written, and keeps to the keyboard', () =>
    beside({}, async (inside, { page }) => {
      await ready(inside);
      const focused = (): Promise<string> => inside.evaluate(() => document.activeElement?.id || document.activeElement?.tagName || '');
      await inside.focus('input[value=suspicious-mail]');
      await page.keyboard.press('Space');
      await inside.locator('#rest').waitFor();
      for (let stops = 0; stops < 5 && (await focused()) !== 'note'; stops += 1) await page.keyboard.press('Tab');
      assert.equal(await focused(), 'note');
      await inside.focus('#send');
      await page.keyboard.press('Enter');
      await comes(() => inside.locator('#attention').textContent(), 'Please write in a few words what happened.');
      await comes(() => inside.evaluate(() => document.activeElement?.id), 'note');
      await page.keyboard.type('A hoax.');
      await inside.focus('#send');
      await page.keyboard.press('Enter');
      await inside.locator('#done .reference').waitFor();
      assert.equal((await toldTo('coordinator')).report.what, 'A hoax.');
    })
  );

  browses('lets no word and no address of any mail leave the browser that was not ticked', () => {
    assert.deepEqual(fake!.leaks(), []);
    return Promise.resolve();
  });

  browses('takes sender and subject along where they are ticked, and a report of the head’s own mail passes the head by', () =>
    beside({ draft: { ...mail, from: { address: 'Head@school.example', name: 'H.' } } }, async inside => {
      await ready(inside);
      await inside.check('input[value=offensive-mail]');
      await inside.fill('#note', 'It is rude.');
      await comes(() => inside.locator('#sender').textContent(), 'Who sent it: H., Head@school.example');
      await inside.check('#with-sender');
      await inside.check('#with-subject');
      await inside.click('.whom summary');
      await inside.check('input[value=coordinator]');
      await inside.click('#send');
      await inside.locator('#done .reference').waitFor();
      assert.doesNotMatch(JSON.stringify(posted().at(-1)), /Quincunx|xylophone/);
      const told = await toldTo('chair');
      assert.equal(told.report.what, 'It is rude.\nFrom: H. <Head@school.example>\nSubject: Undelivered parcel zyzzyva');
      assert.deepEqual([told.report.about, told.report.aboutRoles], ['Harper Leading', ['coordinator']]);
      assert.deepEqual([await opened('head'), await opened('coordinator')], [0, 0]);
    })
  );

  for (const [title, day] of [
    ['light', {}],
    ['dark', { dark: true }],
    ['320 px wide', { width: 330 }]
  ] as const) {
    for (const locale of ['en-GB', 'cy-GB']) {
      browses(`has nothing for axe to complain of: ${title}, ${locale}`, () =>
        beside({ ...day, locale }, async (inside, { page }) => {
          await ready(inside);
          await comes(() => inside.locator('html').getAttribute('lang'), locale.slice(0, 2));
          // The fake Outlook gives a pane its own width; a narrow one is what a phone or a zoomed window leaves of it.
          await page.evaluate(() => {
            const frame = document.querySelector<HTMLElement>('#pane iframe')!;
            frame.style.width = '320px';
          });
          await comes(() => inside.evaluate(() => window.innerWidth), 320);
          const looked = async (): Promise<void> => {
            await comes(() => inside.evaluate(() => document.documentElement.scrollWidth), 320);
            await still(page);
            await inside.evaluate(axe);
            const violations = await inside.evaluate(async () => {
              const { axe: tool } = window as unknown as {
                axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              };
              return (await tool.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
            });
            assert.deepEqual(violations, []);
          };
          await inside.check('input[value=child]');
          await inside.locator('#referral').waitFor();
          await looked();
          await inside.check('input[value=offensive-mail]');
          await inside.click('.whom summary');
          await inside.click('#send');
          await inside.locator('#attention').waitFor();
          await looked();
          const small = await inside.evaluate(
            () =>
              [...document.querySelectorAll('button, summary, label')]
                .filter(each => (each as HTMLElement).offsetParent)
                .map(each => each.getBoundingClientRect())
                .filter(({ width, height }) => width < 24 || height < 24).length
          );
          assert.equal(small, 0);
          await inside.fill('#note', 'Weasels.');
          await inside.click('#send');
          await inside.locator('#done .reference').waitFor();
          await looked();
          await toldTo('coordinator');
        })
      );
    }
  }

  browses('changes language at a click, and keeps what was typed', () =>
    beside({}, async inside => {
      await ready(inside);
      await inside.check('input[value=other]');
      await inside.fill('#note', 'Odd.');
      await inside.check('input[name=language][value=cy]');
      await comes(() => inside.locator('h1').textContent(), 'Rhoi gwybod am y neges hon');
      await comes(() => inside.locator('[data-kind=child]').textContent(), 'Pryder am blentyn, neu am oedolyn a phlentyn');
      await comes(() => inside.inputValue('#note'), 'Odd.');
      await inside.check('input[name=language][value=en]');
      await comes(() => inside.locator('h1').textContent(), 'Report this mail');
    })
  );

  browses('says what to open it beside, where no mail was received', () =>
    fake!.writing({ manifest: { panes: { beadlePane: '/outlook/report.html' } } }, async ({ page, pane }) => {
      await page.click('.ribbon');
      const inside = await pane();
      await comes(() => inside.locator('#state').textContent(), 'Open this beside a mail that you received.');
    })
  );
});
