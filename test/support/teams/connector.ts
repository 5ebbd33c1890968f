import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What goes wrong with one call. With `delivered` the message has arrived all the same. */
export type Mishap =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string; readonly delivered?: boolean }
  | { readonly reset: true; readonly delivered?: boolean }
  | { readonly silence: number; readonly delivered?: boolean };

/** A message that Teams has taken on. */
export interface Delivered {
  readonly conversation: string;
  readonly activity: string;
  readonly at: number;
  /** How often it was put in the place of what it was. */
  readonly renewed: number;
  readonly message: Message;
  /** The id that the buttons of its card carry. */
  readonly sending?: string;
}

interface Message {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly summary?: unknown;
  readonly from?: { readonly id?: unknown };
  readonly conversation?: { readonly id?: unknown };
  readonly serviceUrl?: unknown;
  readonly attachments?: readonly { readonly contentType?: unknown; readonly content?: unknown }[];
}

export interface ConnectorOptions {
  readonly botId: string;
  readonly tenantId?: string;
  /** The bearer token that is asked for; none: whoever comes. */
  readonly bearer?: string;
  /** Calls a second that the tenant allows; Teams says 50. */
  readonly perSecond?: number;
  /** Milliseconds that an answer takes. */
  readonly takes?: number;
  /** Keep counts only, for long runs. */
  readonly forgetful?: boolean;
}

/**
 * A stand-in for Teams' connector that is stricter than Teams: it refuses what Teams refuses, counts by thread and by tenant, and keeps what it took on
 * even where whoever sent it has gone. It also answers for Microsoft Graph, as far as the messages of a chat are read there.
 */
export interface Connector {
  readonly serviceUrl: string;
  readonly graph: string;
  readonly delivered: Delivered[];
  /** Calls in all, refused and failed ones too. */
  readonly calls: () => number;
  /** How often each sending arrived. */
  readonly bySending: ReadonlyMap<string, number>;
  /** What happens to the next calls, in this order; `undefined` lets one pass. */
  readonly mishaps: (Mishap | undefined)[];
  /** Decides for each call, where the list is empty. */
  readonly setMishap: (decides: (() => Mishap | undefined) | undefined) => void;
  /** Opens a chat with a person who has installed the bot. */
  readonly install: (entraId: string, id?: string) => string;
  readonly block: (conversation: string, code: string, status?: number) => void;
  /** What Graph answers when it is asked for messages. */
  readonly graphAnswers: (status: number) => void;
  readonly close: () => Promise<void>;
}

/** Messages by thread: at most so many in so many milliseconds (learn.microsoft.com, «Optimize your bot with rate limiting in Teams»). */
const threadLimits: readonly (readonly [most: number, ms: number])[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000]
];

export async function connector(options: ConnectorOptions): Promise<Connector> {
  const delivered: Delivered[] = [];
  const byId = new Map<string, Delivered>();
  const bySending = new Map<string, number>();
  const installed = new Map<string, string>();
  const chats = new Set<string>();
  const blocked = new Map<string, { readonly code: string; readonly status: number }>();
  const threads = new Map<string, number[]>();
  const mishaps: (Mishap | undefined)[] = [];
  let decides: (() => Mishap | undefined) | undefined;
  let calls = 0;
  let graphStatus = 200;
  let second = { at: 0, calls: 0 };
  let next = 1_790_000_000_000;

  const install = (entraId: string, id = `a:${entraId}`): string => {
    installed.set(entraId, id);
    chats.add(id);
    return id;
  };

  function accept(conversation: string, message: Message, renews?: string): string {
    const sending = sendingOf(message);
    const activity = renews ?? String(next++);
    if (renews === undefined && sending !== undefined) bySending.set(sending, (bySending.get(sending) ?? 0) + 1);
    if (options.forgetful) return activity;
    const before = renews === undefined ? undefined : byId.get(renews);
    const row: Delivered = {
      conversation,
      activity,
      at: before?.at ?? Date.now(),
      renewed: before ? before.renewed + 1 : 0,
      message,
      ...(sending === undefined ? {} : { sending })
    };
    if (before) delivered[delivered.indexOf(before)] = row;
    else delivered.push(row);
    byId.set(activity, row);
    return activity;
  }

  function tooFast(thread: string): number | undefined {
    const now = Date.now();
    const times = (threads.get(thread) ?? []).filter(at => now - at < 3_600_000);
    for (const [most, ms] of threadLimits) {
      const within = times.filter(at => now - at < ms);
      if (within.length >= most) return Math.ceil((within[0]! + ms - now) / 1000);
    }
    threads.set(thread, [...times, now]);
    return undefined;
  }

  const server = createServer((request, response) => {
    calls += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const mishap = mishaps.length > 0 ? mishaps.shift() : decides?.();
      const body = Buffer.concat(chunks);
      if (mishap?.delivered === true || mishap === undefined) {
        const outcome = judged(request, body);
        if (mishap === undefined) return answered(response, outcome);
      }
      if ('reset' in mishap) request.socket.destroy();
      else if ('silence' in mishap) setTimeout(() => request.socket.destroy(), mishap.silence).unref();
      else answered(response, refusal(mishap.status, mishap.code ?? 'Injected', mishap.retryAfter));
    });
  });

  function answered(response: ServerResponse, { status, body, headers = {} }: Outcome): void {
    const send = (): void => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (options.takes === undefined) send();
    else setTimeout(send, options.takes);
  }

  function judged(request: IncomingMessage, raw: Buffer): Outcome {
    const url = new URL(request.url ?? '/', 'http://connector.test');
    if (url.pathname.startsWith('/graph/')) return messagesOf(url);
    if (options.bearer !== undefined && request.headers.authorization !== `Bearer ${options.bearer}`) {
      return refusal(401, 'AuthorizationFailed');
    }
    const at = Math.floor(Date.now() / 1000);
    second = second.at === at ? { at, calls: second.calls + 1 } : { at, calls: 1 };
    if (options.perSecond !== undefined && second.calls > options.perSecond) return refusal(429, 'Throttled', '1');
    if (!/^application\/json/.test(request.headers['content-type'] ?? '')) return refusal(415, 'BadArgument');
    let body: unknown;
    try {
      body = JSON.parse(raw.toString('utf8'));
    } catch {
      return refusal(400, 'BadSyntax');
    }
    const parts = url.pathname
      .replace(/^\/teams/, '')
      .split('/')
      .filter(Boolean)
      .map(decodeURIComponent);
    const [version, what, conversation, activities, activity] = parts;
    if (version !== 'v3' || what !== 'conversations') return refusal(404, 'NotFound');
    if (conversation === undefined) return request.method === 'POST' ? created(body) : refusal(405, 'MethodNotAllowed');
    if (activities !== 'activities') return refusal(404, 'NotFound');
    const wrong = wrongWith(body as Message, conversation, raw);
    if (wrong) return wrong;
    if (request.method === 'POST' && activity === undefined) {
      return { status: 201, body: { id: accept(conversation, body as Message) } };
    }
    if (request.method === 'PUT' && activity !== undefined) {
      if (!options.forgetful && !byId.has(activity)) return refusal(404, 'ActivityNotFoundInConversation');
      return { status: 200, body: { id: accept(conversation, body as Message, activity) } };
    }
    return refusal(405, 'MethodNotAllowed');
  }

  function created(body: unknown): Outcome {
    const { members, bot, tenantId, isGroup } = body as {
      readonly members?: readonly { readonly id?: unknown }[];
      readonly bot?: { readonly id?: unknown };
      readonly tenantId?: unknown;
      readonly isGroup?: unknown;
    };
    const [member, more] = members ?? [];
    if (typeof member?.id !== 'string' || more !== undefined || isGroup !== false) return refusal(400, 'BadSyntax');
    if (bot?.id !== options.botId) return refusal(401, 'BotNotRegistered');
    if (options.tenantId !== undefined && tenantId !== options.tenantId) return refusal(403, 'TenantMismatch');
    const id = installed.get(member.id);
    if (id === undefined) return refusal(403, 'BotNotInConversationRoster');
    return { status: 201, body: { id, activityId: id, serviceUrl } };
  }

  function wrongWith(message: Message, conversation: string, raw: Buffer): Outcome | undefined {
    if (!chats.has(conversation)) return refusal(404, 'ConversationNotFound');
    const block = blocked.get(conversation);
    if (block) return refusal(block.status, block.code);
    if (message.type !== 'message') return refusal(400, 'BadArgument');
    if (message.from?.id !== options.botId) return refusal(403, 'ForbiddenOperationException');
    if (message.conversation?.id !== conversation) return refusal(400, 'BadArgument');
    if (message.serviceUrl !== serviceUrl) return refusal(400, 'InvalidServiceUrl');
    const { text, attachments = [] } = message;
    if ((typeof text !== 'string' || text === '') && attachments.length === 0) return refusal(400, 'BadSyntax');
    if (raw.toString('utf8').length * 2 > 100 * 1024) return refusal(413, 'MessageSizeTooBig');
    for (const { contentType, content } of attachments) {
      if (contentType !== 'application/vnd.microsoft.card.adaptive') return refusal(400, 'BadArgument');
      if (Buffer.byteLength(JSON.stringify(content)) > 28 * 1024) return refusal(413, 'MessageSizeTooBig');
      if (!isCard(content)) return refusal(400, 'BadArgument');
    }
    const wait = tooFast(conversation);
    return wait === undefined ? undefined : refusal(429, 'Throttled', String(wait));
  }

  function messagesOf(url: URL): Outcome {
    if (graphStatus !== 200) return refusal(graphStatus, graphStatus === 403 ? 'Forbidden' : 'Unavailable');
    const id = decodeURIComponent(url.pathname.split('/')[4] ?? '');
    const value = delivered
      .filter(({ conversation }) => conversation === id || `19:${conversation.slice(2)}_${options.botId.slice(3)}@unq.gbl.spaces` === id)
      .reverse()
      .slice(0, 50)
      .map(({ activity, at, message }) => ({
        id: activity,
        messageType: 'message',
        createdDateTime: new Date(at).toISOString(),
        from: { application: { id: options.botId.slice(3), applicationIdentityType: 'bot' } },
        attachments: (message.attachments ?? []).map(({ contentType, content }) => ({ contentType, content: JSON.stringify(content) }))
      }));
    return { status: 200, body: { value } };
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const serviceUrl = `${origin}/teams`;
  return {
    serviceUrl,
    graph: `${origin}/graph/v1.0`,
    delivered,
    calls: () => calls,
    bySending,
    mishaps,
    setMishap: decide => void (decides = decide),
    install,
    block: (conversation, code, status = 403) => void blocked.set(conversation, { code, status }),
    graphAnswers: status => void (graphStatus = status),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

interface Outcome {
  readonly status: number;
  readonly body: object;
  readonly headers?: { readonly [name: string]: string };
}

function refusal(status: number, code: string, retryAfter?: string): Outcome {
  return {
    status,
    body: { error: { code, message: code } },
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } })
  };
}

/** What the buttons of a message carry. */
function sendingOf({ attachments = [] }: Message): string | undefined {
  return /"sending":"([^"]+)"/.exec(JSON.stringify(attachments))?.[1];
}

const parts =
  /^(?:TextBlock|RichTextBlock|Image|ImageSet|Media|Container|ColumnSet|FactSet|ActionSet|Table|Input\.\w+|Chart\.\w+|Icon|Badge)$/;
const actions = /^Action\.(?:Execute|Submit|OpenUrl|ShowCard|ToggleVisibility)$/;

/** Whether Teams would draw it: version 1.5 at most, only parts that it knows, each action whole. */
function isCard(content: unknown): boolean {
  const card = content as { type?: unknown; version?: unknown; body?: unknown; actions?: unknown };
  if (card?.type !== 'AdaptiveCard' || !/^1\.[0-5]$/.test(String(card.version)) || !Array.isArray(card.body)) return false;
  return card.body.every(part => parts.test(String(part?.type))) && (card.actions === undefined || isActions(card.actions));
}

function isActions(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.every(
      (action: { type?: unknown; verb?: unknown; url?: unknown }) =>
        actions.test(String(action?.type)) &&
        (action.type !== 'Action.Execute' || typeof action.verb === 'string') &&
        (action.type !== 'Action.OpenUrl' || /^https?:\/\//.test(String(action.url)))
    )
  );
}
