import * as z from 'zod';
import type { Request, Unanswered, Way } from '../http.ts';
import { graph } from './manner.ts';

const listed = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const one = z.object({ id: z.string().min(1) });

/** Something that was looked for; `undefined`: it is not there. */
export type Found = { readonly id: string | undefined } | Unanswered;

/** What became of installing: it is there now, and was or was not before; or why not. */
export type Installed = { readonly done: 'installed' | 'there' } | Unanswered;

const unreadable: Unanswered = { unread: 'unreachable', code: 'no-json' };

/** Asks for the app in the school's catalogue that has this id in its own manifest. */
export function inCatalogue(externalId: string): Request {
  return graph('teams', '/appCatalogs/teamsApps', { $filter: `externalId eq '${externalId}'` });
}

/** The catalogue's own id of an app, by the id in its manifest. Needs `AppCatalog.Read.All`. */
export async function catalogueId(way: Pick<Way, 'ask'>, externalId: string): Promise<Found> {
  return firstOf(await way.ask(inCatalogue(externalId)));
}

/** Installs an app for one person. Doing it again changes nothing. Needs `TeamsAppInstallation.ReadWriteSelfForUser.All`. */
export async function installFor(way: Pick<Way, 'ask'>, entraId: string, app: string): Promise<Installed> {
  const { url } = graph('installs', installedApps(entraId));
  const { url: bind } = graph('teams', `/appCatalogs/teamsApps/${encodeURIComponent(app)}`);
  const answer = await way.ask({ method: 'POST', bucket: 'installs', url, body: { 'teamsApp@odata.bind': bind } });
  if (!('unread' in answer)) return { done: 'installed' };
  // Microsoft's word for «it is there already».
  return answer.status === 409 ? { done: 'there' } : answer;
}

/** The installation of an app for one person. */
export async function installationFor(way: Pick<Way, 'ask'>, entraId: string, app: string): Promise<Found> {
  return firstOf(await way.ask(graph('teams', installedApps(entraId), { $expand: 'teamsApp', $filter: `teamsApp/id eq '${app}'` })));
}

/** The chat of one person with the bot of an installed app. */
export async function chatOf(way: Pick<Way, 'ask'>, entraId: string, installation: string): Promise<Found> {
  const answer = await way.ask(graph('teams', `${installedApps(entraId)}/${encodeURIComponent(installation)}/chat`));
  if ('unread' in answer) return answer.status === 404 ? { id: undefined } : answer;
  const read = one.safeParse(answer.body).data;
  return read ? { id: read.id } : unreadable;
}

function installedApps(entraId: string): string {
  return `/users/${encodeURIComponent(entraId)}/teamwork/installedApps`;
}

function firstOf(answer: Awaited<ReturnType<Way['ask']>>): Found {
  if ('unread' in answer) return answer;
  const read = listed.safeParse(answer.body).data;
  return read ? { id: read.value[0]?.id } : unreadable;
}
