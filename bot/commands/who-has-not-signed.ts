import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { isReached } from '../../core/policies/asking.ts';
import { type Answer, no, replied, saying } from '../answers.ts';
import { peopleWords } from '../cards/chat-parts.ts';
import { list } from '../cards/chat-list.ts';
import { stateWords } from '../cards/chat-totals.ts';
import { execute } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { allowedTo, rightsOf, teamOf } from '../rights.ts';
import { isOn, isOpen, policyTitle, readSchool, type Row, rowsOf, type School, stateOf, titleOf } from '../signatures.ts';
import type { Card, Turn } from '../turn.ts';
import type { List, Scope } from '../understand/question.ts';
import { haveTheySigned } from './have-they-signed.ts';

const words = {
  'not-signed': {
    some: { en: '{people} have not signed.', cy: 'Mae {people} heb lofnodi.' },
    none: { en: 'Nobody: all who are asked have signed.', cy: 'Neb: mae pawb y gofynnwyd iddynt wedi llofnodi.' }
  },
  late: { some: { en: '{people} are late.', cy: 'Mae {people} yn hwyr.' }, none: { en: 'Nobody is late.', cy: 'Nid oes neb yn hwyr.' } },
  signed: {
    some: { en: '{people} have signed.', cy: 'Mae {people} wedi llofnodi.' },
    none: { en: 'Nobody has signed yet.', cy: 'Nid oes neb wedi llofnodi eto.' }
  },
  declined: {
    some: { en: '{people} have declined.', cy: 'Mae {people} wedi gwrthod.' },
    none: { en: 'Nobody has declined.', cy: 'Nid oes neb wedi gwrthod.' }
  },
  excused: {
    some: { en: '{people} are excused.', cy: 'Mae {people} wedi’u hesgusodi.' },
    none: { en: 'Nobody is excused.', cy: 'Nid oes neb wedi’i esgusodi.' }
  }
} satisfies { readonly [L in List]: object };
const more = {
  due: { en: 'due {date}', cy: 'i’w lofnodi erbyn {date}' },
  late: { en: 'late, was due {date}', cy: 'hwyr, i’w lofnodi erbyn {date}' },
  until: { en: 'excused until {date}', cy: 'wedi’i esgusodi tan {date}' },
  unknown: {
    en: 'I did not understand «{unknown}», so this is without it.',
    cy: 'Ni ddeallais «{unknown}», felly mae hwn hebddo.'
  },
  remind: { en: 'Remind them ({count})', cy: 'Eu hatgoffa ({count})' },
  empty: { en: 'Nobody here is asked to sign anything at the moment.', cy: 'Ni ofynnir i neb yma lofnodi dim ar hyn o bryd.' }
};

/**
 * Who has not signed, or is late, has signed, declined or is excused: by name for those who may see people, in numbers for governors. To read a list
 * is not to look a person up: it is not recorded.
 */
export const whoHasNotSigned: Answer<'who'> = async (turn, { list, scope, unknown }) => {
  const school = await readSchool(turn.desk);
  const allowed = allowedTo('who', rightsOf(turn.person, school.people));
  if (allowed === 'none') return [replied(no(turn), turn.locale)];
  if (allowed === 'totals') return haveTheySigned(turn, { ask: 'have-they-signed', scope, ...(unknown !== undefined && { unknown }) });
  return [replied(listCard(turn, school, list, scope, 0, unknown), turn.locale)];
};

/** One page of such a list. Whoever calls has made sure that the person of the turn sees people. */
export function listCard(turn: Turn, school: School, which: List, scope: Scope, page: number, unknown?: string): Card {
  const { desk, locale, person } = turn;
  const rights = rightsOf(person, school.people);
  const among = rights.people === 'all' && !scope.team ? undefined : teamOf(person, school.people);
  const all = rowsOf(desk, school, scope, among);
  const rows = all.filter(({ state }) => isOn(which, state));
  const { some, none } = words[which];
  const open = rows.filter(row => isOpen(row) && isReached(row.person));
  const sentence =
    rows.length > 0 ? fill(some[locale], { people: peopleWords(rows.length, locale) }) : all.length > 0 ? none[locale] : more.empty[locale];
  const several = new Set(rows.flatMap(({ wanted }) => wanted.map(({ policy }) => policy))).size > 1;
  const remindable = rights.changes && (which === 'not-signed' || which === 'late') && open.length > 0;
  return list(
    {
      title: titleOf(rights.people === 'all' ? scope : { ...scope, team: true }, desk, school.versions, locale),
      lead: rows.length === 1 && locale === 'en' ? sentence.replace(' have ', ' has ').replace(' are ', ' is ') : sentence,
      count: rows.length,
      line: at => ({ text: rows[at]!.person.name, detail: detailOf(rows[at]!, which, several, school, locale) }),
      page,
      verb: 'chat-page',
      data: { list: which, scope, in: locale },
      ...(unknown !== undefined && { note: fill(more.unknown[locale], { unknown: plain(unknown, 80) }) }),
      actions: [
        ...(remindable
          ? [execute(fill(more.remind[locale], { count: open.length }), 'chat-remind', { list: which, scope, in: locale })]
          : []),
        ...(which === 'not-signed' && rows.some(({ state }) => state === 'late') && !remindable ? saying(locale, 'late') : []),
        ...(rights.changes ? saying(locale, 'totals') : [])
      ]
    },
    locale
  );
}

function detailOf({ wanted, state }: Row, which: List, several: boolean, school: School, locale: Locale): string {
  const about = wanted.filter(each => {
    const of = stateOf(each, school.today);
    return of !== undefined && isOn(which, of);
  });
  const [first] = [...about].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  const words =
    state === 'late' && first?.due !== undefined
      ? fill(more.late[locale], { date: dateIn(locale, first.due) })
      : state === 'waiting' && first?.due !== undefined
        ? fill(more.due[locale], { date: dateIn(locale, first.due) })
        : state === 'excused' && first?.excusedUntil !== undefined
          ? fill(more.until[locale], { date: dateIn(locale, first.excusedUntil) })
          : stateWords[state][locale];
  const policies = Array.from(new Set(about.map(({ policy }) => policyTitle(policy, school.versions, locale))));
  return several ? `${words} (${plain(policies.slice(0, 3).join(', '), 120)})` : words;
}
