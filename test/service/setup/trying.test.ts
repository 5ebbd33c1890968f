import assert from 'node:assert/strict';
import { readConfig } from '../../../service/config.ts';
import { readEnvironment } from '../../../service/environment.ts';
import { tryRights, type RightTried } from '../../../service/setup/trying.ts';
import type { Outside } from '../../../service/tenants.ts';
import { folders } from '../../support/cli.ts';
import { allScopes } from '../../support/google/fake.ts';
import { allRights } from '../../support/graph/fake.ts';
import { a3, auditedYaml, dated, fakeTenants, googleKey, googleLine, microsoftLine } from '../../support/tenants.ts';

const trace = 'sent: { dpia: { date: 2026-11-01, by: Data Protection Officer }, from: [message-trace] }\n';
const byMicrosoft = 'post: { from: aup@school.example, by: microsoft }\n';

function tokenWith(roles: readonly string[]): string {
  return `x.${Buffer.from(JSON.stringify({ roles })).toString('base64url')}.x`;
}

describe('trying the rights', () => {
  const folder = folders();

  async function tried(
    lines: string,
    {
      rights = allRights,
      roles,
      env = { BEADLE_GRAPH_SECRET: 'x' },
      licences = a3,
      fault,
      scopes = allScopes,
      delegated = allScopes
    }: {
      readonly rights?: readonly string[];
      readonly roles?: readonly string[];
      readonly env?: { readonly [name: string]: string };
      readonly licences?: typeof a3;
      readonly fault?: () => 'reset';
      readonly scopes?: readonly string[];
      readonly delegated?: readonly string[];
    } = {}
  ): Promise<readonly RightTried[]> {
    const fake = await fakeTenants(
      licences,
      { rights, ...(fault && { fault }), directory: { users: [] } as never },
      { scopes, people: {} }
    );
    const world: Outside = {
      ...fake.outside,
      ...(roles && { microsoftTokens: () => async () => tokenWith(roles) }),
      googleTokens:
        (_, wanted) =>
        async ({ as }) => {
          if (wanted.some(scope => !delegated.includes(scope))) throw Object.assign(new Error('no'), { response: { status: 401 } });
          return as;
        }
    };
    const config = readConfig(lines, 'beadle.yaml').value;
    const cwd = await folder({});
    return tryRights(config, { environment: readEnvironment(env, cwd), today: '2026-11-22', stop: new AbortController().signal, world });
  }
  const by = (rows: readonly RightTried[], standing: RightTried['standing']): readonly string[] => [
    ...new Set(rows.filter(each => each.standing === standing).map(({ right }) => right.name))
  ];

  it('finds every right of audits there, by one read each', async () => {
    const rows = await tried(auditedYaml(`${microsoftLine}\n${dated}`));
    assert.ok(rows.length > 8);
    assert.deepEqual([by(rows, 'missing'), by(rows, 'untried')], [[], []]);
  });

  for (const less of ['Domain.Read.All', 'Policy.Read.All', 'MailboxSettings.Read', 'DeviceManagementApps.Read.All', 'AuditLog.Read.All']) {
    it(`says that ${less} is missing, and of nothing else`, async () => {
      const rows = await tried(auditedYaml(`${microsoftLine}\n${dated}`), { rights: allRights.filter(name => name !== less) });
      assert.deepEqual(by(rows, 'missing'), [less]);
      assert.match(rows.find(({ right }) => right.name === less)!.todo!.en, /beadle permissions/);
    });
  }

  it('looks into the token for the right to send, and sends nothing', async () => {
    const line = auditedYaml(microsoftLine, byMicrosoft);
    const has = await tried(line, { roles: ['Mail.Send'] });
    assert.equal(has.find(({ feature }) => feature === 'post')!.standing, 'there');
    const lacks = await tried(line, { roles: ['User.Read.All'] });
    assert.equal(lacks.find(({ feature }) => feature === 'post')!.standing, 'missing');
    const opaque = await tried(line);
    assert.deepEqual([opaque.find(({ feature }) => feature === 'post')!.standing], ['untried']);
  });

  it('takes a licence that is not there neither for right nor for wrong', async () => {
    const rows = await tried(auditedYaml(microsoftLine), { licences: [] });
    assert.ok(by(rows, 'untried').includes('AuditLog.Read.All'));
    assert.ok(!by(rows, 'missing').includes('AuditLog.Read.All'));
  });

  it('says why where nothing can be tried: no secret, no token, no answer', async () => {
    const line = auditedYaml(microsoftLine, trace);
    const none = await tried(line, { env: {} });
    assert.deepEqual([by(none, 'there'), by(none, 'missing')], [[], []]);
    assert.match(none[0]!.why!.en, /BEADLE_GRAPH_SECRET/);
    const silent = await tried(line, { fault: () => 'reset' });
    assert.deepEqual([by(silent, 'there'), by(silent, 'missing')], [[], []]);
    assert.equal(silent[0]!.why!.en, 'there was no answer');
  });

  it('tries Google’s scopes one by one, that to send by its token alone', async () => {
    const cwd = await folder({});
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${cwd}/key.json`, googleKey(), { mode: 0o600 });
    const env = { BEADLE_GOOGLE_KEY: `${cwd}/key.json` };
    const send = 'https://www.googleapis.com/auth/gmail.send';
    const line = auditedYaml(googleLine, 'post: { from: aup@school.example, by: google }\n');
    const all = await tried(line, { env, delegated: [...allScopes, send] });
    assert.deepEqual([by(all, 'missing'), by(all, 'untried')], [[], []]);
    const without = await tried(line, { env });
    assert.deepEqual(by(without, 'missing'), [send]);
    assert.match(without.find(({ right }) => right.name === send)!.todo!.cy, /Dirprwywch y cwmpas/);
  });
});
