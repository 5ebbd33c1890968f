import type { Rule } from '../rule.ts';
import { crowdInTheOpen } from './crowd-in-the-open.ts';
import { headNotCopied } from './head-not-copied.ts';

/** Every rule, in the order in which a sender reads its findings. */
export const rules: readonly Rule[] = [headNotCopied, crowdInTheOpen];
