import assert from 'node:assert/strict';
import { isOneOf } from '../../../core/policies/audience.ts';
import { audiencesWith, defaultAudiences } from '../../../core/policies/audiences.ts';
import { roles } from '../../../core/policies/person.ts';
import { someone } from '../../support/signing.ts';

const named = (id: string) => defaultAudiences.find(audience => audience.id === id)!;

describe('the audiences of a school that decides nothing', () => {
  it('are seven', () => {
    assert.deepEqual(
      defaultAudiences.map(({ id, binds, renewal, per, fields }) => [id, binds.join('+'), renewal, per, fields.join('+')]),
      [
        ['staff', 'staff+head+coordinator', 'yearly', 'person', 'job-title'],
        ['supply', 'staff', 'yearly', 'person', ''],
        ['governors', 'governor', 'yearly', 'person', ''],
        ['visitors', 'visitor', 'on-change', 'person', ''],
        ['contractors', 'visitor', 'on-change', 'person', ''],
        ['pupils', 'pupil', 'yearly', 'person', 'class'],
        ['parents', 'parent', 'on-change', 'child', 'relationship']
      ]
    );
  });

  it('give everybody fourteen school days, a joiner five, and a renewal twenty', () => {
    for (const { deadlines } of defaultAudiences) assert.deepEqual(deadlines, { now: 14, joiner: 5, renewal: 20 });
  });

  it('each have a title and a sentence of consent in both languages, in the first person', () => {
    for (const { id, title, consent } of defaultAudiences) {
      assert.ok(title.en && title.cy, id);
      assert.match(consent.en, /^I have read .+\.$/);
      assert.match(consent.cy, /^Rwyf wedi darllen .+\.$/);
    }
  });

  for (const [role, ids] of [
    ['staff', 'staff'],
    ['head', 'staff'],
    ['coordinator', 'staff'],
    ['supply', 'supply'],
    ['governor', 'governors'],
    ['chair', 'governors'],
    ['visitor', 'visitors'],
    ['contractor', 'contractors'],
    ['pupil', 'pupils'],
    ['parent', 'parents'],
    ['data-protection-officer', '']
  ] as const) {
    it(`take a ${role} for ${ids || 'nobody who signs'}`, () => {
      const person = someone('one', { roles: [role] });
      assert.equal(
        defaultAudiences
          .filter(({ who }) => isOneOf(person, who))
          .map(({ id }) => id)
          .join(','),
        ids
      );
      assert.ok(roles.includes(role));
    });
  }
});

describe('a rule of an audience', () => {
  const teacher = someone('teacher', { roles: ['staff', 'parent'], groups: ['Science'] });
  for (const [who, is] of [
    [{ role: 'parent' }, true],
    [{ group: 'science' }, true],
    [{ group: 'Maths' }, false],
    [{ person: 'teacher' }, true],
    [{ all: [{ role: 'staff' }, { not: { role: 'parent' } }] }, false],
    [{ any: [{ role: 'governor' }, { group: 'SCIENCE' }] }, true],
    [{ all: [] }, true],
    [{ any: [] }, false]
  ] as const) {
    it(`${JSON.stringify(who)} ${is ? 'takes in' : 'leaves out'} a science teacher who is a parent`, () =>
      assert.equal(isOneOf(teacher, who), is));
  }
});

describe('what a school decides of audiences', () => {
  it('changes what it names and no more', () => {
    const changed = audiencesWith({ governors: { renewal: 'once', deadlines: { now: 30 } } });
    const governors = changed.find(({ id }) => id === 'governors')!;
    assert.deepEqual(governors, { ...named('governors'), renewal: 'once', deadlines: { now: 30, joiner: 5, renewal: 20 } });
    assert.deepEqual(
      changed.filter(({ id }) => id !== 'governors'),
      defaultAudiences.filter(({ id }) => id !== 'governors')
    );
  });

  it('adds its own after them: without a rule it is the group of its name', () => {
    const own = audiencesWith({ 'sixth-form': { title: { en: 'Sixth form', cy: 'Chweched dosbarth' }, fields: ['class'] } });
    assert.equal(own.length, 8);
    const [sixth] = own.slice(7);
    assert.deepEqual(
      [sixth!.id, sixth!.who, sixth!.fields, sixth!.renewal],
      ['sixth-form', { group: 'sixth-form' }, ['class'], 'on-change']
    );
    assert.ok(!sixth!.binds.includes('school') && sixth!.binds.includes('pupil'));
  });
});
