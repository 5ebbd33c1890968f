import assert from 'node:assert/strict';
import { beginAudit } from '../../../core/tenant/audit.ts';
import type { Licence, Parts, Streams } from '../../../core/tenant/snapshot.ts';
import { microsoftParts, microsoftStreams } from '../../../graph/microsoft/index.ts';
import { microsoftWay } from '../../../graph/microsoft/way.ts';
import { auditTenant } from '../../../graph/snapshot.ts';
import { testClock } from '../../support/clock.ts';
import { graphContract } from '../../support/graph/contract.ts';
import { fakeGraph, type FakeOptions } from '../../support/graph/fake.ts';
import { fakeSchool } from '../../support/graph/school.ts';
import { keepingChecks } from '../../support/keeping-checks.ts';
import { audited } from '../../support/tenant.ts';

async function reading(
  licences: readonly Licence[],
  options: Partial<FakeOptions> & { readonly accounts?: number; readonly mixed?: boolean } = {}
) {
  const clock = testClock();
  const graph = fakeGraph(fakeSchool(licences, options), { clock, contract: await graphContract(), ...options });
  const way = microsoftWay(async () => 'token', { clock, random: () => 0.5, deadline: clock.now() + 3_600_000 }, graph.fetch);
  const { checks, parts, things } = keepingChecks('microsoft', { parts: microsoftParts, streams: microsoftStreams });
  const audit = beginAudit(checks, audited, () => true);
  const { results } = await auditTenant(audit, {
    vendor: 'microsoft',
    tenant: 't',
    way,
    parts: microsoftParts,
    streams: microsoftStreams,
    now: () => new Date(clock.now())
  });
  const states = Object.fromEntries(results.map(result => [result.id, result.state]));
  const lacks = Object.fromEntries(results.flatMap(result => ('lacks' in result ? [[result.id, result.lacks]] : [])));
  return { states, lacks, parts, things, asked: graph.asked, passed: clock.passed() };
}

const a3: readonly Licence[] = ['entra-p1', 'intune', 'exchange'];

describe('reading Microsoft 365', function () {
  this.timeout(20_000);

  it('reads everything of a school on A3', async () => {
    const { states, things } = await reading(a3);
    assert.deepEqual([...new Set(Object.values(states))], ['pass']);
    assert.deepEqual(Object.fromEntries(Object.entries(things).map(([stream, all]) => [stream, all.length])), {
      accounts: 120,
      signIns: 120,
      secondFactors: 120,
      devices: 60,
      mailboxes: 120
    });
  });

  it('says which licences a school on A1 lacks, and asks for nothing that they would bring', async () => {
    const { states, lacks, asked } = await reading(['exchange']);
    assert.deepEqual(lacks, {
      lockRules: 'intune',
      appRules: 'intune',
      deviceDefaults: 'intune',
      enrolmentRules: 'intune',
      protection: 'intune',
      signIns: 'entra-p1',
      secondFactors: 'entra-p1',
      devices: 'intune'
    });
    assert.deepEqual([states['signInRules'], states['domains'], states['accounts'], states['mailboxes']], ['pass', 'pass', 'pass', 'pass']);
    assert.equal(asked.filter(({ url }) => /deviceManagement|registration|signInActivity/i.test(url)).length, 0);
  });

  it('knows who of a mixed school has which licence', async () => {
    const { things } = await reading(a3, { mixed: true });
    const [staff, pupil] = things.accounts as readonly { readonly name: string; readonly licences: readonly string[] }[];
    assert.deepEqual(
      [staff!.name, staff!.licences, pupil!.name, pupil!.licences],
      ['staff.0@school.example', a3, 'pupil.1@pupils.school.example', ['exchange']]
    );
  });

  it('says which right is missing, part by part', async () => {
    const { states, lacks } = await reading(a3, {
      rights: ['Organization.Read.All', 'User.Read.All', 'DeviceManagementManagedDevices.Read.All']
    });
    assert.deepEqual(lacks, {
      domains: 'Domain.Read.All',
      passwordRules: 'GroupSettings.Read.All',
      signInRules: 'Policy.Read.All',
      roleHolders: 'RoleManagement.Read.Directory',
      lockRules: 'DeviceManagementConfiguration.Read.All, DeviceManagementServiceConfig.Read.All',
      appRules: 'DeviceManagementApps.Read.All',
      deviceDefaults: 'DeviceManagementConfiguration.Read.All',
      enrolmentRules: 'DeviceManagementServiceConfig.Read.All',
      secondFactors: 'AuditLog.Read.All',
      mailboxes: 'MailboxSettings.Read, User.Read.All'
    });
    assert.deepEqual([states['licences'], states['accounts'], states['devices'], states['protection']], ['pass', 'pass', 'pass', 'pass']);
  });

  it('puts Microsoft’s words for passwords, locks and enrolment into ours', async () => {
    const { parts } = await reading(a3);
    assert.deepEqual(parts.domains, [
      { name: 'school.example', managed: true, root: true, passwordDays: 'never' },
      { name: 'pupils.school.example', managed: true, root: false }
    ]);
    assert.deepEqual(parts.passwordRules, [
      {
        place: '/',
        leastLength: 8,
        strong: true,
        lockoutAfter: 15,
        lockoutSeconds: 60,
        bannedWords: 3,
        bannedWordsOn: true,
        byDefault: false
      }
    ]);
    const everyone = { everyone: true, groups: [], excluded: [] };
    assert.deepEqual(
      (parts.lockRules as Parts['lockRules']).map(rule => Object.fromEntries(Object.entries(rule).filter(([name]) => name !== 'id'))),
      [
        {
          name: 'Windows',
          from: 'compliance',
          platform: 'windows',
          required: true,
          leastLength: 8,
          minutes: 10,
          simpleBlocked: true,
          encryption: true,
          assigned: everyone
        },
        {
          name: 'iPads of pupils',
          from: 'compliance',
          platform: 'ios',
          required: true,
          leastLength: 4,
          minutes: 30,
          simpleBlocked: false,
          jailbreakBlocked: true,
          assigned: { everyone: false, groups: ['00000009-0000-4000-8000-000000000002'], excluded: [] }
        },
        {
          name: 'Macs',
          from: 'configuration',
          platform: 'macos',
          required: true,
          leastLength: 6,
          minutes: 5,
          assigned: { everyone: false, groups: [], excluded: [] }
        },
        {
          name: 'Laptops from the catalogue',
          from: 'catalogue',
          platform: 'windows',
          required: true,
          leastLength: 10,
          minutes: 7,
          assigned: { everyone: false, groups: ['00000009-0000-4000-8000-000000000001'], excluded: [] }
        },
        { name: 'All users and all devices', from: 'windows-hello', platform: 'windows', leastLength: 6, assigned: everyone }
      ]
    );
    assert.deepEqual(
      (parts.enrolmentRules as Parts['enrolmentRules']).map(({ platform, personalBlocked }) => [platform, personalBlocked]),
      [
        ['windows', true],
        ['macos', true],
        ['ios', false],
        ['android', false]
      ]
    );
    assert.deepEqual(parts.deviceDefaults, { unassignedCompliant: true, silentDays: 30 });
    assert.deepEqual(parts.protection, { devices: 24, outOfDate: 3, off: 1, infected: 0 });
    assert.deepEqual((parts.signInRules as Parts['signInRules']).access, {
      value: [
        {
          id: '00000006-0000-4000-8000-000000000001',
          name: 'Second factor for everybody',
          state: 'report-only',
          everybody: true,
          everyApp: true,
          adminsOnly: false,
          exceptions: 1,
          asks: ['second-factor'],
          legacyClients: true
        }
      ]
    });
  });

  it('sees mail that is handed on, and rules that nobody can read', async () => {
    const { things } = await reading(a3);
    const boxes = things.mailboxes as readonly Streams['mailboxes'][];
    assert.deepEqual(
      boxes.filter(({ forwardsTo }) => forwardsTo.length > 0).map(({ owner, forwardsTo }) => [owner, forwardsTo]),
      ['pupil.1', 'pupil.41', 'pupil.81'].map(name => [`${name}@pupils.school.example`, ['somebody@private.example']])
    );
    assert.equal(boxes.filter(({ unreadableRules }) => unreadableRules > 0).length, 2);
  });

  const users = (url: URL): boolean => url.pathname.endsWith('/users') && url.href.includes('passwordPolicies');
  for (const { says, fault, state, count } of [
    {
      says: 'a page of accounts that never arrives',
      fault: (url: URL) => (users(url) && url.href.includes('skiptoken') ? ({ status: 500 } as const) : undefined),
      state: 'incomplete',
      count: 999
    },
    {
      says: 'accounts that break off once',
      fault: (url: URL, nth: number) => (users(url) && nth < 30 ? ('reset' as const) : undefined),
      state: 'pass',
      count: 1200
    },
    { says: 'half an answer every time', fault: (url: URL) => (users(url) ? ('half' as const) : undefined), state: 'incomplete', count: 0 },
    { says: 'a page of HTML every time', fault: (url: URL) => (users(url) ? ('html' as const) : undefined), state: 'incomplete', count: 0 },
    {
      says: 'a link that has run out',
      fault: (url: URL) =>
        users(url) && url.href.includes('skiptoken')
          ? ({ status: 410, body: { error: { code: 'syncStateNotFound' } } } as const)
          : undefined,
      state: 'incomplete',
      count: 999
    },
    {
      says: 'an endless link',
      fault: (url: URL) =>
        users(url)
          ? {
              status: 200,
              body: {
                value: [{ id: 'a', userPrincipalName: 'a@school.example' }],
                '@odata.nextLink': `${url.origin}/v1.0/users?passwordPolicies&$skiptoken=${Math.random()}`
              }
            }
          : undefined,
      state: 'incomplete',
      count: 1
    },
    {
      says: 'an empty tenant',
      fault: (url: URL) => (users(url) ? ({ status: 200, body: { value: [] } } as const) : undefined),
      state: 'pass',
      count: 0
    }
  ] as const) {
    it(`takes ${says}`, async () => {
      const { states, things } = await reading(a3, { accounts: 1200, fault });
      assert.equal(states['accounts'], state);
      assert.equal(things.accounts!.length, count);
    });
  }

  it('keeps to every limit that Microsoft publishes: nothing is asked too often', async () => {
    const { asked } = await reading(a3, { accounts: 6000, latency: 400 });
    assert.equal(asked.filter(({ status }) => status === 429).length, 0);
  });
});
