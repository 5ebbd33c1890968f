import type { Listed } from '../../core/approvals/desk.ts';
import { about } from '../../core/approvals/kinds.ts';
import { stateWords } from '../../core/approvals/words.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { plain } from './plain.ts';

const words = {
  line: { en: '{kind}, {by}, {when}: {state}', cy: '{kind}, {by}, {when}: {state}' },
  mine: { en: '{kind}, {when}: {state}', cy: '{kind}, {when}: {state}' },
  overdue: { en: '{line}, overdue', cy: '{line}, yn hwyr' }
};

/** A request on one line: what it is, who asked where that is somebody else, and how it stands. */
export function requestLine({ kind, by, own, at, state, overdue }: Listed, locale: Locale, when: (instant: string) => string): string {
  const line = fill(words[own ? 'mine' : 'line'][locale], {
    kind: about[kind].title[locale],
    by: plain(by),
    when: when(at),
    state: stateWords[state][locale].toLowerCase()
  });
  return overdue === undefined ? line : fill(words.overdue[locale], { line });
}
