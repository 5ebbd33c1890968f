import { join } from 'node:path';
import { accept, type Accepted } from '../core/tenant/accept.ts';
import { beginAudit, type Result } from '../core/tenant/audit.ts';
import type { Check } from '../core/tenant/check.ts';
import { checks as everyCheck } from '../core/tenant/checks/index.ts';
import { expectationsOf } from '../core/tenant/packs.ts';
import type { Streams, Vendor } from '../core/tenant/snapshot.ts';
import type { Way } from '../graph/http.ts';
import { auditTenant } from '../graph/snapshot.ts';
import type { AuditSettings } from './config-audit.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { failure } from './failure.ts';
import type { School } from './school.ts';
import { daysOf, folderOf, idOf, openSignatures, type Signatures } from './signatures.ts';
import { type Audits, auditsOf, type Counts, type Run } from './store/audits.ts';
import { type Database, databaseFor, type Shared } from './store/database.ts';
import { begun } from './store/ledger.ts';
import { type Outside, type Tenant, tenantsOf, wayTo } from './tenants.ts';

/** A school whose tenants are audited, and what it decided of that. */
export interface Audited {
  readonly school: School;
  readonly settings: AuditSettings;
}

/** The school as one that is audited. Throws a `Failure` where nobody said which tenant is its own. */
export function auditedSchool(school: School): Audited {
  const settings = school.config.audit;
  if (school.file === undefined) {
    throw failure(
      'file-missing',
      'There is no beadle.yaml here, so there is no tenant to audit; the invented example school has none. Write «beadle init», name your tenant under «audit:», and «beadle permissions» says what it needs.'
    );
  }
  if (!settings) {
    throw failure(
      'wrong-config',
      `${school.file} says nothing of audits. Write «audit:» with «microsoft: { tenantId, clientId }» or «google: { customer, admin }»; «beadle permissions» then says what it needs.`
    );
  }
  return { school, settings };
}

/** The checks that are switched on. One that monitors people is, too, though it does not run before its assessment is dated. */
export function checksOn({ off }: Pick<AuditSettings, 'off'>, checks: readonly Check[] = everyCheck): readonly Check[] {
  return checks.filter(({ id }) => !off.includes(id));
}

/** Whether a check may look at what people do: its assessment is dated, and not in the future. */
export function allowedBy({ dpia }: Pick<AuditSettings, 'dpia'>, today: string): (id: string) => boolean {
  return id => {
    const line = dpia[id];
    return line !== undefined && line.date <= today;
  };
}

/** The date by the school's clock. */
export function todayAt({ config }: Pick<School, 'config'>, now: Date): string {
  return daysOf(config, now).dayOf(now.toISOString());
}

/** The checks that run today at all. */
export function checksRunning(settings: Pick<AuditSettings, 'off' | 'dpia'>, today: string): readonly Check[] {
  const allowed = allowedBy(settings, today);
  return checksOn(settings).filter(({ id, people }) => !people?.monitors || allowed(id));
}

/** What one audit needs besides the school. */
export interface AuditWorld {
  readonly environment: Environment;
  readonly now: () => Date;
  readonly stop: AbortSignal;
  readonly world?: Outside | undefined;
  /** Told how far each stream of each tenant has come. */
  readonly progress?: (vendor: Vendor, stream: keyof Streams, seen: number) => void;
  /** These checks alone. */
  readonly only?: readonly string[];
}

/** Audits a school's tenants, all at once. Throws a `Failure` where Beadle has nothing to prove itself by; whatever a tenant refuses stands in the results. */
export async function auditNow(audited: Audited, world: AuditWorld): Promise<readonly Run[]> {
  const begin = await auditReady(audited, world);
  return begin();
}

/** The same in two steps: nobody is asked anything before what comes back is called, with the risks that the school accepted, where that changed meanwhile. */
export async function auditReady(
  { school, settings }: Audited,
  world: AuditWorld
): Promise<(accepted?: readonly Accepted[]) => Promise<readonly Run[]>> {
  const { environment, now, stop, progress, only } = world;
  const at = now();
  const today = todayAt(school, at);
  const chosen = (check: Check): boolean => !only || only.includes(check.id);
  const checks = checksOn(settings).filter(chosen);
  const running = checksRunning(settings, today).filter(chosen);
  const { staff, pupils } = school.config.domains;
  const expects = expectationsOf(settings.pack, ownExpectations(settings));
  const tenants = tenantsOf(settings).filter(({ vendor }) => checks.some(({ vendors }) => vendors.includes(vendor)));
  const ways = await Promise.all(tenants.map(tenant => wayTo(tenant, { settings, environment, running, world: world.world, stop })));

  async function read({ vendor, id, parts, streams }: Tenant, way: Way, accepted: readonly Accepted[]): Promise<Run> {
    const by = { expects, vendor, now: at.toISOString(), domains: { staff, pupils } };
    const { results } = await auditTenant(beginAudit(checks, by, allowedBy(settings, today)), {
      vendor,
      tenant: id,
      way,
      parts,
      streams,
      now: () => at,
      ...(progress && { progress: (stream, seen) => progress(vendor, stream, seen) })
    });
    return { at, vendor, tenant: id, results, counts: countsOf(results, accepted, today) };
  }

  return (accepted = settings.accepted) => Promise.all(tenants.map((tenant, i) => read(tenant, ways[i]!, accepted)));
}

/** What the school itself decided; what it left out is not there. */
export function ownExpectations({ expects }: Pick<AuditSettings, 'expects'>): Parameters<typeof expectationsOf>[1] {
  return Object.fromEntries(Object.entries(expects).filter(([, value]) => value !== undefined));
}

function countsOf(results: readonly Result[], accepted: readonly Accepted[], today: string): Counts {
  const counts = { right: 0, wrong: 0, unknown: 0 };
  for (const { state, accepted: risk } of accept(results, accepted, today)) {
    if (state === 'pass') counts.right += 1;
    else if (state !== 'fail' && state !== 'partial') counts.unknown += 1;
    else if (!risk) counts.wrong += 1;
  }
  return counts;
}

/** A school's audits: its database, opened. */
export interface Auditing extends Audited {
  readonly id: string;
  readonly environment: Environment;
  readonly database: Database;
  readonly audits: Audits;
  readonly tenants: readonly Tenant[];
  /** Where the school asks people to sign. */
  readonly signatures?: Signatures;
  /** The folder in which the built-in database and mails that nobody takes away lie. */
  readonly data: string;
  readonly cwd: string;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

/** Opens what is kept of a school's audits. */
export async function openAuditing(
  audited: Audited,
  world: {
    readonly cwd: string;
    readonly env: { readonly [name: string]: string | undefined };
    readonly now: () => Date;
    readonly shared?: Shared | undefined;
  }
): Promise<Auditing> {
  const { school } = audited;
  if (school.config.signatures) {
    const signatures = await openSignatures(school, world);
    return auditingOn(audited, signatures, world);
  }
  const { cwd, env, now } = world;
  const environment = readEnvironment(env, cwd);
  const data = environment.data ?? join(folderOf(school, cwd), '.beadle');
  const id = idOf(school.config);
  const database = await databaseFor(world.shared, { url: environment.database?.(), folder: join(data, 'database') }, id);
  try {
    await begun(database.db, { id, name: school.config.school.name });
  } catch (error) {
    await database.close();
    throw error;
  }
  return parts(audited, { id, environment, database, data, cwd, now, close: database.close });
}

/** The same on signatures that are open already; closing it closes them. */
export function auditingOn(audited: Audited, signatures: Signatures, { cwd }: { readonly cwd: string }): Auditing {
  const { id, environment, database, data, now, close } = signatures;
  return { ...parts(audited, { id, environment, database, data, cwd, now, close }), signatures };
}

function parts(
  { school, settings }: Audited,
  rest: Pick<Auditing, 'id' | 'environment' | 'database' | 'data' | 'cwd' | 'now' | 'close'>
): Auditing {
  return { school, settings, ...rest, audits: auditsOf(rest.database.db, rest.id), tenants: tenantsOf(settings) };
}
