import type { Text } from '../../../core/locale.ts';

/** A list of words or a pattern that conditions refer to by its key. Google keeps it as an object of its own. */
export type Detector = { readonly key: string; readonly title: string } & (
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'pattern'; readonly expression: string }
);

/** Where Gmail and the school's own rule judge differently: Gmail warns of `more`, or of `less`. */
export interface Difference {
  readonly id: string;
  readonly says: 'more' | 'less';
  readonly text: Text;
}

/** How far a rule goes: it only writes to the administrators' log, or it asks the sender before the mail leaves. */
export const stages = ['audit', 'warn'] as const;
export type Stage = (typeof stages)[number];

/** One rule as Gmail is to have it. */
export interface DlpRule {
  /** The id of the rule of the core that it stands for. */
  readonly key: string;
  readonly title: string;
  /** Google's expression; a detector stands in it as `policies/` and its key in curly brackets. */
  readonly condition: string;
  /** Where it would warn too often to be heard, it stays in the log unless the school wants it all the same. */
  readonly most: Stage;
  /** Whether mail within the school is looked at, too. */
  readonly within: boolean;
  readonly differences: readonly Difference[];
}

/** The school's policy as Gmail can have it, and what it cannot have. */
export interface Compiled {
  readonly detectors: readonly Detector[];
  readonly rules: readonly DlpRule[];
  readonly unexpressed: readonly { readonly rule: string; readonly because: Text }[];
}

/** Google's limits: of rules and lists of words its help page and its own source say them, of patterns we keep to what it takes in a rule. */
export const limits = {
  rules: 1000,
  /** Bytes of a condition. */
  condition: 1500,
  words: 950,
  wordCharacters: 12_500,
  pattern: 1500,
  title: 140,
  description: 500
} as const;
