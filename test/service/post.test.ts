import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { mailFor } from '../../service/mails.ts';
import { isUnposted, postFrom, type Mail, type Post, type Unposted } from '../../service/post.ts';
import { smtpServer, type SmtpServer } from '../support/smtp.ts';

const from = 'Example Primary School <aup@school.example>';
const asked = mailFor('asked', {
  to: 'parent.three@home.example',
  language: 'cy',
  languages: ['en', 'cy'],
  values: { school: 'Ysgol Enghraifft', name: 'Parent <b>Three</b>', until: { en: '6 December 2026', cy: '6 Rhagfyr 2026' } },
  link: 'https://aup.school.example/sign#secret',
  key: 'asked-1'
});

describe('post', () => {
  const folders: string[] = [];
  const opened: Post[] = [];
  let server: SmtpServer;

  beforeEach(async () => {
    server = await smtpServer();
  });
  afterEach(async () => {
    for (const post of opened.splice(0)) post.close();
    await server.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function post(smtp: string | undefined, log: string[] = []): { readonly post: Post; readonly folder: string } {
    const folder = mkdtempSync(join(tmpdir(), 'beadle-post-'));
    folders.push(folder);
    const made = postFrom({ from, smtp, folder }, line => void log.push(line));
    opened.push(made);
    return { post: made, folder };
  }

  async function refusal(sending: Promise<void>): Promise<Unposted> {
    try {
      await sending;
    } catch (error) {
      assert.ok(isUnposted(error));
      return error;
    }
    throw new Error('it was sent');
  }

  it('hands a mail to the mail server, in both languages, as text and as HTML', async () => {
    await post(server.url).post.send(asked);
    assert.deepEqual(
      server.arrived.map(({ from, to }) => ({ from, to })),
      [{ from: 'aup@school.example', to: ['parent.three@home.example'] }]
    );
    const read = await PostalMime.parse(server.arrived[0]!.message);
    assert.equal(read.subject, 'Mae Ysgol Enghraifft yn gofyn ichi ddarllen a llofnodi');
    assert.deepEqual(read.from, { name: 'Example Primary School', address: 'aup@school.example' });
    assert.equal(read.messageId, '<asked-1@school.example>');
    assert.match(
      read.text ?? '',
      /^Annwyl Parent <b>Three<\/b>,[^]*hyd 6 Rhagfyr 2026[^]*-{40}[^]*Dear Parent <b>Three<\/b>,[^]*until 6 December 2026/
    );
    assert.match(read.text ?? '', /https:\/\/aup\.school\.example\/sign#secret/);
    assert.match(read.html ?? '', /<div lang="cy">[^]*Annwyl Parent &#60;b&#62;Three/);
    assert.doesNotMatch(read.html ?? '', /<b>/);
    assert.equal(read.headers.find(({ key }) => key === 'auto-submitted')?.value, 'auto-generated');
  });

  it('attaches a receipt', async () => {
    const receipt: Mail = { ...asked, files: [{ name: 'receipt.json', type: 'application/json', content: '{"a":"ŵ"}\n' }] };
    await post(server.url).post.send(receipt);
    const [file] = (await PostalMime.parse(server.arrived[0]!.message)).attachments;
    assert.equal(file?.filename, 'receipt.json');
    assert.equal(file && new TextDecoder().decode(file.content as ArrayBuffer), '{"a":"ŵ"}\n');
  });

  it('keeps a line break in a name out of the headers', async () => {
    await post(server.url).post.send({ ...asked, subject: 'One\r\nBcc: everybody@school.example\r\n\r\nTwo' });
    const read = await PostalMime.parse(server.arrived[0]!.message);
    assert.equal(read.bcc, undefined);
    assert.deepEqual(server.arrived[0]!.to, ['parent.three@home.example']);
  });

  for (const [title, command, line, again] of [
    ['an unknown mailbox is refused for good', 'RCPT', '550 5.1.1 <parent.three@home.example> unknown', false],
    ['a full mailbox is tried again', 'RCPT', '452 4.2.2 <parent.three@home.example> is full', true],
    ['a busy server is tried again', '.', '421 4.3.2 busy with parent.three@home.example', true],
    ['a message that is refused is not tried again', '.', '554 5.7.1 parent.three@home.example does not want it', false]
  ] as const) {
    it(`${title}, and the error names nobody`, async () => {
      server.answer(command, line);
      const { again: trying, message, stack } = await refusal(post(server.url).post.send(asked));
      assert.equal(trying, again);
      assert.doesNotMatch(`${message}${stack}`, /home\.example/);
      assert.equal(server.arrived.length, 0);
    });
  }

  it('a server that is not there is tried again', async () => {
    const { url } = server;
    await server.close();
    assert.equal((await refusal(post(url).post.send(asked))).again, true);
  });

  it('hands no mail to another machine in the open', async () => {
    const far = await smtpServer('127.0.0.2');
    try {
      await refusal(post(far.url).post.send(asked));
      assert.equal(far.arrived.length, 0);
    } finally {
      await far.close();
    }
  });

  it('without a mail server writes the mail as a file that only its owner may read, and logs where, not what', async () => {
    const log: string[] = [];
    const { post: files, folder } = post(undefined, log);
    await files.send(asked);
    const [name, ...more] = readdirSync(join(folder, 'outbox'));
    assert.equal(more.length, 0);
    assert.match(name ?? '', /^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.eml$/);
    const path = join(folder, 'outbox', name!);
    const read = await PostalMime.parse(readFileSync(path, 'utf8'));
    assert.deepEqual(read.to, [{ name: '', address: 'parent.three@home.example' }]);
    assert.match(read.text ?? '', /sign#secret/);
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.deepEqual(log, [`A mail was written to ${path}, because BEADLE_SMTP_URL names no mail server.`]);
  });

  it('says nothing in a subject of what there is to sign', () => {
    for (const purpose of ['asked', 'reminded', 'code', 'again', 'receipt', 'checkpoint'] as const) {
      for (const language of ['en', 'cy'] as const) {
        const { subject, text, html } = mailFor(purpose, {
          to: 'a@home.example',
          language,
          languages: ['en', 'cy'],
          values: { school: 'Oak', name: 'Parent One', until: 'then', code: '123456' },
          link: 'https://x.example/sign#s'
        });
        assert.doesNotMatch(subject, /polic|polis|123456|Parent|\{/i, purpose);
        assert.doesNotMatch(text + html, /\{[a-z]+\}/, purpose);
      }
    }
  });
});
