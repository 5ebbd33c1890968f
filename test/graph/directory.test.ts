import assert from 'node:assert/strict';
import type { DirectoryReader, DirectoryRow, Sorting, SourceReading } from '../../graph/directory.ts';
import { googleDirectory } from '../../graph/google/directory/index.ts';
import { kindByUnit } from '../../graph/google/directory/accounts.ts';
import { googleWay } from '../../graph/google/way.ts';
import { microsoftDirectory } from '../../graph/microsoft/directory/index.ts';
import { microsoftWay } from '../../graph/microsoft/way.ts';
import { testClock } from '../support/clock.ts';
import { googleContract } from '../support/google/contract.ts';
import { fakeGoogle, type FakeGoogleOptions, type FakeGooglePeople } from '../support/google/fake.ts';
import { graphContract } from '../support/graph/contract.ts';
import { type FakeDirectory, idOf } from '../support/graph/directory.ts';
import { fakeGraph, type FakeOptions } from '../support/graph/fake.ts';
import { fakeSchool } from '../support/graph/school.ts';

const sorting: Sorting = {
  domains: { staff: ['school.example'], pupils: ['pupils.school.example'] },
  groups: [{ group: 'governors@school.example', kind: 'governor' }],
  units: [
    { unit: '/staff', kind: 'staff' },
    { unit: '/pupils', kind: 'pupil' },
    { unit: '/staff/governors', kind: 'governor' }
  ],
  contacts: 'agency'
};
const rowsIn = (reading: SourceReading): readonly DirectoryRow[] =>
  'rows' in reading ? reading.rows : assert.fail(`unread: ${reading.unread}`);
const briefly = (reading: SourceReading) =>
  rowsIn(reading).map(({ kind, ground, address, others, children }) =>
    [kind, ground, [address, ...others].join(' '), ...children].join('|')
  );

async function graphOf(directory: FakeDirectory, options: Partial<FakeOptions> = {}) {
  const clock = testClock();
  const graph = fakeGraph(fakeSchool(['exchange']), { clock, contract: await graphContract(), directory, ...options });
  const way = microsoftWay(async () => 'token', { clock, random: () => 0.5, deadline: clock.now() + 3_600_000 }, graph.fetch);
  const reader = (source: string): DirectoryReader => microsoftDirectory.find(each => each.source === source)!;
  return { graph, read: (source: string, since?: string) => reader(source).read(way, sorting, since) };
}

async function googleOf(people: FakeGooglePeople, options: Partial<FakeGoogleOptions> = {}) {
  const clock = testClock();
  const google = fakeGoogle({ contract: await googleContract(), people, ...options });
  const way = googleWay(
    async ({ as }) => as,
    'admin@school.example',
    { clock, random: () => 0.5, deadline: clock.now() + 3_600_000 },
    google.fetch
  );
  const reader = (source: string): DirectoryReader => googleDirectory('C0123abcd').find(each => each.source === source)!;
  return { google, read: (source: string) => reader(source).read(way, sorting) };
}

const faculty = { id: 'a', skuId: '94763226-9b3c-4e75-a931-5c89701abe66', skuPartNumber: 'STANDARDWOFFPACK_FACULTY' };
const student = { id: 'b', skuId: '314c4481-f395-4525-be8b-2ec4bb1e9d91', skuPartNumber: 'STANDARDWOFFPACK_STUDENT' };
const holds = (...skus: readonly { readonly skuId: string }[]) => skus.map(({ skuId }) => ({ skuId, disabledPlans: [] }));
const user = (i: number, name: string, more: object = {}) => ({
  id: idOf(1, i),
  displayName: name,
  mail: `${name}@school.example`,
  userPrincipalName: `${name}@school.example`,
  otherMails: [],
  proxyAddresses: [],
  accountEnabled: true,
  userType: 'Member',
  assignedLicenses: [],
  ...more
});
const accounts = [
  user(1, 'teacher', {
    otherMails: ['Home@Private.example'],
    proxyAddresses: ['SMTP:teacher@school.example', 'smtp:t@school.example', 'x500:/o=x']
  }),
  user(2, 'kit', { assignedLicenses: holds(student), otherMails: ['parent@family.example'] }),
  user(3, 'both', { assignedLicenses: holds(student, faculty) }),
  user(4, 'gone', { accountEnabled: false }),
  user(5, 'guest', { userType: 'Guest' }),
  user(6, 'elsewhere', { mail: 'x@other.example', userPrincipalName: 'x@other.example' }),
  user(7, 'lee', { mail: null, userPrincipalName: 'lee@pupils.school.example' })
];

describe('who is who in Microsoft 365', function () {
  this.timeout(10_000);

  it('tells staff from pupils by licence, else by domain, with the other addresses of staff', async () => {
    const { read } = await graphOf({ users: accounts, skus: [faculty, student] });
    const reading = await read('microsoft-accounts');
    assert.deepEqual(briefly(reading), [
      'staff|domain|teacher@school.example t@school.example home@private.example',
      'pupil|licence|kit@school.example',
      'staff|domain|both@school.example',
      'pupil|domain|lee@pupils.school.example'
    ]);
    assert.ok('doubts' in reading && reading.doubts === 1 && reading.gone === undefined);
  });

  it('goes by the domain where licences may not be read', async () => {
    const { read } = await graphOf({ users: accounts, skus: [faculty, student] }, { rights: ['User.Read.All'] });
    assert.equal(briefly(await read('microsoft-accounts'))[1], 'staff|domain|kit@school.example');
  });

  it('reads afterwards only what changed: who is new, who is gone, who is switched off', async () => {
    const directory: FakeDirectory = { users: accounts, skus: [faculty, student] };
    const { read } = await graphOf(directory);
    const first = await read('microsoft-accounts');
    assert.ok('next' in first && first.next);
    directory.changed = [user(8, 'new'), user(1, 'teacher', { accountEnabled: false })];
    directory.removed = [idOf(1, 2)];
    const then = await read('microsoft-accounts', first.next);
    assert.deepEqual(briefly(then), ['staff|domain|new@school.example']);
    assert.ok('gone' in then);
    assert.deepEqual(then.gone, [idOf(1, 1), idOf(1, 2)]);
  });

  it('takes the last word of an account that comes twice', async () => {
    const { read } = await graphOf({
      users: [accounts[0]!, accounts[1]!, { ...accounts[0]!, mail: 'new.name@school.example' }],
      skus: [student]
    });
    const found = briefly(await read('microsoft-accounts'));
    assert.equal(found.length, 2);
    assert.match(found[0]!, /new\.name@school\.example/);
  });

  it('reads everything again where Microsoft has forgotten the mark (410)', async () => {
    const directory: FakeDirectory = { users: accounts, skus: [faculty, student] };
    const { graph, read } = await graphOf(directory);
    const first = await read('microsoft-accounts');
    directory.forgetful = true;
    const again = await read('microsoft-accounts', 'next' in first ? first.next : '');
    assert.deepEqual([briefly(again), 'gone' in again], [briefly(first), false]);
    assert.equal(graph.asked.filter(({ status }) => status === 410).length, 1);
  });

  it('follows no mark to another host', async () => {
    const { read } = await graphOf({ users: accounts, skus: [faculty, student] });
    assert.deepEqual(await read('microsoft-accounts', 'https://graph.microsoft.com.evil.example/v1.0/users/delta'), {
      unread: 'unreachable'
    });
  });

  it('is unread as a whole where a page does not arrive, or a right is missing, and says which', async () => {
    const { read } = await graphOf(
      { users: accounts, skus: [student] },
      { fault: url => (url.searchParams.has('$skiptoken') ? { status: 503 } : undefined) }
    );
    assert.deepEqual(await read('microsoft-accounts'), { unread: 'unreachable' });
    const without = await graphOf({ users: accounts }, { rights: [] });
    assert.deepEqual(await without.read('microsoft-roster'), { unread: 'forbidden', lacks: 'EduRoster.Read.All' });
    assert.deepEqual(await without.read('microsoft-groups'), { unread: 'forbidden', lacks: 'GroupMember.Read.All, User.Read.All' });
  });

  const contact = (emailAddress: string, relationship: string, accessConsent: boolean | null, displayName = 'Parent One') => ({
    displayName,
    emailAddress,
    relationship,
    accessConsent,
    mobilePhone: null
  });
  const pupil = (i: number, relatedContacts: readonly object[]) => ({
    id: idOf(2, i),
    displayName: `Pupil ${i}`,
    mail: `pupil.${i}@school.example`,
    userPrincipalName: `pupil.${i}@school.example`,
    accountEnabled: true,
    primaryRole: 'student',
    relatedContacts
  });
  const roster = [
    pupil(1, [contact('P1@family.example', 'parent', true), contact('p2@family.example', 'guardian', null, 'Parent Two')]),
    pupil(2, [
      contact('p1@family.example', 'parent', null),
      contact('no@family.example', 'parent', false),
      contact('doctor@surgery.example', 'doctor', true),
      contact('not known', 'parent', true)
    ]),
    { ...pupil(3, []), primaryRole: 'teacher', displayName: 'Teacher One', mail: 'teacher.one@school.example' },
    { ...pupil(4, [contact('left@family.example', 'parent', true)]), accountEnabled: false }
  ];
  const known = [
    'pupil|role|pupil.1@school.example',
    'pupil|role|pupil.2@school.example',
    'staff|role|teacher.one@school.example pupil.3@school.example',
    `parent|relation|p1@family.example|${idOf(2, 1)}|${idOf(2, 2)}`,
    `parent|relation|p2@family.example|${idOf(2, 1)}`
  ];
  for (const contactsInLists of [true, false]) {
    it(`knows parents and guardians who did not refuse, each once, ${contactsInLists ? 'from the list' : 'asking for each pupil'}`, async () => {
      const strict = await graphContract();
      // A list without what was asked for is not what the schema says.
      const contract: typeof strict = (method, url, body, status) =>
        contactsInLists || !url.includes('/education/users?') ? strict(method, url, body, status) : undefined;
      const { graph, read } = await graphOf({ users: [], roster, contactsInLists }, { contract });
      const reading = await read('microsoft-roster');
      assert.deepEqual(briefly(reading), known);
      assert.ok('doubts' in reading && reading.doubts === 1);
      assert.equal(graph.asked.filter(({ url }) => /\/education\/users\//.test(url)).length, contactsInLists ? 0 : 2);
    });
  }

  it('expands groups, with guests and mail contacts, and doubts a group that is not there', async () => {
    const { read } = await graphOf(
      {
        users: [],
        groups: {
          'governors@school.example': [
            {
              '@odata.type': '#microsoft.graph.user',
              ...plainUser(1, 'governor.one@governors.example', 'gov_governors.example#EXT#@school.example')
            },
            { '@odata.type': '#microsoft.graph.user', ...plainUser(2, null, 'head@school.example') },
            { '@odata.type': '#microsoft.graph.group', id: idOf(4, 1) },
            { '@odata.type': '#microsoft.graph.orgContact', id: idOf(4, 2), displayName: 'Governor Three', mail: 'three@governors.example' }
          ]
        }
      },
      // Mail contacts are not among the types of the schema that we keep.
      { contract: () => {} }
    );
    assert.deepEqual(briefly(await read('microsoft-groups')), [
      'governor|group|governor.one@governors.example',
      'governor|group|head@school.example',
      'governor|group|three@governors.example'
    ]);
    const none = await (await graphOf({ users: [], groups: {} })).read('microsoft-groups');
    assert.deepEqual(none, { rows: [], doubts: 1 });
  });
});

function plainUser(i: number, mail: string | null, userPrincipalName: string) {
  return { id: idOf(3, i), displayName: `Member ${i}`, mail, userPrincipalName };
}

describe('who is who in Google Workspace', function () {
  this.timeout(10_000);
  const account = (id: string, primaryEmail: string, orgUnitPath: string, more: object = {}) => ({
    id,
    primaryEmail,
    orgUnitPath,
    name: { fullName: `Person ${id}` },
    suspended: false,
    archived: false,
    ...more
  });

  it('tells people apart by the nearest unit, else by the domain, and finds parents in pupils’ accounts', async () => {
    const { read } = await googleOf({
      users: [
        account('1', 'Teacher@School.example', '/Staff/Office', {
          aliases: ['t@school.example'],
          emails: [{ address: 'home@private.example', type: 'home' }]
        }),
        account('2', 'gov@school.example', '/Staff/Governors'),
        account('3', 'kit@school.example', '/Pupils/Year 4', {
          emails: [{ address: 'mum@family.example' }],
          relations: [
            { value: 'Mum@Family.example', type: 'mother' },
            { value: 'Nan', type: 'parent' },
            { value: 'aunt@family.example', type: 'relative' },
            { value: 'carer@family.example', type: 'custom', customType: 'Guardian' }
          ]
        }),
        account('4', 'lee@pupils.school.example', '/', { relations: [{ value: 'mum@family.example', type: 'mother' }] }),
        account('5', 'off@school.example', '/Staff', { suspended: true }),
        account('6', 'robot@other.example', '/Machines')
      ]
    });
    const reading = await read('google-accounts');
    assert.deepEqual(briefly(reading), [
      'staff|unit|teacher@school.example t@school.example home@private.example',
      'governor|unit|gov@school.example',
      'pupil|unit|kit@school.example',
      'pupil|domain|lee@pupils.school.example',
      'parent|relation|mum@family.example|3|4',
      'parent|relation|carer@family.example|3'
    ]);
    assert.ok('doubts' in reading && reading.doubts === 1);
  });

  it('knows guardians by both addresses, and of invitations those alone that wait', async () => {
    const { read } = await googleOf({
      guardians: [
        {
          studentId: '3',
          guardianId: 'g1',
          invitedEmailAddress: 'work@family.example',
          guardianProfile: { id: 'g1', name: { fullName: 'Parent One' }, emailAddress: 'One@gmail.example' }
        },
        { studentId: '4', guardianId: 'g1', guardianProfile: { id: 'g1', emailAddress: 'one@gmail.example' } },
        { studentId: '5', guardianId: 'g2', guardianProfile: { id: 'g2' } }
      ],
      invitations: [
        { studentId: '3', invitationId: 'i1', invitedEmailAddress: 'two@family.example', state: 'PENDING' },
        { studentId: '3', invitationId: 'i2', invitedEmailAddress: 'refused@family.example', state: 'COMPLETE' }
      ]
    });
    const reading = await read('google-guardians');
    assert.deepEqual(briefly(reading), [
      'parent|relation|one@gmail.example work@family.example|3|4',
      'parent|relation|two@family.example|3'
    ]);
    assert.ok('doubts' in reading && reading.doubts === 1);
  });

  it('expands groups, members from outside too, and reads shared contacts as what the school says', async () => {
    const { read } = await googleOf({
      groups: {
        'governors@school.example': [
          { id: '1', email: 'gov@school.example', type: 'USER', status: 'ACTIVE', role: 'OWNER' },
          { id: '9', email: 'out@governors.example', type: 'USER', role: 'MEMBER' },
          { id: '8', email: 'inner@school.example', type: 'GROUP', role: 'MEMBER' },
          { id: '7', email: 'off@school.example', type: 'USER', status: 'SUSPENDED', role: 'MEMBER' }
        ]
      },
      contacts: [
        { resourceName: 'people/c1', names: [{ displayName: 'Social Care' }], emailAddresses: [{ value: 'duty@council.example' }] },
        { resourceName: 'people/c2', names: [{ displayName: 'By telephone' }] }
      ]
    });
    const reading = rowsIn(await read('google-groups'));
    assert.deepEqual(
      reading.map(({ address, account: of }) => [address, of]),
      [
        ['gov@school.example', '1'],
        ['out@governors.example', undefined]
      ]
    );
    assert.deepEqual(briefly(await read('google-contacts')), ['agency|group|duty@council.example']);
  });

  it('says which scope is missing, and is no empty list then', async () => {
    const { read } = await googleOf({ guardians: [] }, { scopes: [] });
    assert.deepEqual(await read('google-guardians'), {
      unread: 'forbidden',
      lacks:
        'https://www.googleapis.com/auth/classroom.guardianlinks.students.readonly, https://www.googleapis.com/auth/classroom.profile.emails'
    });
  });

  for (const { path, kind } of [
    { path: '/Staff', kind: 'staff' },
    { path: '/Staff/Governors/Old', kind: 'governor' },
    { path: '/Staffroom', kind: undefined },
    { path: '/', kind: undefined },
    { path: undefined, kind: undefined }
  ]) {
    it(`knows of the unit ${path ?? 'nowhere'} what its people are: ${kind ?? 'nothing'}`, () =>
      assert.equal(kindByUnit(path, sorting), kind));
  }

  it('takes a rule for the top of the tenant for everybody who has no nearer one', () => {
    assert.equal(kindByUnit('/anything/below', { units: [{ unit: '/', kind: 'staff' }] }), 'staff');
  });
});
