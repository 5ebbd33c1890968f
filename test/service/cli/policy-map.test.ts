import assert from 'node:assert/strict';
import { beadle, folders, schoolWith } from '../../support/cli.ts';

const policy = `id: oak
title: Oak’s rules
clauses:
  - { id: 1, section: Mail, text: Copy in the head., binds: [staff], duties: [copy-head-on-outside-mail] }
  - { id: 2, section: Screens, text: Lock it., binds: [staff], duties: [lock-when-unattended] }
  - { id: 3, section: Concerns, text: Say so., binds: [staff], duties: [log-incidents] }
  - { id: 4, section: Work, text: For work., binds: [staff], duties: [respect-copyright, work-use] }
  - { id: 5, section: World, text: The world is wide., binds: [staff], duties: [] }
`;
const on = schoolWith({ 'head-not-copied': { action: 'confirm' } });

describe('beadle policy map', () => {
  const folder = folders();

  it('shows each clause with its duties, its control and how far it is kept, and the totals', async () => {
    const cwd = await folder({ 'beadle.yaml': on, 'policy.yaml': policy });
    const { code, out, err } = await beadle(['policy', 'map', 'policy.yaml'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      `Oak’s rules (oak)
Rules as beadle.yaml decides.

CLAUSE  TODAY         BY               COULD BE                   DUTIES
1       enforced      head-not-copied  enforced, mail rule        copy-head-on-outside-mail
2       signed only   signature        checked, tenant check      lock-when-unattended
3       out of reach  –                reported, incident report  log-incidents
4       signed only   signature        signed only, signature     respect-copyright
                                                                  work-use
5       out of reach  –                out of reach               guidance

              TODAY         COULD BE
enforced          1   20 %      1      20 %  a mail rule stops or warns
checked           0    0 %      1      20 %  a check or a schedule looks
reported          0    0 %      1      20 %  somebody has to say so
signed only       2   40 %      1      20 %  a promise; a signature proves notice, not conduct
out of reach      2   40 %      1      20 %  guidance, or nobody can tell
clauses           5  100 %      5     100 %

1 clause names no duty: it is guidance, or its duty is still to be put in.
TODAY counts the mail rules that are on, and signatures on paper. COULD BE counts what is not in
place: tenant checks, schedules, approvals, incident reports and registers.
--words prints what each clause says and asks for.
`
    );
  });

  it('counts signatures in the ledger for a policy that is signed here, and on paper for another', async () => {
    const signed = `${on}signatures: { policies: [{ policy: ./policy.yaml, audiences: [staff] }] }\n`;
    const cwd = await folder({ 'beadle.yaml': signed, 'policy.yaml': policy });
    const { out } = await beadle(['policy', 'map', 'policy.yaml'], { cwd });
    assert.ok(out.includes('signatures in the ledger') && !out.includes('on paper'), out);
    const json = (await beadle(['policy', 'map', '--json', 'policy.yaml'], { cwd })).out.split('\n');
    assert.deepEqual((JSON.parse(json[1]!) as { today: { by: string[] } }).today.by, ['ledger']);
    assert.ok((await beadle(['policy', 'map', 'staff-2023'], { cwd })).out.includes('signatures on paper'));
  });

  it('prints with --words what each clause says and asks for, in sentences', async () => {
    const cwd = await folder({ 'beadle.yaml': on, 'policy.yaml': policy });
    const { code, out } = await beadle(['policy', 'map', '--words', 'policy.yaml'], { cwd });
    assert.equal(code, 0);
    const [, , ...blocks] = out.split('\n');
    assert.equal(
      blocks.join('\n').split('\n\n').slice(0, 2).join('\n\n').trim(),
      `1 – Mail
    Copy in the head.
    asks      Copy the headteacher into mail to parents, governors and outside agencies.
    today     enforced, mail rule head-not-copied
    could be  enforced, mail rule

2 – Screens
    Lock it.
    asks      Lock or log off before you leave a device.
    today     signed only
    could be  checked, tenant check`
    );
    assert.match(out, /\n5 – World\n {4}The world is wide\.\n {4}asks {6}No duty is named for it\.\n/);
    assert.ok(!out.includes('--words'));
  });

  it('prints the words in Welsh', async () => {
    const cwd = await folder({ 'beadle.yaml': on, 'policy.yaml': policy });
    const { out } = await beadle(['policy', 'map', '--words', '--lang', 'cy', 'policy.yaml'], { cwd });
    assert.match(out, /\n {4}heddiw {6}gorfodir, rheol bost head-not-copied\n/);
  });

  it('claims nothing for a rule that is off', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({}), 'policy.yaml': policy });
    const { out } = await beadle(['policy', 'map', '--json', 'policy.yaml'], { cwd });
    const [first] = out.split('\n').map(line => line && JSON.parse(line));
    assert.deepEqual(first.today, { kept: 'signed-only', control: 'signature', by: ['paper'], partly: false });
    assert.deepEqual(first.couldBe, { kept: 'enforced', control: 'mail-rule', by: ['head-not-copied'], partly: false });
  });

  it('prints one JSON object a line, and the totals last', async () => {
    const cwd = await folder({ 'beadle.yaml': on, 'policy.yaml': policy });
    const { code, out } = await beadle(['policy', 'map', '--json', 'policy.yaml'], { cwd });
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.deepEqual([code, lines.length], [0, 6]);
    assert.deepEqual(lines[1], {
      clause: '2',
      section: 'Screens',
      binds: ['staff'],
      duties: ['lock-when-unattended'],
      today: { kept: 'signed-only', control: 'signature', by: ['paper'], partly: false },
      couldBe: { kept: 'checked', control: 'tenant-check', by: ['tenant-check'], partly: false }
    });
    assert.deepEqual(lines[5], {
      totals: {
        clauses: 5,
        guidance: 1,
        today: { enforced: 1, checked: 0, reported: 0, 'signed-only': 2, 'out-of-reach': 2 },
        couldBe: { enforced: 1, checked: 1, reported: 1, 'signed-only': 1, 'out-of-reach': 1 },
        partlyToday: 0
      }
    });
  });

  it('takes the policy that beadle.yaml names, from beside it', async () => {
    const cwd = await folder({ 'schools/oak.yaml': on.replace('st-norberts', './policy.yaml'), 'schools/policy.yaml': policy });
    const { code, out } = await beadle(['policy', 'map', '--school', 'schools/oak.yaml'], { cwd });
    assert.deepEqual([code, out.split('\n').slice(0, 2)], [0, ['Oak’s rules (oak)', 'Rules as schools/oak.yaml decides.']]);
  });

  it('knows Beadle’s own policies, and says so where there is no beadle.yaml', async () => {
    const { code, out } = await beadle(['policy', 'map', 'staff-2023'], { cwd: await folder() });
    const lines = out.split('\n');
    assert.deepEqual([code, lines[1]], [0, 'Rules with their own defaults; there is no beadle.yaml here.']);
    assert.ok(lines.includes('clauses          81  100 %     81     100 %'), out.slice(-900));
  });

  it('speaks Welsh', async () => {
    const cwd = await folder({ 'beadle.yaml': on, 'policy.yaml': policy });
    const { out } = await beadle(['policy', 'map', '--lang', 'cy', 'policy.yaml'], { cwd });
    assert.match(out, /^CYMAL +HEDDIW +GAN +GALLAI FOD +DYLETSWYDDAU$/m);
    assert.match(out, /^1 +gorfodir +head-not-copied +gorfodir, rheol bost +copy-head-on-outside-mail$/m);
  });

  it('exits with 2 and says what is wrong when the policy cannot be read', async () => {
    const cwd = await folder({ 'policy.yaml': policy.replace('lock-when', 'lokc-when') });
    const { code, out, err } = await beadle(['policy', 'map', 'policy.yaml'], { cwd });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^beadle: policy\.yaml, line 5: .*Did you mean «lock-when-unattended»\?\n$/);
  });
});
