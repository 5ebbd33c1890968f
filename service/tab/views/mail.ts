import { join } from 'node:path';
import type { Mail } from '../../../addin/tab/api.ts';
import { dateAt } from '../../../bot/when.ts';
import { addDays, shortDateIn, weekdayOf } from '../../../core/dates.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { schoolYearOf } from '../../../core/policies/school-days.ts';
import { keptOf } from '../../outlook.ts';
import { folderOf } from '../../signatures.ts';
import { journalIn } from '../../store/journal.ts';
import { sentIn } from '../../store/sent.ts';
import { emptyOf } from '../manner.ts';
import type { Asking, Tab } from '../tab.ts';

const words = {
  none: { en: 'Nothing is known of mail', cy: 'Ni wyddys dim am bost' },
  how: {
    en: 'Once the add-in for Outlook is in use, you see here how often each rule spoke. Its words and its people are not kept.',
    cy: 'Unwaith y bydd yr ategyn ar gyfer Outlook ar waith, gwelwch yma pa mor aml y siaradodd pob rheol. Ni chedwir ei geiriau na phwy oedd y bobl.'
  },
  quiet: { en: 'No rule has spoken since 1 September', cy: 'Nid oes rheol wedi siarad ers 1 Medi' },
  well: {
    en: 'Either all mail was well, or no device has told of it yet.',
    cy: 'Naill ai roedd pob neges yn iawn, neu nid oes dyfais wedi dweud amdani eto.'
  },
  counts: {
    en: 'How often staff were told something while they wrote, counted by rule. By person it cannot be told, whatever an assessment allows: a record bears a name that nobody can resolve and that changes by the month.',
    cy: 'Pa mor aml y dywedwyd rhywbeth wrth staff wrth iddynt ysgrifennu, wedi’i gyfrif fesul rheol. Ni ellir ei ddweud fesul person, beth bynnag a ganiateir gan asesiad: mae cofnod yn dwyn enw na all neb ei ddatrys ac sy’n newid bob mis.'
  }
} as const;

/** How often each mail rule spoke since 1 September, and in which week. Never by whom. */
export async function mailView(tab: Tab, { locale }: Asking): Promise<Mail> {
  const { school, cwd, desk } = tab;
  const { config } = school;
  const today = dateAt(desk.school.timezone, desk.now().toISOString());
  const since = `${schoolYearOf(today)}-09-01`;
  const monday = (day: string): string => addDays(day, 1 - weekdayOf(day));
  const weeks: string[] = [];
  for (let week = monday(since); week <= today; week = addDays(week, 7)) weeks.push(week);
  const warned = new Map<string, number[]>();
  const gone = new Map<string, number>();
  if (school.file !== undefined && config.outlook) {
    for await (const { at, findings } of keptOf(school, cwd).records.all()) {
      const day = dateAt(desk.school.timezone, at);
      if (day < since || day > today) continue;
      const index = weeks.indexOf(monday(day));
      for (const { rule } of findings) {
        const counts = warned.get(rule) ?? weeks.map(() => 0);
        counts[index] = (counts[index] ?? 0) + 1;
        warned.set(rule, counts);
      }
    }
  }
  if (config.sent) {
    for await (const { day, rules: seen, went } of sentIn(journalIn(join(folderOf(school, cwd), 'data'))).all()) {
      if (day >= since && went === 'sent') for (const rule of seen) gone.set(rule, (gone.get(rule) ?? 0) + 1);
    }
  }
  const found = rules.flatMap(({ id, title }) => {
    const counts = warned.get(id);
    if (!counts && !gone.has(id)) return [];
    const each = counts ?? weeks.map(() => 0);
    return [
      {
        rule: id,
        title: title[locale],
        url: `${locale === 'en' ? '' : `/${locale}`}/rules/${id}`,
        warned: each.reduce((sum, count) => sum + count, 0),
        ...(config.sent && { sent: gone.get(id) ?? 0 }),
        weeks: each
      }
    ];
  });
  const known = config.outlook ?? config.sent;
  return {
    since,
    rules: found.sort((a, b) => b.warned - a.warned),
    weeks: weeks.map((on, i) => ({
      on,
      label: shortDateIn(locale, on),
      warned: found.reduce((sum, rule) => sum + (rule.weeks[i] ?? 0), 0)
    })),
    byPerson: false,
    says: words.counts[locale],
    ...(found.length === 0 && { empty: known ? emptyOf(words.quiet, words.well, locale) : emptyOf(words.none, words.how, locale) })
  };
}
