import * as z from 'zod';
import type { Arrived } from './teams-carrier.ts';

const messages = z.object({
  value: z.array(z.object({ id: z.string(), attachments: z.array(z.object({ content: z.string().nullish() })).nullish() }))
});

/** Asks Microsoft Graph; nothing where no answer came. */
export type AskGraph = (url: string) => Promise<{ readonly status: number; readonly body: unknown } | undefined>;

/**
 * Looks by Microsoft Graph whether a card stands in somebody's chat with the bot: its buttons carry the id of its sending. It asks for the last 50 messages
 * of that chat, with the application permission `Chat.Read.WhereInstalled` (or `Chat.Read.All`, which reads every chat and is not needed); where it was not
 * given, Graph answers 403 and nobody may look. The name of a chat between one person and a bot, `19:<person>_<application>@unq.gbl.spaces`, is how Graph
 * writes it; neither this nor that Graph gives the data of a card's buttons back has been tried on a real tenant.
 */
export function arrivedByGraph(ask: AskGraph, appId: string, graph = 'https://graph.microsoft.com/v1.0'): Arrived {
  return async (person, sendingId) => {
    const chat = encodeURIComponent(`19:${person.entraId}_${appId}@unq.gbl.spaces`);
    const answer = await ask(`${graph}/chats/${chat}/messages?$top=50`);
    if (!answer) return { kind: 'later' };
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) return { kind: 'hidden' };
    const read = answer.status === 200 ? messages.safeParse(answer.body) : undefined;
    if (!read?.success) return { kind: 'later' };
    const found = read.data.value.find(({ attachments }) => attachments?.some(({ content }) => content?.includes(sendingId)));
    return found ? { kind: 'there', activity: found.id } : { kind: 'not-there' };
  };
}
