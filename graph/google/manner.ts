import * as z from 'zod';
import type { Manner, Request } from '../http.ts';

const hosts = [
  'admin.googleapis.com',
  'cloudidentity.googleapis.com',
  'chromepolicy.googleapis.com',
  'gmail.googleapis.com',
  'classroom.googleapis.com',
  'people.googleapis.com'
] as const;

/** What Google counts requests by. */
export type Bucket = 'directory' | 'policies' | 'policyWrites' | 'devices' | 'chrome' | 'mailboxes' | 'reports' | 'classroom' | 'people';

/** A request to one of Google’s services. `list` names where the things of a page stand in its answer. */
export function google(
  bucket: Bucket,
  host: (typeof hosts)[number],
  path: string,
  query: { readonly [option: string]: string } = {},
  more: {
    readonly body?: { readonly [key: string]: unknown };
    readonly as?: string;
    readonly method?: Request['method'];
    readonly once?: boolean;
  } = {}
): Request {
  const options = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = `https://${host}${path}${options.length > 0 ? `?${options.join('&')}` : ''}`;
  return { method: more.body ? 'POST' : 'GET', url, bucket, ...more };
}

const refused = z.object({
  error: z.object({
    code: z.union([z.int(), z.string()]).optional(),
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    details: z.array(z.object({ reason: z.string().optional() })).optional()
  })
});

/** Reasons that mean «later», though Google says 403. */
const later = ['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'backendError', 'RATE_LIMIT_EXCEEDED'];
/** Reasons that mean that the edition does not have it, or nobody switched it on. */
const unlicensed = ['failedPrecondition', 'SERVICE_DISABLED', 'notLicensed', 'domainCannotUseApis'];

function reasonOf(body: unknown): string | undefined {
  const error = refused.safeParse(body).data?.error;
  return error?.errors?.[0]?.reason ?? error?.details?.find(({ reason }) => reason !== undefined)?.reason ?? error?.status;
}

const lists = [
  'users',
  'items',
  'domains',
  'policies',
  'devices',
  'deviceUsers',
  'resolvedPolicies',
  'organizationUnits',
  'chromeosdevices',
  'history',
  'members',
  'guardians',
  'guardianInvitations',
  'people',
  'messages'
] as const;
const page = z.looseObject({ nextPageToken: z.string().optional() });

/** Google’s services: hosts, quotas by project, what refusals mean, pages by token. */
export const googleManner: Manner = {
  hosts,
  limits: {
    directory: { most: 2400, perMs: 60_000, atOnce: 8 },
    policies: { most: 60, perMs: 60_000 },
    // Google names no number for changes: one a second, one after the other.
    policyWrites: { most: 1, perMs: 1000, atOnce: 1 },
    // Google names no smaller numbers than these for one project.
    classroom: { most: 900, perMs: 60_000, atOnce: 4 },
    people: { most: 60, perMs: 60_000, atOnce: 1 },
    reports: { most: 200, perMs: 60_000, atOnce: 2 },
    devices: { most: 1000, perMs: 60_000, atOnce: 4 },
    chrome: { most: 100, perMs: 60_000, atOnce: 4 },
    // 15,000 units a minute in all, and 250 a second for one person.
    mailboxes: { most: 200, perMs: 1000, atOnce: 16 }
  },
  later: (status, body) => status === 403 && later.includes(reasonOf(body) ?? ''),
  refusal: (status, body) => {
    const code = reasonOf(body);
    const said = code === undefined ? {} : { code };
    if (code !== undefined && unlicensed.includes(code)) return { unread: 'unlicensed', ...said };
    if (status === 401 || status === 403) return { unread: 'forbidden', ...said };
    if (status === 404) return { unread: 'unsupported', ...said };
    return undefined;
  },
  page: (body, asked) => {
    const read = page.safeParse(body).data;
    if (!read) return undefined;
    // An empty list is left out.
    const name = lists.find(list => Array.isArray(read[list]));
    const things = name === undefined ? [] : (read[name] as readonly unknown[]);
    return { things, ...(read.nextPageToken ? { next: turned(asked, read.nextPageToken) } : {}) };
  }
};

/** The same question, for the page that a token names. */
function turned(asked: Request, token: string): Request {
  if (asked.method === 'POST') return { ...asked, body: { ...(asked.body as object), pageToken: token } };
  const url = new URL(asked.url);
  url.searchParams.set('pageToken', token);
  return { ...asked, url: url.href };
}
