import assert from 'node:assert/strict';
import { dateOf } from '../../../../core/policies/import/dates.ts';

const cases: readonly (readonly [written: string, date: string | undefined])[] = [
  ['3 September 2025', '2025-09-03'],
  ['3rd Sept 2025', '2025-09-03'],
  ['September 2025', '2025-09'],
  ['Spring 2016', '2016'],
  ['03/09/2025', '2025-09-03'],
  ['09/2025', '2025-09'],
  ['2025-09-03', '2025-09-03'],
  ['31/31/2025', '2025'],
  ['Medi 2025', '2025-09'],
  ['1 Mawrth 2024', '2024-03-01'],
  ['every two years', undefined],
  ['', undefined]
];

describe('policy import: dates as people write them', () => {
  for (const [written, date] of cases) it(`${written || 'nothing'} is ${date || 'no date'}`, () => assert.equal(dateOf(written), date));
});
