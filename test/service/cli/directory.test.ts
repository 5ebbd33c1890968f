import assert from 'node:assert/strict';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { directoryIn } from '../../../service/cli/directory.ts';
import { openWhoIsWho, renewCopy } from '../../../service/directory-sync.ts';
import { directoryJob } from '../../../service/jobs/directory.ts';
import type { Log } from '../../../service/log.ts';
import { openService } from '../../../service/service.ts';
import { peopleOf } from '../../../service/store/people.ts';
import { readSchool } from '../../../service/school.ts';
import { beadle, folders } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';
import type { FakeGooglePeople } from '../../support/google/fake.ts';
import { type FakeDirectory, idOf } from '../../support/graph/directory.ts';
import { a3, type FakeTenants, fakeTenants, googleKey } from '../../support/tenants.ts';

const yaml = `school: { name: Example Primary School, policy: st-norberts }
domains: { staff: [school.example], pupils: [pupils.school.example] }
directory: [{ file: people.csv }]
sources:
  microsoft: { tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef }
  google: { customer: C0123abcd, admin: admin@school.example }
  units: [{ unit: /Staff/, audience: staff }]
`;
const people = 'address,audience,name,household\nhand@family.example,parent,By Hand,h1\nteacher.0@school.example,governor,Governor One,\n';

const user = (i: number, name = `teacher.${i}`) => ({
  id: idOf(1, i),
  displayName: `Teacher ${i}`,
  mail: `${name}@school.example`,
  userPrincipalName: `${name}@school.example`,
  otherMails: [],
  proxyAddresses: [],
  accountEnabled: true,
  userType: 'Member',
  assignedLicenses: []
});
const pupil = (i: number) => ({
  id: idOf(2, i),
  displayName: `Pupil ${i}`,
  mail: null,
  userPrincipalName: `pupil.${i}@pupils.school.example`,
  accountEnabled: true,
  primaryRole: 'student',
  relatedContacts: [
    {
      displayName: `Parent ${i}`,
      emailAddress: `parent.${i}@family.example`,
      relationship: 'parent',
      accessConsent: true,
      mobilePhone: null
    }
  ]
});

describe('beadle directory', function () {
  this.timeout(60_000);
  const folder = folders();
  let env: { readonly [name: string]: string };
  let cwd: string;
  let microsoft: FakeDirectory;
  let google: FakeGooglePeople;
  let tenants: FakeTenants;

  async function reached(options: { readonly rights?: readonly string[]; readonly scopes?: readonly string[] } = {}): Promise<void> {
    const { rights, scopes } = options;
    tenants = await fakeTenants(a3, { directory: microsoft, ...(rights && { rights }) }, { people: google, ...(scopes && { scopes }) });
  }

  beforeEach(async () => {
    env = { DATABASE_URL: (await freshDatabase()).url, BEADLE_GRAPH_SECRET: 'hunter-two', BEADLE_GOOGLE_KEY: 'key.json' };
    cwd = await folder({ 'beadle.yaml': yaml, 'people.csv': people, 'key.json': googleKey() });
    await chmod(join(cwd, 'key.json'), 0o600);
    microsoft = {
      users: Array.from({ length: 10 }, (_, i) => user(i)),
      skus: [],
      roster: Array.from({ length: 10 }, (_, i) => pupil(i)),
      page: 50
    };
    google = {
      users: [{ id: '1', primaryEmail: 'mentor@school.example', orgUnitPath: '/Staff', name: { fullName: 'Mentor One' } }],
      guardians: [{ studentId: '9', guardianId: 'g', guardianProfile: { id: 'g', emailAddress: 'teacher.1@school.example' } }]
    };
    await reached();
  });

  const run = (...args: readonly string[]) => beadle(['directory', ...args], { cwd, env, commands: [directoryIn(tenants.outside)] });
  const school = () => readSchool(undefined, { cwd, now: () => new Date('2026-11-22T12:00:00Z') });
  const known = async () => (await school()).policy.directory;

  it('shows counts first and takes nothing over where it only looks', async () => {
    const { code, out, err } = await run('--check');
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /^Who is who: 32 new, 0 gone, 0 changed, 0 the same\.\n\nSOURCE +PEOPLE\n/);
    assert.match(out, /\nmicrosoft-accounts +10 +read\nmicrosoft-roster +20 +read\ngoogle-accounts +1 +read\ngoogle-guardians +1 +read\n/);
    assert.match(out, /\nNew\n {2}mentor@school\.example +staff +Mentor One\n/);
    assert.match(out, /\n {2}and 12 more\n\nNothing was taken over: «beadle directory» does that\.\n$/);
    assert.deepEqual(Object.keys(await known()).sort(), ['hand@family.example', 'teacher.0@school.example']);
  });

  it('takes over what the sources say, beside what the school wrote by hand, for the mail policy', async () => {
    assert.equal((await run()).code, 0);
    const directory = await known();
    assert.equal(Object.keys(directory).length, 32);
    assert.deepEqual(directory['hand@family.example'], [{ audience: 'parent', name: 'By Hand', household: 'h1' }]);
    assert.deepEqual(directory['teacher.0@school.example'], [
      { audience: 'governor', name: 'Governor One' },
      { audience: 'staff', name: 'Teacher 0' }
    ]);
    assert.deepEqual(directory['teacher.1@school.example'], [{ audience: 'parent' }, { audience: 'staff', name: 'Teacher 1' }]);
    assert.deepEqual((await school()).policy.knows, ['parent', 'governor', 'staff', 'pupil']);
    assert.equal((await stat(join(cwd, 'data', 'directory.json'))).mode & 0o777, 0o600);
    const again = await run('--check');
    assert.equal(again.code, 0);
    assert.match(again.out, /^Who is who: 0 new, 0 gone, 0 changed, 32 the same\.\n/);
  });

  it('asks Google for the scopes of what it reads, and for no others', async () => {
    await run('--check');
    assert.deepEqual(tenants.scopes, [
      [
        'https://www.googleapis.com/auth/admin.directory.user.readonly',
        'https://www.googleapis.com/auth/classroom.guardianlinks.students.readonly',
        'https://www.googleapis.com/auth/classroom.profile.emails'
      ]
    ]);
  });

  it('lists the rights that it needs, and asks nobody', async () => {
    const { code, out } = await run('--rights');
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map(line => line.split(/ {2,}/)),
      [
        ['User.Read.All', 'df021288-bdef-4463-88db-98f22de89214', 'microsoft-accounts'],
        ['Organization.Read.All', '498476ce-e0fe-48b0-b801-37ba7e2685c6', 'microsoft-accounts'],
        ['EduRoster.Read.All', 'e0ac9e1b-cb65-4fc5-87c5-1a8bc181f648', 'microsoft-roster'],
        ['https://www.googleapis.com/auth/admin.directory.user.readonly', 'google-accounts'],
        ['https://www.googleapis.com/auth/classroom.guardianlinks.students.readonly', 'google-guardians'],
        ['https://www.googleapis.com/auth/classroom.profile.emails', 'google-guardians']
      ]
    );
    assert.deepEqual(tenants.asked, []);
  });

  it('reads of accounts only the changes afterwards', async () => {
    await run();
    microsoft.changed = [user(3, 'new.name')];
    microsoft.removed = [idOf(1, 4)];
    await reached();
    const { out } = await run();
    assert.match(out, /^Who is who: 1 new, 2 gone, 0 changed, 30 the same\.\n/);
    assert.match(out, /\nGone\n {2}teacher\.3@school\.example +staff +Teacher 3\n {2}teacher\.4@school\.example +staff +Teacher 4\n/);
    assert.deepEqual(
      tenants.asked.filter(({ url }) => url.includes('/users/delta')).map(({ url }) => new URL(url).search),
      ['?$deltatoken=mark']
    );
  });

  it('keeps what was known where a source cannot be read, and says which right is missing', async () => {
    await run();
    await reached({ rights: ['User.Read.All', 'Organization.Read.All'] });
    const { code, out } = await run();
    assert.equal(code, 2);
    assert.match(out, /\nmicrosoft-roster +20 +not permitted: it lacks EduRoster\.Read\.All\n/);
    assert.match(out, /^Who is who: 0 new, 0 gone, 0 changed, 32 the same\./);
    assert.equal(Object.keys(await known()).length, 32);
  });

  it('does not believe a source that lacks more than a fifth, unless somebody says that they left', async () => {
    await run();
    microsoft.roster = microsoft.roster!.slice(0, 5);
    const { code, out } = await run();
    assert.equal(code, 1);
    assert.match(out, /\nmicrosoft-roster +20 +not believed: 10 would be gone; --leavers takes it over\n/);
    assert.equal(Object.keys(await known()).length, 32);
    const taken = await run('--leavers', '--lang', 'cy');
    assert.equal(taken.code, 0);
    assert.match(taken.out, /^Pwy yw pwy: 0 newydd, 10 wedi mynd, 0 wedi newid, 22 yr un fath\.\n/);
    assert.equal(Object.keys(await known()).length, 22);
    // And what the school wrote by hand is still there.
    assert.deepEqual((await known())['hand@family.example']?.[0]?.name, 'By Hand');
  });

  it('forgets a tenant that the school names no more, and says so', async () => {
    await run();
    await writeFile(join(cwd, 'beadle.yaml'), yaml.replace(/ {2}google.*\n/, ''));
    const { out } = await run();
    assert.match(out, /\nNo longer named, and forgotten: google-accounts, google-guardians\.\n$/);
    assert.deepEqual((await known())['teacher.1@school.example'], [{ audience: 'staff', name: 'Teacher 1' }]);
  });

  it('runs each night and says counts alone; another machine gets its copy out of the database', async () => {
    const io = { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') };
    const parts = await openWhoIsWho(await school(), io);
    try {
      const job = directoryJob(parts, { stop: new AbortController().signal, world: tenants.outside });
      const queue = async (): Promise<void> => {};
      assert.equal(job.cron, '30 3 * * *');
      assert.equal(await job.run(queue), 'Who is who was read: 32 new, 0 gone, 0 changed.');
      microsoft.roster = [];
      assert.equal(
        await job.run(queue),
        'Who is who was read: 0 new, 0 gone, 0 changed. NOT TAKEN OVER: microsoft-roster, of which 20 would be gone. «beadle directory --check» shows it.'
      );
      const elsewhere = await folder({ 'beadle.yaml': yaml });
      assert.deepEqual([await renewCopy({ ...parts, folder: elsewhere }), await renewCopy({ ...parts, folder: elsewhere })], [true, false]);
      const copy = async (of: string): Promise<unknown> =>
        (JSON.parse(await readFile(join(of, 'data', 'directory.json'), 'utf8')) as { directory: unknown }).directory;
      assert.deepEqual(await copy(elsewhere), await copy(cwd));
    } finally {
      await parts.close();
    }
  });

  it('ties those who sign to their accounts by an address that nobody shares', async () => {
    const opened = await openWhoIsWho(await school(), { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') });
    try {
      const store = peopleOf(opened.database.db, opened.id);
      const person = (name: string, address: string, more: object = {}) =>
        ({ name, address, roles: ['staff'], groups: [], children: [], language: 'en', ...more }) as const;
      await store.put([
        person('One', 'teacher.1@school.example'),
        person('Two', 'teacher.2@school.example'),
        person('Two as well', 'teacher.2@school.example'),
        person('Three', 'teacher.3@school.example', { entraId: idOf(9, 3) }),
        person('Parent', 'parent.1@family.example')
      ]);
      assert.match((await run()).out, /\nOf those who sign, now tied to their account, so that Teams knows them: 1\.\n$/);
      const ids = Object.fromEntries((await store.all()).map(({ name, entraId }) => [name, entraId]));
      assert.deepEqual(ids, { One: idOf(1, 1), Two: undefined, 'Two as well': undefined, Three: idOf(9, 3), Parent: undefined });
      assert.doesNotMatch((await run()).out, /tied/);
    } finally {
      await opened.close();
    }
  });

  it('is what «beadle serve» begins with where there is nothing else to do, and ends with it', async () => {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const service = openService(undefined);
    const io = { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') };
    const log = { info: say, warn: say } as unknown as Log;
    const said = await service.begin({ school: await school(), io, built: cwd, log, registered: undefined, origin: 'http://localhost' });
    assert.equal(said[0], 'Who is who is read at 03:30, Europe/London.');
    const server = createServer().listen(0);
    await service.stop(server);
    assert.deepEqual(lines, []);
  });

  it('says in beadle.yaml’s own line that no tenant is named', async () => {
    await writeFile(join(cwd, 'beadle.yaml'), yaml.replace(/ {2}(microsoft|google).*\n/g, ''));
    const { code, err } = await run();
    assert.equal(code, 2);
    assert.match(
      err,
      /beadle\.yaml, line 4: «sources» names no tenant, and neither does «audit:»\. Write «microsoft:» or «google:» under it\./
    );
  });

  it('says what to write where no source is named, and refuses a copy that is damaged', async () => {
    await run();
    await writeFile(join(cwd, 'data', 'directory.json'), '{"at":');
    await assert.rejects(school(), { code: 'wrong-directory' });
    await writeFile(join(cwd, 'beadle.yaml'), yaml.replace(/sources:[^]*$/, ''));
    const { code, err } = await run();
    assert.equal(code, 2);
    assert.match(err, /beadle\.yaml says nothing of where it is known who is who\. Write «sources:»/);
  });
});
