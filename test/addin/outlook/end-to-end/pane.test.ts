import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { newSigningKey } from '../../../../service/keys.ts';
import { browses, built, comes } from '../../../support/browser.ts';
import { kept } from '../../../support/outlook/kept.ts';
import { type Answers, nestedSignIn } from '../../../support/outlook/nested-sign-in.ts';
import { origin, outlook, type Outlook } from '../../../support/outlook/outlook.ts';
import { type SchoolService, schoolService } from '../../../support/outlook/school-service.ts';
import type { Mailbox } from '../../../support/outlook/shapes.ts';

const parent: Mailbox = { address: 'parent.three@home.example', name: 'Parent Three' };
const head: Mailbox = { address: 'head@school.example', name: 'Headteacher', kind: 'user' };
const stranger: Mailbox = { address: 'unknown.person@elsewhere.example', name: 'Unknown Person' };
const outing = { subject: 'Harvest assembly', text: 'Families are welcome to the harvest assembly in the hall.' };
const toParent = { ...outing, to: [parent] };
const host = new URL(origin).hostname;

/** Tells the pane of a connection. Chromium, where the whole browser is cut off, tells a frame of another origin late or never. */
async function connection(pane: Frame, online: boolean): Promise<void> {
  await pane.evaluate(now => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: now });
    window.dispatchEvent(new Event(now ? 'online' : 'offline'));
  }, online);
}

/** The finding of a rule in the pane. */
function finding(pane: Frame, rule: string) {
  return pane.locator(`[data-finding="${rule}"]`);
}

describe('the pane in Outlook', () => {
  let build: ReturnType<typeof built>;
  let service: SchoolService;
  let fake: Outlook | undefined;
  let answers: Answers = 'signed-in';

  before(async () => {
    build = built();
    service = await schoolService(build.folder);
    fake = await outlook(service.listener, context => nestedSignIn(context, service.token, () => answers));
  });
  after(async () => {
    await fake?.close();
    service.gone();
    build.gone();
  });
  beforeEach(() => {
    answers = 'signed-in';
  });

  function asked(path: string): number {
    return fake!.sent.filter(sent => sent.host === host && sent.path === path).length;
  }

  browses('signs in by itself, fetches the policy, and judges by it from then on', () =>
    fake!.writing({ draft: toParent }, async ({ page, pane, send, seen, write }) => {
      assert.match((await seen()).bars[0]?.message ?? '', /no school policy yet/);
      await page.click('.ribbon');
      const inside = await pane();
      await finding(inside, 'head-not-copied').waitFor();
      const { settings } = await seen();
      const signed = JSON.parse(settings['beadle.policy'] ?? '{}') as { readonly payload: string };
      assert.doesNotMatch(signed.payload, /parent\.three|home\.example/);
      await write({ subject: 'Harvest' });
      assert.equal((await send()).alert?.why, 'finding');
    })
  );

  browses('waits for a click where Outlook wants to ask first, and says so', () =>
    fake!.writing({ draft: toParent }, async ({ page, pane }) => {
      answers = 'asks-first';
      await page.click('.ribbon');
      const inside = await pane();
      await inside.locator('#sign-in').waitFor();
      await inside.click('#sign-in');
      await finding(inside, 'head-not-copied').waitFor();
    })
  );

  browses('says that the account was refused, and judges nothing', () =>
    fake!.writing({ draft: toParent }, async ({ page, pane, send }) => {
      answers = 'refuses';
      await page.click('.ribbon');
      const inside = await pane();
      await inside.locator('#sign-in').click();
      await inside.locator('#state[data-asking=refused]').waitFor();
      assert.equal((await send()).fate, 'sent');
    })
  );

  browses('copies in the head from the alert’s own button, with one click, and takes it back', () =>
    fake!.writing({ draft: toParent, settings: kept() }, async ({ send, press, pane, rest, seen }) => {
      await send();
      await press('Copy in the head');
      const inside = await pane();
      const remedy = finding(inside, 'head-not-copied').locator('[data-remedy=copy-in]');
      await remedy.waitFor();
      await inside.waitForFunction(() => document.activeElement?.hasAttribute('data-remedy'));
      await remedy.click();
      await finding(inside, 'head-not-copied').waitFor({ state: 'detached' });
      await rest();
      await comes(async () => (await seen()).draft.cc, [{ address: 'head@school.example' }]);
      await comes(async () => (await seen()).bars, []);
      await inside.click('#undo');
      await finding(inside, 'head-not-copied').waitFor();
      await rest();
      await comes(async () => (await seen()).draft.cc, []);
      await comes(async () => (await seen()).bars.length, 1);
      await finding(inside, 'head-not-copied').locator('[data-remedy=copy-in]').click();
      await finding(inside, 'head-not-copied').waitFor({ state: 'detached' });
      await rest();
      assert.equal((await send()).fate, 'sent');
    })
  );

  browses('opens from the bar at the finding that the bar is about', () =>
    fake!.writing({ draft: toParent, settings: kept() }, async ({ page, pane }) => {
      await page.click('.bar .action');
      const inside = await pane();
      await inside.waitForFunction(() => document.activeElement?.closest('[data-finding="head-not-copied"]'));
    })
  );

  browses('moves a crowd to Bcc', () =>
    fake!.writing({ draft: outing, settings: kept() }, async ({ page, pane, write, rest, seen }) => {
      const crowd = Array.from({ length: 120 }, (_, i) => ({ address: `family${i}@home.example`, name: `Family ${i}` }));
      await write({ to: crowd });
      await page.click('.bar .action');
      const inside = await pane();
      await finding(inside, 'crowd-in-the-open').locator('[data-remedy=move-to-bcc]').click();
      await finding(inside, 'crowd-in-the-open').waitFor({ state: 'detached' });
      await rest();
      const { draft } = await seen();
      assert.equal(draft.to.length, 0);
      assert.deepEqual(
        draft.bcc.map(({ address }) => address),
        crowd.map(({ address }) => address)
      );
    })
  );

  browses('takes a photograph off, and puts the same bytes back', () =>
    fake!.writing({ draft: { ...toParent, cc: [head] }, settings: kept() }, async ({ page, pane, write, rest, seen }) => {
      const photograph = { name: 'IMG_1234.jpg', size: 9, content: Buffer.from('the bytes').toString('base64') };
      await write({ attachments: [photograph] });
      await page.click('.bar .action');
      const inside = await pane();
      await finding(inside, 'pupil-image-outside').locator('[data-remedy=remove-attachments]').click();
      await finding(inside, 'pupil-image-outside').waitFor({ state: 'detached' });
      await rest();
      assert.deepEqual((await seen()).draft.attachments, []);
      assert.deepEqual((await seen()).bars, []);
      await inside.click('#undo');
      await finding(inside, 'pupil-image-outside').waitFor();
      await comes(async () => (await seen()).draft.attachments, [photograph]);
    })
  );

  browses('writes to the right address instead of its look-alike', () =>
    fake!.writing({ draft: outing, settings: kept() }, async ({ page, pane, write, rest, seen }) => {
      await write({ to: [{ address: 'colleague@shcool.example', name: 'Colleague One' }] });
      await page.click('.bar .action');
      const inside = await pane();
      await finding(inside, 'lookalike-address').locator('[data-remedy=replace-recipient]').click();
      await finding(inside, 'lookalike-address').waitFor({ state: 'detached' });
      await rest();
      assert.deepEqual(
        (await seen()).draft.to.map(({ address }) => address),
        ['colleague@school.example']
      );
    })
  );

  browses('says what Outlook does not let it do, and changes nothing then', () =>
    fake!.writing({ draft: toParent, settings: kept() }, async ({ page, pane, change, rest, seen }) => {
      await page.click('.bar .action');
      const inside = await pane();
      const remedy = finding(inside, 'head-not-copied').locator('[data-remedy=copy-in]');
      await remedy.waitFor();
      await change({ fails: { 'cc.add': 9002, 'cc.set': 9002 } });
      await remedy.click();
      await comes(() => inside.locator('#outcome-text').textContent(), /Outlook did not do it. Nothing was changed/);
      await rest();
      assert.deepEqual((await seen()).draft.cc, []);
    })
  );

  browses('follows what the person changes in the message', () =>
    fake!.writing({ draft: toParent, settings: kept() }, async ({ page, pane, write }) => {
      await page.click('.ribbon');
      const inside = await pane();
      await finding(inside, 'head-not-copied').waitFor();
      await write({ cc: [head] });
      await finding(inside, 'head-not-copied').waitFor({ state: 'detached' });
      await inside.locator('#quiet').waitFor();
    })
  );

  browses('takes an answer to “who is this?” to heart, and hands over a hash and no address', () =>
    fake!.writing({ draft: { ...outing, to: [stranger] } }, async ({ page, pane }) => {
      const before = asked('/outlook/suggestions');
      await page.click('.ribbon');
      const inside = await pane();
      const question = inside.locator(`[data-unknown="${stranger.address}"]`);
      await question.locator('[data-who=parent]').click();
      await finding(inside, 'head-not-copied').waitFor();
      await comes(() => Promise.resolve(asked('/outlook/suggestions') > before), true);
      const sent = fake!.sent.filter(({ path, method }) => path === '/outlook/suggestions' && method === 'POST').at(-1);
      const { suggestions } = JSON.parse(String(sent?.body())) as { readonly suggestions: readonly object[] };
      assert.equal(suggestions.length, 1);
      assert.deepEqual(Object.keys(suggestions[0]!).sort(), ['audience', 'hash', 'provider']);
      assert.match(JSON.stringify(suggestions), /"hash":"[0-9a-f]{16}","audience":"parent"/);
    })
  );

  browses('hands over the records that wait, and lets go of them', () =>
    fake!.writing({ draft: toParent, settings: kept() }, async ({ page, pane, send, press, rest, seen }) => {
      await send();
      await press('Don’t Send');
      assert.match((await seen()).settings['beadle.records'] ?? '', /head-not-copied/);
      await page.click('.ribbon');
      await (await pane()).locator('#state[data-policy=current]').waitFor();
      await comes(async () => (await seen()).settings['beadle.records']?.includes('head-not-copied') ?? false, false);
      await rest();
      assert.doesNotMatch((await seen()).settings['beadle.records'] ?? '', /head-not-copied/);
      const posted = fake!.sent.filter(({ path }) => path === '/outlook/records').at(-1);
      assert.match(String(posted?.body()), /"rule":"head-not-copied","action":"confirm","places":1/);
      const data = readdirSync(join(service.folder, 'data'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
      assert.ok(data.some(({ parentPath, name }) => /head-not-copied/.test(readFileSync(join(parentPath, name), 'utf8'))));
    })
  );

  browses('loses no record of a Send while it was open', () =>
    fake!.writing({ draft: { ...outing, to: [parent, stranger] }, settings: kept() }, async ({ page, pane, send, press, seen }) => {
      await page.click('.ribbon');
      const inside = await pane();
      await inside.locator('#state[data-asking=new]').waitFor();
      await send();
      await press('Don’t Send');
      assert.match((await seen()).settings['beadle.records'] ?? '', /head-not-copied/);
      await inside.locator(`[data-unknown="${stranger.address}"] [data-who=agency]`).click();
      await comes(async () => (await seen()).settings['beadle.answers'] ?? '', /agency/);
      assert.match((await seen()).settings['beadle.records'] ?? '', /head-not-copied/);
    })
  );

  browses('goes on with the policy it has, and says so, where the service is down', async () => {
    await fake!.writing({ draft: toParent, settings: kept({}, 40) }, async ({ page, pane }) => {
      await page.route(`${origin}/outlook/policy`, route => route.abort());
      await page.click('.ribbon');
      const inside = await pane();
      await finding(inside, 'head-not-copied').waitFor();
      await inside.locator('#state[data-policy=old][data-asking=unreachable]').waitFor();
      await inside.locator('#retry').waitFor();
    });
  });

  browses('says that there is no connection, and asks again once there is one', () =>
    fake!.writing({ draft: toParent, settings: kept() }, async ({ page, pane }) => {
      await page.route(`${origin}/outlook/policy`, route => route.abort());
      await page.click('.ribbon');
      const inside = await pane();
      await inside.locator('#state[data-asking=unreachable]').waitFor();
      await connection(inside, false);
      await inside.click('#retry');
      await inside.locator('#state[data-asking=offline]').waitFor();
      await finding(inside, 'head-not-copied').waitFor();
      await page.unroute(`${origin}/outlook/policy`);
      await connection(inside, true);
      await inside.locator('#state[data-asking=new]').waitFor();
    })
  );

  browses('takes no policy that the key it trusts did not sign, and follows a key that the old one endorsed', () =>
    fake!.writing({ draft: toParent }, async ({ page, pane, seen }) => {
      await page.click('.ribbon');
      await finding(await pane(), 'head-not-copied').waitFor();
      const first = (await seen()).settings['beadle.policy'];

      const signed = JSON.parse(first ?? '{}') as { readonly payload: string };
      const forged = { ...signed, payload: signed.payload.replace('"confirm"', '"allow"') };
      await page.route(`${origin}/outlook/policy`, route => route.fulfill({ json: forged }));
      await page.click('.ribbon');
      await (await pane()).locator('#state[data-asking=forged]').waitFor();
      assert.equal((await seen()).settings['beadle.policy'], first);

      await page.unroute(`${origin}/outlook/policy`);
      const { kid } = await newSigningKey(service.folder);
      service.advance(2 * 60_000);
      await page.click('.ribbon');
      await (await pane()).locator('#state[data-asking=new]').waitFor();
      assert.equal((JSON.parse((await seen()).settings['beadle.policy'] ?? '{}') as { readonly kid: string }).kid, kid);
    })
  );

  browses('speaks Welsh in a Welsh Outlook', () =>
    fake!.writing({ draft: toParent, settings: kept(), locale: 'cy-GB' }, async ({ page, pane }) => {
      await page.click('.bar .action');
      const inside = await pane();
      await comes(() => finding(inside, 'head-not-copied').textContent(), /pennaeth/);
      await comes(() => inside.locator('html').getAttribute('lang'), 'cy');
    })
  );

  browses('was refused nothing by the service, and gave it nothing that it could not read', () => {
    assert.deepEqual(service.log, []);
    return Promise.resolve();
  });

  browses('lets no word and no address of any message leave the browser', () => {
    assert.deepEqual(fake!.leaks(), []);
    return Promise.resolve();
  });
});
