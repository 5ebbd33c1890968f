import * as z from 'zod';
import { locales } from '../../core/locale.ts';
import { roles } from '../../core/policies/person.ts';
import type { Turn } from '../turn.ts';
import { lists, type Scope } from '../understand/question.ts';

/** The language of the card whose button was pressed. */
export const language = z.enum(locales);
export const list = z.enum(lists);
export const page = z.int().min(0).max(100_000);
/** A person's id; whether it is anybody's the desk says. */
export const person = z.string().min(1).max(100);
/** `YYYY-MM-DD`, or empty where a box was left so. */
export const day = z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/);
/** ISO 8601, UTC. */
export const instant = z.iso.datetime();

const scopeShape = z.strictObject({
  audience: z.string().min(1).max(100).optional(),
  role: z.enum(roles).optional(),
  group: z.string().min(1).max(200).optional(),
  classes: z.array(z.string().min(1).max(100)).min(1).max(20).optional(),
  policy: z.string().min(1).max(100).optional(),
  team: z.boolean().optional()
});
/** A scope without empty places. */
export const scope = scopeShape.transform(
  ({ audience, role, group, classes, policy, team }): Scope => ({
    ...(audience !== undefined && { audience }),
    ...(role !== undefined && { role }),
    ...(group !== undefined && { group }),
    ...(classes !== undefined && { classes }),
    ...(policy !== undefined && { policy }),
    ...(team !== undefined && { team })
  })
);

/** The turn in the language of the card. */
export function inLanguage(turn: Turn, locale: Turn['locale']): Turn {
  return { ...turn, locale };
}
