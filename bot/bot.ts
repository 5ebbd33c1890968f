import { randomUUID } from 'node:crypto';
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity as SdkActivity
} from 'botbuilder';
import { decodeJwt } from 'jose';
import { fill, type Locale, locales, type Text } from '../core/locale.ts';
import type { ApprovalDesk } from '../core/approvals/desk.ts';
import type { IncidentDesk } from '../core/incidents/desk.ts';
import type { Desk } from '../core/policies/desk.ts';
import type { Person } from '../core/policies/person.ts';
import { type Activity, isPrivate, marked, type Press, readActivity, readExecute, readSubmit, tenantsOf, wordsOf } from './activity.ts';
import type { Conversation, Conversations, Fault, Opened, Pushed } from './conversation.ts';
import { isAllowedPlace, isLoopback, worldwide } from './places.ts';
import { sentences } from './sentences.ts';
import type { Action, Card, Command, Reply, Turn } from './turn.ts';

/** As whom the bot is registered, and what it is given of the world. */
export interface BotSettings {
  /** The application id of the bot's registration. Empty only with `development`. */
  readonly appId: string;
  /** The one tenant whose people are answered. With `development` and empty: any. */
  readonly tenantId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  /** The client secret of a SingleTenant registration; a managed identity has none. */
  readonly password?: string;
  /** Lets a bot without a registration run for trials, for callers and connectors on this machine only. */
  readonly development?: boolean;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly desk: Desk;
  /** Left out: nothing can be reported in the chat. */
  readonly incidents?: IncidentDesk;
  /** Left out: nothing can be asked for in the chat. */
  readonly approvals?: ApprovalDesk;
  readonly personOf: (entraId: string) => Promise<Person | undefined>;
  readonly conversations: Conversations;
  /** What a person is greeted with when they get the bot; a sentence, if it is left out. */
  readonly hello?: (turn: Turn) => Promise<readonly Reply[]>;
  /** Gets a static sentence with a code, never a word or a name. */
  readonly log: (line: string) => void;
  /** The connector that is called for people who were never heard; Teams' worldwide one, if it is left out. */
  readonly serviceUrl?: string;
  /** Milliseconds after which a call of the connector is given up; 15,000 if it is left out. */
  readonly deadline?: number;
  /** For tests: where the keys of Teams' tokens are published, and whence our own token comes. */
  readonly trial?: {
    readonly openIdMetadata?: string;
    readonly bearer?: () => Promise<string>;
    readonly places?: (url: string) => boolean;
  };
}

/** What of an Express request is looked at; its body was parsed as JSON. */
interface Asked {
  readonly body?: unknown;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly socket: { readonly remoteAddress?: string | undefined };
}

interface Answering {
  status(code: number): { json(body: unknown): unknown; end(): unknown };
}

/** The bot, as the rest of the house sees it. */
export interface Bot {
  /** Answers `POST /api/messages`: 401 who is not Teams, 403 another tenant or place, 400 what is no activity, 503 while Teams' keys cannot be had. */
  readonly answer: (request: Asked, response: Answering) => Promise<void>;
  /**
   * Sends once, without trying again. The buttons of a card carry the `sendingId`. After the moment `until` (of `performance.now()`) not a byte of it leaves
   * any more, however long this process was held up. Never throws.
   */
  readonly push: (conversation: Conversation, reply: Reply, sendingId?: string, until?: number) => Promise<Pushed>;
  /** Puts a card in the place of one that was sent. Never throws. */
  readonly update: (conversation: Conversation, activityId: string, card: Card) => Promise<Pushed>;
  /** Opens a chat with somebody for whom the bot is installed, and keeps it. Opening it again gives the same chat. Never throws. */
  readonly open: (person: Person) => Promise<Opened>;
  /**
   * Asks Microsoft Graph, in the name of the bot's registration: what it may see is what that was granted. Nothing where no answer came or the bot has no
   * registration. Never throws.
   */
  readonly askGraph: (url: string) => Promise<{ readonly status: number; readonly body: unknown } | undefined>;
  /** Waits until what goes on after an answer (receipts, old cards) is done. */
  readonly idle: () => Promise<void>;
}

/** Who issues the tokens of the Bot Connector. */
const issuer = 'https://api.botframework.com';

const graph = 'https://graph.microsoft.com';

/** Milliseconds after which Teams is answered although the turn goes on: it gives up after 10 to 15 seconds and shows an error. */
const patience = 9000;

/**
 * Opens the bot: the only place that knows botbuilder. Of the SDK only two things are used, the check of Teams' tokens and the client of the connector; its
 * turns swallow errors and its retries send twice. Throws where the registration is not whole, because botbuilder then answers everybody without a check.
 */
export function openBot(settings: BotSettings): Bot {
  const { appId, tenantId, type, password, development = false, desk, conversations, log, deadline = 15_000, trial = {} } = settings;
  const wrong = wrongWith(settings);
  if (wrong) throw new Error(wrong);
  const anonymous = appId === '';
  const tenant = tenantId.toLowerCase();
  const isAllowed = (url: string): boolean => (anonymous || trial.places ? (trial.places ?? isLoopback)(url) : isAllowedPlace(url));
  const botId = `28:${appId}`;

  const config = {
    MicrosoftAppId: appId,
    MicrosoftAppType: anonymous ? 'MultiTenant' : type,
    MicrosoftAppTenantId: tenantId,
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
    ...(trial.openIdMetadata === undefined
      ? {}
      : {
          ToBotFromChannelOpenIdMetadataUrl: trial.openIdMetadata,
          ToBotFromChannelTokenIssuer: issuer,
          ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
          ToChannelFromBotOAuthScope: issuer,
          OAuthUrl: issuer,
          ValidateAuthority: 'true'
        })
  };
  const own = credentials(config, trial.bearer);
  const authentication = new ConfigurationBotFrameworkAuthentication(config, own);

  // ---- towards Teams

  const clients = new Map<string, Promise<Client>>();

  function clientFor(serviceUrl: string): Promise<Client> {
    let client = clients.get(serviceUrl);
    if (!client) {
      if (clients.size >= 50) clients.clear();
      client = bareClient(authentication, appId, serviceUrl);
      clients.set(serviceUrl, client);
      client.catch(() => clients.delete(serviceUrl));
    }
    return client;
  }

  /** One call, one attempt, one deadline; what goes wrong is a value. */
  async function call<T>(
    serviceUrl: string,
    does: (client: Client, options: CallOptions) => Promise<T>,
    until = Infinity
  ): Promise<{ done: T } | Fault> {
    if (!isAllowed(serviceUrl)) return { ok: false, code: 'wrong-place', mayHaveArrived: false };
    const end = Math.min(performance.now() + deadline, until);
    const left = end - performance.now();
    if (left <= 0) return { ok: false, code: 'too-late', mayHaveArrived: false };
    const given = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    // The signal alone does not end a wait for our own token.
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        given.abort();
        reject(Object.assign(new Error('late'), { code: 'timeout' }));
      }, left);
    });
    try {
      const client = await clientFor(serviceUrl);
      const answer = does(client, { abortSignal: endedAt(end, given.signal) });
      answer.catch(() => {});
      return { done: await Promise.race([answer, late]) };
    } catch (error) {
      return faultOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async function push(conversation: Conversation, reply: Reply, sendingId?: string, until?: number): Promise<Pushed> {
    const message = messageOf(conversation, sendingId === undefined ? reply : withMark(reply, sendingId));
    const sent = await call(
      conversation.serviceUrl,
      (client, options) => client.conversations.sendToConversation(conversation.id, message, options),
      until
    );
    return 'done' in sent ? accepted(sent.done) : sent;
  }

  async function update(conversation: Conversation, activityId: string, card: Card): Promise<Pushed> {
    const message = { ...messageOf(conversation, { card, summary: '' }), id: activityId };
    const sent = await call(conversation.serviceUrl, (client, options) =>
      client.conversations.updateActivity(conversation.id, activityId, message, options)
    );
    return 'done' in sent ? { ok: true, activityId: sent.done?.id ?? activityId } : sent;
  }

  async function open(person: Person): Promise<Opened> {
    const { entraId } = person;
    if (entraId === undefined) return { ok: false, code: 'no-account', mayHaveArrived: false };
    const known = await conversations.of(entraId);
    if (known) return { ok: true, conversation: known };
    const serviceUrl = settings.serviceUrl ?? worldwide;
    const opened = await call(serviceUrl, (client, options) =>
      client.conversations.createConversation(
        {
          isGroup: false,
          bot: { id: botId, name: '' },
          members: [{ id: entraId, name: '' }],
          tenantId,
          channelData: { tenant: { id: tenantId } }
        } as never,
        options
      )
    );
    if (!('done' in opened)) return opened;
    const { id, serviceUrl: elsewhere } = opened.done ?? {};
    if (typeof id !== 'string' || id === '') return { ok: false, code: 'unreadable', mayHaveArrived: false };
    const conversation: Conversation = {
      id,
      tenantId,
      serviceUrl: elsewhere !== undefined && isAllowed(elsewhere) ? elsewhere : serviceUrl,
      botId,
      entraId
    };
    await conversations.keep(conversation);
    return { ok: true, conversation };
  }

  async function askGraph(url: string): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
    if (anonymous || !url.startsWith(`${graph}/`)) return undefined;
    try {
      const headers = new Headers();
      const signer = await own.createCredentials(appId, graph, `https://login.microsoftonline.com/${tenantId}`, true);
      await signer.signRequest({ headers } as never);
      const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(deadline) });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return undefined;
    }
  }

  /** Says something inside a chat; tries again what surely did not arrive. An answer twice is better than none, but it is not worth waiting for. */
  async function say(conversation: Conversation, replies: readonly Reply[]): Promise<void> {
    for (const reply of replies) await persistently(() => push(conversation, reply), 'An answer could not be sent');
  }

  async function persistently(does: () => Promise<Pushed>, what: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await does();
      if (outcome.ok) return;
      const wait = outcome.retryAfterMs ?? attempt * 1000;
      if (outcome.mayHaveArrived || attempt === 4 || !passes(outcome) || wait > 10_000) {
        log(`${what} (${outcome.status ?? outcome.code}).`);
        return;
      }
      await pause(wait);
    }
  }

  // ---- from Teams

  const going = new Set<Promise<unknown>>();
  function later(work: Promise<unknown>): void {
    const held: Promise<unknown> = work.finally(() => going.delete(held));
    going.add(held);
  }

  /** Ids of what was heard lately: Teams sends again what was not answered fast enough. */
  const heard = new Map<string, number>();
  function isHeard(activity: Activity): boolean {
    if (activity.id === undefined || activity.id === null) return false;
    const now = Date.now();
    for (const [key, at] of heard) {
      if (now - at < 120_000 && heard.size < 5000) break;
      heard.delete(key);
    }
    const key = `${activity.conversation.id} ${activity.id}`;
    if (heard.has(key)) return true;
    heard.set(key, now);
    return false;
  }

  async function answer(request: Asked, response: Answering): Promise<void> {
    const refuse = (status: number, detail: string): void => void response.status(status).json({ status, detail });
    if (anonymous && !isFromHere(request)) return refuse(403, 'This bot has no registration; it answers this machine only.');
    const activity = readActivity(request.body);
    const header = request.headers['authorization'];
    // Who is not Teams is told so before anything else.
    if (!anonymous) {
      if (typeof header !== 'string' || !isConnectorToken(header)) return refuse(401, 'The request is not signed by Teams.');
      if (!activity) return refuse(400, 'That is no activity of Teams.');
      try {
        const { claimsIdentity } = await authentication.authenticateRequest(request.body as SdkActivity, header);
        if (claimsIdentity.getClaimValue('iss') !== issuer) return refuse(401, 'The request is not signed by Teams.');
      } catch (error) {
        if (!isAboutToken(error)) {
          log('The keys of Teams’ tokens could not be fetched (503).');
          return refuse(503, 'The signature could not be checked just now.');
        }
        return refuse(401, 'The request is not signed by Teams.');
      }
    }
    if (!activity) return refuse(400, 'That is no activity of Teams.');
    const tenants = tenantsOf(activity);
    if (tenant !== '' && (tenants.length === 0 || tenants.some(other => other !== tenant))) {
      log('A message from another tenant was refused (403).');
      return refuse(403, 'This bot answers another organisation.');
    }
    if (!isAllowed(activity.serviceUrl)) {
      log('A message that names an unknown connector was refused (403).');
      return refuse(403, 'The service URL is not one of Teams.');
    }
    await taken(activity, response, refuse);
  }

  async function taken(activity: Activity, response: Answering, refuse: (status: number, detail: string) => void): Promise<void> {
    if (activity.type === 'invoke') {
      if (activity.name !== 'adaptiveCard/action') return void response.status(501).end();
      const press = readExecute(activity.value);
      if (!press) return refuse(400, 'That is no action of a card.');
      const { card, says } = await pressed(activity, press);
      if (card) response.status(200).json({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
      else {
        response.status(200).json({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: says });
      }
      return;
    }
    if (isHeard(activity)) return void response.status(200).end();
    const work = heardOf(activity);
    later(work);
    await Promise.race([work, new Promise(resolve => setTimeout(resolve, patience).unref())]);
    response.status(200).end();
  }

  async function heardOf(activity: Activity): Promise<void> {
    const chat = conversationOf(activity);
    try {
      if (activity.type === 'message') return await message(activity, chat);
      if (!chat || !isPrivate(activity)) return;
      if (activity.type === 'installationUpdate' && activity.action?.startsWith('remove'))
        return await conversations.ended(chat.id, chat.entraId);
      const isAdded = activity.type === 'conversationUpdate' && activity.membersAdded?.some(({ id }) => id === activity.recipient.id);
      if (isAdded || (activity.type === 'installationUpdate' && activity.action?.startsWith('add'))) await greet(activity, chat);
    } catch (error) {
      const code = failedWith(error, 'A message could not be dealt with');
      if (activity.type === 'message') await say(placeOf(activity), [{ text: fill(sentences.failed[localeOf(activity)], { code }) }]);
    }
  }

  async function greet(activity: Activity, chat: Conversation): Promise<void> {
    await conversations.keep(chat);
    if (!(await conversations.greet(chat.id))) return;
    const turn = await turnOf(activity);
    if (!turn) return say(chat, [{ text: sentences.stranger[localeOf(activity)] }]);
    await say(chat, settings.hello ? await settings.hello(turn) : [{ text: sentences.hello[turn.locale] }]);
  }

  async function message(activity: Activity, chat: Conversation | undefined): Promise<void> {
    const place = placeOf(activity);
    const plainly = (text: Text): Promise<void> => say(place, [{ text: text[localeOf(activity)] }]);
    if (!isPrivate(activity)) return plainly(sentences.inPrivate);
    const words = wordsOf(activity);
    if (words === '' && activity.value !== undefined && activity.value !== null) {
      const press = readSubmit(activity.value);
      if (!press) return plainly(sentences.oldCard);
      const { card, says, passing } = await pressed(activity, press);
      if (says !== undefined) await say(place, [{ text: says }]);
      // Such a client can only be answered in the chat, where it would stay.
      else if (passing) await plainly(sentences.tooOld);
      else if (card && activity.replyToId === undefined) await say(place, [{ card, summary: sentences.done[localeOf(activity)] }]);
      return;
    }
    if (chat) await conversations.keep(chat);
    const turn = await turnOf(activity);
    if (!turn) return plainly(sentences.stranger);
    for (const command of settings.commands) {
      const meant = await command.reads(words, turn);
      if (meant !== undefined) return say(place, await command.run(turn, meant));
    }
    await say(place, [{ text: sentences.notUnderstood[turn.locale] }]);
  }

  /** Runs the action of a button. What is said besides, and the old card on the person's other devices, follow after the answer. */
  async function pressed(
    activity: Activity,
    press: Press
  ): Promise<{ readonly card?: Card; readonly says?: string; readonly passing?: boolean }> {
    let locale = localeOf(activity);
    try {
      if (!isPrivate(activity)) return { says: sentences.inPrivate[locale] };
      const turn = await turnOf(activity);
      if (!turn) return { says: sentences.stranger[locale] };
      locale = turn.locale;
      const action = settings.actions.find(({ id }) => id === press.verb);
      // A card that is only shown again must not do what nobody pressed.
      const data = action && (!press.byItself || action.refreshes) ? action.read(press.data) : undefined;
      if (!action || data === undefined) return { says: sentences.oldCard[locale] };
      const { card, says = [], passing = false } = await action.run(turn, data);
      const place = placeOf(activity);
      const { replyToId } = activity;
      const [first, ...rest] = says;
      const spoken = !card && first && 'text' in first ? first.text : undefined;
      later(
        (async () => {
          if (card && replyToId !== undefined && !press.byItself && !passing) {
            await persistently(() => update(place, replyToId, card), 'A card that was answered could not be renewed');
          }
          await say(place, spoken === undefined ? says : rest);
        })().catch((error: unknown) => void failedWith(error, 'What follows an answer failed'))
      );
      return card ? { card, passing } : { says: spoken ?? sentences[first ? 'below' : 'done'][locale] };
    } catch (error) {
      return { says: fill(sentences.failed[locale], { code: failedWith(error, 'An action failed') }) };
    }
  }

  async function turnOf(activity: Activity): Promise<Turn | undefined> {
    const { aadObjectId } = activity.from;
    const person = aadObjectId === undefined ? undefined : await settings.personOf(aadObjectId);
    return (
      person && {
        person,
        locale: localeOf(activity, person),
        desk,
        ...(settings.incidents && { incidents: settings.incidents }),
        ...(settings.approvals && { approvals: settings.approvals })
      }
    );
  }

  /** The log gets a code and what kind of error it was; the person gets the code. */
  function failedWith(error: unknown, what: string): string {
    const code = randomUUID().slice(0, 8);
    log(`${what} (${error instanceof Error ? error.name : 'unknown'}, ${code}).`);
    return code;
  }

  function conversationOf(activity: Activity): Conversation | undefined {
    const { aadObjectId } = activity.from;
    return isPrivate(activity) && aadObjectId !== undefined ? { ...placeOf(activity), entraId: aadObjectId } : undefined;
  }

  /** The chat of an activity, good for an answer. */
  function placeOf({ conversation, serviceUrl, recipient, from }: Activity): Conversation {
    return {
      id: conversation.id,
      tenantId: conversation.tenantId ?? tenantId,
      serviceUrl,
      botId: recipient.id,
      entraId: from.aadObjectId ?? '',
      teamsUserId: from.id
    };
  }

  if (anonymous && development) log('The bot runs without a registration, for this machine only. Do not use it for a school.');
  return {
    answer,
    push,
    update,
    open,
    askGraph,
    idle: async () => {
      while (going.size > 0) await Promise.allSettled(going);
    }
  };
}

/** What is missing or contradictory in a registration, as a sentence; nothing if it is whole. */
function wrongWith({
  appId,
  tenantId,
  type,
  password,
  development
}: Pick<BotSettings, 'appId' | 'tenantId' | 'type' | 'password' | 'development'>): string | undefined {
  if (appId === '')
    return development ? undefined : 'The bot has no application id. Without one, anybody could speak as anybody: it is not started.';
  const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  if (!guid.test(appId)) return 'The application id of the bot is no id.';
  if (!guid.test(tenantId)) return 'The bot has no tenant id. It answers one organisation only.';
  if (type === 'SingleTenant')
    return password === undefined || password.trim() === '' ? 'The bot has no password (BEADLE_BOT_PASSWORD).' : undefined;
  if (type !== 'UserAssignedMSI') return 'The type of the bot is neither SingleTenant nor UserAssignedMSI.';
  return password === undefined ? undefined : 'A bot with a managed identity has no password. Take BEADLE_BOT_PASSWORD away.';
}

/** Welsh where the person's Teams or the school's list says so; else the person's language. */
function localeOf(activity: Activity, person?: Person): Locale {
  const spoken = activity.locale?.slice(0, 2).toLowerCase();
  const known = locales.find(locale => locale === spoken);
  if (person && (known === undefined || known === 'en')) return person.language;
  return known ?? 'en';
}

/** Without a registration: only a program of this machine that speaks to us straight, not by way of a web server in front of us. */
function isFromHere({ headers, socket }: Asked): boolean {
  const { remoteAddress = '' } = socket;
  const host = headers['host'];
  return (
    (remoteAddress === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(remoteAddress)) &&
    headers['x-forwarded-for'] === undefined &&
    headers['forwarded'] === undefined &&
    typeof host === 'string' &&
    isLoopback(`http://${host}/`)
  );
}

/**
 * Whether a header carries what may be a token of the Bot Connector. Others never reach botbuilder: it also takes tokens of the emulator and of skills, keeps
 * the tenant of each stranger's token for ever, and fails with a 500 at what is no token.
 */
function isConnectorToken(header: string): boolean {
  const [scheme, token, more] = header.split(' ');
  if (scheme !== 'Bearer' || token === undefined || more !== undefined || token.length > 10_000) return false;
  try {
    return decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}

/** botbuilder gives its own errors a status, hands those of the token's signature on as they are, and those of the network too. */
function isAboutToken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return true;
  if ('statusCode' in error) return error.statusCode === 401;
  return !('name' in error) || error.name !== 'FetchError';
}

type Factory = ConfigurationServiceClientCredentialFactory;
type Authentication = ConfigurationBotFrameworkAuthentication;

/** Our own credentials; one asks for a token at a time, or the first hundred sendings would ask a hundred times. */
function credentials(config: object, bearer: (() => Promise<string>) | undefined): Factory {
  const real = new ConfigurationServiceClientCredentialFactory(config);
  return {
    isValidAppId: (id: string) => real.isValidAppId(id),
    isAuthenticationDisabled: () => real.isAuthenticationDisabled(),
    createCredentials: async (...given: Parameters<Factory['createCredentials']>) => {
      const own = bearer ? undefined : await real.createCredentials(...given);
      let last: Promise<unknown> = Promise.resolve();
      return {
        signRequest: (resource: Signable) => {
          const signed = last.then(async () => {
            try {
              if (own) return await own.signRequest(resource as never);
              resource.headers.set('authorization', `Bearer ${await bearer!()}`);
              return resource;
            } catch {
              throw Object.assign(new Error('no token'), { code: 'no-token' });
            }
          });
          last = signed.catch(() => {});
          return signed;
        }
      };
    }
  } as unknown as Factory;
}

interface Signable {
  readonly headers: { set(name: string, value: string): void };
}

type Client = Awaited<ReturnType<ReturnType<Authentication['createConnectorFactory']>['create']>>;
type CallOptions = NonNullable<Parameters<Client['conversations']['sendToConversation']>[2]>;

/** A signal that goes by the clock as well: a process that was held up finds its timers late, and must not send then. */
function endedAt(end: number, signal: AbortSignal): NonNullable<CallOptions['abortSignal']> {
  return {
    get aborted() {
      return signal.aborted || performance.now() >= end;
    },
    addEventListener: (type: 'abort', listener: () => void) => signal.addEventListener(type, listener),
    removeEventListener: (type: 'abort', listener: () => void) => signal.removeEventListener(type, listener)
  } as NonNullable<CallOptions['abortSignal']>;
}

/** A client of a connector that tries once and follows no redirect: its own retries send a card twice, and a redirect would carry our token away. */
async function bareClient(authentication: Authentication, appId: string, serviceUrl: string): Promise<Client> {
  const ours = { getClaimValue: (claim: string) => (claim === 'aud' && appId !== '' ? appId : null) };
  const client = await authentication.createConnectorFactory(ours as never).create(serviceUrl, issuer);
  // botbuilder ignores its own options for this, so the pipeline inside is changed.
  const { pipeline } = (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client;
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) pipeline.removePolicy({ name });
  if (pipeline.getOrderedPolicies().some(({ name }) => /retry|redirect/i.test(name)))
    throw new Error('The connector’s retries are still there.');
  return client;
}

interface Pipeline {
  removePolicy(policy: { readonly name: string }): unknown;
  getOrderedPolicies(): readonly { readonly name: string }[];
}

function withMark(reply: Reply, sendingId: string): Reply {
  return 'card' in reply ? { ...reply, card: marked(reply.card, sendingId) } : reply;
}

function messageOf(conversation: Conversation, reply: Reply): Partial<SdkActivity> {
  const message = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: conversation.serviceUrl,
    from: { id: conversation.botId },
    ...(conversation.teamsUserId === undefined ? {} : { recipient: { id: conversation.teamsUserId } }),
    conversation: { id: conversation.id, tenantId: conversation.tenantId },
    ...('text' in reply
      ? { text: reply.text }
      : {
          summary: reply.summary,
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: reply.card }]
        })
  };
  return message as unknown as Partial<SdkActivity>;
}

function accepted(answer: { readonly id?: string } | undefined): Pushed {
  // Accepted without an id: it is there, but cannot be renewed later.
  return { ok: true, activityId: answer?.id ?? '' };
}

/** Whether trying again can help. */
function passes({ status, code }: Fault): boolean {
  return status === undefined ? code === 'unreachable' : status === 412 || status === 429 || status >= 500;
}

/** Network errors after which nothing can have arrived, because there was no connection. */
const unreachable = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT'
];

function faultOf(error: unknown): Fault {
  const { statusCode, code, name, response, details } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly statusCode?: unknown;
    readonly code?: unknown;
    readonly name?: unknown;
    readonly details?: { readonly error?: { readonly code?: unknown } };
    readonly response?: { readonly headers?: { get?(name: string): string | null | undefined } };
  };
  if (code === 'no-token') return { ok: false, code, mayHaveArrived: false };
  if (typeof statusCode === 'number') {
    const word = details?.error?.code ?? code;
    const retryAfterMs = waitOf(response?.headers?.get?.('retry-after'));
    return {
      ok: false,
      status: statusCode,
      code: typeof word === 'string' ? word.slice(0, 100) : `status-${statusCode}`,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      // 503 says that it was not taken on; of the others one cannot know: a gateway gives up on what goes on behind it.
      mayHaveArrived: statusCode >= 500 && statusCode !== 503
    };
  }
  if (typeof code === 'string' && unreachable.includes(code)) return { ok: false, code: 'unreachable', mayHaveArrived: false };
  return { ok: false, code: code === 'timeout' || name === 'AbortError' ? 'timeout' : 'reset', mayHaveArrived: true };
}

/** Milliseconds to wait by `Retry-After`: seconds or a date, never less than none nor more than ten minutes. Nothing for what is neither. */
export function waitOf(header: string | null | undefined, now = Date.now()): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const written = header.trim();
  const date = /^[A-Z][a-z]{2}, /.test(written) ? Date.parse(written) : NaN;
  const seconds = /^\d{1,9}(?:\.\d{1,3})?$/.test(written) ? Number(written) : (date - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(Math.ceil(seconds * 1000), 0), 600_000);
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
