/** Somebody's Teams, as a test wants it. */
export interface FakeTeams {
  /** Whether an administrator keeps the app from them, or they have no licence. */
  readonly kept?: 'blocked' | 'unlicensed';
  /** It is there from the beginning. */
  readonly has?: boolean;
  /** So many looks later the chat is there; at once where it is left out. */
  readonly chatAfter?: number;
}

interface Options {
  readonly rights?: readonly string[];
  /** The app's id in its own manifest, in the catalogue; nothing: it was never handed in. */
  readonly externalId: string | undefined;
  /** Whether the package names the registration that asks. */
  readonly own?: boolean;
  readonly people: { readonly [entraId: string]: FakeTeams };
  /** Asked before each answer; what it gives comes in place of it, `lost` after it was done. */
  readonly fault?: (method: string, path: string, nth: number) => number | 'reset' | 'lost' | undefined;
}

const app = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';

/**
 * Installing through Microsoft Graph, held to its documented shapes (learn.microsoft.com: «List teamsApp», «Install app for user», «List apps installed for
 * user», «Get chat between user and teamsApp»): neither the schema nor the permissions beside this project have these paths. It answers 400 to what is
 * written otherwise, and counts every installation.
 */
export function fakeTeams({ rights, externalId, own = true, people, fault }: Options) {
  const has = new Map<string, string>(Object.keys(people).flatMap(id => (people[id]!.has ? [[id, `installation-${id}`] as const] : [])));
  const looks = new Map<string, number>();
  const asked: string[] = [];
  const installs: string[] = [];
  const may = (right: string): boolean => rights?.includes(right) ?? true;

  function answer(method: string, { pathname, searchParams }: URL, body: unknown): { readonly status: number; readonly body?: unknown } {
    const path = pathname.replace(/^\/v1\.0/, '');
    if (method === 'GET' && path === '/appCatalogs/teamsApps') {
      if (!may('AppCatalog.Read.All')) return wrong(403, 'Forbidden', 'Missing role permissions on the request.');
      const wanted = /^externalId eq '([0-9a-f-]{36})'$/.exec(searchParams.get('$filter') ?? '');
      if (!wanted || [...searchParams.keys()].length !== 1) return wrong(400, 'BadRequest', 'The query is not supported.');
      return {
        status: 200,
        body: {
          value: wanted[1] === externalId ? [{ id: app, externalId, displayName: 'Beadle', distributionMethod: 'organization' }] : []
        }
      };
    }
    const [, id, rest = ''] = /^\/users\/([^/]+)\/teamwork\/installedApps(\/[^/]+\/chat)?$/.exec(path) ?? [];
    if (id === undefined) return wrong(400, 'BadRequest', `Resource not found for the segment.`);
    if (!may('TeamsAppInstallation.ReadWriteSelfForUser.All')) return wrong(403, 'Forbidden', 'Missing role permissions on the request.');
    const person = people[id];
    if (!person) return wrong(404, 'NotFound', 'The user could not be found.');
    const installation = has.get(id);
    if (method === 'POST' && rest === '') {
      if (
        JSON.stringify(body) !== JSON.stringify({ 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${app}` })
      )
        return wrong(400, 'BadRequest', 'Bad Request');
      if (!own) return wrong(403, 'Forbidden', 'The application is not allowed to manage the Teams app.');
      if (person.kept === 'unlicensed') return wrong(404, 'NotFound', 'The user has no licence for Teams.');
      if (person.kept === 'blocked') return wrong(403, 'Forbidden', 'App is blocked by app permission policy.');
      if (installation !== undefined) return wrong(409, 'Conflict', 'The app is installed already.');
      has.set(id, `installation-${id}`);
      installs.push(id);
      return { status: 201 };
    }
    if (method !== 'GET') return wrong(405, 'Request_BadRequest', 'Method not allowed.');
    if (rest === '') {
      if (searchParams.get('$expand') !== 'teamsApp' || searchParams.get('$filter') !== `teamsApp/id eq '${app}'`)
        return wrong(400, 'BadRequest', 'The query is not supported.');
      const seen = installation === undefined || !own ? [] : [{ id: installation, teamsApp: { id: app, externalId } }];
      return { status: 200, body: { value: seen } };
    }
    if (decodeURIComponent(rest.split('/')[1]!) !== installation) return wrong(404, 'NotFound', 'The installation could not be found.');
    const look = (looks.get(id) ?? 0) + 1;
    looks.set(id, look);
    if (look <= (person.chatAfter ?? 0)) return wrong(404, 'NotFound', 'The chat could not be found.');
    return { status: 200, body: { id: `19:${id}_bot@unq.gbl.spaces`, chatType: 'oneOnOne', topic: null } };
  }

  async function fetched(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input as string);
    if (url.origin !== 'https://graph.microsoft.com' || !url.pathname.startsWith('/v1.0/'))
      throw new TypeError('fetch failed: no such host');
    const method = init.method ?? 'GET';
    const headers = new Headers(init.headers);
    if (!/^Bearer \S+$/.test(headers.get('authorization') ?? '')) return response(wrong(401, 'InvalidAuthenticationToken', 'No token.'));
    const put = fault?.(method, url.pathname, asked.length);
    asked.push(`${method} ${url.pathname}`);
    if (typeof put === 'number') return response(wrong(put, 'Fault', 'Fault'));
    if (put === 'reset') throw new TypeError('fetch failed');
    const given = answer(method, url, init.body === undefined ? undefined : JSON.parse(init.body as string));
    if (put === 'lost') throw new TypeError('fetch failed');
    return response(given);
  }

  return {
    fetch: fetched as typeof fetch,
    /** Every request, in order. */
    asked: asked as readonly string[],
    /** Each time that it was really installed. */
    installs: installs as readonly string[],
    /** Somebody takes the app off. */
    takeOff: (id: string) => void has.delete(id)
  };
}

function wrong(status: number, code: string, message: string): { readonly status: number; readonly body: unknown } {
  return { status, body: { error: { code, message, innerError: { date: '2026-11-22T04:30:00', 'request-id': 'r' } } } };
}

function response({ status, body }: { readonly status: number; readonly body?: unknown }): Response {
  return body === undefined
    ? new Response(null, { status })
    : new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
