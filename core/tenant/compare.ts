import { type Judged, wrong } from './accept.ts';
import type { Result } from './audit.ts';

/**
 * What became of a check since the last time: `new` was right or unknown and is wrong now, `worse` holds for fewer, `better` for more, `mended` is right
 * now, `lost` could be judged then and cannot now, `found` the other way round.
 */
export type Change = 'new' | 'worse' | 'better' | 'mended' | 'lost' | 'found' | 'same';

const known: readonly Result['state'][] = ['pass', 'fail', 'partial', 'not-configured'];

/** How each result differs from the one before it, by the id of the check; a check that was not there before is `new` where it is wrong, else `same`. */
export function compare(before: readonly Result[], now: readonly Judged[]): { readonly [check: string]: Change } {
  const changes: { [check: string]: Change } = {};
  for (const result of now) {
    const old = before.filter(({ id }) => id === result.id)[0];
    changes[result.id] = old ? changeOf(old, result) : isWrong(result) ? 'new' : 'same';
  }
  return changes;
}

function changeOf(before: Result, now: Result): Change {
  const [was, is] = [known.indexOf(before.state) >= 0, known.indexOf(now.state) >= 0];
  if (was && !is) return 'lost';
  if (!was && is) return isWrong(now) ? 'new' : 'found';
  if (!isWrong(before) && isWrong(now)) return 'new';
  if (isWrong(before) && !isWrong(now)) return is ? 'mended' : 'same';
  if (!isWrong(now)) return 'same';
  const [then, today] = [openOf(before), openOf(now)];
  if (then === undefined || today === undefined || then === today) return 'same';
  return today > then ? 'worse' : 'better';
}

function isWrong({ state }: Result): boolean {
  return wrong.indexOf(state) >= 0;
}

/** For how many of a hundred it does not hold; what has no share is either whole or nothing. */
function openOf(result: Result): number | undefined {
  const share = 'share' in result ? result.share : undefined;
  if (!share || share.of === 0) return 'share' in result || result.state === 'fail' ? 100 : undefined;
  return (100 * (share.of - share.held)) / share.of;
}
