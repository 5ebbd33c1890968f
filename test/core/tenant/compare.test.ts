import assert from 'node:assert/strict';
import { accept } from '../../../core/tenant/accept.ts';
import type { Result } from '../../../core/tenant/audit.ts';
import { compare } from '../../../core/tenant/compare.ts';

const result = (state: Result['state'], held?: number, of = 100): Result =>
  ({
    id: 'a',
    duties: ['strong-passwords'],
    severity: 'high',
    state,
    message: 'x',
    ...(held === undefined ? {} : { share: { held, of } })
  }) as Result;

describe('comparing two audits', () => {
  for (const { says, before, now, change } of [
    { says: 'nothing before, wrong now', before: undefined, now: result('fail'), change: 'new' },
    { says: 'nothing before, right now', before: undefined, now: result('pass'), change: 'same' },
    { says: 'right, then wrong', before: result('pass'), now: result('partial', 90), change: 'new' },
    { says: 'wrong, then right', before: result('fail'), now: result('pass'), change: 'mended' },
    { says: 'wrong for more', before: result('partial', 90), now: result('partial', 80), change: 'worse' },
    { says: 'wrong for fewer', before: result('partial', 80), now: result('partial', 90), change: 'better' },
    { says: 'as many of more', before: result('partial', 80), now: result('partial', 160, 200), change: 'same' },
    { says: 'wrong for all, then for some', before: result('fail'), now: result('partial', 50), change: 'better' },
    { says: 'right, then forbidden', before: result('pass'), now: result('not-permitted'), change: 'lost' },
    { says: 'wrong, then broken off', before: result('fail'), now: result('incomplete'), change: 'lost' },
    { says: 'forbidden, then right', before: result('not-permitted'), now: result('pass'), change: 'found' },
    { says: 'forbidden, then wrong', before: result('not-permitted'), now: result('fail'), change: 'new' },
    { says: 'right twice', before: result('pass'), now: result('pass'), change: 'same' }
  ] as const)
    it(`${change}: ${says}`, () => assert.equal(compare(before ? [before] : [], [now])['a'], change));
});

describe('accepted risks', () => {
  const risk = { check: 'a', until: '2026-12-31', owner: 'Headteacher', because: 'Replaced in January.' };

  it('stand beside what is wrong, to their last day', () => {
    const [judged] = accept([result('fail')], [risk], '2026-12-31');
    assert.deepEqual([judged?.state, judged?.accepted], ['fail', risk]);
  });

  it('run out, and say so', () => {
    const [judged] = accept([result('fail')], [risk], '2027-01-01');
    assert.deepEqual([judged?.accepted, judged?.ranOut], [undefined, risk]);
  });

  it('leave alone what is right', () => assert.equal('accepted' in accept([result('pass')], [risk], '2026-12-01')[0]!, false));

  it('count by the last of several', () => {
    const later = { ...risk, until: '2027-06-30' };
    assert.equal(accept([result('fail')], [later, risk], '2027-01-01')[0]?.accepted, later);
  });
});
