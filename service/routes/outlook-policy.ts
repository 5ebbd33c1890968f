import { Router } from 'express';
import type { Outlook } from '../outlook.ts';
import { signedIn } from './signed-in.ts';

/** `GET /outlook/policy`: the school's decisions, signed. `GET /outlook/keys`: by what the signature is checked, oldest key first (RFC 7517). */
export function policyRoutes(outlook: Outlook, log: (line: string) => void): Router {
  const routes = Router();
  routes.get('/outlook/policy', signedIn(outlook, log), async (request, response) => {
    const { body, etag } = await outlook.policy();
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization', ETag: etag });
    // Express itself never answers 304 here: a browser adds `Cache-Control: no-cache` wherever a script sets If-None-Match.
    if (hasTag(request.get('if-none-match'), etag)) response.status(304).end();
    else response.type('application/json').send(body);
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

/** Whether a tag is among those that the device has; weak or strong is the same here. */
function hasTag(asked: string | undefined, etag: string): boolean {
  return asked !== undefined && asked.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag);
}
