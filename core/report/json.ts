import type { Result } from '../tenant/audit.ts';
import type { Subject } from '../tenant/check.ts';
import type { Change } from '../tenant/compare.ts';
import type { Expectations } from '../tenant/expectations.ts';
import type { Vendor } from '../tenant/snapshot.ts';
import type { Text } from '../locale.ts';
import { clausesFor, vendorOf } from './item.ts';
import type { Line, Past, Reader, ReportData } from './report.ts';
import { isOpen, isUnknown, sentenceOf } from './words.ts';

/**
 * A report for another program. Days are `YYYY-MM-DD` by the school’s clock. What is added later leaves what is here as it is; anything else makes it
 * `beadle-report/2`. Governors’ reports have no `results`; only those of IT name `subjects`.
 */
export interface JsonReport {
  readonly format: 'beadle-report/1';
  readonly reader: Reader;
  readonly school: string;
  readonly on: string;
  /** The day of the audit before; null where there was none. */
  readonly since: string | null;
  readonly totals: { readonly right: number; readonly wrong: number; readonly unknown: number; readonly accepted: number };
  readonly signatures: readonly {
    readonly policy: string;
    readonly audience: Text;
    readonly wanted: number;
    readonly signed: number;
    readonly late: number;
    readonly declined: number;
    readonly excused: number;
  }[];
  readonly mail: readonly { readonly rule: string; readonly warned: number }[];
  readonly past: readonly Past[];
  /** Clauses of the policy by how far they are kept today; null where no policy is named. */
  readonly clauses: { readonly [kept: string]: number } | null;
  readonly expects?: Expectations;
  readonly results?: readonly JsonResult[];
}

/** What one check says. `says` is the sentence that a person reads. */
export interface JsonResult {
  readonly check: string;
  readonly vendor: Vendor | null;
  readonly title: Text;
  readonly severity: 'low' | 'medium' | 'high';
  readonly state: Result['state'];
  readonly change: Change;
  readonly says: Text;
  readonly share: { readonly held: number; readonly of: number } | null;
  readonly lacks: string | null;
  readonly duties: readonly string[];
  readonly clauses: readonly string[];
  readonly accepted: { readonly until: string; readonly owner: string; readonly because: string } | null;
  readonly subjects?: { readonly count: number; readonly first: readonly Subject[] };
}

/** The same that a reader’s report says, as data. */
export function jsonOf(data: ReportData, reader: Reader): JsonReport {
  const { school, on, since, lines, signed, mail, past, map, expects } = data;
  return {
    format: 'beadle-report/1',
    reader,
    school,
    on,
    since: since === undefined ? null : since,
    totals: {
      right: lines.filter(({ result }) => result.state === 'pass').length,
      wrong: lines.filter(isOpen).length,
      unknown: lines.filter(isUnknown).length,
      accepted: lines.filter(({ result }) => result.accepted).length
    },
    signatures: signed.map(({ policy, audience, wanted, signed: have, late, declined, excused }) => ({
      policy,
      audience,
      wanted,
      signed: have,
      late,
      declined,
      excused
    })),
    mail: mail.map(({ rule, warned }) => ({ rule, warned })),
    past: past.map(({ on: day, right, wrong, unknown }) => ({ on: day, right, wrong, unknown })),
    clauses: map ? { ...map.policy.totals.today } : null,
    ...(reader === 'governors' ? {} : { expects, results: lines.map(line => resultOf(line, data, reader)) })
  };
}

function resultOf(line: Line, data: ReportData, reader: Reader): JsonResult {
  const { check, result, change } = line;
  const vendor = vendorOf(line, data);
  const share = 'share' in result ? result.share : undefined;
  const lacks = 'lacks' in result ? result.lacks : undefined;
  const subjects = 'subjects' in result ? result.subjects : undefined;
  const { accepted } = result;
  return {
    check: check.id,
    vendor: vendor === undefined ? null : vendor,
    title: check.title,
    severity: check.severity,
    state: result.state,
    change,
    says: { en: sentenceOf(line, 'en'), cy: sentenceOf(line, 'cy') },
    share: share ? { held: share.held, of: share.of } : null,
    lacks: lacks === undefined ? null : lacks,
    duties: check.duties,
    clauses: clausesFor(check.duties, data),
    accepted: accepted ? { until: accepted.until, owner: accepted.owner, because: accepted.because } : null,
    ...(reader === 'it' && subjects ? { subjects } : {})
  };
}
