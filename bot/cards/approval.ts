import type { Doing } from '../../core/approvals/approval.ts';
import { longest } from '../../core/approvals/approval.ts';
import type { Shown } from '../../core/approvals/desk.ts';
import { about } from '../../core/approvals/kinds.ts';
import { closingWords, countWords, stateWords, stepWords } from '../../core/approvals/words.ts';
import { dateIn, isDay } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard, type Part } from './chat-parts.ts';
import { type Button, execute, factSet, group, heading, paragraph, subheading, textInput } from './elements.ts';
import { plain, plainLines } from './plain.ts';

const words = {
  from: { en: 'Asked by', cy: 'Gofynnwyd gan' },
  at: { en: 'Asked', cy: 'Gofynnwyd' },
  reference: { en: 'Reference', cy: 'Cyfeirnod' },
  state: { en: 'How it stands', cy: 'Cyflwr' },
  answerBy: { en: 'Answer by', cy: 'Atebwch erbyn' },
  until: { en: 'Holds until', cy: 'Yn ddilys hyd' },
  people: { en: 'Goes to', cy: 'Yn mynd at' },
  two: { en: 'Two different people have to agree.', cy: 'Rhaid i ddau berson gwahanol gytuno.' },
  noText: {
    en: 'The message itself is not here: whoever asks did not attach it.',
    cy: 'Nid yw’r neges ei hun yma: nis atodwyd gan bwy bynnag sy’n gofyn.'
  },
  text: { en: 'The message, as it was attached', cy: 'Y neges, fel y’i hatodwyd' },
  history: { en: 'What happened', cy: 'Beth ddigwyddodd' },
  overdue: { en: 'This is overdue: it should have ended on {when}.', cy: 'Mae hyn yn hwyr: dylai fod wedi dod i ben ar {when}.' },
  words: { en: 'A word about it (needed where you do not approve)', cy: 'Gair amdano (yn ofynnol os nad ydych yn cymeradwyo)' },
  close: { en: 'A word about it, if you like', cy: 'Gair amdano, os dymunwch' },
  given: { en: 'Approve', cy: 'Cymeradwyo' },
  refused: { en: 'Do not approve', cy: 'Peidio â chymeradwyo' },
  withdrawn: { en: 'Take it back', cy: 'Ei dynnu’n ôl' },
  list: { en: 'All approvals', cy: 'Pob cymeradwyaeth' }
};

/** Letters of an attached message that fit on a card. */
const mostText = 6000;

/** One request: for whoever asked, and for whoever decides, with what they can do. Of a message the numbers of people, and its text only where it was attached. */
export function approval(
  shown: Shown,
  locale: Locale,
  how: { readonly when: (instant: string) => string; readonly attention?: string; readonly typed?: string }
): Card {
  const { when, attention, typed } = how;
  const { id, kind, state, fields, people, text, may, steps, own, overdue } = shown;
  const { title, fields: asked, closing } = about[kind];
  const fact = (name: string, value: string) => ({ title: name, value });
  const said = asked.flatMap(({ id: field, is, label, most }) => {
    const value = fields[field];
    if (value === undefined) return [];
    return [fact(label[locale], is === 'day' && isDay(value) ? dateIn(locale, value) : plain(value, most))];
  });
  const body: Part[] = [
    heading(title[locale]),
    ...(attention ? [group([paragraph(attention, { weight: 'Bolder' })], { style: 'attention' as const })] : []),
    ...(overdue === undefined
      ? []
      : [group([paragraph(fill(words.overdue[locale], { when: when(overdue) }), { weight: 'Bolder' })], { style: 'attention' as const })]),
    factSet([
      ...(own ? [] : [fact(words.from[locale], plain(shown.by))]),
      fact(words.at[locale], when(shown.at)),
      fact(words.state[locale], stateWords[state][locale]),
      ...(state === 'asked' ? [fact(words.answerBy[locale], when(shown.answerBy))] : []),
      ...(state === 'given' && shown.ends !== undefined ? [fact(words.until[locale], when(shown.ends))] : []),
      fact(words.reference[locale], shown.reference),
      ...(people ? [fact(words.people[locale], countWords(people, locale))] : []),
      ...said
    ]),
    ...(shown.deciders > 1 ? [paragraph(words.two[locale])] : []),
    ...(text
      ? [
          subheading(words.text[locale]),
          group([paragraph(plain(text.subject, longest.subject), { weight: 'Bolder' }), paragraph(plainLines(text.body, mostText))], {
            style: 'emphasis'
          })
        ]
      : people && !own
        ? [paragraph(words.noText[locale])]
        : []),
    ...historyOf(steps, locale, when),
    ...(may.includes('given')
      ? [textInput('words', words.words[locale], longest.reason, { lines: true, value: typed })]
      : may.includes('closed')
        ? [textInput('words', words.close[locale], longest.reason, { value: typed })]
        : [])
  ];
  const label = (doing: Doing): string =>
    doing === 'closed' ? (closing === 'by-itself' ? '' : closingWords[closing][locale]) : words[doing][locale];
  const actions: Button[] = may.map(doing =>
    execute(
      label(doing),
      'approval-act',
      { id, doing, in: locale },
      doing === 'given' ? { main: true } : doing === 'withdrawn' ? { inputs: 'none' } : {}
    )
  );
  actions.push(execute(words.list[locale], 'approvals', { page: 0, in: locale }, { inputs: 'none' }));
  return chatCard(locale, title[locale], body, actions);
}

function historyOf(steps: Shown['steps'], locale: Locale, when: (instant: string) => string): readonly Part[] {
  const told = steps.filter(({ kind }) => kind !== 'routed');
  if (told.length === 0) return [];
  return [
    subheading(words.history[locale]),
    ...told.flatMap(({ kind, at, by, words: said }) => [
      paragraph(fill(stepWords[kind][locale], { by: plain(by), when: when(at) }), { spacing: 'Small' as const }),
      ...(said === '' ? [] : [paragraph(plainLines(said, longest.reason), { spacing: 'Small' as const })])
    ])
  ];
}
