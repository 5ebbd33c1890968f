import { clockWords } from '../../core/incidents/clock.ts';
import type { Told } from '../../core/incidents/desk.ts';
import { categoryWords, longest, type NoteKind, subjectWords } from '../../core/incidents/incident.ts';
import { steps } from '../../core/incidents/steps.ts';
import { type Offset, dateIn } from '../../core/dates.ts';
import { fill, listed, type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard, type Part } from './chat-parts.ts';
import { execute, factSet, group, heading, paragraph, subheading, textInput } from './elements.ts';
import { plain, plainLines } from './plain.ts';

/** Bytes of a card at which Teams may cut it off, less what the frame around it takes. */
const most = 24_000;

const kinds: { readonly [K in NoteKind]: Text } = {
  note: { en: '{by}, {when}', cy: '{by}, {when}' },
  'handed-on': { en: '{by} handed it on to {to}, {when}', cy: 'Trosglwyddodd {by} hi i {to}, {when}' },
  'told-regulator': { en: '{by}: the regulator was told, {when}', cy: '{by}: rhoddwyd gwybod i’r rheoleiddiwr, {when}' },
  'no-need-to-tell': { en: '{by}: the regulator need not be told, {when}', cy: '{by}: nid oes angen rhoi gwybod i’r rheoleiddiwr, {when}' },
  closed: { en: '{by} closed it, {when}', cy: 'Caeodd {by} hi, {when}' }
};

const words = {
  reference: { en: 'Reference', cy: 'Cyfeirnod' },
  from: { en: 'Reported by', cy: 'Adroddwyd gan' },
  at: { en: 'Received', cy: 'Derbyniwyd' },
  noticed: { en: 'Noticed', cy: 'Sylwyd' },
  about: { en: 'About', cy: 'Am' },
  device: { en: 'Device', cy: 'Dyfais' },
  closed: { en: 'This item is closed.', cy: 'Mae’r eitem hon ar gau.' },
  now: { en: 'What to do now', cy: 'Beth i’w wneud nawr' },
  notes: { en: 'Notes', cy: 'Nodiadau' },
  note: { en: 'Your note (it cannot be changed afterwards)', cy: 'Eich nodyn (ni ellir ei newid wedyn)' },
  add: { en: 'Add the note', cy: 'Ychwanegu’r nodyn' },
  close: { en: 'Close with this note', cy: 'Cau gyda’r nodyn hwn' },
  told: { en: 'The regulator was told', cy: 'Rhoddwyd gwybod i’r rheoleiddiwr' },
  noNeed: { en: 'The regulator need not be told', cy: 'Nid oes angen rhoi gwybod i’r rheoleiddiwr' },
  handOn: { en: 'Hand on to {name}', cy: 'Trosglwyddo i {name}' },
  hide: { en: 'Hide it', cy: 'Ei chuddio' },
  earlier: { en: 'Earlier notes', cy: 'Nodiadau cynharach' },
  later: { en: 'Back', cy: 'Yn ôl' },
  confidential: { en: 'A confidential item', cy: 'Eitem gyfrinachol' }
};

/** What a card of an item is drawn with. */
interface Drawing {
  /** As people write it, by the school’s clock. */
  readonly when: (instant: string) => string;
  readonly offsets: readonly Offset[];
  readonly attention?: string;
  readonly typed?: string;
  /** How many of the newest notes are left out. */
  readonly skip?: number;
}

/** An item with its text, for whoever deals with it and has said that nobody else sees the screen. Its fallback says nothing of it. */
export function item(told: Told, locale: Locale, drawing: Drawing): Card {
  const newest = [...told.notes].reverse();
  const skip = Math.min(Math.max(0, drawing.skip ?? 0), Math.max(0, newest.length - 1));
  let shown = 0;
  let card = drawn(told, locale, drawing, { newest, skip, shown });
  // As many notes as the card bears.
  while (skip + shown < newest.length) {
    const next = drawn(told, locale, drawing, { newest, skip, shown: shown + 1 });
    if (new TextEncoder().encode(JSON.stringify(next)).length > most) break;
    shown += 1;
    card = next;
  }
  return card;
}

function drawn(
  told: Told,
  locale: Locale,
  { when, offsets, attention, typed }: Drawing,
  { newest, skip, shown }: { readonly newest: Told['notes']; readonly skip: number; readonly shown: number }
): Card {
  const { id, report } = told;
  const { category } = report;
  const noted = newest.slice(skip, skip + shown).flatMap(note => [
    paragraph(fill(kinds[note.kind][locale], { by: plain(note.by), to: plain(note.to ?? ''), when: when(note.at) }), {
      weight: 'Bolder'
    }),
    ...(note.text === '' ? [] : [paragraph(plainLines(note.text, longest.note), { spacing: 'Small' as const })])
  ]);
  const body: Part[] = [
    heading(categoryWords[category][locale]),
    ...(attention ? [group([paragraph(attention, { weight: 'Bolder' })], { style: 'attention' as const })] : []),
    ...(told.clock
      ? [group([paragraph(clockWords(locale, told.clock, offsets), { weight: 'Bolder' })], { style: 'attention' as const })]
      : []),
    ...(told.closed ? [group([paragraph(words.closed[locale])], { style: 'good' as const })] : []),
    ...(skip > 0 ? [] : reportParts(told, locale, when)),
    ...(noted.length > 0 ? [subheading(words.notes[locale]), ...noted] : []),
    textInput('note', words.note[locale], longest.note, { lines: true, value: typed })
  ];
  const act = (title: string, kind: NoteKind, more: object = {}) => execute(title, 'item-note', { id, kind, in: locale, ...more });
  const actions = [
    act(words.add[locale], 'note'),
    ...(told.closed
      ? []
      : [
          ...(told.clock ? [act(words.told[locale], 'told-regulator'), act(words.noNeed[locale], 'no-need-to-tell')] : []),
          ...told.handOnTo
            .slice(0, 6)
            .map(({ id: to, name }) => act(fill(words.handOn[locale], { name: plain(name, 60) }), 'handed-on', { to })),
          act(words.close[locale], 'closed')
        ]),
    ...(skip + shown < newest.length
      ? [
          execute(
            words.earlier[locale],
            'item-open',
            { id, in: locale, private: 'true', skip: skip + Math.max(1, shown) },
            { inputs: 'none' as const }
          )
        ]
      : []),
    ...(skip > 0 ? [execute(words.later[locale], 'item-open', { id, in: locale, private: 'true' }, { inputs: 'none' as const })] : []),
    execute(words.hide[locale], 'item-hide', { id, in: locale }, { inputs: 'none' })
  ];
  return chatCard(locale, words.confidential[locale], body, actions);
}

function reportParts(told: Told, locale: Locale, when: (instant: string) => string): readonly Part[] {
  const { report, closed } = told;
  const { category, day, time, about, aboutRoles, device } = report;
  const meant = [listed(aboutRoles.map(role => subjectWords[role]))[locale], plain(about ?? '')].filter(part => part !== '').join('; ');
  const fact = (title: Text, value: string) => ({ title: title[locale], value });
  return [
    factSet([
      fact(words.reference, told.reference),
      fact(words.from, plain(told.reporter)),
      fact(words.at, when(told.at)),
      fact(words.noticed, `${dateIn(locale, day)}${time === undefined ? '' : `, ${plain(time)}`}`),
      ...(meant === '' ? [] : [fact(words.about, meant)]),
      ...(device === undefined || device === '' ? [] : [fact(words.device, plain(device, longest.device))])
    ]),
    group([paragraph(plainLines(report.what, longest.what))], { style: 'emphasis' }),
    ...(closed
      ? []
      : [
          paragraph(words.now[locale], { weight: 'Bolder' as const }),
          ...steps[category].handler.map(step => paragraph(step[locale], { spacing: 'Small' as const }))
        ])
  ];
}
