import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locales } from '../../../core/locale.ts';
import { type LintFinding, lintKinds, lintPolicy } from '../../../core/policies/lint.ts';
import { models } from '../../../core/policies/models/index.ts';
import type { Clause, Policy } from '../../../core/policies/policy.ts';
import { within } from '../../support/quick.ts';

const today = '2026-11-22';
const clause = (id: string, text: Clause['text'], rest: Partial<Clause> = {}): Clause => ({
  id,
  section: 'S',
  text,
  binds: ['staff'],
  duties: [],
  ...rest
});
/** A policy with nothing to find but what its clauses bring. */
const policy = (...clauses: readonly Clause[]): Policy => ({
  id: 'p',
  title: 'P',
  languages: ['en'],
  adoptedOn: '2026-09-01',
  reviewDue: '2027-09-01',
  clauses: [...clauses, clause('last', 'We are kind.', { positions: { 'video-calls': 'head' } })]
});
const found = (text: string): readonly (readonly [string, string])[] =>
  lintPolicy(policy(clause('1', text)), { today }).map(({ kind, what }) => [kind, what.en] as const);
const stand = (id: string, positions: NonNullable<Clause['positions']>, rest: Partial<Clause> = {}) =>
  clause(id, 'T.', { positions, ...rest });
const ofKind = (findings: readonly LintFinding[], kind: string) => findings.filter(finding => finding.kind === kind);

describe('the lint of a policy', () => {
  it('finds nothing in a policy that is in order', () =>
    assert.deepEqual(lintPolicy(policy(clause('1', 'Staff sign each year.')), { today }), []));

  describe('law that has gone', () => {
    for (const [says, text, what] of [
      ['the act of 1998', 'We keep the Data Protection Act 1998.', /Act 1998 was repealed on 25 May 2018/],
      ['the act of 1998, spelt otherwise', 'as the DATA  PROTECTION\nAct (1998) asks', /Act 1998 was repealed/],
      ['the act without its year', 'We keep the Data Protection Act.', /without its year/],
      ['the regulations of 2000', 'The Lawful Business Practice (Interception) Regulations 2000 apply.', /replaced in 2018/],
      ['the act on investigatory powers of 2000', 'We follow RIPA.', /Investigatory Powers Act 2016/],
      ['the European regulation', 'We keep to GDPR.', /UK GDPR/],
      ['the limit of half a million', 'Fines reach £500,000.', /£17\.5 million/],
      ['single acts on discrimination', 'See the Race Relations Act 1976.', /Equality Act 2010/]
    ] as const) {
      it(`is ${says}`, () => {
        const [[kind, sentence] = ['', ''], ...rest] = found(text);
        assert.equal(kind, 'repealed-law');
        assert.match(sentence, what);
        assert.deepEqual(rest, []);
      });
    }

    for (const text of [
      'We keep the Data Protection Act 2018 and the UK GDPR.',
      'We keep the UK General Data Protection Regulation (UK GDPR).',
      'We keep the Computer Misuse Act 1990 and the Human Rights Act 1998.',
      'Cadwn at GDPR y DU.',
      'A ripe apple costs £50.'
    ]) {
      it(`is not in «${text}»`, () => assert.deepEqual(found(text), []));
    }

    it('is found in Welsh as well', () => assert.equal(found('Cadwn at Ddeddf Diogelu Data 1998.')[0]![0], 'repealed-law'));
  });

  describe('what is out of date', () => {
    for (const text of [
      'In a Covid closure we teach from home.',
      'Journalists keep the code of the Press Complaints Commission.',
      'The Local Safeguarding Children Board follows it up.',
      'Staff have a CRB check.',
      'The LEA preferred filter is on.',
      'Nobody uses Bebo.'
    ]) {
      it(`is in «${text}»`, () =>
        assert.deepEqual(
          found(text).map(([kind]) => kind),
          ['out-of-date']
        ));
    }
    it('is not a regional safeguarding board in Wales', () => assert.deepEqual(found('We tell the regional safeguarding board.'), []));
  });

  describe('words that can be read in two ways', () => {
    for (const [text, word] of [
      ['This is reviewed bi-annually.', 'bi-annually'],
      ['This is reviewed biannually.', 'biannually'],
      ['We check regularly.', 'regularly'],
      ['We check on a regular basis.', 'regular'],
      ['We check from time to time.', 'from time to time'],
      ['Report it as soon as possible.', 'as soon as possible'],
      ['Uses deemed reasonable are allowed.', 'reasonable'],
      ['Keep it out of sight whenever possible.', 'whenever possible'],
      ['Tell the responsible person.', 'responsible person'],
      ['Adolygir hyn yn rheolaidd.', 'yn rheolaidd']
    ] as const) {
      it(`are in «${text}»`, () => {
        const [[kind, sentence] = ['', '']] = found(text);
        assert.equal(kind, 'ambiguous');
        assert.ok(sentence.startsWith(`«${word}» `), sentence);
      });
    }

    for (const text of [
      'Regular supply staff sign too.',
      'Do not try to open such sites.',
      'Access is limited to staff.',
      'Unreasonable and irregular things are neither.',
      'Reviewed twice a year.'
    ]) {
      it(`are not in «${text}»`, () => assert.deepEqual(found(text), []));
    }

    it('are looked for in every language of a clause', () => {
      const both = clause('1', { en: 'We check each week.', cy: 'Gwiriwn yn rheolaidd.' });
      assert.deepEqual(
        ofKind(lintPolicy(policy(both), { today }), 'ambiguous').map(({ clauses }) => clauses),
        [['1']]
      );
    });

    it('come once a word, with all its clauses', () => {
      const findings = lintPolicy(policy(clause('1', 'Check regularly.'), clause('2', 'Ask regularly, regularly.')), { today });
      assert.deepEqual(
        findings.map(({ clauses }) => clauses),
        [['1', '2']]
      );
    });
  });

  describe('dates', () => {
    const dated = (rest: Partial<Policy>) => ofKind(lintPolicy({ ...policy(), ...rest }, { today }), 'dates').map(({ what }) => what);

    it('are missed where there are none', () => {
      const { adoptedOn, reviewDue, ...bare } = policy();
      assert.ok(adoptedOn && reviewDue);
      assert.deepEqual(
        ofKind(lintPolicy(bare, { today }), 'dates').map(({ what }) => what.en),
        ['Nothing says when the policy was adopted.', 'Nothing says when the policy is to be reviewed.']
      );
    });

    for (const [reviewDue, en, cy] of [
      ['2026-11-21', 'The review was due on 21 November 2026.', 'Roedd yr adolygiad i fod i ddigwydd ar 21 Tachwedd 2026.'],
      ['2026-10', 'The review was due in October 2026.', 'Roedd yr adolygiad i fod i ddigwydd yn Hydref 2026.']
    ] as const) {
      it(`are past: ${reviewDue}`, () => assert.deepEqual(dated({ adoptedOn: '2020', reviewDue }), [{ en, cy }]));
    }

    for (const reviewDue of ['2026-11-22', '2026-11', '2026', '2027-01-01']) {
      it(`are not past before their last day is over: ${reviewDue}`, () =>
        assert.deepEqual(dated({ adoptedOn: '2020-05-01', reviewDue }), []));
    }

    it('that nobody can reckon with are named', () => {
      assert.deepEqual(
        dated({ reviewDue: 'Spring 2027' }).map(({ en }) => en),
        ['«Spring 2027» is no date that can be reckoned with.']
      );
      assert.equal(dated({ reviewDue: '2027-13-01' }).length, 1);
    });

    it('in the wrong order are named', () => assert.equal(dated({ adoptedOn: '2027-01-01', reviewDue: '2026-12-31' }).length, 1));
  });

  describe('contradictions inside a policy', () => {
    const contradictions = (...clauses: readonly Clause[]) => ofKind(lintPolicy(policy(...clauses), { today }), 'contradiction');

    it('are two rungs of one ladder', () => {
      const [finding, ...rest] = contradictions(
        stand('1', { 'personal-use': 'none' }),
        stand('2', {}),
        stand('3', { 'personal-use': 'incidental' })
      );
      assert.deepEqual(rest, []);
      assert.deepEqual(finding!.clauses, ['1', '3']);
      assert.equal(
        finding!.what.en,
        'On one point the policy says different things – private use of school systems: never (1); a little, if it does no harm (3).'
      );
      assert.equal(
        finding!.what.cy,
        'Ar un pwynt mae’r polisi’n dweud pethau gwahanol – defnydd preifat o systemau’r ysgol: byth (1); ychydig, os na wna niwed (3).'
      );
    });

    it('are two answers with nothing in common', () => {
      const one = stand('1', { 'leaving-a-device': ['lock', 'log-off'] });
      assert.deepEqual(contradictions(one, stand('2', { 'leaving-a-device': 'lock' })), []);
      assert.equal(contradictions(stand('1', { 'leaving-a-device': 'log-off' }), stand('2', { 'leaving-a-device': 'lock' })).length, 1);
    });

    it('are not different rules for different people', () => {
      const pupils = stand('1', { 'sites-reported-to': 'teacher' }, { binds: ['pupil'] });
      assert.deepEqual(contradictions(pupils, stand('2', { 'sites-reported-to': 'coordinator' })), []);
      assert.equal(contradictions(pupils, stand('2', { 'sites-reported-to': 'coordinator' }, { binds: ['staff', 'pupil'] })).length, 1);
    });

    it('are not things that add up', () => {
      assert.deepEqual(contradictions(stand('1', { 'head-in-copy': 'parents' }), stand('2', { 'head-in-copy': 'governors' })), []);
    });

    it('are not advice that is bound in', () => {
      assert.deepEqual(
        contradictions(stand('1', { 'personal-use': 'none' }), stand('2', { 'personal-use': 'allowed' }, { standing: 'advice' })),
        []
      );
    });

    it('stand in the models where the schools’ documents have them', () => {
      const of = (id: string) =>
        ofKind(lintPolicy(models.find(model => model.id === id)!, { today }), 'contradiction').map(({ clauses }) => clauses.join(', '));
      assert.deepEqual(of('st-norberts'), [
        'Unsuitable use.1, Agreement.3',
        'Data security.4, Own devices.7, Photographs.9',
        'Images.4, Agreement.11',
        'Data security.3, Storage.4'
      ]);
      assert.deepEqual(of('employees-and-contractors'), [
        'Rationale.2, Conduct.4, Employees.2, Employees.7',
        'Conduct.12, Employees.9',
        'Conduct.14, Employees.6'
      ]);
      assert.deepEqual(of('whole-school'), ['8.1, Agreement.3']);
      assert.deepEqual(of('code-of-conduct'), []);
      assert.deepEqual(of('staff-2023'), []);
    });
  });

  describe('a school’s policy against its trust’s', () => {
    const against = (school: readonly Clause[], trust: readonly Clause[]) =>
      ofKind(lintPolicy(policy(...school), { today, trust: policy(...trust) }), 'against-trust');

    it('may ask for more', () => {
      assert.deepEqual(against([stand('1', { 'images-outside': 'never' })], [stand('7', { 'images-outside': 'permitted' })]), []);
    });

    it('may not ask for less', () => {
      const [finding] = against([stand('1', { 'images-outside': 'permitted' })], [stand('7', { 'images-outside': 'never' })]);
      assert.deepEqual([finding!.clauses, finding!.trust], [['1'], ['7']]);
      assert.equal(
        finding!.what.en,
        'The trust and the school differ – images leaving the school. Trust: never (7). School: with a parent’s, staff member’s or headteacher’s permission (1).'
      );
    });

    it('has all parts of a sum', () => {
      const trust = [stand('7', { 'head-in-copy': ['parents', 'governors'] })];
      assert.equal(against([stand('1', { 'head-in-copy': 'parents' })], trust).length, 1);
      assert.deepEqual(against([stand('1', { 'head-in-copy': ['agencies', 'governors', 'parents'] })], trust), []);
    });

    it('may name the whole for its parts', () => {
      const trust = [stand('7', { 'own-details-kept-from': ['pupils', 'parents'] })];
      assert.deepEqual(against([stand('1', { 'own-details-kept-from': 'everybody' })], trust), []);
    });

    it('shares an answer', () => {
      const trust = [stand('7', { 'installing-approved-by': 'headteacher' })];
      assert.equal(against([stand('1', { 'installing-approved-by': 'any-colleague' })], trust).length, 1);
      assert.deepEqual(against([stand('1', { 'installing-approved-by': 'headteacher' })], trust), []);
    });

    it('is compared only with what the trust asks of the same people', () => {
      const trust = [
        stand('7', { 'sites-reported-to': 'teacher' }, { binds: ['pupil'] }),
        stand('8', { 'sites-reported-to': 'coordinator' })
      ];
      assert.deepEqual(against([stand('1', { 'sites-reported-to': 'coordinator' })], trust), []);
      const [finding] = against([stand('1', { 'sites-reported-to': 'line-manager' })], trust);
      assert.deepEqual([finding!.clauses, finding!.trust], [['1'], ['8']]);
    });

    it('is told where it is silent', () => {
      const [finding, ...rest] = against([], [stand('7', { 'logs-looked-at': 'weekly' })]);
      assert.deepEqual(rest, []);
      assert.equal(finding!.what.en, 'The trust has a rule where the school has none – how often the logs are looked at: each week (7).');
    });

    it('is not held against itself', () => {
      for (const model of models.filter(({ id }) => id === 'code-of-conduct' || id === 'staff-2023')) {
        assert.deepEqual(ofKind(lintPolicy(model, { today, trust: model }), 'against-trust'), [], model.id);
      }
    });
  });

  describe('today’s advice', () => {
    for (const positions of [
      { 'password-change': 'from-time-to-time' },
      { 'password-shape': 'eight-mixed' },
      { 'anothers-password': 'permitted' },
      { 'data-out-protected-by': 'password' },
      { 'installing-approved-by': 'any-colleague' },
      { 'staff-reported-to': 'headteacher' }
    ] as const) {
      it(`speaks against ${JSON.stringify(positions)}`, () => {
        assert.deepEqual(
          lintPolicy(policy(stand('1', positions)), { today }).map(({ kind, clauses }) => [kind, ...clauses]),
          [['against-advice', '1']]
        );
      });
    }

    it('is content when a concern about the head has its own way', () => {
      assert.deepEqual(lintPolicy(policy(stand('1', { 'staff-reported-to': ['headteacher', 'chair-of-governors'] })), { today }), []);
    });
  });

  describe('the file itself', () => {
    it('says which numbers stand twice', () => {
      const [finding] = lintPolicy(policy(clause('1', 'A.'), clause('1', 'B.')), { today });
      assert.deepEqual([finding!.kind, finding!.clauses], ['shape', ['1']]);
    });

    it('says which clauses ask something of nobody, or say nothing', () => {
      const findings = lintPolicy(policy(clause('1', 'A.', { binds: [], duties: ['sign-policy'] }), clause('2', '  ')), { today });
      assert.deepEqual(
        findings.map(({ kind, clauses }) => [kind, ...clauses]),
        [
          ['shape', '1'],
          ['shape', '2']
        ]
      );
    });

    it('does not pass for free of contradictions when no clause takes a position', () => {
      const silent = { ...policy(), clauses: [clause('1', 'A.')] };
      assert.deepEqual(
        lintPolicy(silent, { today }).map(({ kind }) => kind),
        ['unseen']
      );
      assert.deepEqual(
        lintPolicy(silent, { today, trust: policy() }).map(({ kind }) => kind),
        ['unseen']
      );
      assert.deepEqual(
        lintPolicy(policy(), { today, trust: silent }).map(({ kind }) => kind),
        ['unseen']
      );
    });
  });

  it('says everything in every language, with every place filled', () => {
    const findings = models.flatMap(model => models.flatMap(trust => lintPolicy(model, { today, trust })));
    assert.ok(new Set(findings.map(({ kind }) => kind)).size >= 6);
    for (const finding of findings) {
      for (const locale of locales) {
        for (const sentence of [finding.what[locale], finding.do[locale]]) assert.match(sentence, /^[^{}]+\.$/);
      }
    }
  });

  it('comes gravest kind first', () => {
    const kinds = Object.keys(lintKinds);
    for (const model of models) {
      const ranks = lintPolicy(model, { today, trust: models[0]! }).map(({ kind }) => kinds.indexOf(kind));
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b)
      );
    }
  });

  it('never throws, whatever the words and dates are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (text, adoptedOn, reviewDue) => {
        lintPolicy({ ...policy(clause('1', text)), adoptedOn, reviewDue }, { today });
      }),
      { numRuns: 200 }
    );
  });

  it('takes time in proportion to the number of clauses: twenty thousand that take positions', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      stand(String(i), { 'personal-use': i % 2 ? 'none' : 'allowed', 'signed-by': 'staff' })
    );
    within(2000, () => {
      const findings = lintPolicy(policy(...many), { today, trust: policy(...many) });
      assert.equal(ofKind(findings, 'contradiction')[0]!.clauses.length, 20_000);
    });
  });

  it('takes time in proportion to the text: a megabyte in one clause', () => {
    for (const hostile of ['bi annually bi ', 'data protection act of ', 'regular staff ', '£', ' ']) {
      const text = hostile.repeat(Math.floor(1_000_000 / hostile.length));
      within(2000, () => lintPolicy(policy(clause('1', text)), { today }), hostile);
    }
  });
});
