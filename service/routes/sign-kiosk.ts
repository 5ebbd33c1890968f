import { type RequestHandler, Router } from 'express';
import QRCode from 'qrcode';
import * as z from 'zod';
import { addressOf, type Limits, type SignPages } from '../sign.ts';
import { keep, kept } from './sign-cookie.ts';
import { limitedProving, sent } from './sign-guard.ts';
import { signProblem } from './sign-words.ts';

const begins = z.strictObject({ link: z.string().max(100) });
const shows = z.strictObject({ shown: z.string().max(100).optional() });

/** A tablet at the door: it shows a code to scan, a new one as soon as the last one was used or is about to be too old. */
export function kioskRoutes({ desk, links, origin, languages, ...pages }: SignPages, limits: Limits): Router {
  const routes = Router();

  const atKiosk: RequestHandler = async (request, response, next) => {
    const sitting = await links.sitting(kept(request, 'kiosk'));
    if (sitting?.level !== 'kiosk') return signProblem(request, response, 401, 'no-kiosk');
    next();
  };

  routes.post('/kiosk/api/begin', ...limitedProving(limits), async (request, response) => {
    const given = sent(begins, request, response);
    if (!given) return;
    if (!(await links.use(given.link, 'kiosk'))) return signProblem(request, response, 410, 'no-kiosk');
    const secret = await links.sit({ person: undefined, level: 'kiosk', channel: 'kiosk', assurance: undefined });
    keep(response, { origin, ...pages }, 'kiosk', secret);
    response.json({});
  });

  routes.post('/kiosk/api/show', atKiosk, async (request, response) => {
    const given = sent(shows, request, response);
    if (!given) return;
    const about = { school: desk.school.name, languages };
    // What is about to be too old would be so before somebody has typed their name.
    if (given.shown !== undefined && (await links.good(given.shown, 'visit', 3 * minute))) {
      response.json(about);
      return;
    }
    const link = await links.issue('visit');
    const svg = await QRCode.toString(addressOf(origin, '/visit', link), { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
    response.json({ ...about, link, svg });
  });

  return routes;
}

const minute = 60 * 1000;
