import assert from 'node:assert/strict';
import fc from 'fast-check';
import { categories, type Category, subjects } from '../../../core/incidents/incident.ts';
import {
  barred,
  type Cover,
  defaultRoutes,
  handOnTo,
  type Matter,
  posts,
  type Reachable,
  routeOf
} from '../../../core/incidents/routing.ts';
import { placesIn } from '../../../core/meant.ts';

const someone = (id: string, name: string, roles: readonly string[], more: Partial<Reachable> = {}): Reachable => ({
  id,
  name,
  roles,
  ...more
});
const people: readonly Reachable[] = [
  someone('head', 'Ada Leading', ['staff', 'head']),
  someone('deputy', 'Bea Second', ['staff']),
  someone('coord', 'Cai Online', ['staff', 'coordinator']),
  someone('chair', 'Dee Governing', ['governor', 'chair']),
  someone('vice', 'Eli Vice', ['governor']),
  someone('dpo', 'Fay Privacy', ['data-protection-officer']),
  someone('boss', 'Gil Line', ['staff']),
  someone('teacher', 'Hal Seven', ['staff'], { manager: 'boss' })
];
const cover = (more: Partial<Cover> = {}): Cover => ({
  routes: defaultRoutes,
  deputies: { head: ['deputy'], chair: ['vice'] },
  away: [],
  today: '2026-11-23',
  ...more
});
const matter = (category: Category, more: Partial<Matter> = {}): Matter => ({ category, aboutRoles: [], reporter: 'teacher', ...more });

describe('the routing of reports', () => {
  for (const [category, to] of [
    ['accidental-access', ['coord']],
    ['offensive-mail', ['coord']],
    ['lost-device', ['coord', 'dpo']],
    ['virus', ['coord']],
    ['misdirected-mail', ['dpo', 'head']],
    ['password-known', ['coord']],
    ['misuse', ['head']],
    ['data-breach', ['dpo', 'head']],
    ['suspicious-mail', ['coord']],
    ['other', ['coord']]
  ] as const) {
    it(`sends ${category} to ${to.join(' and ')}`, () => assert.deepEqual(routeOf(matter(category), people, cover()), to));
  }

  for (const [says, more, to] of [
    ['about the head goes to the chair, whatever it is', { aboutRoles: ['head'] as const }, ['chair']],
    ['about the head by name goes to the chair', { about: 'Mrs Leading' }, ['chair']],
    ['about the head by a first name with other letters goes to the chair', { about: 'ADÁ' }, ['chair']],
    ['about «the head teacher» goes to the chair', { about: 'the head teacher' }, ['chair']],
    ['am y pennaeth goes to the chair', { about: 'y pennaeth' }, ['chair']],
    ['about the coordinator goes to the head', { aboutRoles: ['coordinator'] as const }, ['head']],
    ['about the coordinator by name goes to the head', { about: 'Cai' }, ['head']],
    ['about coordinator and head goes to the chair', { about: 'Cai and Ada' }, ['chair']],
    ['about head and chair goes to the deputy of the chair', { aboutRoles: ['head', 'chair'] as const }, ['vice']],
    ['of the coordinator goes past the coordinator', { reporter: 'coord' }, ['head']],
    ['of the head about the coordinator goes to the head’s deputy', { reporter: 'head', aboutRoles: ['coordinator'] as const }, ['deputy']],
    ['of the chair about the head goes to the chair’s deputy', { reporter: 'chair', aboutRoles: ['head'] as const }, ['vice']],
    ['about somebody without a post goes its usual way', { about: 'Hal' }, ['coord']]
  ] as const) {
    it(says, () => assert.deepEqual(routeOf(matter('virus', more), people, cover()), to));
  }

  it('about the head tells nobody whom the head manages besides', () =>
    assert.deepEqual(routeOf(matter('data-breach', { aboutRoles: ['head'] }), people, cover()), ['chair', 'dpo']));

  it('about the coordinator tells the data protection officer of a breach as well', () =>
    assert.deepEqual(routeOf(matter('data-breach', { aboutRoles: ['coordinator'] }), people, cover()), ['head', 'dpo']));

  it('goes to a deputy while somebody is away, from the first day to the last', () => {
    const away = cover({ away: [{ person: 'head', from: '2026-11-23', until: '2026-11-24' }] });
    const on = (today: string) => routeOf(matter('misuse'), people, { ...away, today });
    assert.deepEqual(
      [on('2026-11-22'), on('2026-11-23'), on('2026-11-24'), on('2026-11-25')],
      [['head'], ['deputy'], ['deputy'], ['head']]
    );
  });

  it('goes on to the next of the chain where nobody stands in', () => {
    const away = cover({ away: [{ person: 'coord', from: '2026-11-01', until: '2026-12-01' }] });
    assert.deepEqual(routeOf(matter('virus'), people, away), ['head']);
  });

  it('does not reach who has left', () => {
    const gone = people.map(each => (each.id === 'coord' ? { ...each, leftOn: '2026-11-20' } : each));
    assert.deepEqual(routeOf(matter('virus'), gone, cover()), ['head']);
  });

  it('goes to the reporter’s line manager where the school says so', () => {
    const routes = { ...defaultRoutes, 'accidental-access': { to: ['line-manager', 'coordinator'], also: [] } } as const;
    assert.deepEqual(routeOf(matter('accidental-access'), people, cover({ routes })), ['boss']);
    assert.deepEqual(routeOf(matter('accidental-access', { about: 'Gil Line' }), people, cover({ routes })), ['coord']);
  });

  it('reaches nobody rather than whom it is about', () => {
    assert.deepEqual(routeOf(matter('virus', { aboutRoles: ['head', 'chair'], about: 'Eli' }), people, cover()), []);
  });

  it('is handed on to nobody whom it is about, nor back to who reported it', () => {
    assert.deepEqual(handOnTo(matter('virus'), 'coord', people, cover()), ['head', 'deputy', 'chair', 'vice', 'dpo']);
    assert.deepEqual(handOnTo(matter('virus', { aboutRoles: ['head'] }), 'chair', people, cover()), ['vice', 'dpo']);
    assert.deepEqual(handOnTo(matter('virus', { reporter: 'dpo', about: 'Dee' }), 'coord', people, cover()), ['head', 'deputy', 'vice']);
  });

  for (const [words, places] of [
    ['the Head', ['head']],
    ['Headteacher', ['head']],
    ['y Pennaeth', ['head']],
    ['e-safety co-ordinator', ['coordinator']],
    ['chair of governors', ['chair']],
    ['Cadeirydd', ['chair']],
    ['DPO', ['data-protection-officer']],
    ['Kit Sample', []]
  ] as const) {
    it(`takes «${words}» for ${places.join(', ') || 'nobody’s place'}`, () => assert.deepEqual(placesIn(words), places));
  }

  it('never reaches whom it is about, nor who made it, whoever holds what, stands in or is away', () => {
    const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as const;
    const names = ['Ann Able', 'Ben Baker', 'Cat Able', 'Dan Dane', 'Eve Evans', 'Flo Frost', 'Gus Baker', 'Huw Hughes'];
    const id = fc.constantFrom(...ids);
    const post = fc.constantFrom(...posts);
    const roles = fc.subarray(['staff', 'governor', 'head', 'coordinator', 'chair', 'data-protection-officer']);
    const school = fc.tuple(...ids.map((each, i) => roles.map(held => someone(each, names[i]!, held, { manager: ids[(i + 3) % 8]! }))));
    const covers = fc.record({
      deputies: fc.dictionary(post, fc.array(id, { maxLength: 3 })),
      away: fc.array(fc.record({ person: id, from: fc.constant('2026-11-01'), until: fc.constant('2026-12-01') }), { maxLength: 3 })
    });
    const route = fc.record({ to: fc.array(post, { minLength: 1, maxLength: 4 }), also: fc.array(post, { maxLength: 3 }) });
    const about = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(...names),
      fc.constantFrom(...names).map(name => name.toUpperCase().split(' ')[1]!),
      fc.constantFrom('the head', 'y pennaeth', 'the coordinator', 'chair of governors')
    );
    const places: { readonly [words: string]: string } = {
      'the head': 'head',
      'y pennaeth': 'head',
      'the coordinator': 'coordinator',
      'chair of governors': 'chair'
    };
    fc.assert(
      fc.property(
        school,
        covers,
        route,
        fc.constantFrom(...categories),
        about,
        fc.subarray([...subjects]),
        id,
        (all, { deputies, away }, way, category, named, aboutRoles, reporter) => {
          const asked: Matter = { category, aboutRoles, reporter, ...(named === undefined ? {} : { about: named }) };
          const known: Cover = { routes: { ...defaultRoutes, [category]: way }, deputies, away, today: '2026-11-23' };
          // Said here once more, without the code that is tried.
          const meant = all.filter(
            ({ name, roles: held }) =>
              held.some(role => aboutRoles.some(each => each === role) || role === places[named ?? '']) ||
              (named !== undefined &&
                named
                  .toLowerCase()
                  .split(' ')
                  .some(word => name.toLowerCase().split(' ').includes(word)))
          );
          const reached = [...routeOf(asked, all, known), ...handOnTo(asked, 'p0', all, known)];
          for (const one of reached) {
            assert.notEqual(one, reporter);
            assert.ok(!meant.some(each => each.id === one), `${one} is meant`);
            assert.ok(!away.some(({ person }) => person === one), `${one} is away`);
            assert.ok(!barred(asked, all).has(one));
          }
        }
      ),
      { numRuns: 3000 }
    );
  });
});
