import type { PartReader, StreamReader } from '../part.ts';
import { domains } from './parts/domains.ts';
import { lockRules } from './parts/lock-rules.ts';
import { mailRules } from './parts/mail-rules.ts';
import { passwordRules } from './parts/password-rules.ts';
import { roleHolders } from './parts/role-holders.ts';
import { signInRules } from './parts/sign-in-rules.ts';
import { devices } from './streams/devices.ts';
import { mailboxes } from './streams/mailboxes.ts';
import { accounts, secondFactors, signIns } from './streams/users.ts';

/** What is read of the Google tenant with this customer id: `C0123abcd`. */
export function googleParts(customer: string): readonly PartReader[] {
  return [domains, passwordRules, signInRules, roleHolders, lockRules, mailRules].map(make => make(customer));
}

export function googleStreams(customer: string): readonly StreamReader[] {
  return [accounts, signIns, secondFactors, devices, mailboxes].map(make => make(customer));
}
