import express, { type Router, Router as newRouter } from 'express';
import type { Bot } from '../../bot/bot.ts';
import { problem } from './problem.ts';

/** Bytes that Teams may send at once: a message of its own has 100 KB at most. */
const most = 256 * 1024;

/**
 * `POST /api/messages`: what Teams tells the bot. JSON of at most 256 KB (415, 413, 400), nothing but POST (405); who is not Teams gets 401, another
 * organisation 403. Nothing of what was sent is written down.
 */
export function botRoutes(bot: Pick<Bot, 'answer'>): Router {
  const routes = newRouter();
  const read = express.json({ limit: most, type: 'application/json' });
  routes.post(
    '/api/messages',
    (request, response, next) => {
      if (request.is('application/json')) return read(request, response, next);
      problem(response, 415, 'Send JSON, with the type application/json.', { reason: 'wrong-type' });
    },
    (request, response) => bot.answer(request, response)
  );
  routes.all('/api/messages', (_request, response) => {
    response.set('Allow', 'POST');
    problem(response, 405, 'Only Teams speaks here, with POST.', { reason: 'wrong-method' });
  });
  routes.use('/api/messages', ((error: unknown, _request, response, next) => {
    const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
    if (response.headersSent) return next(error);
    if (type === 'entity.too.large') return problem(response, 413, `Send at most ${most / 1024} KB at once.`, { reason: 'too-large' });
    if (type === 'entity.parse.failed') return problem(response, 400, 'What was sent is no JSON.', { reason: 'no-json' });
    if (/^(?:request|encoding|charset)\./.test(type))
      return problem(response, 400, 'What was sent cannot be read.', { reason: 'unreadable' });
    next(error);
  }) satisfies express.ErrorRequestHandler);
  return routes;
}
