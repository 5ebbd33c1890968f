import type { Outside } from '../tenants.ts';
import { accountId, domains, people } from './people.ts';

type Thing = { readonly [property: string]: unknown };

/** What the invented tenant holds: no Entra ID P1, so that some of what the checks read is not to be had. */
const plans = { intune: 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5', exchange: '9aaf7827-d63c-4b61-89c3-182f06f82e5c' } as const;

/** A place of Microsoft Graph that the demonstration knows. What is asked otherwise is refused, as Microsoft refuses it. */
interface Place {
  readonly version?: 'beta';
  /** Needs a licence that the school has not. */
  readonly premium?: true;
  readonly expands?: readonly string[];
  readonly most?: number;
  readonly things: (now: Date) => readonly Thing[];
}

const dayBefore = (now: Date, days: number): string => `${new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19)}Z`;

/** From this day on the iPads lock sooner and the Windows laptops later: what the last audit finds is not what the one before found. */
const changedOn = '2026-11-18';

const everyone = { '@odata.type': '#microsoft.graph.allDevicesAssignmentTarget' };
const assigned = (...targets: readonly object[]): readonly object[] => targets.map((target, i) => ({ id: `a${i}`, target }));
const object = (kind: number, i: number): string => `000000${kind}0-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;

const places: { readonly [path: string]: Place } = {
  '/subscribedSkus': {
    things: () => [
      {
        id: 's1',
        skuId: '4b590615-0888-425a-a965-b3bf7789848d',
        skuPartNumber: 'SCHOOL',
        capabilityStatus: 'Enabled',
        servicePlans: Object.entries(plans).map(([servicePlanName, servicePlanId]) => ({
          servicePlanId,
          servicePlanName,
          provisioningStatus: 'Success',
          appliesTo: 'User'
        }))
      }
    ]
  },
  '/domains': {
    things: () =>
      [domains.staff, domains.pupils].map((id, i) => ({
        id,
        isDefault: i === 0,
        isRoot: i === 0,
        isVerified: true,
        authenticationType: 'Managed',
        passwordValidityPeriodInDays: i === 0 ? 2_147_483_647 : null
      }))
  },
  '/groupSettings': {
    things: () => [
      {
        id: object(5, 1),
        displayName: 'Password Rule Settings',
        templateId: '5cf42378-d67d-4f36-ba46-e8b86229381d',
        values: [
          { name: 'LockoutThreshold', value: '10' },
          { name: 'LockoutDurationInSeconds', value: '60' },
          { name: 'EnableBannedPasswordCheck', value: 'True' },
          { name: 'BannedPasswordList', value: 'school\texample\tprimary' }
        ]
      }
    ]
  },
  '/identity/conditionalAccess/policies': { things: () => [] },
  '/directoryRoles': {
    expands: ['members'],
    things: () => [
      {
        id: object(7, 1),
        displayName: 'Global Administrator',
        description: '',
        roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
        members: [9, 0, 5, 7, 22, 25].map(i => ({ '@odata.type': '#microsoft.graph.user', id: accountId('staff', i) }))
      }
    ]
  },
  '/deviceManagement/deviceCompliancePolicies': {
    expands: ['assignments'],
    things: now => [
      {
        '@odata.type': '#microsoft.graph.windows10CompliancePolicy',
        id: object(8, 1),
        displayName: 'Windows laptops',
        version: 1,
        createdDateTime: '2025-08-20T09:00:00Z',
        lastModifiedDateTime: isChanged(now) ? `${changedOn}T10:12:00Z` : '2025-08-20T09:00:00Z',
        passwordRequired: true,
        passwordMinimumLength: 8,
        passwordMinutesOfInactivityBeforeLock: isChanged(now) ? 30 : 10,
        passwordBlockSimple: true,
        passwordExpirationDays: null,
        storageRequireEncryption: true,
        assignments: assigned(everyone)
      },
      {
        '@odata.type': '#microsoft.graph.iosCompliancePolicy',
        id: object(8, 2),
        displayName: 'iPads',
        version: 1,
        createdDateTime: '2025-08-20T09:00:00Z',
        lastModifiedDateTime: isChanged(now) ? `${changedOn}T10:20:00Z` : '2025-08-20T09:00:00Z',
        passcodeRequired: true,
        passcodeMinimumLength: isChanged(now) ? 6 : 4,
        passcodeMinutesOfInactivityBeforeLock: 5,
        passcodeBlockSimple: isChanged(now),
        securityBlockJailbrokenDevices: true,
        assignments: assigned(everyone)
      }
    ]
  },
  '/deviceManagement/deviceConfigurations': { expands: ['assignments'], things: () => [] },
  '/deviceManagement/configurationPolicies': { version: 'beta', expands: ['settings', 'assignments'], things: () => [] },
  '/deviceManagement/deviceEnrollmentConfigurations': {
    expands: ['assignments'],
    things: () => [
      {
        '@odata.type': '#microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration',
        id: `${object(8, 4)}_DefaultPlatformRestrictions`,
        displayName: 'All users and all devices',
        priority: 0,
        version: 1,
        createdDateTime: '2025-08-20T09:00:00Z',
        lastModifiedDateTime: '2025-08-20T09:00:00Z',
        ...Object.fromEntries(
          ['windows', 'ios', 'macOS', 'android'].map(platform => [
            `${platform}Restriction`,
            {
              platformBlocked: platform === 'android',
              personalDeviceEnrollmentBlocked: platform !== 'ios',
              osMinimumVersion: '',
              osMaximumVersion: ''
            }
          ])
        ),
        assignments: []
      }
    ]
  },
  '/deviceAppManagement/iosManagedAppProtections': { expands: ['assignments'], things: () => [] },
  '/deviceAppManagement/androidManagedAppProtections': { expands: ['assignments'], things: () => [] },
  '/users': { most: 999, things: accounts },
  '/reports/authenticationMethods/userRegistrationDetails': { premium: true, things: () => [] },
  '/deviceManagement/managedDevices': { most: 1000, things: devices }
};

const single: { readonly [path: string]: Thing } = {
  '/policies/identitySecurityDefaultsEnforcementPolicy': {
    id: '00000000-0000-0000-0000-000000000005',
    displayName: 'Security Defaults',
    description: '',
    isEnabled: true
  },
  '/deviceManagement/settings': {
    value: { secureByDefault: false, deviceComplianceCheckinThresholdDays: 30, isScheduledActionEnabled: true }
  },
  '/deviceManagement/deviceProtectionOverview': {
    totalReportedDeviceCount: 40,
    cleanDeviceCount: 37,
    criticalFailuresDeviceCount: 0,
    inactiveThreatAgentDeviceCount: 0,
    pendingFullScanDeviceCount: 0,
    pendingManualStepsDeviceCount: 0,
    pendingOfflineScanDeviceCount: 0,
    pendingQuickScanDeviceCount: 0,
    pendingRestartDeviceCount: 1,
    pendingSignatureUpdateDeviceCount: 2,
    unknownStateThreatAgentDeviceCount: 0
  }
};

function isChanged(now: Date): boolean {
  return now.toISOString().slice(0, 10) >= changedOn;
}

function accounts(now: Date): readonly Thing[] {
  const known = people.filter(({ roles }) => roles.includes('staff') || roles.includes('pupil'));
  let pupils = 0;
  return known.map(({ name, address, entraId, roles }, i) => {
    const pupil = roles.includes('pupil');
    return {
      id: entraId ?? accountId('pupil', pupils++),
      userPrincipalName: address,
      displayName: name,
      mail: address,
      accountEnabled: true,
      userType: 'Member',
      createdDateTime: '2023-09-01T08:00:00Z',
      passwordPolicies: name === 'Caretaker' ? 'DisablePasswordExpiration' : 'None',
      lastPasswordChangeDateTime: dayBefore(now, (i * 7) % 300),
      onPremisesSyncEnabled: null,
      assignedLicenses: [],
      assignedPlans: Object.values(pupil ? { exchange: plans.exchange } : plans).map(servicePlanId => ({
        assignedDateTime: '2023-09-01T08:00:00Z',
        capabilityStatus: 'Enabled',
        service: 'x',
        servicePlanId
      })),
      signInActivity: null
    };
  });
}

function devices(now: Date): readonly Thing[] {
  const staff = people.filter(({ entraId }) => entraId !== undefined);
  return Array.from({ length: 60 }, (_, i) => {
    const { entraId, address } = staff[i % staff.length]!;
    const laptop = i < 40;
    return {
      id: object(2, i),
      deviceName: laptop ? `LAPTOP-${i + 1}` : `IPAD-${i - 39}`,
      userId: entraId,
      userPrincipalName: address,
      operatingSystem: laptop ? 'Windows' : 'iOS',
      osVersion: laptop ? '10.0.26100' : '19.1',
      isEncrypted: i !== 12 && i !== 31,
      complianceState: i === 12 ? 'noncompliant' : 'compliant',
      complianceGracePeriodExpirationDateTime: '9999-12-31T23:59:59Z',
      jailBroken: laptop ? 'Unknown' : 'False',
      managedDeviceOwnerType: i === 45 ? 'personal' : 'company',
      managementAgent: 'mdm',
      deviceEnrollmentType: laptop ? 'windowsAzureADJoin' : 'appleBulkWithoutUser',
      lastSyncDateTime: dayBefore(now, i % 20 === 7 ? 90 : 1),
      enrolledDateTime: '2024-09-01T08:00:00Z',
      azureADDeviceId: object(3, i)
    };
  });
}

interface Given {
  readonly status: number;
  readonly body: object;
}

/** One request for the invented tenant at a moment, answered as Graph answers it. */
export function graphAnswer(method: string, url: URL, now: Date): Given {
  const [, version, path = ''] = /^\/(v1\.0|beta)(\/.*)$/.exec(url.pathname) ?? [];
  if (method !== 'GET') return refused(405, 'Request_BadRequest', 'Nothing is changed here.');
  const mailbox = /^\/users\/([^/]+)\/(mailFolders\/inbox\/messageRules|mailboxSettings\/userPurpose)$/.exec(path);
  if (mailbox && version === 'v1.0') return { status: 200, body: mailboxOf(decodeURIComponent(mailbox[1]!), mailbox[2]!) };
  const one = single[path];
  if (one && version === 'v1.0') return { status: 200, body: one };
  const place = places[path];
  if (!place || version !== (place.version ?? 'v1.0')) return refused(404, 'ResourceNotFound', 'Resource not found for the segment.');
  const query = url.searchParams;
  const unknown = [...query.keys()].find(name => !['$select', '$expand', '$top', '$skiptoken'].includes(name));
  if (unknown !== undefined) return refused(400, 'Request_UnsupportedQuery', `${unknown} is not supported.`);
  const select = query.get('$select')?.split(',');
  if (place.premium || select?.includes('signInActivity'))
    return refused(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      'Neither tenant is B2C or tenant doesn’t have premium license'
    );
  const expand = (query.get('$expand') ?? '')
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .filter(name => name !== '');
  if (expand.some(name => !place.expands?.includes(name))) return refused(400, 'BadRequest', 'Could not find the property to expand.');
  const things = place.things(now);
  if (select?.some(name => things.length > 0 && !(name in things[0]!)))
    return refused(400, 'BadRequest', 'Could not find a property to select.');
  const most = place.most ?? 100;
  const top = Number(query.get('$top') ?? most);
  if (!Number.isInteger(top) || top < 1 || top > most) return refused(400, 'Request_BadRequest', `No more than ${most} at a time.`);
  const from = Number(query.get('$skiptoken') ?? 0);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(from + top));
  const shown = things
    .slice(from, from + top)
    .map(thing =>
      Object.fromEntries(
        Object.entries(thing).filter(([name]) =>
          ['assignments', 'members', 'settings'].includes(name)
            ? expand.includes(name)
            : name.startsWith('@') || name === 'id' || !select || select.includes(name)
        )
      )
    );
  return { status: 200, body: { value: shown, ...(from + top < things.length ? { '@odata.nextLink': next.href } : {}) } };
}

/** One mailbox hands its mail on outside; one belongs to several and lets nobody sign in by itself. */
function mailboxOf(id: string, what: string): object {
  if (what === 'mailboxSettings/userPurpose') return { value: id === accountId('staff', 6) ? 'shared' : 'user' };
  if (id !== accountId('staff', 27)) return { value: [] };
  return {
    value: [
      {
        id: 'r1',
        displayName: 'Home',
        isEnabled: true,
        isReadOnly: false,
        hasError: false,
        sequence: 1,
        actions: { forwardTo: [{ emailAddress: { name: '', address: 'teacher.eight@private.example' } }] }
      }
    ]
  };
}

function refused(status: number, code: string, message: string): Given {
  return { status, body: { error: { code, message, innerError: { date: '2026-11-24T02:00:00', 'request-id': 'demonstration' } } } };
}

/** The world in which the invented tenant is all that can be reached. Waiting costs no time; any other host is none. */
export function inventedTenant(now: () => Date): Outside {
  const fetched = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.protocol !== 'https:' || url.host !== 'graph.microsoft.com') throw new TypeError('The demonstration reaches nothing outside.');
    if (!/^Bearer \S+$/.test(new Headers(init.headers).get('authorization') ?? ''))
      return answered(refused(401, 'InvalidAuthenticationToken', 'Access token is empty.'));
    const method = init.method ?? 'GET';
    if (url.pathname !== '/v1.0/$batch') return answered(graphAnswer(method, url, now()));
    const { requests } = JSON.parse(init.body as string) as {
      readonly requests: readonly { readonly id: string; readonly method: string; readonly url: string }[];
    };
    if (method !== 'POST' || requests.length > 20) return answered(refused(400, 'BadRequest', 'A batch holds twenty requests.'));
    const responses = requests.map(({ id, method: how, url: path }) => ({
      id,
      headers: {},
      ...graphAnswer(how, new URL(`https://graph.microsoft.com/v1.0${path}`), now())
    }));
    return answered({ status: 200, body: { responses } });
  };
  return {
    clock: stop => {
      let skipped = 0;
      return {
        now: () => (stop.aborted ? Infinity : Date.now() + skipped),
        // A deadline is only waited for until what it is for has ended; a pause passes at once.
        sleep: (ms, signal) =>
          new Promise(resolve => {
            if (signal?.aborted) return resolve();
            if (signal) return signal.addEventListener('abort', () => resolve(), { once: true });
            skipped += ms;
            setImmediate(resolve);
          })
      };
    },
    random: () => 0.5,
    fetch: fetched as typeof fetch,
    microsoftTokens: () => async () => 'demonstration',
    googleTokens: () => async () => 'demonstration'
  };
}

function answered({ status, body }: Given): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
