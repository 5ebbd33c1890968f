import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { linesOfPdf } from '../../../service/documents/pdf.ts';
import { fieldCommands, leafCommands } from '../../../service/ledger/certificate-pdf.ts';
import { readSchool } from '../../../service/school.ts';
import { openSignatures, type Signatures } from '../../../service/signatures.ts';
import { signedNow } from '../../../service/store/checkpoints.ts';
import { beadle, schoolWith } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';

const school = `${schoolWith({})}signatures:
  people: people-to-ask.csv
  policies: [{ policy: policy.yaml, audiences: [staff, governors] }]
`;
const policy = `id: oak
title: { en: Using technology, cy: Defnyddio technoleg }
languages: [en, cy]
clauses:
  - { id: 1, section: Devices, text: { en: Lock the screen when you leave it., cy: Clowch y sgrin pan adewch chi hi. }, binds: [staff, governor] }
`;
const people = `name,address,roles
Safety,esafety@school.example,staff;coordinator
"=cmd|' /C calc'!A0",one@school.example,staff
Teacher Two,two@school.example,staff
Governor One,governor@governors.example,governor;chair
`;

describe('beadle export, and beadle ledger on the school’s own database', function () {
  this.timeout(60_000);
  let env: { readonly [name: string]: string };
  let cwd: string;
  const run = (line: string) => beadle(line.split(' '), { cwd, env });

  // One school for all of them, which they use in this order.
  before(async () => {
    env = { DATABASE_URL: (await freshDatabase()).url };
    cwd = await mkdtemp(join(tmpdir(), 'beadle-'));
    for (const [name, text] of Object.entries({ 'beadle.yaml': school, 'policy.yaml': policy, 'people-to-ask.csv': people })) {
      await writeFile(join(cwd, name), text);
    }
    await run('people import --yes');
    assert.equal((await run('publish --yes')).code, 0);
    await within(async ({ desk }) => {
      await sign(desk, 'one@school.example', 'Kit Sample');
      const two = (await desk.people()).find(({ address }) => address === 'two@school.example')!;
      const matter = { person: two.id, policy: 'oak' };
      await desk.open(matter, 'cy', 'web');
      await desk.decline(matter, 1, '=IMPORTXML("http://a.example")', 'web');
    });
  });

  after(() => rm(cwd, { recursive: true, force: true }));

  async function within<T>(work: (signatures: Signatures) => Promise<T>): Promise<T> {
    const io = { cwd, env, now: () => new Date('2026-11-22T12:00:00Z') };
    const signatures = await openSignatures(await readSchool(undefined, io), io);
    try {
      return await work(signatures);
    } finally {
      await signatures.close();
    }
  }

  async function sign(desk: Signatures['desk'], address: string, typedName: string): Promise<void> {
    const person = (await desk.people()).find(each => each.address === address)!;
    const matter = { person: person.id, policy: 'oak' };
    await desk.open(matter, 'en', 'web');
    const taken = await desk.sign({
      matter,
      major: 1,
      typedName,
      fields: { 'job-title': 'Teacher' },
      agreed: true,
      question: 'May I use my own phone?',
      language: 'en',
      channel: 'web',
      assurance: 'code'
    });
    assert.ok('done' in taken, JSON.stringify(taken));
  }

  const checkpoint = () =>
    within(({ database, id, key }) =>
      signedNow(database.db, id, { signer: key.signer, now: new Date('2026-11-22T20:00:00Z'), date: '2026-11-22' }, async () => {})
    );

  it('writes where every signature stands as CSV, in which nothing that was typed runs as a formula', async () => {
    const { code, out, err } = await run('export');
    assert.deepEqual([code, err], [0, '']);
    const [head, ...rows] = out.trimEnd().split('\r\n');
    const headings = head!.split(',');
    assert.equal(new Set(headings).size, headings.length, 'two columns are called the same');
    assert.match(head!, /^\ufeffName,E-mail,Roles,Groups,Class,For the child,Policy,Version,Audience,School year from,Status,Due,/);
    assert.equal(rows.length, 4);
    const row = rows.find(each => each.includes('Kit Sample'))!;
    assert.ok(row.startsWith("'=cmd|' /C calc'!A0,one@school.example,member of staff,"), row);
    assert.ok(row.includes(',Using technology,1.0,Staff,,signed,') && row.includes('2026-11-22 12:00'), row);
    assert.ok(rows.some(each => each.includes(`"'=IMPORTXML(""http://a.example"")"`)));
    const welsh = await run('export --lang cy');
    assert.match(welsh.out, /^\ufeffEnw,E-bost,Rolau,/);
    assert.match(welsh.out, /,Defnyddio technoleg,1\.0,Staff,,gwrthodwyd,/);
  });

  it('writes JSON for another program, with instants in UTC', async () => {
    const { out } = await run('export --format json');
    const { school: id, made, signatures } = JSON.parse(out);
    assert.deepEqual([id, made, signatures.length], ['school.example', '2026-11-22T12:00:00.000Z', 4]);
    const signed = signatures.find((each: { typedName?: string }) => each.typedName === 'Kit Sample');
    assert.deepEqual(
      [signed.answeredAt, signed.question, signed['job-title']],
      ['2026-11-22T12:00:00.000Z', 'May I use my own phone?', 'Teacher']
    );
    assert.match(signed.leaf, /^[0-9a-f]{64}$/);
  });

  it('writes a workbook to a file that nobody else may read, and never over another', async () => {
    const { code, out } = await run('export --format xlsx --out all.xlsx');
    assert.deepEqual([code, out], [0, '«all.xlsx»: 4 signatures. It holds names: keep it as you keep a register.\n']);
    assert.equal((await stat(join(cwd, 'all.xlsx'))).mode & 0o777, 0o600);
    assert.equal((await readFile(join(cwd, 'all.xlsx'))).subarray(0, 2).toString(), 'PK');
    const again = await run('export --format xlsx --out all.xlsx');
    assert.deepEqual([again.code, again.err], [2, 'beadle: «all.xlsx» is there already. Move it away first.\n']);
  });

  it('gives a receipt at once, and with its proof once a checkpoint covers it', async () => {
    const index = await signedAt();
    await writeFile(join(cwd, 'early.json'), (await run(`export --format receipt --entry ${index}`)).out);
    assert.match((await run('ledger verify --receipt early.json')).out, /No checkpoint covers it yet/);
    await checkpoint();
    await writeFile(join(cwd, 'late.json'), (await run(`export --format receipt --entry ${index}`)).out);
    assert.match(
      (await run('ledger verify --receipt late.json')).out,
      / stands in the ledger of school\.example as the receipt shows it\./
    );
  });

  it('certifies one signature on paper, with the receipt inside, which verifies', async () => {
    await checkpoint();
    const index = await signedAt();
    const { code, out } = await run(`export --format pdf --entry ${index} --out one.pdf`);
    assert.deepEqual([code, out], [0, `«one.pdf» certifies entry ${index}.\n`]);
    const pdf = await readFile(join(cwd, 'one.pdf'));
    const text = (await textOf(pdf)).replace(/\s+/g, ' ');
    for (const words of [
      'Certificate of a signature',
      'Kit Sample',
      'Using technology, version 1.0 (English)',
      'May I use my own phone?'
    ]) {
      assert.ok(text.includes(words), words);
    }
    assert.match(text, /22 November 2026, 12:00 \(Europe\/London\); 2026-11-22 12:00:00 UTC/);
    assert.match(text, /How to check it without us/);
    assert.match(text, /that nobody else sat at the keyboard/);
    await writeFile(join(cwd, 'receipt.json'), attachedIn(pdf));
    assert.equal((await run('ledger verify --receipt receipt.json')).code, 0);
    const welsh = await run(`export --format pdf --entry ${index} --out un.pdf --lang cy`);
    assert.equal(welsh.code, 0);
    assert.match((await textOf(await readFile(join(cwd, 'un.pdf')))).replace(/\s+/g, ' '), /Tystysgrif llofnod .*Sut i’w wirio hebom ni/);
  });

  it('prints commands that compute the leaf, the commitments and the root anew (needs jq, openssl and xxd)', async function () {
    for (const tool of ['jq', 'openssl', 'xxd']) if (!hasTool(tool)) this.skip(); // needs jq, openssl and xxd
    await checkpoint();
    const index = await signedAt();
    await rm(join(cwd, 'receipt.json'), { force: true });
    await run(`export --format receipt --entry ${index} --out receipt.json`);
    const receipt = JSON.parse(await readFile(join(cwd, 'receipt.json'), 'utf8'));
    const sh = (line: string): string => execFileSync('bash', ['-c', line], { cwd, encoding: 'utf8' }).trim();
    assert.equal(sh(leafCommands.join('\n')), `${receipt.leaf.hash}  -`);
    const computed = sh(fieldCommands(['person', 'typedName', 'fields', 'question']).join('\n')).split('\n');
    assert.equal(computed.length, 8);
    for (let i = 0; i < 8; i += 2) assert.equal(computed[i]!.split(' ').pop(), computed[i + 1]);
    await run(`export --format pdf --entry ${index} --out two.pdf`);
    const printed = await textOf(await readFile(join(cwd, 'two.pdf')));
    for (const line of [...leafCommands, ...fieldCommands(['person', 'typedName', 'fields', 'question'])]) {
      assert.ok(printed.includes(line.trim()), `on paper: ${line}`);
    }
    const root = printed.match(/Root\s+([0-9a-f]{64})/)?.[1];
    const commands = printed.slice(printed.indexOf('\nH=')).split('4. The checkpoint')[0]!;
    assert.equal(sh(commands).split('\n').pop(), root);
  });

  const wrongs: readonly (readonly [line: string, sentence: RegExp])[] = [
    ['export --format pdf --out a.pdf', /Say which signature is meant, by its number in the ledger/],
    ['export --format pdf --entry 0 --out a.pdf', /Entry 0 of the ledger is no signature/],
    ['export --format receipt --entry 999', /Entry 999 of the ledger is no signature/],
    ['export --format xlsx', /cannot be shown here\. Say where to write it: --out FILE\./],
    ['export --entry 1', /--entry is for one signature/],
    ['export --policy elm', /No policy «elm» was published\. There is: oak\./],
    ['export --out none/a.csv', /There is no file «none\/a\.csv»/]
  ];
  it('says what to do where something is wrong, and exits with 2', async () => {
    for (const [line, sentence] of wrongs) {
      const { code, out, err } = await run(line);
      assert.deepEqual([code, out], [2, ''], line);
      assert.match(err, sentence);
    }
  });

  it('verifies the ledger where it is kept, and its export elsewhere, before and after a new key', async () => {
    await within(({ desk }) => sign(desk, 'esafety@school.example', 'Safety'));
    const first = await checkpoint();
    assert.match((await run('ledger new-key')).out, /^Key beadle-[0-9a-f]{32} signs from now on/);
    await within(({ desk }) => sign(desk, 'governor@governors.example', 'Governor One'));
    await checkpoint();
    const home = await run('ledger verify');
    assert.deepEqual([home.code, home.err], [0, ''], home.out);
    assert.match(home.out, /^The ledger of school\.example is whole/);
    assert.match(home.out, /checkpoints +3, the last on 22 November 2026\n/);
    const written = await run('ledger export ledger.jsonl');
    assert.equal(written.code, 0);
    assert.equal((await stat(join(cwd, 'ledger.jsonl'))).mode & 0o777, 0o600);
    await writeFile(join(cwd, 'mail.txt'), first!.note);
    env = {};
    const away = await run('ledger verify ledger.jsonl --checkpoint mail.txt');
    assert.deepEqual([away.code, away.out.replace(/ {2}of them.*\n/, '').replace(/ +/g, ' ')], [0, home.out.replace(/ +/g, ' ')]);
    assert.match(away.out, /of them kept elsewhere +1\n/);
  });

  async function signedAt(): Promise<number> {
    const { signatures } = JSON.parse((await run('export --format json')).out) as { signatures: { typedName?: string; entry: number }[] };
    return signatures.find(({ typedName }) => typedName === 'Kit Sample')!.entry;
  }
});

async function textOf(pdf: Buffer): Promise<string> {
  const lines = await linesOfPdf(pdf);
  return lines.map(line => (typeof line === 'string' ? line : line.text)).join('\n');
}

/** The file within a PDF: the one stream that is JSON. */
function attachedIn(pdf: Buffer): string {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('\nendstream', at);
    try {
      const text = inflateSync(pdf.subarray(at + 7, end)).toString('utf8');
      if (text.startsWith('{')) return text;
    } catch {
      // Another kind of stream.
    }
  }
  return '';
}

function hasTool(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`]);
    return true;
  } catch {
    return false;
  }
}
