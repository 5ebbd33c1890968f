type Thing = { readonly [property: string]: unknown };

/** The people of an invented tenant, as Microsoft Graph knows them; a test changes them between two readings. */
export interface FakeDirectory {
  users: Thing[];
  /** Ids of accounts that are gone. */
  removed?: string[];
  /** Changed since a mark; everything where it is left out. */
  changed?: Thing[];
  skus?: Thing[];
  roster?: Thing[];
  /** Whether a list of pupils comes with their contacts. */
  contactsInLists?: boolean;
  /** Members by the address of the group. */
  groups?: { [address: string]: Thing[] };
  /** Whether Microsoft has forgotten the marks that it gave. */
  forgetful?: boolean;
  /** How many things a page of changes holds. */
  page?: number;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** What Graph answers of who is who; nothing where it is asked for something else. */
export function directoryAnswer(rest: string, url: URL, directory: FakeDirectory): Answered | undefined {
  const query = url.searchParams;
  if (rest === '/users/delta') return deltaAnswer(url, directory);
  if (rest === '/subscribedSkus' && directory.skus) return list(directory.skus, query);
  if (rest === '/education/users') {
    const all = (directory.roster ?? []).map(({ relatedContacts, ...more }) => ({
      ...more,
      ...(directory.contactsInLists === false ? {} : { relatedContacts })
    }));
    return { status: 200, body: { value: all.map(each => chosen(each, query)) } };
  }
  const single = /^\/education\/users\/([^/]+)$/.exec(rest);
  if (single) {
    const found = directory.roster?.find(({ id }) => id === single[1]);
    return found
      ? { status: 200, body: chosen(found, query) }
      : { status: 404, body: { error: { code: 'Request_ResourceNotFound', message: '' } } };
  }
  if (rest === '/groups') {
    const address = /^mail eq '(.*)'$/.exec(query.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
    if (address === undefined) return { status: 400, body: { error: { code: 'Request_UnsupportedQuery', message: '' } } };
    return { status: 200, body: { value: directory.groups?.[address] ? [{ id: idOfGroup(address) }] : [] } };
  }
  const members = /^\/groups\/([^/]+)\/transitiveMembers$/.exec(rest);
  if (members) {
    const found = Object.entries(directory.groups ?? {}).find(([address]) => idOfGroup(address) === members[1]);
    return found
      ? { status: 200, body: { value: found[1] } }
      : { status: 404, body: { error: { code: 'Request_ResourceNotFound', message: '' } } };
  }
  return undefined;
}

/** An id that Graph would give. */
export function idOf(kind: number, i: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
}

function idOfGroup(address: string): string {
  return idOf(
    0xabc,
    Array.from(address).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7)
  );
}

/** Changes come by a mark; the first time everything, and the mark at the end. */
function deltaAnswer(url: URL, { users, removed = [], changed, forgetful, page = 2 }: FakeDirectory): Answered {
  const query = url.searchParams;
  if (query.has('$top')) return { status: 400, body: { error: { code: 'Request_UnsupportedQuery', message: '' } } };
  const mark = query.get('$deltatoken');
  if (mark !== null && forgetful) return { status: 410, body: { error: { code: 'syncStateNotFound', message: '' } } };
  const [kind, at] = (query.get('$skiptoken') ?? (mark === null ? 'all-0' : 'changes-0')).split('-');
  const from = Number(at);
  const select = query.get('$select');
  const all: readonly Thing[] =
    kind === 'all' ? users : [...(changed ?? users), ...removed.map(id => ({ id, '@removed': { reason: 'changed' } }))];
  const value = all
    .slice(from, from + page)
    .map(each => ('@removed' in each ? each : chosen(each, new URLSearchParams(select ? { $select: select } : {}))));
  const link = (name: string, token: string): string => `${url.origin}${url.pathname}?${name}=${token}`;
  return {
    status: 200,
    body:
      from + page < all.length
        ? { value, '@odata.nextLink': link('$skiptoken', `${kind}-${from + page}`) }
        : { value, '@odata.deltaLink': link('$deltatoken', 'mark') }
  };
}

function list(all: readonly Thing[], query: URLSearchParams): Answered {
  return { status: 200, body: { value: all.map(each => chosen(each, query)) } };
}

function chosen(thing: Thing, query: URLSearchParams): Thing {
  const select = query.get('$select')?.split(',');
  return Object.fromEntries(Object.entries(thing).filter(([name, value]) => value !== undefined && (!select || select.includes(name))));
}
