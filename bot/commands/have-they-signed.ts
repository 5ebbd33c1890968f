import { fill, type Locale } from '../../core/locale.ts';
import { type Answer, no, replied, saying } from '../answers.ts';
import { totals as totalsCard } from '../cards/chat-totals.ts';
import { execute } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { allowedTo, rightsOf, teamOf } from '../rights.ts';
import { readSchool, type Row, rowsOf, titleOf, totalsOf, type Totals } from '../signatures.ts';
import type { Scope } from '../understand/question.ts';

/** Below this many people a number says who it is; those who see totals only are not told it. */
export const fewest = 5;

const words = {
  yes: { en: 'Yes. All {all} have signed', cy: 'Ydyn. Mae pob un o’r {all} wedi llofnodi' },
  yesOne: { en: 'Yes, signed', cy: 'Ydy, wedi llofnodi' },
  none: { en: 'No. None of the {all} has signed yet', cy: 'Nac ydyn. Nid oes yr un o’r {all} wedi llofnodi eto' },
  noOne: { en: 'No, not signed yet', cy: 'Nac ydy, heb lofnodi eto' },
  some: { en: 'No. {signed} of {all} have signed', cy: 'Nac ydyn. Mae {signed} o’r {all} wedi llofnodi' },
  late: { en: '{late} late', cy: '{late} yn hwyr' },
  declined: { en: '{declined} declined', cy: '{declined} wedi gwrthod' },
  excused: { en: '{excused} excused', cy: '{excused} wedi’u hesgusodi' },
  empty: { en: 'Nobody here is asked to sign anything at the moment.', cy: 'Ni ofynnir i neb yma lofnodi dim ar hyn o bryd.' },
  few: {
    en: 'These are too few people to give numbers without saying who they are. Please ask the e-safety coordinator.',
    cy: 'Mae’r rhain yn rhy ychydig o bobl i roi niferoedd heb ddweud pwy ydynt. Gofynnwch i’r cydlynydd e-ddiogelwch.'
  },
  unknown: { en: 'I did not understand «{unknown}», so this is without it.', cy: 'Ni ddeallais «{unknown}», felly mae hwn hebddo.' },
  not: { en: 'Who has not?', cy: 'Pwy sydd heb?' }
};

/** Whether people of an audience have signed: yes or no first, then the numbers, without a name. */
export const haveTheySigned: Answer<'have-they-signed'> = async (turn, { scope, unknown }) => {
  const { desk, locale, person } = turn;
  const school = await readSchool(desk);
  const allowed = allowedTo('have-they-signed', rightsOf(person, school.people));
  if (allowed === 'none') return [replied(no(turn), locale)];
  const among = allowed === 'team' || (allowed === 'all' && scope.team) ? teamOf(person, school.people) : undefined;
  const rows = rowsOf(desk, school, scope, among);
  const hidden = allowed === 'totals';
  const small = hidden && rows.length > 0 && rows.length < fewest;
  const totals = totalsOf(small ? [] : rows);
  const note = unknown === undefined ? {} : { note: fill(words.unknown[locale], { unknown: plain(unknown, 80) }) };
  const card = totalsCard(
    {
      title: titleOf(allowed === 'team' ? { ...scope, team: true } : scope, desk, school.versions, locale),
      sentence: small ? words.few[locale] : sentenceOf(totals, locale),
      totals,
      parts: small ? [] : partsOf(rows, desk.audiences, locale, hidden),
      ...note,
      actions:
        hidden || totals.late + totals.waiting + totals.declined === 0
          ? []
          : [
              execute(words.not[locale], 'chat-page', { list: 'not-signed', scope, page: 0, in: locale }),
              ...(allowed === 'all' && totals.late > 0 && isEverybody(scope) ? saying(locale, 'remind') : [])
            ]
    },
    locale
  );
  return [replied(card, locale)];
};

function isEverybody(scope: Scope): boolean {
  return Object.keys(scope).length === 0;
}

function sentenceOf(totals: Totals, locale: Locale): string {
  const { signed, late, declined, excused } = totals;
  const all = totals.all - excused;
  if (totals.all === 0) return words.empty[locale];
  const extras = [
    ...(late > 0 ? [fill(words.late[locale], { late })] : []),
    ...(declined > 0 ? [fill(words.declined[locale], { declined })] : []),
    ...(excused > 0 ? [fill(words.excused[locale], { excused })] : [])
  ];
  const which = signed === all ? (all === 1 ? words.yesOne : words.yes) : all === 1 ? words.noOne : signed === 0 ? words.none : words.some;
  return `${fill(which[locale], { all, signed })}${extras.length > 0 ? `: ${extras.join(', ')}` : ''}.`;
}

function partsOf(
  rows: readonly Row[],
  audiences: readonly { readonly id: string; readonly title: { readonly [L in Locale]: string } }[],
  locale: Locale,
  hidden: boolean
): readonly { readonly title: string; readonly totals: Totals | undefined }[] {
  return audiences.flatMap(({ id, title }) => {
    const own = rows.filter(({ wanted }) => wanted.some(({ audience }) => audience === id));
    if (own.length === 0) return [];
    return [{ title: title[locale], totals: hidden && own.length < fewest ? undefined : totalsOf(own) }];
  });
}
