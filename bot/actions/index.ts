import type { Action } from '../turn.ts';
import { decline } from './decline.ts';
import { disagree } from './disagree.ts';
import { settle } from './settle.ts';
import { show } from './show.ts';
import { sign } from './sign.ts';

/** Everything that a button of a card can do. */
export const actions: readonly Action[] = [sign, disagree, decline, show, settle];
