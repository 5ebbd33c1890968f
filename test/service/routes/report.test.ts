import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import express from 'express';
import { linksIn, type Links } from '../../../service/links.ts';
import type { Mail } from '../../../service/post.ts';
import { signRoutes } from '../../../service/routes/sign.ts';
import { listen } from '../../../service/serve.ts';
import { limits } from '../../../service/sign.ts';
import { school } from '../../support/database.ts';
import { exampleReport, freshIncidents, type TestIncidents } from '../../support/incidents.ts';

interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: { readonly [name: string]: any };
  readonly cookie: string | undefined;
}

describe('the service behind the page to report', () => {
  let at: TestIncidents;
  let links: Links;
  let server: Server;
  let origin: string;
  const mails: Mail[] = [];
  const log: string[] = [];

  before(async () => {
    at = await freshIncidents();
    links = linksIn(at.database.db, school, () => new Date(at.clock.at));
    const app = express();
    const listening = await listen(app, [0]);
    server = listening.server;
    origin = `http://127.0.0.1:${listening.port}`;
    const pages = {
      desk: at.desk,
      incidents: at.incidents,
      links,
      post: { send: (mail: Mail) => Promise.resolve(void mails.push(mail)) },
      origin,
      languages: ['en', 'cy'] as const,
      welcome: () => Promise.reject(new Error('nobody visits'))
    };
    app.use(signRoutes('/nowhere', pages, line => void log.push(line), { ...limits, proving: 1000 }));
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  async function ask(path: string, body?: unknown, cookie = '', more: { readonly [name: string]: string } = {}): Promise<Answered> {
    const response = await fetch(origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json', Origin: origin }),
        'Sec-Fetch-Site': 'same-origin',
        'Accept-Language': 'en',
        ...(cookie && { Cookie: cookie }),
        ...more
      },
      ...(body !== undefined && { body: JSON.stringify(body) })
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : JSON.parse(text),
      cookie: response.headers.getSetCookie()[0]?.split(';')[0]
    };
  }

  async function mailed(count: number): Promise<Mail> {
    for (let i = 0; i < 1000 && mails.length < count; i += 1) await new Promise(resolve => setTimeout(resolve, 10));
    return mails[count - 1]!;
  }

  /** Asks for a link by an address and proves it with the code, as somebody without Teams does. */
  async function enter(key: string): Promise<string> {
    const address = (await at.desk.person(at.ids[key]!))!.address!;
    const before = mails.length;
    assert.equal((await ask('/sign/api/link', { address, page: 'report' })).status, 202);
    const [, link] = /\/report#([A-Za-z0-9_-]{43})/.exec((await mailed(before + 1)).text) ?? [];
    assert.ok(link, 'the mail leads to the page to report');
    await ask('/sign/api/code', { link, afresh: false });
    const [, one, two] = /(\d{3}) (\d{3})/.exec((await mailed(before + 2)).text)!;
    const { status, cookie } = await ask('/sign/api/prove', { link, code: `${one}${two}` });
    assert.equal(status, 200);
    return cookie!;
  }
  /** Sits as who has proved their address: there are three links an hour. */
  const sitting = async (key: string): Promise<string> =>
    `beadle-sign=${await links.sit({ person: at.ids[key]!, level: 'sign', channel: 'web', assurance: 'code' })}`;
  const press = (cookie: string, verb: string, data: object) => ask('/sign/api/report/act', { verb, data }, cookie);
  const form = {
    category: 'misuse',
    in: 'en',
    day: '2026-11-23',
    what: 'The weasel is at it.',
    once: '11111111-1111-4111-8111-111111111111'
  };

  it('takes a report of somebody without Teams, and shows it to the chair without Teams only', async () => {
    const teacher = await enter('teacher');
    const begun = await ask('/sign/api/report', undefined, teacher);
    assert.equal(begun.body['cards'].length, 1);
    const { status, body } = await press(teacher, 'report-send', { ...form, head: 'true' });
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /Reported\. Thank you/);
    assert.doesNotMatch(JSON.stringify(body), /weasel/);
    // The same form again is the same report.
    assert.deepEqual((await press(teacher, 'report-send', { ...form, head: 'true' })).body, body);

    const chair = await enter('chair');
    const waits = await ask('/sign/api/report', undefined, chair);
    assert.equal(waits.body['cards'].length, 2);
    assert.doesNotMatch(JSON.stringify(waits.body['cards'][0]), /weasel|misuse|rules/i);
    const { id } = (await at.incidents.waiting(at.ids['chair']!))[0]!;
    assert.match(JSON.stringify((await press(chair, 'item-open', { id, in: 'en', private: 'true' })).body), /weasel/);
    for (const key of ['teacher', 'head', 'governor']) {
      const other = await sitting(key);
      const answer = await press(other, 'item-open', { id, in: 'en', private: 'true' });
      assert.doesNotMatch(JSON.stringify(answer.body), /weasel/, key);
      assert.match(JSON.stringify((await press(other, 'item-note', { id, kind: 'closed', in: 'en', note: 'x' })).body), /There is/, key);
    }
    assert.equal((await at.incidents.waiting(at.ids['chair']!))[0]!.closed, false);
  });

  it('keeps nothing of a worry about a child', async () => {
    const teacher = await sitting('teacher');
    const answer = await press(teacher, 'report-choose', { category: 'child', in: 'en', what: 'weasel' });
    assert.match(JSON.stringify(answer.body), /Speak to the safeguarding lead now/);
  });

  it('lets nobody in who has not proved their address', async () => {
    assert.equal((await ask('/sign/api/report')).status, 401);
    assert.equal((await press('', 'report-send', form)).status, 401);
    for (const sitting of [
      { level: 'read', channel: 'teams', assurance: undefined, status: 403 },
      { level: 'sign', channel: 'kiosk', assurance: 'present', status: 401 },
      { level: 'sign', channel: 'class', assurance: 'present', status: 401 }
    ] as const) {
      const { status, ...given } = sitting;
      const cookie = `beadle-sign=${await links.sit({ person: at.ids['teacher']!, ...given })}`;
      assert.equal((await ask('/sign/api/report', undefined, cookie)).status, status, sitting.channel);
      assert.equal((await press(cookie, 'report-send', form)).status, status, sitting.channel);
    }
  });

  it('takes nothing that another website sends, and no action that is not its own', async () => {
    const teacher = await sitting('teacher');
    const before = await at.incidents.counted('2020-01-01T00:00:00.000Z');
    for (const more of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      assert.equal(
        (await ask('/sign/api/report/act', { verb: 'report-send', data: { ...form, once: crypto.randomUUID() } }, teacher, more)).status,
        403
      );
    }
    for (const verb of ['chat-export', 'chat-remind', 'settle', 'sign', '__proto__']) {
      assert.equal((await press(teacher, verb, { of: 1, note: 'x' })).status, 400, verb);
    }
    for (const data of [{}, { ...form, category: 'child' }, { ...form, by: at.ids['head'] }, { ...form, once: 'short' }]) {
      assert.equal((await press(teacher, 'report-send', data)).status, 400);
    }
    assert.deepEqual(await at.incidents.counted('2020-01-01T00:00:00.000Z'), before);
  });

  it('does not sign what the page to sign signs, nor the other way round', async () => {
    const teacher = await sitting('teacher');
    assert.equal((await ask('/sign/api/act', { verb: 'report-send', data: form }, teacher)).status, 400);
  });

  it('writes nothing of a report into its log', async () => {
    await at.incidents.report(exampleReport(), at.ids['teacher']!, 'logged');
    assert.doesNotMatch(log.join('\n'), /weasel|Teacher|file asked/);
  });
});
