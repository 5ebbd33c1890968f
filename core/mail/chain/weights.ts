/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.93,
  weights: {
    'asks-to-pass-on': 6.32,
    'how-many-how-soon': 2.84,
    'promises-luck': 3.76,
    'forbids-breaking': 4.88,
    'vouches-for-itself': 3.04,
    'comes-back': 3.1,
    'copy-and-paste': 3.38,
    'virus-scare': 3.36,
    'pays-to-forward': 3.09,
    'begs-for-somebody': 3.9,
    'warns-of-danger': 4.72,
    'signs-and-forwards': 4.28,
    'chain-game': 3.97,
    'calls-on-faith': 1.67,
    cries: 1.08,
    forwarded: 1.59,
    'forwarded-often': 0.55,
    list: -3.27,
    technical: -3.51,
    trade: -3.36,
    school: -3.34,
    'about-hoaxes': -3.82,
    'to-colleagues': -2.79,
    'says-not-to': -4.47,
    dates: -2.5,
    'asks-of-work': -2.09,
    code: -2.49
  }
};

export const jokeWeights: Weights = {
  bias: -1.34,
  weights: {
    'called-funny': 2.94,
    laughs: 0.96,
    'stock-opening': 4.59,
    riddle: 5.24,
    'comic-figure': 4.79,
    'stock-character': 3.7,
    'he-and-she': 1.57,
    'funny-list': 4.08,
    'turns-at-the-end': 2.01,
    dialogue: 4.96,
    exclaimed: 2.96,
    'funny-subject': 2.58,
    'passed-round': 3.34,
    countdown: 3.4,
    list: -2.83,
    technical: -3.79,
    trade: -2.64,
    school: -3.07,
    'about-hoaxes': -3.19,
    'to-colleagues': -3.15,
    'says-not-to': -4.16,
    dates: -2.81,
    'asks-of-work': -2.59,
    code: -2.58
  }
};
