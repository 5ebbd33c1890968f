import type { IPublicClientApplication } from '@azure/msal-browser';
import type { Host } from './host.ts';
import { call, isOffline, type Service } from './service.ts';

/** How the add-in is registered with Microsoft Entra. */
export interface Registration {
  /** The application's client id. */
  readonly clientId: string;
  /** The organisations whose accounts may sign in. */
  readonly tenants: readonly string[];
}

/**
 * Why there is no token. `sign-in`: Outlook has to ask the user first. `closed`: the user did not go through with it. `refused`: Outlook or the
 * organisation does not allow it. `unreachable`: what signing in needs could not be loaded. `too-old`: this Outlook does not lend its account.
 */
export type Lack = 'sign-in' | 'closed' | 'offline' | 'refused' | 'unreachable' | 'too-old';

/** The user's access token, or why there is none. */
export type Token = { readonly token: string } | { readonly without: Lack };

/** `silent` asks nobody anything. `ask` may open a window, and is for a click of the user alone. */
export type Tokens = (how: 'silent' | 'ask') => Promise<Token>;

/** Whether this Outlook lends its account to add-ins. Some that do not say so have what it takes all the same. */
export function canSignIn({ context }: Host): boolean {
  try {
    if (context.requirements.isSetSupported('NestedAppAuth', '1.1')) return true;
  } catch {
    // A name that this Outlook does not know is none that it supports.
  }
  return 'nestedAppAuthBridge' in window || '__initializeNestedAppAuth' in window;
}

/** How the school's service is registered, as `GET /outlook/sign-in` says, or nothing where it does not say. Never rejects. */
export async function registrationOf(service: Service): Promise<Registration | undefined> {
  const answer = await call(service, { path: '/outlook/sign-in' });
  const body = 'body' in answer ? (answer.body as Partial<Registration> | null | undefined) : undefined;
  if (!body || typeof body.clientId !== 'string') return undefined;
  return { clientId: body.clientId, tenants: Array.isArray(body.tenants) ? body.tenants : [] };
}

/**
 * Access tokens through Outlook's own account (nested app authentication). What this needs is much larger than all the rest of the pane, and is
 * fetched when the first token is asked for. Never rejects.
 */
export function tokensFor({ clientId, tenants }: Registration): Tokens {
  const [only, ...others] = tenants;
  const tenant = only && others.length === 0 ? only : 'organizations';
  const request = { scopes: [`api://${clientId}/Policy.Read`] };
  let started: Promise<IPublicClientApplication> | undefined;

  async function start(): Promise<IPublicClientApplication> {
    const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
    return createNestablePublicClientApplication({
      auth: { clientId, authority: `https://login.microsoftonline.com/${tenant}` },
      // Its messages name accounts.
      system: { loggerOptions: { loggerCallback: () => {}, piiLoggingEnabled: false } }
    });
  }

  return async how => {
    try {
      const client = await (started ??= start());
      const { accessToken } = await (how === 'silent' ? client.acquireTokenSilent(request) : client.acquireTokenPopup(request));
      return { token: accessToken };
    } catch (error) {
      // A script that did not come must be asked for again.
      if (!codeOf(error)) started = undefined;
      return { without: isOffline() ? 'offline' : lackOf(codeOf(error), how) };
    }
  };
}

function lackOf(code: string, how: 'silent' | 'ask'): Lack {
  if (code === '') return 'unreachable';
  if (how === 'silent') return 'sign-in';
  return /cancel|closed/i.test(code) ? 'closed' : 'refused';
}

/** What MSAL calls an error; empty where it is none of its own. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'errorCode' in error ? String(error.errorCode) : '';
}
