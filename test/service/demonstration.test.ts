import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chat, Demonstration as Shown, GmailShown, Happened, Links, Outlook, State } from '../../addin/demonstration/api.ts';
import { builtFolder } from '../../service/built.ts';
import { type Demonstration, openDemonstration } from '../../service/demonstration/demonstration.ts';
import { listen, pagesFrom } from '../../service/serve.ts';
import { filesIn, importsOf } from '../support/tree.ts';

describe('the demonstration', function () {
  this.timeout(300_000);
  let data: string;
  let demonstration: Demonstration;
  let server: Server;
  let origin: string;
  let said: readonly string[];
  const reached = new Set<string>();
  // oxlint-disable-next-line typescript/unbound-method -- it is put back where it was
  const { connect } = net.Socket.prototype;

  before(async () => {
    // Whatever opens a connection, by whichever library, comes by here.
    net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
      const [first] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
      const { host, path } = (typeof first === 'object' && first !== null ? first : {}) as { host?: string; path?: string };
      reached.add(path ?? host ?? 'localhost');
      return (connect as (...args: unknown[]) => net.Socket).apply(this, given);
    } as typeof connect;
    data = mkdtempSync(join(tmpdir(), 'beadle-demonstration-'));
    chmodSync(data, 0o755);
    writeFileSync(join(data, 'mine.txt'), 'not yours');
    const quiet = () => {};
    demonstration = openDemonstration({
      data,
      now: () => new Date(),
      built: builtFolder(),
      log: { info: quiet, warn: quiet },
      metricsToken: undefined,
      registered: 'trial'
    });
    const listening = await listen(pagesFrom(builtFolder(), quiet, undefined, [demonstration.routes]), [0]);
    server = listening.server;
    origin = `http://localhost:${listening.port}`;
    const begun = demonstration.begin(origin);
    assert.equal((await state()).ready, false);
    said = await begun;
  });

  after(async () => {
    await demonstration.stop(server);
    net.Socket.prototype.connect = connect;
    rmSync(data, { recursive: true, force: true });
  });

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(`${origin}${path}`);
    assert.equal(response.status, 200, path);
    return (await response.json()) as T;
  }

  const state = () => get<State>('/demonstration/state');

  async function shown(): Promise<Shown> {
    const now = await state();
    assert.ok(now.ready);
    return now;
  }

  async function post(path: string, body: object, headers: { readonly [name: string]: string } = { 'X-Beadle': '1' }) {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body)
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as { readonly [name: string]: unknown },
      headers: response.headers
    };
  }

  /** Asks until something is so: what the service does a moment later is not there at once. */
  async function until<T>(asks: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
    for (let waited = 0; ; waited += 100) {
      // A connection that both ends let go at one moment is opened again, as a browser does it.
      const answer = await asks().catch((error: unknown) => {
        if (!(error instanceof TypeError)) throw error;
        return undefined;
      });
      if (answer !== undefined && isSo(answer)) return answer;
      assert.ok(waited < 60_000, JSON.stringify(answer)?.slice(0, 500));
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  const chatOf = (persona: string) => get<Chat>(`/demonstration/chat/${persona}/activities`);
  const done = (step: string) => async () => (await shown()).steps.find(({ id }) => id === step)!.done;

  it('is a whole school with a year behind it, on the morning after an audit', async () => {
    const { school, clock, personas, steps } = await shown();
    const { name, staff, governors, parents, pupils, audits, declined } = school;
    assert.deepEqual(
      { name, staff, governors, parents, pupils, audits, declined },
      { name: 'Example Primary School', staff: 45, governors: 12, parents: 160, pupils: 200, audits: 4, declined: 1 }
    );
    assert.ok(school.signed > school.wanted / 2 && school.overdue > 0 && school.wrong > 0 && school.unknown > 0, JSON.stringify(school));
    assert.match(clock.now, /^2026-11-24T08:4/);
    assert.deepEqual(
      clock.to.map(({ id }) => id),
      ['morning', 'week', 'audit', 'reminders', 'renewal']
    );
    assert.deepEqual(
      personas.map(({ id, chat }) => [id, chat]),
      [
        ['teacher', true],
        ['head', true],
        ['coordinator', true],
        ['chair', false],
        ['parent', false],
        ['it', true]
      ]
    );
    assert.ok(steps.length >= 6 && steps.every(step => !step.done));
    assert.match(said[0]!, /^Sign as Parent 7 of an invented school: http:\/\/localhost:\d+\/sign#[\w-]{43}$/);
  });

  it('changes nothing for another site, another machine’s name or a page without its header', async () => {
    const before = (await shown()).clock.moved;
    const tries = await Promise.all([
      post('/demonstration/clock', { days: 1 }, {}),
      post('/demonstration/clock', { days: 1 }, { 'X-Beadle': '1', Origin: 'https://elsewhere.example' }),
      post('/demonstration/clock', { days: 1 }, { 'X-Beadle': '1', 'Sec-Fetch-Site': 'cross-site' }),
      post('/demonstration/reset', {}, { 'X-Beadle': '1', 'X-Forwarded-For': '192.0.2.1' })
    ]);
    assert.deepEqual(
      tries.map(({ status }) => status),
      [403, 403, 403, 403]
    );
    assert.equal((await shown()).clock.moved, before);
  });

  it('lets the coordinator ask the real bot who has not signed', async () => {
    await post('/demonstration/persona', { persona: 'coordinator' });
    const { watermark } = await chatOf('coordinator');
    assert.equal((await post('/demonstration/chat/coordinator/activities', { text: 'Who hasn’t signed?' })).status, 200);
    const { activities } = await until(
      () => get<Chat>(`/demonstration/chat/coordinator/activities?after=${watermark}`),
      chat => chat.activities.some(({ from }) => from === 'bot')
    );
    assert.match(JSON.stringify(activities), /Phones and pictures|haven’t|not signed/i);
    await until(done('ask'), so => so);
  });

  it('lets a teacher read the new text by the card, and sign on it', async () => {
    const { activities } = await until(
      () => chatOf('teacher'),
      chat => /Phones and pictures/.test(JSON.stringify(chat))
    );
    const asked = activities.findLast(activity => /Phones and pictures/.test(JSON.stringify(activity.attachments)))!;
    const [, link] = /\/read#([\w-]{43})/.exec(JSON.stringify(asked))!;
    const read = await post('/sign/api/read', { link: link! }, { Origin: origin });
    const cookie = read.headers.getSetCookie()[0]!.split(';')[0]!;
    const opened = await post('/sign/api/open', { policy: 'phones-and-pictures', language: 'en' }, { Origin: origin, Cookie: cookie });
    assert.equal(opened.status, 200);
    const press = (verb: string, more: object) =>
      post('/demonstration/chat/teacher/activities', { replyToId: asked.id, execute: { verb, data: more } });
    const button = (card: unknown, verb: string): { readonly [name: string]: unknown } => {
      const found: unknown[] = [card];
      while (found.length > 0) {
        const next = found.pop();
        if (typeof next !== 'object' || next === null) continue;
        const { verb: its, data: held } = next as { readonly verb?: unknown; readonly data?: unknown };
        if (its === verb) return (held ?? {}) as { readonly [name: string]: unknown };
        found.push(...Object.values(next));
      }
      throw new Error(`no button ${verb}`);
    };
    const fresh = await press('show', button(asked, 'show'));
    const signed = await press('sign', { ...button(fresh.body, 'sign'), tick0: 'true', name: 'Teacher Seven', 'job-title': 'Teacher' });
    assert.equal(signed.status, 200);
    await until(done('sign'), so => so);
  });

  it('judges a draft by the real endpoint of the add-on for Gmail', async () => {
    const draft = { to: ['parent.7@family.example', 'parent.10@family.example'], cc: [], bcc: [], subject: 'Trip', body: 'On Friday.' };
    const { status, body } = (await post('/demonstration/gmail', { draft, endpoint: 'compose' })).body as unknown as GmailShown;
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /without the headteacher/);
  });

  it('gives the pretend Outlook a token and a policy that the real service takes and gives', async () => {
    const { token, settings } = await get<Outlook>('/demonstration/outlook');
    const response = await fetch(`${origin}/outlook/policy`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(response.status, 200);
    const { signature } = (await response.json()) as { readonly signature: string };
    assert.equal((settings['beadle.policy'] as { readonly signature: string }).signature, signature);
    assert.equal((await fetch(`${origin}/outlook/policy`)).status, 401);
  });

  it('has links, reports and policies that can be opened', async () => {
    const { sign, reports, policies, kiosk } = await get<Links>('/demonstration/links');
    assert.deepEqual(
      sign.map(({ persona }) => persona),
      ['parent', 'teacher', 'chair']
    );
    assert.match(kiosk, /\/kiosk#[\w-]{43}$/);
    const html = await (await fetch(`${origin}${reports[0]!.html.en}`)).text();
    assert.match(html, /Example Primary School/);
    const pdf = await fetch(`${origin}${policies.find(({ pdf: of }) => of.cy)!.pdf.cy!}`);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    await until(done('audit'), so => so);
    const tab = await fetch(`${origin}/demonstration/tab?persona=coordinator`, { redirect: 'manual' });
    assert.deepEqual([tab.status, tab.headers.get('location')], [302, '/tab']);
  });

  it('does by itself what falls due when the clock is moved: a week on, and to the renewal', async () => {
    const week = (await post('/demonstration/clock', { days: 7 })).body as unknown as Happened;
    assert.match(week.summary.en, /reminders were sent, 1 audit ran\.$/);
    assert.match(week.summary.cy, /nodyn atgoffa, cynhaliwyd 1 archwiliad\.$/);
    const jobs = week.jobs.map(({ at }) => at);
    assert.deepEqual(jobs, [...jobs].sort());
    assert.equal((await shown()).school.audits, 5);
    const renewal = (await post('/demonstration/clock', { to: 'renewal' })).body as unknown as Happened;
    assert.match(renewal.summary.en, /^\d\d people were asked, \d+ reminders were sent.*, 4 audits ran, 35 earlier ones were left out\.$/);
    const { clock, school } = await shown();
    assert.match(clock.now, /^2027-09-02T07:1/);
    assert.equal(school.audits, 9);
    assert.ok(await done('renewal')());
  });

  it('begins anew in the same process, and takes away nothing but itself', async () => {
    const before = (await shown()).revision;
    assert.equal((await post('/demonstration/reset', {})).status, 202);
    assert.equal((await post('/demonstration/reset', {})).status, 409);
    const fresh = await until(state, now => now.ready);
    assert.ok(fresh.ready && fresh.revision > before);
    assert.match(fresh.clock.now, /^2026-11-24T08:4/);
    assert.deepEqual([fresh.clock.moved, fresh.school.audits, fresh.steps.some(step => step.done)], [0, 4, false]);
    assert.ok(existsSync(join(data, 'mine.txt')));
  });

  it('reached nothing outside this machine in all that', () => {
    const outside = [...reached].filter(place => !/^(?:localhost|127\.0\.0\.1|::1|\/.*)$/.test(place));
    assert.deepEqual(outside, []);
  });
});

describe('the house: the demonstration', () => {
  it('is known to nobody but itself and the command that starts it', () => {
    const others = ['service', 'bot', 'graph', 'core', 'manifests', 'addin']
      .flatMap(root => filesIn(root))
      .filter(file => !/^(?:service|addin)\/demonstration\//.test(file) && importsOf(file).some(path => path.includes('/demonstration/')));
    assert.deepEqual(others, ['service/cli/serve.ts']);
  });
});
