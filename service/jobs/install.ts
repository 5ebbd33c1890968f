import { worldwide } from '../../bot/places.ts';
import type { Conversations } from '../../bot/conversation.ts';
import { isOpen } from '../../core/policies/asking.ts';
import type { Unanswered, Way } from '../../graph/http.ts';
import { catalogueId, chatOf, installationFor, installFor } from '../../graph/microsoft/teams-app.ts';
import type { SchoolDesk } from '../desk.ts';
import type { SendingReason } from '../sending-reasons.ts';
import type { Installations } from '../store/installations.ts';
import type { Job } from './jobs.ts';

/** What installing works with. */
export interface InstallParts {
  readonly desk: Pick<SchoolDesk, 'remembered' | 'now' | 'channelOf'>;
  readonly installations: Installations;
  readonly conversations: Pick<Conversations, 'keep'>;
  /** The way to Graph in the name of the bot's registration. */
  readonly way: () => Promise<Way>;
  /** The bot's registration. */
  readonly appId: string;
  readonly tenantId: string;
  /** The app's id in its own manifest. */
  readonly externalId: string;
  readonly stop: AbortSignal;
  /** People for one night, at most; 300 where it is left out. */
  readonly most?: number;
}

/** What a night brought, in people. */
export interface Installing {
  readonly installed: number;
  /** It was there already. */
  readonly there: number;
  /** They took it off, as far as can be seen: they get mail, and it is not installed again. */
  readonly gone: number;
  /** Microsoft refuses it for them: they get mail, and it is tried again after a week. */
  readonly refused: number;
  /** Whose chat is not there yet. */
  readonly chatless: number;
  readonly left: number;
  /** Why it was broken off. */
  readonly because?: 'no-catalogue' | 'not-in-catalogue' | 'no-right' | 'refused-for-all' | 'unreachable';
}

/** Milliseconds after which it is tried again for whom it was refused. */
const patience = 7 * 24 * 60 * 60 * 1000;

/** Refusals one after another, where nobody ever got it, after which it is no longer about the person. */
const enough = 5;

/** Installs the app in Teams at night for whoever is to be asked there and was never in a chat with the bot. */
export function installJob(parts: InstallParts): Job {
  return {
    name: 'install',
    cron: '30 4 * * *',
    run: async () => saidOf(await installTonight(parts))
  };
}

/**
 * Installs the app in Teams for people who have something to sign and were never in a chat with the bot, and keeps the chat that this brings: what Teams
 * tells the bot then may come twice or never. What is about to be done is written down first; broken off, it goes on the next time by looking what is there.
 * Nobody gets it a second time who took it off.
 */
export async function installTonight({
  desk,
  installations,
  conversations,
  way: wayTo,
  appId,
  tenantId,
  externalId,
  stop,
  most = 300
}: InstallParts): Promise<Installing> {
  const count = { installed: 0, there: 0, gone: 0, refused: 0, chatless: 0 };
  const { people, wanted } = await desk.remembered();
  const asked = people.flatMap(person => {
    const { id, entraId } = person;
    return entraId !== undefined && desk.channelOf(person) === 'teams' && wanted(id).some(each => each.standing === 'due' || isOpen(each))
      ? [entraId]
      : [];
  });
  const due = await installations.due(asked, new Date(desk.now().getTime() - patience));
  const tonight = due.slice(0, most);
  let at = 0;
  const ended = (because?: Installing['because']): Installing => ({ ...count, left: due.length - at, ...(because && { because }) });
  if (tonight.length === 0) return ended();

  const way = await wayTo();
  const app = await catalogueId(way, externalId);
  if ('unread' in app) return ended(app.unread === 'unreachable' ? 'unreachable' : 'no-catalogue');
  if (app.id === undefined) return ended('not-in-catalogue');
  const { id: known } = app;
  let proven = await installations.proven();
  const doubtful: (readonly [entraId: string, reason: SendingReason])[] = [];

  /** What is there for somebody; nothing where they do not have it. */
  async function standing(entraId: string): Promise<{ readonly installation: string | undefined } | 'forbidden' | 'unreachable'> {
    const found = await installationFor(way, entraId, known);
    if (!('unread' in found)) return { installation: found.id };
    return found.unread === 'unreachable' ? 'unreachable' : found.status === 404 ? { installation: undefined } : 'forbidden';
  }

  /** Keeps the chat, where it is there. Whether it could be asked. */
  async function kept(entraId: string, installation: string): Promise<boolean> {
    const chat = await chatOf(way, entraId, installation);
    if ('unread' in chat && chat.unread === 'unreachable') return false;
    if ('unread' in chat || chat.id === undefined) count.chatless += 1;
    // What Teams told the bot meanwhile is better: it knows where the chat's connector is.
    else if (!(await installations.hasChat(entraId)))
      await conversations.keep({ id: chat.id, tenantId, serviceUrl: worldwide, botId: `28:${appId}`, entraId });
    return true;
  }

  for (const { entraId, state } of tonight) {
    if (stop.aborted) break;
    if (state === 'begun' || state === 'installed') {
      const seen = await standing(entraId);
      if (seen === 'unreachable') return ended('unreachable');
      if (seen === 'forbidden') return ended('no-right');
      if (seen.installation === undefined && state === 'installed') {
        await installations.became(entraId, 'gone');
        count.gone += 1;
        at += 1;
        continue;
      }
      if (seen.installation !== undefined) {
        await installations.became(entraId, 'installed');
        proven = true;
        if (!(await kept(entraId, seen.installation))) return ended('unreachable');
        count.there += 1;
        at += 1;
        continue;
      }
    }
    await installations.became(entraId, 'begun');
    const became = await installFor(way, entraId, known);
    if ('unread' in became) {
      const reason = reasonOf(became);
      if (reason === undefined) return ended('unreachable');
      if (reason === 'no-account') await installations.became(entraId, 'refused', reason);
      else {
        // The same status says that the right is missing, and that an administrator keeps this person from it.
        if (!proven && doubtful.length === 0 && (await standing(entraId)) === 'forbidden') return ended('no-right');
        doubtful.push([entraId, reason]);
        if (!proven && doubtful.length >= enough) return ended('refused-for-all');
      }
      count.refused += 1;
      at += 1;
      continue;
    }
    await installations.became(entraId, 'installed');
    proven = true;
    count[became.done === 'there' ? 'there' : 'installed'] += 1;
    at += 1;
    const seen = await standing(entraId);
    if (typeof seen === 'string') return ended(seen === 'forbidden' ? 'no-right' : 'unreachable');
    if (seen.installation === undefined) count.chatless += 1;
    else if (!(await kept(entraId, seen.installation))) return ended('unreachable');
  }
  if (proven) for (const [entraId, reason] of doubtful) await installations.became(entraId, 'refused', reason);
  return ended();
}

/** What is wrong for one person; nothing where it says nothing of them. */
function reasonOf({ unread, status }: Unanswered): SendingReason | undefined {
  switch (unread) {
    case 'forbidden':
      return 'switched-off';
    case 'unlicensed':
    case 'unsupported':
      return 'no-account';
    case 'unreachable':
      return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'refused' : undefined;
  }
}

const becauses: { readonly [B in NonNullable<Installing['because']>]: string } = {
  'no-catalogue': 'the bot’s registration may not read the catalogue (AppCatalog.Read.All); «beadle doctor» tries it',
  'not-in-catalogue': 'the app is not in the school’s catalogue: have an administrator hand in what «beadle manifests» writes for Teams',
  'no-right': 'the bot’s registration may not install (TeamsAppInstallation.ReadWriteSelfForUser.All); «beadle doctor» tries it',
  'refused-for-all':
    'Microsoft refuses it for everybody: look in the Teams admin centre whether the app is allowed, and whether its newest package, in which the bot’s registration stands as «webApplicationInfo», was handed in',
  unreachable: 'Microsoft could not be reached'
};

/** In counts, without a name; nothing where nothing was to be done. */
export function saidOf({ installed, there, gone, refused, chatless, left, because }: Installing): string | undefined {
  const counts = [
    [installed, 'installed'],
    [there, 'had it already'],
    [gone, 'took it off and get mail'],
    [refused, 'cannot have it and get mail'],
    [chatless, 'whose chat is not there yet'],
    [left, 'left for the next night']
  ] as const;
  const said = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  if (said.length === 0 && !because) return undefined;
  return `The app in Teams: ${said.join(', ')}.${because ? ` BROKEN OFF: ${becauses[because]}.` : ''}`;
}
