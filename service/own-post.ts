import { join } from 'node:path';
import { mailScopes } from '../graph/google/scopes.ts';
import type { Io } from './cli/command.ts';
import type { Config } from './config.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type Post, type PostSettings, postFrom } from './post.ts';
import type { School } from './school.ts';
import { outside, type Outside, tenantsOf, wayTo } from './tenants.ts';

/** The school's post for a command that needs no database: by its mail server or its tenant, or into the folder of the school's data. */
export async function ownPost({ config }: School, folder: string, { env, cwd, stderr }: Pick<Io, 'env' | 'cwd' | 'stderr'>): Promise<Post> {
  const environment = readEnvironment(env, cwd);
  return postFrom(
    postSettings(config, environment, environment.data ?? join(folder, '.beadle')),
    line => void stderr.write(`beadle: ${line}\n`)
  );
}

/** How a school sends mail: as `post:` says, in the school's name where it does not say in whose. */
export function postSettings(config: Config, environment: Environment, folder: string, world: Outside = outside): PostSettings {
  const from = config.post?.from ?? `${config.school.name.replace(/[<>\r\n"]/g, ' ')} <aup@${config.domains.staff[0]}>`;
  const by = config.post?.by ?? 'smtp';
  const own = by === 'smtp' ? undefined : tenantsOf(config.audit ?? {}).find(({ vendor }) => vendor === by);
  if (!own) return { from, smtp: environment.smtp?.(), folder };
  // Each mail by a way of its own: a way has an end, and the service has none.
  const way = () =>
    wayTo(own, {
      settings: config.audit ?? {},
      environment,
      scopes: [mailScopes.send.name],
      world,
      stop: new AbortController().signal
    });
  return { from, smtp: undefined, folder, tenant: { vendor: own.vendor, way } };
}
