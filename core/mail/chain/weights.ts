/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.71,
  weights: {
    'asks-to-pass-on': 5.76,
    'please-forward': 1.95,
    'counts-people': 1.94,
    'sets-deadline': 2.34,
    'promises-luck': 2.74,
    'forbids-breaking': 4.55,
    'vouches-for-itself': 2.59,
    'comes-back': 3.13,
    'copy-and-paste': 3.35,
    'claims-authority': 2.35,
    'virus-scare': 3.13,
    'pays-to-forward': 3.22,
    'begs-for-somebody': 3.19,
    'warns-of-danger': 4.76,
    'signs-and-forwards': 4.11,
    'pyramid-list': 2.97,
    'chain-game': 4.2,
    'speaks-of-friendship': 1.52,
    'calls-on-faith': 1.54,
    'tells-horrors': 1.52,
    'several-signs': 2.03,
    cries: 0.79,
    forwarded: 1.25,
    'forwarded-often': 0.24,
    list: -3.11,
    technical: -3.38,
    trade: -3.12,
    school: -3.65,
    news: -1.93,
    'about-hoaxes': -4.28,
    'to-colleagues': -2.76,
    'says-not-to': -4.89,
    dates: -2.38,
    'asks-of-work': -2.5,
    links: -1.21,
    code: -2.36,
    length: -0.45
  }
};

export const jokeWeights: Weights = {
  bias: -1.53,
  weights: {
    'called-funny': 3.19,
    laughs: 1.11,
    'stock-opening': 3.8,
    riddle: 4.83,
    'comic-figure': 4.79,
    'stock-character': 3.48,
    'told-as-story': 0.09,
    'who-said-it': 0.51,
    'he-and-she': 1.16,
    bawdy: 2.7,
    'funny-list': 4.19,
    'speaks-in-turns': 3.29,
    'turns-at-the-end': 2.55,
    dialogue: 4.41,
    exclaimed: 2.72,
    'joke-scene': 1.01,
    'funny-numbers': 2.05,
    'funny-subject': 2.51,
    'passed-round': 2.98,
    countdown: 3.37,
    numbered: 0.36,
    list: -3.15,
    technical: -3.54,
    trade: -2.66,
    school: -3.57,
    news: -2.14,
    'about-hoaxes': -3.15,
    'to-colleagues': -2.99,
    'says-not-to': -4.15,
    dates: -3,
    'asks-of-work': -2.75,
    links: -1,
    code: -2.28
  }
};
