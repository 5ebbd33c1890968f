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
    'asks-to-pass-on': 5.78,
    'please-forward': 1.98,
    'counts-people': 1.89,
    'sets-deadline': 2.35,
    'promises-luck': 2.72,
    'forbids-breaking': 4.56,
    'vouches-for-itself': 2.6,
    'comes-back': 3.13,
    'copy-and-paste': 3.35,
    'claims-authority': 2.36,
    'virus-scare': 3.13,
    'pays-to-forward': 3.14,
    'begs-for-somebody': 3.21,
    'warns-of-danger': 4.77,
    'signs-and-forwards': 4.13,
    'pyramid-list': 2.97,
    'chain-game': 4.2,
    'speaks-of-friendship': 1.52,
    'calls-on-faith': 1.54,
    'tells-horrors': 1.52,
    'several-signs': 1.99,
    cries: 0.78,
    forwarded: 1.22,
    'forwarded-often': 0.17,
    list: -3.11,
    technical: -3.37,
    trade: -3.1,
    school: -3.64,
    news: -1.92,
    'about-hoaxes': -4.26,
    'to-colleagues': -2.79,
    'says-not-to': -4.88,
    dates: -2.4,
    'asks-of-work': -2.49,
    links: -1.21,
    code: -2.34,
    length: -0.53
  }
};

export const jokeWeights: Weights = {
  bias: -1.52,
  weights: {
    'called-funny': 2.93,
    laughs: 1.11,
    'stock-opening': 3.71,
    riddle: 4.8,
    'comic-figure': 4.8,
    'stock-character': 3.49,
    'told-as-story': 0.08,
    'who-said-it': 0.5,
    'he-and-she': 1.19,
    bawdy: 2.68,
    'funny-list': 4.16,
    'speaks-in-turns': 3.31,
    'turns-at-the-end': 2.55,
    dialogue: 4.42,
    exclaimed: 2.72,
    'joke-scene': 1.06,
    'funny-numbers': 1.64,
    'funny-subject': 2.5,
    'passed-round': 3.02,
    countdown: 3.42,
    numbered: 0.19,
    list: -3.15,
    technical: -3.54,
    trade: -2.65,
    school: -3.6,
    news: -2.11,
    'about-hoaxes': -3.14,
    'to-colleagues': -3,
    'says-not-to': -4.14,
    dates: -3.05,
    'asks-of-work': -2.74,
    links: -1.01,
    code: -2.27
  }
};
