import assert from 'node:assert/strict';
import { isDay } from '../../../core/dates.ts';
import { categories, categoryWords, longest, type Report, refusalWords, wrongReport } from '../../../core/incidents/incident.ts';
import { safeguarding } from '../../../core/incidents/safeguarding.ts';
import { steps } from '../../../core/incidents/steps.ts';

const report: Report = { category: 'virus', day: '2026-11-23', what: 'A file asked for money.', aboutRoles: [], personal: false };

describe('a report', () => {
  for (const [says, more, wrong] of [
    ['whole', {}, undefined],
    ['with a time', { time: '23:59' }, undefined],
    ['without words', { what: ' \n ' }, 'what-missing'],
    ['with too many words', { what: 'x'.repeat(longest.what + 1) }, 'too-long'],
    ['with a long name', { about: 'x'.repeat(longest.about + 1) }, 'too-long'],
    ['with a long device', { device: 'x'.repeat(longest.device + 1) }, 'too-long'],
    ['of a day that there is not', { day: '2026-02-30' }, 'day-wrong'],
    ['of tomorrow', { day: '2026-11-24' }, 'day-to-come'],
    ['at 24:00', { time: '24:00' }, 'time-wrong'],
    ['at noon', { time: 'noon' }, 'time-wrong']
  ] as const) {
    it(`${says} is ${wrong ?? 'taken'}`, () => assert.equal(wrongReport({ ...report, ...more }, '2026-11-23', isDay), wrong));
  }
});

describe('the words of reports', () => {
  const all = [
    ...Object.values(categoryWords),
    ...Object.values(refusalWords),
    ...Object.values(safeguarding),
    ...categories.flatMap(category => [...steps[category].reporter, ...steps[category].handler])
  ];
  it('stand in both languages, which differ', () => {
    for (const { en, cy } of all) {
      assert.ok(en.trim() && cy.trim());
      assert.notEqual(en, cy);
    }
  });

  it('tell both who reports and who deals with it what to do', () => {
    for (const category of categories) assert.ok(steps[category].reporter.length > 0 && steps[category].handler.length > 0, category);
  });

  it('name the remote lock of a lost device, the recall of a message and a new password', () => {
    const said = (category: (typeof categories)[number]): string =>
      [...steps[category].reporter, ...steps[category].handler].map(({ en }) => en).join(' ');
    assert.match(said('lost-device'), /Remote lock/);
    assert.match(said('misdirected-mail'), /Recall This Message/);
    assert.match(said('password-known'), /Change the password now/);
    assert.match(said('suspicious-mail'), /Do not click anything in it, do not open a file from it and do not reply/);
  });
});
