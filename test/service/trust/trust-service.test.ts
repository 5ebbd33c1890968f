import assert from 'node:assert/strict';
import { request } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linksIn } from '../../../service/links.ts';
import { peopleOf } from '../../../service/store/people.ts';
import { emptyDatabase } from '../../support/database.ts';
import { type ServedTrust, servedTrust, trustFolder } from '../../support/trust.ts';

const yaml = `trust: { name: Example Trust, id: trust.example }
defaults:
  signatures: { reminders: {} }
schools: [{ folder: oak }, { folder: elm }, { folder: ash }]
`;
const school = (id: string): string =>
  `school: { name: ${id}, id: ${id} }\ndomains: { staff: [${id}.example] }\nsignatures: { origin: "https://${id}.trust.example" }\n`;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string;
}

describe('a trust that is served', function () {
  this.timeout(60_000);
  let served: ServedTrust;
  let folder: string;

  before(async () => {
    folder = await trustFolder(yaml, { oak: school('oak'), elm: school('elm'), ash: 'school: {}\n' });
    served = await servedTrust(folder, await emptyDatabase());
    assert.equal(await served.service.begin(), 0);
  });
  after(() => served?.close());

  function ask(
    host: string,
    path: string,
    given: { readonly method?: string; readonly body?: object; readonly headers?: object } = {}
  ): Promise<Answer> {
    const { method = 'GET', body, headers = {} } = given;
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: served.port, path, method, headers: { host, ...headers } }, response => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            text,
            cookie: (response.headers['set-cookie'] ?? []).map(each => each.split(';')[0]).join('; ')
          })
        );
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
  const post = (id: string, path: string, body: object, cookie = ''): Promise<Answer> =>
    ask(`${id}.trust.example`, path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        origin: `https://${id}.trust.example`,
        'x-beadle': '1',
        'x-beadle-page': '1',
        'sec-fetch-site': 'same-origin',
        ...(cookie === '' ? {} : { cookie })
      }
    });
  const linksOf = (id: string) => linksIn(served.service.shared.of(id).db, id, () => new Date());
  async function somebody(id: string): Promise<string> {
    const [person] = await peopleOf(served.service.shared.of(id).db, id).put([
      { name: 'Teacher Seven', address: `teacher.seven@${id}.example`, roles: ['staff'], groups: [], children: [], language: 'en' }
    ]);
    return person!;
  }

  it('says which school it cannot serve, to whoever runs it and to nobody else', async () => {
    const here = JSON.parse((await ask('127.0.0.1', '/ready')).text) as { status: string; schools: number; faults: { says: string }[] };
    assert.deepEqual([here.status, here.schools, here.faults.length], ['ready', 2, 1]);
    assert.match(here.faults[0]!.says, /ash\/beadle\.yaml, line 1: «school\.name» is missing/);
    const away = await ask('127.0.0.1', '/ready', { headers: { 'x-forwarded-for': '203.0.113.7' } });
    assert.equal(away.text, '{"status":"ready"}');
  });

  it('tells schools apart by their host names, and serves nobody at another', async () => {
    for (const id of ['oak', 'elm']) assert.notEqual((await ask(`${id}.trust.example`, '/sign/api/languages')).status, 421);
    for (const host of ['ash.trust.example', 'trust.example', 'oak.trust.example.evil.example', '127.0.0.1', 'OAK.trust.example:444'])
      assert.deepEqual((await ask(host, '/sign')).status, 421, host);
  });

  it('plans the jobs of each school in one list', async () => {
    const { rows } = await (await import('kysely')).sql<{ name: string; schools: number }>`
      select split_part(name, '.', 1) as name, count(distinct data ->> 'school') as schools from pgboss.schedule group by 1 order by 1`.execute(
      served.service.shared.across
    );
    const planned = new Map(rows.map(row => [row.name, row.schools]));
    for (const name of ['plan', 'people', 'checkpoint', 'verify', 'retention', 'sweep', 'reports'])
      assert.equal(planned.get(name), 2, name);
  });

  it('takes no link of one school at another, and says the same of it as of one that never was', async () => {
    const person = await somebody('oak');
    const [read, mailed, kiosk] = [
      await linksOf('oak').issue('read', person),
      await linksOf('oak').issue('sign', person),
      await linksOf('oak').issue('kiosk')
    ];
    const { code } = (await linksOf('oak').code(mailed, 'link', false))!;
    const tries = [
      ['/sign/api/read', read, {}],
      ['/sign/api/prove', mailed, { code }],
      ['/sign/api/code', mailed, { afresh: true }],
      ['/kiosk/api/begin', kiosk, {}]
    ] as const;
    for (const [path, link, more] of tries) {
      const [theirs, never] = [await post('elm', path, { link, ...more }), await post('elm', path, { link: 'A'.repeat(43), ...more })];
      assert.deepEqual([theirs.status, theirs.text, theirs.cookie], [never.status, never.text, never.cookie], path);
    }
    // At home each is still good.
    for (const [path, link, more] of tries.filter(([each]) => each !== '/sign/api/code')) {
      const home = await post('oak', path, { link, ...more });
      assert.equal(home.status, 200, `${path} ${home.text}`);
      assert.notEqual(home.cookie, '');
    }
  });

  it('takes no cookie of one school at another', async () => {
    const person = await somebody('oak');
    const secret = await linksOf('oak').sit({ person, level: 'sign', channel: 'web', assurance: 'code' });
    assert.equal((await linksOf('oak').sitting(secret))?.person, person);
    assert.equal(await linksOf('elm').sitting(secret), undefined);
    await linksOf('elm').rise(secret);
    assert.equal((await linksOf('oak').sitting(secret))?.person, person, 'it was not ended from outside');
    const state = (id: string, each: string): Promise<Answer> =>
      ask(`${id}.trust.example`, '/sign/api/state', { headers: { cookie: `beadle-sign=${each}`, 'sec-fetch-site': 'same-origin' } });
    assert.equal((await state('oak', secret)).status, 200);
    const [theirs, never] = [await state('elm', secret), await state('elm', 'B'.repeat(43))];
    assert.deepEqual([theirs.status, theirs.text], [401, never.text]);
    // Nor does a page of one school make a request to another, whatever cookie the browser has.
    const from = await ask('elm.trust.example', '/sign/api/state', {
      headers: { origin: 'https://oak.trust.example', cookie: `beadle-sign=${secret}` }
    });
    assert.equal(from.status, 403);

    const tablet = await linksOf('oak').sit({ person: undefined, level: 'kiosk', channel: 'kiosk', assurance: undefined });
    assert.equal((await post('oak', '/kiosk/api/show', {}, `beadle-kiosk=${tablet}`)).status, 200);
    const [shown, nothing] = [await post('elm', '/kiosk/api/show', {}, `beadle-kiosk=${tablet}`), await post('elm', '/kiosk/api/show', {})];
    assert.deepEqual([shown.status, shown.text], [nothing.status, nothing.text]);

    const lesson = await linksOf('oak').sit({ person, level: 'sign', channel: 'class', assurance: 'code' });
    const [taught, untaught] = await Promise.all(
      [lesson, 'C'.repeat(43)].map(each =>
        ask('elm.trust.example', '/sign/api/class', { headers: { cookie: `beadle-sign=${each}`, 'sec-fetch-site': 'same-origin' } })
      )
    );
    assert.deepEqual([taught!.status, taught!.text], [untaught!.status, untaught!.text]);
  });

  it('does no job of one school on another, and each once for one occurrence', async () => {
    const { service } = served;
    await service.list.now('oak', 'people');
    const done = async (id: string): Promise<number> =>
      (await service.shared.of(id).db.selectFrom('job_done').select('job').where('job', '=', 'people').execute()).length;
    for (let waited = 0; (await done('oak')) === 0; waited += 50) {
      assert.ok(waited < 20_000, served.log.join('\n'));
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    assert.deepEqual([await done('oak'), await done('elm')], [1, 0]);
  });

  it('reads its files again when it is asked to: who was wrong is served, who went is not', async () => {
    await writeFile(join(folder, 'ash', 'beadle.yaml'), school('ash'));
    await writeFile(join(folder, 'trust.yaml'), yaml.replace('{ folder: elm }, ', ''));
    await served.service.reread();
    assert.notEqual((await ask('ash.trust.example', '/sign/api/languages')).status, 421);
    assert.equal((await ask('elm.trust.example', '/sign/api/languages')).status, 421);
    assert.deepEqual(served.service.faults(), []);
    await writeFile(join(folder, 'trust.yaml'), 'trust: {');
    await assert.rejects(served.service.reread());
    assert.notEqual((await ask('ash.trust.example', '/sign/api/languages')).status, 421);
  });
});
