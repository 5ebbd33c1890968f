import { join } from 'node:path';
import express, { Router } from 'express';

/** The page to try Beadle on, in English at `/` and in Welsh at `/cy`, with its script and its style. */
export function tryRoutes(folder: string): Router {
  const files = join(folder, 'try');
  const routes = Router();
  routes.get(['/', '/cy'], (_request, response) => response.sendFile('page.html', { root: files, cacheControl: false }));
  routes.use('/try', express.static(files, { index: false, redirect: false, cacheControl: false }));
  return routes;
}
