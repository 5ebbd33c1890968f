import { fill } from '../../core/locale.ts';
import type { Person } from '../../core/policies/person.ts';
import { type Answer, no, replied, saying } from '../answers.ts';
import { choice } from '../cards/chat-choice.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { personCard } from '../cards/chat-person.ts';
import { type Button, execute, paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { allowedTo, rightsOf, seenBy } from '../rights.ts';
import { aboutOf, factsOf } from '../signature-facts.ts';
import { readSchool, states, stateOf } from '../signatures.ts';
import type { Card, Turn } from '../turn.ts';
import { peopleNamed } from '../understand/names.ts';
import { myStatus } from './my-status.ts';

const words = {
  late: { en: 'Late with a signature.', cy: 'Yn hwyr gyda llofnod.' },
  declined: { en: 'Has declined.', cy: 'Wedi gwrthod.' },
  waiting: { en: 'Has not signed yet.', cy: 'Heb lofnodi eto.' },
  excused: { en: 'Is excused.', cy: 'Wedi’i esgusodi.' },
  signed: { en: 'Has signed.', cy: 'Wedi llofnodi.' },
  nothing: { en: 'Is not asked to sign anything.', cy: 'Ni ofynnir i’r person hwn lofnodi dim.' },
  recorded: {
    en: 'This look-up is recorded, and {name} can see it.',
    cy: 'Mae’r ymholiad hwn wedi’i gofnodi, a gall {name} ei weld.'
  },
  remind: { en: 'Remind', cy: 'Atgoffa' },
  excuse: { en: 'Excuse …', cy: 'Esgusodi …' },
  recall: { en: 'Take the excuse back', cy: 'Tynnu’r esgusodiad yn ôl' },
  nobody: {
    en: 'I found nobody called «{name}». Please check the spelling, or type only a part of the name.',
    cy: 'Ni ddaethpwyd o hyd i neb o’r enw «{name}». Gwiriwch y sillafu, neu teipiwch ran o’r enw yn unig.'
  }
};

/** Where one person stands. Every look-up of somebody else is recorded, and they see it. */
export const statusOf: Answer<'status-of'> = async (turn, { name }) => {
  const { desk, locale, person } = turn;
  const people = await desk.people();
  const rights = rightsOf(person, people);
  const found = peopleNamed(name, seenBy(person, people, rights));
  const [first] = found;
  if (first && found.length === 1 && first.id === person.id) return myStatus(turn, { ask: 'my-status' });
  // The same no whether there is such a person or not.
  if (allowedTo('status-of', rights) === 'own' || (!first && rights.people === 'team')) return [replied(no(turn), locale)];
  if (!first) return [replied(nobody(name, turn), locale)];
  if (found.length > 1) return [replied(choice(name.join(' '), found, { for: 'status', in: locale }, locale), locale)];
  return [replied(await statusCard(turn, first), locale)];
};

/** That nobody is called so. Only for those who see everybody. */
export function nobody(name: readonly string[], { locale }: Turn): Card {
  const sentence = fill(words.nobody[locale], { name: plain(name.join(' '), 80) });
  return chatCard(locale, sentence, [paragraph(sentence)], saying(locale, 'who', 'help'));
}

/** One person's card for somebody who may see it; it is recorded that they did. */
export async function statusCard(turn: Turn, person: Person): Promise<Card> {
  const { desk, locale } = turn;
  const school = await readSchool(desk, person.id);
  const rights = rightsOf(turn.person, school.people);
  if (person.id !== turn.person.id) await desk.lookedUp(person.id, turn.person.id);
  const own = school.wanted.filter(each => each.person === person.id && each.standing !== 'left');
  const found = own.flatMap(each => stateOf(each, school.today) ?? []);
  const state = states.find(each => found.includes(each));
  const actions: Button[] = [];
  if (rights.changes && person.id !== turn.person.id) {
    const data = { person: person.id, in: locale };
    if (state === 'late' || state === 'waiting') actions.push(execute(words.remind[locale], 'chat-person', { ...data, for: 'remind' }));
    if (state === 'late' || state === 'waiting' || state === 'declined')
      actions.push(execute(words.excuse[locale], 'chat-person', { ...data, for: 'excuse' }));
    if (found.includes('excused')) actions.push(execute(words.recall[locale], 'chat-person', { ...data, for: 'recall' }));
  }
  return personCard(
    {
      name: person.name,
      about: aboutOf(person, locale),
      sentence: state ? words[state][locale] : words.nothing[locale],
      facts: factsOf(own, school, turn),
      notes: person.id === turn.person.id ? [] : [fill(words.recorded[locale], { name: plain(person.name, 120) })],
      actions
    },
    locale
  );
}
