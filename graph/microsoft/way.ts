import { AuthenticationHandler, Client, type Context, type Middleware, ResponseType } from '@microsoft/microsoft-graph-client';
import { noToken, type Outside, type Send, type Way, wayOut } from '../http.ts';
import { isRefused, type Tokens } from './credentials.ts';
import { microsoft } from './manner.ts';

/**
 * The way out to Microsoft Graph: its client attaches the token, over https and to Graph alone; limits, retries, batches and pages are ours. `fetched`
 * stands in for the platform’s `fetch` in tests.
 */
export function microsoftWay(tokens: Tokens, outside: Outside, fetched: typeof fetch = fetch): Way {
  const send: Send = async ({ method, url, body, headers }, { renew, signal }) => {
    let token: string;
    try {
      token = await tokens({ renew });
    } catch (error) {
      if (isRefused(error)) return noToken;
      throw error;
    }
    // The client’s own chain would ask again by itself, and where it should not.
    const last: Middleware = {
      execute: async (context: Context) => {
        context.response = await fetched(context.request, context.options);
      }
    };
    const client = Client.initWithMiddleware({
      middleware: [new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) }), last]
    });
    const request = client
      .api(url)
      .responseType(ResponseType.RAW)
      .option('signal', signal)
      // Scheduled reading gives way to people.
      .headers({ Accept: 'application/json', 'x-ms-throttle-priority': 'Low', ...headers });
    const response = (await (method === 'POST'
      ? request.post(body)
      : method === 'PATCH'
        ? request.patch(body)
        : method === 'DELETE'
          ? request.delete()
          : request.get())) as Response;
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  };
  return wayOut(send, microsoft, outside);
}
