import type { LockRule, Platform } from '../../core/tenant/snapshot.ts';

type Told = Omit<LockRule, 'id' | 'name' | 'from' | 'platform' | 'assigned'>;

/**
 * The settings of Intune’s catalogue that say how a device locks, by the end of their id. A choice is written as the setting’s id with a number behind
 * it, and the number means what Microsoft’s definition says: for the two passwords and FileVault `_0` is on.
 */
const numbers: { readonly [id: string]: keyof Told } = {
  policy_config_devicelock_mindevicepasswordlength: 'leastLength',
  policy_config_devicelock_maxinactivitytimedevicelock: 'minutes',
  policy_config_devicelock_maxdevicepasswordfailedattempts: 'failedAttempts',
  policy_config_devicelock_devicepasswordexpiration: 'days',
  passcode_minimumlength: 'leastLength',
  passcode_maximuminactivityinminutes: 'minutes',
  passcode_maximumfailedattempts: 'failedAttempts'
};
const choices: { readonly [id: string]: readonly [keyof Told, on: string] } = {
  policy_config_devicelock_devicepasswordenabled: ['required', '_0'],
  bitlocker_requiredeviceencryption: ['encryption', '_1'],
  'com.apple.mcx.filevault2_enable': ['encryption', '_0'],
  passcode_requirepasscode: ['required', '_true'],
  passcode_requirecomplexpasscode: ['simpleBlocked', '_true']
};

/** What the settings of one catalogue policy say, however deep they nest. */
export function toldByCatalogue(settings: unknown): Told {
  const told: { [name: string]: boolean | number } = {};
  const waiting: unknown[] = [settings];
  // Settings nest in choices, in groups and in lists of groups; a policy has a few hundred of them at most.
  for (let steps = 0; waiting.length > 0 && steps < 100_000; steps += 1) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const { settingDefinitionId: id, simpleSettingValue, choiceSettingValue } = next as { readonly [key: string]: unknown };
    if (typeof id === 'string') {
      const number = Object.keys(numbers).find(end => id.toLowerCase().endsWith(end));
      const choice = Object.keys(choices).find(end => id.toLowerCase().endsWith(end));
      const simple = (simpleSettingValue as { readonly value?: unknown } | null | undefined)?.value;
      const chosen = (choiceSettingValue as { readonly value?: unknown } | null | undefined)?.value;
      if (number && typeof simple === 'number') told[numbers[number]!] = simple;
      if (choice && typeof chosen === 'string') told[choices[choice]![0]] = chosen.toLowerCase().endsWith(choices[choice]![1]);
    }
    waiting.push(...Object.values(next));
  }
  return told as Told;
}

/** The platform of a catalogue policy, or nothing where it is none of ours. */
export function platformOf(platforms: string): Platform | undefined {
  const names: { readonly [name: string]: Platform } = { windows10: 'windows', macOS: 'macos', iOS: 'ios', android: 'android' };
  return names[platforms.split(',')[0]!];
}
