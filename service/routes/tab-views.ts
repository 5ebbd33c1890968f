import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod';
import type { Session, View } from '../../addin/tab/api.ts';
import { dateAt } from '../../bot/when.ts';
import { standings } from '../../core/policies/standing.ts';
import type { Changes } from '../tab/changes.ts';
import { actionsOf, viewsOf } from '../tab/rights.ts';
import type { Asking, Tab } from '../tab/tab.ts';
import { auditsView } from '../tab/views/audits.ts';
import { clausesView } from '../tab/views/clauses.ts';
import { incidentsView } from '../tab/views/incidents.ts';
import { mailView } from '../tab/views/mail.ts';
import { settingsView } from '../tab/views/settings.ts';
import { peoplePage, signaturesView } from '../tab/views/signatures.ts';
import { tablesView } from '../tab/views/tables.ts';
import { todayView } from '../tab/views/today.ts';
import { atTabIn, given, may, secretOf } from './tab-guard.ts';
import { tabProblem } from './tab-words.ts';

const short = z.string().max(100);

/** Which people are meant: by policy, audience, standing and part of a name. */
export const among = z.strictObject({
  policy: short.optional(),
  audience: short.optional(),
  states: z.array(z.enum(standings)).max(standings.length).optional(),
  search: short.optional()
});
const search = among.extend({
  sort: z.enum(['name', 'due', 'state']).optional(),
  page: z.int().min(0).max(100_000),
  size: z.int().min(1).max(200)
});

const made: { readonly [V in View]: (tab: Tab, asking: Asking) => Promise<object> } = {
  today: todayView,
  signatures: signaturesView,
  audits: auditsView,
  mail: mailView,
  incidents: incidentsView,
  approvals: (tab, asking) => tablesView(tab, asking, 'approvals'),
  registers: (tab, asking) => tablesView(tab, asking, 'registers'),
  clauses: clausesView,
  settings: settingsView
};

/** What is shown: each view for whoever may open it, and word of what has changed. */
export function tabViewRoutes(tab: Tab, at: RequestHandler, changes: Changes, log: (line: string) => void): Router {
  const { desk } = tab;
  const routes = Router();

  routes.get('/tab/api/session', at, (_request, response) => {
    const { person, roles, sitting } = atTabIn(response);
    const { config } = tab.school;
    const now = desk.now().toISOString();
    const session: Session = {
      person: { name: person.name, initials: initialsOf(person.name) },
      school: { name: desk.school.name, timezone: desk.school.timezone, languages: config.school.languages },
      roles,
      views: viewsOf(roles),
      actions: actionsOf(roles),
      language: person.language,
      csrf: sitting.csrf,
      now,
      today: dateAt(desk.school.timezone, now),
      readOnly: tab.readOnly,
      ends: { idle: sitting.idleAt.toISOString(), latest: sitting.endsAt.toISOString() },
      by: sitting.by
    };
    response.json(session);
  });

  for (const [view, make] of Object.entries(made) as [View, (typeof made)[View]][]) {
    routes.get(`/tab/api/${view}`, at, may(tab, `see-${view}`, log), async (request, response) => {
      answered(request, response, await make(tab, atTabIn(response)));
    });
  }

  routes.post('/tab/api/signatures/people', at, may(tab, 'list-people', log), async (request, response) => {
    const asked = given(search, request, response);
    if (asked) response.json(await peoplePage(tab, atTabIn(response), asked));
  });

  routes.get('/tab/api/changes', at, (request, response) => {
    const secret = secretOf(request, tab);
    const stop = changes.listen(
      revision => void response.write(`event: revision\ndata: ${JSON.stringify({ revision: hashed(revision) })}\n\n`),
      async () => (await tab.sittings.find(secret, false)) !== undefined,
      () => void response.end('event: ended\ndata: {}\n\n')
    );
    if (!stop) return tabProblem(request, response, 503, 'too-often');
    response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' }).flushHeaders();
    response.on('close', stop);
  });

  return routes;
}

/** Answers with what is shown, or that it is what the page knows already. */
function answered(request: Request, response: Response, shown: object): void {
  const text = JSON.stringify(shown);
  const etag = `"${hashed(text)}"`;
  response.set('ETag', etag);
  // A browser whose page asks so adds «no-cache», for which Express would send everything again.
  if (request.get('If-None-Match') === etag) return void response.status(304).end();
  response.type('application/json').send(text);
}

/** Says that something has changed without saying what. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function initialsOf(name: string): string {
  const words = name.split(/[\s@]+/).filter(word => word !== '');
  return [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map(word => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
