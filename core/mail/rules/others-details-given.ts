import type { Text } from '../../locale.ts';
import { type Detail, type DetailKind, detailsIn, isIdentity } from '../details.ts';
import { cutsFor, haveHad, isOfficial, isOwnFamily, ownerOf, receivers, receiversOf } from '../disclosed.ts';
import { isIn, type Prose } from '../prose.ts';
import { type Evidence, rule, some } from '../rule.ts';
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
    'pupil-number': toNoStaff('a pupil’s unique pupil number', 'rhif disgybl unigryw'),
    'birth-date': toNoStaff('someone’s date of birth', 'dyddiad geni rhywun'),
    'nhs-number': toNoStaff('someone’s NHS number', 'rhif GIG rhywun'),
    'insurance-number': toNoStaff('someone’s National Insurance number', 'rhif Yswiriant Gwladol rhywun'),
    address: ofAnother('home address', 'cyfeiriad cartref'),
    phone: ofAnother('private telephone number', 'rhif ffôn preifat'),
    'e-mail': ofAnother('private e-mail address', 'cyfeiriad e-bost preifat'),
    handle: ofAnother('account on a social network', 'cyfrif rhwydwaith cymdeithasol'),
    several: {
      en: 'This message gives {count} personal details of other people to someone who is not on the staff. Take them out, or send them securely.',
      cy: 'Mae’r neges hon yn rhoi {count} o fanylion personol pobl eraill i rywun nad yw ar y staff. Tynnwch nhw, neu anfonwch nhw yn ddiogel.'
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
    const evidence = some(
      headed
        .map<Evidence>(({ start, end, kind }) => ({ in: 'subject', start, end, what: kind }))
        .concat(given.map<Evidence>(({ start, end, kind }) => ({ in: 'text', start, end, what: kind })))
    );
    if (!evidence) return [];
    const all = headed.concat(given);
    const spans = headed.length === 0 ? cutsFor(prose, given, givenIn) : undefined;
    return [
      {
        message: all.length === 1 ? all[0]!.kind : 'several',
        values: { count: all.length },
        evidence,
        ...(spans && { remedy: { kind: 'cut-words', spans } })
      }
    ];
  }
});

function toNoStaff(en: string, cy: string): Text {
  return {
    en: `This message gives ${en} to someone who is not on the staff. Take it out, or send it securely.`,
    cy: `Mae’r neges hon yn rhoi ${cy} i rywun nad yw ar y staff. Tynnwch ef, neu anfonwch ef yn ddiogel.`
  };
}

function ofAnother(en: string, cy: string): Text {
  return {
    en: `This message gives another person’s ${en}. Take it out, or make sure that it may be given.`,
    cy: `Mae’r neges hon yn rhoi ${cy} rhywun arall. Tynnwch ef, neu gwnewch yn siŵr bod hawl i’w roi.`
  };
}

/** What a school tells a family of its child. */
function isOfChild(kind: DetailKind): boolean {
  return kind !== 'insurance-number' && isIdentity(kind);
}
