import type { Locale, Text } from '../../core/locale.ts';
import { fill } from '../../core/locale.ts';
import { vendorNames } from '../../core/report/item.ts';
import type { AuditSettings } from '../config-audit.ts';
import { isFailure } from '../failure.ts';
import type { Need } from '../permissions.ts';
import { readSchool } from '../school.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Io } from './command.ts';

const words = {
  least: {
    en: 'Checks that run here: {count}. This is the least that they need, and all of it only reads.',
    cy: 'Gwiriadau sy’n rhedeg yma: {count}. Dyma’r lleiaf sydd ei angen arnynt, a darllen yn unig y mae’r cyfan.'
  },
  settings: {
    en: 'Checks that run here: {count}. This is the least that they need. Beadle only reads; Google knows no smaller scope for the settings of mailboxes.',
    cy: 'Gwiriadau sy’n rhedeg yma: {count}. Dyma’r lleiaf sydd ei angen arnynt. Darllen yn unig y mae Beadle; nid oes gan Google gwmpas llai ar gyfer gosodiadau blychau post.'
  },
  right: { en: 'Permission', cy: 'Caniatâd' },
  id: { en: 'Id', cy: 'Dull adnabod' },
  scope: { en: 'Scope', cy: 'Cwmpas' },
  checks: { en: 'Needed by', cy: 'Ei angen ar' },
  every: { en: 'every check', cy: 'pob gwiriad' },
  more: { en: '{first} and {count} more', cy: '{first} a {count} arall' },
  powershell: {
    en: 'To grant them with Microsoft Graph PowerShell (for a managed identity too), as an administrator:',
    cy: 'I’w rhoi gyda Microsoft Graph PowerShell (ar gyfer hunaniaeth a reolir hefyd), fel gweinyddwr:'
  },
  az: {
    en: 'Or with the Azure command line:',
    cy: 'Neu gyda llinell orchymyn Azure:'
  },
  delegate: {
    en: 'In the Google Admin console: Security, Access and data control, API controls, Manage domain-wide delegation, Add new. The client ID is {client}; the scopes, to paste as they are:',
    cy: 'Yn Google Admin console: Security, Access and data control, API controls, Manage domain-wide delegation, Add new. Y client ID yw {client}; y cwmpasau, i’w gludo fel y maent:'
  },
  client: { en: 'the unique ID of the service account', cy: 'dull adnabod unigryw’r cyfrif gwasanaeth' },
  enable: { en: 'And once in the project of the service account:', cy: 'Ac unwaith ym mhrosiect y cyfrif gwasanaeth:' },
  waiting: {
    en: 'Not run, and nothing is asked for it, before its data-protection assessment is dated under «audit.dpia»: {checks}. Needed then besides: {rights}.',
    cy: 'Heb ei redeg, ac ni ofynnir am ddim ar ei gyfer, cyn dyddio ei asesiad diogelu data o dan «audit.dpia»: {checks}. Bydd angen wedyn hefyd: {rights}.'
  },
  nothing: { en: 'nothing', cy: 'dim' },
  none: { en: 'No check for it is switched on: it needs nothing.', cy: 'Nid oes gwiriad ymlaen ar ei gyfer: nid oes angen dim.' }
} as const satisfies { readonly [name: string]: Text };

/** `beadle permissions`: the least rights that the checks need which are switched on, and how to grant them. */
export const permissions = command({
  path: 'permissions',
  summary: 'list the least rights that audits need at Microsoft or Google, with the commands to grant them',
  details: 'Computed from the checks that beadle.yaml leaves on. Asks nobody, and needs no secret.',
  arguments: [],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    json: { kind: 'flag', says: 'print one JSON object a line, one for each right' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle permissions', says: 'what to grant, and how' },
    { line: 'beadle permissions --json', says: 'for another program' }
  ],
  run: async (_args, { school: file, json, lang }, io) => {
    const [{ auditedSchool, checksOn, checksRunning, todayAt }, { tenantsOf }, { needsOf }] = await Promise.all([
      import('../auditing.ts'),
      import('../tenants.ts'),
      import('../permissions.ts')
    ]);
    const { school, settings } = auditedSchool(await readSchool(file, io));
    const running = checksRunning(settings, todayAt(school, io.now()));
    for (const [i, tenant] of tenantsOf(settings).entries()) {
      const { vendor } = tenant;
      const here = running.filter(({ vendors }) => vendors.includes(vendor));
      const needs = needsOf(tenant, here);
      if (json) {
        await io.stdout.write(needs.map(({ right: { name, id }, checks }) => `${JSON.stringify({ vendor, name, id, checks })}\n`).join(''));
        continue;
      }
      const waiting = checksOn(settings).filter(each => each.vendors.includes(vendor) && !here.includes(each));
      const extra = needsOf(tenant, [...here, ...waiting]).filter(({ right }) => !needs.some(need => need.right.name === right.name));
      const held =
        waiting.length === 0
          ? []
          : [
              wrapped(
                fill(words.waiting[lang], {
                  checks: waiting.map(({ id }) => id).join(', '),
                  rights: extra.map(({ right }) => right.name).join(', ') || words.nothing[lang]
                }),
                ''
              )
            ];
      const lines =
        needs.length === 0
          ? [`${words.none[lang]}\n`]
          : vendor === 'microsoft'
            ? forMicrosoft(needs, here.length, settings, lang)
            : await forGoogle(needs, here.length, settings, io, lang);
      await io.stdout.write(`${i > 0 ? '\n' : ''}${[`${vendorNames[vendor]}, ${tenant.id}\n`, ...lines, ...held].join('\n')}`);
    }
    return 0;
  }
});

/** The service principal of Microsoft Graph in every tenant. */
const graph = '00000003-0000-0000-c000-000000000000';

function forMicrosoft(needs: readonly Need[], checks: number, { microsoft }: AuditSettings, lang: Locale): readonly string[] {
  const { tenantId, clientId } = microsoft!;
  const ids = needs.map(({ right }) => right.id!);
  const heads = [words.right, words.id, words.checks].map(each => [each[lang]]);
  return [
    wrapped(fill(words.least[lang], { count: checks }), ''),
    columns([heads, ...needs.map(need => [[need.right.name], [need.right.id!], [neededBy(need, checks, lang)]])]),
    `${words.powershell[lang]}\n\n${[
      `Connect-MgGraph -TenantId ${tenantId} -Scopes Application.Read.All,AppRoleAssignment.ReadWrite.All`,
      `$graph = Get-MgServicePrincipal -Filter "appId eq '${graph}'"`,
      `$beadle = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"`,
      `foreach ($id in ${ids.map(id => `'${id}'`).join(',')}) {`,
      '  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $beadle.Id -PrincipalId $beadle.Id -ResourceId $graph.Id -AppRoleId $id',
      '}'
    ]
      .map(line => `  ${line}\n`)
      .join('')}`,
    `${words.az[lang]}\n\n${[
      `az login --tenant ${tenantId} --allow-no-subscriptions`,
      `az ad app permission add --id ${clientId} --api ${graph} --api-permissions ${ids.map(id => `${id}=Role`).join(' ')}`,
      `az ad app permission admin-consent --id ${clientId}`
    ]
      .map(line => `  ${line}\n`)
      .join('')}`
  ];
}

/** Which of Google's services stands behind a scope. */
const services: readonly (readonly [scope: RegExp, service: string])[] = [
  [/\/admin\.directory\./, 'admin.googleapis.com'],
  [/\/cloud-identity\./, 'cloudidentity.googleapis.com'],
  [/\/chrome\.management\./, 'chromepolicy.googleapis.com'],
  [/\/gmail\./, 'gmail.googleapis.com']
];

async function forGoogle(
  needs: readonly Need[],
  checks: number,
  { google }: AuditSettings,
  io: Io,
  lang: Locale
): Promise<readonly string[]> {
  const names = needs.map(({ right }) => right.name);
  const client = google!.clientId ?? (await clientOfKey(io)) ?? words.client[lang];
  const heads = [words.scope, words.checks].map(each => [each[lang]]);
  const apis = services.filter(([scope]) => names.some(name => scope.test(name))).map(([, service]) => service);
  const says = names.every(name => name.endsWith('.readonly')) ? words.least : words.settings;
  return [
    wrapped(fill(says[lang], { count: checks }), ''),
    columns([heads, ...needs.map(need => [[need.right.name], [neededBy(need, checks, lang)]])]),
    `${wrapped(fill(words.delegate[lang], { client }), '')}\n  ${names.join(',')}\n`,
    `${words.enable[lang]}\n\n  gcloud services enable ${apis.join(' ')}\n`
  ];
}

/** The number of the service account, where its key is here. */
async function clientOfKey(io: Io): Promise<string | undefined> {
  const [{ readEnvironment }, { googleKey }] = await Promise.all([import('../environment.ts'), import('../tenants.ts')]);
  try {
    return (await googleKey(readEnvironment(io.env, io.cwd))).clientId;
  } catch (error) {
    if (isFailure(error)) return undefined;
    throw error;
  }
}

function neededBy({ checks }: Need, all: number, lang: Locale): string {
  const [first, second, ...rest] = checks;
  if (checks.length === all && all > 1) return words.every[lang];
  if (rest.length < 2) return checks.join(', ');
  return fill(words.more[lang], { first: `${first}, ${second}`, count: rest.length });
}
