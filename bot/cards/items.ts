import type { Waiting } from '../../core/incidents/desk.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard, type Part } from './chat-parts.ts';
import { execute, heading, paragraph } from './elements.ts';

const words = {
  title: { en: 'Confidential items', cy: 'Eitemau cyfrinachol' },
  none: { en: 'There is no confidential item for you.', cy: 'Nid oes eitem gyfrinachol i chi.' },
  one: { en: '{reference}, received {when}', cy: '{reference}, derbyniwyd {when}' },
  closed: { en: '{reference}, received {when}, closed', cy: '{reference}, derbyniwyd {when}, ar gau' },
  open: { en: 'Open', cy: 'Agor' },
  later: { en: 'Next', cy: 'Nesaf' },
  earlier: { en: 'Back', cy: 'Yn ôl' }
};
const onPage = 8;

/** What waits for somebody, without a word of what it is. */
export function items(waiting: readonly Waiting[], locale: Locale, when: (instant: string) => string, page = 0): Card {
  const pages = Math.max(1, Math.ceil(waiting.length / onPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  const body: Part[] = [heading(words.title[locale]), ...(waiting.length === 0 ? [paragraph(words.none[locale])] : [])];
  for (const { id, reference, at: received, closed } of waiting.slice(at * onPage, (at + 1) * onPage)) {
    body.push(paragraph(fill(words[closed ? 'closed' : 'one'][locale], { reference, when: when(received) }), { spacing: 'Medium' }), {
      type: 'ActionSet',
      actions: [execute(words.open[locale], 'item-hide', { id, in: locale })]
    });
  }
  const turning = [
    ...(at > 0 ? [execute(words.earlier[locale], 'items', { page: at - 1, in: locale })] : []),
    ...(at < pages - 1 ? [execute(words.later[locale], 'items', { page: at + 1, in: locale })] : [])
  ];
  return chatCard(locale, words.title[locale], body, turning);
}
