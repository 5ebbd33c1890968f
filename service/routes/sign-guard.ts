import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type * as z from 'zod';
import type { Limits, SignPages } from '../sign.ts';
import { signProblem } from './sign-words.ts';

/**
 * What the browser may do on these pages. The renderer of cards sets styles through the object model, which needs no `unsafe-inline`, and names three Trusted
 * Types policies when it is loaded, which our pages never let make HTML.
 */
export function signPolicies(): RequestHandler {
  return helmet({
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
        trustedTypes: [
          'adaptivecards#deprecatedExportedFunctionPolicy',
          'adaptivecards#markdownPassthroughPolicy',
          'adaptivecards#restoreContentsPolicy'
        ]
      }
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false
  });
}

const minute = 60 * 1000;

/** Lets so many requests a minute through from one address. */
export function limitedEach(limit: number): RequestHandler {
  return limited(limit);
}

/** The same for what proves who somebody is, and for all addresses together. */
export function limitedProving({ proving, provingAll }: Limits): readonly RequestHandler[] {
  return [limited(proving), limited(provingAll, () => 'everybody')];
}

function limited(limit: number, keyGenerator?: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Whether a proxy stands in front is the service's own setting («trust proxy»), not a fault of each request.
    validate: false,
    ...(keyGenerator && { keyGenerator }),
    handler: (request, response) => signProblem(request, response, 429, 'too-often')
  });
}

/** Takes only what our own page sends: from this origin, as JSON, at most 64 KB, and asks that no answer is kept anywhere. */
export function ownPageOnly({ origin }: Pick<SignPages, 'origin'>): readonly RequestHandler[] {
  const json = express.json({ limit: '64kb', inflate: false, type: 'application/json' });
  return [
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
    (request, response, next) => (isOurs(request, origin) ? next() : signProblem(request, response, 403, 'elsewhere')),
    (request, response, next) => {
      if (request.method === 'GET') return next();
      if (!request.is('application/json')) return signProblem(request, response, 415, 'not-understood');
      json(request, response, next);
    }
  ];
}

/** A browser says where a request comes from, and no page can make it say otherwise. What says nothing is no browser’s page and bears no one’s cookie. */
export function isOurs(request: Request, origin: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const from = request.get('Origin');
  if (from === undefined) return request.method === 'GET' || site === 'same-origin';
  return from === origin || (URL.canParse(from) && new URL(from).host === request.get('Host') && !/^https:/.test(origin));
}

/** What was sent, if it has exactly this shape. Otherwise answers, and gives nothing. */
export function sent<S extends z.ZodType>(shape: S, request: Request, response: Response): z.output<S> | undefined {
  const read = shape.safeParse(request.body);
  if (read.success) return read.data;
  signProblem(request, response, 400, 'not-understood');
  return undefined;
}

/** The outermost hand of these routes: a code in the log, plain words for the person, never a word of what was sent. */
export function signFailed(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (response.headersSent) return next(error);
    if (status >= 400 && status < 500) return signProblem(request, response, status, 'not-understood');
    const code = randomUUID().slice(0, 8);
    log(`A page to sign could not answer (500, ${code}).`);
    signProblem(request, response, 500, 'fault', code);
  };
}
