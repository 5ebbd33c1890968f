import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../support/browser.ts';
import { kept } from '../support/outlook/kept.ts';
import { type Day, manifest, outlook, type Writing } from '../support/outlook/outlook.ts';
import { filesOf } from '../support/outlook/server.ts';

/** One slow moment of the machine must not decide: the figure is the middle one of several blocks, each with a 95th percentile of its own. */
const blocks = 5;
const rounds = 40;
const warming = 10;

/** An add-in that answers at once: what any add-in costs. */
const empty: { readonly [path: string]: readonly [type: string, content: string] } = {
  '/outlook/empty.html': [
    'text/html',
    '<!doctype html><meta charset="utf-8"><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="empty.js"></script>'
  ],
  '/outlook/empty.js': [
    'text/javascript',
    'Office.onReady(); Office.actions.associate("onMessageSend", function (event) { event.completed({ allowEvent: true }); });'
  ]
};

/**
 * How long Outlook waits from the click on Send to the answer, loading included: our script against an add-in that does nothing, in turns, in the real
 * office.js in Chromium.
 */
export async function outlookBootFigures(): Promise<readonly string[]> {
  const build = built();
  const files = filesOf(build.folder);
  const addIn: RequestListener = (request, response) => {
    const file = empty[request.url ?? ''];
    if (file) response.writeHead(200, { 'content-type': file[0], 'cache-control': 'no-store' }).end(file[1]);
    else files(request, response);
  };
  const fake = await outlook(addIn);
  if (!fake) {
    build.gone();
    return ['needs Chromium'];
  }
  const size = gzipSync(readFileSync(join(build.folder, 'outlook/launchevent.js'))).length;
  try {
    const text = 'Please bring a towel and goggles for the swimming lesson on Thursday. '.repeat(40);
    const day: Day = { draft: { to: [{ address: 'parent.three@home.example' }], subject: 'Swimming', text }, settings: kept() };
    const ours: number[] = [];
    const none: number[] = [];
    await fake.writing(day, real =>
      fake.writing({ ...day, manifest: { runtime: '/outlook/empty.html', events: { OnMessageSend: 'onMessageSend' } } }, async idle => {
        for (let round = -warming; round < blocks * rounds; round += 1) {
          // Each goes first as often as the other.
          const pair: readonly (readonly [Writing, number[]])[] = [
            [real, ours],
            [idle, none]
          ];
          for (const [writing, times] of round % 2 === 0 ? pair : [...pair].reverse()) {
            await writing.page.bringToFront();
            const { boot, judged } = await writing.fire('OnMessageSend');
            if (round >= 0) times.push(boot + judged);
          }
        }
      })
    );
    const ratios = Array.from({ length: blocks }, (_, at) => {
      const block = (times: readonly number[]): readonly number[] => times.slice(at * rounds, (at + 1) * rounds);
      return ratio(block(ours), block(none), 0.95);
    }).sort();
    const middle = ratios[Math.floor(blocks / 2)];
    return [
      `send script ${(size / 1024).toFixed(1)} kB gzip (at most 45)`,
      `${manifest.name}: from the click to the answer p50 ${part(ours, 0.5)} ms, p95 ${part(ours, 0.95)} ms, ${blocks * rounds} times`,
      `an add-in that does nothing: p50 ${part(none, 0.5)} ms, p95 ${part(none, 0.95)} ms`,
      `ratio p50 ${ratio(ours, none, 0.5)}, p95 ${ratio(ours, none, 0.95)} (aim: at most 1.25); p95 of each block ${ratios.join(', ')}: in the middle ${middle}`
    ];
  } finally {
    await fake.close();
    build.gone();
  }
}

function ratio(ours: readonly number[], none: readonly number[], share: number): string {
  return (part(ours, share) / part(none, share)).toFixed(2);
}

function part(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
