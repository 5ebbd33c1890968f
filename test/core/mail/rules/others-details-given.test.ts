import { othersDetailsGiven } from '../../../../core/mail/rules/others-details-given.ts';
import { examine, mail } from '../../../support/mail.ts';

const to = ['parent.three@home.example'];
const quotedNumber =
  'See below.\n\nOn 5 May 2026, Parent Four <parent.four@home.example> wrote:\n> Please ring me.\n> Mobile 07700 900123\n';

examine(othersDetailsGiven, {
  keeps: [
    { says: 'mail without details', mail: mail({ to, text: 'Year 4 swim on Friday; 28 pupils, 3 staff.' }) },
    { says: 'a pupil number among the staff', mail: mail({ to: ['office@school.example'], text: 'UPN H801200001001' }) },
    { says: 'a number with the wrong check letter', mail: mail({ to, text: 'Invoice A801200001001' }) },
    { says: 'what the reader wrote', mail: mail({ to: ['Parent Four <parent.four@home.example>'], text: quotedNumber }) },
    {
      says: 'a family’s own child',
      mail: mail({
        to: ['parent.one@family.example', 'parent.two@family.example'],
        text: 'Kit’s date of birth is 12/03/2017; is that right?'
      })
    },
    { says: 'the sender’s own number', mail: mail({ to, text: 'My mobile is 07700 900123.' }) },
    { says: 'a historical birth', mail: mail({ to, text: 'The poet was born on 23 April 1864.' }) },
    { says: 'the reader’s own mailbox', mail: mail({ to: ['parent.nine@gmail.com'], text: 'I write to parent.nine@gmail.com now.' }) },
    { says: 'a museum’s address', mail: mail({ to, text: 'We visit the Example Museum, 12 Castle Street, Exampleton AB1 2CD.' }) },
    {
      says: 'an address on the school’s list',
      mail: mail({ to, text: 'Their address: 14 Sample Street, Exampleton AB1 2CD' }),
      settings: { official: ['14 Sample Street'] }
    }
  ],
  breaks: [
    {
      says: 'a unique pupil number',
      mail: mail({ to, text: 'UPN: H801200001001.' }),
      breaches: [
        {
          message: 'given',
          values: given('pupil number', 'rhif disgybl'),
          evidence: [{ in: 'text', start: 5, end: 18, what: 'pupil-number' }],
          remedy: { kind: 'cut-words', spans: [{ start: 5, end: 18 }] }
        }
      ]
    },
    {
      says: 'a date of birth',
      mail: mail({ to, text: 'Kit Sample, DOB 12/03/2017' }),
      breaches: [{ message: 'given', values: given('date of birth', 'dyddiad geni') }]
    },
    {
      says: 'a date of birth in the subject, which no click can cut out',
      mail: mail({ to, subject: 'Kit Sample, born 12 March 2017' }),
      breaches: [
        {
          message: 'given',
          values: given('date of birth', 'dyddiad geni'),
          evidence: [{ in: 'subject', start: 17, end: 30, what: 'birth-date' }]
        }
      ]
    },
    {
      says: 'a date of birth of another family’s child',
      mail: mail({ to: ['parent.four@home.example'], text: 'Kit: dyddiad geni 12 Mawrth 2017' }),
      breaches: [{ message: 'given', values: given('date of birth', 'dyddiad geni') }]
    },
    {
      says: 'an NHS number',
      mail: mail({ to, text: 'NHS number 943 476 5919' }),
      breaches: [{ message: 'given', values: given('NHS number', 'rhif GIG') }]
    },
    {
      says: 'a National Insurance number',
      mail: mail({ to, text: 'NI: AB 12 34 56 C' }),
      breaches: [{ message: 'given', values: given('National Insurance number', 'rhif Yswiriant Gwladol') }]
    },
    {
      says: 'a home address',
      mail: mail({ to, text: 'They live at 14 Sample Street, Exampleton\nAB1 2CD.' }),
      breaches: [
        {
          message: 'given',
          values: given('home address', 'cyfeiriad cartref'),
          evidence: [{ in: 'text', start: 13, end: 49, what: 'address' }]
        }
      ]
    },
    {
      says: 'a Welsh home address',
      mail: mail({ to, text: 'Ei gyfeiriad: 3 Heol Enghraifft, Tref LL10 1AA' }),
      breaches: [{ message: 'given', values: given('home address', 'cyfeiriad cartref') }]
    },
    {
      says: 'a parent’s number in forwarded words',
      mail: mail({ to, text: quotedNumber }),
      breaches: [{ message: 'given', values: given('phone number', 'rhif ffôn') }]
    },
    {
      says: 'a mother’s mailbox',
      mail: mail({ to, text: 'Her mum is sample.parent@hotmail.co.uk' }),
      breaches: [{ message: 'given', values: given('e-mail address', 'cyfeiriad e-bost') }]
    },
    {
      says: 'a pupil’s account',
      mail: mail({ to, text: 'His Instagram is kit_sample_9' }),
      breaches: [{ message: 'given', values: given('account on a social network', 'cyfrif rhwydwaith cymdeithasol') }]
    },
    {
      says: 'several',
      mail: mail({ to: ['worker@council.example'], text: 'UPN H801200001001, DOB 12/03/2017' }),
      breaches: [{ message: 'given', values: given('pupil number, date of birth', 'rhif disgybl, dyddiad geni') }]
    }
  ]
});

function given(en: string, cy: string) {
  return { what: { en, cy } };
}
