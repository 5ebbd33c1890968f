import assert from 'node:assert/strict';
import { beadle, folders } from '../../support/cli.ts';

const head = 'id: oak\ntitle: Oak\nadoptedOn: 2026-09-01\nreviewDue: 2027-09-01\nclauses:\n';
const clean = `${head}  - { id: 1, text: No private use., binds: [staff], positions: { personal-use: none } }\n`;
const faulty = `${clean}  - { id: 2, text: A little private use is fine., binds: [staff], positions: { personal-use: incidental } }
  - { id: 3, text: We review this bi-annually by the Data Protection Act 1998. }
`;

describe('beadle policy lint', () => {
  const folder = folders();

  it('exits with 0 when there is nothing to put right', async () => {
    const cwd = await folder({ 'policy.yaml': clean });
    assert.deepEqual(await beadle(['policy', 'lint', 'policy.yaml'], { cwd }), { code: 0, out: 'oak: nothing to put right.\n', err: '' });
  });

  it('looks through the policy that beadle.yaml names when none is named', async () => {
    const school = 'school: { name: Oak, policy: ./policy.yaml }\ndomains: { staff: [school.example] }\n';
    const cwd = await folder({ 'policy.yaml': clean, 'beadle.yaml': school });
    assert.deepEqual(await beadle(['policy', 'lint'], { cwd }), { code: 0, out: 'oak: nothing to put right.\n', err: '' });
  });

  it('says what is wrong, where, and what to do, and exits with 1', async () => {
    const cwd = await folder({ 'policy.yaml': faulty });
    const { code, out, err } = await beadle(['policy', 'lint', 'policy.yaml'], { cwd });
    assert.deepEqual([code, err], [1, '']);
    assert.equal(
      out,
      `Contradictions (1)
  Clauses 1, 2
      On one point the policy says different things – private use of school systems: never (1); a
      little, if it does no harm (2).
      → Decide on one answer and change the other clauses.

Law that has gone or is not named exactly (1)
  Clause 3
      The Data Protection Act 1998 was repealed on 25 May 2018.
      → Cite the UK GDPR and the Data Protection Act 2018.

Words that can be read in two ways (1)
  Clause 3
      «bi-annually» is read both as twice in the period and as once in two.
      → Write «twice a year» or «every two years».

oak: 3 things to put right.
`
    );
  });

  it('compares with the trust’s policy', async () => {
    const trust = clean.replace('id: oak', 'id: trust');
    const school = `${head}  - { id: 9, text: As the head allows., binds: [staff], positions: { personal-use: approved } }\n`;
    const cwd = await folder({ 'policy.yaml': school, 'trust.yaml': trust });
    const { code, out } = await beadle(['policy', 'lint', 'policy.yaml', '--trust', 'trust.yaml', '--json'], { cwd });
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      kind: 'against-trust',
      clauses: ['9'],
      trust: ['1'],
      what: 'The trust and the school differ – private use of school systems. Trust: never (1). School: only what the headteacher or governors find acceptable (9).',
      do: 'Ask for at least as much as the trust does. To ask for more is allowed.'
    });
  });

  it('prints one JSON object a line', async () => {
    const cwd = await folder({ 'policy.yaml': faulty });
    const { out } = await beadle(['policy', 'lint', '--json', 'policy.yaml'], { cwd });
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).kind),
      ['contradiction', 'repealed-law', 'ambiguous']
    );
  });

  it('speaks Welsh', async () => {
    const cwd = await folder({ 'policy.yaml': faulty });
    const { out } = await beadle(['policy', 'lint', '--lang', 'cy', 'policy.yaml'], { cwd });
    assert.match(out, /^Anghysondebau \(1\)\n {2}Cymalau 1, 2\n/);
    assert.match(out, /oak: 3 o bethau i’w cywiro\.\n$/);
  });

  it('looks through Beadle’s own policies', async () => {
    const { code, out } = await beadle(['policy', 'lint', 'st-norberts'], { cwd: await folder() });
    assert.equal(code, 1);
    assert.match(out, /«bi-annually»/);
    assert.match(out, /The review was due in April 2018\./);
  });

  it('exits with 2 when the policy or the trust’s cannot be read', async () => {
    const cwd = await folder({ 'policy.yaml': clean });
    const missing = await beadle(['policy', 'lint', 'policy.yaml', '--trust', 'none.yaml'], { cwd });
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.match(missing.err, /^beadle: There is no file «none\.yaml»\./);
    assert.equal((await beadle(['policy', 'lint', 'nonsense'], { cwd })).code, 2);
  });
});
