import { createHash } from 'node:crypto';
import type { Text } from '../core/locale.ts';
import type { MailPolicy } from '../core/mail/policy.ts';
import type { Rule } from '../core/mail/rule.ts';

/** What a message that keeps not to the rules meets at Send; Outlook's third mode, block, would turn our outage into the school's. */
export const sendModes = ['PromptUser', 'SoftBlock'] as const;
export type SendMode = (typeof sendModes)[number];

/** All that both manifests are made of. The same add-in gives the same bytes. */
export interface AddIn {
  /** Scheme and host that the add-in is loaded from, without a slash at its end: `https://beadle.school.example`. */
  readonly origin: string;
  /** Three numbers, the first above zero. Microsoft 365 takes a change only with a higher one. */
  readonly version: string;
  readonly sendMode: SendMode;
}

/** One event that starts the add-in: Microsoft's name for it, and the name under which the script of the events is asked. */
export interface Started {
  readonly event: EventName;
  readonly handler: string;
}

/**
 * Outlook's events while a message is written: the name in the add-in-only manifest, the name in the unified one, the requirement set that
 * brought it, and whether phones have it (Microsoft, «Activate add-ins with events» and «Implement event-based activation in Outlook mobile
 * add-ins»).
 */
export const events = {
  OnNewMessageCompose: { unified: 'newMessageComposeCreated', since: '1.10', phones: true },
  OnMessageRecipientsChanged: { unified: 'messageRecipientsChanged', since: '1.11', phones: true },
  OnMessageAttachmentsChanged: { unified: 'messageAttachmentsChanged', since: '1.11', phones: false },
  OnInfoBarDismissClicked: { unified: 'infoBarDismissClicked', since: '1.11', phones: false },
  OnMessageCompose: { unified: 'messageComposeOpened', since: '1.12', phones: false },
  OnMessageSend: { unified: 'messageSending', since: '1.12', phones: false },
  OnMessageFromChanged: { unified: 'messageFromChanged', since: '1.13', phones: true },
  OnSensitivityLabelChanged: { unified: 'sensitivityLabelChanged', since: '1.13', phones: false },
  OnMessageDecrypt: { unified: 'messageDecrypt', since: '1.16', phones: false }
} as const;
export type EventName = keyof typeof events;

/** The requirement sets of Outlook that there are, oldest first. */
export const requirementSets = Array.from({ length: 16 }, (_, i) => `1.${i + 1}`);

/** What phones have; a manifest that asks for more is not there for them. */
export const leastSet = '1.5';

/** What starts Beadle. The send event is the only one that can hold a message back. */
export const started: readonly Started[] = [
  { event: 'OnNewMessageCompose', handler: 'onNewMessageCompose' },
  { event: 'OnMessageRecipientsChanged', handler: 'onRecipientsChanged' },
  { event: 'OnMessageAttachmentsChanged', handler: 'onAttachmentsChanged' },
  { event: 'OnMessageFromChanged', handler: 'onFromChanged' },
  { event: 'OnMessageSend', handler: 'onMessageSend' }
];

/** The button that opens the pane. The alert at Send opens the pane by this name too. */
export const paneControl = 'beadlePane';

/** The button beside a mail that is read, by which it is reported. */
export const reportControl = 'beadleReport';

/** Where everything lies, below the origin. */
export const paths = {
  /** What browsers load to run the events. */
  events: '/outlook/commands.html',
  /** What classic Outlook loads to run the events. */
  script: '/outlook/launchevent.js',
  pane: '/outlook/pane.html',
  /** Where a mail that is read is reported. */
  report: '/outlook/report.html',
  about: '/outlook/about.html',
  icon: (pixels: number): string => `/outlook/icons/${pixels}.png`
} as const;

/** The sizes of the button's image, and of the add-in in lists (plain and for sharp screens), in pixels. */
export const iconSizes = { button: [16, 32, 80], list: 64, sharp: 128 } as const;

/** The add-in's own words, in both languages. */
export const words = {
  name: { en: 'Beadle', cy: 'Beadle' },
  /** Up to 80 characters. */
  brief: {
    en: 'Warns you before a mail breaks your school’s acceptable-use policy.',
    cy: 'Eich rhybuddio cyn i neges dorri polisi defnydd derbyniol yr ysgol.'
  },
  /** Up to 250 characters. */
  description: {
    en: 'While you write, Beadle looks at the message on this device by your school’s own rules, says in one sentence what is wrong and puts it right with one click. Nothing of a mail leaves the device but what you tick.',
    cy: 'Wrth i chi ysgrifennu, mae Beadle yn edrych ar y neges ar y ddyfais hon yn ôl rheolau’r ysgol, yn dweud mewn un frawddeg beth sydd o’i le ac yn ei gywiro ag un clic. Nid oes dim o neges yn gadael y ddyfais ond yr hyn a diciwch.'
  },
  group: { en: 'Beadle', cy: 'Beadle' },
  button: { en: 'Check message', cy: 'Gwirio’r neges' },
  tip: {
    en: 'Shows what to look at in this message before it goes, and puts it right.',
    cy: 'Yn dangos beth i edrych arno yn y neges hon cyn iddi fynd, ac yn ei gywiro.'
  },
  reportButton: { en: 'Report this mail', cy: 'Rhoi gwybod am neges' },
  reportTip: {
    en: 'Tells whoever deals with it at your school what is wrong with this mail, without forwarding it.',
    cy: 'Yn dweud wrth bwy bynnag sy’n ymdrin â hi yn eich ysgol beth sydd o’i le ar y neges hon, heb ei hanfon ymlaen.'
  }
} as const satisfies { readonly [name: string]: Text };

/** How the two languages are called where the add-in is read. */
export const tags = { en: 'en-GB', cy: 'cy-GB' } as const;

/** The rules that block in this school, in their order. */
export function blocking({ rules: decided }: Pick<MailPolicy, 'rules'>, rules: readonly Rule[]): readonly string[] {
  return rules.filter(({ id, action }) => (decided[id]?.action || action) === 'block').map(({ id }) => id);
}

/** SoftBlock where at least one rule blocks: the add-in asks for less at Send, message by message, but can never ask for more. */
export function sendModeOf(policy: Pick<MailPolicy, 'rules'>, rules: readonly Rule[]): SendMode {
  return blocking(policy, rules).length > 0 ? 'SoftBlock' : 'PromptUser';
}

/** The add-in's own id: the same place gives the same id, two schools never share one. */
export function idOf({ origin }: Pick<AddIn, 'origin'>): string {
  return guidOf(`${origin}/outlook`);
}

/** The GUID of version 5 of an address, by RFC 9562. */
export function guidOf(address: string): string {
  const urls = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const hash = createHash('sha1').update(urls).update(address).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
