/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -1.99,
  weights: {
    'asks-to-pass-on': 6.32,
    'how-many-how-soon': 2.92,
    'promises-luck': 3.89,
    'forbids-breaking': 4.83,
    'vouches-for-itself': 2.88,
    'comes-back': 3.3,
    'copy-and-paste': 3.37,
    'virus-scare': 3.33,
    'pays-to-forward': 3.08,
    'begs-for-somebody': 3.87,
    'warns-of-danger': 4.86,
    'signs-and-forwards': 4.3,
    'chain-game': 3.85,
    'calls-on-faith': 1.67,
    cries: 1.2,
    forwarded: 1.61,
    'forwarded-often': 0.5,
    list: -3.28,
    technical: -3.54,
    trade: -3.39,
    school: -3.44,
    'about-hoaxes': -3.84,
    'to-colleagues': -2.88,
    'says-not-to': -4.46,
    dates: -2.57,
    'asks-of-work': -2.08,
    code: -2.51
  }
};

export const jokeWeights: Weights = {
  bias: -1.33,
  weights: {
    'called-funny': 2.93,
    laughs: 0.96,
    'stock-opening': 4.58,
    riddle: 5.24,
    'comic-figure': 4.78,
    'stock-character': 3.65,
    'funny-list': 4.16,
    'turns-at-the-end': 2.14,
    'he-and-she': 1.54,
    dialogue: 4.95,
    exclaimed: 2.9,
    'funny-subject': 2.58,
    'passed-round': 3.34,
    countdown: 3.4,
    list: -2.84,
    technical: -3.8,
    trade: -2.65,
    school: -3.06,
    'about-hoaxes': -3.2,
    'to-colleagues': -3.17,
    'says-not-to': -4.15,
    dates: -2.82,
    'asks-of-work': -2.57,
    code: -2.6
  }
};
