import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placed } from '../../service/placed.ts';
import { folders } from '../support/cli.ts';

const noLinks = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error('no'), { code });
};

describe('a file that gets its name once it is whole', () => {
  const folder = folders();

  for (const [where, linked] of [
    ['where there are links', undefined],
    ['on a file server without links', noLinks('ENOTSUP')],
    ['on a memory stick', noLinks('EPERM')]
  ] as const) {
    it(`gets it ${where}, and leaves nothing beside it`, async () => {
      const cwd = await folder({ 'key.part': 'whole' });
      await placed(join(cwd, 'key.part'), join(cwd, 'key'), linked);
      assert.deepEqual([await readdir(cwd), await readFile(join(cwd, 'key'), 'utf8')], [['key'], 'whole']);
    });

    it(`never takes another’s ${where}`, async () => {
      const cwd = await folder({ 'key.part': 'whole', key: 'first' });
      await assert.rejects(placed(join(cwd, 'key.part'), join(cwd, 'key'), linked), { code: 'EEXIST' });
      assert.equal(await readFile(join(cwd, 'key'), 'utf8'), 'first');
    });
  }

  it('does not go another way where there is no room', async () => {
    const cwd = await folder();
    await writeFile(join(cwd, 'key.part'), 'whole');
    await assert.rejects(placed(join(cwd, 'key.part'), join(cwd, 'key'), noLinks('ENOSPC')), { code: 'ENOSPC' });
    assert.deepEqual(await readdir(cwd), ['key.part']);
  });
});
