import { registration } from '../registration.ts';

type Listener = (message: string) => void;

/** The window of the page, with what the test puts there. */
const page = window as unknown as {
  nestedAppAuthBridge: object;
  /** Asks the test for a token: none means that the person has to be asked first. */
  tokenFor(method: string): Promise<string | null>;
};

const { clientId, tenant, person } = registration;
const account = {
  homeAccountId: `${person}.${tenant}`,
  environment: 'login.microsoftonline.com',
  tenantId: tenant,
  username: 'teacher@school.example',
  localAccountId: person,
  name: 'Class Teacher'
};

if (location.hostname === 'beadle.school.example') page.nestedAppAuthBridge = bridge();

/** What the vendor's library looks for in its window where Outlook signs people in. */
function bridge(): object {
  const listeners: Listener[] = [];
  return {
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.splice(listeners.indexOf(listener), 1),
    postMessage: async (message: string) => {
      const { method, requestId } = JSON.parse(message) as { readonly method: string; readonly requestId: string };
      const answer = method === 'GetInitContext' ? context() : issued(await page.tokenFor(method));
      const whole = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer });
      for (const listener of [...listeners]) listener(whole);
    }
  };
}

function context(): object {
  const { homeAccountId, environment, tenantId } = account;
  return {
    success: true,
    initContext: { sdkName: 'outlook', sdkVersion: '1', capabilities: {}, accountContext: { homeAccountId, environment, tenantId } }
  };
}

function issued(token: string | null): object {
  if (token === null) {
    return { success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', subError: '', description: '' } };
  }
  const idToken = [
    { alg: 'RS256', typ: 'JWT' },
    { aud: clientId, tid: tenant, oid: person, sub: 'subject', ver: '2.0' }
  ].map(encoded);
  return {
    success: true,
    token: {
      access_token: token,
      expires_in: 3600,
      id_token: [...idToken, 'signature'].join('.'),
      properties: null,
      scope: `api://${clientId}/Policy.Read`
    },
    account: { ...account, idToken: [...idToken, 'signature'].join('.') }
  };
}

function encoded(claims: object): string {
  return btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
