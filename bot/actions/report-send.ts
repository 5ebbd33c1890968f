import * as z from 'zod';
import { isDay } from '../../core/dates.ts';
import { categories, refusalWords, type Report, subjects } from '../../core/incidents/incident.ts';
import { reported } from '../cards/reported.ts';
import { reportForm } from '../cards/report-form.ts';
import { reportingDay, withoutReports } from '../reporting.ts';
import type { Action } from '../turn.ts';
import { language } from './chat-shapes.ts';
import { tick, typed } from './shapes.ts';

const pressed = z.strictObject({
  category: z.enum(categories),
  once: z.uuid(),
  in: language,
  what: typed,
  day: z.string().max(20).optional(),
  time: typed,
  device: typed,
  about: typed,
  head: tick.optional(),
  coordinator: tick.optional(),
  chair: tick.optional(),
  'data-protection-officer': tick.optional(),
  personal: tick.optional()
});

/** Takes a report, and answers with its reference alone. */
export const reportSent: Action<z.output<typeof pressed>> = {
  id: 'report-send',
  read: data => pressed.safeParse(data).data,
  run: async ({ person, incidents }, given) => {
    const { category, once, in: locale, what = '', day = '', time = '', device = '', about = '', personal = false } = given;
    if (!incidents) return { card: withoutReports(locale) };
    const report: Report = {
      category,
      day,
      ...(time === '' ? {} : { time }),
      what,
      ...(about === '' ? {} : { about }),
      aboutRoles: subjects.filter(subject => given[subject] === true),
      ...(device === '' ? {} : { device }),
      personal
    };
    const taken = await incidents.report(report, person.id, once);
    if ('done' in taken) return { card: reported({ ...taken.done, category, outside: incidents.outside }, locale) };
    return {
      passing: true,
      card: reportForm({ category, once, today: reportingDay(incidents), lead: incidents.lead }, locale, {
        attention: refusalWords[taken.refused][locale],
        typed: { ...report, ...(isDay(day) ? {} : { day: reportingDay(incidents) }) }
      })
    };
  }
};
