import type { Migration } from 'kysely';
import { up as signatures } from './0001-signatures.ts';
import { up as verification } from './0002-verification.ts';
import { up as audits } from './0003-audits.ts';
import { up as incidents } from './0004-incidents.ts';
import { up as peopleLists } from './0005-people-lists.ts';
import { up as directory } from './0006-directory.ts';
import { up as approvals } from './0007-approvals.ts';
import { up as isolation } from './0009-isolation.ts';
import { up as tab } from './0010-tab.ts';
import { up as registers } from './0011-registers.ts';
import { up as installations } from './0012-installations.ts';

/** The steps by which the database came to be, in their order; none is changed once it was published. A new one stands at the end. */
export const migrations: { readonly [name: string]: Migration } = {
  '0001-signatures': { up: signatures },
  '0002-verification': { up: verification },
  '0003-audits': { up: audits },
  '0004-incidents': { up: incidents },
  '0005-people-lists': { up: peopleLists },
  '0006-directory': { up: directory },
  '0007-approvals': { up: approvals },
  '0009-isolation': { up: isolation },
  '0010-tab': { up: tab },
  '0011-registers': { up: registers },
  '0012-installations': { up: installations }
};
