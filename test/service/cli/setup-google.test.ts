import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setupGoogleIn } from '../../../service/cli/setup-google.ts';
import type { Outside } from '../../../service/tenants.ts';
import { beadle, folders, schoolWith } from '../../support/cli.ts';
import { testClock } from '../../support/clock.ts';
import { googleContract } from '../../support/google/contract.ts';
import { allScopes, fakeGoogle, type FakeGoogleOptions } from '../../support/google/fake.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
});
const key = JSON.stringify({ client_email: 'beadle@project.iam.test', private_key: privateKey, client_id: '1234567890' });
const workspace = 'audit: { google: { customer: C0123abcd, admin: admin@school.example } }\n';
const gmail =
  'gmail: { origin: "https://beadle.school.example", project: "123456789012", clientId: 123456789012-a.apps.googleusercontent.com }\n';

interface Given extends FakeGoogleOptions {
  readonly yaml?: string;
  readonly keyed?: boolean;
  /** Scopes for which Google gives a token. */
  readonly delegated?: readonly string[];
  /** What the add-on's own address answers. */
  readonly service?: () => Response;
}

describe('beadle setup google', () => {
  const folder = folders();

  async function setup(args: string, { yaml = workspace + gmail, keyed = true, delegated = allScopes, service, ...options }: Given = {}) {
    const contract = await googleContract();
    const google = fakeGoogle({ contract, ...options });
    const asked: string[] = [];
    const world: Outside = {
      clock: () => testClock(),
      random: () => 0.5,
      fetch: async (input, init) => {
        const url = input instanceof Request ? input.url : String(input as string | URL);
        if (!url.startsWith('https://beadle.school.example/')) return google.fetch(input, init);
        if (!service) throw new TypeError('fetch failed');
        return service();
      },
      microsoftTokens: () => async () => '',
      googleTokens: (_, scopes) => async () => {
        asked.push(scopes.join(' '));
        if (scopes.some(scope => !delegated.includes(scope)))
          throw Object.assign(new Error('unauthorized_client'), { response: { status: 401 } });
        return 'admin@school.example';
      }
    };
    const cwd = await folder({ 'beadle.yaml': schoolWith({}, yaml) });
    await writeFile(`${cwd}/key.json`, key, { mode: 0o600 });
    const ran = await beadle(['setup', 'google', ...args.split(' ').filter(arg => arg !== '')], {
      cwd,
      env: keyed ? { BEADLE_GOOGLE_KEY: 'key.json' } : {},
      commands: [setupGoogleIn(world)]
    });
    return { ...ran, asked };
  }

  const refuses = (): Response => Response.json({ reason: 'no-token' }, { status: 401 });

  it('prints the commands with the school’s own names, from an empty project to the add-on', async () => {
    const { code, out, err } = await setup('', { keyed: false, service: refuses });
    assert.deepEqual([code, err], [0, '']);
    for (const line of [
      "  PROJECT=$(gcloud projects describe 123456789012 --format='value(projectId)')",
      '  gcloud services enable gsuiteaddons.googleapis.com appsmarket-component.googleapis.com gmail.googleapis.com cloudidentity.googleapis.com admin.googleapis.com chromepolicy.googleapis.com',
      '  gcloud workspace-add-ons get-authorization',
      '  gcloud workspace-add-ons deployments create beadle --deployment-file=manifests/beadle-gmail.json',
      '  gcloud workspace-add-ons deployments install beadle',
      '  beadle manifests --out manifests'
    ])
      assert.ok(
        out.split('\n').some(each => each.split(' ').sort().join() === line.split(' ').sort().join()),
        `${line}\n${out}`
      );
    assert.match(out, /^5\. Not tried at Google: BEADLE_GOOGLE_KEY names no key yet\./m);
    assert.match(out, /the add-on’s service at https:\/\/beadle\.school\.example +answers, and lets in nobody but Google/);
  });

  it('tries each right by itself, and says that all are there', async () => {
    const { code, out, asked } = await setup('', { service: refuses });
    assert.equal(code, 0, out);
    assert.ok(asked.length > 5 && asked.every(scopes => !scopes.includes(' ')), 'one token for each scope alone');
    const rows = out
      .slice(out.indexOf('5. What Google says now:'))
      .split('\n')
      .filter(line => line.includes('/auth/'));
    assert.ok(rows.length > 5 && rows.every(line => line.endsWith('  given')), rows.join('\n'));
    assert.match(out, /The client ID is\s+1234567890;/);
  });

  it('says which was not delegated, which is refused, which is off and which did not answer', async () => {
    const users = 'https://www.googleapis.com/auth/admin.directory.user.readonly';
    const one = await setup('', { service: refuses, delegated: allScopes.filter(scope => scope !== users) });
    assert.equal(one.code, 1);
    assert.match(one.out, /admin\.directory\.user\.readonly +NOT delegated: do step 3/);
    const two = await setup('', { service: refuses, scopes: allScopes.filter(scope => scope !== users) });
    assert.equal(two.code, 1);
    assert.match(two.out, /admin\.directory\.user\.readonly +delegated, but REFUSED: is «audit\.google\.admin» a super administrator\?/);
    const off = { status: 403, body: { error: { code: 403, status: 'PERMISSION_DENIED', details: [{ reason: 'SERVICE_DISABLED' }] } } };
    const three = await setup('', { service: refuses, fault: url => (url.host === 'cloudidentity.googleapis.com' ? off : undefined) });
    assert.equal(three.code, 1);
    assert.match(three.out, /cloud-identity\.policies\.readonly +delegated, but OFF: do step 1/);
    const four = await setup('', { service: refuses, fault: () => 'reset' });
    assert.equal(four.code, 2);
    assert.match(four.out, /admin\.directory\.user\.readonly +Google did not answer: try again/);
  });

  it('asks for what is switched on, and says what for', async () => {
    const more = `${workspace}${gmail}gmailRules: { unit: /Staff }\nsent: { dpia: { date: 2026-11-01, by: Data Protection Officer } }\n`;
    const { out } = await setup('', { yaml: more, keyed: false, service: refuses });
    assert.match(out, /\/auth\/cloud-identity\.policies +Gmail’s own rules$/m);
    assert.match(out, /\/auth\/admin\.reports\.audit\.readonly +what was sent anyway$/m);
    assert.match(out, /\/auth\/admin\.directory\.orgunit\.readonly +audits, Gmail’s own rules$/m);
    const little = await setup('', { yaml: gmail, keyed: false, service: refuses });
    assert.match(little.out, /^2\. and 3\. A service account and delegation are needed for audits/m);
    assert.match(little.out, /^5\. No right of Google’s is to be tried\.$/m);
  });

  it('says what to write where nothing of Gmail stands in beadle.yaml', async () => {
    const { code, out } = await setup('', { yaml: '' });
    assert.equal(code, 0);
    assert.match(out, /^ {2}PROJECT=beadle-your-school\n {2}gcloud projects create "\$PROJECT"$/m);
    assert.match(out, /^ {2}gmail:\n {4}origin: https:\/\/beadle\.school\.example$/m);
  });

  it('says so where something else answers at the add-on’s address, or nothing does', async () => {
    const page = await setup('', { yaml: gmail, service: () => new Response('<html>welcome</html>') });
    assert.deepEqual([page.code, /answers, but is not Beadle’s add-on/.test(page.out)], [1, true]);
    const nothing = await setup('', { yaml: gmail });
    assert.deepEqual([nothing.code, /does NOT answer from here/.test(nothing.out)], [2, true]);
  });

  it('speaks Welsh, and never prints the key', async () => {
    const { out } = await setup('--lang cy', { service: refuses });
    assert.match(out, /^5\. Beth mae Google yn ei ddweud nawr:$/m);
    assert.match(out, /wedi’i roi$/m);
    assert.doesNotMatch(out, /PRIVATE KEY|given$/m);
  });

  it('says what is wrong with the key', async () => {
    const cwd = await folder({ 'beadle.yaml': schoolWith({}, workspace) });
    await writeFile(`${cwd}/wrong.json`, '{}', { mode: 0o600 });
    const { code, err } = await beadle(['setup', 'google'], { cwd, env: { BEADLE_GOOGLE_KEY: 'wrong.json' } });
    assert.deepEqual([code, /is no key of a service account/.test(err)], [2, true]);
  });

  it('leads through with the example school where there is no beadle.yaml', async () => {
    const { code, out } = await beadle(['setup', 'google'], { cwd: await folder() });
    assert.equal(code, 0);
    assert.match(out, /^1\. The project\./m);
  });
});
