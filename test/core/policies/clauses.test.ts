import assert from 'node:assert/strict';
import { clausesByDuty } from '../../../core/policies/clauses.ts';
import type { Clause, Policy } from '../../../core/policies/policy.ts';

const clause = (id: string, rest: Partial<Clause>): Clause => ({ id, section: 'S', text: 'T', binds: ['staff'], duties: [], ...rest });
const policy = (...clauses: readonly Clause[]): Policy => ({ id: 'p', title: 'P', languages: ['en'], clauses });

describe('clauses by duty', () => {
  it('name every clause that asks for a duty, in order', () => {
    const found = clausesByDuty(
      policy(clause('1', { duties: ['sign-policy'] }), clause('2', {}), clause('3', { duties: ['work-use', 'sign-policy'] }))
    );
    assert.deepEqual(found, {
      'sign-policy': [
        { id: '1', section: 'S' },
        { id: '3', section: 'S' }
      ],
      'work-use': [{ id: '3', section: 'S' }]
    });
  });

  it('name a clause once, even if it was written down twice', () => {
    const twice = clause('1', { duties: ['work-use', 'work-use'] });
    assert.deepEqual(clausesByDuty(policy(twice, twice)), { 'work-use': [{ id: '1', section: 'S' }] });
  });

  for (const [says, rest] of [
    ['advice that is bound in', { standing: 'advice' }],
    ['a clause for pupils', { binds: ['pupil'] }],
    ['a clause for parents and the school', { binds: ['parent', 'school'] }]
  ] as const) {
    it(`leave out ${says}`, () => assert.deepEqual(clausesByDuty(policy(clause('1', { duties: ['work-use'], ...rest }))), {}));
  }
});
