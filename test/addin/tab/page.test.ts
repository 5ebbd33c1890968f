import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { browses, built, comes } from '../../support/browser.ts';
import { origin, type Windows, windows } from '../../support/teams-tab/host.ts';
import { type FakeService, fakeService } from '../../support/teams-tab/service.ts';

describe('the tab', () => {
  let build: ReturnType<typeof built>;
  let chromium: Windows | undefined;
  let service: FakeService;

  before(async () => {
    build = built();
    chromium = await windows((request, response) => service.app(request, response));
  });
  after(async () => {
    await chromium?.close();
    build.gone();
  });
  beforeEach(() => {
    service = fakeService(build.folder);
  });

  async function on(run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await chromium!.context(options);
    context.setDefaultTimeout(10_000);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      await run(page);
      assert.deepEqual(
        complaints.filter(line => !/^Failed to load resource: the server responded with a status of [45]\d\d/.test(line)),
        []
      );
    } finally {
      await context.close();
    }
  }

  /** Opens a view of somebody who sits there already. */
  async function open(page: Page, view: string, heading: string): Promise<void> {
    service.role ??= 'coordinator';
    await page.goto(`${origin}/tab#${view}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForFunction(() => document.querySelector('.waiting, .waiting-lines') === null);
  }

  /** Waits until the service was asked for this, and gives what was sent. */
  async function sent(path: string): Promise<Readonly<Record<string, unknown>>> {
    for (let i = 0; i < 500; i += 1) {
      const found = service.asked.filter(each => each.path === path).at(-1);
      if (found) return found.body;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    return assert.fail(`nobody asked for ${path}`);
  }

  const undo = (page: Page) => page.locator('#done').getByRole('button', { name: 'Undo' });

  describe('in Teams', () => {
    browses('signs in with Teams’ own token, follows its theme, and tells Teams that it is ready and what it shows', () =>
      on(async page => {
        const { tab, called, calls, themed, faults } = await chromium!.inTeams(page.context(), { theme: 'dark' });
        await tab.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
        await called('appInitialization.success');
        assert.deepEqual(await sent('enter/teams'), { token: 'token-of-teams' });
        const html = tab.locator('html');
        await tab.locator('html[data-theme=dark]').waitFor();
        await themed('contrast');
        await tab.locator('html[data-theme=contrast]').waitFor();
        await themed('default');
        await tab.locator('html[data-theme=light]').waitFor();
        assert.equal(await html.getAttribute('lang'), 'en');
        await tab.getByRole('link', { name: 'Audits', exact: true }).click();
        await tab.getByRole('heading', { level: 1, name: 'Audits' }).waitFor();
        await tab.getByRole('heading', { name: /To put right/ }).waitFor();
        assert.deepEqual(
          (await calls())
            .filter(({ func }) => func === 'shareDeepLink')
            .at(-1)
            ?.args.slice(0, 2),
          ['audits', 'Audits – Beadle']
        );
        assert.equal(await tab.getByRole('button', { name: 'Sign out' }).count(), 0);
        assert.deepEqual(await faults(), []);
      })
    );

    browses('speaks the language of Teams and opens what a deep link asks for', () =>
      on(async page => {
        const { tab } = await chromium!.inTeams(page.context(), { locale: 'cy-gb', subPageId: 'audits/devices-not-encrypted' });
        await tab.getByRole('heading', { level: 1, name: 'Archwiliadau' }).waitFor();
        await tab.locator('[data-check=devices-not-encrypted]:focus').waitFor();
      })
    );

    browses('says what to do where Teams refuses, and where the service does', () =>
      on(async page => {
        const refused = await chromium!.inTeams(page.context(), { token: new Error('resourceRequiresConsent') });
        await refused.tab.getByRole('heading', { name: 'Teams could not sign you in' }).waitFor();
        await refused.called('appInitialization.success');
        const other = await chromium!.inTeams(page.context(), { token: 'token-of-another' });
        await other.tab.getByText('Teams says that you are somebody else.').waitFor();
      })
    );

    browses('begins a new sitting by itself when the old one is over', () =>
      on(async page => {
        const { tab } = await chromium!.inTeams(page.context());
        await tab.getByRole('heading', { name: 'What needs you' }).waitFor();
        const before = service.asked.filter(({ path }) => path === 'enter/teams').length;
        service.ended();
        for (let i = 0; i < 500 && service.asked.filter(({ path }) => path === 'enter/teams').length === before; i += 1)
          await new Promise(resolve => setTimeout(resolve, 10));
        await tab.getByRole('heading', { name: 'What needs you' }).waitFor();
        assert.equal(service.asked.filter(({ path }) => path === 'enter/teams').length, before + 1);
      })
    );
  });

  describe('on its own', () => {
    browses('asks for an address, then for the mailed code, and lets nobody see anything before', () =>
      on(async page => {
        await page.goto(`${origin}/tab#signatures`);
        await page.getByLabel('Your e-mail address').fill('nobody');
        await page.getByRole('button', { name: 'Send me a link' }).click();
        await page.locator('#address[aria-invalid=true]:focus').waitFor();
        await page.getByLabel('Your e-mail address').fill('esafety@school.example');
        await page.getByRole('button', { name: 'Send me a link' }).click();
        await page.getByText('a link is on its way').first().waitFor();
        assert.deepEqual(await sent('enter/link'), { address: 'esafety@school.example' });
        const link = 'L'.repeat(43);
        await page.goto('about:blank');
        await page.goto(`${origin}/tab#${link}`);
        await page.getByRole('heading', { name: 'Type in your code' }).waitFor();
        assert.deepEqual(await sent('enter/code'), { link, afresh: false });
        await page.getByLabel('Code of six digits').fill('000 000');
        await page.getByRole('button', { name: 'Go on' }).click();
        await page.getByText('This code is wrong or too old.').first().waitFor();
        await page.getByLabel('Code of six digits').fill('123 456');
        await page.getByRole('button', { name: 'Go on' }).click();
        await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
        await comes(async () => /This code is wrong/.test((await page.locator('body').textContent()) ?? ''), false);
        assert.equal(new URL(page.url()).hash, '', 'the secret has left the address');
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('heading', { name: 'You have signed out' }).waitFor();
        assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Ysgol|Person One/);
      })
    );

    browses('takes everything off the screen when the sitting is over', () =>
      on(async page => {
        await open(page, 'signatures', 'Signatures');
        await page.getByText('Teacher 1', { exact: true }).waitFor();
        service.ended();
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
        assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Teacher 1/);
      })
    );

    browses('says why something is not shown, and shows it when it can', () =>
      on(async page => {
        service.refusing.set('mail', 500);
        await open(page, 'mail', 'Mail');
        await page.getByText('This was refused in the test.').waitFor();
        service.refusing.clear();
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('heading', { name: 'By rule', exact: true }).waitFor();
      })
    );

    browses('can be used with the keyboard alone', () =>
      on(async page => {
        await open(page, 'today', 'Today');
        await page.keyboard.press('Tab');
        await page.locator('.skip:focus').waitFor();
        await page.keyboard.press('Enter');
        await page.locator('main:focus').waitFor();
        assert.equal(new URL(page.url()).hash, '#today');
        await page.getByRole('link', { name: 'Clause map' }).focus();
        await page.keyboard.press('Enter');
        await page.locator('h1:focus', { hasText: 'Clause map' }).waitFor();
        await page.goBack();
        await page.locator('h1:focus', { hasText: 'Today' }).waitFor();
      })
    );
  });

  describe('signatures', () => {
    browses('are filtered by a link and by hand; several people are reminded after a preview, and it can be undone', () =>
      on(async page => {
        await open(page, 'today', 'Today');
        await page.getByRole('link', { name: /^Open: 12 people/ }).click();
        await page.getByRole('heading', { level: 1, name: 'Signatures' }).waitFor();
        await page.waitForFunction(() => (document.getElementById('people-policy') as HTMLSelectElement | null)?.value === 'staff-aup');
        await page.getByLabel('Find a name').fill('teacher');
        await page.getByText('15 in all').first().waitFor();
        await page.getByRole('checkbox', { name: 'Select Teacher 1', exact: true }).check();
        await page.getByRole('checkbox', { name: 'Select Teacher 9', exact: true }).check();
        await page.getByText('2 selected').first().waitFor();
        await page.getByRole('button', { name: 'Remind', exact: true }).click();
        const dialog = page.getByRole('dialog', { name: 'Remind 2 people?' });
        await dialog.getByText('Teacher 9').waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        assert.equal(
          service.asked.some(({ path }) => path === 'signatures/remind'),
          false
        );
        await page.getByRole('button', { name: 'Remind', exact: true }).click();
        await page.getByRole('button', { name: 'Remind them' }).click();
        assert.deepEqual(await sent('signatures/remind'), { people: ['p0', 'p8'] });
        await undo(page).click();
        assert.deepEqual(await sent('signatures/take-back'), { since: '2026-11-22T09:00:00.000Z' });
      })
    );

    browses('are excused with a reason, exported after a warning, and questions are answered', () =>
      on(async page => {
        await open(page, 'signatures', 'Signatures');
        await page.getByRole('checkbox', { name: 'Select Governor 2', exact: true }).check();
        await page.getByRole('button', { name: 'Excuse', exact: true }).click();
        const excusing = page.getByRole('dialog');
        await excusing.getByRole('button', { name: 'Excuse' }).click();
        await excusing.locator('#excuse-because[aria-invalid=true]:focus').waitFor();
        await excusing.getByLabel('Why').fill('Long absence');
        await excusing.getByRole('button', { name: 'Excuse' }).click();
        assert.deepEqual(await sent('signatures/excuse'), { matter: { person: 'p1', policy: 'staff-aup' }, because: 'Long absence' });
        await undo(page).click();
        assert.deepEqual(await sent('signatures/recall'), { matter: { person: 'p1', policy: 'staff-aup' } });
        await page.getByRole('button', { name: 'Answer Governor Two' }).click();
        await page.getByRole('dialog').getByLabel('Your answer').fill('Only where school mail is on it.');
        await page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
        assert.deepEqual(await sent('signatures/answer'), { of: 7, note: 'Only where school mail is on it.' });
        await page.getByRole('button', { name: 'Export the records' }).click();
        await page.getByRole('button', { name: 'Make the file' }).click();
        await page.getByRole('link', { name: 'Download the file' }).waitFor();
      })
    );

    browses('show what changed elsewhere without taking the focus, the words being typed or the place on the page', () =>
      on(async page => {
        await open(page, 'signatures', 'Signatures');
        const find = page.getByLabel('Find a name');
        await find.pressSequentially('gov');
        await page.getByText('15 in all').first().waitFor();
        await page.evaluate(() => window.scrollTo(0, 300));
        const kept = await page.evaluate(() => {
          const field = document.activeElement as HTMLInputElement;
          field.setSelectionRange(1, 2);
          return { id: field.id, at: Math.round(window.scrollY) };
        });
        service.change = school => ({
          ...school,
          people: school.people.map(each => ({ ...each, name: each.name.replace('Governor', 'Gov Of') })),
          signatures: { ...school.signatures, tasks: [] }
        });
        service.changed();
        await page.getByText('Gov Of 2', { exact: true }).waitFor();
        await page.getByText('Questions and refusals').waitFor({ state: 'detached' });
        const now = await page.evaluate(() => {
          const field = document.activeElement as HTMLInputElement;
          return { id: field.id, value: field.value, from: field.selectionStart, to: field.selectionEnd };
        });
        assert.deepEqual(now, { id: kept.id, value: 'gov', from: 1, to: 2 });
        assert.equal(
          service.asked.filter(({ path }) => path === 'signatures/people').at(-1)?.live,
          true,
          'the page says that nobody asked'
        );
        await find.pressSequentially('x');
        await page.getByText('Nobody fits').waitFor();
      })
    );
  });

  describe('incidents', () => {
    browses('say nothing before «my screen is private», never stand in the address or the title, and take notes', () =>
      on(async page => {
        await open(page, 'incidents/R-7K2M', 'Incidents');
        const ask = page.getByRole('dialog', { name: 'Is your screen private?' });
        await ask.waitFor();
        assert.equal(
          service.asked.some(({ path }) => path === 'incidents/read'),
          false
        );
        await ask.getByRole('button', { name: 'Not now' }).click();
        await page.getByText(/^51 |2 days [23] hours left/).waitFor();
        assert.equal(
          service.asked.some(({ path }) => path === 'incidents/read'),
          false
        );
        await page.getByRole('button', { name: 'Read report R-7K2M' }).click();
        await page.getByRole('button', { name: 'My screen is private' }).click();
        await page.getByText('The bag was left on the bus.').waitFor();
        assert.deepEqual(await sent('incidents/read'), { id: 'i1', private: true });
        assert.equal(page.url(), `${origin}/tab#incidents`);
        assert.equal(await page.title(), 'Incidents – Ysgol Enghraifft – Beadle');
        await page.getByLabel('Note', { exact: true }).fill('The bus company has it.');
        service.changed();
        await page.getByRole('button', { name: 'Add it' }).click();
        await page.getByText('The bus company has it.').waitFor();
        assert.deepEqual(await sent('incidents/add'), { id: 'i1', kind: 'note', text: 'The bus company has it.' });
        await page.waitForFunction(() => (document.getElementById('note-text') as HTMLTextAreaElement).value === '');
        await page.getByLabel('What it is').selectOption('handed');
        await page.getByLabel('To whom').waitFor();
        await page.getByRole('button', { name: 'Cover it' }).click();
        await page.getByText('The bag was left on the bus.').waitFor({ state: 'detached' });
      })
    );

    browses('count the clock down, and cover a report that nobody touches', () =>
      on(async page => {
        await page.clock.install();
        await open(page, 'incidents', 'Incidents');
        await page.getByText(/2 days (2|3) hours left|2 days 3 hours left/).waitFor();
        await page.getByRole('button', { name: 'Read report R-7K2M' }).click();
        await page.getByRole('button', { name: 'My screen is private' }).click();
        await page.getByText('The bag was left on the bus.').waitFor();
        await page.clock.runFor(6 * 60 * 1000);
        await page.getByText('The bag was left on the bus.').waitFor({ state: 'detached' });
        await page.clock.runFor(52 * 60 * 60 * 1000);
        await page.getByText(/over$/).waitFor();
      })
    );
  });

  browses('audits run again, and a risk is accepted until a day, for a reason', () =>
    on(async page => {
      await open(page, 'audits', 'Audits');
      await page.getByRole('button', { name: 'Look again now' }).click();
      await sent('audits/run');
      await page.getByRole('button', { name: 'Accept this risk: Passwords too short' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Until').fill('2026-11-22');
      await dialog.getByRole('button', { name: 'Accept it' }).click();
      await dialog.locator('#accept-until[aria-invalid=true]:focus').waitFor();
      await dialog.getByLabel('Until').fill('2027-03-31');
      await dialog.getByLabel(/Who accepts it/).fill('Headteacher');
      await dialog.getByLabel('Why').fill('The cluster needs it.');
      await dialog.getByRole('button', { name: 'Accept it' }).click();
      assert.deepEqual(await sent('audits/accept'), {
        check: 'passwords-too-short',
        until: '2027-03-31',
        owner: 'Headteacher',
        because: 'The cluster needs it.'
      });
      await undo(page).click();
      assert.deepEqual(await sent('audits/take-back'), { check: 'passwords-too-short' });
    })
  );

  browses('clauses are filtered by how they are kept, and found by their words', () =>
    on(async page => {
      await open(page, 'clauses/4.2', 'Clause map');
      await page.locator('[data-clause="4.2"]:focus').waitFor();
      await page.getByLabel('How it is kept').selectOption('signed-only');
      await page.getByText('1 of 3 clauses').waitFor();
      await page.getByLabel('How it is kept').selectOption('');
      await page.getByLabel('Find in the text').fill('PARENTS');
      await page.getByText('Copy the head in when you write to parents.').waitFor();
      await page.getByText('1 of 3 clauses').waitFor();
      await page.getByRole('link', { name: /spoke 17 times/ }).click();
      await page.waitForFunction(() => (document.getElementById('mail-rule') as HTMLSelectElement | null)?.value === 'head-not-copied');
    })
  );

  browses('approvals ask for what they need before something is done', () =>
    on(async page => {
      service.role = 'head';
      await open(page, 'approvals', 'Approvals');
      await page.getByRole('button', { name: /^Refuse: Laptop/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Refuse this?' });
      await dialog.getByRole('button', { name: 'Refuse' }).click();
      await dialog.locator('textarea:focus').waitFor();
      await dialog.getByLabel('Why').fill('It stays here.');
      await dialog.getByRole('button', { name: 'Refuse' }).click();
      assert.deepEqual(await sent('approvals/act'), { table: 'waiting', row: 'a1', act: 'refuse', fields: { because: 'It stays here.' } });
      await page.getByRole('button', { name: 'Ask for leave' }).click();
      await page.getByRole('dialog').getByLabel('B', { exact: true }).check();
      await page.getByRole('dialog').getByRole('button', { name: 'Ask for leave' }).click();
      await page.waitForFunction(() => document.querySelector('dialog') === null);
      assert.deepEqual(await sent('approvals/act'), {
        table: 'begin',
        act: 'ask',
        fields: { kind: 'send', who: ['b'], sure: false, count: '', note: '' }
      });
    })
  );

  browses('what was asked is read before it is decided, once somebody says that their screen is private', () =>
    on(async page => {
      service.role = 'head';
      await open(page, 'approvals', 'Approvals');
      const body = async (): Promise<string> => (await page.locator('body').textContent()) ?? '';
      const times = (path: string): number => service.asked.filter(each => each.path === path).length;
      const before = page.getByRole('dialog', { name: 'Is your screen private?' });
      await page.getByRole('button', { name: /^Permit: Laptop/ }).click();
      await before.getByRole('button', { name: 'Not now' }).click();
      await before.waitFor({ state: 'detached' });
      assert.equal(times('approvals/read'), 0);

      await page.getByRole('button', { name: /^Permit: Laptop/ }).click();
      await before.getByRole('button', { name: 'My screen is private: show it' }).click();
      const dialog = page.getByRole('dialog', { name: 'Permit' });
      await page.locator('#behind:focus').waitFor();
      await comes(() => dialog.locator('#behind').innerText(), 'Which data, and whose\nMarks of class 4B\nand nothing else');
      assert.deepEqual(await sent('approvals/read'), { row: 'a1', private: true });
      assert.doesNotMatch(page.url(), /Marks|4B|a1/);
      assert.equal(times('approvals/act'), 0, 'nothing is decided by reading');
      await dialog.getByLabel(/A word/).fill('Lock it away.');
      await dialog.getByRole('button', { name: 'Permit it' }).click();
      assert.deepEqual(await sent('approvals/act'), { table: 'waiting', row: 'a1', act: 'permit', fields: { word: 'Lock it away.' } });
      await comes(async () => /Marks of class 4B/.test(await body()), false);

      service.typed = '<img src=x onerror="window.harmed=1">';
      service.refusing.set('approvals/read', 404);
      await page.getByRole('button', { name: /^Read: Laptop/ }).click();
      await before.getByRole('button', { name: 'My screen is private: show it' }).click();
      await before.getByText('This was refused in the test.').waitFor();
      service.refusing.clear();
      await before.getByRole('button', { name: 'My screen is private: show it' }).click();
      const read = page.getByRole('dialog', { name: 'Laptop (AB-1)' });
      await comes(() => read.locator('dd').innerText(), '<img src=x onerror="window.harmed=1">');
      await comes(() => read.getByRole('button').allInnerTexts(), ['Close']);
      assert.equal(await page.evaluate(() => (window as unknown as { harmed?: number }).harmed), undefined);
      await read.getByRole('button', { name: 'Close' }).click();
      await read.waitFor({ state: 'detached' });
    })
  );

  browses('covers what was asked where nobody touches it', () =>
    on(async page => {
      service.role = 'head';
      await page.clock.install();
      await open(page, 'approvals', 'Approvals');
      for (const name of [/^Read: Laptop/, /^Permit: Laptop/]) {
        await page.getByRole('button', { name }).click();
        await page.getByRole('button', { name: 'My screen is private: show it' }).click();
        await page.locator('#behind:focus').waitFor();
        await page.clock.runFor(4 * 60 * 1000);
        await page.keyboard.press('Shift');
        await page.clock.runFor(4 * 60 * 1000);
        await page.locator('#behind').waitFor();
        await page.clock.runFor(2 * 60 * 1000);
        await page.locator('#behind').waitFor({ state: 'detached' });
      }
    })
  );

  browses('may be read where nothing may be decided, and an audit is not offered where none can run', () =>
    on(async page => {
      service.role = 'head';
      service.readOnly = true;
      service.change = kept => ({ ...kept, audits: { ...kept.audits, asks: false } });
      await open(page, 'audits', 'Audits');
      await comes(() => page.getByRole('button', { name: 'Look again now' }).count(), 0);
      await open(page, 'approvals', 'Approvals');
      await page.getByRole('button', { name: /^Read: Laptop/ }).waitFor();
    })
  );

  browses('settings are changed with the change that they were seen with, undone, and taken back to the file', () =>
    on(async page => {
      await open(page, 'settings', 'Settings');
      await page.getByRole('button', { name: 'Change: At most' }).click();
      await page.getByRole('dialog').getByLabel('At most').fill('5');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      assert.deepEqual(await sent('settings/change'), { key: 'reminders.cap', value: 5, was: 'c1' });
      await undo(page).click();
      assert.deepEqual(await sent('settings/undo'), { change: 'c2' });
      await page.getByRole('button', { name: 'Change: Days' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove number 1' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Add another' }).click();
      await page.locator('dialog input:focus').fill('14');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.waitForFunction(() => document.querySelector('dialog') === null);
      assert.deepEqual(await sent('settings/change'), { key: 'reminders.days', value: [7, 14] });
      await page.getByRole('button', { name: 'Change: Away' }).click();
      await page.getByRole('dialog').getByLabel('Until').fill('2026-12-06');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.waitForFunction(() => document.querySelector('dialog') === null);
      assert.deepEqual(await sent('settings/change'), {
        key: 'away',
        value: [{ who: 'head@school.example', from: '2026-12-01', until: '2026-12-06' }]
      });
    })
  );

  browses('offers nothing to press where nothing may be changed', () =>
    on(async page => {
      service.readOnly = true;
      await open(page, 'settings', 'Settings');
      await page.getByText('nothing can be changed at the moment').waitFor();
      assert.equal(await page.getByRole('button', { name: /Change|Undo/ }).count(), 0);
    })
  );
});
