import { type Setup, type Who, writingOffice, type Written } from './writing-office.ts';

/** What the page finds instead of Outlook, and what the test does to it and sees of it. Bundled, and served in the place of office.js. */
export interface PageSetup {
  readonly office: Setup;
  readonly kept: { readonly [name: string]: unknown };
  readonly language?: string;
  readonly ground?: string;
  readonly context?: string;
  readonly noItem?: boolean;
  /** The mailbox throws when it is asked what it keeps. */
  readonly settingsThrow?: boolean;
  /** How Outlook answers to the wish for a token: at once, after a click, or never. */
  readonly signIn: 'at-once' | 'asks-first' | 'refuses' | 'impossible';
}

export interface Outlook {
  readonly message: Written;
  readonly calls: readonly string[];
  readonly kept: { readonly [name: string]: unknown };
  /** Tells the pane of an event that it asked to hear of. */
  readonly fire: (event: string) => void;
  readonly write: (field: 'to' | 'cc' | 'bcc', who: Who[]) => void;
}

declare global {
  interface Window {
    paneSetup: PageSetup;
    paneOutlook: Outlook;
  }
}

const { office, kept: first, language = 'en-GB', ground, context, noItem, settingsThrow, signIn } = window.paneSetup;
const { host, message, calls } = writingOffice(office);
const kept: { [name: string]: unknown } = { ...first };
const heard = new Map<string, () => void>();
const addHandlerAsync = (event: string, act: () => void, answer: (result: object) => void): void => {
  heard.set(event, act);
  answer({ status: 'succeeded' });
};

window.paneOutlook = {
  message,
  calls,
  kept,
  fire: event => heard.get(event)?.(),
  write: (field, who) => {
    message[field] = who;
  }
};

(window as unknown as { Office: object }).Office = {
  onReady: () => Promise.resolve({ host: 'Outlook' }),
  EventType: {
    RecipientsChanged: 'olkRecipientsChanged',
    AttachmentsChanged: 'olkAttachmentsChanged',
    ItemChanged: 'olkItemSelectedChanged',
    InitializationContextChanged: 'olkInitializationContextChanged',
    OfficeThemeChanged: 'olkOfficeThemeChanged'
  },
  context: {
    ...host.context,
    displayLanguage: language,
    ...(ground ? { officeTheme: { bodyBackgroundColor: ground } } : {}),
    roamingSettings: {
      get: (name: string) => {
        if (settingsThrow) throw new Error('no settings here');
        return kept[name];
      },
      set: (name: string, value: unknown) => {
        kept[name] = value;
      },
      remove: (name: string) => delete kept[name],
      saveAsync: (answer: (result: object) => void) => setTimeout(() => answer({ status: 'succeeded' }), 0)
    },
    mailbox: {
      ...host.context.mailbox,
      addHandlerAsync,
      item: noItem
        ? undefined
        : {
            ...host.context.mailbox.item,
            addHandlerAsync,
            getInitializationContextAsync: (answer: (result: object) => void) =>
              setTimeout(() => answer({ status: 'succeeded', value: context ?? '' }), 0)
          }
    }
  }
};

const [person, tenant, client] = ['3', '2', '1'].map(digit => '00000000-0000-4000-8000-000000000000'.replace(/0/g, digit));
const account = {
  homeAccountId: `${person}.${tenant}`,
  environment: 'login.microsoftonline.com',
  tenantId: tenant,
  username: 'teacher@school.example',
  localAccountId: person,
  name: 'Class Teacher'
};
const listeners: ((message: string) => void)[] = [];

/** Outlook's side of nested app authentication, as the vendor's library looks for it. */
const bridge = {
  addEventListener: (_: string, listener: (message: string) => void) => listeners.push(listener),
  removeEventListener: () => {},
  postMessage: (message: string) => {
    const { method, requestId } = JSON.parse(message) as { readonly method: string; readonly requestId: string };
    const answer = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answerTo(method) });
    setTimeout(() => {
      for (const listener of listeners) listener(answer);
    }, 1);
  }
};

if (signIn !== 'impossible') (window as unknown as { nestedAppAuthBridge: object }).nestedAppAuthBridge = bridge;

function answerTo(method: string): object {
  const { homeAccountId, environment, tenantId } = account;
  if (method === 'GetInitContext') {
    const accountContext = { homeAccountId, environment, tenantId };
    return { success: true, initContext: { sdkName: 'outlook', sdkVersion: '1', capabilities: {}, accountContext } };
  }
  if (signIn === 'refuses' || (signIn === 'asks-first' && method !== 'GetTokenPopup')) {
    const status = method === 'GetTokenPopup' ? 'USER_CANCEL' : 'USER_INTERACTION_REQUIRED';
    return { success: false, error: { status, code: 'interaction_required', subError: '', description: '' } };
  }
  const idToken = [encoded({ alg: 'RS256' }), encoded({ aud: client, tid: tenant, oid: person, sub: 's', ver: '2.0' }), 'signature'].join(
    '.'
  );
  const token = {
    access_token: 'header.claims.signature',
    expires_in: 3600,
    id_token: idToken,
    properties: null,
    scope: `api://${client}/Policy.Read`
  };
  return { success: true, token, account: { ...account, idToken } };
}

function encoded(claims: object): string {
  return btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
