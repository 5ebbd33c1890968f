import type { Check } from '../check.ts';
import { accountsUnused } from './accounts-unused.ts';
import { adminsRecoverByThemselves } from './admins-recover-by-themselves.ts';
import { appsOpenWithoutPin } from './apps-open-without-pin.ts';
import { chromebooksOpenWithLid } from './chromebooks-open-with-lid.ts';
import { schoolWordsAsPasswords } from './school-words-as-passwords.ts';
import { deviceCodesSimple } from './device-codes-simple.ts';
import { deviceCodesTooShort } from './device-codes-too-short.ts';
import { deviceGuessesUnlimited } from './device-guesses-unlimited.ts';
import { devicesBreakRules } from './devices-break-rules.ts';
import { devicesCompromised } from './devices-compromised.ts';
import { devicesHaveNoCode } from './devices-have-no-code.ts';
import { devicesLockTooLate } from './devices-lock-too-late.ts';
import { devicesNotEncrypted } from './devices-not-encrypted.ts';
import { devicesOpenWithoutCode } from './devices-open-without-code.ts';
import { devicesSilent } from './devices-silent.ts';
import { devicesTrustedWithoutRules } from './devices-trusted-without-rules.ts';
import { encryptionNotAsked } from './encryption-not-asked.ts';
import { lockoutTooLate } from './lockout-too-late.ts';
import { mailForwardedOutside } from './mail-forwarded-outside.ts';
import { mailLeavesByOldPrograms } from './mail-leaves-by-old-programs.ts';
import { mailMayBeForwarded } from './mail-may-be-forwarded.ts';
import { mailboxesOpenedByOthers } from './mailboxes-opened-by-others.ts';
import { oldProtocolsAllowed } from './old-protocols-allowed.ts';
import { ownDevicesEnrolled } from './own-devices-enrolled.ts';
import { ownDevicesMayJoin } from './own-devices-may-join.ts';
import { passwordExpiryDiffers } from './password-expiry-differs.ts';
import { passwordsExemptFromExpiry } from './passwords-exempt-from-expiry.ts';
import { passwordsReused } from './passwords-reused.ts';
import { passwordsTooOld } from './passwords-too-old.ts';
import { passwordsTooShort } from './passwords-too-short.ts';
import { protectionOutOfDate } from './protection-out-of-date.ts';
import { secondFactorMissing } from './second-factor-missing.ts';
import { secondFactorNotAsked } from './second-factor-not-asked.ts';
import { sessionsTooLong } from './sessions-too-long.ts';
import { sharedMailboxSignsIn } from './shared-mailbox-signs-in.ts';
import { tooManyAdmins } from './too-many-admins.ts';
import { weakPasswordsAllowed } from './weak-passwords-allowed.ts';

/** Every check, in the order in which a report lists it. */
export const checks: readonly Check[] = [
  secondFactorNotAsked,
  secondFactorMissing,
  oldProtocolsAllowed,
  weakPasswordsAllowed,
  passwordsTooShort,
  schoolWordsAsPasswords,
  lockoutTooLate,
  passwordExpiryDiffers,
  passwordsExemptFromExpiry,
  passwordsTooOld,
  passwordsReused,
  tooManyAdmins,
  adminsRecoverByThemselves,
  accountsUnused,
  sharedMailboxSignsIn,
  sessionsTooLong,
  mailForwardedOutside,
  mailMayBeForwarded,
  mailLeavesByOldPrograms,
  mailboxesOpenedByOthers,
  devicesOpenWithoutCode,
  devicesLockTooLate,
  deviceCodesTooShort,
  deviceCodesSimple,
  deviceGuessesUnlimited,
  devicesHaveNoCode,
  chromebooksOpenWithLid,
  encryptionNotAsked,
  devicesNotEncrypted,
  devicesBreakRules,
  devicesTrustedWithoutRules,
  devicesCompromised,
  protectionOutOfDate,
  devicesSilent,
  ownDevicesEnrolled,
  ownDevicesMayJoin,
  appsOpenWithoutPin
];
