import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { exported } from '../../../bot/commands/export.ts';
import { linksIn } from '../../../service/links.ts';
import { recordsRoutes } from '../../../service/routes/sign-records.ts';
import { school } from '../../support/database.ts';
import { freshDesk, type TestDesk } from '../../support/desk.ts';

describe('the link that gives a coordinator the records', () => {
  let at: TestDesk;
  let server: Server;
  let log: string[];
  let links: ReturnType<typeof linksIn>;
  let origin: string;

  beforeEach(async () => {
    at = await freshDesk();
    log = [];
    const now = (): Date => new Date(at.clock.at);
    links = linksIn(at.database.db, school, now);
    const app = express();
    const config = { school: { timezone: 'Europe/London' } };
    const parts = { desk: at.desk, school: { config }, now, id: school, links } as unknown as Parameters<typeof recordsRoutes>[0];
    app.use(recordsRoutes(parts, line => void log.push(line)));
    server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  const given = (who: string): Promise<string> => links.issue('records', at.ids[who]!);
  const page = (): string => `${origin}/sign/records`;
  const take = (link: string, format = 'csv', language = 'en'): Promise<Response> =>
    fetch(page(), { method: 'POST', body: new URLSearchParams({ link, format }), headers: { 'Accept-Language': language } });

  it('shows what it gives however often it is opened, and gives one file once', async () => {
    const link = await given('coordinator');
    for (let i = 0; i < 3; i += 1) {
      const shown = await fetch(page());
      assert.deepEqual([shown.status, shown.headers.get('cache-control')], [200, 'no-store']);
      assert.match(shown.headers.get('content-security-policy')!, /default-src 'none';.*form-action 'self'/);
      assert.match(await shown.text(), /It holds names: keep it as you keep a register/);
    }
    const file = await take(link);
    assert.deepEqual(
      [file.status, file.headers.get('content-type'), file.headers.get('content-disposition')],
      [200, 'text/csv; charset=utf-8', 'attachment; filename="signatures-2026-11-23.csv"']
    );
    assert.match(await file.text(), /Teacher/);
    assert.deepEqual(log, [`The records were given out as a file (csv, 3, ${at.ids['coordinator']}).`]);
    assert.equal((await take(link)).status, 410);
    const over = await take(link, 'csv', 'cy');
    assert.equal(over.status, 410);
    assert.match(await over.text(), /Nid yw’r ddolen hon yn gweithio mwyach/);
  });

  it('gives a workbook as well', async () => {
    const file = await take(await given('coordinator'), 'xlsx');
    assert.match(file.headers.get('content-disposition')!, /\.xlsx"$/);
    assert.equal(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      'PK'
    );
  });

  it('gives nothing after a quarter of an hour, to who is no coordinator, by another kind of link, or by none', async () => {
    const late = await given('coordinator');
    at.clock.at += 15 * 60 * 1000 + 1;
    assert.equal((await take(late)).status, 410);
    const teacher = await take(await given('teacher'));
    assert.equal(teacher.status, 403);
    assert.doesNotMatch(await teacher.text(), /school\.example/);
    assert.deepEqual(log, [`The records were refused as a file (${at.ids['teacher']}).`]);
    for (const other of [await links.issue('read', at.ids['coordinator']!), 'x', '']) assert.equal((await take(other)).status, 410);
  });

  it('comes in the chat to a coordinator alone', async () => {
    const desk = { ...at.desk, files: async (by: string) => `https://beadle.school.example/sign/records#${by}` };
    const people = await at.desk.people();
    const said = async (who: string): Promise<string> =>
      JSON.stringify(await exported({ person: people.find(({ id }) => id === at.ids[who])!, locale: 'en', desk }, undefined as never));
    assert.match(await said('coordinator'), /https:\/\/beadle\.school\.example\/sign\/records#/);
    assert.doesNotMatch(await said('teacher'), /sign\/records/);
  });
});
