import { join } from 'node:path';
import express, { Router } from 'express';

/** The page to try Beadle on, in English at `/try` and in Welsh at `/cy/try`, and at `/` and `/cy` where nothing else is there; with its script and its style. */
export function tryRoutes(folder: string): Router {
  const files = join(folder, 'try');
  const routes = Router();
  routes.get(['/try', '/cy/try', '/', '/cy'], (_request, response) => response.sendFile('page.html', { root: files, cacheControl: false }));
  routes.use('/try', express.static(files, { index: false, redirect: false, cacheControl: false }));
  return routes;
}
