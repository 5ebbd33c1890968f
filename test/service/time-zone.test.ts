import assert from 'node:assert/strict';
import { offsetsOf } from '../../service/time-zone.ts';

const beginning = -8.64e15;
const of = (zone: string, from: string, to: string) =>
  offsetsOf(zone, Date.parse(from), Date.parse(to)).map(({ since, minutes }) => [
    since === beginning ? 'ever' : new Date(since).toISOString(),
    minutes
  ]);

describe('a time zone as data', () => {
  it('knows when British Summer Time begins and ends', () => {
    assert.deepEqual(of('Europe/London', '2026-01-01T00:00:12.345Z', '2027-06-01T00:00:00Z'), [
      ['ever', 0],
      ['2026-03-29T01:00:00.000Z', 60],
      ['2026-10-25T01:00:00.000Z', 0],
      ['2027-03-28T01:00:00.000Z', 60]
    ]);
  });

  it('knows half hours west and east of Greenwich, and zones without summer time', () => {
    assert.deepEqual(of('America/St_Johns', '2026-06-01T00:00:00Z', '2026-12-01T00:00:00Z'), [
      ['ever', -150],
      ['2026-11-01T04:30:00.000Z', -210]
    ]);
    assert.deepEqual(of('Asia/Kolkata', '2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), [['ever', 330]]);
  });

  it('agrees with the clock of this computer at every hour of a year', () => {
    const zone = 'Europe/Dublin';
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', day: '2-digit' });
    const utc = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', day: '2-digit' });
    const begin = Date.parse('2026-01-01T00:00:00Z');
    const offsets = offsetsOf(zone, begin, Date.parse('2027-01-01T00:00:00Z'));
    for (let at = begin; at < Date.parse('2027-01-01T00:00:00Z'); at += 3600000) {
      const { minutes } = offsets.findLast(({ since }) => since <= at)!;
      assert.equal(utc.format(at + minutes * 60000), clock.format(at));
    }
  });
});
