import express, { Router } from 'express';
import type { Activity, Answered, Chat, Said } from '../../addin/demonstration/api.ts';
import type { Conversation } from '../../bot/conversation.ts';
import type { Keeping } from './kept.ts';
import { conversationOf, type Eyes } from './personas.ts';
import { registered } from './school.ts';

/** As what the bot without a registration speaks. */
const botId = '28:';
const cardType = 'application/vnd.microsoft.card.adaptive';

interface Message {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly summary?: unknown;
  readonly from?: { readonly id?: unknown };
  readonly conversation?: { readonly id?: unknown };
  readonly attachments?: readonly { readonly contentType?: unknown; readonly content?: unknown }[];
}

/** Where the bot finds the connector of the demonstration. */
export function connectorAt(origin: string): string {
  return `${origin}/demonstration/connector/`;
}

/** Somebody's chat, as the bot knows it once it was installed for them. */
export function chatOf(entraId: string, origin: string): Conversation {
  return {
    id: conversationOf(entraId),
    tenantId: registered.tenant,
    serviceUrl: connectorAt(origin),
    botId,
    entraId,
    teamsUserId: `29:${entraId}`
  };
}

/**
 * The connector that the bot speaks to: it takes what Teams takes, refuses what Teams refuses (an unknown chat, a card that is too large, a sender that is not
 * the bot) and shows it in the chat of the page.
 */
export function connectorRoutes({
  keeping,
  now,
  isKnown
}: {
  readonly keeping: Keeping;
  readonly now: () => Date;
  readonly isKnown: (conversation: string) => boolean;
}): Router {
  const routes = Router();
  const base = '/demonstration/connector/v3/conversations/:conversation/activities';
  const refused = (response: express.Response, status: number, code: string): void =>
    void response.status(status).json({ error: { code, message: code } });

  function put(conversation: string, message: Message, renews: string | undefined): string {
    const before = keeping.now.chats[conversation]?.find(({ activity }) => activity.id === renews)?.activity;
    const id = renews ?? `b${keeping.now.seq + 1}`;
    const activity: Activity = {
      type: 'message',
      id,
      timestamp: before?.timestamp ?? now().toISOString(),
      from: 'bot',
      ...(typeof message.text === 'string' ? { text: message.text } : {}),
      ...(typeof message.summary === 'string' ? { summary: message.summary } : {}),
      ...(message.attachments
        ? { attachments: message.attachments.map(({ content }) => ({ contentType: cardType, content: content as object })) }
        : {})
    };
    add(keeping, conversation, activity);
    if (renews === undefined) keeping.change(kept => void (kept.sent += 1));
    return id;
  }

  const taken =
    (status: number): express.RequestHandler =>
    (request, response) => {
      const conversation = String(request.params['conversation']);
      const renews = request.params['activity'] as string | undefined;
      const message = request.body as Message;
      if (!isKnown(conversation)) return refused(response, 404, 'ConversationNotFound');
      if (message?.type !== 'message' || message.conversation?.id !== conversation) return refused(response, 400, 'BadArgument');
      if (message.from?.id !== botId) return refused(response, 403, 'ForbiddenOperationException');
      const { text, attachments = [] } = message;
      if ((typeof text !== 'string' || text === '') && attachments.length === 0) return refused(response, 400, 'BadSyntax');
      if (attachments.some(({ contentType, content }) => contentType !== cardType || typeof content !== 'object'))
        return refused(response, 400, 'BadArgument');
      if (attachments.some(({ content }) => Buffer.byteLength(JSON.stringify(content)) > 28 * 1024))
        return refused(response, 413, 'MessageSizeTooBig');
      if (renews !== undefined && !keeping.now.chats[conversation]?.some(({ activity }) => activity.id === renews))
        return refused(response, 404, 'ActivityNotFoundInConversation');
      response.status(status).json({ id: put(conversation, message, renews) });
    };
  const json = express.json({ limit: '100kb' });
  routes.post(base, json, taken(201));
  routes.put(`${base}/:activity`, json, taken(200));
  routes.use('/demonstration/connector', (_request, response) => refused(response, 404, 'NotFound'));
  return routes;
}

/** Puts an activity into a chat; one with the id of another takes its place. */
function add(keeping: Keeping, conversation: string, activity: Activity): void {
  keeping.change(kept => {
    kept.seq += 1;
    const chat = (kept.chats[conversation] ??= []);
    const at = chat.findIndex(each => each.activity.id === activity.id);
    if (at >= 0) chat[at] = { seq: kept.seq, activity };
    else chat.push({ seq: kept.seq, activity });
  });
}

/** What is new in somebody's chat since a watermark. */
export function since(keeping: Keeping, { entraId }: Eyes, after: number): Chat {
  const chat = keeping.now.chats[conversationOf(entraId ?? '')] ?? [];
  const fresh = chat.filter(({ seq }) => seq > after);
  return { watermark: Math.max(after, ...chat.map(({ seq }) => seq)), activities: fresh.map(({ activity }) => activity) };
}

/** Says something to the bot as Teams would, by its own endpoint, or presses a button of one of its cards. Throws where the bot does not answer as Teams expects. */
export async function said(
  keeping: Keeping,
  persona: Eyes,
  given: Said,
  world: { readonly origin: string; readonly now: () => Date }
): Promise<Answered> {
  const entraId = persona.entraId!;
  const { id, serviceUrl } = chatOf(entraId, world.origin);
  const activity = {
    channelId: 'msteams',
    id: `p${keeping.now.seq + 1}`,
    serviceUrl,
    locale: persona.language === 'cy' ? 'cy-GB' : 'en-GB',
    from: { id: `29:${entraId}`, aadObjectId: entraId },
    recipient: { id: botId },
    conversation: { id, conversationType: 'personal', tenantId: registered.tenant },
    channelData: { tenant: { id: registered.tenant } }
  };
  if ('text' in given) {
    add(keeping, id, { type: 'message', id: activity.id, timestamp: world.now().toISOString(), from: 'person', text: given.text });
    await told(world.origin, { ...activity, type: 'message', text: given.text });
    return {};
  }
  const { verb, data } = given.execute;
  const answer = (await told(world.origin, {
    ...activity,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: given.replyToId,
    value: { action: { type: 'Action.Execute', verb, data }, trigger: given.automatic ? 'automatic' : 'manual' }
  })) as { readonly type?: string; readonly value?: unknown };
  if (answer.type === cardType) {
    const card = answer.value as object;
    const pressed = keeping.now.chats[id]?.find(each => each.activity.id === given.replyToId)?.activity;
    // Who pressed it sees what it became at once; the others' cards the bot renews itself.
    if (pressed) add(keeping, id, { ...pressed, attachments: [{ contentType: cardType, content: card }] });
    return { card };
  }
  return typeof answer.value === 'string' ? { says: answer.value } : {};
}

async function told(origin: string, activity: object): Promise<unknown> {
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity)
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The bot answered ${response.status}.`);
  return text === '' ? {} : JSON.parse(text);
}
