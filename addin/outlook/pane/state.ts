import { fill, type Locale } from '../../../core/locale.ts';
import type { Fetched } from '../fetch-policy.ts';
import type { Kept } from '../kept.ts';
import type { Lack } from '../sign-in.ts';
import { dayIn } from './dates.ts';
import { type Word, words } from './words.ts';

/** How asking the school stands: not begun, under way, or how it ended. */
export type Asking = 'idle' | 'asking' | Fetched | Lack;

/** The line about the policy, in words. */
export interface State {
  readonly policy: 'current' | 'old' | 'none';
  readonly title: string;
  /** The version, or an empty string. */
  readonly version: string;
  readonly says: readonly string[];
  /** Which button helps, if one does. */
  readonly button: 'sign-in' | 'retry' | undefined;
}

const sentences: { readonly [A in Asking]?: Word } = {
  'sign-in': 'sign-in',
  closed: 'closed',
  offline: 'offline',
  'too-old': 'too-old',
  refused: 'refused',
  unreachable: 'silent',
  forged: 'forged',
  unreadable: 'unreadable',
  'not-kept': 'not-kept'
};

const buttons: { readonly [A in Asking]?: State['button'] } = {
  'sign-in': 'sign-in',
  closed: 'sign-in',
  refused: 'sign-in',
  offline: 'retry',
  unreachable: 'retry',
  forged: 'retry',
  unreadable: 'retry',
  'not-kept': 'retry'
};

/** Says plainly which policy judges here, and how asking for a newer one stands. */
export function stateOf(kept: Kept | undefined, asking: Asking, locale: Locale): State {
  const says: string[] = [];
  if (!kept) says.push(words.nothingJudged[locale]);
  else if (kept.old) says.push(fill(words.old[locale], { date: dayIn(kept.device.expires, locale) }));
  if (asking === 'asking') says.push(words[kept ? 'askingNewer' : 'asking'][locale]);
  const sentence = sentences[asking];
  if (sentence) says.push(words[sentence][locale]);
  return {
    policy: !kept ? 'none' : kept.old ? 'old' : 'current',
    title: kept ? fill(words.policyOf[locale], { date: dayIn(kept.device.issued, locale) }) : words.noPolicy[locale],
    version: kept ? fill(words.version[locale], { version: kept.device.version }) : '',
    says,
    button: buttons[asking]
  };
}
