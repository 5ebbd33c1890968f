import assert from 'node:assert/strict';
import express from 'express';
import type { Server } from 'node:http';
import { botRoutes } from '../../../service/routes/bot.ts';

describe('POST /api/messages', () => {
  let server: Server;
  let url: string;
  const heard: unknown[] = [];

  before(async () => {
    const app = express();
    app.use(
      botRoutes({
        answer: (request, response) => {
          heard.push(request.body);
          response.status(200).end();
          return Promise.resolve();
        }
      })
    );
    server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/messages`;
  });
  after(() => void server.close());
  beforeEach(() => void heard.splice(0));

  const cases: readonly (readonly [title: string, init: RequestInit, status: number, reason: string | undefined])[] = [
    [
      'an activity',
      { method: 'POST', body: '{"type":"message"}', headers: { 'content-type': 'application/json; charset=utf-8' } },
      200,
      undefined
    ],
    [
      '250 KB',
      { method: 'POST', body: JSON.stringify({ text: 'x'.repeat(250 * 1024) }), headers: { 'content-type': 'application/json' } },
      200,
      undefined
    ],
    [
      '260 KB',
      { method: 'POST', body: JSON.stringify({ text: 'x'.repeat(260 * 1024) }), headers: { 'content-type': 'application/json' } },
      413,
      'too-large'
    ],
    ['half an activity', { method: 'POST', body: '{"type":', headers: { 'content-type': 'application/json' } }, 400, 'no-json'],
    [
      'what claims to be packed',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'what' } },
      400,
      'unreadable'
    ],
    [
      'a form',
      { method: 'POST', body: 'type=message', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'wrong-type'
    ],
    ['nothing', { method: 'POST' }, 415, 'wrong-type'],
    ['GET', { method: 'GET' }, 405, 'wrong-method'],
    ['PUT', { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }, 405, 'wrong-method']
  ];
  for (const [title, init, status, reason] of cases) {
    it(`answers ${title} with ${status}`, async () => {
      const answer = await fetch(url, init);
      assert.equal(answer.status, status);
      assert.equal(heard.length, status === 200 ? 1 : 0);
      if (reason === undefined) return;
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(((await answer.json()) as { reason: string }).reason, reason);
    });
  }
});
