import assert from 'node:assert/strict';
import type { Kept } from '../../../../addin/outlook/kept.ts';
import { dayIn } from '../../../../addin/outlook/pane/dates.ts';
import { type Asking, stateOf } from '../../../../addin/outlook/pane/state.ts';
import { devicePolicyOf } from '../../../../core/mail/device.ts';
import { school } from '../../../support/mail.ts';
import { key } from '../fake-office.ts';

/** Noon of a day, on the clock of whoever reads it. */
const noon = (month: number, day: number): string => new Date(2026, month - 1, day, 12).toISOString();
const device = devicePolicyOf({ ...school, version: '1a2b3c' }, { key, issued: noon(11, 22), days: 14 });
const current: Kept = { device, old: false };
const old: Kept = { device, old: true };

describe('the line about the policy', () => {
  it('says the day as people write it', () => {
    assert.equal(dayIn(noon(11, 22), 'en'), '22 November 2026');
    assert.equal(dayIn(noon(2, 1), 'cy'), '1 Chwefror 2026');
  });

  it('is short when all is well', () =>
    assert.deepEqual(stateOf(current, 'same', 'en'), {
      policy: 'current',
      title: 'Policy of 22 November 2026',
      version: 'Version 1a2b3c',
      says: [],
      button: undefined
    }));

  it('says until when an old one was good, and that it still counts', () => {
    const { policy, says } = stateOf(old, 'same', 'en');
    assert.equal(policy, 'old');
    assert.deepEqual(says, ['It was good until 6 December 2026. Beadle goes on judging by it until a newer one is here.']);
    assert.match(stateOf(old, 'same', 'cy').says[0]!, /6 Rhagfyr 2026/);
  });

  it('says plainly that nothing is judged without one', () => {
    const { policy, title, version, says } = stateOf(undefined, 'asking', 'en');
    assert.deepEqual(
      [policy, title, version, says],
      ['none', 'No school policy yet', '', ['Until it is here, nothing is judged.', 'Asking the school for it…']]
    );
  });

  const table: readonly (readonly [Asking, RegExp | undefined, 'sign-in' | 'retry' | undefined])[] = [
    ['idle', undefined, undefined],
    ['new', undefined, undefined],
    ['same', undefined, undefined],
    ['asking', /^Asking the school for a newer one…$/, undefined],
    ['sign-in', /^Sign in with your school account/, 'sign-in'],
    ['closed', /not finished/, 'sign-in'],
    ['refused', /does not accept this account/, 'sign-in'],
    ['offline', /no connection/, 'retry'],
    ['too-old', /too old to sign in here/, undefined],
    ['unreachable', /does not answer just now/, 'retry'],
    ['forged', /does not bear your school’s signature/, 'retry'],
    ['unreadable', /cannot be read by this version/, 'retry'],
    ['not-kept', /could not be kept in your mailbox/, 'retry']
  ];
  for (const [asking, sentence, button] of table) {
    it(`tells of «${asking}» and offers ${button ?? 'no button'}`, () => {
      const state = stateOf(current, asking, 'en');
      assert.equal(state.button, button);
      assert.equal(state.says.length, sentence ? 1 : 0);
      if (sentence) assert.match(state.says[0]!, sentence);
      assert.notDeepEqual(stateOf(current, asking, 'cy').title, state.title);
    });
  }
});
