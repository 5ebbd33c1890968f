import type { Address, Message } from '../../core/mail/message.ts';
import { review } from '../../core/mail/review.ts';
import { chainLetter } from '../../core/mail/rules/chain-letter.ts';
import { chainRows, crossScores, enough, type Row, samplesOf, schoolRows } from '../corpus/chain-letter-model.ts';
import { school } from '../support/mail.ts';

/** A share of mails, as counts. */
interface Share {
  readonly of: number;
  readonly count: number;
}

/** What the rule makes of the corpus as it is built now (`now`) and, estimated, of mail it was not fitted on (`cross`). */
export interface ChainLetterResult {
  readonly now: { readonly [group: string]: Share };
  readonly cross: { readonly [group: string]: Share };
}

/** Judges every mail of the corpus as a product would; undefined where the corpus is absent. */
export function chainLetterResult(shared: URL): ChainLetterResult | undefined {
  const rows = chainRows(shared);
  if (!rows) return undefined;
  const flagged = new Map(rows.map(row => [row, review(messageOf(row), school, [chainLetter]).findings[0]?.message]));
  const now: { [group: string]: Share } = {};
  const share = (list: { [group: string]: Share }, group: string, count: boolean): void => {
    const { of, count: before } = list[group] || { of: 0, count: 0 };
    list[group] = { of: of + 1, count: before + (count ? 1 : 0) };
  };
  for (const row of rows) {
    const found = flagged.get(row);
    for (const group of groupsOf(row)) share(now, group, found !== undefined);
    if (row.label === 'positive' && found) share(now, `named rightly: ${row.kind}`, found === row.kind);
  }
  const cross: { [group: string]: Share } = {};
  const samples = samplesOf([...rows, ...schoolRows()]);
  const chain = crossScores(samples, 'chain');
  const joke = crossScores(samples, 'joke');
  samples.forEach(({ row }, i) => {
    const found = chain[i]! > enough.chain || joke[i]! > enough.joke;
    for (const group of groupsOf(row)) share(cross, group, found);
  });
  return { now, cross };
}

/** The figures for `npm run bench`: recall by kind and flag, false alarms, and the same figures for mail that was left out of the fit. */
export async function chainLetterFigures(shared: URL): Promise<readonly string[]> {
  const result = chainLetterResult(shared);
  if (!result) return ['needs ../shared'];
  const line = (title: string, { of, count }: Share): string =>
    `${title.padEnd(44)} ${String(count).padStart(4)} of ${String(of).padStart(4)}  ${((100 * count) / of).toFixed(1).padStart(5)} %`;
  const lines = (list: { readonly [group: string]: Share }): readonly string[] =>
    Object.keys(list)
      .sort()
      .map(group => line(group, list[group]!));
  return ['as built, on dev:', ...lines(result.now), 'fitted without the clusters it judges (5 parts):', ...lines(result.cross)];
}

function groupsOf(row: Row): readonly string[] {
  const { label, kind, flags } = row;
  if (flags.includes('invented')) return [label === 'positive' ? 'found: invented' : 'false alarm: invented school mail'];
  if (label === 'negative') {
    if (kind === 'hard-ham') return ['false alarm: hard ham'];
    return [
      'false alarm: ordinary',
      ...(flags.some(flag => flag === 'sms' || flag === 'webtext') ? [] : ['false alarm: ordinary whole mail'])
    ];
  }
  const groups = [kind !== 'joke' ? 'found: chain, hoax, petition' : 'found: joke', `found: ${kind}`];
  for (const flag of ['webtext', 'joke-text', 'sms', 'tokenised', 'attachment-only'])
    if (flags.includes(flag)) groups.push(`found: ${kind}, ${flag}`);
  if (!flags.some(flag => flag === 'webtext' || flag === 'joke-text' || flag === 'sms')) groups.push(`found: ${kind}, whole mail`);
  return [...new Set(groups)];
}

function messageOf(row: Row): Message {
  return {
    from: { value: addressesOf(row.from)[0] || { name: '', address: 'teacher@school.example' } },
    addressed: { value: { to: addressesOf(row.to), cc: addressesOf(row.cc), bcc: [] } },
    subject: { value: row.subject || '' },
    body: { value: { format: row.format, content: row.body } },
    attachments: { value: [] },
    thread: { value: { kind: 'new', earlier: { value: [] } } },
    at: { value: '2026-11-18T10:00:00Z' }
  };
}

function addressesOf(list: string): readonly Address[] {
  return (list || '')
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(address => ({ name: '', address }));
}
