import assert from 'node:assert/strict';
import type { Rule } from '../../core/mail/rule.ts';
import { rules } from '../../core/mail/rules/index.ts';
import type { DutyId } from '../../core/duties.ts';
import { mapPolicy } from '../../core/policies/map.ts';
import type { Policy } from '../../core/policies/policy.ts';
import { controlsOf } from '../../service/in-place.ts';
import type { InUse } from '../../service/in-use.ts';

const todays = (decided: { readonly [rule: string]: object }, of: readonly Rule[] = rules) =>
  controlsOf({ rules: decided as never }, of).today.filter(({ control }) => control === 'mail-rule');

describe('what is in place', () => {
  it('is no more today than the rules that are on, and paper', () => {
    const { today } = controlsOf();
    assert.deepEqual([...new Set(today.map(({ control }) => control))], ['mail-rule', 'signature']);
    assert.deepEqual(
      today.filter(({ control }) => control === 'signature').map(({ by }) => by),
      ['paper']
    );
  });

  it('has signatures in the ledger where the policy is signed here', () => {
    const { today } = controlsOf(undefined, undefined, 'ledger');
    assert.deepEqual(
      today.filter(({ control }) => control === 'signature').map(({ by }) => by),
      ['ledger']
    );
  });

  it('is one day every rule and every control but guidance', () => {
    const { offered } = controlsOf();
    assert.deepEqual(offered.filter(({ control }) => control === 'mail-rule').length, rules.length);
    assert.deepEqual(
      offered.filter(({ control }) => control !== 'mail-rule').map(({ control }) => control),
      ['tenant-check', 'schedule', 'approval', 'incident', 'register', 'signature']
    );
  });

  it('counts the checks that could judge, whatever they said, and no others', () => {
    const audited = (
      ['pass', 'fail', 'partial', 'not-configured', 'not-licensed', 'not-permitted', 'incomplete', 'no-dpia', 'stale', 'error'] as const
    ).map(state => ({ id: state, duties: ['strong-passwords'] as const, state }));
    const checks = controlsOf({ rules: {} }, [], 'paper', audited).today.filter(({ control }) => control === 'tenant-check');
    assert.deepEqual(
      checks.map(({ by }) => by),
      ['pass', 'fail', 'partial', 'not-configured']
    );
    assert.deepEqual(checks[0]!.duties, ['strong-passwords']);
  });

  it('leaves out a rule that the school switched off', () => {
    assert.ok(todays({}).some(({ by }) => by === 'crowd-in-the-open'));
    assert.ok(!todays({ 'crowd-in-the-open': { action: 'off' } }).some(({ by }) => by === 'crowd-in-the-open'));
  });

  it('leaves out for the head’s copy those whom the school does not have copied', () => {
    const except = (decided: object) => todays({ 'head-not-copied': decided }).find(({ by }) => by === 'head-not-copied')!.except;
    assert.deepEqual(except({}), { 'head-in-copy': [] });
    assert.deepEqual(except({ audiences: ['parent'] }), { 'head-in-copy': ['governors', 'agencies'] });
  });

  it('leaves out for one’s own details those to whom the school lets them be given', () => {
    const except = (decided: object) => todays({ 'own-details-given': decided }).find(({ by }) => by === 'own-details-given')!.except;
    assert.deepEqual(except({}), { 'own-details-kept-from': [] });
    assert.deepEqual(except({ to: ['pupil'] }), { 'own-details-kept-from': ['parents', 'everybody'] });
  });

  it('counts approval of outside mail only as far as the school asks for it', () => {
    const rule = rules.find(({ id }) => id === 'outside-not-authorised');
    assert.ok(rule);
    assert.deepEqual(todays({}, [rule]), []);
    assert.deepEqual(todays({ 'outside-not-authorised': { scope: 'sensitive' } }, [rule])[0]!.except, { 'outside-mail': 'all' });
    assert.equal(todays({ 'outside-not-authorised': { scope: 'all' } }, [rule])[0]!.except, undefined);
  });

  const nothing: InUse = { incidents: [], lead: false, approvals: [], registers: [] };
  const used = (more: Partial<InUse>) => controlsOf({ rules: {} }, [], 'paper', [], { ...nothing, ...more });
  const keptBy = (id: string, duties: readonly DutyId[], more: Partial<InUse>) => {
    const policy = { clauses: [{ id, section: '', text: { en: 'x' }, binds: ['staff'], duties }] } as unknown as Policy;
    const { kept, by, partly } = mapPolicy(policy, used(more)).lines[0]!.today;
    return [kept, by, partly];
  };

  it('has nothing of reports, approvals and registers where none is in use', () => {
    assert.deepEqual(controlsOf({ rules: {} }, [], 'paper', [], nothing).today, controlsOf({ rules: {} }, []).today);
    assert.deepEqual(keptBy('1', ['report-viruses'], {}), ['signed-only', ['paper'], false]);
  });

  const cases: readonly (readonly [duties: readonly DutyId[], more: Partial<InUse>, kept: readonly unknown[]])[] = [
    [['report-viruses'], { incidents: ['virus'] }, ['reported', ['incident/virus'], false]],
    [['report-viruses'], { incidents: ['lost-device'] }, ['signed-only', ['paper'], false]],
    [['log-incidents'], { incidents: ['virus', 'misuse'] }, ['reported', ['incident/virus', 'incident/misuse'], true]],
    [['report-child-concerns'], { incidents: ['virus'], lead: true }, ['reported', ['incident'], false]],
    [['report-child-concerns'], { incidents: ['virus'] }, ['signed-only', ['paper'], false]],
    [['report-child-concerns'], { lead: true }, ['signed-only', ['paper'], false]],
    [['take-data-out-when-authorised'], { approvals: ['data-off-site'] }, ['reported', ['approval/data-off-site'], false]],
    [['sign-out-equipment'], { approvals: ['equipment'] }, ['reported', ['approval/equipment'], false]],
    [['train-staff'], { registers: ['training'] }, ['reported', ['register/training'], false]],
    [['train-staff'], { registers: ['image-consent'] }, ['out-of-reach', [], false]],
    [['consent-for-images'], { registers: ['image-consent'] }, ['reported', ['register/image-consent'], false]],
    [['monitor-lawfully'], { registers: ['monitoring-activity'] }, ['reported', ['register/monitoring-activity'], false]],
    [['review-policy'], { registers: ['policy-review'] }, ['checked', ['register/policy-review'], false]],
    [['change-passwords'], { registers: ['password-change'] }, ['signed-only', ['paper'], false]]
  ];
  for (const [duties, more, kept] of cases)
    it(`says of ${duties.join(', ')} how far it is kept with ${JSON.stringify(more)}`, () =>
      assert.deepEqual(keptBy('1', duties, more), kept));
});
