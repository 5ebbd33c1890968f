import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { issuerKeys, type KeyFor } from './tokens.ts';

/** Why a request that says it comes from Google was refused. Each has a sentence in `routes/gmail-guard.ts`. */
export type GmailRefusal =
  | 'no-token'
  | 'unreadable'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'wrong-signature'
  | 'expired'
  | 'too-old'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-account'
  | 'replayed'
  | 'no-person'
  | 'wrong-domain'
  | 'keys-unreachable';

/** Who is signed in to Gmail. */
export interface Person {
  /** Google’s own unchanging name for the account. */
  readonly sub: string;
  readonly address: string;
}

/** Checks what Google sends with each request to an add-on. Never rejects. */
export interface GmailTokens {
  /** Whether the header `Authorization` shows that Google itself asks this endpoint for our own project. */
  readonly google: (authorization: string | undefined, endpoint: string) => Promise<{ readonly refused: GmailRefusal } | undefined>;
  /** Whose Gmail it is, by the token in the event. */
  readonly person: (token: string) => Promise<{ readonly person: Person } | { readonly refused: GmailRefusal }>;
}

interface GmailTokenSettings {
  /** The project’s own service account, in whose name Google asks. */
  readonly account: string;
  /** The OAuth client id of the add-on, for which tokens of people are made. */
  readonly clientId: string;
  /** Addresses for which tokens may be made besides the endpoint’s own. */
  readonly audience: readonly string[];
  /** The Workspace domains whose people may ask. */
  readonly domains: readonly string[];
  readonly now: () => Date;
  /** Where the public keys of the issuer are, if not at Google. */
  readonly keysAt?: string;
  readonly fetch?: typeof fetch;
}

/** Google’s public keys, and its two names in tokens (developers.google.com, «OpenID Connect»). */
const google = {
  keysAt: 'https://www.googleapis.com/oauth2/v3/certs',
  issuers: ['https://accounts.google.com', 'accounts.google.com']
} as const;

/** Seconds by which two clocks may differ, and for which a token of Google’s is good. */
const seconds = { tolerance: 60, age: 3600 } as const;
/** A token of Google’s is about 1 kB long. */
const longest = 6000;
/** How many names of tokens are remembered. */
const remembered = 50_000;

type Claims = { readonly claims: JWTPayload } | { readonly refused: GmailRefusal };

/**
 * Tokens as Google makes them for add-ons: RS256 by a key that Google publishes, an hour old at most, for the endpoint that is asked and in the
 * name of the project’s service account. A token that has a name (`jti`) counts once; whether Google gives them one is its own affair.
 */
export function gmailTokens(settings: GmailTokenSettings): GmailTokens {
  const { account, clientId, audience, domains, now } = settings;
  const keys = issuerKeys({ keysAt: settings.keysAt ?? google.keysAt, now, fetch: settings.fetch ?? fetch });
  const isNew = onceOnly(now);

  return {
    google: async (authorization, endpoint) => {
      if (authorization === undefined) return { refused: 'no-token' };
      const token = /^Bearer ([^\s]+)$/i.exec(authorization.slice(0, longest + 8))?.[1];
      const read = await readToken(token, keys, now());
      if ('refused' in read) return read;
      const { claims } = read;
      if (claims.aud !== endpoint && !(typeof claims.aud === 'string' && audience.includes(claims.aud)))
        return { refused: 'wrong-audience' };
      if (claims['email'] !== account || claims['email_verified'] !== true) return { refused: 'wrong-account' };
      return isNew(claims) ? undefined : { refused: 'replayed' };
    },
    person: async token => {
      const read = await readToken(token, keys, now());
      if ('refused' in read) return read;
      const { claims } = read;
      if (claims.aud !== clientId) return { refused: 'wrong-audience' };
      const { sub } = claims;
      const address = claims['email'];
      if (
        typeof sub !== 'string' ||
        sub === '' ||
        typeof address !== 'string' ||
        !address.includes('@') ||
        claims['email_verified'] !== true
      )
        return { refused: 'no-person' };
      // The address may be at any domain of the organisation; `hd` says which organisation it is.
      const hosted = claims['hd'];
      if (typeof hosted !== 'string' || !domains.includes(hosted.toLowerCase())) return { refused: 'wrong-domain' };
      return { person: { sub, address } };
    }
  };
}

async function readToken(token: string | undefined, keys: KeyFor, now: Date): Promise<Claims> {
  if (token === undefined || token.length > longest || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return { refused: 'unreadable' };
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    if (alg !== 'RS256') return { refused: 'wrong-algorithm' };
    const key = typeof kid === 'string' ? await keys(kid) : 'unknown-key';
    if (typeof key === 'string') return { refused: key };
    const { payload } = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
      clockTolerance: seconds.tolerance,
      currentDate: now
    });
    const instant = now.getTime() / 1000;
    const { iat = 0 } = payload;
    if (iat < instant - seconds.age - seconds.tolerance || iat > instant + seconds.tolerance) return { refused: 'too-old' };
    if (!google.issuers.some(issuer => issuer === payload.iss)) return { refused: 'wrong-issuer' };
    return { claims: payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { refused: 'expired' };
    if (error instanceof errors.JWSSignatureVerificationFailed) return { refused: 'wrong-signature' };
    return { refused: 'unreadable' };
  }
}

/** Whether a token is seen for the first time, by its name, for as long as it is good. */
function onceOnly(now: () => Date): (claims: JWTPayload) => boolean {
  const seen = new Map<string, number>();
  return ({ jti, exp = 0 }) => {
    if (jti === undefined) return true;
    const instant = now().getTime() / 1000;
    if (seen.has(jti)) return false;
    // Oldest first: whatever is over makes room, and beyond the room the oldest goes.
    for (const [name, until] of seen) {
      if (until >= instant && seen.size < remembered) break;
      seen.delete(name);
    }
    seen.set(jti, exp + seconds.tolerance);
    return true;
  };
}
