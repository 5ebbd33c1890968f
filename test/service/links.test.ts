import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { type Links, linksIn } from '../../service/links.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

describe('links, codes and sittings', () => {
  let database: TestDatabase;
  let links: Links;
  let at: number;
  let people = 0;
  const somebody = (): string => `person-${(people += 1)}`;

  before(async () => {
    database = await freshDatabase();
    for (const id of ['oak', 'elm']) await database.of(id).db.insertInto('school').values({ id, name: id }).execute();
  });
  beforeEach(() => {
    at = Date.parse('2026-11-23T09:00:00Z');
    links = linksIn(database.of('oak').db, 'oak', () => new Date(at));
  });
  after(async () => {
    await database.close();
  });

  async function asked(person = somebody()): Promise<{ readonly person: string; readonly secret: string; readonly code: string }> {
    const secret = await links.issue('sign', person);
    const { code } = (await links.code(secret, 'link', false))!;
    return { person, secret, code };
  }
  const other = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');

  it('a link is good once', async () => {
    const person = somebody();
    const secret = await links.issue('read', person);
    assert.match(secret, /^[A-Za-z0-9_-]{43}$/);
    assert.deepEqual(await links.use(secret, 'read'), { person });
    assert.equal(await links.use(secret, 'read'), undefined);
  });

  it('of twenty who use it at once, one may', async () => {
    const secret = await links.issue('visit');
    const used = await Promise.all(Array.from({ length: 20 }, () => links.use(secret, 'visit')));
    assert.deepEqual(used.filter(Boolean), [{ person: undefined }]);
  });

  for (const [kind, lasts] of [
    ['sign', 14 * day],
    ['read', day],
    ['visit', 10 * minute],
    ['kiosk', day]
  ] as const) {
    it(`a link to ${kind} is good until its time is over, and never for anything else`, async () => {
      const secret = await links.issue(kind, somebody());
      for (const another of ['sign', 'read', 'visit', 'kiosk'] as const) assert.equal(await links.good(secret, another), another === kind);
      at += lasts - 1;
      assert.equal(await links.good(secret, kind), true);
      at += 1;
      assert.equal(await links.good(secret, kind), false);
      assert.equal(await links.use(secret, kind), undefined);
    });
  }

  it('a link of one school is nothing at another', async () => {
    const secret = await links.issue('read', somebody());
    const elm = linksIn(database.of('elm').db, 'elm', () => new Date(at));
    assert.equal(await elm.good(secret, 'read'), false);
    assert.equal(await elm.use(secret, 'read'), undefined);
  });

  it('a code proves the address once, and uses the link up', async () => {
    const { person, secret, code } = await asked();
    assert.match(code, /^\d{6}$/);
    assert.deepEqual(await links.prove(secret, 'link', code), { person });
    assert.equal(await links.prove(secret, 'link', code), undefined);
    assert.equal(await links.good(secret, 'sign'), false);
    assert.equal(await links.code(secret, 'link', true), undefined);
  });

  it('the right code twice at once is taken once', async () => {
    const { person, secret, code } = await asked();
    const proved = await Promise.all([links.prove(secret, 'link', code), links.prove(secret, 'link', code)]);
    assert.deepEqual(proved.filter(Boolean), [{ person }]);
  });

  it('bears four wrong codes before the right one, and not five', async () => {
    const lucky = await asked();
    for (let i = 1; i <= 4; i += 1) assert.equal(await links.prove(lucky.secret, 'link', other(lucky.code, i)), undefined);
    assert.deepEqual(await links.prove(lucky.secret, 'link', lucky.code), { person: lucky.person });
    const guessing = await asked();
    for (let i = 1; i <= 5; i += 1) assert.equal(await links.prove(guessing.secret, 'link', other(guessing.code, i)), undefined);
    assert.equal(await links.prove(guessing.secret, 'link', guessing.code), undefined);
    assert.equal(await links.good(guessing.secret, 'sign'), true, 'a new code may be asked for');
  });

  it('of a hundred guesses at once five are looked at', async () => {
    const { secret, code } = await asked();
    await Promise.all(Array.from({ length: 100 }, (_, i) => links.prove(secret, 'link', other(code, i + 1))));
    const { attempts } = (
      await sql<{ attempts: number }>`select attempts from code where school = 'oak' order by made_at desc, attempts desc limit 1`.execute(
        database.of('oak').db
      )
    ).rows[0]!;
    assert.equal(attempts, 5);
    assert.equal(await links.prove(secret, 'link', code), undefined);
  });

  it('a code is good for ten minutes', async () => {
    const { secret, code } = await asked();
    at += 10 * minute;
    assert.equal(await links.prove(secret, 'link', code), undefined);
  });

  it('a code is nothing without the link for which it was asked', async () => {
    const person = somebody();
    const [mine, theirs] = [await asked(person), await asked(somebody())];
    assert.equal(await links.prove(theirs.secret, 'link', mine.code === theirs.code ? other(mine.code) : mine.code), undefined);
    assert.equal(await links.prove('x'.repeat(43), 'link', mine.code), undefined);
    assert.equal(await links.prove('', 'link', mine.code), undefined);
  });

  it('gives no second code while one is good, unless it is asked for; then the newest alone is good', async () => {
    const { person, secret, code } = await asked();
    assert.equal(await links.code(secret, 'link', false), undefined);
    at += 1000;
    const newer = (await links.code(secret, 'link', true))!;
    assert.equal(newer.person, person);
    if (newer.code !== code) assert.equal(await links.prove(secret, 'link', code), undefined);
    assert.deepEqual(await links.prove(secret, 'link', newer.code), { person });
  });

  it('gives somebody three codes an hour, by however many links and at however many once', async () => {
    const person = somebody();
    const secrets = await Promise.all(Array.from({ length: 8 }, () => links.issue('sign', person)));
    const given = await Promise.all(secrets.map(secret => links.code(secret, 'link', true)));
    assert.equal(given.filter(Boolean).length, 3);
    at += 60 * minute;
    assert.ok(await links.code(secrets[0]!, 'link', true));
  });

  it('whoever reads only may prove their address as well; whoever signs already need not', async () => {
    const person = somebody();
    const reading = await links.sit({ person, level: 'read', channel: 'teams', assurance: undefined });
    const { code } = (await links.code(reading, 'sitting', false))!;
    assert.deepEqual(await links.prove(reading, 'sitting', code), { person });
    const signing = await links.sit({ person, level: 'sign', channel: 'web', assurance: 'code' });
    assert.equal(await links.code(signing, 'sitting', true), undefined);
    assert.equal(await links.code(signing, 'link', true), undefined);
  });

  it('somebody sits for an hour, or until they rise', async () => {
    const person = somebody();
    const secret = await links.sit({ person, level: 'sign', channel: 'web', assurance: 'code' });
    assert.deepEqual(await links.sitting(secret), { person, level: 'sign', channel: 'web', assurance: 'code' });
    at += 60 * minute;
    assert.equal(await links.sitting(secret), undefined);
    const again = await links.sit({ person, level: 'sign', channel: 'web', assurance: 'code' });
    await links.rise(again);
    assert.equal(await links.sitting(again), undefined);
  });

  it('ends every kiosk of the school, and what hangs on their screens', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => links.sit({ person: undefined, level: 'kiosk', channel: 'kiosk', assurance: undefined }))
    );
    const shown = await links.issue('visit');
    assert.equal(await links.endKiosks(), 2);
    assert.equal(await links.sitting(first!), undefined);
    assert.equal(await links.sitting(second!), undefined);
    assert.equal(await links.good(shown, 'visit'), false);
  });

  it('keeps no secret and no code in the database', async () => {
    const { secret, code } = await asked();
    const cookie = await links.sit({ person: somebody(), level: 'sign', channel: 'web', assurance: 'code' });
    const { rows } = await sql<{ all: string }>`select (select json_agg(link)::text from link) || (select json_agg(code)::text from code)
      || (select json_agg(sitting)::text from sitting) as all`.execute(database.of('oak').db);
    for (const hidden of [secret, cookie, `"${code}"`]) assert.ok(!rows[0]!.all.includes(hidden));
  });

  it('sweeps up what is long past, and nothing that is good', async () => {
    const secret = await links.issue('sign', somebody());
    await links.sweep();
    assert.equal(await links.good(secret, 'sign'), true);
    at += 45 * day;
    assert.ok((await links.sweep()) > 0);
    const { rows } = await sql<{ count: number }>`select count(*) from link where school = 'oak'`.execute(database.of('oak').db);
    assert.equal(rows[0]!.count, 0);
  });
});
