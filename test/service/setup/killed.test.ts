import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../service/config.ts';
import { folders } from '../../support/cli.ts';

describe('a set-up that is killed', function () {
  this.timeout(60_000);
  const folder = folders();
  const rounds = Number(process.env['BEADLE_SETUP_ROUNDS'] ?? 2);

  it(`leaves files that are old or new, and never half of one (${rounds} rounds; BEADLE_SETUP_ROUNDS takes more)`, async () => {
    const cwd = await folder();
    for (let round = 0; round < rounds; round += 1) {
      const child = spawn(
        process.execPath,
        [...process.execArgv, fileURLToPath(new URL('../../support/setup-process.ts', import.meta.url)), cwd, `r${round}`],
        {
          stdio: ['ignore', 'pipe', 'inherit']
        }
      );
      await once(child.stdout, 'data');
      await new Promise(resolve => setTimeout(resolve, 40 + Math.random() * 200));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const { value } = readConfig(await readFile(join(cwd, 'beadle.yaml'), 'utf8'), 'beadle.yaml');
      assert.match(value.school.name, /^School \d+$/);
      assert.match(await readFile(join(cwd, 'beadle.env'), 'utf8'), /^# .*\nBEADLE_SMTP_URL=smtps:\/\/mail\d+\.oak\.example\n$/);
      for (const copy of (await readdir(cwd)).filter(name => /^beadle\.yaml\.[\dT-]+$/.test(name)))
        readConfig(await readFile(join(cwd, copy), 'utf8'), copy);
    }
  });
});
