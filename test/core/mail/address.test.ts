import assert from 'node:assert/strict';
import fc from 'fast-check';
import { domainOf, isOneOf, localOf, mailboxOf, normalAddress } from '../../../core/mail/address.ts';

/** What people, programs and attackers put where an address should stand. */
const written = fc.oneof(
  fc.emailAddress(),
  fc.string({ unit: fc.constantFrom(...'ab@.<>" \\+-xn\t\u00e9\u212a\u0430,;()'.split('')), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.tuple(fc.string({ maxLength: 10 }), fc.emailAddress()).map(([name, address]) => `${name} <${address}>`),
  fc.string({ unit: fc.constantFrom(...'abc019-'.split('')), maxLength: 30 }).map(label => `a@xn--${label}.example`)
);
const ours = ['school.example', 'pupils.school.example'];

describe('an address', () => {
  for (const [raw, normal] of [
    ['a@school.example', 'a@school.example'],
    ['  A.B@School.Example \n', 'a.b@school.example'],
    ['a@school.example.', 'a@school.example'],
    ['a@school.example. .', 'a@school.example'],
    ['<a@school.example>', 'a@school.example'],
    ['Parent One <a@school.example>', 'a@school.example'],
    ['Parent One <a@school.example>.', 'a@school.example'],
    ['"parent@x.example" <other@y.example>', 'other@y.example'],
    ['parent@x.example <other@y.example>', 'other@y.example'],
    ['"One, <Parent>" <a@school.example>', 'a@school.example'],
    ['"a.b"@school.example', 'a.b@school.example'],
    ['"a b"@school.example', '"a b"@school.example'],
    ['"x@school.example"@evil.example', '"x@school.example"@evil.example'],
    ['"<a@school.example>"@evil.example', '"<a@school.example>"@evil.example'],
    ['a@b@school.example', 'a@b@school.example'],
    ['a@xn--bcher-kva.example', 'a@bücher.example'],
    ['a@BÜCHER.example', 'a@bücher.example'],
    ['a@xn--mnchen-3ya.example', 'a@münchen.example'],
    ['a@xn--80ak6aa92e.example', 'a@аррӏе.example'],
    ['a@xn--n3h.example', 'a@☃.example'],
    // Plain letters in disguise, nonsense and too long a label stay what they are.
    ['a@xn--school-.example', 'a@xn--school-.example'],
    ['a@\u212ait.example', 'a@\u212ait.example'],
    ['a@xn--99999999999.example', 'a@xn--99999999999.example'],
    ['a@xn--!.example', 'a@xn--!.example'],
    ['not an address', 'not an address'],
    ['', ''],
    ['@', '@'],
    ['a@', 'a@']
  ] as const) {
    it(`«${raw.trim()}» is compared as «${normal}»`, () => assert.equal(normalAddress(raw), normal));
  }

  it('is normal once it was made normal', () =>
    fc.assert(
      fc.property(written, raw => assert.equal(normalAddress(normalAddress(raw)), normalAddress(raw))),
      { numRuns: 3000 }
    ));
  it('has a local part and a domain round the last @', () =>
    fc.assert(
      fc.property(written, raw => {
        const address = normalAddress(raw);
        assert.equal(address.includes('@') ? `${localOf(address)}@${domainOf(address)}` : localOf(address), address);
      })
    ));
  it('does not care for case, space round it, trailing dots or brackets', () =>
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom('', '.', '..'), fc.boolean(), (address, dots, bracketed) => {
        const dressed = ` ${address.toUpperCase()}${dots} `;
        assert.equal(normalAddress(bracketed ? `Some Name <${dressed}>` : dressed), normalAddress(address));
      })
    ));

  for (const [address, mailbox] of [
    ['a+school@b.example', 'a@b.example'],
    ['a+b+c@b.example', 'a@b.example'],
    ['+a@b.example', '+a@b.example'],
    ['"a+b c"@b.example', '"a+b c"@b.example'],
    ['a@b+c.example', 'a@b+c.example'],
    ['a+b', 'a+b']
  ] as const) {
    it(`«${address}» is delivered to «${mailbox}»`, () => assert.equal(mailboxOf(address), mailbox));
  }
});

describe('whether an address is the school’s', () => {
  const isOurs = (raw: string): boolean => isOneOf(domainOf(normalAddress(raw)), ours);

  for (const raw of [
    'a@school.example',
    'A@SCHOOL.EXAMPLE',
    'a@school.example.',
    'Name <a@school.example>',
    '"a"@school.example',
    'a@pupils.school.example'
  ]) {
    it(`«${raw}» is`, () => assert.equal(isOurs(raw), true));
  }
  for (const raw of [
    'a@school.example.evil.com',
    '"x@school.example"@evil.com',
    '"x@school.example" <x@evil.com>',
    'x@school.example <x@evil.com>',
    '<x@evil.com> <a@school.example>',
    '"<a@school.example>"@evil.com',
    'a@mail.school.example',
    'a@xschool.example',
    'a@school.examples',
    'a@school-example.com',
    'a@school.example:25',
    'a@school.example/evil.com',
    'a@school.example\\evil.com',
    'a@school.example,evil.com',
    'a@school.example@evil.com',
    'a@[school.example]',
    'a@ѕchool.example',
    'a@sсhool.example',
    'a@schοol.example',
    'a@ſchool.example',
    'a@school。example',
    'a@school\u200b.example',
    'a@school\u00ad.example',
    'a@ｓｃｈｏｏｌ.example',
    'a@xn--school-.example',
    'a@xn--chool-r8d.example',
    'a@',
    'school.example',
    ''
  ]) {
    it(`«${raw}» is not`, () => assert.equal(isOurs(raw), false));
  }

  it('never takes a longer, a shorter or another domain', () =>
    fc.assert(
      fc.property(
        fc.domain(),
        fc.string({ unit: fc.constantFrom(...'ab.-'.split('')), minLength: 1, maxLength: 6 }),
        fc.nat(20),
        (domain, more, cut) => {
          assert.equal(isOneOf(domain, [domain]), true);
          const longer = [`${more}${domain}`, `${domain}${more}`, `${more}.${domain}`, `${domain}.${more}`];
          for (const other of longer) if (other.replace(/\.+$/, '') !== domain) assert.equal(isOneOf(other, [domain]), false, other);
          const shorter = domain.slice(0, cut);
          if (shorter.length < domain.length) assert.equal(isOneOf(shorter, [domain]), false, shorter);
        }
      )
    ));
  it('never takes a domain of which one letter is another', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...ours),
        fc.nat(30),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        (domain, place, letter) => {
          const at = place % domain.length;
          const other = domain.slice(0, at) + letter + domain.slice(at + 1);
          if (other.toLowerCase() !== domain) assert.equal(isOurs(`a@${other}`), false, other);
        }
      ),
      { numRuns: 1000 }
    ));
  it('never takes an empty domain', () => assert.equal(isOneOf('', ['']), false));
});
