import * as z from 'zod';
import { actions } from '../../core/mail/policy.ts';
import type { VerdictRecord } from '../../core/mail/record.ts';
import { rules } from '../../core/mail/rules/index.ts';
import type { Journal } from './journal.ts';

/** What was seen in outgoing mail, as the devices report it. */
export interface Records {
  /** Keeps them. Resolves once they survive a power cut. */
  readonly add: (records: readonly VerdictRecord[], received: Date) => Promise<void>;
  /** Every record once, even where a device sent it again because no answer had come. */
  readonly all: () => AsyncIterable<VerdictRecord>;
}

const rule = z.enum(rules.map(({ id }) => id));

/** The one shape of a record. No field of it can hold a word, a name or an address. */
export const recordShape = z.strictObject({
  at: z.iso.datetime().max(30),
  sender: z.string().regex(/^[0-9a-f]{16}$/),
  policy: z.string().regex(/^[0-9a-f]{12}$/),
  action: z.enum(['allow', ...actions]),
  findings: z.array(z.strictObject({ rule, action: z.enum(actions), places: z.int().min(0).max(100_000) })).max(60),
  unjudged: z
    .array(z.strictObject({ rule, because: z.enum(['forbidden', 'unlicensed', 'unreachable', 'unsupported', 'not-read', 'fault']) }))
    .max(60)
});

const keptShape = recordShape.extend({
  received: z.iso.datetime(),
  policy: z.string(),
  // Rules come and go; what an old one saw stays true.
  findings: z.array(z.strictObject({ rule: z.string(), action: z.enum(actions), places: z.int() })),
  unjudged: z.array(z.strictObject({ rule: z.string(), because: recordShape.shape.unjudged.element.shape.because }))
});

/** Records in files, one for each month in which they came. */
export function recordsIn(journal: Journal): Records {
  return {
    add: (records, received) => {
      const at = received.toISOString();
      return journal.add(
        `records-${at.slice(0, 7)}.jsonl`,
        records.map(record => ({ ...record, received: at }))
      );
    },
    all: () => once(journal.read(name => /^records-\d{4}-\d\d\.jsonl$/.test(name)))
  };
}

async function* once(lines: AsyncIterable<unknown>): AsyncIterable<VerdictRecord> {
  const seen = new Set<string>();
  for await (const line of lines) {
    const read = keptShape.safeParse(line);
    if (!read.success) continue;
    const { received: _, ...record } = read.data;
    const key = JSON.stringify(record);
    if (seen.has(key)) continue;
    seen.add(key);
    yield record;
  }
}
