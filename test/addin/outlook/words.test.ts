import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionText, alertOf, barText, cut, most, policyText } from '../../../addin/outlook/words.ts';
import { locales } from '../../../core/locale.ts';
import type { Remedy } from '../../../core/mail/remedy.ts';
import type { Finding, Verdict } from '../../../core/mail/review.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { say } from '../../../core/mail/say.ts';

/** A finding of a rule, with its first message unless another is named. */
function finding(rule: string, changed: Partial<Finding> = {}): Finding {
  const found = rules.find(({ id }) => id === rule)!;
  return {
    rule,
    duties: found.duties,
    clauses: [],
    action: 'confirm',
    message: Object.keys(found.messages)[0]!,
    values: { count: 3 },
    evidence: [{ in: 'to', address: 'parent.one@family.example' }],
    ...changed
  };
}

function verdict(findings: readonly Finding[], unjudged: Verdict['unjudged'] = []): Verdict {
  return { policy: 'test', action: 'confirm', findings, unjudged };
}

const head = finding('head-not-copied', {
  message: 'without',
  values: { whom: { en: 'to parents or carers', cy: 'at rieni neu ofalwyr' } },
  clauses: [{ id: '12', section: 'E-mail' }]
});
const crowd = finding('crowd-in-the-open', { clauses: [{ id: '4', section: 'Data' }] });
const unsure = [{ rule: 'head-not-copied', because: 'unreachable', part: 'prose' }] as const;

describe('the words of the bar', () => {
  it('are the sentence and its clause', () =>
    assert.equal(
      barText(verdict([head]), 'en'),
      'This goes to parents or carers without the headteacher. Copy in the headteacher. Clause 12.'
    ));
  it('count what else there is', () =>
    assert.equal(
      barText(verdict([head, crowd, finding('chain-letter')]), 'en'),
      'This goes to parents or carers without the headteacher. Copy in the headteacher. Clause 12. And 2 more.'
    ));
  it('count in Welsh', () =>
    assert.equal(
      barText(verdict([head, crowd]), 'cy'),
      'Mae hwn yn mynd at rieni neu ofalwyr heb y pennaeth. Anfonwch gopi at y pennaeth. Cymal 12. + 1 arall.'
    ));
  it('say the same sentence once', () => assert.doesNotMatch(barText(verdict([head, head]), 'en')!, /more/));
  it('are none where there is no finding', () => assert.equal(barText(verdict([], unsure), 'en'), undefined));
  it('leave the clause out where there is no room for it', () => {
    const clauses = Array.from({ length: 20 }, (_, i) => ({ id: `E-mail.${i}`, section: 'E-mail' }));
    assert.equal(
      barText(verdict([{ ...head, clauses }]), 'en'),
      'This goes to parents or carers without the headteacher. Copy in the headteacher.'
    );
  });
});

describe('the words of the alert', () => {
  it('hold each finding with its clause, and what could not be read', () => {
    const { plain, markdown } = alertOf(verdict([head, crowd], unsure), 'en');
    assert.equal(
      plain,
      [
        'This goes to parents or carers without the headteacher. Copy in the headteacher. Clause 12.',
        '3 families or outside people can see each other’s addresses. Move them to Bcc. Clause 4.',
        'Beadle could not read all of this message. Look it over once more before you send it.'
      ].join('\n\n')
    );
    assert.equal(
      markdown,
      '**This goes to parents or carers without the headteacher. Copy in the headteacher.** Clause 12.\n\n' +
        '- 3 families or outside people can see each other’s addresses. Move them to Bcc. Clause 4.\r\n\n' +
        'Beadle could not read all of this message. Look it over once more before you send it.'
    );
  });
  it('name three findings and count the rest', () => {
    const { plain, markdown } = alertOf(verdict([head, crowd, finding('chain-letter'), finding('offensive-language')]), 'en');
    assert.ok(plain.endsWith('\n\nAnd 1 more.'));
    assert.ok(markdown.endsWith('- And 1 more.\r'));
    assert.equal(markdown.split('\r').length, 4);
  });
  it('give no mark of Markdown away to a value', () => {
    const tricky = finding('lookalike-address', {
      message: Object.entries(rules.find(({ id }) => id === 'lookalike-address')!.messages).find(([, { en }]) =>
        en.includes('{address}')
      )![0],
      values: { address: 'a_b*c@[x](https://evil.example)', like: 'x' }
    });
    const { markdown } = alertOf(verdict([tricky]), 'en');
    assert.ok(markdown.includes('a\\_b\\*c@\\[x\\](https://evil.example)'), markdown);
  });
  it('tell who could not be seen from what could not be read', () => {
    const people = alertOf(verdict([], [{ rule: 'a', because: 'unreachable', part: 'recipients' }]), 'en');
    assert.equal(people.plain, 'Beadle could not see everybody this goes to. Check who it goes to before you send it.');
    assert.equal(people.markdown, people.plain);
    assert.equal(people.label, 'Show me');
    const fault = alertOf(verdict([], [{ rule: 'a', because: 'fault' }]), 'cy');
    assert.equal(fault.plain, 'Ni allai Beadle ddarllen y neges hon i gyd. Edrychwch drosti unwaith eto cyn ei hanfon.');
  });
  it('say of what the school forbids that it cannot be sent like this', () => {
    const blocked = { ...verdict([head]), action: 'block' } as const;
    assert.match(alertOf(blocked, 'en').plain, /headteacher\..*\n\nIt cannot be sent like this\.$/s);
    assert.match(alertOf(blocked, 'cy').markdown, /\n\nNi ellir ei hanfon fel hyn\.$/);
    assert.doesNotMatch(alertOf(verdict([head]), 'en').plain, /cannot be sent/);
  });
  it('do not speak of what this Outlook never shows', () =>
    assert.equal(alertOf(verdict([head], [{ rule: 'a', because: 'unsupported', part: 'earlier' }]), 'en').plain.split('\n').length, 1));

  const labels: readonly (readonly [remedy: Remedy | undefined, en: string, cy: string])[] = [
    [undefined, 'Show me', 'Dangos i mi'],
    [{ kind: 'copy-in', addresses: ['head@school.example'], head: true }, 'Copy in the head', 'Anfon at y pennaeth'],
    [{ kind: 'copy-in', addresses: ['deputy@school.example'] }, 'Copy them in', 'Anfon copi atynt'],
    [{ kind: 'move-to-bcc', addresses: ['a@b.example'] }, 'Move to Bcc', 'Symud i Bcc'],
    [{ kind: 'remove-recipients', addresses: ['a@b.example'] }, 'Take them out', 'Eu tynnu allan'],
    [{ kind: 'replace-recipient', address: 'a@b.example', by: 'c@d.example' }, 'Change the address', 'Newid y cyfeiriad'],
    [{ kind: 'send-from', address: 'a@b.example' }, 'Change the sender', 'Newid yr anfonwr'],
    [{ kind: 'send-later', at: '2026-11-19T08:00:00Z' }, 'Send it later', 'Anfon yn nes ymlaen'],
    [{ kind: 'remove-attachments', names: ['a.jpg'] }, 'Take the file off', 'Tynnu’r ffeil'],
    [{ kind: 'cut-words', spans: [{ start: 0, end: 1 }] }, 'Take it out', 'Ei dynnu allan']
  ];
  for (const [remedy, en, cy] of labels) {
    it(`call the button «${en}»`, () => {
      const found = verdict([remedy ? { ...head, remedy } : head]);
      assert.equal(alertOf(found, 'en').label, en);
      assert.equal(alertOf(found, 'cy').label, cy);
      assert.ok(en.length <= 20 && cy.length <= 20);
    });
  }
});

describe('the lengths that Outlook allows', () => {
  const anyFinding = fc
    .record({ rule: fc.constantFrom(...rules), which: fc.nat(), value: fc.string({ maxLength: 400 }), clauses: fc.nat(30) })
    .map(({ rule, which, value, clauses }): Finding => {
      const ids = Object.keys(rule.messages);
      const places = Object.values(rule.messages).flatMap(text => [...text.en.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, place]) => place!));
      return finding(rule.id, {
        message: ids[which % ids.length]!,
        values: Object.fromEntries(places.map(place => [place, value])),
        clauses: Array.from({ length: clauses }, (_, i) => ({ id: `E-mail_${i}`, section: 'E-mail' }))
      });
    });

  it('are kept by every verdict, and no text is empty', () => {
    fc.assert(
      fc.property(
        fc.array(anyFinding, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.constantFrom(...locales),
        (findings, isUnsure, locale) => {
          const found = verdict(findings, isUnsure ? unsure : []);
          const { plain, markdown, label } = alertOf(found, locale);
          const bar = barText(found, locale)!;
          for (const [text, longest] of [
            [plain, 500],
            [markdown, 500],
            [label, 20],
            [bar, 150]
          ] as const) {
            assert.ok(text.length > 0 && text.length <= longest, `${text.length} > ${longest}: ${text}`);
          }
        }
      ),
      { numRuns: 2000 }
    );
  });

  it('leave each rule’s sentence whole on the bar, with a count behind it', () => {
    for (const { id, messages } of rules) {
      for (const message of Object.keys(messages)) {
        for (const locale of locales) {
          const found = finding(id, { message, values: { count: 30, address: 'a@b.example', like: 'c.example', who: 'a@b.example' } });
          const { sentence } = say(found, locale);
          const bar = barText(verdict([found, crowd, head]), locale)!;
          assert.ok(bar.startsWith(sentence) || bar.startsWith(sentence.slice(0, 60)), `${id} ${message} ${locale}: ${bar}`);
        }
      }
    }
  });

  it('leave the texts about the policy and the link whole', () => {
    for (const locale of locales) {
      for (const lack of ['none', 'old'] as const)
        for (const pane of [true, false]) assert.ok(policyText(lack, pane, locale).length <= most.bar);
      assert.ok(actionText(locale).length <= most.action);
    }
  });
});

describe('cutting', () => {
  const table: readonly (readonly [text: string, length: number, short: string])[] = [
    ['Short.', 10, 'Short.'],
    ['One sentence. Another one.', 20, 'One sentence.'],
    ['A. Then a long one without an end', 20, 'A. Then a long one…'],
    ['Words, more words', 12, 'Words, more…'],
    ['Words, more words', 8, 'Words…'],
    ['unbroken'.repeat(5), 10, 'unbrokenu…']
  ];
  for (const [text, length, short] of table) {
    it(`makes «${short}» of ${length}`, () => {
      assert.equal(cut(text, length), short);
      assert.ok(short.length <= length);
    });
  }
});
