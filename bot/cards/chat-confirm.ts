import type { Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard, type Part } from './chat-parts.ts';
import { type Button, execute, group, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** What is about to be done. */
export interface Confirmed {
  readonly question: string;
  readonly lines: readonly string[];
  readonly inputs?: readonly Part[];
  readonly attention?: string;
  /** What the button for yes sends. */
  readonly verb: string;
  readonly data: object;
  /** Left out: «Yes». */
  readonly yes?: string;
}

const words = {
  yes: { en: 'Yes', cy: 'Ie' },
  no: { en: 'No', cy: 'Na' }
};

/** Asks before something is changed: what, about whom, and the buttons for yes and no. */
export function confirm({ question, lines, inputs = [], attention, verb, data, yes }: Confirmed, locale: Locale): Card {
  return chatCard(
    locale,
    question,
    [
      heading(plain(question, 200)),
      ...(attention === undefined ? [] : [group([paragraph(attention, { weight: 'Bolder' })], { style: 'attention' as const })]),
      ...lines.map(line => paragraph(line)),
      ...inputs
    ],
    [
      execute(yes ?? words.yes[locale], verb, { ...data, in: locale }, { main: true }),
      execute(words.no[locale], 'chat-no', { in: locale }, { inputs: 'none' })
    ]
  );
}

/** Says what was done, with what can be done next. */
export function told(title: string, lines: readonly string[], locale: Locale, actions: readonly Button[] = []): Card {
  return chatCard(locale, title, [heading(plain(title, 200)), ...lines.map(line => paragraph(line))], actions);
}
