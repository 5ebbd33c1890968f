import { ownDetailsGiven } from '../../../../core/mail/rules/own-details-given.ts';
import { examine, mail } from '../../../support/mail.ts';

const to = ['parent.one@family.example'];

examine(ownDetailsGiven, {
  keeps: [
    { says: 'mail without details', mail: mail({ to, text: 'The trip leaves at 9.15 on 12/11/2026 and costs £12.50.' }) },
    { says: 'a private number to colleagues', mail: mail({ to: ['office@school.example'], text: 'My mobile is 07700 900123.' }) },
    {
      says: 'a private number to an agency, by default',
      mail: mail({ to: ['worker@council.example'], text: 'My mobile is 07700 900123.' })
    },
    {
      says: 'the school’s number',
      mail: mail({ to, text: 'Please ring the office on 01632 960123.\nTel: 01632 960124\nFax: 01632 960125' })
    },
    { says: 'a mobile that the school owns', mail: mail({ to, text: 'On the day, ring the school mobile on 07700 900123.' }) },
    {
      says: 'a number on the school’s list, however it is written',
      mail: mail({ to, text: 'Ring me on +44 7700 900123.' }),
      settings: { official: ['07700 900 123'] }
    },
    { says: 'the sender’s school address', mail: mail({ to, text: 'Write to teacher@school.example.' }) },
    {
      says: 'the sender’s own address, where mail comes from it',
      mail: mail({ from: 'teacher.one@gmail.com', to, text: 'I am teacher.one@gmail.com.' })
    },
    {
      says: 'the other person’s signature in what is quoted',
      mail: mail({
        to,
        text: 'Thank you.\n\nOn 5 May 2026, Parent One <parent.one@family.example> wrote:\n> Call me\n> Mob: 07700 900123\n'
      })
    },
    { says: 'the school’s account', mail: mail({ to, text: 'Follow us on Twitter @ExamplePrimary or facebook.com/ExamplePrimarySchool' }) },
    { says: 'a number of a child’s mother', mail: mail({ to, text: 'Her mum’s mobile is 07700 900123.' }) },
    {
      says: 'a number to those whom the school allows',
      mail: mail({ to, text: 'My mobile is 07700 900123.' }),
      settings: { to: ['pupil'] }
    }
  ],
  breaks: [
    {
      says: 'a mobile number in the text',
      mail: mail({ to, text: 'My mobile is 07700 900123.' }),
      breaches: [
        {
          message: 'given',
          values: given('phone number', 'rhif ffôn'),
          evidence: [{ in: 'text', start: 13, end: 25, what: 'phone' }],
          remedy: { kind: 'cut-words', spans: [{ start: 13, end: 25 }] }
        }
      ]
    },
    {
      says: 'a mobile number in the signature, to a pupil',
      mail: mail({ to: ['kit.sample@pupils.school.example'], text: 'Well done.\n\nKind regards\nTeacher One\n+44 (0)7700 900123' }),
      breaches: [{ message: 'given', values: given('phone number', 'rhif ffôn') }]
    },
    {
      says: 'a mobile number to somebody the school does not know',
      mail: mail({ to: ['someone@elsewhere.example'], text: 'Ring 07700900123' }),
      breaches: [{ message: 'given', values: given('phone number', 'rhif ffôn') }]
    },
    {
      says: 'a home number',
      mail: mail({ to, text: 'At home: 01632 960123' }),
      breaches: [{ message: 'given', values: given('phone number', 'rhif ffôn') }]
    },
    {
      says: 'a number in HTML, which no click can cut out',
      mail: mail({ to, html: '<p>My mobile is <b>07700 900123</b></p>' }),
      breaches: [
        { message: 'given', values: given('phone number', 'rhif ffôn'), evidence: [{ in: 'text', start: 13, end: 25, what: 'phone' }] }
      ]
    },
    {
      says: 'a private mailbox',
      mail: mail({ to, text: 'Write to me at teacher.example@gmail.com' }),
      breaches: [{ message: 'given', values: given('e-mail address', 'cyfeiriad e-bost') }]
    },
    {
      says: 'a private mailbox spelt out',
      mail: mail({ to, text: 'Write to me: mx dot teacher at gmail dot com' }),
      breaches: [{ message: 'given', values: given('e-mail address', 'cyfeiriad e-bost') }]
    },
    {
      says: 'a home address',
      mail: mail({ to, text: 'You can leave it at my house, 14 Sample Street, Exampleton, AB1 2CD.' }),
      breaches: [
        {
          message: 'given',
          values: given('home address', 'cyfeiriad cartref'),
          evidence: [{ in: 'text', start: 30, end: 67, what: 'address' }]
        }
      ]
    },
    {
      says: 'a private account',
      mail: mail({ to, text: 'Add me on Snapchat: teach_one' }),
      breaches: [{ message: 'given', values: given('account on a social network', 'cyfrif rhwydwaith cymdeithasol') }]
    },
    {
      says: 'a link to a private page',
      mail: mail({ to, text: 'My page is instagram.com/teach.one' }),
      breaches: [{ message: 'given', values: given('account on a social network', 'cyfrif rhwydwaith cymdeithasol') }]
    },
    {
      says: 'the sender’s date of birth',
      mail: mail({ to, text: 'My date of birth is 1 April 1980.' }),
      breaches: [{ message: 'given', values: given('date of birth', 'dyddiad geni') }]
    },
    {
      says: 'several kinds',
      mail: mail({ to, text: 'My mobile is 07700 900123 and my mailbox is teacher.example@gmail.com.' }),
      breaches: [{ message: 'given', values: given('phone number, e-mail address', 'rhif ffôn, cyfeiriad e-bost') }]
    },
    {
      says: 'colleagues too, where the school says everyone',
      mail: mail({ to: ['office@school.example'], text: 'My mobile is 07700 900123.' }),
      settings: { to: ['everyone'] },
      breaches: [{ message: 'given', values: given('phone number', 'rhif ffôn') }]
    }
  ]
});

function given(en: string, cy: string) {
  return { what: { en, cy } };
}
