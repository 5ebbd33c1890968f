import * as z from 'zod';
import type { Manner, Request, Sent } from '../http.ts';

const host = 'https://graph.microsoft.com';

/** What Microsoft counts requests by. */
export type Bucket =
  | 'directory'
  | 'reports'
  | 'access'
  | 'devices'
  | 'device-settings'
  | 'mailboxes'
  | 'roster'
  | 'teams'
  | 'installs'
  | 'batch';

/** A request to Microsoft Graph v1.0, or to its beta where `beta` says so. Values of `query` are encoded here. */
export function graph(
  bucket: Bucket,
  path: string,
  query: { readonly [option: string]: string } = {},
  version: 'v1.0' | 'beta' = 'v1.0'
): Request {
  const options = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%24', '$')}`
  );
  return { method: 'GET', bucket, url: `${host}/${version}${path}${options.length > 0 ? `?${options.join('&')}` : ''}` };
}

const refused = z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) });

/** What Graph says where a licence is missing, or the service that it would bring. */
const unlicensed = [
  'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
  'Authentication_RequestFromUnsupportedUserRole',
  'AadPremiumLicenseRequired',
  'MailboxNotEnabledForRESTAPI'
];

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
const batched = z.object({
  responses: z.array(
    z.object({ id: z.string(), status: z.int(), headers: z.record(z.string(), z.string()).nullish(), body: z.unknown().optional() })
  )
});

/** Microsoft Graph: its hosts, its published limits, what its refusals mean, its pages and its batches. */
export const microsoft: Manner = {
  hosts: ['graph.microsoft.com'],
  limits: {
    // 8,000 resource units in ten seconds for a large tenant; no read of ours costs more than three.
    directory: { most: 2000, perMs: 10_000, atOnce: 8 },
    reports: { most: 5, perMs: 10_000 },
    access: { most: 1, perMs: 1000 },
    devices: { most: 2000, perMs: 20_000, atOnce: 8 },
    'device-settings': { most: 1000, perMs: 20_000, atOnce: 8 },
    mailboxes: { most: 2000, perMs: 10_000, atOnce: 8 },
    // Published: 35,000 in ten seconds; nothing of ours needs a tenth of it.
    roster: { most: 3000, perMs: 10_000, atOnce: 8 },
    // Published for Teams: 30 a second for one application in a tenant. Nobody waits for it at night.
    teams: { most: 5, perMs: 1000, atOnce: 2 },
    installs: { most: 30, perMs: 60_000, atOnce: 1 },
    // Sixteen batches of twenty under way keep to what a mailbox allows.
    batch: { most: 400, perMs: 10_000, atOnce: 8 }
  },
  refusal: (status, body) => {
    const code = refused.safeParse(body).data?.error.code;
    const said = code === undefined ? {} : { code };
    if (code !== undefined && unlicensed.includes(code)) return { unread: 'unlicensed', ...said };
    if (status === 401 || status === 403) return { unread: 'forbidden', ...said };
    if (status === 404) return { unread: 'unsupported', ...said };
    return undefined;
  },
  page: (body, asked) => {
    const read = page.safeParse(body).data;
    const link = read?.['@odata.nextLink'];
    return read && { things: read.value, ...(link === undefined ? {} : { next: { ...asked, url: link } }) };
  },
  batch: {
    most: 20,
    pack: requests => ({
      method: 'POST',
      bucket: 'batch',
      url: `${host}/v1.0/$batch`,
      body: { requests: requests.map(({ method, url }, i) => ({ id: String(i), method, url: url.slice(`${host}/v1.0`.length) })) }
    }),
    unpack: body => new Map((batched.safeParse(body).data?.responses ?? []).map(({ id, ...item }) => [Number(id), sentOf(item)]))
  }
};

function sentOf({
  status,
  headers,
  body
}: {
  readonly status: number;
  readonly headers?: { [name: string]: string } | null | undefined;
  readonly body?: unknown;
}): Sent {
  const lower = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  return { status, headers: lower, text: body === undefined ? '' : JSON.stringify(body) };
}
