import { mailboxOf } from '../address.ts';
import { directoryHas } from '../directory.ts';
import type { Person, Recipient } from '../facts.ts';
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
    parentsGovernors: {
      en: 'This goes to parents or carers and governors without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at rieni neu ofalwyr a llywodraethwyr heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    parentsAgencies: {
      en: 'This goes to parents or carers and an outside agency without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at rieni neu ofalwyr ac asiantaeth allanol heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    governorsAgencies: {
      en: 'This goes to governors and an outside agency without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at lywodraethwyr ac asiantaeth allanol heb y pennaeth. Anfonwch gopi at y pennaeth.'
    },
    several: {
      en: 'This goes to families, governors or others outside the school without the headteacher. Copy in the headteacher.',
      cy: 'Mae hwn yn mynd at deuluoedd, llywodraethwyr neu eraill y tu allan i’r ysgol heb y pennaeth. Anfonwch gopi at y pennaeth.'
    }
  },
  judge: ({ recipients, sender, school }, { audiences, deputyCounts, bccCounts }) => {
    const by = school.people.headteacher[0] || (deputyCounts ? school.people.deputies[0] : undefined);
    if (by === undefined || sender.audience !== 'staff') return [];
    const knowsOfIt = (who: Person): boolean => isHead(who) || (deputyCounts && isDeputy(who, school));
    if (knowsOfIt(sender)) return [];
    const kinds = new Set<To>();
    const outside: Recipient[] = [];
    for (const who of recipients) {
      if (who.exempt || (knowsOfIt(who) && (bccCounts || who.field !== 'bcc'))) return [];
      const kind = kindOf(who, audiences);
      if (!kind) continue;
      outside.push(who);
      kinds.add(kind);
    }
    // Until the school has said who is outside, a stranger may be anyone of whom the duty speaks.
    const strangers = recipients.filter(who => who.audience === 'outsider');
    if (strangers.length > 0 && !kinds.has('outsider') && countsStrangers(audiences, school)) {
      outside.push(...strangers);
      kinds.add('outsider');
    }
    const evidence = some(outside.map(({ field, address }) => ({ in: field, address })));
    return evidence ? [{ message: messageFor(kinds), evidence, remedy: { kind: 'copy-in', addresses: [by] } }] : [];
  }
});

function isHead(who: Person): boolean {
  return who.audiences.indexOf('head') >= 0;
}

function isDeputy(who: Person, { people }: MailPolicy): boolean {
  return people.deputies.indexOf(mailboxOf(who.address)) >= 0;
}

function kindOf(who: Person, chosen: readonly To[]): To | undefined {
  if (who.audience === 'staff' || who.audience === 'head' || who.audience === 'pupil') return undefined;
  return chosen.filter(kind => (who.audiences as readonly Audience[]).indexOf(kind) >= 0)[0];
}

function countsStrangers(chosen: readonly To[], school: MailPolicy): boolean {
  return (chosen.indexOf('parent') >= 0 || chosen.indexOf('agency') >= 0) && !directoryHas(['parent', 'governor', 'agency'], school);
}

function messageFor(kinds: ReadonlySet<To>) {
  const [parents, governors, agencies] = [kinds.has('parent'), kinds.has('governor'), kinds.has('agency')];
  if (kinds.size > 2 || (kinds.size === 2 && kinds.has('outsider'))) return 'several';
  if (kinds.has('outsider')) return 'outsiders';
  if (parents && governors) return 'parentsGovernors';
  if (parents && agencies) return 'parentsAgencies';
  if (governors && agencies) return 'governorsAgencies';
  return parents ? 'parents' : governors ? 'governors' : 'agencies';
}
