import * as z from 'zod';
import { type Accepted, keyedHash } from '../../core/mail/filter.ts';
import { audiences, type Known } from '../../core/mail/policy.ts';
import type { User } from '../tokens.ts';
import type { Journal } from './journal.ts';

/** The one shape of what somebody says of an unknown address: its keyed hash, never the address. */
export const suggestionShape = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  audience: z.enum(audiences),
  /** Whether the address is at a private mail provider. */
  provider: z.boolean()
});

export type Suggestion = z.output<typeof suggestionShape>;

/** The audiences that the coordinator may say an address belongs to. */
export const decidable = ['staff', 'governor', 'pupil', 'parent', 'agency'] as const satisfies readonly Known['audience'][];

/** What the coordinator decided of an address. */
type Decision = { readonly hash: string } & ({ readonly accepted: (typeof decidable)[number] } | { readonly refused: true });

/** One unknown address, by what people said of it. Each person counts once, with what they said last. */
export interface Asked {
  readonly hash: string;
  readonly said: { readonly [audience: string]: number };
  readonly provider: boolean;
  readonly decision: Decision | undefined;
}

/** What people say of addresses that the school does not know, and what was decided. */
export interface Suggestions {
  /** Keeps what `by` said. Resolves once it survives a power cut. */
  readonly add: (suggestions: readonly Suggestion[], by: User, received: Date) => Promise<void>;
  /** Every address that was asked about or decided; what most people spoke of comes first. */
  readonly all: () => Promise<readonly Asked[]>;
  readonly decide: (decision: Decision, at: Date) => Promise<void>;
  /** Forgets who said what before this day, `YYYY-MM-DD`; what was decided stays. */
  readonly forget: (before: string) => Promise<void>;
  /** What counts as part of the directory, by hash. */
  readonly accepted: () => Promise<readonly Accepted[]>;
}

const files = { said: 'suggestions.jsonl', decided: 'decisions.jsonl' } as const;
const saidShape = suggestionShape.extend({ by: z.string(), received: z.string() });
const decidedShape = z.union([
  z.strictObject({ hash: suggestionShape.shape.hash, accepted: z.enum(decidable), at: z.string() }),
  z.strictObject({ hash: suggestionShape.shape.hash, refused: z.literal(true), at: z.string() })
]);

/**
 * Suggestions and decisions in two files: the service alone writes the one, the command line the other. Who said something stands there only as a
 * pseudonym that differs from address to address; `key` is the school's.
 */
export function suggestionsIn(journal: Journal, key: string): Suggestions {
  return {
    add: (suggestions, { tid, oid }, received) =>
      journal.add(
        files.said,
        suggestions.map(each => ({ ...each, by: keyedHash(key, `${tid} ${oid} ${each.hash}`), received: received.toISOString() }))
      ),
    all: async () => {
      const decisions = await decided(journal);
      const said = await lastSaid(journal);
      const hashes = [...new Set([...said.keys(), ...decisions.keys()])];
      return hashes.map(hash => askedOf(hash, said.get(hash) ?? new Map(), decisions.get(hash))).sort(byWeight);
    },
    decide: (decision, at) => journal.add(files.decided, [{ ...decision, at: at.toISOString() }]),
    forget: async before => {
      await journal.thin(files.said, line => (saidShape.safeParse(line).data?.received ?? '') >= before);
    },
    accepted: async () =>
      [...(await decided(journal)).values()].flatMap(decision =>
        'accepted' in decision ? [{ hash: decision.hash, audience: decision.accepted }] : []
      )
  };
}

async function decided(journal: Journal): Promise<ReadonlyMap<string, Decision>> {
  const decisions = new Map<string, Decision>();
  for await (const line of journal.read(name => name === files.decided)) {
    const read = decidedShape.safeParse(line);
    if (!read.success) continue;
    const { at: _, ...decision } = read.data;
    decisions.set(decision.hash, decision);
  }
  return decisions;
}

/** By hash, then by person, what they said last. */
async function lastSaid(journal: Journal): Promise<ReadonlyMap<string, ReadonlyMap<string, Suggestion>>> {
  const all = new Map<string, Map<string, Suggestion>>();
  for await (const line of journal.read(name => name === files.said)) {
    const read = saidShape.safeParse(line);
    if (!read.success) continue;
    const { by, hash } = read.data;
    const people = all.get(hash) ?? new Map<string, Suggestion>();
    all.set(hash, people.set(by, read.data));
  }
  return all;
}

function askedOf(hash: string, people: ReadonlyMap<string, Suggestion>, decision: Decision | undefined): Asked {
  const said: { [audience: string]: number } = {};
  for (const { audience } of people.values()) said[audience] = (said[audience] ?? 0) + 1;
  return { hash, said, provider: [...people.values()].some(({ provider }) => provider), decision };
}

function byWeight(a: Asked, b: Asked): number {
  return total(b) - total(a) || (a.hash < b.hash ? -1 : 1);
}

function total({ said }: Asked): number {
  return Object.values(said).reduce((sum, count) => sum + count, 0);
}
