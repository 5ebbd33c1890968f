import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard, pageWords, type Part } from './chat-parts.ts';
import { type Button, execute, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** A list that may be long, and which page of it is wanted. */
export interface Listed {
  readonly title: string;
  readonly lead: string;
  /** How many lines there are, and each of them; only those of the page are asked for. */
  readonly count: number;
  readonly line: (at: number) => { readonly text: string; readonly detail?: string };
  readonly page: number;
  /** What a button for another page sends besides the page. */
  readonly verb: string;
  readonly data: object;
  /** What else is said under the list. */
  readonly note?: string;
  readonly actions?: readonly Button[];
}

/** Lines on one page: on a phone one screen and a bit, and far below the largest card. */
export const linesOnPage = 15;

const words = {
  earlier: { en: 'Back', cy: 'Yn ôl' },
  later: { en: 'Next {count}', cy: 'Y {count} nesaf' }
};

/** A list, a page at a time. A page that there is not is the last one. */
export function list(listed: Listed, locale: Locale): Card {
  const { title, lead, count, line, verb, data, note, actions = [] } = listed;
  const pages = Math.max(1, Math.ceil(count / linesOnPage));
  const page = Math.min(Math.max(0, listed.page), pages - 1);
  const left = Math.min(linesOnPage, count - (page + 1) * linesOnPage);
  const body: Part[] = [heading(plain(title)), paragraph(lead)];
  for (let at = page * linesOnPage; at < Math.min(count, (page + 1) * linesOnPage); at += 1) {
    const { text, detail } = line(at);
    body.push(paragraph(`• ${plain(text, 100)}${detail === undefined ? '' : ` – ${detail}`}`, { spacing: 'Small' }));
  }
  if (pages > 1) body.push(paragraph(pageWords(page, pages, locale)));
  if (note !== undefined) body.push(paragraph(note));
  const turning: Button[] = [
    ...(page > 0 ? [execute(words.earlier[locale], verb, { ...data, page: page - 1 })] : []),
    ...(left > 0 ? [execute(fill(words.later[locale], { count: left }), verb, { ...data, page: page + 1 })] : [])
  ];
  return chatCard(locale, lead, body, [...turning, ...actions]);
}
