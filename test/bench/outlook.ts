import { existsSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { type Loaded, loadedBare, type Written } from '../support/bare-office.ts';
import { school } from '../support/mail.ts';

/** An add-in that lets everything go: what any add-in costs. */
const empty = `(() => { Office.onReady(); Office.actions.associate('onMessageSend', event => event.completed({ allowEvent: true })); })();`;
const turns = 7;

/**
 * What the script that answers at Send costs: its size, and in a bare runtime, in turns with an add-in that lets everything go, the time to load it
 * and the time from Send to the answer. A browser's own part is measured where there is one.
 */
export async function outlookFigures(shared: URL): Promise<readonly string[]> {
  const source = launchEvent();
  const ours = new Script(source);
  const others = new Script(empty);
  const load = { ours: [] as number[], others: [] as number[] };
  for (let i = 0; i < 20 * turns; i += 1) {
    // Compiled anew each time, as on a machine that has not kept it.
    load.ours.push(timed(() => loadedBare(new Script(`${source}//${i}`), school)));
    load.others.push(timed(() => loadedBare(new Script(`${empty}//${i}`), school)));
  }
  const mails = existsSync(shared) ? realMail(shared) : writtenMail();
  const handler = { ours: [] as number[], others: [] as number[] };
  const [beadle, nothing] = [loadedBare(ours, school), loadedBare(others, school)];
  await sentAll(beadle, mails);
  for (let turn = 0; turn < turns; turn += 1) {
    handler.ours.push(...(await sentAll(beadle, mails)));
    handler.others.push(...(await sentAll(nothing, mails)));
  }
  const most = await sentAll(loadedBare(ours, school), [{ to: Array.from({ length: 500 }, (_, i) => `p${i}@else.example`) }]);
  const largest = await sentAll(loadedBare(ours, school), [
    { to: ['parent.one@family.example'], html: `<p>${'Thank you for the letter. '.repeat(38000)}</p>` }
  ]);
  return [
    `script with the engine and everything: ${(gzipSync(source, { level: 9 }).length / 1024).toFixed(1)} kB gzip`,
    `loading it: ${spread(load.ours)}; an empty one: ${spread(load.others)}`,
    `from Send to the answer, ${mails.length} mails (${existsSync(shared) ? 'real' : 'written for this'}): ${spread(handler.ours)}; an empty one: ${spread(handler.others)}`,
    `with 500 recipients: ${most[0]!.toFixed(1)} ms; with a million characters: ${largest[0]!.toFixed(1)} ms`
  ];
}

function launchEvent(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['addin/outlook/launchevent.ts'],
    bundle: true,
    minify: true,
    target: 'es2016',
    format: 'iife',
    legalComments: 'none',
    write: false
  });
  return outputFiles[0]!.text;
}

async function sentAll({ fire }: Loaded, mails: readonly Written[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const mail of mails) {
    const before = performance.now();
    await fire('onMessageSend', mail);
    times.push(performance.now() - before);
  }
  return times;
}

function realMail(shared: URL): readonly Written[] {
  return readFileSync(new URL('corpora/chain/ham-dev.jsonl', shared), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .slice(0, 500)
    .map(line => {
      const { subject, body } = JSON.parse(line) as { subject: string; body: string };
      return { to: ['parent.one@family.example'], subject, html: body ?? '' };
    });
}

function writtenMail(): readonly Written[] {
  const sentence = 'Thank you for your letter about the trip on Friday; the coach leaves the front gate at 9.15 and is back by 15.30. ';
  return Array.from({ length: 500 }, (_, i) => ({
    to: ['parent.one@family.example'],
    subject: `Trip on Friday (${i})`,
    html: `<p>${sentence.repeat(1 + (i % 60))}</p>`
  }));
}

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** The middle and the 95th percentile. */
function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
  return `${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
