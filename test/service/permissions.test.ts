import assert from 'node:assert/strict';
import { checks } from '../../core/tenant/checks/index.ts';
import type { Vendor } from '../../core/tenant/snapshot.ts';
import { needsOf } from '../../service/permissions.ts';
import { type Tenant, tenantsOf } from '../../service/tenants.ts';
import { beadle, folders } from '../support/cli.ts';
import { permissions } from '../../service/cli/permissions.ts';
import { auditIn } from '../../service/cli/audit.ts';
import { freshDatabase } from '../support/database.ts';
import { a3, auditedYaml, dated, fakeTenants, googleLine, microsoftLine } from '../support/tenants.ts';

const ids = { tenantId: 't', clientId: 'c' };
const tenants = tenantsOf({ microsoft: ids, google: { customer: 'C0123abcd', admin: 'admin@school.example', clientId: undefined } });
const at = (vendor: Vendor): Tenant => tenants.find(tenant => tenant.vendor === vendor)!;
const names = (vendor: Vendor, ...of: readonly string[]): readonly string[] =>
  needsOf(
    at(vendor),
    checks.filter(({ id }) => of.includes(id))
  ).map(({ right }) => right.name);

describe('the least rights', function () {
  this.timeout(30_000);

  const least: readonly (readonly [Vendor, string, readonly string[]])[] = [
    ['microsoft', 'too-many-admins', ['Organization.Read.All', 'RoleManagement.Read.Directory']],
    ['microsoft', 'second-factor-missing', ['Organization.Read.All', 'AuditLog.Read.All']],
    ['microsoft', 'mail-forwarded-outside', ['Organization.Read.All', 'Domain.Read.All', 'MailboxSettings.Read', 'User.Read.All']],
    ['google', 'second-factor-missing', ['https://www.googleapis.com/auth/admin.directory.user.readonly']],
    ['google', 'too-many-admins', ['https://www.googleapis.com/auth/admin.directory.rolemanagement.readonly']]
  ];
  for (const [vendor, check, rights] of least) {
    it(`of ${check} at ${vendor} are ${rights.length}`, () => assert.deepEqual(names(vendor, check), rights));
  }

  it('are none where no check is for this vendor', () => assert.deepEqual(names('microsoft', 'mail-may-be-forwarded'), []));

  for (const vendor of ['microsoft', 'google'] as const) {
    it(`name each right of ${vendor} once, and of every check that is for it`, () => {
      const needs = needsOf(at(vendor), checks);
      assert.equal(new Set(needs.map(({ right }) => right.name)).size, needs.length);
      const served = new Set(needs.flatMap(each => each.checks));
      assert.deepEqual(
        checks.filter(({ id, vendors }) => vendors.includes(vendor) && !served.has(id)).map(({ id }) => id),
        []
      );
    });
  }

  const folder = folders();
  it('are enough for every check that is switched on, and one less is not', async () => {
    const cwd = await folder({ 'beadle.yaml': auditedYaml(`${microsoftLine}\n${dated}`) });
    const all = needsOf(at('microsoft'), checks).map(({ right }) => right.name);
    const codeWith = async (rights: readonly string[]): Promise<readonly [number, boolean]> => {
      const { url } = await freshDatabase();
      const fake = await fakeTenants(a3, { rights });
      const env = { DATABASE_URL: url, BEADLE_GRAPH_SECRET: 'x' };
      const { code, out } = await beadle(['audit', '--json'], { cwd, env, commands: [auditIn(fake.outside)] });
      return [code, out.includes('"state":"not-permitted"')];
    };
    assert.deepEqual(await codeWith(all), [1, false]);
    for (const less of ['MailboxSettings.Read', 'Domain.Read.All', 'DeviceManagementApps.Read.All']) {
      assert.deepEqual(await codeWith(all.filter(name => name !== less)), [2, true], less);
    }
  });
});

describe('beadle permissions', () => {
  const folder = folders();
  const said = async (lines: string, ...args: readonly string[]) =>
    beadle(['permissions', ...args], { cwd: await folder({ 'beadle.yaml': auditedYaml(lines) }), commands: [permissions] });

  it('gives Microsoft’s names, ids and commands for this tenant and this application', async () => {
    const off = checks.filter(({ id }) => id !== 'too-many-admins').map(({ id }) => id);
    const { code, out } = await said(`${microsoftLine}\n  off: [${off.join(', ')}]`);
    assert.equal(code, 0);
    assert.match(out, /RoleManagement\.Read\.Directory +483bed4a-2ad3-4361-a73b-c83ccdbdc53c +too-many-admins/);
    assert.match(
      out,
      /az ad app permission add --id 01234567-89ab-cdef-0123-456789abcdef --api 00000003-0000-0000-c000-000000000000 --api-permissions 498476ce-e0fe-48b0-b801-37ba7e2685c6=Role 483bed4a-2ad3-4361-a73b-c83ccdbdc53c=Role\n/
    );
    assert.match(out, /foreach \(\$id in '498476ce-e0fe-48b0-b801-37ba7e2685c6','483bed4a-2ad3-4361-a73b-c83ccdbdc53c'\)/);
    assert.doesNotMatch(out, /User\.Read\.All|dpia/);
  });

  it('gives Google’s scopes in one line to paste, to the number that beadle.yaml names', async () => {
    const { out } = await said(googleLine.replace(' }', ', clientId: 108642 }'));
    assert.match(out, /The client ID is 108642;/);
    assert.match(out, /^ {2}https:\/\/www\.googleapis\.com\/auth\/[a-z.-]+(?:,https:\/\/www\.googleapis\.com\/auth\/[a-z.-]+)*$/m);
    assert.match(out, /gcloud services enable admin\.googleapis\.com cloudidentity\.googleapis\.com chromepolicy\.googleapis\.com\n/);
  });

  it('asks for mailboxes only once somebody has dated the assessment for them', async () => {
    const rights = async (lines: string): Promise<readonly string[]> =>
      (await said(lines, '--json')).out
        .trim()
        .split('\n')
        .map(line => (JSON.parse(line) as { readonly name: string }).name);
    const mailboxes = 'https://www.googleapis.com/auth/gmail.settings.basic';
    assert.ok(!(await rights(googleLine)).includes(mailboxes));
    assert.ok((await rights(`${googleLine}\n${dated}`)).includes(mailboxes));
    assert.match((await said(googleLine)).out, /Needed\s+then\s+besides:\s+https:\/\/www\.googleapis\.com\/auth\/gmail\.settings\.basic/);
  });

  it('names the rights of all that beadle.yaml switches on, not of checks alone', async () => {
    const more = `post: { from: aup@school.example, by: microsoft }
sent: { dpia: { date: 2026-11-01, by: Data Protection Officer }, from: [message-trace] }
sources: { groups: [{ group: governors@school.example, audience: governor }] }`;
    const cwd = await folder({ 'beadle.yaml': auditedYaml(microsoftLine, more) });
    const { code, out } = await beadle(['permissions'], { cwd, commands: [permissions] });
    assert.equal(code, 0);
    assert.match(out, /^Mail\.Send +b633e1c5-b582-4048-a93e-9f11b44c7e96 +mail by the tenant$/m);
    assert.match(out, /^ExchangeMessageTrace\.Read\.All +89b20d8a-76e2-4057-867b-9961f800b9a4 +what was sent anyway$/m);
    assert.match(out, /^GroupMember\.Read\.All +98830695-27a2-44f7-8c18-0c3ebc9698f6 +who is who$/m);
    assert.match(out, /--api-permissions .*b633e1c5-b582-4048-a93e-9f11b44c7e96=Role/);
    assert.match(out, /Mail\.Send\s+holds\s+for\s+every\s+mailbox\s+until\s+an\s+administrator\s+limits\s+it/);
    const google = await said(`${googleLine}\npost: { from: aup@school.example, by: google }`, '--json');
    assert.match(google.out, /"name":"https:\/\/www\.googleapis\.com\/auth\/gmail\.send","checks":\[\],"features":\["post"\]/);
  });

  const plain = 'school: { name: Oak School }\ndomains: { staff: [school.example] }\n';
  const unaudited = async (lines: string, ...args: readonly string[]) =>
    beadle(['permissions', ...args], { cwd: await folder({ 'beadle.yaml': `${plain}${lines}` }), commands: [permissions] });

  it('says that no right is needed where nothing that is switched on needs one', async () => {
    const { code, out, err } = await unaudited('');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'What beadle.yaml switches on needs no right at Microsoft or Google: there is nothing to grant.\n');
    assert.match((await unaudited('', '--lang', 'cy')).out, /^Nid oes angen unrhyw hawl yn Microsoft na Google/);
    assert.deepEqual(Object.values(await unaudited('', '--json')), [0, '', '']);
  });

  it('names what another feature needs where nothing is audited, and speaks of no check', async () => {
    const from = (vendor: string): string => `sources: { ${vendor}, groups: [{ group: governors@school.example, audience: governor }] }`;
    const ids = 'tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef';
    const microsoft = await unaudited(from(`microsoft: { ${ids} }`));
    assert.equal(microsoft.code, 0, microsoft.err);
    assert.match(microsoft.out, /^Microsoft 365, 89abcdef-.*\n\nNo check runs here: nothing is audited\./);
    assert.match(microsoft.out, /^GroupMember\.Read\.All +98830695-27a2-44f7-8c18-0c3ebc9698f6 +who is who$/m);
    assert.doesNotMatch(microsoft.out, /dpia|Checks that run/);
    const google = await unaudited(from('google: { customer: C0123abcd, admin: admin@school.example }'));
    assert.equal(google.code, 0, google.err);
    assert.match(google.out, /No check runs here: nothing is audited\./);
    assert.doesNotMatch(google.out, /dpia|Checks that run/);
  });

  it('says so where there is no beadle.yaml', async () => {
    const { code, err } = await beadle(['permissions'], { cwd: await folder(), commands: [permissions] });
    assert.equal(code, 2);
    assert.match(err, /There is no beadle\.yaml here\. Name yours with --school, or write one with «beadle setup»\./);
  });

  it('says it in Welsh', async () => assert.match((await said(microsoftLine, '--lang', 'cy')).out, /darllen yn unig y mae’r cyfan\./));
});
