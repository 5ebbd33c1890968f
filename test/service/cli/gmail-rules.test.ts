import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Command } from '../../../service/cli/command.ts';
import { gmailRulesIn } from '../../../service/cli/gmail-apply.ts';
import type { Outside } from '../../../service/tenants.ts';
import { beadle, folders, schoolWith } from '../../support/cli.ts';
import { testClock } from '../../support/clock.ts';
import { googleContract } from '../../support/google/contract.ts';
import { type Fault, rulesTenant, type RulesTenantOptions } from '../../support/google/rules-tenant.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
});
const key = JSON.stringify({ client_email: 'beadle@project.iam.test', private_key: privateKey, client_id: '1' });
const workspace = 'audit: { google: { customer: C0123abcd, admin: admin@school.example } }\n';
const told = {
  'head-not-copied': { audiences: ['parent', 'governor', 'agency', 'outsider'] },
  'crowd-in-the-open': {},
  'chain-letter': {}
};

describe('beadle gmail plan, apply, remove', () => {
  const folder = folders();
  let contract: RulesTenantOptions['contract'];
  before(async () => {
    contract = await googleContract();
  });

  async function tenant(options: RulesTenantOptions = {}, yaml = schoolWith(told, workspace)) {
    const google = rulesTenant({ ...(contract && { contract }), ...options });
    const clock = testClock();
    const world: Outside = {
      clock: () => clock,
      random: () => 0.5,
      fetch: google.fetch,
      microsoftTokens: () => async () => '',
      googleTokens:
        () =>
        async ({ as }) =>
          as
    };
    const made = gmailRulesIn(world);
    const commands: readonly Command[] = [made.plan, made.apply, made.remove];
    const cwd = await folder({ 'beadle.yaml': yaml });
    await writeFile(`${cwd}/key.json`, key, { mode: 0o600 });
    const run = (args: string, more: { readonly isTTY?: boolean; readonly stdin?: string; readonly stopAfter?: string } = {}) =>
      beadle(args.split(' '), { cwd, env: { BEADLE_GOOGLE_KEY: 'key.json' }, commands, ...more });
    return { ...google, run, clock, cwd };
  }

  const written = [
    'Beadle [school.example detector/chain-phrases] What chain letters say',
    'Beadle [school.example detector/confidential] Public bodies, unions, helplines',
    'Beadle [school.example detector/elsewhere] Addresses outside the school',
    'Beadle [school.example rule/chain-letter] A chain letter, hoax, petition or joke is sent on',
    'Beadle [school.example rule/crowd-in-the-open] Families or outsiders can see each other’s addresses',
    'Beadle [school.example rule/head-not-copied] The headteacher is not copied in'
  ];

  const stagesOf = (rules: readonly { readonly setting: { readonly value: { readonly [name: string]: unknown } } }[]) =>
    Object.fromEntries(
      rules.map(({ setting: { value } }) => {
        const action = (value['action'] as { readonly gmailAction?: object } | undefined)?.gmailAction ?? {};
        return [/\/([a-z-]+)\]/.exec(String(value['displayName']))?.[1] ?? '', Object.keys(action)[0]];
      })
    );

  it('goes round: the policy, a plan, what it writes, and then nothing to do (needs ../shared)', async () => {
    const { run, names, rules } = await tenant();
    const planned = await run('gmail plan');
    assert.equal(planned.code, 1);
    assert.match(planned.out, /make {2}rule {2}head-not-copied {4}to the log {2}is not there/);
    assert.match(planned.out, /warns of more: It looks at everybody of the organisational unit/);
    assert.match(planned.out, /stands in Google’s own log with its sender/);
    assert.deepEqual(names(), [], 'a plan changes nothing');
    const applied = await run('gmail apply');
    assert.equal(applied.code, 0, applied.err);
    assert.match(applied.out, /Done: 6 made, 0 changed, 0 taken away\./);
    assert.deepEqual(names(), written);
    assert.deepEqual(stagesOf(rules()), { 'head-not-copied': 'auditOnly', 'crowd-in-the-open': 'auditOnly', 'chain-letter': 'auditOnly' });
    const again = await run('gmail plan');
    assert.equal(again.code, 0);
    assert.match(again.out, /^Nothing to do/);
    assert.equal((await run('gmail apply')).code, 0);
    assert.deepEqual(names(), written);
  });

  it('begins in the log though a warning was asked for, warns the next time, and goes back', async () => {
    const { run, rules } = await tenant();
    const first = await run('gmail apply --stage warn');
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /«chain-letter» begins in the log/);
    assert.deepEqual([...new Set(Object.values(stagesOf(rules())))], ['auditOnly']);
    const second = await run('gmail apply --stage warn');
    assert.match(second.out, /«crowd-in-the-open» stays in the log/);
    assert.deepEqual(stagesOf(rules()), { 'head-not-copied': 'warnUser', 'crowd-in-the-open': 'auditOnly', 'chain-letter': 'warnUser' });
    assert.equal((await run('gmail plan')).code, 0, 'what goes how far is left as it is');
    await run('gmail apply --stage warn --all');
    assert.deepEqual(stagesOf(rules())['crowd-in-the-open'], 'warnUser');
    await run('gmail apply --stage audit');
    assert.deepEqual([...new Set(Object.values(stagesOf(rules())))], ['auditOnly']);
  });

  const others = [
    { displayName: 'Bank cards' },
    { displayName: 'Beadle rules by hand' },
    { displayName: 'Beadle [other.example rule/chain-letter] A chain letter' },
    { displayName: 'Beadle [school.example rule/chain-letter] A list', type: 'settings/detector.word_list' },
    { displayName: 'Beadle [school.example rule/chain-letter] Google’s own', system: true }
  ];

  it('touches nothing that it did not make, and takes exactly its own away', async () => {
    const { run, names, asked } = await tenant({ others });
    const before = names();
    const { out } = await run('gmail apply');
    assert.match(out, /4 rules and lists that Beadle did not make are left as they are/);
    const removed = await run('gmail remove');
    assert.equal(removed.code, 0, removed.err);
    assert.match(removed.out, /0 made, 0 changed, 6 taken away/);
    assert.deepEqual(names(), before);
    assert.ok(!asked.some(({ method, path }) => method !== 'GET' && /\/p[1-5]$/.test(path)));
    assert.match((await run('gmail remove')).out, /there is nothing of Beadle’s/);
  });

  it('puts back what was changed by hand, and takes doubles away', async () => {
    const { run, names, spoil, double } = await tenant();
    await run('gmail apply');
    spoil('rule/chain-letter', value => ({ ...value, state: 'INACTIVE' }));
    spoil('detector/confidential', value => ({ ...value, regularExpression: { expression: 'x' } }));
    double('rule/head-not-copied');
    double('detector/elsewhere');
    const { out } = await run('gmail plan');
    assert.match(out, /change {5}rule {2}chain-letter/);
    assert.match(out, /take away {2}rule {2}head-not-copied +is there twice/);
    assert.match((await run('gmail apply')).out, /0 made, 2 changed, 2 taken away/);
    assert.deepEqual(names(), written);
  });

  it('follows the policy: a rule that was switched off goes, and its list with it', async () => {
    const { run, names, cwd } = await tenant();
    await run('gmail apply');
    await writeFile(`${cwd}/beadle.yaml`, schoolWith({ 'chain-letter': {} }, `${workspace}gmailRules: { unit: /Staff }\n`));
    assert.equal((await run('gmail apply')).code, 0);
    assert.deepEqual(names(), [written[0], written[1], written[3]]);
    assert.equal((await run('gmail plan')).code, 0);
  });

  it('makes nothing twice, wherever a request or its answer is lost', async () => {
    for (const fault of ['dropped', 'lost', 'pending', 429] as const) {
      for (let nth = 0; nth < 12; nth += 1) {
        let writes = 0;
        const { run, names } = await tenant({ fault: method => (method !== 'GET' && writes++ === nth ? fault : undefined) });
        const { code, err } = await run('gmail apply');
        assert.equal(code, 0, `${fault} at ${nth}: ${err}`);
        assert.deepEqual(names(), written, `${fault} at ${nth}`);
      }
    }
  }).timeout(20_000);

  it('killed anywhere, the next run does what is left and no more', async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      for (const done of [false, true]) {
        // Whoever is killed hears no more of anything: from then on nothing arrives.
        let writes = 0;
        let dead = false;
        const fault = (method: string): Fault => {
          if (dead) return 'dropped';
          if (method === 'GET' || writes++ !== nth) return undefined;
          dead = true;
          return done ? 'lost' : 'dropped';
        };
        const { run, names } = await tenant({ fault });
        assert.equal((await run('gmail apply')).code, 2);
        assert.equal(names().length, nth + (done ? 1 : 0));
        dead = false;
        writes = 100;
        assert.equal((await run('gmail apply')).code, 0);
        assert.deepEqual(names(), written);
      }
    }
  }).timeout(20_000);

  it('killed anywhere, no rule warns that nobody looked at in the log', async () => {
    for (let nth = 3; nth < 6; nth += 1) {
      let writes = 0;
      let dead = false;
      const fault = (method: string): Fault => {
        if (dead) return 'dropped';
        if (method === 'GET' || writes++ !== nth) return undefined;
        dead = true;
        return 'lost';
      };
      const { run, rules } = await tenant({ fault });
      assert.equal((await run('gmail apply --stage warn')).code, 2);
      dead = false;
      writes = 100;
      assert.equal((await run('gmail apply --stage warn')).code, 0);
      assert.deepEqual([...new Set(Object.values(stagesOf(rules())))], ['auditOnly'], `killed at ${nth}`);
      assert.equal((await run('gmail apply --stage warn')).code, 0);
      assert.deepEqual(stagesOf(rules())['chain-letter'], 'warnUser');
    }
  }).timeout(20_000);

  it('writes one thing a second and not two at once', async () => {
    const { run, clock } = await tenant();
    await run('gmail apply');
    assert.ok(clock.passed() >= 5000, `${clock.passed()} ms for six`);
  });

  it('asks whoever sits there, and takes no answer for no', async () => {
    const { run, names } = await tenant();
    const declined = await run('gmail apply', { isTTY: true, stdin: '\n' });
    assert.equal(declined.code, 1);
    assert.match(declined.out, /Write this into the Workspace\? \[y\/N\] Nothing was changed\./);
    assert.deepEqual(names(), []);
    assert.equal((await run('gmail apply', { isTTY: true, stdin: 'ie\n' })).code, 0);
    assert.equal((await run('gmail remove --yes --lang cy', { isTTY: true })).code, 0);
    assert.deepEqual(names(), []);
  });

  it('says what Google would not have, and in which unit nothing is', async () => {
    const refused = await (await tenant({ fault: method => (method === 'POST' ? 403 : undefined) })).run('gmail apply');
    assert.equal(refused.code, 2);
    assert.match(
      refused.err,
      /Google does not let Beadle make the detector «confidential» \(403, forbidden\)\. The administrator .* super administrator/
    );
    const unread = await (await tenant({ scopes: [] })).run('gmail plan');
    assert.match(unread.err, /does not let Beadle read the organisational units/);
    const nowhere = await (await tenant({}, schoolWith(told, `${workspace}gmailRules: { unit: /Nowhere }\n`))).run('gmail plan');
    assert.match(nowhere.err, /no organisational unit «\/Nowhere»/);
    const nobody = await (await tenant({}, schoolWith(told))).run('gmail plan');
    assert.match(nobody.err, /names no Google Workspace/);
  });

  it('says so where Google keeps things otherwise than they were written, and does not try for ever', async () => {
    const { run, asked } = await tenant({ rewrites: true });
    const { code, out } = await run('gmail apply');
    assert.equal(code, 1);
    assert.match(out, /Google keeps these otherwise/);
    assert.equal(asked.filter(({ method }) => method !== 'GET').length, 6);
  });
});
