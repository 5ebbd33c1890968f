import { directoryHas } from '../directory.ts';
import type { Person } from '../facts.ts';
import { firstOf, holdsPost } from '../outside.ts';
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
    parents: {
      en: 'This goes to parents or carers without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at rieni neu ofalwyr heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    governors: {
      en: 'This goes to governors without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at lywodraethwyr heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    agencies: {
      en: 'This goes to an outside agency without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at asiantaeth allanol heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    outsiders: {
      en: 'This goes to people outside the school without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at bobl y tu allan i’r ysgol heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    several: {
      en: 'This goes to families, governors or others outside the school without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at deuluoedd, llywodraethwyr neu eraill y tu allan i’r ysgol heb y pennaeth. Anfonwch gopi at y pennaeth.'
    }
  },
  judge: ({ recipients, sender, school }, { audiences, deputyCounts, bccCounts }) => {
    const may = deputyCounts ? (['head', 'deputy'] as const) : (['head'] as const);
    const by = firstOf(may, school);
    const knows = (who: Person): boolean => holdsPost(may, who, school);
    if (by === undefined || sender.audience !== 'staff' || knows(sender)) return [];
    if (recipients.some(who => who.exempt || ((bccCounts || who.field !== 'bcc') && knows(who)))) return [];
    // Until the school has said who is outside, a stranger may be anyone of whom the duty speaks.
    const asked: readonly To[] = countsStrangers(audiences, school) ? [...audiences, 'outsider'] : audiences;
    const kinds = new Set<To>();
    const evidence = some(
      recipients
        .filter(who => {
          const kind = inside.indexOf(who.audience) < 0 ? asked.filter(each => who.audiences.indexOf(each) >= 0)[0] : undefined;
          if (kind) kinds.add(kind);
          return kind !== undefined;
        })
        .map(({ field, address }) => ({ in: field, address }))
    );
    const [kind] = kinds;
    return evidence && kind
      ? [{ message: kinds.size > 1 ? 'several' : messages[kind], evidence, remedy: { kind: 'copy-in', addresses: [by] } }]
      : [];
  }
});

const inside: readonly Audience[] = ['staff', 'head', 'pupil'];
const messages = { parent: 'parents', governor: 'governors', agency: 'agencies', outsider: 'outsiders' } as const;

function countsStrangers(chosen: readonly To[], school: MailPolicy): boolean {
  return (chosen.indexOf('parent') >= 0 || chosen.indexOf('agency') >= 0) && !directoryHas(['parent', 'governor', 'agency'], school);
}
