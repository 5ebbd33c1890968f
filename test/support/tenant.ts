import type { Readings } from '../../core/judge.ts';
import { beginAudit, type Ended, type Result } from '../../core/tenant/audit.ts';
import type { Audited, Check } from '../../core/tenant/check.ts';
import { expectationsOf } from '../../core/tenant/packs.ts';
import type { Parts, Streams } from '../../core/tenant/snapshot.ts';

/** What streams past a check in a test, and how it ended where it did not come to its end. */
export type Flow = { readonly [S in keyof Streams]?: readonly Streams[S][] | (Ended & { readonly things?: readonly Streams[S][] }) };

/** What a school and a moment bring to a check, for tests. */
export const audited: Audited = {
  expects: expectationsOf('school', {}),
  vendor: 'microsoft',
  now: '2026-11-22T02:00:00Z',
  domains: { staff: ['school.example'], pupils: ['pupils.school.example'] }
};

/** What one check says of these parts and streams; whoever monitors is allowed to. */
export function resultOf(check: Check, parts: Readings<Parts>, flow: Flow = {}, by: Partial<Audited> = {}): Result {
  const all = { ...audited, ...by };
  const audit = beginAudit([check], all, () => true);
  for (const [stream, given] of Object.entries(flow) as [keyof Streams, Flow[keyof Streams]][]) {
    const things = Array.isArray(given) ? given : ((given as { things?: readonly never[] }).things ?? []);
    for (const thing of things) audit.see(stream, thing);
    audit.ended(stream, Array.isArray(given) ? { seen: given.length } : (given as Ended));
  }
  return audit.results({ tenant: 't', vendor: all.vendor, takenAt: all.now, parts })[0]!;
}
