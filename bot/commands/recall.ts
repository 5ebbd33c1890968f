import { fill } from '../../core/locale.ts';
import type { Person } from '../../core/policies/person.ts';
import { type Answer, no, replied, rightsIn, saying } from '../answers.ts';
import { choice } from '../cards/chat-choice.ts';
import { confirm, told } from '../cards/chat-confirm.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { allowedTo } from '../rights.ts';
import type { Card, Turn } from '../turn.ts';
import { peopleNamed } from '../understand/names.ts';
import { nobody } from './status-of.ts';

const words = {
  question: { en: 'Take back the excuse of {name}?', cy: 'Tynnu esgusodiad {name} yn ôl?' },
  then: { en: 'Then {name} is asked and reminded again.', cy: 'Yna gofynnir i {name} eto, a’i atgoffa.' },
  none: { en: '{name} is not excused.', cy: 'Nid yw {name} wedi’i esgusodi.' },
  nothing: {
    en: 'You have excused nobody in the last day, so there is nothing to undo. To take an older excuse back, write «undo excuse <name>».',
    cy: 'Nid ydych wedi esgusodi neb yn ystod y diwrnod diwethaf, felly nid oes dim i’w ddadwneud. I dynnu esgusodiad hŷn yn ôl, ysgrifennwch «canslo esgusodiad <enw>».'
  },
  done: { en: 'The excuse of {name} is taken back.', cy: 'Tynnwyd esgusodiad {name} yn ôl.' }
};
const aDay = 24 * 60 * 60 * 1000;

/** Asks whether to take an excuse back: of a person, or the last one that the asker gave within a day. */
export const recall: Answer<'recall'> = async (turn, { name }) => {
  const { desk, locale, person } = turn;
  if (allowedTo('recall', await rightsIn(turn)) !== 'all') return [replied(no(turn), locale)];
  if (name) {
    const found = peopleNamed(name, await desk.people());
    const [first] = found;
    if (!first) return [replied(nobody(name, turn), locale)];
    if (found.length > 1) return [replied(choice(name.join(' '), found, { for: 'recall', in: locale }, locale), locale)];
    return [replied(await recallCard(turn, first), locale)];
  }
  const recorded = await desk.since(new Date(desk.now().getTime() - aDay).toISOString());
  const last = recorded.flatMap(({ entry }) => (entry.kind === 'excused' && entry.by === person.id ? [entry] : [])).pop();
  const whose = last && (await desk.person(last.person));
  if (!whose)
    return [
      replied(chatCard(locale, words.nothing[locale], [paragraph(plain(words.nothing[locale], 300))], saying(locale, 'help')), locale)
    ];
  return [replied(await recallCard(turn, whose), locale)];
};

/** Says whose excuse would be taken back, with yes and no. That it is shown is recorded as a look-up. */
export async function recallCard(turn: Turn, person: Person): Promise<Card> {
  const { desk, locale } = turn;
  const name = plain(person.name);
  const wanted = await desk.wanted(person.id);
  if (person.id !== turn.person.id) await desk.lookedUp(person.id, turn.person.id);
  if (!wanted.some(each => each.person === person.id && each.standing === 'excused')) return none(turn, name);
  return confirm(
    {
      question: fill(words.question[locale], { name: person.name }),
      lines: [fill(words.then[locale], { name })],
      verb: 'chat-recall',
      data: { person: person.id }
    },
    locale
  );
}

/** Takes back somebody's excuses: all that stand, or those that the asker gave since an instant. */
export async function recalled(turn: Turn, person: Person, since?: string): Promise<Card> {
  const { desk, locale } = turn;
  const given = since === undefined ? undefined : await desk.since(since, person.id);
  const standing = (await desk.wanted(person.id)).filter(each => {
    if (each.person !== person.id || each.standing !== 'excused') return false;
    if (!given) return true;
    return given.some(
      ({ entry }) =>
        entry.kind === 'excused' &&
        entry.person === person.id &&
        entry.by === turn.person.id &&
        entry.policy === each.policy &&
        entry.child === each.child
    );
  });
  if (standing.length === 0) return none(turn, plain(person.name));
  for (const { policy, child } of standing)
    await desk.recall({ person: person.id, policy, ...(child !== undefined && { child }) }, turn.person.id);
  return told(fill(words.done[locale], { name: person.name }), [], locale);
}

function none({ locale }: Turn, name: string): Card {
  const text = fill(words.none[locale], { name });
  return chatCard(locale, text, [paragraph(text)]);
}
