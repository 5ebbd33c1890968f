import assert from 'node:assert/strict';
import type { Person } from '../../core/policies/person.ts';
import { changesOfPeople, type Known } from '../../service/people-changes.ts';
import { readPeople } from '../../service/people-file.ts';

const list = (rows: string) => readPeople(Buffer.from(`id,name,address,roles,children,manager,entra id\n${rows}`), 'x.csv', 'en');
const ids = (word = 'new') => {
  let count = 0;
  return () => `${word}-${(count += 1)}`;
};
const nobody: Known = { people: [], keys: new Map() };

/** The store after a list was written to it. */
function stored(rows: string): Known {
  const put = changesOfPeople(list(rows), nobody, '2026-11-22', ids()).put;
  return {
    people: put.map(person => ({ ...person, id: person.id! })),
    keys: new Map(put.map(({ key, id }) => [key!, id!]))
  };
}

const compare = (rows: string, known: Known) => {
  const { put, ...said } = changesOfPeople(list(rows), known, '2026-11-22', ids('more'));
  return { ...said, put: put.map(({ id, name, leftOn }) => `${id} ${name}${leftOn === undefined ? '' : ` left ${leftOn}`}`) };
};

const school =
  ',Head,head@school.example,head,,\n,One,one@school.example,staff,,head@school.example\np1,Kit,,pupil,,\n,Two,two@family.example,parent,p1,\n';

describe('a list of people beside what is stored', () => {
  it('adds everybody the first time, with managers and children by their new ids', () => {
    const { put, added } = changesOfPeople(list(school), nobody, '2026-11-22', ids());
    assert.deepEqual(added, ['Head', 'One', 'Kit', 'Two']);
    assert.deepEqual(
      put.map(({ id, key, manager, children }) => [id, key, manager, children]),
      [
        ['new-1', 'head@school.example', undefined, []],
        ['new-2', 'one@school.example', 'new-1', []],
        ['new-3', 'p1', undefined, []],
        ['new-4', 'two@family.example', undefined, ['new-3']]
      ]
    );
  });

  it('changes nothing the second time', () => {
    assert.deepEqual(compare(school, stored(school)), { put: [], added: [], changed: [], left: [], same: 4 });
  });

  it('says who is new, who changed and who is there no more, and writes those alone', () => {
    const next =
      school.replace('One,one', 'One Smith,one').replace('p1,Kit,,pupil,,\n', '').replace('parent,p1,', 'parent,,') +
      ',Three,three@school.example,supply,,\n';
    assert.deepEqual(compare(next, stored(school)), {
      put: ['new-2 One Smith', 'new-4 Two', 'more-1 Three', 'new-3 Kit left 2026-11-22'],
      added: ['Three'],
      changed: ['One Smith', 'Two'],
      left: ['Kit'],
      same: 1
    });
  });

  it('lets nobody leave twice, and nobody who was never on a list', () => {
    const known = stored(school);
    const visitor: Person = { id: 'kiosk-1', name: 'Visitor', roles: ['visitor'], groups: [], children: [], language: 'en' };
    const people = [...known.people.map(person => (person.name === 'Kit' ? { ...person, leftOn: '2026-10-01' } : person)), visitor];
    const without = school.replace('p1,Kit,,pupil,,\n', '').replace('parent,p1,', 'parent,,');
    assert.deepEqual(compare(without, { people, keys: known.keys }).left, []);
  });

  it('knows somebody again by their Entra id, and by an address that is theirs alone, when the list takes to other ids', () => {
    const entra = '01234567-89ab-cdef-0123-456789abcdef';
    const known = stored(`,One,one@school.example,staff,,,${entra}\n,Two,two@school.example,staff,,`);
    assert.deepEqual(compare(`s1,One,first@school.example,staff,,,${entra}\ns2,Two,two@school.example,staff,,`, known).put, [
      'new-1 One',
      'new-2 Two'
    ]);
    const shared: Known = { people: ['a', 'b'].map(id => ({ ...known.people[1]!, id })), keys: new Map() };
    assert.deepEqual(compare('s2,Two,two@school.example,staff,,', shared).added, ['Two']);
  });

  it('keeps the Entra id that somebody’s sign-in told', () => {
    const known = stored(',One,one@school.example,staff,,');
    const told = { ...known, people: [{ ...known.people[0]!, entraId: 'e1' }] };
    assert.deepEqual(compare(',One,one@school.example,staff,,', told).put, []);
  });
});
