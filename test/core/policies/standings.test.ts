import assert from 'node:assert/strict';
import fc from 'fast-check';
import { audiencesWith, defaultAudiences } from '../../../core/policies/audiences.ts';
import type { Entry } from '../../../core/policies/entry.ts';
import type { Person } from '../../../core/policies/person.ts';
import type { Wanted } from '../../../core/policies/standing.ts';
import { type Setting, standings, standingsOf } from '../../../core/policies/standings.ts';
import type { Version } from '../../../core/policies/version.ts';
import { clause, everyWeekday, recorded, someone, version } from '../../support/signing.ts';
import { within } from '../../support/quick.ts';

const setting = (said: Partial<Setting> = {}): Setting => ({
  people: [someone('one')],
  audiences: defaultAudiences,
  versions: [version()],
  today: '2026-11-22',
  days: everyWeekday,
  ...said
});
const mine = { person: 'one', policy: 'aup' };
const at = (day: string): string => `${day}T10:00:00.000Z`;

const asked = (day = '2026-11-03', said: Partial<Extract<Entry, { kind: 'asked' }>> = {}): Entry => ({
  kind: 'asked',
  at: at(day),
  ...mine,
  major: 1,
  audience: 'staff',
  due: '2026-11-23',
  ...said
});
const opened = (day: string, said: Partial<Extract<Entry, { kind: 'opened' }>> = {}): Entry => ({
  kind: 'opened',
  at: at(day),
  ...mine,
  major: 1,
  minor: 0,
  language: 'en',
  text: 'f'.repeat(64),
  channel: 'web',
  ...said
});
const signed = (day: string, said: Partial<Extract<Entry, { kind: 'signed' }>> = {}): Entry => ({
  kind: 'signed',
  at: at(day),
  ...mine,
  major: 1,
  minor: 0,
  audience: 'staff',
  language: 'en',
  text: 'f'.repeat(64),
  consent: 'I agree.',
  typedName: 'Teacher One',
  fields: {},
  openedAt: at(day),
  channel: 'web',
  assurance: 'directory',
  ...said
});
const declined = (day: string, said: Partial<Extract<Entry, { kind: 'declined' }>> = {}): Entry => ({
  kind: 'declined',
  at: at(day),
  ...mine,
  major: 1,
  minor: 0,
  reason: 'I do not agree with clause 1.',
  channel: 'web',
  ...said
});
const excused = (day: string, until?: string): Entry => ({
  kind: 'excused',
  at: at(day),
  ...mine,
  ...(until === undefined ? {} : { until }),
  because: 'on leave',
  by: 'coordinator'
});
const recalled = (day: string): Entry => ({ kind: 'recalled', at: at(day), ...mine, by: 'coordinator', of: 'excused' });
const reminded = (day: string, step: number): Entry => ({ kind: 'reminded', at: at(day), ...mine, major: 1, step, by: 'schedule' });
const left = (day: string): Entry => ({ kind: 'left', at: at(day), ...mine, major: 1 });

const read = (entries: readonly Entry[], said: Partial<Setting> = {}): readonly Wanted[] =>
  standingsOf(recorded(...entries), setting(said));
const stand = (entries: readonly Entry[], said: Partial<Setting> = {}): string =>
  read(entries, said)
    .map(({ standing }) => standing)
    .join(' ');

describe('where somebody stands', () => {
  for (const [why, entries, today, expected] of [
    ['nothing happened', [], '2026-11-22', 'due'],
    ['they were asked', [asked()], '2026-11-22', 'asked'],
    ['they opened the text', [asked(), opened('2026-11-05')], '2026-11-22', 'opened'],
    ['they opened it before they were asked', [opened('2026-11-02')], '2026-11-22', 'opened'],
    ['it is the day on which it is due', [asked()], '2026-11-23', 'asked'],
    ['it is the day after', [asked()], '2026-11-24', 'overdue'],
    ['they opened it and the day went by', [asked(), opened('2026-11-05')], '2026-11-24', 'overdue'],
    ['they signed', [asked(), opened('2026-11-05'), signed('2026-11-05')], '2027-05-24', 'signed'],
    ['they signed unasked', [signed('2026-11-05')], '2026-11-22', 'signed'],
    ['they signed late', [asked(), signed('2026-11-30')], '2026-12-01', 'signed'],
    ['they declined', [asked(), declined('2026-11-05')], '2026-11-22', 'declined'],
    ['they declined and the day went by', [asked(), declined('2026-11-05')], '2027-01-22', 'declined'],
    ['they declined and then signed', [asked(), declined('2026-11-05'), signed('2026-11-06')], '2026-11-22', 'signed'],
    ['they are excused', [asked(), excused('2026-11-05', '2027-03-01')], '2027-02-28', 'excused'],
    ['they are excused for good', [asked(), excused('2026-11-05')], '2031-02-28', 'excused'],
    ['they are back from an excuse', [asked(), excused('2026-11-05', '2027-03-01')], '2027-03-01', 'asked'],
    ['they are back and a joiner’s days went by', [asked(), excused('2026-11-05', '2027-03-01')], '2027-03-09', 'overdue'],
    ['they were excused before they were asked', [excused('2026-11-01', '2026-11-20')], '2026-11-22', 'due'],
    ['an excuse was taken back', [asked(), excused('2026-11-05'), recalled('2026-11-25')], '2026-11-26', 'asked'],
    ['they were excused again', [asked(), excused('2026-11-05'), recalled('2026-11-06'), excused('2026-11-07')], '2026-11-26', 'excused'],
    ['they signed although excused', [asked(), excused('2026-11-05'), signed('2026-11-06')], '2026-11-26', 'signed']
  ] as const) {
    it(`is ${expected} where ${why}`, () => assert.equal(stand(entries, { today }), expected));
  }

  it('comes with what was asked, what is due, and how often they heard of it', () => {
    assert.deepEqual(read([asked(), reminded('2026-11-16', 1), opened('2026-11-17'), reminded('2026-11-21', 2)]), [
      {
        ...mine,
        audience: 'staff',
        major: 1,
        standing: 'opened',
        due: '2026-11-23',
        askedAt: at('2026-11-03'),
        openedAt: at('2026-11-17'),
        reminders: 2,
        remindedAt: at('2026-11-21')
      }
    ]);
  });

  it('forgets a reminder that was taken back before it went out, and no excuse with it', () => {
    const back: Entry = { kind: 'recalled', at: at('2026-11-21'), ...mine, by: 'coordinator', of: 'reminded' };
    const [wanted] = read([asked(), reminded('2026-11-16', 1), reminded('2026-11-21', 2), back]);
    assert.deepEqual([wanted!.reminders, wanted!.remindedAt], [1, at('2026-11-16')]);
    assert.equal(stand([asked(), excused('2026-11-05'), reminded('2026-11-21', 2), back]), 'excused');
    assert.equal(read([asked(), back])[0]!.reminders, 0);
  });

  it('comes with the signature or refusal that stands', () => {
    const [was] = read([asked(), signed('2026-11-05')]);
    assert.deepEqual([was!.answer!.index, was!.due, was!.reminders], [1, undefined, 0]);
    assert.equal(read([asked(), declined('2026-11-05')])[0]!.answer!.index, 1);
    assert.equal(read([asked()])[0]!.answer, undefined);
  });

  it('has, after an excuse, at least a joiner’s days', () => {
    assert.equal(read([asked(), excused('2026-11-05', '2027-03-01')], { today: '2027-03-02' })[0]!.due, '2027-03-08');
    assert.equal(read([asked(), excused('2026-11-05', '2026-11-10')], { today: '2026-11-12' })[0]!.due, '2026-11-23');
  });
});

describe('the versions of a policy', () => {
  const changed = version({
    major: 2,
    publishedAt: at('2026-12-01'),
    clauses: [...version().clauses, clause('2', 'Governors use the portal.', { binds: ['governor'] })]
  });
  const forStaff = version({ ...changed, clauses: [clause('1', 'Lock the screen at once, always.')] });
  const minor = version({ minor: 1, clauses: [clause('1', 'Lock the screen when you leave it, please.')] });
  const later = asked('2026-11-03', { due: '2026-12-10' });
  const given = [asked(), signed('2026-11-05')];

  for (const [why, entries, versions, expected, major] of [
    ['a major version changed their clauses', given, [version(), forStaff], 'due', 2],
    ['a major version changed no clause of theirs', given, [version(), changed], 'signed', 2],
    ['a minor version changed a word', given, [version(), minor], 'signed', 1],
    ['they were asked under a version of which theirs did not change', [later], [version(), changed], 'asked', 2],
    ['they were asked under a version before their clauses changed', [later], [version(), forStaff], 'due', 2],
    ['they were asked again', [...given, asked('2026-12-02', { major: 2, due: '2026-12-22' })], [version(), forStaff], 'expired', 2],
    ['they declined what then changed', [later, declined('2026-11-05')], [version(), forStaff], 'due', 2],
    ['they declined what did not change for them', [later, declined('2026-11-05')], [version(), changed], 'declined', 2],
    ['they opened the text before it changed', [later, opened('2026-11-05')], [version(), changed], 'asked', 2],
    ['they opened the text before a word changed', [later, opened('2026-11-05')], [version(), minor], 'asked', 1],
    ['a later version changed nothing more', given, [version(), forStaff, version({ ...forStaff, major: 3 })], 'due', 3],
    [
      'they signed the version that changed',
      [...given, signed('2026-12-03', { major: 2 })],
      [version(), forStaff, version({ ...forStaff, major: 3 })],
      'signed',
      3
    ]
  ] as const) {
    it(`leave somebody ${expected} where ${why}`, () => {
      const [wanted] = read(entries, { versions, today: '2026-12-05' });
      assert.deepEqual([wanted!.standing, wanted!.major], [expected, major]);
    });
  }

  it('are in force by their numbers, in whatever order they come', () => {
    assert.equal(stand(given, { versions: [forStaff, version()], today: '2026-12-05' }), 'due');
  });

  it('ask those who sign once only once', () => {
    const audiences = audiencesWith({ staff: { renewal: 'once' } });
    assert.equal(stand(given, { versions: [version(), forStaff], audiences, today: '2030-12-05' }), 'signed');
  });
});

describe('a yearly renewal', () => {
  it('is wanted from the first of September, and says of which year', () => {
    const given = [asked(), signed('2026-11-05')];
    assert.equal(stand(given, { today: '2027-08-31' }), 'signed');
    const [wanted] = read(given, { today: '2027-09-01' });
    assert.deepEqual([wanted!.standing, wanted!.year], ['due', 2027]);
  });

  it('is asked for once a year', () => {
    const entries = [asked(), signed('2026-11-05'), asked('2027-09-01', { year: 2027, due: '2027-09-29' })];
    const [wanted] = read(entries, { today: '2027-09-20' });
    assert.deepEqual([wanted!.standing, wanted!.year, wanted!.due], ['expired', 2027, '2027-09-29']);
    assert.equal(stand([...entries, signed('2027-09-21')], { today: '2028-08-31' }), 'signed');
    assert.equal(stand([...entries, signed('2027-09-21')], { today: '2028-09-01' }), 'due');
  });

  it('leaves those alone who sign on change', () => {
    const audiences = audiencesWith({ staff: { renewal: 'on-change' } });
    assert.equal(stand([signed('2026-11-05')], { audiences, today: '2031-09-02' }), 'signed');
  });

  it('counts a signature before the first day at school for the year that begins then', () => {
    const joiner = someone('one', { joinedOn: '2027-09-01' });
    assert.equal(stand([signed('2027-08-25')], { people: [joiner], today: '2027-09-10' }), 'signed');
    assert.equal(stand([signed('2027-08-25')], { today: '2027-09-10' }), 'due');
  });
});

describe('who is asked', () => {
  const two = version({ audiences: ['governors', 'staff'] });

  it('is asked once, by the first audience of the policy that they are in', () => {
    const both = someone('one', { roles: ['staff', 'governor'] });
    assert.deepEqual(
      read([], { people: [both], versions: [two] }).map(({ audience }) => audience),
      ['governors']
    );
  });

  it('signs for themselves and besides for each child, where they are both', () => {
    const people = [someone('one', { roles: ['staff', 'parent'], children: ['kit'] }), someone('kit', { roles: ['pupil'] })];
    assert.deepEqual(
      read([], { people, versions: [version({ audiences: ['parents', 'governors', 'staff'] })] }).map(({ audience, child }) => [
        audience,
        child
      ]),
      [
        ['staff', undefined],
        ['parents', 'kit']
      ]
    );
  });

  it('is nobody who is in none of its audiences, and nobody before they join', () => {
    const people = [someone('parent', { roles: ['parent'] }), someone('next', { joinedOn: '2027-01-05' })];
    assert.deepEqual(read([], { people }), []);
    assert.deepEqual(
      read([], { people, today: '2027-01-05' }).map(({ person }) => person),
      ['next']
    );
  });

  it('is a parent once for each child who is at the school', () => {
    const people: readonly Person[] = [
      someone('parent', { roles: ['parent'], children: ['kit', 'alex', 'gone', 'unknown'] }),
      someone('kit', { roles: ['pupil'] }),
      someone('alex', { roles: ['pupil'] }),
      someone('gone', { roles: ['pupil'], leftOn: '2026-07-20' })
    ];
    const versions = [version({ audiences: ['parents'] })];
    const ask = (child: string): Entry => asked('2026-11-03', { person: 'parent', child, audience: 'parents' });
    const sign = (child: string): Entry => signed('2026-11-04', { person: 'parent', child, audience: 'parents' });
    const found = read([ask('kit'), ask('alex'), sign('kit')], { people, versions });
    assert.deepEqual(
      found.map(({ child, standing }) => [child, standing]),
      [
        ['kit', 'signed'],
        ['alex', 'asked']
      ]
    );
  });

  it('keeps a signature in a new part of the school only if it covers what binds there', () => {
    const versions = [version({ audiences: ['staff', 'supply', 'visitors'] })];
    const now = (role: Person['roles'][number], was: string): string =>
      stand([signed('2026-11-05', { audience: was })], { versions, people: [someone('one', { roles: [role] })] });
    assert.equal(now('supply', 'staff'), 'signed');
    assert.equal(now('staff', 'supply'), 'due');
    assert.equal(now('staff', 'visitors'), 'due');
    assert.equal(now('staff', 'an-audience-that-is-gone'), 'due');
  });

  it('may be one of them alone', () => {
    const all = standings();
    recorded(asked(), asked('2026-11-03', { person: 'two' })).forEach(all.add);
    const people = [someone('one'), someone('two'), someone('three')];
    assert.deepEqual(
      all.wanted(setting({ people }), 'two').map(({ person, standing }) => [person, standing]),
      [['two', 'asked']]
    );
    assert.deepEqual(all.wanted(setting({ people }), 'nobody'), []);
  });
});

describe('who left', () => {
  const leaver = [someone('one', { leftOn: '2026-11-20' })];

  for (const [why, entries, expected] of [
    ['were asked and had not answered', [asked()], 'left'],
    ['were excused', [asked(), excused('2026-11-05')], 'left'],
    ['had signed', [asked(), signed('2026-11-05')], ''],
    ['had declined', [asked(), declined('2026-11-05')], ''],
    ['were never asked', [], '']
  ] as const) {
    it(`is ${expected || 'wanted no more'} if they ${why}`, () => assert.equal(stand(entries, { people: leaver }), expected));
  }

  it('is at the school on their last day', () => assert.equal(stand([asked()], { people: leaver, today: '2026-11-20' }), 'asked'));

  it('may have been taken off the list, or out of the audience', () => {
    assert.equal(stand([asked()], { people: [] }), 'left');
    assert.equal(stand([asked()], { people: [someone('one', { roles: ['parent'] })] }), 'left');
  });

  it('says when the negative receipt was recorded', () => {
    const [before] = read([asked()], { people: leaver });
    const [after] = read([asked(), left('2026-11-21')], { people: leaver });
    assert.deepEqual([before!.standing, before!.leftAt, before!.askedAt], ['left', undefined, at('2026-11-03')]);
    assert.deepEqual([after!.standing, after!.leftAt, after!.askedAt], ['left', at('2026-11-21'), at('2026-11-03')]);
  });

  it('is asked anew once they are back', () => {
    const [back] = read([asked(), left('2026-11-21')]);
    assert.deepEqual([back!.standing, back!.leftAt, back!.askedAt], ['due', at('2026-11-21'), undefined]);
    assert.equal(stand([asked(), left('2026-11-21'), asked('2026-11-22', { due: '2026-11-30' })]), 'asked');
  });
});

describe('entries', () => {
  const many = recorded(asked(), opened('2026-11-05'), signed('2026-11-06'), excused('2026-11-07'), asked('2027-09-01', { year: 2027 }));

  it('may be taken in one by one, and again, without changing what stands', () => {
    const whole = standingsOf(many, setting());
    const piecewise = standings();
    for (const each of many) {
      piecewise.add(each);
      piecewise.add(each);
      many.slice(0, each.index).forEach(piecewise.add);
      assert.equal(piecewise.next(), each.index + 1);
    }
    assert.deepEqual(piecewise.wanted(setting()), whole);
  });

  it('of other kinds and of unknown people change nothing', () => {
    const strange: readonly Entry[] = [
      { kind: 'looked-up', at: at('2026-11-05'), person: 'one', by: 'coordinator' },
      { kind: 'settled', at: at('2026-11-05'), person: 'one', of: 0, by: 'coordinator', note: '' },
      { kind: 'erased', at: at('2026-11-05'), of: [0], because: 'retention' },
      asked('2026-11-05', { person: '' }),
      declined('2026-11-05', { person: 'nobody' })
    ];
    assert.deepEqual(read(strange), read([]));
  });

  it('in any order leave each matter wanted once, in a standing that can be', () => {
    const kinds = fc.constantFrom(
      asked(),
      opened('2026-11-05'),
      signed('2026-11-06'),
      declined('2026-11-07'),
      excused('2026-11-08', '2026-12-01'),
      recalled('2026-11-09'),
      reminded('2026-11-10', 1),
      left('2026-11-11')
    );
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 12 }), fc.boolean(), (entries, gone) => {
        const people = [someone('one', gone ? { leftOn: '2026-11-12' } : {})];
        const wanted = read(entries, { people });
        assert.ok(wanted.length <= 1);
        if (!gone) assert.equal(wanted.length, 1);
        for (const each of wanted) {
          assert.equal(each.standing === 'left', gone);
          assert.equal(each.answer !== undefined, each.standing === 'signed' || each.standing === 'declined');
          if (['asked', 'overdue', 'expired'].includes(each.standing)) assert.ok(each.askedAt !== undefined && each.due !== undefined);
        }
      })
    );
  });

  it('of twenty thousand people over three years are read in seconds', () => {
    const people = Array.from({ length: 20_000 }, (_, i) => someone(`p${i}`));
    const versions: readonly Version[] = [version(), version({ policy: 'two' }), version({ policy: 'three' })];
    within(5000, () => {
      const all = standings();
      let index = 0;
      for (const year of [2024, 2025, 2026]) {
        for (const { id } of people) {
          for (const entry of [
            asked(`${year}-09-01`, { person: id, year, due: `${year}-09-29` }),
            signed(`${year}-09-${10 + (index % 15)}`, { person: id })
          ]) {
            all.add({ index, leaf: '', entry });
            index += 1;
          }
        }
      }
      const wanted = all.wanted(setting({ people, versions }));
      assert.deepEqual([wanted.length, wanted.filter(({ standing }) => standing === 'signed').length], [60_000, 20_000]);
    });
  }).timeout(20_000);
});
