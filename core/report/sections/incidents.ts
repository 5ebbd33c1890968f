import { lengthWords } from '../../incidents/clock.ts';
import { categoryWords } from '../../incidents/incident.ts';
import { fill } from '../../locale.ts';
import type { Section } from '../report.ts';

const words = {
  says: {
    en: 'What was reported in this school year, and what is open still: numbers, never a person or a text. Whatever may be about the headteacher, the e-safety coordinator or the chair of governors is counted in no report.',
    cy: 'Yr hyn yr adroddwyd amdano yn y flwyddyn ysgol hon, a’r hyn sy’n dal ar agor: niferoedd, byth enw na thestun. Ni chyfrifir mewn unrhyw adroddiad yr hyn a all ymwneud â’r pennaeth, y cydlynydd e-ddiogelwch neu gadeirydd y llywodraethwyr.'
  },
  clocks: {
    en: 'The 72 hours in which the regulator is told run for: {clocks}. They ran out before anybody decided for: {late}.',
    cy: 'Mae’r 72 awr ar gyfer rhoi gwybod i’r rheoleiddiwr yn rhedeg ar gyfer: {clocks}. Daethant i ben cyn i neb benderfynu ar gyfer: {late}.'
  },
  caption: { en: 'Reports by kind', cy: 'Adroddiadau fesul math' },
  columns: { en: ['What', 'Open', 'Closed', 'Half were closed within'], cy: ['Beth', 'Ar agor', 'Wedi cau', 'Caewyd hanner o fewn'] }
} as const;

/** How many incidents were reported, and how far they are dealt with. */
export const incidents: Section = {
  id: 'incidents',
  title: { en: 'What was reported', cy: 'Yr hyn yr adroddwyd amdano' },
  readers: ['coordinator', 'governors'],
  make: ({ everyday = {} }, locale) => {
    const counts = (everyday.incidents ?? []).filter(({ open, closed }) => open + closed > 0);
    if (counts.length === 0) return [];
    const clocks = counts.reduce((sum, each) => sum + each.clocks, 0);
    const late = counts.reduce((sum, each) => sum + each.late, 0);
    return [
      { kind: 'paragraph', text: words.says[locale] },
      ...(clocks + late > 0 ? [{ kind: 'paragraph' as const, text: fill(words.clocks[locale], { clocks, late }) }] : []),
      {
        kind: 'table',
        caption: words.caption[locale],
        columns: words.columns[locale],
        rows: counts.map(({ category, open, closed, minutesToClose }) => [
          categoryWords[category][locale],
          String(open),
          String(closed),
          minutesToClose === undefined ? '–' : lengthWords(locale, minutesToClose)
        ])
      }
    ];
  }
};
