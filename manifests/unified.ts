import { type Text, locales } from '../core/locale.ts';
import { type AddIn, events, iconSizes, idOf, leastSet, paneControl, paths, reportControl, started, tags, words } from './source.ts';

/** The oldest manifest of Microsoft 365 that starts add-ins by events: what every newer reader knows. */
const manifestVersion = '1.17';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;

/** The ribbons in their order: while a message is written, and while one is read. */
const ribbons = [
  { context: 'mailCompose', group: 'beadleGroup', control: paneControl, action: 'openPane', label: words.button, tip: words.tip },
  {
    context: 'mailRead',
    group: 'beadleReadGroup',
    control: reportControl,
    action: 'openReport',
    label: words.reportButton,
    tip: words.reportTip
  }
] as const;

/** The files of the unified manifest by their names in its package, without the two images. */
export function unifiedFiles(addIn: AddIn): { readonly [file: string]: string } {
  return {
    'manifest.json': json(manifest(addIn)),
    ...Object.fromEntries(others.map(locale => [fileOf(locale), json(translated(locale))]))
  };
}

const others = locales.filter(locale => locale !== 'en');

function fileOf(locale: keyof Text): string {
  return `${tags[locale].toLowerCase()}.json`;
}

/** The unified manifest of Microsoft 365. Outlook on the web and on Windows read it; on a Mac and on phones only the add-in-only one is read. */
function manifest(addIn: AddIn): object {
  const url = (path: string): string => `${addIn.origin}${path}`;
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: addIn.version,
    id: idOf(addIn),
    localizationInfo: {
      defaultLanguageTag: tags.en.toLowerCase(),
      additionalLanguages: others.map(locale => ({ languageTag: tags[locale].toLowerCase(), file: fileOf(locale) }))
    },
    developer: {
      name: words.name.en,
      websiteUrl: url(paths.about),
      privacyUrl: url(`${paths.about}#privacy`),
      termsOfUseUrl: url(`${paths.about}#terms`)
    },
    name: { short: words.name.en, full: words.name.en },
    description: { short: words.brief.en, full: words.description.en },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#14534f',
    validDomains: [new URL(addIn.origin).host],
    authorization: {
      permissions: {
        resourceSpecific: ['MailboxItem.ReadWrite.User', 'Mailbox.SharedFolder'].map(name => ({ name, type: 'Delegated' }))
      }
    },
    extensions: [
      {
        requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: leastSet }] },
        runtimes: [
          {
            id: 'events',
            type: 'general',
            code: { page: url(paths.events), script: url(paths.script) },
            lifetime: 'short',
            actions: started.map(({ handler }) => ({ id: handler, type: 'executeFunction' }))
          },
          {
            id: 'pane',
            type: 'general',
            code: { page: url(paths.pane) },
            lifetime: 'short',
            actions: [{ id: 'openPane', type: 'openPage', view: 'pane', pinnable: false }]
          },
          {
            id: 'report',
            type: 'general',
            code: { page: url(paths.report) },
            lifetime: 'short',
            actions: [{ id: 'openReport', type: 'openPage', view: 'report', pinnable: false }]
          }
        ],
        ribbons: ribbons.map(({ context, group, control, action, label, tip }) => ({
          contexts: [context],
          tabs: [
            {
              builtInTabId: 'TabDefault',
              groups: [
                {
                  id: group,
                  label: words.group.en,
                  controls: [
                    {
                      id: control,
                      type: 'button',
                      label: label.en,
                      icons: iconSizes.button.map(size => ({ size, url: url(paths.icon(size)) })),
                      supertip: { title: label.en, description: tip.en },
                      actionId: action
                    }
                  ]
                }
              ]
            }
          ]
        })),
        autoRunEvents: startedBySet(addIn)
      }
    ]
  };
}

/** A client that lacks one event still runs those that it has. */
function startedBySet({ sendMode }: AddIn): readonly object[] {
  const sets = [...new Set(started.map(({ event }) => events[event].since))];
  return sets.map(minVersion => ({
    requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion }] },
    events: started
      .filter(({ event }) => events[event].since === minVersion)
      .map(({ event, handler }) => ({
        type: events[event].unified,
        actionId: handler,
        ...(event === 'OnMessageSend' && { options: { sendMode: `${sendMode.charAt(0).toLowerCase()}${sendMode.slice(1)}` } })
      }))
  }));
}

function translated(locale: keyof Text): object {
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.name[locale],
    'name.full': words.name[locale],
    'description.short': words.brief[locale],
    'description.full': words.description[locale],
    ...Object.fromEntries(
      ribbons.flatMap(({ label, tip }, i) => {
        const group = `extensions[0].ribbons[${i}].tabs[0].groups[0]`;
        return [
          [`${group}.label`, words.group[locale]],
          [`${group}.controls[0].label`, label[locale]],
          [`${group}.controls[0].supertip.title`, label[locale]],
          [`${group}.controls[0].supertip.description`, tip[locale]]
        ];
      })
    )
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
