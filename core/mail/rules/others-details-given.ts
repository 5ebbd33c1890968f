import { type Detail, type DetailKind, detailsIn, isIdentity } from '../details.ts';
import { cutsFor, haveHad, isOfficial, isOwnFamily, kindsOf, ownerOf, receivers, receiversOf } from '../disclosed.ts';
import { isIn, type Prose } from '../prose.ts';
import { rule, some } from '../rule.ts';
import { wordsOf } from '../words.ts';

/** Other people's details do not leave the staff: pupil numbers, dates of birth, health and insurance numbers, homes, private numbers and mailboxes. */
export const othersDetailsGiven = rule({
  id: 'others-details-given',
  title: { en: 'Another person’s details are given out', cy: 'Mae manylion rhywun arall yn cael eu rhoi' },
  duties: ['others-details-private', 'protect-personal-data'],
  action: 'confirm',
  reads: ['school', 'sender', 'recipients', 'subject', 'prose', 'details'],
  settings: {
    to: {
      kind: 'choices',
      of: receivers,
      default: ['pupil', 'parent', 'governor', 'agency', 'outsider'],
      says: 'who must not be given them'
    },
    official: { kind: 'list', default: [], says: 'numbers, addresses and accounts that the school gives out itself' }
  },
  messages: {
    given: {
      en: 'This message gives other people’s details to someone who may not have them: {what}. Take them out, or send them securely.',
      cy: 'Mae’r neges hon yn rhoi manylion pobl eraill i rywun na ddylai eu cael: {what}. Tynnwch nhw, neu anfonwch nhw yn ddiogel.'
    }
  },
  judge: ({ school, sender, recipients, subject, prose, details }, { to, official }) => {
    const seers = receiversOf(recipients, to);
    if (seers.length === 0) return [];
    const known = new Set(recipients.map(({ address }) => address).concat(sender.address));
    const isGiven = (text: string, { kind, start, end }: Detail, familiar: boolean): boolean => {
      if (familiar && isOfChild(kind)) return false;
      const words = text.slice(start, end);
      return !known.has(words.toLowerCase()) && !isOfficial(words, official);
    };
    const givenIn = (body: Prose, all: readonly Detail[]): readonly Detail[] => {
      const others = all.filter(detail => ownerOf(detail, body, sender) === 'other');
      if (others.length === 0) return others;
      const familiar = isOwnFamily(seers, `${subject}\n${body.text}`, school);
      const had = others.some(({ start }) => isIn(body.quoted, start)) && haveHad(seers, body);
      return others.filter(detail => isGiven(body.text, detail, familiar) && !(had && isIn(body.quoted, detail.start)));
    };
    const given = givenIn(prose, details());
    const inSubject = /\d/.test(subject) ? detailsIn(subject, wordsOf(subject)) : [];
    const familiar = inSubject.length > 0 && isOwnFamily(seers, `${subject}\n${prose.text}`, school);
    const headed = inSubject.filter(detail => isGiven(subject, detail, familiar));
    const all = headed.concat(given);
    const evidence = some(all.map(({ start, end, kind }, at) => ({ in: at < headed.length ? 'subject' : 'text', start, end, what: kind })));
    if (!evidence) return [];
    const spans = headed.length === 0 ? cutsFor(prose, given, givenIn) : undefined;
    return [
      {
        message: 'given',
        values: { what: kindsOf(all) },
        evidence,
        ...(spans && { remedy: { kind: 'cut-words', spans } })
      }
    ];
  }
});

/** What a school tells a family of its child. */
function isOfChild(kind: DetailKind): boolean {
  return kind !== 'insurance-number' && isIdentity(kind);
}
