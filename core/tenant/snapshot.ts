import type { Reading, Readings } from '../judge.ts';

export const vendors = ['microsoft', 'google'] as const;
export type Vendor = (typeof vendors)[number];

export const platforms = ['windows', 'macos', 'ios', 'android', 'chromeos'] as const;
export type Platform = (typeof platforms)[number];

/** What is paid for, as far as checks depend on it. */
export type Licence = 'entra-p1' | 'entra-p2' | 'intune' | 'exchange' | 'google-fundamentals' | 'google-standard' | 'google-plus';

/** A tenant's own mail domain, lower case. */
export interface Domain {
  readonly name: string;
  /** Signs people in by itself; a federated domain's passwords are somebody else's. */
  readonly managed: boolean;
  /** A sub-domain follows its root. */
  readonly root: boolean;
  /** Days until a password runs out; left out where the vendor's default holds. */
  readonly passwordDays?: number | 'never';
}

/** What holds for passwords in one place: the whole tenant (`/`), or an organisational unit with what it inherits. Left out: the vendor does not say. */
export interface PasswordRule {
  readonly place: string;
  readonly leastLength?: number;
  readonly strong?: boolean;
  readonly enforcedAtSignIn?: boolean;
  readonly reuse?: boolean;
  readonly days?: number | 'never';
  /** Failed attempts before the account is locked, and for how many seconds. */
  readonly lockoutAfter?: number;
  readonly lockoutSeconds?: number;
  readonly bannedWords?: number;
  readonly bannedWordsOn?: boolean;
  /** Nobody set it: the vendor's own default holds. */
  readonly byDefault: boolean;
}

/** One rule of conditional access, as far as it can be judged. */
export interface AccessRule {
  readonly id: string;
  readonly name: string;
  readonly state: 'on' | 'off' | 'report-only';
  readonly everybody: boolean;
  readonly everyApp: boolean;
  readonly adminsOnly: boolean;
  readonly exceptions: number;
  readonly asks: readonly ('second-factor' | 'managed-device' | 'block' | 'password-change')[];
  /** Old protocols that cannot ask for a second factor. */
  readonly legacyClients: boolean;
}

/** What is asked at sign-in. */
export interface SignInRules {
  /** Microsoft's security defaults; left out at Google. */
  readonly securityDefaults?: boolean;
  readonly access: Reading<readonly AccessRule[]>;
  /** By organisational unit at Google: second step enforced, for how many seconds a session lasts. */
  readonly units: readonly {
    readonly place: string;
    readonly secondStep: 'enforced' | 'allowed' | 'off';
    readonly telephoneAllowed?: boolean;
    readonly sessionSeconds?: number;
    readonly lessSecureApps?: boolean;
    readonly byDefault: boolean;
  }[];
  /** Whether people, and super administrators, may recover an account by themselves. */
  readonly recovery?: { readonly users?: boolean; readonly admins?: boolean };
}

/** Somebody who may change the tenant. */
export interface RoleHolder {
  readonly account: string;
  readonly role: string;
  /** May change everything: global administrator, super admin. */
  readonly all: boolean;
}

/** To whom a setting is given: shares are counted over the devices that a stream shows. */
export interface Assigned {
  readonly everyone: boolean;
  /** Ids of groups, or organisational units. */
  readonly groups: readonly string[];
  readonly excluded: readonly string[];
}

/** How devices of one platform must lock, from one profile, compliance policy or Chrome policy. Left out: this profile does not say. */
export interface LockRule {
  readonly id: string;
  readonly name: string;
  readonly from: 'compliance' | 'configuration' | 'catalogue' | 'windows-hello' | 'app-protection' | 'chrome-policy' | 'mobile';
  readonly platform: Platform;
  readonly required?: boolean;
  readonly leastLength?: number;
  readonly minutes?: number;
  readonly simpleBlocked?: boolean;
  readonly failedAttempts?: number;
  readonly days?: number;
  readonly encryption?: boolean;
  readonly jailbreakBlocked?: boolean;
  readonly lockOnClose?: boolean;
  readonly assigned: Assigned;
}

/** Which devices may be enrolled. */
export interface EnrolmentRule {
  readonly name: string;
  readonly platform: Platform;
  readonly personalBlocked: boolean;
  readonly assigned: Assigned;
}

/** How up to date protection against malware is, counted by the vendor. */
export interface Protection {
  readonly devices: number;
  readonly outOfDate: number;
  readonly off: number;
  readonly infected: number;
}

/** What mailboxes of one place may do with their mail. */
export interface MailRule {
  readonly place: string;
  readonly forwarding?: boolean;
  readonly delegation?: boolean;
  readonly popOrImap?: boolean;
  readonly ownServers?: boolean;
  readonly byDefault: boolean;
}

/** Parts of a tenant that are small enough to be held whole. */
export interface Parts {
  readonly licences: readonly Licence[];
  readonly domains: readonly Domain[];
  readonly passwordRules: readonly PasswordRule[];
  readonly signInRules: SignInRules;
  readonly roleHolders: readonly RoleHolder[];
  readonly lockRules: readonly LockRule[];
  /** What an app asks for before it shows the school’s data on somebody’s own device. */
  readonly appRules: readonly LockRule[];
  /** Whether a device without any compliance policy counts as compliant, and after how many days of silence it no longer does. */
  readonly deviceDefaults: { readonly unassignedCompliant: boolean; readonly silentDays: number };
  readonly enrolmentRules: readonly EnrolmentRule[];
  readonly protection: Protection;
  readonly mailRules: readonly MailRule[];
}

/** One person's or machine's account. Dates are ISO 8601 instants. */
export interface Account {
  readonly id: string;
  /** The name they sign in with, lower case. */
  readonly name: string;
  readonly enabled: boolean;
  readonly guest: boolean;
  readonly synced: boolean;
  /** Organisational unit at Google. */
  readonly place?: string;
  readonly neverExpires?: boolean;
  readonly weakAllowed?: boolean;
  readonly passwordChangedAt?: string;
  readonly createdAt?: string;
  readonly admin?: boolean;
  /** Licensed by itself: mixed tenants are normal. */
  readonly licences: readonly Licence[];
}

/** When an account was last signed into; left out where it never was. */
export interface SignIn {
  readonly account: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly guest: boolean;
  readonly createdAt?: string;
  readonly lastAt?: string;
}

/** How well one account's sign-in is protected. */
export interface SecondFactor {
  readonly account: string;
  readonly name: string;
  readonly admin: boolean;
  readonly registered: boolean;
  readonly capable: boolean;
  readonly enforced?: boolean;
  readonly guest: boolean;
}

/** One device that is managed. Left out: the vendor does not say. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform | 'other';
  readonly personal: boolean;
  readonly encrypted?: boolean;
  readonly compliant?: boolean | 'in-grace';
  readonly passwordSet?: boolean;
  readonly compromised?: boolean;
  readonly lastSeenAt?: string;
  readonly user?: string;
}

/** One mailbox and what leaves it by itself. */
export interface Mailbox {
  readonly owner: string;
  readonly kind: 'person' | 'shared';
  /** A shared mailbox into which somebody can sign. */
  readonly canSignIn?: boolean;
  /** Lower-case addresses to which mail is handed on, by setting, rule or filter. */
  readonly forwardsTo: readonly string[];
  /** Rules that the vendor shows without saying what they do. */
  readonly unreadableRules: number;
  readonly delegates: number;
}

/** Things of which a tenant has thousands. They stream past the checks one at a time and are never held. */
export interface Streams {
  readonly accounts: Account;
  readonly signIns: SignIn;
  readonly secondFactors: SecondFactor;
  readonly devices: Device;
  readonly mailboxes: Mailbox;
}

/** One tenant at one moment. `takenAt` is an ISO 8601 instant. */
export interface Snapshot {
  readonly tenant: string;
  readonly vendor: Vendor;
  readonly takenAt: string;
  readonly parts: Readings<Parts>;
}
