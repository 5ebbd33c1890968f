import { isRefused } from '../graph/google/credentials.ts';
import { google } from '../graph/google/manner.ts';
import { directoryScopes, scopes, sentScopes, writeScopes } from '../graph/google/scopes.ts';
import { googleWay } from '../graph/google/way.ts';
import type { Request } from '../graph/http.ts';
import type { Config } from './config.ts';
import type { Feature } from './setup/features.ts';
import { rightsAt, rightsFor } from './setup/rights.ts';
import { type Outside, outside } from './tenants.ts';

/** A scope that the administrator delegates, and what for. */
export interface GoogleRight {
  readonly scope: string;
  readonly purposes: readonly Feature[];
}

/** The least that a school needs of domain-wide delegation, by what its `beadle.yaml` switches on. Without any of it, nothing. */
export function googleRights(config: Config, today: string): readonly GoogleRight[] {
  return rightsAt('google', rightsFor(config, today)).map(({ right, lines }) => ({
    scope: right.name,
    purposes: [...new Set(lines.map(({ feature }) => feature))]
  }));
}

/** Google’s services behind these scopes, by the names under which they are switched on. */
export function googleServices(rights: readonly Pick<GoogleRight, 'scope'>[]): readonly string[] {
  return [...new Set(rights.flatMap(({ scope }) => services.filter(([part]) => scope.includes(part)).map(([, service]) => service)))];
}

const services: readonly (readonly [part: string, service: string])[] = [
  ['/admin.', 'admin.googleapis.com'],
  ['/cloud-identity.', 'cloudidentity.googleapis.com'],
  ['/chrome.', 'chromepolicy.googleapis.com'],
  ['/gmail.', 'gmail.googleapis.com'],
  ['/classroom.', 'classroom.googleapis.com'],
  ['/directory.readonly', 'people.googleapis.com']
];

/**
 * What Google says of one right: `given`; `not-delegated`, it gives no token; `refused`, it gives one and yet says no (the administrator is no super
 * administrator, or the service is not theirs); `off`, the service is not switched on in the project, or the edition lacks it; `silent`.
 */
export type Standing = 'given' | 'not-delegated' | 'refused' | 'off' | 'silent';

/** By whom and for what rights are tried. */
interface Trying {
  readonly key: { readonly address: string; readonly privateKey: string };
  readonly workspace: { readonly customer: string; readonly admin: string };
  readonly stop: AbortSignal;
  readonly world?: Outside | undefined;
}

/** How long one right is tried, in milliseconds. */
const patience = 60_000;

/** Tries one right at Google itself: asks for a token with this scope alone, and then for one small thing that it lets one read. Never rejects. */
export async function standingOf(
  { scope }: Pick<GoogleRight, 'scope'>,
  { key, workspace, stop, world = outside }: Trying
): Promise<Standing> {
  const { customer, admin } = workspace;
  const clock = world.clock(stop);
  const tokens = world.googleTokens({ ...key, admin }, [scope]);
  try {
    await tokens({ as: admin, renew: false });
  } catch (error) {
    return isRefused(error) ? 'not-delegated' : 'silent';
  }
  const request = probeOf(scope, customer, admin);
  if (!request) return 'given';
  const way = googleWay(tokens, admin, { clock, random: world.random, deadline: clock.now() + patience, attempts: 2 }, world.fetch);
  const answer = await way.ask(request);
  if ('body' in answer) return 'given';
  switch (answer.unread) {
    case 'forbidden':
      return 'refused';
    case 'unlicensed':
      return 'off';
    default:
      return 'silent';
  }
}

/** One small thing that a scope lets one read; nothing where there is none without knowing more of the school. */
function probeOf(scope: string, customer: string, admin: string): Request | undefined {
  const directory = (path: string, query: { readonly [option: string]: string } = {}): Request =>
    google('directory', 'admin.googleapis.com', `/admin/directory/v1/${path}`, query);
  const mailbox = `/gmail/v1/users/${encodeURIComponent(admin)}`;
  switch (scope) {
    case scopes.users.name:
      return directory('users', { customer, maxResults: '1' });
    case scopes.units.name:
      return directory(`customer/${customer}/orgunits`, { type: 'all' });
    case scopes.roles.name:
      return directory(`customer/${customer}/roles`, { maxResults: '1' });
    case scopes.domains.name:
      return directory(`customer/${customer}/domains`);
    case scopes.policies.name:
    case writeScopes.policies.name:
      return google('policies', 'cloudidentity.googleapis.com', '/v1/policies', {
        filter: "setting.type.matches('^settings/security\\.password$')",
        pageSize: '1'
      });
    case scopes.devices.name:
      return google('devices', 'cloudidentity.googleapis.com', '/v1/devices', { customer: `customers/${customer}`, pageSize: '1' });
    case scopes.mailSettings.name:
      return google('mailboxes', 'gmail.googleapis.com', `${mailbox}/settings/autoForwarding`, {}, { as: admin });
    case sentScopes.headers.name:
      return google('mailboxes', 'gmail.googleapis.com', `${mailbox}/profile`, {}, { as: admin });
    case sentScopes.reports.name:
      return google('directory', 'admin.googleapis.com', '/admin/reports/v1/activity/users/all/applications/rules', { maxResults: '1' });
    case directoryScopes.guardians.name:
      return google('classroom', 'classroom.googleapis.com', '/v1/userProfiles/-/guardians', { pageSize: '1' });
    case directoryScopes.contacts.name:
      return google('people', 'people.googleapis.com', '/v1/people:listDirectoryPeople', {
        readMask: 'emailAddresses',
        sources: 'DIRECTORY_SOURCE_TYPE_DOMAIN_CONTACT',
        pageSize: '1'
      });
    default:
      return undefined;
  }
}
