import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { type Button, cardOf, factSet, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** How far a run of cards has come. The parts add up to `total`. */
export interface Progress {
  readonly state: 'running' | 'paused' | 'done';
  readonly total: number;
  readonly sent: number;
  readonly waiting: number;
  /** No longer needed: they signed before their card was sent. */
  readonly spared: number;
  /** Who was not reached, by why and what to do; the sentence is ours. */
  readonly failed: readonly { readonly why: Text; readonly people: number; readonly names: readonly string[] }[];
  /** Minutes until the last is sent; left out while that is not known. */
  readonly minutes?: number;
}

const words = {
  running: { en: 'Cards are being sent', cy: 'Mae cardiau’n cael eu hanfon' },
  paused: { en: 'Sending is paused', cy: 'Mae’r anfon wedi’i oedi' },
  done: { en: 'All cards are dealt with', cy: 'Mae pob cerdyn wedi’i drin' },
  total: { en: 'People', cy: 'Pobl' },
  sent: { en: 'Sent', cy: 'Anfonwyd' },
  waiting: { en: 'Waiting', cy: 'Yn aros' },
  spared: { en: 'No longer needed', cy: 'Dim angen mwyach' },
  failed: { en: 'Not reached', cy: 'Heb eu cyrraedd' },
  minutes: { en: 'About {count} min to go', cy: 'Tua {count} munud ar ôl' },
  reason: { en: '{count}: {why}', cy: '{count}: {why}' },
  more: { en: '{names} and {count} more', cy: '{names} a {count} arall' }
};
const most = 10;

/** Shows the coordinator how far a run has come, with buttons where there is something to do. */
export function progress(run: Progress, locale: Locale, buttons: readonly Button[] = []): Card {
  const failed = run.failed.reduce((sum, { people }) => sum + people, 0);
  const fact = (word: 'total' | 'sent' | 'waiting' | 'spared' | 'failed', count: number) => ({
    title: words[word][locale],
    value: String(count)
  });
  return cardOf(
    locale,
    words[run.state][locale],
    [
      heading(words[run.state][locale]),
      factSet([
        fact('total', run.total),
        fact('sent', run.sent),
        fact('waiting', run.waiting),
        ...(run.spared > 0 ? [fact('spared', run.spared)] : []),
        ...(failed > 0 ? [fact('failed', failed)] : [])
      ]),
      ...(run.minutes !== undefined && run.state === 'running' ? [paragraph(fill(words.minutes[locale], { count: run.minutes }))] : []),
      ...run.failed.flatMap(({ why, people, names }) => [
        paragraph(fill(words.reason[locale], { count: people, why: why[locale] }), { weight: 'Bolder' }),
        ...(names.length > 0 ? [paragraph(namesOf(names, locale), { spacing: 'Small' })] : [])
      ])
    ],
    buttons
  );
}

function namesOf(names: readonly string[], locale: Locale): string {
  const shown = names
    .slice(0, most)
    .map(name => plain(name, 80))
    .join(', ');
  return names.length <= most ? shown : fill(words.more[locale], { names: shown, count: names.length - most });
}
