/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.72,
  weights: {
    'asks-to-pass-on': 5.36,
    'please-forward': 2.42,
    'counts-people': 2.5,
    'sets-deadline': 2,
    'promises-luck': 3.18,
    'forbids-breaking': 4.83,
    'vouches-for-itself': 2.99,
    'comes-back': 3.03,
    'copy-and-paste': 3.18,
    'claims-authority': 2.43,
    'virus-scare': 2.65,
    'pays-to-forward': 2.96,
    'begs-for-somebody': 2.48,
    'warns-of-danger': 4.12,
    'signs-and-forwards': 4.1,
    'pyramid-list': 3.14,
    'chain-game': 3.92,
    'speaks-of-friendship': 1.61,
    'calls-on-faith': 1.63,
    'tells-horrors': 1.54,
    'several-signs': 2.71,
    cries: 0.46,
    forwarded: 0.48,
    'forwarded-often': 0.19,
    list: -3.13,
    technical: -3.35,
    trade: -3.52,
    school: -1.92,
    news: -2.14,
    'about-hoaxes': -1.56,
    'to-colleagues': -2.35,
    links: -1.23,
    code: -2.52,
    length: -0.64
  }
};

export const jokeWeights: Weights = {
  bias: -1.76,
  weights: {
    'called-funny': 1.84,
    'stock-opening': 3.43,
    riddle: 4.58,
    'comic-figure': 5.22,
    'stock-character': 3.28,
    'told-as-story': 2.25,
    'who-said-it': 2.65,
    'he-said': 1.3,
    'he-and-she': 2.02,
    bawdy: 2.96,
    'funny-list': 4.84,
    'speaks-in-turns': 3.25,
    'turns-at-the-end': 2.31,
    dialogue: 3.42,
    exclaimed: 2.28,
    'joke-scene': 1.96,
    'funny-numbers': 2.02,
    'funny-subject': 2.41,
    countdown: 2.84,
    forwarded: 0.66,
    'forwarded-often': 0.86,
    numbered: 0.64,
    list: -3.13,
    technical: -3.53,
    trade: -2.88,
    school: -2.22,
    news: -2.2,
    'about-hoaxes': -1.73,
    'to-colleagues': -3.08,
    links: -1.08,
    code: -2.58,
    length: -0.53
  }
};
