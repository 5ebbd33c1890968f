import { CsvError, parse } from 'csv-parse/sync';
import { normalAddress } from '../core/mail/address.ts';
import { audiences, type Known } from '../core/mail/policy.ts';
import { isAddress } from './config.ts';
import { failure } from './failure.ts';
import { nearest } from './nearest.ts';
import { textOf } from './text.ts';

/** What the school knows of addresses, by normalised address. */
export type Directory = { readonly [address: string]: readonly Known[] };

const columns = ['address', 'audience', 'name', 'household'] as const;
const known = audiences.filter(audience => audience !== 'outsider');
const most = 10;

/**
 * Reads a school's list of people: CSV with the columns address and audience, and, if the school likes, name and household, in any order;
 * commas, semicolons or tabs; UTF-8, UTF-16 or windows-1252. Throws a `Failure` that names each wrong row by its line (ten at most).
 */
export function readDirectory(bytes: Uint8Array, file: string): Directory {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw failure('wrong-directory', `${file} is an Excel workbook, whatever its name says. Save it from Excel as «CSV UTF-8».`);
  }
  // Excel may be told the separator in a line of its own.
  const rows = rowsOf(textOf(bytes).replace(/^sep=.\r?\n/i, ''), file);
  const [head, ...people] = rows;
  if (!head) throw failure('wrong-directory', `${file} is empty. Its first line should be: ${columns.join(',')}.`);
  const at = columnsOf(head.cells, file, head.line);
  const directory: { [address: string]: Known[] } = {};
  const wrong: string[] = [];
  for (const { cells, line } of people) {
    const cell = (name: (typeof columns)[number]): string => (cells[at[name] ?? -1] || '').trim();
    if (cells.every(each => each.trim() === '')) continue;
    const audience = known.find(each => each === cell('audience').toLowerCase());
    if (!isAddress(cell('address'))) wrong.push(`line ${line}: the column address holds no address such as parent.one@family.example.`);
    else if (!audience) wrong.push(`line ${line}: ${audienceWords(cell('audience'))}`);
    else {
      const found = (directory[normalAddress(cell('address'))] ||= []);
      const entry = { audience, ...of('name', cell('name')), ...of('household', cell('household')) };
      if (!found.some(other => JSON.stringify(other) === JSON.stringify(entry))) found.push(entry);
    }
  }
  if (wrong.length > 0) {
    const left = wrong.length - most;
    throw failure(
      'wrong-directory',
      [...wrong.slice(0, most).map(sentence => `${file}, ${sentence}`), ...(left > 0 ? [`… and ${left} more rows.`] : [])].join('\n')
    );
  }
  return directory;
}

function of<K extends string>(name: K, value: string): { readonly [N in K]?: string } {
  return value === '' ? {} : ({ [name]: value } as { [N in K]: string });
}

function audienceWords(found: string): string {
  const near = nearest(found, known);
  const shown = found === '' ? 'nothing' : `«${found.slice(0, 40)}»`;
  return `the column audience should be one of ${known.join(', ')}, but ${shown} stands there.${near ? ` Did you mean «${near}»?` : ''}`;
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function rowsOf(text: string, file: string): readonly Row[] {
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
    throw failure(
      'wrong-directory',
      `${file}${line}: a quote is not closed, or stands inside a cell. Save the file as CSV from a spreadsheet.`
    );
  }
}

function columnsOf(head: readonly string[], file: string, line: number): { readonly [name in (typeof columns)[number]]?: number } {
  const names = head.map(cell => cell.trim().toLowerCase());
  const at: { [name in (typeof columns)[number]]?: number } = {};
  for (const name of columns) {
    const index = names.indexOf(name);
    if (index >= 0) at[name] = index;
  }
  const stray = names.find(name => !columns.some(column => column === name) && nearest(name, columns));
  const missing = (['address', 'audience'] as const).filter(name => at[name] === undefined);
  if (missing.length > 0) {
    const near = stray ? ` «${stray.slice(0, 40)}» stands there: did you mean «${nearest(stray, columns)}»?` : '';
    throw failure(
      'wrong-directory',
      `${file}, line ${line}: ${missing.length > 1 ? 'the columns address and audience are' : `the column ${missing[0]} is`} missing.${near} The first line should be: ${columns.join(',')}.`
    );
  }
  return at;
}
