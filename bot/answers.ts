import type { Locale, Text } from '../core/locale.ts';
import type { Person } from '../core/policies/person.ts';
import { chatCard } from './cards/chat-parts.ts';
import { paragraph, say } from './cards/elements.ts';
import { type Rights, rightsOf } from './rights.ts';
import type { Ask, Question } from './understand/question.ts';
import type { Card, Reply, Turn } from './turn.ts';

/** What the chat answers to one kind of question. */
export type Answer<A extends Ask> = (turn: Turn, question: Extract<Question, { readonly ask: A }>) => Promise<readonly Reply[]>;

/** Words that the common buttons say for a person, as they could type them. */
export const phrases = {
  who: { en: 'Who hasn’t signed?', cy: 'Pwy sydd heb lofnodi?' },
  late: { en: 'Who is late?', cy: 'Pwy sy’n hwyr?' },
  governors: { en: 'Have the governors signed?', cy: 'Ydy’r llywodraethwyr wedi llofnodi?' },
  totals: { en: 'How many have signed?', cy: 'Faint sydd wedi llofnodi?' },
  remind: { en: 'Remind everyone who is late', cy: 'Atgoffa pawb sy’n hwyr' },
  changed: { en: 'What changed since last week?', cy: 'Beth sydd wedi newid ers yr wythnos diwethaf?' },
  tasks: { en: 'What questions are waiting?', cy: 'Pa gwestiynau sy’n aros?' },
  progress: { en: 'How is the sending going?', cy: 'Sut mae’r anfon yn mynd?' },
  export: { en: 'Export', cy: 'Allforio' },
  mine: { en: 'My status', cy: 'Fy statws' },
  lookups: { en: 'Who looked me up?', cy: 'Pwy sydd wedi edrych amdanaf i?' },
  report: { en: 'Report something', cy: 'Rhoi gwybod am rywbeth' },
  items: { en: 'Confidential items', cy: 'Eitemau cyfrinachol' },
  approvals: { en: 'Approvals', cy: 'Cymeradwyaethau' },
  help: { en: 'Help', cy: 'Help' }
} as const satisfies { readonly [name: string]: Text };
export type Phrase = keyof typeof phrases;

const words = {
  answered: { en: 'Beadle has answered you', cy: 'Mae Beadle wedi eich ateb' },
  no: {
    en: 'I am sorry, that is for the e-safety coordinator. I can show you your own signatures.',
    cy: 'Mae’n ddrwg gennyf, mater i’r cydlynydd e-ddiogelwch yw hynny. Gallaf ddangos eich llofnodion eich hun i chi.'
  }
};

/** A card as an answer; its notification says nothing of its content. */
export function replied(card: Card, locale: Locale): Reply {
  return { card, summary: words.answered[locale] };
}

/** Buttons that say common words. */
export function saying(locale: Locale, ...names: readonly Phrase[]): readonly ReturnType<typeof say>[] {
  return names.map(name => say(phrases[name][locale], phrases[name][locale]));
}

/** The one polite no: the same whatever was asked, and whether or not there is such a person. */
export function no({ locale }: Turn): Card {
  return chatCard(locale, words.no[locale], [paragraph(words.no[locale])], saying(locale, 'mine'));
}

/** What the person of a turn may see and do. */
export async function rightsIn({ desk, person }: Turn): Promise<Rights> {
  return rightsOf(person, await desk.people());
}

/** Which questions have their own button for somebody. */
export function buttonsFor({ people, totals, changes }: Rights, locale: Locale): readonly ReturnType<typeof say>[] {
  if (changes) return saying(locale, 'who', 'totals', 'remind', 'changed', 'tasks', 'export');
  if (people === 'team') return saying(locale, 'who', 'late', 'mine', 'lookups');
  return totals ? saying(locale, 'totals', 'changed', 'mine', 'lookups') : saying(locale, 'mine', 'lookups');
}

/** A name as it is said of somebody who can no longer be found. */
export function nameOf(id: string, people: ReadonlyMap<string, Person>, locale: Locale): string {
  return people.get(id)?.name ?? { en: 'somebody who left', cy: 'rhywun a adawodd' }[locale];
}
