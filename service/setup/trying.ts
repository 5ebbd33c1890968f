import type { Text } from '../../core/locale.ts';
import type { Request, Way } from '../../graph/http.ts';
import { type Credentials, isRefused, type Tokens } from '../../graph/microsoft/credentials.ts';
import { graph } from '../../graph/microsoft/manner.ts';
import { rights } from '../../graph/microsoft/rights.ts';
import { inCatalogue } from '../../graph/microsoft/teams-app.ts';
import { microsoftWay } from '../../graph/microsoft/way.ts';
import type { Right } from '../../graph/part.ts';
import { teamsIdOf } from '../../manifests/teams.ts';
import type { Config } from '../config.ts';
import type { Environment } from '../environment.ts';
import { isFailure } from '../failure.ts';
import { botProof } from '../registration.ts';
import { standingOf, type Standing } from '../google-rights.ts';
import { googleKey, microsoftProof, type Outside, outside } from '../tenants.ts';
import { type FeatureRight, rightsAt, rightsFor } from './rights.ts';

/** What a vendor says of a right: it is `there`, it is `missing`, or it could not be tried (`untried`), which is neither. */
export interface RightTried extends FeatureRight {
  readonly standing: 'there' | 'missing' | 'untried';
  /** Why it could not be tried, or how far it was; in a few words. */
  readonly why?: Text;
  /** What to do; nothing where nothing is. */
  readonly todo?: Text;
}

type Verdict = Pick<RightTried, 'standing' | 'why' | 'todo'>;

interface Trying {
  readonly environment: Environment;
  readonly today: string;
  readonly stop: AbortSignal;
  readonly world?: Outside | undefined;
}

/** How long the rights of one vendor are tried, in milliseconds. */
const patience = 120_000;

/** Tries each right that a `beadle.yaml` needs by reading one small thing, and nothing else. Never rejects; a right is tried once, however many need it. */
export async function tryRights(config: Config, trying: Trying): Promise<readonly RightTried[]> {
  const table = rightsFor(config, trying.today);
  const ids = tenantIds(config);
  const verdicts = new Map<string, Verdict>();
  for (const vendor of ['microsoft', 'google'] as const) {
    const wanted = rightsAt(vendor, table).map(({ right }) => right);
    if (wanted.length === 0) continue;
    const said =
      vendor === 'microsoft'
        ? await atMicrosoft(wanted, ids.microsoft && (() => microsoftProof(ids.microsoft!, trying.environment)), trying)
        : await atGoogle(wanted, ids.google, trying);
    for (const [name, verdict] of said) verdicts.set(`${vendor} ${name}`, verdict);
  }
  const ofBot = rightsAt('microsoft', table, 'bot').map(({ right }) => right);
  if (ofBot.length > 0) {
    const said = await atMicrosoft(ofBot, async () => botProof(config.bot, trying.environment), trying, teamsIdOf(config.bot!));
    for (const [name, verdict] of said) verdicts.set(`bot ${name}`, verdict);
  }
  return table.map(line => ({ ...line, ...(verdicts.get(`${line.to ?? line.vendor} ${line.right.name}`) ?? untried(words.stopped)) }));
}

function tenantIds({ audit, sources }: Config): {
  readonly microsoft: { readonly tenantId: string; readonly clientId: string } | undefined;
  readonly google: { readonly customer: string; readonly admin: string } | undefined;
} {
  return { microsoft: audit?.microsoft ?? sources?.microsoft, google: audit?.google ?? sources?.google };
}

type Said = readonly (readonly [name: string, verdict: Verdict])[];

function all(wanted: readonly Right[], verdict: Verdict): Said {
  return wanted.map(({ name }) => [name, verdict]);
}

async function atMicrosoft(
  wanted: readonly Right[],
  proof: (() => Promise<Credentials>) | undefined,
  { stop, world = outside }: Trying,
  app?: string
): Promise<Said> {
  if (!proof) return all(wanted, untried(words.noTenant, todo.tenant));
  let tokens: Tokens;
  try {
    tokens = world.microsoftTokens(await proof());
  } catch (error) {
    return all(wanted, untried(isFailure(error) ? both(error.message) : words.noProof, todo.proof));
  }
  let token: string;
  try {
    token = await tokens({ renew: true });
  } catch (error) {
    return all(wanted, isRefused(error) ? untried(words.refused, todo.secret) : untried(words.silent, todo.again));
  }
  const clock = world.clock(stop);
  const way = microsoftWay(tokens, { clock, random: world.random, deadline: clock.now() + patience, attempts: 2 }, world.fetch);
  const roles = rolesIn(token);
  const said: [string, Verdict][] = [];
  for (const right of wanted) {
    if (stop.aborted) break;
    said.push([right.name, await microsoftVerdict(right, way, roles, app)]);
  }
  return said;
}

async function microsoftVerdict({ name }: Right, way: Way, roles: readonly string[] | undefined, app?: string): Promise<Verdict> {
  const request = await probeOf(name, way, app);
  // There is no harmless thing to do with a right to send or to install: the token itself says whether it is in it.
  if (request === undefined) {
    if (!roles) return untried(name === rights.teamsAppInstallSelf.name ? words.noInstall : words.noRead, todo.look);
    return roles.includes(name) ? { standing: 'there', why: words.byToken } : { standing: 'missing', todo: todo.grant };
  }
  const answer = 'unread' in request ? request : await way.ask(request);
  if ('body' in answer) {
    const isMissing =
      name === rights.appCatalogReadAll.name && (answer.body as { readonly value?: readonly unknown[] }).value?.length === 0;
    return { standing: 'there', ...(isMissing && { why: words.notInCatalogue, todo: todo.handIn }) };
  }
  switch (answer.unread) {
    case 'forbidden':
      // The Exchange service says no as well where the tenant was never prepared for it.
      if (roles?.includes(name)) return untried(words.grantedAndRefused, todo.wait);
      return { standing: 'missing', todo: todo.grant };
    case 'unlicensed':
      return untried(words.licence);
    case 'unsupported':
      return roles?.includes(name) ? { standing: 'there', why: words.byToken } : untried(words.nothingThere);
    default:
      return untried(words.silent, todo.again);
  }
}

/** One small thing that a right lets Beadle read; nothing where there is none. */
async function probeOf(
  name: string,
  way: Way,
  app = ''
): Promise<Request | Extract<Awaited<ReturnType<Way['ask']>>, { unread: unknown }> | undefined> {
  const one = { $select: 'id', $top: '1' };
  switch (name) {
    case rights.organizationReadAll.name:
      return graph('directory', '/subscribedSkus', { $select: 'skuId' });
    case rights.domainReadAll.name:
      return graph('directory', '/domains', { $select: 'id' });
    case rights.userReadAll.name:
      return graph('directory', '/users', one);
    case rights.groupSettingsReadAll.name:
      return graph('directory', '/groupSettings');
    case rights.policyReadAll.name:
      return graph('directory', '/policies/identitySecurityDefaultsEnforcementPolicy');
    case rights.auditLogReadAll.name:
      return graph('reports', '/reports/authenticationMethods/userRegistrationDetails', { $top: '1' });
    case rights.roleManagementReadDirectory.name:
      return graph('directory', '/directoryRoles', { $select: 'id' });
    case rights.deviceManagementConfigurationReadAll.name:
      return graph('device-settings', '/deviceManagement/deviceCompliancePolicies', one);
    case rights.deviceManagementServiceConfigReadAll.name:
      return graph('device-settings', '/deviceManagement/deviceEnrollmentConfigurations', one);
    case rights.deviceManagementManagedDevicesReadAll.name:
      return graph('devices', '/deviceManagement/managedDevices', one);
    case rights.deviceManagementAppsReadAll.name:
      return graph('device-settings', '/deviceAppManagement/iosManagedAppProtections', one);
    case rights.groupMemberReadAll.name:
      return graph('directory', '/groups', one);
    case rights.eduRosterReadAll.name:
      return graph('roster', '/education/users', one);
    case rights.exchangeMessageTraceReadAll.name:
      return graph('reports', '/admin/exchange/tracing/messageTraces', { $top: '1' });
    case rights.appCatalogReadAll.name:
      return inCatalogue(app);
    case rights.mailboxSettingsRead.name: {
      const users = await way.ask(graph('directory', '/users', one));
      // Without the accounts there is no mailbox to look at: that says nothing of this right.
      if ('unread' in users) return users.unread === 'forbidden' ? { unread: 'unsupported' } : users;
      const id = (users.body as { readonly value?: readonly { readonly id?: unknown }[] }).value?.[0]?.id;
      if (typeof id !== 'string') return { unread: 'unsupported' };
      return graph('mailboxes', `/users/${encodeURIComponent(id)}/mailboxSettings/userPurpose`);
    }
    default:
      return undefined;
  }
}

/** The rights that stand in a token of Microsoft's, where it can be looked into. */
function rolesIn(token: string): readonly string[] | undefined {
  try {
    const read = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { readonly roles?: unknown };
    return Array.isArray(read.roles) ? read.roles.map(String) : typeof read === 'object' && read !== null ? [] : undefined;
  } catch {
    return undefined;
  }
}

async function atGoogle(
  wanted: readonly Right[],
  workspace: { readonly customer: string; readonly admin: string } | undefined,
  { environment, stop, world }: Trying
): Promise<Said> {
  if (!workspace) return all(wanted, untried(words.noTenant, todo.tenant));
  let key: Awaited<ReturnType<typeof googleKey>>;
  try {
    key = await googleKey(environment);
  } catch (error) {
    return all(wanted, untried(isFailure(error) ? both(error.message) : words.noProof, todo.proof));
  }
  const said: [string, Verdict][] = [];
  for (const { name } of wanted) {
    if (stop.aborted) break;
    const standing = await standingOf({ scope: name }, { key, workspace, stop, world });
    said.push([name, googleVerdicts[standing]]);
  }
  return said;
}

const untried = (why: Text, what?: Text): Verdict => ({ standing: 'untried', why, ...(what && { todo: what }) });

function both(sentence: string): Text {
  return { en: sentence, cy: sentence };
}

const words = {
  stopped: { en: 'it was stopped before', cy: 'fe’i hataliwyd cyn hynny' },
  noTenant: { en: 'no tenant is named', cy: 'ni enwir tenantiaeth' },
  noProof: { en: 'Beadle has nothing to prove itself by', cy: 'nid oes gan Beadle ddim i brofi pwy ydyw' },
  refused: { en: 'Microsoft gives Beadle no token', cy: 'nid yw Microsoft yn rhoi tocyn i Beadle' },
  silent: { en: 'there was no answer', cy: 'ni chafwyd ateb' },
  noRead: { en: 'it cannot be tried without sending a mail', cy: 'ni ellir rhoi cynnig arni heb anfon neges' },
  noInstall: { en: 'it cannot be tried without installing', cy: 'ni ellir rhoi cynnig arni heb osod' },
  byToken: { en: 'the token names it', cy: 'mae’r tocyn yn ei henwi' },
  grantedAndRefused: { en: 'it is granted, and yet refused', cy: 'mae wedi’i rhoi, ac eto’n cael ei gwrthod' },
  notInCatalogue: {
    en: 'the app is not in the school’s catalogue in Teams yet',
    cy: 'nid yw’r ap yng nghatalog yr ysgol yn Teams eto'
  },
  licence: { en: 'the tenant has no licence for it', cy: 'nid oes gan y denantiaeth drwydded ar ei chyfer' },
  nothingThere: { en: 'the tenant has nothing to read with it', cy: 'nid oes gan y denantiaeth ddim i’w ddarllen â hi' }
} as const satisfies { readonly [name: string]: Text };

const todo = {
  tenant: { en: 'Name the tenant under «audit:» in beadle.yaml.', cy: 'Enwch y denantiaeth o dan «audit:» yn beadle.yaml.' },
  proof: {
    en: 'Put the secret or the key into beadle.env, and try again.',
    cy: 'Rhowch y gyfrinach neu’r allwedd yn beadle.env, a rhowch gynnig arall arni.'
  },
  secret: {
    en: 'Look whether the secret has run out and whether tenant and client id are right.',
    cy: 'Edrychwch a yw’r gyfrinach wedi dod i ben ac a yw’r denantiaeth a’r client id yn gywir.'
  },
  again: { en: 'Try again in a few minutes.', cy: 'Rhowch gynnig arall arni ymhen ychydig funudau.' },
  grant: { en: 'Grant it: «beadle permissions» has the commands.', cy: 'Rhowch hi: mae’r gorchmynion gan «beadle permissions».' },
  handIn: {
    en: 'Have an administrator hand in what «beadle manifests» writes for Teams.',
    cy: 'Gofynnwch i weinyddwr gyflwyno’r hyn y mae «beadle manifests» yn ei ysgrifennu ar gyfer Teams.'
  },
  wait: {
    en: 'Give it an hour; if it stays so, look whether the service is set up in the tenant.',
    cy: 'Rhowch awr iddi; os yw’n aros felly, edrychwch a yw’r gwasanaeth wedi’i osod yn y denantiaeth.'
  },
  look: {
    en: 'Look in Entra, API permissions, whether it is granted.',
    cy: 'Edrychwch yn Entra, API permissions, a yw wedi’i rhoi.'
  },
  delegate: {
    en: 'Delegate the scope: «beadle setup google» has the line to paste.',
    cy: 'Dirprwywch y cwmpas: mae’r llinell i’w gludo gan «beadle setup google».'
  },
  administrator: {
    en: 'Name a super administrator under «audit.google.admin».',
    cy: 'Enwch uwch-weinyddwr o dan «audit.google.admin».'
  },
  enable: {
    en: 'Switch the service on in the project, or do without it in this edition.',
    cy: 'Trowch y gwasanaeth ymlaen yn y prosiect, neu gwnewch hebddo yn yr argraffiad hwn.'
  }
} as const satisfies { readonly [name: string]: Text };

const googleVerdicts: { readonly [S in Standing]: Verdict } = {
  given: { standing: 'there' },
  'not-delegated': { standing: 'missing', todo: todo.delegate },
  refused: { standing: 'missing', todo: todo.administrator },
  off: untried({ en: 'the service is off', cy: 'mae’r gwasanaeth wedi’i ddiffodd' }, todo.enable),
  silent: untried(words.silent, todo.again)
};
