import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type * as z from 'zod';
import type { TabAction } from '../../addin/tab/api.ts';
import type { Person } from '../../core/policies/person.ts';
import { dateAt } from '../../bot/when.ts';
import { tabRolesOf } from '../tab/rights.ts';
import { provesOwnPage, type TabSitting } from '../tab/sittings.ts';
import { type Asking, cellOf, type Tab } from '../tab/tab.ts';
import { isOurs } from './sign-guard.ts';
import { localeOf } from './sign-words.ts';
import { tabProblem } from './tab-words.ts';

/** The pages inside which Teams, Outlook and Microsoft 365 show a tab (Microsoft: «Validate that your tab is secure», frame-ancestors). */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com'
] as const;

/** What the browser may do on the tab: ask its own service, and be shown inside Teams and its like. */
export function tabPolicies(): RequestHandler {
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
        // Our own pages show it as well: the demonstration does.
        frameAncestors: ["'self'", ...hosts],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"]
      }
    },
    frameguard: false,
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false
  });
}

/** Requests that are let through in a minute: from one address, from one sitting, from one address and from everybody where somebody proves who they are. */
export interface TabLimits {
  readonly each: number;
  readonly sitting: number;
  readonly proving: number;
  readonly provingAll: number;
}

/** A school has one address to the outside: its whole office must fit in. */
export const tabLimits: TabLimits = { each: 1200, sitting: 300, proving: 30, provingAll: 300 };

const minute = 60 * 1000;

/** Lets so many requests a minute through, by address unless `key` says otherwise. */
export function tabLimited(limit: number, key?: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Whether a proxy stands in front is the service's own setting («trust proxy»), not a fault of each request.
    validate: false,
    ...(key && { keyGenerator: key }),
    handler: (request, response) => tabProblem(request, response, 429, 'too-often')
  });
}

/** The header by which our own page is known: no other site can make a browser send it. */
const proof = 'Beadle-Tab';

/** Takes only what our own page sends: from this origin, as JSON, at most 64 KB, with our header; and asks that no answer is kept anywhere. */
export function ownTabOnly({ origin }: Pick<Tab, 'origin'>, log: (line: string) => void): readonly RequestHandler[] {
  const json = express.json({ limit: '64kb', inflate: false, type: 'application/json' });
  return [
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store').vary('Accept-Language');
      next();
    },
    (request, response, next) => {
      const reading = request.method === 'GET';
      if (isOurs(request, origin) && (reading || request.get(proof) !== undefined)) return next();
      log('A request to the tab came from another site, and was refused.');
      tabProblem(request, response, 403, 'elsewhere');
    },
    (request, response, next) => {
      if (request.method === 'GET') return next();
      if (!request.is('application/json')) return tabProblem(request, response, 415, 'not-understood');
      json(request, response, next);
    }
  ];
}

const cookies = { secure: '__Host-beadle-tab', plain: 'beadle-tab' } as const;

function isSecure({ origin }: Pick<Tab, 'origin'>): boolean {
  return origin.startsWith('https:');
}

/** How the cookie is kept. Inside Teams the page is another site’s: there it belongs to the pair of both. */
function manner(tab: Pick<Tab, 'origin'>, by: TabSitting['by']) {
  const framed = by === 'teams' && isSecure(tab);
  return {
    httpOnly: true,
    secure: isSecure(tab),
    path: '/',
    sameSite: framed ? ('none' as const) : ('lax' as const),
    ...(framed && { partitioned: true })
  };
}

/** Lets somebody in: a new secret, whatever the browser had before, which is good for nothing from now on. */
export async function letIn(request: Request, response: Response, tab: Tab, person: string, by: TabSitting['by']): Promise<void> {
  await tab.sittings.end(secretOf(request, tab));
  const { secret } = await tab.sittings.begin(person, by);
  // It ends with the window, and on our side after half an hour of nothing.
  response.cookie(cookies[isSecure(tab) ? 'secure' : 'plain'], secret, manner(tab, by));
}

/** Makes the browser forget it. */
export function forgetTab(response: Response, tab: Pick<Tab, 'origin'>, by: TabSitting['by']): void {
  response.clearCookie(cookies[isSecure(tab) ? 'secure' : 'plain'], manner(tab, by));
}

/** The secret that a browser kept. */
export function secretOf(request: Request, tab: Pick<Tab, 'origin'>): string {
  const name = cookies[isSecure(tab) ? 'secure' : 'plain'];
  for (const pair of (request.get('Cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return '';
}

/** Somebody at the tab. */
export interface AtTab extends Asking {
  readonly sitting: TabSitting;
}

/** Whoever looks after the school’s IT need not be on its list of people: under this and their address they come in. */
const outside = 'it:';

/** Whom a link or a sitting belongs to, as the school knows them now. */
export async function knownAs(tab: Pick<Tab, 'desk' | 'support'>, id: string): Promise<Person | undefined> {
  if (!id.startsWith(outside)) return tab.desk.person(id);
  const address = id.slice(outside.length);
  if (!tab.support.includes(address)) return undefined;
  return { id, name: address, address, roles: [], groups: [], children: [], language: 'en' };
}

/** Under which id whoever looks after the school’s IT comes in. */
export function outsideId(address: string): string {
  return outside + address;
}

/** What somebody is on the tab at this moment. */
export async function asOnTab(tab: Tab, person: Person): Promise<Asking['roles']> {
  const today = dateAt(tab.desk.school.timezone, tab.desk.now().toISOString());
  return tabRolesOf(person, { people: await tab.desk.people(), support: tab.support, today });
}

/** Lets through only who sits at the tab; what changes something needs the proof that it comes from our page. */
export function atTab(tab: Tab, log: (line: string) => void): RequestHandler {
  return async (request, response, next) => {
    // What the page asks by itself, because something changed, is no sign that anybody is there.
    const doing = request.get('Beadle-Live') === undefined && request.path !== '/tab/api/changes';
    const secret = secretOf(request, tab);
    const sitting = await tab.sittings.find(secret, doing);
    const person = sitting && (await knownAs(tab, sitting.person));
    if (!sitting && (await tab.sittings.isStrange(secret)))
      log('A sitting that this school does not know was shown to the tab, and was refused.');
    if (!sitting || !person) return tabProblem(request, response, 401, 'nobody');
    if (request.method !== 'GET' && !provesOwnPage(sitting, request.get(proof))) {
      log(`A request to the tab lacked the proof that it comes from our page (${person.id}).`);
      return tabProblem(request, response, 403, 'elsewhere');
    }
    const asking: AtTab = { person, roles: await asOnTab(tab, person), locale: localeOf(request), sitting };
    response.locals['tab'] = asking;
    next();
  };
}

/** Who was let through. */
export function atTabIn(response: Response): AtTab {
  return response.locals['tab'] as AtTab;
}

/** Who was let through, as the log names them. */
export function idIn(response: Response): string {
  const { person } = atTabIn(response);
  return person.id.startsWith(outside) ? 'it' : person.id;
}

/** Lets through only who may do this; everybody else is told so, and a line with ids alone says that they tried. */
export function may(tab: Pick<Tab, 'readOnly'>, action: TabAction, log: (line: string) => void, changes = false): RequestHandler {
  return (request, response, next) => {
    const asking = atTabIn(response);
    if (cellOf(action, asking) === 'no') return refused(request, response, action, log);
    if (changes && tab.readOnly) return tabProblem(request, response, 403, 'read-only');
    next();
  };
}

/** Tells somebody that this is not for them, and writes down that they tried: who and what, by ids. */
export function refused(request: Request, response: Response, what: string, log: (line: string) => void): void {
  log(`The tab refused «${what}» to ${idIn(response)} (${atTabIn(response).roles.join(', ')}).`);
  tabProblem(request, response, 403, 'not-for-you');
}

/** What was sent, if it has exactly this shape. Otherwise answers, and gives nothing. */
export function given<S extends z.ZodType>(shape: S, request: Request, response: Response): z.output<S> | undefined {
  const read = shape.safeParse(request.body);
  if (read.success) return read.data;
  tabProblem(request, response, 400, 'not-understood');
  return undefined;
}

/** The outermost hand of these routes: a code in the log, plain words for the person, never a word of what was sent. */
export function tabFailed(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (response.headersSent) return next(error);
    if (status >= 400 && status < 500) return tabProblem(request, response, status, 'not-understood');
    const code = randomUUID().slice(0, 8);
    log(`The tab could not answer (500, ${code}).`);
    tabProblem(request, response, 500, 'fault', code);
  };
}
