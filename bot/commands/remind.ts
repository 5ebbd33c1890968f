import { fill } from '../../core/locale.ts';
import { isReached } from '../../core/policies/asking.ts';
import type { Person } from '../../core/policies/person.ts';
import { type Answer, no, replied, rightsIn, saying } from '../answers.ts';
import { choice } from '../cards/chat-choice.ts';
import { confirm, told } from '../cards/chat-confirm.ts';
import { chatCard, peopleWords } from '../cards/chat-parts.ts';
import { execute, paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { allowedTo, teamOf } from '../rights.ts';
import { isOn, isOpen, readSchool, type Row, rowsOf, type School, titleOf } from '../signatures.ts';
import type { Card, Turn } from '../turn.ts';
import { peopleNamed } from '../understand/names.ts';
import type { Scope } from '../understand/question.ts';
import { nobody } from './status-of.ts';

/** Whom a reminder is for: a list of a scope, or one person. */
export interface Reminded {
  readonly list: 'not-signed' | 'late';
  readonly scope: Scope;
  readonly person?: string | undefined;
}

const words = {
  late: { en: 'Remind {people} who are late?', cy: 'Atgoffa {people} sy’n hwyr?' },
  lateOne: { en: 'Remind 1 person who is late?', cy: 'Atgoffa 1 person sy’n hwyr?' },
  'not-signed': { en: 'Remind {people} who have not signed?', cy: 'Atgoffa {people} sydd heb lofnodi?' },
  notOne: { en: 'Remind 1 person who has not signed?', cy: 'Atgoffa 1 person sydd heb lofnodi?' },
  one: { en: 'Remind {name}?', cy: 'Atgoffa {name}?' },
  how: {
    en: 'Each gets one card, or one letter, with all that is open.',
    cy: 'Bydd pob un yn cael un cerdyn, neu un llythyr, gyda’r cyfan sydd ar agor.'
  },
  more: { en: '{names} and {count} more', cy: '{names} a {count} arall' },
  changed: {
    en: 'The number has changed since you asked. Please look again.',
    cy: 'Mae’r nifer wedi newid ers i chi ofyn. Edrychwch eto.'
  },
  nobody: { en: 'There is nobody to remind: nothing is open here.', cy: 'Nid oes neb i’w atgoffa: nid oes dim ar agor yma.' },
  unknown: {
    en: 'I did not understand «{unknown}», and I do not guess whom to remind. Please write for example «remind the governors» or «remind everyone who is late».',
    cy: 'Ni ddeallais «{unknown}», ac nid wyf yn dyfalu pwy i’w atgoffa. Ysgrifennwch, er enghraifft, «atgoffa’r llywodraethwyr» neu «atgoffa pawb sy’n hwyr».'
  },
  unreached: {
    en: 'Besides, {people} cannot be reached by a card or a letter: ask them in class, at the kiosk or on paper.',
    cy: 'Yn ogystal, ni ellir cyrraedd {people} â cherdyn na llythyr: gofynnwch iddynt yn y dosbarth, wrth y ciosg neu ar bapur.'
  },
  lately: {
    en: '{people} were reminded a moment ago and get nothing more now.',
    cy: 'Atgoffwyd {people} funud yn ôl, ac ni chânt ddim arall yn awr.'
  },
  done: { en: 'Reminders are on their way to {people}.', cy: 'Mae nodiadau atgoffa ar eu ffordd at {people}.' },
  none: { en: 'No reminder was sent.', cy: 'Nid anfonwyd nodyn atgoffa.' },
  undo: { en: 'Undo', cy: 'Dadwneud' },
  undoLine: {
    en: '«Undo» takes back what has not been sent yet.',
    cy: 'Mae «Dadwneud» yn tynnu’n ôl yr hyn nad yw wedi’i anfon eto.'
  }
};

/** Asks whether to remind the people meant. Nothing is sent before the yes. */
export const remind: Answer<'remind'> = async (turn, { list, scope, name, unknown }) => {
  const { locale } = turn;
  if (allowedTo('remind', await rightsIn(turn)) !== 'all') return [replied(no(turn), locale)];
  if (unknown !== undefined) {
    const sentence = fill(words.unknown[locale], { unknown: plain(unknown, 80) });
    return [replied(chatCard(locale, sentence, [paragraph(sentence)], saying(locale, 'remind', 'who')), locale)];
  }
  const school = await readSchool(turn.desk);
  if (!name) return [replied(remindCard(turn, school, { list, scope }), locale)];
  const found = peopleNamed(name, school.people);
  const [first] = found;
  if (!first) return [replied(nobody(name, turn), locale)];
  if (found.length > 1) return [replied(choice(name.join(' '), found, { for: 'remind', in: locale }, locale), locale)];
  return [replied(remindCard(turn, school, { list: 'not-signed', scope: {}, person: first.id }), locale)];
};

/** Says how many people would be reminded, or who, with yes and no. */
export function remindCard(turn: Turn, school: School, reminded: Reminded, changed = false): Card {
  const { locale, desk } = turn;
  const open = toRemind(turn, school, reminded);
  const rows = open.filter(({ person }) => isReached(person));
  const unreached = open.length - rows.length;
  const besides = unreached > 0 ? [fill(words.unreached[locale], { people: peopleWords(unreached, locale) })] : [];
  const [first] = rows;
  if (!first && unreached > 0) return chatCard(locale, words.nobody[locale], [paragraph(besides.join(' '))]);
  if (!first) return chatCard(locale, words.nobody[locale], [paragraph(words.nobody[locale])], saying(locale, 'totals'));
  const { list, scope } = reminded;
  const one = reminded.person !== undefined;
  const question = one
    ? fill(words.one[locale], { name: first.person.name })
    : rows.length === 1
      ? (list === 'late' ? words.lateOne : words.notOne)[locale]
      : fill(words[list][locale], { people: peopleWords(rows.length, locale) });
  const names = rows.slice(0, 10).map(({ person }) => plain(person.name, 80));
  const shown = names.join(', ');
  return confirm(
    {
      question,
      lines: [
        ...(one
          ? []
          : [
              `${plain(titleOf(scope, desk, school.versions, locale))}: ${rows.length > names.length ? fill(words.more[locale], { names: shown, count: rows.length - names.length }) : shown}.`
            ]),
        words.how[locale],
        ...besides
      ],
      ...(changed && { attention: words.changed[locale] }),
      verb: 'chat-remind',
      data: { list, scope, ...(reminded.person !== undefined && { person: reminded.person }), count: rows.length }
    },
    locale
  );
}

/** Queues the reminders if there are as many people as were said before; otherwise asks again. */
export async function sendReminders(turn: Turn, reminded: Reminded, count: number): Promise<Card> {
  const { desk, locale, person } = turn;
  const school = await readSchool(desk);
  const rows = toRemind(turn, school, reminded).filter(row => isReached(row.person));
  if (rows.length !== count || count === 0) return remindCard(turn, school, reminded, rows.length > 0);
  const since = desk.now().toISOString();
  const queued = await desk.remind(
    rows.map(row => row.person.id),
    person.id
  );
  return told(
    fill(queued > 0 ? words.done[locale] : words.none[locale], { people: peopleWords(queued, locale) }),
    desk.takeBack ? [words.undoLine[locale]] : [],
    locale,
    [
      ...(desk.takeBack && queued > 0 ? [execute(words.undo[locale], 'chat-undo', { since, in: locale })] : []),
      ...(desk.sending ? saying(locale, 'progress') : [])
    ]
  );
}

function toRemind({ desk, person }: Turn, school: School, { list, scope, person: only }: Reminded): readonly Row[] {
  const among: readonly Person[] | undefined =
    only === undefined ? (scope.team ? teamOf(person, school.people) : undefined) : school.people.filter(({ id }) => id === only);
  return rowsOf(desk, school, scope, among).filter(row => isOpen(row) && (list === 'late' ? isOn('late', row.state) : true));
}
