import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  consentFor,
  correctionOf,
  countedBy,
  dueOn,
  type Entered,
  type Fields,
  fieldsNow,
  isReminderDay,
  type Kept,
  namesIn,
  type Note,
  refusals,
  stand,
  states,
  tidied,
  wrongEntry
} from '../../../core/registers/entry.ts';
import { about, fieldIds, type Kind, kinds } from '../../../core/registers/kinds.ts';
import { noteWords, refusalWords, stateWords } from '../../../core/registers/words.ts';
import { duties } from '../../../core/duties.ts';
import { schoolDays } from '../../../core/policies/school-days.ts';

/** Half-term is the last week of October 2026; Christmas from 19 December to 3 January. */
const days = schoolDays({
  terms: [
    { from: '2026-09-01', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
    { from: '2027-01-04', to: '2027-02-12' }
  ],
  closed: [],
  inset: ['2027-01-04'],
  offsets: []
});
const today = '2026-11-23';

const whole: { readonly [K in Kind]: Fields } = {
  training: { what: 'Phishing', by: 'The council', day: '2026-09-02', who: 'Teacher Seven\nStaff Nine' },
  'policy-review': { policy: 'Acceptable use', day: '2026-03-16', by: 'The governing body' },
  'password-change': { scope: 'Staff', day: '2026-11-23', until: '2026-12-04', done: '3', of: '40' },
  'monitoring-activity': { what: 'The filter’s log', why: 'Each half-term', day: '2026-11-20', by: 'Staff Nine', ordered: 'Headteacher' },
  'image-consent': { child: 'Kit Sample', use: 'website', standing: 'given', by: 'Parent Three', day: '2026-09-04' }
};

let made = 0;
const kept = (kind: Kind, fields: Fields = {}, more: Partial<Kept> = {}): Kept => ({
  id: `entry-${(made += 1)}`,
  kind,
  fields: { ...whole[kind], ...fields },
  at: '2026-11-20T10:00:00.000Z',
  notes: [],
  ...more
});
const corrected = (fields: Fields): Note => ({ kind: 'corrected', fields, words: '' });

describe('an entry of a register', () => {
  for (const kind of kinds)
    it(`of ${kind} is taken when it is whole`, () => assert.equal(wrongEntry({ kind, fields: whole[kind] }, today), undefined));

  const wrong: readonly (readonly [says: string, kind: Kind, more: Fields, refused: object])[] = [
    ['without anybody who attended', 'training', { who: ' \n' }, { refused: 'field-missing', field: 'who' }],
    ['of what is still to come', 'training', { day: '2026-11-24' }, { refused: 'day-to-come', field: 'day' }],
    ['on a day that there is not', 'training', { day: '2026-02-30' }, { refused: 'day-wrong', field: 'day' }],
    ['with too long a line', 'training', { what: 'x'.repeat(201) }, { refused: 'too-long', field: 'what' }],
    ['that is due before it was done', 'policy-review', { until: '2026-03-15' }, { refused: 'until-before', field: 'until' }],
    ['with half a number', 'password-change', { done: '2.5' }, { refused: 'number-wrong', field: 'done' }],
    ['with more done than there are', 'password-change', { done: '41' }, { refused: 'too-many-done', field: 'done' }],
    ['for a use that is not offered', 'image-consent', { use: 'Website' }, { refused: 'choice-wrong', field: 'use' }],
    ['that is perhaps given', 'image-consent', { standing: 'perhaps' }, { refused: 'choice-wrong', field: 'standing' }]
  ];
  for (const [says, kind, more, refused] of wrong)
    it(`${says} is not taken`, () => assert.deepEqual(wrongEntry({ kind, fields: { ...whole[kind], ...more } }, today), refused));

  it('may begin later where it is a campaign', () =>
    assert.equal(wrongEntry({ kind: 'password-change', fields: { ...whole['password-change'], day: '2026-12-01' } }, today), undefined));

  it('keeps the columns of its register and no others, tidied', () => {
    const typed = {
      kind: 'training',
      fields: { ...whole.training, what: '  Phishing ', who: 'A; B\r\n\r\nA', child: 'Kit Sample' }
    } as Entered;
    assert.deepEqual(tidied(typed).fields, { what: 'Phishing', by: 'The council', day: '2026-09-02', who: 'A\nB' });
    assert.deepEqual(namesIn(' A ;B\nA\n'), ['A', 'B']);
  });

  it('is corrected column by column, and what stood there stays', () => {
    const first = kept('training');
    const taken = correctionOf(first, { who: 'Teacher Seven' }, today);
    assert.deepEqual(taken, { done: { who: 'Teacher Seven' } });
    const after = { ...first, notes: [corrected({ who: 'Teacher Seven' }), corrected({ evidence: 'Folder 3' })] };
    assert.deepEqual(fieldsNow(after), { ...whole.training, who: 'Teacher Seven', evidence: 'Folder 3' });
    assert.deepEqual(after.fields, whole.training);
    assert.deepEqual(correctionOf(after, { evidence: '' }, today), { done: { evidence: '' } });
    assert.equal(fieldsNow({ ...after, notes: [...after.notes, corrected({ evidence: '' })] }).evidence, undefined);
    assert.deepEqual(correctionOf(first, { what: ' Phishing' }, today), { refused: 'nothing-corrected' });
    assert.deepEqual(correctionOf(first, { what: '' }, today), { refused: 'field-missing', field: 'what' });
  });
});

describe('what is due', () => {
  const due = (kind: Kind, fields: Fields, yearly?: string) =>
    dueOn({ kind, fields: { ...whole[kind], ...fields }, notes: [] }, yearly, days);
  const cases: readonly (readonly [says: string, kind: Kind, fields: Fields, yearly: string | undefined, on: string | undefined])[] = [
    ['a year later where nobody says otherwise', 'training', { day: '2026-01-14' }, undefined, '2027-01-14'],
    ['on the next school day where that is none', 'training', { day: '2025-12-21' }, undefined, '2027-01-05'],
    ['on 28 February after a leap day', 'training', { day: '2024-02-29' }, undefined, '2025-02-28'],
    ['on the school’s own date', 'training', { day: '2026-01-14' }, '09-02', '2026-09-02'],
    ['not on a date that is days away, but on the one after it', 'training', { day: '2026-08-28' }, '09-02', '2027-09-02'],
    ['on the day that is named', 'policy-review', { until: '2027-02-01' }, '09-02', '2027-02-01'],
    ['when the campaign ends', 'password-change', {}, undefined, '2026-12-04'],
    ['never once all have changed', 'password-change', { done: '40' }, undefined, undefined],
    ['never where nothing says when', 'monitoring-activity', {}, '09-02', undefined],
    ['never where consent was withdrawn', 'image-consent', { until: '2027-01-15', standing: 'withdrawn' }, undefined, undefined]
  ];
  for (const [says, kind, fields, yearly, on] of cases) it(`${says}`, () => assert.equal(due(kind, fields, yearly), on));

  it('is said ten school days before, and is late the day after', () => {
    const entry = kept('policy-review', { until: '2026-11-06' });
    const at = (day: string) => stand([entry], day, undefined, days)[0]!.state;
    // Ten school days before 6 November: the week of half-term does not count.
    assert.deepEqual(['2026-10-15', '2026-10-16', '2026-11-06', '2026-11-07'].map(at), ['holds', 'due', 'due', 'overdue']);
  });

  it('is reminded of when it comes near, on its day, and each fifth school day after it, never in the holidays', () => {
    const [stood] = stand([kept('policy-review', { until: '2026-12-11' })], '2026-12-14', undefined, days);
    const reminded = (from: string, count: number): readonly string[] => {
      const found: string[] = [];
      for (let day = from, i = 0; i < count; i += 1, day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
        if (isReminderDay({ due: stood!.due, state: day > stood!.due! ? 'overdue' : 'due' }, day, days)) found.push(day);
      return found;
    };
    assert.deepEqual(reminded('2026-11-20', 60), ['2026-11-27', '2026-12-11', '2026-12-18', '2027-01-11', '2027-01-18']);
    assert.equal(isReminderDay({ due: '2026-12-11', state: 'ended' }, '2026-12-11', days), false);
  });

  it('is done by a later entry on the same, however it is written', () => {
    const first = kept('training', { day: '2025-09-02' });
    const other = kept('training', { what: 'Passwords', day: '2025-09-02' });
    const next = kept('training', { what: ' phishing', day: '2026-09-02' });
    assert.deepEqual(
      stand([first, other, next], today, undefined, days).map(({ state }) => state),
      ['replaced', 'overdue', 'holds']
    );
    const gone = { ...next, notes: [{ kind: 'ended', words: 'Entered twice' }] } as Kept;
    assert.deepEqual(
      stand([first, gone], today, undefined, days).map(({ state }) => state),
      ['overdue', 'ended']
    );
  });

  it('is counted by register', () => {
    const stood = stand([kept('training', { day: '2025-09-02' }), kept('training'), kept('image-consent')], today, undefined, days);
    assert.deepEqual(countedBy(['training', 'policy-review'], stood), [
      { kind: 'training', entries: 2, holds: 1, due: 0, overdue: 0 },
      { kind: 'policy-review', entries: 0, holds: 0, due: 0, overdue: 0 }
    ]);
  });

  it('stands for one entry of a subject at most, in whatever order they come', () => {
    const entry = fc.record({
      what: fc.constantFrom('Phishing', 'phishing ', 'Passwords'),
      day: fc.constantFrom('2025-09-02', '2025-11-03', '2026-09-02'),
      at: fc.constantFrom('2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'),
      ended: fc.boolean()
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.integer({ min: 0, max: 7 }), (list, turn) => {
        const all = list.map(({ what, day, at, ended }, i) =>
          kept('training', { what, day }, { id: `e${i}`, at, notes: ended ? [{ kind: 'ended', words: 'x' }] : [] })
        );
        const living = (entries: readonly Kept[]): readonly string[] =>
          stand(entries, today, '09-02', days)
            .filter(({ state }) => state !== 'replaced' && state !== 'ended')
            .map(({ kept: each }) => each.id)
            .sort();
        const first = living(all);
        assert.deepEqual(living([...all.slice(turn), ...all.slice(0, turn)]), first);
        const subjects = first.map(id =>
          all
            .find(each => each.id === id)!
            .fields.what!.trim()
            .toLowerCase()
        );
        assert.equal(new Set(subjects).size, subjects.length);
        const open = all.filter(({ notes }) => notes.length === 0).map(({ fields }) => fields.what!.trim().toLowerCase());
        assert.equal(first.length, new Set(open).size);
      })
    );
  });
});

describe('consent to images', () => {
  const at = (entries: readonly Kept[], use = 'website', day = today) =>
    consentFor(stand(entries, day, undefined, days), 'kit  sample', use, day);
  it('is there only where it was given, for that child and that use', () => {
    assert.equal(at([]), false);
    assert.equal(at([kept('image-consent')]), true);
    assert.equal(at([kept('image-consent')], 'press'), false);
    assert.equal(at([kept('image-consent', { child: 'Kit Sampler' })]), false);
  });
  it('goes with the day on which it was withdrawn, and with its own last day', () => {
    const given = kept('image-consent');
    assert.equal(at([given, kept('image-consent', { standing: 'withdrawn', day: '2026-10-01' })]), false);
    assert.equal(at([kept('image-consent', { standing: 'withdrawn', day: '2026-08-01' }), given]), true);
    const short = kept('image-consent', { until: '2026-12-20' });
    assert.equal(at([short], 'website', '2026-12-20'), true);
    // Whoever is to ask again has until the next school day; the consent itself is over.
    assert.equal(at([short], 'website', '2026-12-21'), false);
  });
});

describe('the words of registers', () => {
  it('are there in both languages, and cite duties that there are', () => {
    for (const kind of kinds) {
      const { title, fields, duties: served, schedules, subject } = about[kind];
      for (const text of [title, ...fields.map(({ label }) => label)]) assert.ok(text.en !== '' && text.cy !== '' && text.en !== text.cy);
      for (const duty of served)
        assert.ok(
          duties[duty].controls.some(control => control === 'register'),
          duty
        );
      for (const duty of schedules)
        assert.ok(
          duties[duty].controls.some(control => control === 'schedule'),
          duty
        );
      for (const id of subject) assert.ok(fields.some(field => field.id === id && !field.optional));
    }
    for (const each of [...refusals.map(r => refusalWords[r]), ...states.map(s => stateWords[s]), ...Object.values(noteWords)])
      assert.ok(each.en !== each.cy && each.en !== '' && each.cy !== '');
    assert.equal(new Set(fieldIds).size, fieldIds.length);
  });
});
