import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { splitMbox } from '../../../service/mail/mbox.ts';

async function split(text: string, { chunk = 1 << 20, limit = 1 << 20 } = {}): Promise<readonly (string | undefined)[]> {
  const bytes = Buffer.from(text);
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  })();
  const mails: (string | undefined)[] = [];
  for await (const mail of splitMbox(chunks, limit)) mails.push(mail.bytes?.toString());
  return mails;
}

const from = 'From a@b.example Thu Nov 19 10:00:00 2026\n';

describe('splitting an mbox file', () => {
  for (const { says, text, mails } of [
    { says: 'two mails', text: `${from}A: 1\n\none\n\n${from}A: 2\n\ntwo\n`, mails: ['A: 1\n\none\n\n', 'A: 2\n\ntwo\n'] },
    {
      says: 'lines that end in CRLF',
      text: `${from}A: 1\r\n\r\none\r\n\r\n${from}A: 2\r\n`,
      mails: ['A: 1\r\n\r\none\r\n\r\n', 'A: 2\r\n']
    },
    { says: 'a quoted From', text: `${from}A: 1\n\n>From me\n>>From you\n> From\n`, mails: ['A: 1\n\nFrom me\n>From you\n> From\n'] },
    {
      says: 'a sentence that begins with From',
      text: `${from}A: 1\n\nFrom Monday on we meet at ten\n`,
      mails: ['A: 1\n\nFrom Monday on we meet at ten\n']
    },
    {
      says: 'a From line in the middle of a paragraph',
      text: `${from}A: 1\n\nwords\n${from}words\n`,
      mails: [`A: 1\n\nwords\n${from}words\n`]
    },
    { says: 'no From line at all', text: 'A: 1\n\none\n', mails: ['A: 1\n\none\n'] },
    { says: 'empty lines before the first mail', text: `\n\n${from}A: 1\n`, mails: ['A: 1\n'] },
    { says: 'nothing', text: '', mails: [] },
    { says: 'Thunderbird’s From line', text: `From - Thu Nov 19 10:00:00 2026\nA: 1\n`, mails: ['A: 1\n'] }
  ]) {
    for (const chunk of [1, 7, 1 << 20])
      it(`finds ${says}, ${chunk} bytes at a time`, async () => assert.deepEqual(await split(text, { chunk }), mails));
  }

  it('finds the same mails however the file comes in', async () => {
    const line = fc.constantFrom(from, '\n', '\r\n', '>From a\n', 'From b\n', 'A: 1\n', 'words', '\n\n');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), async (lines, chunk) => {
        assert.deepEqual(await split(lines.join(''), { chunk }), await split(lines.join('')));
      })
    );
  });

  it('passes over a mail that is larger than the limit, and reads the rest', async () => {
    assert.deepEqual(await split(`${from}${'x'.repeat(50)}\n\n${from}A: 2\n`, { limit: 20 }), [undefined, 'A: 2\n']);
  });

  it('keeps no more in memory of a line without end than it must', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const chunks = (async function* () {
      yield Buffer.from(from);
      for (let i = 0; i < 300; i += 1) {
        yield Buffer.alloc(1 << 20, 120);
        if (i % 50 !== 49) continue;
        collect();
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }
    })();
    for await (const { bytes } of splitMbox(chunks, 1 << 20)) assert.equal(bytes, undefined);
    // How soon buffers are freed is the runtime’s own affair; keeping the line would cost 300 MB.
    assert.ok(most < 100 << 20, `${most} bytes`);
  });
});
