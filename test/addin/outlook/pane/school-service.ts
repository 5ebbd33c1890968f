import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { SignedPolicy } from '../../../../core/mail/device.ts';

/** A public key as the service lists it. */
export interface Published {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly endorsedBy?: string;
  readonly endorsement?: string;
}

export interface Pair {
  readonly published: Published;
  readonly secret: KeyObject;
}

/** A key pair of the service; `before` endorses it. */
export function pair(before?: Pair): Pair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  const bare: Published = { kty: 'EC', crv: 'P-256', x, y, kid };
  if (!before) return { published: bare, secret: privateKey };
  const endorsement = signature(before, `beadle-key ${kid} ${x} ${y}`);
  return { published: { ...bare, endorsedBy: before.published.kid, endorsement }, secret: privateKey };
}

/** A text as the service signs it. */
export function signed(by: Pair, payload: string): SignedPolicy {
  return { payload, kid: by.published.kid, signature: signature(by, payload) };
}

function signature({ secret }: Pair, text: string): string {
  return sign('sha256', Buffer.from(text), { key: secret, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

type Reply = { readonly status: number; readonly body?: unknown; readonly etag?: string } | 'never' | 'breaks';

/** A `fetch` that answers by path, and remembers what it was asked. */
export function answering(replies: { readonly [path: string]: Reply }): { readonly fetch: typeof fetch; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const answer = (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const path = String(input);
    asked.push({
      method: init.method ?? 'GET',
      path,
      headers: init.headers as Asked['headers'],
      body: typeof init.body === 'string' ? init.body : ''
    });
    const reply = replies[path] ?? { status: 404 };
    if (reply === 'breaks') return Promise.reject(new TypeError('Failed to fetch'));
    if (reply === 'never')
      return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));
    const { status, body, etag } = reply;
    const text = status === 204 || status === 304 ? null : typeof body === 'string' ? body : JSON.stringify(body ?? {});
    return Promise.resolve(new Response(text, { status, headers: etag ? { etag } : {} }));
  };
  return { fetch: answer as typeof fetch, asked };
}
