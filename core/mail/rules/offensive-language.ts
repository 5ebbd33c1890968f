import { disguisesIn } from '../disguise.ts';
import { isIn } from '../prose.ts';
import { type RudeKind, rudeKinds, rudeWordsIn } from '../rude-words.ts';
import { rule, some } from '../rule.ts';
import type { Span } from '../span.ts';
import { hashOf, phrases, type Words, wordsOf } from '../words.ts';

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
      en: 'Some of your words may be read as discrimination against a group of people: put them another way before you send this.',
      cy: 'Gellid darllen rhai o’ch geiriau fel gwahaniaethu yn erbyn grŵp o bobl: geiriwch nhw’n wahanol cyn anfon hwn.'
    }
  },
  judge: ({ subject, prose }, { kinds, also, allow }) => {
    const allowed = new Set(allow.map(hashOf));
    const counted = (texts: string, words: Words, spans: readonly Span[]): readonly Found[] => {
      const plain: Found[] = rudeWordsIn(texts, words, allowed)
        .filter(({ start, kind }) => kinds.indexOf(kind) >= 0 && isIn(spans, start))
        .slice(0, most);
      const own = also.length === 0 ? [] : phrases(also.map(plainly)).find(words);
      for (const { start, end } of own.slice(0, most)) if (isIn(spans, start)) plain.push({ start, end, kind: 'school' });
      for (const each of disguisesIn(texts, words, spans)) {
        if (plain.length >= most) break;
        const isNew = kinds.indexOf(each.kind) >= 0 && !plain.some(other => other.start < each.end && each.start < other.end);
        if (isNew && allow.indexOf(texts.slice(each.start, each.end)) < 0) plain.push(each);
      }
      return plain;
    };
    const inSubject = subject === '' ? [] : counted(subject, wordsOf(subject), [{ start: 0, end: subject.length }]);
    const inText = counted(prose.text, prose.words, prose.own);
    if (inSubject.length + inText.length === 0) return [];
    const all = [
      ...inSubject.map(({ start, end, kind }) => ({ in: 'subject' as const, start, end, what: kind })),
      ...inText.map(({ start, end, kind }) => ({ in: 'text' as const, start, end, what: kind }))
    ];
    const rude = some(all.filter(({ what }) => what !== 'slur'));
    const discriminatory = some(all.filter(({ what }) => what === 'slur'));
    return [
      ...(discriminatory ? [{ message: 'discriminatory' as const, evidence: discriminatory }] : []),
      ...(rude ? [{ message: 'rude' as const, evidence: rude }] : [])
    ];
  }
});

/** So many places are shown: who wrote more needs no list. */
const most = 50;

interface Found extends Span {
  readonly kind: RudeKind | 'school';
}

/** A school's own word as a phrase: the signs that phrases give a meaning to are taken out. */
function plainly(word: string): string {
  return word.replace(/[|#.]/g, ' ').trim().replace(/\s+/g, ' ');
}
