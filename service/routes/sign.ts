import { join } from 'node:path';
import express, { Router } from 'express';
import { type Limits, limits as usual, type SignPages } from '../sign.ts';
import { classRoutes } from './sign-class.ts';
import { enterRoutes } from './sign-enter.ts';
import { limitedEach, ownPageOnly, signFailed, signPolicies } from './sign-guard.ts';
import { kioskRoutes } from './sign-kiosk.ts';
import { reportRoutes } from './sign-report.ts';
import { textRoutes } from './sign-text.ts';

/** The pages for people without Teams, from the folder that the build wrote, and what they ask of the service. `log` gets no word of anybody. */
export function signRoutes(folder: string, pages: SignPages, log: (line: string) => void, limits: Limits = usual): Router {
  const files = join(folder, 'sign');
  const routes = Router();
  routes.use(['/sign', '/read', '/visit', '/class', '/kiosk', '/report'], signPolicies());
  routes.get(['/sign', '/read', '/visit', '/class', '/kiosk/visit', '/report'], (_request, response) =>
    response.set('Cache-Control', 'no-cache').sendFile('page.html', { root: files, cacheControl: false })
  );
  routes.get('/kiosk', (_request, response) =>
    response.set('Cache-Control', 'no-cache').sendFile('kiosk.html', { root: files, cacheControl: false })
  );
  routes.use(
    '/sign/files',
    express.static(files, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: response => response.setHeader('Cache-Control', 'no-cache')
    })
  );
  routes.use(['/sign/api', '/kiosk/api'], limitedEach(limits.each), ...ownPageOnly(pages));
  routes.use(enterRoutes(pages, limits, log), textRoutes(pages, log), classRoutes(pages), kioskRoutes(pages, limits), reportRoutes(pages));
  routes.use(['/sign', '/kiosk'], signFailed(log));
  return routes;
}
