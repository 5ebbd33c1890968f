import { Router } from 'express';
import * as z from 'zod';
import type { Reported, Reporting } from '../../addin/outlook/reports.ts';
import { dayAt } from '../../core/dates.ts';
import type { IncidentDesk } from '../../core/incidents/desk.ts';
import { longest, mailCategories, refusalWords, type Report, subjects } from '../../core/incidents/incident.ts';
import { type Locale, locales, type Text } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Person } from '../../core/policies/person.ts';
import type { Tokens, User } from '../tokens.ts';
import { problem } from './problem.ts';
import { readsJson, sentAs, unreadable } from './sent.ts';
import { signedIn, userOf } from './signed-in.ts';

/** What these routes need of the world. */
export interface OutlookReports {
  readonly incidents: IncidentDesk;
  readonly tokens: Tokens;
  /** Who this is at the school, if anybody. */
  readonly personOf: (user: User) => Promise<Person | undefined>;
  readonly people: () => Promise<readonly Person[]>;
  readonly now: () => Date;
}

const line = z.string().max(320);
const shape = z.discriminatedUnion('kind', [
  // Of a worry about a child no word is taken.
  z.strictObject({ kind: z.literal('child') }),
  z.strictObject({
    kind: z.enum(mailCategories),
    once: z.uuid(),
    note: z.string().max(3000),
    about: z.string().max(longest.about),
    aboutRoles: z.array(z.enum(subjects)).max(subjects.length),
    personal: z.boolean(),
    language: z.enum(locales),
    sender: z.strictObject({ name: line, address: line }).optional(),
    subject: line.optional()
  })
]);
type Sent = Extract<z.output<typeof shape>, { note: string }>;

const words = {
  sender: { en: 'From', cy: 'Oddi wrth' },
  subject: { en: 'Subject', cy: 'Pwnc' }
} satisfies { readonly [name: string]: Text };

/**
 * `POST /outlook/api/reports` takes a report of one mail that somebody received: never its text, and its sender and subject only where that person ticked
 * them. `GET` says whom to speak to. Whoever the school does not know is told so, and nothing is taken.
 */
export function reportRoutes({ incidents, tokens, personOf, people, now }: OutlookReports, log: (line: string) => void): Router {
  const routes = Router();
  const path = '/outlook/api/reports';
  const { lead, outside } = incidents;

  routes.get(path, signedIn({ tokens, now }, log), async (_request, response) => {
    const known = (await personOf(userOf(response))) !== undefined;
    response.set({ 'Cache-Control': 'no-store', Vary: 'Authorization' }).json({ known, lead, outside } satisfies Reporting);
  });

  routes.post(path, signedIn({ tokens, now }, log), readsJson(), async (request, response) => {
    const sent = sentAs(shape, request);
    if ('wrong' in sent) return problem(response, 400, sent.wrong, { reason: 'wrong-shape' });
    response.set('Cache-Control', 'no-store');
    const answer = (reported: Reported): void => void response.json(reported);
    const given = sent.value;
    // Whoever worries about a child is told whom to speak to, known or not.
    if (given.kind === 'child') return answer({ reference: await incidents.referred(), routed: true });
    const person = await personOf(userOf(response));
    // Answered with 200: the page shows the sentence beside what was typed.
    if (!person) return answer({ unknown: true });
    const taken = await incidents.report(reportOf(given, await people()), person.id, given.once);
    answer('done' in taken ? taken.done : { refused: refusalWords[taken.refused][given.language] });
  });

  function reportOf({ kind, note, about, aboutRoles, personal, language, sender, subject }: Sent, all: readonly Person[]): Report {
    const meant = [about.trim(), sender ? nameAt(sender.address, all) : ''].filter(each => each !== '').join('; ');
    const what = note.trim();
    return {
      category: kind,
      day: dayAt(incidents.now().toISOString(), incidents.offsets),
      what: what === '' ? '' : [what, ...linesOf(sender, subject, language)].join('\n'),
      ...(meant === '' ? {} : { about: meant.slice(0, longest.about) }),
      aboutRoles,
      personal
    };
  }

  routes.all(path, (_request, response) => {
    response.set('Allow', 'GET, POST');
    problem(response, 405, 'Here only GET and POST are answered.', { reason: 'wrong-method' });
  });
  routes.use(path, unreadable);
  return routes;
}

/** The name of whoever of the school has this address, so that a report of their mail passes them by. A name that the sender chose says nothing of who it is. */
function nameAt(address: string, all: readonly Person[]): string {
  const normal = normalAddress(address);
  return all.find(person => person.address !== undefined && normalAddress(person.address) === normal)?.name ?? '';
}

function linesOf(sender: Sent['sender'], subject: string | undefined, locale: Locale): readonly string[] {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return [
    ...(sender ? [`${words.sender[locale]}: ${oneLine(sender.name)} <${oneLine(sender.address)}>`] : []),
    ...(subject === undefined ? [] : [`${words.subject[locale]}: ${oneLine(subject)}`])
  ];
}
