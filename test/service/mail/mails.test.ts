import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesIn, type Mail, mailsIn } from '../../../service/mail/mails.ts';
import { eml, folders } from '../../support/cli.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function all(cwd: string, ...paths: readonly string[]): Promise<readonly Mail[]> {
  const mails: Mail[] = [];
  for await (const mail of mailsIn({ paths, cwd, stdin: nothing() })) mails.push(mail);
  return mails;
}

describe('reading mails, one after the other', () => {
  const folder = folders();

  it('goes through a folder in the order of names, folders included', async () => {
    const cwd = await folder({
      'm/b.eml': eml({}),
      'm/a/z.eml': eml({}),
      'm/c.mbox': `From x Thu Nov 19 10:00:00 2026\n${eml({})}`,
      'm/.d.eml': eml({})
    });
    assert.deepEqual(
      (await all(cwd, 'm')).map(({ id }) => id),
      ['m/.d.eml', 'm/a/z.eml', 'm/b.eml', 'm/c.mbox#1']
    );
  });

  it('finds in a folder the mailboxes that have no ending, and names what Outlook saved in its own way', async () => {
    const cwd = await folder({
      'm/Sent': `From x Thu Nov 19 10:00:00 2026\n${eml({})}`,
      'm/Sent.msf': 'From nobody',
      'm/notes': 'words',
      'm/old.MSG': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]).toString('latin1')
    });
    assert.deepEqual(
      (await all(cwd, 'm')).map(mail => [mail.id, 'unread' in mail]),
      [
        ['m/Sent#1', false],
        ['m/old.MSG', true]
      ]
    );
  });

  it('knows what a file holds by how it begins where its name does not say', async () => {
    const cwd = await folder({
      inbox: `From x Thu Nov 19 10:00:00 2026\n${eml({})}`,
      'rows.txt': '\ufeff{"id":"r"}',
      mail: eml({})
    });
    assert.deepEqual(
      (await all(cwd, 'inbox', 'rows.txt', 'mail')).map(mail => [mail.id, 'message' in mail]),
      [
        ['inbox#1', true],
        ['r', true],
        ['mail', true]
      ]
    );
  });

  it('knows who was in a conversation when the mail that is answered was read before, and only then', async () => {
    const mails = [
      eml({ From: 'parent@family.example', To: 'teacher@school.example', 'Message-ID': '<1@x>' }),
      eml({ 'In-Reply-To': '<1@x>' }),
      eml({ 'In-Reply-To': '<unknown@x>' })
    ];
    const cwd = await folder({ 'box.mbox': mails.map(mail => `From x Thu Nov 19 10:00:00 2026\n${mail}\n`).join('') });
    assert.deepEqual(
      (await all(cwd, 'box.mbox')).map(mail => 'message' in mail && mail.message.thread),
      [
        { value: { kind: 'new', earlier: { value: [] } } },
        { value: { kind: 'reply', earlier: { value: ['teacher@school.example', 'parent@family.example'] } } },
        { value: { kind: 'reply', earlier: { unread: 'unsupported' } } }
      ]
    );
  });

  it('names a row by its line where it has no id, and hands on the wrong ones in their place', async () => {
    const cwd = await folder({ 'rows.jsonl': '{"id":"a"}\r\n\r\n{}\r\nwrong\r\n{"id":3}' });
    assert.deepEqual(
      (await all(cwd, 'rows.jsonl')).map(mail => [mail.id, 'unread' in mail]),
      [
        ['a', false],
        ['rows.jsonl, line 3', false],
        ['rows.jsonl, line 4', true],
        ['3', false]
      ]
    );
  });

  it('knows how much there is to read', async () => {
    const cwd = await folder({ 'm/a.eml': 'x'.repeat(10), 'm/n/b.jsonl': 'x'.repeat(5), 'm/c.txt': 'x'.repeat(100), 'd.eml': 'xx' });
    assert.equal(await bytesIn({ paths: ['m', 'd.eml', '-', 'missing'], cwd, stdin: nothing() }), 17);
  });

  it('says what may not be opened, and reads the rest', async () => {
    const cwd = await folder({ 'm/a.eml': eml({}), 'm/locked/b.eml': eml({}), 'm/z.eml': eml({}) });
    await all(cwd, 'm');
    await chmod(join(cwd, 'm/locked'), 0);
    await chmod(join(cwd, 'm/a.eml'), 0);
    await chmod(cwd, 0o755);
    // The superuser may open everything, so the reading is done as nobody.
    const isSuperuser = process.getuid?.() === 0;
    if (isSuperuser) process.seteuid?.(65534);
    try {
      assert.deepEqual(
        (await all(cwd, 'm')).map(mail => ('unread' in mail ? mail.unread.message : mail.id)),
        [
          '«m/a.eml» may not be opened by you. Ask its owner for access, or copy it to a place of your own.',
          '«m/locked» may not be opened by you. Ask its owner for access, or copy it to a place of your own.',
          'm/z.eml'
        ]
      );
    } finally {
      if (isSuperuser) process.seteuid?.(0);
      await chmod(join(cwd, 'm/locked'), 0o755);
    }
  });
});
