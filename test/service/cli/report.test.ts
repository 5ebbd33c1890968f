import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditIn } from '../../../service/cli/audit.ts';
import { policyMap } from '../../../service/cli/policy-map.ts';
import { report } from '../../../service/cli/report.ts';
import { beadle, folders, type Ran } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';
import { auditedYaml, dated, fakeTenants, microsoftLine } from '../../support/tenants.ts';

describe('beadle report', function () {
  this.timeout(60_000);
  const folder = folders();

  /** A school that was audited once; gives how to run `beadle report` there. */
  async function school(): Promise<{
    readonly cwd: string;
    readonly env: { readonly DATABASE_URL: string };
    readonly said: (...args: readonly string[]) => Promise<Ran>;
  }> {
    const cwd = await folder({ 'beadle.yaml': auditedYaml(`${microsoftLine}\n${dated}`) });
    const env = { DATABASE_URL: (await freshDatabase()).url, BEADLE_GRAPH_SECRET: 'x' };
    const { outside } = await fakeTenants();
    const { code } = await beadle(['audit'], { cwd, env, commands: [auditIn(outside)] });
    assert.equal(code, 1);
    // No secret is needed to read what was found.
    const bare = { DATABASE_URL: env.DATABASE_URL };
    return { cwd, env: bare, said: (...args) => beadle(['report', ...args], { cwd, env: bare, commands: [report] }) };
  }

  it('tells IT support which accounts, and the others in totals alone', async () => {
    const { said } = await school();
    const named = /(?:staff|pupil)\.\d+@|DEVICE-\d/;
    assert.match((await said()).out, named);
    assert.match((await said('--format', 'csv')).out, named);
    for (const reader of ['coordinator', 'head', 'governors']) {
      for (const format of ['text', 'html', 'json'])
        assert.doesNotMatch((await said('--for', reader, '--format', format)).out, named, `${reader} ${format}`);
    }
  });

  it('is a web page, a table, data, in the language asked for', async () => {
    const { said } = await school();
    assert.match((await said('--for', 'head', '--format', 'html', '--lang', 'cy')).out, /^<!doctype html>\n<html lang="cy"/);
    assert.match((await said('--format', 'csv')).out, /^\ufeff.*\r\n/);
    assert.equal(
      (JSON.parse((await said('--for', 'governors', '--format', 'json')).out) as { readonly reader: string }).reader,
      'governors'
    );
  });

  it('is printed to a file that was not there, as PDF', async () => {
    const { cwd, said } = await school();
    const { code, out } = await said('--for', 'governors', '--format', 'pdf', '--out', 'governors.pdf');
    assert.deepEqual([code, out], [0, 'wrote governors.pdf\n']);
    assert.equal((await readFile(join(cwd, 'governors.pdf'))).subarray(0, 5).toString(), '%PDF-');
    const again = await said('--for', 'governors', '--format', 'pdf', '--out', 'governors.pdf');
    assert.deepEqual([again.code, again.err], [2, 'beadle: «governors.pdf» is there already. Move it away first.\n']);
  });

  it('counts the checks that could judge among what keeps the policy, and no other', async () => {
    const { said } = await school();
    const { clauses } = JSON.parse((await said('--format', 'json')).out) as { readonly clauses: { readonly checked: number } };
    assert.ok(clauses.checked > 0);
    const { outside } = await fakeTenants(['exchange'], { rights: [] });
    const cwd = await folder({ 'beadle.yaml': auditedYaml(microsoftLine) });
    const env = { DATABASE_URL: (await freshDatabase()).url, BEADLE_GRAPH_SECRET: 'x' };
    const blind = await beadle(['audit', '--json'], { cwd, env, commands: [auditIn(outside)] });
    assert.equal((JSON.parse(blind.out) as { readonly clauses: { readonly checked: number } }).clauses.checked, 0);
  });

  it('is in the map of the policy as well, and the map says of when', async () => {
    const { cwd, env } = await school();
    const map = (more: { readonly [name: string]: string }) => beadle(['policy', 'map'], { cwd, env: more, commands: [policyMap] });
    const { code, out } = await map(env);
    assert.equal(code, 0);
    assert.match(out, /checked +second-factor-not-asked/);
    assert.match(out, /TODAY counts as well what the audit of 22 November 2026 looked at: \d+ checks could judge\./);
    const apart = await map({ DATABASE_URL: 'postgresql://beadle@localhost:1/none' });
    assert.equal(apart.code, 0);
    assert.match(apart.err, /^beadle: The last audit could not be read, so no check counts as looking\. No answer from/);
    assert.doesNotMatch(apart.out, /second-factor-not-asked/);
  });

  it('counts in the map and for governors what is in use where people sign, and says so', async () => {
    const cwd = await folder({
      'beadle.yaml': auditedYaml(`${microsoftLine}\n${dated}`, 'signatures: { people: people.csv }\n'),
      'people.csv':
        'name,address,roles\nHeadteacher,head@school.example,staff;head\nCoordinator,esafety@school.example,staff;coordinator\n',
      'training.csv': 'what,by,day,who\nWeasels,The council,2026-09-02,Teacher Seven\n'
    });
    const env = { DATABASE_URL: (await freshDatabase()).url, BEADLE_GRAPH_SECRET: 'x' };
    const { outside } = await fakeTenants();
    await beadle(['audit'], { cwd, env, commands: [auditIn(outside)] });
    const map = async () => (await beadle(['policy', 'map'], { cwd, env, commands: [policyMap] })).out.replace(/\s+/g, ' ');
    assert.doesNotMatch(await map(), /reported incident report/);
    assert.equal((await beadle(['people', 'import', '--yes'], { cwd, env })).err, '');
    const taken = await beadle(['registers', 'import', 'training.csv', '--register', 'training', '--by', 'Coordinator'], { cwd, env });
    assert.equal(taken.err, '');
    const after = await map();
    assert.match(after, /reported incident report/);
    assert.match(after, /what people can report and ask leave for here, and the registers that hold something\./);
    const governors = (await beadle(['report', '--for', 'governors'], { cwd, env, commands: [report] })).out;
    assert.match(governors, /Registers/);
    assert.match(governors, /Training +1 +0 +0/);
    assert.doesNotMatch(governors, /Weasels|Teacher Seven/);
  });

  it('does not show pages of PDF on a screen, nor give the table of names to the head', async () => {
    const cwd = await folder({ 'beadle.yaml': auditedYaml(microsoftLine) });
    const said = (...args: readonly string[]) => beadle(['report', ...args], { cwd, commands: [report] });
    assert.match((await said('--format', 'pdf')).err, /Say where to write it: --out FILE\./);
    assert.match((await said('--format', 'csv', '--for', 'head')).err, /it is for IT support\./);
  });
});
