import { join } from 'node:path';
import type { Io } from './cli/command.ts';
import { readEnvironment } from './environment.ts';
import { type Post, postFrom } from './post.ts';
import type { School } from './school.ts';

/** The school's post for a command that needs no database: by its mail server, or into the folder of the school's data. */
export async function ownPost({ config }: School, folder: string, { env, cwd, stderr }: Pick<Io, 'env' | 'cwd' | 'stderr'>): Promise<Post> {
  const environment = readEnvironment(env, cwd);
  const from = config.post?.from ?? `${config.school.name.replace(/[<>\r\n"]/g, ' ')} <aup@${config.domains.staff[0]}>`;
  return postFrom(
    { from, smtp: environment.smtp?.(), folder: environment.data ?? join(folder, '.beadle') },
    line => void stderr.write(`beadle: ${line}\n`)
  );
}
