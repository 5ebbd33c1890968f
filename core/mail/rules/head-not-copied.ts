import { listed, type Text } from '../../locale.ts';
import { directoryHas } from '../directory.ts';
import type { Person } from '../facts.ts';
import { copyIn, holdsPost } from '../outside.ts';
import type { Audience, MailPolicy } from '../policy.ts';
import { rule, some } from '../rule.ts';

type To = 'parent' | 'governor' | 'agency' | 'outsider';

/** The headteacher, or a deputy in their place, is copied into mail to families, governors and outside agencies. */
export const headNotCopied = rule({
  id: 'head-not-copied',
  title: { en: 'The headteacher is not copied in', cy: 'Nid oes copi at y pennaeth' },
  duties: ['copy-head-on-outside-mail'],
  action: 'confirm',
  reads: ['recipients', 'sender', 'school'],
  settings: {
    audiences: {
      kind: 'choices',
      of: ['parent', 'governor', 'agency', 'outsider'],
      default: ['parent', 'governor', 'agency'],
      says: 'mail to whom is copied to the headteacher'
    },
    deputyCounts: { kind: 'flag', default: true, says: 'a named deputy may stand in for the headteacher' },
    bccCounts: { kind: 'flag', default: false, says: 'a blind copy to the headteacher is enough' }
  },
  messages: {
    without: {
      en: 'This goes {whom} without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd {whom} heb y pennaeth. Anfonwch gopi at y pennaeth.'
    }
  },
  judge: ({ recipients, sender, school }, { audiences, deputyCounts, bccCounts }) => {
    const may = deputyCounts ? (['head', 'deputy'] as const) : (['head'] as const);
    const remedy = copyIn(may, school);
    const knows = (who: Person): boolean => holdsPost(may, who, school);
    if (!remedy || sender.audience !== 'staff' || knows(sender)) return [];
    if (recipients.some(who => who.exempt || ((bccCounts || who.field !== 'bcc') && knows(who)))) return [];
    // Until the school has said who is outside, a stranger may be anyone of whom the duty speaks.
    const asked: readonly To[] = countsStrangers(audiences, school) ? [...audiences, 'outsider'] : audiences;
    const kinds: Text[] = [];
    const evidence = some(
      recipients
        .filter(who => {
          const kind = inside.indexOf(who.audience) < 0 ? asked.filter(each => who.audiences.indexOf(each) >= 0)[0] : undefined;
          if (kind) kinds.push(whom[kind]);
          return kind;
        })
        .map(({ field, address }) => ({ in: field, address }))
    );
    return evidence ? [{ message: 'without', values: { whom: listed(kinds) }, evidence, remedy }] : [];
  }
});

const inside: readonly Audience[] = ['staff', 'head', 'pupil'];
const whom: { readonly [A in To]: Text } = {
  parent: { en: 'to parents or carers', cy: 'at rieni neu ofalwyr' },
  governor: { en: 'to governors', cy: 'at lywodraethwyr' },
  agency: { en: 'to an outside agency', cy: 'at asiantaeth allanol' },
  outsider: { en: 'to people outside the school', cy: 'at bobl y tu allan i’r ysgol' }
};

function countsStrangers(chosen: readonly To[], school: MailPolicy): boolean {
  return (chosen.indexOf('parent') >= 0 || chosen.indexOf('agency') >= 0) && !directoryHas(['parent', 'governor', 'agency'], school);
}
