import { meetingWithPupil } from '../../../../core/mail/rules/meeting-with-pupil.ts';
import { examine, mail, school } from '../../../support/mail.ts';

const to = ['kit.sample@pupils.school.example'];
const ordinary = [
  'See you in lesson tomorrow.',
  'Your detention is on Thursday at 15:30 in room 12; please come on time.',
  'Please come and see me at break about your coursework.',
  'I will meet you and your mum at parents’ evening in the hall.',
  'See you in the gym for PE. Bring your kit.',
  'Write a page about what you see in the park.',
  'In chapter two they meet at the beach and go for a walk.',
  'Please work on your own and complete question 3.',
  'I would like to see you complete question 3 on your own.',
  'Come and cheer for our house at sports day!',
  'We meet at the station at 8:30 for the museum trip; bring a packed lunch.',
  'Everyone is to meet me at the park for the cross-country match on Saturday.',
  'Who will pick you up after the concert?',
  'Do not forget to tell your parents about the trip.',
  'I left your book in my car and will bring it tomorrow.',
  'Welwn ni chi yn y wers yfory.',
  'Dewch i fy ngweld i amser egwyl am eich gwaith cwrs.',
  'Byddwn yn cyfarfod yn yr orsaf am 8:30 ar gyfer y daith i’r amgueddfa.',
  'Gwnewch y gwaith ar eich pen eich hun.'
];
const arranging = [
  'Meet me at the park after school.',
  'Can you meet me after school at the cafe in town?',
  'See you after school at the park then!',
  'Come to my house on Saturday and we can go through it.',
  'You could come round to mine for extra help.',
  'I can pick you up from home at six.',
  'I’ll give you a lift back afterwards.',
  'We could talk in my car.',
  'Could you come alone please?',
  'It would be just the two of us.',
  'Let’s meet up at the weekend.',
  'Shall we go for a coffee on Saturday?',
  'Let us keep this between us.',
  'Don’t tell your mum.',
  'Meet me outside of school to talk about it.',
  'MEET ME AT THE PARK!!!',
  'Beth am gwrdd â fi yn y parc ar ôl ysgol?',
  'Dere draw i fy nhŷ nos Sadwrn.',
  'Galla i roi lifft i ti adref.',
  'Mae’n well cwrdd y tu allan i’r ysgol.',
  'Dere ar dy ben dy hun.',
  'Paid â dweud wrth dy fam.'
];

examine(meetingWithPupil, {
  keeps: [
    ...ordinary.map(text => ({ says: `«${text}»`, mail: mail({ to, text }) })),
    { says: 'the same words to a colleague', mail: mail({ to: ['teacher.two@school.example'], text: arranging[0]! }) },
    { says: 'the same words to a parent', mail: mail({ to: ['parent.one@family.example'], text: arranging[0]! }) },
    { says: 'the same words between pupils', mail: mail({ from: 'lee.pupil@pupils.school.example', to, text: arranging[0]! }) },
    {
      says: 'the same words to the teacher’s own child',
      mail: mail({ to, text: arranging[0]! }),
      policy: { directory: { ...school.directory, 'teacher@school.example': [{ audience: 'staff', household: 'h1' }] } }
    },
    {
      says: 'the same words where only the quoted reply has them',
      mail: mail({
        to,
        text: 'No. Please speak to me in school.\n\nOn 18 November 2026 at 10:00, Kit Sample wrote:\n> Meet me at the park after school.\n'
      })
    },
    { says: 'words that only look alike across sentences', mail: mail({ to, text: 'We will meet. My house is blue.' }) },
    { says: 'nothing written', mail: mail({ to }) }
  ],
  breaks: [
    ...arranging.map(text => ({ says: `«${text}»`, mail: mail({ to, text }), breaches: [{ message: 'arranged' }] })),
    {
      says: 'the subject alone, in its place',
      mail: mail({ to, subject: 'Hello, meet me at the park' }),
      breaches: [{ message: 'arranged', evidence: [{ in: 'subject' as const, start: 7, end: 26, what: 'meeting' }] }]
    },
    {
      says: 'two places, each once',
      mail: mail({ cc: to, text: 'Come to my house. I can pick you up.' }),
      breaches: [
        {
          message: 'arranged',
          evidence: [
            { in: 'text' as const, start: 0, end: 16, what: 'meeting' },
            { in: 'text' as const, start: 18, end: 35, what: 'meeting' }
          ]
        }
      ]
    }
  ]
});
