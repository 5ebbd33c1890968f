import assert from 'node:assert/strict';
import { doctorIn } from '../../../service/cli/doctor.ts';
import { auditsOf } from '../../../service/store/audits.ts';
import { openShared } from '../../../service/store/database.ts';
import { begun } from '../../../service/store/ledger.ts';
import { peopleOf } from '../../../service/store/people.ts';
import { beadle, folders } from '../../support/cli.ts';
import { person } from '../../support/desk.ts';
import { emptyDatabase } from '../../support/database.ts';

const school = (id: string): string => `school: { name: ${id.toUpperCase()} School, id: ${id} }
domains: { staff: [${id}.example] }
signatures: { origin: "https://${id}.trust.example", policies: [{ policy: st-norberts, audiences: [staff] }] }
`;
const files = {
  'trust.yaml': `trust: { name: Example Trust, id: trust.example }
schools: [{ folder: oak }, { folder: elm }, { folder: ash }, { folder: fir }]
`,
  'oak/beadle.yaml': school('oak'),
  'elm/beadle.yaml': school('elm'),
  'ash/beadle.yaml': 'school: { nam: Ash }\n',
  'fir/beadle.yaml': school('fir')
};

describe('the commands for a trust', function () {
  this.timeout(60_000);
  const folder = folders();
  let cwd: string;
  beforeEach(async () => void (cwd = await folder(files)));
  const ash = (): string => `${cwd}/ash/beadle.yaml, line 1: «school.nam» is not known here. Did you mean «name»?`;

  describe('beadle trust', () => {
    let env: { readonly DATABASE_URL: string };
    before(async () => {
      env = { DATABASE_URL: await emptyDatabase() };
      const shared = await openShared({ url: env.DATABASE_URL, folder: '' });
      // Oak has two people and was audited twice, elm one and never; fir has not begun.
      for (const [id, people] of [
        ['oak', 2],
        ['elm', 1]
      ] as const) {
        const { db } = shared.of(id);
        await begun(db, { id, name: id });
        await peopleOf(db, id).put(
          Array.from({ length: people }, (_, i) =>
            person(`p${i}`, { name: 'Teacher Seven', roles: ['staff'], address: `p${i}@${id}.example` })
          )
        );
      }
      const run = { vendor: 'microsoft', tenant: 'tenant', results: [] } as const;
      const audits = auditsOf(shared.of('oak').db, 'oak');
      await audits.add([{ ...run, at: new Date('2026-11-20T02:00:00Z'), counts: { right: 1, wrong: 9, unknown: 0 } }]);
      await audits.add([{ ...run, at: new Date('2026-11-21T02:00:00Z'), counts: { right: 5, wrong: 3, unknown: 1 } }]);
      await shared.close();
    });

    it('says in one line a school where it stands, adds them up, and says which cannot be served', async () => {
      const { code, out, err } = await beadle(['trust'], { cwd, env });
      assert.deepEqual([code, err], [1, '']);
      const [heading, table = '', audits = '', faults = ''] = out.split('\n\n');
      assert.equal(heading, 'Example Trust: 4 schools, 1 of which cannot be served.');
      assert.deepEqual(
        table.split('\n').map(line => line.trim().split(/ {2,}/)),
        [
          ['school', 'people', 'not signed', 'last audit', 'to put right'],
          ['oak', '2', '0', '2026-11-21', '3'],
          ['elm', '1', '0', '–', '–'],
          ['fir', '–', '–', '–', '–'],
          ['together', '3', '0', '3']
        ]
      );
      assert.equal(audits, 'Not audited: 2 schools, where beadle.yaml has no «audit:».');
      assert.ok(faults.replace(/\s+/g, ' ').startsWith(ash()), faults);
      assert.doesNotMatch(out, /Seven|p0@/, 'nobody is named');
    });

    it('says the same to another program, a line a school', async () => {
      const { code, out } = await beadle(['trust', '--json'], { cwd, env });
      assert.equal(code, 1);
      const [oak, elm, broken, fir, ...more] = out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { readonly id: string; readonly fault?: string });
      assert.deepEqual(more, []);
      assert.deepEqual(oak, {
        id: 'oak',
        name: 'OAK School',
        people: 2,
        outstanding: 0,
        audit: { on: '2026-11-21', right: 5, wrong: 3, unknown: 1 }
      });
      assert.deepEqual(elm, { id: 'elm', name: 'ELM School', people: 1, outstanding: 0 });
      assert.deepEqual([broken!.id, broken!.fault?.split('\n')[0]], [`${cwd}/ash/beadle.yaml`, ash()]);
      assert.deepEqual(fir, { id: 'fir', name: 'FIR School' });
    });

    it('has nothing to say where every school is served and nothing was found', async () => {
      const fine = await folder({ ...files, 'trust.yaml': 'trust: { name: T, id: t }\nschools: [{ folder: elm }]\n' });
      const { code, out } = await beadle(['trust', '--lang', 'cy'], { cwd: fine, env });
      assert.equal(code, 0);
      assert.match(out, /^T: 1 ysgol, a gellir gwasanaethu honno\.\n/);
      assert.match(out, /^Heb eu harchwilio: 1 ysgol, lle nad oes «audit:» yn beadle\.yaml\.$/m);
      assert.match((await beadle(['trust'], { cwd: fine, env })).out, /^T: 1 school, and it can be served\.\n/);
    });

    it('has something to look at where audits are switched on and none has run', async () => {
      const audit = `audit: { microsoft: { tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef } }\n`;
      const due = await folder({
        'trust.yaml': 'trust: { name: T, id: t }\nschools: [{ folder: elm }, { folder: fir }]\n',
        'elm/beadle.yaml': `${school('elm')}${audit}`,
        'fir/beadle.yaml': `${school('fir')}${audit}`
      });
      const { code, out } = await beadle(['trust'], { cwd: due, env });
      assert.equal(code, 1);
      assert.match(out, /^T: 2 schools, and all of them can be served\.\n/);
      assert.match(out, /^Audits are switched on and have not run yet: elm, fir\. «beadle serve --trust» runs/m);
      assert.doesNotMatch(out, /Not audited/);
      const lines = (await beadle(['trust', '--json'], { cwd: due, env })).out.trim().split('\n');
      assert.deepEqual(
        lines.map(line => (JSON.parse(line) as { readonly auditDue?: true }).auditDue),
        [true, true]
      );
    });

    it('asks for its file where there is none', async () => {
      const { code, err } = await beadle(['trust'], { cwd: await folder(), env });
      assert.equal(code, 2);
      assert.match(err, /There is no «trust\.yaml» here\. Name yours with --trust\./);
    });
  });

  describe('beadle doctor at a trust', () => {
    /** What each school answers at its address: a status, or nothing. */
    const looked = (answers: { readonly [host: string]: number | undefined }, args: readonly string[] = []) => {
      const asked: string[] = [];
      const reached = {
        fetch: async (input: Parameters<typeof fetch>[0]) => {
          const { host } = new URL(input as string);
          asked.push(host);
          const status = answers[host.split('.')[0]!];
          if (status === undefined) throw new TypeError('fetch failed');
          return new Response('', { status });
        },
        addresses: () => Promise.reject(new Error('nobody asks for names')),
        certificate: () => Promise.reject(new Error('nobody asks for certificates'))
      };
      return beadle(['doctor', '--json', ...args], { cwd, commands: [doctorIn({ reached })] }).then(({ code, out }) => ({
        code,
        asked,
        lines: out
          .trim()
          .split('\n')
          .map(line => JSON.parse(line) as { id: string; state: string; says: { en: string }; todo?: { en: string } })
      }));
    };

    it('has one line a school: which are served, and what is wrong with the others', async () => {
      const { code, lines, asked } = await looked({ oak: 200, elm: 421, fir: 503 });
      assert.equal(code, 1);
      assert.deepEqual(
        lines.map(({ id, state }) => [id, state]),
        [
          ['school-oak', 'right'],
          ['school-elm', 'wrong'],
          ['school-3', 'wrong'],
          ['school-fir', 'wrong']
        ]
      );
      assert.deepEqual(
        lines.map(({ says }) => says.en.split('\n')[0]),
        [
          'OAK School is served at https://oak.trust.example.',
          'The service at https://elm.trust.example does not know that ELM School is reached there.',
          `School 3 of trust.yaml cannot be served. ${ash()}`,
          'FIR School cannot be served at this moment.'
        ]
      );
      assert.ok(lines.slice(1).every(({ todo }) => todo !== undefined && todo.en !== ''));
      assert.deepEqual(asked, ['oak.trust.example', 'elm.trust.example', 'fir.trust.example']);
    });

    it('says which does not answer, and is content where all are served', async () => {
      const { lines } = await looked({ oak: 200, elm: 302 });
      assert.equal(lines.at(-1)!.says.en, 'FIR School does not answer at https://fir.trust.example.');
      cwd = await folder({ ...files, 'ash/beadle.yaml': school('ash') });
      const { code } = await looked({ oak: 200, elm: 302, ash: 404, fir: 200 }, ['--trust', 'trust.yaml']);
      assert.equal(code, 0);
    });
  });
});
