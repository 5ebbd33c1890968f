import * as z from 'zod';
import type { Journal } from './journal.ts';

/** One message that was sent though a rule speaks of it: no word, no name, no address, and not who sent it. */
export interface SentRecord {
  /** The day by the school's clock, `YYYY-MM-DD`. */
  readonly day: string;
  /** The message under a pseudonym that only the school's key makes. */
  readonly message: string;
  readonly rules: readonly string[];
  /** Where it was seen. */
  readonly source: string;
  /** Whether it is known to have gone, or only that its sender was warned. */
  readonly went: 'sent' | 'perhaps';
}

/** What was sent in spite of a rule, message by message. */
export interface SentRecords {
  /** Keeps those that were not kept before, and gives them back. Resolves once they survive a power cut. */
  readonly add: (records: readonly SentRecord[]) => Promise<readonly SentRecord[]>;
  readonly all: () => AsyncIterable<SentRecord>;
}

const shape = z.strictObject({
  day: z.iso.date(),
  message: z.string().regex(/^[0-9a-f]{32}$/),
  rules: z.array(z.string().max(60)).max(60),
  source: z.string().max(30),
  went: z.enum(['sent', 'perhaps'])
});

/** Records in files, one for each month. One process at a time may add to them. */
export function sentIn(journal: Journal): SentRecords {
  async function* all(): AsyncIterable<SentRecord> {
    const seen = new Set<string>();
    for await (const line of journal.read(name => /^sent-\d{4}-\d\d\.jsonl$/.test(name))) {
      const read = shape.safeParse(line).data;
      if (!read || seen.has(read.message)) continue;
      seen.add(read.message);
      yield read;
    }
  }
  return {
    all,
    add: async records => {
      const known = new Set<string>();
      for await (const { message } of all()) known.add(message);
      const fresh = records.filter(({ message }) => !known.has(message) && known.add(message));
      const months = new Set(fresh.map(({ day }) => day.slice(0, 7)));
      for (const month of months)
        await journal.add(
          `sent-${month}.jsonl`,
          fresh.filter(({ day }) => day.startsWith(month))
        );
      return fresh;
    }
  };
}
