import assert from 'node:assert/strict';
import { type Installing, installTonight, saidOf } from '../../../service/jobs/install.ts';
import { conversationsOf } from '../../../service/store/conversations.ts';
import { installationsOf } from '../../../service/store/installations.ts';
import { type Outside, wayAs } from '../../../service/tenants.ts';
import { testClock } from '../../support/clock.ts';
import { school } from '../../support/database.ts';
import { freshDesk, person, type TestDesk } from '../../support/desk.ts';
import { fakeTeams, type FakeTeams } from '../../support/graph/teams.ts';

const externalId = '11111111-2222-4333-8444-555555555555';
const appId = '01234567-89ab-cdef-0123-456789abcdef';
const tenantId = '89abcdef-0123-4567-89ab-cdef01234567';
const nothing: Installing = { installed: 0, there: 0, gone: 0, refused: 0, chatless: 0, left: 0 };
const idOf = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const day = 24 * 60 * 60 * 1000;

type Options = Parameters<typeof fakeTeams>[0];

describe('installing in Teams, at night', () => {
  let at: TestDesk;

  async function begun(count: number): Promise<void> {
    at = await freshDesk({
      people: [
        ...Array.from({ length: count }, (_, i) =>
          person(`t${i}`, { name: `Teacher ${i}`, roles: ['staff'], entraId: idOf(i), address: `t${i}@school.example` })
        ),
        person('governor', { name: 'Governor Two', roles: ['governor'], address: 'two@governors.example' })
      ]
    });
  }

  function teams(people: readonly FakeTeams[], options: Partial<Options> = {}): ReturnType<typeof fakeTeams> {
    return fakeTeams({ externalId, people: Object.fromEntries(people.map((each, i) => [idOf(i), each])), ...options });
  }

  function night(
    graph: Pick<ReturnType<typeof fakeTeams>, 'fetch'>,
    more: { readonly most?: number; readonly stop?: AbortSignal } = {}
  ): Promise<Installing> & { readonly clock: ReturnType<typeof testClock> } {
    const { desk, database } = at;
    const clock = testClock();
    const stop = more.stop ?? new AbortController().signal;
    const world: Outside = {
      clock: () => clock,
      random: () => 0.5,
      fetch: graph.fetch,
      microsoftTokens: () => async () => 'token',
      googleTokens: () => async () => ''
    };
    const installing = installTonight({
      desk,
      installations: installationsOf(database.db, school, desk.now),
      conversations: conversationsOf(database.db, school),
      way: async () => wayAs({ tenantId, clientId: appId, secret: 'x' }, { world, stop }),
      appId,
      tenantId,
      externalId,
      stop,
      ...more
    });
    return Object.assign(installing, { clock });
  }

  const chat = (n: number) => conversationsOf(at.database.db, school).of(idOf(n));
  const states = async () =>
    (await at.database.db.selectFrom('installation').select(['entra_id', 'state', 'reason']).orderBy('entra_id').execute()).map(
      ({ entra_id: id, state, reason }) => `${Number(id.slice(-12))} ${state}${reason === null ? '' : ` ${reason}`}`
    );

  it('installs it for whoever is to sign and has an account, and keeps the chat', async () => {
    await begun(2);
    const graph = teams([{}, { has: true }]);
    assert.deepEqual(await night(graph), { ...nothing, installed: 1, there: 1 });
    assert.deepEqual(graph.installs, [idOf(0)]);
    assert.deepEqual(await chat(1), {
      id: `19:${idOf(1)}_bot@unq.gbl.spaces`,
      tenantId,
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
      botId: `28:${appId}`,
      entraId: idOf(1)
    });
    const asked = graph.asked.length;
    assert.deepEqual(await night(graph), nothing, 'the next night there is nothing to do');
    assert.equal(graph.asked.length, asked, 'and nobody is asked');
  });

  it('leaves alone who was ever in a chat with the bot, even one that ended', async () => {
    await begun(2);
    const conversations = conversationsOf(at.database.db, school);
    const known = { tenantId, serviceUrl: 'https://smba.trafficmanager.net/uk/', botId: `28:${appId}` };
    await conversations.keep({ ...known, id: 'a:0', entraId: idOf(0).toUpperCase() });
    await conversations.keep({ ...known, id: 'a:1', entraId: idOf(1) });
    await conversations.ended('a:1', idOf(1));
    const graph = teams([{}, {}]);
    assert.deepEqual(await night(graph), nothing);
    assert.deepEqual(graph.asked, []);
  });

  it('keeps the chat that Teams told of rather than Graph’s, and both end when the app is taken off', async () => {
    await begun(1);
    const conversations = conversationsOf(at.database.db, school);
    const graph = teams([{ chatAfter: 1 }]);
    assert.deepEqual(await night(graph), { ...nothing, installed: 1, chatless: 1 });
    assert.deepEqual(await states(), ['0 installed']);
    assert.deepEqual(await night(graph), { ...nothing, there: 1 });
    assert.match((await chat(0))!.id, /^19:/);
    await conversations.keep({
      id: 'a:0',
      tenantId,
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      botId: `28:${appId}`,
      entraId: idOf(0)
    });
    await conversations.ended('a:0', idOf(0));
    assert.equal(await chat(0), undefined);
    assert.deepEqual(await night(graph), nothing);
    assert.equal(graph.installs.length, 1);
  });

  it('never installs it again for who took it off before a chat was known', async () => {
    await begun(1);
    const graph = teams([{ chatAfter: 9 }]);
    await night(graph);
    graph.takeOff(idOf(0));
    assert.deepEqual(await night(graph), { ...nothing, gone: 1 });
    assert.deepEqual(await night(graph), nothing);
    assert.equal(graph.installs.length, 1);
  });

  it('goes on by looking where it was cut off, and installs it once', async () => {
    await begun(1);
    let lost = true;
    const graph = teams([{}], {
      fault: method => {
        if (method !== 'POST' || !lost) return undefined;
        lost = false;
        return 'lost';
      }
    });
    // Microsoft did it, and its answer was lost: the second attempt hears that it is there.
    assert.deepEqual(await night(graph), { ...nothing, there: 1 });
    assert.equal(graph.installs.length, 1);
    await begun(1);
    const silent = teams([{}], { fault: (method, path) => (method === 'GET' && path.endsWith('/chat') ? 'reset' : undefined) });
    const { because, left } = await night(silent);
    assert.deepEqual([because, left], ['unreachable', 0]);
    assert.deepEqual(await states(), ['0 installed']);
  });

  it('says of each for whom it cannot be installed why, and tries again after a week', async () => {
    await begun(3);
    const people: FakeTeams[] = [{}, { kept: 'blocked' }, { kept: 'unlicensed' }];
    assert.deepEqual(await night(teams(people)), { ...nothing, installed: 1, refused: 2 });
    assert.deepEqual(await states(), ['0 installed', '1 refused switched-off', '2 refused no-account']);
    assert.deepEqual(await night(teams(people)), nothing);
    at.clock.at += 8 * day;
    const allowed = teams([{}, {}, {}]);
    assert.deepEqual(await night(allowed), { ...nothing, installed: 2 });
  });

  it('does not blame people where the right is missing', async () => {
    await begun(2);
    const rights = ['AppCatalog.Read.All'];
    const graph = teams([{}, {}], { rights });
    assert.deepEqual(await night(graph), { ...nothing, left: 2, because: 'no-right' });
    assert.equal(graph.asked.filter(each => each.startsWith('POST')).length, 1);
    assert.deepEqual(await night(teams([{}, {}])), { ...nothing, installed: 2 }, 'the night after it was given');
  });

  it('stops where Microsoft refuses it for everybody, and blames nobody', async () => {
    await begun(9);
    const graph = teams(
      Array.from({ length: 9 }, () => ({})),
      { own: false }
    );
    const { because, refused } = await night(graph);
    assert.deepEqual([because, refused], ['refused-for-all', 4]);
    assert.equal(graph.asked.filter(each => each.startsWith('POST')).length, 5);
    assert.ok((await states()).every(each => each.endsWith('begun')));
  });

  const brokenOff: readonly (readonly [string, Partial<Options>, Installing['because'], RegExp])[] = [
    ['the catalogue may not be read', { rights: [] }, 'no-catalogue', /AppCatalog\.Read\.All/],
    ['the app was never handed in', { externalId: undefined }, 'not-in-catalogue', /beadle manifests/],
    ['Microsoft is silent', { fault: () => 503 }, 'unreachable', /could not be reached/]
  ];
  for (const [what, options, because, said] of brokenOff) {
    it(`breaks off and says so where ${what}`, async () => {
      await begun(1);
      const became = await night(teams([{}], options));
      assert.deepEqual(became, { ...nothing, left: 1, because });
      assert.match(saidOf(became)!, said);
      assert.deepEqual(await states(), []);
    });
  }

  it('keeps to thirty a minute and to so many a night, those never tried first', async () => {
    await begun(40);
    const graph = teams(Array.from({ length: 40 }, () => ({})));
    const first = night(graph, { most: 35 });
    assert.deepEqual(await first, { ...nothing, installed: 35, left: 5 });
    assert.ok(first.clock.passed() >= 60_000, `35 took ${first.clock.passed()} ms`);
    assert.deepEqual(await night(graph, { most: 35 }), { ...nothing, installed: 5 });
    assert.equal(new Set(graph.installs).size, 40);
  });

  it('asks for nothing once it is to stop', async () => {
    await begun(2);
    const stop = new AbortController();
    const graph = teams([{}, {}], {
      fault: method => {
        if (method === 'POST') stop.abort();
        return undefined;
      }
    });
    const { left } = await night(graph, { stop: stop.signal });
    assert.equal(left, 1);
    assert.equal(graph.installs.length, 1);
  });

  it('speaks in counts', () => {
    assert.equal(saidOf(nothing), undefined);
    assert.equal(
      saidOf({ ...nothing, installed: 12, there: 3, refused: 2, left: 40 }),
      'The app in Teams: 12 installed, 3 had it already, 2 cannot have it and get mail, 40 left for the next night.'
    );
  });
});
