import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fill, type Locale } from '../../core/locale.ts';
import { type Audience, isOneOf } from '../../core/policies/audience.ts';
import { roleWords } from '../../core/policies/audiences.ts';
import { isReached } from '../../core/policies/asking.ts';
import type { Person } from '../../core/policies/person.ts';
import { audiencesOf, type SignatureSettings } from '../config-signatures.ts';
import { failure, fileFailure } from '../failure.ts';
import { changesOfPeople, lacksMany, type PeopleChanges, presentOn } from '../people-changes.ts';
import { type Export, readExport } from '../export-file.ts';
import { type Named, namedOfExport, readPeople } from '../people-file.ts';
import type { School } from '../school.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Io } from './command.ts';
import { confirmed } from './confirm.ts';
import { signingSchool } from './own-signatures.ts';
import { peopleWords } from './signing-words.ts';

const school = { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' } as const;
const lang = { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' } as const;
const list = { name: 'LIST', says: 'a CSV file (default: the one that beadle.yaml names under «signatures:»)', optional: true } as const;

/** `beadle people`: reads the list of those who are asked, and says who it holds and what it changes. */
export const people = command({
  path: 'people',
  summary: 'read the list of the people who are asked to sign, and say what it would change',
  details:
    'CSV with the columns name and roles, an address or an id, and, if the school likes, groups, class, household, children, manager, joined, left,\n' +
    'language and entra id, in any order. Nothing is taken over: «beadle people import» does that.\n' +
    'Or an export of SIMS, Arbor, Bromcom or ScholarPack, known by its headings: then it is said row by row what would be left out of it, and why.\n' +
    'Exit code: 0 everybody is known as the list says, 1 the list says something new, 2 it could not be read.',
  arguments: [list],
  options: { check: { kind: 'flag', says: 'read the list only, without looking at what is known' }, school, lang },
  examples: [
    { line: 'beadle people', says: 'the list that ./beadle.yaml names, beside what is known' },
    { line: 'beadle people --check new.csv', says: 'whether a list is right, before anything else' }
  ],
  run: async ([named], { check, school: file, lang }, io) => {
    const given = (await exportedIn(named, io)) ?? (await listed(named, file, io));
    const exported = 'kind' in given ? given : given.exported && { ...given.exported, file: given.file };
    if (exported) {
      await io.stdout.write(exportText(exported, lang));
      return 0;
    }
    if ('kind' in given) return 0;
    await io.stdout.write(listText(given, lang));
    if (check) return 0;
    return withChanges(given, io, async ({ changes }) => {
      await io.stdout.write(`\n${changesText(changes, lang)}`);
      if (changes.put.length === 0) return 0;
      await io.stdout.write(`${peopleWords.hint[lang]}\n`);
      return 1;
    });
  }
});

/** `beadle people import`: takes the list over. */
export const peopleImport = command({
  path: 'people import',
  summary: 'take over the list of the people who are asked to sign',
  details:
    'Adds who is new, changes who changed; whoever was on a list before and is on it no more has left today. A list that would let more than a fifth\n' +
    'of the people leave is refused, unless --leavers says that they really left. From then on the service reads the list that beadle.yaml names\n' +
    'by itself: at its start, and each night when the file has changed.\n' +
    'Exit code: 0 taken over, or nothing to take over; 1 only shown; 2 it could not be read.',
  arguments: [list],
  options: {
    yes: { kind: 'flag', says: 'take it over without asking' },
    leavers: { kind: 'flag', says: 'even if more than a fifth of the people leave' },
    school,
    lang
  },
  examples: [
    { line: 'beadle people import', says: 'show what changes, and ask' },
    { line: 'beadle people import export.csv --yes', says: 'every night, from the register’s own export' }
  ],
  run: async ([named], { yes, leavers, school: file, lang }, io) => {
    const given = await listed(named, file, io);
    if (given.exported) {
      throw failure(
        'wrong-directory',
        `${given.file} is an export of ${given.exported.system} and holds a part of the people: everybody else would leave. Name it under «directory:» in beadle.yaml.`
      );
    }
    await io.stdout.write(listText(given, lang));
    return withChanges(given, io, async ({ changes, known, put }) => {
      await io.stdout.write(`\n${changesText(changes, lang)}`);
      const { added, changed, left } = changes;
      if (changes.put.length === 0) {
        await put();
        return 0;
      }
      if (!leavers && lacksMany(changes, known)) {
        throw failure(
          'wrong-directory',
          `${given.file}: ${left.length} of ${known} people would leave, which is more than a fifth. See whether the list is whole, or say --leavers.`
        );
      }
      if (!(yes || (io.stdout.isTTY && (await confirmed(`\n${peopleWords.ask[lang]}`, io))))) {
        await io.stdout.write(`\n${(io.stdout.isTTY ? peopleWords.kept : peopleWords.waits)[lang]}\n`);
        return 1;
      }
      await put();
      const counts = { added: added.length, changed: changed.length, left: left.length };
      await io.stdout.write(`\n${fill(peopleWords.done[lang], counts)}\n`);
      return 0;
    });
  }
});

interface Given {
  readonly school: School;
  readonly settings: SignatureSettings;
  readonly file: string;
  readonly people: readonly Named[];
  /** Where the list is an export of an information system. */
  readonly exported?: Export;
}

async function listed(named: string | undefined, file: string | undefined, io: Io): Promise<Given> {
  const [{ school, settings }, { folderOf }] = await Promise.all([signingSchool(file, io), import('../signatures.ts')]);
  const shown = named ?? settings.people;
  if (shown === undefined) {
    throw failure('wrong-use', `Name a list: «beadle people people-to-ask.csv», or write «people:» under «signatures:» in ${school.file}.`);
  }
  const path = named === undefined ? join(folderOf(school, io.cwd), shown) : resolve(io.cwd, shown);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileFailure(error, shown);
  });
  const language = school.config.school.languages[0]!;
  const exported = readExport(bytes, shown);
  if (exported) return { school, settings, file: shown, people: namedOfExport(exported.people, language), exported };
  return { school, settings, file: shown, people: readPeople(bytes, shown, language) };
}

async function withChanges(
  { school, people }: Given,
  io: Io,
  use: (found: { readonly changes: PeopleChanges; readonly known: number; readonly put: () => Promise<unknown> }) => Promise<number>
): Promise<number> {
  const [{ openSignatures }, { listByHand }] = await Promise.all([import('../signatures.ts'), import('../jobs/people-list.ts')]);
  const signatures = await openSignatures(school, io);
  try {
    const { peopleStore } = signatures.desk;
    const [known, keys] = await Promise.all([peopleStore.all(), peopleStore.keys()]);
    const today = signatures.days.dayOf(io.now().toISOString());
    const changes = changesOfPeople(people, { people: known, keys }, today, randomUUID);
    const { added, changed, left } = changes;
    const put = (): Promise<void> =>
      listByHand(signatures, () => peopleStore.put(changes.put), { added: added.length, changed: changed.length, left: left.length });
    return await use({ changes, known: presentOn(known, today), put });
  } finally {
    await signatures.close();
  }
}

function listText({ file, people, settings }: Given, lang: Locale): string {
  const audiences = audiencesOf(settings);
  const heads = [peopleWords.audience, peopleWords.people, peopleWords.signs].map(words => words[lang]);
  const everybody = people.map(personIn);
  const width = heads[1]!.length;
  const rows = audiences.flatMap(({ id, title, who }) => {
    const count = everybody.filter(person => isOneOf(person, who)).length;
    const signs = settings.policies.filter(({ audiences: of }) => of.includes(id)).map(({ policy }) => policy);
    if (count === 0 && signs.length === 0) return [];
    return [[title[lang], String(count).padStart(width), signs.join(', ') || peopleWords.nothing[lang]]];
  });
  const none = everybody.filter(person => !audiences.some(({ who }) => isOneOf(person, who))).length;
  if (none > 0) rows.push([peopleWords.none[lang], String(none).padStart(width), peopleWords.nothing[lang]]);
  return [
    `${fill(peopleWords.heading[lang], { file, count: people.length })}\n\n`,
    columns([heads, ...rows].map(row => row.map(cell => [cell]))),
    ...notesOn(everybody, audiences, lang).map(note => wrapped(note, ''))
  ].join('');
}

function notesOn(people: readonly Person[], audiences: readonly Audience[], lang: Locale): readonly string[] {
  const notes: string[] = [];
  const unreached = people.filter(person => !isReached(person)).length;
  if (unreached > 0) notes.push(fill(peopleWords.unreached[lang], { count: unreached }));
  const perChild = audiences.filter(({ per }) => per === 'child');
  const childless = people.filter(person => person.children.length === 0 && perChild.some(({ who }) => isOneOf(person, who)));
  if (childless.length > 0) {
    notes.push(
      fill(peopleWords.childless[lang], {
        names: few(
          childless.map(({ name }) => name),
          lang
        )
      })
    );
  }
  const missing = (['coordinator', 'head', 'chair', 'data-protection-officer'] as const).filter(
    role => !people.some(({ roles }) => roles.includes(role))
  );
  if (missing.length > 0) {
    notes.push(fill(peopleWords.posts[lang], { roles: missing.map(role => roleWords[role][lang]).join(', ') }));
  }
  return notes;
}

/** A named file, if it is an export of an information system: to look at one no school is needed. */
async function exportedIn(named: string | undefined, io: Io): Promise<(Export & { readonly file: string }) | undefined> {
  if (named === undefined) return undefined;
  const bytes = await readFile(resolve(io.cwd, named)).catch(() => undefined);
  const exported = bytes && readExport(bytes, named);
  return exported && { ...exported, file: named };
}

/** Which system wrote it, and row by row what was left out or mended. */
function exportText({ file, system, people, notes }: Export & { readonly file: string }, lang: Locale): string {
  const counts = (['staff', 'pupil', 'parent'] as const).flatMap(role => {
    const count = people.filter(person => person.role === role).length;
    return count === 0 ? [] : [[[`  ${roleWords[role][lang]}`], [String(count)]]];
  });
  return [
    `${fill(peopleWords.heading[lang], { file, count: people.length })}\n\n`,
    columns(counts),
    `\n${wrapped(fill(peopleWords.exported[lang], { system, count: notes.length }), '')}`,
    ...notes.map(({ line, says }) => wrapped(fill(peopleWords.row[lang], { line, says: says[lang] }), '  '))
  ].join('');
}

/** As if the list's own keys were ids: to count by, not to keep. */
function personIn(named: Named): Person {
  return { ...named, id: named.key };
}

function changesText({ added, changed, left, same }: PeopleChanges, lang: Locale): string {
  if (added.length + changed.length + left.length === 0) return `${peopleWords.same[lang]}\n`;
  const counts = { added: added.length, changed: changed.length, left: left.length, same };
  const groups = [
    [peopleWords.added, added],
    [peopleWords.changed, changed],
    [peopleWords.left, left]
  ] as const;
  return [
    wrapped(fill(peopleWords.differs[lang], counts), ''),
    ...groups.filter(([, names]) => names.length > 0).map(([label, names]) => wrapped(`${label[lang]}: ${few(names, lang)}.`, '  '))
  ].join('');
}

const most = 12;

function few(names: readonly string[], lang: Locale): string {
  const shown = names.slice(0, most).join(', ');
  return names.length <= most ? shown : fill(peopleWords.more[lang], { names: shown, count: names.length - most });
}
