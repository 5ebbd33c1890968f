import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import * as z from 'zod';
import type { Preview, Problem, Questions, Tried, Wrote } from '../../addin/setup/api.ts';
import type { Text } from '../../core/locale.ts';
import { isFailure } from '../failure.ts';
import type { Answers } from '../setup/questions.ts';
import { ownPageOnly } from './sign-guard.ts';

/** What the page of the set-up asks of the service behind it. What throws a `Failure` is said to whoever sits there. */
export interface SetupDesk {
  readonly questions: (answers: Answers) => Promise<Questions>;
  readonly preview: (answers: Answers) => Promise<Preview>;
  readonly try: (answers: Answers) => Promise<Tried>;
  readonly write: (answers: Answers) => Promise<Wrote>;
}

/** How long the code is good, in milliseconds. */
export const codeGoodFor = 15 * 60 * 1000;

const cookie = 'beadle-setup';
const answered = z.strictObject({ answers: z.record(z.string().max(60), z.string().max(20_000)) });
const entering = z.strictObject({ code: z.string().max(100) });

/**
 * The page of the set-up, from the folder that the build wrote. `code` opens it once, within 15 minutes; whoever opened it sits there until the process ends.
 * `local`: only pages under a name of this machine are answered, so that no other site’s name leads here.
 */
export function setupRoutes(
  folder: string,
  desk: SetupDesk,
  { code, origin, local, now }: { readonly code: string; readonly origin: string; readonly local: boolean; readonly now: () => number }
): Router {
  const until = now() + codeGoodFor;
  const secret = randomBytes(32).toString('base64url');
  let open = true;
  const routes = Router();
  routes.use((request, response, next) => {
    if (local && !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.get('Host') ?? ''))
      return void response.status(421).type('text/plain').send('This page is for this machine alone.');
    next();
  });
  routes.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          formAction: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: ["'none'"]
        }
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false
    })
  );
  routes.get('/setup', (_request, response) =>
    response.set('Cache-Control', 'no-store').sendFile('page.html', { root: join(folder, 'setup'), cacheControl: false })
  );
  const files = { index: false, redirect: false, cacheControl: false } as const;
  routes.use('/setup/files', express.static(join(folder, 'setup'), files));
  routes.use('/try', express.static(join(folder, 'try'), files));
  routes.use('/setup/api', ...ownPageOnly({ origin }));
  routes.post('/setup/api/enter', (request, response) => {
    const given = entering.safeParse(request.body).data?.code ?? '';
    if (!open || now() > until || !equal(given, code)) return problem(response, 403, words.code);
    open = false;
    response.cookie(cookie, secret, { httpOnly: true, sameSite: 'strict', path: '/setup', secure: origin.startsWith('https:') });
    response.json({});
  });
  for (const name of ['questions', 'preview', 'try', 'write'] as const) {
    routes.post(`/setup/api/${name}`, async (request, response) => {
      if (!equal(sitting(request), secret)) return problem(response, 401, words.code);
      const read = answered.safeParse(request.body);
      if (!read.success) return problem(response, 400, words.fault);
      try {
        response.json(await desk[name](read.data.answers));
      } catch (error) {
        if (isFailure(error)) return problem(response, 409, { en: error.message, cy: error.message });
        problem(response, 500, words.fault);
      }
    });
  }
  return routes;
}

const words = {
  code: {
    en: 'This code is used up or too old. Start «beadle setup --page» again: it prints a new one.',
    cy: 'Mae’r cod hwn wedi’i ddefnyddio neu’n rhy hen. Dechreuwch «beadle setup --page» eto: mae’n argraffu un newydd.'
  },
  fault: { en: 'This could not be done. Try again.', cy: 'Ni ellid gwneud hyn. Rhowch gynnig arall arni.' }
} as const satisfies { readonly [name: string]: Text };

function problem(response: Response, status: number, sentence: Text): void {
  response.status(status).json({ problem: sentence } satisfies Problem);
}

function sitting(request: Request): string {
  return new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]+)`).exec(request.get('Cookie') ?? '')?.[1] ?? '';
}

function equal(given: string, right: string): boolean {
  const [a, b] = [given, right].map(text => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
