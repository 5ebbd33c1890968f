import type { Incidents, Told, Waiting } from '../../../addin/tab/api.ts';
import { momentIn } from '../../../bot/when.ts';
import { dateIn } from '../../../core/dates.ts';
import { clockWords } from '../../../core/incidents/clock.ts';
import type { Told as Opened, Waiting as Item } from '../../../core/incidents/desk.ts';
import { categoryWords, type NoteKind, noteKinds, subjectWords } from '../../../core/incidents/incident.ts';
import { steps } from '../../../core/incidents/steps.ts';
import { listed, type Locale, type Text } from '../../../core/locale.ts';
import { emptyOf } from '../manner.ts';
import type { Asking, Tab } from '../tab.ts';

const words = {
  title: { en: 'Is your screen private?', cy: 'A yw eich sgrin yn breifat?' },
  private: {
    en: 'Make sure that nobody else can see your screen, and that it is not on a projector. That you looked is recorded.',
    cy: 'Gwnewch yn siŵr na all neb arall weld eich sgrin, ac nad yw ar daflunydd. Cofnodir eich bod wedi edrych.'
  },
  yes: { en: 'My screen is private: show it', cy: 'Mae fy sgrin yn breifat: ei dangos' },
  no: { en: 'Not now', cy: 'Nid nawr' },
  none: { en: 'No confidential item waits for you', cy: 'Nid oes eitem gyfrinachol yn aros amdanoch' },
  where: {
    en: 'What people report lands with whoever deals with it, never with whom it is about.',
    cy: 'Mae’r hyn y mae pobl yn ei adrodd yn cyrraedd pwy bynnag sy’n ymdrin ag ef, byth y sawl y mae’n ymwneud ag ef.'
  },
  noticed: { en: 'Noticed', cy: 'Sylwyd' },
  about: { en: 'About', cy: 'Am' },
  device: { en: 'Device', cy: 'Dyfais' },
  personal: { en: 'Personal data', cy: 'Data personol' },
  concerned: { en: 'may be concerned', cy: 'efallai ei fod dan sylw' }
} as const;

const labels: { readonly [K in NoteKind]: Text } = {
  note: { en: 'Add a note', cy: 'Ychwanegu nodyn' },
  'handed-on': { en: 'Hand it on', cy: 'Ei throsglwyddo' },
  'told-regulator': { en: 'The regulator was told', cy: 'Rhoddwyd gwybod i’r rheoleiddiwr' },
  'no-need-to-tell': { en: 'The regulator need not be told', cy: 'Nid oes angen rhoi gwybod i’r rheoleiddiwr' },
  closed: { en: 'Close it', cy: 'Ei chau' }
};

/** What was done, for the history of an item. */
const done: { readonly [K in NoteKind]: Text } = {
  note: { en: 'Note', cy: 'Nodyn' },
  'handed-on': { en: 'Handed on', cy: 'Trosglwyddwyd' },
  'told-regulator': labels['told-regulator'],
  'no-need-to-tell': labels['no-need-to-tell'],
  closed: { en: 'Closed', cy: 'Caewyd' }
};

/** What waits for somebody, without a word of what it is. */
export async function incidentsView(tab: Tab, { person, locale }: Asking): Promise<Incidents> {
  const items = (await tab.incidents?.waiting(person.id)) ?? [];
  return {
    items: items.map(item => waitingOf(tab, item, locale)),
    private: {
      title: words.title[locale],
      says: words.private[locale],
      yes: words.yes[locale],
      no: words.no[locale]
    },
    ...(items.length === 0 && { empty: emptyOf(words.none, words.where, locale) })
  };
}

function waitingOf(tab: Tab, { id, reference, at, closed, clock }: Item, locale: Locale): Waiting {
  return {
    id,
    reference,
    at,
    when: momentIn(locale, tab.desk.school.timezone, at),
    closed,
    ...(clock && {
      clock: {
        ...clock,
        says: clockWords(locale, clock, tab.incidents?.offsets ?? []),
        tone: clock.late ? 'bad' : clock.minutes < 24 * 60 ? 'warn' : 'plain'
      }
    })
  };
}

/** One item with its text, for whoever deals with it and has said that nobody else sees the screen. */
export function toldOf(tab: Tab, told: Opened, locale: Locale): Told {
  const { category, day, time, what, about, aboutRoles, device, personal } = told.report;
  const meant = [listed(aboutRoles.map(role => subjectWords[role]))[locale], about ?? ''].filter(part => part !== '').join('; ');
  const fact = (name: Text, value: string) => ({ name: name[locale], value });
  return {
    ...waitingOf(tab, told, locale),
    category: categoryWords[category][locale],
    reporter: told.reporter,
    facts: [
      fact(words.noticed, `${dateIn(locale, day)}${time === undefined ? '' : `, ${time}`}`),
      ...(meant === '' ? [] : [fact(words.about, meant)]),
      ...(device === undefined || device === '' ? [] : [fact(words.device, device)]),
      ...(personal ? [fact(words.personal, words.concerned[locale])] : [])
    ],
    what,
    steps: told.closed ? [] : steps[category].handler.map(step => step[locale]),
    notes: told.notes.map(({ kind, at, by, text, to }) => ({
      kind,
      label: done[kind][locale],
      when: momentIn(locale, tab.desk.school.timezone, at),
      by,
      text,
      ...(to === undefined ? {} : { to })
    })),
    kinds: noteKinds
      .filter(kind => kind === 'note' || !told.closed)
      .filter(kind => (kind !== 'told-regulator' && kind !== 'no-need-to-tell') || told.clock !== undefined)
      .filter(kind => kind !== 'handed-on' || told.handOnTo.length > 0)
      .map(kind => ({ kind, label: labels[kind][locale], needsText: kind !== 'handed-on', needsTo: kind === 'handed-on' })),
    handOnTo: told.handOnTo
  };
}
