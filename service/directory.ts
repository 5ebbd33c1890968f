import { normalAddress } from '../core/mail/address.ts';
import { audiences, type Known } from '../core/mail/policy.ts';
import { isAddress } from './config-fields.ts';
import { readTable, refuseRows } from './csv.ts';
import { type Exported, readExport } from './export-file.ts';
import { nearest } from './nearest.ts';

/** What the school knows of addresses, by normalised address. */
export type Directory = { readonly [address: string]: readonly Known[] };

const columns = ['address', 'audience', 'name', 'household'] as const;
const known = audiences.filter(audience => audience !== 'outsider');

/**
 * Reads a school's list of people: CSV with the columns address and audience, and, if the school likes, name and household, in any order;
 * commas, semicolons or tabs; UTF-8, UTF-16 or windows-1252; or an export of an information system, known by its headings. Throws a `Failure` that names
 * each wrong row by its line (ten at most); what is left out of an export «beadle people --check» says.
 */
export function readDirectory(bytes: Uint8Array, file: string): Directory {
  const exported = readExport(bytes, file);
  if (exported) return directoryOfExport(exported.people);
  const directory: { [address: string]: Known[] } = {};
  const wrong: string[] = [];
  for (const { cell, line } of readTable(bytes, file, { columns, needed: ['address', 'audience'], code: 'wrong-directory' })) {
    const audience = known.find(each => each === cell('audience').toLowerCase());
    if (!isAddress(cell('address'))) wrong.push(`line ${line}: the column address holds no address such as parent.one@family.example.`);
    else if (!audience) wrong.push(`line ${line}: ${audienceWords(cell('audience'))}`);
    else {
      const found = (directory[normalAddress(cell('address'))] ||= []);
      const entry = { audience, ...of('name', cell('name')), ...of('household', cell('household')) };
      if (!found.some(other => JSON.stringify(other) === JSON.stringify(entry))) found.push(entry);
    }
  }
  refuseRows(wrong, file, 'wrong-directory');
  return directory;
}

/** What an export says of addresses: a line for each household of whoever has them. */
export function directoryOfExport(people: readonly Pick<Exported, 'role' | 'name' | 'addresses' | 'households'>[]): Directory {
  const directory: { [address: string]: Known[] } = {};
  for (const { role, name, addresses, households } of people) {
    for (const address of addresses) {
      const lines = (directory[address] ||= []);
      const homes: readonly (string | undefined)[] = households.length > 0 ? households : [undefined];
      for (const household of homes) lines.push({ audience: role, name, ...(household === undefined ? {} : { household }) });
    }
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
