import assert from 'node:assert/strict';
import { defaultAudiences } from '../../../core/policies/audiences.ts';
import type { Entry } from '../../../core/policies/entry.ts';
import { lastOf, numberAfter, previewOf } from '../../../core/policies/preview.ts';
import { type Setting, standings } from '../../../core/policies/standings.ts';
import type { Version } from '../../../core/policies/version.ts';
import { clause, everyWeekday, recorded, someone, version } from '../../support/signing.ts';

const lock = clause('1', 'Lock the screen when you leave it.', { binds: ['staff', 'governor'] });
const papers = clause('2', 'Governors read papers in the portal.', { binds: ['governor'] });
const first = version({ clauses: [lock, papers], audiences: ['staff', 'governors'] });
const people = [
  someone('one'),
  someone('two'),
  someone('three', { roles: ['governor'] }),
  someone('four', { roles: ['governor'] }),
  someone('five', { roles: ['parent'] })
];
const setting: Setting = { people, audiences: defaultAudiences, versions: [first], today: '2026-11-22', days: everyWeekday };
const signed = (person: string, audience: string): Entry => ({
  kind: 'signed',
  at: '2026-11-05T09:00:00.000Z',
  person,
  policy: 'aup',
  major: 1,
  minor: 0,
  audience,
  language: 'en',
  text: '',
  consent: '',
  typedName: person,
  fields: {},
  openedAt: '2026-11-05T09:00:00.000Z',
  channel: 'web',
  assurance: 'code'
});
const asked: Entry = {
  kind: 'asked',
  at: '2026-11-03T09:00:00.000Z',
  person: 'two',
  policy: 'aup',
  major: 1,
  audience: 'staff',
  due: '2026-11-23'
};

const preview = (next: Version, given = setting) => {
  const all = standings();
  recorded(signed('one', 'staff'), asked, signed('three', 'governors'), signed('four', 'governors')).forEach(all.add);
  return previewOf(next, all, given);
};
const major = (said: Partial<Version>): Version => version({ ...first, major: 2, publishedAt: '2026-11-22T09:00:00.000Z', ...said });
const minor = (said: Partial<Version>): Version => version({ ...first, minor: 1, publishedAt: '2026-11-22T09:00:00.000Z', ...said });

describe('the number of the next version', () => {
  it('counts on', () => {
    assert.deepEqual(numberAfter(undefined, false), { major: 1, minor: 0 });
    assert.deepEqual(numberAfter(undefined, true), { major: 1, minor: 0 });
    assert.deepEqual(numberAfter({ major: 2, minor: 3 }, false), { major: 3, minor: 0 });
    assert.deepEqual(numberAfter({ major: 2, minor: 3 }, true), { major: 2, minor: 4 });
  });

  it('counts from the highest of that policy, whatever the order', () => {
    const [a, b, c] = [version({ major: 2 }), version({ major: 1, minor: 10 }), version({ policy: 'other', major: 9 })];
    assert.equal(lastOf('aup', [a, b, c]), a);
    assert.equal(lastOf('none', [a, b, c]), undefined);
    assert.equal(lastOf('aup', [b, version({ major: 1, minor: 9 })]), b);
  });
});

describe('the preview of a version', () => {
  it('that is the first asks everybody and ends nothing', () => {
    const { asks, ends, changes, warnings, audiences } = previewOf(first, standings(), { ...setting, versions: [] });
    assert.deepEqual([asks, ends, changes, warnings], [4, 0, [], []]);
    assert.deepEqual(audiences, [
      { audience: 'staff', wanted: 2, asks: 2, ends: 0 },
      { audience: 'governors', wanted: 2, asks: 2, ends: 0 }
    ]);
  });

  it('that changes a clause of governors asks them alone, and says how many signatures end', () => {
    const { asks, ends, audiences, warnings } = preview(
      major({ clauses: [lock, { ...papers, text: 'Governors read papers in the portal alone.' }] })
    );
    assert.deepEqual([asks, ends, warnings], [2, 2, []]);
    assert.deepEqual(audiences, [
      { audience: 'staff', wanted: 2, asks: 0, ends: 0 },
      { audience: 'governors', wanted: 2, asks: 2, ends: 2 }
    ]);
  });

  it('that changes a clause of all asks all, those who had not signed as well', () => {
    const { asks, ends, audiences } = preview(
      major({ clauses: [{ ...lock, text: 'Lock the screen when you leave it, always.' }, papers] })
    );
    assert.deepEqual([asks, ends], [4, 3]);
    assert.deepEqual(audiences[0], { audience: 'staff', wanted: 2, asks: 2, ends: 1 });
  });

  it('that is minor asks nobody and ends nothing', () => {
    const { asks, ends } = preview(minor({ clauses: [{ ...lock, text: 'Lock the screen if you leave it.' }, papers] }));
    assert.deepEqual([asks, ends], [0, 0]);
  });

  for (const [why, next, said] of [
    ['a major version in which nothing changed', major({}), ['No clause has changed since version 1.0: a new version is hardly needed.']],
    ['a minor version in which nothing changed', minor({}), ['No clause has changed since version 1.0: a new version is hardly needed.']],
    [
      'a major version whose changes concern nobody who signs',
      major({ clauses: [lock, papers, clause('3', 'Parents are told.', { binds: ['parent'] })] }),
      ['What changed concerns nobody who signs, so nobody is asked again. Publish it as a minor version.']
    ],
    [
      'a minor version that adds and takes away',
      minor({ clauses: [lock, clause('3', 'Report whatever you lose at once.')] }),
      ['A minor version asks nobody again, yet this is new, gone or worded differently: 3, 2. Make sure that only slips were put right.']
    ],
    [
      'a minor version that binds others',
      minor({ clauses: [{ ...lock, binds: ['staff', 'governor', 'pupil'] }, papers] }),
      ['A minor version asks nobody again, yet this now binds others: 1. Publish it as a major version.']
    ],
    [
      'a minor version that asks for another duty',
      minor({ clauses: [{ ...lock, duties: ['lock-when-unattended'] }, papers] }),
      ['A minor version asks nobody again, yet this now asks for other duties: 1. Publish it as a major version.']
    ],
    [
      'an audience that is no longer asked',
      major({ clauses: [lock, papers, clause('3', 'Report whatever you lose.')], audiences: ['staff'] }),
      ['No longer asked to sign: Governors. What they have not answered is closed with a negative receipt.']
    ],
    [
      'a clause that lacks a language',
      major({ languages: ['en', 'cy'], clauses: [lock, { ...papers, text: { en: 'In the portal alone.', cy: 'Yn y porth yn unig.' } }] }),
      ['Without words in every language of the policy: 1. There the first language stands in.']
    ]
  ] as const) {
    it(`warns of ${why}, in both languages`, () => {
      const { warnings } = preview(next);
      assert.deepEqual(
        warnings.map(({ en }) => en),
        said
      );
      for (const { en, cy } of warnings) assert.ok(cy !== en && !/\{[a-z]+\}/.test(cy));
    });
  }
});
