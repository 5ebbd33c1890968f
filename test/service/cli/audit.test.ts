import assert from 'node:assert/strict';
import { auditIn } from '../../../service/cli/audit.ts';
import { beadle, folders } from '../../support/cli.ts';
import { freshDatabase } from '../../support/database.ts';
import { auditedYaml, fakeTenants, microsoftLine } from '../../support/tenants.ts';

describe('beadle audit', function () {
  this.timeout(60_000);
  const folder = folders();
  it('reads a school on A3', async () => {
    const { url } = await freshDatabase();
    const cwd = await folder({ 'beadle.yaml': auditedYaml(microsoftLine) });
    const tenants = await fakeTenants();
    const ran = await beadle(['audit'], {
      cwd,
      env: { DATABASE_URL: url, BEADLE_GRAPH_SECRET: 'hunter-two' },
      commands: [auditIn(tenants.outside)]
    });
    assert.match(ran.out, /^Acceptable use at Example Primary School\n/);
    assert.equal(ran.code, 1);
  });
});
