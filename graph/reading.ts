import type * as z from 'zod';
import type { Reading } from '../core/judge.ts';
import type { Ended } from '../core/tenant/audit.ts';
import type { Request, Unanswered, Way } from './http.ts';
import type { Read } from './part.ts';

/** Reads one answer and gives what is made of it; an answer of another shape than the vendor documents did not arrive. */
export async function readOne<S, T>(
  way: Way,
  by: Read,
  request: Request,
  shape: z.ZodType<S>,
  made: (answer: S) => T
): Promise<Reading<T>> {
  const answer = await way.ask(request);
  if ('unread' in answer) return missing(answer, by);
  const read = shape.safeParse(answer.body);
  return read.success ? { value: made(read.data) } : { unread: 'unreachable' };
}

/** Reads all pages and gives the list of what is made of each thing; of nothing, where it is not for us. */
export async function readAll<S, T>(
  way: Way,
  by: Read,
  request: Request,
  shape: z.ZodType<S>,
  made: (thing: S) => readonly T[]
): Promise<Reading<readonly T[]>> {
  const all: T[] = [];
  const ended = await walk(way, by, request, shape, thing => void all.push(...made(thing)));
  return 'unread' in ended ? without(ended) : { value: all };
}

/** Reads all pages and shows each thing once. */
export async function walk<S>(way: Way, by: Read, request: Request, shape: z.ZodType<S>, see: (thing: S) => void): Promise<Ended> {
  const pages = way.pages(request);
  let seen = 0;
  for (;;) {
    const { done, value } = await pages.next();
    if (done) return value ? { ...missing(value, by), seen } : { seen };
    for (const thing of value) {
      const read = shape.safeParse(thing);
      if (!read.success) return { unread: 'unreachable', seen };
      see(read.data);
      seen += 1;
    }
  }
}

/** Why it was not read, with the right or the licence that is missing. */
export function missing(
  { unread }: Unanswered,
  { rights, licences = [] }: Read
): { readonly unread: Unanswered['unread']; readonly lacks?: string } {
  if (unread === 'forbidden') return { unread, lacks: rights.map(({ name }) => name).join(', ') };
  if (unread === 'unlicensed' && licences.length > 0) return { unread, lacks: licences.join(', ') };
  return { unread };
}

function without({ unread, lacks }: { readonly unread: Unanswered['unread']; readonly lacks?: string }): Reading<never> {
  return lacks === undefined ? { unread } : { unread, lacks };
}
