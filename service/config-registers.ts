import * as z from 'zod';
import { isDay } from '../core/dates.ts';
import { kinds, type Kind } from '../core/registers/kinds.ts';
import { addresses } from './config-fields.ts';

/** What `beadle.yaml` says of registers. */
export const registers = z
  .strictObject({
    kept: z
      .array(z.enum(kinds))
      .default(kinds.filter(kind => kind !== 'password-change'))
      .meta({
        description: 'Which registers are kept here; [] switches them off. Changing passwords is kept only where the school insists on it.'
      }),
    keepers: z.partialRecord(z.enum(kinds), addresses('Who keeps it.')).default({}).meta({
      description: 'Addresses of those who keep a register beside the coordinator and the headteacher, and are told what falls due.'
    }),
    yearly: z
      .string()
      .refine(isDate)
      .meta({
        title: 'a month and a day',
        examples: ['09-01'],
        description: 'The date of each year on which training and reviews fall due.'
      })
      .optional(),
    retention: z
      .int()
      .min(1)
      .max(50)
      .default(6)
      .meta({ description: 'Years for which an entry is kept after the last thing that happened to it, or after it ran out.' })
  })
  .meta({ description: 'Registers: what the school writes down of training, reviews, passwords, monitoring and consent to images.' });

/** What `beadle.yaml` says of registers, with the defaults filled in. */
export type RegisterSettings = z.output<typeof registers>;

/** Who keeps a register beside those whose post it is: addresses. */
export function keepersOf({ keepers }: Pick<RegisterSettings, 'keepers'>, kind: Kind): readonly string[] {
  return keepers[kind] ?? [];
}

/** A date that some year has: 2024 was a leap year. */
function isDate(text: string): boolean {
  return isDay(`2024-${text}`);
}
