import { CsvError, parse } from 'csv-parse/sync';
import { failure, type FailureCode } from './failure.ts';
import { nearest } from './nearest.ts';
import { textOf } from './text.ts';

/** One row of a list with named columns. */
export interface Row<Column extends string> {
  /** The line of the file on which it ends, from 1 on. */
  readonly line: number;
  /** What stands in a column, without blanks around it; empty where there is no such column. */
  readonly cell: (column: Column) => string;
}

/** Which columns a list has, which of them it must have, and the code of what is wrong with it. */
export interface Columns<Column extends string> {
  readonly columns: readonly Column[];
  readonly needed: readonly Column[];
  readonly code: FailureCode;
}

/**
 * Reads a list that a school wrote: CSV with the columns named in its first line, in any order; commas, semicolons or tabs; UTF-8, UTF-16 or
 * windows-1252. Columns that are not asked for and empty rows are passed over. Throws a `Failure` where it is no such list.
 */
export function readTable<Column extends string>(bytes: Uint8Array, file: string, wanted: Columns<Column>): readonly Row<Column>[] {
  const { code, columns } = wanted;
  const [head, ...rows] = readLines(bytes, file, code);
  if (!head) throw failure(code, `${file} is empty. Its first line should be: ${columns.join(',')}.`);
  const at = placesOf(head, file, wanted);
  return rows
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
    .map(({ cells, line }) => ({ line, cell: column => (cells[at.get(column) ?? -1] || '').trim() }));
}

/** A line of a list as it stands there. */
export interface Line {
  readonly cells: readonly string[];
  /** The line of the file on which it ends, from 1 on. */
  readonly line: number;
}

/** The lines of a list as they stand there, the empty ones left out. Throws a `Failure` where it is no such list. */
export function readLines(bytes: Uint8Array, file: string, code: FailureCode): readonly Line[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw failure(code, `${file} is an Excel workbook, whatever its name says. Save it from Excel as «CSV UTF-8».`);
  }
  // Excel may be told the separator in a line of its own.
  return linesOf(textOf(bytes).replace(/^sep=.\r?\n/i, ''), file, code);
}

function linesOf(text: string, file: string, code: FailureCode): readonly Line[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
  try {
    const parsed = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? `, line ${error.lines}` : '';
    throw failure(code, `${file}${line}: a quote is not closed, or stands inside a cell. Save the file as CSV from a spreadsheet.`);
  }
}

function placesOf<Column extends string>(
  { cells, line }: Line,
  file: string,
  { columns, needed, code }: Columns<Column>
): ReadonlyMap<Column, number> {
  const names = cells.map(cell => cell.trim().toLowerCase());
  const at = new Map<Column, number>();
  for (const name of columns) {
    const index = names.indexOf(name);
    if (index >= 0) at.set(name, index);
  }
  const missing = needed.filter(name => !at.has(name));
  if (missing.length > 0) {
    const stray = names.find(name => !columns.some(column => column === name) && nearest(name, columns));
    const near = stray ? ` «${stray.slice(0, 40)}» stands there: did you mean «${nearest(stray, columns)}»?` : '';
    const many = `the columns ${missing.slice(0, -1).join(', ')} and ${missing[missing.length - 1]} are`;
    throw failure(
      code,
      `${file}, line ${line}: ${missing.length > 1 ? many : `the column ${missing[0]} is`} missing.${near} The first line should be: ${columns.join(',')}.`
    );
  }
  return at;
}

const most = 10;

/** Throws what is wrong with the rows of a list, a line each, ten at most; nothing where nothing is. */
export function refuseRows(wrong: readonly string[], file: string, code: FailureCode): void {
  if (wrong.length === 0) return;
  const left = wrong.length - most;
  const shown = wrong.slice(0, most).map(sentence => `${file}, ${sentence}`);
  throw failure(code, [...shown, ...(left > 0 ? [`… and ${left} more rows.`] : [])].join('\n'));
}
