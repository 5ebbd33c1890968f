import { type Locale } from '../../core/locale.ts';
import { longest } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { cardOf, execute, factSet, group, heading, paragraph, textInput } from './elements.ts';
import { plain, plainLines } from './plain.ts';

/** What waits for the coordinator: a question with a signature, a refusal with its reason, or an answer that came late. */
export interface TaskTold {
  readonly kind: 'question' | 'refusal' | 'late';
  /** The index of the entry. */
  readonly of: number;
  readonly name: string;
  /** The child for whom a parent answered. */
  readonly child?: string;
  readonly title: string;
  readonly version: string;
  /** As people write it, by the school’s clock. */
  readonly when: string;
  /** What they wrote; empty for an answer that came late. */
  readonly wrote: string;
}

const words = {
  question: { en: 'A question', cy: 'Cwestiwn' },
  refusal: { en: 'Somebody does not agree', cy: 'Mae rhywun yn anghytuno' },
  late: { en: 'An answer that came late', cy: 'Ateb a ddaeth yn hwyr' },
  signedWith: {
    en: 'They agreed and signed, with this question. Your answer is recorded with it.',
    cy: 'Cytunodd a llofnododd, gyda’r cwestiwn hwn. Cofnodir eich ateb gydag ef.'
  },
  refused: {
    en: 'They did not sign. Please speak with them, then note here what came of it.',
    cy: 'Ni lofnododd. Siaradwch â’r person, yna nodwch yma beth a ddaeth o hynny.'
  },
  came: {
    en: 'The answer counts. Please note whether anything follows from it.',
    cy: 'Mae’r ateb yn cyfrif. Nodwch a oes rhywbeth yn dilyn ohono.'
  },
  from: { en: 'From', cy: 'Oddi wrth' },
  child: { en: 'For', cy: 'Ar ran' },
  policy: { en: 'Policy', cy: 'Polisi' },
  version: { en: 'Version', cy: 'Fersiwn' },
  when: { en: 'When', cy: 'Pryd' },
  answer: { en: 'Your answer', cy: 'Eich ateb' },
  note: { en: 'What came of it', cy: 'Beth a ddaeth o hynny' },
  missing: {
    en: 'Please write a few words: they are kept in the ledger.',
    cy: 'Ysgrifennwch ychydig eiriau: fe’u cedwir yn y llyfr cofnodion.'
  },
  doAnswer: { en: 'Answer', cy: 'Ateb' },
  doSettle: { en: 'Settle', cy: 'Setlo' },
  otherwise: { en: 'There is something for you to deal with.', cy: 'Mae rhywbeth i chi ymdrin ag ef.' }
};

/** Puts one task before the coordinator, with a place for the answer. */
export function task(told: TaskTold, locale: Locale, more: { readonly attention?: string; readonly typed?: string } = {}): Card {
  const asks = told.kind === 'question';
  return cardOf(
    locale,
    words.otherwise[locale],
    [
      heading(words[told.kind][locale]),
      ...(more.attention ? [group([paragraph(more.attention, { weight: 'Bolder' })], { style: 'attention' as const })] : []),
      factSet(factsOf(told, locale)),
      ...(told.wrote === '' ? [] : [group([paragraph(plainLines(told.wrote, longest.question))], { style: 'emphasis' as const })]),
      paragraph(words[asks ? 'signedWith' : told.kind === 'refusal' ? 'refused' : 'came'][locale]),
      textInput('note', words[asks ? 'answer' : 'note'][locale], longest.note, {
        value: more.typed,
        lines: true,
        missing: words.missing[locale]
      })
    ],
    [execute(words[asks ? 'doAnswer' : 'doSettle'][locale], 'settle', { of: told.of }, { main: true })]
  );
}

/** What a task is about, line by line. */
export function factsOf(told: TaskTold, locale: Locale): readonly { readonly title: string; readonly value: string }[] {
  const fact = (word: 'from' | 'child' | 'policy' | 'version' | 'when', value: string) => ({ title: words[word][locale], value });
  return [
    fact('from', plain(told.name)),
    ...(told.child ? [fact('child', plain(told.child))] : []),
    fact('policy', plain(told.title)),
    fact('version', told.version),
    fact('when', told.when)
  ];
}
