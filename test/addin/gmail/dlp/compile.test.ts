import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chainPhrases } from '../../../../addin/gmail/dlp/chain-phrases.ts';
import { compileDlp, type Wishes } from '../../../../addin/gmail/dlp/compile.ts';
import { domainsPattern, elsewherePattern, providersPattern } from '../../../../addin/gmail/dlp/patterns.ts';
import { limits } from '../../../../addin/gmail/dlp/shapes.ts';
import { personalDomains } from '../../../../core/mail/data/personal-domains.ts';
import { isPersonalDomain } from '../../../../core/mail/personal-domains.ts';
import type { MailPolicy } from '../../../../core/mail/policy.ts';
import { rules } from '../../../../core/mail/rules/index.ts';
import { re2 } from '../../../support/google/cel.ts';
import { school } from '../../../support/mail.ts';

const plain: Wishes = { confidential: [] };
const compiled = (policy: Partial<MailPolicy> = {}, wishes = plain) => compileDlp({ ...school, exempt: [], ...policy }, wishes);
const keys = ({ rules: made }: ReturnType<typeof compiled>) => made.map(({ key }) => key);
const all = { 'head-not-copied': { audiences: ['parent', 'governor', 'agency', 'outsider'] } };

/** Whether a pattern finds this address in a header, bare, in brackets and in a list. */
function finds(expression: string, address: string): boolean {
  const found = [`To: ${address}`, `To: Name <${address}>`, `To: ${address}, b`].map(header => re2(expression).test(header));
  assert.equal(new Set(found).size, 1, address);
  return found[0]!;
}

describe('a policy for mail, made into rules for Gmail', () => {
  it('makes four rules, and says of every other rule that is on why there is none', () => {
    const made = compiled();
    assert.deepEqual(keys(made), ['head-not-copied', 'sent-to-personal-account', 'crowd-in-the-open', 'chain-letter']);
    assert.deepEqual(
      [...keys(made), ...made.unexpressed.map(({ rule }) => rule)].sort(),
      rules
        .map(({ id }) => id)
        .filter(id => id !== 'outside-not-authorised')
        .sort()
    );
    for (const { because } of made.unexpressed) assert.match(because.en, /\.$/);
  });

  it('says the condition in Google’s words', () => {
    assert.equal(
      compiled({ people: { ...school.people, headteacher: ["o'head@school.example"], deputies: [] } }).rules[0]!.condition,
      "all_headers.contains('@') && !all_headers.contains('o\\'head@school.example') && !all_headers.matches_regex_detector('policies/{confidential}', {minimum_match_count: 1})"
    );
  });

  for (const { says, policy, most } of [
    { says: 'everybody outside', policy: { rules: all }, most: 'warn' },
    { says: 'families of whom the school has a list', policy: {}, most: 'audit' },
    { says: 'families, and the school has no list', policy: { directory: {} }, most: 'warn' },
    {
      says: 'everybody outside, mildly',
      policy: { rules: { 'head-not-copied': { ...all['head-not-copied'], action: 'advise' } } },
      most: 'audit'
    }
  ] as const) {
    it(`goes as far as ${most} where the head is copied in to ${says}`, () => assert.equal(compiled(policy).rules[0]!.most, most));
  }

  it('makes no rule that is off, and none of outside mail for agencies alone or without a head', () => {
    assert.ok(!keys(compiled({ rules: { 'chain-letter': { action: 'off' } } })).includes('chain-letter'));
    for (const policy of [
      { rules: { 'head-not-copied': { audiences: ['agency'] } } },
      { people: { ...school.people, headteacher: [], deputies: [] } }
    ]) {
      const made = compiled(policy);
      assert.ok(!keys(made).includes('head-not-copied'));
      assert.ok(made.unexpressed.some(({ rule }) => rule === 'head-not-copied'));
    }
    assert.ok(!keys(compiled({ rules: { 'chain-letter': { kinds: ['joke'] } } })).includes('chain-letter'));
  });

  describe('and whom the school exempts', () => {
    const exempted = (exempt: readonly string[], confidential: readonly string[] = []) =>
      compiled({ exempt, rules: all }, { confidential });

    it('is left alone without being named where it is a public body’s or a union’s address: the rules are the same for every school', () => {
      assert.deepEqual(exempted(['lado@anytown.gov.uk', 'rep@neu.org.uk']), exempted([]));
    });

    it('makes no rule about the head where it would have to be named, and says so without naming it', () => {
      const made = exempted(['solicitor@law.example']);
      assert.ok(!keys(made).includes('head-not-copied'));
      assert.match(made.unexpressed.find(({ rule }) => rule === 'head-not-copied')!.because.en, /would have to name/);
      assert.doesNotMatch(JSON.stringify(made), /law\.example/);
    });

    it('may be left alone by its whole domain once the school says that anybody may read it', () => {
      const made = exempted(['solicitor@law.example'], ['law.example']);
      assert.ok(keys(made).includes('head-not-copied'));
      assert.doesNotMatch(JSON.stringify(made), /solicitor/);
    });

    it('is not taken for the school itself where the school’s own domain is below a public body’s', () => {
      const made = compiled({ domains: { staff: ['school.anytown.gov.uk'], pupils: [] }, exempt: ['lado@anytown.gov.uk'], rules: all });
      assert.ok(!keys(made).includes('head-not-copied'));
      const confidential = made.detectors.find(({ key }) => key === 'confidential')!;
      assert.ok(confidential.kind === 'pattern' && !finds(confidential.expression, 'teacher@school.anytown.gov.uk'));
    });

    it('is never written anywhere, nor is any address of the directory', () => {
      const address = fc.tuple(
        fc.stringMatching(/^[a-z]{6,10}$/),
        fc.constantFrom('council.example', 'anytown.gov.uk', 'neu.org.uk', 'school.example', 'family.example')
      );
      fc.assert(
        fc.property(fc.array(address, { maxLength: 4 }), fc.array(address, { maxLength: 4 }), (exempt, known) => {
          const directory = Object.fromEntries(
            known.map(([local, domain]) => [`${local}@${domain}`, [{ audience: 'parent' as const, name: local }]])
          );
          const written = JSON.stringify(
            compiled({ exempt: exempt.map(([local, domain]) => `${local}@${domain}`), directory, rules: all })
          );
          for (const [local] of [...exempt, ...known]) assert.ok(!written.includes(local), local);
          assert.ok(!written.includes('family.example') && !written.includes('council.example'));
        })
      );
    });
  });

  it('keeps within Google’s limits, or says that it does not fit', () => {
    const domain = `${'a-very-long-name-of-a-school-in-a-village.'.repeat(2)}example`;
    const many = Array.from({ length: 40 }, (_, i) => `deputy.number.${i}@${domain}`);
    const made = compiled({ domains: { staff: [domain], pupils: [`pupils.${domain}`] }, people: { ...school.people, deputies: many } });
    assert.deepEqual(keys(made), ['sent-to-personal-account', 'chain-letter']);
    for (const rule of ['head-not-copied', 'crowd-in-the-open'])
      assert.match(made.unexpressed.find(each => each.rule === rule)!.because.en, /does not fit/);
    for (const { condition } of [...made.rules, ...compiled().rules]) assert.ok(condition.length < limits.condition);
    assert.ok(chainPhrases.length <= limits.words && chainPhrases.join('').length <= limits.wordCharacters);
    assert.equal(new Set(chainPhrases).size, chainPhrases.length);
  });
});

describe('patterns of addresses', () => {
  const label = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
  const listed = Object.entries(personalDomains).flatMap(([ending, names]) => names.split(' ').map(name => `${name}.${ending}`));
  const domain = fc.oneof(
    fc.constantFrom(
      ...listed,
      'gmail.com',
      'yahoo.co.uk',
      'hotmail.fr',
      'live.com.au',
      'me.demon.co.uk',
      'gmail.com.evil.example',
      'notgmail.com'
    ),
    fc.tuple(label, fc.constantFrom('com', 'co.uk', 'plus.com', 'freeserve.co.uk', 'example')).map(parts => parts.join('.'))
  );

  it('know the providers that the core knows', () => {
    const pattern = providersPattern();
    fc.assert(
      fc.property(domain, each => assert.equal(finds(pattern, `a.b@${each}`), isPersonalDomain(each), each)),
      { numRuns: 2000 }
    );
  });

  it('know what is elsewhere: whole domains, letter by letter', () => {
    const own = ['school.example', 'pupils.school.example', 'school-two.example'];
    const pattern = elsewherePattern(own);
    const near = fc.oneof(
      fc.constantFrom(
        ...own,
        'school.example.evil.example',
        'schoo1.example',
        'school.exampl',
        'school.examplee',
        'school',
        'ѕchool.example',
        'x.school.example'
      ),
      fc
        .tuple(fc.constantFrom(...own), fc.nat(20), fc.constantFrom('', 'x', '.', 'a.b'))
        .map(([each, at, put]) => each.slice(0, at) + put + each.slice(at))
    );
    fc.assert(
      fc.property(near, each => {
        if (/^[.]|[.]$|[.]{2}/.test(each)) return;
        assert.equal(finds(pattern, `a.b@${each}`), !own.includes(each), each);
      }),
      { numRuns: 2000 }
    );
  });

  it('know what is at a domain or below it', () => {
    const pattern = domainsPattern(['gov.uk']);
    for (const [address, is] of [
      ['a@gov.uk', true],
      ['a@x.y.GOV.uk', true],
      ['a@notgov.uk', false],
      ['a@gov.uk.example', false],
      ['gov.uk@school.example', false]
    ] as const)
      assert.equal(finds(pattern, address), is, address);
  });
});
