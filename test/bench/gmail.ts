import { gmailHost } from '../support/gmail/host.ts';

/** How many answers are measured of each kind. */
const rounds = 300;

/**
 * From the request to the whole answer of the compose endpoint over HTTP on this machine: tokens checked, recipients judged by every rule, the card
 * written. One after another, and eight at once. The way from Google to the school’s service is not in it.
 */
export async function gmailFigures(): Promise<readonly string[]> {
  const host = await gmailHost();
  try {
    const requests = (recipients: number): Promise<readonly (readonly [url: string, init: RequestInit])[]> =>
      Promise.all(
        Array.from({ length: rounds }, (_, i) =>
          host.request(
            '/gmail/compose',
            { gmail: { toRecipients: Array.from({ length: recipients }, (_, at) => `Parent ${at} <parent.${at}@family.example>`) } },
            { user: { sub: `${recipients}-${i}` } }
          )
        )
      );
    const lines: string[] = [];
    for (const recipients of [3, 500]) {
      const all = await requests(recipients);
      for (const request of all.slice(0, 50)) await timed(request);
      const one: number[] = [];
      for (const request of all) one.push(await timed(request));
      lines.push(`compose, ${recipients} recipients: ${spread(one)}`);
    }
    const all = await requests(20);
    const many: number[] = [];
    const left = all.slice();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let next = left.pop(); next; next = left.pop()) many.push(await timed(next));
      })
    );
    lines.push(`compose, 20 recipients, eight at once: ${spread(many)} (aim: p95 below 300 ms)`);
    return lines;
  } finally {
    await host.close();
  }
}

async function timed([url, init]: readonly [url: string, init: RequestInit]): Promise<number> {
  const before = performance.now();
  const response = await fetch(url, init);
  await response.text();
  if (response.status !== 200) throw new Error(`The endpoint answered ${response.status}.`);
  return performance.now() - before;
}

/** The middle and the 95th percentile. */
function spread(times: readonly number[]): string {
  const sorted = times.slice().sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  return `${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
