import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointToday } from '../../service/jobs/checkpoint.ts';
import { signingKeyFile } from '../../service/ledger/signing-key.ts';
import { readSchool } from '../../service/school.ts';
import { openSignatures } from '../../service/signatures.ts';
import { beadle, folders, schoolWith } from '../support/cli.ts';
import { freshDatabase } from '../support/database.ts';

describe('a school’s signing key', function () {
  this.timeout(60_000);
  const folder = folders();

  it('is made on the first start, and is missed, not made anew, once checkpoints were signed with it', async () => {
    const cwd = await folder({
      'beadle.yaml': `${schoolWith({})}signatures:\n  policies: [{ policy: st-norberts, audiences: [staff] }]\n`,
      'people-to-ask.csv': 'name,address,roles\nOne,one@school.example,staff\n'
    });
    const env = { DATABASE_URL: (await freshDatabase()).url };
    const io = { cwd, env, now: () => new Date('2026-11-23T04:00:00Z') };
    assert.equal((await beadle(['publish', 'st-norberts', '--yes'], { cwd, env })).err, '');
    const signatures = await openSignatures(await readSchool(undefined, io), io);
    assert.ok(await checkpointToday(signatures, async () => {}));
    await signatures.close();
    await rm(join(cwd, signingKeyFile));
    const { code, err } = await beadle(['status'], { cwd, env });
    assert.equal(code, 2);
    assert.match(err, /beadle-ledger-key\.json» is missing, and checkpoints were signed with it\. Put it back from a copy/);
  });
});
