import { fill, type Locale } from '../../core/locale.ts';
import type { Action } from '../../core/mail/policy.ts';
import { review, type Verdict } from '../../core/mail/review.ts';
import { rules } from '../../core/mail/rules/index.ts';
import { bytesIn, mailsIn, type Sources } from '../mail/mails.ts';
import { schoolFor, stopped, unreadLine } from './check.ts';
import { command, type Io } from './command.ts';
import { number, renewing, share, sized } from './progress.ts';
import { verdictJson } from './verdict-lines.ts';
import { actionWords, totalWords } from './words.ts';

/** `beadle scan`: how a whole mailbox or folder keeps the rules, with totals. */
export const scan = command({
  path: 'scan',
  summary: 'judge a folder, a mailbox or a list of mails, and print totals by rule',
  details:
    'Reads .mbox, .jsonl and .eml files, and folders with all that lies in them. A row of .jsonl has the keys id, from, to, cc, bcc, subject, body ' +
    'and format (text or html); date, inReplyTo and attachments may stand beside them. Ctrl-C ends it and prints the totals so far.\n' +
    'Exit code: 0 nothing to confirm, 1 something to confirm or block, 2 something could not be read (named; the rest is still judged).',
  arguments: [{ name: 'PATH', says: 'a folder, or a .mbox, .jsonl or .eml file', many: true }],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, else an invented example school)' },
    json: { kind: 'flag', says: 'print one JSON object a mail on stdout, and the totals on stderr' },
    list: { kind: 'flag', says: 'name each mail in which something was found, and the rules' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences and the totals', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle scan sent/', says: 'judge every mail in a folder and in the folders in it' },
    { line: 'beadle scan Sent.mbox --list', says: 'judge a mailbox and name the mails to look at' },
    { line: 'beadle scan mails.jsonl --json > verdicts.jsonl', says: 'keep each verdict for another program' }
  ],
  run: async (paths, { school: file, json, list, lang }, io) => {
    const school = await schoolFor(file, io);
    const totals = emptyTotals(io.now().getTime());
    const sources: Sources = { paths, cwd: io.cwd, stdin: io.stdin, onBytes: count => (totals.bytes += count) };
    const progress = progressOf(totals, await bytesIn(sources), io);
    for await (const mail of mailsIn(sources)) {
      if ('unread' in mail) {
        totals.unread += 1;
        await progress.clear();
        await io.stderr.write(unreadLine(mail));
      } else {
        const verdict = review(mail.message, school.policy);
        count(totals, verdict);
        if (json) await io.stdout.write(verdictJson(mail.id, verdict, lang));
        if (list && verdict.findings.length > 0) {
          await progress.clear();
          await (json ? io.stderr : io.stdout).write(listLine(mail.id, verdict));
        }
      }
      await progress.show();
      if (io.stop.aborted) break;
    }
    await progress.clear();
    await (json ? io.stderr : io.stdout).write(totalLines(totals, lang, io));
    if (io.stop.aborted) return stopped;
    return totals.unread > 0 ? 2 : totals.actions.confirm + totals.actions.block > 0 ? 1 : 0;
  }
});

interface Totals {
  /** Milliseconds since 1970. */
  readonly begun: number;
  mails: number;
  unread: number;
  bytes: number;
  readonly actions: { [A in Verdict['action']]: number };
  /** By rule: in how many mails it found something, and what it asked; how many it did not judge. */
  readonly rules: Map<string, { action: Action; found: number; unjudged: number; faults: number }>;
}

function emptyTotals(begun: number): Totals {
  return {
    begun,
    mails: 0,
    unread: 0,
    bytes: 0,
    actions: { allow: 0, advise: 0, confirm: 0, block: 0 },
    rules: new Map()
  };
}

function count(totals: Totals, { action, findings, unjudged }: Verdict): void {
  totals.mails += 1;
  totals.actions[action] += 1;
  const found = new Set<string>();
  for (const finding of findings) {
    const total = totalOf(totals, finding.rule);
    total.action = finding.action;
    if (!found.has(finding.rule)) total.found += 1;
    found.add(finding.rule);
  }
  for (const { rule, because } of unjudged) totalOf(totals, rule)[because === 'fault' ? 'faults' : 'unjudged'] += 1;
}

function totalOf(totals: Totals, rule: string) {
  const known = totals.rules.get(rule);
  if (known) return known;
  const fresh = { action: 'advise' as Action, found: 0, unjudged: 0, faults: 0 };
  totals.rules.set(rule, fresh);
  return fresh;
}

function listLine(id: string, { action, findings }: Verdict): string {
  return `${action.padEnd(7)}  ${id}  ${[...new Set(findings.map(({ rule }) => rule))].join(', ')}\n`;
}

function totalLines(totals: Totals, lang: Locale, io: Io): string {
  const { mails, unread, actions } = totals;
  const lines: string[] = [];
  if (io.stop.aborted) lines.push(totalWords.stopped[lang]);
  const judged = unread > 0 ? (mails === 1 ? 'judgedOneSome' : 'judgedSome') : mails === 1 ? 'judgedOne' : 'judged';
  lines.push(fill(totalWords[judged][lang], { count: number(mails), unread: number(unread) }));
  if (mails > 0) {
    const wide = Math.max(12, ...[...totals.rules.keys()].map(id => id.length));
    const line = (name: string, times: number, note: string): string =>
      `  ${name.padEnd(wide)}  ${number(times).padStart(9)}  ${share(times, mails).padStart(7)}  ${note}`.trimEnd();
    const told = (['block', 'confirm', 'advise', 'allow'] as const).map(action => line(totalWords[action][lang], actions[action], ''));
    lines.push('', ...told);
    const byRule = (what: 'found' | 'unjudged' | 'faults', note: (id: string) => string): readonly string[] => {
      const ids = rules.map(({ id }) => id).filter(id => (totals.rules.get(id)?.[what] ?? 0) > 0);
      return ids.length > 0 ? ['', totalWords[what][lang], ...ids.map(id => line(id, totals.rules.get(id)![what], note(id)))] : [];
    };
    lines.push(
      ...byRule('found', id => actionWords[totals.rules.get(id)!.action][lang]),
      ...byRule('unjudged', () => ''),
      ...byRule('faults', () => '')
    );
  }
  const seconds = (io.now().getTime() - totals.begun) / 1000;
  const speed = number(Math.round(mails / Math.max(seconds, 0.001)));
  lines.push('', fill(totalWords.speed[lang], { speed, size: sized(totals.bytes), seconds: seconds.toFixed(1) }));
  return `${lines.join('\n')}\n`;
}

/** How far it is, now and then. */
function progressOf(totals: Totals, whole: number, io: Io): { readonly show: () => Promise<void>; readonly clear: () => Promise<void> } {
  const { show, clear } = renewing(io);
  const words = (milliseconds: number): string => {
    const done = whole > 0 ? `, ${share(Math.min(totals.bytes, whole), whole)} of ${sized(whole)}` : `, ${sized(totals.bytes)}`;
    return `${numbered(totals.mails, 'mail')}${done}, ${number(Math.round((totals.mails / milliseconds) * 1000))} a second`;
  };
  return { show: () => show(words), clear };
}

function numbered(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}
