import type { Check } from '../check.ts';
import { mailForwardedOutside } from './mail-forwarded-outside.ts';

/** Every check, in the order in which a report lists it. */
export const checks: readonly Check[] = [mailForwardedOutside];
