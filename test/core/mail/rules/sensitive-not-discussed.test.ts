import { sensitiveNotDiscussed } from '../../../../core/mail/rules/sensitive-not-discussed.ts';
import { examine, mail, school } from '../../../support/mail.ts';

const parent = 'parent.one@family.example';
const text = 'I am writing about the safeguarding concern from Monday.';
const copyIn = { kind: 'copy-in', addresses: ['head@school.example'], head: true } as const;
const plain = [
  'Thank you for your help at the summer fair.',
  'Please send a coat and a packed lunch on Friday.',
  'Our school is committed to safeguarding and promoting the welfare of children.',
  'Please tell us of any medical conditions on the trip form.',
  'The year 6 production tells of an old complaint of the fairies.',
  'Next week is Mental Health Week: wear something yellow.',
  'Excluding Friday, the club runs every day.',
  'Mae’r ysgol wedi ymrwymo i ddiogelu plant a hyrwyddo eu lles.',
  'Mae’r clwb ar ôl ysgol yn dechrau ddydd Llun.'
];
const sensitive = [
  'The child protection conference is on Tuesday.',
  'We have decided on a permanent exclusion.',
  'He was suspended from school yesterday.',
  'Your formal complaint has reached stage two.',
  'There is an allegation against a colleague.',
  'The disciplinary hearing will be in May.',
  'I attach the draft EHCP.',
  'She has been diagnosed with a condition.',
  'Please find the redundancy consultation papers.',
  'We have had a data breach this morning.',
  'This is about your subject access request.',
  'My solicitor will reply.',
  'I have had a complaint about his exclusion.',
  'She told us that she self-harms.',
  'Mae gennym bryder diogelu am y plentyn.',
  'Mae hwn yn fater diogelu plant.',
  'Mae cwyn ffurfiol wedi dod i law.',
  'Gwnaed honiad difrifol yn erbyn aelod o staff.',
  'Bu toriad data y bore yma.',
  'Dyma’r cynllun datblygu unigol drafft.'
];

examine(sensitiveNotDiscussed, {
  keeps: [
    ...plain.map(text => ({ says: `«${text}»`, mail: mail({ to: [parent], text }) })),
    { says: 'a colleague', mail: mail({ to: ['teacher.two@school.example'], text }) },
    { says: 'a governor', mail: mail({ to: ['chair@governors.example'], text }) },
    { says: 'the headteacher in copy', mail: mail({ to: [parent], cc: ['head@school.example'], text }) },
    { says: 'the safeguarding lead in copy', mail: mail({ to: [parent], cc: ['dsl@school.example'], text }) },
    { says: 'a deputy in blind copy', mail: mail({ to: [parent], bcc: ['deputy@school.example'], text }) },
    { says: 'the safeguarding lead writing', mail: mail({ from: 'dsl@school.example', to: [parent], text }) },
    { says: 'the headteacher writing', mail: mail({ from: 'head@school.example', to: [parent], text }) },
    { says: 'a parent writing', mail: mail({ from: parent, to: ['worker@council.example'], text }) },
    { says: 'an exempt address', mail: mail({ to: ['lado@council.example'], text }) },
    { says: 'an exempt address beside a parent', mail: mail({ to: [parent], cc: ['lado@council.example'], text }) },
    {
      says: 'quoted words',
      mail: mail({ to: [parent], text: `Thank you.\n\nOn 18 November 2026 at 10:00, Parent One wrote:\n> ${text}\n` })
    },
    {
      says: 'mail that must be approved anyway',
      mail: mail({ to: [parent], text }),
      policy: { rules: { 'outside-not-authorised': { scope: 'sensitive' } } }
    }
  ],
  breaks: [
    ...sensitive.map(text => ({
      says: `«${text}»`,
      mail: mail({ to: [parent], text }),
      breaches: [{ message: 'sensitive', remedy: copyIn }]
    })),
    {
      says: 'the place in the text',
      mail: mail({ to: ['someone@shop.example'], text: 'About the data breach.' }),
      breaches: [{ message: 'sensitive', evidence: [{ in: 'text', start: 10, end: 21, what: 'sensitive' }] }]
    },
    {
      says: 'the subject',
      mail: mail({ to: ['worker@council.example'], subject: 'Data breach' }),
      breaches: [{ message: 'sensitive', evidence: [{ in: 'subject', start: 0, end: 11, what: 'sensitive' }] }]
    },
    {
      says: 'mail that any colleague may approve, and nobody in copy needs to know of',
      mail: mail({ to: [parent], text }),
      policy: { rules: { 'outside-not-authorised': { scope: 'all', approvers: ['staff'] } } },
      breaches: [{ message: 'sensitive' }]
    },
    {
      says: 'mail where approval is switched off',
      mail: mail({ to: [parent], text }),
      policy: { rules: { 'outside-not-authorised': { scope: 'all', action: 'off' } } },
      breaches: [{ message: 'sensitive' }]
    },
    {
      says: 'a school without a headteacher’s address, whose safeguarding lead is copied in',
      mail: mail({ to: [parent], text }),
      policy: { people: { ...school.people, headteacher: [], deputies: [] } },
      breaches: [{ message: 'sensitive', remedy: { kind: 'copy-in', addresses: ['dsl@school.example'] } }]
    },
    {
      says: 'a school that has named nobody',
      mail: mail({ to: [parent], text }),
      policy: { people: { headteacher: [], deputies: [], coordinator: [], dsl: [], chairOfGovernors: [] } },
      breaches: [{ message: 'sensitive' }]
    }
  ]
});
