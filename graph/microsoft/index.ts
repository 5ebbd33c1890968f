import type { PartReader, StreamReader } from '../part.ts';
import { appRules } from './parts/app-rules.ts';
import { deviceDefaults } from './parts/device-defaults.ts';
import { domains } from './parts/domains.ts';
import { enrolmentRules } from './parts/enrolment-rules.ts';
import { licences } from './parts/licences.ts';
import { lockRules } from './parts/lock-rules.ts';
import { passwordRules } from './parts/password-rules.ts';
import { protection } from './parts/protection.ts';
import { roleHolders } from './parts/role-holders.ts';
import { signInRules } from './parts/sign-in-rules.ts';
import { accounts } from './streams/accounts.ts';
import { devices } from './streams/devices.ts';
import { mailboxes } from './streams/mailboxes.ts';
import { secondFactors } from './streams/second-factors.ts';
import { signIns } from './streams/sign-ins.ts';

/** What is read of Microsoft 365. */
export const microsoftParts: readonly PartReader[] = [
  licences,
  domains,
  passwordRules,
  signInRules,
  roleHolders,
  lockRules,
  appRules,
  deviceDefaults,
  enrolmentRules,
  protection
];
export const microsoftStreams: readonly StreamReader[] = [accounts, signIns, secondFactors, devices, mailboxes];
