import { say } from './speak.ts';

/** What the service answered: what was asked for, or a sentence for the person. */
export type Answer<T> = { readonly value: T } | { readonly problem: string; readonly status: number };

/** Asks the service behind this page; with a body, tells it something. Never rejects: a service that is gone is a problem like others. */
export async function ask<T>(path: string, body?: object, signal?: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'Accept-Language': document.documentElement.lang,
        ...(body && { 'Content-Type': 'application/json', 'X-Beadle': '1' })
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal })
    });
    const text = await response.text();
    const value: unknown = text === '' ? {} : JSON.parse(text);
    if (response.ok) return { value: value as T };
    const { detail } = value as { readonly detail?: unknown };
    return { problem: typeof detail === 'string' ? detail : say('wentWrong'), status: response.status };
  } catch {
    return { problem: say('away'), status: 0 };
  }
}
