import assert from 'node:assert/strict';
import { fill, locales } from '../../core/locale.ts';
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

/** One tenant as a check meets it, and what the check says of it. */
export interface TenantCase {
  readonly says: string;
  readonly parts?: Readings<Parts>;
  readonly flow?: Flow;
  readonly by?: Partial<Audited>;
  readonly state: Result['state'];
  /** The key of its message, where it judged. */
  readonly message?: string;
  /** The ids of what it points at. */
  readonly subjects?: readonly string[];
  readonly share?: readonly [held: number, of: number];
}

/** Holds a check to its cases; and to being unknown, never passed, where what it reads is not there. */
export function examineCheck(check: Check, cases: readonly TenantCase[]): void {
  describe(check.id, () => {
    for (const { says, parts = {}, flow = {}, by = {}, ...expected } of cases) {
      it(`${expected.state}: ${says}`, () => {
        const result = resultOf(check, parts, flow, by);
        assert.equal(result.state, expected.state);
        if (expected.message !== undefined) assert.equal('message' in result && result.message, expected.message);
        if ('message' in result) {
          const text = check.messages[result.message];
          assert.ok(text, 'says something that it has no words for');
          for (const locale of locales) assert.ok(!/\{/.test(fill(text[locale], result.values, locale)), 'leaves a place open');
        }
        if (expected.subjects !== undefined) {
          const found = 'subjects' in result ? result.subjects : undefined;
          assert.deepEqual(
            found?.first.map(({ id }) => id),
            expected.subjects
          );
          assert.equal(found?.count, expected.subjects.length);
        }
        if (expected.share) assert.deepEqual('share' in result && [result.share?.held, result.share?.of], expected.share);
      });
    }
    const whole = cases.find(({ state }) => state === 'pass') ?? cases[0]!;
    for (const part of check.reads) {
      it(`not-permitted: ${part} may not be read`, () => {
        const parts = { ...whole.parts, [part]: { unread: 'forbidden', lacks: 'Some.Right' } } as Readings<Parts>;
        const result = resultOf(check, parts, whole.flow, whole.by);
        assert.deepEqual([result.state, 'lacks' in result && result.lacks], ['not-permitted', 'Some.Right']);
      });
    }
    if (check.walks) {
      it(`incomplete: ${check.walks} broke off`, () => {
        const flow = { ...whole.flow, [check.walks!]: { unread: 'unreachable', seen: 3 } } as Flow;
        assert.equal(resultOf(check, whole.parts ?? {}, flow, whole.by).state, 'incomplete');
      });
    }
  });
}
