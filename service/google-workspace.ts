import { googleWay } from '../graph/google/way.ts';
import type { Way } from '../graph/http.ts';
import type { Right } from '../graph/part.ts';
import type { AuditSettings } from './config-audit.ts';
import { readEnvironment } from './environment.ts';
import { failure } from './failure.ts';
import type { School } from './school.ts';
import { googleKey, type Outside, outside } from './tenants.ts';

/** A school's Google Workspace: its customer id and the administrator in whose name Beadle asks. */
export type Workspace = NonNullable<AuditSettings['google']>;

/** The Workspace that a school names. Throws a `Failure` where it names none. */
export function workspaceOf({ config, file }: School): Workspace {
  if (file === undefined)
    throw failure('file-missing', 'There is no beadle.yaml here. Name yours with --school, or write one with «beadle init».');
  const google = config.audit?.google;
  if (!google)
    throw failure(
      'wrong-config',
      `${file} names no Google Workspace. Write «audit: { google: { customer: C…, admin: … } }»: «beadle init» shows how.`
    );
  return google;
}

/** How long one command may take, in milliseconds. Google's counts are by the minute, so that much patience is needed. */
const patience = 60 * 60 * 1000;

/** The way out to a Workspace with these rights and no others. A step that was begun is finished, whoever wants to stop. */
export async function workspaceWay(
  { admin }: Workspace,
  rights: readonly Right[],
  { env, cwd }: { readonly env: { readonly [name: string]: string | undefined }; readonly cwd: string },
  world: Outside = outside
): Promise<{ readonly way: Way; readonly sleep: (ms: number) => Promise<void> }> {
  const clock = world.clock(new AbortController().signal);
  const key = await googleKey(readEnvironment(env, cwd));
  const tokens = world.googleTokens(
    { ...key, admin },
    rights.map(({ name }) => name)
  );
  const by = { clock, random: world.random, deadline: clock.now() + patience, attempts: 10 };
  return { way: googleWay(tokens, admin, by, world.fetch), sleep: ms => clock.sleep(ms) };
}
