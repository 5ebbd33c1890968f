import type { Locale } from '../locale.ts';

/** What somebody is at the school. A person may be several: a member of staff, a parent and a governor at once. */
export const roles = [
  'staff',
  'supply',
  'governor',
  'visitor',
  'contractor',
  'pupil',
  'parent',
  'head',
  'coordinator',
  'chair',
  'data-protection-officer'
] as const;
export type Role = (typeof roles)[number];

/** Somebody who signs, is asked about, or asks. */
export interface Person {
  /** Ours, never shown, the same for as long as the school knows the person. */
  readonly id: string;
  readonly name: string;
  /** Where mail reaches them, normalised; a pupil may have none. */
  readonly address?: string;
  /** Their object id in Microsoft Entra: by it Teams says who speaks. */
  readonly entraId?: string;
  readonly roles: readonly Role[];
  /** Names of the school's own groups and departments. */
  readonly groups: readonly string[];
  /** A pupil's class; of a teacher, the class they teach. */
  readonly class?: string;
  /** A parent's children: ids of pupils. */
  readonly children: readonly string[];
  /** The id of whoever is told when this person stays late. */
  readonly manager?: string;
  /** `YYYY-MM-DD`. */
  readonly joinedOn?: string;
  readonly leftOn?: string;
  readonly language: Locale;
}
