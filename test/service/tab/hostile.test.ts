import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type Act, type Tables, type View, views } from '../../../addin/tab/api.ts';
import { words } from '../../../addin/tab/words.ts';
import { approvalSource } from '../../../service/approvals-shown.ts';
import { openApprovals } from '../../../service/approving.ts';
import { readPeople } from '../../../service/people-file.ts';
import { openRegisters } from '../../../service/registering.ts';
import { registerSource } from '../../../service/registers-shown.ts';
import type { Run } from '../../../service/store/audits.ts';
import type { Listed } from '../../../service/store/people.ts';
import type { TableSource } from '../../../service/tab/tab.ts';
import { browser, browses, built } from '../../support/browser.ts';
import { exampleReport } from '../../support/incidents.ts';
import { askEverybody } from '../../support/sign-pages.ts';
import { type AtTestTab, freshTab, tabPeople, type TestTab } from '../../support/tab.ts';

/** What somebody writes who means harm: each place has a word of its own, by which it is found again. */
const harm = (place: string): string =>
  `${place}"'><img src=x onerror="window.harmed='${place}'"><script>window.harmed='${place}'</script><a href="javascript:window.harmed=1">{{constructor}}</a>\u202E`;

/** A device that its owner named so. */
const found: Run = {
  at: new Date('2026-11-23T02:00:00Z'),
  vendor: 'microsoft',
  tenant: '89abcdef-0123-4567-89ab-cdef01234567',
  results: [
    {
      id: 'device-codes-too-short',
      duties: ['lock-device-with-code' as never],
      severity: 'high',
      state: 'fail',
      message: 'short',
      values: {},
      subjects: { count: 1, first: [{ kind: 'device', id: 'd1', name: harm('device') }] }
    }
  ],
  counts: { right: 0, wrong: 1, unknown: 0 }
};

describe('what somebody wrote who means harm', function () {
  this.timeout(90_000);
  let build: ReturnType<typeof built>;
  let chromium: Browser | undefined;
  let at: TestTab;
  let who: AtTestTab;

  before(async () => {
    build = built();
    chromium = await browser();
    const named = (name: string): readonly Listed[] => {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      const csv = `id,name,roles,address,class\nnasty,${quoted},staff,nasty@school.example,\nchild,${quoted},pupil,,${quoted}\n`;
      return readPeople(Buffer.from(csv), 'people.csv', 'en') as readonly Listed[];
    };
    const sources: { approvals?: TableSource; registers?: TableSource } = {};
    at = await freshTab({ folder: build.folder, people: [...tabPeople, ...named(harm('name'))], sources });
    await askEverybody(at.signatures);
    const approvals = await openApprovals(at.signatures);
    const registers = await openRegisters(at.signatures);
    assert.ok(approvals && registers);
    Object.assign(sources, { approvals: approvalSource(approvals), registers: registerSource(registers) });
    await write();
  });
  after(async () => {
    await chromium?.close();
    await at.close();
    build.gone();
  });

  const matter = (key: string) => ({ person: at.ids[key]!, policy: 'acceptable-use' });
  const well = ({ status, body }: { readonly status: number; readonly body: unknown }): void =>
    assert.ok(status >= 200 && status < 300, `${status} ${JSON.stringify(body)}`);

  /** Fields of something that is done, each filled in as its kind allows. */
  function filled({ fields }: Pick<Act, 'fields'>, place: string): { readonly [id: string]: string } {
    return Object.fromEntries(
      fields.map(({ id, kind, choices }) => [
        id,
        kind === 'day'
          ? '2026-11-23'
          : kind === 'time'
            ? '16:00'
            : kind === 'number'
              ? '1'
              : kind === 'choice'
                ? choices![0]!.value
                : harm(`${place}-${id}`).slice(0, 199)
      ])
    );
  }

  /** Writes it in every place where somebody can write something that the tab shows, through what is there for it. */
  async function write(): Promise<void> {
    const { desk } = at.signatures;
    who = await at.sit('coordinator');
    const head = await at.sit('head');
    await at.auditing.audits.add([found]);
    await desk.open(matter('teacher'), 'en', 'web');
    assert.ok('done' in (await desk.decline(matter('teacher'), 1, harm('reason'), 'web')));
    await desk.open(matter('manager'), 'en', 'web');
    const signing = { major: 1, typedName: 'Morgan Above', fields: { 'job-title': 'Teacher' }, agreed: true } as const;
    const signed = await desk.sign({
      ...signing,
      matter: matter('manager'),
      language: 'en',
      channel: 'web',
      assurance: 'code',
      question: harm('question')
    });
    assert.ok('done' in signed, JSON.stringify(signed));
    well(await who.post('signatures/excuse', { matter: matter('nasty'), because: harm('because') }));
    const accepted = {
      check: 'passwords-too-short',
      until: '2027-03-31',
      owner: harm('owner').slice(0, 199),
      because: harm('risk').slice(0, 199)
    };
    well(await head.post('audits/accept', accepted));
    await at.incidents.report(
      exampleReport({ category: 'virus', what: harm('what'), about: harm('about').slice(0, 119), device: harm('lost').slice(0, 199) }),
      at.ids['nasty']!,
      'once'
    );
    const [item] = await at.incidents.waiting(at.ids['coordinator']!);
    well(await who.post('incidents/add', { id: item!.id, kind: 'note', text: harm('note') }));
    const staff = await at.sit('staff');
    for (const [view, asks] of [
      ['approvals', staff],
      ['registers', who]
    ] as const) {
      const { begin } = (await asks.get(view)).body as Tables;
      for (const act of begin) await asks.post(`${view}/act`, { table: 'all', act: act.id, fields: filled(act, view) });
      const { tables } = (await (view === 'approvals' ? head : who).get(view)).body as Tables;
      const rows = tables.flatMap(({ id, rows: its }) => its.map(row => ({ table: id, row })));
      assert.ok(rows.length > 0, `something stands in ${view}`);
      const [{ table, row }] = rows as [(typeof rows)[0]];
      const act = row.acts.find(({ fields }) => fields.some(({ kind }) => kind === 'long'));
      if (act)
        await (view === 'approvals' ? head : who).post(`${view}/act`, {
          table,
          row: row.id,
          act: act.id,
          fields: filled(act, `${view}-note`)
        });
    }
  }

  /** Waits for a view, and says what stands in it. */
  async function opened(page: Page, view: View): Promise<string> {
    await page.getByRole('navigation').getByRole('link', { name: words[view].en, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: words[view].en, exact: true }).waitFor();
    await page.waitForFunction(() => document.querySelector('.waiting, .waiting-lines') === null);
    await page.evaluate(() => document.querySelectorAll('details').forEach(each => (each.open = true)));
    return page.locator('main').innerText();
  }

  /** Nothing of it became part of the page, and nothing of it ran. */
  async function unharmed(page: Page, where: string): Promise<void> {
    const harmed = await page.evaluate(() => ({
      ran: (window as unknown as { readonly harmed?: string }).harmed,
      images: document.querySelectorAll('img[src="x"]').length,
      scripts: [...document.querySelectorAll('script')].filter(each => (each.textContent ?? '').includes('harmed')).length,
      links: document.querySelectorAll('a[href^="javascript"]').length,
      handlers: [...document.querySelectorAll('*')].filter(each => each.getAttributeNames().some(name => name.startsWith('on'))).length
    }));
    assert.deepEqual(harmed, { images: 0, scripts: 0, links: 0, handlers: 0, ran: undefined }, where);
  }

  for (const role of ['coordinator', 'head'] as const) {
    browses(`stands on the ${role}’s page as it was written, in every view, and does nothing`, async () => {
      const sitting = await at.sit(role);
      const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 900 } });
      context.setDefaultTimeout(15_000);
      try {
        const [name, value] = sitting.cookie.split('=') as [string, string];
        await context.addCookies([{ name, value, url: at.here }]);
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('pageerror', error => complaints.push(error.message));
        page.on('console', message => complaints.push(message.text()));
        page.on('dialog', dialog => void dialog.dismiss().then(() => complaints.push('a dialog')));
        await page.goto(`${at.here}/tab`);
        await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
        const seen: { [V in View]?: string } = {};
        for (const view of views) {
          seen[view] = await opened(page, view);
          if (view === 'incidents' && role === 'coordinator') {
            await page.getByRole('button', { name: /^Read/ }).first().click();
            const { body } = await sitting.get('incidents');
            await page
              .getByRole('dialog')
              .getByRole('button', { name: (body as { private: { yes: string } }).private.yes })
              .click();
            await page.locator('#told').waitFor();
            seen.incidents = await page.locator('#told').innerText();
          }
          if (view === 'approvals' && role === 'head') {
            await page
              .getByRole('button', { name: /^Read: / })
              .first()
              .click();
            await page.getByRole('dialog').getByRole('button', { name: 'My screen is private: show it' }).click();
            await page.locator('#behind').waitFor();
            seen.approvals = await page.locator('#behind').innerText();
            await unharmed(page, 'what was asked');
            await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
          }
          await unharmed(page, view);
        }
        const places: readonly (readonly [View, string])[] =
          role === 'coordinator'
            ? [
                ['signatures', 'reason'],
                ['signatures', 'question'],
                ['signatures', 'name'],
                ['audits', 'owner'],
                ['audits', 'risk'],
                ['incidents', 'what'],
                ['incidents', 'about'],
                ['incidents', 'lost'],
                ['incidents', 'note'],
                ['incidents', 'name'],
                ['registers', 'registers-'],
                ['settings', 'risk']
              ]
            : [
                ['approvals', 'approvals-'],
                ['audits', 'risk'],
                ['settings', 'owner']
              ];
        for (const [view, place] of places) {
          const text = seen[view]!;
          assert.ok(
            text.includes(place) && text.includes('<img src=x onerror='),
            `${view} shows «${place}» as it was written: ${text.slice(0, 3000)}`
          );
        }
        assert.deepEqual(complaints, []);
      } finally {
        await context.close();
      }
    });
  }

  it('comes back as data, never as a page', async () => {
    for (const view of views) {
      const { status, headers } = await who.get(view);
      assert.equal(status, 200);
      assert.match(headers.get('Content-Type')!, /^application\/json/);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    }
    // Nor does an address bear it back.
    const { status, headers, body } = await at.ask(`/tab/api/${encodeURIComponent(harm('path'))}`);
    assert.equal(status, 404);
    assert.match(headers.get('Content-Type')!, /json/);
    assert.ok(!JSON.stringify(body).includes('harmed'));
  });

  it('never comes into the log', () => {
    assert.doesNotMatch(at.log.join('\n'), /harmed|onerror|<img/);
  });
});
