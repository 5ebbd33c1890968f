import { headNotCopied } from '../../../../core/mail/rules/head-not-copied.ts';
import { examine, mail, many, school } from '../../../support/mail.ts';

const parent = 'parent.one@family.example';
const governor = 'chair@governors.example';
const agency = 'worker@council.example';
const head = 'head@school.example';
const copyIn = { kind: 'copy-in', addresses: [head], head: true } as const;
const group = (...members: readonly string[]) => ({
  name: 'A group',
  address: 'list@school.example',
  members: members.map(address => ({ name: '', address }))
});
const strangersOnly = { directory: {}, people: { ...school.people, chairOfGovernors: [] } };

const parents = { whom: { en: 'to parents or carers', cy: 'at rieni neu ofalwyr' } };
const governors = { whom: { en: 'to governors', cy: 'at lywodraethwyr' } };
const agencies = { whom: { en: 'to an outside agency', cy: 'at asiantaeth allanol' } };
const outsiders = { whom: { en: 'to people outside the school', cy: 'at bobl y tu allan i’r ysgol' } };

examine(headNotCopied, {
  keeps: [
    { says: 'mail to nobody', mail: mail() },
    { says: 'mail among colleagues', mail: mail({ to: many(3, 'school.example') }) },
    { says: 'the headteacher in Cc', mail: mail({ to: [parent], cc: [head] }) },
    { says: 'the headteacher in To', mail: mail({ to: [parent, head] }) },
    {
      says: 'an alias of the headteacher, written with capitals',
      mail: mail({ to: [parent], cc: ['Head <HeadTeacher@School.Example.>'] })
    },
    { says: 'a sub-address of the headteacher', mail: mail({ to: [parent], cc: ['head+parents@school.example'] }) },
    { says: 'a named deputy in Cc', mail: mail({ to: [parent], cc: ['deputy@school.example'] }) },
    { says: 'the headteacher inside an expanded group', mail: mail({ to: [parent], cc: [group('teacher.two@school.example', head)] }) },
    {
      says: 'the headteacher in Bcc where the school lets that count',
      mail: mail({ to: [parent], bcc: [head] }),
      settings: { bccCounts: true }
    },
    { says: 'the headteacher writing', mail: mail({ from: head, to: [parent] }) },
    { says: 'an alias of the headteacher writing', mail: mail({ from: 'headteacher@school.example', to: [parent] }) },
    { says: 'the deputy who stands in for the headteacher writing', mail: mail({ from: 'deputy@school.example', to: [parent] }) },
    { says: 'a pupil writing to a parent', mail: mail({ from: 'kit.sample@pupils.school.example', to: [parent] }) },
    { says: 'a parent writing to a governor', mail: mail({ from: parent, to: [governor] }) },
    { says: 'mail to a pupil', mail: mail({ to: ['kit.sample@pupils.school.example'] }) },
    { says: 'an audience that the school switched off', mail: mail({ to: [parent] }), settings: { audiences: ['governor', 'agency'] } },
    { says: 'no audience at all', mail: mail({ to: [parent, governor] }), settings: { audiences: [] } },
    { says: 'mail to an exempt address', mail: mail({ to: ['lado@council.example'] }) },
    {
      says: 'a parent beside an exempt address, whom a copy would show to the head',
      mail: mail({ to: [parent], cc: ['lado@council.example'] })
    },
    { says: 'an exempt address in Bcc', mail: mail({ to: [parent], bcc: ['LADO+urgent@council.example'] }) },
    { says: 'an exempt address inside a group', mail: mail({ to: [parent, group('lado@council.example')] }) },
    { says: 'a stranger, where the directory knows who is outside', mail: mail({ to: ['someone@shop.example'] }) },
    {
      says: 'a stranger, where the directory is elsewhere and knows parents',
      mail: mail({ to: ['someone@shop.example'] }),
      policy: { ...strangersOnly, knows: ['parent'] }
    },
    {
      says: 'a stranger, where the school asks about governors only',
      mail: mail({ to: ['someone@shop.example'] }),
      policy: strangersOnly,
      settings: { audiences: ['governor'] }
    },
    {
      says: 'a school that has named nobody to copy in',
      mail: mail({ to: [parent] }),
      policy: { people: { ...school.people, headteacher: [], deputies: [] } }
    },
    {
      says: 'a colleague who is a parent too',
      mail: mail({ to: ['teacher.two@school.example'] }),
      policy: { directory: { 'teacher.two@school.example': [{ audience: 'parent' }] } }
    }
  ],
  breaks: [
    {
      says: 'a parent in To',
      mail: mail({ to: [parent] }),
      breaches: [{ message: 'without', values: parents, remedy: copyIn, evidence: [{ in: 'to', address: parent }] }]
    },
    {
      says: 'a parent in Bcc',
      mail: mail({ bcc: [parent] }),
      breaches: [{ message: 'without', values: parents, evidence: [{ in: 'bcc', address: parent }] }]
    },
    {
      says: 'a parent under a sub-address',
      mail: mail({ to: ['parent.one+school@family.example'] }),
      breaches: [{ message: 'without', values: parents }]
    },
    { says: 'a governor', mail: mail({ to: [governor] }), breaches: [{ message: 'without', values: governors, remedy: copyIn }] },
    {
      says: 'a governor with a school account',
      mail: mail({ to: ['governor.two@school.example'] }),
      policy: { directory: { 'governor.two@school.example': [{ audience: 'governor' }] } },
      breaches: [{ message: 'without', values: governors }]
    },
    { says: 'an agency', mail: mail({ to: [agency] }), breaches: [{ message: 'without', values: agencies }] },
    {
      says: 'a council known by its domain',
      mail: mail({ to: ['admissions@anytown.gov.uk'] }),
      breaches: [{ message: 'without', values: agencies }]
    },
    { says: 'parents and governors', mail: mail({ to: [parent], cc: [governor] }), breaches: [{ message: 'without' }] },
    { says: 'parents and an agency', mail: mail({ to: [parent, agency] }), breaches: [{ message: 'without' }] },
    { says: 'governors and an agency', mail: mail({ to: [governor, agency] }), breaches: [{ message: 'without' }] },
    {
      says: 'all of them',
      mail: mail({ to: [parent, governor, agency, parent] }),
      breaches: [
        {
          message: 'without',
          values: {
            whom: {
              en: 'to parents or carers, to governors, to an outside agency',
              cy: 'at rieni neu ofalwyr, at lywodraethwyr, at asiantaeth allanol'
            }
          }
        }
      ]
    },
    {
      says: 'a governor who is a parent, where only parents are asked about',
      mail: mail({ to: [governor] }),
      policy: { directory: { [governor]: [{ audience: 'governor' }, { audience: 'parent' }] } },
      settings: { audiences: ['parent'] },
      breaches: [{ message: 'without', values: parents }]
    },
    { says: 'a parent inside a group', mail: mail({ to: [group(parent)] }), breaches: [{ message: 'without', values: parents }] },
    {
      says: 'the headteacher in Bcc only',
      mail: mail({ to: [parent], bcc: [head] }),
      breaches: [{ message: 'without', values: parents, remedy: copyIn }]
    },
    {
      says: 'a display name that only looks like the headteacher',
      mail: mail({ to: [parent], cc: ['head@school.example <someone@shop.example>'] }),
      breaches: [{ message: 'without', values: parents }]
    },
    {
      says: 'a longer domain than the headteacher’s',
      mail: mail({ to: [parent], cc: ['head@school.example.shop.example'] }),
      breaches: [{ message: 'without', values: parents }]
    },
    {
      says: 'a deputy where only the headteacher counts',
      mail: mail({ to: [parent], cc: ['deputy@school.example'] }),
      settings: { deputyCounts: false },
      breaches: [{ message: 'without', values: parents, remedy: copyIn }]
    },
    {
      says: 'a deputy writing where only the headteacher counts',
      mail: mail({ from: 'deputy@school.example', to: [parent] }),
      settings: { deputyCounts: false },
      breaches: [{ message: 'without', values: parents }]
    },
    {
      says: 'a school with deputies only',
      mail: mail({ to: [parent] }),
      policy: { people: { ...school.people, headteacher: [] } },
      breaches: [{ message: 'without', values: parents, remedy: { kind: 'copy-in', addresses: ['deputy@school.example'] } }]
    },
    {
      says: 'a stranger where the school has told nothing of who is outside',
      mail: mail({ to: ['someone@shop.example'] }),
      policy: strangersOnly,
      breaches: [{ message: 'without', values: outsiders, remedy: copyIn, evidence: [{ in: 'to', address: 'someone@shop.example' }] }]
    },
    {
      says: 'a stranger where the school asks about strangers',
      mail: mail({ to: ['someone@shop.example'] }),
      settings: { audiences: ['outsider'] },
      breaches: [{ message: 'without', values: outsiders }]
    }
  ]
});
