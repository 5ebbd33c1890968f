import type { DirectoryReader } from '../../directory.ts';
import { accounts } from './accounts.ts';
import { contacts } from './contacts.ts';
import { groups } from './groups.ts';
import { guardians } from './guardians.ts';

/** Where the Google tenant with this customer id says who is who. */
export function googleDirectory(customer: string): readonly DirectoryReader[] {
  return [accounts(customer), groups, guardians, contacts];
}
