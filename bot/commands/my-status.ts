import { fill } from '../../core/locale.ts';
import type { Person } from '../../core/policies/person.ts';
import { cardNow, itemsOf } from '../asked.ts';
import { type Answer, nameOf, replied, saying } from '../answers.ts';
import { list } from '../cards/chat-list.ts';
import { personCard } from '../cards/chat-person.ts';
import { factsOf } from '../signature-facts.ts';
import { readSchool, stateOf, todayOf, yearBefore } from '../signatures.ts';
import type { Card, Turn } from '../turn.ts';
import { plain } from '../cards/plain.ts';
import { beginningOf } from '../understand/zone.ts';
import { dayOf } from '../when.ts';

const words = {
  nothing: { en: 'You have nothing to sign at the moment.', cy: 'Nid oes gennych ddim i’w lofnodi ar hyn o bryd.' },
  open: { en: 'There is something for you to sign.', cy: 'Mae rhywbeth i chi ei lofnodi.' },
  late: { en: 'Something of yours is late.', cy: 'Mae rhywbeth gennych yn hwyr.' },
  looked: { en: 'Looked up in the last twelve months: {lines}.', cy: 'Edrychwyd ar eich cofnod yn ystod y deuddeg mis diwethaf: {lines}.' },
  line: { en: '{name} on {date}', cy: '{name} ar {date}' },
  more: { en: ' and {count} more', cy: ' a {count} arall' },
  never: {
    en: 'Nobody has looked you up in the last twelve months.',
    cy: 'Nid oes neb wedi edrych ar eich cofnod yn ystod y deuddeg mis diwethaf.'
  },
  times: {
    en: 'You were looked up {count} times in the last twelve months.',
    cy: 'Edrychwyd ar eich cofnod {count} gwaith yn ystod y deuddeg mis diwethaf.'
  },
  once: {
    en: 'You were looked up once in the last twelve months.',
    cy: 'Edrychwyd ar eich cofnod unwaith yn ystod y deuddeg mis diwethaf.'
  },
  title: { en: 'Who looked you up', cy: 'Pwy edrychodd ar eich cofnod' }
};
/** Look-ups named on somebody's own status; all are in the list of them. */
const most = 3;

/** Where somebody stands themselves, who looked them up, and the card to sign what is open. */
export const myStatus: Answer<'my-status'> = async turn => {
  const { desk, locale, person } = turn;
  const school = await readSchool(desk, person.id);
  const own = school.wanted.filter(each => each.person === person.id && each.standing !== 'left');
  const found = own.map(each => stateOf(each, school.today));
  const sentence = found.includes('late') ? words.late : found.includes('waiting') ? words.open : words.nothing;
  const looked = await lookUpsOf(turn);
  const lines = looked.slice(0, most).map(({ by, at }) => lineOf(by, at, turn, school.byId));
  const left = looked.length - lines.length;
  const note =
    looked.length === 0
      ? words.never[locale]
      : fill(words.looked[locale], { lines: lines.join('; ') + (left > 0 ? fill(words.more[locale], { count: left }) : '') });
  const card = personCard(
    {
      name: person.name,
      about: '',
      sentence: sentence[locale],
      facts: factsOf(own, school, turn),
      notes: [note],
      actions: looked.length > most ? saying(locale, 'lookups') : []
    },
    locale
  );
  const open = (await itemsOf(turn)).length > 0;
  return [replied(card, locale), ...(open ? [replied(await cardNow(turn), locale)] : [])];
};

/** Everybody who looked the asker up, the latest first. */
export const lookedMeUp: Answer<'looked-me-up'> = async turn => [replied(await lookUpsCard(turn, 0), turn.locale)];

/** One page of the look-ups of the asker. */
export async function lookUpsCard(turn: Turn, page: number): Promise<Card> {
  const { desk, locale } = turn;
  const [looked, people] = await Promise.all([lookUpsOf(turn), desk.people()]);
  const byId = new Map(people.map(each => [each.id, each]));
  const lead =
    looked.length === 0
      ? words.never[locale]
      : looked.length === 1
        ? words.once[locale]
        : fill(words.times[locale], { count: looked.length });
  return list(
    {
      title: words.title[locale],
      lead,
      count: looked.length,
      line: place => ({ text: nameOf(looked[place]!.by, byId, locale), detail: dayOf(locale, desk.school.timezone, looked[place]!.at) }),
      page,
      verb: 'chat-lookups',
      data: { in: locale },
      actions: saying(locale, 'mine')
    },
    locale
  );
}

async function lookUpsOf({ desk, person }: Turn): Promise<readonly { readonly by: string; readonly at: string }[]> {
  const since = beginningOf(yearBefore(todayOf(desk)), desk.school.timezone);
  const recorded = await desk.since(since, person.id);
  return recorded
    .flatMap(({ entry }) => (entry.kind === 'looked-up' && entry.person === person.id ? [{ by: entry.by, at: entry.at }] : []))
    .reverse();
}

function lineOf(by: string, at: string, { desk, locale }: Turn, people: ReadonlyMap<string, Person>): string {
  return fill(words.line[locale], { name: plain(nameOf(by, people, locale)), date: dayOf(locale, desk.school.timezone, at) });
}
