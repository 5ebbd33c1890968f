import assert from 'node:assert/strict';
import { dateAt, dayOf, momentIn } from '../../bot/when.ts';

describe('instants by the school’s clock', () => {
  for (const [instant, zone, en, cy] of [
    ['2026-11-22T14:05:59.000Z', 'Europe/London', '22 November 2026, 14:05 GMT', '22 Tachwedd 2026, 14:05 GMT'],
    ['2026-06-30T23:30:00.000Z', 'Europe/London', '1 July 2026, 00:30 BST', '1 Gorffennaf 2026, 00:30 BST'],
    ['2026-06-30T23:30:00.000Z', 'UTC', '30 June 2026, 23:30 UTC', '30 Mehefin 2026, 23:30 UTC']
  ] as const) {
    it(`writes ${instant} in ${zone} as «${en}»`, () => {
      assert.deepEqual([momentIn('en', zone, instant), momentIn('cy', zone, instant)], [en, cy]);
      assert.equal(dayOf('en', zone, instant), en.slice(0, en.indexOf(',')));
    });
  }

  it('gives the date of the school’s day', () => assert.equal(dateAt('Europe/London', '2026-06-30T23:30:00.000Z'), '2026-07-01'));

  it('leaves what is no instant as it is', () => assert.equal(momentIn('en', 'Europe/London', 'never'), 'never'));
});
