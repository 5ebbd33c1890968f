import type { Text } from '../../core/locale.ts';
import type { Vendor } from '../../core/tenant/snapshot.ts';
import { gmailScopes } from '../../manifests/gmail.ts';
import type { Config } from '../config.ts';
import { rightsAt, rightsFor } from './rights.ts';

/** One thing that an administrator does, and the lines to copy: a link, a command, scopes. */
export interface Granting {
  readonly says: Text;
  readonly lines: readonly string[];
}

/** The application of Microsoft Graph in every tenant. */
const graph = '00000003-0000-0000-c000-000000000000';

/** How an administrator gives what a `beadle.yaml` needs, and nothing more: exact links and commands. Nothing where nothing is needed. */
export function grantings(config: Config, today: string, googleClient?: string): readonly Granting[] {
  const table = rightsFor(config, today);
  const at = (vendor: Vendor) => rightsAt(vendor, table).map(({ right }) => right);
  const microsoft = config.audit?.microsoft ?? config.sources?.microsoft;
  const [graphRights, scopes] = [at('microsoft'), at('google')];
  const said: Granting[] = [];
  if (microsoft && graphRights.length > 0) {
    const { tenantId, clientId } = microsoft;
    said.push(
      {
        says: {
          en: `Microsoft: write the ${graphRights.length} permissions into the registration (${graphRights.map(({ name }) => name).join(', ')}), with the Azure command line:`,
          cy: `Microsoft: ysgrifennwch y ${graphRights.length} caniatâd i’r cofrestriad (${graphRights.map(({ name }) => name).join(', ')}), gyda llinell orchymyn Azure:`
        },
        lines: [
          `az login --tenant ${tenantId} --allow-no-subscriptions`,
          `az ad app permission add --id ${clientId} --api ${graph} --api-permissions ${graphRights.map(({ id }) => `${id}=Role`).join(' ')}`
        ]
      },
      {
        says: {
          en: 'Then consent to them as an administrator, on this page or with the command below it:',
          cy: 'Yna cydsyniwch â nhw fel gweinyddwr, ar y dudalen hon neu gyda’r gorchymyn oddi tani:'
        },
        lines: [consentLink(tenantId, clientId), `az ad app permission admin-consent --id ${clientId}`]
      }
    );
    if (config.post?.by === 'microsoft') {
      said.push({
        says: {
          en: 'Mail.Send holds for every mailbox. Limit it to the sender, in Exchange Online PowerShell:',
          cy: 'Mae Mail.Send yn berthnasol i bob blwch post. Cyfyngwch ef i’r anfonwr, yn Exchange Online PowerShell:'
        },
        lines: [
          `New-ApplicationAccessPolicy -AppId ${clientId} -PolicyScopeGroupId beadle-senders@${config.domains.staff[0]} -AccessRight RestrictAccess -Description "Beadle sends as these mailboxes alone"`
        ]
      });
    }
  }
  said.push(...grantingsOfBot(config, today));
  if (config.outlook) {
    said.push({
      says: {
        en: 'The add-in for Outlook reads who signed in, and nothing else. Consent once for everybody:',
        cy: 'Mae’r ategyn ar gyfer Outlook yn darllen pwy a fewngofnododd, a dim arall. Cydsyniwch unwaith dros bawb:'
      },
      lines: config.outlook.tenants.map(tenant => consentLink(tenant, config.outlook!.clientId))
    });
  }
  if (scopes.length > 0) {
    said.push({
      says: {
        en: `Google: Admin console, Security, API controls, Manage domain-wide delegation, Add new. The client ID is ${googleClient ?? 'the unique ID of the service account'}; the scopes:`,
        cy: `Google: Admin console, Security, API controls, Manage domain-wide delegation, Add new. Y client ID yw ${googleClient ?? 'dull adnabod unigryw’r cyfrif gwasanaeth'}; y cwmpasau:`
      },
      lines: [scopes.map(({ name }) => name).join(',')]
    });
  }
  if (config.gmail) {
    said.push({
      says: {
        en: 'The add-on for Gmail asks each person, or an administrator for everybody, for these scopes; «beadle setup google» leads through it:',
        cy: 'Mae’r ategyn ar gyfer Gmail yn gofyn i bob person, neu i weinyddwr dros bawb, am y cwmpasau hyn; mae «beadle setup google» yn eich tywys drwy hyn:'
      },
      lines: gmailScopes.map(({ scope }) => scope)
    });
  }
  return said;
}

/** What the bot’s own registration is given, where the app is to be installed in Teams: nothing of it reads anybody’s data. */
export function grantingsOfBot(config: Config, today: string): readonly Granting[] {
  const { bot } = config;
  const given = rightsAt('microsoft', rightsFor(config, today), 'bot').map(({ right }) => right);
  if (given.length === 0 || bot?.appId === undefined || bot.tenantId === undefined) return [];
  const { appId, tenantId, type } = bot;
  const names = given.map(({ name }) => name).join(', ');
  const ids = given.map(({ id }) => id!);
  return [
    {
      says: {
        en: `The bot’s own registration installs the app in Teams: give it ${names}, as an administrator.`,
        cy: `Cofrestriad y bot ei hun sy’n gosod yr ap yn Teams: rhowch ${names} iddo, fel gweinyddwr.`
      },
      lines:
        type === 'SingleTenant'
          ? [
              `az login --tenant ${tenantId} --allow-no-subscriptions`,
              `az ad app permission add --id ${appId} --api ${graph} --api-permissions ${ids.map(id => `${id}=Role`).join(' ')}`,
              `az ad app permission admin-consent --id ${appId}`
            ]
          : [
              `Connect-MgGraph -TenantId ${tenantId} -Scopes Application.Read.All,AppRoleAssignment.ReadWrite.All`,
              `$graph = Get-MgServicePrincipal -Filter "appId eq '${graph}'"`,
              `$bot = Get-MgServicePrincipal -Filter "appId eq '${appId}'"`,
              `foreach ($id in ${ids.map(id => `'${id}'`).join(',')}) { New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -PrincipalId $bot.Id -ResourceId $graph.Id -AppRoleId $id }`
            ]
    }
  ];
}

function consentLink(tenant: string, client: string): string {
  return `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=${client}`;
}
