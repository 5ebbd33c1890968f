import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { categories, type Category } from '../../core/incidents/incident.ts';
import { reportChoose } from '../cards/report-choose.ts';
import { safeguarded } from '../cards/reported.ts';
import { reportForm } from '../cards/report-form.ts';
import { reportingDay, withoutReports } from '../reporting.ts';
import type { Action, Turn, Card } from '../turn.ts';
import { language } from './chat-shapes.ts';

const pressed = z.strictObject({ category: z.enum([...categories, 'child']).optional(), in: language });

/** Leads to the form of what was chosen; from a worry about a child to somebody who can be spoken to; without a choice back to all of them. */
export const reportChosen: Action<z.output<typeof pressed>> = {
  id: 'report-choose',
  // Typed words of a form do not come along: of «something else» they may be about a child.
  read: data => pressed.safeParse(onlyKnown(data)).data,
  run: async (turn, { category, in: locale }) => ({ card: await cardFor({ ...turn, locale }, category) })
};

async function cardFor({ incidents, locale }: Turn, category: Category | 'child' | undefined): Promise<Card> {
  if (!incidents) return withoutReports(locale);
  if (category === undefined) return reportChoose(locale);
  if (category === 'child') return safeguarded({ lead: incidents.lead, reference: await incidents.referred() }, locale);
  return formFor({ incidents, locale }, category);
}

/** A fresh form. */
export function formFor({ incidents, locale }: Required<Pick<Turn, 'incidents' | 'locale'>>, category: Category): Card {
  return reportForm({ category, once: randomUUID(), today: reportingDay(incidents), lead: incidents.lead }, locale);
}

function onlyKnown(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const { category, in: locale } = data as { readonly category?: unknown; readonly in?: unknown };
  return { ...(category === undefined ? {} : { category }), in: locale };
}
