import assert from 'node:assert/strict';
import { checks } from '../../core/tenant/checks/index.ts';
import { expectationsOf } from '../../core/tenant/packs.ts';
import { readConfig } from '../../service/config.ts';
import { exampleConfig } from '../../service/example.ts';
import { isFailure } from '../../service/failure.ts';
import { auditedYaml, microsoftLine } from '../support/tenants.ts';

const read = (lines: string) => readConfig(auditedYaml(`${microsoftLine}\n${lines}`), 'beadle.yaml').value.audit!;

function wrong(text: string): string {
  try {
    readConfig(text, 'beadle.yaml');
  } catch (error) {
    assert.ok(isFailure(error), String(error));
    return error.message;
  }
  return assert.fail('nothing was wrong');
}

describe('audits in beadle.yaml', () => {
  it('run on Mondays at two by the school’s own pack, unless it says otherwise', () => {
    const { pack, expects, off, accepted, dpia, at, days, support, reports } = read('');
    assert.deepEqual(
      { pack, expects, off, accepted, dpia, at, days, support, reports },
      {
        pack: 'school',
        expects: {},
        off: [],
        accepted: [],
        dpia: {},
        at: '02:00',
        days: ['mon'],
        support: [],
        reports: { it: 'each', coordinator: 'weekly', head: 'termly', governors: 'termly' }
      }
    );
  });

  it('take numbers and words for what is expected', () => {
    assert.deepEqual(read('  expects: { passwordDays: never, passwordLength: 12, secondFactorFor: everybody }').expects, {
      passwordDays: 'never',
      passwordLength: 12,
      secondFactorFor: 'everybody'
    });
  });

  const faults: readonly (readonly [lines: string, sentence: RegExp])[] = [
    ['  expects: { passwordLenght: 12 }', /«audit\.expects\.passwordLenght» is not known here\. Did you mean «passwordLength»\?/],
    ['  expects: { passwordLength: 4 }', /«audit\.expects\.passwordLength» should be a whole number from 6 to 64, but «4» stands there\./],
    ['  expects: { passwordDays: nevr }', /«audit\.expects\.passwordDays» .*Did you mean «never»\?/],
    ['  expects: { fewestAdmins: 5, mostAdmins: 2 }', /«audit\.expects\.mostAdmins» is 2, which is fewer than fewestAdmins, 5\./],
    ['  off: [too-many-admin]', /«audit\.off #1» .*Did you mean «too-many-admins»\?/],
    ['  accepted: [{ check: devices-silent, until: soon, owner: A, because: B }]', /«audit\.accepted #1\.until» should be a date/],
    ['  accepted: [{ check: devices-silent, until: 2027-01-01, because: B }]', /«audit\.accepted #1\.owner» is missing\./],
    ['  dpia: { mail-forwarded-outsid: { date: 2026-11-01, by: A } }', /Did you mean «mail-forwarded-outside»\?/],
    ['  dpia: { mail-forwarded-outside: { by: A } }', /«audit\.dpia\.mail-forwarded-outside\.date» is missing\./],
    ['  pack: cisaa', /«audit\.pack» .*Did you mean «cisa»\?/],
    ['  at: "25:00"', /«audit\.at» should be a time such as 08:30/],
    ['  days: []', /«audit\.days» needs at least one day: \[mon\]\./],
    ['  reports: { head: montly }', /«audit\.reports\.head» should be one of each, weekly, termly, never/]
  ];
  for (const [lines, sentence] of faults)
    it(`say what is wrong with «${lines.trim()}»`, () => assert.match(wrong(auditedYaml(`${microsoftLine}\n${lines}`)), sentence));

  it('need a tenant', () =>
    assert.match(wrong(auditedYaml('  pack: cis')), /«audit» names no tenant\. Write «microsoft:» or «google:» under it\./));

  it('are offered in the file to begin with, as they would be written', () => {
    const lines = exampleConfig().split('\n');
    const from = lines.indexOf('# audit:');
    const until = lines.findIndex((line, i) => i > from && line === '');
    const uncommented = lines.slice(from, until).map(line => line.replace(/^# /, ''));
    const { audit } = readConfig(
      `school: { name: Oak }\ndomains: { staff: [oak.example] }\n${uncommented.join('\n')}`,
      'beadle.yaml'
    ).value;
    assert.deepEqual(audit!.expects, expectationsOf('school', {}));
    assert.deepEqual(
      Object.keys(audit!.dpia),
      checks.filter(({ people }) => people?.monitors).map(({ id }) => id)
    );
  });
});
