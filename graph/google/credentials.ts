import { JWT } from 'google-auth-library';

/** A service account of Google Cloud to which the school’s administrator has delegated the scopes for the whole domain. */
export interface Credentials {
  readonly address: string;
  readonly privateKey: string;
  /** The administrator in whose name settings are read. */
  readonly admin: string;
}

/** Gives an access token in somebody’s name. Throws where Google refuses. */
export type Tokens = (by: { readonly as: string; readonly renew: boolean }) => Promise<string>;

/** How many people’s tokens are kept; each holds for an hour. */
const kept = 200;

/** Tokens for these scopes by domain-wide delegation. */
export function tokensOf({ address, privateKey }: Credentials, scopes: readonly string[]): Tokens {
  const clients = new Map<string, JWT>();
  return async ({ as, renew }) => {
    let client = clients.get(as);
    if (!client || renew) {
      client = new JWT({ email: address, key: privateKey, scopes: [...scopes], subject: as });
      clients.delete(as);
      clients.set(as, client);
      for (const [oldest] of clients) {
        if (clients.size <= kept) break;
        clients.delete(oldest);
      }
    }
    const { token } = await client.getAccessToken();
    if (!token) throw Object.assign(new Error('Google gave no token.'), { refused: true });
    return token;
  };
}

/** Whether Google said no: a key that was withdrawn, scopes that were not delegated, somebody who is not there. */
export function isRefused(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('refused' in error) return true;
  const status = Number((error as { readonly response?: { readonly status?: unknown } }).response?.status ?? 0);
  return status === 400 || status === 401 || status === 403;
}
