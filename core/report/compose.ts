import { dateIn } from '../dates.ts';
import { fill, type Locale } from '../locale.ts';
import type { Reader, Report, ReportData, Section } from './report.ts';
import { sections as every } from './sections/index.ts';

const words = {
  title: { en: 'Acceptable use at {school}', cy: 'Defnydd derbyniol yn {school}' },
  readers: {
    it: { en: 'Report for IT support, {date}', cy: 'Adroddiad i gymorth TG, {date}' },
    coordinator: { en: 'Report for the e-safety coordinator, {date}', cy: 'Adroddiad i’r cydlynydd e-ddiogelwch, {date}' },
    head: { en: 'Report for the headteacher, {date}', cy: 'Adroddiad i’r pennaeth, {date}' },
    governors: { en: 'Report for the governors, {date}', cy: 'Adroddiad i’r llywodraethwyr, {date}' }
  }
} as const;

/** The report of one reader: the sections that are theirs and have something to say. */
export function compose(data: ReportData, reader: Reader, locale: Locale, sections: readonly Section[] = every): Report {
  const own = sections.filter(({ readers }) => readers.indexOf(reader) >= 0);
  return {
    locale,
    reader,
    title: fill(words.title[locale], { school: data.school }),
    subtitle: fill(words.readers[reader][locale], { date: dateIn(locale, data.on) }),
    sections: own
      .map(({ id, title, make }) => ({ id, title: title[locale], blocks: make(data, locale, reader) }))
      .filter(({ blocks }) => blocks.length > 0)
  };
}
