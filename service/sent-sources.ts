import * as z from 'zod';
import type { MailPolicy } from '../core/mail/policy.ts';
import type { Address, Addressed, Message } from '../core/mail/message.ts';
import { review } from '../core/mail/review.ts';
import { rules } from '../core/mail/rules/index.ts';
import { google } from '../graph/google/manner.ts';
import type { Request, Unanswered, Way } from '../graph/http.ts';
import { graph } from '../graph/microsoft/manner.ts';
import type { SentSource } from './config-sent.ts';

/** One message that a rule speaks of, as a source knows it. Held in mind while one command runs; nothing but its record is kept. */
export interface Seen {
  /** The vendor's own name of the message. */
  readonly id: string;
  readonly at: string;
  readonly sender: string;
  readonly rules: readonly string[];
  readonly went: 'sent' | 'perhaps';
}

/** When to look. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Looks at one source: what it saw, then nothing, or why it could not be read to its end. */
export type Look = (span: Span) => AsyncGenerator<Seen, Unanswered | undefined>;

const value = z.object({
  name: z.string(),
  value: z.string().optional(),
  intValue: z.string().optional(),
  messageValue: z.unknown().optional(),
  multiMessageValue: z.array(z.unknown()).optional()
});
const activity = z.object({
  id: z.object({ time: z.string(), uniqueQualifier: z.string().optional() }),
  actor: z.object({ email: z.string().optional() }).optional(),
  events: z.array(z.object({ name: z.string(), parameters: z.array(value).optional() })).optional()
});
type Value = z.output<typeof value>;

function activities(application: 'rules' | 'gmail', event: string, { from, to }: Span): Request {
  return google('reports', 'admin.googleapis.com', `/admin/reports/v1/activity/users/all/applications/${application}`, {
    eventName: event,
    startTime: from.toISOString(),
    endTime: to.toISOString(),
    maxResults: '1000'
  });
}

/** What Google's log of rules says of ours. A rule that only writes to the log holds nothing back; of a warning it does not say what the sender did. */
export function rulesLog(way: Way, school: string): Look {
  return async function* (span) {
    const pages = way.pages(activities('rules', 'action_complete', span));
    for (;;) {
      const { done, value: page } = await pages.next();
      if (done) return page;
      for (const thing of page) {
        const read = activity.safeParse(thing);
        if (!read.success) return { unread: 'unreachable', code: 'other-shape' };
        const { id, actor, events = [] } = read.data;
        for (const { parameters = [] } of events) {
          const rule = ourRule(textOf(parameters, 'rule_name'), school);
          const message = textOf(parameters, 'resource_id');
          const sender = actor?.email ?? textOf(parameters, 'resource_owner_email');
          if (rule === undefined || textOf(parameters, 'data_source') !== 'GMAIL' || sender === undefined) continue;
          const acted = JSON.stringify(parameters.find(({ name }) => name === 'triggered_actions') ?? '');
          yield {
            id: message ?? `${id.time} ${id.uniqueQualifier ?? ''}`,
            at: id.time,
            sender: sender.toLowerCase(),
            rules: [rule],
            went: /WARN|BLOCK|QUARANTINE/i.test(acted) ? 'perhaps' : 'sent'
          };
        }
      }
    }
  };
}

/** The core's rule that a rule of ours stands for. */
function ourRule(name: string | undefined, school: string): string | undefined {
  const start = `Beadle [${school} rule/`;
  return name?.startsWith(start) ? /^[a-z0-9-]+(?=\])/.exec(name.slice(start.length))?.[0] : undefined;
}

function textOf(parameters: readonly Value[], name: string): string | undefined {
  return parameters.find(each => each.name === name)?.value;
}

/**
 * Google's log of mail: who sent to whom, but not in which field, and nothing of what was written. Its subject is not looked at. Google does not say
 * whether a message of several recipients is one event or several, so that they are put together first.
 */
export function mailLog(way: Way, policy: MailPolicy): Look {
  return async function* (span) {
    const sent = new Map<string, Gathered>();
    const pages = way.pages(activities('gmail', 'delivery', span));
    for (;;) {
      const { done, value: page } = await pages.next();
      if (done) return yield* judgedTogether(sent, policy, page);
      for (const thing of page) {
        const read = activity.safeParse(thing);
        if (!read.success) return { unread: 'unreachable', code: 'other-shape' };
        const from = read.data.actor?.email;
        for (const { parameters = [] } of read.data.events ?? []) {
          const info = nested(parameters, 'message_info');
          const kind = nested(parameters, 'event_info').find(({ name }) => name === 'mail_event_type')?.intValue;
          const id = textOf(info, 'rfc2822_message_id');
          if (kind !== '1' || id === undefined || from === undefined) continue;
          // One text of all recipients, `service:selector:address`, one after the other: Google's nested parameters cannot nest again.
          const to = (textOf(info, 'flattened_destinations') ?? '').match(/[^\s:,;<>]+@[^\s:,;<>]+/g) ?? [];
          const message = sent.get(id) ?? { from: from.toLowerCase(), at: read.data.id.time, to: [] };
          message.to.push(...to.map(plain));
          sent.set(id, message);
        }
      }
    }
  };
}

/** A message as several lines of a log make it up. */
interface Gathered {
  readonly from: string;
  readonly at: string;
  readonly to: Address[];
}

/** Judges what was gathered, unless the log broke off: a message whose head was on a page that did not come would be taken for one without. */
async function* judgedTogether(
  sent: ReadonlyMap<string, Gathered>,
  policy: MailPolicy,
  ended: Unanswered | undefined
): AsyncGenerator<Seen, Unanswered | undefined> {
  if (ended) return ended;
  for (const [id, { from, at, to }] of sent) {
    // Nobody is said to see whose address: only rules that ask who is there at all.
    const seen = judged(policy, from, { to, cc: [], bcc: [] }, at, ['crowd-in-the-open']);
    if (seen.length > 0) yield { id, at, sender: from, rules: seen, went: 'sent' };
  }
  return undefined;
}

const inside = z.object({ parameter: z.array(value) });

function nested(parameters: readonly Value[], name: string): readonly Value[] {
  return inside.safeParse(parameters.find(each => each.name === name)?.messageValue).data?.parameter ?? [];
}

const listed = z.object({ id: z.string() });
const header = z.object({ name: z.string(), value: z.string() });
const metadata = z.object({
  id: z.string(),
  internalDate: z.string(),
  payload: z.object({ headers: z.array(header).optional() }).optional()
});

/** The headers of what each of these people sent, in their own names: From, To, Cc and Bcc, and nothing else of a message. */
export function mailboxes(way: Way, policy: MailPolicy, people: readonly string[]): Look {
  return async function* ({ from, to }) {
    let missed: Unanswered | undefined;
    for (const as of people) {
      const path = `/gmail/v1/users/${encodeURIComponent(as)}/messages`;
      const pages = way.pages(google('mailboxes', 'gmail.googleapis.com', path, { labelIds: 'SENT', maxResults: '100' }, { as }));
      let older = false;
      while (!older) {
        const { done, value: page } = await pages.next();
        if (done) {
          missed ??= page;
          break;
        }
        for (const thing of page) {
          const id = listed.safeParse(thing).data?.id ?? '';
          const query = 'format=metadata&metadataHeaders=From&metadataHeaders=To&metadataHeaders=Cc&metadataHeaders=Bcc';
          const request = google('mailboxes', 'gmail.googleapis.com', `${path}/${id}?${query}`, {}, { as });
          const answer = await way.ask(request);
          const read = 'unread' in answer ? undefined : metadata.safeParse(answer.body).data;
          if (!read) {
            missed ??= 'unread' in answer ? answer : { unread: 'unreachable', code: 'other-shape' };
            continue;
          }
          const at = new Date(Number(read.internalDate));
          // Newest first.
          older = at < from;
          if (older) break;
          if (at >= to) continue;
          const field = (name: string): readonly Address[] =>
            (read.payload?.headers ?? []).filter(each => each.name.toLowerCase() === name).flatMap(each => addressesIn(each.value));
          const seen = judged(policy, as, { to: field('to'), cc: field('cc'), bcc: field('bcc') }, at.toISOString(), []);
          if (seen.length > 0) yield { id: read.id, at: at.toISOString(), sender: as, rules: seen, went: 'sent' };
        }
      }
    }
    return missed;
  };
}

const traced = z.object({
  messageId: z.string(),
  senderAddress: z.string(),
  recipientAddress: z.string(),
  receivedDateTime: z.string(),
  status: z.string()
});

/** Exchange’s trace of messages, one line a recipient: who sent to whom, but not in which field. Subjects are not asked for. */
export function messageTrace(way: Way, policy: MailPolicy): Look {
  return async function* ({ from, to }) {
    const sent = new Map<string, Gathered>();
    const pages = way.pages(
      graph('reports', '/admin/exchange/tracing/messageTraces', {
        $filter: `receivedDateTime ge ${from.toISOString()} and receivedDateTime lt ${to.toISOString()}`,
        $select: Object.keys(traced.shape).join(',')
      })
    );
    for (;;) {
      const { done, value: page } = await pages.next();
      if (done) return yield* judgedTogether(sent, policy, page);
      for (const thing of page) {
        const read = traced.safeParse(thing).data;
        if (!read) return { unread: 'unreachable', code: 'other-shape' };
        const { messageId, senderAddress, recipientAddress, receivedDateTime, status } = read;
        if (status === 'failed') continue;
        const message = sent.get(messageId) ?? { from: senderAddress.toLowerCase(), at: receivedDateTime, to: [] };
        message.to.push(plain(recipientAddress));
        sent.set(messageId, message);
      }
    }
  };
}

/** The rules that speak of a message of which nothing is known but who sent it to whom. */
function judged(policy: MailPolicy, from: string, addressed: Addressed, at: string, without: readonly string[]): readonly string[] {
  const unread = { unread: 'unsupported' } as const;
  const message: Message = {
    from: { value: plain(from) },
    addressed: { value: addressed },
    subject: unread,
    body: unread,
    attachments: unread,
    thread: unread,
    at: { value: at }
  };
  const { findings } = review(
    message,
    policy,
    rules.filter(({ id }) => !without.includes(id))
  );
  return [...new Set(findings.filter(({ action }) => action !== 'advise').map(({ rule }) => rule))];
}

function plain(address: string): Address {
  return { name: '', address };
}

/** The addresses of a header line: commas in quoted names do not part them. */
function addressesIn(line: string): readonly Address[] {
  const parts = line.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return parts.flatMap(part => {
    const written = part.trim();
    if (written === '') return [];
    const [, name = '', address] = /^(.*?)<([^<>]*)>$/s.exec(written) ?? [];
    return [{ name: name.trim().replace(/^"|"$/g, ''), address: address ?? written }];
  });
}

/** The right at Google that a source needs. Exchange’s needs `ExchangeMessageTrace.Read.All`, granted to the application. */
export const needs: { readonly [S in Exclude<SentSource, 'message-trace'>]: 'reports' | 'headers' } = {
  'rules-log': 'reports',
  'mail-log': 'reports',
  mailboxes: 'headers'
};
