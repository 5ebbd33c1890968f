import type { LockRule, Platform } from '../../core/tenant/snapshot.ts';

type Told = Omit<LockRule, 'id' | 'name' | 'from' | 'platform' | 'assigned'>;
type Kind = { readonly from: 'compliance' | 'configuration'; readonly platform: Platform; readonly says: Said };
/** Which property of Graph says which of ours. Numbers are in the unit that ours has, unless `seconds` says otherwise. */
type Said = { readonly [N in keyof Told]?: string | { readonly seconds: string } | { readonly not: string } };

const computer = {
  required: 'passwordRequired',
  leastLength: 'passwordMinimumLength',
  minutes: 'passwordMinutesOfInactivityBeforeLock',
  simpleBlocked: 'passwordBlockSimple',
  days: 'passwordExpirationDays'
} as const;
const telephone = {
  required: 'passcodeRequired',
  leastLength: 'passcodeMinimumLength',
  minutes: 'passcodeMinutesOfInactivityBeforeLock',
  simpleBlocked: 'passcodeBlockSimple',
  days: 'passcodeExpirationDays'
} as const;
const android = {
  required: 'passwordRequired',
  leastLength: 'passwordMinimumLength',
  minutes: 'passwordMinutesOfInactivityBeforeLock',
  days: 'passwordExpirationDays'
} as const;

/** The policies and profiles of Intune that say how a device locks, by their type in Graph, with Microsoft's names for each setting. */
export const kinds: { readonly [type: string]: Kind } = {
  windows10CompliancePolicy: { from: 'compliance', platform: 'windows', says: { ...computer, encryption: 'storageRequireEncryption' } },
  windows81CompliancePolicy: { from: 'compliance', platform: 'windows', says: { ...computer, encryption: 'storageRequireEncryption' } },
  iosCompliancePolicy: { from: 'compliance', platform: 'ios', says: { ...telephone, jailbreakBlocked: 'securityBlockJailbrokenDevices' } },
  macOSCompliancePolicy: { from: 'compliance', platform: 'macos', says: { ...computer, encryption: 'storageRequireEncryption' } },
  androidCompliancePolicy: {
    from: 'compliance',
    platform: 'android',
    says: { ...android, encryption: 'storageRequireEncryption', jailbreakBlocked: 'securityBlockJailbrokenDevices' }
  },
  androidWorkProfileCompliancePolicy: {
    from: 'compliance',
    platform: 'android',
    says: { ...android, encryption: 'storageRequireEncryption', jailbreakBlocked: 'securityBlockJailbrokenDevices' }
  },
  windows10GeneralConfiguration: {
    from: 'configuration',
    platform: 'windows',
    says: {
      required: 'passwordRequired',
      leastLength: 'passwordMinimumLength',
      minutes: 'passwordMinutesOfInactivityBeforeScreenTimeout',
      simpleBlocked: 'passwordBlockSimple',
      failedAttempts: 'passwordSignInFailureCountBeforeFactoryReset',
      days: 'passwordExpirationDays'
    }
  },
  iosGeneralDeviceConfiguration: {
    from: 'configuration',
    platform: 'ios',
    says: { ...telephone, failedAttempts: 'passcodeSignInFailureCountBeforeWipe' }
  },
  macOSGeneralDeviceConfiguration: { from: 'configuration', platform: 'macos', says: computer },
  androidGeneralDeviceConfiguration: {
    from: 'configuration',
    platform: 'android',
    says: {
      required: 'passwordRequired',
      leastLength: 'passwordMinimumLength',
      minutes: 'passwordMinutesOfInactivityBeforeScreenTimeout',
      failedAttempts: 'passwordSignInFailureCountBeforeFactoryReset',
      days: 'passwordExpirationDays',
      encryption: 'storageRequireDeviceEncryption'
    }
  },
  androidWorkProfileGeneralDeviceConfiguration: {
    from: 'configuration',
    platform: 'android',
    says: {
      required: 'workProfileRequirePassword',
      leastLength: 'workProfilePasswordMinimumLength',
      minutes: 'workProfilePasswordMinutesOfInactivityBeforeScreenTimeout',
      failedAttempts: 'workProfilePasswordSignInFailureCountBeforeFactoryReset',
      days: 'workProfilePasswordExpirationDays'
    }
  },
  windows10EndpointProtectionConfiguration: { from: 'configuration', platform: 'windows', says: { encryption: 'bitLockerEncryptDevice' } },
  sharedPCConfiguration: {
    from: 'configuration',
    platform: 'windows',
    says: { minutes: { seconds: 'idleTimeBeforeSleepInSeconds' }, required: { not: 'disableSignInOnResume' } }
  }
};

/** What one policy or profile says. A profile's `false` is «not set», so it says nothing; a number that is not set is `null`. */
export function toldBy({ from, says }: Kind, policy: { readonly [property: string]: unknown }): Told {
  const told: { [name: string]: boolean | number } = {};
  for (const [name, where] of Object.entries(says)) {
    const property = typeof where === 'string' ? where : 'seconds' in where ? where.seconds : where.not;
    const value = policy[property];
    if (typeof value === 'number') told[name] = typeof where === 'object' && 'seconds' in where ? Math.ceil(value / 60) : value;
    else if (typeof value === 'boolean') {
      const holds = typeof where === 'object' && 'not' in where ? !value : value;
      if (holds || from === 'compliance') told[name] = holds;
    }
  }
  return told as Told;
}
