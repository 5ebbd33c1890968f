import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checks } from '../../../core/tenant/checks/index.ts';
import { auditIn } from '../../../service/cli/audit.ts';
import { report } from '../../../service/cli/report.ts';
import { keptSettingsOf } from '../../../service/store/tab.ts';
import { beadle, folders } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';
import { a3, auditedYaml, dated, type FakeTenants, fakeTenants, googleKey, googleLine, microsoftLine } from '../../support/tenants.ts';

type States = { readonly [check: string]: string };

describe('beadle audit', function () {
  this.timeout(60_000);
  const folder = folders();
  let url: string;
  beforeEach(async () => ({ url } = await freshDatabase()));

  /** Runs it for a school with this under `audit:`; `more` are further lines of it. */
  async function audited(
    tenants: FakeTenants,
    lines: string,
    args: readonly string[] = [],
    { env = {}, yaml = auditedYaml(lines) }: { readonly env?: { readonly [name: string]: string }; readonly yaml?: string } = {}
  ) {
    const cwd = await folder({ 'beadle.yaml': yaml, 'key.json': googleKey() });
    await chmod(join(cwd, 'key.json'), 0o600);
    const world = { DATABASE_URL: url, BEADLE_GRAPH_SECRET: 'hunter-two', BEADLE_GOOGLE_KEY: 'key.json', ...env };
    const ran = await beadle(['audit', ...args], { cwd, env: world, commands: [auditIn(tenants.outside), report] });
    return { ...ran, cwd, world };
  }

  function statesIn(out: string, vendor?: string): States {
    const { results } = JSON.parse(out) as {
      readonly results: readonly { readonly check: string; readonly state: string; readonly vendor?: string }[];
    };
    return Object.fromEntries(
      results.filter(each => vendor === undefined || each.vendor === vendor).map(({ check, state }) => [check, state])
    );
  }

  it('judges a school on A3 and says in words what to put right', async () => {
    const { code, out } = await audited(await fakeTenants(), `${microsoftLine}\n${dated}`);
    assert.equal(code, 1);
    assert.match(out, /^Acceptable use at Example Primary School\n/);
    assert.match(out, /1 of 117 accounts may have a weak password\. Take the exception away\./);
  });

  it('says of a school on A1 which licence is missing, and asks for nothing behind it', async () => {
    const tenants = await fakeTenants(['exchange']);
    const { out } = await audited(tenants, microsoftLine, ['--json']);
    const states = statesIn(out);
    assert.deepEqual(
      [states['devices-not-encrypted'], states['devices-lock-too-late'], states['second-factor-missing'], states['passwords-too-short']],
      ['not-licensed', 'not-licensed', 'not-licensed', 'pass']
    );
    assert.equal(tenants.asked.filter(({ url: asked }) => /deviceManagement|userRegistration/.test(asked)).length, 0);
  });

  it('judges a school of which only staff have A3', async () => {
    const { code, out } = await audited(await fakeTenants(a3, { mixed: true }), microsoftLine, ['--json']);
    assert.deepEqual([code, statesIn(out)['devices-not-encrypted']], [1, 'partial']);
  });

  it('judges a Google school, and proves itself for the scopes of the checks that run alone', async () => {
    const tenants = await fakeTenants();
    const { code, out } = await audited(tenants, googleLine, ['--json']);
    assert.equal(code, 1);
    assert.deepEqual(
      Object.keys(statesIn(out)),
      checks.filter(({ vendors }) => vendors.includes('google')).map(({ id }) => id)
    );
    assert.equal(tenants.scopes.length, 1);
    assert.ok(!tenants.scopes[0]!.some(scope => /gmail/.test(scope)), 'asks for mailboxes although no check may look at them');
  });

  it('judges both tenants of a school at once, each by itself', async () => {
    const { out } = await audited(await fakeTenants(), `${microsoftLine}\n${googleLine}`, ['--json']);
    assert.deepEqual([statesIn(out, 'microsoft')['too-many-admins'], statesIn(out, 'google')['too-many-admins']], ['pass', 'fail']);
  });

  it('does not run a check that monitors people before its assessment is dated, nor on a date to come', async () => {
    const args = ['--json', '--check', 'mail-forwarded-outside'];
    const states = async (lines: string): Promise<States> =>
      statesIn((await audited(await fakeTenants(), `${microsoftLine}\n${lines}`, args)).out);
    assert.equal((await states(''))['mail-forwarded-outside'], 'no-dpia');
    assert.equal((await states(dated))['mail-forwarded-outside'], 'fail');
    assert.equal((await states(dated.replaceAll('2026-11-01', '2026-11-23')))['mail-forwarded-outside'], 'no-dpia');
  });

  it('leaves out what is switched off, and holds the tenant to the school’s own numbers', async () => {
    const lines = `${microsoftLine}\n  off: [too-many-admins]\n  expects: { lockoutAttempts: 15 }`;
    const states = statesIn((await audited(await fakeTenants(), lines, ['--json'])).out);
    assert.deepEqual([states['too-many-admins'], states['lockout-too-late']], [undefined, 'pass']);
  });

  it('ends with 0 where all that is wrong was accepted, with the owner and the date in the report', async () => {
    const lines = `${microsoftLine}\n  accepted: [{ check: lockout-too-late, until: 2027-03-31, owner: Head of IT, because: The old program needs it }]`;
    const { code, out } = await audited(await fakeTenants(), lines, ['--check', 'lockout-too-late']);
    assert.equal(code, 0);
    assert.match(out, /Head of IT/);
    assert.match(out, /31 March\s/);
    assert.doesNotMatch(out, /clause by clause/);
  });

  it('ends with 2 where something may not be read, and names the permission', async () => {
    const { code, out } = await audited(await fakeTenants(a3, { rights: ['Organization.Read.All'] }), microsoftLine);
    assert.equal(code, 2);
    assert.match(out, /Policy\.Read\.All/);
  });

  it('ends with 2 where nothing arrives, and calls it incomplete, never right', async () => {
    const { code, out } = await audited(await fakeTenants(a3, { fault: () => 'reset' }), microsoftLine, ['--json']);
    assert.equal(code, 2);
    assert.deepEqual(
      [...new Set(Object.values(statesIn(out)))].sort((a, b) => (a < b ? -1 : 1)),
      ['incomplete', 'no-dpia']
    );
  });

  it('says what it would read without asking anybody', async () => {
    const tenants = await fakeTenants();
    const { code, out } = await audited(tenants, microsoftLine, ['--dry'], { env: { BEADLE_GRAPH_SECRET: '' } });
    assert.equal(code, 0);
    assert.match(out, /mail-forwarded-outside {2,}.* waits for its line under «dpia»/);
    assert.deepEqual([tenants.asked.length, tenants.proofs.length], [0, 0]);
  });

  it('keeps nothing of one check, and names the nearest where there is none of that name', async () => {
    const { url: own } = await freshDatabase();
    const { out, cwd, world } = await audited(await fakeTenants(), microsoftLine, ['--check', 'lockout-too-late', '--json'], {
      env: { DATABASE_URL: own }
    });
    assert.deepEqual(Object.keys(statesIn(out)), ['lockout-too-late']);
    const after = await beadle(['report'], { cwd, env: world });
    assert.deepEqual(
      [after.code, after.err],
      [2, 'beadle: Nothing was audited yet, so there is nothing to report. Run «beadle audit» first.\n']
    );
    const other = await audited(await fakeTenants(), microsoftLine, ['--check', 'mail-may-be-forwarded']);
    assert.match(other.err, /is for Google Workspace, of which beadle\.yaml names no tenant under «audit:»\./);
    const { code, err } = await audited(await fakeTenants(), microsoftLine, ['--check', 'lockout-to-late']);
    assert.deepEqual([code, err], [2, 'beadle: There is no check «lockout-to-late». Did you mean «lockout-too-late»?\n']);
  });

  it('says what changed since the last one, and names nobody of an older one any more', async () => {
    const database = await freshDatabase();
    const env = { DATABASE_URL: database.url };
    const { cwd, world } = await audited(await fakeTenants(), `${microsoftLine}\n  expects: { lockoutAttempts: 15 }`, [], { env });
    await writeFile(join(cwd, 'beadle.yaml'), auditedYaml(microsoftLine));
    const again = await beadle(['audit', '--json'], { cwd, env: world, pace: 1000, commands: [auditIn((await fakeTenants()).outside)] });
    const { results } = JSON.parse(again.out) as { readonly results: readonly { readonly check: string; readonly change: string }[] };
    assert.deepEqual(
      results.filter(({ change }) => change !== 'same').map(({ check, change }) => [check, change]),
      [['lockout-too-late', 'new']]
    );
    const rows = await database.db.selectFrom('audit_run').select(['results', 'named']).orderBy('at').execute();
    const named = rows.map(row => row.results.flatMap(result => ('subjects' in result ? (result.subjects?.first ?? []) : [])).length > 0);
    assert.deepEqual(
      [named, rows.map(row => row.named)],
      [
        [false, true],
        [false, true]
      ]
    );
  });

  it('counts what the school accepted since on its page as accepted', async () => {
    const database = await freshDatabase();
    const env = { DATABASE_URL: database.url };
    const { cwd, world } = await audited(await fakeTenants(), microsoftLine, [], { env });
    const last = () => database.db.selectFrom('audit_run').select(['counts', 'results']).orderBy('at', 'desc').executeTakeFirstOrThrow();
    const before = await last();
    const found = before.results.filter(({ state }) => state === 'fail' || state === 'partial');
    assert.ok(found.length > 0);
    assert.equal(before.counts.wrong, found.length);
    const risk = { check: found[0]!.id, until: '2099-12-31', owner: 'Head', because: 'Until Easter' };
    const at = new Date();
    await keptSettingsOf(database.db, 'school.example').change({ key: 'accepted', value: [risk], was: undefined, by: 'head', at });
    await beadle(['audit'], { cwd, env: world, pace: 1000, commands: [auditIn((await fakeTenants()).outside)] });
    assert.equal((await last()).counts.wrong, found.length - 1);
  });

  const sentences: readonly (readonly [string, string | undefined, { readonly [name: string]: string }, RegExp])[] = [
    [
      'there is no beadle.yaml',
      undefined,
      {},
      /There is no beadle\.yaml here, so there is no tenant to audit; the invented example school has none\./
    ],
    [
      'it says nothing of audits',
      'school: { name: Oak }\ndomains: { staff: [oak.example] }',
      {},
      /beadle\.yaml says nothing of audits\. Write «audit:» with/
    ],
    [
      'no secret is there',
      auditedYaml(microsoftLine),
      {},
      /The environment says nothing of how Beadle proves itself to Microsoft\. Set one of BEADLE_GRAPH_SECRET/
    ],
    [
      'two secrets are there',
      auditedYaml(microsoftLine),
      { BEADLE_GRAPH_SECRET: 'hunter-two', BEADLE_GRAPH_MANAGED_IDENTITY: '1' },
      /says more than one way how/
    ],
    [
      'the certificate is none',
      auditedYaml(microsoftLine),
      { BEADLE_GRAPH_CERTIFICATE: 'wrong.pem' },
      /wrong\.pem», which BEADLE_GRAPH_CERTIFICATE names, is no certificate with its private key\./
    ],
    [
      'the certificate is not there',
      auditedYaml(microsoftLine),
      { BEADLE_GRAPH_CERTIFICATE: 'none.pem' },
      /There is no file «.*none\.pem», which BEADLE_GRAPH_CERTIFICATE names\./
    ],
    [
      'Google’s key is none',
      auditedYaml(googleLine),
      { BEADLE_GOOGLE_KEY: 'wrong.pem' },
      /wrong\.pem», which BEADLE_GOOGLE_KEY names, is no key of a service account\./
    ],
    ['no key is there', auditedYaml(googleLine), {}, /Set BEADLE_GOOGLE_KEY to the file of the service account’s key\./]
  ];
  for (const [when, yaml, env, sentence] of sentences) {
    it(`says what to do where ${when}`, async () => {
      const cwd = await folder({ ...(yaml === undefined ? {} : { 'beadle.yaml': yaml }), 'wrong.pem': 'hunter-two' });
      await chmod(join(cwd, 'wrong.pem'), 0o600);
      const tenants = await fakeTenants();
      const { code, out, err } = await beadle(['audit'], { cwd, env, commands: [auditIn(tenants.outside)] });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, sentence);
      assert.doesNotMatch(err, /hunter/);
    });
  }

  it('asks nobody where what it finds could not be kept', async () => {
    const tenants = await fakeTenants();
    const { code, err } = await audited(tenants, microsoftLine, [], { env: { DATABASE_URL: 'postgresql://beadle@localhost:1/none' } });
    assert.deepEqual([code, tenants.asked.length], [2, 0]);
    assert.match(err, /No answer from the database server localhost, port 1\./);
  });

  it('prints no secret, not in words, not as JSON, not when asked where it failed', async () => {
    for (const args of [[], ['--json'], ['--dry']]) {
      const tenants = await fakeTenants();
      const env = { BEADLE_DEBUG: '1', DATABASE_URL: (await freshDatabase()).url };
      const { code, out, err } = await audited(tenants, `${microsoftLine}\n${googleLine}`, args, { env });
      assert.equal(code, args[0] === '--dry' ? 0 : 1);
      assert.doesNotMatch(out + err, /hunter|PRIVATE KEY|BEGIN/);
      if (args[0] !== '--dry') assert.match(JSON.stringify(tenants.proofs), /hunter-two.*PRIVATE KEY/s);
    }
  });
});
