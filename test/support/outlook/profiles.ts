import { events, type Profile } from './shapes.ts';

const all = [...events];
const newest: Omit<Profile, 'id' | 'title' | 'mailbox'> = {
  hostName: 'OutlookWebApp',
  extras: [],
  events: all,
  recipients: 1000,
  sessionData: 2_621_440,
  notifications: 5,
  insights: true,
  action: 'own-button',
  markdown: true,
  labelNeedsMessage: false
};

/**
 * The clients that schools have, by what they say they support. Sources: the vendor's tables of requirement sets (June 2026) and of events (July 2026), and
 * its documentation of the alert.
 */
export const profiles = {
  web: { ...newest, id: 'web', title: 'Outlook on the web, new Outlook', mailbox: '1.16' },
  'classic-1.12': {
    ...newest,
    id: 'classic-1.12',
    title: 'Classic Outlook, Version 2206',
    hostName: 'Outlook',
    mailbox: '1.12',
    events: all.filter(event => event !== 'OnMessageFromChanged'),
    recipients: 500,
    sessionData: 50_000,
    action: 'none',
    markdown: false,
    labelNeedsMessage: true
  },
  'classic-1.14': {
    ...newest,
    id: 'classic-1.14',
    title: 'Classic Outlook, Version 2404',
    hostName: 'Outlook',
    mailbox: '1.14',
    recipients: 500,
    sessionData: 50_000,
    action: 'on-dont-send',
    markdown: false,
    labelNeedsMessage: true
  },
  mac: {
    ...newest,
    id: 'mac',
    title: 'Outlook on Mac',
    hostName: 'Outlook',
    mailbox: '1.14',
    recipients: Number.MAX_SAFE_INTEGER,
    sessionData: 50_000,
    action: 'on-dont-send',
    markdown: false
  },
  phone: {
    ...newest,
    id: 'phone',
    title: 'Outlook on a phone',
    hostName: 'OutlookAndroid',
    mailbox: '1.5',
    extras: ['from', 'getComposeTypeAsync', 'internetHeaders', 'sessionData'],
    events: ['OnNewMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageFromChanged'],
    recipients: 100,
    sessionData: 50_000,
    notifications: 1,
    insights: false,
    action: 'none',
    markdown: false
  }
} as const satisfies { readonly [id: string]: Profile };

/** Since which requirement set office.js has a name. */
const since: { readonly [name: string]: string } = {
  from: '1.7',
  getAttachmentsAsync: '1.8',
  getAttachmentContentAsync: '1.8',
  addFileAttachmentFromBase64Async: '1.8',
  getItemIdAsync: '1.8',
  internetHeaders: '1.8',
  getComposeTypeAsync: '1.10',
  sessionData: '1.11',
  delayDeliveryTime: '1.13'
};

/** Whether a client has a requirement set. */
export function has({ mailbox }: Pick<Profile, 'mailbox'>, set: string): boolean {
  return Number(mailbox.split('.')[1]) >= Number(set.split('.')[1]);
}

/**
 * The vendor's office.js for the web as it is in this client. The files for the other clients cannot run in a browser; so names that this one does not have
 * are put out of its reach, and it gives its own name.
 */
export function officeJsOf(profile: Profile, officeJs: string): string {
  const lacks = lacking(profile);
  const named = officeJs.replace('return"OutlookWebApp"', `return"${profile.hostName}"`);
  return lacks.length === 0 ? named : named.replace(new RegExp(`\\b(${lacks.join('|')}):`, 'g'), '$1Lacking:');
}

function lacking(profile: Profile): readonly string[] {
  return Object.keys(since).filter(name => !has(profile, since[name]!) && !profile.extras.includes(name));
}
