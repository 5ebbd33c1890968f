import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eml, folders, schoolWith } from '../../support/cli.ts';

const entry = fileURLToPath(new URL('../../../service/cli/beadle.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
const row = (i: number): string =>
  `${JSON.stringify({ id: `r${i}.`, to: 'a@one.example, b@two.example, c@three.example', body: 'word '.repeat(200) })}\n`;

describe('the program itself', () => {
  const folder = folders();
  const running: ChildProcess[] = [];
  afterEach(() => running.splice(0).forEach(child => child.kill('SIGKILL')));

  async function begin(args: readonly string[]) {
    const cwd = await folder({ 'beadle.yaml': schoolWith({ 'crowd-in-the-open': { action: 'confirm' } }) });
    const child = spawn(process.execPath, ['--import', tsx, entry, ...args], { cwd, stdio: 'pipe' });
    running.push(child);
    child.stdin.on('error', () => {});
    const texts = { out: '', err: '' };
    child.stdout.on('data', piece => (texts.out += piece));
    child.stderr.on('data', piece => (texts.err += piece));
    return { child, texts, ended: once(child, 'close').then(([code]) => code as number) };
  }

  it('reads standard input to its end, writes all it has to say, and exits with the code', async () => {
    const { child, texts, ended } = await begin(['check', '-']);
    child.stdin.end(eml({ To: 'a@one.example, b@two.example, c@three.example' }));
    assert.equal(await ended, 1);
    assert.match(texts.out, /^stdin: to be confirmed\n[^]*beadle rule crowd-in-the-open\n$/);
    assert.equal(texts.err, '');
  });

  it('ends without a word when whoever reads its output goes away', async () => {
    const { child, texts, ended } = await begin(['scan', '--json', '-']);
    child.stdin.write(row(0));
    child.stdin.write(row(1));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    for (let i = 2; i < 2000; i += 1) child.stdin.write(row(i));
    child.stdin.end();
    await ended;
    assert.ok(!/Error|at .*:\d+/.test(texts.err), texts.err);
  });

  it('prints the totals so far at Ctrl-C', async () => {
    const { child, texts, ended } = await begin(['scan', '--list', '-']);
    let i = 0;
    const feeding = setInterval(() => child.stdin.write(row(i++)), 5);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const code = await ended;
    clearInterval(feeding);
    assert.equal(code, 130);
    assert.match(texts.out, /\nStopped\. So far:\n\d+ mails? judged\.\n/);
  });

  it('ends at Ctrl-C even while it waits for a keyboard', async () => {
    const { child, texts, ended } = await begin(['check', 'nowhere.eml', '-']);
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.match(texts.err, /^beadle: There is no file «nowhere\.eml»/);
  });
});
