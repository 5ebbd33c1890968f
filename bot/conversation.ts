/** A chat between one person and the bot: all that is needed to write into it. Our own row, never an object of an SDK. */
export interface Conversation {
  /** Teams' own id of the chat. */
  readonly id: string;
  /** The Microsoft 365 tenant in which it is. */
  readonly tenantId: string;
  /** Where the connector of this chat is; checked against the list of allowed places before each call. */
  readonly serviceUrl: string;
  /** The bot's id in the chat: `28:` and its application id. */
  readonly botId: string;
  /** The person's object id in Microsoft Entra. */
  readonly entraId: string;
  /** The person's id in Teams, `29:…`, once they were heard. */
  readonly teamsUserId?: string;
}

/** Where chats are kept. */
export interface Conversations {
  /** Keeps a chat, or what has changed of it. One that had ended goes on. Doing it again changes nothing. */
  readonly keep: (conversation: Conversation) => Promise<void>;
  /** Whether the person is to be greeted: true once for a chat, however often and from however many processes it is asked. */
  readonly greet: (id: string) => Promise<boolean>;
  /** The bot was taken out of the chat: nothing can be sent into it, nor into another one with the same person, where it is known who that is. */
  readonly ended: (id: string, entraId?: string) => Promise<void>;
  /** The chat in which a person can be reached, if there is one. */
  readonly of: (entraId: string) => Promise<Conversation | undefined>;
}

/** Why a call of the connector was not answered as hoped. */
export interface Fault {
  readonly ok: false;
  /** What the connector answered; left out where it did not answer. */
  readonly status?: number;
  /** The connector's word (`ConversationBlockedByUser`), or ours: `timeout`, `unreachable`, `reset`, `no-token`, `wrong-place`, `too-late`, `unreadable`. */
  readonly code: string;
  readonly retryAfterMs?: number;
  /** Whether the message may have arrived all the same. Such a one is not sent again unless somebody has looked. */
  readonly mayHaveArrived: boolean;
}

export type Pushed = { readonly ok: true; readonly activityId: string } | Fault;
export type Opened = { readonly ok: true; readonly conversation: Conversation } | Fault;
