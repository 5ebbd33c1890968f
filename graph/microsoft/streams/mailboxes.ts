import * as z from 'zod';
import type { Ended } from '../../../core/tenant/audit.ts';
import type { Mailbox } from '../../../core/tenant/snapshot.ts';
import type { Answer, Way } from '../../http.ts';
import { type Read, stream } from '../../part.ts';
import { missing } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const person = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  accountEnabled: z.boolean().nullish(),
  mail: z.string().nullish()
});
const recipient = z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() });
const recipients = z.array(recipient).nullish();
const rules = z.object({
  value: z.array(
    z.object({
      isEnabled: z.boolean().nullish(),
      isReadOnly: z.boolean().nullish(),
      actions: z.object({ forwardTo: recipients, forwardAsAttachmentTo: recipients, redirectTo: recipients }).nullish()
    })
  )
});
const purpose = z.object({ value: z.string().nullish() });

const by: Read = { vendor: 'microsoft', rights: [rights.mailboxSettingsRead, rights.userReadAll], licences: ['exchange'] };

/** How many mailboxes are asked at once: ten batches of ten, two questions each. */
const together = 100;

/**
 * The inbox rules of every mailbox, in batches. Microsoft Graph shows no forwarding that an administrator set, and of some rules not what they do:
 * those are counted as unreadable.
 */
export const mailboxes = stream({
  ...by,
  stream: 'mailboxes',
  walk: async (way, see) => {
    const pages = way.pages(graph('directory', '/users', { $select: 'id,userPrincipalName,accountEnabled,mail', $top: '999' }));
    let seen = 0;
    for (;;) {
      const { done, value } = await pages.next();
      if (done) return value ? { ...missing(value, by), seen } : { seen };
      const people = value.flatMap(each => person.safeParse(each).data ?? []).filter(({ mail }) => !!mail);
      for (let at = 0; at < people.length; at += together) {
        const ended = await shown(way, people.slice(at, at + together), mailbox => {
          see(mailbox);
          seen += 1;
        });
        if (ended) return { ...ended, seen };
      }
    }
  }
});

async function shown(
  way: Way,
  people: readonly z.output<typeof person>[],
  see: (mailbox: Mailbox) => void
): Promise<Omit<Extract<Ended, { unread: unknown }>, 'seen'> | undefined> {
  const answers = await way.askAll(
    people.flatMap(({ id }) => [
      graph('mailboxes', `/users/${encodeURIComponent(id)}/mailFolders/inbox/messageRules`),
      graph('mailboxes', `/users/${encodeURIComponent(id)}/mailboxSettings/userPurpose`)
    ])
  );
  for (const [i, { userPrincipalName, accountEnabled }] of people.entries()) {
    const [asked, kind] = [answers[2 * i]!, answers[2 * i + 1]!];
    // Somebody without a mailbox has nothing that could be forwarded.
    if (isNone(asked)) continue;
    if ('unread' in asked) return missing(asked, by);
    const read = rules.safeParse(asked.body);
    if (!read.success) return { unread: 'unreachable' };
    const on = read.data.value.filter(({ isEnabled }) => isEnabled !== false);
    const shared = 'body' in kind && purpose.safeParse(kind.body).data?.value === 'shared';
    see({
      owner: userPrincipalName.toLowerCase(),
      kind: shared ? 'shared' : 'person',
      ...(shared ? { canSignIn: accountEnabled !== false } : {}),
      forwardsTo: on.flatMap(({ actions }) => [
        ...addresses(actions?.forwardTo),
        ...addresses(actions?.forwardAsAttachmentTo),
        ...addresses(actions?.redirectTo)
      ]),
      unreadableRules: on.filter(({ isReadOnly, actions }) => isReadOnly === true && !actions).length,
      delegates: 0
    });
  }
  return undefined;
}

function isNone(answer: Answer): boolean {
  return 'unread' in answer && (answer.unread === 'unsupported' || answer.code === 'MailboxNotEnabledForRESTAPI');
}

function addresses(given: z.output<typeof recipients>): readonly string[] {
  return (given ?? []).flatMap(({ emailAddress }) => emailAddress?.address?.toLowerCase() ?? []);
}
