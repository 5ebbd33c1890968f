import express, { type ErrorRequestHandler, type RequestHandler, type Request } from 'express';
import type * as z from 'zod';
import { problem } from './problem.ts';

/** Bytes that a request may have: 200 records of the longest kind have less. */
const most = 512 * 1024;

/** Reads the JSON of a request; what is too large, packed or of another type is refused before it is read. */
export function readsJson(): RequestHandler {
  const read = express.json({ limit: most, inflate: false, type: 'application/json' });
  return (request, response, next) => {
    if (request.is('application/json')) read(request, response, next);
    else problem(response, 415, 'Send JSON, with the type application/json.', { reason: 'wrong-type' });
  };
}

/** What was sent, if it has exactly this shape; else where it first has not, without a word of it. */
export function sentAs<S extends z.ZodType>(shape: S, request: Request): { readonly value: z.output<S> } | { readonly wrong: string } {
  const read = shape.safeParse(request.body);
  if (read.success) return { value: read.data };
  const [issue] = read.error.issues;
  const place = issue ? placeOf(issue.path) : '';
  const what = issue?.code === 'unrecognized_keys' ? 'has a field that is not known here' : 'is not as it should be';
  return { wrong: `${place === '' ? 'What was sent' : `«${place}»`} ${what}. Nothing of it was kept.` };
}

/** The fields of a shape and the positions in a list; never a word that was sent. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`)).join('');
}

/** Says in plain words why a request could not be read, and leaves every other error to whoever comes next. */
export const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  const answer = refusals[type];
  if (!answer || response.headersSent) return next(error);
  problem(response, ...answer);
};

const refusals: { readonly [type: string]: readonly [status: number, detail: string, more: { readonly reason: string }] | undefined } = {
  'entity.too.large': [413, `Send at most ${most / 1024} KB at once.`, { reason: 'too-large' }],
  'entity.parse.failed': [400, 'What was sent is no JSON. Nothing of it was kept.', { reason: 'no-json' }],
  'encoding.unsupported': [415, 'Send it as it is, not packed.', { reason: 'packed' }],
  'charset.unsupported': [415, 'Send it in UTF-8.', { reason: 'wrong-charset' }],
  'request.size.invalid': [400, 'The request is not as long as it says. Nothing of it was kept.', { reason: 'wrong-length' }],
  'request.aborted': [400, 'The request broke off. Nothing of it was kept.', { reason: 'broken-off' }]
};
