import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beadle, eml, folders } from '../../support/cli.ts';

describe('beadle init', () => {
  const folder = folders();

  it('writes files by which mail can be judged at once', async () => {
    const cwd = await folder({
      'a.eml': eml({
        To: 'parent.one@family.example, parent.two@family.example',
        Cc: 'head@school.example',
        Date: 'Wed, 18 Nov 2026 10:00:00 +0000'
      })
    });
    const { code, out, err } = await beadle(['init'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^wrote beadle\.yaml\nwrote beadle\.schema\.json\nwrote people\.csv\nwrote people-to-ask\.csv\n/);
    assert.deepEqual(await beadle(['check', 'a.eml'], { cwd }), { code: 0, out: 'a.eml: nothing to say\n', err: '' });
    assert.equal(JSON.parse(await readFile(join(cwd, 'beadle.schema.json'), 'utf8')).type, 'object');
  });

  it('writes a list of people that can be asked at once', async () => {
    const cwd = await folder();
    await beadle(['init'], { cwd });
    const config = (await readFile(join(cwd, 'beadle.yaml'), 'utf8')).replace(
      /^# (signatures:| {2}(?:people|policies):| {4}- \{ policy)/gm,
      '$1'
    );
    await writeFile(join(cwd, 'beadle.yaml'), config);
    const { code, out, err } = await beadle(['people', '--check'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^people-to-ask\.csv: \d\d people\n[^]*\nStaff +\d+ {2}st-norberts\n/);
  });

  it('makes the folder that it is given', async () => {
    const cwd = await folder();
    assert.equal((await beadle(['init', 'schools/oak'], { cwd })).code, 0);
    assert.deepEqual((await readdir(join(cwd, 'schools/oak'))).sort(), [
      'beadle.schema.json',
      'beadle.yaml',
      'people-to-ask.csv',
      'people.csv'
    ]);
  });

  for (const name of ['beadle.yaml', 'people.csv', 'people-to-ask.csv']) {
    it(`does not write over ${name}, and writes nothing at all`, async () => {
      const cwd = await folder({ [name]: 'mine' });
      const { code, out, err } = await beadle(['init'], { cwd });
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err, `beadle: «${name}» is there already, and nothing was written. Move it away, or write over it with --force.\n`);
      assert.deepEqual(await readdir(cwd), [name]);
    });
  }

  it('writes over what is there with --force', async () => {
    const cwd = await folder({ 'beadle.yaml': 'mine' });
    assert.equal((await beadle(['init', '--force'], { cwd })).code, 0);
    assert.match(await readFile(join(cwd, 'beadle.yaml'), 'utf8'), /^# yaml-language-server/);
  });

  it('says so when the folder is a file', async () => {
    const cwd = await folder({ file: 'x' });
    const { code, err } = await beadle(['init', 'file'], { cwd });
    assert.deepEqual([code, err], [2, 'beadle: «file» is there already. Move it away first.\n']);
  });
});
