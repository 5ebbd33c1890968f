import { dateIn, isDay } from '../../core/dates.ts';
import { fill } from '../../core/locale.ts';
import { longest } from '../../core/policies/desk-words.ts';
import type { Person } from '../../core/policies/person.ts';
import type { Wanted } from '../../core/policies/standing.ts';
import { type Answer, no, replied, rightsIn, saying } from '../answers.ts';
import { choice } from '../cards/chat-choice.ts';
import { confirm, told } from '../cards/chat-confirm.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { execute, paragraph, textInput } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { allowedTo } from '../rights.ts';
import { policyTitle, readSchool, todayOf } from '../signatures.ts';
import type { Card, Turn } from '../turn.ts';
import { peopleNamed } from '../understand/names.ts';
import { nobody } from './status-of.ts';

/** What was typed, or is typed into the card: until when and why. */
export interface Excuse {
  readonly until?: string | undefined;
  readonly because?: string | undefined;
}

const words = {
  question: { en: 'Excuse {name}?', cy: 'Esgusodi {name}?' },
  from: { en: 'Not asked or reminded while excused: {titles}.', cy: 'Ni ofynnir na’i atgoffa yn ystod yr esgusodiad: {titles}.' },
  until: { en: 'Until (leave empty for «until further notice»)', cy: 'Tan (gadewch yn wag am «hyd nes y clywir yn wahanol»)' },
  because: { en: 'Why', cy: 'Pam' },
  missing: { en: 'Please say in a few words why.', cy: 'Dywedwch mewn ychydig eiriau pam.' },
  past: { en: 'That day is past. Please choose a later one.', cy: 'Mae’r diwrnod hwnnw wedi mynd heibio. Dewiswch un diweddarach.' },
  unclear: {
    en: 'I did not understand «{unclear}» as a day. Please choose one.',
    cy: 'Ni ddeallais «{unclear}» fel diwrnod. Dewiswch un.'
  },
  no: { en: 'That is no date. Please choose one.', cy: 'Nid dyddiad yw hwnnw. Dewiswch un.' },
  excuse: { en: 'Excuse', cy: 'Esgusodi' },
  recorded: {
    en: 'It is recorded with your name, and {name} sees that they are excused.',
    cy: 'Caiff ei gofnodi gyda’ch enw chi, a bydd {name} yn gweld yr esgusodiad.'
  },
  who: {
    en: 'Please say whom to excuse, one person at a time: «excuse <name> until 1 March because …».',
    cy: 'Dywedwch pwy i’w esgusodi, un person ar y tro: «esgusodi <enw> tan 1 Mawrth oherwydd …».'
  },
  nothing: { en: '{name} has nothing open to be excused from.', cy: 'Nid oes gan {name} ddim ar agor i’w esgusodi rhagddo.' },
  self: {
    en: 'Nobody excuses themselves. Please ask the headteacher or another coordinator.',
    cy: 'Nid oes neb yn esgusodi ei hun. Gofynnwch i’r pennaeth neu i gydlynydd arall.'
  },
  done: { en: '{name} is excused until {date}.', cy: 'Mae {name} wedi’i esgusodi tan {date}.' },
  open: { en: '{name} is excused until further notice.', cy: 'Mae {name} wedi’i esgusodi hyd nes y clywir yn wahanol.' },
  undo: { en: 'Undo', cy: 'Dadwneud' }
};

/** Asks whether to excuse somebody, until when and why. Nothing is recorded before the yes. */
export const excuse: Answer<'excuse'> = async (turn, { name, until, because, unclear }) => {
  const { desk, locale } = turn;
  if (allowedTo('excuse', await rightsIn(turn)) !== 'all') return [replied(no(turn), locale)];
  if (!name)
    return [replied(chatCard(locale, words.who[locale], [paragraph(plain(words.who[locale], 200))], saying(locale, 'help')), locale)];
  const found = peopleNamed(name, await desk.people());
  const [first] = found;
  if (!first) return [replied(nobody(name, turn), locale)];
  const given = { ...(until !== undefined && { until }), ...(because !== undefined && { because }) };
  if (found.length > 1) return [replied(choice(name.join(' '), found, { for: 'excuse', in: locale, ...given }, locale), locale)];
  const attention = unclear === undefined ? undefined : fill(words.unclear[locale], { unclear: plain(unclear, 60) });
  return [replied(await excuseCard(turn, first, given, attention), locale)];
};

/** Who would be excused of what, with the boxes for the day and the reason. That somebody's open signatures are shown is recorded as a look-up. */
export async function excuseCard(turn: Turn, person: Person, { until, because }: Excuse, attention?: string): Promise<Card> {
  const { desk, locale } = turn;
  if (person.id === turn.person.id) return sentence(words.self[locale], turn);
  const school = await readSchool(desk, person.id);
  await desk.lookedUp(person.id, turn.person.id);
  const open = openOf(school.wanted, person);
  if (open.length === 0) return sentence(fill(words.nothing[locale], { name: plain(person.name) }), turn);
  const titles = Array.from(
    new Set(
      open.slice(0, 8).map(({ policy, child }) => {
        const of = child === undefined ? undefined : school.byId.get(child)?.name;
        return plain(`${policyTitle(policy, school.versions, locale)}${of === undefined ? '' : ` (${of})`}`, 100);
      })
    )
  );
  const past = until !== undefined && until < school.today;
  const warned = attention ?? (past ? words.past[locale] : undefined);
  return confirm(
    {
      question: fill(words.question[locale], { name: person.name }),
      lines: [fill(words.from[locale], { titles: titles.join(', ') }), fill(words.recorded[locale], { name: plain(person.name) })],
      ...(warned !== undefined && { attention: warned }),
      inputs: [
        {
          type: 'Input.Date',
          id: 'until',
          label: words.until[locale],
          min: school.today,
          ...(until !== undefined && !past && { value: until })
        },
        textInput('because', words.because[locale], longest.reason, { value: because, missing: words.missing[locale] })
      ],
      verb: 'chat-excuse',
      data: { person: person.id },
      yes: words.excuse[locale]
    },
    locale
  );
}

/** Records the excuse for everything that is open, or says on the card what is missing. */
export async function excused(turn: Turn, person: Person, { until = '', because = '' }: Excuse): Promise<Card> {
  const { desk, locale } = turn;
  const today = todayOf(desk);
  const reason = because.trim().slice(0, longest.reason);
  const wrong =
    reason === '' ? words.missing : until !== '' && !isDay(until) ? words.no : until !== '' && until < today ? words.past : undefined;
  if (person.id === turn.person.id) return sentence(words.self[locale], turn);
  if (wrong) return excuseCard(turn, person, { because: reason, ...(isDay(until) && { until }) }, wrong[locale]);
  const open = openOf(await desk.wanted(person.id), person);
  if (open.length === 0) return sentence(fill(words.nothing[locale], { name: plain(person.name) }), turn);
  const since = desk.now().toISOString();
  for (const { policy, child } of open)
    await desk.excuse(
      { person: person.id, policy, ...(child !== undefined && { child }) },
      until === '' ? undefined : until,
      reason,
      turn.person.id
    );
  const title = fill((until === '' ? words.open : words.done)[locale], { name: person.name, date: dateIn(locale, until) });
  return told(title, [plain(reason, 300)], locale, [execute(words.undo[locale], 'chat-recall', { person: person.id, since, in: locale })]);
}

function openOf(wanted: readonly Wanted[], { id }: Person): readonly Wanted[] {
  return wanted.filter(({ person, standing }) => person === id && standing !== 'signed' && standing !== 'left');
}

function sentence(text: string, { locale }: Turn): Card {
  return chatCard(locale, text, [paragraph(text)]);
}
