import type { DirectoryReader } from '../../directory.ts';
import { accounts } from './accounts.ts';
import { groups } from './groups.ts';
import { roster } from './roster.ts';

/** Where Microsoft 365 says who is who. */
export const microsoftDirectory: readonly DirectoryReader[] = [accounts, roster, groups];
