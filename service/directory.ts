import { normalAddress } from '../core/mail/address.ts';
import { audiences, type Known } from '../core/mail/policy.ts';
import { isAddress } from './config-fields.ts';
import { readTable, refuseRows } from './csv.ts';
import { nearest } from './nearest.ts';

/** What the school knows of addresses, by normalised address. */
export type Directory = { readonly [address: string]: readonly Known[] };

const columns = ['address', 'audience', 'name', 'household'] as const;
const known = audiences.filter(audience => audience !== 'outsider');

/**
 * Reads a school's list of people: CSV with the columns address and audience, and, if the school likes, name and household, in any order;
 * commas, semicolons or tabs; UTF-8, UTF-16 or windows-1252. Throws a `Failure` that names each wrong row by its line (ten at most).
 */
export function readDirectory(bytes: Uint8Array, file: string): Directory {
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

function of<K extends string>(name: K, value: string): { readonly [N in K]?: string } {
  return value === '' ? {} : ({ [name]: value } as { [N in K]: string });
}

function audienceWords(found: string): string {
  const near = nearest(found, known);
  const shown = found === '' ? 'nothing' : `«${found.slice(0, 40)}»`;
  return `the column audience should be one of ${known.join(', ')}, but ${shown} stands there.${near ? ` Did you mean «${near}»?` : ''}`;
}
