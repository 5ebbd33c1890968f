import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { OutlookSettings } from '../outlook.ts';

/** Where Microsoft serves office.js from, and what that loads in turn. */
const office = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'] as const;
/** Where people sign in. */
const signIn = 'https://login.microsoftonline.com';
/** The pages inside which Outlook on the web and the new Outlook show an add-in. */
const hosts = [
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.cloud.microsoft',
  'https://outlook.live.com',
  'https://*.office365.us'
] as const;

/** The add-in as Outlook loads it, and the file that lets classic Outlook's scripts fetch: all from the folder that the build wrote. */
export function outlookFiles(folder: string, settings: OutlookSettings): Router {
  const files = join(folder, 'outlook');
  const routes = Router();
  routes.get('/.well-known/microsoft-officeaddins-allowed.json', guarded("'none'"), (_request, response) => {
    response.set('Cache-Control', 'no-cache').json({ allowed: [`${settings.origin}/outlook/launchevent.js`] });
  });
  // No word leaves the page that runs at Send: the browser itself is told that it may ask nobody.
  const [silent, asking] = [guarded("'none'"), guarded(["'self'", signIn])];
  routes.use('/outlook', (request, response, next) => (atSend(request.path) ? silent : asking)(request, response, next));
  routes.use(
    '/outlook',
    express.static(files, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', keptFor(path))
    })
  );
  return routes;
}

function keptFor(path: string): string {
  // Outlook shows no icon that may not be kept.
  if (/\.(?:png|svg)$/.test(path)) return 'public, max-age=86400';
  // Loading counts into the five seconds at Send: an old copy runs while the browser looks for a newer one.
  if (atSend(path)) return 'public, max-age=600, stale-while-revalidate=86400';
  return 'no-cache';
}

/** Whether a file runs, or may run, while a message waits to be sent. */
function atSend(path: string): boolean {
  return /[/\\](?:commands\.html|launchevent\.js)$/i.test(path);
}

function guarded(connects: "'none'" | readonly string[]): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...office],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: typeof connects === 'string' ? [connects] : [...connects],
        frameSrc: typeof connects === 'string' ? ["'none'"] : [signIn],
        formAction: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: [...hosts]
      }
    },
    // Outlook is another site: it frames the pages, shows the icons, and opens the window to sign in.
    frameguard: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    strictTransportSecurity: false
  });
}
