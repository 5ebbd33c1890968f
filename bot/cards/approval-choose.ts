import { about, type Kind } from '../../core/approvals/kinds.ts';
import type { Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard } from './chat-parts.ts';
import { execute, heading, paragraph } from './elements.ts';

const words = {
  title: { en: 'What would you like to ask for?', cy: 'Am beth yr hoffech chi ofyn?' },
  lead: {
    en: 'Whoever decides is told that somebody asks. You get the answer here.',
    cy: 'Dywedir wrth bwy bynnag sy’n penderfynu fod rhywun yn gofyn. Cewch yr ateb yma.'
  }
};

/** Asks which kind of leave somebody wants. */
export function approvalChoose(kinds: readonly Kind[], locale: Locale): Card {
  return chatCard(
    locale,
    words.title[locale],
    [heading(words.title[locale]), paragraph(words.lead[locale])],
    kinds.map(kind => execute(about[kind].title[locale], 'approval-choose', { kind, in: locale }))
  );
}
