import type { Text } from '../locale.ts';
import { normalAddress } from './address.ts';
import type { Span } from './span.ts';
import type { Address, Addressed, Attachment, Message } from './message.ts';

/** What one click puts right. Plain data: each surface carries it out in its own way, and `applied` says what must come out. */
export type Remedy =
  | { readonly kind: 'copy-in'; readonly addresses: readonly string[] }
  | { readonly kind: 'move-to-bcc'; readonly addresses: readonly string[] }
  | { readonly kind: 'remove-recipients'; readonly addresses: readonly string[] }
  | { readonly kind: 'replace-recipient'; readonly address: string; readonly by: string }
  | { readonly kind: 'send-from'; readonly address: string }
  | { readonly kind: 'send-later'; readonly at: string }
  | { readonly kind: 'remove-attachments'; readonly names: readonly string[] }
  /** Cuts these places out of a plain-text body. */
  | { readonly kind: 'cut-words'; readonly spans: readonly Span[] };

/** What the button says. */
export const remedyWords: { readonly [K in Remedy['kind']]: Text } = {
  'copy-in': { en: 'Copy in {addresses}', cy: 'Anfon copi at {addresses}' },
  'move-to-bcc': { en: 'Move to Bcc', cy: 'Symud i Bcc' },
  'remove-recipients': { en: 'Remove {addresses}', cy: 'Dileu {addresses}' },
  'replace-recipient': { en: 'Send to {by} instead', cy: 'Anfon at {by} yn lle hynny' },
  'send-from': { en: 'Send from {address}', cy: 'Anfon o {address}' },
  'send-later': { en: 'Send in school hours', cy: 'Anfon yn ystod oriau ysgol' },
  'remove-attachments': { en: 'Remove the attachment', cy: 'Tynnu’r atodiad' },
  'cut-words': { en: 'Take it out of the text', cy: 'Ei dynnu o’r testun' }
};

/** The message as it is once the remedy was carried out. A part that was not read, or an HTML body whose words would be cut, stays as it is. */
export function applied(remedy: Remedy, message: Message): Message {
  switch (remedy.kind) {
    case 'copy-in':
      return readdressed(message, addressed => ({
        ...addressed,
        cc: [...addressed.cc, ...remedy.addresses.map(address => ({ name: '', address }))]
      }));
    case 'move-to-bcc': {
      const moved = named(remedy.addresses);
      return readdressed(message, ({ to, cc, bcc }) => ({
        to: to.filter(who => !moved(who)),
        cc: cc.filter(who => !moved(who)),
        bcc: [...bcc, ...to.filter(moved), ...cc.filter(moved)]
      }));
    }
    case 'remove-recipients': {
      const removed = named(remedy.addresses);
      return everywhere(message, list => list.filter(who => !removed(who)));
    }
    case 'replace-recipient': {
      const replaced = named([remedy.address]);
      return everywhere(message, list => list.map(who => (replaced(who) ? { name: '', address: remedy.by } : who)));
    }
    case 'send-from':
      return { ...message, from: { value: { name: 'value' in message.from ? message.from.value.name : '', address: remedy.address } } };
    case 'send-later':
      return { ...message, at: { value: remedy.at } };
    case 'remove-attachments': {
      if (!('value' in message.attachments)) return message;
      const stays = (file: Attachment): boolean => !remedy.names.includes(file.name);
      return { ...message, attachments: { value: message.attachments.value.filter(stays) } };
    }
    case 'cut-words': {
      if (!('value' in message.body) || message.body.value.format !== 'text') return message;
      let content = message.body.value.content;
      for (const { start, end } of [...remedy.spans].sort((a, b) => b.start - a.start))
        content = content.slice(0, start) + content.slice(end);
      return { ...message, body: { value: { format: 'text', content } } };
    }
  }
}

function named(addresses: readonly string[]): (who: Address) => boolean {
  const normal = new Set(addresses.map(normalAddress));
  // A contact list that Outlook hands over without an address is known by its name.
  return who => normal.has(normalAddress(who.address.trim() === '' ? who.name : who.address));
}

function readdressed(message: Message, change: (addressed: Addressed) => Addressed): Message {
  return 'value' in message.addressed ? { ...message, addressed: { value: change(message.addressed.value) } } : message;
}

function everywhere(message: Message, change: (list: readonly Address[]) => readonly Address[]): Message {
  return readdressed(message, ({ to, cc, bcc }) => ({ to: change(to), cc: change(cc), bcc: change(bcc) }));
}
