/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.74,
  weights: {
    'asks-to-pass-on': 5.76,
    'please-forward': 1.93,
    'counts-people': 1.93,
    'sets-deadline': 2.35,
    'promises-luck': 2.74,
    'forbids-breaking': 4.55,
    'vouches-for-itself': 2.6,
    'comes-back': 3.13,
    'copy-and-paste': 3.35,
    'claims-authority': 2.36,
    'virus-scare': 3.15,
    'pays-to-forward': 3.24,
    'begs-for-somebody': 3.21,
    'warns-of-danger': 4.76,
    'signs-and-forwards': 4.12,
    'pyramid-list': 2.98,
    'chain-game': 4.2,
    'speaks-of-friendship': 1.53,
    'calls-on-faith': 1.55,
    'tells-horrors': 1.52,
    'several-signs': 2.05,
    cries: 0.77,
    forwarded: 1.23,
    'forwarded-often': 0.26,
    list: -3.12,
    technical: -3.38,
    trade: -3.17,
    school: -3.64,
    'about-hoaxes': -4.27,
    'to-colleagues': -2.73,
    'says-not-to': -4.88,
    dates: -2.38,
    'asks-of-work': -2.51,
    links: -1.24,
    code: -2.37,
    length: -0.51
  }
};

export const jokeWeights: Weights = {
  bias: -1.48,
  weights: {
    'called-funny': 3.16,
    laughs: 1.1,
    'stock-opening': 3.85,
    riddle: 5.09,
    'comic-figure': 4.75,
    'stock-character': 3.67,
    'told-as-story': 0.09,
    'who-said-it': 0.5,
    'he-and-she': 1.16,
    'funny-list': 4.17,
    'turns-at-the-end': 2.54,
    dialogue: 4.38,
    exclaimed: 2.76,
    'joke-scene': 0.96,
    'funny-numbers': 1.97,
    'funny-subject': 2.5,
    'passed-round': 2.87,
    countdown: 3.33,
    numbered: 0.46,
    list: -3.17,
    technical: -3.6,
    trade: -2.78,
    school: -3.67,
    'about-hoaxes': -3.18,
    'to-colleagues': -3.01,
    'says-not-to': -4.12,
    dates: -3.09,
    'asks-of-work': -2.77,
    links: -1.11,
    code: -2.3
  }
};
