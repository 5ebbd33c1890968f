import { AuthError, ConfidentialClientApplication, type INetworkModule, ManagedIdentityApplication } from '@azure/msal-node';

/** How Beadle proves to a school's Microsoft Entra that it is Beadle. */
export type Credentials = { readonly tenantId: string; readonly clientId: string } & (
  | { readonly secret: string }
  | { readonly certificate: { readonly thumbprintSha256: string; readonly privateKey: string; readonly chain?: string } }
  /** A token of another issuer that Entra trusts; asked for anew each time. */
  | { readonly assertion: () => Promise<string> }
  | { readonly managedIdentity: true }
);

/** Gives an access token for Microsoft Graph. Throws where Entra refuses. */
export type Tokens = (by: { readonly renew: boolean }) => Promise<string>;

const graph = 'https://graph.microsoft.com';

/** Tokens by these credentials; MSAL keeps each until it is about to run out. */
export function tokensOf(credentials: Credentials, network?: INetworkModule): Tokens {
  if ('managedIdentity' in credentials) {
    const identity = new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: credentials.clientId },
      system: network ? { networkClient: network } : {}
    });
    return async ({ renew }) => (await identity.acquireToken({ resource: graph, forceRefresh: renew })).accessToken;
  }
  const client = clientOf(credentials, network);
  return async ({ renew }) => {
    const token = await client.acquireTokenByClientCredential({ scopes: [`${graph}/.default`], skipCache: renew });
    if (!token) throw new Error('Microsoft Entra gave no token.');
    return token.accessToken;
  };
}

function clientOf(
  credentials: Exclude<Credentials, { managedIdentity: true }>,
  network: INetworkModule | undefined
): ConfidentialClientApplication {
  const { clientId, tenantId } = credentials;
  return new ConfidentialClientApplication({
    auth: { clientId, authority: `https://login.microsoftonline.com/${tenantId}`, ...proofOf(credentials) },
    system: network ? { networkClient: network } : {}
  });
}

function proofOf(credentials: Exclude<Credentials, { managedIdentity: true }>) {
  if ('secret' in credentials) return { clientSecret: credentials.secret };
  if ('assertion' in credentials) return { clientAssertion: credentials.assertion };
  const { thumbprintSha256, privateKey, chain } = credentials.certificate;
  return { clientCertificate: { thumbprintSha256, privateKey, ...(chain === undefined ? {} : { x5c: chain }) } };
}

/** Whether Entra said no: a secret that has run out, a registration that is gone. What is wrong with the network is no answer. */
export function isRefused(error: unknown): boolean {
  return error instanceof AuthError && !/network|endpoint|timeout|unavailable|no_network/i.test(error.errorCode);
}
