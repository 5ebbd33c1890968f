import { dirname, resolve } from 'node:path';
import type { Policy } from '../../core/policies/policy.ts';
import { failure } from '../failure.ts';
import { policyNamed } from '../policy-file.ts';
import type { School } from '../school.ts';
import type { Io } from './command.ts';

/** The policy that a school's `beadle.yaml` names, for a command that was given none. Throws a `Failure` where it names none. */
export async function schoolsPolicy({ config, file }: School, command: 'map' | 'lint', io: Io): Promise<Policy> {
  const named = config.school.policy;
  if (named === undefined) {
    throw failure('wrong-use', `Name a policy: «beadle policy ${command} st-norberts», or write «policy:» under «school:» in ${file}.`);
  }
  return policyNamed(named, file === undefined ? io.cwd : dirname(resolve(io.cwd, file)));
}
