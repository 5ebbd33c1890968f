import { generateKeyPairSync } from 'node:crypto';
import { checks } from '../../core/tenant/checks/index.ts';
import type { Licence } from '../../core/tenant/snapshot.ts';
import type { Outside } from '../../service/tenants.ts';
import { testClock } from './clock.ts';
import { googleContract } from './google/contract.ts';
import { fakeGoogle, type FakeGoogleOptions } from './google/fake.ts';
import { graphContract } from './graph/contract.ts';
import { fakeGraph, type FakeOptions } from './graph/fake.ts';
import { fakeSchool } from './graph/school.ts';

/** Licences of a school on A3. */
export const a3: readonly Licence[] = ['entra-p1', 'intune', 'exchange'];

/** Both vendors as invented schools, by which a command is run; with what it proved itself by and what it asked. */
export interface FakeTenants {
  readonly outside: Outside;
  readonly proofs: unknown[];
  readonly scopes: (readonly string[])[];
  readonly asked: readonly { readonly url: string; readonly status: number }[];
}

export async function fakeTenants(
  licences: readonly Licence[] = a3,
  graphOptions: Partial<FakeOptions> & { readonly mixed?: boolean } = {},
  googleOptions: FakeGoogleOptions = {}
): Promise<FakeTenants> {
  const clock = testClock();
  const graph = fakeGraph(fakeSchool(licences, graphOptions), { clock, contract: await graphContract(), ...graphOptions });
  const google = fakeGoogle({ contract: await googleContract(), ...googleOptions });
  const proofs: unknown[] = [];
  const scopes: (readonly string[])[] = [];
  const fetched: typeof fetch = (input, init) =>
    (new URL(input as string).host === 'graph.microsoft.com' ? graph : google).fetch(input, init);
  return {
    proofs,
    scopes,
    get asked() {
      return [...graph.asked, ...google.asked];
    },
    outside: {
      clock: () => clock,
      random: () => 0.5,
      fetch: fetched,
      microsoftTokens: credentials => {
        proofs.push(credentials);
        return async () => 'token';
      },
      googleTokens: (credentials, wanted) => {
        proofs.push(credentials);
        scopes.push(wanted);
        return async ({ as }) => as;
      }
    }
  };
}

/** `beadle.yaml` of a school whose tenants are audited. */
export function auditedYaml(audit: string, more = ''): string {
  return `school: { name: Example Primary School, policy: st-norberts }
domains: { staff: [school.example], pupils: [pupils.school.example] }
people: { headteacher: [head@school.example], coordinator: [esafety@school.example], chairOfGovernors: [chair@governors.example] }
audit:
${audit}
${more}`;
}

/** The tenants as `beadle.yaml` names them. */
export const microsoftLine =
  '  microsoft: { tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef }';
export const googleLine = '  google: { customer: C0123abcd, admin: admin@school.example }';

/** Lines by which every check that monitors people may run. */
export const dated = `  dpia: { ${checks
  .filter(({ people }) => people?.monitors)
  .map(({ id }) => `${id}: { date: 2026-11-01, by: Data Protection Officer }`)
  .join(', ')} }`;

let key: string | undefined;

/** The file of a key of a service account of Google's. */
export function googleKey(): string {
  key ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  }).privateKey;
  return JSON.stringify({ type: 'service_account', client_email: 'beadle@school.iam.example', client_id: '108642', private_key: key });
}
