import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { models } from '../../core/policies/models/index.ts';
import { readSchool } from '../../service/school.ts';
import { folders } from '../support/cli.ts';

const now = () => new Date('2026-11-22T12:00:00Z');
const oak = `school: { name: Oak, policy: st-norberts }
domains: { staff: [oak.example] }
people: { headteacher: [Head@Oak.example] }
`;

describe('reading a school', () => {
  const folder = folders();

  it('puts what the school decided into the form in which the engine judges by it', async () => {
    const cwd = await folder({
      'beadle.yaml': `${oak}directory: [{ file: a.csv }, { file: more/b.csv }]
calendar: { hours: [{ days: [mon, sun], from: "09:00", to: "15:30" }], terms: [{ from: 2026-09-01, to: 2026-12-18 }], closed: [2026-10-26] }
mail: { rules: { crowd-in-the-open: { least: 5 } }, exempt: [Lado@council.example], whenUnsure: allow }
`,
      'a.csv': 'address,audience\nx@y.example,parent',
      'more/b.csv': 'address,audience\nx@y.example,governor\nz@y.example,agency'
    });
    const { policy, file } = await readSchool(undefined, { cwd, now });
    const { offsets, ...calendar } = policy.calendar;
    assert.equal(file, 'beadle.yaml');
    assert.match(policy.version, /^[0-9a-f]{12}$/);
    assert.deepEqual(
      { ...policy, version: '', calendar, clauses: {} },
      {
        version: '',
        school: 'Oak',
        domains: { staff: ['oak.example'], pupils: [] },
        people: { headteacher: ['head@oak.example'], deputies: [], coordinator: [], dsl: [], chairOfGovernors: [] },
        directory: { 'x@y.example': [{ audience: 'parent' }, { audience: 'governor' }], 'z@y.example': [{ audience: 'agency' }] },
        knows: ['parent', 'governor', 'agency'],
        exempt: ['lado@council.example'],
        whenUnsure: 'allow',
        calendar: {
          hours: [{ days: [1, 7], from: '09:00', to: '15:30' }],
          terms: [{ from: '2026-09-01', to: '2026-12-18' }],
          closed: ['2026-10-26']
        },
        rules: { 'crowd-in-the-open': { least: 5 } },
        clauses: {}
      }
    );
    assert.ok(offsets.some(({ since, minutes }) => since === Date.parse('2026-10-25T01:00:00Z') && minutes === 0));
    assert.ok(offsets.some(({ since, minutes }) => since === Date.parse('2031-03-30T01:00:00Z') && minutes === 60));
  });

  it('has the same version for the same decisions, on any day, and another one for others', async () => {
    const cwd = await folder({ 'a.yaml': oak, 'b.yaml': `# a comment\n${oak}`, 'c.yaml': oak.replace('Head@', 'deputy@') });
    const versions = [];
    for (const file of ['a.yaml', 'b.yaml', 'c.yaml']) {
      versions.push((await readSchool(file, { cwd, now: () => new Date(2026, 1, versions.length + 1) })).policy.version);
    }
    assert.equal(versions[0], versions[1]);
    assert.notEqual(versions[0], versions[2]);
  });

  for (const { id } of models) {
    it(`knows the clauses of «${id}» by their duties`, async () => {
      const cwd = await folder({ 'beadle.yaml': oak.replace('st-norberts', id) });
      const { clauses } = (await readSchool(undefined, { cwd, now })).policy;
      assert.ok(Object.values(clauses).every(named => named.length > 0) && Object.keys(clauses).length > 5);
    });
  }

  it('takes the school’s own policy from a file beside it', async () => {
    const policy =
      'id: oak\ntitle: Our policy\nclauses:\n  - { id: "4.2", section: E-mail, binds: [staff], text: Do not pass on chain letters., duties: [no-chain-letters] }\n';
    const cwd = await folder({ 'in/beadle.yaml': oak.replace('st-norberts', './policy.yaml'), 'in/policy.yaml': policy });
    assert.deepEqual((await readSchool('in/beadle.yaml', { cwd, now })).policy.clauses, {
      'no-chain-letters': [{ id: '4.2', section: 'E-mail' }]
    });
  });

  it('takes a beadle.yaml that a spreadsheet or an old editor saved in its own way', async () => {
    const cwd = await folder({ 'beadle.yaml': iconv.encode(oak.replace('Oak,', 'Ysgol y Dderwen Fâch,'), 'utf-16le', { addBOM: true }) });
    assert.equal((await readSchool(undefined, { cwd, now })).policy.school, 'Ysgol y Dderwen Fâch');
  });

  it('needs no policy: findings then name no clause', async () => {
    const cwd = await folder({ 'beadle.yaml': oak.replace(', policy: st-norberts', '') });
    assert.deepEqual((await readSchool(undefined, { cwd, now })).policy.clauses, {});
  });

  it('lets an invented school stand in where there is no beadle.yaml', async () => {
    const { config, policy, file } = await readSchool(undefined, { cwd: await folder(), now });
    assert.deepEqual([file, config.school.name, policy.domains.staff], [undefined, 'Example Primary School', ['school.example']]);
    assert.ok(Object.keys(policy.clauses).length > 5);
  });
});
