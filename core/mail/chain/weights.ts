/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.60,
  weights: {
    'asks-to-pass-on': 5.72,
    'please-forward': 1.66,
    'counts-people': 1.93,
    'sets-deadline': 2.04,
    'promises-luck': 3.1,
    'forbids-breaking': 4.6,
    'vouches-for-itself': 2.64,
    'comes-back': 3.15,
    'copy-and-paste': 3.23,
    'claims-authority': 2.57,
    'virus-scare': 3.06,
    'pays-to-forward': 3.01,
    'begs-for-somebody': 3.12,
    'warns-of-danger': 4.18,
    'signs-and-forwards': 4.09,
    'pyramid-list': 3.08,
    'chain-game': 3.92,
    'speaks-of-friendship': 1.49,
    'calls-on-faith': 1.61,
    'tells-horrors': 1.54,
    'several-signs': 1.91,
    cries: 0.65,
    forwarded: 1.4,
    'forwarded-often': 0.39,
    list: -3.15,
    technical: -3.39,
    trade: -3.27,
    school: -3.2,
    news: -2.09,
    'about-hoaxes': -4.23,
    'to-colleagues': -2.5,
    'says-not-to': -3.48,
    dates: -2.33,
    'asks-of-work': -2.23,
    links: -1.24,
    code: -2.43,
    length: -0.46
  }
};

export const jokeWeights: Weights = {
  bias: -1.44,
  weights: {
    'called-funny': 2.61,
    laughs: 1.05,
    'stock-opening': 3.87,
    riddle: 4.54,
    'comic-figure': 4.77,
    'stock-character': 3.6,
    'told-as-story': 0.47,
    'who-said-it': 0.62,
    'he-and-she': 1.09,
    bawdy: 2.89,
    'funny-list': 4.41,
    'speaks-in-turns': 3.3,
    'turns-at-the-end': 2.67,
    dialogue: 4.19,
    exclaimed: 2.52,
    'joke-scene': 1.32,
    'funny-numbers': 1.78,
    'funny-subject': 2.51,
    countdown: 3.31,
    forwarded: 1.41,
    'forwarded-often': 1.13,
    numbered: 0.73,
    list: -3.19,
    technical: -3.69,
    trade: -2.55,
    school: -2.62,
    news: -2.18,
    'about-hoaxes': -3.17,
    'to-colleagues': -3.04,
    'says-not-to': -2.61,
    dates: -3.26,
    'asks-of-work': -2.46,
    links: -1.03,
    code: -2.28,
    length: -0.08
  }
};
