import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders } from 'node:http';
import { sql } from 'kysely';
import { views } from '../../../addin/tab/api.ts';
import { incidentDeskOf, type SchoolIncidents } from '../../../service/incidents.ts';
import { approvalDeskOf, type SchoolApprovals } from '../../../service/approvals.ts';
import { linksIn } from '../../../service/links.ts';
import { tabLimits } from '../../../service/routes/tab-guard.ts';
import { sealingIn } from '../../../service/sealing.ts';
import { peopleOf, type Listed } from '../../../service/store/people.ts';
import { keptSettingsOf, tabSittingsOf } from '../../../service/store/tab.ts';
import { sittingsOf } from '../../../service/tab/sittings.ts';
import { emptyDatabase } from '../../support/database.ts';
import { exampleReport } from '../../support/incidents.ts';
import { microsoftLine } from '../../support/tenants.ts';
import { type ServedTrust, servedTrust, trustFolder } from '../../support/trust.ts';
import { approvalPartsOf, incidentPartsOf } from '../../support/two-schools.ts';

const yaml = 'trust: { name: Example Trust, id: trust.example }\nschools: [{ folder: oak }, { folder: elm }]\n';
const school = (id: string): string => `school: { name: ${id} school, id: ${id}, policy: st-norberts }
domains: { staff: [${id}.example] }
people: { coordinator: [esafety@${id}.example] }
signatures: { origin: "https://${id}.trust.example" }
audit:
${microsoftLine}
  support: [it@trust.example]
`;

/** Who is known in both schools: one address, another post in each. */
const both = 'harper@trust.example';
const people = (id: string): readonly Listed[] => {
  const of = (key: string, name: string, address: string, roles: Listed['roles']): Listed => ({
    key,
    name: `${name} of ${id}`,
    address,
    roles,
    groups: [],
    children: [],
    language: 'en'
  });
  return [
    of('coordinator', 'Coordinator', `esafety@${id}.example`, ['staff', 'coordinator']),
    of('both', 'Harper', both, id === 'oak' ? ['staff', 'head'] : ['governor']),
    of('teacher', 'Teacher', `teacher@${id}.example`, ['staff']),
    of('chair', 'Chair', `chair@${id}.example`, ['governor', 'chair'])
  ];
};

interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly text: string;
  readonly cookies: readonly string[];
}

type Id = 'oak' | 'elm';
const other = { oak: 'elm', elm: 'oak' } as const;

/** What one of the schools has, as the other must never see it. */
interface Own {
  readonly ids: { readonly [key: string]: string };
  readonly cookie: string;
  readonly csrf: string;
  readonly incidents: SchoolIncidents;
  readonly approvals: SchoolApprovals;
  readonly incident: string;
  readonly approval: string;
  readonly change: number;
}

describe('the tabs of two schools of a trust in one process', function () {
  this.timeout(60_000);
  let served: ServedTrust;
  const own = {} as { [I in Id]: Own };

  function ask(id: Id, path: string, body?: unknown, more: { readonly [header: string]: string } = {}): Promise<Answer> {
    const headers = {
      host: `${id}.trust.example`,
      'accept-language': 'en',
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/json', origin: `https://${id}.trust.example`, 'beadle-tab': '1' }),
      ...more
    };
    return new Promise((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const asked = request({ host: '127.0.0.1', port: served.port, path: `/tab/api/${path}`, method, headers }, response => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode!, text, body: read(text, response.headers), cookies: response.headers['set-cookie'] ?? [] })
        );
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  }
  const read = (text: string, headers: IncomingHttpHeaders): unknown =>
    /json/.test(headers['content-type'] ?? '') ? JSON.parse(text) : text;
  const as = (id: Id): { readonly [header: string]: string } => ({ cookie: own[id].cookie, 'beadle-tab': own[id].csrf });

  const db = (id: Id) => served.service.shared.of(id).db;
  const links = (id: Id) => linksIn(db(id), id, () => new Date());
  const sittings = (id: Id) => sittingsOf(tabSittingsOf(db(id), id), () => new Date());

  async function sit(id: Id, person: string): Promise<{ readonly cookie: string; readonly csrf: string }> {
    const { secret } = await sittings(id).begin(person, 'link');
    const cookie = `__Host-beadle-tab=${secret}`;
    const { status, body, text } = await ask(id, 'session', undefined, { cookie });
    assert.equal(status, 200, text);
    return { cookie, csrf: body.csrf as string };
  }

  async function furnish(id: Id, folder: string): Promise<Own> {
    const listed = await peopleOf(db(id), id).put(people(id));
    const ids = Object.fromEntries(['coordinator', 'both', 'teacher', 'chair'].map((key, i) => [key, listed[i]!]));
    const sealing = await sealingIn(`${folder}/${id}`);
    const incidents = incidentDeskOf(incidentPartsOf({ db: db(id), school: id, sealing }));
    const approvals = approvalDeskOf(approvalPartsOf({ db: db(id), school: id, sealing }));
    await incidents.report(exampleReport({ day: new Date().toISOString().slice(0, 10), what: `Secret of ${id}` }), ids['teacher']!, 'once');
    const [item] = await incidents.waiting(ids['coordinator']!);
    const asked = await approvals.ask({ kind: 'send', fields: { to: 'A parent', what: `Asked at ${id}` } }, ids['teacher']!, 'once');
    assert.ok(item && 'done' in asked, JSON.stringify(asked));
    const at = new Date();
    const changed = await keptSettingsOf(db(id), id).change({
      key: 'reminders.cap',
      value: 7,
      was: undefined,
      by: ids['coordinator']!,
      at
    });
    return {
      ids,
      ...(await sit(id, ids['coordinator']!)),
      incidents,
      approvals,
      incident: item.id,
      approval: asked.done.id,
      change: changed!.id
    };
  }

  before(async () => {
    const folder = await trustFolder(yaml, { oak: school('oak'), elm: school('elm') });
    served = await servedTrust(folder, await emptyDatabase());
    assert.equal(await served.service.begin(), 0, served.log.join('\n'));
    for (const id of ['oak', 'elm'] as const) own[id] = await furnish(id, folder);
  });
  after(() => served?.close());

  /** Lines that were logged while something was done. */
  async function logged(run: () => Promise<void>): Promise<readonly string[]> {
    const before = served.log.length;
    await run();
    return served.log.slice(before).filter(line => /tab|item/.test(line));
  }

  it('take a sitting of their own school alone, and say of another’s what they say of none', async () => {
    for (const path of ['session', ...views, 'changes']) {
      const lines = await logged(async () => {
        const theirs = await ask('elm', path, undefined, { cookie: own.oak.cookie });
        const never = await ask('elm', path, undefined, { cookie: `__Host-beadle-tab=${'A'.repeat(43)}` });
        assert.deepEqual([theirs.status, theirs.body.reason], [401, 'nobody'], path);
        assert.equal(theirs.text, never.text);
      });
      assert.deepEqual(lines, Array(2).fill('A sitting that this school does not know was shown to the tab, and was refused.'), path);
    }
    // The proof of one school’s page is worth nothing with a sitting of the other.
    const { status, body } = await ask(
      'elm',
      'settings/change',
      { key: 'reminders.cap', value: 1 },
      { ...as('elm'), 'beadle-tab': own.oak.csrf }
    );
    assert.deepEqual([status, body.reason], [403, 'elsewhere']);
    // Nor does a page of one school ask the other in the name of whoever sits there.
    const from = await ask(
      'elm',
      'settings/change',
      { key: 'reminders.cap', value: 1 },
      { ...as('elm'), origin: 'https://oak.trust.example' }
    );
    assert.deepEqual([from.status, from.body.reason], [403, 'elsewhere']);
    assert.equal((await ask('oak', 'session', undefined, { cookie: own.oak.cookie })).status, 200, 'it is still good at home');
  });

  it('do not end a sitting of one at the other', async () => {
    const mine = await sit('oak', own.oak.ids['teacher']!);
    const left = await ask('elm', 'leave', {}, { cookie: mine.cookie });
    assert.equal(left.status, 200);
    const link = await links('elm').issue('tab', own.elm.ids['teacher']!);
    const { code } = (await links('elm').code(link, 'tab', false))!;
    const entered = await ask('elm', 'enter/prove', { link, code }, { cookie: mine.cookie });
    assert.equal(entered.status, 200);
    assert.notEqual(entered.cookies[0]!.split(';')[0], mine.cookie);
    assert.equal((await ask('oak', 'session', undefined, { cookie: mine.cookie })).body.person.name, 'Teacher of oak');
  });

  it('take no link and no code of the other', async () => {
    const link = await links('oak').issue('tab', own.oak.ids['coordinator']!);
    const { code } = (await links('oak').code(link, 'tab', false))!;
    const lines = await logged(async () => {
      const theirs = await ask('elm', 'enter/prove', { link, code });
      const never = await ask('elm', 'enter/prove', { link: 'A'.repeat(43), code });
      assert.deepEqual([theirs.status, theirs.text, theirs.cookies], [403, never.text, []]);
    });
    assert.deepEqual(lines, Array(2).fill('A code for a link to the tab was refused.'));
    const [asks, never] = [
      await ask('elm', 'enter/code', { link, afresh: true }),
      await ask('elm', 'enter/code', { link: 'A'.repeat(43), afresh: true })
    ];
    assert.deepEqual([asks.status, asks.text], [202, never.text]);
    assert.equal((await ask('oak', 'enter/prove', { link, code })).status, 200, 'at home it is still good, and no attempt was counted');
  });

  it('know nobody and nothing of the other by its id, and say so as of what never was', async () => {
    const strange = '00000000-0000-4000-8000-000000000000';
    const { ids, incident, approval, change } = own.oak;
    const matter = (person: string) => ({ person, policy: 'acceptable-use' });
    const tries: readonly (readonly [path: string, theirs: unknown, never: unknown])[] = [
      ['incidents/read', { id: incident, private: true }, { id: strange, private: true }],
      ['incidents/add', { id: incident, kind: 'note', text: 'From outside.' }, { id: strange, kind: 'note', text: 'From outside.' }],
      ['approvals/read', { row: approval, private: true }, { row: strange, private: true }],
      [
        'approvals/act',
        { table: 'all', row: approval, act: 'given', fields: {} },
        { table: 'all', row: strange, act: 'given', fields: {} }
      ],
      ['signatures/remind', { people: [ids['teacher']] }, { people: [strange] }],
      ['signatures/excuse', { matter: matter(ids['teacher']!), because: 'Away' }, { matter: matter(strange), because: 'Away' }],
      ['signatures/recall', { matter: matter(ids['teacher']!) }, { matter: matter(strange) }],
      ['settings/undo', { change: String(change) }, { change: '999999' }]
    ];
    for (const [path, theirs, never] of tries) {
      const lines = await logged(async () => {
        const [one, two] = [await ask('elm', path, theirs, as('elm')), await ask('elm', path, never, as('elm'))];
        const comparable = (text: string): string => text.replace(/"since":"[^"]*"/, '');
        assert.deepEqual([one.status, comparable(one.text)], [two.status, comparable(two.text)], path);
        assert.ok(one.status >= 400 || one.body.count === 0, `${path} ${one.status} ${one.text}`);
      });
      const by = own.elm.ids['coordinator']!;
      assert.equal(lines.length, 2, `${path}: both are logged (${lines.join(' ')})`);
      for (const line of lines) {
        assert.ok(line.includes(by), `${path}: ${line}`);
        assert.doesNotMatch(line, /Coordinator|Teacher|@|Secret|outside|Asked|Away/);
      }
    }
    // And nothing came of any of it.
    assert.equal((await own.oak.incidents.read(incident, ids['coordinator']!))?.notes.length, 0);
    assert.equal((await own.oak.approvals.read(approval, ids['both']!))?.state, 'asked');
    assert.equal((await keptSettingsOf(db('oak'), 'oak').now()).get('reminders.cap')?.value, 7);
  });

  it('show each view without a word of the other', async () => {
    for (const id of ['oak', 'elm'] as const) {
      const { ids, incident, approval } = own[other[id]];
      const foreign = [`of ${other[id]}`, `${other[id]}.example`, `${other[id]} school`, incident, approval, ...Object.values(ids)];
      for (const view of views) {
        const { status, text } = await ask(id, view, undefined, { cookie: own[id].cookie });
        assert.equal(status, 200, `${view} ${text}`);
        for (const word of foreign) assert.ok(!text.includes(word), `${view} of ${id} has «${word}»`);
      }
      const { text, body } = await ask(id, 'signatures/people', { page: 0, size: 200, search: 'of' }, as(id));
      assert.ok(!text.includes(`of ${other[id]}`), JSON.stringify(body));
    }
  });

  it('let a risk be accepted, and sending stand still, at one of them alone', async () => {
    const risk = { check: 'passwords-too-short', until: '2099-12-31', owner: 'Head', because: 'Replaced at Easter' };
    assert.equal((await ask('oak', 'audits/accept', risk, as('oak'))).status, 200);
    assert.equal((await ask('oak', 'signatures/pause', { paused: true }, as('oak'))).status, 200);
    const { text } = await ask('elm', 'settings', undefined, { cookie: own.elm.cookie });
    assert.ok(!text.includes('Replaced at Easter'));
    const { body } = await ask('elm', 'signatures', undefined, { cookie: own.elm.cookie });
    assert.notEqual(body.sending?.paused, true);
    assert.equal((await ask('elm', 'audits/take-back', { check: risk.check }, as('elm'))).status, 422);
    assert.ok((await ask('oak', 'settings', undefined, { cookie: own.oak.cookie })).text.includes('Replaced at Easter'));
    assert.equal((await ask('oak', 'signatures/pause', { paused: false }, as('oak'))).status, 200);
  });

  it('give somebody who is known in both what they are in each', async () => {
    const [oak, elm] = [await sit('oak', own.oak.ids['both']!), await sit('elm', own.elm.ids['both']!)];
    const session = async (id: Id, cookie: string) => (await ask(id, 'session', undefined, { cookie })).body;
    const [at, of] = [await session('oak', oak.cookie), await session('elm', elm.cookie)];
    assert.deepEqual([at.person.name, at.roles, at.school.name], ['Harper of oak', ['head', 'staff'], 'oak school']);
    assert.deepEqual([of.person.name, of.roles, of.school.name], ['Harper of elm', ['governor'], 'elm school']);
    // The head of one is no head of the other, with either cookie.
    assert.equal((await ask('elm', 'settings', undefined, { cookie: elm.cookie })).status, 403);
    assert.equal((await ask('elm', 'settings', undefined, { cookie: oak.cookie })).status, 401);
    assert.equal((await ask('elm', 'settings', undefined, { cookie: `${oak.cookie}; other=1` })).status, 401);
  });

  it('tell of what changed at their own school alone', async () => {
    /** What a stream has told, as it comes. */
    function heard(id: Id): { readonly count: () => number; readonly stop: () => void; readonly come: (count: number) => Promise<void> } {
      let text = '';
      const headers = { host: `${id}.trust.example`, cookie: own[id].cookie, 'sec-fetch-site': 'same-origin' };
      const asked = request({ host: '127.0.0.1', port: served.port, path: '/tab/api/changes', headers }, response =>
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      );
      asked.on('error', () => {});
      asked.end();
      const count = (): number => text.split('event: revision').length - 1;
      return {
        count,
        stop: () => asked.destroy(),
        come: async wanted => {
          for (let waited = 0; count() < wanted; waited += 20) {
            assert.ok(waited < 20_000, `${id} was told ${count()} times of ${wanted}`);
            await new Promise(resolve => setTimeout(resolve, 20));
          }
        }
      };
    }
    const [oak, elm] = [heard('oak'), heard('elm')];
    try {
      await Promise.all([oak.come(1), elm.come(1)]);
      const cap = async (id: Id, value: number): Promise<void> => {
        const { id: was } = (await keptSettingsOf(db(id), id).history(50)).find(({ key }) => key === 'reminders.cap')!;
        const { status, text } = await ask(id, 'settings/change', { key: 'reminders.cap', value, was: String(was) }, as(id));
        assert.equal(status, 200, text);
      };
      for (let value = 1; value <= 3; value += 1) {
        await cap('elm', value);
        await elm.come(1 + value);
        // Looks at once, whether or not anything changed: what is to be told would be told before the next.
        assert.equal((await ask('oak', 'signatures/take-back', { since: '2099-01-01T00:00:00Z' }, as('oak'))).status, 200);
      }
      await cap('oak', 9);
      await oak.come(2);
      assert.equal(oak.count(), 2, 'its own change alone was told');
      assert.equal(elm.count(), 4);
    } finally {
      oak.stop();
      elm.stop();
    }
  });

  it('count how often somebody tries for each school and each address', async () => {
    const tries = async (id: Id, from: string): Promise<number> =>
      (await ask(id, 'enter/prove', { link: 'A'.repeat(43), code: '123456' }, { 'x-forwarded-for': from })).status;
    const states = new Set<number>();
    for (let i = 0; i < tabLimits.proving; i += 1) states.add(await tries('oak', '203.0.113.7'));
    assert.deepEqual([...states], [403]);
    assert.equal(await tries('oak', '203.0.113.7'), 429);
    assert.equal(await tries('elm', '203.0.113.7'), 403, 'the other school has its own count');
    assert.equal(await tries('oak', '203.0.113.8'), 403, 'and so has another address');
  });

  it('have an audit done now where somebody asks for one, at that school alone', async () => {
    const queued = async (): Promise<readonly string[]> =>
      (
        await sql<{ school: string }>`select singleton_key as school from pgboss.job where name like 'audit.%'`.execute(
          served.service.shared.across
        )
      ).rows.map(row => row.school);
    assert.deepEqual(await queued(), []);
    assert.equal((await ask('elm', 'audits/run', {}, as('elm'))).status, 202);
    assert.deepEqual(await queued(), ['elm']);
  });
});
