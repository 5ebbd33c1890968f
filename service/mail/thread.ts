import type { Reading } from '../../core/judge.ts';
import type { Addressed, Message, Thread } from '../../core/mail/message.ts';

/** What the headers of a mail say of the conversation it belongs to. Ids are Message-IDs, or the ids of rows. */
interface ThreadHeaders {
  readonly id: string;
  /** The mails it answers, the nearest first. */
  readonly parents: readonly string[];
  readonly subject: string;
}

/** Remembers who was in the mails of one reading, so that a later answer knows the addresses that were in the conversation before it. */
export interface Conversations {
  readonly threadOf: (headers: ThreadHeaders) => Thread;
  readonly remember: (id: string, parents: readonly string[], from: Message['from'], addressed: Message['addressed']) => void;
}

/** A memory of the last `most` mails; what is older is forgotten, so that it stays small however much is read. */
export function conversations(most = 20_000): Conversations {
  const members = new Map<string, ReadonlySet<string>>();
  return {
    threadOf: ({ parents, subject }) => {
      const kind = kindOf(subject, parents.length > 0);
      if (kind === 'new') return { kind, earlier: { value: [] } };
      const known = parents.map(id => members.get(id)).find(found => found !== undefined);
      const earlier: Reading<readonly string[]> = known ? { value: [...known] } : { unread: 'unsupported' };
      return { kind, earlier };
    },
    remember: (id, parents, from, addressed) => {
      if (id === '' || !('value' in addressed)) return;
      const all = new Set(addressesIn(addressed.value));
      if ('value' in from) all.add(from.value.address);
      const before = parents.map(parent => members.get(parent)).find(found => found !== undefined);
      for (const address of before || []) all.add(address);
      members.delete(id);
      members.set(id, all);
      const oldest = members.size > most ? members.keys().next().value : undefined;
      if (oldest !== undefined) members.delete(oldest);
    }
  };
}

/** The Message-IDs in a header such as References or In-Reply-To, in order. */
export function idsIn(header: string): readonly string[] {
  return header.match(/<[^<>\s]{1,998}>/g) || [];
}

function kindOf(subject: string, answers: boolean): Thread['kind'] {
  const mark = /^\s{0,20}([a-z]{1,4})(?:\[\d{1,3}\])?\s{0,3}:/i.exec(subject)?.[1]?.toLowerCase();
  if (mark && forwards.includes(mark)) return 'forward';
  return answers || (mark && replies.includes(mark)) ? 'reply' : 'new';
}

/** What mail programs write before the subject: English, Welsh, and the languages that families' programs speak. */
const replies: readonly string[] = ['re', 'ateb', 'atb', 'aw', 'sv', 'odp', 'ynt', 'rif', 'vs'];
const forwards: readonly string[] = ['fw', 'fwd', 'anf', 'blaen', 'wg', 'tr', 'rv', 'enc', 'pd', 'vb', 'i'];

function addressesIn({ to, cc }: Addressed): readonly string[] {
  return [...to, ...cc].flatMap(({ address, members }) => [address, ...(members || []).map(member => member.address)]);
}
