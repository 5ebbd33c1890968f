import { fill, type Locale } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Message } from '../../core/mail/message.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import { type Finding, review } from '../../core/mail/review.ts';
import { plain, type Submitted } from './card.ts';
import { askedFor, type By, remedyLabel } from './cards.ts';
import { type GmailEvent, localeOf, messageOf } from './event.ts';
import { composed } from './on-compose.ts';
import { redrafted } from './redraft.ts';
import { refusalWords, words } from './words.ts';

/** What is answered when somebody clicks a button of a card: the message is judged anew as it is now, and then put right, or looked at again. */
export function onAction(event: GmailEvent, by: By): Submitted {
  const locale = localeOf(event);
  const asked = event.commonEventObject.parameters || {};
  if (asked['do'] !== 'remedy') {
    return {
      renderActions: { action: { navigations: [{ updateCard: composed(event, by) }], notification: { text: words.checked[locale] } } }
    };
  }
  const message = messageOf(event, by);
  if ('unread' in message.addressed) return told(refusalWords['not-shown'][locale]);
  const finding = findingFor(asked, message, by.policy);
  if (!finding || !finding.remedy) return again(event, by, refusalWords['nothing-to-do'][locale]);
  const made = redrafted(finding.remedy, message);
  if ('refused' in made) return told(refusalWords[made.refused][locale]);
  return {
    renderActions: {
      // Google shows a notification beside a change of the draft; a card beside it is nowhere documented.
      action: { notification: { text: doneText(finding, by.policy, locale) } },
      hostAppAction: { gmailAction: { updateDraftActionMarkup: made.update } }
    },
    stateChanged: true
  };
}

function findingFor(asked: { readonly [name: string]: string }, message: Message, policy: MailPolicy): Finding | undefined {
  return review(message, policy).findings.filter(finding => {
    if (!finding.remedy) return false;
    const { rule, kind, address } = askedFor({ ...finding, remedy: finding.remedy });
    return (
      rule === asked['rule'] &&
      kind === asked['kind'] &&
      (address === undefined || normalAddress(address) === normalAddress(asked['address'] || ''))
    );
  })[0];
}

function doneText(finding: Finding, policy: MailPolicy, locale: Locale): string {
  return plain(fill(words.done[locale], { remedy: remedyLabel(finding, policy, locale) }), 200);
}

function told(text: string): Submitted {
  return { renderActions: { action: { notification: { text } } } };
}

function again(event: GmailEvent, by: By, text: string): Submitted {
  return { renderActions: { action: { navigations: [{ updateCard: composed(event, by) }], notification: { text } } } };
}
