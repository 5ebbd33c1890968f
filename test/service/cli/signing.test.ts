import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleSigners } from '../../../service/example-people.ts';
import { readSchool } from '../../../service/school.ts';
import { openSignatures } from '../../../service/signatures.ts';
import { beadle, folders, schoolWith } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';

const signatures = `signatures:
  people: people-to-ask.csv
  policies: [{ policy: policy.yaml, audiences: [staff, governors] }]
`;
const school = `${schoolWith({})}${signatures}`;
const policy = `id: oak
title: { en: Using technology, cy: Defnyddio technoleg }
languages: [en, cy]
clauses:
  - { id: 1, section: Devices, text: { en: Lock the screen when you leave it., cy: Clowch y sgrin pan adewch chi hi. }, binds: [staff] }
  - { id: 2, section: Papers, text: { en: Governors read papers in the portal only., cy: Dim ond yn y porth y mae llywodraethwyr yn darllen papurau. }, binds: [governor] }
`;
const people = `name,address,roles,manager
Head,head@school.example,head;staff,
Safety,esafety@school.example,staff;coordinator,head@school.example
Teacher One,one@school.example,staff,head@school.example
Governor One,governor@governors.example,governor;chair,
`;

describe('the commands for signatures', function () {
  this.timeout(60_000);
  const folder = folders();
  let env: { readonly [name: string]: string };
  let cwd: string;
  const run = (line: string, given: { readonly stdin?: string; readonly isTTY?: boolean } = {}) =>
    beadle(line.split(' '), { cwd, env, ...given });

  beforeEach(async () => {
    env = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    cwd = await folder({ 'beadle.yaml': school, 'policy.yaml': policy, 'people-to-ask.csv': people });
  });

  const fresh = async (): Promise<void> => void (env = { DATABASE_URL: (await freshDatabase()).url });

  /** Lets somebody read and sign, as a page would. */
  async function sign(name: string): Promise<void> {
    const io = { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') };
    const opened = await openSignatures(await readSchool(undefined, io), io);
    try {
      const person = (await opened.desk.people()).find(each => each.name === name)!;
      const matter = { person: person.id, policy: 'oak' };
      const version = (await opened.desk.versions())[0]!;
      await opened.desk.open(matter, 'en', 'web');
      const taken = await opened.desk.sign({
        matter,
        major: version.major,
        typedName: name,
        fields: { 'job-title': 'Teacher' },
        agreed: true,
        language: 'en',
        channel: 'web',
        assurance: 'code'
      });
      assert.ok('done' in taken, JSON.stringify(taken));
    } finally {
      await opened.close();
    }
  }

  it('shows what an information system exports, row by row what is left out, and takes no part of the people for the whole', async () => {
    const csv =
      'Adno,Pupil Name,Contact Name,Contact Email,Relationship\n1,Kit Sample,Parent One,p@family.example,Mother\n1,Kit Sample,Nan,n@family.example,Grandmother\n';
    await writeFile(join(cwd, 'contacts.csv'), csv);
    const { code, out, err } = await run('people --check contacts.csv');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^contacts\.csv: 2 people\n/);
    assert.match(
      out,
      /\nAn export of SIMS\. Rows of which something is to be said: 1\.\n {2}line 3: «Grandmother» is no parent or guardian; the contact was left out\.\n$/
    );
    await writeFile(join(cwd, 'beadle.yaml'), schoolWith({}));
    assert.equal((await run('people --check contacts.csv')).out, out, 'the same for a school that asks nobody to sign');
    await writeFile(join(cwd, 'beadle.yaml'), school);
    const taken = await run('people import contacts.csv --yes');
    assert.equal(taken.code, 2);
    assert.match(taken.err, /contacts\.csv is an export of SIMS and holds a part of the people: everybody else would leave\./);
  });

  it('read a list without a database, and say who it holds', async () => {
    const { code, out, err } = await run('people --check');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      `people-to-ask.csv: 4 people

AUDIENCE   PEOPLE  SIGNS
Staff           3  policy.yaml
Governors       1  policy.yaml
Nobody on the list is data protection officer.
`
    );
  });

  it('take a list over once somebody says yes, and then know everybody', async () => {
    await fresh();
    const shown = await run('people import');
    assert.equal(shown.code, 1);
    assert.match(
      shown.out,
      /4 new, 0 changed, 0 no longer on the list, 0 the same\.\n {2}New: Head, Safety, Teacher One, Governor One\.\n\nNothing is taken over yet\. Say --yes to do so\.\n$/
    );
    const no = await run('people import', { isTTY: true, stdin: 'n\n' });
    assert.match(no.out, /Take this over\? \[y\/N\] \nNothing was taken over\.\n$/);
    const yes = await run('people import', { isTTY: true, stdin: 'y\n' });
    assert.deepEqual([yes.code, yes.out.split('\n').slice(-2)[0]], [0, 'Taken over: 4 new, 0 changed, 0 left.']);
    const again = await run('people');
    assert.deepEqual([again.code, again.out.split('\n').slice(-2)[0]], [0, 'Everybody is known already, as the list says.']);
    await writeFile(join(cwd, 'people-to-ask.csv'), people.replace('Teacher One', 'Teacher One Smith').replace(/Governor One.*\n/, ''));
    const next = await run('people --lang cy');
    assert.equal(next.code, 1);
    assert.ok(next.out.includes('0 newydd, 1 wedi newid, 1 heb fod ar y rhestr mwyach, 2 yr un fath.'), next.out);
  });

  it('refuse a list that would let many people leave, unless they are said to have left', async () => {
    await fresh();
    await writeFile(join(cwd, 'people-to-ask.csv'), exampleSigners);
    assert.equal((await run('people import --yes')).code, 0);
    const half = exampleSigners.split('\n').filter(line => !/Sample|Parent|parent/.test(line));
    await writeFile(join(cwd, 'half.csv'), half.join('\n'));
    const { code, err } = await run('people import half.csv --yes');
    assert.equal(code, 2);
    assert.match(
      err,
      /^beadle: half\.csv: 1[0-9] of 39 people would leave, which is more than a fifth\. See whether the list is whole, or say --leavers\.\n$/
    );
    assert.equal((await run('people import half.csv --yes --leavers')).code, 0);
  });

  it('show a first version, publish it once somebody says yes, and know it again', async () => {
    await fresh();
    await run('people import --yes');
    const shown = await run('publish', { isTTY: true, stdin: '\n' });
    assert.equal(shown.code, 1);
    assert.equal(
      shown.out,
      `Using technology (oak), version 1.0
It is the first version of this policy.

AUDIENCE   TO SIGN  ASKED ANEW  SIGNATURES THAT END
Staff            3           3                    0
Governors        1           1                    0

Publish version 1.0? It cannot be taken back. [y/N] 
Nothing was published.
`
    );
    assert.equal((await run('status')).out, 'Nothing is published yet: «beadle publish» shows what would be.\n');
    const done = await run('publish --yes');
    assert.equal(done.code, 0);
    assert.match(
      done.out,
      /Version 1\.0 of oak is published\. SHA-256 of its text: en [0-9a-f]{64}, cy [0-9a-f]{64}\nPeople are asked on 23 November 2026, by «beadle serve»\. Signatures to ask for: 4\.\n$/
    );
    assert.deepEqual(await run('publish'), { code: 0, out: 'oak is published as it is: version 1.0.\n', err: '' });
  });

  it('say of the next version whom it asks again, which signatures it ends and what changed, and do so', async () => {
    await fresh();
    await run('people import --yes');
    await run('publish --yes');
    await sign('Teacher One');
    await sign('Governor One');
    assert.equal(
      (await run('status')).out,
      `Using technology, version 1.0 of 22 November 2026

AUDIENCE   TO SIGN  SIGNED    %  TO ASK
Staff            3       1   33       2
Governors        1       1  100       0
all              4       2   50       2

A signature proves notice, not conduct. Who stands where by name: ask the bot, or «beadle export».
`
    );
    await writeFile(join(cwd, 'policy.yaml'), policy.replace('papers in the portal only', 'papers in the portal alone'));
    const shown = await run('publish');
    assert.equal(
      shown.out,
      `Using technology (oak), version 2.0
Version 1.0 of 22 November 2026 is in force.

AUDIENCE   TO SIGN  ASKED ANEW  SIGNATURES THAT END
Staff            3           2                    0
Governors        1           1                    1

Changed:
  reworded: 2 (governors)
      was: Governors read papers in the portal only.
      now: Governors read papers in the portal alone.

What Staff read of it:
  Nothing that concerns you has changed.

What Governors read of it:
  Worded differently: clause 2.
  All else that concerns you is as it was.

Nothing is published yet. Say --yes to publish it.
`
    );
    const minor = await run('publish --minor --lang cy');
    assert.ok(minor.out.includes('fersiwn 1.1') && minor.out.includes('! Nid yw mân fersiwn yn gofyn i neb eto'), minor.out);
    assert.equal((await run('publish --yes')).code, 0);
    const status = (await run('status --json')).out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { [name: string]: unknown });
    assert.deepEqual(
      status.map(({ policy: id, version, audience, wanted, signed, due }) => [id, version, audience, wanted, signed, due]),
      [
        ['oak', '2.0', 'staff', 3, 1, 2],
        ['oak', '2.0', 'governors', 1, 0, 1]
      ]
    );
  });

  for (const { says, files, line, sentence } of [
    {
      says: 'no beadle.yaml',
      files: { 'beadle.yaml': undefined },
      line: 'status',
      sentence: 'There is no beadle.yaml here, so there is no school that could ask anybody. Name it with --school FILE.'
    },
    {
      says: 'nothing about signatures in it',
      files: { 'beadle.yaml': schoolWith({}) },
      line: 'publish',
      sentence: 'beadle.yaml says nothing of who signs what. Take the «# » away before «signatures:» and put your own in.'
    },
    {
      says: 'a policy that is not to be signed',
      files: {},
      line: 'publish polcy.yaml',
      sentence: '«polcy.yaml» does not stand under «signatures:» in beadle.yaml. Did you mean «policy.yaml»?'
    },
    {
      says: 'a publisher whom nobody knows',
      files: {},
      line: 'publish --by nobody@school.example',
      sentence: 'Nobody here has the address «nobody@school.example». Leave --by out, or name somebody of the list of people.'
    },
    {
      says: 'a list that is not there',
      files: {},
      line: 'people --check people.cvs',
      sentence: 'There is no file «people.cvs». Check its name and the folder you are in.'
    }
  ]) {
    it(`say what to do where there is ${says}`, async () => {
      if (line.includes('--by')) await fresh();
      const standing = { 'beadle.yaml': school, 'policy.yaml': policy, ...files };
      cwd = await folder(
        Object.fromEntries(Object.entries(standing).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])))
      );
      assert.deepEqual(await run(line), { code: 2, out: '', err: `beadle: ${sentence}\n` });
    });
  }
});
