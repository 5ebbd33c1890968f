import { locales, type Text } from '../core/locale.ts';
import { guidOf, paths, tags } from './source.ts';

/** All that the app in Teams is made of. The same app gives the same bytes. */
export interface TeamsApp {
  /** Scheme and host that the tab is loaded from, without a slash at its end: `https://beadle.school.example`. */
  readonly origin: string;
  /** Three numbers, the first above zero. Teams takes a change only with a higher one. */
  readonly version: string;
  /** The application (client) id of the bot’s registration in Microsoft Entra; left out, the app has no bot. */
  readonly botId?: string;
  /** The application (client) id under which the tab signs people in; left out, they sign in by address and code. */
  readonly clientId?: string;
}

/** The manifest's own version, the same as the one for Outlook. */
const manifestVersion = '1.17';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;

/** The tab's own id in the app: deep links name it. */
export const tabEntity = 'beadle';

/** Where the tab lies, below the origin. */
export const tabPath = '/tab';

/** The app's own words, in both languages. */
export const teamsWords = {
  name: { en: 'Beadle', cy: 'Beadle' },
  /** Up to 80 characters. */
  brief: {
    en: 'Read and sign the school’s acceptable-use policy; see what is kept.',
    cy: 'Darllen a llofnodi polisi defnydd derbyniol yr ysgol; gweld beth a gedwir.'
  },
  /** Up to 4,000 characters. */
  description: {
    en: 'Beadle asks you to read and sign the school’s acceptable-use policy, and gives you a receipt. The e-safety coordinator asks it who has signed; a page shows signatures, checks of the tenant, warnings in mail by rule, and reports of what went wrong. Everybody sees only what their post may see. Notifications carry no content.',
    cy: 'Mae Beadle yn gofyn i chi ddarllen a llofnodi polisi defnydd derbyniol yr ysgol, ac yn rhoi derbynneb i chi. Mae’r cydlynydd e-ddiogelwch yn gofyn iddo pwy sydd wedi llofnodi; mae tudalen yn dangos llofnodion, gwiriadau o’r denantiaeth, rhybuddion post fesul rheol, ac adroddiadau am yr hyn a aeth o’i le. Dim ond yr hyn a ganiateir i’w swydd y mae pawb yn ei weld. Nid oes cynnwys mewn hysbysiadau.'
  },
  tab: { en: 'Beadle', cy: 'Beadle' }
} as const satisfies { readonly [name: string]: Text };

/** What Teams offers beside the box in which one writes to the bot: what is written (up to 32 characters), and what it does (up to 128). */
export const offered: readonly { readonly says: Text; readonly does: Text }[] = [
  {
    says: { en: 'My signatures', cy: 'Fy llofnodion' },
    does: { en: 'What you have signed, and what is still open', cy: 'Beth rydych wedi’i lofnodi, a beth sydd ar agor o hyd' }
  },
  {
    says: { en: 'Report something', cy: 'Rhoi gwybod am rywbeth' },
    does: { en: 'Tell of something that went wrong', cy: 'Dweud am rywbeth a aeth o’i le' }
  },
  {
    says: { en: 'Who has not signed?', cy: 'Pwy sydd heb lofnodi?' },
    does: {
      en: 'For the coordinator: by name. For the head and governors: in numbers',
      cy: 'I’r cydlynydd: fesul enw. I’r pennaeth a’r llywodraethwyr: mewn niferoedd'
    }
  },
  { says: { en: 'Help', cy: 'Help' }, does: { en: 'What you can ask', cy: 'Beth y gallwch ei ofyn' } }
];

const others = locales.filter(locale => locale !== 'en');

/** The app's own id: never that of the add-in for Outlook at the same place. */
export function teamsIdOf({ origin }: Pick<TeamsApp, 'origin'>): string {
  return guidOf(`${origin}/teams`);
}

/** The identifier under which the tab's registration must be known in Microsoft Entra: Teams compares its host with the tab's. */
export function resourceOf({ origin }: Pick<TeamsApp, 'origin'>, clientId: string): string {
  return `api://${new URL(origin).host}/${clientId}`;
}

/** The files of the app for Teams by their names in its package, without the two images. */
export function teamsFiles(app: TeamsApp): { readonly [file: string]: string } {
  return {
    'manifest.json': json(manifest(app)),
    ...Object.fromEntries(others.map(locale => [`${tags[locale].toLowerCase()}.json`, json(translated(app, locale))]))
  };
}

function manifest({ origin, version, botId, clientId }: TeamsApp): object {
  const url = (path: string): string => `${origin}${path}`;
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: teamsIdOf({ origin }),
    localizationInfo: {
      defaultLanguageTag: tags.en.toLowerCase(),
      additionalLanguages: others.map(locale => ({ languageTag: tags[locale].toLowerCase(), file: `${tags[locale].toLowerCase()}.json` }))
    },
    developer: {
      name: teamsWords.name.en,
      websiteUrl: url(paths.about),
      privacyUrl: url(`${paths.about}#privacy`),
      termsOfUseUrl: url(`${paths.about}#terms`)
    },
    name: { short: teamsWords.name.en, full: teamsWords.name.en },
    description: { short: teamsWords.brief.en, full: teamsWords.description.en },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#14534f',
    ...(botId !== undefined && {
      bots: [
        {
          botId,
          // In a group it would answer in front of others.
          scopes: ['personal'],
          isNotificationOnly: false,
          supportsFiles: false,
          commandLists: [{ scopes: ['personal'], commands: offered.map(({ says, does }) => ({ title: says.en, description: does.en })) }]
        }
      ]
    }),
    staticTabs: [
      ...(botId !== undefined ? [{ entityId: 'conversations', scopes: ['personal'] }] : []),
      { entityId: tabEntity, name: teamsWords.tab.en, contentUrl: url(tabPath), websiteUrl: url(tabPath), scopes: ['personal'] }
    ],
    permissions: ['identity'],
    validDomains: [new URL(origin).host],
    ...(clientId !== undefined && { webApplicationInfo: { id: clientId, resource: resourceOf({ origin }, clientId) } }),
    defaultInstallScope: 'personal'
  };
}

function translated({ botId }: TeamsApp, locale: keyof Text): object {
  const commands = offered.flatMap(({ says, does }, i): (readonly [string, string])[] => [
    [`bots[0].commandLists[0].commands[${i}].title`, says[locale]],
    [`bots[0].commandLists[0].commands[${i}].description`, does[locale]]
  ]);
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': teamsWords.name[locale],
    'name.full': teamsWords.name[locale],
    'description.short': teamsWords.brief[locale],
    'description.full': teamsWords.description[locale],
    [`staticTabs[${botId === undefined ? 0 : 1}].name`]: teamsWords.tab[locale],
    ...(botId !== undefined && Object.fromEntries(commands))
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
