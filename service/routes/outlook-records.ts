import { Router } from 'express';
import * as z from 'zod';
import type { Outlook } from '../outlook.ts';
import { recordShape } from '../store/records.ts';
import { problem } from './problem.ts';
import { readsJson, sentAs } from './sent.ts';
import { signedIn } from './signed-in.ts';

const shape = z.strictObject({ records: z.array(recordShape).min(1).max(200) });

/** `POST /outlook/records`: what devices saw. 204 once it is on the disk; nothing is answered before. Who sent it is not kept beside it. */
export function recordRoutes(outlook: Outlook, log: (line: string) => void): Router {
  const routes = Router();
  routes.post('/outlook/records', signedIn(outlook, log), readsJson(), async (request, response) => {
    const sent = sentAs(shape, request);
    if ('wrong' in sent) return problem(response, 400, sent.wrong, { reason: 'wrong-shape' });
    await outlook.records.add(sent.value.records, outlook.now());
    response.status(204).end();
  });
  return routes;
}
