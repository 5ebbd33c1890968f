import assert from 'node:assert/strict';
import { judge } from '../../../core/judge.ts';
import { readFacts } from '../../../core/mail/facts.ts';
import type { Body, Message } from '../../../core/mail/message.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { decide } from '../../../core/mail/settings.ts';
import { hostile } from '../../support/hostile.ts';
import { mail, many } from '../../support/mail.ts';
import { strictSchool } from '../../support/messages.ts';

const size = 1e6;

/** A megabyte each of what a careless rule needs minutes for: almost a phrase, almost a number, letters in disguise. */
const nasty: readonly (readonly [says: string, text: string])[] = (
  [
    ['almost an invitation', 'meet me my my my at the '],
    ['an invitation over and over', 'Meet me at the park. '],
    ['one endless invitation', 'meet me at the park '],
    ['sensitive words', 'safeguarding complaint medical '],
    ['sensitive matters', 'child protection plan. data breach. '],
    ['chain phrases', 'send this to ten of your friends or else '],
    ['almost chain phrases', 'send send this this to to '],
    ['shouting', 'FORWARD THIS NOW!!! '],
    ['exclamation marks', '!'],
    ['a word without an end', 'a'],
    ['single letters', 'a '],
    ['spaced letters', 'd a m n '],
    ['zero-width characters', 'a\u200b'],
    ['accents upon accents', 'a\u0301\u0301\u0301'],
    ['half of a surrogate pair', '\ud83d'],
    ['emoji', '😀'],
    ['Cyrillic look-alikes', 'ѕсhооl '],
    ['telephone numbers', '07700 900123 '],
    ['dates', '04/05/2014 '],
    ['figures and dashes', '0-'],
    ['postcodes without a space', 'AB12CD'],
    ['mail addresses', 'a@b.example '],
    ['links', 'http://a.example/?b=c&d=e '],
    ['percent signs', '%20'],
    ['full stops', '.'],
    ['commas', ','],
    ['backslashes', '\\'],
    ['quotation marks', '"\''],
    ['tabs and returns', '\t\r\n'],
    ['nulls', '\u0000'],
    ['quoted quotations', '> > > '],
    ['attributions without an end', 'On Monday Parent wrote '],
    ['titles and names', 'Mrs Sample '],
    ['password words', 'password: '],
    ['braces', '{a}']
  ] as const
).map(([says, piece]) => [says, piece.repeat(Math.ceil(size / piece.length))]);

const pupil = 'kit.sample@pupils.school.example';

function messageWith(body: Body): Message {
  const to = [pupil, 'parent.one@family.example', 'someone@gmail.com', 'worker@nhs.net'];
  return {
    ...mail({ to, cc: many(3, 'shop.example'), at: '2026-11-18T21:00:00Z', attachments: ['class list.xlsx'] }),
    body: { value: body }
  };
}

/** Processor milliseconds that each rule takes, the text's own reading counted apart. */
function costs(message: Message): ReadonlyMap<string, number> {
  const facts = readFacts(message, strictSchool);
  const times = new Map([
    ['reading the text', timeOf(() => assert.ok(facts.prose && 'value' in facts.prose))],
    ['reading the recipients', timeOf(() => assert.ok(facts.recipients && 'value' in facts.recipients))]
  ]);
  for (const rule of rules) {
    const decided = decide(rule.settings, strictSchool.rules[rule.id]);
    times.set(
      rule.id,
      timeOf(() => assert.ok('answer' in judge(rule, facts, decided), `${rule.id} did not judge`))
    );
  }
  return times;
}

function timeOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Four times the text may cost four times as much, and three times that for the machine's moods; ten milliseconds are nothing. What seems to cost
 * more is tried again: only what costs more each time does.
 */
function assertLinear(small: Message, large: Message): void {
  let dear: readonly string[] = [];
  for (let go = 0; go < 3; go += 1) {
    const before = costs(small);
    const after = [...costs(large)].filter(([what, cost]) => cost > 12 * Math.max(before.get(what) ?? 0, 10));
    dear = after.map(([what, cost]) => `${what}: ${cost.toFixed(1)} ms for four times the text of ${before.get(what)?.toFixed(1)} ms`);
    if (dear.length === 0) return;
  }
  assert.fail(dear.join('; '));
}

describe('every rule stays linear in a megabyte of', () => {
  for (const [says, text] of [...hostile, ...nasty]) {
    for (const format of ['text', 'html'] as const) {
      it(`${says}, as ${format}`, () =>
        assertLinear(messageWith({ format, content: text.slice(0, size / 4) }), messageWith({ format, content: text.slice(0, size) })));
    }
  }
});

describe('every rule stays linear in', () => {
  it('the subject', () => {
    const withSubject = (length: number) => mail({ to: [pupil, 'someone@shop.example'], subject: 'meet me my '.repeat(length / 11) });
    assertLinear(withSubject(250_000), withSubject(1_000_000));
  });
  it('the number of recipients', () => {
    const toMany = (count: number) =>
      mail({ to: many(count, 'gmail.com'), cc: many(count, 'x.example'), bcc: many(count, 'school.example') });
    assertLinear(toMany(1000), toMany(4000));
  });
  it('the number of private mailboxes of pupils', () => {
    const toMany = (count: number) => mail({ to: Array.from({ length: count }, (_, i) => `kit.sample${i}@gmail.com`) });
    assertLinear(toMany(1000), toMany(4000));
  });
  it('the length of an address', () => {
    const toLong = (length: number) =>
      mail({
        to: ['a.', '"', '<', ' ', '(', '+', '\\"', '.'].flatMap(piece => {
          const long = piece.repeat(length / piece.length);
          return [`${long}@x.example`, `a@${long}`, `a@x.example${long}`, `${long}>`].map(address => ({ name: '', address }));
        })
      });
    assertLinear(toLong(100_000), toLong(400_000));
  });
  it('the length of a display name', () => {
    const toNamed = (length: number) => mail({ to: [{ name: 'a ('.repeat(length / 3), address: 'someone@gmail.com' }] });
    assertLinear(toNamed(250_000), toNamed(1_000_000));
  });
  it('the number of attachments and the length of their names', () => {
    const withFiles = (count: number) =>
      mail({
        to: ['someone@shop.example'],
        attachments: [...Array.from({ length: count / 100 }, (_, i) => `pupil ${i}.jpg`), `${'kit_'.repeat(count)}.png`]
      });
    assertLinear(withFiles(20_000), withFiles(80_000));
  });
});
