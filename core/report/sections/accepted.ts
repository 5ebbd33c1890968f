import { dateIn } from '../../dates.ts';
import { titleOf } from '../item.ts';
import type { Section } from '../report.ts';

const words = {
  caption: { en: 'Risks that the school accepted', cy: 'Risgiau a dderbyniodd yr ysgol' },
  what: { en: 'What', cy: 'Beth' },
  owner: { en: 'Who answers for it', cy: 'Pwy sy’n ateb drosto' },
  because: { en: 'Why', cy: 'Pam' },
  until: { en: 'Until', cy: 'Hyd' }
} as const;

/** What is wrong and was accepted, why and until when. Who answers for it is no business of a report that names nobody. */
export const accepted: Section = {
  id: 'accepted',
  title: { en: 'Accepted risks', cy: 'Risgiau a dderbyniwyd' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: (data, locale, reader) => {
    const named = reader !== 'governors';
    const rows = data.lines.reduce<readonly (readonly string[])[]>((all, line) => {
      const risk = line.result.accepted;
      if (!risk) return all;
      return all.concat([[titleOf(line, data, locale), ...(named ? [risk.owner, risk.because] : []), dateIn(locale, risk.until)]]);
    }, []);
    if (rows.length === 0) return [];
    const heads = [words.what, ...(named ? [words.owner, words.because] : []), words.until];
    return [{ kind: 'table', caption: words.caption[locale], columns: heads.map(head => head[locale]), rows }];
  }
};
