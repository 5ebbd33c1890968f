import { type Clock, type Limit, type Limiter, limiter } from './limiter.ts';

/** One request to a vendor. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Absolute, https, on one of the vendor's hosts. */
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** What the vendor counts it by. */
  readonly bucket: string;
  /** In whose name, where the vendor lets one act for others. */
  readonly as?: string;
  /** It must not happen twice: asked again only where the vendor said that it did not happen; else the answer is `in-doubt`. */
  readonly once?: boolean;
}

/** Why there is no answer. */
export type Refusal = 'forbidden' | 'unlicensed' | 'unreachable' | 'unsupported';
export interface Unanswered {
  readonly unread: Refusal;
  readonly status?: number;
  /** The vendor's own code, or ours: `deadline`, `reset`, `wrong-host`, `no-json`, `repeated-page`, `too-many-pages`, `in-doubt`. */
  readonly code?: string;
}
export type Answer = { readonly status: number; readonly body: unknown } | Unanswered;

/** The one way out to a vendor: token, limiter per bucket, bounded retry, deadline, hosts checked. Nothing throws. */
export interface Way {
  readonly ask: (request: Request) => Promise<Answer>;
  /** Many at once: in batches where the vendor has them, each item retried by itself; answers in the order of the requests. */
  readonly askAll: (requests: readonly Request[]) => Promise<readonly Answer[]>;
  /** The things of all pages, page by page, each thing once; ends with the reason where a page did not arrive. */
  readonly pages: (request: Request) => AsyncGenerator<readonly unknown[], Unanswered | undefined>;
}

/** What came over the wire. Header names in lower case. */
export interface Sent {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
}

/** Sends one request with its token; `renew` asks for a fresh one. Throws where nothing came; a token that was refused is an answer: `noToken`. */
export type Send = (request: Request, by: { readonly renew: boolean; readonly signal: AbortSignal }) => Promise<Sent>;

/** What stands in for the answer where the vendor gives us no token at all: it is its word, and asking again changes nothing. */
export const noToken: Sent = { status: 403, headers: {}, text: '{"error":{"code":"no-token"}}' };

/** What a vendor does in its own manner. */
export interface Manner {
  /** Hosts to which a token may go, and no other. */
  readonly hosts: readonly string[];
  readonly limits: { readonly [bucket: string]: Limit };
  /** What a refusal means; nothing where it is not the vendor's word (400, a defect of ours). */
  readonly refusal: (status: number, body: unknown) => { readonly unread: Refusal; readonly code?: string } | undefined;
  /** Whether a refusal only means «later», though its status does not say so. */
  readonly later?: (status: number, body: unknown) => boolean;
  /** The things of a page, and the request for the next one. Nothing where this is no page. */
  readonly page: (body: unknown, asked: Request) => { readonly things: readonly unknown[]; readonly next?: Request } | undefined;
  readonly batch?: {
    readonly most: number;
    readonly pack: (requests: readonly Request[]) => Request;
    /** The answers by the index of their requests; what is missing did not come. */
    readonly unpack: (body: unknown) => ReadonlyMap<number, Sent>;
  };
}

export interface Outside {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  /** When everything that is asked for must be over: ms since 1970. */
  readonly deadline: number;
  readonly attempts?: number;
}

const again: readonly number[] = [408, 429, 500, 502, 503, 504];
const longestPause = 300_000;
const mostPages = 20_000;

/** Makes the way out to one vendor. */
export function wayOut(send: Send, manner: Manner, outside: Outside): Way {
  const { clock, random, deadline, attempts = 6 } = outside;
  const limiters = new Map<string, Limiter>();
  const late = (): boolean => clock.now() >= deadline;

  function limiterOf(bucket: string): Limiter {
    let found = limiters.get(bucket);
    if (!found) limiters.set(bucket, (found = limiter(manner.limits[bucket] ?? { most: 20, perMs: 1000 }, clock)));
    return found;
  }

  /** Waits as long as the vendor asks, where that makes sense; else longer each time, with a part by chance so that nobody waits in step. */
  function pauseAfter(attempt: number, sent: Sent | undefined): number {
    const asked = sent && retryAfter(sent.headers['retry-after'], clock.now());
    return asked ?? Math.min(60_000, 1000 * 2 ** attempt) * (0.5 + random() / 2);
  }

  async function once(request: Request, renew: boolean): Promise<Sent | 'reset' | 'deadline'> {
    const done = await limiterOf(request.bucket).turn();
    if (late()) {
      done();
      return 'deadline';
    }
    const abort = new AbortController();
    const left = Math.min(60_000, deadline - clock.now());
    void clock.sleep(left, abort.signal).then(() => abort.abort());
    try {
      return await send(request, { renew, signal: abort.signal });
    } catch {
      return late() ? 'deadline' : 'reset';
    } finally {
      abort.abort();
      done();
    }
  }

  async function ask(request: Request): Promise<Answer> {
    if (!allowed(request.url, manner.hosts)) return { unread: 'unreachable', code: 'wrong-host' };
    let renewed = false;
    for (let attempt = 0; ; attempt += 1) {
      const sent = await once(request, renewed);
      if (sent === 'deadline') return { unread: 'unreachable', code: 'deadline' };
      const read = sent === 'reset' ? undefined : answerOf(sent);
      if (read && 'body' in read) return read;
      if (read?.status === 401 && !renewed) {
        renewed = true;
        continue;
      }
      const failed: Unanswered = read ?? { unread: 'unreachable', code: 'reset' };
      if (failed.unread !== 'unreachable' || !worthwhile(failed)) return failed;
      // No answer does not mean that nothing happened.
      if (request.once && failed.status !== 429) return { ...failed, code: 'in-doubt' };
      if (attempt + 1 >= attempts) return failed;
      const pause = pauseAfter(attempt, sent === 'reset' ? undefined : sent);
      if (clock.now() + pause >= deadline) return failed;
      // The vendor counts the whole bucket, not this request alone.
      if (failed.status === 429) limiterOf(request.bucket).pause(clock.now() + pause);
      else await clock.sleep(pause);
    }
  }

  function answerOf(sent: Sent): Answer {
    const body = parsed(sent.text);
    const { status } = sent;
    if (status >= 200 && status < 300) {
      // A proxy's page, or half an answer, is none.
      return body === undefined && sent.text !== '' ? { unread: 'unreachable', status, code: 'no-json' } : { status, body };
    }
    if (again.indexOf(status) >= 0) return { unread: 'unreachable', status };
    if (manner.later?.(status, body)) return { unread: 'unreachable', status: 429 };
    return { ...(manner.refusal(status, body) ?? { unread: 'unreachable' as const }), status };
  }

  async function askAll(requests: readonly Request[]): Promise<readonly Answer[]> {
    const { batch } = manner;
    if (!batch) return Promise.all(requests.map(ask));
    const answers: Answer[] = Array.from({ length: requests.length });
    let open = requests.map((_, i) => i);
    for (let attempt = 0; open.length > 0; attempt += 1) {
      const packs = Array.from({ length: Math.ceil(open.length / batch.most) }, (_, i) => open.slice(i * batch.most, (i + 1) * batch.most));
      let pause = 0;
      const left = await Promise.all(
        packs.map(async indices => {
          const answer = await ask(batch.pack(indices.map(i => requests[i]!)));
          if ('unread' in answer) {
            for (const i of indices) answers[i] = answer;
            return [];
          }
          const items = batch.unpack(answer.body);
          return indices.filter((i, k) => {
            const item = items.get(k);
            const read: Answer = item ? answerOf(item) : { unread: 'unreachable', code: 'reset' };
            answers[i] = read;
            const retry = 'unread' in read && read.unread === 'unreachable' && worthwhile(read);
            if (retry) pause = Math.max(pause, pauseAfter(attempt, item));
            return retry;
          });
        })
      );
      open = left.flat();
      if (open.length === 0 || attempt + 1 >= attempts || clock.now() + pause >= deadline) break;
      await clock.sleep(pause);
    }
    return answers;
  }

  async function* pages(request: Request): AsyncGenerator<readonly unknown[], Unanswered | undefined> {
    const asked = new Set<string>();
    const seen = new Set<unknown>();
    let next: Request | undefined = request;
    while (next) {
      const key = JSON.stringify([next.url, next.body, next.as]);
      if (asked.has(key)) return { unread: 'unreachable', code: 'repeated-page' };
      if (asked.size >= mostPages) return { unread: 'unreachable', code: 'too-many-pages' };
      asked.add(key);
      const answer = await ask(next);
      if ('unread' in answer) return answer;
      const page = manner.page(answer.body, next);
      if (!page) return { unread: 'unreachable', status: answer.status, code: 'no-page' };
      const fresh = page.things.filter(thing => {
        const id = idOf(thing);
        if (id === undefined) return true;
        if (seen.has(id)) return false;
        seen.add(id);
        return true;
      });
      // Things shift while pages are turned, so a few come twice; a whole page of them leads nowhere.
      if (page.things.length > 0 && fresh.length === 0) return { unread: 'unreachable', code: 'repeated-page' };
      if (fresh.length > 0) yield fresh;
      next = page.next;
    }
    return undefined;
  }

  return { ask, askAll, pages };
}

/** Milliseconds that a `Retry-After` asks for, where it is a number of seconds or a date within five minutes from now; else nothing. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d{1,6}(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  // A date in the past is a clock that goes wrong: it does not mean «at once».
  return ms > 0 && ms <= longestPause ? ms : ms > longestPause ? longestPause : undefined;
}

function worthwhile({ status, code }: Unanswered): boolean {
  return status === undefined ? code === 'reset' : again.indexOf(status) >= 0 || code === 'no-json';
}

function allowed(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username } = new URL(url);
  return protocol === 'https:' && username === '' && hosts.includes(host);
}

function idOf(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return undefined;
  const { id, name } = thing as { readonly id?: unknown; readonly name?: unknown };
  return typeof id === 'string' ? id : typeof name === 'string' && name.includes('/') ? name : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
