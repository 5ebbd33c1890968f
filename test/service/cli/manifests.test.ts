import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beadle, folders, schoolWith } from '../../support/cli.ts';

const outlook = `outlook:
  origin: https://beadle.school.example
  clientId: 01234567-89ab-cdef-0123-456789abcdef
  tenants: [89abcdef-0123-4567-89ab-cdef01234567]
`;

describe('beadle manifests', () => {
  const folder = folders();

  it('writes both manifests for the school’s own address, and says how they send', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({ 'crowd-in-the-open': { action: 'confirm' } }, outlook) });
    const { code, out, err } = await beadle(['manifests', '--out', 'made'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      [
        'wrote made/beadle-outlook.xml',
        'wrote made/unified/manifest.json',
        'wrote made/unified/cy-gb.json',
        'wrote made/unified/color.png',
        'wrote made/unified/outline.png',
        'wrote made/beadle-outlook.zip',
        'Send mode: PromptUser, because no rule blocks.',
        ''
      ].join('\n')
    );
    assert.deepEqual((await readdir(join(cwd, 'made'))).sort(), ['beadle-outlook.xml', 'beadle-outlook.zip', 'unified']);
    const xml = await readFile(join(cwd, 'made/beadle-outlook.xml'), 'utf8');
    assert.match(xml, /https:\/\/beadle\.school\.example\/outlook\/pane\.html/);
    assert.match(xml, /SendMode="PromptUser"/);
    assert.equal((await readFile(join(cwd, 'made/beadle-outlook.zip'))).readUInt32BE(0), 0x504b0304);
  });

  const bot = (id: string): string => `bot:
  appId: ${id}
  tenantId: 89abcdef-0123-4567-89ab-cdef01234567
  origin: https://beadle.school.example
`;
  const bots = ['33333333-3333-4333-8333-333333333333', '55555555-5555-4555-8555-555555555555'] as const;

  it('writes the app for Teams where the bot is registered, and says when people must consent again', async () => {
    const cwd = await folder({ 'a.yaml': schoolWith({}, outlook + bot(bots[0])), 'b.yaml': schoolWith({}, outlook + bot(bots[1])) });
    const made = (school: string, release: string) =>
      beadle(['manifests', '--school', school, '--out', 'made', '--release', release], { cwd });
    const first = await made('a.yaml', '1.0.0');
    assert.equal(first.code, 0);
    assert.match(first.out, /^wrote made\/beadle-teams\.zip$/m);
    assert.match(first.out, /signs people in as api:\/\/beadle\.school\.example\/01234567-89ab-cdef-0123-456789abcdef: add that/);
    assert.doesNotMatch(first.out, /consent/);
    assert.match((await made('a.yaml', '1.0.1')).out, /^Teams brings the app up to date by itself: nobody is asked to consent again\.$/m);
    const other = await made('b.yaml', '1.0.2');
    assert.match(other.out, /^In Teams people are asked to consent again: a bot was added or is another one\.$/m);
    assert.equal(other.code, 0);
    assert.equal((await made('a.yaml', '1.0.2')).code, 1);
  });

  it('writes the app for Teams alone where there is no Outlook', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({}, bot(bots[0])) });
    const { code, out } = await beadle(['manifests', '--out', '.'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^wrote beadle-teams\.zip$/m);
    assert.doesNotMatch(out, /outlook/);
  });

  it('blocks softly as soon as a rule blocks, and names it', async () => {
    const cwd = await folder({ 'oak.yaml': schoolWith({ 'crowd-in-the-open': { action: 'block' } }, outlook) });
    const { code, out } = await beadle(['manifests', '--school', 'oak.yaml', '--out', 'made', '--release', '1.2.3'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^Send mode: SoftBlock, because a rule blocks: crowd-in-the-open\.$/m);
    assert.match(out, /^Outlook before requirement set 1\.14 .* also holds back what Beadle only asks to confirm/m);
    const unified = JSON.parse(await readFile(join(cwd, 'made/unified/manifest.json'), 'utf8')) as { version: string };
    assert.equal(unified.version, '1.2.3');
  });

  it('warns when something changed under the same version, and not when nothing did', async () => {
    const cwd = await folder({
      'a.yaml': schoolWith({ 'crowd-in-the-open': { action: 'confirm' } }, outlook),
      'b.yaml': schoolWith({ 'crowd-in-the-open': { action: 'block' } }, outlook)
    });
    const made = (school: string, release = '1.0.0') =>
      beadle(['manifests', '--school', school, '--out', '.', '--release', release], { cwd });
    assert.equal((await made('a.yaml')).code, 0);
    assert.deepEqual([(await made('a.yaml')).code, (await made('a.yaml')).err], [0, '']);
    const { code, err } = await made('b.yaml');
    assert.equal(code, 1);
    assert.equal(
      err,
      'beadle: What lay there was another manifest of the same version, 1.0.0. Microsoft 365 takes a change only with a higher one: --release.\n'
    );
    assert.equal((await made('a.yaml', '1.0.1')).code, 0);
  });

  it('remembers what it wrote, and says that a rule which blocks asks for a new one', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({ 'crowd-in-the-open': { action: 'confirm' } }, outlook) });
    const needed = async (): Promise<string> => (await beadle(['outlook', 'policy', '--json'], { cwd })).out;
    assert.equal(JSON.parse(await needed()).manifest, null);
    await beadle(['manifests', '--out', 'made'], { cwd });
    assert.equal(JSON.parse(await needed()).manifest, null);
    await writeFile(join(cwd, 'beadle.yaml'), schoolWith({ 'crowd-in-the-open': { action: 'block' } }, outlook));
    assert.match(
      JSON.parse(await needed()).manifest,
      /^A rule blocks \(crowd-in-the-open\), but the manifest written last \(1\.0\.0, PromptUser\) can only ask: .*beadle manifests --release 1\.0\.1/
    );
    assert.match((await beadle(['outlook', 'policy'], { cwd })).out, /\nA rule blocks \(crowd-in-the-open\), but the manifest/);
    const { out } = await beadle(['manifests', '--out', 'made', '--release', '1.0.1'], { cwd });
    assert.match(out, /^The manifest written before \(1\.0\.0\) had PromptUser: have your administrator hand in this one/m);
    assert.equal(JSON.parse(await needed()).manifest, null);
    await writeFile(join(cwd, 'beadle.yaml'), schoolWith({ 'crowd-in-the-open': { action: 'confirm' } }, outlook));
    assert.match(JSON.parse(await needed()).manifest, /^No rule blocks any more, but the manifest written last \(1\.0\.1, SoftBlock\)/);
  });

  it('says that it does not know which manifest is in use where it wrote none and a rule blocks', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({ 'crowd-in-the-open': { action: 'block' } }, outlook) });
    const { out } = await beadle(['outlook', 'policy'], { cwd });
    assert.match(out, /\nA rule blocks \(crowd-in-the-open\), and only a manifest with SoftBlock can block\. Beadle does not know/);
  });

  for (const release of ['0.1.0', '1', 'v1.0.0', '1.0.0.0', '1.0.123456']) {
    it(`refuses ${release} as a version`, async () => {
      const { code, err } = await beadle(['manifests', '--release', release], { cwd: await folder() });
      assert.equal(code, 2);
      assert.equal(err, `beadle: «${release}» is no version of a manifest. It is three numbers, the first above 0: --release 1.0.1.\n`);
    });
  }

  it('shows them for the example school where there is no beadle.yaml, and says so', async () => {
    const { code, out, err } = await beadle(['manifests', '--out', '.'], { cwd: await folder() });
    assert.equal(code, 0);
    assert.match(out, /^wrote beadle-outlook\.xml$/m);
    assert.match(err, /^beadle: There is no beadle\.yaml here, so an invented example school stands in\./);
  });

  const gmail = 'gmail: { origin: "https://beadle.school.example", project: "123456789012", clientId: 1-a.apps.googleusercontent.com }\n';

  it('writes the deployment for Gmail where the school uses that, alone or beside Outlook’s', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({}, gmail), 'both.yaml': schoolWith({}, `${outlook}${gmail}`) });
    const alone = await beadle(['manifests', '--out', 'made'], { cwd });
    assert.deepEqual([alone.code, alone.out, alone.err], [0, 'wrote made/beadle-gmail.json\n', '']);
    const text = await readFile(join(cwd, 'made/beadle-gmail.json'), 'utf8');
    assert.ok(text.includes('"runFunction": "https://beadle.school.example/gmail/compose"'));
    const both = await beadle(['manifests', '--school', 'both.yaml', '--out', 'both'], { cwd });
    assert.match(both.out, /^wrote both\/beadle-gmail\.json\nwrote both\/beadle-outlook\.xml$/m);
    assert.equal(await readFile(join(cwd, 'both/beadle-gmail.json'), 'utf8'), text);
  });

  it('says what is missing where the school does not use Outlook', async () => {
    const { code, err } = await beadle(['manifests'], { cwd: await folder({ 'beadle.yaml': schoolWith({}) }) });
    assert.equal(code, 2);
    assert.match(err, /^beadle: beadle\.yaml says nothing of Outlook\./);
  });

  it('says so when it may not write there', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({}, outlook), made: 'a file' });
    const { code, err } = await beadle(['manifests', '--out', 'made'], { cwd });
    assert.deepEqual([code, err], [2, 'beadle: «made/beadle-outlook.xml» is there already. Move it away first.\n']);
  });
});
