import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { type Button, cardOf, type Element } from './elements.ts';

/** What the chat's cards are made of besides what all cards are. */
export type Part = Element | Table | Donut | DateInput;

/** Rows of short texts; a client too old for tables shows the fallback. */
export interface Table {
  readonly type: 'Table';
  readonly firstRowAsHeader: true;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly object[] }[];
  }[];
  readonly fallback: Element;
}

/** Teams' own ring chart; every other client shows the fallback. */
export interface Donut {
  readonly type: 'Chart.Donut';
  readonly title: string;
  readonly data: readonly { readonly legend: string; readonly value: number; readonly color?: string }[];
  readonly fallback: Table;
}

export interface DateInput {
  readonly type: 'Input.Date';
  readonly id: string;
  readonly label: string;
  readonly min?: string;
  readonly value?: string;
}

/** Letters of all buttons that a phone shows side by side; beyond that Teams cuts their titles off. */
const lettersInARow = 36;

/** A card of the chat. `otherwise` is what a client says that cannot draw it. Buttons that do not fit beside one another stand below one another. */
export function chatCard(locale: Locale, otherwise: string, body: readonly Part[], actions: readonly Button[] = []): Card {
  const letters = actions.reduce((sum, { title }) => sum + title.length, 0);
  if (actions.length < 2 || letters <= lettersInARow) return { ...cardOf(locale, otherwise, [], actions), body };
  return {
    ...cardOf(locale, otherwise, []),
    body: [...body, ...actions.map(button => ({ type: 'ActionSet' as const, actions: [button] }))]
  };
}

/** A table whose first row is its heading. Its fallback says every row as a fact. */
export function table(rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const [head = [], ...rest] = rows;
  return {
    type: 'Table',
    firstRowAsHeader: true,
    columns: widths.map(width => ({ width })),
    rows: rows.map((cells, at) => ({
      type: 'TableRow',
      cells: cells.map(text => ({
        type: 'TableCell',
        items: [{ type: 'TextBlock', text, wrap: true, ...(at === 0 && { weight: 'Bolder' }) }]
      }))
    })),
    fallback: {
      type: 'FactSet',
      facts: rest.map(([title = '', ...values]) => ({
        title,
        value: values.length > 1 ? values.map((value, at) => `${head[at + 1] ?? ''}: ${value}`).join(', ') : (values[0] ?? '')
      }))
    }
  };
}

/** How many people, in words: `1 person`, `12 people`; `1 person`, `12 o bobl`. */
export function peopleWords(count: number, locale: Locale): string {
  if (locale === 'cy') return count === 1 ? '1 person' : `${count} o bobl`;
  return count === 1 ? '1 person' : `${count} people`;
}

/** Which part of a long list is shown; nothing where all of it is. */
export function pageWords(page: number, pages: number, locale: Locale): string {
  return fill({ en: 'Page {page} of {pages}', cy: 'Tudalen {page} o {pages}' }[locale], { page: page + 1, pages });
}
