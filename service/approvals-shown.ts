import type { Act, Acting, Behind, Done, Field, Row, Tables } from '../addin/tab/api.ts';
import { about, type FieldId, fieldIds, type Kind } from '../core/approvals/kinds.ts';
import type { Doing } from '../core/approvals/approval.ts';
import type { Listed, Shown } from '../core/approvals/desk.ts';
import { closingWords, countWords, refusalWords, stateWords, stepWords } from '../core/approvals/words.ts';
import { dateIn, dayAt, isDay } from '../core/dates.ts';
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
  read: { en: 'Read', cy: 'Darllen' },
  ask: { en: 'Ask', cy: 'Gofyn' },
  private: { en: 'Is your screen private?', cy: 'A yw eich sgrin yn breifat?' },
  privateSays: {
    en: 'What was asked may name people. Make sure that nobody else can see your screen, and that it is not on a projector.',
    cy: 'Gall yr hyn a ofynnwyd enwi pobl. Gwnewch yn siŵr na all neb arall weld eich sgrin, ac nad yw ar daflunydd.'
  },
  yes: { en: 'My screen is private: show it', cy: 'Mae fy sgrin yn breifat: ei ddangos' },
  no: { en: 'Not now', cy: 'Nid nawr' },
  people: { en: 'Goes to', cy: 'Yn mynd at' },
  text: { en: 'The message, as it was attached', cy: 'Y neges, fel y’i hatodwyd' },
  noText: {
    en: 'It is not here: whoever asks did not attach it.',
    cy: 'Nid yw yma: nis atodwyd gan bwy bynnag sy’n gofyn.'
  },
  message: { en: 'The message itself', cy: 'Y neges ei hun' },
  agree: { en: 'Who agrees', cy: 'Pwy sy’n cytuno' },
  two: { en: 'Two different people have to agree.', cy: 'Rhaid i ddau berson gwahanol gytuno.' },
  history: { en: 'What happened', cy: 'Beth ddigwyddodd' },
  done: { en: 'Done: {state}.', cy: 'Wedi’i wneud: {state}.' },
  asked: { en: 'Asked. The reference is {reference}.', cy: 'Gofynnwyd. Y cyfeirnod yw {reference}.' },
  waits: { en: 'Requests that wait for your decision', cy: 'Ceisiadau sy’n aros am eich penderfyniad' },
  not: { en: 'There is nothing here for you.', cy: 'Nid oes dim yma i chi.' }
} satisfies { readonly [word: string]: Text };

/** The approvals of a school as tables of the tab. Somebody decides there what is theirs to decide, and asks; what was asked is read by whoever asked and whoever decides, and stands in no list. */
export function approvalSource(approvals: SchoolApprovals): TableSource {
  return {
    revision: approvals.revision,
    waiting: async ({ person, locale }) => ({ count: (await approvals.waiting(person.id)).length, says: words.waits[locale] }),
    tables: async ({ person, locale }, cell): Promise<Tables> => {
      const [waiting, mine] = await Promise.all([approvals.waiting(person.id), approvals.mine(person.id)]);
      const all = cell === 'all' || cell === 'totals' ? await approvals.register({}, person.id) : [];
      const row = (each: Listed): Row => rowOf(each, approvals, locale);
      // What can be done stands once: in the register only with what stands nowhere above.
      const above = new Set([...waiting, ...mine].map(({ id }) => id));
      const registered = (each: Listed): Row => (above.has(each.id) ? { ...row(each), acts: [] } : row(each));
      const columns = [words.reference, words.kind, words.by, words.on, words.state, words.until].map(each => each[locale]);
      return {
        says: words.says[locale],
        tables: [
          { id: 'waiting', title: words.waiting[locale], columns, rows: waiting.map(row) },
          { id: 'mine', title: words.mine[locale], columns, rows: mine.map(row) },
          ...(cell === 'all' ? [{ id: 'all', title: words.all[locale], columns, rows: all.map(registered) }] : []),
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
        private: { title: words.private[locale], says: words.privateSays[locale], yes: words.yes[locale], no: words.no[locale] },
        begin: cell === 'no' || cell === 'totals' ? [] : approvals.kinds.map(kind => askAct(kind, locale))
      };
    },
    read: async ({ person, locale }, id) => {
      const shown = await approvals.read(id, person.id);
      return shown && behindOf(shown, approvals, locale);
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
  const { id, reference, kind, by, own, at, state, ends, answerBy, overdue, may } = each;
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
    // Whoever can do something with it asked or decides, and may read it.
    acts: [
      ...(own || may.length > 0 ? [{ id: 'read', label: words.read[locale], fields: [], reads: 'only' } satisfies Act] : []),
      ...may.map(doing => actOf(doing, kind, locale))
    ]
  };
}

/** A request with what was asked and what became of it, for whoever asked or decides. */
function behindOf(shown: Shown, { offsets }: Pick<SchoolApprovals, 'offsets'>, locale: Locale): Behind {
  const { kind, reference, fields, people, text, deciders, steps, own } = shown;
  const fact = (name: Text, value: string) => ({ name: name[locale], value });
  const happened = steps
    .filter(step => step.kind !== 'routed')
    .map(({ kind: did, at, by, words: said }) => {
      const line = fill(stepWords[did][locale], { by, when: dateIn(locale, dayAt(at, offsets)) });
      return said === '' ? line : `${line}\n${said}`;
    });
  return {
    title: `${about[kind].title[locale]} (${reference})`,
    facts: [
      fact(words.by, shown.by),
      ...(people ? [fact(words.people, countWords(people, locale))] : []),
      ...about[kind].fields.flatMap(({ id, is, label }) => {
        const value = fields[id];
        return value === undefined ? [] : [fact(label, is === 'day' && isDay(value) ? dateIn(locale, value) : value)];
      }),
      ...(text ? [fact(words.text, `${text.subject}\n\n${text.body}`)] : people && !own ? [fact(words.message, words.noText[locale])] : []),
      ...(deciders > 1 ? [fact(words.agree, words.two[locale])] : []),
      ...(happened.length === 0 ? [] : [fact(words.history, happened.join('\n'))])
    ].filter(({ value }) => value !== '')
  };
}

function actOf(doing: Doing, kind: Kind, locale: Locale): Act {
  const { closing } = about[kind];
  const label = doing === 'closed' ? (closing === 'by-itself' ? '' : closingWords[closing][locale]) : words[doing][locale];
  const needed = doing === 'refused';
  const field: Field = { id: 'words', label: words[needed ? 'why' : 'note'][locale], kind: 'long', needed, most: 1000 };
  const decides = doing === 'given' || doing === 'refused';
  return { id: doing, label, fields: doing === 'withdrawn' ? [] : [field], ...(decides && { reads: 'first' }) };
}

function askAct(kind: Kind, locale: Locale): Act {
  return {
    id: `ask ${kind}`,
    label: about[kind].title[locale],
    does: words.ask[locale],
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
