import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answerBy,
  type Doing,
  endOf,
  endsOf,
  type Followed,
  givenAt,
  isChaseDay,
  isOwed,
  isReminderDay,
  longest,
  overdueSince,
  type Request,
  stateAt,
  type Step,
  tellAt,
  tidied,
  wrongDoing,
  wrongRequest
} from '../../../core/approvals/approval.ts';
import { about, kinds, type Kind } from '../../../core/approvals/kinds.ts';
import { weekdayOf } from '../../../core/dates.ts';

/** Great Britain, 2026 and 2027. */
const offsets = [
  { since: Date.parse('2025-10-26T01:00:00Z'), minutes: 0 },
  { since: Date.parse('2026-03-29T01:00:00Z'), minutes: 60 },
  { since: Date.parse('2026-10-25T01:00:00Z'), minutes: 0 },
  { since: Date.parse('2027-03-28T01:00:00Z'), minutes: 60 }
];
const closed = [
  '2026-12-21',
  '2026-12-22',
  '2026-12-23',
  '2026-12-24',
  '2026-12-25',
  '2026-12-28',
  '2026-12-29',
  '2026-12-30',
  '2026-12-31',
  '2027-01-01'
];
const isSchoolDay = (day: string): boolean => weekdayOf(day) <= 5 && !closed.includes(day);
const clock = { isSchoolDay, offsets, hours: { from: '07:30', until: '18:00' } };

const whole: { readonly [K in Kind]: Request['fields'] } = {
  send: { to: 'A parent', what: 'A complaint.' },
  'external-mail': { to: 'The council', what: 'The new gate.' },
  'data-off-site': { what: 'Marks of 4B', where: 'At home', protection: 'BitLocker', until: '2026-11-27' },
  'own-device-photos': { what: 'Sports day', device: 'My phone', until: '2026-11-24' },
  'account-access': { whose: 'Teacher Seven', why: 'Reports are due today.', until: '2026-11-23' },
  'video-conference': { day: '2026-11-25', time: '10:00', people: '4B and a museum', what: 'History' },
  equipment: { item: 'Camera 3', day: '2026-11-23', until: '2026-11-30' }
};

const followed = (more: Partial<Followed> = {}): Followed => ({
  kind: 'send',
  asker: 'teacher',
  deciders: 1,
  answerBy: '2026-12-01T00:00:00.000Z',
  lasts: 7,
  steps: [],
  ...more
});
const step = (kind: Step['kind'], at: string, by = 'head'): Step => ({ kind, at, by });

describe('a request', () => {
  for (const kind of kinds)
    it(`for ${kind} is taken when it is whole`, () => assert.equal(wrongRequest({ kind, fields: whole[kind] }, '2026-11-23'), undefined));

  for (const [says, kind, more, wrong] of [
    ['without words', 'send', { what: ' \n' }, { refused: 'field-missing', field: 'what' }],
    ['without anybody it goes to', 'send', { to: '' }, { refused: 'field-missing', field: 'to' }],
    ['with too many words', 'send', { what: 'x'.repeat(1501) }, { refused: 'too-long', field: 'what' }],
    ['for a day that is over', 'equipment', { day: '2026-11-22' }, { refused: 'day-over', field: 'day' }],
    ['for a day that there is not', 'equipment', { until: '2026-02-30' }, { refused: 'day-wrong', field: 'until' }],
    ['that is back before it is out', 'equipment', { day: '2026-12-01' }, { refused: 'day-wrong', field: 'until' }],
    ['at 24:00', 'video-conference', { time: '24:00' }, { refused: 'time-wrong', field: 'time' }],
    ['for outside mail without an end', 'external-mail', { until: '' }, undefined]
  ] as const) {
    it(`${says} is ${wrong ? wrong.refused : 'taken'}`, () =>
      assert.deepEqual(wrongRequest({ kind, fields: { ...whole[kind], ...more } }, '2026-11-23'), wrong));
  }

  it('of a device need not say to whom: the device has counted them', () => {
    const message = { key: '0123456789abcdef', people: { parent: 2 } };
    assert.equal(wrongRequest({ kind: 'send', fields: { what: 'A complaint.' }, message }, '2026-11-23'), undefined);
    const text = { subject: 's', body: 'x'.repeat(longest.body + 1) };
    assert.deepEqual(wrongRequest({ kind: 'send', fields: { what: 'A complaint.' }, message: { ...message, text } }, '2026-11-23'), {
      refused: 'too-long'
    });
  });

  it('keeps of what was typed only what its kind asks for', () =>
    assert.deepEqual(tidied({ kind: 'send', fields: { to: ' A parent ', what: 'Why.', whose: 'Somebody', until: '' } }), {
      kind: 'send',
      fields: { to: 'A parent', what: 'Why.' }
    }));
});

describe('a request can be decided until', () => {
  for (const [says, kind, at, days, until] of [
    ['the end of so many school days', 'send', '2026-11-23T09:00:00Z', 5, '2026-12-01T00:00:00.000Z'],
    ['after the holidays, where they lie between', 'send', '2026-12-17T09:00:00Z', 3, '2027-01-06T00:00:00.000Z'],
    ['after the weekend', 'send', '2026-11-27T21:00:00Z', 1, '2026-12-01T00:00:00.000Z'],
    ['the conference begins', 'video-conference', '2026-11-23T09:00:00Z', 5, '2026-11-25T10:00:00.000Z'],
    ['the day on which it would end is over', 'account-access', '2026-11-23T09:00:00Z', 5, '2026-11-24T00:00:00.000Z']
  ] as const) {
    it(says, () => assert.equal(answerBy({ kind, fields: whole[kind] }, at, days, clock), until));
  }
  it('midnight by the school’s own clock, in summer too', () =>
    assert.equal(answerBy({ kind: 'send', fields: {} }, '2026-06-24T09:00:00Z', 1, clock), '2026-06-25T23:00:00.000Z'));
});

describe('how a request stands', () => {
  const now = '2026-11-24T09:00:00Z';
  const given = step('given', '2026-11-23T10:00:00Z');
  for (const [says, more, at, state] of [
    ['asked at first', {}, now, 'asked'],
    ['expired the moment its time is over, whether or not that was written down', {}, '2026-12-01T00:00:00.000Z', 'expired'],
    ['given', { steps: [given] }, now, 'given'],
    ['asked still where one of two has agreed', { kind: 'account-access', deciders: 2, steps: [given] }, now, 'asked'],
    ['asked still where one has agreed twice', { kind: 'account-access', deciders: 2, steps: [given, given] }, now, 'asked'],
    ['given where both have', { kind: 'account-access', deciders: 2, steps: [given, step('given', now, 'chair')] }, now, 'given'],
    ['refused', { steps: [step('refused', now)] }, now, 'refused'],
    ['refused where one of two has refused', { deciders: 2, steps: [given, step('refused', now, 'chair')] }, now, 'refused'],
    ['closed by itself after its days', { steps: [given] }, '2026-12-01T00:00:00Z', 'closed'],
    ['given still a minute before', { steps: [given] }, '2026-11-30T23:59:00Z', 'given'],
    [
      'given past its end where something has to come back',
      { kind: 'data-off-site', ends: '2026-11-28T00:00:00Z', steps: [given] },
      '2027-01-01T00:00:00Z',
      'given'
    ],
    ['closed once it was brought back', { kind: 'data-off-site', steps: [given, step('closed', now, 'teacher')] }, now, 'closed'],
    ['taken back', { steps: [given, step('withdrawn', now)] }, now, 'withdrawn']
  ] as const) {
    it(`is ${says}`, () => assert.equal(stateAt(followed(more as Partial<Followed>), at, offsets), state));
  }

  it('ends on its own day, or so many days after it was given', () => {
    assert.equal(endsOf({ kind: 'equipment', fields: whole.equipment }, offsets), '2026-12-01T00:00:00.000Z');
    assert.equal(endsOf({ kind: 'send', fields: whole.send }, offsets), undefined);
    assert.equal(endOf(followed({ steps: [given] }), offsets), '2026-12-01T00:00:00.000Z');
    assert.equal(endOf(followed(), offsets), undefined);
  });

  it('owes what was given until it is closed, and is overdue from its end, or from when it was taken back', () => {
    const out = followed({ kind: 'equipment', ends: '2026-12-01T00:00:00.000Z', steps: [given] });
    assert.equal(isOwed(out), true);
    assert.equal(isOwed(followed({ steps: [given] })), false);
    assert.equal(overdueSince(out, '2026-11-30T23:59:00Z', offsets), undefined);
    assert.equal(overdueSince(out, '2026-12-01T00:00:00Z', offsets), '2026-12-01T00:00:00.000Z');
    const back = followed({ ...out, steps: [given, step('withdrawn', '2026-11-24T10:00:00Z')] });
    assert.equal(overdueSince(back, '2026-11-24T11:00:00Z', offsets), '2026-11-24T10:00:00Z');
    assert.equal(isOwed(followed({ ...out, steps: [given, step('closed', now, 'teacher')] })), false);
  });
});

describe('whoever decides', () => {
  it('is told at once in school hours, else when the school opens', () => {
    assert.equal(tellAt('2026-11-23T09:00:00Z', clock), '2026-11-23T09:00:00Z');
    assert.equal(tellAt('2026-11-27T19:00:00Z', clock), '2026-11-30T07:30:00.000Z');
  });
  it('is reminded on each second school day, and on the last', () => {
    const asked = { at: '2026-11-23T09:00:00Z', answerBy: '2026-12-01T00:00:00.000Z' };
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30'];
    assert.deepEqual(
      days.filter(day => isReminderDay(asked, day, clock)),
      ['2026-11-25', '2026-11-27', '2026-11-30']
    );
  });
  it('and whoever owes something hear of it on the first school day after it was due, and on each fifth', () => {
    const due = '2026-11-28T00:00:00.000Z';
    const days = ['2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01', '2026-12-04', '2026-12-07', '2026-12-14'];
    assert.deepEqual(
      days.filter(day => isChaseDay(due, day, clock)),
      ['2026-11-30', '2026-12-07', '2026-12-14']
    );
  });
});

describe('what may be done to a request', () => {
  const head = { person: 'head', decides: true };
  const asker = { person: 'teacher', decides: true };
  const now = '2026-11-24T09:00:00Z';
  for (const [says, more, doing, who, wrong] of [
    ['is decided by whoever may', {}, 'given', head, undefined],
    ['is refused by whoever may', {}, 'refused', head, undefined],
    ['is not decided by who asked, whoever that is', {}, 'given', asker, 'own'],
    ['is nothing to anybody else', {}, 'given', { person: 'other', decides: false }, 'not-yours'],
    ['is not decided twice', { steps: [step('refused', now)] }, 'given', head, 'decided'],
    ['is not given after its time', { answerBy: now }, 'given', head, 'decided'],
    ['is taken back by who asked', {}, 'withdrawn', asker, undefined],
    ['is not taken back by who decides before it was given', {}, 'withdrawn', head, 'decided'],
    ['is taken back by who decides once it was given', { steps: [step('given', now)] }, 'withdrawn', head, undefined],
    ['is not closed where nothing is owed', { steps: [step('given', now)] }, 'closed', asker, 'nothing-open'],
    ['is closed by who asked', { kind: 'equipment', steps: [step('given', now)] }, 'closed', asker, undefined],
    ['is not agreed to twice by one of two', { deciders: 2, steps: [step('given', now)] }, 'given', head, 'decided']
  ] as const) {
    it(says, () => assert.equal(wrongDoing(followed(more as Partial<Followed>), doing, who, now, offsets), wrong));
  }
});

describe('whatever people try', () => {
  const tries = fc.array(
    fc.record({
      doing: fc.constantFrom<Doing>('given', 'refused', 'withdrawn', 'closed'),
      person: fc.constantFrom('teacher', 'head', 'chair', 'stranger'),
      minutes: fc.integer({ min: 0, max: 20_000 })
    }),
    { maxLength: 25 }
  );
  const start = Date.parse('2026-11-23T09:00:00Z');

  /** What is written down of these tries, as the desk does it. */
  function lived(kind: Kind, deciders: number, tried: readonly { doing: Doing; person: string; minutes: number }[]) {
    let steps: readonly Step[] = [];
    let at = start;
    const states: { readonly state: string; readonly at: number }[] = [];
    for (const { doing, person, minutes } of tried) {
      at += minutes * 60_000;
      const now = new Date(at).toISOString();
      const before = followed({ kind, deciders, answerBy: '2026-12-01T00:00:00.000Z', ends: '2026-12-05T00:00:00.000Z', steps });
      states.push({ state: stateAt(before, now, offsets), at });
      if (wrongDoing(before, doing, { person, decides: person !== 'stranger' }, now, offsets) === undefined)
        steps = [...steps, { kind: doing, at: now, by: person }];
      states.push({ state: stateAt({ ...before, steps }, now, offsets), at });
    }
    return { steps, states };
  }
  const anyKind = fc.constantFrom(...kinds);
  const number = fc.constantFrom(1, 2);

  it('nobody decides their own request, and a stranger does nothing', () => {
    fc.assert(
      fc.property(anyKind, number, tries, (kind, deciders, tried) => {
        const { steps } = lived(kind, deciders, tried);
        assert.ok(!steps.some(({ kind: did, by }) => by === 'teacher' && (did === 'given' || did === 'refused')));
        assert.ok(!steps.some(({ by }) => by === 'stranger'));
      })
    );
  });

  it('it is decided once: never given and refused, never by more than have to agree', () => {
    fc.assert(
      fc.property(anyKind, number, tries, (kind, deciders, tried) => {
        const { steps } = lived(kind, deciders, tried);
        const given = steps.filter(each => each.kind === 'given');
        assert.ok(given.length <= deciders);
        assert.equal(new Set(given.map(({ by }) => by)).size, given.length);
        assert.ok(steps.filter(each => each.kind === 'refused').length <= 1);
        if (steps.some(each => each.kind === 'refused')) assert.equal(givenAt(followed({ kind, deciders, steps })), undefined);
        for (const ending of ['withdrawn', 'closed']) assert.ok(steps.filter(each => each.kind === ending).length <= 1);
      })
    );
  });

  it('what has expired, was refused or taken back never becomes given', () => {
    fc.assert(
      fc.property(anyKind, number, tries, (kind, deciders, tried) => {
        const { states } = lived(kind, deciders, tried);
        const last = states.findIndex(({ state }) => ['expired', 'refused', 'withdrawn', 'closed'].includes(state));
        if (last >= 0) assert.ok(!states.slice(last).some(({ state }) => state === 'given' || state === 'asked'));
      })
    );
  });

  it('what has to come back stays owed until somebody has closed it', () => {
    fc.assert(
      fc.property(anyKind, number, tries, (kind, deciders, tried) => {
        const { steps } = lived(kind, deciders, tried);
        const done = followed({ kind, deciders, steps });
        const owes = about[kind].closing !== 'by-itself' && givenAt(done) !== undefined && !steps.some(each => each.kind === 'closed');
        assert.equal(isOwed(done), owes);
        if (steps.some(each => each.kind === 'closed')) assert.ok(givenAt(done) !== undefined && about[kind].closing !== 'by-itself');
      })
    );
  });
});
