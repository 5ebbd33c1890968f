import { noToken, type Outside, type Send, type Way, wayOut } from '../http.ts';
import { isRefused, type Tokens } from './credentials.ts';
import { googleManner } from './manner.ts';

/** The way out to Google, in the administrator’s name unless a request says whose. `fetched` stands in for the platform’s `fetch` in tests. */
export function googleWay(tokens: Tokens, admin: string, outside: Outside, fetched: typeof fetch = fetch): Way {
  const send: Send = async ({ method, url, body, headers, as = admin }, { renew, signal }) => {
    let token: string;
    try {
      token = await tokens({ as, renew });
    } catch (error) {
      if (isRefused(error)) return noToken;
      throw error;
    }
    const response = await fetched(url, {
      method,
      signal,
      // A redirect would carry the token on.
      redirect: 'error',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  };
  return wayOut(send, googleManner, outside);
}
