import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { normalAddress } from '../core/mail/address.ts';
import { fill, type Text } from '../core/locale.ts';
import { nameKey } from '../core/mail/directory.ts';
import { isAddress } from './config-fields.ts';
import { type Line, readLines } from './csv.ts';
import { exportWords } from './export-words.ts';
import { type ExportKind, type Field, type Layout, layouts } from './export-layouts.ts';

/** Somebody whom an export of an information system names. */
export interface Exported {
  /** The line that named them first. */
  readonly line: number;
  /** The same for the same person in the next export: the system's own id where it gives one. */
  readonly key: string;
  readonly role: 'parent' | 'pupil' | 'staff';
  readonly name: string;
  /** Normalised; the first is the one to write to. */
  readonly addresses: readonly string[];
  /** Where they live: people of one household share a value, a child of separated parents has two. The postal address is not written out. */
  readonly households: readonly string[];
  readonly class?: string;
  /** Keys of a parent's children. */
  readonly children: readonly string[];
}

/** What an export holds, and, line by line, what was left out or mended. */
export interface Export {
  readonly system: Layout['system'];
  readonly kind: ExportKind;
  readonly people: readonly Exported[];
  readonly notes: readonly { readonly line: number; readonly says: Text }[];
}

/**
 * Reads an export of an information system: nothing where no line among the first ten is headed like one of theirs, so that it is some other list. One person
 * in several rows is one person; whoever has no parental responsibility, or a court order against them, is left out and said. Throws a `Failure` where it is no list.
 */
export function readExport(bytes: Uint8Array, file: string): Export | undefined {
  const lines = readLines(withMark(bytes), file, 'wrong-directory');
  const found = headOf(lines);
  if (!found) return undefined;
  const { layout, at, from } = found;
  const notes: Notes = [];
  const rows = lines.slice(from).map(({ cells, line }): Row => {
    const mended = cells.map(cell => mendedText(cell.trim()));
    if (mended.some((cell, i) => cell !== cells[i]!.trim())) notes.push({ line, says: exportWords.mended });
    return { line, cell: field => mended[at.get(field) ?? -1] ?? '', has: field => at.has(field) };
  });
  const people = layout.kind === 'contacts' ? contactsIn(rows, notes) : peopleIn(rows, layout.kind === 'pupils' ? 'pupil' : 'staff', notes);
  for (const { line, name } of people) {
    if (/\ufffd|[A-Za-z]\?|\?[A-Za-z]/.test(name)) notes.push({ line, says: exportWords.lost });
  }
  return { system: layout.system, kind: layout.kind, people, notes: notes.sort((a, b) => a.line - b.line) };
}

interface Row {
  readonly line: number;
  readonly cell: (field: Field) => string;
  readonly has: (field: Field) => boolean;
}
type Notes = { line: number; says: Text }[];

function about(words: Text, values: { readonly [name: string]: string | number }): Text {
  return { en: fill(words.en, values), cy: fill(words.cy, values) };
}

/** UTF-16 without its mark is known by its empty bytes, and given the mark. */
function withMark(bytes: Uint8Array): Uint8Array {
  const first = bytes.subarray(0, 200);
  const empty = (rest: number): number => first.filter((byte, i) => i % 2 === rest && byte === 0).length;
  if (first.length < 8 || (first[0]! >= 0xfe && first[1]! >= 0xfe)) return bytes;
  if (empty(1) * 4 > first.length && empty(0) === 0) return Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]);
  return empty(0) * 4 > first.length && empty(1) === 0 ? Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]) : bytes;
}

/** UTF-8 that was once read as windows-1252 and saved again: «SiÃ¢n». What does not go back whole stays as it is. */
function mendedText(text: string): string {
  if (!/[\xc2-\xf4][\x80-\xbf\u0152-\u2122]/.test(text)) return text;
  const bytes = iconv.encode(text, 'windows-1252');
  if (iconv.decode(bytes, 'windows-1252') !== text) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/** The line of headings: some reports begin with a title and a date. */
function headOf(
  lines: readonly Line[]
): { readonly layout: Layout; readonly at: ReadonlyMap<Field, number>; readonly from: number } | undefined {
  for (const [i, { cells }] of lines.slice(0, 10).entries()) {
    const names = headingsIn(cells);
    // Our own lists are never taken for somebody else's.
    if (names.includes('audience') || names.includes('roles')) return undefined;
    let best: { layout: Layout; at: ReadonlyMap<Field, number> } | undefined;
    for (const layout of layouts) {
      const at = placesIn(names, layout);
      if (at && at.size > (best?.at.size ?? 0)) best = { layout, at };
    }
    if (best) return { ...best, from: i + 1 };
  }
  return undefined;
}

function headingsIn(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map(cell => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' ');
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name} (${nth})`;
  });
}

/** Where what stands, or nothing where this is no such list. No column says two things. */
function placesIn(names: readonly string[], { columns, marks, kind }: Layout): ReadonlyMap<Field, number> | undefined {
  if (!marks.some(mark => names.includes(mark))) return undefined;
  const at = new Map<Field, number>();
  const taken = new Set<number>();
  for (const [field, headings] of Object.entries(columns) as [Field, readonly string[]][]) {
    const index = headings.map(heading => names.indexOf(heading)).find(each => each >= 0 && !taken.has(each));
    if (index === undefined) continue;
    at.set(field, index);
    taken.add(index);
  }
  const named = at.has('name') || at.has('surname');
  if (kind === 'contacts')
    return named && at.has('email') && (at.has('pupilId') || at.has('pupilName') || at.has('pupilSurname')) ? at : undefined;
  return named && (kind === 'pupils' ? at.has('id') : at.has('email')) ? at : undefined;
}

/** `Given Surname`, whatever columns there are. */
function nameOf(whole: string, forename: string, surname: string): string {
  if (forename !== '' || surname !== '') return `${forename} ${surname}`.trim();
  const comma = whole.indexOf(',');
  return comma > 0 ? `${whole.slice(comma + 1).trim()} ${whole.slice(0, comma).trim()}`.trim() : whole;
}

/** The addresses in a cell, in which several may stand. */
function addressesIn(row: Row, fields: readonly Field[], notes: Notes): readonly string[] {
  const written = fields.flatMap(field =>
    row
      .cell(field)
      .replace(/^mailto:/i, '')
      .split(/[\s;,|/]+/)
      .filter(each => each !== '')
  );
  const good = written.filter(each => isAddress(each));
  if (written.length > 0 && good.length === 0) notes.push({ line: row.line, says: exportWords.address });
  return [...new Set(good.map(normalAddress))];
}

function peopleIn(rows: readonly Row[], role: 'pupil' | 'staff', notes: Notes): readonly Exported[] {
  const byKey = new Map<string, Exported>();
  for (const row of rows) {
    const name = nameOf(row.cell('name'), row.cell('forename'), row.cell('surname'));
    const addresses = addressesIn(row, ['email', 'otherEmail'], notes);
    if (name === '') {
      notes.push({ line: row.line, says: exportWords.unnamed });
      continue;
    }
    const id = row.cell('id');
    if (id === '' && addresses.length === 0) {
      notes.push({ line: row.line, says: exportWords.unknown });
      continue;
    }
    const key = id === '' ? addresses[0]! : `${role}:${id.toLowerCase()}`;
    const before = byKey.get(key);
    if (before) {
      notes.push({ line: row.line, says: about(exportWords.twice, { other: before.line }) });
      byKey.set(key, { ...before, addresses: union(before.addresses, addresses) });
    } else {
      const group = role === 'pupil' ? row.cell('class') : '';
      byKey.set(key, {
        line: row.line,
        key,
        role,
        name,
        addresses,
        households: [],
        children: [],
        ...(group === '' ? {} : { class: group })
      });
    }
  }
  return role === 'pupil' ? withoutShared([...byKey.values()], new Set(), notes) : [...byKey.values()];
}

/** Words of relationships that make somebody a parent where no column speaks of responsibility. */
const parents = /\b(?:mother|father|mum|dad|mam|tad|parent|guardian|carer|step\w*|foster\w*|adoptive|rhiant|gwarcheidwad)\b/i;
const notParents = /\b(?:grand\w*|god\w*|childminder|doctor|gp|nain|taid)\b/i;

function contactsIn(rows: readonly Row[], notes: Notes): readonly Exported[] {
  const pupils = new Map<string, { line: number; name: string; addresses: string[]; class: string; homes: Set<string> }>();
  const contacts = new Map<string, { line: number; name: string; addresses: string[]; children: Set<string>; at: Home[] }>();
  const bySame = new Map<string, string>();
  let judged = false;
  for (const row of rows) {
    if (row.has('responsibility') || row.has('relationship')) judged = true;
    const child = childIn(row);
    if (child === undefined) {
      notes.push({ line: row.line, says: exportWords.childless });
      continue;
    }
    const its = pupils.get(child.key) ?? {
      line: row.line,
      name: child.name,
      addresses: [],
      class: row.cell('class'),
      homes: new Set<string>()
    };
    pupils.set(child.key, its);
    its.addresses = union(its.addresses, addressesIn(row, ['pupilEmail'], notes)) as string[];
    const name = nameOf(row.cell('name'), row.cell('forename'), row.cell('surname'));
    const why = leftOutOf(row, name);
    if (why !== undefined) {
      notes.push({ line: row.line, says: why });
      continue;
    }
    const addresses = addressesIn(row, ['email', 'otherEmail'], notes);
    if (addresses.length === 0 && row.cell('email') === '') notes.push({ line: row.line, says: exportWords.silent });
    const id = row.cell('id');
    // Some systems keep a contact once for each child: whoever has the same name and address is the same.
    const same = addresses[0] === undefined ? `${child.key} ${keyOfName(name)}` : `${addresses[0]} ${keyOfName(name)}`;
    const key = bySame.get(same) ?? (id === '' ? `contact:${same}` : `contact:${id.toLowerCase()}`);
    bySame.set(same, key);
    const before = contacts.get(key);
    if (before && before.children.has(child.key)) notes.push({ line: row.line, says: about(exportWords.twice, { other: before.line }) });
    const contact = before ?? { line: row.line, name, addresses: [], children: new Set<string>(), at: [] };
    contacts.set(key, contact);
    contact.addresses = union(contact.addresses, addresses) as string[];
    contact.children.add(child.key);
    contact.at.push({ child: child.key, postal: postalOf(row), lives: row.has('livesWith') ? yes(row.cell('livesWith')) : undefined });
  }
  if (!judged && rows.length > 0) {
    notes.push({ line: 1, says: exportWords.unjudged });
  }
  const homes = homesOf(contacts);
  for (const [key, { at }] of contacts) {
    for (const { child } of at.filter(({ lives }) => lives !== false))
      for (const home of homes.get(key)!) pupils.get(child)!.homes.add(home);
  }
  sayShared([...contacts.values()], notes);
  const adults = new Set([...contacts.values()].flatMap(({ addresses }) => addresses));
  const children = [...pupils].map(
    ([key, { line, name, addresses, class: group, homes: at }]): Exported => ({
      line,
      key,
      role: 'pupil',
      name,
      addresses,
      households: [...at].sort(),
      children: [],
      ...(group === '' ? {} : { class: group })
    })
  );
  return [
    ...withoutShared(children, adults, notes),
    ...[...contacts].map(
      ([key, { line, name, addresses, children: of }]): Exported => ({
        line,
        key,
        role: 'parent',
        name,
        addresses,
        households: homes.get(key)!,
        children: [...of]
      })
    )
  ];
}

function childIn(row: Row): { readonly key: string; readonly name: string } | undefined {
  const name = nameOf(row.cell('pupilName'), row.cell('pupilForename'), row.cell('pupilSurname'));
  const id = row.cell('pupilId');
  if (id === '' && name === '') return undefined;
  return { key: `pupil:${id === '' ? keyOfName(`${name} ${row.cell('class')}`) : id.toLowerCase()}`, name: name === '' ? id : name };
}

/** Why a contact is no parent to write to, or nothing. */
function leftOutOf(row: Row, name: string): Text | undefined {
  if (name === '') return exportWords.unnamed;
  if (row.has('courtOrder') && yes(row.cell('courtOrder')) !== false) return exportWords.order;
  const relationship = row.cell('relationship');
  if (row.has('responsibility')) {
    const has = yes(row.cell('responsibility'));
    return has === true ? undefined : has === false ? exportWords.without : exportWords.unsaid;
  }
  if (relationship === '') return row.has('relationship') ? exportWords.unrelated : undefined;
  return parents.test(relationship) && !notParents.test(relationship)
    ? undefined
    : about(exportWords.relation, { word: relationship.slice(0, 40) });
}

function yes(written: string): boolean | undefined {
  if (/^(?:y|yes|t|true|1|x|✓|ticked|ydy|oes|ie)$/i.test(written)) return true;
  // An empty tick box is no.
  return /^(?:n|no|f|false|0|-|none|nac ydy|na)?$/i.test(written) ? false : undefined;
}

interface Home {
  readonly child: string;
  readonly postal: string | undefined;
  readonly lives: boolean | undefined;
}

/** A house in a postcode; a postcode alone is a whole street. */
function postalOf(row: Row): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const [house, postcode] = [plain(row.cell('house')), plain(row.cell('postcode'))];
  return house !== '' && postcode !== '' ? `${house} ${postcode}` : undefined;
}

/** The households of each contact: by their postal address, else, where it says that they live with a child, by that child and its brothers and sisters. */
function homesOf(contacts: ReadonlyMap<string, { readonly at: readonly Home[] }>): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string>();
  const root = (child: string): string => {
    let at = child;
    while (above.has(at) && above.get(at) !== at) at = above.get(at)!;
    return at;
  };
  const living = (at: readonly Home[]): readonly string[] =>
    at.filter(({ lives, postal }) => lives === true && postal === undefined).map(({ child }) => child);
  for (const { at } of contacts.values()) {
    const [first, ...rest] = living(at);
    for (const child of rest) {
      const [a, b] = [root(first!), root(child)].sort();
      if (a !== b) above.set(b!, a!);
    }
  }
  return new Map(
    [...contacts].map(([key, { at }]) => {
      const postal = at.flatMap(each => each.postal ?? []);
      return [key, [...new Set(postal.length > 0 ? postal : living(at).map(child => `with ${root(child)}`))].map(hashed).sort()];
    })
  );
}

function hashed(home: string): string {
  return `home-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
}

function sayShared(
  contacts: readonly { readonly line: number; readonly name: string; readonly addresses: readonly string[] }[],
  notes: Notes
): void {
  const first = new Map<string, number>();
  for (const { line, addresses } of contacts) {
    for (const address of addresses) {
      const other = first.get(address);
      if (other === undefined) first.set(address, line);
      else notes.push({ line, says: about(exportWords.shared, { other }) });
    }
  }
}

/** An address that a child shares is not the child's own: whoever reads its mail would sign for it. */
function withoutShared(pupils: readonly Exported[], adults: ReadonlySet<string>, notes: Notes): readonly Exported[] {
  const counts = new Map<string, number>();
  for (const { addresses } of pupils) for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1);
  return pupils.map(pupil => {
    const own = pupil.addresses.filter(address => counts.get(address) === 1 && !adults.has(address));
    if (own.length === pupil.addresses.length) return pupil;
    const parental = pupil.addresses.some(address => adults.has(address));
    notes.push({
      line: pupil.line,
      says: parental ? exportWords.parental : exportWords.siblings
    });
    return { ...pupil, addresses: own };
  });
}

/** Names are one where their letters are: of a single word, that word. */
function keyOfName(name: string): string {
  return nameKey(name) || name.toLowerCase().replace(/\s+/g, '');
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
