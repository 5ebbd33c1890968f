import assert from 'node:assert/strict';
import { rules } from '../../core/mail/rules/index.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import { notice } from '../../service/cli/notice.ts';
import { beadle, folders } from '../support/cli.ts';
import { auditedYaml, dated, googleLine, microsoftLine } from '../support/tenants.ts';

const outlook = `outlook: { origin: "https://beadle.school.example", clientId: 01234567-89ab-cdef-0123-456789abcdef, tenants: [89abcdef-0123-4567-89ab-cdef01234567] }`;
const looking = checks.filter(({ people }) => people !== undefined);

describe('beadle notice', () => {
  const folder = folders();
  const said = async (yaml: string, lang: 'en' | 'cy' = 'en') =>
    beadle(['notice', '--lang', lang], { cwd: await folder({ 'beadle.yaml': yaml }), commands: [notice] });
  const named = (out: string): readonly string[] => checks.filter(({ title }) => out.includes(`(«${title.en}»)`)).map(({ id }) => id);

  it('is dated, and names every check that looks at people and no other', async () => {
    const { code, out } = await said(auditedYaml(`${microsoftLine}\n${googleLine}\n${dated}`));
    assert.equal(code, 0);
    assert.match(out, /A notice for staff, as of 22 November 2026\./);
    assert.deepEqual(
      named(out),
      looking.map(({ id }) => id)
    );
    for (const { people } of looking) assert.ok(out.includes(people!.says.en));
    assert.equal(
      out.match(/Data-protection assessment: 1 November 2026, Data Protection Officer\./g)?.length,
      looking.filter(({ people }) => people!.monitors).length
    );
  });

  it('leaves out a check that does not run: switched off, another vendor’s, or not assessed', async () => {
    const off = await said(auditedYaml(`${microsoftLine}\n${dated}\n  off: [passwords-too-old, second-factor-missing]`));
    assert.deepEqual(
      named(off.out),
      looking
        .filter(({ id, vendors }) => vendors.includes('microsoft') && !['passwords-too-old', 'second-factor-missing'].includes(id))
        .map(({ id }) => id)
    );
    const waiting = await said(auditedYaml(`${microsoftLine}\n${googleLine}`));
    assert.deepEqual(
      named(waiting.out),
      looking.filter(({ people }) => !people!.monitors).map(({ id }) => id)
    );
  });

  it('lists the mail rules by what they read, where mail is looked at', async () => {
    const { out } = await said(auditedYaml(microsoftLine, outlook));
    const after = (heading: string): readonly string[] =>
      out
        .slice(out.indexOf(heading))
        .split('\n\n')[1]!
        .split('\n')
        .map(line => line.slice(2));
    const on = rules.filter(({ action }) => action !== 'off');
    const words = on.filter(({ reads }) => reads.some(part => ['subject', 'prose', 'details'].includes(part)));
    assert.deepEqual(
      after('These rules read the words of the mail:'),
      words.map(({ title }) => title.en)
    );
    assert.ok(
      after('These rules look only at who it is from and to').includes(rules.find(({ id }) => id === 'crowd-in-the-open')!.title.en)
    );
    assert.match(out, /a record is kept: when, which rule/);
  });

  it('says that nothing is looked at where nothing is', async () => {
    const { out } = await said('school: { name: Oak }\ndomains: { staff: [oak.example] }');
    assert.match(out, /Beadle does not look at mail:/);
    assert.match(out, /Beadle does not look at accounts or devices\./);
    assert.doesNotMatch(out, /a record is kept|These rules|When you sign/);
  });

  it('is as whole in Welsh', async () => {
    const { out } = await said(auditedYaml(`${microsoftLine}\n${dated}`, outlook), 'cy');
    const english = (await said(auditedYaml(`${microsoftLine}\n${dated}`, outlook))).out;
    assert.match(out, /^# Beth y mae Beadle yn ei weld yn Example Primary School\n/);
    assert.equal(out.split('\n').length, english.split('\n').length);
  });
});
