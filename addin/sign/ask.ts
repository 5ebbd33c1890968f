import { say } from './speak.ts';

/** What the service answered: what was asked for, or a sentence for the person with the word by which the page knows the reason. */
export type Answer<T> = { readonly value: T } | { readonly problem: string; readonly reason: string; readonly status: number };

/** Asks the service. Never rejects: a network that is gone is a problem like others. */
export async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  const language = document.documentElement.lang;
  try {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'Accept-Language': language, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) })
    });
    const value: unknown = await response.json();
    if (response.ok) return { value: value as T };
    const { detail, reason } = value as { readonly detail?: unknown; readonly reason?: unknown };
    return {
      problem: typeof detail === 'string' ? detail : say('offline'),
      reason: typeof reason === 'string' ? reason : '',
      status: response.status
    };
  } catch {
    return { problem: say('offline'), reason: 'offline', status: 0 };
  }
}
