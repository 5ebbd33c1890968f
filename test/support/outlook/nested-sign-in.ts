import type { BrowserContext } from 'playwright-core';
import { clientId, person, tenant } from './school-service.ts';

/** How Outlook answers to the add-in's wish for a token: at once, only after the person was asked, or not at all. */
export type Answers = 'signed-in' | 'asks-first' | 'refuses';

/**
 * Outlook's side of nested app authentication, in every page that opens in `context` from now on: what the vendor's library looks for in its window.
 * `token` makes the access token; `answers` is asked anew for each wish.
 */
export async function nestedSignIn(context: BrowserContext, token: () => Promise<string>, answers: () => Answers): Promise<void> {
  await context.exposeFunction('beadleTestToken', async (method: string) => {
    const how = answers();
    if (how === 'refuses' || (how === 'asks-first' && method !== 'GetTokenPopup')) return null;
    return token();
  });
  await context.addInitScript(bridge, { clientId, person, tenant });
}

/** Runs in the page. */
function bridge({ clientId, person, tenant }: { readonly clientId: string; readonly person: string; readonly tenant: string }): void {
  type Listener = (message: string) => void;
  interface Asked {
    readonly method: string;
    readonly requestId: string;
  }
  const window = globalThis as unknown as {
    location: { readonly hostname: string };
    nestedAppAuthBridge: object;
    beadleTestToken: (method: string) => Promise<string | null>;
  };
  if (window.location.hostname !== 'beadle.school.example') return;
  const listeners: Listener[] = [];
  const account = {
    homeAccountId: `${person}.${tenant}`,
    environment: 'login.microsoftonline.com',
    tenantId: tenant,
    username: 'teacher@school.example',
    localAccountId: person,
    name: 'Class Teacher'
  };
  const encoded = (claims: object): string => btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const idToken = [
    encoded({ alg: 'RS256', typ: 'JWT' }),
    encoded({ aud: clientId, tid: tenant, oid: person, sub: 's', ver: '2.0', iss: `https://login.microsoftonline.com/${tenant}/v2.0` }),
    'signature'
  ].join('.');
  window.nestedAppAuthBridge = {
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.splice(listeners.indexOf(listener), 1),
    postMessage: async (message: string) => {
      const asked = JSON.parse(message) as Asked;
      const say = (answer: object): void => {
        const whole = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: asked.requestId, ...answer });
        for (const listener of listeners) listener(whole);
      };
      if (asked.method === 'GetInitContext') {
        const { homeAccountId, environment, tenantId } = account;
        const initContext = {
          sdkName: 'outlook',
          sdkVersion: '1',
          capabilities: {},
          accountContext: { homeAccountId, environment, tenantId }
        };
        setTimeout(() => say({ success: true, initContext }), 1);
        return;
      }
      const token = await window.beadleTestToken(asked.method);
      if (token === null) {
        say({
          success: false,
          error: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', subError: '', description: '' }
        });
        return;
      }
      const issued = {
        access_token: token,
        expires_in: 3600,
        id_token: idToken,
        properties: null,
        scope: `api://${clientId}/Policy.Read`
      };
      say({ success: true, token: issued, account: { ...account, idToken } });
    }
  };
}
