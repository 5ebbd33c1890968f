import { el } from './dom.ts';
import { say } from './speak.ts';

/** One column: its heading, what stands in a cell, and by what its rows can be put in order. */
export interface Column<R> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: R) => Node | string;
  /** What is compared; without it the column cannot be sorted. */
  readonly by?: (row: R) => string | number;
  readonly number?: boolean;
}

/** How somebody looks at a table: kept by whoever draws it, so that a fresh drawing looks the same. */
export interface Looking {
  sorted?: { column: string; down: boolean };
  page: number;
}

/** Rows that can be ticked. */
interface Ticks<R> {
  readonly has: (row: R) => boolean;
  readonly set: (rows: readonly R[], ticked: boolean) => void;
  readonly label: (row: R) => string;
  readonly can: (row: R) => boolean;
}

interface Drawn<R> {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly key: (row: R) => string;
  readonly looking: Looking;
  /** Draws again after somebody sorted or turned the page. */
  readonly again: () => void;
  readonly ticks?: Ticks<R>;
  /** Draws again after somebody ticked; `again` where that is the same. */
  readonly mark?: () => void;
  readonly size?: number;
  /** How many rows there are where the service sorts and gives one page at a time. */
  readonly total?: number;
}

/** A table with sorting and pages. On a phone each row stands as a list of its own, with the name of the column before each cell. */
export function table<R>(drawn: Drawn<R>): readonly Node[] {
  const { caption, columns, rows, key, looking, again, ticks, mark = again, size = 25, total } = drawn;
  const count = total ?? rows.length;
  const last = Math.max(0, Math.ceil(count / size) - 1);
  looking.page = Math.min(looking.page, last);
  const seen = total === undefined ? inOrder(drawn).slice(looking.page * size, (looking.page + 1) * size) : rows;
  const can = ticks ? seen.filter(ticks.can) : [];
  return [
    el(
      'table',
      { class: 'table', role: 'table', 'data-key': `table-${columns[0]?.id}` },
      el('caption', {}, caption),
      el(
        'thead',
        { role: 'rowgroup' },
        el(
          'tr',
          { role: 'row' },
          ticks &&
            el(
              'th',
              { scope: 'col', role: 'columnheader', class: 'tick-cell' },
              can.length === 0 ? el('span', { class: 'unseen' }, say('select')) : allOf(can, ticks, mark)
            ),
          ...columns.map(column => headOf(column, looking, total !== undefined, again))
        )
      ),
      el('tbody', { role: 'rowgroup' }, ...seen.map(row => rowOf(row, key(row), columns, ticks, mark)))
    ),
    ...(last === 0 ? [] : [pagesOf(count, size, last, looking, again)])
  ];
}

function inOrder<R>({ columns, rows, looking }: Drawn<R>): readonly R[] {
  const { sorted } = looking;
  const by = columns.find(({ id }) => id === sorted?.column)?.by;
  if (!sorted || !by) return rows;
  const way = sorted.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    return way * (typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'en'));
  });
}

function headOf<R>({ id, title, by, number }: Column<R>, looking: Looking, oneWay: boolean, again: () => void): HTMLElement {
  const down = looking.sorted?.column === id ? looking.sorted.down : undefined;
  const sort = (): void => {
    looking.sorted = { column: id, down: down === false && !oneWay };
    looking.page = 0;
    again();
  };
  return el(
    'th',
    {
      scope: 'col',
      role: 'columnheader',
      class: number ? 'number' : undefined,
      'aria-sort': down === undefined ? undefined : down ? 'descending' : 'ascending'
    },
    by ? el('button', { type: 'button', class: 'sort', onclick: sort }, title) : title
  );
}

function rowOf<R>(row: R, key: string, columns: readonly Column<R>[], ticks: Ticks<R> | undefined, again: () => void): HTMLElement {
  const cells = columns.map(({ title, cell, number }, i) => {
    const shown = cell(row);
    const look = number ? 'number' : lookOf(typeof shown === 'string' ? shown : (shown.textContent ?? ''));
    return i === 0
      ? el('th', { scope: 'row', role: 'rowheader', class: look }, shown)
      : el('td', { role: 'cell', 'data-of': title, class: look }, shown);
  });
  return el(
    'tr',
    { role: 'row', 'data-key': key },
    ticks && el('td', { role: 'cell', class: 'tick-cell' }, tickOf(row, ticks, again)),
    ...cells
  );
}

/** A word that would make a table wider than its page is broken; others are not. */
function lookOf(text: string): string | undefined {
  return text.split(/\s+/).some(word => word.length > 22) ? 'long-word' : undefined;
}

function tickOf<R>(row: R, ticks: Ticks<R>, again: () => void): Node | string {
  if (!ticks.can(row)) return '';
  return ticked(ticks.has(row), ticks.label(row), now => {
    ticks.set([row], now);
    again();
  });
}

function allOf<R>(rows: readonly R[], ticks: Ticks<R>, again: () => void): HTMLElement {
  const count = rows.filter(ticks.has).length;
  const box = ticked(count === rows.length, say('selectAll'), now => {
    ticks.set(rows, now);
    again();
  });
  box.indeterminate = count > 0 && count < rows.length;
  return box;
}

function ticked(on: boolean, label: string, changed: (now: boolean) => void): HTMLInputElement {
  const box = el('input', {
    type: 'checkbox',
    'data-held': true,
    'aria-label': label,
    onchange: event => changed((event.target as HTMLInputElement).checked)
  });
  box.checked = on;
  return box;
}

function pagesOf(count: number, size: number, last: number, looking: Looking, again: () => void): HTMLElement {
  const { page } = looking;
  const turn = (by: number): void => {
    looking.page = Math.min(last, Math.max(0, page + by));
    again();
  };
  const step = (word: 'before' | 'after', by: number, stops: boolean): HTMLElement =>
    el(
      'button',
      { type: 'button', class: 'quiet', 'data-key': word, 'aria-disabled': stops ? 'true' : undefined, onclick: () => turn(by) },
      say(word)
    );
  return el(
    'div',
    { class: 'pages', 'data-key': 'pages' },
    el('p', { class: 'soft small' }, say('rowsOf', { from: page * size + 1, to: Math.min(count, (page + 1) * size), count })),
    el('div', { class: 'row' }, step('before', -1, page === 0), step('after', 1, page === last))
  );
}

/** A plain table of words, where nothing is sorted. */
export function plainTable(caption: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): HTMLElement {
  const cell = (value: string | number, i: number): HTMLElement =>
    i === 0
      ? el('th', { scope: 'row', role: 'rowheader', class: lookOf(String(value)) }, String(value))
      : el('td', { role: 'cell', 'data-of': columns[i], class: typeof value === 'number' ? 'number' : lookOf(value) }, String(value));
  const numeric = (i: number): boolean => rows.length > 0 && rows.every(row => typeof row[i] === 'number');
  return el(
    'table',
    { class: 'table', role: 'table' },
    el('caption', {}, caption),
    el(
      'thead',
      { role: 'rowgroup' },
      el(
        'tr',
        { role: 'row' },
        ...columns.map((column, i) => el('th', { scope: 'col', role: 'columnheader', class: numeric(i) ? 'number' : undefined }, column))
      )
    ),
    el('tbody', { role: 'rowgroup' }, ...rows.map(row => el('tr', { role: 'row' }, ...row.map(cell))))
  );
}

/** A search that finds whatever somebody typed, whatever its case and accents. */
export function finds(typed: string): (...texts: readonly string[]) => boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const wanted = plain(typed)
    .split(/\s+/)
    .filter(word => word !== '');
  return (...texts) => {
    const all = plain(texts.join(' '));
    return wanted.every(word => all.includes(word));
  };
}
