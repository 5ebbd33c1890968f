import { type Locale } from '../../core/locale.ts';
import { deskWords, longest, refusalWords } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { keyOf, type Item } from './ask.ts';
import { cardOf, execute, group, heading, paragraph, textInput, type ChoiceSet, type Element } from './elements.ts';
import { plain } from './plain.ts';

const words = {
  heading: { en: 'You do not agree', cy: 'Nid ydych yn cytuno' },
  what: {
    en: 'Nothing is signed. The e-safety coordinator reads your reason and will speak with you. You can still sign later.',
    cy: 'Ni lofnodir dim. Bydd y cydlynydd e-ddiogelwch yn darllen eich rheswm ac yn siarad â chi. Gallwch lofnodi yn nes ymlaen o hyd.'
  },
  which: { en: 'What do you not agree to?', cy: 'Beth nad ydych yn cytuno ag ef?' },
  choose: { en: 'Please tick at least one.', cy: 'Ticiwch o leiaf un.' },
  send: { en: 'Send my answer', cy: 'Anfon fy ateb' },
  back: { en: 'Back', cy: 'Yn ôl' }
};

/**
 * Asks why somebody does not agree. A card of its own: on the card that asks, a button for this would demand the name and the ticks of a signature first,
 * because clients check the inputs of the whole card, also from within an `Action.ShowCard`.
 */
export function disagree(
  data: {
    readonly items: readonly Item[];
    readonly attention?: readonly string[];
    readonly typed?: { readonly reason?: string | undefined; readonly which?: readonly string[] | undefined };
  },
  locale: Locale
): Card {
  const { items, attention = [], typed = {} } = data;
  const [only] = items;
  const body: Element[] = [
    heading(words.heading[locale]),
    ...(attention.length > 0
      ? [
          group(
            attention.map(sentence => paragraph(sentence, { weight: 'Bolder' })),
            { style: 'attention' }
          )
        ]
      : []),
    paragraph(words.what[locale]),
    ...(items.length === 1 && only ? [paragraph(named(only), { weight: 'Bolder' })] : [choices(items, typed.which, locale)]),
    textInput('reason', deskWords.reason[locale], longest.reason, {
      value: typed.reason,
      lines: true,
      missing: refusalWords['reason-missing'][locale]
    })
  ];
  const meant = items.map(({ policy, major, child }) => ({ policy, major, ...(child ? { child: child.id } : {}) }));
  return cardOf(locale, words.heading[locale], body, [
    execute(words.send[locale], 'decline', { items: meant }, { main: true }),
    execute(words.back[locale], 'show', {}, { inputs: 'none' })
  ]);
}

function named({ title, child }: Item): string {
  return child ? `${plain(title)} (${plain(child.name)})` : plain(title);
}

function choices(items: readonly Item[], which: readonly string[] | undefined, locale: Locale): ChoiceSet {
  return {
    type: 'Input.ChoiceSet',
    id: 'which',
    label: words.which[locale],
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: items.map(item => ({ title: named(item), value: keyOf(item) })),
    ...(which && which.length > 0 ? { value: which.join(',') } : {}),
    isRequired: true,
    errorMessage: words.choose[locale]
  };
}
