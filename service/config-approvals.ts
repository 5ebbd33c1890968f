import * as z from 'zod';
import { kinds } from '../core/approvals/kinds.ts';
import { defaultHolders, type Holders, posts } from '../core/approvals/routing.ts';
import { addresses, address, clock, day } from './config-fields.ts';

/** What `beadle.yaml` says of approvals. */
export const approvals = z
  .strictObject({
    kinds: z
      .array(z.enum(kinds))
      .default([...kinds])
      .meta({ description: 'What can be asked for; [] switches approvals off.' }),
    holders: z
      .partialRecord(z.enum(kinds), z.array(z.enum(posts)).min(1, { error: 'needs at least one post: [head].' }))
      .default({})
      .meta({
        description: 'Who decides: the first of these who is there, then the head, then the chair. The head’s own requests go to the chair.'
      }),
    deciders: z
      .partialRecord(z.enum(kinds), z.int().min(1).max(2))
      .default({})
      .meta({ description: 'How many different people have to agree; two for getting into an account, else one.' }),
    delegates: z
      .partialRecord(z.enum(posts), addresses('Who decides for a post, in order.'))
      .default({})
      .meta({ description: 'The addresses of those who decide while nobody who holds a post is there.' }),
    away: z
      .array(z.strictObject({ who: address, from: day, until: day }))
      .default([])
      .meta({ description: 'Who is away, from the first day to the last.' }),
    days: z.int().min(1).max(30).default(5).meta({ description: 'School days after which a request that nobody answered has expired.' }),
    lasts: z
      .int()
      .min(1)
      .max(90)
      .default(7)
      .meta({ description: 'Days for which leave to send a message holds after it was given, where no day was named.' }),
    hours: z
      .strictObject({ from: clock.default('07:30'), until: clock.default('18:00') })
      .prefault({})
      .meta({ description: 'When whoever decides is told of a request, on school days.' }),
    retention: z
      .int()
      .min(1)
      .max(50)
      .default(3)
      .meta({ description: 'Years for which an approval is kept after the last thing that happened to it.' })
  })
  .meta({ description: 'Approvals: what staff ask leave for, who decides, and for how long it holds.' });

/** What `beadle.yaml` says of approvals, with the defaults filled in. */
export type ApprovalSettings = z.output<typeof approvals>;

/** Who decides what: as the school says, and as usual for the rest. */
export function holdersOf({ holders }: Pick<ApprovalSettings, 'holders'>): Holders {
  return { ...defaultHolders, ...holders } as Holders;
}
