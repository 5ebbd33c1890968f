import type { Act, Acting, Done, Field, Row, Table, Tables } from '../addin/tab/api.ts';
import { dateIn } from '../core/dates.ts';
import { fill, type Locale, type Text } from '../core/locale.ts';
import { type Counted, type Fields, longest, namesIn, type Note, noteKinds, type Refused, type State } from '../core/registers/entry.ts';
import { about, type Field as Column, type FieldId, fieldIds, type Kind, standings, uses } from '../core/registers/kinds.ts';
import { noteWords, refusalWords, standingWords, stateWords, useWords } from '../core/registers/words.ts';
import type { Tone } from '../core/report/report.ts';
import type { Listed, SchoolRegisters } from './registers.ts';
import { type Asking, cellOf, type TableSource } from './tab/tab.ts';

const words = {
  says: {
    en: 'What the school writes down, and when it is due again. Nothing is overwritten: what was wrong is corrected by a line below it.',
    cy: 'Yr hyn y mae’r ysgol yn ei gofnodi, a phryd y mae i’w wneud eto. Ni throsysgrifir dim: cywirir yr hyn a oedd yn anghywir drwy linell oddi tano.'
  },
  state: { en: 'How it stands', cy: 'Cyflwr' },
  until: { en: '{state}, by {date}', cy: '{state}, erbyn {date}' },
  since: { en: '{state}, since {date}', cy: '{state}, ers {date}' },
  more: { en: '{names} and {count} more', cy: '{names} a {count} arall' },
  enter: { en: 'Enter: {title}', cy: 'Cofnodi: {title}' },
  does: { en: 'Enter', cy: 'Cofnodi' },
  entered: { en: 'It is entered.', cy: 'Mae wedi’i gofnodi.' },
  there: { en: 'The same stands there already. Nothing was entered twice.', cy: 'Mae’r un peth yno eisoes. Ni chofnodwyd dim ddwywaith.' },
  appended: { en: 'It is added to the entry.', cy: 'Mae wedi’i ychwanegu at y cofnod.' },
  corrected: { en: 'Correct', cy: 'Cywiro' },
  note: { en: 'Add a note', cy: 'Ychwanegu nodyn' },
  ended: { en: 'End', cy: 'Dod â hyn i ben' },
  sure: {
    en: 'It stays in the register, and nobody is reminded of it any more.',
    cy: 'Bydd yn aros yn y gofrestr, ac ni fydd neb yn cael ei atgoffa ohono mwyach.'
  },
  word: { en: 'A word about it', cy: 'Gair amdano' },
  keep: { en: 'Leave it empty where it is right.', cy: 'Gadewch ef yn wag lle mae’n gywir.' },
  history: { en: 'What was added to entries', cy: 'Yr hyn a ychwanegwyd at gofnodion' },
  entry: { en: 'Entry', cy: 'Cofnod' },
  when: { en: 'When', cy: 'Pryd' },
  who: { en: 'By whom', cy: 'Gan bwy' },
  what: { en: 'What', cy: 'Beth' },
  totals: { en: 'In numbers', cy: 'Mewn niferoedd' },
  register: { en: 'Register', cy: 'Cofrestr' },
  entries: { en: 'Entries', cy: 'Cofnodion' },
  own: { en: 'Your training', cy: 'Eich hyfforddiant' },
  falls: { en: 'Entries that are due or overdue', cy: 'Cofnodion sydd i’w gwneud neu’n hwyr' },
  not: { en: 'There is nothing here for you.', cy: 'Nid oes dim yma i chi.' }
} satisfies { readonly [word: string]: Text };

const tones: { readonly [S in State]: Tone } = { holds: 'good', due: 'warn', overdue: 'bad', replaced: 'plain', ended: 'plain' };

/** Rows of what was appended, the latest first. */
const mostNotes = 50;
/** Names in one cell. */
const mostNames = 5;

/**
 * The registers of a school as tables of the tab: whole for those whose post it is, in numbers for governors; of staff the training that names them, and whole
 * the registers that they keep by name.
 */
export function registerSource(registers: SchoolRegisters): TableSource {
  const { kinds } = registers;
  const seen = ({ person }: Asking, cell: string): readonly Kind[] => (cell === 'all' ? kinds : registers.keptBy(person));
  const acting = (asking: Asking): readonly Kind[] => {
    const cell = cellOf('act-registers', asking);
    return cell === 'no' ? [] : seen(asking, cell);
  };
  return {
    revision: registers.revision,
    waiting: async asking => {
      const own = acting(asking);
      const open = own.length === 0 ? [] : await registers.list();
      return {
        count: open.filter(({ kind, state }) => own.includes(kind) && (state === 'due' || state === 'overdue')).length,
        says: words.falls[asking.locale]
      };
    },
    tables: async (asking, cell): Promise<Tables> => {
      const { person, locale } = asking;
      const whole = seen(asking, cell);
      const acts = acting(asking);
      const all = await registers.list();
      const shown = all.filter(({ kind }) => whole.includes(kind));
      const ownTraining = all.filter(
        ({ kind, fields }) =>
          kind === 'training' && namesIn(fields.who ?? '').some(name => name.toLowerCase() === person.name.toLowerCase())
      );
      return {
        says: words.says[locale],
        tables: [
          ...(cell === 'totals' ? [totalsOf(await registers.counted(), locale)] : []),
          ...(cell === 'own' && kinds.includes('training') && !whole.includes('training') ? [ownTable(ownTraining, locale)] : []),
          ...whole.map(kind =>
            tableOf(
              kind,
              shown.filter(each => each.kind === kind),
              acts.includes(kind),
              locale
            )
          ),
          ...(shown.some(({ notes }) => notes.length > 0) ? [historyOf(shown, registers, locale)] : [])
        ],
        begin: acts.map(kind => ({
          id: `enter ${kind}`,
          label: fill(words.enter[locale], { title: about[kind].title[locale] }),
          does: words.does[locale],
          fields: about[kind].fields.map(column => fieldOf(column, column.optional !== true, locale))
        }))
      };
    },
    act: async (asking, { row, act, fields }: Acting) => {
      const { person, locale } = asking;
      const acts = acting(asking);
      const typed: Fields = Object.fromEntries(
        fieldIds.flatMap(id => (typeof fields[id] === 'string' && fields[id].trim() !== '' ? [[id, fields[id]]] : []))
      );
      if (row === undefined) {
        const kind = acts.find(each => act === `enter ${each}`);
        if (!kind) return { refused: words.not[locale] };
        const taken = await registers.enter([{ kind, fields: typed }], person.id);
        if (!('done' in taken)) return { refused: refusedIn(taken, kind, locale) };
        return { done: { says: words[taken.done > 0 ? 'entered' : 'there'][locale] } satisfies Done };
      }
      const kind = noteKinds.find(each => each === act);
      if (!kind) return { refused: words.not[locale] };
      const note: Note = { kind, fields: typed, words: typeof fields['words'] === 'string' ? fields['words'] : '' };
      const taken = await registers.append(row, person.id, note, acts);
      if (!('done' in taken)) return { refused: refusedIn(taken, undefined, locale) };
      return { done: { says: words.appended[locale] } satisfies Done };
    }
  };
}

/** Why something was not taken, with the name of the column. */
export function refusedIn({ refused, field }: Refused, kind: Kind | undefined, locale: Locale): string {
  const columns = kind ? about[kind].fields : Object.values(about).flatMap(each => each.fields);
  const label = columns.find(({ id }) => id === field)?.label ?? words.word;
  return fill(refusalWords[refused][locale], { field: label }, locale);
}

/** What stands in one column of an entry, as people read it. */
export function shownIn({ id, is }: Column, fields: Fields, locale: Locale): string {
  const text = fields[id] ?? '';
  switch (is) {
    case 'day':
      return dateIn(locale, text);
    case 'use':
      return uses.some(use => use === text) ? useWords[text as (typeof uses)[number]][locale] : text;
    case 'standing':
      return standings.some(standing => standing === text) ? standingWords[text as (typeof standings)[number]][locale] : text;
    case 'names': {
      const names = namesIn(text);
      const first = names.slice(0, mostNames).join(', ');
      return names.length <= mostNames ? first : fill(words.more[locale], { names: first, count: names.length - mostNames });
    }
    default:
      return text;
  }
}

/** How an entry stands, with the day on which it falls due. */
export function standsIn({ state, due }: Pick<Listed, 'state' | 'due'>, locale: Locale): string {
  const said = stateWords[state][locale];
  return due === undefined
    ? said
    : fill(words[state === 'overdue' ? 'since' : 'until'][locale], { state: said, date: dateIn(locale, due) });
}

function columnsOf(kind: Kind): readonly Column[] {
  // When it is due stands with how it stands.
  return about[kind].fields.filter(({ id }) => id !== 'until' || kind === 'password-change');
}

function tableOf(kind: Kind, entries: readonly Listed[], acts: boolean, locale: Locale): Table {
  return {
    id: kind,
    title: about[kind].title[locale],
    columns: [...columnsOf(kind).map(({ label }) => label[locale]), words.state[locale]],
    rows: entries.map(each => ({ ...rowOf(each, locale), acts: acts && each.state !== 'ended' ? actsOf(kind, locale) : [] }))
  };
}

function rowOf(each: Listed, locale: Locale): Row {
  const { id, kind, fields, state } = each;
  return {
    id,
    cells: [...columnsOf(kind).map(column => shownIn(column, fields, locale)), standsIn(each, locale)],
    tone: tones[state],
    acts: []
  };
}

/** What somebody was taught: of the others who were there it says nothing. */
function ownTable(entries: readonly Listed[], locale: Locale): Table {
  const columns = columnsOf('training').filter(({ id }) => id === 'what' || id === 'by' || id === 'day');
  return {
    id: 'own',
    title: words.own[locale],
    columns: [...columns.map(({ label }) => label[locale]), words.state[locale]],
    rows: entries.map(each => ({
      id: each.id,
      cells: [...columns.map(column => shownIn(column, each.fields, locale)), standsIn(each, locale)],
      tone: tones[each.state],
      acts: []
    }))
  };
}

function totalsOf(counted: readonly Counted[], locale: Locale): Table {
  return {
    id: 'totals',
    title: words.totals[locale],
    columns: [words.register, words.entries, stateWords.holds, stateWords.due, stateWords.overdue].map(each => each[locale]),
    rows: counted.map(({ kind, entries, holds, due, overdue }) => ({
      id: kind,
      cells: [about[kind].title[locale], ...[entries, holds, due, overdue].map(String)],
      tone: 'plain',
      acts: []
    }))
  };
}

function historyOf(entries: readonly Listed[], { days }: Pick<SchoolRegisters, 'days'>, locale: Locale): Table {
  const added = entries
    .flatMap(entry => entry.notes.map((note, i) => ({ entry, note, id: `${entry.id} ${i}` })))
    .sort((a, b) => (a.note.at < b.note.at ? 1 : a.note.at > b.note.at ? -1 : 0))
    .slice(0, mostNotes);
  return {
    id: 'history',
    title: words.history[locale],
    columns: [words.register, words.entry, words.when, words.who, words.what].map(each => each[locale]),
    rows: added.map(({ entry: { kind, fields }, note, id }) => ({
      id,
      cells: [
        about[kind].title[locale],
        about[kind].subject.map(column => shownIn(columnNamed(kind, column), fields, locale)).join(', '),
        dateIn(locale, days.dayOf(note.at)),
        note.by,
        noteSays(note, kind, locale)
      ],
      tone: 'plain',
      acts: []
    }))
  };
}

/** «Corrected: By whom: the council. It was the council.» */
export function noteSays({ kind, fields = {}, words: said }: Note, register: Kind, locale: Locale): string {
  const changed = about[register].fields
    .filter(({ id }) => fields[id] !== undefined)
    .map(column => `${column.label[locale]}: ${shownIn(column, fields, locale) || '–'}.`);
  return [`${noteWords[kind][locale]}.`, ...changed, said].filter(part => part !== '').join(' ');
}

function columnNamed(kind: Kind, id: FieldId): Column {
  return about[kind].fields.find(field => field.id === id)!;
}

function actsOf(kind: Kind, locale: Locale): readonly Act[] {
  const word = (needed: boolean): Field => ({ id: 'words', label: words.word[locale], kind: 'long', needed, most: longest });
  return [
    {
      id: 'corrected',
      label: words.corrected[locale],
      fields: [...about[kind].fields.map(column => ({ ...fieldOf(column, false, locale), help: words.keep[locale] })), word(false)]
    },
    { id: 'note', label: words.note[locale], fields: [word(true)] },
    { id: 'ended', label: words.ended[locale], fields: [word(true)], sure: words.sure[locale] }
  ];
}

function fieldOf({ id, is, label, most }: Column, needed: boolean, locale: Locale): Field {
  const field = { id, label: label[locale], needed };
  switch (is) {
    case 'day':
      return { ...field, kind: 'day' };
    case 'number':
      return { ...field, kind: 'number' };
    case 'use':
      return { ...field, kind: 'choice', choices: uses.map(value => ({ value, label: useWords[value][locale] })) };
    case 'standing':
      return { ...field, kind: 'choice', choices: standings.map(value => ({ value, label: standingWords[value][locale] })) };
    default:
      return { ...field, kind: is === 'line' ? 'text' : 'long', most };
  }
}
