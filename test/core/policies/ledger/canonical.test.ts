import assert from 'node:assert/strict';
import fc from 'fast-check';
import { base64, fromBase64, fromHex, hex, utf8 } from '../../../../core/policies/ledger/bytes.ts';
import { canonical } from '../../../../core/policies/ledger/canonical.ts';

describe('canonical JSON', () => {
  const cases: readonly (readonly [says: string, value: unknown, text: string])[] = [
    ['orders keys', { b: 1, a: { d: true, c: null } }, '{"a":{"c":null,"d":true},"b":1}'],
    [
      'orders keys by their UTF-16 units, as in section 3.2.3 of RFC 8785',
      { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '\u{1f600}': 'Emoji', '\u0080': 'Control', '\u00f6': 'o' },
      '{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro","\u{1f600}":"Emoji","\ufb33":"Dalet"}'
    ],
    [
      'writes numbers as ECMAScript does, as in section 3.2.2 of RFC 8785',
      [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'
    ],
    [
      'escapes what has to be escaped and nothing else',
      '\u20ac$\u000f\nA\'B"\\\\"/\u007f\u2028',
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f\u2028"'
    ],
    ['leaves out of an object what is not there', { a: undefined, b: [undefined] }, '{"b":[null]}'],
    ['has no number that is none', [NaN, Infinity], '[null,null]'],
    ['replaces half a character', ['\ud800', 'a\udc00b', '\u{1f600}'], '["\ufffd","a\ufffdb","\u{1f600}"]'],
    ['keeps a key of that name', JSON.parse('{"__proto__":1}'), '{"__proto__":1}']
  ];
  for (const [says, value, text] of cases) it(says, () => assert.equal(canonical(value), text));

  it('reads back to the same value, and to the same text whatever the order of the keys was', () => {
    const whole = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(whole, value => {
        const text = canonical(value);
        assert.equal(canonical(JSON.parse(text)), text);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.equal(canonical(turned(value)), text);
      })
    );
  });
});

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)])
  );
}

describe('bytes', () => {
  it('are those of UTF-8, half a character replaced', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.constantFrom('a', 'ŵ', '€', '\ud83d', '\ude00'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
        }),
        text => {
          assert.deepEqual(Buffer.from(utf8(text)), Buffer.from(new TextEncoder().encode(text)));
          assert.deepEqual(Buffer.from(utf8(text, 3)), Buffer.concat([Buffer.alloc(3), new TextEncoder().encode(text)]));
        }
      )
    );
  });

  it('are written as Node writes hexadecimal digits and base64, and read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        assert.equal(hex(bytes), Buffer.from(bytes).toString('hex'));
        assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'));
        assert.deepEqual(fromHex(hex(bytes)), bytes);
        assert.deepEqual(fromBase64(base64(bytes)), bytes);
      })
    );
  });

  for (const text of ['0', 'AB', '0g', ' 0'])
    it(`are not read from «${text}» as hexadecimal digits`, () => assert.equal(fromHex(text), undefined));
  for (const text of ['A', 'AA', 'AB==', 'AAB=', 'A===', '====', 'AA=A', 'A A=', 'AA-_', 'AAAA\n']) {
    it(`are not read from ${JSON.stringify(text)} as base64`, () => assert.equal(fromBase64(text), undefined));
  }
});
