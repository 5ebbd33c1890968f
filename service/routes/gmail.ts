import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import * as z from 'zod';
import { type By, paths } from '../../addin/gmail/cards.ts';
import { type GmailEvent, isRefused, scopes } from '../../addin/gmail/event.ts';
import { onHome } from '../../addin/gmail/home.ts';
import { onAction } from '../../addin/gmail/on-action.ts';
import { onCompose } from '../../addin/gmail/on-compose.ts';
import { looksAtOpened, onOpen } from '../../addin/gmail/on-open.ts';
import type { Gmail } from '../gmail.ts';
import { fromGoogle, refusing, seldom } from './gmail-guard.ts';
import { problem } from './problem.ts';
import { readsJson, sentAs, unreadable } from './sent.ts';

const credential = z.string().max(8000);
const recipients = z.array(z.string().max(2000)).max(5000);

/** What Google posts. Google adds fields as it likes, and those that are not known here are not looked at. */
const shape: z.ZodType<GmailEvent> = z.object({
  commonEventObject: z.object({
    hostApp: z.string().max(40),
    userLocale: z.string().max(40).optional(),
    parameters: z.record(z.string().max(100), z.string().max(2000)).optional()
  }),
  authorizationEventObject: z
    .object({
      userOAuthToken: credential.optional(),
      userIdToken: credential.optional(),
      authorizedScopes: z.array(z.string().max(300)).max(200).optional()
    })
    .optional(),
  gmail: z
    .object({
      messageId: z.string().max(400).optional(),
      accessToken: credential.optional(),
      toRecipients: recipients.optional(),
      ccRecipients: recipients.optional(),
      bccRecipients: recipients.optional()
    })
    .optional()
});

type Endpoint = (event: GmailEvent, by: By, gmail: Gmail) => object | Promise<object>;

const endpoints: { readonly [path: string]: Endpoint } = {
  [paths.home]: onHome,
  [paths.compose]: onCompose,
  [paths.actions]: onAction,
  [paths.open]: async (event, by, gmail) => {
    const opened = looksAtOpened(by.policy) ? await gmail.opened(event) : ({ unread: 'unsupported' } as const);
    return onOpen(event, opened, by);
  }
};

/**
 * The endpoints that Gmail asks (`POST /gmail/home`, `/message`, `/compose`, `/actions`), and the add-on’s image. `log` gets one line for each request
 * that was refused or failed; never a word or an address of it.
 */
export function gmailRoutes(folder: string, gmail: Gmail, log: (line: string) => void): Router {
  const routes = Router();
  const refuse = refusing(gmail, log);
  const isSeldom = seldom(gmail);
  const google = fromGoogle(gmail, refuse);
  for (const [path, endpoint] of Object.entries(endpoints)) {
    routes.post(path, google, readsJson(), answering(endpoint));
    routes.all(path, (_request, response) => {
      response.set('Allow', 'POST');
      problem(response, 405, 'Here only POST is answered.', { reason: 'wrong-method' });
    });
    routes.use(path, unreadable, failed(log));
  }
  routes.get(paths.icon, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=86400').sendFile(join(folder, 'outlook/icons/128.png'));
  });
  return routes;

  function answering(endpoint: Endpoint) {
    return async (request: Request, response: Response): Promise<void> => {
      const sent = sentAs(shape, request);
      if ('wrong' in sent) return problem(response, 400, sent.wrong, { reason: 'wrong-shape' });
      const event = sent.value;
      if (event.commonEventObject.hostApp !== 'GMAIL')
        return problem(response, 400, 'Only Gmail is served here.', { reason: 'wrong-host' });
      const token = event.authorizationEventObject?.userIdToken;
      if (token === undefined && isRefused(event, scopes.who)) {
        return answered(response, { requesting_google_scopes: { scopes: [scopes.who] } });
      }
      const who = token === undefined ? ({ refused: 'no-person' } as const) : await gmail.tokens.person(token);
      if ('refused' in who) return refuse(response, who.refused);
      if (!isSeldom(who.person.sub)) {
        response.set('Retry-After', '60');
        return problem(response, 429, 'Too much was asked at once. Try again in a minute.', { reason: 'too-often' });
      }
      const by: By = { policy: await gmail.policy(), origin: gmail.settings.origin, sender: who.person.address, now: gmail.now() };
      answered(response, await endpoint(event, by, gmail));
    };
  }
}

function answered(response: Response, body: object): void {
  response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).type('application/json').send(JSON.stringify(body));
}

/** The outermost hand of an endpoint: a code in the log, plain words for whoever asked. */
function failed(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const code = randomUUID().slice(0, 8);
    log(`Gmail could not be answered (503, ${code}).`);
    if (response.headersSent) return next(error);
    response.set('Retry-After', '120');
    problem(response, 503, `Beadle could not do this now. Try again; if it happens again, tell your IT support this code: ${code}.`, {
      reason: 'fault',
      code
    });
  };
}
