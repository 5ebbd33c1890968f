import * as z from 'zod';

/** What Teams may send us, as far as we read it. What is not said here is not looked at. */
export type Activity = z.output<typeof activityShape>;

const id = z.string().min(1).max(1024);
const maybe = <S extends z.ZodType>(shape: S) =>
  shape
    .nullish()
    .catch(undefined)
    .transform(value => value ?? undefined);

const activityShape = z.object({
  type: z.string().min(1).max(64),
  id: id.nullish(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(512),
  from: z.object({ id, aadObjectId: maybe(z.string().min(1).max(64)) }),
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: z.string().max(64).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(64).nullish()
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(64) }).nullish() }).nullish(),
  locale: maybe(z.string().max(64)),
  text: maybe(z.string().max(100_000)),
  name: maybe(z.string().max(256)),
  action: maybe(z.string().max(64)),
  replyToId: maybe(id),
  membersAdded: maybe(z.array(z.object({ id })).max(1000)),
  value: z.unknown().optional()
});

/** Reads an activity; nothing where it is none of Teams' channel or a field that we rely on is not as it should be. */
export function readActivity(body: unknown): Activity | undefined {
  const read = activityShape.safeParse(body);
  return read.success ? read.data : undefined;
}

/** A button that was pressed, or that a card pressed by itself when it was shown again. */
export interface Press {
  readonly verb: string;
  readonly data: { readonly [name: string]: unknown };
  /** Nobody pressed it: the card was shown again. botbuilder drops this, so it is read here. */
  readonly byItself: boolean;
}

const verb = z.string().min(1).max(100);
const data = z.record(z.string(), z.unknown());

const executed = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb, data: data.nullish() }),
  trigger: z.enum(['automatic', 'manual']).nullish()
});

const submitted = data.and(z.object({ verb }));

/**
 * What the value of an `adaptiveCard/action` says. botbuilder itself falls over a value without an action and checks neither `verb` nor `data`: nothing is
 * handed on that was not read here.
 */
export function readExecute(value: unknown): Press | undefined {
  const read = executed.safeParse(value);
  if (!read.success) return undefined;
  const { action, trigger } = read.data;
  return { verb: action.verb, data: unmarked(action.data ?? {}), byItself: trigger === 'automatic' };
}

/** What a message without text carries when an old client pressed an `Action.Submit`: the verb stands among the data, as `verb`. */
export function readSubmit(value: unknown): Press | undefined {
  const read = submitted.safeParse(value);
  if (!read.success) return undefined;
  const { verb: named, ...rest } = read.data;
  return { verb: named, data: unmarked(rest), byItself: false };
}

/** The name under which the buttons of a card that was sent by itself carry the id of its sending. Actions never see it. */
const mark = 'sending';

function unmarked({ [mark]: _ours, ...rest }: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return rest;
}

/** The same card, whose buttons carry the id of its sending: by it a card that has arrived is known again in the chat. */
export function marked<T>(part: T, sendingId: string): T {
  if (Array.isArray(part)) return part.map(each => marked(each, sendingId)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const copy: { [name: string]: unknown } = {};
  for (const [name, value] of Object.entries(part)) copy[name] = name === 'data' ? value : marked(value, sendingId);
  if (copy['type'] === 'Action.Execute' || copy['type'] === 'Action.Submit') {
    const given = copy['data'];
    if (given === undefined || (typeof given === 'object' && given !== null)) copy['data'] = { ...given, [mark]: sendingId };
  }
  return copy as T;
}

/** The words of a message without the mention of the bot, in one line, at most 4,000 characters. */
export function wordsOf(activity: Activity): string {
  return (activity.text ?? '')
    .replace(/<at\b[^>]{0,200}>[^<]{0,200}<\/at>/gi, ' ')
    .replace(/&nbsp;|\s/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim()
    .slice(0, 4000);
}

/** A chat of one person with the bot. Whatever does not say so is treated as a group. */
export function isPrivate({ conversation }: Activity): boolean {
  return conversation.conversationType === 'personal' && conversation.isGroup !== true;
}

/** The tenants that an activity names: where the chat is, and where it was sent from. */
export function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter(tenant => typeof tenant === 'string').map(tenant => tenant.toLowerCase());
}
