import { fill, type Locale } from '../../../core/locale.ts';
import { approvable, approvalKey, type Counts, countsOf, type Rested } from '../../../core/mail/approved.ts';
import { readFacts } from '../../../core/mail/facts.ts';
import type { Message } from '../../../core/mail/message.ts';
import type { MailPolicy } from '../../../core/mail/policy.ts';
import type { Verdict } from '../../../core/mail/review.ts';
import { sayApproved } from '../../../core/mail/say.ts';
import { dateIn } from '../../../core/dates.ts';
import type { Asked, Asking } from '../approvals.ts';
import { button, el } from '../../dom.ts';
import { shown } from './shown.ts';
import { words } from './words.ts';

/** A message for which leave can be asked. */
export interface Askable {
  readonly kind: Asking['kind'];
  readonly key: string;
  readonly people: Counts;
}

/** What can be asked for a message: where a rule found something that leave satisfies. */
export function askableIn({ findings }: Verdict, message: Message, policy: MailPolicy): Askable | undefined {
  const rules = findings.map(({ rule }) => rule).filter(rule => (approvable as readonly string[]).includes(rule));
  const { recipients } = readFacts(message, policy);
  if (rules.length === 0 || !recipients || 'unread' in recipients) return undefined;
  const key = approvalKey(message, recipients.value, policy);
  if (key === undefined) return undefined;
  return { kind: rules.includes('head-not-copied') ? 'send' : 'external-mail', key, people: countsOf(recipients.value) };
}

/** What the sender gives along. */
export interface Given {
  readonly note: string;
  readonly attach: boolean;
}

/** What is shown of leave for the message: why rules are silent, how what was asked stands, and the way to ask. */
export interface Leave {
  readonly approved: Rested['approved'];
  readonly askable: Askable | undefined;
  /** Left out: the school does not offer it here, or nobody is signed in. */
  readonly asked: readonly Asked[] | undefined;
  readonly attention: string;
}

/** Draws it; what reads the same as before is left standing, with what is typed in it. */
export function approvalSection(root: HTMLElement, ask: (given: Given) => void): (leave: Leave, locale: Locale) => void {
  return ({ approved, askable, asked, attention }, locale) => {
    const reasons = sayApproved(approved, locale);
    const standing = askable && asked?.find(({ key }) => key === askable.key);
    const canAsk = askable !== undefined && asked !== undefined && standing?.state !== 'asked';
    root.hidden = reasons.length === 0 && !standing && !canAsk;
    shown(root, [reasons, standing, canAsk && askable?.key, attention, locale], () => [
      el('h2', { id: 'approval-title', tabindex: '-1' }, words.approval[locale]),
      ...reasons.map(says => el('p', { class: 'fine', 'data-approved': true }, says)),
      ...(standing ? [el('p', { class: 'said', 'data-asked': standing.state }, standingWords(standing, locale))] : []),
      ...(canAsk ? [formOf(attention, ask, locale)] : [])
    ]);
  };
}

function standingWords({ state, on, reason }: Asked, locale: Locale): string {
  const date = dateIn(locale, on);
  if (state === 'refused') return `${fill(words.leaveRefused[locale], { date })}${reason === undefined ? '' : ` «${reason}»`}`;
  // Given, and yet a rule speaks: the message goes to more people than was asked for.
  const says = state === 'asked' ? words.leaveAsked : state === 'given' ? words.leaveOther : words.leaveOver;
  return fill(says[locale], { date });
}

function formOf(attention: string, ask: (given: Given) => void, locale: Locale): HTMLElement {
  const note = el('textarea', { id: 'approval-note', rows: '3', maxlength: '1500' });
  // What was typed stays, whatever else is said beside it.
  const before = document.getElementById('approval-note');
  if (before instanceof HTMLTextAreaElement) note.value = before.value;
  const attach = el('input', { type: 'checkbox', id: 'approval-attach' });
  return el(
    'div',
    { class: 'asking' },
    el('p', { class: 'hint' }, words.leaveHint[locale]),
    ...(attention === '' ? [] : [el('p', { class: 'unsure', id: 'approval-attention' }, attention)]),
    el('label', { for: 'approval-note' }, words.leaveNote[locale]),
    note,
    el('p', {}, el('label', {}, attach, ' ', words.leaveAttach[locale])),
    el(
      'p',
      { class: 'doing' },
      button(words.leaveAsk[locale], { class: 'remedy', id: 'approval-ask' }, () => ask({ note: note.value, attach: attach.checked }))
    )
  );
}
