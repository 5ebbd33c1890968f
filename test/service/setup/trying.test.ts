import assert from 'node:assert/strict';
import { readConfig } from '../../../service/config.ts';
import { readEnvironment } from '../../../service/environment.ts';
import { tryRights, type RightTried } from '../../../service/setup/trying.ts';
import type { Outside } from '../../../service/tenants.ts';
import { folders } from '../../support/cli.ts';
import { allScopes } from '../../support/google/fake.ts';
import { allRights } from '../../support/graph/fake.ts';
import { fakeTeams } from '../../support/graph/teams.ts';
import { teamsIdOf } from '../../../manifests/teams.ts';
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

  describe('of installing in Teams', () => {
    const ids = 'appId: 01234567-89ab-cdef-0123-456789abcdef, tenantId: 89abcdef-0123-4567-89ab-cdef01234567';
    const bot = (more: string): string =>
      auditedYaml('', `bot: { ${ids}, origin: 'https://beadle.school.example'${more} }\n`).replace('audit:\n', '');
    const both = ['AppCatalog.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'];
    const env = { BEADLE_BOT_PASSWORD: 'x' };

    async function asked(
      { externalId = teamsIdOf({ origin: 'https://beadle.school.example' }), roles = both, rights = both, proofs = [] as unknown[] } = {},
      lines = bot(', install: true')
    ): Promise<readonly RightTried[]> {
      const graph = fakeTeams({ externalId, rights, people: {} });
      const { outside } = await fakeTenants();
      const world: Outside = {
        ...outside,
        fetch: graph.fetch,
        microsoftTokens: credentials => {
          proofs.push(credentials);
          return async () => tokenWith(roles);
        }
      };
      const config = readConfig(lines, 'beadle.yaml').value;
      const rows = await tryRights(config, {
        environment: readEnvironment(env, await folder({})),
        today: '2026-11-22',
        stop: new AbortController().signal,
        world
      });
      assert.ok(
        graph.asked.every(each => each === 'GET /v1.0/appCatalogs/teamsApps'),
        'nothing is installed'
      );
      return rows;
    }

    it('asks for nothing where it is not switched on', async () => {
      assert.deepEqual(await asked({}, bot('')), []);
    });

    it('tries both for the bot’s own registration, and installs nothing', async () => {
      const proofs: unknown[] = [];
      const rows = await asked({ proofs });
      assert.deepEqual([by(rows, 'there'), rows.map(({ to, feature }) => `${feature} ${to}`)], [both, ['install bot', 'install bot']]);
      assert.deepEqual(proofs, [
        { clientId: '01234567-89ab-cdef-0123-456789abcdef', tenantId: '89abcdef-0123-4567-89ab-cdef01234567', secret: 'x' }
      ]);
      assert.ok(rows.every(({ why }) => why?.en !== 'the app is not in the school’s catalogue in Teams yet'));
    });

    it('says which one is missing, and that the app was never handed in', async () => {
      assert.deepEqual(by(await asked({ rights: [] }), 'missing'), []);
      assert.deepEqual(by(await asked({ rights: [], roles: [] }), 'missing'), both);
      assert.deepEqual(by(await asked({ roles: ['AppCatalog.Read.All'] }), 'missing'), ['TeamsAppInstallation.ReadWriteSelfForUser.All']);
      const [catalogue] = await asked({ externalId: '00000000-0000-4000-8000-000000000000' });
      assert.equal(catalogue!.why!.en, 'the app is not in the school’s catalogue in Teams yet');
      assert.match(catalogue!.todo!.cy, /beadle manifests/);
    });
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
