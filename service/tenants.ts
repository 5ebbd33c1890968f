import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Check } from '../core/tenant/check.ts';
import { checks as everyCheck } from '../core/tenant/checks/index.ts';
import type { Vendor } from '../core/tenant/snapshot.ts';
import {
  type Credentials as GoogleCredentials,
  type Tokens as GoogleTokens,
  tokensOf as googleTokensOf
} from '../graph/google/credentials.ts';
import { googleParts, googleStreams } from '../graph/google/index.ts';
import { googleWay } from '../graph/google/way.ts';
import type { Way } from '../graph/http.ts';
import type { Clock } from '../graph/limiter.ts';
import {
  type Credentials as MicrosoftCredentials,
  type Tokens as MicrosoftTokens,
  tokensOf as microsoftTokensOf
} from '../graph/microsoft/credentials.ts';
import { microsoftParts, microsoftStreams } from '../graph/microsoft/index.ts';
import { microsoftWay } from '../graph/microsoft/way.ts';
import type { PartReader, StreamReader } from '../graph/part.ts';
import type { AuditSettings } from './config-audit.ts';
import type { Environment } from './environment.ts';
import { failure, isFailure } from './failure.ts';
import { needsOf } from './permissions.ts';
import { readSecret } from './secret-file.ts';

/** The world in which tenants are reached; tests bring their own. */
export interface Outside {
  readonly clock: (stop: AbortSignal) => Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly fetch?: typeof fetch;
  readonly microsoftTokens: (credentials: MicrosoftCredentials) => MicrosoftTokens;
  readonly googleTokens: (credentials: GoogleCredentials, scopes: readonly string[]) => GoogleTokens;
}

/** The world as it is. Once it is to stop, it is later than every deadline. */
export const outside: Outside = {
  clock: stop => ({
    now: () => (stop.aborted ? Infinity : Date.now()),
    sleep: (ms, signal) => slept(ms, AbortSignal.any(signal ? [stop, signal] : [stop]))
  }),
  random: Math.random,
  microsoftTokens: credentials => microsoftTokensOf(credentials),
  googleTokens: googleTokensOf
};

/** A tenant, and how it is read. */
export interface Tenant {
  readonly vendor: Vendor;
  /** The vendor's own id of it. */
  readonly id: string;
  readonly parts: readonly PartReader[];
  readonly streams: readonly StreamReader[];
}

/** The tenants that a school names, Microsoft's first. */
export function tenantsOf({ microsoft, google }: Pick<AuditSettings, 'microsoft' | 'google'>): readonly Tenant[] {
  return [
    ...(microsoft ? [{ vendor: 'microsoft', id: microsoft.tenantId, parts: microsoftParts, streams: microsoftStreams } as const] : []),
    ...(google
      ? [{ vendor: 'google', id: google.customer, parts: googleParts(google.customer), streams: googleStreams(google.customer) } as const]
      : [])
  ];
}

/** How long one audit may take, in milliseconds. */
const patience = 30 * 60 * 1000;

/** The way to a tenant. Throws a `Failure` that names what is missing in the environment, or what is wrong with a file; never what stands in it. */
export async function wayTo(
  { vendor, parts, streams }: Tenant,
  {
    settings,
    environment,
    running,
    scopes: given,
    world = outside,
    stop
  }: {
    readonly settings: Pick<AuditSettings, 'microsoft' | 'google'>;
    readonly environment: Environment;
    /** The scopes of Google that are asked for, where they are not those of checks. */
    readonly scopes?: readonly string[];
    /** The checks for which it is read: what they need is all that is asked for. */
    readonly running?: readonly Check[];
    readonly world?: Outside | undefined;
    readonly stop: AbortSignal;
  }
): Promise<Way> {
  const clock = world.clock(stop);
  const by = { clock, random: world.random, deadline: clock.now() + patience };
  if (vendor === 'microsoft')
    return microsoftWay(world.microsoftTokens(await microsoftProof(settings.microsoft!, environment)), by, world.fetch);
  const { admin } = settings.google!;
  const credentials = { ...(await googleKey(environment)), admin };
  const scopes = given ?? needsOf({ vendor, parts, streams }, running ?? everyCheck).map(({ right }) => right.name);
  return googleWay(world.googleTokens(credentials, scopes), admin, by, world.fetch);
}

/** The way to Microsoft Graph for a registration of its own. */
export function wayAs(
  credentials: MicrosoftCredentials,
  { world = outside, stop }: { readonly world?: Outside | undefined; readonly stop: AbortSignal }
): Way {
  const clock = world.clock(stop);
  return microsoftWay(world.microsoftTokens(credentials), { clock, random: world.random, deadline: clock.now() + patience }, world.fetch);
}

/** How Beadle proves itself to Microsoft Entra, as the environment says: exactly one way. */
export async function microsoftProof(who: NonNullable<AuditSettings['microsoft']>, { graph }: Environment): Promise<MicrosoftCredentials> {
  const given = Object.keys(graph).length;
  if (given !== 1) {
    throw failure(
      'wrong-config',
      `The environment says ${given === 0 ? 'nothing of' : 'more than one way'} how Beadle proves itself to Microsoft. Set one of BEADLE_GRAPH_SECRET, BEADLE_GRAPH_CERTIFICATE (a PEM file), BEADLE_GRAPH_ASSERTION_FILE and BEADLE_GRAPH_MANAGED_IDENTITY=1.`
    );
  }
  const { secret, certificate, assertion } = graph;
  if (secret) return { ...who, secret: secret() };
  if (certificate !== undefined)
    return { ...who, certificate: certificateIn(await secretFile(certificate, 'BEADLE_GRAPH_CERTIFICATE'), certificate) };
  // Whoever puts it there renews it: it is read anew for each token.
  if (assertion !== undefined) return { ...who, assertion: async () => (await readFile(assertion, 'utf8')).trim() };
  return { ...who, managedIdentity: true };
}

/** A PEM file with a certificate, its key, and whatever vouches for it. */
function certificateIn(pem: string, path: string) {
  const pair = pairIn(pem);
  if (!pair) {
    throw failure(
      'wrong-config',
      `«${path}», which BEADLE_GRAPH_CERTIFICATE names, is no certificate with its private key. Write both into it as PEM, without a password.`
    );
  }
  const { own, key } = pair;
  if (key.asymmetricKeyType !== 'rsa') {
    throw failure(
      'wrong-config',
      `«${path}», which BEADLE_GRAPH_CERTIFICATE names, has no RSA key, and Microsoft takes no other. Make one with RSA.`
    );
  }
  return {
    thumbprintSha256: createHash('sha256').update(own.raw).digest('hex').toUpperCase(),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
    chain: pem.match(certificates)!.join('\n')
  };
}

const certificates = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The key of a PEM file, and the certificate in it that belongs to the key. */
function pairIn(pem: string): { readonly own: X509Certificate; readonly key: KeyObject } | undefined {
  try {
    const key = createPrivateKey(
      /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[^-]+-----END (?:RSA |EC )?PRIVATE KEY-----/.exec(pem)?.[0] ?? ''
    );
    const own = (pem.match(certificates) ?? []).map(each => new X509Certificate(each)).find(each => each.checkPrivateKey(key));
    return own && { own, key };
  } catch {
    return undefined;
  }
}

/** The key of Google's service account, and the number under which the administrator knows it. */
export async function googleKey({
  googleKey: path
}: Pick<Environment, 'googleKey'>): Promise<{ readonly address: string; readonly privateKey: string; readonly clientId?: string }> {
  if (path === undefined) {
    throw failure(
      'wrong-config',
      'The environment says nothing of how Beadle proves itself to Google. Set BEADLE_GOOGLE_KEY to the file of the service account’s key.'
    );
  }
  const text = await secretFile(path, 'BEADLE_GOOGLE_KEY');
  try {
    const { client_email: address, private_key: key, client_id: clientId } = JSON.parse(text) as { readonly [name: string]: unknown };
    if (typeof address !== 'string' || typeof key !== 'string') throw new Error('no key');
    createPrivateKey(key);
    return { address, privateKey: key, ...(typeof clientId === 'string' ? { clientId } : {}) };
  } catch {
    throw failure(
      'wrong-config',
      `«${path}», which BEADLE_GOOGLE_KEY names, is no key of a service account. Download it from Google Cloud as JSON.`
    );
  }
}

async function secretFile(path: string, name: string): Promise<string> {
  try {
    const text = await readSecret(path);
    if (text !== undefined) return text;
  } catch (error) {
    throw isFailure(error) && error.code === 'file-forbidden'
      ? error
      : failure('wrong-config', `«${path}», which ${name} names, cannot be read.`);
  }
  throw failure('file-missing', `There is no file «${path}», which ${name} names.`);
}

function slept(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
