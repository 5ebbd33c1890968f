import assert from 'node:assert/strict';
import { freshTab, type TabAnswer, type TestTab } from '../../support/tab.ts';
import { claimsAt, clientId, type Issuer, issuer, outlookYaml, tenant } from '../../support/issuer.ts';

const minute = 60 * 1000;
const teams = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

describe('signing in to the tab', function () {
  this.timeout(30_000);
  let at: TestTab;
  beforeEach(async () => (at = await freshTab()));
  afterEach(() => at.close());

  const cookieOf = ({ cookies }: TabAnswer): string => cookies[0]?.split(';')[0] ?? '';

  /** Asks for a link by an address; gives it as the mail bears it. */
  async function linkFor(address: string): Promise<string> {
    const before = at.mails.length;
    assert.equal((await at.ask('/tab/api/enter/link', { address })).status, 202);
    const mail = (await at.mailed(before + 1))[before]!;
    assert.equal(mail.to, address);
    const [, link] = /\/tab#([A-Za-z0-9_-]{43})\b/.exec(mail.text) ?? [];
    assert.ok(link, 'the mail leads to the tab');
    return link;
  }

  async function codeFor(link: string): Promise<string> {
    const before = at.mails.length;
    assert.equal((await at.ask('/tab/api/enter/code', { link, afresh: false })).status, 202);
    const [, one, two] = /(\d{3}) (\d{3})/.exec((await at.mailed(before + 1))[before]!.text)!;
    return `${one} ${two}`;
  }

  it('by a mailed link and its code lets in whoever it is for, in their post', async () => {
    const link = await linkFor('head@school.example');
    const proved = await at.ask('/tab/api/enter/prove', { link, code: await codeFor(link) });
    assert.equal(proved.status, 200);
    assert.match(proved.cookies[0]!, /^beadle-tab=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const { body } = await at.ask('/tab/api/session', undefined, { Cookie: cookieOf(proved) });
    assert.deepEqual(
      [body.person, body.roles, body.language, body.today, body.readOnly, body.by],
      [{ name: 'Harper Leading', initials: 'HL' }, ['head'], 'en', '2026-11-23', false, 'link']
    );
    assert.deepEqual(body.ends, { idle: '2026-11-23T09:30:00.000Z', latest: '2026-11-23T21:00:00.000Z' });
    // Once is enough for one link.
    assert.equal((await at.ask('/tab/api/enter/prove', { link, code: '000000' })).status, 403);
  });

  it('lets in whoever looks after the school’s IT, on the list of people or not', async () => {
    const link = await linkFor('it@school.example');
    const proved = await at.ask('/tab/api/enter/prove', { link, code: await codeFor(link) });
    const { body } = await at.ask('/tab/api/session', undefined, { Cookie: cookieOf(proved) });
    assert.deepEqual(body.roles, ['it']);
  });

  it('answers alike whether an address is known, and writes to nobody whom the tab is not for', async () => {
    const asked = ['head@school.example', 'nobody@school.example', 'parent.three@home.example', 'kit@pupils.school.example', 'no address'];
    for (const address of asked) {
      const { status, body, cookies } = await at.ask('/tab/api/enter/link', { address });
      assert.deepEqual([status, body, cookies], [202, {}, []]);
    }
    await at.mailed(1);
    await new Promise(resolve => setImmediate(resolve));
    assert.deepEqual(
      at.mails.map(({ to }) => to),
      ['head@school.example']
    );
    for (const link of ['x'.repeat(43), 'short']) assert.equal((await at.ask('/tab/api/enter/code', { link, afresh: false })).status, 202);
  });

  it('sends one address three links an hour, and one browser so many tries a minute', async () => {
    for (let i = 0; i < 5; i += 1) {
      await at.ask('/tab/api/enter/link', { address: 'head@school.example' });
      await at.mailed(Math.min(i + 1, 3));
    }
    await at.ask('/tab/api/enter/link', { address: 'chair@governors.example' });
    const mails = await at.mailed(4);
    assert.deepEqual(
      mails.map(({ to }) => to),
      ['head@school.example', 'head@school.example', 'head@school.example', 'chair@governors.example']
    );
    const few = await freshTab({ limits: { proving: 3 } });
    try {
      const states: number[] = [];
      for (let i = 0; i < 4; i += 1) states.push((await few.ask('/tab/api/enter/prove', { link: 'x'.repeat(43), code: '123456' })).status);
      assert.deepEqual(states, [403, 403, 403, 429]);
    } finally {
      await few.close();
    }
  });

  it('takes no code for a link to sign with, and no link to the tab where people sign', async () => {
    const own = await at.signatures.links.issue('sign', at.ids['head']!);
    assert.equal(await at.signatures.links.code(own, 'tab', false), undefined);
    const tabs = await at.signatures.links.issue('tab', at.ids['head']!);
    assert.equal(await at.signatures.links.code(tabs, 'link', false), undefined);
  });

  it('gives each sign-in a secret of its own: one that was planted before is worth nothing', async () => {
    const planted = 'A'.repeat(43);
    const link = await linkFor('head@school.example');
    const proved = await at.ask('/tab/api/enter/prove', { link, code: await codeFor(link) }, { Cookie: `beadle-tab=${planted}` });
    assert.notEqual(cookieOf(proved), `beadle-tab=${planted}`);
    assert.equal((await at.ask('/tab/api/session', undefined, { Cookie: `beadle-tab=${planted}` })).status, 401);
    // And a real one of before ends when somebody signs in anew in the same browser.
    const again = await linkFor('esafety@school.example');
    const second = await at.ask('/tab/api/enter/prove', { link: again, code: await codeFor(again) }, { Cookie: cookieOf(proved) });
    assert.equal((await at.ask('/tab/api/session', undefined, { Cookie: cookieOf(proved) })).status, 401);
    assert.deepEqual((await at.ask('/tab/api/session', undefined, { Cookie: cookieOf(second) })).body.roles, ['coordinator']);
  });

  it('ends after half an hour of nothing, after twelve hours at the latest, and when somebody signs out', async () => {
    const idle = await at.sit('head');
    at.clock.at += 29 * minute;
    assert.equal((await idle.get('session')).status, 200);
    at.clock.at += 29 * minute;
    assert.equal((await idle.get('session')).status, 200);
    at.clock.at += 30 * minute;
    assert.equal((await idle.get('session')).status, 401);

    const long = await at.sit('head');
    for (let i = 0; i < 28; i += 1) {
      at.clock.at += 25 * minute;
      assert.equal((await long.get('session')).status, 200);
    }
    at.clock.at += 20 * minute;
    assert.equal((await long.get('session')).status, 401);

    const out = await at.sit('head');
    const left = await out.post('leave');
    assert.equal(left.status, 200);
    assert.match(left.cookies[0]!, /^beadle-tab=; Path=\/; Expires=Thu, 01 Jan 1970/);
    assert.equal((await out.get('session')).status, 401);
    assert.ok((await at.tab.sittings.sweep()) >= 1);
  });

  it('is not kept awake by what the page asks by itself', async () => {
    const who = await at.sit('head');
    for (let i = 0; i < 2; i += 1) {
      at.clock.at += 14 * minute;
      assert.equal((await who.get('today', { 'Beadle-Live': '1' })).status, 200);
    }
    at.clock.at += 2 * minute;
    assert.equal((await who.get('today')).status, 401);
  });

  it('is over for whoever is taken off the list, and has the rights of today', async () => {
    const who = await at.sit('head');
    const people = at.signatures.desk.peopleStore;
    await people.put([{ key: 'head', name: 'Harper Leading', roles: ['staff'], groups: [], children: [], language: 'en' }]);
    assert.deepEqual((await who.get('session')).body.roles, ['staff']);
    assert.equal((await who.get('settings')).status, 403);
  });

  describe('what comes from elsewhere', () => {
    it('is refused: another site, another origin, no header of ours, a proof of somebody else', async () => {
      const who = await at.sit('coordinator');
      const other = await at.sit('head');
      const body = { people: [at.ids['staff']] };
      const tries: readonly { readonly [header: string]: string }[] = [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: '', 'Sec-Fetch-Site': '' },
        { 'Beadle-Tab': '' },
        { 'Beadle-Tab': '1' },
        { 'Beadle-Tab': other.csrf }
      ];
      for (const headers of tries) {
        const { status, body: said } = await who.post('signatures/remind', body, headers);
        assert.deepEqual([status, said.reason], [403, 'elsewhere'], JSON.stringify(headers));
      }
      assert.equal(at.log.length, tries.length);
      for (const line of at.log)
        assert.match(line, /^A request to the tab (came from another site, and was refused|lacked the proof .+)\.$/);
      assert.equal((await who.post('signatures/remind', body, { 'Content-Type': 'text/plain' })).status, 415);
      assert.equal((await who.get('today', { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
      assert.equal((await who.post('signatures/remind', body)).status, 200);
    });

    it('gets no answer that may be kept, and every answer has the rules for the browser', async () => {
      const who = await at.sit('coordinator');
      const { headers } = await who.get('signatures');
      assert.equal(headers.get('Cache-Control'), 'no-store');
      const rules = headers.get('Content-Security-Policy')!;
      assert.match(
        rules,
        /frame-ancestors 'self' https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft/
      );
      assert.match(rules, /script-src 'self';/);
      assert.match(rules, /default-src 'none'/);
      assert.equal(headers.get('X-Frame-Options'), null);
      assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    });
  });

  describe('from Teams', () => {
    let microsoft: Issuer;
    let framed: TestTab;
    before(async () => (microsoft = await issuer()));
    after(() => microsoft.close());
    beforeEach(async () => (framed = await freshTab({ keysAt: microsoft.keysAt, more: outlookYaml })));
    afterEach(() => framed.close());

    const claims = (more: { readonly [claim: string]: unknown } = {}) => ({
      ...claimsAt(new Date(framed.clock.at)),
      azp: teams,
      scp: 'access_as_user',
      ...more
    });

    it('takes the token that Teams hands out, and keeps a cookie that belongs to Teams’ window alone', async () => {
      for (const aud of [clientId, `api://beadle.school.example/${clientId}`]) {
        const entered = await framed.ask('/tab/api/enter/teams', { token: await microsoft.token(claims({ aud })) });
        assert.equal(entered.status, 200, JSON.stringify(entered.body));
        assert.match(entered.cookies[0]!, /^__Host-beadle-tab=[\w-]{43}; Path=\/; HttpOnly; Secure; Partitioned; SameSite=None$/);
        const { body } = await framed.ask('/tab/api/session', undefined, { Cookie: entered.cookies[0]!.split(';')[0]! });
        assert.deepEqual([body.person.name, body.by], ['Teacher Seven', 'teams']);
      }
    });

    const wrong: readonly (readonly [says: string, claims: { readonly [claim: string]: unknown }, reason: string])[] = [
      ['for another service', { aud: 'api://evil.example/x' }, 'wrong-audience'],
      ['of another organisation', { tid: '99999999-0123-4567-89ab-cdef01234567' }, 'wrong-tenant'],
      ['of the add-in', { scp: 'Policy.Read' }, 'wrong-scope'],
      ['asked for by a strange application', { azp: '99999999-0123-4567-89ab-cdef01234567' }, 'wrong-client'],
      ['of version 1', { ver: '1.0' }, 'wrong-version'],
      ['of another issuer', { iss: `https://sts.windows.net/${tenant}/` }, 'wrong-issuer']
    ];
    for (const [says, more, reason] of wrong) {
      it(`refuses one ${says}`, async () => {
        const { status, body, cookies } = await framed.ask('/tab/api/enter/teams', { token: await microsoft.token(claims(more)) });
        assert.deepEqual([status, body.reason, cookies], [403, 'no-teams', []]);
        assert.deepEqual(framed.log, [`A token that Teams handed to the tab was refused (${reason}).`]);
      });
    }

    it('refuses whoever is on no list, without a word of who they are in the log', async () => {
      const token = await microsoft.token(claims({ oid: 'bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee' }));
      const { status, body } = await framed.ask('/tab/api/enter/teams', { token });
      assert.deepEqual([status, body.reason], [403, 'stranger']);
      assert.deepEqual(framed.log, ['Somebody whom the tab is not for came by Teams (unknown).']);
    });
  });
});
