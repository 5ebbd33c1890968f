import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReports } from '../../../service/reporting.ts';
import { sealingKeyFile } from '../../../service/sealing.ts';
import { readSchool } from '../../../service/school.ts';
import { openSignatures, type Signatures } from '../../../service/signatures.ts';
import { signedNow } from '../../../service/store/checkpoints.ts';
import { beadle, schoolWith } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';
import { exampleReport } from '../../support/incidents.ts';

const school = `${schoolWith({})}signatures:
  people: people-to-ask.csv
  policies: [{ policy: policy.yaml, audiences: [staff, governors] }]
incidents:
  lead: { en: Ms Example, cy: Ms Example }
  routes: { virus: { to: [head], also: [coordinator] } }
  deputies: { head: [TWO@school.example] }
  away: [{ who: head@school.example, from: 2026-11-20, until: 2026-11-30 }]
  hours: { from: "08:00", until: "17:00", atOnce: [misuse] }
`;
const policy = `id: oak
title: { en: "Using <b>technology</b>", cy: Defnyddio technoleg }
languages: [en, cy]
clauses:
  - { id: 1, section: Devices, text: { en: Lock the screen when you leave it., cy: Clowch y sgrin pan adewch chi hi. }, binds: [staff, governor] }
`;
const people = `name,address,roles
Safety Weasel,esafety@school.example,staff;coordinator
"=cmd|' /C calc'!A0",one@school.example,staff
Teacher Badger,two@school.example,staff
Headley Otter,head@school.example,staff;head
Governor Stoat,governor@governors.example,governor;chair
`;
const names = /Weasel|Badger|Otter|Stoat|calc|@school\.example|@governors\.example/;

describe('beadle inspection-pack', function () {
  this.timeout(60_000);
  let env: { readonly [name: string]: string };
  let cwd: string;
  const run = (line: string) => beadle(line.split(' '), { cwd, env });

  before(async () => {
    env = { DATABASE_URL: (await freshDatabase()).url };
    cwd = await mkdtemp(join(tmpdir(), 'beadle-'));
    for (const [name, text] of Object.entries({ 'beadle.yaml': school, 'policy.yaml': policy, 'people-to-ask.csv': people })) {
      await writeFile(join(cwd, name), text);
    }
    assert.equal((await run('people import --yes')).code, 0);
    assert.equal((await run('publish --yes')).code, 0);
    await within(async signatures => {
      const { desk } = signatures;
      const all = await desk.people();
      const id = (address: string): string => all.find(each => each.address === address)!.id;
      const matter = { person: id('one@school.example'), policy: 'oak' };
      await desk.open(matter, 'en', 'web');
      const taken = await desk.sign({
        matter,
        major: 1,
        typedName: 'Kit Weasel',
        fields: { 'job-title': 'Weasel keeper' },
        agreed: true,
        question: 'May a weasel do it?',
        language: 'en',
        channel: 'web',
        assurance: 'code'
      });
      assert.ok('done' in taken);
      await desk.decline({ person: id('governor@governors.example'), policy: 'oak' }, 1, 'Weasel reasons', 'web');
      await desk.ledger.add({ kind: 'left', at: '2026-11-21T09:00:00.000Z', person: id('two@school.example'), policy: 'oak', major: 1 });
      const { database, id: named, key } = signatures;
      await signedNow(
        database.db,
        named,
        { signer: key.signer, now: new Date('2026-11-22T11:00:00Z'), date: '2026-11-22' },
        async () => {}
      );
      const incidents = await openReports(signatures, cwd);
      // The head is away: whoever stands in has it, as beadle.yaml says.
      const done = await incidents.report(
        exampleReport({ day: '2026-11-22', what: 'The weasel wrote it.' }),
        id('one@school.example'),
        'form'
      );
      assert.ok('done' in done && done.done.routed);
      const [waits] = await incidents.waiting(id('two@school.example'));
      assert.ok(waits);
      assert.ok('done' in (await incidents.add(waits.id, id('two@school.example'), { kind: 'closed', text: 'Weasel spoken to.' })));
      await incidents.referred();
    });
  });

  after(() => rm(cwd, { recursive: true, force: true }));

  async function within(work: (signatures: Signatures) => Promise<void>): Promise<void> {
    const io = { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') };
    const signatures = await openSignatures(await readSchool(undefined, io), io);
    try {
      await work(signatures);
    } finally {
      await signatures.close();
    }
  }

  async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
    const found = await readdir(join(cwd, folder), { recursive: true, withFileTypes: true });
    const files = found.filter(each => each.isFile()).map(each => join(each.parentPath, each.name));
    return new Map(await Promise.all(files.map(async path => [path.slice(join(cwd, folder).length + 1), await readFile(path)] as const)));
  }

  const packs = new Map<string, ReadonlyMap<string, Buffer>>();
  for (const reader of ['head', 'governors', 'inspector']) {
    it(`writes one for ${reader}, with an index and a manifest that holds of every file`, async () => {
      const { code, out, err } = await run(`inspection-pack --for ${reader} --out ${reader}`);
      assert.deepEqual([code, err], [0, '']);
      const files = await filesOf(reader);
      packs.set(reader, files);
      const manifest = files.get('MANIFEST.sha256')!.toString();
      const listed = manifest
        .trim()
        .split('\n')
        .map(line => line.split('  ') as [string, string]);
      assert.deepEqual(listed.map(([, path]) => path).sort(), [...files.keys()].filter(path => path !== 'MANIFEST.sha256').sort());
      for (const [hash, path] of listed) assert.equal(createHash('sha256').update(files.get(path)!).digest('hex'), hash, path);
      assert.ok(out.includes(createHash('sha256').update(manifest).digest('hex')));
      for (const path of [
        'index.html',
        'policies.csv',
        'policies/oak-1.0-en.txt',
        'policies/oak-1.0-cy.pdf',
        'signatures-totals.csv',
        'left-without-signing.csv',
        'ledger/ledger-without-names.jsonl',
        'ledger/checkpoints.txt',
        'ledger/how-to-verify.txt',
        'dpia.csv',
        'incidents.csv'
      ]) {
        assert.ok(files.has(path), path);
      }
      assert.equal((await stat(join(cwd, reader, 'signatures-totals.csv'))).mode & 0o777, 0o600);
    });
  }

  it('never holds what anybody wrote', () => {
    for (const [reader, files] of packs) {
      for (const [path, bytes] of files) {
        assert.doesNotMatch(
          bytes.toString('latin1'),
          /weasel (?:wrote|do|spoken|keeper)|Weasel reasons|Kit Weasel|Weasel spoken/i,
          `${reader}: ${path}`
        );
      }
    }
  });

  it('names people to the head alone, and addresses to nobody', () => {
    for (const [reader, files] of packs) {
      for (const [path, bytes] of files) {
        const named = reader === 'head' && ['signatures.csv', 'left-without-signing.csv'].includes(path);
        assert.doesNotMatch(bytes.toString('latin1'), named ? /@school\.example|@governors\.example/ : names, `${reader}: ${path}`);
      }
    }
    const head = packs.get('head')!;
    assert.match(head.get('signatures.csv')!.toString(), /Safety Weasel/);
    assert.match(head.get('left-without-signing.csv')!.toString(), /Teacher Badger/);
  });

  it('shows an inspector each signature by its entry, and governors totals', () => {
    const lines = packs.get('inspector')!.get('signatures.csv')!.toString().trim().split('\r\n');
    assert.match(lines[0]!, /^\ufeff?Roles,Policy,Version,Audience,School year from,Status,/);
    assert.equal(lines.length, 1 + 5);
    assert.ok(!packs.get('governors')!.has('signatures.csv'));
    assert.match(packs.get('governors')!.get('left-without-signing.csv')!.toString(), /technology<\/b>,1\r\n/);
    assert.match(packs.get('governors')!.get('signatures-totals.csv')!.toString(), /Staff/);
  });

  it('lets no cell run as a formula', () => {
    assert.match(packs.get('head')!.get('signatures.csv')!.toString(), /'=cmd\|/);
  });

  it('draws what was written as text in its index', () => {
    const index = packs.get('head')!.get('index.html')!.toString();
    assert.match(index, /Using &#60;b&#62;technology&#60;\/b&#62;/);
    assert.doesNotMatch(index, /<b>|<script/);
    assert.match(index, /default-src 'none'/);
  });

  it('counts what was reported, with the time to close', () => {
    const lines = packs.get('governors')!.get('incidents.csv')!.toString().split('\r\n');
    assert.ok(
      lines.some(line => /^"?A virus.*,1,0,1,less than a minute$/.test(line)),
      lines.join('\n')
    );
    assert.ok(
      lines.some(line => /safeguarding lead.*,1,,,$/.test(line)),
      lines.join('\n')
    );
  });

  it('holds a ledger that verifies but for the names that were withheld', async () => {
    const { code, out } = await run('ledger verify inspector/ledger/ledger-without-names.jsonl');
    assert.equal(code, 1);
    // One fault an entry: its names. Chain, tree and checkpoint hold.
    assert.match(out, /Faults: 5\. The first:\n  The personal fields of entry 0 are gone/);
    assert.match(out, /entries +5\n/);
    assert.match(out, /checkpoints +1,/);
    const exported = packs.get('inspector')!.get('ledger/ledger-without-names.jsonl')!.toString();
    assert.doesNotMatch(exported, /"salt"|"personal"/);
  });

  it('keeps the key that opens reports out of it, and for its owner alone', async () => {
    const key = (await readFile(join(cwd, sealingKeyFile), 'utf8')).trim();
    assert.equal((await stat(join(cwd, sealingKeyFile))).mode & 0o777, 0o600);
    for (const files of packs.values()) for (const bytes of files.values()) assert.ok(!bytes.includes(key));
  });

  it('speaks Welsh', async () => {
    assert.equal((await run('inspection-pack --for governors --out cymraeg --lang cy')).code, 0);
    const index = await readFile(join(cwd, 'cymraeg', 'index.html'), 'utf8');
    assert.match(index, /<html lang="cy">/);
    assert.match(index, /Pecyn arolygu Example Primary School/);
    assert.match(index, /Gwnaed ar 22 Tachwedd 2026 ar gyfer y llywodraethwyr\./);
  });

  it('never writes over what is there, and leaves nothing half done', async () => {
    const before = await readdir(cwd);
    const { code, err } = await run('inspection-pack --for head --out head');
    assert.notEqual(code, 0);
    assert.match(err, /is there already/);
    assert.deepEqual(await readdir(cwd), before);
  });

  it('asks where to write', async () => assert.match((await run('inspection-pack')).err, /--out FOLDER/));
});
