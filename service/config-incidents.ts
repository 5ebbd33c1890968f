import * as z from 'zod';
import { defaultHours } from '../core/incidents/hours.ts';
import { categories } from '../core/incidents/incident.ts';
import { defaultRoutes, posts, type Routes } from '../core/incidents/routing.ts';
import { safeguarding } from '../core/incidents/safeguarding.ts';
import { locales, type Locale, type Text } from '../core/locale.ts';
import { address, addresses, clock, day, text } from './config-fields.ts';

const words = z.strictObject({
  en: text('a text', 'Ms Example, extension 12').optional(),
  cy: text('a text', 'Ms Example, estyniad 12').optional()
});

const route = z.strictObject({
  to: z
    .array(z.enum(posts))
    .min(1, { error: 'needs at least one post: [coordinator].' })
    .meta({ description: 'The first of these who can be reached deals with it.' }),
  also: z.array(z.enum(posts)).default([]).meta({ description: 'These are told besides.' })
});

/** What `beadle.yaml` says of reports. */
export const incidents = z
  .strictObject({
    lead: words.optional().meta({ description: 'The designated safeguarding lead and how to reach them, in each language of the school.' }),
    outside: words.optional().meta({ description: 'Whom outside the school to turn to where nobody in it may have a report.' }),
    routes: z.partialRecord(z.enum(categories), route).default({}).meta({
      description:
        'To whom the reports of a category go. About the head they always go to the chair of governors, about the coordinator to the head.'
    }),
    deputies: z
      .partialRecord(z.enum(posts), addresses('Who stands in for a post, in order.'))
      .default({})
      .meta({ description: 'The addresses of those who stand in while nobody who holds a post is there.' }),
    away: z
      .array(z.strictObject({ who: address, from: day, until: day }))
      .default([])
      .meta({ description: 'Who is away, from the first day to the last.' }),
    hours: z
      .strictObject({
        from: clock.default(defaultHours.from),
        until: clock.default(defaultHours.until),
        atOnce: z
          .array(z.enum(categories))
          .default([...defaultHours.atOnce])
          .meta({ description: 'What is announced outside these hours as well; what the 72 hours run for always is.' })
      })
      .prefault({})
      .meta({ description: 'When whoever deals with reports is told of one, on school days.' }),
    retention: z.int().min(1).max(50).default(6).meta({ description: 'Years for which a report is kept after it was closed.' })
  })
  .meta({ description: 'Reports of what went wrong: who gets them, and when.' });

/** What `beadle.yaml` says of reports, with the defaults filled in. */
export type IncidentSettings = z.output<typeof incidents>;

/** Where the reports of a school go: its own routes, and the usual ones for the rest. */
export function routesOf({ routes }: Pick<IncidentSettings, 'routes'>): Routes {
  return { ...defaultRoutes, ...routes } as Routes;
}

/** Whom to speak to about a child, and whom outside the school to turn to. */
export function spokenTo({ lead, outside }: Pick<IncidentSettings, 'lead' | 'outside'>): { readonly lead: Text; readonly outside: Text } {
  return { lead: whole(lead, safeguarding.lead), outside: whole(outside, authority) };
}

const authority: Text = {
  en: 'the local authority, or the trust that runs the school',
  cy: 'yr awdurdod lleol, neu’r ymddiriedolaeth sy’n rhedeg yr ysgol'
};

/** In a language that the school does not use the other words stand in. */
function whole(said: { readonly [L in Locale]?: string | undefined } | undefined, usual: Text): Text {
  const any = said && locales.map(locale => said[locale]).find(each => each !== undefined);
  return any === undefined ? usual : { en: said?.en ?? any, cy: said?.cy ?? any };
}
