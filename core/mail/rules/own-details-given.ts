import type { Text } from '../../locale.ts';
import { type Detail, type DetailKind, type Identity, isIdentity } from '../details.ts';
import { cutsFor, isOfficial, ownerOf, receivers, receiversOf } from '../disclosed.ts';
import type { Prose } from '../prose.ts';
import { rule, some } from '../rule.ts';

/** Staff do not give pupils, families or strangers their own mobile number, home or private address or account. */
export const ownDetailsGiven = rule({
  id: 'own-details-given',
  title: { en: 'Your own private details are given out', cy: 'Mae eich manylion preifat eich hun yn cael eu rhoi' },
  duties: ['own-details-private', 'professional-contact-with-pupils'],
  action: 'confirm',
  reads: ['sender', 'recipients', 'prose', 'details'],
  settings: {
    to: { kind: 'choices', of: receivers, default: ['pupil', 'parent', 'outsider'], says: 'who must not be given them' },
    official: { kind: 'list', default: [], says: 'numbers, addresses and accounts that the school gives out itself' }
  },
  messages: {
    phone: givenOut('a private telephone number', 'the school’s number', 'rhif ffôn preifat', 'rif yr ysgol'),
    'e-mail': givenOut('a private e-mail address', 'your school address', 'cyfeiriad e-bost preifat', 'eich cyfeiriad ysgol'),
    address: givenOut('your home address', 'the school’s address', 'eich cyfeiriad cartref', 'gyfeiriad yr ysgol'),
    handle: {
      en: 'You are giving out a private account on a social network. Take it out, and keep to the school’s channels.',
      cy: 'Rydych chi’n rhoi cyfrif preifat ar rwydwaith cymdeithasol. Tynnwch ef o’r testun, a chadwch at sianeli’r ysgol.'
    },
    identity: {
      en: 'You are giving out your date of birth or a number that identifies you. Take it out.',
      cy: 'Rydych chi’n rhoi eich dyddiad geni neu rif sy’n dweud pwy ydych chi. Tynnwch ef o’r testun.'
    },
    several: {
      en: 'You are giving out {count} private details of yours. Take them out, or give the school’s instead.',
      cy: 'Rydych chi’n rhoi {count} o’ch manylion preifat. Tynnwch nhw o’r testun, neu rhowch rai’r ysgol yn eu lle.'
    }
  },
  judge: ({ sender, recipients, prose, details }, { to, official }) => {
    if (receiversOf(recipients, to).length === 0) return [];
    const givenIn = (text: Prose, all: readonly Detail[]): readonly Detail[] =>
      all.filter(detail => {
        if (ownerOf(detail, text, sender) === 'other') return false;
        const words = text.text.slice(detail.start, detail.end);
        return !isOfficial(words, official) && words.toLowerCase() !== sender.address;
      });
    const given = givenIn(prose, details());
    const evidence = some(given.map(({ start, end, kind }) => ({ in: 'text', start, end, what: kind })));
    if (!evidence) return [];
    const kinds = new Set(given.map(messageOf));
    const spans = cutsFor(prose, given, givenIn);
    return [
      {
        message: kinds.size === 1 ? messageOf(given[0]!) : 'several',
        values: { count: given.length },
        evidence,
        ...(spans && { remedy: { kind: 'cut-words', spans } })
      }
    ];
  }
});

function givenOut(en: string, instead: string, cy: string, ynLle: string): Text {
  return {
    en: `You are giving out ${en}. Take it out, or give ${instead} instead.`,
    cy: `Rydych chi’n rhoi ${cy}. Tynnwch ef o’r testun, neu rhowch ${ynLle} yn ei le.`
  };
}

function messageOf({ kind }: Detail): Exclude<DetailKind, Identity> | 'identity' {
  return isIdentity(kind) ? 'identity' : kind;
}
