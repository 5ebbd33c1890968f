import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { examples } from '../../addin/try/examples.ts';
import { exampleSchool } from '../../addin/try/school.ts';
import type { Message } from '../../core/mail/message.ts';
import { recordOf } from '../../core/mail/record.ts';
import { review, type Verdict } from '../../core/mail/review.ts';
import { say } from '../../core/mail/say.ts';
import { built } from '../support/browser.ts';
import { mail, many, school } from '../support/mail.ts';

const mails: readonly (readonly [says: string, mail: Message])[] = [
  ...examples.map(({ id, mail }) => [id, mail(Date.UTC(2026, 10, 18, 10), 'en')] as const),
  ['an empty message', mail()],
  ['five hundred recipients', mail({ to: many(500, 'else.example') })],
  [
    'an HTML reply with a quotation',
    mail({
      from: 'Class Teacher <teacher@school.example>',
      to: ['parent.three@home.example'],
      html: '<p>Ring me on <b>07700&nbsp;900123</b></p><blockquote>On Monday Parent Three wrote:<br>ring me on 07700 900456</blockquote>',
      thread: { kind: 'reply', earlier: { value: ['parent.three@home.example'] } }
    })
  ],
  ['a message of which nothing could be read', unread()]
];

describe('the engine as one file', () => {
  let source: string;
  before(() => {
    const build = built();
    source = readFileSync(`${build.folder}/engine.js`, 'utf8');
    build.gone();
  });

  it('is no more than 40 kB, compressed', () => {
    const size = gzipSync(source, { level: 9 }).length;
    assert.ok(size <= 40 * 1024, `${size} bytes`);
  });

  it('is ES2016, in ASCII, and a script', () => {
    parse(source, { ecmaVersion: 2016, sourceType: 'script' });
    assert.equal(/[^\0-\x7f]/.exec(source), null);
  });

  it('holds no pattern that an older engine cannot read, not even one that is made at run time', () => {
    assert.doesNotMatch(source, /\(\?<[=!a-zA-Z]|\\p\{/i);
    for (const [, flags] of source.matchAll(/new RegExp\((?:"[^"]*"|[^,()]*),\s*"([a-z]*)"\)/g)) assert.doesNotMatch(flags!, /[sdv]/);
  });

  it('asks its host for nothing', () => {
    const context = createContext(Object.create(null));
    // What is no part of the language: whoever touches one of these would fail in Outlook's event runtime.
    runInContext('console = Intl = WebAssembly = undefined', context);
    for (const name of ['window', 'document', 'console', 'setTimeout', 'Intl', 'TextDecoder', 'URL', 'process', 'require']) {
      assert.equal(runInContext(`typeof ${name}`, context), 'undefined', name);
    }
    new Script(source).runInContext(context);
    assert.deepEqual(
      JSON.parse(
        runInContext(
          'JSON.stringify(Object.keys(Beadle).filter(function (name) { return typeof Beadle[name] === "function" }).sort())',
          context
        ) as string
      ),
      ['recordOf', 'review', 'say']
    );
  });

  for (const [says, message] of mails) {
    it(`says there what it says here: ${says}`, () => {
      const context = createContext(Object.create(null));
      runInContext(source, context);
      for (const policy of [school, exampleSchool]) {
        const here = outcome(message, policy);
        context['given'] = JSON.stringify([message, policy]);
        const there = runInContext(
          `(function () {
            var given = JSON.parse(this.given), verdict = Beadle.review(given[0], given[1]);
            return JSON.stringify({
              verdict: verdict,
              said: verdict.findings.map(function (finding) { return [Beadle.say(finding, 'en'), Beadle.say(finding, 'cy')]; }),
              record: Beadle.recordOf(verdict, { at: '2026-11-18T10:00:00Z', sender: 'p' })
            });
          }).call(this)`,
          context
        ) as string;
        assert.deepEqual(JSON.parse(there), JSON.parse(here));
      }
    });
  }
});

function outcome(message: Message, policy: typeof school): string {
  const verdict: Verdict = review(message, policy);
  return JSON.stringify({
    verdict,
    said: verdict.findings.map(finding => [say(finding, 'en'), say(finding, 'cy')]),
    record: recordOf(verdict, { at: '2026-11-18T10:00:00Z', sender: 'p' })
  });
}

function unread(): Message {
  const part = { unread: 'unreachable' } as const;
  return { from: part, addressed: part, subject: part, body: part, attachments: part, thread: part, at: part };
}
