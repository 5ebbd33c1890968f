import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

/** What a program may read of a problem beside its sentence. */
interface More {
  /** A word that a surface can look up to say it in its own language. */
  readonly reason?: string;
  /** By which IT support finds the line in the log. */
  readonly code?: string;
}

/** Answers with a problem as RFC 9457 writes it. `detail` is one or two plain sentences: what is wrong, and what to do. */
export function problem(response: Response, status: number, detail: string, more: More = {}): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...more }));
}
