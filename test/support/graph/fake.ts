import type { Clock } from '../../../graph/limiter.ts';
import { directoryAnswer, type FakeDirectory } from './directory.ts';
import type { FakeSchool } from './school.ts';

/** What a test may put in the way of a request: another answer, a connection that breaks, or an answer that is spoilt. */
export type Fault =
  | { readonly status: number; readonly headers?: { readonly [name: string]: string }; readonly body?: unknown }
  | 'reset'
  | 'half'
  | 'html';

export interface FakeGraph {
  readonly fetch: typeof fetch;
  /** Every request that came, those inside a batch too. */
  readonly asked: readonly { readonly method: string; readonly url: string; readonly status: number; readonly body: unknown }[];
}

export interface FakeOptions {
  readonly rights?: readonly string[];
  readonly clock: Clock;
  /** How long each answer takes (ms). */
  readonly latency?: number;
  /** Asked once for each request; what it gives comes in place of the answer. */
  readonly fault?: (url: URL, nth: number) => Fault | undefined;
  /** Holds requests and answers to the vendor's own schema; throws what it does not allow. */
  readonly contract?: (method: string, url: string, body: unknown, status: number) => void;
  /** Who is who in the tenant, where a test asks for it. */
  readonly directory?: FakeDirectory;
  /** Microsoft's published limits are kept: beyond them comes 429. */
  readonly limits?: boolean;
}

/** What Microsoft asks for: the right that is enough, the licence behind it, how many things a page may hold, how often it may be asked. */
const places: readonly {
  readonly path: RegExp;
  readonly right: string;
  readonly licence?: 'entra-p1' | 'intune' | 'exchange';
  readonly most?: number;
  readonly limit?: { readonly most: number; readonly perMs: number; readonly silent?: boolean };
}[] = [
  { path: /^\/subscribedSkus$/, right: 'Organization.Read.All' },
  { path: /^\/domains$/, right: 'Domain.Read.All' },
  { path: /^\/groupSettings$/, right: 'GroupSettings.Read.All' },
  { path: /^\/policies\//, right: 'Policy.Read.All' },
  { path: /^\/identity\/conditionalAccess\//, right: 'Policy.Read.All', limit: { most: 1, perMs: 1000, silent: true } },
  { path: /^\/directoryRoles$/, right: 'RoleManagement.Read.Directory' },
  { path: /^\/reports\//, right: 'AuditLog.Read.All', licence: 'entra-p1', most: 999, limit: { most: 5, perMs: 10_000 } },
  { path: /^\/deviceManagement\/deviceEnrollmentConfigurations$/, right: 'DeviceManagementServiceConfig.Read.All', licence: 'intune' },
  {
    path: /^\/deviceManagement\/(?:managedDevices|deviceProtectionOverview)$/,
    right: 'DeviceManagementManagedDevices.Read.All',
    licence: 'intune',
    most: 1000
  },
  { path: /^\/deviceManagement\//, right: 'DeviceManagementConfiguration.Read.All', licence: 'intune' },
  { path: /^\/deviceAppManagement\//, right: 'DeviceManagementApps.Read.All', licence: 'intune' },
  { path: /^\/users\/[^/]+\/mail/, right: 'MailboxSettings.Read', licence: 'exchange' },
  { path: /^\/users$/, right: 'User.Read.All', most: 999 },
  { path: /^\/users\/delta$/, right: 'User.Read.All' },
  { path: /^\/education\/users(?:\/[^/]+)?$/, right: 'EduRoster.Read.All', most: 999 },
  { path: /^\/groups(?:\/[^/]+\/transitiveMembers)?$/, right: 'GroupMember.Read.All', most: 999 }
];

/** Every right that the product asks for. */
export const allRights = [...new Set(places.map(({ right }) => right))];

/**
 * A strict Microsoft Graph for one invented school: it asks for https, for the host, a token, the right and the licence, keeps page sizes and limits, and
 * answers 400 to what Graph would refuse.
 */
export function fakeGraph(school: FakeSchool, options: FakeOptions): FakeGraph {
  const { rights = allRights, clock, latency = 0, fault, contract, directory, limits = true } = options;
  const asked: { readonly method: string; readonly url: string; readonly status: number; readonly body: unknown }[] = [];
  const recent = new Map<string, number[]>();
  let nth = 0;

  function answer(
    method: string,
    url: URL
  ): { readonly status: number; readonly headers?: { readonly [name: string]: string }; readonly body: unknown } {
    const [, version, rest] = /^\/(v1\.0|beta)(\/.*)$/.exec(url.pathname) ?? [];
    if (rest === undefined) return wrong(400, 'BadRequest', 'Invalid version.');
    const place = places.find(({ path }) => path.test(rest));
    if (!place || method !== 'GET') return wrong(400, 'BadRequest', `Resource not found for the segment '${rest.slice(0, 60)}'.`);
    if (version === 'beta' && rest !== '/deviceManagement/configurationPolicies')
      return wrong(400, 'BadRequest', 'The product reads beta here.');
    if (!rights.includes(place.right))
      return wrong(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    const activity = url.searchParams.get('$select')?.includes('signInActivity') ?? false;
    const needs = activity ? 'entra-p1' : place.licence;
    if (needs && !school.licences.includes(needs)) {
      return needs === 'entra-p1'
        ? wrong(
            403,
            'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
            'Neither tenant is B2C or tenant doesn’t have premium license'
          )
        : needs === 'exchange'
          ? wrong(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.')
          : wrong(403, 'Forbidden', 'Application is not authorized to perform this operation.');
    }
    if (limits && place.limit) {
      const { most, perMs, silent } = place.limit;
      const times = (recent.get(String(place.path)) ?? []).filter(time => time > clock.now() - perMs);
      if (times.length >= most) {
        const seconds = Math.max(1, Math.ceil((times[0]! + perMs - clock.now()) / 1000));
        return {
          ...wrong(429, 'TooManyRequests', 'Too many requests.'),
          ...(silent ? {} : { headers: { 'Retry-After': String(seconds) } })
        };
      }
      recent.set(String(place.path), [...times, clock.now()]);
    }
    const mail = /^\/users\/([^/]+)\/(mailFolders\/inbox\/messageRules|mailboxSettings\/userPurpose)$/.exec(rest);
    if (mail)
      return {
        status: 200,
        body: mail[2] === 'mailboxSettings/userPurpose' ? { value: 'user' } : { value: rulesOf(decodeURIComponent(mail[1]!)) }
      };
    const known = directory && directoryAnswer(rest, url, directory);
    if (known) return known;
    const one = school.single[rest];
    if (one) return { status: 200, body: rest === '/deviceManagement/settings' ? { value: one } : one };
    const all = school.collections[rest];
    if (!all) return wrong(404, 'ResourceNotFound', 'Not found.');
    return paged(url, all, activity ? 120 : (place.most ?? 100));
  }

  function paged(url: URL, all: FakeSchool['collections'][string], most: number): { readonly status: number; readonly body: unknown } {
    if (url.searchParams.has('$skip')) return wrong(400, 'Request_UnsupportedQuery', '$skip is not supported.');
    const top = Number(url.searchParams.get('$top') ?? 100);
    if (!Number.isInteger(top) || top < 1 || top > most)
      return wrong(400, 'Request_BadRequest', `Cannot query data for more than ${most} at a time.`);
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const count = 'at' in all && typeof all.at === 'function' && 'count' in all ? all.count : (all as readonly unknown[]).length;
    const things = Array.from({ length: Math.max(0, Math.min(top, count - from)) }, (_, i) => {
      const thing = 'count' in all ? all.at(from + i) : (all as readonly { readonly [property: string]: unknown }[])[from + i]!;
      return selected(thing, url.searchParams);
    });
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + top));
    return { status: 200, body: { value: things, ...(from + top < count ? { '@odata.nextLink': next.href } : {}) } };
  }

  async function one(
    method: string,
    url: URL
  ): Promise<{ readonly status: number; readonly headers: { readonly [name: string]: string }; readonly text: string }> {
    const put = fault?.(url, nth++);
    const { status, headers = {}, body } = typeof put === 'object' ? { body: {}, ...put } : answer(method, url);
    if (put === 'reset') throw new TypeError('fetch failed');
    if (put === undefined) contract?.(method, url.href, body, status);
    asked.push({ method, url: url.href, status, body });
    const text = JSON.stringify(body);
    return {
      status,
      headers,
      text: put === 'half' ? text.slice(0, text.length / 2) : put === 'html' ? '<!doctype html><title>Sign in</title>' : text
    };
  }

  async function fetched(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input as string);
    const headers = new Headers(init.headers);
    if (url.protocol !== 'https:' || url.host !== 'graph.microsoft.com') throw new TypeError('fetch failed: no such host');
    if (latency > 0) await clock.sleep(latency, init.signal ?? undefined);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    if (!/^Bearer \S+$/.test(headers.get('authorization') ?? ''))
      return response(wrong(401, 'InvalidAuthenticationToken', 'Access token is empty.'));
    if (url.pathname !== '/v1.0/$batch') {
      const { status, headers: given, text } = await one(init.method ?? 'GET', url);
      return new Response(text, { status, headers: { 'Content-Type': 'application/json', ...given } });
    }
    const { requests } = JSON.parse(init.body as string) as {
      readonly requests: readonly { readonly id: string; readonly method: string; readonly url: string }[];
    };
    if (init.method !== 'POST' || requests.length > 20 || new Set(requests.map(request => request.id)).size !== requests.length) {
      return response(wrong(400, 'BadRequest', 'A batch holds twenty requests with ids of their own.'));
    }
    const responses = await Promise.all(
      requests.map(async request => {
        const item = await one(request.method, new URL(`https://graph.microsoft.com/v1.0${request.url}`));
        return { id: request.id, status: item.status, headers: item.headers, body: JSON.parse(item.text) as unknown };
      })
    );
    // In any order, as Graph does.
    return response({ status: 200, body: { responses: responses.reverse() } });
  }

  return { fetch: fetched as typeof fetch, asked };
}

/** Every fortieth mailbox hands its mail on outside; every sixtieth has a rule that nobody can read. */
function rulesOf(id: string): readonly unknown[] {
  const i = parseInt(id.slice(-12), 16);
  if (i % 40 === 1) {
    return [
      {
        id: 'r1',
        displayName: 'on',
        isEnabled: true,
        isReadOnly: false,
        hasError: false,
        sequence: 1,
        actions: { forwardTo: [{ emailAddress: { name: '', address: 'Somebody@Private.Example' } }] }
      }
    ];
  }
  return i % 60 === 3 ? [{ id: 'r2', displayName: 'x', isEnabled: true, isReadOnly: true, hasError: false, sequence: 1 }] : [];
}

function selected(thing: { readonly [property: string]: unknown }, query: URLSearchParams): unknown {
  const select = query.get('$select')?.split(',');
  const expand = query.get('$expand') ?? '';
  return Object.fromEntries(
    Object.entries(thing).filter(([name]) =>
      name === 'assignments' || name === 'members' || name === 'settings'
        ? expand.includes(name)
        : name.startsWith('@') || name === 'id' || !select || select.includes(name)
    )
  );
}

function wrong(status: number, code: string, message: string): { readonly status: number; readonly body: unknown } {
  return { status, body: { error: { code, message, innerError: { date: '2026-11-22T02:00:00', 'request-id': 'r' } } } };
}

function response({ status, body }: { readonly status: number; readonly body: unknown }): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
