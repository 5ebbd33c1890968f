import assert from 'node:assert/strict';
import type { Person, Role } from '../../core/policies/person.ts';
import { type Allowed, allowedTo, rightsOf, seenBy } from '../../bot/rights.ts';
import type { Ask } from '../../bot/understand/question.ts';

function person(id: string, roles: readonly Role[], manager?: string): Person {
  return { id, name: id, roles, groups: [], children: [], language: 'en', ...(manager !== undefined && { manager }) };
}
const people: readonly Person[] = [
  person('coordinator', ['staff', 'coordinator']),
  person('head', ['staff', 'head']),
  person('manager', ['staff']),
  person('teacher', ['staff'], 'manager'),
  person('governor', ['governor']),
  person('chair', ['governor', 'chair']),
  person('governing-manager', ['governor', 'staff']),
  person('cleaner', ['staff'], 'governing-manager'),
  person('supply', ['supply']),
  person('visitor', ['visitor']),
  person('contractor', ['contractor']),
  person('pupil', ['pupil']),
  person('parent', ['parent']),
  person('officer', ['data-protection-officer']),
  person('alone', ['staff'], 'alone')
];

const asks: readonly Ask[] = [
  ...(['who', 'have-they-signed', 'status-of', 'changed-since'] as const),
  ...(['remind', 'excuse', 'recall', 'export', 'tasks', 'progress'] as const),
  ...(['my-status', 'looked-me-up', 'help', 'hello', 'thanks'] as const)
];
const own: readonly Allowed[] = [
  'none',
  'none',
  'own',
  'own',
  'none',
  'none',
  'none',
  'none',
  'none',
  'none',
  'all',
  'all',
  'all',
  'all',
  'all'
];
const everything: readonly Allowed[] = asks.map(() => 'all');
const team: readonly Allowed[] = ['team', 'team', 'team', 'team', ...own.slice(4)];
const totals: readonly Allowed[] = ['totals', 'totals', 'own', 'totals', ...own.slice(4)];

/** For each person what they get of each question, in the order above. */
const table: { readonly [id: string]: readonly Allowed[] } = {
  coordinator: everything,
  head: totals,
  manager: team,
  teacher: own,
  governor: totals,
  chair: totals,
  'governing-manager': ['team', 'totals', 'team', 'team', ...own.slice(4)],
  cleaner: own,
  supply: own,
  visitor: own,
  contractor: own,
  pupil: own,
  parent: own,
  officer: own,
  alone: own
};

describe('rights: who may ask what', () => {
  for (const [id, allowed] of Object.entries(table))
    asks.forEach((ask, at) =>
      it(`${id} gets ${allowed[at]} of ${ask}`, () => {
        const asker = people.find(each => each.id === id)!;
        assert.equal(allowedTo(ask, rightsOf(asker, people)), allowed[at]);
      })
    );

  it('shows a line manager the team and themselves', () =>
    assert.deepEqual(
      seenBy(people[2]!, people, rightsOf(people[2]!, people)).map(({ id }) => id),
      ['manager', 'teacher']
    ));

  it('shows everybody else themselves only, and a coordinator all', () => {
    assert.deepEqual(
      seenBy(people[4]!, people, rightsOf(people[4]!, people)).map(({ id }) => id),
      ['governor']
    );
    assert.equal(seenBy(people[0]!, people, rightsOf(people[0]!, people)).length, people.length);
  });
});
