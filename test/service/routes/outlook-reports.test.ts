import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { longest } from '../../../core/incidents/incident.ts';
import { approvalRoutes } from '../../../service/routes/outlook-approvals.ts';
import { reportRoutes } from '../../../service/routes/outlook-reports.ts';
import { accessTokens } from '../../../service/tokens.ts';
import { approvedIn } from '../../../core/mail/approved.ts';
import { freshApprovals, type TestApprovals } from '../../support/approvals.ts';
import { freshIncidents, type TestIncidents } from '../../support/incidents.ts';
import { claimsAt, clientId, type Issuer, issuer, tenant } from '../../support/issuer.ts';

const once = '11111111-2222-4333-8444-555555555555';
const other = '66666666-7777-4888-9999-000000000000';

/** A server on a free port of this machine, and how somebody asks it. */
interface Asked {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

describe('what Outlook asks of the service besides the policy', () => {
  let microsoft: Issuer;
  let server: Server;
  let origin: string;
  let reports: TestIncidents;
  let leave: TestApprovals;
  /** Whom a token stands for, by the end of the object id in it. */
  const personAt = (ids: { readonly [key: string]: string }) => (oid: string) => ids[oids[oid] ?? ''];
  const oids: { readonly [oid: string]: string } = {
    'aaaaaaaa-bbbb-4ccc-8ddd-000000000001': 'teacher',
    'aaaaaaaa-bbbb-4ccc-8ddd-000000000002': 'head'
  };
  const lines: string[] = [];

  before(async () => {
    microsoft = await issuer();
    [reports, leave] = await Promise.all([freshIncidents(), freshApprovals()]);
    const now = (): Date => new Date(reports.clock.at);
    const tokens = accessTokens({ clientId, tenants: [tenant], now, keysAt: microsoft.keysAt });
    const app = express();
    const known = (at: TestIncidents | TestApprovals) => async (oid: string) => {
      const id = personAt(at.ids)(oid);
      return id === undefined ? undefined : at.desk.person(id);
    };
    app.use(
      reportRoutes(
        { incidents: reports.incidents, tokens, personOf: ({ oid }) => known(reports)(oid), people: reports.desk.people, now },
        line => lines.push(line)
      )
    );
    app.use(
      approvalRoutes(
        {
          approvals: leave.approvals,
          tokens,
          keys: async () => ({ published: [{ kid: 'the-key' }] as never, sign: text => `signed ${text.length}` }),
          personOf: ({ oid }) => known(leave)(oid),
          now
        },
        line => lines.push(line)
      )
    );
    server = createServer(app);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    microsoft.close();
  });

  async function ask(
    path: string,
    body?: unknown,
    as: string | undefined = 'teacher',
    more: { readonly [header: string]: string } = {}
  ): Promise<Asked> {
    const oid = Object.keys(oids).find(each => oids[each] === as) ?? 'aaaaaaaa-bbbb-4ccc-8ddd-00000000000f';
    const token = as === 'nobody at all' ? undefined : await microsoft.token({ ...claimsAt(new Date(reports.clock.at)), oid });
    const response = await fetch(origin + path, {
      ...(body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more
      }
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  }

  const report = {
    kind: 'offensive-mail',
    once,
    note: 'It threatens a weasel.',
    about: '',
    aboutRoles: [],
    personal: false,
    language: 'en'
  };
  const request = { once, kind: 'send', key: '0123456789abcdef', people: { parent: 2 }, note: 'About a weasel.', language: 'en' };

  for (const [path, good] of [
    ['/outlook/api/reports', report],
    ['/outlook/api/approvals', request]
  ] as const) {
    describe(path, () => {
      it('answers nobody who is not signed in', async () => {
        for (const body of [undefined, good]) {
          const { status, body: said, headers } = await ask(path, body, 'nobody at all');
          assert.deepEqual([status, said.reason, headers.get('www-authenticate')], [401, 'no-token', 'Bearer']);
        }
        const forged = await ask(path, good, 'teacher', { authorization: 'Bearer a.b.c' });
        assert.equal(forged.status, 401);
      });

      it('takes nothing that is not of its shape, and repeats no word of it', async () => {
        for (const [says, body] of [
          ['no JSON', '{'],
          ['nothing', {}],
          ['a field more', { ...good, body: 'weasel' }],
          ['another kind', { ...good, kind: 'weasel' }],
          ['no form', { ...good, once: 'weasel' }],
          ['another language', { ...good, language: 'weasel' }],
          ['too long a note', { ...good, note: 'weasel'.repeat(2000) }],
          ['a list', [good]]
        ] as const) {
          const { status, body: said } = await ask(path, body);
          assert.equal(status, 400, says);
          assert.doesNotMatch(JSON.stringify(said), /weasel/, says);
        }
        const { status } = await ask(path, 'weasel', 'teacher', { 'content-type': 'text/plain' });
        assert.equal(status, 415);
      });

      it('answers to GET and POST alone, and is kept by nobody on the way', async () => {
        const response = await fetch(origin + path, { method: 'DELETE' });
        assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET, POST']);
        const { headers } = await ask(path);
        assert.deepEqual([headers.get('cache-control'), headers.get('vary')], ['no-store', 'Authorization']);
      });
    });
  }

  describe('a report of a mail', () => {
    it('is taken once, goes to who deals with it, and gives its reference alone', async () => {
      const [one, two] = [await ask('/outlook/api/reports', report), await ask('/outlook/api/reports', report)];
      assert.deepEqual(one.body, two.body);
      assert.deepEqual(Object.keys(one.body as object).sort(), ['reference', 'routed']);
      const waiting = await reports.incidents.waiting(reports.ids['coordinator']!);
      assert.deepEqual(
        waiting.map(({ reference }) => reference),
        [one.body.reference]
      );
      const told = await reports.incidents.read(waiting[0]!.id, reports.ids['coordinator']!);
      assert.deepEqual([told?.report.what, told?.report.day, told?.reporter], ['It threatens a weasel.', '2026-11-23', 'Teacher Seven']);
    });

    it('keeps sender and subject on a line each, whatever they hold', async () => {
      const sender = { name: 'A\nWeasel', address: 'weasel@elsewhere.example' };
      await ask('/outlook/api/reports', {
        ...report,
        once: other,
        kind: 'suspicious-mail',
        language: 'cy',
        sender,
        subject: 'Win\r\n now'
      });
      const to = reports.ids['coordinator']!;
      const told = await Promise.all((await reports.incidents.waiting(to)).map(({ id }) => reports.incidents.read(id, to)));
      assert.equal(
        told.map(each => each!.report.what).find(what => what.includes('Win')),
        'It threatens a weasel.\nOddi wrth: A Weasel <weasel@elsewhere.example>\nPwnc: Win now'
      );
    });

    it('of the head’s own mail never reaches the head', async () => {
      const sender = { name: 'H.', address: 'HEAD@school.example.' };
      await ask('/outlook/api/reports', { ...report, once: '00000000-0000-4000-8000-000000000001', sender });
      assert.equal((await reports.incidents.waiting(reports.ids['head']!)).length, 0);
      assert.equal((await reports.incidents.waiting(reports.ids['chair']!)).length, 1);
    });

    it('is asked for in words where there are none, and takes no more than it may', async () => {
      const { status, body } = await ask('/outlook/api/reports', { ...report, note: '  ', once: '00000000-0000-4000-8000-000000000002' });
      assert.deepEqual([status, body], [200, { refused: 'Please write in a few words what happened.' }]);
      assert.equal((await ask('/outlook/api/reports', { ...report, about: 'x'.repeat(longest.about + 1) })).status, 400);
    });

    it('is not taken of somebody whom the school does not know, who is told so', async () => {
      const before = (await reports.incidents.counted('2026-01-01')).categories.reduce((sum, { reported }) => sum + reported, 0);
      const { status, body } = await ask('/outlook/api/reports', { ...report, once: '00000000-0000-4000-8000-000000000003' }, 'stranger');
      assert.deepEqual([status, body], [200, { unknown: true }]);
      const known = await ask('/outlook/api/reports', undefined, 'stranger');
      assert.deepEqual(known.body, {
        known: false,
        lead: { en: 'the safeguarding lead', cy: 'y person diogelu' },
        outside: { en: 'the local authority', cy: 'yr awdurdod lleol' }
      });
      const after = (await reports.incidents.counted('2026-01-01')).categories.reduce((sum, { reported }) => sum + reported, 0);
      assert.equal(after, before);
    });

    it('of a worry about a child keeps a reference and takes no word, of whomever it is', async () => {
      const { referrals } = await reports.incidents.counted('2026-01-01');
      for (const as of ['teacher', 'stranger']) {
        const { body } = await ask('/outlook/api/reports', { kind: 'child' }, as);
        assert.match(String(body.reference), /^[2-9B-Z]{3}-[2-9B-Z]{3}-[2-9B-Z]{3}$/);
      }
      assert.equal((await ask('/outlook/api/reports', { kind: 'child', note: 'weasel' })).status, 400);
      assert.equal((await reports.incidents.counted('2026-01-01')).referrals, referrals + 2);
    });
  });

  describe('asking for leave', () => {
    it('is answered with what was given, signed, and how it stands; to who asked alone', async () => {
      const first = await ask('/outlook/api/approvals', request);
      assert.deepEqual(first.body.asked, [{ key: request.key, state: 'asked', on: '2026-11-23' }]);
      assert.deepEqual([first.body.kid, first.body.signature], ['the-key', `signed ${String(first.body.payload).length}`]);
      assert.deepEqual(approvedIn(first.body.payload)?.approved, []);
      const [waiting] = await leave.approvals.waiting(leave.ids['head']!);
      await leave.approvals.act(waiting!.id, leave.ids['head']!, 'given');
      const given = await ask('/outlook/api/approvals');
      assert.deepEqual(
        approvedIn(given.body.payload)?.approved.map(({ key, on, people }) => [key, on, people.parent]),
        [[request.key, '2026-11-23', 2]]
      );
      const heads = await ask('/outlook/api/approvals', undefined, 'head');
      assert.deepEqual([heads.body.asked, approvedIn(heads.body.payload)?.approved], [[], []]);
    });

    it('says in the language of who asks what is missing, and asks nobody', async () => {
      const { status, body } = await ask('/outlook/api/approvals', {
        ...request,
        once: other,
        key: 'f'.repeat(16),
        note: '',
        language: 'cy'
      });
      assert.equal(status, 200);
      assert.match(String(body.refused), /^Llenwch «/);
      assert.deepEqual(await leave.approvals.waiting(leave.ids['head']!), []);
    });

    it('takes no list of addresses, no other kind and no key that is none', async () => {
      for (const wrong of [
        { people: { 'parent@home.example': 1 } },
        { people: { parent: -1 } },
        { people: { pupil: 1 } },
        { kind: 'account-access' },
        { key: 'parent@home.example' },
        { text: { subject: 'x' } }
      ]) {
        assert.equal((await ask('/outlook/api/approvals', { ...request, ...wrong })).status, 400, JSON.stringify(wrong));
      }
    });

    it('is refused to whoever the school does not know', async () => {
      for (const body of [undefined, request]) {
        const { status, body: said } = await ask('/outlook/api/approvals', body, 'stranger');
        assert.deepEqual([status, said.reason], [404, 'no-person']);
      }
    });
  });

  describe('the log', () => {
    it('holds no word of anybody', () => assert.doesNotMatch(lines.join('\n'), /weasel|@/));
  });
});
