import { normalAddress } from '../core/mail/address.ts';
import { isDay } from '../core/dates.ts';
import type { Locale } from '../core/locale.ts';
import { type Role, roles } from '../core/policies/person.ts';
import { isAddress } from './config-fields.ts';
import { readTable, refuseRows } from './csv.ts';
import type { Exported } from './export-file.ts';
import { nearest } from './nearest.ts';

/** Somebody as a school's list names them. */
export interface Named {
  /** The line of the file. */
  readonly line: number;
  /** By what the list knows them: the column id, else the address. No two have the same. */
  readonly key: string;
  readonly name: string;
  readonly address?: string;
  readonly entraId?: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly class?: string;
  /** Keys of a parent's children: those that the list names, and the pupils of the same household. */
  readonly children: readonly string[];
  /** The key of whoever is told when they stay late. */
  readonly manager?: string;
  /** `YYYY-MM-DD` */
  readonly joinedOn?: string;
  readonly leftOn?: string;
  readonly language: Locale;
}

/** The columns of the list of people who are asked, in the order in which the example shows them. */
export const peopleColumns = [
  'id',
  'name',
  'address',
  'roles',
  'groups',
  'class',
  'household',
  'children',
  'manager',
  'joined',
  'left',
  'language',
  'entra id'
] as const;

type Column = (typeof peopleColumns)[number];
type Cell = (column: Column) => string;

/**
 * Reads the list of the people who are asked to sign. A row has a name, roles, and an address or an id of the school's own; several roles, groups
 * or children stand in one cell with `;` between them, children and managers by their address or id, dates as 2026-09-01 or 01/09/2026. Whoever has
 * no language is spoken to in `language`. Throws a `Failure` that names each wrong row by its line (ten at most).
 */
export function readPeople(bytes: Uint8Array, file: string, language: Locale): readonly Named[] {
  const wrong: string[] = [];
  const rows: { readonly named: Named; readonly household: string; readonly children: readonly string[]; readonly manager: string }[] = [];
  const lines = new Map<string, number>();
  for (const { cell, line } of readTable(bytes, file, { columns: peopleColumns, needed: ['name', 'roles'], code: 'wrong-directory' })) {
    const says = faultOf(cell);
    const key = keyOf(cell);
    const twice = lines.get(key);
    if (says !== undefined) wrong.push(`line ${line}: ${says}`);
    else if (twice !== undefined) {
      wrong.push(`line ${line}: line ${twice} has the same ${cell('id') === '' ? 'address. Give both an id of their own.' : 'id.'}`);
    } else {
      lines.set(key, line);
      rows.push({
        named: namedIn(cell, line, key, language),
        household: cell('household'),
        children: listIn(cell('children')),
        manager: cell('manager')
      });
    }
  }
  refuseRows(wrong, file, 'wrong-directory');
  const byAddress = new Map<string, string>();
  for (const { named } of rows) if (named.address !== undefined && !byAddress.has(named.address)) byAddress.set(named.address, named.key);
  const pupils = new Map<string, string[]>();
  for (const { named, household } of rows) {
    if (household === '' || !named.roles.includes('pupil')) continue;
    pupils.set(household, [...(pupils.get(household) ?? []), named.key]);
  }
  const found = (written: string): string | undefined => {
    const key = keyIn(written);
    return lines.has(key) ? key : byAddress.get(key);
  };
  const people = rows.map(({ named, household, children, manager }): Named => {
    const unknown = (column: string, written: string): void => {
      const near = nearest(written, [...lines.keys()]);
      wrong.push(
        `line ${named.line}: the column ${column} names «${written.slice(0, 60)}», and no row has that id or address.${near ? ` Did you mean «${near}»?` : ''}`
      );
    };
    const theirs: string[] = named.roles.includes('parent') ? [...(pupils.get(household) ?? [])] : [];
    for (const child of children) {
      const key = found(child);
      if (key === undefined) unknown('children', child);
      else if (!theirs.includes(key)) theirs.push(key);
    }
    const told = manager === '' ? undefined : found(manager);
    if (manager !== '' && told === undefined) unknown('manager', manager);
    return { ...named, children: theirs, ...(told === undefined ? {} : { manager: told }) };
  });
  refuseRows(wrong, file, 'wrong-directory');
  return people;
}

/** The people of an information system's export, as a list of those who are asked would name them. */
export function namedOfExport(people: readonly Exported[], language: Locale): readonly Named[] {
  return people.map(({ line, key, role, name, addresses, children, class: group }) => ({
    line,
    key,
    name,
    ...(addresses[0] === undefined ? {} : { address: addresses[0] }),
    roles: [role],
    groups: [],
    ...(group === undefined ? {} : { class: group }),
    children,
    language
  }));
}

function keyOf(cell: Cell): string {
  return keyIn(cell('id') === '' ? cell('address') : cell('id'));
}

function keyIn(written: string): string {
  return written.includes('@') ? normalAddress(written) : written.toLowerCase();
}

function listIn(text: string): readonly string[] {
  return text
    .split(/[;|,]/)
    .map(each => each.trim())
    .filter(each => each !== '');
}

function namedIn(cell: Cell, line: number, key: string, language: Locale): Named {
  return {
    line,
    key,
    name: cell('name'),
    ...(cell('address') === '' ? {} : { address: normalAddress(cell('address')) }),
    ...(cell('entra id') === '' ? {} : { entraId: cell('entra id').toLowerCase() }),
    roles: [...new Set(listIn(cell('roles')).map(roleIn))].filter((role): role is Role => role !== undefined),
    groups: listIn(cell('groups')),
    ...(cell('class') === '' ? {} : { class: cell('class') }),
    children: [],
    ...(cell('joined') === '' ? {} : { joinedOn: dayIn(cell('joined'))! }),
    ...(cell('left') === '' ? {} : { leftOn: dayIn(cell('left'))! }),
    language: languageIn(cell('language')) ?? language
  };
}

/** What is wrong with a row by itself, or nothing. */
function faultOf(cell: Cell): string | undefined {
  if (cell('name') === '') return 'the column name is empty.';
  if (cell('name').length > 200) return 'the column name holds more than 200 signs.';
  if (cell('id') === '' && cell('address') === '')
    return 'there is neither an address nor an id. One of them is needed to know the person again.';
  if (cell('address') !== '' && !isAddress(cell('address')))
    return 'the column address holds no address such as teacher.one@school.example.';
  if (listIn(cell('roles')).length === 0) return `the column roles is empty. Expected one or more of ${roles.join(', ')}.`;
  const strange = listIn(cell('roles')).find(role => roleIn(role) === undefined);
  if (strange !== undefined) {
    const near = nearest(strange, roles);
    return `the column roles holds «${strange.slice(0, 40)}». Expected one or more of ${roles.join(', ')}.${near ? ` Did you mean «${near}»?` : ''}`;
  }
  for (const column of ['joined', 'left'] as const) {
    if (cell(column) !== '' && dayIn(cell(column)) === undefined) {
      return `the column ${column} holds «${cell(column).slice(0, 40)}», which is no date such as 2026-09-01 or 01/09/2026.`;
    }
  }
  if (cell('language') !== '' && languageIn(cell('language')) === undefined) {
    return `the column language holds «${cell('language').slice(0, 40)}». Expected en (English) or cy (Welsh).`;
  }
  if (cell('entra id') !== '' && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cell('entra id'))) {
    return 'the column entra id holds no object id such as 01234567-89ab-cdef-0123-456789abcdef.';
  }
  return undefined;
}

function roleIn(written: string): Role | undefined {
  const plain = written.toLowerCase().replace(/[\s_]+/g, '-');
  return roles.find(role => role === plain);
}

/** `2026-09-01`, and `01/09/2026` as British spreadsheets write it. */
function dayIn(written: string): string | undefined {
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written);
  const day = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : written;
  return isDay(day) ? day : undefined;
}

function languageIn(written: string): Locale | undefined {
  switch (written.toLowerCase()) {
    case 'en':
    case 'english':
    case 'saesneg':
      return 'en';
    case 'cy':
    case 'welsh':
    case 'cymraeg':
      return 'cy';
    default:
      return undefined;
  }
}
