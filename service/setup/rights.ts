import type { Vendor } from '../../core/tenant/snapshot.ts';
import { mailScopes, scopes, sentScopes, writeScopes } from '../../graph/google/scopes.ts';
import { rights } from '../../graph/microsoft/rights.ts';
import type { Right } from '../../graph/part.ts';
import { checksRunning } from '../auditing.ts';
import type { Config } from '../config.ts';
import { rightsOfSources } from '../directory-sync.ts';
import { needsOf } from '../permissions.ts';
import { tenantsOf } from '../tenants.ts';
import type { Feature } from './features.ts';

/** A right that a feature cannot do without. */
export interface FeatureRight {
  readonly feature: Feature;
  readonly vendor: Vendor;
  readonly right: Right;
  /** To the registration of the bot; left out: to the one by which Beadle reads. */
  readonly to?: 'bot';
  /** Checks or sources that need it. */
  readonly for: readonly string[];
}

type Used = Pick<Config, 'domains' | 'audit' | 'sources' | 'post' | 'gmailRules' | 'sent' | 'bot'>;

/**
 * The one table of what needs which right: the least for what a `beadle.yaml` switches on, by feature and then in the order in which things are read. A check
 * that monitors people counts from the day on which its assessment is dated (`today`).
 */
export function rightsFor(config: Used, today: string): readonly FeatureRight[] {
  const { audit, sources, post, gmailRules, sent, bot } = config;
  const line = (feature: Feature, vendor: Vendor, right: Right, names: readonly string[] = []): FeatureRight => ({
    feature,
    vendor,
    right,
    for: names
  });
  const from = sent?.from ?? [];
  return [
    ...(audit ? tenantsOf(audit) : []).flatMap(tenant =>
      needsOf(tenant, checksRunning(audit!, today)).map(({ right, checks }) => line('audit', tenant.vendor, right, checks))
    ),
    ...(sources ? rightsOfSources(config) : []).map(({ vendor, right, sources: names }) => line('directory', vendor, right, names)),
    ...(post?.by === 'microsoft' ? [line('post', 'microsoft', rights.mailSend)] : []),
    ...(post?.by === 'google' ? [line('post', 'google', mailScopes.send)] : []),
    ...(gmailRules ? Object.values(writeScopes).map(right => line('rules', 'google', right)) : []),
    ...(from.some(source => source === 'rules-log' || source === 'mail-log') ? [line('sent', 'google', sentScopes.reports)] : []),
    ...(from.includes('mailboxes') ? [sentScopes.headers, scopes.users].map(right => line('sent', 'google', right)) : []),
    ...(from.includes('message-trace') ? [line('sent', 'microsoft', rights.exchangeMessageTraceReadAll)] : []),
    ...(bot?.install && bot.appId !== undefined && bot.tenantId !== undefined
      ? [rights.appCatalogReadAll, rights.teamsAppInstallSelf].map(right => ({
          ...line('install', 'microsoft', right),
          to: 'bot' as const
        }))
      : [])
  ];
}

/** The rights of one vendor for one registration, each once, with what needs it. */
export function rightsAt(
  vendor: Vendor,
  lines: readonly FeatureRight[],
  to?: FeatureRight['to']
): readonly { readonly right: Right; readonly lines: readonly FeatureRight[] }[] {
  const here = lines.filter(each => each.vendor === vendor && each.to === to);
  const names = [...new Set(here.map(({ right }) => right.name))];
  return names.map(name => {
    const its = here.filter(({ right }) => right.name === name);
    return { right: its[0]!.right, lines: its };
  });
}
