import { crowdInTheOpen } from '../../../../core/mail/rules/crowd-in-the-open.ts';
import { examine, mail, many } from '../../../support/mail.ts';

examine(crowdInTheOpen, {
  keeps: [
    { says: 'a crowd in Bcc', mail: mail({ bcc: many(30, 'parents.example') }) },
    { says: 'a crowd of staff', mail: mail({ to: many(30, 'school.example') }) },
    { says: 'two outsiders', mail: mail({ to: many(2, 'parents.example') }) },
    {
      says: 'both parents of one household and a governor',
      mail: mail({ to: ['parent.one@family.example', 'parent.two@family.example'], cc: ['chair@governors.example'] })
    },
    {
      says: 'a group, whose members see only the group',
      mail: mail({
        to: [
          { name: 'Year 5', address: 'year5@lists.example', members: many(30, 'parents.example').map(address => ({ name: '', address })) }
        ]
      })
    }
  ],
  breaks: [
    {
      says: 'three outsiders in To',
      mail: mail({ to: many(3, 'parents.example') }),
      breaches: [{ message: 'exposed', values: { count: 3 } }]
    },
    {
      says: 'outsiders over To and Cc',
      mail: mail({ to: many(2, 'a.example'), cc: many(3, 'b.example') }),
      breaches: [{ message: 'exposed', values: { count: 5 } }]
    },
    {
      says: 'what the school calls a crowd',
      mail: mail({ to: many(2, 'a.example') }),
      settings: { least: 2 },
      breaches: [{ message: 'exposed', values: { count: 2 } }]
    }
  ]
});
