import type { Text } from '../../core/locale.ts';
import type { Role } from '../../core/policies/person.ts';
import type { Listed } from '../store/people.ts';

/** The domains of the invented school. All of them are reserved for examples. */
export const domains = { staff: 'school.example', pupils: 'pupils.school.example', governors: 'governors.example' } as const;

/** Somebody of the invented school, with what its list and its tenant know of them. */
export interface Invented extends Listed {
  readonly key: string;
  readonly post: Text;
}

const numbers = 'One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen'.split(' ');

const families = 160;
const children = 200;
const classes = ['Oak', 'Ash', 'Elm', 'Holly', 'Rowan', 'Willow', 'Beech', 'Hazel'] as const;

/** The id of an account in the invented tenant. */
export function accountId(kind: 'staff' | 'pupil', i: number): string {
  return `0000000${kind === 'staff' ? 1 : 2}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
}

const teacher: Text = { en: 'teacher', cy: 'athro' };
const posts: readonly (readonly [name: string, address: string, post: Text, roles: readonly Role[], groups: readonly string[]])[] = [
  ['Headteacher', 'head', { en: 'headteacher', cy: 'pennaeth' }, ['staff', 'head'], ['Leadership']],
  ['Deputy Head', 'deputy', { en: 'deputy head', cy: 'dirprwy bennaeth' }, ['staff'], ['Leadership']],
  ['Assistant Head', 'assistant.head', { en: 'assistant head', cy: 'pennaeth cynorthwyol' }, ['staff'], ['Leadership']],
  [
    'Safety Coordinator',
    'esafety',
    { en: 'e-safety coordinator', cy: 'cydlynydd e-ddiogelwch' },
    ['staff', 'coordinator'],
    ['Leadership', 'Computing']
  ],
  ['Inclusion Lead', 'inclusion', { en: 'inclusion lead', cy: 'arweinydd cynhwysiant' }, ['staff'], ['Leadership']],
  ['Office Manager', 'office', { en: 'office manager', cy: 'rheolwr y swyddfa' }, ['staff'], ['Office']],
  ['School Secretary', 'secretary', { en: 'school secretary', cy: 'ysgrifennydd yr ysgol' }, ['staff'], ['Office']],
  ['Bursar', 'bursar', { en: 'bursar', cy: 'bwrsar' }, ['staff'], ['Office']],
  ['Caretaker', 'caretaker', { en: 'caretaker', cy: 'gofalwr' }, ['staff'], ['Premises']],
  ['IT Technician', 'it', { en: 'IT support', cy: 'cymorth TG' }, ['staff'], ['Computing']],
  ['Librarian', 'librarian', { en: 'librarian', cy: 'llyfrgellydd' }, ['staff'], ['Support']]
];

function staff(): readonly Invented[] {
  const bare = (i: number, name: string, address: string, post: Text, more: Partial<Invented> = {}): Invented => ({
    key: `${address}@${domains.staff}`,
    name,
    post,
    address: `${address}@${domains.staff}`,
    entraId: accountId('staff', i),
    roles: ['staff'],
    groups: [],
    children: [],
    language: i % 6 === 5 ? 'cy' : 'en',
    joinedOn: `20${15 + (i % 9)}-09-01`,
    ...more
  });
  const led = [
    ...posts.map(([name, address, post, roles, groups], i) => bare(i, name, address, post, { roles, groups, language: 'en' })),
    ...numbers.map((number, i) =>
      bare(20 + i, `Teacher ${number}`, `teacher.${number.toLowerCase()}`, teacher, {
        groups: ['Teaching'],
        class: classes[Math.floor(i / 2)]!,
        ...(number === 'Sixteen' ? { joinedOn: '2026-11-16' } : {}),
        ...(number === 'Seven' ? { language: 'en' as const } : {})
      })
    ),
    ...numbers
      .slice(0, 12)
      .map((number, i) =>
        bare(
          40 + i,
          `Teaching Assistant ${number}`,
          `assistant.${number.toLowerCase()}`,
          { en: 'teaching assistant', cy: 'cynorthwyydd addysgu' },
          { groups: ['Support'] }
        )
      ),
    ...numbers
      .slice(0, 6)
      .map((number, i) =>
        bare(
          60 + i,
          `Midday Supervisor ${number}`,
          `midday.${number.toLowerCase()}`,
          { en: 'midday supervisor', cy: 'goruchwyliwr canol dydd' },
          { groups: ['Support'] }
        )
      )
  ];
  const manager = (person: Invented): string | undefined => {
    if (person.roles.includes('head')) return `chair@${domains.governors}`;
    return person.groups.includes('Leadership') || person.groups.includes('Office') ? `head@${domains.staff}` : `deputy@${domains.staff}`;
  };
  return led.map(person => ({ ...person, manager: manager(person)! }));
}

function governors(): readonly Invented[] {
  const governor = (name: string, local: string, roles: readonly Role[], i: number): Invented => ({
    key: `${local}@${domains.governors}`,
    name,
    post: roles.includes('chair')
      ? { en: 'chair of governors', cy: 'cadeirydd y llywodraethwyr' }
      : { en: 'governor', cy: 'llywodraethwr' },
    address: `${local}@${domains.governors}`,
    roles,
    groups: [],
    children: [],
    language: i % 4 === 3 ? 'cy' : 'en',
    joinedOn: '2024-09-01',
    manager: `chair@${domains.governors}`
  });
  return [
    { ...governor('Chair of Governors', 'chair', ['governor', 'chair'], 0), manager: `head@${domains.staff}` },
    ...numbers.slice(0, 11).map((number, i) => governor(`Governor ${number}`, `governor.${number.toLowerCase()}`, ['governor'], i))
  ];
}

function others(): readonly Invented[] {
  const other = (name: string, address: string, role: Role, post: Text): Invented => ({
    key: address,
    name,
    post,
    address,
    roles: [role],
    groups: [],
    children: [],
    language: 'en',
    manager: `office@${domains.staff}`
  });
  const supply: Text = { en: 'supply teacher', cy: 'athro cyflenwi' };
  return [
    other('Data Protection Officer', 'dpo@council.example', 'data-protection-officer', {
      en: 'data protection officer',
      cy: 'swyddog diogelu data'
    }),
    other('Supply Teacher One', 'supply.one@agency.example', 'supply', supply),
    other('Supply Teacher Two', 'supply.two@agency.example', 'supply', supply)
  ];
}

function pupils(): readonly Invented[] {
  return Array.from({ length: children }, (_, i) => ({
    key: `pupil-${i + 1}`,
    name: `Pupil ${i + 1}`,
    post: { en: 'pupil', cy: 'disgybl' },
    address: `pupil.${i + 1}@${domains.pupils}`,
    roles: ['pupil'],
    groups: [],
    class: classes[i % classes.length]!,
    children: [],
    language: i % 5 === 4 ? 'cy' : 'en'
  }));
}

/** One for each family; the first forty have two children here. */
function parents(): readonly Invented[] {
  return Array.from({ length: families }, (_, i) => ({
    key: `parent-${i + 1}`,
    name: `Parent ${i + 1}`,
    post: { en: 'parent', cy: 'rhiant' },
    address: `parent.${i + 1}@${['family', 'home', 'cartref'][i % 3]!}.example`,
    roles: ['parent'],
    groups: [],
    children: [`pupil-${i + 1}`, ...(i < children - families ? [`pupil-${families + i + 1}`] : [])],
    language: i % 3 === 2 ? 'cy' : 'en'
  }));
}

/** Who an address belongs to, as the school's own list says it: the columns of `people.csv`. */
export function directoryCsv(): string {
  const audience = (roles: readonly Role[]): string | undefined =>
    (['governor', 'parent', 'pupil', 'staff'] as const).find(each => roles.includes(each)) ??
    (roles.includes('supply') ? 'agency' : undefined);
  const household = (person: Invented): string => {
    const parent = person.roles.includes('parent')
      ? person
      : people.find(each => each.roles.includes('parent') && each.children.includes(person.key));
    return parent ? `h${parent.key.replace(/\D/g, '')}` : '';
  };
  const lines = people.flatMap(person => {
    const kind = audience(person.roles);
    return kind === undefined || person.address === undefined ? [] : [`${person.address},${kind},${person.name},${household(person)}`];
  });
  return `address,audience,name,household\n${lines.join('\n')}\n`;
}

/** Forty-five staff, twelve governors, a data protection officer, two supply teachers, two hundred pupils and their parents. Roles are all that they are called. */
export const people: readonly Invented[] = [...staff(), ...governors(), ...others(), ...pupils(), ...parents()];
