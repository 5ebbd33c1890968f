import { disguisesIn } from '../disguise.ts';
import { ownWords } from '../own-words.ts';
import { isIn } from '../prose.ts';
import { type RudeKind, rudeKinds, rudeWordsIn } from '../rude-words.ts';
import { type Breach, rule, some } from '../rule.ts';
import type { Span } from '../span.ts';
import { hashOf, type Words, wordsOf } from '../words.ts';

/** Rude and discriminatory words, in the open or in disguise, in the sender's own words. */
export const offensiveLanguage = rule({
  id: 'offensive-language',
  title: { en: 'Words that may offend', cy: 'Geiriau a allai dramgwyddo' },
  duties: ['no-offensive-messages'],
  action: 'confirm',
  reads: ['subject', 'prose'],
  settings: {
    kinds: { kind: 'choices', of: rudeKinds, default: ['obscene', 'slur', 'insult', 'sexual'], says: 'which kinds of words count' },
    also: { kind: 'list', default: [], says: 'further words or sayings that the school does not want' },
    allow: { kind: 'list', default: [], says: 'words that are fine here, such as a surname' }
  },
  messages: {
    rude: {
      en: 'Some of your words may offend: put them another way before you send this.',
      cy: 'Gallai rhai o’ch geiriau dramgwyddo: geiriwch nhw’n wahanol cyn anfon hwn.'
    },
    discriminatory: {
      en: 'Some of your words may offend a group of people: put them another way before you send this.',
      cy: 'Gallai rhai o’ch geiriau dramgwyddo grŵp o bobl: geiriwch nhw’n wahanol cyn anfon hwn.'
    }
  },
  judge: ({ subject, prose }, { kinds, also, allow }) => {
    const own = ownWords(also);
    const allowed = allow.map(hashOf);
    const counted = (from: 'subject' | 'text', text: string, words: Words, spans: readonly Span[]): readonly Place[] => {
      const found: Place[] = [];
      const add = ({ start, end }: Span, what: Place['what']): void => {
        if (found.length < most && isIn(spans, start) && !found.some(other => other.start < end && start < other.end))
          found.push({ in: from, start, end, what });
      };
      for (const each of rudeWordsIn(text, words, allowed)) if (kinds.indexOf(each.kind) >= 0) add(each, each.kind);
      if (own) for (const each of own.find(words)) add(each, 'school');
      for (const each of disguisesIn(text, words)) {
        if (kinds.indexOf(each.kind) >= 0 && allow.indexOf(text.slice(each.start, each.end)) < 0) add(each, each.kind);
      }
      return found;
    };
    const all = [
      ...counted('subject', subject, wordsOf(subject), [{ start: 0, end: subject.length }]),
      ...counted('text', prose.text, prose.words, prose.own)
    ];
    if (all.length === 0) return [];
    return (['discriminatory', 'rude'] as const).reduce<readonly Breach<'discriminatory' | 'rude'>[]>((breaches, message) => {
      const evidence = some(all.filter(({ what }) => (what === 'slur') === (message === 'discriminatory')));
      return evidence ? breaches.concat({ message, evidence }) : breaches;
    }, []);
  }
});

/** So many places are shown: who wrote more needs no list. */
const most = 50;

interface Place extends Span {
  readonly in: 'subject' | 'text';
  readonly what: RudeKind | 'school';
}
