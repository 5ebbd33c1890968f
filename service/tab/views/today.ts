import type { Figure, Need, Today } from '../../../addin/tab/api.ts';
import { listTrouble } from '../../../bot/people-lists.ts';
import { teamOf } from '../../../bot/rights.ts';
import { policyTitle, readSchool, stateOf } from '../../../bot/signatures.ts';
import { addDays, dateIn, weekdayOf } from '../../../core/dates.ts';
import { clockWords } from '../../../core/incidents/clock.ts';
import { fill, type Locale, type Text } from '../../../core/locale.ts';
import { isOpen } from '../../../core/policies/asking.ts';
import { ofWords, toneOf } from '../../../core/report/words.ts';
import { linesOf } from '../../report-data.ts';
import { counted, emptyOf } from '../manner.ts';
import { type Asking, cellOf, type Tab } from '../tab.ts';

const words = {
  items: {
    one: { en: 'A confidential item waits for you', cy: 'Mae eitem gyfrinachol yn aros amdanoch' },
    more: { en: '{count} confidential items wait for you', cy: 'Mae {count} eitem gyfrinachol yn aros amdanoch' }
  },
  questions: {
    one: { en: 'A question waits for an answer', cy: 'Mae cwestiwn yn aros am ateb' },
    more: { en: '{count} questions wait for an answer', cy: 'Mae {count} cwestiwn yn aros am ateb' }
  },
  refusals: {
    one: { en: 'Somebody does not agree', cy: 'Mae rhywun yn anghytuno' },
    more: { en: '{count} people do not agree', cy: 'Mae {count} o bobl yn anghytuno' }
  },
  late: {
    one: { en: '1 of «{audience}» is late to sign «{policy}»', cy: 'Mae 1 o «{audience}» yn hwyr yn llofnodi «{policy}»' },
    more: { en: '{count} of «{audience}» are late to sign «{policy}»', cy: 'Mae {count} o «{audience}» yn hwyr yn llofnodi «{policy}»' }
  },
  team: {
    one: { en: '1 of your team is late to sign', cy: 'Mae 1 o’ch tîm yn hwyr yn llofnodi' },
    more: { en: '{count} of your team are late to sign', cy: 'Mae {count} o’ch tîm yn hwyr yn llofnodi' }
  },
  mine: {
    one: { en: 'There is something for you to sign', cy: 'Mae rhywbeth i chi ei lofnodi' },
    more: { en: 'There are {count} things for you to sign', cy: 'Mae {count} peth i chi eu llofnodi' }
  },
  failed: {
    one: { en: '1 message could not be sent', cy: 'Ni ellid anfon 1 neges' },
    more: { en: '{count} messages could not be sent', cy: 'Ni ellid anfon {count} neges' }
  },
  paused: {
    en: 'Sending stands still: nobody is asked or reminded',
    cy: 'Mae’r anfon wedi’i oedi: ni ofynnir i neb ac nid atgoffir neb'
  },
  wrong: {
    one: { en: 'The audit found 1 thing to put right', cy: 'Canfu’r archwiliad 1 peth i’w gywiro' },
    more: { en: 'The audit found {count} things to put right', cy: 'Canfu’r archwiliad {count} peth i’w cywiro' }
  },
  ends: {
    one: { en: 'An accepted risk ends soon or is over', cy: 'Mae risg a dderbyniwyd yn dod i ben yn fuan, neu wedi gwneud' },
    more: { en: '{count} accepted risks end soon or are over', cy: 'Mae {count} risg a dderbyniwyd yn dod i ben yn fuan, neu wedi gwneud' }
  },
  signed: { en: 'have signed', cy: 'wedi llofnodi' },
  lateFigure: { en: 'late', cy: 'yn hwyr' },
  wrongFigure: { en: 'settings to put right', cy: 'gosodiadau i’w cywiro' },
  greeting: { en: '{day}, {date}', cy: '{day}, {date}' },
  nothing: { en: 'Nothing needs you today', cy: 'Nid oes dim yn galw am eich sylw heddiw' },
  well: {
    en: 'When something does, it stands here, the most pressing first.',
    cy: 'Pan fydd rhywbeth, bydd i’w weld yma, y pethau mwyaf brys yn gyntaf.'
  }
} as const;

const weekdays: { readonly [L in Locale]: readonly string[] } = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  cy: ['Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn', 'Dydd Sul']
};

/** Days before an accepted risk ends from which on somebody is told. */
const soon = 14;

/** What needs somebody, the most pressing first, and how the school stands as far as they may see. */
export async function todayView(tab: Tab, asking: Asking): Promise<Today> {
  const { desk, incidents, auditing } = tab;
  const { person, locale } = asking;
  const needs: Need[] = [];
  const figures: Figure[] = [];
  const school = await readSchool(desk);
  const { today } = school;
  const says = (of: { readonly one: Text; readonly more: Text }, count: number): string => counted(of, count, locale);

  if (incidents && cellOf('see-incidents', asking) !== 'no') {
    const open = (await incidents.waiting(person.id)).filter(({ closed }) => !closed);
    for (const { clock, reference } of open)
      if (clock)
        needs.push({
          kind: 'clock',
          tone: clock.late ? 'bad' : 'warn',
          count: 1,
          says: clockWords(locale, clock, incidents.offsets),
          leads: `incidents/${reference}`
        });
    if (open.length > 0)
      needs.push({ kind: 'incident', tone: 'warn', count: open.length, says: says(words.items, open.length), leads: 'incidents' });
  }

  if (cellOf('answer', asking) !== 'no') {
    const tasks = await desk.tasks();
    const refusals = tasks.filter(({ of }) => of.entry.kind === 'declined').length;
    // Whoever is late stands below; a task of theirs is no question.
    const questions = tasks.filter(({ of: { entry } }) => entry.kind === 'signed' && entry.question !== undefined).length;
    if (questions > 0)
      needs.push({ kind: 'question', tone: 'warn', count: questions, says: says(words.questions, questions), leads: 'signatures' });
    if (refusals > 0)
      needs.push({ kind: 'refusal', tone: 'warn', count: refusals, says: says(words.refusals, refusals), leads: 'signatures' });
    const sending = await desk.sending?.();
    if (sending?.paused) needs.push({ kind: 'sending', tone: 'warn', count: 1, says: words.paused[locale], leads: 'settings' });
    if (sending && sending.failed > 0)
      needs.push({ kind: 'sending', tone: 'bad', count: sending.failed, says: says(words.failed, sending.failed), leads: 'signatures' });
    const list = await listTrouble(desk, locale);
    if (list !== undefined) needs.push({ kind: 'list', tone: 'warn', count: 1, says: list, leads: 'signatures' });
  }

  const cell = cellOf('see-signatures', asking);
  const wanted = school.wanted.filter(({ standing }) => standing !== 'left');
  const isLate = (each: (typeof wanted)[number]): boolean => stateOf(each, today) === 'late';
  if (cell === 'all' || cell === 'totals') {
    for (const { id, title } of desk.audiences)
      for (const policy of new Set(wanted.filter(({ audience }) => audience === id).map(each => each.policy))) {
        const count = wanted.filter(each => each.audience === id && each.policy === policy && isLate(each)).length;
        if (count === 0) continue;
        const named = { audience: title[locale], policy: policyTitle(policy, school.versions, locale) };
        needs.push({
          kind: 'late',
          tone: 'bad',
          count,
          says: fill(says(words.late, count), named),
          leads: `signatures/${policy}/${id}`
        });
      }
    if (wanted.length > 0) {
      const signed = wanted.filter(({ standing }) => standing === 'signed').length;
      const late = wanted.filter(isLate).length;
      figures.push(
        {
          id: 'signed',
          label: words.signed[locale],
          value: ofWords(signed, wanted.length, locale),
          tone: signed === wanted.length ? 'good' : 'plain',
          leads: 'signatures'
        },
        { id: 'late', label: words.lateFigure[locale], value: String(late), tone: late > 0 ? 'bad' : 'good', leads: 'signatures' }
      );
    }
  } else if (cell === 'team') {
    const team = new Set(teamOf(person, school.people).map(({ id }) => id));
    const count = new Set(wanted.filter(each => team.has(each.person) && isLate(each)).map(each => each.person)).size;
    if (count > 0) needs.push({ kind: 'late', tone: 'bad', count, says: says(words.team, count), leads: 'signatures' });
  }

  if (auditing && cellOf('see-audits', asking) !== 'no') {
    const last = await auditing.audits.last(auditing.tenants);
    const { accepted } = await tab.settings.audits();
    const tones = last.flatMap(each => linesOf(each, accepted, today)).map(({ result }) => toneOf(result));
    const wrong = tones.filter(tone => tone === 'bad' || tone === 'warn').length;
    if (wrong > 0) needs.push({ kind: 'audit', tone: 'bad', count: wrong, says: says(words.wrong, wrong), leads: 'audits' });
    if (last.length > 0)
      figures.push({
        id: 'wrong',
        label: words.wrongFigure[locale],
        value: String(wrong),
        tone: wrong > 0 ? 'bad' : 'good',
        leads: 'audits'
      });
    const ending = accepted.filter(({ until }) => until <= addDays(today, soon));
    const [first] = ending;
    if (first && cellOf('accept-risk', asking) !== 'no')
      needs.push({
        kind: 'risk',
        tone: 'warn',
        count: ending.length,
        says: says(words.ends, ending.length),
        leads: `audits/${first.check}`
      });
  }

  for (const view of ['approvals', 'registers'] as const) {
    const waiting = cellOf(`see-${view}`, asking) === 'no' ? undefined : await tab.sources[view]?.waiting?.(asking);
    if (waiting && waiting.count > 0)
      needs.push({
        kind: view === 'approvals' ? 'approval' : 'register',
        tone: 'warn',
        count: waiting.count,
        says: waiting.says,
        leads: view
      });
  }

  const own = wanted.filter(each => each.person === person.id && isOpen(each)).length;
  if (own > 0) needs.push({ kind: 'sign', tone: 'warn', count: own, says: says(words.mine, own), leads: `${tab.origin}/sign` });

  return {
    greeting: fill(words.greeting[locale], { day: weekdays[locale][weekdayOf(today) - 1]!, date: dateIn(locale, today) }),
    needs,
    figures,
    ...(needs.length === 0 && { empty: emptyOf(words.nothing, words.well, locale) })
  };
}
