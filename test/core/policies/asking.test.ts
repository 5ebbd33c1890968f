import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../core/dates.ts';
import { defaultLadder, type Ladder, type Plan, planOf } from '../../../core/policies/asking.ts';
import { audiencesWith, defaultAudiences } from '../../../core/policies/audiences.ts';
import type { Entry, Recorded } from '../../../core/policies/entry.ts';
import type { Person } from '../../../core/policies/person.ts';
import { type SchoolCalendar, schoolDays } from '../../../core/policies/school-days.ts';
import { type Standings, standings } from '../../../core/policies/standings.ts';
import type { Version } from '../../../core/policies/version.ts';
import { everyWeekday, someone, version } from '../../support/signing.ts';
import { within } from '../../support/quick.ts';

const noon = (day: string): string => `${day}T12:00:00.000Z`;

/** A school in which days go by: each day is planned, and what the plan says is recorded under its keys. */
function school({
  people,
  versions = [version()],
  calendar,
  ladder = defaultLadder,
  audiences = defaultAudiences
}: {
  readonly people: readonly Person[];
  readonly versions?: readonly Version[];
  readonly calendar?: SchoolCalendar;
  readonly ladder?: Ladder;
  readonly audiences?: typeof defaultAudiences;
}) {
  const days = calendar ? schoolDays(calendar) : everyWeekday;
  const all: Standings = standings();
  const log: Recorded[] = [];
  const keys = new Set<string>();
  let known = people;
  const add = (entry: Entry): void => {
    const recorded = { index: log.length, leaf: '', entry };
    log.push(recorded);
    all.add(recorded);
  };
  const plan = (today: string): Plan =>
    planOf(all.wanted({ people: known, audiences, versions, today, days }), {
      people: known,
      audiences,
      versions,
      days,
      ladder,
      now: noon(today)
    });
  const stepsOf = ({ messages, escalations, left }: Plan) => [
    ...messages.flatMap(({ asked, reminded }) => [...asked, ...reminded]),
    ...escalations.flatMap(({ late }) => late),
    ...left
  ];
  return {
    plan,
    add,
    log,
    days,
    people: (now: readonly Person[]) => void (known = now),
    /** Plans the day and does it all; gives what was done as `kind person step`. */
    run: (today: string): readonly string[] =>
      stepsOf(plan(today)).map(({ key, entry }) => {
        assert.ok(!keys.has(key), `planned twice: ${key}`);
        keys.add(key);
        add(entry);
        const detail =
          entry.kind === 'reminded'
            ? ` ${entry.step}`
            : entry.kind === 'asked'
              ? ` ${entry.due}`
              : entry.kind === 'escalated'
                ? ` ${entry.to}`
                : '';
        return `${entry.kind} ${entry.person}${entry.child === undefined ? '' : `/${entry.child}`}${detail}`;
      })
  };
}

/** What was done on each day on which anything was. */
function diary(from: string, count: number, run: (day: string) => readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, i) => addDays(from, i)).flatMap(day => {
    const done = run(day);
    return done.length > 0 ? [`${day}: ${done.join(', ')}`] : [];
  });
}

describe('asking, day by day', () => {
  it('asks on a school day, climbs the ladder, tells the line manager once, and falls silent', () => {
    const people = [
      someone('one', { manager: 'deputy' }),
      someone('deputy', { roles: [] }),
      someone('safety', { roles: ['data-protection-officer'] })
    ];
    assert.deepEqual(diary('2026-11-22', 80, school({ people }).run), [
      '2026-11-23: asked one 2026-12-11',
      '2026-12-04: reminded one 1',
      '2026-12-09: reminded one 2',
      '2026-12-11: reminded one 3',
      '2026-12-14: reminded one 4',
      '2026-12-21: reminded one 5',
      '2026-12-25: escalated one deputy',
      '2026-12-28: reminded one 6'
    ]);
  });

  it('does nothing in the holidays, one thing after them, and leaves a week before anybody else is told', () => {
    const calendar: SchoolCalendar = {
      terms: [
        { from: '2026-11-02', to: '2026-12-18' },
        { from: '2027-01-05', to: '2027-02-12' }
      ],
      closed: ['2026-11-30'],
      inset: ['2027-01-05'],
      offsets: []
    };
    const people = [someone('one'), someone('coordinator', { roles: ['coordinator'], joinedOn: '2027-01-05' })];
    const { run } = school({ people, calendar, audiences: audiencesWith({ staff: { who: { person: 'one' } } }) });
    assert.deepEqual(diary('2026-11-26', 60, run), [
      '2026-11-26: asked one 2026-12-17',
      '2026-12-10: reminded one 1',
      '2026-12-15: reminded one 2',
      '2026-12-17: reminded one 3',
      '2026-12-18: reminded one 4',
      '2027-01-06: reminded one 6',
      '2027-01-11: escalated one coordinator'
    ]);
  });

  it('gives a joiner five school days, and asks from the first day on', () => {
    const people = [someone('one', { joinedOn: '2026-12-05' })];
    assert.deepEqual(diary('2026-12-01', 14, school({ people }).run), [
      '2026-12-07: asked one 2026-12-14',
      '2026-12-11: reminded one 2',
      '2026-12-14: reminded one 3'
    ]);
  });

  it('asks for a renewal in September, with twenty school days', () => {
    const { run, add, plan } = school({ people: [someone('one')] });
    run('2026-11-23');
    add({
      kind: 'signed',
      at: noon('2026-11-24'),
      person: 'one',
      policy: 'aup',
      major: 1,
      minor: 0,
      audience: 'staff',
      language: 'en',
      text: '',
      consent: '',
      typedName: 'One',
      fields: {},
      openedAt: noon('2026-11-24'),
      channel: 'web',
      assurance: 'directory'
    });
    assert.deepEqual(plan('2027-08-31').messages, []);
    assert.deepEqual(run('2027-09-01'), ['asked one 2027-09-29']);
    assert.deepEqual(run('2027-09-02'), []);
  });

  it('puts everything of one person into one message', () => {
    const versions = [version(), version({ policy: 'conduct' })];
    const { run, plan } = school({ people: [someone('one')], versions });
    const first = plan('2026-11-23');
    assert.deepEqual(
      first.messages.map(({ person, asked, reminded }) => [person, asked.length, reminded.length]),
      [['one', 2, 0]]
    );
    run('2026-11-23');
    const later = plan('2026-12-04');
    assert.deepEqual(
      later.messages.map(({ person, asked, reminded }) => [person, asked.length, reminded.length]),
      [['one', 0, 2]]
    );
  });

  it('puts everybody who is late into one message to whom it concerns', () => {
    const people = [
      someone('a', { manager: 'boss' }),
      someone('b', { manager: 'boss' }),
      someone('c', { manager: 'c' }),
      someone('d', { manager: 'gone' }),
      someone('gone', { roles: [], leftOn: '2026-01-01' }),
      someone('boss', { roles: [] }),
      someone('safety', { roles: ['coordinator'] })
    ];
    const audiences = audiencesWith({ staff: { who: { role: 'staff' } } });
    const { run, plan } = school({ people, audiences });
    diary('2026-11-23', 32, run);
    assert.deepEqual(
      plan('2026-12-25').escalations.map(({ to, late }) => [to, late.map(({ entry }) => entry.person).join('+')]),
      [
        ['boss', 'a+b'],
        ['safety', 'c+d']
      ]
    );
  });

  it('tells the head of a coordinator who is late, never a person of themselves', () => {
    const people = [
      someone('safety', { roles: ['coordinator'] }),
      someone('head', { roles: ['data-protection-officer', 'head'], joinedOn: '2026-12-20' })
    ];
    const { run } = school({ people, audiences: audiencesWith({ staff: { who: { person: 'safety' } } }) });
    assert.ok(diary('2026-11-23', 40, run).includes('2026-12-25: escalated safety head'));
  });

  it('sends no reminder to whom none reaches, and tells the teacher instead', () => {
    const { address: _, ...unreached } = someone('kit', { roles: ['pupil'], manager: 'teacher' });
    const people = [unreached, someone('teacher', { roles: [] })];
    const { run } = school({ people, versions: [version({ audiences: ['pupils'] })] });
    assert.deepEqual(diary('2026-11-23', 60, run), ['2026-11-23: asked kit 2026-12-11', '2026-12-25: escalated kit teacher']);
  });

  it('leaves a negative receipt once for who left, and asks them anew when they are back', () => {
    const { run, people } = school({ people: [someone('one')] });
    run('2026-11-23');
    people([someone('one', { leftOn: '2026-11-24' })]);
    assert.deepEqual(run('2026-11-24'), []);
    assert.deepEqual(run('2026-11-25'), ['left one']);
    assert.deepEqual(run('2026-11-26'), []);
    people([someone('one')]);
    assert.deepEqual(run('2026-11-30'), ['asked one 2026-12-18']);
    people([]);
    assert.deepEqual(run('2026-12-01'), ['left one']);
  });

  it('leaves those in peace who declined or are excused, and comes back to them after an excuse', () => {
    const { run, add } = school({ people: [someone('one'), someone('two')] });
    run('2026-11-23');
    add({ kind: 'declined', at: noon('2026-11-24'), person: 'one', policy: 'aup', major: 1, minor: 0, reason: 'no', channel: 'web' });
    add({ kind: 'excused', at: noon('2026-11-24'), person: 'two', policy: 'aup', until: '2027-03-01', because: 'leave', by: 'x' });
    assert.deepEqual(diary('2026-11-24', 120, run), [
      '2027-03-01: reminded two 1',
      '2027-03-05: reminded two 2',
      '2027-03-08: reminded two 3',
      '2027-03-09: reminded two 4',
      '2027-03-16: reminded two 5',
      '2027-03-23: reminded two 6'
    ]);
  });

  it('counts a reminder that the coordinator sent as heard', () => {
    const { run, add } = school({ people: [someone('one')] });
    run('2026-11-23');
    add({ kind: 'reminded', at: noon('2026-12-04'), person: 'one', policy: 'aup', major: 1, step: 0, by: 'coordinator' });
    assert.deepEqual(diary('2026-12-04', 7, run), ['2026-12-09: reminded one 2']);
  });
});

describe('a plan', () => {
  const day = fc.integer({ min: 0, max: 200 }).map(days => addDays('2026-10-01', days));
  const term = fc.tuple(day, fc.integer({ min: 10, max: 60 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
  const calendar = fc.record({
    terms: fc.array(term, { maxLength: 4 }),
    closed: fc.array(day, { maxLength: 10 }),
    inset: fc.array(day, { maxLength: 4 }),
    offsets: fc.constant([])
  });
  const ladder = fc.record({
    days: fc.uniqueArray(fc.integer({ min: -14, max: 21 }), { maxLength: 6 }),
    then: fc.constantFrom('weekly' as const, 'never' as const),
    cap: fc.integer({ min: 0, max: 8 }),
    escalateAfter: fc.integer({ min: 0, max: 30 })
  });
  const answers = fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 119 }),
      who: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('excused', 'recalled', 'declined', 'reminded')
    }),
    { maxLength: 8 }
  );
  const absences = fc.array(fc.integer({ min: 0, max: 119 }), { maxLength: 2 });

  it('is the same when it is made twice, empty once it is done, empty on days without school, and takes no step twice, whatever happens', () => {
    fc.assert(
      fc.property(
        calendar,
        ladder,
        answers,
        fc.array(fc.integer({ min: 0, max: 119 }), { minLength: 20, maxLength: 90 }),
        absences,
        (given, rungs, happened, worked, away) => {
          const people = [
            someone('a', { manager: 'b' }),
            someone('b', { roles: ['staff', 'coordinator'] }),
            someone('c', { joinedOn: '2026-11-20' })
          ];
          const { plan, run, add, days, log, people: become } = school({ people, calendar: given, ladder: rungs });
          const runs = new Set(worked);
          for (let i = 0; i < 120; i += 1) {
            const today = addDays('2026-11-02', i);
            if (away[0] === i) become(people.map(each => (each.id === 'c' ? { ...each, leftOn: addDays(today, -1) } : each)));
            if (away[1] === i) become(people);
            for (const { who, kind } of happened.filter(({ on }) => on === i)) {
              const matter = { at: noon(today), person: who, policy: 'aup' };
              if (kind === 'excused') add({ kind, ...matter, until: addDays(today, 20), because: 'leave', by: 'x' });
              if (kind === 'recalled') add({ kind, ...matter, by: 'x', of: 'excused' });
              if (kind === 'declined') add({ kind, ...matter, major: 1, minor: 0, reason: 'no', channel: 'web' });
              if (kind === 'reminded') add({ kind, ...matter, major: 1, step: 0, by: 'x' });
            }
            if (!runs.has(i)) continue;
            const planned = plan(today);
            assert.deepEqual(plan(today), planned);
            const done = run(today);
            if (!days.isSchoolDay(today)) assert.deepEqual(done, []);
            assert.equal(new Set(planned.messages.map(({ person }) => person)).size, planned.messages.length);
            assert.deepEqual(run(today), []);
          }
          for (const who of ['a', 'b', 'c']) {
            let [sent, escalated, open, since] = [0, 0, false, ''];
            const heard: string[] = [];
            for (const { entry } of log) {
              if (!('person' in entry) || entry.person !== who) continue;
              if (entry.kind === 'asked') {
                assert.ok(!open, 'asked twice');
                assert.ok(days.isSchoolDay(entry.due) && entry.due > entry.at.slice(0, 10));
                [sent, escalated, open, since] = [0, 0, true, entry.at];
              }
              if (entry.kind === 'left') {
                assert.ok(open);
                open = false;
              }
              if (entry.kind === 'reminded' && entry.by === 'schedule') {
                sent += 1;
                assert.ok(open && sent <= rungs.cap);
                assert.ok(entry.at > since && !heard.includes(entry.at));
                heard.push(entry.at);
              }
              if (entry.kind === 'escalated') {
                escalated += 1;
                assert.ok(open && escalated === 1 && entry.to !== who);
              }
            }
          }
        }
      ),
      { numRuns: 60 }
    );
  });

  it('of twenty thousand people is made in a second or two', () => {
    const people = Array.from({ length: 20_000 }, (_, i) => someone(`p${i}`, { manager: `p${i % 50}` }));
    const { plan } = school({ people });
    within(3000, () => assert.equal(plan('2026-11-23').messages.length, 20_000));
  });
});
