/** The school's service, as the pane reaches it. The pane's own origin; nothing is asked of anybody else. */
export interface Service {
  readonly fetch: typeof fetch;
  /** The user's own access token, for all that is not for everybody. */
  readonly token?: string;
}

/**
 * Why the service did not do as asked. `offline`: this device has no connection. `refused`: the service does not accept this account or token.
 * `unreachable`: no answer, or one that says that it cannot now.
 */
export type Trouble = 'offline' | 'refused' | 'unreachable';

/** An answer of the service. `body` is what its JSON says, or nothing. */
export interface Answered {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: unknown;
}

/** Milliseconds until a call counts as unanswered. */
const patience = 15000;
/** Characters of an answer that are read. */
const longest = 256 * 1024;

/** Asks the service something, or hands it something. Never rejects; an answer of 400 and above is `trouble`, but for 400 itself, which says that what was sent is wrong. */
export async function call(
  { fetch, token }: Service,
  { path, etag, send }: { readonly path: string; readonly etag?: string | undefined; readonly send?: object }
): Promise<Answered | { readonly trouble: Trouble }> {
  const given = new AbortController();
  const late = setTimeout(() => given.abort(), patience);
  try {
    const response = await fetch(path, {
      method: send ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(etag ? { 'if-none-match': etag } : {}),
        ...(send ? { 'content-type': 'application/json' } : {})
      },
      ...(send ? { body: JSON.stringify(send) } : {}),
      // The browser's own store would answer for the service, and its cookies would say more than the token.
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: given.signal
    });
    const { status } = response;
    if (status === 401 || status === 403) return { trouble: 'refused' };
    if (status >= 400 && status !== 400) return { trouble: 'unreachable' };
    return { status, etag: response.headers.get('etag') ?? undefined, body: status === 200 ? parsed(await response.text()) : undefined };
  } catch {
    return { trouble: isOffline() ? 'offline' : 'unreachable' };
  } finally {
    clearTimeout(late);
  }
}

/** Whether this device says of itself that it has no connection. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

function parsed(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
