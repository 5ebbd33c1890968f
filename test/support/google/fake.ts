import type { admin_directory_v1 } from 'googleapis/build/src/apis/admin/directory_v1.js';
import type { cloudidentity_v1 } from 'googleapis/build/src/apis/cloudidentity/v1.js';

type Thing = { readonly [property: string]: unknown };
type Answered = { readonly status: number; readonly body: unknown };

/** The people of an invented Google tenant; a test changes them between two readings. */
export interface FakeGooglePeople {
  users?: Thing[];
  /** Members by the address of the group. */
  groups?: { [address: string]: Thing[] };
  guardians?: Thing[];
  invitations?: Thing[];
  contacts?: Thing[];
}

export interface FakeGoogleOptions {
  /** Who is who in the tenant, where a test asks for it. */
  readonly people?: FakeGooglePeople;
  /** Scopes that the administrator delegated. */
  readonly scopes?: readonly string[];
  readonly users?: number;
  readonly contract?: (method: string, url: URL, sent: unknown, status: number, body: unknown) => void;
  /** What comes in place of an answer. */
  readonly fault?: (url: URL, nth: number) => Answered | 'reset' | undefined;
}

const auth = 'https://www.googleapis.com/auth';
/** Google's scopes behind each of its places. */
const places: readonly { readonly host: string; readonly path: RegExp; readonly scope: string }[] = [
  { host: 'admin.googleapis.com', path: /\/orgunits$/, scope: `${auth}/admin.directory.orgunit.readonly` },
  { host: 'admin.googleapis.com', path: /\/domains$/, scope: `${auth}/admin.directory.domain.readonly` },
  { host: 'admin.googleapis.com', path: /\/role(?:s|assignments)$/, scope: `${auth}/admin.directory.rolemanagement.readonly` },
  { host: 'admin.googleapis.com', path: /\/users$/, scope: `${auth}/admin.directory.user.readonly` },
  { host: 'admin.googleapis.com', path: /\/groups\/[^/]+\/members$/, scope: `${auth}/admin.directory.group.member.readonly` },
  { host: 'classroom.googleapis.com', path: /\/guardian(?:s|Invitations)$/, scope: `${auth}/classroom.guardianlinks.students.readonly` },
  { host: 'people.googleapis.com', path: /people:listDirectoryPeople$/, scope: `${auth}/directory.readonly` },
  { host: 'cloudidentity.googleapis.com', path: /^\/v1\/policies$/, scope: `${auth}/cloud-identity.policies.readonly` },
  { host: 'cloudidentity.googleapis.com', path: /^\/v1\/devices/, scope: `${auth}/cloud-identity.devices.readonly` },
  { host: 'chromepolicy.googleapis.com', path: /policies:resolve$/, scope: `${auth}/chrome.management.policy.readonly` },
  { host: 'gmail.googleapis.com', path: /\/settings\//, scope: `${auth}/gmail.settings.basic` }
];
export const allScopes = [...new Set(places.map(({ scope }) => scope))];

const units = [
  { id: 'top', path: '/' },
  { id: 'staff', path: '/Staff' },
  { id: 'office', path: '/Staff/Office' },
  { id: 'pupils', path: '/Pupils' }
] as const;

function policy(type: string, unit: string | undefined, value: Thing, sortOrder = 1): cloudidentity_v1.Schema$Policy {
  return {
    name: `policies/${type}.${unit ?? 'top'}.${sortOrder}`,
    customer: 'customers/C0123abcd',
    policyQuery: { query: 'x', ...(unit === undefined ? {} : { orgUnit: `orgUnits/${unit}` }), sortOrder },
    setting: { type: `settings/${type}`, value },
    type: 'ADMIN'
  };
}

const policies: readonly cloudidentity_v1.Schema$Policy[] = [
  policy('security.password', undefined, { allowedStrength: 'STRONG', minimumLength: 8, allowReuse: true, expirationDuration: '0s' }),
  policy('security.password', 'staff', { minimumLength: 10 }, 1),
  policy('security.password', 'staff', { minimumLength: 12, expirationDuration: '7776000s' }, 2),
  policy('security.password', 'office', { allowReuse: false }),
  policy('security.password', 'gone', { minimumLength: 4 }),
  policy('security.two_step_verification_enrollment', undefined, { allowEnrollment: true }),
  policy('security.two_step_verification_enforcement', undefined, { enforcedFrom: '1970-01-01T00:00:00Z' }),
  policy('security.two_step_verification_enforcement', 'staff', { enforcedFrom: '2026-01-05T00:00:00Z' }),
  policy('security.session_controls', 'staff', { webSessionDuration: '43200s' }),
  policy('gmail.auto_forwarding', 'pupils', { enableAutoForwarding: false }),
  policy('gmail.pop_access', undefined, { enablePopAccess: true }),
  policy('gmail.imap_access', undefined, { enableImapAccess: false })
];

function userAt(i: number): admin_directory_v1.Schema$User {
  const staff = i % 5 === 0;
  return {
    id: `10${i}`,
    primaryEmail: `${staff ? 'Staff' : 'pupil'}.${i}@school.example`,
    suspended: i === 7,
    archived: false,
    isAdmin: i === 0,
    isDelegatedAdmin: i === 5,
    isEnrolledIn2Sv: staff,
    isEnforcedIn2Sv: staff,
    creationTime: '2024-09-01T08:00:00.000Z',
    lastLoginTime: i === 3 ? '1970-01-01T00:00:00.000Z' : '2026-11-20T08:00:00.000Z',
    orgUnitPath: staff ? '/Staff' : '/Pupils',
    isMailboxSetup: i !== 4
  };
}

const devices: readonly (readonly [device: Thing, user: Thing])[] = [
  [
    {
      name: 'devices/1',
      deviceType: 'CHROME_OS',
      model: 'A',
      ownerType: 'COMPANY',
      encryptionState: 'ENCRYPTED',
      compromisedState: 'UNCOMPROMISED',
      lastSyncTime: '2026-11-20T08:00:00Z'
    },
    { name: 'devices/1/deviceUsers/a', userEmail: 'staff.0@school.example', passwordState: 'PASSWORD_SET' }
  ],
  [
    {
      name: 'devices/2',
      deviceType: 'ANDROID',
      model: 'B',
      ownerType: 'BYOD',
      encryptionState: 'NOT_ENCRYPTED',
      compromisedState: 'COMPROMISED_STATE_UNSPECIFIED'
    },
    { name: 'devices/2/deviceUsers/b', userEmail: 'staff.5@school.example', passwordState: 'PASSWORD_NOT_SET' }
  ]
];

/** A strict Google Workspace for one invented school: hosts, tokens in a person's name, delegated scopes, pages by token. */
export function fakeGoogle(options: FakeGoogleOptions = {}) {
  const { scopes = allScopes, users = 12, contract, fault, people } = options;
  const asked: { readonly url: string; readonly as: string; readonly status: number }[] = [];
  let nth = 0;

  function paged(name: string, all: readonly unknown[], token: string | null, most: number): Answered {
    const from = Number(token ?? 0);
    const next = from + most < all.length ? { nextPageToken: String(from + most) } : {};
    // Google leaves an empty list out.
    return { status: 200, body: { ...(all.length > 0 ? { [name]: all.slice(from, from + most) } : {}), ...next } };
  }

  function answer(url: URL, as: string, sent: Thing | undefined): Answered {
    const place = places.find(each => each.host === url.host && each.path.test(url.pathname));
    if (!place) return wrong(404, 'NOT_FOUND', 'notFound');
    if (!scopes.includes(place.scope)) return wrong(403, 'PERMISSION_DENIED', 'insufficientPermissions');
    const query = url.searchParams;
    const token = query.get('pageToken');
    const list = url.pathname.split('/').pop()!;
    const known = people && peopleAnswer(list, url, people, paged);
    if (known) return known;
    switch (list) {
      case 'orgunits':
        return {
          status: 200,
          body: { kind: 'x', organizationUnits: units.map(({ id, path }) => ({ orgUnitId: `id:${id}`, orgUnitPath: path, name: path })) }
        };
      case 'domains':
        return {
          status: 200,
          body: {
            domains: [
              {
                domainName: 'School.example',
                isPrimary: true,
                verified: true,
                domainAliases: [{ domainAliasName: 'school.test', verified: false }]
              }
            ]
          }
        };
      case 'roles':
        return {
          status: 200,
          body: {
            items: [
              { roleId: '1', roleName: '_SEED_ADMIN_ROLE', isSuperAdminRole: true },
              { roleId: '2', roleName: 'Help desk' }
            ]
          }
        };
      case 'roleassignments':
        return {
          status: 200,
          body: {
            items: [
              { roleAssignmentId: '11', roleId: '1', assignedTo: '100' },
              { roleAssignmentId: '12', roleId: '2', assignedTo: '105' }
            ]
          }
        };
      case 'users':
        if (url.host === 'admin.googleapis.com')
          return paged(
            'users',
            Array.from({ length: users }, (_, i) => userAt(i)),
            token,
            Math.min(500, Number(query.get('maxResults') ?? 100))
          );
        break;
      case 'policies': {
        const pattern = /^setting\.type\.matches\('(.+)'\)$/.exec(query.get('filter') ?? '')?.[1];
        if (pattern === undefined) return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
        const fits = policies.filter(each => new RegExp(pattern).test(each.setting?.type ?? ''));
        return paged('policies', fits, token, 3);
      }
      case 'devices':
        return paged(
          'devices',
          devices.map(([device]) => device),
          token,
          1
        );
      case 'deviceUsers':
        return paged(
          'deviceUsers',
          devices.map(([, user]) => user),
          token,
          100
        );
      case 'policies:resolve': {
        const unit = (sent?.['policyTargetKey'] as { targetResource?: string } | undefined)?.targetResource?.replace('orgunits/', '');
        const schema = String(sent?.['policySchemaFilter']);
        if (!units.some(({ id }) => id === unit)) return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
        const said: { readonly [schema: string]: Thing } = {
          'chrome.users.LockScreen': { allowScreenLock: true },
          'chrome.users.IdleSettingsExtended': {
            screenLockDelayAc: unit === 'pupils' ? '0' : '600000',
            screenLockDelayBattery: '300000',
            lockOnSleepOrLidClose: 'TRUE'
          }
        };
        const value = said[schema];
        const target = { targetResource: `orgunits/${unit}` };
        return {
          status: 200,
          body: value ? { resolvedPolicies: [{ targetKey: target, value: { policySchema: schema, value }, sourceKey: target }] } : {}
        };
      }
      case 'autoForwarding':
      case 'filters':
      case 'delegates':
        return mailSetting(list, decodeURIComponent(url.pathname.split('/')[4]!), as);
    }
    return wrong(404, 'NOT_FOUND', 'notFound');
  }

  async function fetched(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input as string);
    const sent = init.body === undefined || init.body === null ? undefined : (JSON.parse(init.body as string) as Thing);
    const as = /^Bearer (.+)$/.exec(new Headers(init.headers).get('authorization') ?? '')?.[1] ?? '';
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const put = fault?.(url, nth++);
    if (put === 'reset') throw new TypeError('fetch failed');
    const { status, body } = put ?? (as === '' ? wrong(401, 'UNAUTHENTICATED', 'authError') : answer(url, as, sent));
    if (!put) contract?.(init.method ?? 'GET', url, sent, status, body);
    asked.push({ url: url.href, as, status });
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=UTF-8' } });
  }

  return { fetch: fetched as typeof fetch, asked };
}

/** What Google answers of who is who; nothing where it is asked for something else. */
function peopleAnswer(
  list: string,
  url: URL,
  people: FakeGooglePeople,
  paged: (name: string, all: readonly unknown[], token: string | null, most: number) => Answered
): Answered | undefined {
  const token = url.searchParams.get('pageToken');
  switch (list) {
    case 'users':
      return people.users && paged('users', people.users, token, 2);
    case 'members': {
      const members = people.groups?.[decodeURIComponent(url.pathname.split('/')[5]!)];
      return members ? paged('members', members, token, 2) : wrong(404, 'NOT_FOUND', 'notFound');
    }
    case 'guardians':
      return paged('guardians', people.guardians ?? [], token, 2);
    case 'guardianInvitations': {
      const states = url.searchParams.getAll('states');
      return paged(
        'guardianInvitations',
        (people.invitations ?? []).filter(({ state }) => states.includes(String(state))),
        token,
        2
      );
    }
    case 'people:listDirectoryPeople':
      return paged('people', people.contacts ?? [], token, 2);
  }
  return undefined;
}

/** A mailbox answers to nobody but its owner. */
function mailSetting(name: string, owner: string, as: string): Answered {
  if (owner !== as) return wrong(403, 'PERMISSION_DENIED', 'forbidden');
  const i = Number(/\.(\d+)@/.exec(owner)?.[1]);
  if (name === 'autoForwarding') {
    return {
      status: 200,
      body: i === 1 ? { enabled: true, emailAddress: 'Out@Private.Example', disposition: 'leaveInInbox' } : { enabled: false }
    };
  }
  if (name === 'filters')
    return {
      status: 200,
      body: i === 2 ? { filter: [{ id: 'f', criteria: { from: 'x' }, action: { forward: 'out@private.example' } }] } : {}
    };
  return { status: 200, body: i === 0 ? { delegates: [{ delegateEmail: 'staff.5@school.example', verificationStatus: 'accepted' }] } : {} };
}

function wrong(code: number, status: string, reason: string): Answered {
  return { status: code, body: { error: { code, message: reason, status, errors: [{ message: reason, domain: 'global', reason }] } } };
}
