import { join } from 'node:path';
import { schoolYearOf } from '../core/policies/school-days.ts';
import { rules } from '../core/mail/rules/index.ts';
import { mapPolicy } from '../core/policies/map.ts';
import { wordsOf } from '../core/policies/policy.ts';
import { tabPath } from '../manifests/teams.ts';
import type { Locale } from '../core/locale.ts';
import type { Line, MailCount, ReportData, SignedCount } from '../core/report/report.ts';
import { accept } from '../core/tenant/accept.ts';
import { checks as everyCheck } from '../core/tenant/checks/index.ts';
import { compare } from '../core/tenant/compare.ts';
import { expectationsOf } from '../core/tenant/packs.ts';
import { type Auditing, ownExpectations } from './auditing.ts';
import { controlsOf, type Signing } from './in-place.ts';
import { everydayOf, type InUse, inUseAt } from './in-use.ts';
import { keptOf } from './outlook.ts';
import { policyNamed } from './policy-file.ts';
import { daysOf, folderOf } from './signatures.ts';
import type { Run } from './store/audits.ts';
import { journalIn } from './store/journal.ts';
import { sentIn } from './store/sent.ts';
import { livingAudit } from './tab/settings.ts';

/** An audit, and the one before it. */
export interface Compared {
  readonly run: Run;
  readonly before?: Run;
}

/** All that a report of these audits can be made of: what they found and what the school accepted of it, the policy, signatures, mail, the past. */
export async function reportDataOf(auditing: Auditing, compared: readonly Compared[], locale: Locale): Promise<ReportData> {
  const { school, audits, now } = auditing;
  const { settings } = await livingAudit(auditing);
  const { config } = school;
  const days = daysOf(config, now());
  const at = compared.map(({ run }) => run.at.getTime()).reduce((a, b) => Math.max(a, b), 0);
  const on = days.dayOf((at === 0 ? now() : new Date(at)).toISOString());
  const since = compared
    .flatMap(({ before }) => (before ? [days.dayOf(before.at.toISOString())] : []))
    .sort()
    .at(-1);
  const past = (await audits.past()).map(({ at: moment, ...counts }) => ({ on: days.dayOf(moment.toISOString()), ...counts }));
  const stored = past.some(each => each.on === on);
  const pagesAt = config.outlook?.origin ?? config.bot?.origin ?? config.signatures?.origin ?? config.gmail?.origin;
  const { signatures } = auditing;
  const year = `${schoolYearOf(on)}-09-01`;
  const map = await mapOf(auditing, compared, locale, signatures && (await inUseAt(signatures)));
  const everyday = signatures && (await everydayOf(signatures, year, auditing.cwd));
  return {
    school: config.school.name,
    on,
    ...(since === undefined ? {} : { since }),
    ...(compared.length === 1 ? { vendor: compared[0]!.run.vendor } : {}),
    lines: compared.flatMap(each => linesOf(each, settings.accepted, on)),
    expects: expectationsOf(settings.pack, ownExpectations(settings)),
    ...(map && { map }),
    signed: await signedOf(auditing),
    mail: await mailOf(auditing, year),
    ...(everyday && { everyday }),
    past: stored || compared.length === 0 ? past : [...past, { on, ...totalsOf(compared) }],
    ...(config.calendar.terms.length > 0 ? { terms: config.calendar.terms } : {}),
    ...(pagesAt === undefined ? {} : { pagesAt }),
    ...(auditing.signatures && { tabAt: `${auditing.signatures.origin}${tabPath}` })
  };
}

/** What each check says of one tenant, with what became of it since the audit before. */
export function linesOf({ run, before }: Compared, accepted: Auditing['settings']['accepted'], on: string): readonly Line[] {
  const judged = accept(run.results, accepted, on);
  const changes = compare(before?.results ?? run.results, judged);
  return judged.flatMap(result => {
    const check = everyCheck.find(({ id }) => id === result.id);
    return check ? [{ check, result, change: changes[result.id] ?? 'same', vendor: run.vendor }] : [];
  });
}

function totalsOf(compared: readonly Compared[]): Run['counts'] {
  return compared.reduce(
    (sum, { run: { counts } }) => ({
      right: sum.right + counts.right,
      wrong: sum.wrong + counts.wrong,
      unknown: sum.unknown + counts.unknown
    }),
    { right: 0, wrong: 0, unknown: 0 }
  );
}

/** The school's policy by what is in place, where it named one. */
export async function mapOf(
  { school, cwd }: Pick<Auditing, 'school' | 'cwd'>,
  compared: readonly Compared[],
  locale: Locale,
  used?: InUse
): Promise<ReportData['map']> {
  const { config } = school;
  const named = config.school.policy;
  if (named === undefined) return undefined;
  const folder = folderOf(school, cwd);
  const policy = await policyNamed(named, folder);
  let signing: Signing = 'paper';
  for (const each of config.signatures?.policies ?? []) if ((await policyNamed(each.policy, folder)).id === policy.id) signing = 'ledger';
  const results = compared.flatMap(({ run }) => run.results);
  const controls = controlsOf(school.policy, undefined, signing, results, used);
  return { title: wordsOf(policy.title, locale, policy.languages), policy: mapPolicy(policy, controls) };
}

/** How many have signed, where people are asked here at all. Nobody is named. */
async function signedOf({ signatures }: Auditing): Promise<readonly SignedCount[]> {
  if (!signatures) return [];
  const { desk } = signatures;
  const wanted = await desk.wanted();
  const policies = [...new Set(wanted.map(({ policy }) => policy))];
  return policies.flatMap(policy =>
    desk.audiences.flatMap(({ id, title }) => {
      const own = wanted.filter(each => each.policy === policy && each.audience === id && each.standing !== 'left');
      const of = (standing: string): number => own.filter(each => each.standing === standing).length;
      if (own.length === 0) return [];
      return [
        {
          policy,
          audience: title,
          wanted: own.length,
          signed: of('signed'),
          late: of('overdue'),
          declined: of('declined'),
          excused: of('excused')
        }
      ];
    })
  );
}

/** How often each rule spoke in Outlook since a day, and, where the school looks, how much was sent all the same. Never by whom. */
async function mailOf({ school, cwd }: Auditing, since: string): Promise<readonly MailCount[]> {
  const { config } = school;
  const warned = new Map<string, number>();
  const gone = new Map<string, number>();
  const count = (counts: Map<string, number>, rule: string): void => void counts.set(rule, (counts.get(rule) ?? 0) + 1);
  if (config.outlook) {
    for await (const { at, findings } of keptOf(school, cwd).records.all()) {
      if (at.slice(0, 10) >= since) for (const { rule } of findings) count(warned, rule);
    }
  }
  if (config.sent) {
    for await (const { day, rules: seen, went } of sentIn(journalIn(join(folderOf(school, cwd), 'data'))).all()) {
      if (day >= since && went === 'sent') for (const rule of seen) count(gone, rule);
    }
  }
  return rules.flatMap(({ id, title }) =>
    warned.has(id) || gone.has(id)
      ? [{ rule: id, title, warned: warned.get(id) ?? 0, ...(config.sent ? { sent: gone.get(id) ?? 0 } : {}) }]
      : []
  );
}
