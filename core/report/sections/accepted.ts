import { dateIn } from '../../dates.ts';
import type { Section } from '../report.ts';

const words = {
  caption: { en: 'Risks that the school accepted', cy: 'Risgiau a dderbyniodd yr ysgol' },
  columns: { en: ['What', 'Who answers for it', 'Why', 'Until'], cy: ['Beth', 'Pwy sy’n ateb drosto', 'Pam', 'Hyd'] }
} as const;

/** What is wrong and was accepted, by whom, why and until when. */
export const accepted: Section = {
  id: 'accepted',
  title: { en: 'Accepted risks', cy: 'Risgiau a dderbyniwyd' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: ({ lines }, locale) => {
    const rows = lines.reduce<readonly (readonly string[])[]>((all, { check, result }) => {
      const risk = result.accepted;
      return risk ? all.concat([[check.title[locale], risk.owner, risk.because, dateIn(locale, risk.until)]]) : all;
    }, []);
    return rows.length === 0 ? [] : [{ kind: 'table', caption: words.caption[locale], columns: words.columns[locale], rows }];
  }
};
