import * as z from 'zod';
import { posts, type Post } from '../../core/incidents/routing.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Ladder } from '../../core/policies/asking.ts';
import { type Reader, readers } from '../../core/report/report.ts';
import type { Accepted } from '../../core/tenant/accept.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import { type AuditSettings, rhythms } from '../config-audit.ts';
import { address, clock, day } from '../config-fields.ts';
import { incidents as incidentShape } from '../config-incidents.ts';
import { signatures as signatureShape } from '../config-signatures.ts';
import type { School } from '../school.ts';
import type { Database } from '../store/database.ts';
import { type KeptSettings, keptSettingsOf } from '../store/tab.ts';

/** What can be changed while the service runs; everything else stands in `beadle.yaml` alone. */
export const settingKeys = [
  'reminders.days',
  'reminders.then',
  'reminders.cap',
  'reminders.escalateAfter',
  'reminders.at',
  'sending.paused',
  ...readers.map(reader => `reports.${reader}` as const),
  'accepted',
  ...posts.map(post => `deputies.${post}` as const),
  'away'
] as const;
export type SettingKey = (typeof settingKeys)[number];

/** Somebody who is not there, from the first day to the last. */
export interface Away {
  readonly who: string;
  readonly from: string;
  readonly until: string;
}

const words = z.string().trim().min(1).max(200);
const accepted = z.array(z.strictObject({ check: z.enum(checks.map(({ id }) => id)), until: day, owner: words, because: words })).max(100);
const deputies = z.array(address).max(10);
const away = z.array(z.strictObject({ who: address, from: day, until: day }).refine(({ from, until }) => from <= until)).max(100);
const rhythm = z.enum(rhythms);

/** The shape of each value. */
const shapes: { readonly [K in SettingKey]: z.ZodType } = {
  'reminders.days': z
    .array(z.int().min(-90).max(90))
    .max(12)
    .transform(days => [...new Set(days)].sort((a, b) => a - b)),
  'reminders.then': z.enum(['weekly', 'never']),
  'reminders.cap': z.int().min(0).max(20),
  'reminders.escalateAfter': z.int().min(1).max(365),
  'reminders.at': clock,
  'sending.paused': z.boolean(),
  'reports.it': rhythm,
  'reports.coordinator': rhythm,
  'reports.head': rhythm,
  'reports.governors': rhythm,
  accepted,
  'deputies.line-manager': deputies,
  'deputies.coordinator': deputies,
  'deputies.head': deputies,
  'deputies.chair': deputies,
  'deputies.data-protection-officer': deputies,
  away
};

/** The value of a setting as it is kept, or nothing where this is none. */
export function settingValue(key: SettingKey, value: unknown): { readonly value: unknown } | undefined {
  const read = shapes[key].safeParse(value);
  return read.success ? { value: read.data } : undefined;
}

/** What `beadle.yaml` says of a setting, or Beadle where the file says nothing; and what Beadle would. */
export function baseOf(key: SettingKey, { config }: Pick<School, 'config'>): { readonly value: unknown; readonly usual: unknown } {
  const [group, name = ''] = key.split('.') as [string, string?];
  const usualSignatures = signatureShape.parse({});
  const usualIncidents = incidentShape.parse({});
  switch (group) {
    case 'reminders': {
      const of = (reminders: typeof usualSignatures.reminders): unknown => reminders[name as keyof typeof reminders];
      return { value: of((config.signatures ?? usualSignatures).reminders), usual: of(usualSignatures.reminders) };
    }
    case 'reports':
      return { value: config.audit?.reports[name as Reader], usual: usualReports[name as Reader] };
    case 'accepted':
      return { value: config.audit?.accepted ?? [], usual: [] };
    case 'deputies':
      return { value: (config.incidents ?? usualIncidents).deputies[name as Post] ?? [], usual: [] };
    case 'away':
      return { value: (config.incidents ?? usualIncidents).away, usual: [] };
    default:
      return { value: false, usual: false };
  }
}

const usualReports: { readonly [R in Reader]: AuditSettings['reports'][R] } = {
  it: 'each',
  coordinator: 'weekly',
  head: 'termly',
  governors: 'termly'
};

/** The settings of a school as they hold now. */
export interface SchoolSettings extends KeptSettings {
  /** When people are reminded, and from which time of day on. */
  readonly reminders: () => Promise<Ladder & { readonly at: string }>;
  /** Risks that the school lives with, and how often each reader gets the report. */
  readonly audits: () => Promise<Pick<AuditSettings, 'accepted' | 'reports'>>;
  /** Who stands in for whom, by address, and who is away. */
  readonly cover: () => Promise<{
    readonly deputies: { readonly [P in Post]?: readonly string[] };
    readonly away: readonly Away[];
  }>;
}

/** The settings of a school: what `beadle.yaml` says, and what was changed since. A value that fits no longer counts as never changed. */
export function settingsOf(kept: KeptSettings, school: Pick<School, 'config'>): SchoolSettings {
  async function all(): Promise<(key: SettingKey) => unknown> {
    const changed = await kept.now();
    return key => {
      const own = changed.get(key);
      return (own && settingValue(key, own.value)?.value) ?? baseOf(key, school).value;
    };
  }
  return {
    ...kept,
    reminders: async () => {
      const of = await all();
      return {
        days: of('reminders.days') as readonly number[],
        then: of('reminders.then') as Ladder['then'],
        cap: of('reminders.cap') as number,
        escalateAfter: of('reminders.escalateAfter') as number,
        at: of('reminders.at') as string
      };
    },
    audits: async () => {
      const of = await all();
      const reports = Object.fromEntries(readers.map(reader => [reader, of(`reports.${reader}`) ?? usualReports[reader]]));
      return { accepted: of('accepted') as Accepted[], reports: reports as AuditSettings['reports'] };
    },
    cover: async () => {
      const of = await all();
      return {
        deputies: Object.fromEntries(posts.map(post => [post, of(`deputies.${post}`)])) as { readonly [P in Post]?: readonly string[] },
        away: of('away') as readonly Away[]
      };
    }
  };
}

/** A school on its database. */
interface Placed {
  readonly school: Pick<School, 'config'>;
  /** Under which its rows are kept. */
  readonly id: string;
  readonly database: Pick<Database, 'db'>;
}

/** The settings of a school on its database, for whatever reads them while the service runs. */
export function schoolSettings({ database, id, school }: Placed): SchoolSettings {
  return settingsOf(keptSettingsOf(database.db, id), school);
}

/** Audits with what the school accepted since, and how often it wants its reports now. */
export async function livingAudit<A extends Placed & { readonly settings: AuditSettings }>(auditing: A): Promise<A> {
  return { ...auditing, settings: { ...auditing.settings, ...(await schoolSettings(auditing).audits()) } };
}

/** The posts of whoever has this address. */
export function postsOf(who: string, people: readonly { readonly address?: string; readonly roles: readonly string[] }[]): readonly Post[] {
  const roles = people.filter(({ address: its }) => its !== undefined && normalAddress(its) === who).flatMap(person => person.roles);
  return posts.filter(post => roles.includes(post));
}
