import assert from 'node:assert/strict';
import { verifyReceipt } from '../../../core/policies/ledger/receipt.ts';
import { hashes, verifySignature } from '../../../service/ledger/hashes.ts';
import { everybodys, signPages, type TestPages } from '../../support/sign-pages.ts';

interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: { readonly [name: string]: any };
  readonly cookie: string | undefined;
  readonly headers: Headers;
}

describe('the service behind the pages to sign', () => {
  let pages: TestPages;

  beforeEach(async () => (pages = await signPages()));
  afterEach(() => pages.close());

  /** Asks as a browser on our page does; `more` replaces its headers. */
  async function ask(path: string, body?: unknown, cookie = '', more: { readonly [name: string]: string } = {}): Promise<Answered> {
    const response = await fetch(pages.origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json', Origin: pages.origin }),
        'Sec-Fetch-Site': 'same-origin',
        'Accept-Language': 'en',
        ...(cookie && { Cookie: cookie }),
        ...more
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const set = response.headers.getSetCookie()[0];
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : JSON.parse(text),
      cookie: set?.split(';')[0],
      headers: response.headers
    };
  }

  /** Comes in by a link and its code; gives the cookie. */
  async function enter(key: string): Promise<string> {
    const link = await pages.links.issue('sign', pages.at.ids[key]!);
    const before = pages.mails.length;
    await ask('/sign/api/code', { link, afresh: false });
    const { status, cookie } = await ask('/sign/api/prove', { link, code: await pages.code(before) });
    assert.equal(status, 200);
    return cookie!;
  }

  const open = (cookie: string, language = 'en') => ask('/sign/api/open', { policy: 'online-safety', language }, cookie);
  const items = (...children: readonly (string | undefined)[]) =>
    children.map(child => ({ policy: 'online-safety', major: 1, language: 'en', ...(child && { child: pages.at.ids[child] }) }));
  const sign = (cookie: string, data: object) => ask('/sign/api/act', { verb: 'sign', data }, cookie);
  const signatures = async () =>
    (await pages.at.desk.since('2020-01-01T00:00:00Z')).map(({ entry }) => entry).filter(({ kind }) => kind === 'signed');

  it('lets a parent in by link and code, opens the text, takes one signature for each child, and gives receipts that verify', async () => {
    const link = await pages.links.issue('sign', pages.at.ids['parent']!);
    assert.deepEqual((await ask('/sign/api/code', { link, afresh: false })).status, 202);
    const code = await pages.code();
    assert.equal(pages.mails[0]!.to, 'parent.three@home.example');
    const proved = await ask('/sign/api/prove', { link, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
    assert.equal(proved.status, 200);
    assert.match(proved.headers.getSetCookie()[0]!, /^beadle-sign=[\w-]{43}; Max-Age=3600; Path=\/sign; .*HttpOnly; SameSite=Strict$/);
    const cookie = proved.cookie!;
    const { body: state } = await ask('/sign/api/state', undefined, cookie);
    assert.equal(state['name'], 'Parent Three');
    assert.deepEqual(state['texts'], [
      {
        policy: 'online-safety',
        title: 'Online safety',
        version: 'Version 1.0',
        languages: ['en', 'cy'],
        children: ['Kit Sample', 'Sam Sample'],
        changes: [],
        opened: false,
        asked: true
      }
    ]);
    const { body: text } = await open(cookie);
    assert.equal(text['sha256'], everybodys().texts.en!.sha256);
    assert.deepEqual(
      text['sections'].map((section: { heading: string; clauses: { number: string }[] }) => [
        section.heading,
        section.clauses.map(({ number }) => number)
      ]),
      [
        ['Passwords', ['1', '2']],
        ['E-mail', ['E-mail.1']]
      ]
    );
    const { body: asked } = await ask('/sign/api/card', undefined, cookie);
    assert.equal(asked['card'].type, 'AdaptiveCard');
    const done = await sign(cookie, {
      items: items('kit', 'sam'),
      tick0: 'true',
      tick1: 'true',
      name: 'Parent Three',
      relationship: 'Parent'
    });
    assert.equal(done.status, 200);
    assert.equal(done.body['receipts'].length, 2);
    for (const receipt of done.body['receipts']) assert.equal(verifyReceipt(receipt, { hashes, verify: verifySignature }).fault, undefined);
    assert.deepEqual(
      (await signatures()).map(
        entry => 'assurance' in entry && [entry.person, entry.child, entry.channel, entry.assurance, entry.typedName]
      ),
      ['kit', 'sam'].map(child => [pages.at.ids['parent'], pages.at.ids[child], 'web', 'code', 'Parent Three'])
    );
    assert.deepEqual(pages.log, []);
  });

  it('takes no signature before the text was opened on the page', async () => {
    const cookie = await enter('governor');
    const { body } = await sign(cookie, { items: items(undefined), tick0: 'true', name: 'Governor Two' });
    assert.deepEqual(body['receipts'], []);
    assert.match(JSON.stringify(body['cards']), /Please open and read the text before you sign it/);
    assert.deepEqual(await signatures(), []);
  });

  describe('codes and links', () => {
    it('answer alike whether a link, a person or an address exists', async () => {
      const good = await pages.links.issue('sign', pages.at.ids['parent']!);
      const answers = await Promise.all([
        ask('/sign/api/code', { link: good, afresh: false }),
        ask('/sign/api/code', { link: 'x'.repeat(43), afresh: false }),
        ask('/sign/api/code', { afresh: true }),
        ask('/sign/api/code', { link: await pages.links.issue('sign', pages.at.ids['nowhere']!), afresh: false }),
        ask('/sign/api/link', { address: 'parent.three@home.example' }),
        ask('/sign/api/link', { address: 'nobody@home.example' }),
        ask('/sign/api/link', { address: 'no address' })
      ]);
      for (const { status, body, headers } of answers) assert.deepEqual([status, body, headers.getSetCookie()], [202, {}, []]);
      await pages.mailed(2);
      assert.deepEqual(
        pages.mails.map(({ to }) => to),
        ['parent.three@home.example', 'parent.three@home.example']
      );
      const wrong = await Promise.all([
        ask('/sign/api/prove', { link: good, code: '000000' }),
        ask('/sign/api/prove', { link: 'x'.repeat(43), code: '000000' }),
        ask('/sign/api/prove', { link: '', code: '' }),
        ask('/sign/api/prove', { code: '000000' })
      ]);
      assert.equal(new Set(wrong.map(({ status, body }) => JSON.stringify([status, body]))).size, 1);
      assert.equal(wrong[0]!.body['reason'], 'wrong-code');
    });

    it('a link is good once', async () => {
      const link = await pages.links.issue('sign', pages.at.ids['parent']!);
      await ask('/sign/api/code', { link, afresh: false });
      const code = await pages.code();
      assert.equal((await ask('/sign/api/prove', { link, code })).status, 200);
      assert.equal((await ask('/sign/api/prove', { link, code })).status, 403);
      await ask('/sign/api/code', { link, afresh: true });
      await new Promise(resolve => setTimeout(resolve, 60));
      assert.equal(pages.mails.length, 1);
    });

    it('an old link gets no code', async () => {
      const link = await pages.links.issue('sign', pages.at.ids['parent']!);
      pages.at.clock.at += 14 * 24 * 60 * 60 * 1000;
      await ask('/sign/api/code', { link, afresh: false });
      await new Promise(resolve => setTimeout(resolve, 60));
      assert.equal(pages.mails.length, 0);
    });

    it('after five wrong codes the right one is wrong as well', async () => {
      const link = await pages.links.issue('sign', pages.at.ids['parent']!);
      await ask('/sign/api/code', { link, afresh: false });
      const code = await pages.code();
      for (let i = 1; i <= 5; i += 1) {
        const guess = String((Number(code) + i) % 1_000_000).padStart(6, '0');
        assert.equal((await ask('/sign/api/prove', { link, code: guess })).status, 403);
      }
      assert.equal((await ask('/sign/api/prove', { link, code })).status, 403);
    });

    it('sends somebody three new links an hour at most, in their own language', async () => {
      for (let i = 0; i < 6; i += 1) {
        await ask('/sign/api/link', { address: ' Governor.Two@governors.EXAMPLE ' });
        await pages.mailed(Math.min(i + 1, 3));
      }
      await new Promise(resolve => setTimeout(resolve, 60));
      assert.equal(pages.mails.length, 3);
      assert.equal(pages.mails[0]!.subject, 'Eich dolen newydd i Example Primary School');
      assert.match(pages.mails[0]!.text, /hyd 7 Rhagfyr 2026/);
      assert.match(pages.mails[0]!.text, /\/sign#[\w-]{43}\n/);
    });

    it('never puts a code, a link or a name into the log', async () => {
      await enter('parent');
      assert.deepEqual(pages.log, []);
    });
  });

  describe('a link from Teams', () => {
    async function reader(): Promise<string> {
      const { status, cookie } = await ask('/sign/api/read', { link: await pages.links.issue('read', pages.at.ids['teacher']!) });
      assert.equal(status, 200);
      return cookie!;
    }

    it('opens the text for Teams and says nothing of whose it is', async () => {
      const cookie = await reader();
      const { body } = await ask('/sign/api/state', undefined, cookie);
      assert.equal(body['level'], 'read');
      assert.doesNotMatch(JSON.stringify(body), /Teacher|4B|school\.example/);
      assert.equal((await open(cookie)).status, 200);
      const [opened] = (await pages.at.desk.since('2020-01-01T00:00:00Z'))
        .map(({ entry }) => entry)
        .filter(({ kind }) => kind === 'opened');
      assert.deepEqual(opened && 'channel' in opened && [opened.person, opened.channel], [pages.at.ids['teacher'], 'teams']);
    });

    it('lets nobody sign who has it passed on to them, until the code from the known address is typed in', async () => {
      const cookie = await reader();
      await open(cookie);
      const tried = await sign(cookie, { items: items(undefined), tick0: 'true', name: 'Somebody Else', 'job-title': 'Thief' });
      assert.deepEqual([tried.status, tried.body['reason']], [403, 'read-only']);
      assert.equal((await ask('/sign/api/card', undefined, cookie)).status, 403);
      await ask('/sign/api/code', { afresh: false }, cookie);
      assert.equal((await ask('/sign/api/prove', { code: '12345' }, cookie)).status, 403);
      const proved = await ask('/sign/api/prove', { code: await pages.code() }, cookie);
      assert.equal(proved.status, 200);
      assert.equal((await ask('/sign/api/state', undefined, cookie)).status, 401, 'the weaker sitting ends');
      const done = await sign(proved.cookie!, { items: items(undefined), tick0: 'true', name: 'Teacher Seven', 'job-title': 'Teacher' });
      assert.equal(done.body['receipts'].length, 1);
      const [entry] = await signatures();
      assert.equal(entry && 'assurance' in entry && entry.assurance, 'code');
    });

    it('is good once, and is no link for a code', async () => {
      const link = await pages.links.issue('read', pages.at.ids['teacher']!);
      assert.equal((await ask('/sign/api/read', { link })).status, 200);
      const again = await ask('/sign/api/read', { link });
      assert.deepEqual([again.status, again.body['reason']], [410, 'link-gone']);
      const other = await pages.links.issue('read', pages.at.ids['teacher']!);
      await ask('/sign/api/code', { link: other, afresh: false });
      const forMail = await pages.links.issue('sign', pages.at.ids['teacher']!);
      assert.equal((await ask('/sign/api/read', { link: forMail })).status, 410);
      assert.equal(pages.mails.length, 0);
    });
  });

  describe('whoever sits there', () => {
    it('signs nothing of somebody else’s', async () => {
      const cookie = await enter('parent');
      await open(cookie);
      const other = await sign(cookie, { items: items('robin'), tick0: 'true', name: 'Parent Three', relationship: 'Parent' });
      assert.deepEqual(other.body['receipts'], []);
      const own = await sign(cookie, { items: items(undefined), tick0: 'true', name: 'Parent Three', relationship: 'Parent' });
      assert.deepEqual(own.body['receipts'], []);
      assert.equal((await ask('/sign/api/open', { policy: 'another', language: 'en' }, cookie)).status, 404);
      assert.deepEqual(await signatures(), []);
    });

    const attempts: readonly (readonly [string, unknown])[] = [
      [
        'another person in the data',
        { verb: 'sign', data: { items: [{ policy: 'online-safety', major: 1, language: 'en', person: 'x' }], tick0: 'true' } }
      ],
      ['an unknown verb', { verb: 'remind', data: {} }],
      [
        'a field that is none',
        { verb: 'sign', data: { items: [{ policy: 'online-safety', major: 1, language: 'en' }], assurance: 'directory' } }
      ],
      ['a channel of their own', { verb: 'show', data: {}, channel: 'teams' }],
      ['data that are a list', { verb: 'sign', data: [] }],
      ['nothing', {}],
      ['a prototype', { verb: '__proto__', data: { constructor: 1 } }]
    ];
    for (const [title, body] of attempts) {
      it(`is refused when the page sends ${title}`, async () => {
        const cookie = await enter('governor');
        await open(cookie);
        const answer = await ask('/sign/api/act', body, cookie);
        assert.deepEqual([answer.status, answer.body['reason']], [400, 'not-understood']);
        assert.deepEqual(await signatures(), []);
      });
    }

    it('signs once however often the button is pressed at the same time', async () => {
      const cookie = await enter('governor');
      await open(cookie);
      const data = { items: items(undefined), tick0: 'true', name: 'Governor Two' };
      const answers = await Promise.all(Array.from({ length: 8 }, () => sign(cookie, data)));
      for (const { status } of answers) assert.equal(status, 200);
      assert.equal((await signatures()).length, 1);
    });

    it('is nobody after leaving, after an hour, and with a cookie of their own making', async () => {
      const cookie = await enter('governor');
      assert.equal((await ask('/sign/api/leave', {}, cookie)).status, 200);
      assert.equal((await ask('/sign/api/state', undefined, cookie)).status, 401);
      const later = await enter('parent');
      pages.at.clock.at += 60 * 60 * 1000;
      assert.equal((await ask('/sign/api/state', undefined, later)).status, 401);
      for (const forged of ['beadle-sign=', `beadle-sign=${'a'.repeat(43)}`, "beadle-sign=' or 1=1", 'beadle-kiosk=x; beadle-sign=y']) {
        const { status, body } = await ask('/sign/api/state', undefined, forged);
        assert.deepEqual([status, body['reason']], [401, 'nobody']);
      }
    });
  });

  describe('what another website or a program sends', () => {
    const foreign: readonly (readonly [string, { readonly [name: string]: string }])[] = [
      ['comes from another origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
      ['comes from another origin and hides the site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': '' }],
      ['comes from a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }],
      ['comes from nowhere', { Origin: 'null' }]
    ];
    for (const [title, headers] of foreign) {
      it(`is refused when it ${title}`, async () => {
        const cookie = await enter('governor');
        const { status, body } = await ask('/sign/api/leave', {}, cookie, headers);
        assert.deepEqual([status, body['reason']], [403, 'elsewhere']);
        assert.equal((await ask('/sign/api/state', undefined, cookie)).status, 200);
      });
    }

    it('is refused when it is no JSON, too large, or packed', async () => {
      const cookie = await enter('governor');
      const form = await ask('/sign/api/act', 'verb=sign', cookie, { 'Content-Type': 'application/x-www-form-urlencoded' });
      assert.deepEqual([form.status, form.body['reason']], [415, 'not-understood']);
      assert.equal((await ask('/sign/api/act', '{"verb":', cookie)).status, 400);
      assert.equal((await ask('/sign/api/act', { verb: 'sign', data: { name: 'x'.repeat(70_000) } }, cookie)).status, 413);
      assert.equal((await ask('/sign/api/act', '{}', cookie, { 'Content-Encoding': 'gzip' })).status, 415);
    });

    it('answers in Welsh where Welsh is asked for', async () => {
      const { body, headers } = await ask('/sign/api/state', undefined, '', { 'Accept-Language': 'cy' });
      assert.equal(headers.get('Content-Language'), 'cy');
      assert.match(body['detail'], /^Nid yw’r dudalen hon yn eich adnabod bellach/);
    });

    it('is kept nowhere', async () => {
      const cookie = await enter('governor');
      for (const path of ['/sign/api/state', '/sign/api/card'])
        assert.equal((await ask(path, undefined, cookie)).headers.get('Cache-Control'), 'no-store');
    });
  });

  it('lets the browser run and fetch nothing but our own, and no page frame it', async () => {
    const { headers } = await fetch(`${pages.origin}/kiosk/visit`);
    assert.equal(
      headers.get('Content-Security-Policy'),
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';form-action 'none';base-uri 'none';frame-ancestors 'none';" +
        "require-trusted-types-for 'script';trusted-types adaptivecards#deprecatedExportedFunctionPolicy adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy"
    );
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
  });

  it('slows down whoever guesses: from one address, and from all of them together', async () => {
    const slow = await signPages({ limits: { proving: 5, provingAll: 5, each: 1000 } });
    try {
      const guess = () =>
        fetch(`${slow.origin}/sign/api/prove`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: slow.origin },
          body: JSON.stringify({ link: 'x'.repeat(43), code: '123456' })
        });
      const statuses: number[] = [];
      for (let i = 0; i < 8; i += 1) statuses.push((await guess()).status);
      assert.deepEqual(statuses, [403, 403, 403, 403, 403, 429, 429, 429]);
      const { headers } = await guess();
      assert.ok(Number(headers.get('Retry-After')) > 0);
    } finally {
      await slow.close();
    }
  });

  it('over https sends the cookie over https alone, and takes no other origin, not even its own name without https', async () => {
    const safe = await signPages({ origin: 'https://aup.school.example' });
    try {
      const send = (origin: string, body: object, path: string) =>
        fetch(safe.origin + path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: origin },
          body: JSON.stringify(body)
        });
      const link = await safe.links.issue('read', safe.at.ids['teacher']!);
      assert.equal((await send(safe.origin, { link }, '/sign/api/read')).status, 403);
      const { headers, status } = await send('https://aup.school.example', { link }, '/sign/api/read');
      assert.equal(status, 200);
      assert.match(headers.getSetCookie()[0]!, /; HttpOnly; Secure; SameSite=Strict$/);
    } finally {
      await safe.close();
    }
  });

  describe('a kiosk', () => {
    async function kiosk(): Promise<string> {
      const { status, cookie, headers } = await ask('/kiosk/api/begin', { link: await pages.links.issue('kiosk') });
      assert.equal(status, 200);
      assert.match(headers.getSetCookie()[0]!, /^beadle-kiosk=[\w-]{43}; .*Path=\/kiosk; .*HttpOnly; SameSite=Strict$/);
      return cookie!;
    }
    const visitor = (link: string, more: object = {}) => ({
      link,
      name: 'Visitor One',
      organisation: 'Example Lifts',
      role: 'visitor',
      language: 'en',
      ...more
    });

    it('shows a code, and a new one once the last was used or is nearly too old', async () => {
      const cookie = await kiosk();
      const { body: first } = await ask('/kiosk/api/show', {}, cookie);
      assert.match(first['svg'], /^<svg /);
      assert.match(first['link'], /^[\w-]{43}$/);
      assert.deepEqual(Object.keys((await ask('/kiosk/api/show', { shown: first['link'] }, cookie)).body), ['school', 'languages']);
      await ask('/sign/api/visit', visitor(first['link']));
      const { body: second } = await ask('/kiosk/api/show', { shown: first['link'] }, cookie);
      assert.notEqual(second['link'], first['link']);
      pages.at.clock.at += 8 * 60 * 1000;
      assert.ok((await ask('/kiosk/api/show', { shown: second['link'] }, cookie)).body['link']);
    });

    it('lets a visitor sign, present but not proved, and mails the receipt where they want it without keeping that', async () => {
      const { body } = await ask('/kiosk/api/show', {}, await kiosk());
      const { status, cookie } = await ask('/sign/api/visit', visitor(body['link']));
      assert.equal(status, 200);
      await open(cookie!);
      const data = { items: items(undefined), tick0: 'true', name: 'Visitor One' };
      const done = await ask('/sign/api/act', { verb: 'sign', data, receiptTo: 'one@lifts.example' }, cookie!);
      assert.equal(done.body['receipts'].length, 1);
      const [entry] = await signatures();
      assert.deepEqual(entry && 'assurance' in entry && [entry.audience, entry.channel, entry.assurance], ['visitors', 'kiosk', 'present']);
      const person = (await pages.at.desk.people()).find(({ name }) => name === 'Visitor One (Example Lifts)');
      assert.deepEqual(person && [person.roles, person.groups, person.leftOn, person.address], [['visitor'], [], '2026-11-23', undefined]);
      const [mail] = await pages.mailed(1);
      assert.deepEqual(mail && [mail.to, mail.files?.length], ['one@lifts.example', 1]);
    });

    it('mails no receipt to an address of the page’s choice for anybody else', async () => {
      const cookie = await enter('governor');
      await open(cookie);
      const data = { items: items(undefined), tick0: 'true', name: 'Governor Two' };
      assert.equal((await ask('/sign/api/act', { verb: 'sign', data, receiptTo: 'thief@evil.example' }, cookie)).status, 200);
      await new Promise(resolve => setTimeout(resolve, 60));
      assert.deepEqual(
        pages.mails.map(({ to }) => to),
        ['governor.two@governors.example']
      );
    });

    it('takes what was scanned once, within ten minutes, and as nobody but a visitor, supply staff or a contractor', async () => {
      const cookie = await kiosk();
      const { body: shown } = await ask('/kiosk/api/show', {}, cookie);
      assert.equal((await ask('/sign/api/visit', visitor(shown['link'], { role: 'coordinator' }))).status, 400);
      assert.equal((await ask('/sign/api/visit', visitor(shown['link'], { name: '  ' }))).status, 400);
      assert.equal((await ask('/sign/api/visit', visitor(shown['link']))).status, 200);
      const again = await ask('/sign/api/visit', visitor(shown['link']));
      assert.deepEqual([again.status, again.body['reason']], [410, 'visit-gone']);
      const { body: late } = await ask('/kiosk/api/show', {}, cookie);
      pages.at.clock.at += 10 * 60 * 1000;
      assert.equal((await ask('/sign/api/visit', visitor(late['link']))).status, 410);
      assert.equal((await ask('/kiosk/api/show', {})).status, 401);
      assert.equal((await ask('/kiosk/api/begin', { link: 'x'.repeat(43) })).status, 410);
    });
  });

  describe('a class', () => {
    const turn = (key: string, more: object = {}) => ({ pupil: pages.at.ids[key], policy: 'online-safety', language: 'en', ...more });

    it('signs with its teacher, one pupil after the other', async () => {
      let cookie = await enter('teacher');
      assert.equal((await ask('/sign/api/state', undefined, cookie)).body['class'], '4B');
      assert.equal((await ask('/sign/api/class', undefined, cookie)).body['reason'], 'class-not-begun');
      const handed = await ask('/sign/api/class/begin', {}, cookie);
      assert.equal((await ask('/sign/api/state', undefined, cookie)).status, 401, 'the teacher’s own sitting ends');
      cookie = handed.cookie!;
      const { body } = await ask('/sign/api/class', undefined, cookie);
      assert.deepEqual(
        body['pupils'].map(({ name, open }: { name: string; open: string[] }) => [name, open]),
        [
          ['Kit Sample', ['online-safety']],
          ['Sam Sample', ['online-safety']]
        ]
      );
      const early = await ask('/sign/api/class/sign', turn('kit', { agreed: true }), cookie);
      assert.deepEqual([early.status, early.body['reason']], [409, 'not-opened']);
      assert.equal((await ask('/sign/api/class/open', turn('kit'), cookie)).status, 200);
      assert.equal((await ask('/sign/api/class/sign', turn('kit', { agreed: false }), cookie)).body['reason'], 'not-agreed');
      assert.equal((await ask('/sign/api/class/sign', turn('kit', { agreed: true }), cookie)).status, 200);
      const [entry] = await signatures();
      assert.deepEqual(
        entry && 'assurance' in entry && [entry.person, entry.typedName, entry.fields, entry.channel, entry.assurance, entry.countersigner],
        [pages.at.ids['kit'], 'Kit Sample', { class: '4B' }, 'class', 'present', pages.at.ids['teacher']]
      );
      assert.equal((await ask('/sign/api/class/sign', turn('kit', { agreed: true }), cookie)).status, 404, 'once is enough');
    });

    it('is nobody else’s: not another class’s pupil, not for a parent, not without the code', async () => {
      const cookie = (await ask('/sign/api/class/begin', {}, await enter('teacher'))).cookie!;
      for (const own of ['/sign/api/state', '/sign/api/card'])
        assert.equal((await ask(own, undefined, cookie)).status, 401, 'a pupil reaches nothing of the teacher’s');
      assert.equal((await sign(cookie, { items: items(undefined), tick0: 'true', name: 'Pupil', 'job-title': 'x' })).status, 401);
      assert.equal((await open(cookie)).status, 401);
      assert.equal((await ask('/sign/api/class/open', turn('robin'), cookie)).status, 404);
      assert.equal((await ask('/sign/api/class/open', turn('parent'), cookie)).status, 404);
      assert.equal((await ask('/sign/api/class', undefined, await enter('parent'))).status, 403);
      const reader = await ask('/sign/api/read', { link: await pages.links.issue('read', pages.at.ids['teacher']!) });
      assert.equal((await ask('/sign/api/class', undefined, reader.cookie)).status, 403);
      const { body: shown } = await ask(
        '/kiosk/api/show',
        {},
        (await ask('/kiosk/api/begin', { link: await pages.links.issue('kiosk') })).cookie
      );
      const supply = await ask('/sign/api/visit', { link: shown['link'], name: 'S', organisation: '', role: 'supply', language: 'en' });
      assert.equal((await ask('/sign/api/class', undefined, supply.cookie)).status, 403);
    });
  });
});
