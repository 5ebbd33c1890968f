/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.79,
  weights: {
    'asks-to-pass-on': 5.57,
    'please-forward': 1.5,
    'counts-people': 1.82,
    'sets-deadline': 2.38,
    'promises-luck': 2.97,
    'forbids-breaking': 4.62,
    'vouches-for-itself': 2.56,
    'comes-back': 3.13,
    'copy-and-paste': 3.37,
    'claims-authority': 2.39,
    'virus-scare': 3.24,
    'pays-to-forward': 3.25,
    'begs-for-somebody': 3.41,
    'warns-of-danger': 4.75,
    'signs-and-forwards': 4.33,
    'pyramid-list': 3.01,
    'chain-game': 4.31,
    'speaks-of-friendship': 1.62,
    'calls-on-faith': 1.57,
    'tells-horrors': 1.53,
    'several-signs': 2.29,
    cries: 0.81,
    forwarded: 1.16,
    'forwarded-often': 0.37,
    list: -3.11,
    technical: -3.36,
    trade: -3.25,
    school: -3.72,
    'about-hoaxes': -4.16,
    'to-colleagues': -3.18,
    'says-not-to': -4.83,
    dates: -2.57,
    'asks-of-work': -2.53,
    links: -1.23,
    code: -2.33,
    length: -0.39
  }
};

export const jokeWeights: Weights = {
  bias: -1.44,
  weights: {
    'called-funny': 2.76,
    laughs: 0.98,
    'stock-opening': 3.93,
    riddle: 5.22,
    'comic-figure': 4.8,
    'stock-character': 3.68,
    'told-as-story': 0.08,
    'who-said-it': 0.37,
    'he-and-she': 1.27,
    'funny-list': 4.18,
    'turns-at-the-end': 2.55,
    dialogue: 4.51,
    exclaimed: 2.82,
    'joke-scene': 0.94,
    'funny-numbers': 1.98,
    'funny-subject': 2.66,
    'passed-round': 3.12,
    countdown: 3.35,
    numbered: 0.46,
    list: -3.15,
    technical: -3.54,
    trade: -2.74,
    school: -3.7,
    'about-hoaxes': -3.17,
    'to-colleagues': -3.14,
    'says-not-to': -4.11,
    dates: -3.1,
    'asks-of-work': -2.73,
    links: -1.07,
    code: -2.24
  }
};
