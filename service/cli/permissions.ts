import type { Locale, Text } from '../../core/locale.ts';
import { fill } from '../../core/locale.ts';
import { vendorNames } from '../../core/report/item.ts';
import type { Vendor } from '../../core/tenant/snapshot.ts';
import type { Right } from '../../graph/part.ts';
import type { AuditSettings } from '../config-audit.ts';
import { failure, isFailure } from '../failure.ts';
import { readSchool } from '../school.ts';
import { type Feature, featureNames } from '../setup/features.ts';
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
  unaudited: {
    en: 'No check runs here: nothing is audited. This is the least that the rest needs.',
    cy: 'Nid oes gwiriad yn rhedeg yma: nid archwilir dim. Dyma’r lleiaf sydd ei angen ar y gweddill.'
  },
  noRight: {
    en: 'What beadle.yaml switches on needs no right at Microsoft or Google: there is nothing to grant.',
    cy: 'Nid oes angen unrhyw hawl yn Microsoft na Google ar yr hyn y mae beadle.yaml yn ei droi ymlaen: nid oes dim i’w roi.'
  },
  more: {
    en: 'Besides, because beadle.yaml switches it on: {features}. These rights are in the list and the commands too.',
    cy: 'Hefyd, am fod beadle.yaml yn ei droi ymlaen: {features}. Mae’r hawliau hyn yn y rhestr ac yn y gorchmynion hefyd.'
  },
  sends: {
    en: 'Mail.Send and gmail.send are the only rights by which Beadle writes to people. Mail.Send holds for every mailbox until an administrator limits it to the sender (Exchange: RBAC for Applications).',
    cy: 'Mail.Send a gmail.send yw’r unig hawliau y mae Beadle yn ysgrifennu at bobl drwyddynt. Mae Mail.Send yn berthnasol i bob blwch post nes bod gweinyddwr yn ei gyfyngu i’r anfonwr (Exchange: RBAC for Applications).'
  },
  right: { en: 'Permission', cy: 'Caniatâd' },
  id: { en: 'Id', cy: 'Dull adnabod' },
  scope: { en: 'Scope', cy: 'Cwmpas' },
  checks: { en: 'Needed by', cy: 'Ei angen ar' },
  every: { en: 'every check', cy: 'pob gwiriad' },
  several: { en: '{first} and {count} more', cy: '{first} a {count} arall' },
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
  summary: 'list the least rights that Beadle needs at Microsoft or Google, with the commands to grant them',
  details:
    'Computed from what beadle.yaml switches on: the checks, who is who, mail by the tenant, Gmail’s own rules, what was sent anyway, installing in Teams.\nSays so where nothing needs a right. Asks nobody, and needs no secret. «beadle setup» tries each right as well.',
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
    const [{ checksOn, checksRunning, todayAt }, { tenantsOf }, { needsOf }, { rightsAt, rightsFor }] = await Promise.all([
      import('../auditing.ts'),
      import('../tenants.ts'),
      import('../permissions.ts'),
      import('../setup/rights.ts')
    ]);
    const school = await readSchool(file, io);
    if (school.file === undefined)
      throw failure('file-missing', 'There is no beadle.yaml here. Name yours with --school, or write one with «beadle setup».');
    const { audit, sources } = school.config;
    const tenants = { microsoft: audit?.microsoft ?? sources?.microsoft, google: audit?.google ?? sources?.google };
    const today = todayAt(school, io.now());
    const running = audit ? checksRunning(audit, today) : [];
    const table = rightsFor(school.config, today);
    // Of a tenant that is not audited there is nothing to say where nothing is needed of it.
    const named = tenantsOf(tenants).filter(({ vendor }) => audit?.[vendor] || rightsAt(vendor, table).length > 0);
    if (table.length === 0 && named.length === 0 && !json) await io.stdout.write(`${words.noRight[lang]}\n`);
    for (const [i, tenant] of named.entries()) {
      const { vendor } = tenant;
      const here = audit?.[vendor] ? running.filter(({ vendors }) => vendors.includes(vendor)) : [];
      const needs = rightsAt(vendor, table).map(({ right, lines }): Need => {
        const others = [...new Set(lines.filter(({ feature }) => feature !== 'audit').map(({ feature }) => feature))];
        return { right, checks: lines.filter(({ feature }) => feature === 'audit').flatMap(each => each.for), others };
      });
      if (json) {
        await io.stdout.write(
          needs
            .map(({ right: { name, id }, checks, others }) => {
              const used = [...(checks.length > 0 ? ['audit'] : []), ...others];
              return `${JSON.stringify({ vendor, name, id, checks, features: used })}\n`;
            })
            .join('')
        );
        continue;
      }
      const waiting = (audit?.[vendor] ? checksOn(audit) : []).filter(each => each.vendors.includes(vendor) && !here.includes(each));
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
      const besides = [...new Set(needs.flatMap(({ others }) => others))].map(each => featureNames[each][lang]);
      const lines =
        needs.length === 0
          ? [`${words.none[lang]}\n`]
          : vendor === 'microsoft'
            ? forMicrosoft(needs, here.length, tenants, lang)
            : await forGoogle(needs, here.length, tenants, io, lang);
      const also = [
        ...(besides.length > 0 ? [wrapped(fill(words.more[lang], { features: besides.join(', ') }), '')] : []),
        ...(needs.some(({ others }) => others.includes('post')) ? [wrapped(words.sends[lang], '')] : [])
      ];
      await io.stdout.write(`${i > 0 ? '\n' : ''}${[`${vendorNames[vendor]}, ${tenant.id}\n`, ...lines, ...also, ...held].join('\n')}`);
    }
    const { grantingsOfBot } = await import('../setup/consent.ts');
    if (json) {
      for (const { right } of rightsAt('microsoft', table, 'bot'))
        await io.stdout.write(`${JSON.stringify({ vendor: 'microsoft', ...right, checks: [], features: ['install'], to: 'bot' })}\n`);
      return 0;
    }
    for (const { says, lines } of grantingsOfBot(school.config, today))
      await io.stdout.write(`\n${wrapped(says[lang], '')}\n${lines.map(line => `  ${line}\n`).join('')}`);
    return 0;
  }
});

/** A right, the checks that need it, and what else does. */
interface Need {
  readonly right: Right;
  readonly checks: readonly string[];
  readonly others: readonly Feature[];
}

type Tenants = { readonly [V in Vendor]: AuditSettings[V] };

/** The service principal of Microsoft Graph in every tenant. */
const graph = '00000003-0000-0000-c000-000000000000';

function forMicrosoft(needs: readonly Need[], checks: number, { microsoft }: Tenants, lang: Locale): readonly string[] {
  const { tenantId, clientId } = microsoft!;
  const ids = needs.map(({ right }) => right.id!);
  const heads = [words.right, words.id, words.checks].map(each => [each[lang]]);
  return [
    wrapped(fill((checks > 0 ? words.least : words.unaudited)[lang], { count: checks }), ''),
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

async function forGoogle(needs: readonly Need[], checks: number, { google }: Tenants, io: Io, lang: Locale): Promise<readonly string[]> {
  const names = needs.map(({ right }) => right.name);
  const client = google!.clientId ?? (await clientOfKey(io)) ?? words.client[lang];
  const heads = [words.scope, words.checks].map(each => [each[lang]]);
  const { googleServices } = await import('../google-rights.ts');
  const apis = googleServices(names.map(scope => ({ scope })));
  const audits = needs.filter(need => need.checks.length > 0);
  const says =
    audits.length === 0 ? words.unaudited : audits.every(({ right }) => right.name.endsWith('.readonly')) ? words.least : words.settings;
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

function neededBy({ checks, others }: Need, all: number, lang: Locale): string {
  const [first, second, ...rest] = checks;
  const said =
    checks.length === all && all > 1
      ? words.every[lang]
      : rest.length < 2
        ? checks.join(', ')
        : fill(words.several[lang], { first: `${first}, ${second}`, count: rest.length });
  return [...(said === '' ? [] : [said]), ...others.map(each => featureNames[each][lang])].join('; ');
}
