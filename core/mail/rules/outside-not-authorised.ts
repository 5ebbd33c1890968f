import { approvers, copyIn, knowsOfIt, outsideOf } from '../outside.ts';
import { type Breach, type Evidence, rule, some } from '../rule.ts';
import { sensitiveIn } from '../sensitive.ts';

/** Mail outside the school is approved before it is sent, where the school asks for it. */
export const outsideNotAuthorised = rule({
  id: 'outside-not-authorised',
  title: { en: 'Nobody has approved this outside mail', cy: 'Nid oes neb wedi cymeradwyo’r post allanol hwn' },
  duties: ['head-authorises-outside-mail', 'sensitive-mail-authorised'],
  action: 'confirm',
  reads: ['recipients', 'sender', 'school', 'subject', 'prose'],
  settings: {
    scope: { kind: 'choice', of: ['off', 'sensitive', 'all'], default: 'off', says: 'which mail outside the school needs approval' },
    approvers: { kind: 'choices', of: approvers, default: ['head', 'deputy'], says: 'a copy to whom counts as approved' }
  },
  messages: {
    outside: {
      en: 'This goes outside the school, and such mail is approved before it is sent. Have it approved, and copy in who approved it.',
      cy: 'Mae hwn yn mynd y tu allan i’r ysgol, a chymeradwyir post o’r fath cyn ei anfon. Ceisiwch gymeradwyaeth, ac anfonwch gopi at bwy bynnag a’i rhoddodd.'
    },
    sensitive: {
      en: 'This looks sensitive and goes outside the school, and such mail is approved before it is sent. Have it approved, and copy in who approved it.',
      cy: 'Mae hwn yn edrych yn sensitif ac yn mynd y tu allan i’r ysgol, a chymeradwyir post o’r fath cyn ei anfon. Ceisiwch gymeradwyaeth, ac anfonwch gopi at bwy bynnag a’i rhoddodd.'
    }
  },
  judge: (facts, { scope, approvers }) => {
    const { recipients, sender, school, subject, prose } = facts;
    if (scope === 'off' || (sender.audience !== 'staff' && sender.audience !== 'pupil') || recipients.some(who => who.exempt)) return [];
    const outside = outsideOf(recipients);
    if (outside.length === 0 || knowsOfIt(approvers, facts)) return [];
    const spoken = some(sensitiveIn(subject, prose));
    const evidence = spoken || (scope === 'all' && some(outside.map<Evidence>(({ field, address }) => ({ in: field, address }))));
    if (!evidence) return [];
    const breach: Breach<'outside' | 'sensitive'> = { message: spoken ? 'sensitive' : 'outside', evidence };
    const remedy = sender.audience === 'pupil' ? undefined : copyIn(approvers, school);
    return [remedy ? { ...breach, remedy } : breach];
  }
});
