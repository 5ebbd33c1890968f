import type { Address } from '../../core/mail/message.ts';
import type { Calendar, Known, MailPolicy } from '../../core/mail/policy.ts';

/** Somebody of the example school, under the heading where they are listed. None of them exists. */
export interface Somebody extends Address {
  readonly shelf: 'staff' | 'pupil' | 'parent' | 'governor' | 'agency' | 'outsider' | 'own' | 'group';
  /** What the school's directory says of the address. Empty where it knows nothing. */
  readonly known: readonly Known[];
}

/** The parents of one class, reached by one address. */
const classParents: readonly Somebody[] = [
  parent('Parent One', 'parent.one@family.example', 'h1'),
  parent('Parent Two', 'parent.two@family.example', 'h1'),
  parent('Parent Three', 'parent.three@home.example', 'h2'),
  parent('Parent Four', 'parent.four@home.example', 'h3'),
  parent('Parent Five', 'parent.five@post.example', 'h4'),
  parent('Parent Six', 'parent.six@post.example', 'h5')
];

/** Everybody at the example school, in the order in which they are shown. */
export const everybody: readonly Somebody[] = [
  { shelf: 'staff', name: 'Class Teacher', address: 'teacher@school.example', known: [{ audience: 'staff', name: 'Class Teacher' }] },
  { shelf: 'staff', name: 'Headteacher', address: 'head@school.example', known: [{ audience: 'head', name: 'Headteacher' }] },
  { shelf: 'staff', name: 'Deputy Head', address: 'deputy@school.example', known: [{ audience: 'staff', name: 'Deputy Head' }] },
  { shelf: 'staff', name: 'School Office', address: 'office@school.example', known: [{ audience: 'staff', name: 'School Office' }] },
  {
    shelf: 'staff',
    name: 'E-safety Coordinator',
    address: 'esafety@school.example',
    known: [{ audience: 'staff', name: 'E-safety Coordinator' }]
  },
  { shelf: 'staff', name: 'Safeguarding Lead', address: 'dsl@school.example', known: [{ audience: 'staff', name: 'Safeguarding Lead' }] },
  pupil('Pupil One', 'pupil.one@pupils.school.example', 'h1'),
  pupil('Pupil Three', 'pupil.three@pupils.school.example', 'h2'),
  ...classParents,
  {
    shelf: 'group',
    name: 'Parents of Year 5',
    address: 'year5.parents@school.example',
    members: classParents.map(({ name, address }) => ({ name, address })),
    known: []
  },
  {
    shelf: 'governor',
    name: 'Chair of Governors',
    address: 'chair@governors.example',
    known: [{ audience: 'governor', name: 'Chair of Governors' }]
  },
  {
    shelf: 'governor',
    name: 'Parent Governor',
    address: 'parent.governor@governors.example',
    known: [
      { audience: 'governor', name: 'Parent Governor' },
      { audience: 'parent', name: 'Parent Governor', household: 'h6' }
    ]
  },
  { shelf: 'agency', name: 'School Nurse', address: 'nurse@health.example', known: [{ audience: 'agency', name: 'School Nurse' }] },
  {
    shelf: 'agency',
    name: 'Education Welfare',
    address: 'welfare@council.example',
    known: [{ audience: 'agency', name: 'Education Welfare' }]
  },
  {
    shelf: 'agency',
    name: 'Designated Officer',
    address: 'lado@council.example',
    known: [{ audience: 'agency', name: 'Designated Officer' }]
  },
  { shelf: 'outsider', name: 'Coach Hire', address: 'bookings@coaches.example', known: [] },
  { shelf: 'own', name: 'Class Teacher', address: 'class.teacher@mailbox.example', known: [{ audience: 'staff', name: 'Class Teacher' }] }
];

/** From whom the page can write: the teacher, by the school's account and by their own, and two others. */
export const senders: readonly Somebody[] = everybody.filter(
  ({ shelf, address }) => shelf === 'own' || /^(?:teacher|head|office)@/.test(address)
);

/** The example school's mail policy, without any clause: those come with the policy that is chosen. */
export const exampleSchool: MailPolicy = {
  version: 'example',
  school: 'Example Primary School',
  domains: { staff: ['school.example'], pupils: ['pupils.school.example'] },
  people: {
    headteacher: ['head@school.example'],
    deputies: ['deputy@school.example'],
    coordinator: ['esafety@school.example'],
    dsl: ['dsl@school.example'],
    chairOfGovernors: ['chair@governors.example']
  },
  directory: Object.fromEntries(everybody.filter(({ known }) => known.length > 0).map(({ address, known }) => [address, known])),
  exempt: ['lado@council.example'],
  whenUnsure: 'confirm',
  calendar: {
    offsets: summerTimes(2020, 2050),
    hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
    // No terms: the example school is never on holiday, so that the examples say the same all year round.
    terms: [],
    closed: []
  },
  rules: {},
  clauses: {}
};

/** When British clocks change: at 01:00 UTC on the last Sundays of March and October. */
function summerTimes(first: number, last: number): Calendar['offsets'] {
  const offsets: { since: number; minutes: number }[] = [];
  for (let year = first; year <= last; year += 1) {
    offsets.push({ since: lastSunday(year, 2), minutes: 60 }, { since: lastSunday(year, 9), minutes: 0 });
  }
  return offsets;
}

/** Of a month with 31 days. */
function lastSunday(year: number, month: number): number {
  const end = Date.UTC(year, month, 31, 1);
  return end - new Date(end).getUTCDay() * 86400000;
}

function parent(name: string, address: string, household: string): Somebody {
  return { shelf: 'parent', name, address, known: [{ audience: 'parent', name, household }] };
}

function pupil(name: string, address: string, household: string): Somebody {
  return { shelf: 'pupil', name, address, known: [{ audience: 'pupil', name, household }] };
}
