import { sentToPersonalAccount } from '../../../../core/mail/rules/sent-to-personal-account.ts';
import { examine, mail, school } from '../../../support/mail.ts';

const directory = {
  ...school.directory,
  'r.example@school.example': [{ audience: 'staff', name: 'Robin Example' }],
  'robins.home@gmail.com': [{ audience: 'staff', name: 'Robin Example' }],
  'robin@home.example': [{ audience: 'staff', name: 'Robin Example' }],
  'music@lessons.example': [{ audience: 'staff', name: 'Music Teacher' }],
  'both@gmail.com': [{ audience: 'staff', name: 'Robin Example' }, { audience: 'parent' }],
  'kits@gmail.com': [{ audience: 'pupil', name: 'Kit Sample' }],
  'kit@home.example': [{ audience: 'pupil', name: 'Kit Sample' }],
  'family.mailbox@gmail.com': [{ audience: 'pupil', name: 'Kit Sample' }, { audience: 'parent' }],
  'governor.home@gmail.com': [{ audience: 'governor', name: 'Governor Two' }],
  'lee.twin@pupils.school.example': [{ audience: 'pupil', name: 'Lee Twin' }],
  'lee@family.example': [{ audience: 'parent', name: 'Lee Twin' }]
} as const;
const policy = { directory };
const own = (by: string, address: string) => ({ message: 'private', remedy: { kind: 'replace-recipient', address, by } }) as const;

examine(sentToPersonalAccount, {
  keeps: [
    { says: 'a school account', mail: mail({ to: ['r.example@school.example'] }), policy },
    { says: 'a parent’s private account', mail: mail({ to: ['parent.one@family.example'] }), policy },
    { says: 'a colleague who is a parent, at the parent’s address', mail: mail({ to: ['both@gmail.com'] }), policy },
    { says: 'a family’s mailbox that pupil and parent share', mail: mail({ to: ['family.mailbox@gmail.com'] }), policy },
    { says: 'a governor’s private account', mail: mail({ to: ['governor.home@gmail.com'] }), policy },
    { says: 'an account elsewhere that the school lists for its staff', mail: mail({ to: ['music@lessons.example'] }), policy },
    { says: 'a stranger’s private account', mail: mail({ from: 'j.teacher@school.example', to: ['someone.else@gmail.com'] }), policy },
    {
      says: 'the same surname under another given name',
      mail: mail({ from: 'Robin Example <r.example@school.example>', to: ['Sandy Example <sexample@gmail.com>'] })
    },
    {
      says: 'the same initial and surname, but another given name shown',
      mail: mail({ from: 'Robin Example <r.example@school.example>', to: ['Riley Example <rexample@gmail.com>'] })
    },
    { says: 'a given name alone', mail: mail({ from: 'Robin Example <robin@school.example>', to: ['robin84@gmail.com'] }) },
    { says: 'a surname alone', mail: mail({ from: 'Robin Example <r.example@school.example>', to: ['example.family@gmail.com'] }) },
    {
      says: 'a surname inside a longer word',
      mail: mail({ from: 'Robin Tree <r.tree@school.example>', to: ['robintreehouse@gmail.com'] })
    },
    {
      says: 'a post that both addresses name',
      mail: mail({ from: 'School Office <office@school.example>', to: ['School Office <office@gmail.com>'] })
    },
    { says: 'a likeness at another organisation', mail: mail({ from: 'j.teacher@school.example', to: ['j.teacher@college.example'] }) },
    { says: 'a name that is a pupil’s and a parent’s', mail: mail({ to: ['Lee Twin <lee.twin@gmail.com>'] }), policy },
    { says: 'a parent whose address spells the child’s name', mail: mail({ to: ['Parent Nine <kit.sample@gmail.com>'] }), policy },
    { says: 'a parent writing', mail: mail({ from: 'parent.one@family.example', to: ['kits@gmail.com'] }), policy },
    {
      says: 'a private account on the exempt list',
      mail: mail({ from: 'j.teacher@school.example', to: ['jteacher@gmail.com'] }),
      policy: { exempt: ['jteacher@gmail.com'] }
    }
  ],
  breaks: [
    {
      says: 'initial and surname, with a year',
      mail: mail({ from: 'j.teacher@school.example', to: ['jteacher82@gmail.com'] }),
      breaches: [{ ...own('j.teacher@school.example', 'jteacher82@gmail.com'), evidence: [{ in: 'to', address: 'jteacher82@gmail.com' }] }]
    },
    {
      says: 'the same letters without a dot on either side',
      mail: mail({ from: 'jteacher@school.example', bcc: ['j.teacher@btinternet.com'] }),
      breaches: [own('jteacher@school.example', 'j.teacher@btinternet.com')]
    },
    {
      says: 'a full name in the private address, known from the name shown',
      mail: mail({ from: 'Robin Example <r.example@school.example>', to: ['example_robin@hotmail.co.uk'] }),
      breaches: [own('r.example@school.example', 'example_robin@hotmail.co.uk')]
    },
    {
      says: 'the same name shown, accents and order aside',
      mail: mail({ from: 'Siân Sampl <s.sampl@school.example>', cc: ['SAMPL, Sian <xyz123@outlook.com>'] }),
      breaches: [own('s.sampl@school.example', 'xyz123@outlook.com')]
    },
    {
      says: 'a full given name where school shows the initial',
      mail: mail({ from: 'j.teacher@school.example', to: ['jane.teacher@gmail.com'] }),
      breaches: [own('j.teacher@school.example', 'jane.teacher@gmail.com')]
    },
    {
      says: 'a private account named as such',
      mail: mail({ from: 'j.teacher@school.example', to: ['Me (home) <jteacher+work@gmail.com>'] }),
      breaches: [own('j.teacher@school.example', 'jteacher+work@gmail.com')]
    },
    {
      says: 'the own account beside the own school address',
      mail: mail({ from: 'j.teacher@school.example', to: ['jteacher@gmail.com', 'j.teacher@school.example'] }),
      breaches: [{ message: 'private', remedy: { kind: 'remove-recipients', addresses: ['jteacher@gmail.com'] } }]
    },
    {
      says: 'a colleague’s private account that the directory lists',
      mail: mail({ to: ['robins.home@gmail.com'] }),
      policy,
      breaches: [
        { message: 'private', remedy: { kind: 'replace-recipient', address: 'robins.home@gmail.com', by: 'r.example@school.example' } }
      ]
    },
    {
      says: 'a colleague’s second address at any domain',
      mail: mail({ to: ['robin@home.example'] }),
      policy,
      breaches: [
        { message: 'private', remedy: { kind: 'replace-recipient', address: 'robin@home.example', by: 'r.example@school.example' } }
      ]
    },
    {
      says: 'a colleague known by the name shown',
      mail: mail({ to: ['Robin Example <whatever@gmail.com>'] }),
      policy,
      breaches: [{ message: 'private' }]
    },
    {
      says: 'a pupil’s private account that the directory lists',
      mail: mail({ to: ['kit@home.example'] }),
      policy: { directory: { ...school.directory, 'kit@home.example': [{ audience: 'pupil', name: 'Kit Sample' }] } },
      breaches: [
        { message: 'private', remedy: { kind: 'replace-recipient', address: 'kit@home.example', by: 'kit.sample@pupils.school.example' } }
      ]
    },
    {
      says: 'a pupil’s name spelt by the address',
      mail: mail({ to: ['kit.sample09@gmail.com'] }),
      policy,
      breaches: [{ message: 'private' }]
    },
    {
      says: 'several private accounts of pupils',
      mail: mail({ to: ['kits@gmail.com', 'kit@home.example'] }),
      policy,
      breaches: [{ message: 'private', remedy: { kind: 'remove-recipients', addresses: ['kits@gmail.com', 'kit@home.example'] } }]
    },
    {
      says: 'a private account inside a group, which no click can take out',
      mail: mail({
        from: 'j.teacher@school.example',
        to: [{ name: 'Year 5', address: 'year5@school.example', members: [{ name: '', address: 'jteacher@gmail.com' }] }]
      }),
      breaches: [{ message: 'private', evidence: [{ in: 'to', address: 'jteacher@gmail.com' }] }]
    },
    {
      says: 'one of each',
      mail: mail({ from: 'j.teacher@school.example', to: ['jteacher@gmail.com', 'robins.home@gmail.com', 'kits@gmail.com'] }),
      policy,
      breaches: [
        {
          message: 'private',
          remedy: { kind: 'remove-recipients', addresses: ['jteacher@gmail.com', 'robins.home@gmail.com', 'kits@gmail.com'] }
        }
      ]
    }
  ]
});
