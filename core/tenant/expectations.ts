import type { Text } from '../locale.ts';

/** What a school can decide of passwords and locks. A number has its unit in its name; `any` asks for nothing. */
export interface Expectations {
  readonly passwordDays: number | 'never' | 'any';
  readonly passwordLength: number;
  readonly lockoutAttempts: number;
  readonly lockoutSeconds: number;
  readonly deviceLength: number;
  readonly lockMinutes: number;
  readonly deviceAttempts: number;
  readonly sessionHours: number;
  readonly fewestAdmins: number;
  readonly mostAdmins: number;
  readonly silentDays: number;
  readonly secondFactorFor: 'nobody' | 'admins' | 'staff' | 'everybody';
  readonly ownDevices: 'never' | 'allowed';
}
export type Topic = keyof Expectations;

export const packs = ['school', 'cyber-essentials', 'cisa', 'cis', 'ncsc'] as const;
export type Pack = (typeof packs)[number];

/** What each source asks for, as far as it says anything. `school` is our default, which `beadle.yaml` changes. */
export type Packs = {
  readonly [P in Pack]: { readonly name: Text; readonly expects: Partial<Expectations>; readonly ids: { readonly [T in Topic]?: string } };
};
