/** How the school's service is registered, and who is signed in at the mail program. */
export interface Signed {
  readonly clientId: string;
  readonly tenant: string;
  /** The person's own id at the tenant. */
  readonly person: string;
  readonly name: string;
  readonly address: string;
}

type Listener = (message: string) => void;

/**
 * The mail program's side of nested app authentication, as the vendor's library looks for it in its window: the account that is signed in here is lent
 * to the add-in without a question. `signed` and `token` come from the demonstration's own tenant.
 */
export function nestedSignIn(signed: () => Promise<Signed>, token: () => Promise<string | undefined>): object {
  const listeners: Listener[] = [];

  async function answer(message: string): Promise<void> {
    const { method, requestId } = JSON.parse(message) as { readonly method: string; readonly requestId: string };
    const who = await signed();
    const said = method === 'GetInitContext' ? begun(who) : issued(who, await token());
    const whole = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...said });
    for (const listener of [...listeners]) listener(whole);
  }

  return {
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.splice(listeners.indexOf(listener), 1),
    postMessage: (message: string) => void answer(message)
  };
}

function begun({ person, tenant }: Signed): object {
  const accountContext = { homeAccountId: `${person}.${tenant}`, environment: 'login.microsoftonline.com', tenantId: tenant };
  return { success: true, initContext: { sdkName: 'outlook', sdkVersion: '1', capabilities: {}, accountContext } };
}

function issued({ clientId, tenant, person, name, address }: Signed, token: string | undefined): object {
  if (token === undefined) {
    return { success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', subError: '', description: '' } };
  }
  const claims = [
    { alg: 'RS256', typ: 'JWT' },
    { aud: clientId, tid: tenant, oid: person, sub: person, ver: '2.0' }
  ];
  const idToken = [...claims.map(encoded), 'signature'].join('.');
  const account = {
    homeAccountId: `${person}.${tenant}`,
    environment: 'login.microsoftonline.com',
    tenantId: tenant,
    username: address,
    localAccountId: person,
    name,
    idToken
  };
  const given = { access_token: token, expires_in: 3600, id_token: idToken, properties: null, scope: `api://${clientId}/Policy.Read` };
  return { success: true, token: given, account };
}

function encoded(claims: object): string {
  return btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
