import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  PageIterator,
  RetryHandler
} from '@microsoft/microsoft-graph-client';
import { beginAudit } from '../../core/tenant/audit.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import type { Clock } from '../../graph/limiter.ts';
import { microsoftParts, microsoftStreams } from '../../graph/microsoft/index.ts';
import { microsoftWay } from '../../graph/microsoft/way.ts';
import { auditTenant } from '../../graph/snapshot.ts';
import { fakeGraph } from '../support/graph/fake.ts';
import { fakeSchool } from '../support/graph/school.ts';
import { audited } from '../support/tenant.ts';

const clock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise(resolve => {
      const timer = setTimeout(over, ms);
      function over(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', over);
        resolve();
      }
      signal?.addEventListener('abort', over);
    })
};

/** How long it takes to audit a large tenant, each request answered after 400 ms and every published limit kept, in lines to print. */
export async function auditFigures(): Promise<readonly string[]> {
  const [accounts, devices] = [
    Number(process.env['BEADLE_BENCH_ACCOUNTS'] || 10_000),
    Number(process.env['BEADLE_BENCH_DEVICES'] || 20_000)
  ];
  const school = fakeSchool(['entra-p1', 'intune', 'exchange'], { accounts, devices });
  const options = { clock, latency: 400 };
  // Mailboxes and sign-ins are read only where the school has dated the assessment for it.
  const run = checks.filter(({ walks }) => walks !== 'mailboxes' && walks !== 'signIns');
  const ours = fakeGraph(school, options);
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const begun = performance.now();
  const audit = beginAudit(run, audited, () => false);
  const way = microsoftWay(async () => 'token', { clock, random: Math.random, deadline: Date.now() + 600_000 }, ours.fetch);
  const { results } = await auditTenant(audit, {
    vendor: 'microsoft',
    tenant: 't',
    way,
    parts: microsoftParts,
    streams: microsoftStreams,
    now: () => new Date()
  });
  const took = performance.now() - begun;
  clearInterval(watch);
  const judged = results.filter(({ state }) => state !== 'incomplete' && state !== 'error').length;
  // Five reports in ten seconds: after the first five, five more every ten seconds.
  const reports = Math.ceil(accounts / 999);
  const floor = Math.max(0, Math.ceil(reports / 5) - 1) * 10_000 + 400;

  const theirs = fakeGraph(school, options);
  const started = performance.now();
  const seen = await bySdk(theirs.fetch);
  const sdk = performance.now() - started;
  return [
    `${accounts} accounts, ${devices} devices: ${run.length} checks, ${judged} of ${results.length} judged, ${ours.asked.length} requests, ${ours.asked.filter(({ status }) => status === 429).length} of them refused as too many`,
    `${(took / 1000).toFixed(1)} s, ${(took / floor).toFixed(2)} of the floor that Microsoft’s limits set (${(floor / 1000).toFixed(1)} s; aim 1.20)`,
    `memory at its peak ${Math.round(peak / 1048576)} MB, ${Math.round((peak - before) / 1048576)} MB above what was there before (aim 250 MB in all)`,
    `the SDK’s own page iterator, one list after the other: ${(sdk / 1000).toFixed(1)} s for ${seen} things, ${(sdk / took).toFixed(2)} times as long`
  ];
}

/** The same three lists as the SDK’s documentation reads them. */
async function bySdk(fetched: typeof fetch): Promise<number> {
  const last: Middleware = {
    execute: async (context: Context) => {
      context.response = await fetched(context.request, context.options);
    }
  };
  const middleware = [new AuthenticationHandler({ getAccessToken: async () => 'token' }), new RetryHandler(), last];
  const client = Client.initWithMiddleware({ middleware });
  let seen = 0;
  for (const path of [
    '/users?$select=id,userPrincipalName,passwordPolicies&$top=999',
    '/reports/authenticationMethods/userRegistrationDetails?$top=999',
    '/deviceManagement/managedDevices?$select=id,deviceName,isEncrypted&$top=1000'
  ]) {
    const iterator = new PageIterator(client, await client.api(path).get(), () => {
      seen += 1;
      return true;
    });
    await iterator.iterate();
  }
  return seen;
}
