import assert from 'node:assert/strict';
import { judge, type Readings } from '../../core/judge.ts';

interface Parts {
  readonly name: string;
  readonly size: number;
}

const seen: unknown[] = [];
const unit = {
  reads: ['size'] as const,
  judge: (parts: Pick<Parts, 'size'>, by: { readonly most: number }) => {
    seen.push(parts);
    return parts.size > by.most;
  }
};

describe('judge', () => {
  it('hands a unit exactly the parts that it reads', () => {
    assert.deepEqual(judge<Parts, 'size', { most: number }, boolean>(unit, { name: { value: 'a' }, size: { value: 3 } }, { most: 2 }), {
      answer: true
    });
    assert.deepEqual(seen[seen.length - 1], { size: 3 });
  });
  for (const [says, readings, unjudged] of [
    ['a part that nobody read', { name: { value: 'a' } }, { because: 'not-read', part: 'size' }],
    ['a part that the surface does not show', { size: { unread: 'unsupported' } }, { because: 'unsupported', part: 'size' }],
    ['a part that did not come', { size: { unread: 'unreachable' } }, { because: 'unreachable', part: 'size' }]
  ] as const) {
    it(`does not judge without ${says}, and says so`, () =>
      assert.deepEqual(judge<Parts, 'size', { most: number }, boolean>(unit, readings as Readings<Parts>, { most: 2 }), { unjudged }));
  }
  it('takes a value for read, whatever the value', () =>
    assert.deepEqual(judge<Parts, 'size', { most: number }, boolean>(unit, { size: { value: 0 } }, { most: 2 }), { answer: false }));
  it('says that a unit failed, and keeps what it threw to itself', () => {
    const failing = {
      reads: ['name'] as const,
      judge: ({ name }: Pick<Parts, 'name'>): boolean => {
        throw new Error(`cannot judge ${name}`);
      }
    };
    assert.deepEqual(judge<Parts, 'name', undefined, boolean>(failing, { name: { value: 'a' } }, undefined), {
      unjudged: { because: 'fault' }
    });
  });
  it('says that a part failed while it was worked out', () => {
    const readings = {
      get size(): never {
        throw new Error('no size');
      }
    };
    assert.deepEqual(judge<Parts, 'size', { most: number }, boolean>(unit, readings, { most: 2 }), { unjudged: { because: 'fault' } });
  });
});
