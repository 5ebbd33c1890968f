import { outsideNotAuthorised } from '../../../../core/mail/rules/outside-not-authorised.ts';
import { examine, mail } from '../../../support/mail.ts';

const parent = 'parent.one@family.example';
const pupil = 'kit.sample@pupils.school.example';
const text = 'I am writing about the safeguarding concern from Monday.';
const copyIn = { kind: 'copy-in', addresses: ['head@school.example'], head: true } as const;
const all = { scope: 'all' };
const onlySensitive = { scope: 'sensitive' };

examine(outsideNotAuthorised, {
  keeps: [
    { says: 'outside mail where the school asks for no approval', mail: mail({ to: [parent], text }) },
    {
      says: 'ordinary mail where only sensitive mail is approved',
      mail: mail({ to: [parent], text: 'See you at the fair.' }),
      settings: onlySensitive
    },
    { says: 'mail inside the school', mail: mail({ to: ['teacher.two@school.example', pupil], text }), settings: all },
    { says: 'mail to a governor', mail: mail({ to: ['chair@governors.example'] }), settings: all },
    { says: 'a copy to the headteacher', mail: mail({ to: [parent], cc: ['headteacher@school.example'], text }), settings: all },
    { says: 'a copy to a deputy', mail: mail({ to: [parent], cc: ['deputy@school.example'] }), settings: all },
    { says: 'the headteacher writing', mail: mail({ from: 'head@school.example', to: [parent] }), settings: all },
    {
      says: 'staff writing where any colleague may approve',
      mail: mail({ to: [parent] }),
      settings: { scope: 'all', approvers: ['staff'] }
    },
    {
      says: 'a pupil’s mail with a teacher in copy where any colleague may approve',
      mail: mail({ from: pupil, to: ['author@books.example'], cc: ['teacher@school.example'] }),
      settings: { scope: 'all', approvers: ['staff'] }
    },
    { says: 'an exempt address', mail: mail({ to: ['lado@council.example', parent], text }), settings: all },
    { says: 'an outsider writing', mail: mail({ from: 'someone@shop.example', to: [parent] }), settings: all }
  ],
  breaks: [
    {
      says: 'ordinary mail outside where all of it is approved',
      mail: mail({ to: [parent], cc: ['someone@shop.example'] }),
      settings: all,
      breaches: [
        {
          message: 'outside',
          remedy: copyIn,
          evidence: [
            { in: 'to', address: parent },
            { in: 'cc', address: 'someone@shop.example' }
          ]
        }
      ]
    },
    {
      says: 'sensitive mail outside',
      mail: mail({ to: [parent], text }),
      settings: onlySensitive,
      breaches: [{ message: 'sensitive', remedy: copyIn }]
    },
    {
      says: 'sensitive mail outside where all of it is approved',
      mail: mail({ to: [parent], subject: 'Your formal complaint' }),
      settings: all,
      breaches: [{ message: 'sensitive', evidence: [{ in: 'subject', start: 5, end: 21, what: 'sensitive' }] }]
    },
    {
      says: 'a copy to a deputy where only the headteacher approves',
      mail: mail({ to: [parent], cc: ['deputy@school.example'] }),
      settings: { scope: 'all', approvers: ['head'] },
      breaches: [{ message: 'outside', remedy: copyIn }]
    },
    {
      says: 'a pupil’s mail, which no pupil’s click approves',
      mail: mail({ from: pupil, to: ['author@books.example'] }),
      settings: { scope: 'all', approvers: ['staff'] },
      breaches: [{ message: 'outside', evidence: [{ in: 'to', address: 'author@books.example' }] }]
    }
  ]
});
