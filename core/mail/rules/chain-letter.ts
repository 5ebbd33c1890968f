import type { Text } from '../../locale.ts';
import { type Features, featuresOf, type Glance, placesOf, telling } from '../chain/reading.ts';
import { chainWeights, jokeWeights, type Weights } from '../chain/weights.ts';
import type { Prose } from '../prose.ts';
import { type Evidence, rule, some } from '../rule.ts';
import { wordsOf } from '../words.ts';

/** Chain letters, hoaxes, petitions to sign and forward, and jokes must not be sent on. */
export const chainLetter = rule({
  id: 'chain-letter',
  title: {
    en: 'A chain letter, hoax, petition or joke is sent on',
    cy: 'Mae llythyr cadwyn, twyll, deiseb neu jôc yn cael ei anfon ymlaen'
  },
  duties: ['no-chain-letters'],
  action: 'confirm',
  reads: ['subject', 'prose'],
  settings: {
    kinds: {
      kind: 'choices',
      of: ['chain', 'hoax', 'petition', 'joke'],
      default: ['chain', 'hoax', 'petition', 'joke'],
      says: 'what must not be sent on'
    }
  },
  messages: {
    chain: readsLike('a chain letter', 'llythyr cadwyn'),
    hoax: readsLike(
      'a hoax: a warning, an appeal or an offer made to be spread',
      'twyll: rhybudd, apêl neu gynnig sydd i fod i gael ei ledaenu'
    ),
    petition: readsLike('a petition to sign and forward', 'deiseb i’w llofnodi a’i hanfon ymlaen'),
    joke: readsLike('a joke or a funny piece that is being passed round', 'jôc neu ddarn doniol sy’n cael ei basio o gwmpas')
  },
  judge: ({ subject, prose }, { kinds }) => {
    const features = featuresOf(subject, prose, promising);
    if (!features) return [];
    const chain = features.mentions! < 2 ? 0 : sumOf(chainWeights, features);
    const joke = sumOf(jokeWeights, features);
    if (chain <= 0 && joke <= 0) return [];
    const message = joke > 0 && (chain <= 0 || joke > chain * 2) ? 'joke' : kindOf(features);
    if (kinds.indexOf(message) < 0) return [];
    return [{ message, evidence: shown(subject, prose, message === 'joke' ? jokeWeights : chainWeights, features) }];
  }
});

function readsLike(en: string, cy: string): Text {
  return { en: `This reads like ${en}. Please do not send it on.`, cy: `Mae hwn yn darllen fel ${cy}. Peidiwch â’i anfon ymlaen.` };
}

const chainly = telling.map(name => chainWeights.weights[name] || 0);
const jokingly = telling.map(name => jokeWeights.weights[name] || 0);

/** Whether the signs alone could make a chain letter, or, with the talk and the lists of its layout, a joke. */
function promising({ values, mentions, quotes }: Glance): boolean {
  const sum = (weights: readonly number[]): number => weights.reduce((total, weight, i) => total + weight * values[i]!, 0);
  return quotes > 0.04 || sum(jokingly) > 0.08 || (mentions > 1 && chainWeights.bias + 1 + sum(chainly) > 0);
}

function sumOf({ bias, weights }: Weights, features: Features): number {
  let sum = bias;
  for (const name of Object.keys(weights)) sum += weights[name]! * features[name]!;
  return sum;
}

const ofHoaxes = ['virus-scare', 'pays-to-forward', 'begs-for-somebody', 'warns-of-danger'];
const ofChains = ['promises-luck', 'forbids-breaking', 'comes-back', 'copy-and-paste', 'chain-game', 'calls-on-faith'];

function kindOf(features: Features): 'chain' | 'hoax' | 'petition' {
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + features[name]!, 0);
  const hoax = sum(ofHoaxes) * 1.2 + features['vouches-for-itself']! / 2;
  const chain = sum(ofChains);
  const petition = features['signs-and-forwards']!;
  if (petition > features['chain-game']! && (petition >= 0.7 || (hoax < 1 && chain < 1))) return 'petition';
  return hoax > chain ? 'hoax' : 'chain';
}

/** The first places of the four signs that weighed most; where none has a place (talk in turns, a numbered list), the beginning of the text. */
function shown(subject: string, { text, words }: Prose, { weights }: Weights, features: Features) {
  const has = (sign: string): boolean => features[sign]! > 0 && telling.indexOf(sign) >= 0;
  const weight = (sign: string): number => weights[sign]! * features[sign]!;
  const wanted = Object.keys(weights)
    .filter(has)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, 4);
  const evidence: Evidence[] = [
    ...placesOf(subject, wordsOf(subject), wanted, 1).map(place => ({ in: 'subject' as const, ...place })),
    ...placesOf(text, words, wanted, 2).map(place => ({ in: 'text' as const, ...place }))
  ];
  return some(evidence) || ([{ in: 'text', start: 0, end: Math.min(text.length, 200), what: 'dialogue' }] as const);
}
