import type { RequestHandler, Response } from 'express';
import type { Outlook } from '../outlook.ts';
import type { Refusal, User } from '../tokens.ts';
import { problem } from './problem.ts';

const answers: { readonly [R in Refusal]: readonly [status: 401 | 403 | 503, detail: string] } = {
  'no-token': [401, 'Nobody is signed in. Open the Beadle pane in Outlook and sign in.'],
  unreadable: [401, 'What was sent is no access token. Sign in again in the Beadle pane.'],
  'wrong-algorithm': [401, 'The access token is not signed the way this service asks for. Sign in again in the Beadle pane.'],
  'unknown-key': [401, 'The access token is signed by a key that its issuer does not publish. Sign in again in the Beadle pane.'],
  'wrong-signature': [401, 'The access token is not genuine. Sign in again in the Beadle pane.'],
  expired: [401, 'The sign-in has run out. Sign in again in the Beadle pane.'],
  'not-yet': [401, 'The access token is not good yet. Set the clock of this computer, then sign in again.'],
  'wrong-version': [
    401,
    'The access token is of version 1. Ask IT support to set requestedAccessTokenVersion to 2 in the app registration.'
  ],
  'wrong-audience': [401, 'The access token was made for another service. Ask IT support to compare clientId in beadle.yaml.'],
  'wrong-tenant': [403, 'This service does not serve your organisation. Ask IT support to add its tenant id to beadle.yaml.'],
  'wrong-issuer': [401, 'The access token comes from another issuer than its organisation. Sign in again in the Beadle pane.'],
  'wrong-client': [403, 'The access token was asked for by another application. Use the Beadle pane in Outlook.'],
  'wrong-scope': [403, 'The access token lacks the permission Policy.Read. Ask IT support to grant it to Beadle.'],
  'no-person': [403, 'The access token stands for no person. Sign in with your school account.'],
  'keys-unreachable': [503, 'The sign-in could not be checked, because the issuer’s keys could not be fetched. Try again in a few minutes.']
};

/** What happens every day and says nothing about a wrong set-up or an attack. */
const everyday: readonly Refusal[] = ['no-token', 'expired'];

const minute = 60 * 1000;
/** Requests that one person may make in a minute. A pane that opens makes three. */
const most = 300;

/**
 * Lets through only whoever shows an access token that counts, so many times a minute; everybody else is told why not. The token itself is never
 * written down, and each reason once a minute.
 */
export function signedIn({ tokens, now }: Pick<Outlook, 'tokens' | 'now'>, log: (line: string) => void): RequestHandler {
  let since = -Infinity;
  let asked = new Map<string, number>();
  let told = new Set<Refusal>();
  return async (request, response, next) => {
    const instant = now().getTime();
    if (instant - since >= minute) [since, asked, told] = [instant, new Map(), new Set()];
    const asker = await tokens(request.get('authorization'));
    if ('user' in asker) {
      const { tid, oid } = asker.user;
      const count = (asked.get(`${tid} ${oid}`) ?? 0) + 1;
      asked.set(`${tid} ${oid}`, count);
      if (count > most) {
        response.set('Retry-After', '60');
        return problem(response, 429, 'Too much was asked at once. Try again in a minute.', { reason: 'too-often' });
      }
      response.locals['user'] = asker.user;
      return next();
    }
    const { refused } = asker;
    const [status, detail] = answers[refused];
    if (!everyday.includes(refused) && !told.has(refused)) log(`An access token was refused (${refused}).`);
    told.add(refused);
    if (status === 503) response.set('Retry-After', '120');
    else {
      const error = refused === 'no-token' ? '' : ` error="${refused === 'wrong-scope' ? 'insufficient_scope' : 'invalid_token'}"`;
      response.set('WWW-Authenticate', `Bearer${error}`);
    }
    problem(response, status, detail, { reason: refused });
  };
}

/** Who was let through. */
export function userOf(response: Response): User {
  return response.locals['user'] as User;
}
