import type { Act, Acting, Done, Field, Row, Tables } from '../addin/tab/api.ts';
import { about, type FieldId, fieldIds, type Kind } from '../core/approvals/kinds.ts';
import type { Doing } from '../core/approvals/approval.ts';
import type { Listed } from '../core/approvals/desk.ts';
import { closingWords, refusalWords, stateWords } from '../core/approvals/words.ts';
import { dateIn, dayAt } from '../core/dates.ts';
import { fill, type Locale, type Text } from '../core/locale.ts';
import type { SchoolApprovals } from './approvals.ts';
import type { TableSource } from './tab/tab.ts';

const words = {
  says: {
    en: 'What staff asked leave for, and what became of it.',
    cy: 'Yr hyn y gofynnodd staff am ganiatâd ar ei gyfer, a beth ddaeth ohono.'
  },
  waiting: { en: 'Wait for your decision', cy: 'Yn aros am eich penderfyniad' },
  mine: { en: 'What you asked for', cy: 'Yr hyn y gofynnoch amdano' },
  all: { en: 'Register', cy: 'Cofrestr' },
  totals: { en: 'In numbers', cy: 'Mewn niferoedd' },
  reference: { en: 'Reference', cy: 'Cyfeirnod' },
  kind: { en: 'What', cy: 'Beth' },
  by: { en: 'Asked by', cy: 'Gofynnwyd gan' },
  on: { en: 'Asked', cy: 'Gofynnwyd' },
  state: { en: 'How it stands', cy: 'Cyflwr' },
  until: { en: 'Until', cy: 'Hyd' },
  count: { en: 'How many', cy: 'Faint' },
  overdue: { en: '{state}, overdue', cy: '{state}, yn hwyr' },
  given: { en: 'Approve', cy: 'Cymeradwyo' },
  refused: { en: 'Do not approve', cy: 'Peidio â chymeradwyo' },
  withdrawn: { en: 'Take it back', cy: 'Ei dynnu’n ôl' },
  why: { en: 'Why not', cy: 'Pam nad ydych yn cymeradwyo' },
  note: { en: 'A word about it', cy: 'Gair amdano' },
  done: { en: 'Done: {state}.', cy: 'Wedi’i wneud: {state}.' },
  asked: { en: 'Asked. The reference is {reference}.', cy: 'Gofynnwyd. Y cyfeirnod yw {reference}.' },
  waits: { en: 'Requests that wait for your decision', cy: 'Ceisiadau sy’n aros am eich penderfyniad' },
  not: { en: 'There is nothing here for you.', cy: 'Nid oes dim yma i chi.' }
} satisfies { readonly [word: string]: Text };

/** The approvals of a school as tables of the tab. Somebody decides there what is theirs to decide, and asks; the register shows no word of what was asked. */
export function approvalSource(approvals: SchoolApprovals): TableSource {
  return {
    revision: approvals.revision,
    waiting: async ({ person, locale }) => ({ count: (await approvals.waiting(person.id)).length, says: words.waits[locale] }),
    tables: async ({ person, locale }, cell): Promise<Tables> => {
      const [waiting, mine] = await Promise.all([approvals.waiting(person.id), approvals.mine(person.id)]);
      const all = cell === 'all' || cell === 'totals' ? await approvals.register({}, person.id) : [];
      const row = (each: Listed): Row => rowOf(each, approvals, locale);
      const columns = [words.reference, words.kind, words.by, words.on, words.state, words.until].map(each => each[locale]);
      return {
        says: words.says[locale],
        tables: [
          { id: 'waiting', title: words.waiting[locale], columns, rows: waiting.map(row) },
          { id: 'mine', title: words.mine[locale], columns, rows: mine.map(row) },
          ...(cell === 'all' ? [{ id: 'all', title: words.all[locale], columns, rows: all.map(row) }] : []),
          ...(cell === 'totals'
            ? [
                {
                  id: 'totals',
                  title: words.totals[locale],
                  columns: [words.kind[locale], words.state[locale], words.count[locale]],
                  rows: totalsOf(all, locale)
                }
              ]
            : [])
        ],
        begin: cell === 'no' || cell === 'totals' ? [] : approvals.kinds.map(kind => askAct(kind, locale))
      };
    },
    act: async ({ person, locale }, { row, act, fields }: Acting) => {
      const text = (id: string): string => (typeof fields[id] === 'string' ? fields[id] : '');
      const refused = (taken: { readonly refused: keyof typeof refusalWords; readonly field?: FieldId }, kind?: Kind) => {
        const field = kind && about[kind].fields.find(({ id }) => id === taken.field);
        return { refused: fill(refusalWords[taken.refused][locale], field ? { field: field.label } : {}, locale) };
      };
      if (row === undefined) {
        const kind = approvals.kinds.find(each => act === `ask ${each}`);
        if (!kind) return { refused: words.not[locale] };
        const given = Object.fromEntries(fieldIds.map(id => [id, text(id)]).filter(([, typed]) => typed !== '')) as {
          [F in FieldId]?: string;
        };
        // The page names no form: the same words on the same day are one request.
        const once = JSON.stringify(['tab', kind, given, dayAt(approvals.now().toISOString(), approvals.offsets)]);
        const taken = await approvals.ask({ kind, fields: given }, person.id, once);
        if (!('done' in taken)) return refused(taken, kind);
        return { done: { says: fill(words.asked[locale], { reference: taken.done.reference }) } satisfies Done };
      }
      const doing = (['given', 'refused', 'withdrawn', 'closed'] as const).find(each => each === act);
      if (!doing) return { refused: words.not[locale] };
      const taken = await approvals.act(row, person.id, doing, text('words'));
      if (!('done' in taken)) return refused(taken);
      return { done: { says: fill(words.done[locale], { state: stateWords[taken.done.state][locale].toLowerCase() }) } satisfies Done };
    }
  };
}

function rowOf(each: Listed, { offsets }: Pick<SchoolApprovals, 'offsets'>, locale: Locale): Row {
  const { id, reference, kind, by, at, state, ends, answerBy, overdue, may } = each;
  const day = (instant: string): string => dateIn(locale, dayAt(instant, offsets));
  const last = (instant: string): string => day(new Date(Date.parse(instant) - 1).toISOString());
  const said = stateWords[state][locale];
  return {
    id,
    cells: [
      reference,
      about[kind].title[locale],
      by,
      day(at),
      overdue === undefined ? said : fill(words.overdue[locale], { state: said }),
      ends === undefined ? (state === 'asked' ? last(answerBy) : '') : last(ends)
    ],
    tone: overdue !== undefined ? 'bad' : state === 'asked' ? 'warn' : state === 'given' ? 'good' : 'plain',
    acts: may.map(doing => actOf(doing, kind, locale))
  };
}

function actOf(doing: Doing, kind: Kind, locale: Locale): Act {
  const { closing } = about[kind];
  const label = doing === 'closed' ? (closing === 'by-itself' ? '' : closingWords[closing][locale]) : words[doing][locale];
  const needed = doing === 'refused';
  const field: Field = { id: 'words', label: words[needed ? 'why' : 'note'][locale], kind: 'long', needed, most: 1000 };
  return { id: doing, label, fields: doing === 'withdrawn' ? [] : [field] };
}

function askAct(kind: Kind, locale: Locale): Act {
  return {
    id: `ask ${kind}`,
    label: about[kind].title[locale],
    fields: about[kind].fields.map(({ id, is, label, most, optional }) => ({
      id,
      label: label[locale],
      kind: is === 'line' ? 'text' : is === 'lines' ? 'long' : is,
      needed: optional !== true,
      ...(is === 'day' || is === 'time' ? {} : { most })
    }))
  };
}

function totalsOf(all: readonly Listed[], locale: Locale): readonly Row[] {
  const counts = new Map<string, { readonly kind: Kind; readonly state: Listed['state']; readonly count: number }>();
  for (const { kind, state } of all) {
    const id = `${kind} ${state}`;
    counts.set(id, { kind, state, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts].map(([id, { kind, state, count }]) => ({
    id,
    cells: [about[kind].title[locale], stateWords[state][locale], String(count)],
    tone: 'plain',
    acts: []
  }));
}
