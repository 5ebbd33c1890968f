import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { review } from '../../core/mail/review.ts';
import { built } from '../support/browser.ts';
import { mail, school } from '../support/mail.ts';

/** One mail as a line of JSON, and as the engine takes it. */
interface Sample {
  readonly json: string;
  readonly message: ReturnType<typeof mail>;
}

/**
 * How fast one core judges: mails a second, the 99th percentile of one mail, and the ratio to `JSON.parse` of the same mails, measured in turns in
 * one run. Each sample is a mail from a teacher to a parent, so that every rule has something to read.
 */
export async function engineFigures(shared: URL): Promise<readonly string[]> {
  const samples = existsSync(shared) ? realMail(shared) : writtenMail();
  const characters = samples.reduce((sum, { json }) => sum + json.length, 0);
  for (let warm = 0; warm < 3; warm += 1) judgeAll(samples);
  const ratios: number[] = [];
  const each: number[] = [];
  let fastest = Infinity;
  for (let round = 0; round < 7; round += 1) {
    const parsed = timed(() => parseAll(samples));
    const judged = timed(() => judgeAll(samples));
    ratios.push(judged / parsed);
    fastest = Math.min(fastest, judged);
  }
  for (const { message } of samples) each.push(timed(() => review(message, school)));
  each.sort((a, b) => a - b);
  ratios.sort((a, b) => a - b);
  const build = built();
  const engine = gzipSync(readFileSync(`${build.folder}/engine.js`), { level: 9 }).length;
  build.gone();
  return [
    `${samples.length} mails (${existsSync(shared) ? 'real' : 'written for this'}), ${Math.round(characters / samples.length)} characters each on average`,
    `${Math.round((samples.length / fastest) * 1000)} mails a second on one core, all rules`,
    `99th percentile of one mail: ${each[Math.floor(each.length * 0.99)]!.toFixed(3)} ms; slowest ${each[each.length - 1]!.toFixed(3)} ms`,
    `ratio to JSON.parse of the same mails: ${ratios[3]!.toFixed(2)} (median of 7; ${ratios[0]!.toFixed(2)} to ${ratios[6]!.toFixed(2)})`,
    `engine as one file: ${engine} bytes gzip`
  ];
}

function realMail(shared: URL): readonly Sample[] {
  return readFileSync(new URL('corpora/chain/ham-dev.jsonl', shared), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const { id, subject, body, format } = JSON.parse(line) as { id: string; subject: string; body: string; format: string };
      return sample(id, subject, body ?? '', format);
    });
}

function writtenMail(): readonly Sample[] {
  const sentence = 'Thank you for your letter about the trip on Friday; the coach leaves the front gate at 9.15 and is back by 15.30. ';
  return Array.from({ length: 1000 }, (_, i) => sample(`${i}`, `Trip on Friday (${i})`, sentence.repeat(1 + (i % 60)), 'text'));
}

function sample(id: string, subject: string, body: string, format: string): Sample {
  const to = ['parent.one@family.example'];
  const from = 'teacher@school.example';
  return {
    json: JSON.stringify({ id, from, to, subject, body, format }),
    message: mail({ from, to, subject, ...(format === 'html' ? { html: body } : { text: body }) })
  };
}

function parseAll(samples: readonly Sample[]): void {
  for (const { json } of samples) JSON.parse(json);
}

function judgeAll(samples: readonly Sample[]): void {
  for (const { message } of samples) review(message, school);
}

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
