import type { Clock, ClockGoal } from '../../addin/demonstration/api.ts';
import { addDays, instantAt, type Offset, weekdayOf } from '../../core/dates.ts';
import type { Text } from '../../core/locale.ts';
import { planOf } from '../../core/policies/asking.ts';
import { type SchoolDays, schoolYearOf } from '../../core/policies/school-days.ts';
import type { SchoolDesk } from '../desk.ts';
import type { Signatures } from '../signatures.ts';
import { wordsAt } from './mailbox.ts';

const titles: { readonly [G in ClockGoal]: Text } = {
  morning: { en: 'The next morning', cy: 'Y bore nesaf' },
  week: { en: 'A week on', cy: 'Wythnos ymlaen' },
  audit: { en: 'The next audit', cy: 'Yr archwiliad nesaf' },
  reminders: { en: 'The next reminders', cy: 'Y nodiadau atgoffa nesaf' },
  renewal: { en: 'The yearly renewal', cy: 'Yr adnewyddu blynyddol' }
};

/** When one arrives: after what falls due at eight. */
const arrival = '08:10';
/** Days that are looked through for the next reminders. */
const farthest = 120;

interface Parts {
  readonly desk: SchoolDesk;
  readonly settings: Signatures['settings'];
  readonly days: SchoolDays;
  readonly offsets: readonly Offset[];
}

/** Where one can go from a moment. */
export async function goalsFrom(now: Date, { desk, settings, days, offsets }: Parts): Promise<Clock['to']> {
  const today = days.dayOf(now.toISOString());
  const tomorrow = addDays(today, 1);
  const { people, versions, wanted } = await desk.remembered();
  const remindsOn = (day: string): boolean => {
    const at = new Date(instantAt(day, '08:00', offsets)).toISOString();
    return planOf(wanted(), { people, audiences: desk.audiences, versions, days, ladder: settings.reminders, now: at }).messages.length > 0;
  };
  let reminders: string | undefined;
  for (let i = 0, day = tomorrow; reminders === undefined && i < farthest; i += 1, day = addDays(day, 1)) {
    if (days.isSchoolDay(day) && remindsOn(day)) reminders = day;
  }
  let audit = tomorrow;
  while (weekdayOf(audit) !== 2) audit = addDays(audit, 1);
  const on: { readonly [G in ClockGoal]: string | undefined } = {
    morning: days.nextSchoolDay(tomorrow),
    week: addDays(today, 7),
    audit,
    reminders,
    renewal: days.nextSchoolDay(`${schoolYearOf(today) + 1}-09-01`)
  };
  return (Object.keys(on) as ClockGoal[]).flatMap(id => {
    const day = on[id];
    if (day === undefined) return [];
    const at = id === 'week' ? new Date(now.getTime() + 7 * 86_400_000) : new Date(instantAt(day, arrival, offsets));
    return [{ id, title: titles[id], at: at.toISOString(), words: wordsAt(at, offsets) }];
  });
}

/** What came of a move, in one sentence. */
export function summaryOf(counts: {
  readonly asked: number;
  readonly reminded: number;
  readonly escalated: number;
  readonly audits: number;
  /** Audits that the move went past. */
  readonly leftOut: number;
}): Text {
  const { asked, reminded, escalated, audits, leftOut } = counts;
  const said: readonly (readonly [count: number, en: string, cy: string])[] = [
    [asked, asked === 1 ? '1 person was asked' : `${asked} people were asked`, `gofynnwyd i ${asked} o bobl`],
    [reminded, reminded === 1 ? '1 reminder was sent' : `${reminded} reminders were sent`, `anfonwyd ${reminded} nodyn atgoffa`],
    [escalated, `${escalated} escalated`, `${escalated} wedi’u huwchgyfeirio`],
    [audits, audits === 1 ? '1 audit ran' : `${audits} audits ran`, `cynhaliwyd ${audits} archwiliad`],
    [leftOut, `${leftOut} earlier ones were left out`, `gadawyd ${leftOut} cynharach allan`]
  ];
  const some = said.filter(([count]) => count > 0);
  if (some.length === 0) return { en: 'Nothing fell due.', cy: 'Nid oedd dim i’w wneud.' };
  const joined = (i: 1 | 2): string => {
    const text = some.map(each => each[i]).join(', ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return { en: joined(1), cy: joined(2) };
}
