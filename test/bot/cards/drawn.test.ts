import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { disagree } from '../../../bot/actions/disagree.ts';
import { decline } from '../../../bot/actions/decline.ts';
import { settle } from '../../../bot/actions/settle.ts';
import { sign } from '../../../bot/actions/sign.ts';
import { type Locale, locales } from '../../../core/locale.ts';
import { browser, browses } from '../../support/browser.ts';
import { haveContracts, hostConfig } from '../../support/cards.ts';
import { samples } from './samples.ts';

const resolve = createRequire(import.meta.url).resolve;
const scripts = ['adaptivecards/dist/adaptivecards.min.js', 'axe-core/axe.min.js', 'marked'].map(name =>
  readFileSync(name === 'marked' ? join(resolve('marked'), '../marked.umd.js') : resolve(name), 'utf8')
);
const css = readFileSync(resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');
/** What Teams' settings say of the ground of a card. */
const paper = { light: { ink: '#252424', ground: '#ffffff' }, dark: { ink: '#ffffff', ground: '#2d2c2c' } };
type Theme = keyof typeof paper;

/** A folder for pictures of all cards to look at; none are taken where it is not named. */
const pictures = process.env['BEADLE_PICTURES'];

interface Pressed {
  readonly verb?: string;
  readonly data?: unknown;
}

/** Runs in the page. The strictest reader of markdown that we have: it makes links of bare addresses as well. */
const drawScript = `function draw(card, config, lang) {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = AdaptiveCards;
  document.documentElement.lang = lang;
  window.pressed = undefined;
  AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: marked.parse(text), didProcess: true });
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(config);
  const context = new SerializationContext(Versions.v1_5);
  drawn.parse(card, context);
  drawn.onExecuteAction = ({ verb, data }) => { window.pressed = { verb, data }; };
  document.querySelector('#card').replaceChildren(drawn.render());
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}`;
const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const made = `[...document.querySelectorAll('#card :is(a, em, strong, code, del, img, ul, ol, h1, script, svg)')].map(({ outerHTML }) => outerHTML.slice(0, 200))`;
const violations = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' ')))`;

describe('the cards as the renderer draws them', () => {
  let chromium: Browser | undefined;
  before(async () => (chromium = haveContracts ? await browser() : undefined));
  after(() => chromium?.close());

  async function drawing(theme: Theme, width = 480): Promise<Page> {
    const page = await chromium!.newPage({ viewport: { width, height: 400 } });
    await page.setContent(`<!doctype html><html lang="en"><title>Cards</title><style>${css}
      body { margin: 0; font: 14px 'Segoe UI', sans-serif; color: ${paper[theme].ink}; background: ${paper[theme].ground} }
      .ac-pushButton { padding: 6px 12px; min-height: 32px } .ac-input { border: 1px solid #767676; padding: 6px; color: inherit; background: inherit }
      input[type=checkbox] { width: 24px; height: 24px; flex: none }
      </style><main id="card"></main></html>`);
    for (const content of [...scripts, drawScript]) await page.addScriptTag({ content });
    return page;
  }

  /** Draws a sample; gives what the renderer complains of. */
  async function draw(page: Page, name: string, locale: Locale, theme: Theme): Promise<readonly string[]> {
    const card = JSON.stringify(samples[name]!(locale));
    const complaints = await page.evaluate<readonly string[]>(`draw(${card}, ${JSON.stringify(hostConfig(theme))}, '${locale}')`);
    // Its pattern for languages remembers where it stopped, so that it refuses the language of every second card.
    return complaints.filter(complaint => complaint !== `Invalid value "${locale}" for property "lang".`);
  }

  const pressed = (page: Page): Promise<Pressed> => page.evaluate<Pressed>('window.pressed');

  const drawn = (title: string, run: () => Promise<void>): void => {
    if (haveContracts) browses(`${title} (needs ../shared)`, run);
    else it.skip(`${title} (needs ../shared)`, run);
  };

  for (const theme of ['light', 'dark'] as const) {
    for (const locale of locales) {
      drawn(`are whole, fit a phone and break no rule of accessibility: ${theme}, ${locale}`, async () => {
        const page = await drawing(theme, 360);
        for (const name of Object.keys(samples)) {
          assert.deepEqual(await draw(page, name, locale, theme), [], `${name}: the renderer complains`);
          assert.ok((await page.evaluate<number>(wider)) <= 0, `${name} is too wide for a phone`);
          assert.deepEqual(await page.evaluate<readonly string[]>(violations), [], name);
          if (pictures) {
            mkdirSync(pictures, { recursive: true });
            await page.screenshot({ path: join(pictures, `${name.replace(/\W+/g, '-')}.${locale}.${theme}.png`), fullPage: true });
          }
        }
        await page.close();
      });
    }
  }

  drawn('take nothing that people wrote for formatting, a link, a picture or a script', async () => {
    const page = await drawing('light');
    for (const name of Object.keys(samples).filter(each => each.includes('hostile'))) {
      await draw(page, name, 'en', 'light');
      const found = await page.evaluate<readonly string[]>(made);
      assert.deepEqual(found, [], name);
      assert.match((await page.textContent('#card')) ?? '', /Sign here/, name);
    }
    await page.close();
  });

  drawn('hand back what the actions read, and nothing before what is required is there', async () => {
    const page = await drawing('light');
    await draw(page, 'ask: new', 'en', 'light');
    await page.getByRole('button', { name: 'I agree and sign' }).click();
    assert.equal(await pressed(page), undefined, 'nothing is sent');
    assert.ok(await page.getByText('Please tick the sentence to sign.').isVisible());
    assert.ok(await page.getByText('Please type your full name: it is your signature.').isVisible());
    await page.getByRole('checkbox').check();
    await page.getByLabel('Your full name').fill('Teacher Seven');
    await page.getByLabel('Job title').fill('Teacher of Welsh');
    await page.getByRole('button', { name: 'I agree and sign' }).click();
    const signing = await pressed(page);
    assert.equal(signing.verb, 'sign');
    assert.deepEqual(sign.read(signing.data), {
      items: [{ policy: 'aup', major: 2, language: 'en' }],
      ticked: [{ policy: 'aup', major: 2, language: 'en' }],
      name: 'Teacher Seven',
      question: '',
      fields: { 'job-title': 'Teacher of Welsh', class: '', relationship: '' }
    });
    await page.close();
  });

  drawn('tick the children one by one', async () => {
    const page = await drawing('light');
    await draw(page, 'ask: a parent of three children, two texts', 'en', 'light');
    await page.getByRole('checkbox', { name: 'I agree for Alex Sample (3B)' }).last().check();
    await page.getByLabel('Your full name').fill('Parent One');
    await page.getByLabel('Relationship to the child').fill('Mother');
    await page.getByRole('button', { name: 'I agree and sign' }).click();
    const data = sign.read((await pressed(page)).data) as { readonly ticked: unknown };
    assert.deepEqual(data.ticked, [{ policy: 'images', major: 2, language: 'en', child: '00000001-aaaa-4bbb-8ccc-dddddddddddd' }]);
    await page.close();
  });

  drawn('let somebody say that they do not agree, although nothing else is filled in', async () => {
    const page = await drawing('light');
    await draw(page, 'ask: new', 'cy', 'light');
    await page.getByRole('button', { name: 'Anghytuno' }).click();
    const first = await pressed(page);
    assert.equal(first.verb, 'disagree');
    assert.ok(disagree.read(first.data));
    await draw(page, 'disagree: one of several', 'cy', 'light');
    await page
      .getByRole('checkbox', { name: /Alex Sample/ })
      .first()
      .check();
    await page.getByLabel('Pam nad ydych yn cytuno').fill('Mae cymal 4 yn aneglur.');
    await page.getByRole('button', { name: 'Anfon fy ateb' }).click();
    const second = await pressed(page);
    assert.equal(second.verb, 'decline');
    const read = decline.read(second.data) as { readonly reason: string; readonly which: string };
    assert.deepEqual([read.reason, read.which.split(',').length], ['Mae cymal 4 yn aneglur.', 1]);
    await page.close();
  });

  drawn('bring the coordinator’s answer back with the number of the task', async () => {
    const page = await drawing('light');
    await draw(page, 'task: a question', 'en', 'light');
    await page.getByRole('button', { name: 'Answer' }).click();
    assert.equal(await pressed(page), undefined);
    await page.getByLabel('Your answer').fill('Yes.\nOn trips too.');
    await page.getByRole('button', { name: 'Answer' }).click();
    assert.deepEqual(settle.read((await pressed(page)).data), { of: 1204, note: 'Yes.\nOn trips too.' });
    await page.close();
  });
});
