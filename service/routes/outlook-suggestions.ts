import { Router } from 'express';
import * as z from 'zod';
import type { Outlook } from '../outlook.ts';
import { suggestionShape } from '../store/suggestions.ts';
import { problem } from './problem.ts';
import { readsJson, sentAs } from './sent.ts';
import { signedIn, userOf } from './signed-in.ts';

const shape = z.strictObject({ suggestions: z.array(suggestionShape).min(1).max(200) });

/** `POST /outlook/suggestions`: who somebody says an unknown address is, by its keyed hash. 204 once it is on the disk. */
export function suggestionRoutes(outlook: Outlook, log: (line: string) => void): Router {
  const routes = Router();
  routes.post('/outlook/suggestions', signedIn(outlook, log), readsJson(), async (request, response) => {
    const sent = sentAs(shape, request);
    if ('wrong' in sent) return problem(response, 400, sent.wrong, { reason: 'wrong-shape' });
    await outlook.suggestions.add(sent.value.suggestions, userOf(response), outlook.now());
    response.status(204).end();
  });
  return routes;
}
