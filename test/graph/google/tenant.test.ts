import assert from 'node:assert/strict';
import { beginAudit } from '../../../core/tenant/audit.ts';
import { googleParts, googleStreams } from '../../../graph/google/index.ts';
import type { Tokens } from '../../../graph/google/credentials.ts';
import { googleWay } from '../../../graph/google/way.ts';
import { auditTenant } from '../../../graph/snapshot.ts';
import { testClock } from '../../support/clock.ts';
import { googleContract } from '../../support/google/contract.ts';
import { allScopes, fakeGoogle, type FakeGoogleOptions } from '../../support/google/fake.ts';
import { keepingChecks } from '../../support/keeping-checks.ts';
import { audited } from '../../support/tenant.ts';

const customer = 'C0123abcd';
const readers = { parts: googleParts(customer), streams: googleStreams(customer) };

async function reading(options: FakeGoogleOptions = {}, tokens: Tokens = async ({ as }) => as) {
  const clock = testClock();
  const google = fakeGoogle({ contract: await googleContract(), ...options });
  const way = googleWay(tokens, 'admin@school.example', { clock, random: () => 0.5, deadline: clock.now() + 3_600_000 }, google.fetch);
  const { checks, parts, things } = keepingChecks('google', readers);
  const audit = beginAudit(checks, { ...audited, vendor: 'google' }, () => true);
  const { results } = await auditTenant(audit, { vendor: 'google', tenant: 't', way, ...readers, now: () => new Date(clock.now()) });
  const states = Object.fromEntries(results.map(result => [result.id, result.state]));
  const lacks = Object.fromEntries(results.flatMap(result => ('lacks' in result ? [[result.id, result.lacks]] : [])));
  return { states, lacks, parts, things, asked: google.asked };
}

describe('reading Google Workspace', () => {
  it('reads everything of a school', async () => {
    const { states, things } = await reading();
    assert.deepEqual([...new Set(Object.values(states))], ['pass']);
    assert.deepEqual(Object.fromEntries(Object.entries(things).map(([stream, all]) => [stream, all.length])), {
      accounts: 12,
      signIns: 12,
      secondFactors: 11,
      devices: 2,
      mailboxes: 10
    });
  });

  it('gives each organisational unit what it has of its own and what it inherits, the highest order first', async () => {
    const { parts } = await reading();
    const rule = { strong: true, enforcedAtSignIn: false, byDefault: false };
    assert.deepEqual(parts.passwordRules, [
      { place: '/', leastLength: 8, reuse: true, days: 'never', ...rule },
      { place: '/Staff', leastLength: 12, reuse: true, days: 90, ...rule },
      { place: '/Staff/Office', leastLength: 12, reuse: false, days: 90, ...rule }
    ]);
    assert.deepEqual(
      parts.signInRules?.units.map(({ place, secondStep, sessionSeconds }) => [place, secondStep, sessionSeconds]),
      [
        ['/', 'allowed', 1_209_600],
        ['/Staff', 'enforced', 43_200]
      ]
    );
    assert.deepEqual(
      parts.mailRules?.map(({ place, forwarding, popOrImap }) => [place, forwarding, popOrImap]),
      [
        ['/', true, true],
        ['/Pupils', false, true]
      ]
    );
  });

  it('knows how Chromebooks lock in each unit; a delay of nothing is never', async () => {
    const { parts } = await reading();
    assert.deepEqual(
      parts.lockRules?.map(({ name, required, minutes, lockOnClose }) => [name, required, minutes, lockOnClose]),
      [
        ['/', true, 10, true],
        ['/Staff', true, 10, true],
        ['/Staff/Office', true, 10, true],
        ['/Pupils', true, undefined, true]
      ]
    );
  });

  it('finds mail that is handed on by the owner’s setting and by a filter, asking each mailbox in its owner’s name', async () => {
    const { things, asked } = await reading();
    assert.deepEqual(
      things.mailboxes?.filter(({ forwardsTo }) => forwardsTo.length > 0).map(({ owner, forwardsTo }) => [owner, forwardsTo]),
      [
        ['pupil.1@school.example', ['out@private.example']],
        ['pupil.2@school.example', ['out@private.example']]
      ]
    );
    const mail = asked.filter(({ url }) => url.includes('gmail.googleapis.com'));
    assert.ok(mail.length === 30 && mail.every(({ as }) => as !== 'admin@school.example'));
  });

  it('leaves out what Google does not say of a device', async () => {
    const { things } = await reading();
    assert.deepEqual(things.devices, [
      {
        id: 'devices/1',
        name: 'A',
        platform: 'chromeos',
        personal: false,
        encrypted: true,
        compromised: false,
        passwordSet: true,
        lastSeenAt: '2026-11-20T08:00:00Z',
        user: 'staff.0@school.example'
      },
      {
        id: 'devices/2',
        name: 'B',
        platform: 'android',
        personal: true,
        encrypted: false,
        passwordSet: false,
        user: 'staff.5@school.example'
      }
    ]);
  });

  it('says which scope nobody delegated', async () => {
    const { lacks } = await reading({ scopes: allScopes.filter(scope => !/policies|gmail/.test(scope)) });
    const [policies, units] = ['cloud-identity.policies.readonly', 'admin.directory.orgunit.readonly'].map(
      name => `https://www.googleapis.com/auth/${name}`
    );
    assert.deepEqual(lacks, {
      passwordRules: `${policies}, ${units}`,
      signInRules: `${policies}, ${units}`,
      mailRules: `${policies}, ${units}`,
      mailboxes: 'https://www.googleapis.com/auth/gmail.settings.basic, https://www.googleapis.com/auth/admin.directory.user.readonly'
    });
  });

  it('takes a refused service account for a refusal, and asks no more', async () => {
    const { states, asked } = await reading({}, () =>
      Promise.reject(Object.assign(new Error('unauthorized_client'), { response: { status: 401 } }))
    );
    assert.deepEqual([...new Set(Object.values(states))], ['not-permitted']);
    assert.equal(asked.length, 0);
  });

  it('waits where Google says 403 and means «later»', async () => {
    const busy = {
      status: 403,
      body: { error: { code: 403, message: 'x', status: 'PERMISSION_DENIED', errors: [{ reason: 'rateLimitExceeded' }] } }
    };
    const { states } = await reading({ fault: (_url, nth) => (nth < 4 ? busy : undefined) });
    assert.deepEqual([...new Set(Object.values(states))], ['pass']);
  });

  it('is incomplete where a page of people does not arrive', async () => {
    const { states } = await reading({
      users: 700,
      fault: url => (url.pathname.endsWith('/users') && url.searchParams.has('pageToken') ? { status: 500, body: {} } : undefined)
    });
    assert.deepEqual(
      [states['accounts'], states['secondFactors'], states['mailboxes'], states['domains']],
      ['incomplete', 'incomplete', 'incomplete', 'pass']
    );
  });
});
