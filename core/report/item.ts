import { duties } from '../duties.ts';
import type { Locale } from '../locale.ts';
import type { Vendor } from '../tenant/snapshot.ts';
import type { Item, Line, Link, Reader, ReportData } from './report.ts';
import { ofWords, sentenceOf, stateWords, toneOf } from './words.ts';

/** What schools call what they use. */
export const vendorNames: { readonly [V in Vendor]: string } = { microsoft: 'Microsoft 365', google: 'Google Workspace' };

const words = {
  vendor: { en: 'How to put it right', cy: 'Sut i’w gywiro' },
  page: { en: 'About this check', cy: 'Am y gwiriad hwn' },
  tab: { en: 'On Beadle’s page', cy: 'Ar dudalen Beadle' },
  clauses: { en: 'Clauses', cy: 'Cymalau' },
  holds: { en: 'It holds for', cy: 'Mae’n dal ar gyfer' },
  asks: { en: 'The policy asks', cy: 'Mae’r polisi’n gofyn' },
  changes: {
    new: { en: 'New since the last audit.', cy: 'Newydd ers yr archwiliad diwethaf.' },
    worse: { en: 'Worse than at the last audit.', cy: 'Gwaeth nag yn yr archwiliad diwethaf.' },
    better: { en: 'Better than at the last audit.', cy: 'Gwell nag yn yr archwiliad diwethaf.' }
  }
} as const;

/** A result as something to read about: with the clauses or duties that it serves, its share, and where to read on. */
export function itemOf(line: Line, data: ReportData, locale: Locale, reader: Reader): Item {
  const { check, result, change } = line;
  // Whoever answers for it reads what and why; how is for those who mend it.
  const brief = reader === 'head';
  const share = 'share' in result ? result.share : undefined;
  const clauses = clausesFor(check.duties, data);
  const its = vendorOf(line, data);
  const vendor = its === undefined ? undefined : check.pages[its];
  const links: readonly Link[] = [
    ...(vendor === undefined || brief ? [] : [{ text: words.vendor[locale], url: vendor }]),
    ...(data.pagesAt === undefined
      ? []
      : [{ text: words.page[locale], url: `${data.pagesAt}${locale === 'en' ? '' : `/${locale}`}/checks/${check.id}` }]),
    ...(data.tabAt === undefined ? [] : [{ text: words.tab[locale], url: `${data.tabAt}#audits/${check.id}` }])
  ];
  return {
    tone: toneOf(result),
    state: stateWords[result.state][locale],
    title: titleOf(line, data, locale),
    says: sentenceOf(line, locale),
    notes: [
      ...(change === 'new' || change === 'worse' || change === 'better' ? [words.changes[change][locale]] : []),
      ...(share && share.of > 1 && !brief ? [`${words.holds[locale]}: ${ofWords(share.held, share.of, locale)}.`] : []),
      clauses.length > 0
        ? `${words.clauses[locale]}: ${clauses.join(', ')}.`
        : `${words.asks[locale]}: ${check.duties.map(duty => duties[duty].says[locale]).join(' ')}`
    ],
    links
  };
}

/** Whose tenant a result is of. */
export function vendorOf({ vendor }: Line, data: ReportData): Vendor | undefined {
  return vendor === undefined ? data.vendor : vendor;
}

/** The title of a check; with the vendor's name where a school has both. */
export function titleOf(line: Line, data: ReportData, locale: Locale): string {
  const its = vendorOf(line, data);
  const title = line.check.title[locale];
  const both = its !== undefined && data.lines.some(other => other.check.id === line.check.id && vendorOf(other, data) !== its);
  return both ? `${title} (${vendorNames[its]})` : title;
}

/** The numbers of the clauses that ask these duties. */
export function clausesFor(cited: readonly string[], { map }: ReportData): readonly string[] {
  if (!map) return [];
  return map.policy.lines.filter(({ clause }) => clause.duties.some(duty => cited.indexOf(duty) >= 0)).map(({ clause }) => clause.id);
}
