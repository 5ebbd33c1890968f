import assert from 'node:assert/strict';
import { type Manner, type Request, retryAfter, type Send, type Sent, wayOut } from '../../graph/http.ts';
import { testClock } from '../support/clock.ts';

const get = (url: string, bucket = 'any'): Request => ({ method: 'GET', url, bucket });
const first = get('https://graph.example/things');
const json = (status: number, body: unknown, headers: Sent['headers'] = {}): Sent => ({ status, headers, text: JSON.stringify(body) });
const raw = (status: number, text: string): Sent => ({ status, headers: {}, text });

const manner: Manner = {
  hosts: ['graph.example'],
  limits: { any: { most: 1000, perMs: 1000 }, slow: { most: 5, perMs: 10_000 }, narrow: { most: 1000, perMs: 1000, atOnce: 4 } },
  refusal: (status, body) => {
    if (status === 403) return { unread: (body as { code?: string } | undefined)?.code === 'no-licence' ? 'unlicensed' : 'forbidden' };
    return status === 401 ? { unread: 'forbidden' } : status === 404 ? { unread: 'unsupported' } : undefined;
  },
  page: (body, asked) => {
    const { value, next } = body as { readonly value?: readonly unknown[]; readonly next?: string };
    return value && { things: value, ...(next === undefined ? {} : { next: { ...asked, url: next } }) };
  },
  batch: {
    most: 3,
    pack: requests => ({ method: 'POST', url: 'https://graph.example/batch', bucket: 'any', body: requests.map(({ url }) => url) }),
    unpack: body => new Map((body as readonly (Sent | null)[]).flatMap((sent, i) => (sent ? [[i, sent] as const] : [])))
  }
};

/** A way on which these answers come one after the other; an `Error` is a dropped connection. */
function way(answers: readonly (Sent | Error | ((request: Request) => Sent))[], deadline = 3_600_000) {
  const clock = testClock();
  const asked: { readonly url: string; readonly at: number; readonly renew: boolean }[] = [];
  const send: Send = async (request, { renew }) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]!;
    asked.push({ url: request.url, at: clock.passed(), renew });
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request) : answer;
  };
  return { ...wayOut(send, manner, { clock, random: () => 0.5, deadline: clock.now() + deadline }), asked, clock };
}

async function all(pages: ReturnType<ReturnType<typeof way>['pages']>) {
  const things: unknown[] = [];
  for (;;) {
    const { done, value } = await pages.next();
    if (done) return { things, end: value };
    things.push(...(value as readonly unknown[]));
  }
}

const ok = json(200, { fine: true });
const reset = new Error('socket hang up');

describe('the way out to a vendor', () => {
  for (const { says, answers, calls, code } of [
    { says: 'a dropped connection', answers: [reset, ok], calls: 1, code: 'in-doubt' },
    { says: '503', answers: [json(503, {}), ok], calls: 1, code: 'in-doubt' },
    { says: 'half an answer', answers: [raw(200, '{"fi'), ok], calls: 1, code: 'in-doubt' },
    { says: '429, which says that nothing happened', answers: [json(429, {}), ok], calls: 2, code: undefined },
    { says: '401, which says so too', answers: [json(401, {}), ok], calls: 2, code: undefined }
  ]) {
    it(`asks ${calls === 1 ? 'only once' : 'again'} what must not happen twice after ${says}`, async () => {
      const { ask, asked } = way(answers);
      const answer = await ask({ ...first, method: 'POST', once: true });
      assert.equal(asked.length, calls);
      assert.equal('unread' in answer ? answer.code : undefined, code);
    });
  }

  for (const { says, answers, calls, gives } of [
    { says: 'an answer', answers: [ok], calls: [0], gives: 'body' },
    { says: '429 that asks for seven seconds', answers: [json(429, {}, { 'retry-after': '7' }), ok], calls: [0, 7000], gives: 'body' },
    { says: '429 that asks for nothing', answers: [json(429, {}), json(429, {}), ok], calls: [0, 750, 2250], gives: 'body' },
    { says: '429 that asks for «soon»', answers: [json(429, {}, { 'retry-after': 'soon' }), ok], calls: [0, 750], gives: 'body' },
    {
      says: '429 that asks for a date in the past',
      answers: [json(429, {}, { 'retry-after': 'Sun, 22 Nov 2026 01:00:00 GMT' }), ok],
      calls: [0, 750],
      gives: 'body'
    },
    {
      says: '503 that asks for a date to come',
      answers: [json(503, {}, { 'retry-after': 'Sun, 22 Nov 2026 02:00:10 GMT' }), ok],
      calls: [0, 10_000],
      gives: 'body'
    },
    { says: '500, 502, 504', answers: [json(500, {}), json(502, {}), json(504, {}), ok], calls: [0, 750, 2250, 5250], gives: 'body' },
    { says: 'a dropped connection', answers: [reset, ok], calls: [0, 750], gives: 'body' },
    { says: 'half an answer', answers: [raw(200, '{"value": ['), ok], calls: [0, 750], gives: 'body' },
    { says: 'a web page with status 200', answers: [raw(200, '<html>'), ok], calls: [0, 750], gives: 'body' },
    { says: 'a token that has run out', answers: [json(401, {}), ok], calls: [0, 0], gives: 'body' },
    { says: 'a token that is not taken', answers: [json(401, {})], calls: [0, 0], gives: 'forbidden' },
    { says: 'a right that is missing', answers: [json(403, {})], calls: [0], gives: 'forbidden' },
    { says: 'a licence that is missing', answers: [json(403, { code: 'no-licence' })], calls: [0], gives: 'unlicensed' },
    { says: 'a thing that is not there', answers: [json(404, {})], calls: [0], gives: 'unsupported' },
    { says: 'a defect of ours', answers: [json(400, {})], calls: [0], gives: 'unreachable' },
    { says: 'a vendor that is down', answers: [json(503, {})], calls: [0, 750, 2250, 5250, 11_250, 23_250], gives: 'unreachable' }
  ] as const) {
    it(`takes ${says}`, async () => {
      const out = way(answers);
      const answer = await out.ask(first);
      assert.equal('unread' in answer ? answer.unread : 'body', gives);
      assert.deepEqual(
        out.asked.map(({ at }) => at),
        calls
      );
    });
  }

  it('asks for a fresh token once, and only after 401', async () => {
    const out = way([json(401, {}), ok]);
    await out.ask(first);
    assert.deepEqual(
      out.asked.map(({ renew }) => renew),
      [false, true]
    );
  });

  it('sends no token to another host, however a link leads there', async () => {
    for (const url of [
      'https://evil.example/x',
      'http://graph.example/x',
      'https://graph.example.evil.example/x',
      'https://a@graph.example/',
      '/x'
    ]) {
      const out = way([ok]);
      assert.deepEqual(await out.ask(get(url)), { unread: 'unreachable', code: 'wrong-host' });
      assert.equal(out.asked.length, 0);
    }
  });

  it('waits for no answer that would come after the deadline', async () => {
    const out = way([json(503, {}, { 'retry-after': '60' })], 30_000);
    assert.deepEqual(await out.ask(first), { unread: 'unreachable', status: 503 });
    assert.equal(out.asked.length, 1);
  });

  it('keeps to five requests in ten seconds', async () => {
    const out = way([ok]);
    await Promise.all(Array.from({ length: 11 }, () => out.ask({ ...first, bucket: 'slow' })));
    assert.deepEqual(
      out.asked.map(({ at }) => at),
      [0, 0, 0, 0, 0, 10_000, 10_000, 10_000, 10_000, 10_000, 20_000]
    );
  });

  it('lets everybody of a bucket wait for the pause that one was asked for', async () => {
    const out = way([json(429, {}, { 'retry-after': '5' }), ok]);
    await out.ask({ ...first, bucket: 'narrow' }).then(() => out.ask({ ...first, bucket: 'narrow' }));
    assert.deepEqual(
      out.asked.map(({ at }) => at),
      [0, 5000, 5000]
    );
  });

  it('asks again for single items of a batch, and gives their answers in the order of the requests', async () => {
    let round = 0;
    const items: readonly (readonly (Sent | null)[])[] = [
      [json(200, 1), json(429, {}, { 'retry-after': '3' }), json(403, {})],
      [json(200, 4), null],
      [json(200, 2), json(200, 5)]
    ];
    const out = way([() => json(200, items[round++])]);
    const answers = await out.askAll(['a', 'b', 'c', 'd', 'e'].map(name => get(`https://graph.example/${name}`)));
    assert.deepEqual(
      answers.map(answer => ('unread' in answer ? answer.unread : answer.body)),
      [1, 2, 'forbidden', 4, 5]
    );
    assert.deepEqual(
      out.asked.map(({ at }) => at),
      [0, 0, 3000]
    );
  });
});

describe('the pages of a vendor', () => {
  const page = (ids: readonly string[], next?: string): Sent => json(200, { value: ids.map(id => ({ id })), ...(next ? { next } : {}) });
  const more = (n: number): string => `https://graph.example/things?page=${n}`;

  for (const { says, answers, ids, end } of [
    { says: 'come one after the other', answers: [page(['a'], more(2)), page(['b'])], ids: ['a', 'b'], end: undefined },
    { says: 'may be empty', answers: [page([])], ids: [], end: undefined },
    {
      says: 'may be empty in the middle',
      answers: [page(['a'], more(2)), page([], more(3)), page(['b'])],
      ids: ['a', 'b'],
      end: undefined
    },
    {
      says: 'give a thing that shifted once',
      answers: [page(['a', 'b'], more(2)), page(['b', 'c'])],
      ids: ['a', 'b', 'c'],
      end: undefined
    },
    {
      says: 'end where one comes twice',
      answers: [page(['a'], more(2)), page(['a'], more(3)), page(['b'])],
      ids: ['a'],
      end: 'repeated-page'
    },
    { says: 'end where a link leads back', answers: [page(['a'], more(2)), page(['b'], more(2))], ids: ['a', 'b'], end: 'repeated-page' },
    { says: 'end where a link leads elsewhere', answers: [page(['a'], 'https://evil.example/')], ids: ['a'], end: 'wrong-host' },
    { says: 'end where one is forbidden', answers: [page(['a'], more(2)), json(403, {})], ids: ['a'], end: 'forbidden' },
    { says: 'end where an answer is no page', answers: [json(200, { error: 'none' })], ids: [], end: 'no-page' }
  ] as const) {
    it(says, async () => {
      const { things, end: how } = await all(way(answers).pages(first));
      assert.deepEqual(
        things.map(thing => (thing as { id: string }).id),
        ids
      );
      assert.equal(how && (how.code ?? how.unread), end);
    });
  }
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T02:00:00Z');
  for (const [header, ms] of [
    ['3', 3000],
    [' 0.5 ', 500],
    ['0', undefined],
    ['-1', undefined],
    ['86400', 300_000],
    ['Sun, 22 Nov 2026 02:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 02:01:00 GMT', 300_000],
    ['', undefined],
    [undefined, undefined]
  ] as const)
    it(`«${header}» means ${ms ?? 'nothing'}`, () => assert.equal(retryAfter(header, now), ms));
});
