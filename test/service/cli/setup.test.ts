import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setupIn } from '../../../service/cli/setup.ts';
import { readConfig } from '../../../service/config.ts';
import { openShared } from '../../../service/store/database.ts';
import { begun } from '../../../service/store/ledger.ts';
import { peopleOf } from '../../../service/store/people.ts';
import { beadle, folders } from '../../support/cli.ts';
import { emptyDatabase } from '../../support/database.ts';
import { person } from '../../support/desk.ts';
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

  it('asks line by line, says at once what is wrong with an answer, and writes where nobody says no', async () => {
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
    const no = await run(cwd, ['--offline'], { stdin: `${answers.join('\n')}\nn\n` });
    assert.equal(no.code, 2);
    assert.match(no.out, /Write it\? \[Y\/n\] Nothing was written\.\n$/);
    assert.deepEqual(await readdir(cwd), []);
    assert.match(no.out, /1\. What is the school called\?\n {2}> /);
    assert.match(no.out, /«head@oak\.example» is no mail domain\. Write it without @, like school\.example\./);
    assert.match(no.out, /Mail addresses; the first is the one that is written to\.\n/);
    assert.match(no.out, /«head» is no mail address\./);
    assert.match(no.out, /«outlook mail» is not one of these: outlook, gmail, teams, mail, audits, incidents\./);
    assert.match(no.out, /Choose «teams» or «mail» as well\./);
    const gone = await run(cwd, ['--offline'], { stdin: `${answers.join('\n')}\n` });
    assert.deepEqual([gone.code, await readdir(cwd)], [2, []], 'nobody pressed Return');
    const yes = await run(cwd, ['--offline'], { stdin: `${answers.join('\n')}\n\n` });
    assert.equal(yes.code, 0, yes.out);
    assert.equal((await yaml(cwd)).config.signatures, undefined);
  });

  it('says of a policy file what is wrong with it, and never to leave it empty', async () => {
    const cwd = await folder({ 'answers.yaml': `${least}policy: policy.yaml\n`, 'other.yaml': 'id: [1\n' });
    const none = await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    assert.equal(none.code, 2);
    assert.match(
      none.err,
      /^policy: There is no file «policy\.yaml» beside beadle\.yaml\. Put it there, or name one of Beadle’s own policies: st-norberts\b/
    );
    assert.doesNotMatch(none.err, /empty/);
    await writeFile(join(cwd, 'answers.yaml'), `${least}policy: other.yaml\n`);
    assert.match((await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline'])).err, /^policy: other\.yaml, line 2: /);
  });

  /** The lines at the end, without their numbers. */
  const missing = (out: string): readonly string[] =>
    out
      .slice(out.indexOf('What is still missing to go live:\n'))
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.replace(/^ +\d+\. /, ''));

  it('says at the end what is still missing to go live, a line each', async () => {
    const cwd = await folder({ 'answers.yaml': least });
    const { out } = await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    assert.deepEqual(missing(out), [
      'The list of the people who are asked: write people-to-ask.csv beside beadle.yaml, and name it under «signatures:» as «people:».',
      'The mail server: write BEADLE_SMTP_URL into beadle.env. Until then mails lie in .beadle/outbox and reach nobody.',
      'Take over the list of people: beadle people import',
      'Publish what is signed (st-norberts): beadle publish',
      'Start it: beadle serve',
      'See whether all of it works: beadle doctor'
    ]);
    const cy = await run(cwd, ['--yes', '--offline', '--lang', 'cy']);
    assert.match(cy.out, /Yr hyn sydd ar goll o hyd cyn mynd yn fyw:\n {2}1\. Y rhestr o’r bobl y gofynnir iddynt: /);
  });

  it('leaves out at the end what is there already', async () => {
    const url = await emptyDatabase();
    const shared = await openShared({ url, folder: '' });
    const { db } = shared.of('oak.example');
    await begun(db, { id: 'oak.example', name: 'Oak Primary School' });
    await peopleOf(db, 'oak.example').put([person('p1', { name: 'Teacher Seven', roles: ['staff'], address: 'p1@oak.example' })]);
    await shared.close();
    const cwd = await folder({ 'answers.yaml': least, 'sub/x': '' });
    const env = { DATABASE_URL: url, BEADLE_SMTP_URL: 'smtps://mail.oak.example' };
    const { out } = await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline', '--school', 'sub/beadle.yaml'], { env });
    assert.deepEqual(missing(out), [
      'Publish what is signed (st-norberts): beadle publish --school sub/beadle.yaml',
      'Start it: beadle serve --school sub/beadle.yaml',
      'See whether all of it works: beadle doctor --school sub/beadle.yaml'
    ]);
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

  it('says so where a file cannot be written, and leaves none half-written', async () => {
    const cwd = await folder({ 'answers.yaml': `${least}BEADLE_SMTP_URL: smtp://mail.example\n` });
    await mkdir(join(cwd, 'beadle.env'));
    const { code, err } = await run(cwd, ['--answers', 'answers.yaml', '--yes', '--offline']);
    assert.equal(code, 2);
    assert.match(err, /beadle\.env/);
    assert.deepEqual((await readdir(cwd)).sort(), ['answers.yaml', 'beadle.env']);
  });
});
