import { sentFromPersonalAccount } from '../../../../core/mail/rules/sent-from-personal-account.ts';
import { examine, mail, school } from '../../../support/mail.ts';

const pupil = 'kit.sample@pupils.school.example';
const staff = {
  directory: {
    ...school.directory,
    'r.example@school.example': [{ audience: 'staff', name: 'Robin Example' }],
    'old.robin@gmail.com': [{ audience: 'staff', name: 'Robin Example' }],
    'music@lessons.example': [{ audience: 'staff', name: 'Music Teacher' }],
    'sam@btinternet.com': [{ audience: 'staff' }]
  }
} as const;
const sendFrom = { kind: 'send-from', address: 'r.example@school.example' } as const;

examine(sentFromPersonalAccount, {
  keeps: [
    { says: 'a school account', mail: mail({ to: [pupil] }) },
    { says: 'a pupil’s school account', mail: mail({ from: pupil, to: ['teacher@school.example'] }) },
    { says: 'a parent’s own account', mail: mail({ from: 'parent.one@family.example', to: ['teacher@school.example'] }) },
    {
      says: 'a parent whom the directory knows at another address',
      mail: mail({ from: 'Parent One <parentone@gmail.com>', to: ['teacher@school.example'] })
    },
    { says: 'a governor’s own account', mail: mail({ from: 'chair@governors.example', to: ['head@school.example'] }) },
    { says: 'a company', mail: mail({ from: 'orders@shop.example', to: ['office@school.example'] }) },
    { says: 'a council', mail: mail({ from: 'admissions@anytown.gov.uk', to: ['office@school.example'] }) },
    { says: 'a private account among strangers', mail: mail({ from: 'someone@gmail.com', to: ['other@shop.example'] }) },
    {
      says: 'an account elsewhere that the school itself lists for its staff',
      mail: mail({ from: 'music@lessons.example', to: [pupil] }),
      policy: staff
    },
    { says: 'mail to an exempt address', mail: mail({ from: 'sam@btinternet.com', to: ['lado@council.example'] }), policy: staff },
    { says: 'mail to nobody', mail: mail({ from: 'someone@gmail.com' }) },
    {
      says: 'a school that has not named its domains',
      mail: mail({ from: 'someone@gmail.com', to: [pupil] }),
      policy: { domains: { staff: [], pupils: [] } }
    }
  ],
  breaks: [
    {
      says: 'a private account to a pupil',
      mail: mail({ from: 'someone@gmail.com', to: [pupil] }),
      breaches: [{ message: 'outside', evidence: [{ in: 'from', address: 'someone@gmail.com' }] }]
    },
    {
      says: 'a private account to a parent',
      mail: mail({ from: 'someone@hotmail.co.uk', to: ['parent.one@family.example'] }),
      breaches: [{ message: 'outside' }]
    },
    {
      says: 'a private account to a colleague',
      mail: mail({ from: 'someone@gmail.com', cc: ['teacher@school.example'] }),
      breaches: [{ message: 'outside' }]
    },
    {
      says: 'a name that the directory knows',
      mail: mail({ from: 'Robin Example <robin1@gmail.com>', to: ['someone@shop.example'] }),
      policy: staff,
      breaches: [{ message: 'private', remedy: sendFrom }]
    },
    {
      says: 'a name that the directory knows, surname first, at any domain',
      mail: mail({ from: 'EXAMPLE, Robin (home) <me@home.example>', to: [pupil] }),
      policy: staff,
      breaches: [{ message: 'private', remedy: sendFrom }]
    },
    {
      says: 'a private account that the directory lists',
      mail: mail({ from: 'old.robin@gmail.com', to: [pupil] }),
      policy: staff,
      breaches: [{ message: 'private', remedy: sendFrom }]
    },
    {
      says: 'one that it lists without a name',
      mail: mail({ from: 'sam@btinternet.com', to: [pupil] }),
      policy: staff,
      breaches: [{ message: 'private' }]
    },
    {
      says: 'the sender’s own school address among the recipients',
      mail: mail({ from: 'rexample77@gmail.com', to: ['parent.one@family.example', 'r.example@school.example'] }),
      breaches: [{ message: 'private', remedy: sendFrom }]
    },
    {
      says: 'two school addresses of one name, of which none can be chosen',
      mail: mail({ from: 'Robin Example <robin1@gmail.com>', to: [pupil] }),
      policy: { directory: { ...staff.directory, 'robin.example@school.example': [{ audience: 'staff', name: 'Robin Example' }] } },
      breaches: [{ message: 'private' }]
    }
  ]
});
