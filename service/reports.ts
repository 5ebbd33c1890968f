import type { Locale } from '../core/locale.ts';
import { compose } from '../core/report/compose.ts';
import { csvOf } from '../core/report/csv.ts';
import { jsonOf } from '../core/report/json.ts';
import { renderHtml } from '../core/report/render-html.ts';
import { renderText } from '../core/report/render-text.ts';
import type { Reader, ReportData } from '../core/report/report.ts';

/** In what a report can be had as text. */
export const textFormats = ['text', 'html', 'csv', 'json'] as const;

/** One reader's report in one language, as a text of its kind. The table names every account and device that the audit named, whoever reads it. */
export function reportText(format: (typeof textFormats)[number], data: ReportData, reader: Reader, locale: Locale): string {
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

/** The same as PDF. `at`: when the audit was made, ISO 8601. */
export async function reportPages(data: ReportData, reader: Reader, locale: Locale, at: string): Promise<Uint8Array> {
  const { reportPdf } = await import('./documents/report-pdf.ts');
  return reportPdf(compose(data, reader, locale), at);
}
