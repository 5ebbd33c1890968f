import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import express from 'express';
import { serve } from '../../../service/cli/serve.ts';
import { isFailure } from '../../../service/failure.ts';
import { listen } from '../../../service/serve.ts';
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
    const { io: world, out, end } = io({ PORT: '0' });
    const running = serve.run([], {}, world);
    const said = await out;
    const [, url] = /^Beadle is at (http:\/\/localhost:\d+) – Ctrl-C ends it\.\n$/.exec(said) ?? [];
    assert.ok(url, said);
    assert.equal((await fetch(url.replace('localhost', '127.0.0.1'))).status, 200);
    end();
    assert.equal(await running, 0);
    await assert.rejects(() => fetch(url.replace('localhost', '127.0.0.1')));
  });
});

describe('beadle serve for a school', () => {
  for (const [says, school, status] of [
    ['serves Outlook where the school uses it', true, 200],
    ['serves the page to try alone where it does not', false, 404]
  ] as const) {
    it(says, async () => {
      const { folder, gone } = await schoolFolder();
      const { io: world, out, end } = io({ PORT: '0' });
      const running = serve.run([], school ? { school: `${folder}/beadle.yaml` } : {}, world);
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
  readonly end: () => void;
} {
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
    end: () => stop.abort(),
    io: {
      stdin: (async function* () {})(),
      stdout: sink(wrote),
      stderr: sink(warned),
      cwd: '.',
      env,
      now: () => new Date('2026-11-18T10:00:00Z'),
      stop: stop.signal
    }
  };
}
