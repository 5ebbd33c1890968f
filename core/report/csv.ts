import { dateIn } from '../dates.ts';
import type { Locale } from '../locale.ts';
import { clausesFor, titleOf, vendorNames, vendorOf } from './item.ts';
import type { Line, ReportData } from './report.ts';
import { changeWords, kindWords, sentenceOf, severityWords, stateWords } from './words.ts';

const words = {
  en: {
    columns: [
      'Check',
      'Title',
      'Vendor',
      'State',
      'Severity',
      'Change',
      'Holds for',
      'Of',
      'What was seen',
      'What',
      'Name',
      'Id',
      'Clauses',
      'Accepted until'
    ],
    more: 'and {count} more'
  },
  cy: {
    columns: [
      'Gwiriad',
      'Teitl',
      'Gwerthwr',
      'Cyflwr',
      'Difrifoldeb',
      'Newid',
      'Yn dal ar gyfer',
      'O',
      'Yr hyn a welwyd',
      'Beth',
      'Enw',
      'Dull adnabod',
      'Cymalau',
      'Derbyniwyd hyd'
    ],
    more: 'a {count} arall'
  }
} as const;

/**
 * Every check and everything that it points at, a row each, for IT support: UTF-8 with its mark, commas, CRLF (RFC 4180). A check that points at nothing has one
 * row; where there is more than a result names, a last row counts it. What the tenant calls its things can never run as a formula: such a cell begins with
 * an apostrophe.
 */
export function csvOf(data: ReportData, locale: Locale): string {
  const rows = data.lines.reduce<readonly (readonly (string | number)[])[]>((all, line) => all.concat(rowsOf(line, data, locale)), []);
  return `\ufeff${[words[locale].columns as readonly string[], ...rows].map(row => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function rowsOf(line: Line, data: ReportData, locale: Locale): readonly (readonly (string | number)[])[] {
  const { check, result, change } = line;
  const share = 'share' in result ? result.share : undefined;
  const subjects = 'subjects' in result ? result.subjects : undefined;
  const vendor = vendorOf(line, data);
  const head = [
    check.id,
    titleOf(line, data, locale),
    vendor === undefined ? '' : vendorNames[vendor],
    stateWords[result.state][locale],
    severityWords[check.severity][locale],
    change === 'same' ? '' : changeWords[change][locale],
    share ? share.held : '',
    share ? share.of : '',
    sentenceOf(line, locale)
  ];
  const tail = [clausesFor(check.duties, data).join(' '), result.accepted ? dateIn(locale, result.accepted.until) : ''];
  if (!subjects || subjects.first.length === 0) return [[...head, '', '', '', ...tail]];
  const named = subjects.first.map(({ kind, id, name }) => [...head, kindWords[kind][locale], name === undefined ? '' : name, id, ...tail]);
  const left = subjects.count - subjects.first.length;
  return left > 0 ? [...named, [...head, words[locale].more.replace('{count}', String(left)), '', '', ...tail]] : named;
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A spreadsheet takes a cell for a formula that begins so, whatever it does not show before it; also by the wide signs of Chinese keyboards. */
function harmless(text: string): string {
  return /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
}
