import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kinds } from '../../../core/approvals/kinds.ts';
import { barred, type Cover, defaultHolders, type Matter, type Reachable, routeOf } from '../../../core/approvals/routing.ts';

const someone = (id: string, name: string, roles: readonly string[], more: Partial<Reachable> = {}): Reachable => ({
  id,
  name,
  roles,
  ...more
});
const people: readonly Reachable[] = [
  someone('teacher', 'Teacher Seven', ['staff'], { manager: 'deputy' }),
  someone('deputy', 'Drew Second', ['staff']),
  someone('head', 'Harper Leading', ['staff', 'head']),
  someone('coordinator', 'Casey Online', ['staff', 'coordinator']),
  someone('chair', 'Charlie Governing', ['governor', 'chair']),
  someone('officer', 'Pat Privacy', ['data-protection-officer'])
];
const cover: Cover = { holders: defaultHolders, delegates: { head: ['deputy'] }, away: [], today: '2026-11-23' };
const away = (person: string): Partial<Cover> => ({ away: [{ person, from: '2026-11-20', until: '2026-11-23' }] });

describe('a request goes', () => {
  for (const [says, matter, changed, to] of [
    ['to the head', {}, {}, ['head']],
    ['to the head’s delegate while the head is away', {}, away('head'), ['deputy']],
    ['to the head again on the day after', {}, { ...away('head'), today: '2026-11-24' }, ['head']],
    ['to the chair where the head is away and nobody stands in', {}, { ...away('head'), delegates: {} }, ['chair']],
    ['to the chair where the head asks', { asker: 'head' }, {}, ['chair']],
    ['to the chair where the delegate asks while the head is away', { asker: 'deputy' }, away('head'), ['chair']],
    ['to the line manager where the school says so', {}, { holders: { ...defaultHolders, send: ['line-manager'] } }, ['deputy']],
    ['to two where two have to agree', { kind: 'account-access', deciders: 2 }, {}, ['head', 'officer']],
    ['never to whose account it is', { kind: 'account-access', deciders: 2, whose: 'Pat Privacy' }, {}, ['head', 'coordinator']],
    [
      'to the chair and the officer where it is the head’s account',
      { kind: 'account-access', deciders: 2, whose: 'the headteacher' },
      {},
      ['chair', 'officer']
    ],
    ['to the same where it is the head’s by name', { kind: 'account-access', deciders: 2, whose: 'Mx Leading' }, {}, ['chair', 'officer']],
    ['to nobody where two have to agree and one is left', { kind: 'account-access', deciders: 2, whose: 'Pat and the head' }, {}, []]
  ] as const) {
    it(says, () =>
      assert.deepEqual(
        routeOf({ kind: 'send', asker: 'teacher', deciders: 1, ...matter } as Matter, people, { ...cover, ...(changed as Partial<Cover>) }),
        to
      )
    );
  }

  it('to nobody who left', () =>
    assert.deepEqual(
      routeOf(
        { kind: 'send', asker: 'teacher', deciders: 1 },
        people.map(each => (each.id === 'head' ? { ...each, leftOn: '2026-11-20' } : each)),
        cover
      ),
      ['deputy']
    ));

  it('never to who asks or who is meant, and to as many as have to agree, whoever is away and stands in', () => {
    const ids = fc.constantFrom(...people.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...kinds),
          asker: ids,
          deciders: fc.constantFrom(1, 2),
          whose: fc.option(fc.constantFrom('the head', 'Teacher Seven', 'Casey', 'chair of governors', ''), { nil: undefined })
        }),
        fc.array(fc.record({ person: ids, from: fc.constantFrom('2026-11-20', '2026-11-24'), until: fc.constant('2026-11-30') }), {
          maxLength: 4
        }),
        fc.record({ head: fc.array(ids, { maxLength: 3 }), chair: fc.array(ids, { maxLength: 2 }) }),
        (given, absent, delegates) => {
          const { whose, ...rest } = given;
          const matter: Matter = whose === undefined ? rest : { ...rest, whose };
          const to = routeOf(matter, people, { ...cover, away: absent, delegates });
          const out = barred(matter, people);
          assert.ok(!to.some(id => out.has(id)));
          assert.equal(new Set(to).size, to.length);
          assert.ok(to.length === 0 || to.length >= matter.deciders);
          assert.ok(!to.some(id => absent.some(each => each.person === id && each.from <= cover.today)));
        }
      )
    );
  });
});
