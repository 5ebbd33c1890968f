import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beadle, eml, folders, schoolWith } from '../../support/cli.ts';

const to = (count: number): string => Array.from({ length: count }, (_, i) => `p${i}@family${i}.example`).join(', ');
const school = schoolWith({ 'crowd-in-the-open': { action: 'confirm' } });
const boxed = (...mails: readonly string[]): string =>
  mails.map(mail => `From x@y.example Thu Nov 19 10:00:00 2026\n${mail.replace(/\r\n/g, '\n')}\n`).join('');

describe('beadle scan', () => {
  const folder = folders();

  it('judges every mail in a folder and in the folders in it, and counts what each rule found', async () => {
    const cwd = await folder({
      'beadle.yaml': school,
      'mails/a.eml': eml({ To: to(3) }),
      'mails/b.EML': eml({ To: to(1) }),
      'mails/inner/box.mbox': boxed(eml({ To: to(5) }), eml({ To: to(1) }), eml({ To: '' })),
      'mails/inner/rows.jsonl': `{"id":"r1","to":"${to(4)}"}\n\n{"id":"r2","to":"${to(1)}"}\n{"id":"r3","to":"${to(1)}"}`,
      'mails/notes.txt': 'no mail'
    });
    const { code, out, err } = await beadle(['scan', 'mails'], { cwd });
    assert.deepEqual([code, err], [1, '']);
    const lines = out.split('\n').map(line => line.trim().replace(/\s+/g, ' '));
    assert.deepEqual(lines.slice(0, -2), [
      '8 mails judged.',
      '',
      'to block 0 0.0 %',
      'to confirm 3 37.5 %',
      'advice only 0 0.0 %',
      'nothing 5 62.5 %',
      '',
      'Found, by rule:',
      'crowd-in-the-open 3 37.5 % confirm',
      ''
    ]);
    assert.match(lines.at(-2)!, /^[\d,]+ mails a second; 1 kB in \d+\.\d s\.$/);
  });

  it('names the mails to look at with --list', async () => {
    const cwd = await folder({
      'beadle.yaml': school,
      'box.mbox': boxed(eml({ To: to(1) }), eml({ To: to(5) })),
      'rows.jsonl': `{"to":"${to(4)}"}`
    });
    const { out } = await beadle(['scan', '--list', 'box.mbox', 'rows.jsonl'], { cwd });
    assert.deepEqual(out.split('\n').slice(0, 3), [
      'confirm  box.mbox#2  crowd-in-the-open',
      'confirm  rows.jsonl, line 1  crowd-in-the-open',
      '3 mails judged.'
    ]);
  });

  it('prints one line a mail and nothing else on stdout with --json', async () => {
    const cwd = await folder({ 'beadle.yaml': school, 'rows.jsonl': `{"id":"r1","to":"${to(4)}"}\nnonsense\n{"id":"r2","to":""}\n` });
    const { code, out, err } = await beadle(['scan', '--json', '--list', 'rows.jsonl'], { cwd });
    assert.equal(code, 2);
    assert.deepEqual(
      out
        .trim()
        .split('\n')
        .map(line => [JSON.parse(line).id, JSON.parse(line).verdict.action]),
      [
        ['r1', 'confirm'],
        ['r2', 'allow']
      ]
    );
    assert.match(err, /^confirm {2}r1 {2}crowd-in-the-open\nbeadle: rows\.jsonl, line 2: This line is no JSON\./);
    assert.match(err, /2 mails judged, 1 could not be read\./);
  });

  it('points at the row’s own text, in the units of JavaScript', async () => {
    const cwd = await folder({
      'beadle.yaml': schoolWith({ 'own-details-given': { action: 'confirm' } }),
      'rows.jsonl': JSON.stringify({
        id: 'r',
        from: 'teacher@school.example',
        to: 'p@family.example',
        body: '😀 My mobile is 07700 900123.'
      })
    });
    const { out } = await beadle(['scan', '--json', 'rows.jsonl'], { cwd });
    const { findings } = JSON.parse(out).verdict;
    assert.deepEqual(
      findings.flatMap(({ evidence }: { evidence: readonly { start: number; end: number }[] }) =>
        evidence.map(({ start, end }) => [start, end])
      ),
      [['😀 My mobile is '.length, '😀 My mobile is 07700 900123'.length]]
    );
  });

  it('knows from the mail that is answered who is new in the conversation', async () => {
    const cwd = await folder({
      'beadle.yaml': schoolWith({ 'new-domain-on-reply': { action: 'confirm' } }),
      'box.mbox': boxed(
        eml({ From: 'parent@family.example', To: 'teacher@school.example', 'Message-ID': '<1@x>' }),
        eml({ To: 'parent@family.example', 'In-Reply-To': '<1@x>' }),
        eml({ To: 'parent@family.example, stranger@other.example', 'In-Reply-To': '<1@x>' }),
        eml({ To: 'parent@family.example', 'In-Reply-To': '<unknown@x>' })
      )
    });
    const { out } = await beadle(['scan', '--json', 'box.mbox'], { cwd });
    const verdicts = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).verdict);
    assert.deepEqual(
      verdicts.map(({ action, unjudged }) => [action, unjudged.length]),
      [
        ['allow', 0],
        ['allow', 0],
        ['confirm', 0],
        ['allow', 1]
      ]
    );
  });

  it('says the totals in Welsh', async () => {
    const cwd = await folder({ 'beadle.yaml': school, 'box.mbox': boxed(eml({ To: to(5) }), eml({ To: to(1) })) });
    const { out } = await beadle(['scan', '--lang', 'cy', 'box.mbox'], { cwd });
    const lines = out.split('\n').map(line => line.trim().replace(/\s+/g, ' '));
    assert.deepEqual(lines.slice(0, 9), [
      'Barnwyd 2 o negeseuon.',
      '',
      'i’w rhwystro 0 0.0 %',
      'i’w cadarnhau 1 50.0 %',
      'cyngor yn unig 0 0.0 %',
      'dim 1 50.0 %',
      '',
      'Canfuwyd, fesul rheol:',
      'crowd-in-the-open 1 50.0 % cadarnhau'
    ]);
  });

  it('says what is wrong with an empty folder, an empty file and a path that leads nowhere, and exits with 2', async () => {
    const cwd = await folder({ 'beadle.yaml': school, 'empty/.keep': '', 'empty.mbox': '', 'empty.jsonl': '\n\n' });
    const { code, out, err } = await beadle(['scan', 'empty', 'empty.mbox', 'empty.jsonl', 'nowhere'], { cwd });
    assert.equal(code, 2);
    assert.match(out, /^0 mails judged, 4 could not be read\./);
    assert.deepEqual(err.trim().split('\n'), [
      'beadle: empty: There is no .eml, .mbox or .jsonl file in this folder.',
      'beadle: empty.mbox: The file is empty.',
      'beadle: empty.jsonl: The file is empty.',
      'beadle: There is no file «nowhere». Check its name and the folder you are in.'
    ]);
  });

  it('enters a folder that leads back to itself once', async () => {
    const cwd = await folder({ 'beadle.yaml': school, 'mails/a.eml': eml({ To: to(1) }) });
    await symlink(join(cwd, 'mails'), join(cwd, 'mails', 'again'));
    assert.match((await beadle(['scan', 'mails'], { cwd })).out, /^1 mail judged\./);
  });

  it('judges ten thousand rows and keeps memory flat', async function () {
    this.timeout(60000);
    const row = (i: number): string =>
      JSON.stringify({ id: i, from: 'teacher@school.example', to: to(i % 4), body: 'Good morning. '.repeat(100) });
    const cwd = await folder({ 'beadle.yaml': school, 'rows.jsonl': Array.from({ length: 10_000 }, (_, i) => row(i)).join('\n') });
    const { code, out } = await beadle(['scan', 'rows.jsonl'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^10,000 mails judged\./);
    assert.match(out, /crowd-in-the-open {2,}2,500 {2,}25\.0 %/);
  });

  it('shows how far it is to somebody who looks on, and takes the line away again', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => JSON.stringify({ id: i, to: to(1) })).join('\n');
    const cwd = await folder({ 'beadle.yaml': school, 'rows.jsonl': rows });
    const { err } = await beadle(['scan', 'rows.jsonl'], { cwd, isTTY: true, pace: 100 });
    assert.equal(err, [2, 4, 6, 8, 10].map(count => `\r\u001b[K${count} mails, 100.0 % of 0 kB, 10 a second`).join('') + '\r\u001b[K');
  });

  it('says how far it is every ten seconds where nobody looks on', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => JSON.stringify({ id: i, to: to(1) })).join('\n');
    const cwd = await folder({ 'beadle.yaml': school, 'rows.jsonl': rows });
    assert.deepEqual((await beadle(['scan', 'rows.jsonl'], { cwd, pace: 2500 })).err.split('\n'), [
      'beadle: 4 mails, 100.0 % of 0 kB, 0 a second',
      'beadle: 8 mails, 100.0 % of 0 kB, 0 a second',
      ''
    ]);
  });

  it('prints the totals so far when Ctrl-C is pressed', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => JSON.stringify({ id: `r${i}.`, to: to(4) })).join('\n');
    const cwd = await folder({ 'beadle.yaml': school, 'rows.jsonl': rows });
    const { code, out } = await beadle(['scan', '--list', 'rows.jsonl'], { cwd, stopAfter: 'r9.' });
    assert.equal(code, 130);
    assert.match(out, /r9\. {2}crowd-in-the-open\nStopped\. So far:\n10 mails judged\./);
  });
});
