import type { Cell, Table } from './status-table.ts';

/** The same instant by a place’s clock: `2026-11-22 10:15`. */
export type Clock = (instant: string) => string;

/** The clock of a time zone. */
export function clockOf(timeZone: string): Clock {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return instant => {
    const at = Date.parse(instant);
    return Number.isNaN(at) ? instant : clock.format(at);
  };
}

/**
 * A table as CSV (RFC 4180) that Excel, LibreOffice and Google Sheets open as it is: UTF-8 with its mark, commas, CRLF. Times are by the school’s clock.
 * What somebody typed can never run as a formula there: such a cell begins with an apostrophe.
 */
export function* csvOf({ columns, rows }: Table, clock: Clock): Generator<string> {
  yield `\ufeff${columns.map(({ heading }) => csvCell(heading, clock)).join(',')}\r\n`;
  for (const row of rows) yield `${row.map(cell => csvCell(cell, clock)).join(',')}\r\n`;
}

function csvCell(cell: Cell, clock: Clock): string {
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? harmless(cell) : 'day' in cell ? cell.day : clock(cell.instant);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A spreadsheet reads a cell that begins so as a formula, whatever stands before it that it does not show; also the wide forms of Chinese keyboards. */
function harmless(text: string): string {
  return /^[\s\u0000-\u001f\u200b\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A table as a workbook for Excel (.xlsx): every text a text, days and times as such by the school’s clock, the first line fixed. */
export async function xlsxOf({ columns, rows }: Table, clock: Clock, sheet: string): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const head = columns.map(({ heading }) => ({ type: String, value: heading, fontWeight: 'bold' as const }));
  const body = rows.map(row => row.map(cell => (cell === '' ? undefined : xlsxCell(cell, clock))));
  const widths = columns.map(({ heading }, i) => ({
    width: Math.min(50, Math.max(...[heading, ...rows.map(row => shown(row[i]!))].map(text => text.length)) + 2)
  }));
  // Excel allows 31 characters in the name of a sheet, and not these.
  const name =
    sheet
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Beadle';
  return writeXlsxFile([head, ...body], { sheet: name, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

function xlsxCell(cell: Cell, clock: Clock) {
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'string') return { type: String, value: cell.slice(0, 32767) };
  if ('day' in cell) return dated(cell.day, 'dd/mm/yyyy');
  return dated(clock(cell.instant).replace(' ', 'T'), 'dd/mm/yyyy hh:mm');
}

/** What the clock shows, as the file keeps it: without a time zone. */
function dated(written: string, format: string) {
  const value = new Date(written.length === 10 ? `${written}T00:00Z` : `${written}Z`);
  return Number.isNaN(value.getTime()) ? { type: String, value: written } : { type: Date, value, format };
}

function shown(cell: Cell): string {
  return typeof cell === 'object' ? '22/11/2026 10:15' : String(cell);
}
