import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setupIn } from '../../../service/cli/setup.ts';
import { readConfig } from '../../../service/config.ts';
import { beadle, folders } from '../../support/cli.ts';
import { allRights } from '../../support/graph/fake.ts';
import { fakeTenants } from '../../support/tenants.ts';

const ids = { tenant: '89abcdef-0123-4567-89ab-cdef01234567', client: '01234567-89ab-cdef-0123-456789abcdef' };
const least = `name: Oak Primary School
staff: oak.example
headteacher: head@oak.example
coordinator: esafety@oak.example
`;
const everything = `${least}pupils: [pupils.oak.example]
terms: [{ from: 2026-09-01, to: 2026-12-18 }, 2027-01-05 to 2027-03-26]
features: [outlook, gmail, teams, mail, audits, incidents]
source: microsoft
tenants: [microsoft, google]
mailBy: microsoft
tenantId: ${ids.tenant}
clientId: ${ids.client}
outlookClientId: ${ids.client}
botAppId: ${ids.client}
customer: C0123abcd
admin: admin@oak.example
project: "123456789012"
gmailClientId: 123456789012-a.apps.googleusercontent.com
BEADLE_GRAPH_SECRET: s3cret-of-graph
BEADLE_BOT_PASSWORD: s3cret of bot
`;

describe('beadle setup', function () {
  this.timeout(30_000);
  const folder = folders();
  const run = async (
    cwd: string,
    args: readonly string[],
    {
      stdin = '',
      rights = allRights,
      env = {}
    }: { readonly stdin?: string; readonly rights?: readonly string[]; readonly env?: { readonly [name: string]: string } } = {}
  ) => {
    const fake = await fakeTenants(undefined, { rights, directory: { users: [] } as never }, { people: {} });
    return beadle(['setup', ...args], { cwd, stdin, env, commands: [setupIn(fake.outside)] });
  };
  const yaml = async (cwd: string) => {
    const text = await readFile(join(cwd, 'beadle.yaml'), 'utf8');
    return { text, config: readConfig(text, 'beadle.yaml').value };
  };

  it('writes a commented beadle.yaml from the least answers, unattended', async () => {
    const cwd = await folder({ 'answers.yaml': least });
    const { code, out, err } = await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    assert.deepEqual([code, err], [0, '']);
    const { text, config } = await yaml(cwd);
    assert.deepEqual(
      [
        config.school.name,
        config.domains.staff,
        config.people.headteacher,
        config.signatures!.policies,
        config.post!.from,
        config.incidents!.retention
      ],
      [
        'Oak Primary School',
        ['oak.example'],
        ['head@oak.example'],
        [{ policy: 'st-norberts', audiences: ['staff', 'governors'] }],
        'Oak Primary School <aup@oak.example>',
        6
      ]
    );
    assert.equal(config.audit, undefined);
    assert.ok(text.includes('# Who an address belongs to: CSV') && text.includes('#   reminders: '));
    assert.match(out, /What you chose needs no right at Microsoft or Google\./);
    assert.deepEqual((await readdir(cwd)).sort(), ['answers.yaml', 'beadle.yaml']);
  });

  it('writes all of it, puts secrets into a file of their own, prints the links, and tries each right', async () => {
    const cwd = await folder({ 'answers.yaml': everything });
    await mkdir(join(cwd, '.git'));
    const { code, out } = await run(cwd, ['--answers', 'answers.yaml', '--yes'], {
      rights: allRights.filter(name => name !== 'Domain.Read.All')
    });
    assert.equal(code, 1, out);
    const { config, text } = await yaml(cwd);
    assert.deepEqual(config.calendar.terms, [
      { from: '2026-09-01', to: '2026-12-18' },
      { from: '2027-01-05', to: '2027-03-26' }
    ]);
    assert.equal(config.post!.by, 'microsoft');
    assert.deepEqual(
      [config.outlook!.tenants, config.bot!.tenantId, config.audit!.google!.customer],
      [[ids.tenant], ids.tenant, 'C0123abcd']
    );
    assert.ok(config.sources);
    assert.ok(out.includes(`https://login.microsoftonline.com/${ids.tenant}/adminconsent?client_id=${ids.client}`));
    assert.match(out, /az ad app permission add --id .* --api-permissions .*b633e1c5-b582-4048-a93e-9f11b44c7e96=Role/);
    assert.match(out, /^audits +Domain\.Read\.All +MISSING +Grant it: «beadle permissions» has the commands\.$/m);
    assert.match(out, /^audits +Organization\.Read\.All +there$/m);
    assert.match(out, /^mail by the tenant +Mail\.Send +could not be tried: it cannot be tried without sending a mail/m);
    const path = join(cwd, 'beadle.env');
    const env = await readFile(path, 'utf8');
    assert.match(env, /^BEADLE_GRAPH_SECRET=s3cret-of-graph$/m);
    assert.match(env, /^BEADLE_BOT_PASSWORD="s3cret of bot"$/m);
    if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal(await readFile(join(cwd, '.gitignore'), 'utf8'), '/beadle.env\n');
    for (const secret of ['s3cret-of-graph', 's3cret of bot']) assert.ok(!out.includes(secret) && !text.includes(secret));
  });

  it('asks line by line, says at once what is wrong with an answer, and writes only after a yes', async () => {
    const answers = [
      'Oak Primary School',
      '',
      'head@oak.example',
      'oak.example',
      '',
      '',
      '',
      '?',
      'head',
      'head@oak.example',
      '',
      'e@oak.example',
      '',
      '',
      '',
      '',
      'outlook mail',
      'incidents',
      '-',
      ''
    ];
    const cwd = await folder();
    const no = await run(cwd, ['--offline'], { stdin: `${answers.join('\n')}\n\nn\n` });
    assert.equal(no.code, 2);
    assert.deepEqual(await readdir(cwd), []);
    assert.match(no.out, /1\. What is the school called\?\n {2}> /);
    assert.match(no.out, /«head@oak\.example» is no mail domain\. Write it without @, like school\.example\./);
    assert.match(no.out, /Mail addresses; the first is the one that is written to\.\n/);
    assert.match(no.out, /«head» is no mail address\./);
    assert.match(no.out, /«outlook mail» is not one of these: outlook, gmail, teams, mail, audits, incidents\./);
    assert.match(no.out, /Choose «teams» or «mail» as well\./);
    const yes = await run(cwd, ['--offline'], { stdin: `${answers.join('\n')}\ny\n` });
    assert.equal(yes.code, 0, yes.out);
    assert.equal((await yaml(cwd)).config.signatures, undefined);
  });

  it('writes nothing where somebody stops in the middle', async () => {
    const cwd = await folder();
    const { code, out } = await run(cwd, [], { stdin: 'Oak\n\noak.example\n' });
    assert.deepEqual([code, await readdir(cwd)], [2, []]);
    assert.match(out, /Broken off\. Nothing was written; begin again whenever you like\.\n$/);
  });

  it('speaks Welsh', async () => {
    const { out } = await run(await folder(), ['--lang', 'cy'], { stdin: '\n' });
    assert.match(out, /1\. Beth yw enw’r ysgol\?\n {2}> {3}Mae angen ateb yma\.\n/);
  });

  it('starts the second time from what is there, keeps what was written by hand, and keeps a copy', async () => {
    const cwd = await folder({ 'answers.yaml': least });
    await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    const first = (await yaml(cwd)).text;
    const again = await run(cwd, ['--yes', '--offline']);
    assert.equal(again.code, 0);
    assert.match(again.out, /beadle\.yaml stays as it is\./);
    assert.equal((await yaml(cwd)).text, first);
    const byHand = first
      .replace('# Whole mail domains.', '# Our own remark.')
      .replace('whenUnsure: confirm', 'whenUnsure: allow   # decided by the governors');
    await writeFile(join(cwd, 'beadle.yaml'), byHand);
    await writeFile(join(cwd, 'more.yaml'), 'headteacher: new.head@oak.example\n');
    const third = await run(cwd, ['--answers', 'more.yaml', '--yes', '--offline']);
    assert.equal(third.code, 0);
    assert.match(third.out, /^- {3}headteacher: \[head@oak\.example\]\n\+ {3}headteacher: \[new\.head@oak\.example\]$/m);
    assert.equal((await yaml(cwd)).text, byHand.replace('headteacher: [head@oak.example]', 'headteacher: [new.head@oak.example]'));
    assert.equal(await readFile(join(cwd, 'beadle.yaml.2026-11-22T120000'), 'utf8'), byHand);
  });

  it('keeps a secret that is there where nothing is typed, and the lines beside it', async () => {
    const cwd = await folder({ 'answers.yaml': everything });
    await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    const path = join(cwd, 'beadle.env');
    await writeFile(path, `${await readFile(path, 'utf8')}LOG_LEVEL=debug # ours\n`);
    await writeFile(join(cwd, 'more.yaml'), 'graphBy: certificate\nBEADLE_GRAPH_CERTIFICATE: beadle.pem\n');
    const { out, code } = await run(cwd, ['--answers', 'more.yaml', '--yes', '--offline']);
    assert.equal(code, 0, out);
    const env = await readFile(path, 'utf8');
    assert.match(env, /^BEADLE_BOT_PASSWORD="s3cret of bot"\nLOG_LEVEL=debug # ours\nBEADLE_GRAPH_CERTIFICATE=beadle\.pem\n$/m);
    assert.doesNotMatch(env, /BEADLE_GRAPH_SECRET/);
  });

  it('refuses answers that nobody asked for and answers that are wrong, and writes nothing', async () => {
    const cwd = await folder({
      'a.yaml': `${least}nmae: Oak\n`,
      'b.yaml': least.replace('oak.example\n', 'oak@example\n'),
      'c.yaml': '[1'
    });
    const [a, b, c] = [
      await run(cwd, ['--answers', 'a.yaml', '--yes']),
      await run(cwd, ['--answers', 'b.yaml', '--yes']),
      await run(cwd, ['--answers', 'c.yaml', '--yes'])
    ];
    assert.match(a.err, /«nmae» is no question/);
    assert.match(b.err, /^staff: «oak@example» is no mail domain/m);
    assert.match(c.err, /is no list of answers/);
    assert.deepEqual([a.code, b.code, c.code], [2, 2, 2]);
    assert.ok(!(await readdir(cwd)).includes('beadle.yaml'));
  });

  it('says so where the folder may not be written to', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip(); // nobody is refused there
    const cwd = await folder({ 'answers.yaml': least });
    await chmod(cwd, 0o500);
    const { code, err } = await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    await chmod(cwd, 0o700);
    assert.equal(code, 2);
    assert.match(err, /may not be opened by you/);
  });
});
