import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn, blank, clockOf, instantOf } from '../../../addin/try/compose.ts';
import { everybody, exampleSchool } from '../../../addin/try/school.ts';
import { undone } from '../../../addin/try/steps.ts';
import { applied } from '../../../core/mail/remedy.ts';

describe('addresses as people type them', () => {
  const cases: readonly [string, readonly [name: string, address: string][], readonly string[]][] = [
    ['a@b.example', [['', 'a@b.example']], []],
    [
      'a@b.example, c@d.example; e@f.example',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
        ['', 'e@f.example']
      ],
      []
    ],
    ['Kit Sample <KIT@b.example>', [['Kit Sample', 'kit@b.example']], []],
    [
      '"Sample, Kit" <kit@b.example>, a@b.example',
      [
        ['Sample, Kit', 'kit@b.example'],
        ['', 'a@b.example']
      ],
      []
    ],
    ['head@school.example', [['Headteacher', 'head@school.example']], []],
    ['The Boss <head@school.example>', [['The Boss', 'head@school.example']], []],
    [
      'a@b.example\nc@d.example\n',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example']
      ],
      []
    ],
    ['bob, a@b.example, @, x@', [['', 'a@b.example']], ['bob', '@', 'x@']],
    [' , ;', [], []]
  ];
  for (const [typed, found, left] of cases) {
    it(`reads ${JSON.stringify(typed)}`, () => {
      const read = addressesIn(typed, everybody);
      assert.deepEqual(
        read.found.map(({ name, address }) => [name, address]),
        found
      );
      assert.deepEqual(read.left, left);
    });
  }

  it('brings the members of a group', () => {
    const [group] = addressesIn('year5.parents@school.example', everybody).found;
    assert.equal(group?.members?.length, 6);
  });

  it('loses nothing of whatever is typed', () =>
    fc.assert(
      fc.property(fc.string(), typed => {
        const { found, left } = addressesIn(typed, []);
        assert.ok(found.every(({ address }) => address.includes('@')));
        if (/[^\s,;]/.test(typed)) assert.ok(found.length + left.length > 0);
      })
    ));
});

describe('the school’s clock', () => {
  const { calendar } = exampleSchool;
  const cases: readonly [string, string][] = [
    ['2026-11-18T10:00:00.000Z', '2026-11-18T10:00'],
    ['2026-07-01T07:30:00.000Z', '2026-07-01T08:30'],
    ['2026-03-29T00:59:00.000Z', '2026-03-29T00:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29T02:00'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T01:30'],
    ['2031-08-01T11:00:00.000Z', '2031-08-01T12:00']
  ];
  for (const [instant, clock] of cases) {
    it(`shows ${clock} at ${instant}`, () => {
      assert.equal(clockOf(instant, calendar), clock);
      assert.equal(instantOf(clock, calendar), instant);
    });
  }

  it('does not know a time that is none', () => assert.equal(instantOf('', calendar), undefined));
});

describe('undoing', () => {
  const before = blank({ name: '', address: 'teacher@school.example' }, '2026-11-18T10:00:00Z');
  const after = applied({ kind: 'copy-in', addresses: ['head@school.example'] }, before);

  it('takes back what one click did', () => assert.deepEqual(undone({ before, after }, after), before));

  it('leaves what was written since then', () => {
    const now = { ...after, subject: { value: 'Swimming' } };
    assert.deepEqual(undone({ before, after }, now), { ...before, subject: { value: 'Swimming' } });
  });

  it('has nothing to take back once the same part was changed by hand', () => {
    const now = { ...after, addressed: { value: { to: [], cc: [], bcc: [] } } };
    assert.equal(undone({ before, after }, now), undefined);
  });
});
