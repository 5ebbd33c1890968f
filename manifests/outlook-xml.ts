import { locales, type Text } from '../core/locale.ts';
import { type AddIn, events, iconSizes, idOf, leastSet, paneControl, paths, reportControl, started, tags, words } from './source.ts';
import { element, type Element, writeXml } from './xml.ts';

/**
 * The add-in-only manifest ([MS-OWEMXML]). It is the one that every Outlook reads: web, both on Windows, Mac and phones. Clients that know no
 * events find the pane alone.
 */
export function outlookXml(addIn: AddIn): string {
  const url = (path: string): string => `${addIn.origin}${path}`;
  return writeXml(
    element(
      'OfficeApp',
      {
        xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
        'xsi:type': 'MailApp'
      },
      [
        element('Id', {}, idOf(addIn)),
        element('Version', {}, `${addIn.version}.0`),
        element('ProviderName', {}, words.name.en),
        element('DefaultLocale', {}, tags.en),
        spoken('DisplayName', words.name),
        spoken('Description', words.description),
        element('IconUrl', { DefaultValue: url(paths.icon(iconSizes.list)) }),
        element('HighResolutionIconUrl', { DefaultValue: url(paths.icon(iconSizes.sharp)) }),
        element('SupportUrl', { DefaultValue: url(paths.about) }),
        element('Hosts', {}, [element('Host', { Name: 'Mailbox' })]),
        element('Requirements', {}, [element('Sets', {}, [element('Set', { Name: 'Mailbox', MinVersion: leastSet })])]),
        element('FormSettings', {}, [
          element('Form', { 'xsi:type': 'ItemEdit' }, [
            element('DesktopSettings', {}, [element('SourceLocation', { DefaultValue: url(paths.pane) })])
          ])
        ]),
        element('Permissions', {}, 'ReadWriteItem'),
        element('Rule', { 'xsi:type': 'ItemIs', ItemType: 'Message', FormType: 'Edit' }),
        element(
          'VersionOverrides',
          { xmlns: 'http://schemas.microsoft.com/office/mailappversionoverrides', 'xsi:type': 'VersionOverridesV1_0' },
          [
            element(
              'VersionOverrides',
              { xmlns: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1', 'xsi:type': 'VersionOverridesV1_1' },
              [
                element('Requirements', {}, [
                  element('bt:Sets', { DefaultMinVersion: leastSet }, [element('bt:Set', { Name: 'Mailbox' })])
                ]),
                element('Hosts', {}, [host(addIn)]),
                resources(url)
              ]
            )
          ]
        )
      ]
    )
  );
}

function host({ sendMode }: AddIn): Element {
  const phones = started.filter(({ event }) => events[event].phones);
  return element('Host', { 'xsi:type': 'MailHost' }, [
    element('Runtimes', {}, [
      element('Runtime', { resid: 'Events.Page' }, [element('Override', { type: 'javascript', resid: 'Events.Script' })])
    ]),
    element('DesktopFormFactor', {}, [
      // The office's shared mailbox is the school's own voice: mail from it is looked at as well.
      element('SupportsSharedFolders', {}, 'true'),
      element('FunctionFile', { resid: 'Events.Page' }),
      element('ExtensionPoint', { 'xsi:type': 'MessageComposeCommandSurface' }, [
        element('OfficeTab', { id: 'TabDefault' }, [
          element('Group', { id: 'beadleGroup' }, [element('Label', { resid: 'Group.Label' }), button(paneControl, 'Pane')])
        ])
      ]),
      element('ExtensionPoint', { 'xsi:type': 'MessageReadCommandSurface' }, [
        element('OfficeTab', { id: 'TabDefault' }, [
          element('Group', { id: 'beadleReadGroup' }, [element('Label', { resid: 'Group.Label' }), button(reportControl, 'Report')])
        ])
      ]),
      launch(started, sendMode)
    ]),
    element('MobileFormFactor', {}, [launch(phones, sendMode)])
  ]);
}

/** A button that opens a page, by the name under which its words and its page stand among the resources. */
function button(id: string, name: 'Pane' | 'Report'): Element {
  return element('Control', { 'xsi:type': 'Button', id }, [
    element('Label', { resid: `${name}.Label` }),
    element('Supertip', {}, [element('Title', { resid: `${name}.Label` }), element('Description', { resid: `${name}.Tip` })]),
    element(
      'Icon',
      {},
      iconSizes.button.map(size => element('bt:Image', { size: String(size), resid: iconId(size) }))
    ),
    element('Action', { 'xsi:type': 'ShowTaskpane' }, [element('SourceLocation', { resid: `${name}.Page` })])
  ]);
}

function launch(of: typeof started, sendMode: AddIn['sendMode']): Element {
  return element('ExtensionPoint', { 'xsi:type': 'LaunchEvent' }, [
    element(
      'LaunchEvents',
      {},
      of.map(({ event, handler }) =>
        element('LaunchEvent', { Type: event, FunctionName: handler, ...(event === 'OnMessageSend' && { SendMode: sendMode }) })
      )
    ),
    element('SourceLocation', { resid: 'Events.Page' })
  ]);
}

function resources(url: (path: string) => string): Element {
  return element('Resources', {}, [
    element(
      'bt:Images',
      {},
      iconSizes.button.map(size => element('bt:Image', { id: iconId(size), DefaultValue: url(paths.icon(size)) }))
    ),
    element('bt:Urls', {}, [
      element('bt:Url', { id: 'Events.Page', DefaultValue: url(paths.events) }),
      element('bt:Url', { id: 'Events.Script', DefaultValue: url(paths.script) }),
      element('bt:Url', { id: 'Pane.Page', DefaultValue: url(paths.pane) }),
      element('bt:Url', { id: 'Report.Page', DefaultValue: url(paths.report) })
    ]),
    element('bt:ShortStrings', {}, [
      spoken('bt:String', words.group, { id: 'Group.Label' }),
      spoken('bt:String', words.button, { id: 'Pane.Label' }),
      spoken('bt:String', words.reportButton, { id: 'Report.Label' })
    ]),
    element('bt:LongStrings', {}, [
      spoken('bt:String', words.tip, { id: 'Pane.Tip' }),
      spoken('bt:String', words.reportTip, { id: 'Report.Tip' })
    ])
  ]);
}

/** The notification bar names its image by this too. */
function iconId(pixels: number): string {
  return `Icon.${pixels}x${pixels}`;
}

function spoken(name: string, text: Text, attributes: Element['attributes'] = {}): Element {
  const prefix = name.startsWith('bt:') ? 'bt:' : '';
  const others = locales.filter(locale => locale !== 'en');
  return element(
    name,
    { ...attributes, DefaultValue: text.en },
    others.map(locale => element(`${prefix}Override`, { Locale: tags[locale], Value: text[locale] }))
  );
}
