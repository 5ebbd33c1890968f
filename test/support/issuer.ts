import { createServer, type Server } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** The ids of an invented registration, organisation and person. */
export const clientId = '01234567-89ab-cdef-0123-456789abcdef';
export const tenant = '89abcdef-0123-4567-89ab-cdef01234567';
export const person = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

/** Whose tokens count, as a school's `beadle.yaml` says it. */
export const outlookYaml = `outlook: { origin: "https://beadle.school.example", clientId: ${clientId}, tenants: [${tenant}], days: 14 }\n`;

/** Claims of a token that counts, issued at this instant for an hour. */
export function claimsAt(instant: Date): { readonly [claim: string]: unknown } {
  const now = Math.floor(instant.getTime() / 1000);
  return {
    aud: clientId,
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    tid: tenant,
    oid: person,
    azp: clientId,
    azpacr: '0',
    scp: 'Policy.Read',
    ver: '2.0',
    iat: now,
    nbf: now,
    exp: now + 3600
  };
}

/** An issuer of access tokens with a key of its own, which it publishes over HTTP on this machine as Microsoft does. */
export interface Issuer {
  readonly keysAt: string;
  readonly key: CryptoKey;
  readonly published: JWK[];
  /** How often its keys were fetched. */
  readonly fetched: () => number;
  /** What it answers from now on in place of its keys. */
  readonly answer: ((status: number, body: string) => void) & { readonly right: () => void };
  /** A token with these claims, signed by its key. */
  readonly token: (claims: { readonly [claim: string]: unknown }) => Promise<string>;
  readonly close: () => void;
}

/** One pair for all tests: making one takes a while. */
const pair = generateKeyPair('RS256', { extractable: true });

/** Begins to publish. */
export async function issuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await pair;
  const published: JWK[] = [
    { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' } as JWK
  ];
  let fetched = 0;
  let wrong: readonly [status: number, body: string] | undefined;
  const server: Server = createServer((_request, response) => {
    fetched += 1;
    const [status, body] = wrong ?? [200, JSON.stringify({ keys: published })];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    keysAt: `http://127.0.0.1:${port}/keys`,
    key: privateKey,
    published,
    fetched: () => fetched,
    answer: Object.assign((status: number, body: string) => void (wrong = [status, body]), { right: () => void (wrong = undefined) }),
    token: claims => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' }).sign(privateKey),
    close: () => {
      server.close();
      server.closeAllConnections();
    }
  };
}
