import { Router } from 'express';
import type { Outlook } from '../outlook.ts';
import { signedIn } from './signed-in.ts';

/** `GET /outlook/policy`: the school's decisions, signed. `GET /outlook/keys`: by what the signature is checked, oldest key first (RFC 7517). */
export function policyRoutes(outlook: Outlook, log: (line: string) => void): Router {
  const routes = Router();
  routes.get('/outlook/policy', signedIn(outlook.tokens, log), async (_request, response) => {
    const { body, etag } = await outlook.policy();
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization', ETag: etag }).type('application/json').send(body);
  });
  routes.get('/outlook/keys', async (_request, response) => {
    const keys = await outlook.keys();
    response.set('Cache-Control', 'no-cache').type('application/jwk-set+json').send(JSON.stringify({ keys }));
  });
  // The pane asks here under which registration to sign in: nothing of it is secret.
  routes.get('/outlook/sign-in', (_request, response) => {
    const { clientId, tenants } = outlook.settings;
    response.set('Cache-Control', 'no-cache').json({ clientId, tenants });
  });
  return routes;
}
