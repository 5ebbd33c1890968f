import { check } from './check.ts';
import type { Command } from './command.ts';
import { init } from './init.ts';
import { policyImport } from './policy-import.ts';
import { policyLint } from './policy-lint.ts';
import { policyMap } from './policy-map.ts';
import { rule } from './rule.ts';
import { scan } from './scan.ts';
import { serve } from './serve.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [check, scan, policyImport, policyMap, policyLint, rule, init, serve];
