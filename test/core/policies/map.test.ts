import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keeping } from '../../../core/duties.ts';
import { type Controls, mapPolicy, type Serving } from '../../../core/policies/map.ts';
import { models } from '../../../core/policies/models/index.ts';
import { type Clause, type Party, type Policy, parties } from '../../../core/policies/policy.ts';

const clause = (rest: Partial<Clause>): Clause => ({ id: '1', section: 'S', text: 'T', binds: ['staff'], duties: [], ...rest });
const policy = (...clauses: readonly Clause[]): Policy => ({ id: 'p', title: 'P', languages: ['en'], clauses });
const rule: Serving = { control: 'mail-rule', by: 'some-rule', duties: ['no-chain-letters', 'no-personal-account'] };
const paper: Serving = { control: 'signature', by: 'paper', duties: 'every' };
const all: readonly Serving[] = (
  ['mail-rule', 'tenant-check', 'schedule', 'approval', 'incident', 'register', 'signature', 'guidance'] as const
).map(control => ({ control, by: control, duties: 'every' }));

/** How far one clause is kept by what is in place. */
function kept(asked: Partial<Clause>, today: readonly Serving[]) {
  const { kept, by, partly } = mapPolicy(policy(clause(asked)), { today, offered: [] }).lines[0]!.today;
  return [kept, by.join(), partly];
}

describe('the map of a policy', () => {
  it('calls a clause enforced when a mail rule serves its duty', () => {
    assert.deepEqual(kept({ duties: ['no-chain-letters'] }, [rule, paper]), ['enforced', 'some-rule', false]);
  });

  it('calls it signed only when the rule is not there', () => {
    assert.deepEqual(kept({ duties: ['no-chain-letters'] }, [paper]), ['signed-only', 'paper', false]);
  });

  it('calls it out of reach when there is no signature either', () => {
    assert.deepEqual(kept({ duties: ['no-chain-letters'] }, []), ['out-of-reach', '', false]);
  });

  it('calls guidance out of reach, whatever is in place', () => {
    assert.deepEqual(kept({ duties: [] }, all), ['out-of-reach', '', false]);
    assert.deepEqual(kept({ duties: ['ask-when-unsure'] }, all), ['out-of-reach', '', false]);
  });

  for (const [duty, serving, expected] of [
    ['lock-when-unattended', 'tenant-check', 'checked'],
    ['review-policy', 'schedule', 'checked'],
    ['consent-for-images', 'register', 'reported'],
    ['take-data-out-when-authorised', 'approval', 'reported'],
    ['report-concerns', 'incident', 'reported'],
    ['respect-copyright', 'signature', 'signed-only']
  ] as const) {
    it(`calls «${duty}» ${expected} by ${serving}`, () => {
      assert.equal(kept({ duties: [duty] }, [{ control: serving, by: 'it', duties: 'every' }])[0], expected);
    });
  }

  it('lets no control serve a duty that does not name it', () => {
    assert.equal(
      kept({ duties: ['respect-copyright'] }, [{ control: 'tenant-check', by: 'it', duties: ['respect-copyright'] }])[0],
      'out-of-reach'
    );
  });

  it('takes the strongest control, and says «in part» when another duty of the clause is kept less far', () => {
    assert.deepEqual(kept({ duties: ['no-chain-letters', 'respect-copyright'] }, [rule, paper]), ['enforced', 'some-rule', true]);
  });

  it('says «in part» when the duty reaches further than mail and nothing else looks', () => {
    assert.deepEqual(kept({ duties: ['no-personal-account'] }, [rule, paper]), ['enforced', 'some-rule', true]);
    const check: Serving = { control: 'tenant-check', by: 'some-check', duties: ['no-personal-account'] };
    assert.deepEqual(kept({ duties: ['no-personal-account'] }, [rule, check, paper]), ['enforced', 'some-rule', false]);
  });

  it('says «in part» when the duty can be broken without any mail', () => {
    const spoken: Serving = { control: 'mail-rule', by: 'some-rule', duties: ['own-details-private'] };
    assert.deepEqual(kept({ duties: ['own-details-private'] }, [spoken, paper]), ['enforced', 'some-rule', true]);
  });

  it('claims no enforcement of keeping data safe at large, whatever rules cite it', () => {
    const citing: Serving = { control: 'mail-rule', by: 'some-rule', duties: ['protect-personal-data'] };
    assert.deepEqual(kept({ duties: ['protect-personal-data'] }, [citing, paper]), ['signed-only', 'paper', false]);
  });

  it('says «in part» when some of those bound write no mail here', () => {
    assert.deepEqual(kept({ duties: ['no-chain-letters'], binds: ['staff', 'pupil'] }, [rule, paper]), ['enforced', 'some-rule', true]);
  });

  it('claims no mail rule for those who are out of its reach altogether', () => {
    assert.deepEqual(kept({ duties: ['no-chain-letters'], binds: ['pupil'] }, [rule, paper]), ['signed-only', 'paper', false]);
    assert.deepEqual(kept({ duties: ['no-chain-letters'], binds: ['school'] }, [rule, paper]), ['out-of-reach', '', false]);
  });

  it('claims no signature of those whom the policy does not ask to sign', () => {
    const signing = clause({ id: '2', duties: ['sign-policy'], positions: { 'signed-by': ['staff', 'contractors'] } });
    const asked = (binds: readonly Party[]) =>
      mapPolicy(policy(clause({ duties: ['respect-copyright'], binds }), signing), { today: [paper], offered: [] }).lines[0]!.today.kept;
    assert.equal(asked(['staff']), 'signed-only');
    assert.equal(asked(['visitor']), 'signed-only');
    assert.equal(asked(['governor']), 'out-of-reach');
  });

  it('does not call advice signed', () => {
    assert.equal(kept({ duties: ['respect-copyright'], standing: 'advice' }, [paper])[0], 'out-of-reach');
  });

  it('does not count a rule for a clause that the school set it not to look at', () => {
    const only: Serving = { ...rule, duties: ['copy-head-on-outside-mail'], except: { 'head-in-copy': ['governors'] } };
    const asked = (position: 'parents' | 'governors') =>
      kept({ duties: ['copy-head-on-outside-mail'], positions: { 'head-in-copy': position } }, [only, paper])[0];
    assert.equal(asked('parents'), 'enforced');
    assert.equal(asked('governors'), 'signed-only');
  });

  it('adds up to all clauses, today and for what could be', () => {
    for (const model of models) {
      const { lines, totals } = mapPolicy(model, { today: [paper], offered: all });
      assert.equal(lines.length, model.clauses.length);
      for (const tally of [totals.today, totals.couldBe]) {
        assert.equal(
          keeping.reduce((sum, each) => sum + tally[each], 0),
          totals.clauses
        );
      }
      assert.equal(totals.today.enforced + totals.today.checked + totals.today.reported, 0, 'a signature alone proves notice');
    }
  });

  it('never claims more when less is in place, nor more today than could be', () => {
    const servings = fc.subarray([...all, rule]);
    const asked = fc.record({
      model: fc.constantFrom(...models),
      some: servings,
      more: servings,
      bound: fc.subarray([...parties])
    });
    fc.assert(
      fc.property(asked, ({ model, some, more, bound }) => {
        const rebound: Policy = { ...model, clauses: model.clauses.slice(0, 40).map(each => ({ ...each, binds: bound })) };
        const controls: Controls = { today: some, offered: [...some, ...more] };
        for (const { today, couldBe } of mapPolicy(rebound, controls).lines) {
          assert.ok(keeping.indexOf(couldBe.kept) <= keeping.indexOf(today.kept));
        }
      }),
      { numRuns: 60 }
    );
  });
});
