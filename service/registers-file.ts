import { isDay } from '../core/dates.ts';
import { fill, locales, type Text } from '../core/locale.ts';
import { type Entered, type Fields, namesIn, tidied, wrongEntry } from '../core/registers/entry.ts';
import { about, type Field, type FieldId, type Kind, standings, uses } from '../core/registers/kinds.ts';
import { refusalWords, standingWords, useWords } from '../core/registers/words.ts';
import { readTable, refuseRows } from './csv.ts';
import { csvOf } from './ledger/table-files.ts';
import type { Listed } from './registers.ts';

/** The columns of a register's list: those of its entries, in the order in which they are asked for. */
export function registerColumns(kind: Kind): readonly FieldId[] {
  return about[kind].fields.map(({ id }) => id);
}

/**
 * Reads entries of one register from a CSV with the columns of `registerColumns`, in any order; names with `;` between them, dates as 2026-09-01 or 01/09/2026.
 * What an export wrote is read as it was entered. Throws a `Failure` that names each wrong row by its line (ten at most).
 */
export function readRegister(bytes: Uint8Array, file: string, kind: Kind, today: string): readonly Entered[] {
  const { fields } = about[kind];
  const needed = fields.filter(({ optional }) => !optional).map(({ id }) => id);
  const wrong: string[] = [];
  const entries: Entered[] = [];
  for (const { cell, line } of readTable(bytes, file, { columns: registerColumns(kind), needed, code: 'wrong-directory' })) {
    const typed: Fields = Object.fromEntries(fields.map(field => [field.id, valueOf(field, cell(field.id))]));
    const entry = tidied({ kind, fields: typed });
    const fault = wrongEntry(entry, today);
    if (fault) wrong.push(`line ${line}: ${fill(refusalWords[fault.refused].en, { field: fault.field ?? 'words' })}`);
    else entries.push(entry);
  }
  refuseRows(wrong, file, 'wrong-directory');
  return entries;
}

/** The entries of one register as CSV: its columns as they stand now, how each stands, and what was appended. No cell can run as a formula. */
export function registerCsv(kind: Kind, entries: readonly Listed[]): string {
  const ids = registerColumns(kind);
  const headings = [...ids, 'state', 'due', 'entered', 'entered by', 'notes'];
  const rows = entries.map(({ fields, state, due, at, by, notes }) => [
    ...about[kind].fields.map(({ id, is }) => (is === 'names' ? namesIn(fields[id] ?? '').join('; ') : (fields[id] ?? ''))),
    state,
    due ?? '',
    at.slice(0, 10),
    by,
    notes
      .map(note => {
        const changed = ids.filter(id => note.fields?.[id] !== undefined).map(id => `${id}: ${note.fields?.[id]?.replace(/\n/g, '; ')}`);
        return [`${note.at.slice(0, 10)} ${note.by}, ${note.kind}`, ...changed, note.words].filter(part => part !== '').join(' – ');
      })
      .join(' | ')
  ]);
  return [...csvOf({ columns: headings.map(heading => ({ heading, id: heading })), rows }, instant => instant)].join('');
}

/** A cell as it is entered: without the apostrophe that keeps it from running as a formula, days as `YYYY-MM-DD`, choices by their id. */
function valueOf({ is }: Field, written: string): string {
  const text = /^'[\s\u200b\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(written) ? written.slice(1) : written;
  switch (is) {
    case 'day':
      return dayIn(text);
    case 'use':
      return uses.find(use => isMeant(text, use, useWords[use])) ?? text;
    case 'standing':
      return standings.find(standing => isMeant(text, standing, standingWords[standing])) ?? text;
    default:
      return text;
  }
}

function isMeant(written: string, id: string, words: Text): boolean {
  const plain = written.toLowerCase();
  return plain === id || locales.some(locale => words[locale].toLowerCase() === plain);
}

/** `2026-09-01`, and `01/09/2026` as British spreadsheets write it. */
function dayIn(written: string): string {
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written);
  const day = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : written;
  return isDay(day) ? day : written;
}
