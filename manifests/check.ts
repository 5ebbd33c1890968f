import { locales, type Text } from '../core/locale.ts';
import { sizeOfPng } from './png.ts';
import { type EventName, events, leastSet, paths, requirementSets, sendModes, tags } from './source.ts';
import { all, type Element, readXml } from './xml.ts';

/** Both manifests as they are handed in. */
export interface Manifests {
  readonly xml: string;
  /** The unified manifest's files by their names in its package, without the two images. */
  readonly unified: { readonly [file: string]: string };
}

/** What the add-in's own origin serves, as far as the manifests point at it. */
export interface Site {
  /** The bytes at this path, `/outlook/pane.html`, or nothing where there is nothing. */
  readonly at: (path: string) => Uint8Array | undefined;
  /** The handlers that the script of the events associates. */
  readonly associated: readonly string[];
}

/** One mistake that Microsoft's schemas let through, or a promise of ours that is broken. */
export interface Fault {
  readonly check: CheckName;
  /** A whole sentence for whoever made the manifest. */
  readonly says: string;
}

/** What one manifest says, whichever of the two it is. */
interface Claims {
  readonly id: string;
  readonly version: string;
  readonly permissions: string;
  readonly shared: boolean;
  readonly texts: { readonly [name: string]: Text };
  readonly events: readonly { readonly event: string; readonly handler: string; readonly sendMode: string }[];
  readonly page: string;
  readonly script: string;
  /** The buttons, one for each place in which there is one. */
  readonly buttons: readonly Button[];
  /** Every address in it. */
  readonly urls: readonly string[];
  /** What must be there for the add-in to be shown at all. */
  readonly needs: readonly string[];
}

/** One button as a manifest says it: where it is shown, and which page it opens. */
interface Button {
  readonly place: string;
  readonly control: string;
  readonly page: string;
  readonly icons: readonly { readonly size: number; readonly url: string }[];
  readonly texts: { readonly [name: string]: Text };
}

/** The places in which there is a button, by both manifests' names for them, and the page that it opens. */
const places = [
  { xml: 'MessageComposeCommandSurface', unified: 'mailCompose', page: paths.pane, says: 'while a message is written' },
  { xml: 'MessageReadCommandSurface', unified: 'mailRead', page: paths.report, says: 'while a message is read' }
] as const;

/** What the checks are given. `which` is how a manifest is called in a sentence. */
interface Case {
  readonly xml: Claims;
  readonly json: Claims;
  readonly both: readonly { readonly which: string; readonly claims: Claims }[];
  readonly document: Element;
  readonly unified: Unified;
  readonly manifests: Manifests;
  readonly site: Site;
}

/**
 * Everything that is wrong with the manifests beyond their schemas. Nothing: they can be handed in. Where one cannot be read at all, that is the
 * only fault.
 */
export function faultsIn(manifests: Manifests, site: Site): readonly Fault[] {
  const document = readXml(manifests.xml);
  const unified = unifiedIn(manifests.unified);
  if (!document) return [{ check: 'readable', says: 'The add-in-only manifest is not well-formed XML.' }];
  if (!unified) return [{ check: 'readable', says: 'The unified manifest, or a language of it, is not JSON.' }];
  const [xml, json] = [claimsOfXml(document), claimsOfUnified(unified)];
  const both = [
    { which: 'The add-in-only manifest', claims: xml },
    { which: 'The unified manifest', claims: json }
  ];
  const given: Case = { xml, json, both, document, unified, manifests, site };
  return Object.entries(checks).flatMap(([check, run]) => run(given).map(says => ({ check: check as CheckName, says })));
}

export type CheckName = 'readable' | keyof typeof checks;

const most = 256 * 1024;

/** Each check gives a sentence for each fault. */
const checks = {
  'event-names': ({ both }: Case) =>
    both.flatMap(({ which, claims }) =>
      claims.events
        .filter(({ event }) => !Object.hasOwn(events, event))
        .map(({ event }) => `${which} waits for «${event}», which is no event of Outlook’s. It would never start.`)
    ),

  handlers: ({ both, site, unified }: Case) => [
    ...both.flatMap(({ which, claims }) =>
      claims.events
        .filter(({ handler }) => !site.associated.includes(handler))
        .map(({ event, handler }) => `${which} asks for «${handler}» on ${event}, but the script associates no such function.`)
    ),
    ...unused(unified).map(id => `The unified manifest asks for the action «${id}», which no runtime of it has.`)
  ],

  'one-send': ({ both }: Case) =>
    both
      .map(({ which, claims }) => ({ which, count: claims.events.filter(({ event }) => event === 'OnMessageSend').length }))
      .filter(({ count }) => count !== 1)
      .map(({ which, count }) => `${which} waits for the send event ${count} times. It must be once.`),

  'send-mode': ({ both }: Case) =>
    both.flatMap(({ which, claims }) =>
      claims.events
        .filter(({ event, sendMode }) => (event === 'OnMessageSend' ? !sendModes.some(mode => mode === sendMode) : sendMode !== ''))
        .map(
          ({ event, sendMode }) =>
            `${which} has the send mode «${sendMode}» on ${event}. Only ${sendModes.join(' and ')} are allowed, on OnMessageSend.`
        )
    ),

  phones: ({ xml, document }: Case) =>
    all(document, 'MobileFormFactor')
      .flatMap(phones => all(phones, 'LaunchEvent'))
      .map(({ attributes }) => ({ event: attributes['Type'] ?? '', handler: attributes['FunctionName'] ?? '' }))
      .flatMap(({ event, handler }) => [
        ...(eventOf(event)?.phones ? [] : [`The add-in-only manifest waits for «${event}» on phones, which have no such event.`]),
        ...(xml.events.some(other => other.event === event && other.handler === handler)
          ? []
          : [`The add-in-only manifest asks for «${handler}» on ${event} on phones, and for another elsewhere.`])
      ]),

  runtimes: ({ both, document, unified }: Case) => [
    ...both.flatMap(({ which, claims: { page, script } }) => [
      ...(page === '' ? [`${which} names no page for the events: browsers and Macs would run none.`] : []),
      ...(script === '' ? [`${which} names no script for the events: classic Outlook would run none.`] : [])
    ]),
    ...all(document, 'ExtensionPoint')
      .filter(({ attributes }) => attributes['xsi:type'] === 'LaunchEvent')
      .map(point => all(point, 'SourceLocation')[0]?.attributes['resid'])
      .filter(resid => resid !== all(document, 'Runtime')[0]?.attributes['resid'])
      .map(resid => `The add-in-only manifest starts its events in «${resid}», which is not its runtime.`),
    ...runtimesOf(unified)
      .filter(({ code }) => !code.page)
      .map(({ id }) => `The runtime «${id}» of the unified manifest has no page.`)
  ],

  buttons: ({ both }: Case) =>
    both.flatMap(({ which, claims: { buttons } }) => [
      ...places.flatMap(({ unified, page, says }) => {
        const here = buttons.filter(({ place }) => place === unified);
        if (here.length !== 1) return [`${which} has ${here.length} buttons ${says}. It must be one.`];
        return here
          .filter(button => pathOf(button.page) !== page)
          .map(button => `${which}: the button ${says} opens «${pathOf(button.page)}». It must be «${page}».`);
      }),
      ...(new Set(buttons.map(({ control }) => control)).size === buttons.length ? [] : [`${which} has two buttons of one name.`])
    ]),

  resources: ({ document }: Case) => {
    const kept = all(document, 'Resources').flatMap(({ children }) =>
      children.flatMap(shelf => shelf.children.map(each => ({ shelf: shelf.name, id: each.attributes['id'] })))
    );
    return descendants(document)
      .filter(({ attributes }) => attributes['resid'] !== undefined)
      .flatMap(({ name, attributes: { resid } }) => {
        const found = kept.filter(({ id, shelf }) => id === resid && shelf === shelfOf(name));
        return found.length === 1
          ? []
          : [`<${name}> points at «${resid}», which stands ${found.length} times among ${shelfOf(name)}. It must be once.`];
      });
  },

  lengths: ({ both, document, unified }: Case) => [
    ...both.flatMap(({ which, claims: { texts, buttons } }) =>
      [texts, ...buttons.map(each => each.texts)].flatMap(Object.entries<Text>).flatMap(([name, text]) => {
        const limit = limits[name] ?? 125;
        return locales
          .filter(locale => text[locale].length === 0 || text[locale].length > limit)
          .map(locale => `${which}: the ${name} in ${tags[locale]} has ${text[locale].length} characters. It needs 1 to ${limit}.`);
      })
    ),
    ...all(document, 'ShortStrings').flatMap(shelf => tooLong(shelf, 125)),
    ...all(document, 'LongStrings').flatMap(shelf => tooLong(shelf, 250)),
    ...[unified.manifest.description?.short, ...Object.values(unified.languages).map(language => language['description.short'])]
      .map(brief => (typeof brief === 'string' ? brief : ''))
      .filter(brief => brief.length === 0 || brief.length > 80)
      .map(brief => `The unified manifest: the short description has ${brief.length} characters. It needs 1 to 80.`)
  ],

  icons: ({ both, document, site }: Case) => [
    ...both.flatMap(({ which, claims: { buttons } }) =>
      buttons.flatMap(({ control, icons }) => [
        ...[16, 32, 80]
          .filter(size => !icons.some(icon => icon.size === size))
          .map(size => `${which} has no image of ${size} pixels for its button «${control}».`),
        ...icons.flatMap(({ size, url }) => wrongIcon(which, size, url, site))
      ])
    ),
    ...[
      { name: 'IconUrl', size: 64 },
      { name: 'HighResolutionIconUrl', size: 128 }
    ].flatMap(({ name, size }) =>
      wrongIcon(`The add-in-only manifest (${name})`, size, all(document, name)[0]?.attributes['DefaultValue'] ?? '', site)
    ),
    ...[
      { name: 'color.png', size: 192 },
      { name: 'outline.png', size: 32 }
    ].flatMap(({ name, size }) => wrongIcon('The unified manifest’s package', size, `https://package.invalid/outlook/icons/${name}`, site))
  ],

  origin: ({ both, unified }: Case) => {
    const origin = originOf(both[0]!.claims.page);
    const domains: readonly unknown[] = Array.isArray(unified.manifest.validDomains) ? unified.manifest.validDomains : [];
    return [
      ...both.flatMap(({ which, claims }) =>
        claims.urls
          .filter(url => !url.startsWith('https://') || originOf(url) !== origin)
          .map(url => `${which} points at «${url}». Everything must lie below ${origin ?? 'one https address'}.`)
      ),
      ...(domains.length === 1 && origin === `https://${String(domains[0])}`
        ? []
        : [`The unified manifest allows the domains «${domains.join(', ')}». It must be the add-in’s own alone.`])
    ];
  },

  served: ({ both, site }: Case) => {
    const paths = new Set(both.flatMap(({ claims }) => claims.urls).map(pathOf));
    return [...paths].filter(path => !site.at(path)).map(path => `Nothing is served at «${path}», to which a manifest points.`);
  },

  version: ({ document, unified }: Case) => {
    const [long, short] = [all(document, 'Version')[0]?.text ?? '', String(unified.manifest.version ?? '')];
    return [
      ...(/^[1-9]\d{0,4}(?:\.\d{1,5}){3}$/.test(long)
        ? []
        : [`The add-in-only manifest has the version «${long}». It must be four numbers, as 1.0.0.0.`]),
      ...(/^[1-9]\d{0,4}(?:\.\d{1,5}){2}$/.test(short)
        ? []
        : [`The unified manifest has the version «${short}». It must be three numbers, as 1.0.0.`])
    ];
  },

  requirements: ({ both, document, unified }: Case) => [
    ...both.flatMap(({ which, claims: { needs } }) => {
      if (needs.length === 0) return [`${which} names no requirement set.`];
      return needs
        .filter(set => !requirementSets.includes(set) || order(set) > order(leastSet))
        .map(set => `${which} needs Mailbox ${set}. It must be a set that there is, up to ${leastSet}, which phones have.`);
    }),
    ...all(document, 'Set')
      .filter(({ attributes }) => attributes['Name'] !== 'Mailbox')
      .map(({ attributes }) => `The add-in-only manifest needs the set «${attributes['Name']}», which is not Outlook’s.`),
    ...startedIn(unified).flatMap(({ requirements, events: here = [] }) => {
      const [need] = setsIn(requirements);
      const known = here.flatMap(({ type }) => eventOf(canonical(type)) ?? []).map(({ since }) => since);
      const first = known.reduce<string>((highest, set) => (order(set) > order(highest) ? set : highest), '1.1');
      return need === first ? [] : [`The unified manifest asks for Mailbox ${need} where its events came with ${first}.`];
    })
  ],

  size: ({ manifests: { xml, unified } }: Case) =>
    Object.entries({ 'the add-in-only manifest': xml, ...unified })
      .map(([name, text]) => ({ name, size: Buffer.byteLength(text) }))
      .filter(({ size }) => size >= most)
      .map(({ name, size }) => `«${name}» has ${size} bytes. It must have fewer than ${most}.`),

  same: ({ xml, json }: Case) =>
    (['id', 'version', 'permissions', 'shared', 'texts', 'events', 'page', 'script', 'buttons', 'needs'] as const)
      .filter(part => JSON.stringify(xml[part]) !== JSON.stringify(json[part]))
      .map(part => `The two manifests differ in ${part}: ${JSON.stringify(xml[part])} and ${JSON.stringify(json[part])}.`)
};

/** The most characters of each text; 125 where nothing is said. */
const limits: { readonly [name: string]: number } = { name: 30, description: 250, group: 64, button: 64, title: 64, tip: 250 };

function claimsOfXml(root: Element): Claims {
  const first = (name: string, inside = root): Element | undefined => all(inside, name)[0];
  const resources = new Map(all(root, 'Resources').flatMap(shelf => descendants(shelf).map(each => [each.attributes['id'] ?? '', each])));
  const resource = (resid: string | undefined): string => resources.get(resid ?? '')?.attributes['DefaultValue'] ?? '';
  const residOf = (of: Element | undefined): string | undefined => of?.attributes['resid'];
  const said = (resid: string | undefined): Text => textOf(resources.get(resid ?? ''));
  const desktop = first('DesktopFormFactor');
  const runtime = first('Runtime');
  return {
    id: (first('Id')?.text ?? '').toLowerCase(),
    version: (first('Version')?.text ?? '').replace(/\.0$/, ''),
    permissions: first('Permissions')?.text ?? '',
    shared: first('SupportsSharedFolders')?.text === 'true',
    texts: {
      name: textOf(first('DisplayName')),
      description: textOf(first('Description'))
    },
    events: sorted(
      (desktop ? all(desktop, 'LaunchEvent') : [])
        .filter(({ name }) => name === 'LaunchEvent')
        .map(({ attributes }) => ({
          event: attributes['Type'] ?? '',
          handler: attributes['FunctionName'] ?? '',
          sendMode: attributes['SendMode'] ?? ''
        }))
    ),
    page: resource(residOf(runtime)),
    script: resource(runtime && residOf(all(runtime, 'Override').find(({ attributes }) => attributes['type'] === 'javascript'))),
    buttons: all(root, 'ExtensionPoint').flatMap(point => {
      const type = point.attributes['xsi:type'] ?? '';
      const place = places.find(({ xml }) => xml === type)?.unified ?? type;
      return all(point, 'Group').flatMap(group =>
        all(group, 'Control').map(control => {
          const tip = first('Supertip', control);
          return {
            place,
            control: control.attributes['id'] ?? '',
            page: resource(residOf(first('SourceLocation', control))),
            icons: all(control, 'Image').map(image => ({ size: Number(image.attributes['size']), url: resource(residOf(image)) })),
            texts: {
              group: said(residOf(first('Label', group))),
              button: said(residOf(first('Label', control))),
              title: said(residOf(tip && first('Title', tip))),
              tip: said(residOf(tip && first('Description', tip)))
            }
          };
        })
      );
    }),
    urls: [
      ...descendants(root)
        .flatMap(({ attributes }) => [attributes['DefaultValue'] ?? '', attributes['Value'] ?? ''])
        .filter(isUrl),
      ...all(root, 'AppDomain').map(({ text }) => text)
    ],
    needs: unique(
      all(root, 'Sets').flatMap(sets =>
        all(sets, 'Set').map(({ attributes }) => attributes['MinVersion'] ?? sets.attributes['DefaultMinVersion'] ?? '1.1')
      )
    )
  };
}

function textOf(element: Element | undefined): Text {
  const said = (locale: keyof Text): string | undefined =>
    element?.children.find(({ attributes }) => attributes['Locale'] === tags[locale])?.attributes['Value'];
  return { en: element?.attributes['DefaultValue'] ?? '', cy: said('cy') ?? '' };
}

/** What of a unified manifest the checks look at; any of it may be missing. */
interface Extension {
  readonly requirements?: Requirements;
  readonly runtimes?: readonly Runtime[];
  readonly ribbons?: readonly {
    readonly contexts?: readonly string[];
    readonly tabs?: readonly { readonly groups?: readonly Group[] }[];
  }[];
  readonly autoRunEvents?: readonly StartedBy[];
}
interface Requirements {
  readonly capabilities?: readonly { readonly name?: string; readonly minVersion?: string }[];
}
interface Runtime {
  readonly id: string;
  readonly code: { readonly page?: string; readonly script?: string };
  readonly actions?: readonly { readonly id: string; readonly type: string }[];
}
interface Group {
  readonly label?: string;
  readonly controls?: readonly {
    readonly id: string;
    readonly label?: string;
    readonly icons?: readonly { readonly size: number; readonly url: string }[];
    readonly supertip?: { readonly title?: string; readonly description?: string };
    readonly actionId?: string;
  }[];
}
interface StartedBy {
  readonly requirements?: Requirements;
  readonly events?: readonly { readonly type: string; readonly actionId: string; readonly options?: { readonly sendMode?: string } }[];
}
type Json = { readonly [key: string]: unknown };
interface UnifiedManifest extends Json {
  readonly id?: string;
  readonly version?: string;
  readonly name?: { readonly short?: string };
  readonly description?: { readonly short?: string; readonly full?: string };
  readonly localizationInfo?: { readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[] };
  readonly authorization?: { readonly permissions?: { readonly resourceSpecific?: readonly { readonly name: string }[] } };
  readonly extensions?: readonly Extension[];
}
interface Unified {
  readonly manifest: UnifiedManifest;
  readonly languages: { readonly [file: string]: Json };
}

function unifiedIn(files: Manifests['unified']): Unified | undefined {
  try {
    const { 'manifest.json': manifest, ...languages } = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [file, JSON.parse(text) as Json])
    );
    return manifest && { manifest, languages };
  } catch {
    return undefined;
  }
}

function claimsOfUnified(unified: Unified): Claims {
  const { manifest, languages } = unified;
  const granted = (manifest.authorization?.permissions?.resourceSpecific ?? []).map(({ name }) => name);
  const runtimes = runtimesOf(unified);
  const run = runtimes.find(({ actions = [] }) => actions.some(({ type }) => type === 'executeFunction'));
  const file = manifest.localizationInfo?.additionalLanguages?.find(({ languageTag }) => languageTag === tags.cy.toLowerCase())?.file;
  const welsh = languages[file ?? ''] ?? {};
  const text = (english: string | undefined, key: string): Text => {
    const said = welsh[key];
    return { en: english ?? '', cy: typeof said === 'string' ? said : '' };
  };
  return {
    id: (manifest.id ?? '').toLowerCase(),
    version: manifest.version ?? '',
    permissions: granted.map(name => permissions[name] ?? '').join(''),
    shared: granted.includes('Mailbox.SharedFolder'),
    texts: {
      name: text(manifest.name?.short, 'name.short'),
      description: text(manifest.description?.full, 'description.full')
    },
    events: sorted(
      startedIn(unified).flatMap(({ events: here = [] }) =>
        here.map(({ type, actionId, options }) => ({
          event: canonical(type),
          handler: actionId,
          sendMode: (options?.sendMode ?? '').replace(/^./, letter => letter.toUpperCase())
        }))
      )
    ),
    page: run?.code.page ?? '',
    script: run?.code.script ?? '',
    buttons: (manifest.extensions?.[0]?.ribbons ?? []).flatMap(({ contexts = [], tabs = [] }, i) =>
      tabs.flatMap(({ groups = [] }, j) =>
        groups.flatMap((group, k) =>
          (group.controls ?? []).map((control, l) => {
            const inGroup = `extensions[0].ribbons[${i}].tabs[${j}].groups[${k}]`;
            const inControl = `${inGroup}.controls[${l}]`;
            return {
              place: contexts.join(' '),
              control: control.id,
              page: runtimes.find(({ actions = [] }) => actions.some(({ id }) => id === control.actionId))?.code.page ?? '',
              icons: (control.icons ?? []).map(({ size, url }) => ({ size, url })),
              texts: {
                group: text(group.label, `${inGroup}.label`),
                button: text(control.label, `${inControl}.label`),
                title: text(control.supertip?.title, `${inControl}.supertip.title`),
                tip: text(control.supertip?.description, `${inControl}.supertip.description`)
              }
            };
          })
        )
      )
    ),
    urls: [manifest, ...Object.values(languages)].flatMap(json => urlsIn(json)),
    needs: unique((manifest.extensions ?? []).flatMap(({ requirements }) => setsIn(requirements)))
  };
}

/** The unified manifest's names for what the add-in-only one calls permissions. */
const permissions: { readonly [name: string]: string } = {
  'MailboxItem.Read.User': 'ReadItem',
  'MailboxItem.ReadWrite.User': 'ReadWriteItem',
  'Mailbox.ReadWrite.User': 'ReadWriteMailbox'
};

function runtimesOf({ manifest }: Unified): readonly Runtime[] {
  return (manifest.extensions ?? []).flatMap(({ runtimes = [] }) => runtimes);
}

function startedIn({ manifest }: Unified): readonly StartedBy[] {
  return (manifest.extensions ?? []).flatMap(({ autoRunEvents = [] }) => autoRunEvents);
}

/** Actions that an event or a button asks for and no runtime has. */
function unused(unified: Unified): readonly string[] {
  const known = runtimesOf(unified).flatMap(({ actions = [] }) => actions.map(({ id }) => id));
  const controls = (unified.manifest.extensions ?? []).flatMap(({ ribbons = [] }) =>
    ribbons.flatMap(({ tabs = [] }) => tabs.flatMap(({ groups = [] }) => groups.flatMap(({ controls: here = [] }) => here)))
  );
  const asked = [...startedIn(unified).flatMap(({ events: here = [] }) => here), ...controls].map(({ actionId }) => actionId ?? '');
  return asked.filter(id => !known.includes(id));
}

function setsIn(requirements: Requirements | undefined): readonly string[] {
  return (requirements?.capabilities ?? []).map(({ name, minVersion }) => (name === 'Mailbox' ? (minVersion ?? '1.1') : `of ${name}`));
}

/** The add-in-only name of a unified event; the name itself where there is none. */
function canonical(type: string): string {
  return Object.entries(events).find(([, { unified }]) => unified === type)?.[0] ?? type;
}

function eventOf(name: string): (typeof events)[EventName] | undefined {
  return Object.hasOwn(events, name) ? events[name as EventName] : undefined;
}

function sorted(list: Claims['events']): Claims['events'] {
  return [...list].sort((a, b) => (a.event < b.event ? -1 : a.event > b.event ? 1 : 0));
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}

function order(set: string): number {
  return Number(set.split('.')[1]);
}

function descendants(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap(child => descendants(child))];
}

/** The shelf of the resources that holds what an element of this name points at. */
function shelfOf(name: string): string {
  if (name === 'bt:Image') return 'bt:Images';
  if (name === 'Description') return 'bt:LongStrings';
  return name === 'Label' || name === 'Title' || name === 'Tooltip' ? 'bt:ShortStrings' : 'bt:Urls';
}

function tooLong(shelf: Element, limit: number): readonly string[] {
  return shelf.children
    .flatMap(each => [each.attributes['DefaultValue'] ?? '', ...each.children.map(({ attributes }) => attributes['Value'] ?? '')])
    .filter(text => text.length === 0 || text.length > limit)
    .map(text => `A text of the add-in-only manifest has ${text.length} characters among ${shelf.name}. It needs 1 to ${limit}.`);
}

function wrongIcon(which: string, size: number, url: string, site: Site): readonly string[] {
  const bytes = site.at(pathOf(url));
  const found = bytes && sizeOfPng(bytes);
  if (found && found.width === size && found.height === size) return [];
  const is = found ? `has ${found.width} by ${found.height} pixels` : 'is no PNG that is there';
  return [`${which}: «${url}» ${is}. It must have ${size} by ${size}.`];
}

function urlsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isUrl(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => (key === '$schema' ? [] : urlsIn(inside)));
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
