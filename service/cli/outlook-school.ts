import { type Kept, keptOf } from '../outlook.ts';
import { readSchool, type School } from '../school.ts';
import type { Io } from './command.ts';

/** The option by which every command for Outlook takes its school. */
export const schoolOption = {
  school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' }
} as const;

/** A school that uses Outlook, and what it keeps. Throws a `Failure` where it does not use it. */
export async function outlookSchool(file: string | undefined, io: Io): Promise<School & { readonly kept: Kept }> {
  const school = await readSchool(file, io);
  return { ...school, kept: keptOf(school, io.cwd) };
}
