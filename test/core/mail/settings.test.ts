import assert from 'node:assert/strict';
import { rules } from '../../../core/mail/rules/index.ts';
import { decide } from '../../../core/mail/settings.ts';

const settings = {
  quiet: { kind: 'flag', default: true, says: 'whether it is quiet' },
  least: { kind: 'count', default: 3, least: 0, most: 9, says: 'how many' },
  scope: { kind: 'choice', of: ['off', 'all'], default: 'off', says: 'how much' }
} as const;

describe('what a school decides of a rule', () => {
  it('is the rule’s default where the school says nothing', () =>
    assert.deepEqual(decide(settings), { quiet: true, least: 3, scope: 'off' }));
  it('is what the school says, also when it says no or nought', () =>
    assert.deepEqual(decide(settings, { quiet: false, least: 0 }), { quiet: false, least: 0, scope: 'off' }));
  it('is nothing that the rule does not know', () =>
    assert.deepEqual(decide(settings, { colour: 'red' }), { quiet: true, least: 3, scope: 'off' }));

  for (const { id, settings } of rules) {
    for (const [name, setting] of Object.entries(settings)) {
      it(`has a default that may be chosen: ${id}, ${name}`, () => {
        if (setting.kind === 'choice') assert.ok(setting.of.includes(setting.default));
        if (setting.kind === 'choices') for (const each of setting.default) assert.ok(setting.of.includes(each));
        if (setting.kind === 'count') assert.ok(setting.least <= setting.default && setting.default <= setting.most);
        assert.match(setting.says, /^[a-z]/);
        assert.ok(name !== 'action', 'every rule has an action already');
      });
    }
  }
});
