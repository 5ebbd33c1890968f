import { dateIn } from '../../core/dates.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { entryWords } from '../../core/policies/desk-words.ts';
import type { Entry, EntryKind, Recorded } from '../../core/policies/entry.ts';
import { type Answer, nameOf, replied, rightsIn } from '../answers.ts';
import { list } from '../cards/chat-list.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { factSet, heading, paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { listLine } from '../people-lists.ts';
import { allowedTo, seenBy } from '../rights.ts';
import { policyTitle, todayOf } from '../signatures.ts';
import type { Card, Turn } from '../turn.ts';
import { beginningOf } from '../understand/zone.ts';
import { dayOf } from '../when.ts';

/** What is told of: not that somebody opened a text, was looked up or was reminded; those are counted or shown to themselves. */
const told: readonly EntryKind[] = ['published', 'signed', 'declined', 'excused', 'recalled', 'left', 'settled', 'escalated', 'erased'];
const counted: readonly EntryKind[] = [
  'published',
  'asked',
  'reminded',
  'signed',
  'declined',
  'excused',
  'recalled',
  'left',
  'settled',
  'escalated'
];
/** Lists of people that one answer tells of. */
const mostLists = 3;
/** Days that one answer reaches back. */
const furthest = 3660;

const words = {
  title: { en: 'Since {date}', cy: 'Ers {date}' },
  signed: { en: 'Signed since {date}', cy: 'Llofnodwyd ers {date}' },
  nothing: { en: 'Nothing has changed.', cy: 'Nid oes dim wedi newid.' },
  version: { en: '{policy}, version {version}', cy: '{policy}, fersiwn {version}' },
  question: { en: 'with a question', cy: 'gyda chwestiwn' },
  records: { en: '{count} records', cy: '{count} o gofnodion' }
} satisfies { readonly [word: string]: Text };

/** What happened since a day: line by line for those who see people, in numbers for governors, to everybody else what was about them. */
export const changedSince: Answer<'changed-since'> = async (turn, { since, signed }) => [
  replied(await changesCard(turn, since, signed, 0), turn.locale)
];

/** One page of it, the latest first. */
export async function changesCard(turn: Turn, since: string, signed: boolean, page: number): Promise<Card> {
  const { desk, locale, person } = turn;
  const rights = await rightsIn(turn);
  const allowed = allowedTo('changed-since', rights);
  const day = since < '2000-01-01' || daysTo(since, todayOf(desk)) > furthest ? '2000-01-01' : since;
  const people = await desk.people();
  const byId = new Map(people.map(each => [each.id, each]));
  const from = beginningOf(day, desk.school.timezone);
  const recorded = allowed === 'own' ? await desk.since(from, person.id) : await desk.since(from);
  const seen = new Set(seenBy(person, people, rights).map(({ id }) => id));
  const mine = recorded.filter(({ entry }) => allowed === 'all' || allowed === 'totals' || ('person' in entry && seen.has(entry.person)));
  const counts = countsOf(mine, signed, locale);
  const read = allowed === 'all' && !signed ? ((await desk.lists?.(from)) ?? []) : [];
  const notes = read.flatMap(each => listLine(each, locale, desk.school.timezone) ?? []).slice(-mostLists);
  const lead = [
    ...(counts.length > 0 ? [`${counts.map(({ title, value }) => `${title}: ${value}`).join(', ')}.`] : []),
    ...notes,
    ...(counts.length + notes.length === 0 ? [words.nothing[locale]] : [])
  ].join(' ');
  const title = fill((signed ? words.signed : words.title)[locale], { date: dateIn(locale, day) });
  if (allowed === 'totals') return chatCard(locale, lead, [heading(title), counts.length > 0 ? factSet(counts) : paragraph(lead)]);
  const lines = mine.filter(({ entry }) => (signed ? entry.kind === 'signed' : isTold(entry))).reverse();
  const versions = await desk.versions();
  return list(
    {
      title,
      lead,
      count: lines.length,
      line: at => {
        const { entry } = lines[at]!;
        const on = dayOf(locale, desk.school.timezone, entry.at);
        return lineOf(
          entry,
          on,
          id => nameOf(id, byId, locale),
          policy => policyTitle(policy, versions, locale),
          locale
        );
      },
      page,
      verb: 'chat-changes',
      data: { since: day, signed, in: locale }
    },
    locale
  );
}

/** Who takes a reminder back has changed nothing. */
function isTold(entry: Entry): boolean {
  return told.includes(entry.kind) && !(entry.kind === 'recalled' && entry.of === 'reminded');
}

function countsOf(
  recorded: readonly Recorded[],
  signed: boolean,
  locale: Locale
): readonly { readonly title: string; readonly value: string }[] {
  return counted.flatMap(kind => {
    if (signed && kind !== 'signed') return [];
    const count = recorded.filter(({ entry }) => entry.kind === kind && !(entry.kind === 'recalled' && entry.of === 'reminded')).length;
    return count > 0 ? [{ title: entryWords[kind][locale], value: String(count) }] : [];
  });
}

function lineOf(
  entry: Entry,
  day: string,
  name: (id: string) => string,
  title: (policy: string) => string,
  locale: Locale
): { readonly text: string; readonly detail: string } {
  const what = entryWords[entry.kind][locale];
  if (entry.kind === 'published')
    return {
      text: fill(words.version[locale], { policy: title(entry.policy), version: `${entry.major}.${entry.minor}` }),
      detail: `${what}, ${day}`
    };
  if (entry.kind === 'erased') return { text: fill(words.records[locale], { count: entry.of.length }), detail: `${what}, ${day}` };
  const question = entry.kind === 'signed' && entry.question !== undefined ? `, ${words.question[locale]}` : '';
  const child = 'child' in entry && entry.child !== undefined ? ` (${name(entry.child)})` : '';
  const policy = 'policy' in entry ? `, ${plain(title(entry.policy), 80)}` : '';
  return { text: `${name(entry.person)}${child}`, detail: `${what}${question}${policy}, ${day}` };
}

function daysTo(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
