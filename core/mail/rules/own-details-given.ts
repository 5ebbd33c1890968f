import type { Detail } from '../details.ts';
import { cutsFor, isOfficial, kindsOf, ownerOf, receivers, receiversOf } from '../disclosed.ts';
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
    given: {
      en: 'You are giving out private details of your own: {what}. Take them out, or give the school’s instead.',
      cy: 'Rydych chi’n rhoi eich manylion preifat eich hun: {what}. Tynnwch nhw o’r testun, neu rhowch rai’r ysgol yn eu lle.'
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
    const spans = cutsFor(prose, given, givenIn);
    return [
      {
        message: 'given',
        values: { what: kindsOf(given) },
        evidence,
        ...(spans && { remedy: { kind: 'cut-words', spans } })
      }
    ];
  }
});
