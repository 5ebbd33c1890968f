import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beadle, folders } from '../../support/cli.ts';
import { docxOf } from '../../support/documents.ts';

const policy = 'Rules\n\n1. Staff must keep their passwords secret.\n2. Staff must not forward chain letters.\n';

describe('beadle policy import', () => {
  const folder = folders();

  it('writes a policy.yaml, says what it found, and exits 0', async () => {
    const cwd = await folder({ 'our-policy.txt': policy });
    const { code, out, err } = await beadle(['policy', 'import', 'our-policy.txt'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^wrote policy\.yaml: 2 clauses; for 2 of them a duty was found, 2 different ones in all\.\n/);
    assert.match(await readFile(join(cwd, 'policy.yaml'), 'utf8'), /^# A draft, read from our-policy\.txt\.[\s\S]*\nid: our-policy\n/);
  });

  it('writes what «policy map» and «policy lint» read', async () => {
    const cwd = await folder({ 'our-policy.docx': docxOf([{ title: 'Rules' }, { numbered: 'Staff must not forward chain letters.' }]) });
    await beadle(['policy', 'import', 'our-policy.docx', '--out', 'ours.yaml'], { cwd });
    const { code, out } = await beadle(['policy', 'map', 'ours.yaml'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /no-chain-letters/);
  });

  it('prints it with --out -', async () => {
    const cwd = await folder({ 'our-policy.txt': policy });
    const { code, out } = await beadle(['policy', 'import', 'our-policy.txt', '--out', '-'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^# A draft/);
    await assert.rejects(readFile(join(cwd, 'policy.yaml')), { code: 'ENOENT' });
  });

  it('never writes over a file without --force', async () => {
    const cwd = await folder({ 'our-policy.txt': policy, 'policy.yaml': 'mine' });
    const { code, err } = await beadle(['policy', 'import', 'our-policy.txt'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /«policy\.yaml» is there already, and nothing was written\./);
    assert.equal(await readFile(join(cwd, 'policy.yaml'), 'utf8'), 'mine');
    assert.equal((await beadle(['policy', 'import', 'our-policy.txt', '--force'], { cwd })).code, 0);
    assert.match(await readFile(join(cwd, 'policy.yaml'), 'utf8'), /^# A draft/);
  });

  it('says that a document was not UTF-8, on the other stream and in the file', async () => {
    const cwd = await folder({ 'our-policy.txt': Buffer.from('Staff must pay \xa35 for a lost card.\n', 'latin1') });
    const { code, err } = await beadle(['policy', 'import', 'our-policy.txt'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /is not UTF-8\. It was read as Windows text/);
    assert.match(await readFile(join(cwd, 'policy.yaml'), 'utf8'), /is not UTF-8[\s\S]*£5/);
  });

  for (const [says, file, content, sentence] of [
    ['a file that is not there', 'none.txt', undefined, /There is no file «none\.txt»/],
    ['a format that it does not know', 'policy.xlsx', 'x', /ends in nothing that can be imported/],
    ['an empty file', 'policy.txt', '', /holds no text/],
    ['a text that asks nothing of anybody', 'policy.txt', 'Once upon a time there was a fox.\n', /nothing in it asks anything of anybody/]
  ] as const) {
    it(`exits 2 and writes nothing for ${says}`, async () => {
      const cwd = await folder(content === undefined ? {} : { [file]: content });
      const { code, out, err } = await beadle(['policy', 'import', file], { cwd });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, sentence);
      await assert.rejects(readFile(join(cwd, 'policy.yaml')), { code: 'ENOENT' });
    });
  }
});
