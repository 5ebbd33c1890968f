import type { Locale } from '../../core/locale.ts';
import { type Action, actions } from '../../core/mail/policy.ts';
import { failure } from '../failure.ts';
import { columns } from './columns.ts';
import { command } from './command.ts';
import { outlookSchool, schoolOption } from './outlook-school.ts';
import { outlookWords } from './outlook-words.ts';

/** What was seen on one day. */
interface Day {
  messages: number;
  readonly rules: Map<string, { [A in Action]: number }>;
  /** Messages in which at least one rule could not judge. */
  unjudged: number;
}

/** `beadle outlook records`: how often each rule spoke, day by day. Never by person. */
export const outlookRecords = command({
  path: 'outlook records',
  summary: 'say how often each rule spoke in Outlook, day by day',
  details:
    'Counts messages of which something was said; the others leave no record. Outlook never tells which\n' +
    'button was pressed: «warned» does not say whether the message went. There is no view by person.',
  arguments: [],
  options: {
    ...schoolOption,
    from: { kind: 'value', of: 'DATE', says: 'the first day, such as 2026-11-01' },
    to: { kind: 'value', of: 'DATE', says: 'the last day' },
    json: { kind: 'flag', says: 'print one JSON object a line, one for each day' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle outlook records', says: 'all that there is' },
    { line: 'beadle outlook records --from 2026-11-16 --to 2026-11-20', says: 'one week' }
  ],
  run: async (_args, { school: file, from, to, json, lang }, io) => {
    const first = dayNamed(from, '0000-00-00');
    const last = dayNamed(to, '9999-99-99');
    const { config, kept } = await outlookSchool(file, io);
    const dayOf = daysIn(config.school.timezone);
    const days = new Map<string, Day>();
    for await (const { at, findings, unjudged } of kept.records.all()) {
      const date = dayOf(at);
      if (date < first || date > last) continue;
      const day = days.get(date) ?? { messages: 0, rules: new Map(), unjudged: 0 };
      days.set(date, day);
      day.messages += 1;
      if (unjudged.length > 0) day.unjudged += 1;
      for (const { rule, action } of findings) {
        const counts = day.rules.get(rule) ?? { advise: 0, confirm: 0, block: 0 };
        counts[action] += 1;
        day.rules.set(rule, counts);
      }
    }
    const ordered = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
    if (json) await io.stdout.write(ordered.map(jsonOf).join(''));
    else await io.stdout.write(ordered.length === 0 ? `${outlookWords.noRecords[lang]}\n` : tableOf(ordered, lang));
    return 0;
  }
});

function dayNamed(written: string | undefined, open: string): string {
  if (written === undefined) return open;
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return written;
  throw failure('wrong-use', `«${written}» is no day. Write it as 2026-11-01.`);
}

/** The day of an instant by the school's own clock. */
function daysIn(timeZone: string): (instant: string) => string {
  // Sweden writes a date as year-month-day.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return instant => format.format(new Date(instant));
}

function jsonOf([date, { messages, unjudged, rules }]: readonly [string, Day]): string {
  return `${JSON.stringify({ date, messages, unjudged, rules: Object.fromEntries([...rules].sort(byName)) })}\n`;
}

function tableOf(days: readonly (readonly [string, Day])[], lang: Locale): string {
  const number = (count: number): readonly string[] => [String(count).padStart(9)];
  const rows = days.flatMap(([date, { messages, unjudged, rules }]) => [
    [[date], [outlookWords.all[lang]], number(messages)],
    ...[...rules].sort(byName).map(([rule, counts]) => {
      const each = actions.map(action => counts[action]);
      return [[''], [rule], ...[each.reduce((sum, count) => sum + count, 0), ...each].map(number)];
    }),
    ...(unjudged > 0 ? [[[''], [outlookWords.partly[lang]], number(unjudged)]] : [])
  ]);
  return columns([
    [
      [outlookWords.day[lang]],
      [outlookWords.rule[lang]],
      ...(['messages', ...actions] as const).map(head => [outlookWords[head][lang].padStart(9)])
    ],
    ...rows
  ]);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
