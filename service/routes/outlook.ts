import { randomUUID } from 'node:crypto';
import { type ErrorRequestHandler, Router } from 'express';
import type { Outlook } from '../outlook.ts';
import { outlookFiles } from './outlook-files.ts';
import { policyRoutes } from './outlook-policy.ts';
import { recordRoutes } from './outlook-records.ts';
import { suggestionRoutes } from './outlook-suggestions.ts';
import { problem } from './problem.ts';
import { unreadable } from './sent.ts';

/** What each address of the service for Outlook answers to. */
const methods: readonly (readonly [path: string, method: string])[] = [
  ['/outlook/policy', 'GET'],
  ['/outlook/keys', 'GET'],
  ['/outlook/sign-in', 'GET'],
  ['/outlook/records', 'POST'],
  ['/outlook/suggestions', 'POST']
];

/** The add-in for Outlook and the service behind it, on one origin. `log` gets one line for each request that was refused or failed; never a word of it. */
export function outlookRoutes(folder: string, outlook: Outlook, log: (line: string) => void): Router {
  const routes = Router();
  routes.use(outlookFiles(folder, outlook.settings));
  routes.use(policyRoutes(outlook, log), recordRoutes(outlook, log), suggestionRoutes(outlook, log));
  for (const [path, method] of methods) {
    routes.all(path, (_request, response) => {
      response.set('Allow', method);
      problem(response, 405, `Here only ${method} is answered.`, { reason: 'wrong-method' });
    });
    routes.use(path, unreadable, failed(log));
  }
  return routes;
}

/** The outermost hand of the service: a code in the log, plain words for whoever asked. */
function failed(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const code = randomUUID().slice(0, 8);
    log(`Outlook could not be answered (503, ${code}).`);
    if (response.headersSent) return next(error);
    response.set('Retry-After', '120');
    problem(response, 503, `Beadle could not do this now. Try again; if it happens again, tell your IT support this code: ${code}.`, {
      reason: 'fault',
      code
    });
  };
}
