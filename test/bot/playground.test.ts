import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { browser } from '../support/browser.ts';
import { type Chat, chatIn, type Playground, playground, type Somebody } from '../support/teams/playground.ts';
import { schoolOrigin, type SchoolProcess, schoolProcess } from '../support/teams/school-process.ts';

const teacher: Somebody = { name: 'Teacher Seven', entraId: '00000000-0000-4000-8000-000000000007' };
const coordinator: Somebody = { name: 'Safety Coordinator', entraId: '00000000-0000-4000-8000-000000000004' };

const files = {
  'beadle.yaml': `school: { name: Example Primary School, languages: [en, cy] }
domains: { staff: [school.example] }
signatures:
  people: people-to-ask.csv
  policies: [{ policy: policy.yaml, audiences: [staff] }]
bot: { origin: ${schoolOrigin} }
`,
  'policy.yaml': `id: acceptable-use
title: { en: Acceptable use of computers, cy: Defnydd derbyniol o gyfrifiaduron }
languages: [en, cy]
clauses:
  - id: "1"
    section: ""
    text: { en: Keep your password to yourself., cy: Cadwch eich cyfrinair i chi’ch hun. }
    binds: [staff]
    duties: []
`,
  'people-to-ask.csv': `name,address,roles,language,entra id
${teacher.name},teacher.seven@school.example,staff,en,${teacher.entraId}
Teaching Assistant,assistant@school.example,staff,en,
${coordinator.name},esafety@school.example,coordinator,en,${coordinator.entraId}
`
};

/** What two people see and say in a language. */
interface Spoken {
  readonly heading: string;
  readonly title: string;
  readonly sign: string;
  readonly tick: string;
  readonly noName: string;
  readonly noTick: string;
  readonly name: string;
  readonly job: string;
  readonly notOpened: string;
  readonly read: string;
  readonly clause: string;
  readonly back: string;
  readonly signed: string;
  readonly who: string;
  readonly remind: RegExp;
  readonly question: RegExp;
  readonly yes: string;
  readonly reminded: string;
  readonly left: RegExp;
  readonly status: string;
  readonly export: string;
  readonly exported: RegExp;
}

const english: Spoken = {
  heading: 'Please read and sign',
  title: 'Acceptable use of computers',
  sign: 'I agree and sign',
  tick: 'I have read this policy, I understand it, and I agree to keep to it.',
  noName: 'Please type your full name: it is your signature.',
  noTick: 'Please tick the sentence to sign.',
  name: 'Your full name, typed as your signature',
  job: 'Job title',
  notOpened: 'Please open and read the text before you sign it.',
  read: 'Read the text',
  clause: 'Keep your password to yourself.',
  back: 'When you have read it, go back to Teams and sign there.',
  signed: 'Signed. Thank you.',
  who: 'who hasnt signed?',
  remind: /^Remind them \(3\)$/,
  question: /^Remind 3 people/,
  yes: 'Yes',
  reminded: 'Reminders are on their way to 3 people.',
  left: /^2 people have not signed\.$/,
  status: `status of ${teacher.name}`,
  export: 'export',
  exported: /It is for you alone, and good once/
};

const welsh: Spoken = {
  heading: 'Darllenwch a llofnodwch',
  title: 'Defnydd derbyniol o gyfrifiaduron',
  sign: 'Cytuno a llofnodi',
  tick: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato.',
  noName: 'Teipiwch eich enw llawn: dyna eich llofnod.',
  noTick: 'Ticiwch y frawddeg i lofnodi.',
  name: 'Eich enw llawn, wedi’i deipio fel llofnod',
  job: 'Teitl eich swydd',
  notOpened: 'Agorwch a darllenwch y testun cyn ei lofnodi.',
  read: 'Darllen y testun',
  clause: 'Cadwch eich cyfrinair yn gyfrinach.',
  back: 'Ar ôl ei ddarllen, ewch yn ôl i Teams a llofnodwch yno.',
  signed: 'Llofnodwyd. Diolch.',
  who: 'pwy sydd heb lofnodi?',
  remind: /^Eu hatgoffa \(3\)$/,
  question: /^Atgoffa 3/,
  yes: 'Ie',
  reminded: 'Mae nodiadau atgoffa ar eu ffordd at 3 o bobl.',
  left: /^Mae 2 o bobl heb lofnodi\.$/,
  status: `statws ${teacher.name}`,
  export: 'allforio',
  exported: /I chi yn unig y mae hi/
};

/** Where screenshots go, if somebody wants to look. */
const shots = process.env['BEADLE_SHOTS'];

describe('the bot in Microsoft’s own client (needs Chromium)', function () {
  // Each step is quick; a machine that does other things besides is not.
  this.timeout(300_000);
  let school: SchoolProcess | undefined;
  let chromium: Browser | undefined;
  let staff: Chat;
  let boss: Chat;
  const open: (Playground | BrowserContext)[] = [];

  before(async function () {
    chromium = await browser();
    if (!chromium) return this.skip(); // needs Chromium
    school = await schoolProcess(files);
    await school.plan();
  });
  after(async () => {
    for (const each of open.reverse()) await each.close();
    await chromium?.close();
    await school?.close();
  });

  /** Somebody's chat; our own pages are reached under the school's address. */
  async function chatOf(who: Somebody): Promise<Chat> {
    const { url } = school!;
    const place = await playground(`${url}/api/messages`, who);
    open.push(place);
    const { chat, context } = await chatIn(chromium!, place);
    open.push(context);
    await context.route(`${schoolOrigin}/**`, async route => {
      const there = route.request().url().replace(schoolOrigin, url);
      await route.fulfill({ response: await route.fetch({ url: there, maxRedirects: 0 }) });
    });
    return chat;
  }

  async function shot(page: Page, name: string): Promise<void> {
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
  }

  /** What two people do, from the card to the receipt. `says` are the words of their language. */
  async function throughout(says: Spoken, shotName: string): Promise<void> {
    await staff.reads(says.heading);
    await staff.reads(says.title);
    await shot(staff.page, `${shotName}-1-card`);
    const card = staff.card();

    await card.getByRole('button', { name: says.sign }).click();
    await card.getByText(says.noTick).waitFor();
    await card.getByText(says.noName).waitFor();
    await shot(staff.page, `${shotName}-2-validation`);

    await sign(says);
    await staff.card().getByText(says.notOpened).waitFor();
    await shot(staff.page, `${shotName}-3-not-opened`);

    await boss.say(says.who);
    await boss.card().getByText(teacher.name).waitFor();
    await shot(boss.page, `${shotName}-4-who`);
    await boss.press(says.remind);
    await boss.reads(says.question);
    await shot(boss.page, `${shotName}-5-confirm`);
    await boss.press(says.yes);
    await boss.reads(says.reminded);
    await shot(boss.page, `${shotName}-6-reminded`);

    // The reminder comes by itself, as a second card.
    await staff.page.getByText(says.heading).nth(1).waitFor();
    await shot(staff.page, `${shotName}-7-reminder`);
    const [page] = await Promise.all([staff.page.context().waitForEvent('page'), staff.link(says.read)]);
    await page.getByText(says.clause).waitFor();
    await page.getByText(says.back).waitFor();
    await shot(page, `${shotName}-8-text`);
    await page.close();
    await sign(says);
    await staff.reads(says.signed);
    await shot(staff.page, `${shotName}-9-receipt`);

    await boss.say(says.who);
    await boss.reads(says.left);
    assert.equal(await boss.card().getByText(teacher.name).count(), 0);
    await boss.say(says.status);
    await boss.card().getByText(teacher.name).first().waitFor();
    await shot(boss.page, `${shotName}-10-status`);
    await boss.say(says.export);
    await boss.reads(says.exported);
    await shot(boss.page, `${shotName}-11-export`);
  }

  /** Fills in the newest card and signs. */
  async function sign({ name, job, tick, sign }: Spoken): Promise<void> {
    const card = staff.card();
    await card.getByLabel(name).fill(teacher.name);
    await card.getByLabel(job).fill('Teacher');
    const box = card.getByRole('checkbox', { name: tick });
    if (!(await box.isChecked())) await box.click();
    await card.getByRole('button', { name: sign }).click();
  }

  it('asks, refuses what is not right, reminds, and gives a receipt, as two people see it', async () => {
    staff = await chatOf(teacher);
    boss = await chatOf(coordinator);
    await throughout(english, 'en');
  });

  it('does the same in Welsh once the school’s list says so and a new version is out', async () => {
    const { folder, beadle, plan } = school!;
    const [people, policy] = [join(folder, 'people-to-ask.csv'), join(folder, 'policy.yaml')];
    await writeFile(people, (await readFile(people, 'utf8')).replaceAll(',en,', ',cy,'));
    await writeFile(
      policy,
      (await readFile(policy, 'utf8'))
        .replace(english.clause, 'Keep your password secret.')
        .replace('Cadwch eich cyfrinair i chi’ch hun.', welsh.clause)
    );
    await beadle('people', 'import', '--yes');
    await beadle('publish', '--yes');
    await plan();
    // What was said in English goes out of sight.
    for (const chat of [staff, boss]) await chat.page.reload({ waitUntil: 'domcontentloaded' });
    await boss.page.getByText('conversationUpdate').first().waitFor();
    await staff.say('beth sydd gen i i’w lofnodi?');
    await throughout(welsh, 'cy');
  });

  it('leaves records that can be taken out, and that hold', async () => {
    const { beadle } = school!;
    const rows = JSON.parse(await beadle('export', '--format', 'json')) as { readonly [name: string]: unknown };
    assert.match(JSON.stringify(rows), /Teacher Seven.*signed/);
    const { faults } = JSON.parse(await beadle('ledger', 'verify', '--json')) as { readonly faults: unknown };
    assert.equal(faults, 0);
  });

  it('was never at a loss', () => {
    assert.doesNotMatch(school!.log(), /could not|failed/);
  });
});
