import { failure } from '../failure.ts';
import { readSchool, type School } from '../school.ts';
import type { SignatureSettings } from '../config-signatures.ts';
import type { Io } from './command.ts';

/** A school of which it is said who signs what. */
export interface SigningSchool {
  readonly school: School;
  readonly settings: SignatureSettings;
}

/** The school of a command about signatures. Throws a `Failure` where there is no `beadle.yaml`, or where it says nothing of signatures. */
export async function signingSchool(named: string | undefined, io: Io): Promise<SigningSchool> {
  const school = await readSchool(named, io);
  if (school.file === undefined) {
    throw failure(
      'file-missing',
      'There is no beadle.yaml here, so there is no school that could ask anybody. Name it with --school FILE.'
    );
  }
  const settings = school.config.signatures;
  if (!settings) {
    throw failure(
      'wrong-config',
      `${school.file} says nothing of who signs what. Take the «# » away before «signatures:» and put your own in.`
    );
  }
  return { school, settings };
}
