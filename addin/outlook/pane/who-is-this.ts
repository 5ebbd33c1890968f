import { fill, type Locale } from '../../../core/locale.ts';
import { mailboxOf } from '../../../core/mail/address.ts';
import { readFacts } from '../../../core/mail/facts.ts';
import { keyedHash } from '../../../core/mail/filter.ts';
import type { Message } from '../../../core/mail/message.ts';
import { isPersonalDomain } from '../../../core/mail/personal-domains.ts';
import type { MailPolicy } from '../../../core/mail/policy.ts';
import { button, el } from '../../dom.ts';
import type { Answer } from '../kept.ts';
import { shown } from './shown.ts';
import { whoWords, words } from './words.ts';

/** Somebody the school does not know, and what the sender said of them. */
export interface Unknown {
  readonly name: string;
  readonly address: string;
  /** The keyed hash of the address: all that ever leaves this device of it. */
  readonly hash: string;
  readonly provider: boolean;
  readonly said: Answer['audience'] | undefined;
}

/** So many are asked about at once; the next ones follow. */
const atOnce = 5;

/**
 * The outside addresses of a message of whom the school's policy, without anybody's answers, says nothing. Exempt addresses are not among them: nobody
 * is to say who they are.
 */
export function unknownIn(message: Message, policy: MailPolicy, answers: readonly Answer[]): readonly Unknown[] {
  const { filter } = policy;
  const { recipients } = readFacts(message, policy);
  if (!filter || !recipients || 'unread' in recipients) return [];
  const found = new Map<string, Unknown>();
  for (const { name, address, domain, audience, exempt, local } of recipients.value) {
    const mailbox = mailboxOf(address);
    if (audience !== 'outsider' || exempt || domain === '' || local === '' || found.has(mailbox)) continue;
    const hash = keyedHash(filter.key, mailbox);
    const said = answers.find(each => each.hash === hash)?.audience;
    found.set(mailbox, { name: name || mailbox, address: mailbox, hash, provider: isPersonalDomain(domain), said });
  }
  return [...found.values()];
}

interface Wiring {
  readonly answer: (who: Unknown, audience: Answer['audience']) => void;
  readonly forget: (who: Unknown) => void;
}

/** Asks who the unknown addresses are, one group of buttons each, and shows what was said. */
export function whoIsThis(root: HTMLElement, wiring: Wiring): (unknown: readonly Unknown[], locale: Locale) => void {
  return (unknown, locale) => {
    root.hidden = unknown.length === 0;
    shown(root, [unknown, locale], () => {
      const open = unknown.filter(({ said }) => !said);
      const asked = new Set(open.slice(0, atOnce));
      const left = open.length - asked.size;
      return [
        el('h2', { id: 'who-title', tabindex: '-1' }, words.who[locale]),
        el('p', { class: 'hint' }, words.whoHint[locale]),
        ...unknown.filter(who => who.said || asked.has(who)).map(who => personNode(who, wiring, locale)),
        ...(left > 0 ? [el('p', { class: 'hint' }, fill(words.more[locale], { count: left }))] : [])
      ];
    });
  };
}

function personNode(who: Unknown, wiring: Wiring, locale: Locale): HTMLElement {
  const shownAs = who.name.toLowerCase() === who.address ? who.address : `${who.name} (${who.address})`;
  if (who.said) {
    const change = button(
      words.change[locale],
      { class: 'quiet', 'data-change': who.address, 'aria-label': fill(words.changeFor[locale], { name: shownAs }) },
      () => wiring.forget(who)
    );
    const says = fill(words.said[locale], { name: shownAs, who: whoWords[who.said as keyof typeof whoWords][locale].toLowerCase() });
    return el('p', { class: 'said', 'data-unknown': who.address, 'data-said': who.said }, says, ' ', change);
  }
  const audiences = Object.keys(whoWords) as (keyof typeof whoWords)[];
  return el(
    'fieldset',
    { 'data-unknown': who.address },
    el('legend', {}, fill(words.whoIs[locale], { name: shownAs })),
    ...audiences.map(audience =>
      button(whoWords[audience][locale], { class: 'choice', 'data-who': audience }, () => wiring.answer(who, audience))
    )
  );
}
