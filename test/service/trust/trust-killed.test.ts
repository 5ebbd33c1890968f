import assert from 'node:assert/strict';
import { emptyDatabase } from '../../support/database.ts';
import { nights } from '../../support/trust-nights.ts';

describe('services of a trust, killed in the middle', function () {
  this.timeout(150_000);

  it('audit each school exactly once a night and send each mail exactly once (BEADLE_TRUST_KILLS: 2)', async () => {
    const kills = Number(process.env['BEADLE_TRUST_KILLS'] || 2);
    const done = await nights(await emptyDatabase(), {
      schools: 6,
      nights: 1,
      processes: 3,
      everyMs: 400,
      kills,
      mails: 3,
      hurried: true,
      latency: 30,
      patience: 100_000
    });
    assert.deepEqual(done.audits, [{ 1: 6 }]);
    assert.deepEqual(done.sendings, { total: 18, sent: 18 });
    // A mail in doubt may arrive a second time, as the same mail.
    assert.equal(
      Object.values(done.arrived).reduce((sum, each) => sum + each, 0),
      18
    );
    assert.ok(done.killed >= 1);
  });
});
