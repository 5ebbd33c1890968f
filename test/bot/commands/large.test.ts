import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultAudiences } from '../../../core/policies/audiences.ts';
import type { Desk } from '../../../core/policies/desk.ts';
import type { Recorded } from '../../../core/policies/entry.ts';
import type { Person } from '../../../core/policies/person.ts';
import type { Wanted } from '../../../core/policies/standing.ts';
import type { Card, Turn } from '../../../bot/turn.ts';
import { exampleVersion } from '../../support/desk.ts';
import { buttonsOf, cardFor, done, said, wordsOn } from './chat-school.ts';

const many = 20_000;
/** As long as a name may be, with signs that mean something in markdown and to JSON. */
const longName = (at: number): string => `Person ${at} ${'*_[x](https://phish.example)_"\\'.repeat(5)}${'ŵ'.repeat(40)}`.slice(0, 200);

const people: readonly Person[] = Array.from({ length: many }, (_, at) => ({
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  name: at === 0 ? 'E-safety Coordinator' : at < 300 ? longName(at) : `Sample ${at}`,
  roles: at === 0 ? (['coordinator'] as const) : (['staff'] as const),
  groups: [`Group ${at % 50}`],
  class: `${at % 13}${'ABCD'[at % 4]}`,
  children: [],
  language: 'en' as const,
  address: `p${at}@school.example`
}));
const wanted: readonly Wanted[] = people.flatMap(({ id }, at) =>
  Array.from({ length: at === 5 ? 60 : 1 }, (_, i) => ({
    person: id,
    policy: i === 0 ? 'acceptable-use' : `policy-${i}`,
    audience: 'staff',
    major: 1,
    standing: at % 3 === 0 ? ('overdue' as const) : ('asked' as const),
    due: at % 3 === 0 ? '2026-11-01' : '2026-12-04',
    reminders: 0
  }))
);
const recorded: readonly Recorded[] = people.map(({ id }, index) => ({
  index,
  leaf: 'a'.repeat(64),
  entry:
    index % 2 === 0
      ? { kind: 'looked-up', at: '2026-11-20T09:00:00.000Z', person: people[0]!.id, by: id }
      : {
          ...{ kind: 'declined', at: '2026-11-20T09:00:00.000Z', person: id, policy: 'acceptable-use', major: 1, minor: 0 },
          ...{ reason: '[x](https://phish.example) '.repeat(30), channel: 'teams' }
        }
})) as readonly Recorded[];

/** A desk that only remembers: what is asked of it here is how large and how fast answers are. */
const desk = {
  now: () => new Date('2026-11-22T12:00:00Z'),
  school: { name: 'Example Primary School', timezone: 'Europe/London' },
  audiences: defaultAudiences,
  versions: () => Promise.resolve([exampleVersion()]),
  history: () => Promise.resolve([exampleVersion()]),
  people: () => Promise.resolve(people),
  person: id => Promise.resolve(people.find(person => person.id === id)),
  wanted: person => Promise.resolve(person === undefined ? wanted : wanted.filter(each => each.person === person)),
  lookedUp: () => Promise.resolve(),
  since: () => Promise.resolve(recorded),
  tasks: () => Promise.resolve(recorded.filter(({ entry }) => entry.kind === 'declined').map(of => ({ of, person: people[of.index]! }))),
  sending: () => Promise.resolve({ waiting: 5, sent: 10, failed: 2, paused: false }),
  link: person => Promise.resolve(`https://beadle.school.example/sign#${person}`)
} satisfies Partial<Desk> as Partial<Desk> as Desk;
const turn: Turn = { person: people[0]!, locale: 'en', desk };

function fits(card: Card): void {
  const size = Buffer.byteLength(JSON.stringify(card));
  assert.ok(size <= 25 * 1024, String(size));
}

describe('the chat: a trust of 20,000 people', () => {
  const questions = [
    'who hasn’t signed?',
    'who is late?',
    'have all staff signed?',
    'status of person',
    'status of person 5',
    'remind everyone who is late',
    'what changed since Monday?',
    'any questions?',
    'my status',
    'who looked me up?',
    'excuse person 5 until 1 March because of illness',
    'pwy sydd heb lofnodi?',
    'beth sydd wedi newid ers dydd Llun?',
    'help'
  ];
  for (const words of questions)
    it(`answers «${words}» on cards of at most 25 KB, within 3 seconds`, async () => {
      const begun = performance.now();
      for (const reply of await said(turn, words)) if ('card' in reply) fits(reply.card);
      assert.ok(performance.now() - begun < 3000, String(performance.now() - begun));
    });

  it('shows every page within 25 KB, and takes a page that there is not for the last', async () => {
    for (const page of [0, 1, 10, 20, 500, 100_000]) {
      fits(await done(turn, 'chat-page', { list: 'not-signed', scope: {}, page, in: 'cy' }));
      fits(await done(turn, 'chat-changes', { since: '2026-11-16', signed: false, page, in: 'en' }));
      fits(await done(turn, 'chat-lookups', { page, in: 'cy' }));
      fits(await done(turn, 'chat-tasks', { page, in: 'en' }));
    }
    const last = await done(turn, 'chat-page', { list: 'not-signed', scope: {}, page: 100_000, in: 'en' });
    assert.match(wordsOn(last), /Page 1334 of 1334/);
  });

  it('offers six of many people, and says how to find the others', async () => {
    const card = await cardFor(turn, 'status of sample');
    assert.equal(buttonsOf(card).length, 6);
    assert.match(wordsOn(card), /There are 19694 more: type more of the name to find them\./);
  });

  it('makes no link of anybody’s name', async () => {
    const words = wordsOn(await cardFor(turn, 'who is late?'));
    assert.match(words, /Person 3/);
    assert.doesNotMatch(words, /\]\(|https:\/\//);
  });

  it('answers whatever is typed with cards that fit', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              'who',
              'status',
              'remind',
              'excuse',
              'person',
              'late',
              'signed',
              'until',
              'Monday',
              'staff',
              'atgoffa',
              'statws'
            ),
            fc.string()
          ),
          {
            maxLength: 8
          }
        ),
        async typed => {
          for (const reply of await said(turn, typed.join(' '))) if ('card' in reply) fits(reply.card);
        }
      ),
      { numRuns: 15 }
    ));
});
