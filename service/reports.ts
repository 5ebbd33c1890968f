import type { Locale } from '../core/locale.ts';
import { compose } from '../core/report/compose.ts';
import { csvOf } from '../core/report/csv.ts';
import { jsonOf } from '../core/report/json.ts';
import { renderHtml } from '../core/report/render-html.ts';
import { renderText } from '../core/report/render-text.ts';
import type { Reader, ReportData } from '../core/report/report.ts';

/** In what a report can be had. */
export const formats = ['text', 'html', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** One reader's report in one language, as a text of its kind. */
export function reportText(format: Format, data: ReportData, reader: Reader, locale: Locale): string {
  switch (format) {
    case 'text':
      return renderText(compose(data, reader, locale));
    case 'html':
      return renderHtml(compose(data, reader, locale));
    case 'csv':
      return csvOf(data, locale);
    case 'json':
      return `${JSON.stringify(jsonOf(data, reader))}\n`;
  }
}
