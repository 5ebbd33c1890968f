/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.59,
  weights: {
    'asks-to-pass-on': 5.44,
    'please-forward': 2.15,
    'counts-people': 1.81,
    'sets-deadline': 2.31,
    'promises-luck': 2.83,
    'forbids-breaking': 4.49,
    'vouches-for-itself': 2.53,
    'comes-back': 3.14,
    'copy-and-paste': 3.33,
    'claims-authority': 2.31,
    'virus-scare': 3.16,
    'pays-to-forward': 3.16,
    'begs-for-somebody': 3.19,
    'warns-of-danger': 4.69,
    'signs-and-forwards': 4.18,
    'pyramid-list': 3.03,
    'chain-game': 4.17,
    'speaks-of-friendship': 1.55,
    'calls-on-faith': 1.57,
    'tells-horrors': 1.54,
    'several-signs': 1.89,
    cries: 0.75,
    forwarded: 1.14,
    'forwarded-often': 0.07,
    list: -3.16,
    technical: -3.39,
    trade: -3.18,
    school: -3.22,
    news: -1.98,
    'about-hoaxes': -4.18,
    'to-colleagues': -2.57,
    'says-not-to': -3.48,
    dates: -2.24,
    'asks-of-work': -2.4,
    links: -1.23,
    code: -2.44,
    length: -0.75
  }
};

export const jokeWeights: Weights = {
  bias: -1.48,
  weights: {
    'called-funny': 2.92,
    laughs: 1.12,
    'stock-opening': 3.54,
    riddle: 4.21,
    'comic-figure': 4.72,
    'stock-character': 3.52,
    'who-said-it': 0.85,
    'he-and-she': 0.89,
    bawdy: 2.68,
    'funny-list': 4.15,
    'speaks-in-turns': 3.35,
    'turns-at-the-end': 2.54,
    dialogue: 4.21,
    exclaimed: 2.54,
    'joke-scene': 0.73,
    'funny-numbers': 1.62,
    'funny-subject': 2.55,
    'passed-round': 2.91,
    countdown: 3.4,
    numbered: 0.23,
    list: -3.16,
    technical: -3.58,
    trade: -2.74,
    school: -2.58,
    news: -2.21,
    'about-hoaxes': -3.14,
    'to-colleagues': -2.94,
    'says-not-to': -2.77,
    dates: -2.97,
    'asks-of-work': -2.49,
    links: -1.03,
    code: -2.31
  }
};
