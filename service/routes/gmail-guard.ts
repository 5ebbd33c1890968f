import type { RequestHandler, Response } from 'express';
import type { Gmail } from '../gmail.ts';
import type { GmailRefusal } from '../gmail-tokens.ts';
import { problem } from './problem.ts';

const answers: { readonly [R in GmailRefusal]: readonly [status: 401 | 403 | 503, detail: string] } = {
  'no-token': [401, 'Only Google may ask here, and this request bears no token of Google’s.'],
  unreadable: [401, 'What was sent is no token of Google’s.'],
  'wrong-algorithm': [401, 'The token is not signed the way Google signs.'],
  'unknown-key': [401, 'The token is signed by a key that Google does not publish.'],
  'wrong-signature': [401, 'The token is not genuine.'],
  expired: [401, 'The token has run out.'],
  'too-old': [401, 'The token was not made within the last hour. Set the clock of this server.'],
  'wrong-issuer': [401, 'The token was not made by Google.'],
  'wrong-audience': [
    401,
    'The token was made for another address. Compare «origin», «clientId» and «audience» under «gmail:» in beadle.yaml.'
  ],
  'wrong-account': [401, 'The token is not in the name of the school’s own project. Compare «project» under «gmail:» in beadle.yaml.'],
  replayed: [401, 'The token was used before.'],
  'no-person': [403, 'Google did not say whose Gmail this is.'],
  'wrong-domain': [403, 'This service does not serve this Workspace. Add its domain to «domains» under «gmail:» in beadle.yaml.'],
  'keys-unreachable': [503, 'The token could not be checked, because Google’s keys could not be fetched. Try again in a few minutes.']
};

const minute = 60 * 1000;
/** Requests that one person may make in a minute. */
const most = 120;

/** Says no for one of these reasons; each reason is written down once a minute, and nothing of the token. */
export type Refuse = (response: Response, refused: GmailRefusal) => void;

export function refusing({ now }: Pick<Gmail, 'now'>, log: (line: string) => void): Refuse {
  let since = -Infinity;
  let told = new Set<GmailRefusal>();
  return (response, refused) => {
    const instant = now().getTime();
    if (instant - since >= minute) [since, told] = [instant, new Set()];
    const [status, detail] = answers[refused];
    if (!told.has(refused)) log(`A request to the add-on for Gmail was refused (${refused}).`);
    told.add(refused);
    if (status === 503) response.set('Retry-After', '120');
    else if (status === 401) response.set('WWW-Authenticate', `Bearer${refused === 'no-token' ? '' : ' error="invalid_token"'}`);
    problem(response, status, detail, { reason: refused });
  };
}

/** Lets through only what Google itself asks of this endpoint, before anything else of the request is read. */
export function fromGoogle({ tokens, settings }: Gmail, refuse: Refuse): RequestHandler {
  return async (request, response, next) => {
    const refused = await tokens.google(request.get('authorization'), settings.origin + request.path);
    if (refused) refuse(response, refused.refused);
    else next();
  };
}

/** Whether somebody has not asked too often in this minute. */
export function seldom({ now }: Pick<Gmail, 'now'>): (sub: string) => boolean {
  let since = -Infinity;
  let asked = new Map<string, number>();
  return sub => {
    const instant = now().getTime();
    if (instant - since >= minute) [since, asked] = [instant, new Map()];
    const count = (asked.get(sub) ?? 0) + 1;
    asked.set(sub, count);
    return count <= most;
  };
}
