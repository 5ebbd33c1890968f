import { dateIn } from '../core/dates.ts';
import { fill, type Locale } from '../core/locale.ts';
import { roleWords, standingWords } from '../core/policies/desk-words.ts';
import type { Person } from '../core/policies/person.ts';
import type { Wanted } from '../core/policies/standing.ts';
import { policyTitle, type School, type State, stateOf } from './signatures.ts';
import type { Turn } from './turn.ts';
import { dayOf } from './when.ts';

const words = {
  signedOn: { en: 'signed on {date}, version {version}', cy: 'llofnodwyd ar {date}, fersiwn {version}' },
  declinedOn: { en: 'declined on {date}', cy: 'gwrthodwyd ar {date}' },
  due: { en: '{standing}, due {date}', cy: '{standing}, i’w lofnodi erbyn {date}' },
  wasDue: { en: 'late, was due {date}', cy: 'hwyr, i’w lofnodi erbyn {date}' },
  until: { en: 'excused until {date}', cy: 'esgusodwyd tan {date}' },
  reminded: { en: 'reminded {count} times', cy: 'atgoffwyd {count} gwaith' },
  once: { en: 'reminded once', cy: 'atgoffwyd unwaith' }
};

/** What somebody is at the school, in a line. */
export function aboutOf({ roles, class: of }: Person, locale: Locale): string {
  return [
    ...roles.map(role => roleWords[role][locale]),
    ...(of === undefined ? [] : [{ en: `class ${of}`, cy: `dosbarth ${of}` }[locale]])
  ].join(', ');
}

/** Each wanted signature with where it stands. */
export function factsOf(
  wanted: readonly Wanted[],
  school: School,
  turn: Turn
): readonly { readonly title: string; readonly value: string }[] {
  const { locale } = turn;
  return wanted.map(each => {
    const child = each.child === undefined ? undefined : school.byId.get(each.child);
    const title = policyTitle(each.policy, school.versions, locale);
    return { title: child ? `${title} (${child.name})` : title, value: valueOf(each, stateOf(each, school.today), turn) };
  });
}

function valueOf({ standing, due, reminders, excusedUntil, answer }: Wanted, state: State | undefined, { desk, locale }: Turn): string {
  const entry = answer?.entry;
  const on = entry ? dayOf(locale, desk.school.timezone, entry.at) : '';
  if (standing === 'signed' && entry?.kind === 'signed')
    return fill(words.signedOn[locale], { date: on, version: `${entry.major}.${entry.minor}` });
  if (standing === 'declined' && entry) return fill(words.declinedOn[locale], { date: on });
  if (standing === 'excused' && excusedUntil !== undefined) return fill(words.until[locale], { date: dateIn(locale, excusedUntil) });
  if (state !== 'late' && state !== 'waiting') return standingWords[standing][locale];
  const date = due === undefined ? undefined : dateIn(locale, due);
  const where =
    date === undefined
      ? standingWords[standing][locale]
      : state === 'late'
        ? fill(words.wasDue[locale], { date })
        : fill(words.due[locale], { standing: standingWords[standing][locale], date });
  if (reminders === 0) return where;
  return `${where}; ${reminders === 1 ? words.once[locale] : fill(words.reminded[locale], { count: reminders })}`;
}
