import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The ids of an invented registration and an invented organisation. */
export const appId = '22222222-2222-4222-8222-222222222222';
export const tenantId = '11111111-1111-4111-8111-111111111111';
export const issuer = 'https://api.botframework.com';
/** Where Teams' connector for the United Kingdom is. */
export const ukService = 'https://smba.trafficmanager.net/uk/';

/** What a token says beside what it usually says, and by which key it is signed. */
interface Unusual {
  readonly claims?: { readonly [claim: string]: unknown };
  /** Seconds from now until it ends. */
  readonly ends?: number;
  readonly kid?: 'teams' | 'webchat' | 'nobody';
  readonly stranger?: boolean;
}

/** Issues the tokens that Teams sends with each activity, and publishes the keys as `login.botframework.com` does. */
export interface Tokens {
  readonly openIdMetadata: string;
  /** Header lines of a request. */
  readonly bearer: (unusual?: Unusual) => Promise<string>;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  readonly close: () => void;
}

/** One pair for all tests: making one takes a while. */
const pairs = Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);

/** Begins to publish; `status` is what the keys are answered with. */
export async function tokens(status = 200): Promise<Tokens> {
  const [own, stranger] = await pairs;
  const jwk = { ...(await exportJWK(own.publicKey)), use: 'sig', alg: 'RS256' };
  const keys = [
    { ...jwk, kid: 'teams', endorsements: ['msteams'] },
    { ...jwk, kid: 'webchat', endorsements: ['webchat'] }
  ];
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const body = request.url?.startsWith('/keys')
      ? { keys }
      : { issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    openIdMetadata: `${origin}/openid`,
    bearer: async ({ claims = {}, ends = 600, kid = 'teams', stranger: byStranger = false } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({ serviceurl: ukService, iss: issuer, aud: appId, nbf: now - 7200, exp: now + ends, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign((byStranger ? stranger : own).privateKey);
      return `Bearer ${token}`;
    },
    asked: () => asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    }
  };
}

/** A token that nobody signed. */
export function unsigned(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 600;
  return `Bearer ${part({ alg: 'none', kid: 'teams' })}.${part({ iss: issuer, aud: appId, exp, serviceurl: ukService })}.`;
}
