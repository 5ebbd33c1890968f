/**
 * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of
 * `bias` and of weight times value is above 0.
 */
export interface Weights {
  readonly bias: number;
  readonly weights: { readonly [name: string]: number };
}

export const chainWeights: Weights = {
  bias: -2.01,
  weights: {
    'asks-to-pass-on': 6.3,
    'how-many-how-soon': 2.9,
    'promises-luck': 3.9,
    'forbids-breaking': 4.8,
    'vouches-for-itself': 2.9,
    'comes-back': 3.3,
    'copy-and-paste': 3.4,
    'virus-scare': 3.3,
    'pays-to-forward': 3.1,
    'begs-for-somebody': 3.9,
    'warns-of-danger': 4.9,
    'signs-and-forwards': 4.3,
    'chain-game': 3.8,
    'calls-on-faith': 1.7,
    cries: 1.2,
    forwarded: 1.6,
    'forwarded-often': 0.5,
    list: -3.3,
    technical: -3.6,
    trade: -3.4,
    school: -3.4,
    'about-hoaxes': -3.8,
    'to-colleagues': -2.9,
    'says-not-to': -4.5,
    dates: -2.6,
    'asks-of-work': -2.1,
    code: -2.5
  }
};

export const jokeWeights: Weights = {
  bias: -1.37,
  weights: {
    'called-funny': 2.9,
    laughs: 1,
    'stock-opening': 4.5,
    riddle: 5.2,
    'comic-figure': 4.8,
    'stock-character': 3.7,
    'funny-list': 4.2,
    'he-and-she': 1.5,
    dialogue: 5,
    exclaimed: 3,
    'funny-subject': 2.5,
    'passed-round': 3.3,
    countdown: 3.4,
    list: -2.9,
    technical: -3.9,
    trade: -2.7,
    school: -3,
    'about-hoaxes': -3.2,
    'to-colleagues': -3.1,
    'says-not-to': -4.1,
    dates: -2.8,
    'asks-of-work': -2.8,
    code: -2.6
  }
};
