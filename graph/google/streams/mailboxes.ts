import * as z from 'zod';
import type { Ended } from '../../../core/tenant/audit.ts';
import type { Mailbox } from '../../../core/tenant/snapshot.ts';
import type { Way } from '../../http.ts';
import { type Read, stream } from '../../part.ts';
import { missing } from '../../reading.ts';
import { google } from '../manner.ts';
import { scopes } from '../scopes.ts';
import { type User, walkUsers } from './users.ts';

const forwarding = z.object({ enabled: z.boolean().optional(), emailAddress: z.string().optional() });
const filters = z.object({ filter: z.array(z.object({ action: z.object({ forward: z.string().optional() }).optional() })).optional() });
const delegates = z.object({ delegates: z.array(z.unknown()).optional() });
const by: Read = { vendor: 'google', rights: [scopes.mailSettings, scopes.users] };

/** How many mailboxes are asked at once, three questions each. */
const together = 50;

/** What leaves each mailbox by itself: the forwarding that its owner set, filters that forward, and who else may read it. */
export function mailboxes(customer: string) {
  return stream({
    ...by,
    stream: 'mailboxes',
    walk: async (way, see) => {
      const people: User[] = [];
      const ended = await walkUsers(way, by, customer, user => {
        if (user.isMailboxSetup !== false && user.suspended !== true && user.archived !== true) people.push(user);
      });
      if ('unread' in ended) return { ...ended, seen: 0 };
      for (let at = 0; at < people.length; at += together) {
        const read = await Promise.all(people.slice(at, at + together).map(({ primaryEmail }) => mailboxOf(way, primaryEmail)));
        for (const [i, mailbox] of read.entries()) {
          if ('unread' in mailbox) return { ...mailbox, seen: at + i };
          see(mailbox);
        }
      }
      return { seen: people.length };
    }
  });
}

async function mailboxOf(way: Way, address: string): Promise<Mailbox | Omit<Extract<Ended, { unread: unknown }>, 'seen'>> {
  const ask = (setting: string) =>
    way.ask(
      google('mailboxes', 'gmail.googleapis.com', `/gmail/v1/users/${encodeURIComponent(address)}/settings/${setting}`, {}, { as: address })
    );
  const answers = await Promise.all([ask('autoForwarding'), ask('filters'), ask('delegates')]);
  const unread = answers.find(answer => 'unread' in answer);
  if (unread && 'unread' in unread) return missing(unread, by);
  const [own, sorted, others] = answers.map(answer => ('body' in answer ? answer.body : undefined));
  const [set, rules, shared] = [forwarding.safeParse(own), filters.safeParse(sorted), delegates.safeParse(others)];
  if (!set.success || !rules.success || !shared.success) return { unread: 'unreachable' };
  const targets = [
    ...(set.data.enabled === true && set.data.emailAddress ? [set.data.emailAddress] : []),
    ...(rules.data.filter ?? []).flatMap(({ action }) => action?.forward ?? [])
  ];
  return {
    owner: address.toLowerCase(),
    kind: 'person',
    forwardsTo: [...new Set(targets.map(target => target.toLowerCase()))],
    unreadableRules: 0,
    delegates: (shared.data.delegates ?? []).length
  };
}
