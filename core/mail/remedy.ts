import type { Text } from '../locale.ts';
import { normalAddress } from './address.ts';
import type { Span } from './span.ts';
import type { Address, Addressed, Message } from './message.ts';

/** What one click puts right. Plain data: each surface carries it out in its own way, and `applied` says what must come out. */
export type Remedy =
  /** `head` where the address is the headteacher's, who is then called so and not by it. */
  | { readonly kind: 'copy-in'; readonly addresses: readonly string[]; readonly head?: true }
  | { readonly kind: 'move-to-bcc'; readonly addresses: readonly string[] }
  | { readonly kind: 'remove-recipients'; readonly addresses: readonly string[] }
  | { readonly kind: 'replace-recipient'; readonly address: string; readonly by: string }
  | { readonly kind: 'send-from'; readonly address: string }
  | { readonly kind: 'send-later'; readonly at: string }
  | { readonly kind: 'remove-attachments'; readonly names: readonly string[] }
  /** Cuts these places out of a plain-text body. */
  | { readonly kind: 'cut-words'; readonly spans: readonly Span[] };

/** What the button calls the headteacher, in place of an address. */
export const headWords: Text = { en: 'the headteacher', cy: 'y pennaeth' };

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
  const { from, addressed, attachments, body } = message;
  switch (remedy.kind) {
    case 'send-from':
      return { ...message, from: { value: { name: 'value' in from ? from.value.name : '', address: remedy.address } } };
    case 'send-later':
      return { ...message, at: { value: remedy.at } };
    case 'remove-attachments':
      if (!('value' in attachments)) return message;
      return { ...message, attachments: { value: attachments.value.filter(({ name }) => remedy.names.indexOf(name) < 0) } };
    case 'cut-words': {
      if (!('value' in body) || body.value.format !== 'text') return message;
      let content = body.value.content;
      for (const { start, end } of remedy.spans.slice().sort((a, b) => b.start - a.start))
        content = content.slice(0, start) + content.slice(end);
      return { ...message, body: { value: { format: 'text', content } } };
    }
    default:
      return 'value' in addressed
        ? { ...message, addressed: { value: { ...addressed.value, ...readdressed(remedy, addressed.value) } } }
        : message;
  }
}

type Readdressing = Extract<Remedy, { kind: 'copy-in' | 'move-to-bcc' | 'remove-recipients' | 'replace-recipient' }>;

function readdressed(remedy: Readdressing, { to, cc, bcc }: Addressed): Addressed {
  const meant = new Set(('addresses' in remedy ? remedy.addresses : [remedy.address]).map(normalAddress));
  // A contact list that Outlook hands over without an address is known by its name.
  const isMeant = ({ address, name }: Address): boolean => meant.has(normalAddress(address.trim() === '' ? name : address));
  const without = (list: readonly Address[]): readonly Address[] => list.filter(who => !isMeant(who));
  switch (remedy.kind) {
    case 'copy-in':
      return { to, bcc, cc: [...cc, ...remedy.addresses.map(address => ({ name: '', address }))] };
    case 'move-to-bcc':
      return { to: without(to), cc: without(cc), bcc: [...bcc, ...to.filter(isMeant), ...cc.filter(isMeant)] };
    case 'remove-recipients':
      return { to: without(to), cc: without(cc), bcc: without(bcc) };
    case 'replace-recipient': {
      const put = (who: Address): Address => (isMeant(who) ? { name: '', address: remedy.by } : who);
      return { to: to.map(put), cc: cc.map(put), bcc: bcc.map(put) };
    }
  }
}
