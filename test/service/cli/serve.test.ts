import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { serve } from '../../../service/cli/serve.ts';
import { isFailure } from '../../../service/failure.ts';
import { listen } from '../../../service/serve.ts';
import { schoolWith } from '../../support/cli.ts';
import { emptyDatabase } from '../../support/database.ts';
import { schoolFiles, schoolFolder } from '../../support/outlook-school.ts';

describe('the port of beadle serve', () => {
  let taken: Server;
  let port: number;

  before(async () => {
    ({ server: taken, port } = await listen(express(), [0]));
  });

  after(() => taken.close());

  it('is the next free one when the first is taken', async () => {
    const { server, port: got } = await listen(express(), [port, 0]);
    server.close();
    assert.notEqual(got, port);
    assert.ok(got > 0);
  });

  it('is refused in plain words when the one that was asked for is taken', () =>
    assert.rejects(
      () => listen(express(), [port]),
      error => isFailure(error) && error.code === 'port-taken' && error.message.startsWith(`Port ${port} is taken`)
    ));

  it('is refused in plain words when the host is not this machine', () =>
    assert.rejects(
      () => listen(express(), [0], '192.0.2.1'),
      error => isFailure(error) && error.code === 'wrong-use' && error.message.includes('«192.0.2.1»')
    ));

  for (const wrong of ['abc', '-1', '65536', '80.5', ' ']) {
    it(`is refused in plain words when it is ${JSON.stringify(wrong)}`, async () => {
      await assert.rejects(
        () => serve.run([], {}, io({ PORT: wrong }).io),
        error => isFailure(error) && error.code === 'wrong-use' && error.message.includes(`«${wrong}»`)
      );
    });
  }

  it('is said once it listens, and given back when the person ends it', async () => {
    const { folder, gone } = await schoolFolder();
    const { io: world, out, end } = io({ PORT: '0' });
    const running = serve.run([], { school: `${folder}/beadle.yaml` }, world);
    const said = await out;
    const [, url] = /^Beadle is at (http:\/\/localhost:\d+) – Ctrl-C ends it\.\n$/.exec(said) ?? [];
    assert.ok(url, said);
    assert.equal((await fetch(url.replace('localhost', '127.0.0.1'))).status, 200);
    end();
    assert.equal(await running, 0);
    await assert.rejects(() => fetch(url.replace('localhost', '127.0.0.1')));
    await gone();
  });
});

describe('beadle serve for a school that uses Gmail', () => {
  it('answers Google and nobody else, and says for which address', async () => {
    const gmail = 'gmail: { origin: "https://beadle.school.example", project: "123456789012", clientId: 1-a.apps.googleusercontent.com }\n';
    const { folder, gone } = await schoolFolder({ 'beadle.yaml': schoolWith({}, gmail) });
    const { io: world, out, said, end } = io({ PORT: '0' });
    const running = serve.run([], { school: `${folder}/beadle.yaml` }, world);
    const origin = /http:\/\/localhost:\d+/.exec(await out)![0].replace('localhost', '127.0.0.1');
    const { status } = await fetch(`${origin}/gmail/compose`, { method: 'POST', body: '{}' });
    const rule = await fetch(`${origin}/cy/rules/head-not-copied`);
    end();
    assert.equal(await running, 0);
    assert.deepEqual([status, rule.status], [401, 200]);
    assert.ok(said().join('').includes('Gmail is served for https://beadle.school.example.'), said().join(''));
    await gone();
  });
});

describe('beadle serve for an invented school', function () {
  // The school’s past is gone through once, by the first start.
  this.timeout(180_000);

  let data: string;
  before(() => {
    data = mkdtempSync(join(tmpdir(), 'beadle-serve-'));
    // Run by root, the database runs as somebody else, who must be able to enter.
    chmodSync(data, 0o755);
  });
  after(() => rmSync(data, { recursive: true, force: true }));

  /** Starts it, waits until it is ready, and hands over where it is and all that it said. */
  async function started(env: { readonly [name: string]: string } = {}) {
    const { io: world, said, end } = io({ PORT: '0', BEADLE_DATA: data, ...env });
    const running = serve.run([], {}, world);
    for (let waited = 0; !said().some(line => line.startsWith('The database is ')); waited += 20) {
      assert.ok(waited < 120_000, said().join('\n'));
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const origin = /http:\/\/localhost:\d+/.exec(said()[0]!)![0].replace('localhost', '127.0.0.1');
    const stop = async (): Promise<void> => {
      end();
      assert.equal(await running, 0);
    };
    return { origin, said: said(), stop };
  }

  it('says where people sign, where the bot listens, and where mails and data lie', async () => {
    const { said, stop } = await started();
    await stop();
    const patterns = [
      /^Beadle is at http:\/\/localhost:\d+ – Ctrl-C ends it\.$/,
      /^Sign as [\w ]+ of an invented school: http:\/\/localhost:\d+\/sign#[\w-]{43}$/,
      /^A kiosk for its visitors: http:\/\/localhost:\d+\/kiosk#[\w-]{43}$/,
      /^The bot listens at http:\/\/localhost:\d+\/api\/messages, for this machine only: it is not registered\.$/,
      /^Mails, codes among them, lie in the inbox on the page; none leaves this machine\.$/,
      /^The database is in .+\.$/
    ];
    patterns.forEach((pattern, i) => assert.match(said[i] ?? '', pattern));
    assert.equal(said.length, patterns.length);
  });

  it('lives, is ready, and counts without naming anybody', async () => {
    const { origin, stop } = await started();
    try {
      assert.deepEqual(await (await fetch(`${origin}/health`)).json(), { status: 'alive' });
      assert.deepEqual(await (await fetch(`${origin}/ready`)).json(), { status: 'ready' });
      assert.equal((await fetch(`${origin}/sign`)).status, 200);
      const metrics = await (await fetch(`${origin}/metrics`)).text();
      assert.match(metrics, /^beadle_ledger_entries \d+$/m);
      assert.match(metrics, /^beadle_sendings\{state="waiting"\} \d+$/m);
      assert.match(metrics, /beadle_http_request_seconds_count\{place="sign",status="2xx"\} 1/);
      assert.doesNotMatch(metrics, /Teacher|Governor|example/);
      // What came through a web server in front came from somewhere else.
      assert.equal((await fetch(`${origin}/metrics`, { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status, 403);
    } finally {
      await stop();
    }
  });

  it('gives its counts to whoever has the token', async () => {
    const token = 'a-token-of-twenty-letters';
    const { origin, stop } = await started({ BEADLE_METRICS_TOKEN: token });
    const asked = (authorization: string) => fetch(`${origin}/metrics`, { headers: { authorization, 'X-Forwarded-For': '192.0.2.1' } });
    try {
      assert.deepEqual(
        [(await asked(`Bearer ${token}`)).status, (await asked(`Bearer ${token}x`)).status, (await asked('')).status],
        [200, 403, 403]
      );
    } finally {
      await stop();
    }
  });

  it('answers the bot’s own channel, and nobody who comes from elsewhere', async () => {
    const { origin, stop } = await started();
    try {
      const sent = await fetch(`${origin}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      assert.equal(sent.status, 400);
      assert.equal((await fetch(`${origin}/api/messages`)).status, 405);
    } finally {
      await stop();
    }
  });
});

describe('beadle serve for a school', () => {
  for (const [says, school, status] of [
    ['serves Outlook where the school uses it', true, 200],
    ['serves the page to try alone where it does not', false, 404]
  ] as const) {
    it(says, async () => {
      const { folder, gone } = await schoolFolder(school ? schoolFiles : { 'beadle.yaml': schoolWith({}, '') });
      const { io: world, out, end } = io({ PORT: '0' });
      const running = serve.run([], { school: `${folder}/beadle.yaml` }, world);
      try {
        const origin = /http:\/\/localhost:\d+/.exec(await out)![0].replace('localhost', '127.0.0.1');
        assert.equal((await fetch(`${origin}/outlook/keys`)).status, status);
        assert.equal((await fetch(`${origin}/outlook/policy`)).status, school ? 401 : 404);
        assert.equal((await fetch(`${origin}/`)).status, 200);
      } finally {
        end();
        await running;
        await gone();
      }
    });
  }

  it('says as it starts that a rule which blocks needs another manifest', async () => {
    const { folder, gone } = await schoolFolder({
      ...schoolFiles,
      'beadle.yaml': schoolFiles['beadle.yaml']!.replace('"head-not-copied":{"action":"confirm"}', '"head-not-copied":{"action":"block"}'),
      'data/manifest.json': '{"release":"1.0.0","sendMode":"PromptUser"}'
    });
    const { io: world, err, end } = io({ PORT: '0' });
    const running = serve.run([], { school: `${folder}/beadle.yaml` }, world);
    try {
      assert.match(await err, /^A rule blocks \(head-not-copied\), but the manifest written last \(1\.0\.0, PromptUser\) can only ask/);
    } finally {
      end();
      await running;
      await gone();
    }
  });

  /** All that it says until it says where its database is. */
  async function saidBy(options: { readonly school?: string; readonly trust?: string }, env: { readonly [name: string]: string } = {}) {
    const { io: world, said, end } = io({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: await emptyDatabase(), ...env });
    const running = serve.run([], options, world);
    try {
      for (let waited = 0; !said().some(line => line.startsWith('The database is ')); waited += 20) {
        assert.ok(waited < 60_000, said().join('\n'));
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return said();
    } finally {
      end();
      await running;
    }
  }
  const signed = schoolWith(
    {},
    'signatures: { origin: "https://beadle.school.example", policies: [{ policy: st-norberts, audiences: [staff] }] }\n'
  );

  it('says where people sign and where the tab is', async function () {
    this.timeout(60_000);
    const { folder, gone } = await schoolFolder({ 'beadle.yaml': signed });
    const said = await saidBy({ school: `${folder}/beadle.yaml` });
    await gone();
    assert.deepEqual(said.slice(1, 3), [
      'People sign at https://beadle.school.example/sign, each with a link of their own.',
      'The tab is at https://beadle.school.example/tab.'
    ]);
  });

  it('says for a trust where mails lie when there is no mail server, and nothing of it when there is one', async function () {
    this.timeout(60_000);
    const { folder, gone } = await schoolFolder({
      'trust.yaml': 'trust: { name: T, id: t }\nschools: [{ folder: oak }]\n',
      'oak/beadle.yaml': signed
    });
    const trust = { trust: `${folder}/trust.yaml` };
    const lie = (where: string): string => `Mails, codes among them, lie in ${where}, because BEADLE_SMTP_URL names no mail server.`;
    assert.ok((await saidBy(trust)).includes(lie('.beadle/outbox beside the beadle.yaml of each school')));
    assert.ok((await saidBy(trust, { BEADLE_DATA: `${folder}/data` })).includes(lie(`${folder}/data/outbox`)));
    const served = await saidBy(trust, { BEADLE_SMTP_URL: 'smtps://mail.school.example' });
    assert.ok(!served.some(line => line.startsWith('Mails')), served.join('\n'));
    await gone();
  });

  it('says what is wrong in its beadle.yaml before it listens', async () => {
    const { folder, gone } = await schoolFolder({ 'beadle.yaml': 'school: { name: Oak }\n' });
    await assert.rejects(
      () => serve.run([], { school: `${folder}/beadle.yaml` }, io({ PORT: '0' }).io),
      error => isFailure(error) && error.code === 'wrong-config'
    );
    await gone();
  });
});

/** A world for the command; `out` and `err` are the first thing it writes there. */
function io(env: { readonly [name: string]: string }): {
  readonly io: Parameters<typeof serve.run>[2];
  readonly out: Promise<string>;
  readonly err: Promise<string>;
  /** All that was written so far, line by line. */
  readonly said: () => readonly string[];
  readonly end: () => void;
} {
  let all = '';
  const stop = new AbortController();
  let wrote: (text: string) => void = () => {};
  const out = new Promise<string>(resolve => {
    wrote = resolve;
  });
  let warned: (text: string) => void = () => {};
  const err = new Promise<string>(resolve => {
    warned = resolve;
  });
  const sink = (write: (text: string) => void) => ({ isTTY: false, write: async (text: string) => write(text) });
  return {
    out,
    err,
    said: () => all.split('\n').slice(0, -1),
    end: () => stop.abort(),
    io: {
      stdin: (async function* () {})(),
      stdout: sink(text => {
        all += text;
        wrote(text);
      }),
      stderr: sink(warned),
      cwd: '.',
      env,
      now: () => new Date('2026-11-18T10:00:00Z'),
      stop: stop.signal
    }
  };
}
