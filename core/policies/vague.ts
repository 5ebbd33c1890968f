import type { Text } from '../locale.ts';

/** Words that two people read differently, and what to write in their place. */
export interface Vague {
  /** As in `Stale`. */
  readonly phrases: readonly string[];
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  readonly what: Text;
  readonly do: Text;
}

/** Words that leave open how often, how soon, how far or who. */
export const vague: readonly Vague[] = [
  {
    phrases: [
      'bi annually',
      'biannually',
      'bi annual',
      'biannual',
      'bi annum',
      'biennially',
      'bi monthly',
      'bimonthly',
      'bi weekly',
      'biweekly'
    ],
    what: {
      en: '«{word}» is read both as twice in the period and as once in two.',
      cy: 'Darllenir «{word}» fel ddwywaith yn y cyfnod ac fel unwaith mewn dau.'
    },
    do: { en: 'Write «twice a year» or «every two years».', cy: 'Ysgrifennwch «ddwywaith y flwyddyn» neu «bob dwy flynedd».' }
  },
  {
    phrases: [
      'regularly',
      'regular',
      'seldom',
      'periodically',
      'periodic',
      'from time to time',
      'frequently',
      'occasionally',
      'at intervals',
      'at random',
      'randomly',
      'closely monitored',
      'watched closely',
      'yn rheolaidd',
      'o bryd i w gilydd',
      'yn achlysurol',
      'yn aml'
    ],
    notBefore: [
      'visitor',
      'visitors',
      'supply',
      'staff',
      'user',
      'users',
      'volunteer',
      'volunteers',
      'helper',
      'helpers',
      'lessons',
      'use'
    ],
    what: { en: '«{word}» does not say how often.', cy: 'Nid yw «{word}» yn dweud pa mor aml.' },
    do: { en: 'Give a number: each week, once a term, every year.', cy: 'Rhowch nifer: bob wythnos, unwaith y tymor, bob blwyddyn.' }
  },
  {
    phrases: [
      'as soon as possible',
      'as soon as practicable',
      'promptly',
      'in a timely manner',
      'in due course',
      'without delay',
      'cyn gynted â phosibl'
    ],
    what: { en: '«{word}» does not say by when.', cy: 'Nid yw «{word}» yn dweud erbyn pryd.' },
    do: { en: 'Give a time: at once, the same day, within 24 hours.', cy: 'Rhowch amser: ar unwaith, yr un diwrnod, o fewn 24 awr.' }
  },
  {
    phrases: [
      'reasonable',
      'reasonably',
      'deemed acceptable',
      'find acceptable',
      'sees fit',
      'see fit',
      'as appropriate',
      'where appropriate',
      'when appropriate',
      'if appropriate',
      'sensible steps',
      'appropriate steps',
      'rhesymol',
      'lle bo n briodol',
      'fel y bo n briodol'
    ],
    what: { en: '«{word}» leaves the measure open.', cy: 'Mae «{word}» yn gadael y mesur yn agored.' },
    do: {
      en: 'Say who decides, and give an example of each side.',
      cy: 'Dywedwch pwy sy’n penderfynu, a rhowch enghraifft o’r naill ochr a’r llall.'
    }
  },
  {
    phrases: [
      'where possible',
      'wherever possible',
      'when possible',
      'whenever possible',
      'if possible',
      'where practicable',
      'where feasible',
      'if necessary',
      'where necessary',
      'when necessary',
      'as necessary',
      'as required',
      'where applicable',
      'endeavour',
      'endeavours',
      'try to',
      'aim to',
      'aims to',
      'os yn bosibl',
      'lle bo modd',
      'os oes angen',
      'lle bo angen'
    ],
    notAfter: ['not', 'never'],
    what: { en: '«{word}» lets everybody decide whether it holds.', cy: 'Mae «{word}» yn gadael i bawb benderfynu a yw’n berthnasol.' },
    do: {
      en: 'Make it a rule, name the exceptions, or call it advice.',
      cy: 'Gwnewch ef yn rheol, enwch yr eithriadau, neu galwch ef yn gyngor.'
    }
  },
  {
    phrases: ['limited', 'limited use', 'incidental', 'excessive', 'excessively', 'minimal', 'now and then', 'defnydd cyfyngedig'],
    notBefore: ['to', 'company', 'liability', 'i'],
    what: { en: '«{word}» does not say how much.', cy: 'Nid yw «{word}» yn dweud faint.' },
    do: {
      en: 'Say when: in breaks, outside lessons, never while pupils are present.',
      cy: 'Dywedwch pryd: amser egwyl, y tu allan i wersi, byth tra bo disgyblion yn bresennol.'
    }
  },
  {
    phrases: ['responsible person', 'relevant person', 'appropriate person', 'relevant staff', 'person cyfrifol', 'person perthnasol'],
    what: { en: '«{word}» does not say who.', cy: 'Nid yw «{word}» yn dweud pwy.' },
    do: { en: 'Name the post, and who stands in for it.', cy: 'Enwch y swydd, a phwy sy’n dirprwyo.' }
  },
  {
    phrases: ['normally', 'usually', 'generally', 'in most cases', 'as a rule', 'fel arfer', 'fel rheol'],
    what: { en: '«{word}» hints at exceptions without naming them.', cy: 'Mae «{word}» yn awgrymu eithriadau heb eu henwi.' },
    do: { en: 'Name the exceptions or leave the word out.', cy: 'Enwch yr eithriadau neu gadewch y gair allan.' }
  }
];
