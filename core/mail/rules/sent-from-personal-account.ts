import { nameKey, namesakes } from '../directory.ts';
import type { Person, Recipient } from '../facts.ts';
import { localKey, seemOnePerson } from '../likeness.ts';
import { isPersonalDomain } from '../personal-domains.ts';
import type { MailPolicy } from '../policy.ts';
import { rule } from '../rule.ts';

/** School mail is sent from a school account. */
export const sentFromPersonalAccount = rule({
  id: 'sent-from-personal-account',
  title: { en: 'Sent from an account that is not the school’s', cy: 'Anfonwyd o gyfrif nad yw’n perthyn i’r ysgol' },
  duties: ['no-personal-account', 'school-channels-only'],
  action: 'confirm',
  reads: ['sender', 'recipients', 'school'],
  settings: {},
  messages: {
    outside: {
      en: 'You are writing to people of the school from an account that is not the school’s. Send it from your school account.',
      cy: 'Rydych yn ysgrifennu at bobl yr ysgol o gyfrif nad yw’n perthyn i’r ysgol. Anfonwch ef o’ch cyfrif ysgol.'
    },
    private: {
      en: 'You are sending school mail from a private account. Send it from your school account.',
      cy: 'Rydych yn anfon post yr ysgol o gyfrif preifat. Anfonwch ef o’ch cyfrif ysgol.'
    }
  },
  judge: ({ sender, recipients, school }) => {
    if (sender.ours || sender.address === '' || school.domains.staff.length === 0 || recipients.length === 0) return [];
    const atProvider = isPersonalDomain(sender.domain);
    const isStaff = sender.audience === 'staff' && sender.known.length > 0;
    if ((sender.audience !== 'outsider' && !isStaff) || recipients.some(who => who.exempt)) return [];
    const own = ownAddresses(sender, recipients, school);
    if (!own) return [];
    const evidence = [{ in: 'from', address: sender.address }] as const;
    if (own.length === 1) return [{ message: 'private', evidence, remedy: { kind: 'send-from', address: own[0]! } }];
    if (own.length > 1 || (isStaff && atProvider)) return [{ message: 'private', evidence }];
    return atProvider && recipients.some(who => who.ours || who.known.length > 0) ? [{ message: 'outside', evidence }] : [];
  }
});

/**
 * The school addresses that seem to be the sender's: in the directory under the sender's name, or among the recipients. Nothing where the name is
 * also a parent's, a governor's or a pupil's, who may write from their own account.
 */
function ownAddresses(sender: Person, recipients: readonly Recipient[], school: MailPolicy): readonly string[] | undefined {
  const names = [sender.name, ...sender.known.map(({ name = '' }) => name)].map(nameKey).filter(key => key !== '');
  const keys = new Set((names.length > 0 ? names : [localKey(sender.address)]).filter(key => key !== ''));
  const found = new Set<string>();
  for (const bearers of namesakes(keys, school).values()) {
    for (const { audience, address, ours } of bearers) {
      if (audience !== 'staff' && audience !== 'head') return undefined;
      if (ours) found.add(address);
    }
  }
  for (const who of recipients) {
    if (who.ours && (who.audience === 'staff' || who.audience === 'head') && seemOnePerson(who, sender)) found.add(who.address);
  }
  return [...found];
}
