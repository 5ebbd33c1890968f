import { join } from 'node:path';
import express, { Router } from 'express';
import { type Changes, changesOf } from '../tab/changes.ts';
import type { Tab } from '../tab/tab.ts';
import { tabActRoutes } from './tab-acts.ts';
import { tabEnterRoutes } from './tab-enter.ts';
import { atTab, ownTabOnly, secretOf, tabFailed, tabLimited, type TabLimits, tabLimits as usual, tabPolicies } from './tab-guard.ts';
import { tabViewRoutes } from './tab-views.ts';
import { tabProblem } from './tab-words.ts';

/** The tab, from the folder that the build wrote, and what it asks of the service. `log` gets ids and no word of anybody. */
export function tabRoutes(
  folder: string,
  tab: Tab,
  log: (line: string) => void,
  { limits = usual, changes = changesOf(tab.revision) }: { readonly limits?: TabLimits; readonly changes?: Changes } = {}
): Router {
  const files = join(folder, 'tab');
  const routes = Router();
  routes.use('/tab', tabPolicies());
  routes.get('/tab', (_request, response) =>
    response.set('Cache-Control', 'no-cache').sendFile('page.html', { root: files, cacheControl: false })
  );
  routes.use(
    '/tab/files',
    express.static(files, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: response => response.setHeader('Cache-Control', 'no-cache')
    })
  );
  const bySitting = tabLimited(limits.sitting, request => secretOf(request, tab) || 'nobody');
  routes.use('/tab/api', tabLimited(limits.each), ...ownTabOnly(tab, log));
  const at = atTab(tab, log);
  routes.use(tabEnterRoutes(tab, limits, log));
  routes.use('/tab/api', (request, response, next) => (secretOf(request, tab) === '' ? next() : bySitting(request, response, next)));
  routes.use(tabViewRoutes(tab, at, changes, log), tabActRoutes(tab, at, changes, log));
  routes.use('/tab/api', (request, response) => tabProblem(request, response, 404, 'not-there'));
  routes.use('/tab', tabFailed(log));
  return routes;
}
