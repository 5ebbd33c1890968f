import { say, spoken } from './speak.ts';

/** What the service answered: what was asked for, or a sentence for the person with the word by which the page knows the reason. */
export type Answer<T> = { readonly value: T } | { readonly problem: string; readonly reason: string; readonly status: number };

/** What the service said last of each thing, with the mark by which it knows whether that is still true. */
const known = new Map<string, { readonly mark: string; readonly value: unknown }>();
let csrf = '1';
let over: (because: string) => void = () => {};

/** From here on whatever is asked bears the sitting’s own word; `ended` is told when the sitting is over. */
export function signedIn(word: string, ended: (because: string) => void): void {
  csrf = word;
  over = ended;
}

/** Forgets whose sitting it was, and all that was read in it. */
export function signedOut(): void {
  known.clear();
  csrf = '1';
  over = () => {};
}

/**
 * Asks for what is to be seen; `live` where the page asks by itself, which is no sign that anybody is there. Never rejects: a network that is gone is a
 * problem like others.
 */
export function read<T>(path: string, live = false): Promise<Answer<T>> {
  return asked<T>(path, undefined, live);
}

/** Asks for something to be done, or searches: what names people stands in no address. */
export function send<T>(path: string, body: object, live = false): Promise<Answer<T>> {
  return asked<T>(path, body, live);
}

async function asked<T>(path: string, body: object | undefined, live: boolean): Promise<Answer<T>> {
  const language = spoken();
  const key = `${language} ${path}`;
  const kept = body ? undefined : known.get(key);
  const here = csrf;
  try {
    const response = await fetch(`/tab/api/${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'Accept-Language': language,
        ...(live && { 'Beadle-Live': '1' }),
        ...(body && { 'Content-Type': 'application/json', 'Beadle-Tab': csrf }),
        ...(kept && { 'If-None-Match': kept.mark })
      },
      ...(body && { body: JSON.stringify(body) })
    });
    if (kept && response.status === 304) return { value: kept.value as T };
    const value: unknown = await response.json();
    if (response.ok) {
      const mark = response.headers.get('ETag');
      if (!body && mark !== null && here === csrf) known.set(key, { mark, value });
      return { value: value as T };
    }
    const { detail, reason } = value as { readonly detail?: unknown; readonly reason?: unknown };
    const problem = typeof detail === 'string' ? detail : say('offline');
    if (response.status === 401) over(problem);
    return { problem, reason: typeof reason === 'string' ? reason : '', status: response.status };
  } catch {
    return { problem: say('offline'), reason: 'offline', status: 0 };
  }
}
