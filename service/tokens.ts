import { type CryptoKey, decodeProtectedHeader, errors, importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';

/** Who asks, by the directory's own unchanging names: never by an e-mail address, which can be given to somebody else. */
export interface User {
  /** The organisation. */
  readonly tid: string;
  /** The person in it. */
  readonly oid: string;
}

/** Why a token was refused. Each has a sentence in `routes/signed-in.ts`. */
export type Refusal =
  | 'no-token'
  | 'unreadable'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'wrong-signature'
  | 'expired'
  | 'not-yet'
  | 'wrong-version'
  | 'wrong-audience'
  | 'wrong-tenant'
  | 'wrong-issuer'
  | 'wrong-client'
  | 'wrong-scope'
  | 'no-person'
  | 'keys-unreachable';

export type Asker = { readonly user: User } | { readonly refused: Refusal };

/** Says whose access token stands in an `Authorization` header, or why it counts for nothing. Never rejects. */
export type Tokens = (authorization: string | undefined) => Promise<Asker>;

/** What a token must be for, and by which applications it may have been asked for; left out, the add-in asks for its policy. */
export interface Purpose {
  readonly scope: string;
  /** Application ids. */
  readonly clients: readonly string[];
  /** The name of our own application besides its id, as tokens may be made out to it: `api://beadle.school.example/<id>`. */
  readonly resource?: string;
}

/** The permission that the add-in asks for. */
const scope = 'Policy.Read';

/** The programs in which Teams, Outlook and Microsoft 365 show a tab and ask for a token in its name (Microsoft: «Configure your tab app in Microsoft Entra ID»). */
const hosts = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4'
] as const;

/** The purpose of a token that Teams hands to our tab. */
export function tabPurpose(resource: string): Purpose {
  return { scope: 'access_as_user', clients: hosts, resource };
}

export interface TokenSettings {
  /** The application under which the service and its add-in are registered. */
  readonly clientId: string;
  /** The organisations that may ask. */
  readonly tenants: readonly string[];
  readonly purpose?: Purpose;
  /** Where the public keys of the issuer are. */
  readonly keysAt?: string;
  readonly now?: () => Date;
  readonly fetch?: typeof fetch;
}

/** Microsoft Entra's public keys for every organisation, and its name in tokens of version 2.0. */
const entra = {
  keysAt: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
  issuer: 'https://login.microsoftonline.com/{tid}/v2.0'
} as const;

/** Seconds by which two clocks may differ. */
const tolerance = 60;
/** A token of Microsoft's is 1.5 to 4 kB long. */
const longest = 12_000;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Checks access tokens of Microsoft Entra: signed by RS256 with a key that the issuer publishes, meant for us, from an organisation that is allowed,
 * asked for by our own add-in, with our scope, in version 2.0, for a person and for now.
 */
export function accessTokens(settings: TokenSettings): Tokens {
  const { clientId, tenants, now = () => new Date() } = settings;
  const purpose = settings.purpose ?? { scope, clients: [clientId] };
  const keys = issuerKeys({ keysAt: settings.keysAt ?? entra.keysAt, now, fetch: settings.fetch ?? fetch });

  return async authorization => {
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec((authorization ?? '').slice(0, longest + 8))?.[1];
    if (token === undefined || token.length > longest) return { refused: authorization === undefined ? 'no-token' : 'unreadable' };
    try {
      const { alg, kid } = decodeProtectedHeader(token);
      if (alg !== 'RS256') return { refused: 'wrong-algorithm' };
      const key = typeof kid === 'string' ? await keys(kid) : 'unknown-key';
      if (typeof key === 'string') return { refused: key };
      const { payload } = await jwtVerify(token, key.key, {
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'nbf'],
        clockTolerance: tolerance,
        currentDate: now()
      });
      return asker(payload, key.issuer);
    } catch (error) {
      return { refused: refusalOf(error) };
    }
  };

  function asker(claims: JWTPayload, keyIssuer: string | undefined): Asker {
    const { tid, oid } = claims;
    if (claims['ver'] !== '2.0') return { refused: 'wrong-version' };
    if (claims.aud !== clientId && (purpose.resource === undefined || claims.aud !== purpose.resource))
      return { refused: 'wrong-audience' };
    if (typeof tid !== 'string' || !tenants.includes(tid)) return { refused: 'wrong-tenant' };
    if (claims.iss !== entra.issuer.replace('{tid}', tid)) return { refused: 'wrong-issuer' };
    // A key may be published for one organisation alone.
    if (keyIssuer !== undefined && keyIssuer.replace('{tenantid}', tid) !== claims.iss) return { refused: 'wrong-issuer' };
    if (!purpose.clients.includes(String(claims['azp']))) return { refused: 'wrong-client' };
    const scopes = claims['scp'];
    if (typeof scopes !== 'string' || !scopes.split(' ').includes(purpose.scope)) return { refused: 'wrong-scope' };
    if (typeof oid !== 'string' || !guid.test(oid)) return { refused: 'no-person' };
    return { user: { tid, oid } };
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf' && error.reason === 'check_failed') return 'not-yet';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong-signature';
  return 'unreadable';
}

/** One key that an issuer publishes. */
export interface IssuerKey {
  readonly key: CryptoKey;
  /** The issuer for which it is published, where it says so. */
  readonly issuer: string | undefined;
}

/** Looks a key up by its name; says why where there is none. Never rejects. */
export type KeyFor = (kid: string) => Promise<IssuerKey | 'unknown-key' | 'keys-unreachable'>;

const minute = 60 * 1000;
/** Milliseconds: after `fresh` the keys are fetched anew, after `kept` they count no longer although the issuer could not be asked; `pause` lies between two fetches. */
const ages = { fresh: 360 * minute, kept: 1440 * minute, pause: minute } as const;
const most = { bytes: 256 * 1024, keys: 100, milliseconds: 5000 } as const;

/** The issuer's keys, fetched once for everybody who waits, and again no sooner than a minute later, whatever tokens come in. */
export function issuerKeys({
  keysAt,
  now,
  fetch
}: {
  readonly keysAt: string;
  readonly now: () => Date;
  readonly fetch: typeof globalThis.fetch;
}): KeyFor {
  let known: ReadonlyMap<string, IssuerKey> = new Map();
  let fetched = -Infinity;
  let tried = -Infinity;
  let underWay: Promise<void> | undefined;

  async function again(): Promise<void> {
    tried = now().getTime();
    try {
      known = await fetchKeys(keysAt, fetch);
      fetched = tried;
    } catch {
      // What was fetched before goes on counting for a day.
    } finally {
      underWay = undefined;
    }
  }

  return async kid => {
    const instant = now().getTime();
    const wanted = !known.has(kid) || instant - fetched > ages.fresh;
    if (wanted && (underWay || instant - tried > ages.pause)) await (underWay ??= again());
    if (instant - fetched > ages.kept) return 'keys-unreachable';
    return known.get(kid) ?? 'unknown-key';
  };
}

async function fetchKeys(keysAt: string, fetch: typeof globalThis.fetch): Promise<ReadonlyMap<string, IssuerKey>> {
  const response = await fetch(keysAt, {
    redirect: 'error',
    signal: AbortSignal.timeout(most.milliseconds),
    headers: { accept: 'application/json' }
  });
  if (!response.ok || !response.body) throw new Error('The keys were not given.');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body) {
    size += piece.byteLength;
    if (size > most.bytes) throw new Error('The keys are too many.');
    pieces.push(piece);
  }
  const { keys } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as {
    readonly keys: readonly (JWK & { readonly issuer?: unknown })[];
  };
  const found = new Map<string, IssuerKey>();
  for (const jwk of keys.slice(0, most.keys)) {
    const { kty, use, alg, kid, n, issuer } = jwk;
    if (kty !== 'RSA' || (use ?? 'sig') !== 'sig' || (alg ?? 'RS256') !== 'RS256' || typeof kid !== 'string' || !n) continue;
    const { e } = jwk;
    if (!e || Buffer.from(n, 'base64url').byteLength < 256) continue;
    const key = await importJWK({ kty, n, e, alg: 'RS256' }, 'RS256');
    if (key instanceof Uint8Array) continue;
    found.set(kid, { key, issuer: typeof issuer === 'string' ? issuer : undefined });
  }
  if (found.size === 0) throw new Error('There is no key.');
  return found;
}
