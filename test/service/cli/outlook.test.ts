import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerdictRecord } from '../../../core/mail/record.ts';
import { keysIn } from '../../../service/keys.ts';
import { journalIn } from '../../../service/store/journal.ts';
import { recordsIn } from '../../../service/store/records.ts';
import { type Suggestion, suggestionsIn } from '../../../service/store/suggestions.ts';
import { beadle, folders } from '../../support/cli.ts';
import { person, tenant } from '../../support/issuer.ts';
import { schoolFiles } from '../../support/outlook-school.ts';

const now = new Date('2026-11-22T12:00:00Z');

describe('beadle outlook', () => {
  const folder = folders();

  for (const command of [
    ['policy'],
    ['records'],
    ['suggestions'],
    ['suggestions', 'refuse', '0123456789abcdef'],
    ['mail-flow'],
    ['new-key']
  ]) {
    it(`${command.join(' ')} says what is missing where the school does not use Outlook`, async () => {
      const nowhere = await beadle(['outlook', ...command], { cwd: await folder() });
      assert.deepEqual([nowhere.code, nowhere.out], [2, '']);
      assert.match(nowhere.err, /^beadle: There is no beadle\.yaml here\./);
      const without = await folder({ 'beadle.yaml': 'school: { name: Oak }\ndomains: { staff: [oak.example] }\n' });
      const { code, err } = await beadle(['outlook', ...command], { cwd: without });
      assert.equal(code, 2);
      assert.match(err, /^beadle: beadle\.yaml says nothing of Outlook\. Write «outlook:» with its origin, clientId and tenants/);
      assert.deepEqual(await readdir(without), ['beadle.yaml']);
    });
  }
});

describe('beadle outlook policy', () => {
  const folder = folders();

  it('says what a device gets, and makes no keys', async () => {
    const cwd = await folder(schoolFiles);
    const { code, out, err } = await beadle(['outlook', 'policy'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^Version [0-9a-f]{12}, issued 2026-11-22, good until 2026-12-06\. \d\.\d kB of the 32 KB that Outlook keeps\.\n\npart +bytes\n/
    );
    assert.match(out, /\nfilter +\d+\n/);
    assert.match(out, /\nparent +200 +(?:none|\d{1,2}) of 20000 \(0\.\d\d %\)\n/);
    assert.ok(!(await readdir(cwd)).includes('beadle-keys.json'));
  });

  it('says it for another program', async () => {
    const { out } = await beadle(['outlook', 'policy', '--json'], { cwd: await folder(schoolFiles) });
    const { expires, bytes, parts, filter } = JSON.parse(out);
    assert.equal(expires, '2026-12-06T00:00:00.000Z');
    assert.ok(bytes > parts.filter && parts.filter > 500 && parts.directory === 2);
    assert.deepEqual(
      filter.map(({ audience, addresses, strangers, of }: { [name: string]: number | string }) => [
        audience,
        addresses,
        Number(strangers) < 80,
        of
      ]),
      [
        ['governor', 1, true, 20000],
        ['parent', 200, true, 20000],
        ['pupil', 1, true, 20000]
      ]
    );
  });

  it('says which part is too large, and what to do', async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `family.${i}@home.example,parent,,`);
    const cwd = await folder({ ...schoolFiles, 'people.csv': ['address,audience,name,household', ...rows].join('\n') });
    const { code, err } = await beadle(['outlook', 'policy'], { cwd });
    assert.equal(code, 2);
    assert.match(
      err,
      /^beadle: The policy has 3\d\.\d kB for devices, and Outlook has room for 27\.1 kB\. Its largest part is «filter» with 28\.\d kB: leave former families and pupils out of the directory\.\n$/
    );
  });

  it('has room for 2,000 parents and 1,000 pupils', async () => {
    const rows = [
      ...Array.from({ length: 2000 }, (_, i) => `family.${i}@home.example,parent,,`),
      ...Array.from({ length: 1000 }, (_, i) => `pupil.${i}@pupils.school.example,pupil,,`)
    ];
    const cwd = await folder({ ...schoolFiles, 'people.csv': ['address,audience,name,household', ...rows].join('\n') });
    const { out } = await beadle(['outlook', 'policy', '--json'], { cwd });
    assert.ok(JSON.parse(out).bytes < 15_000, out);
  });

  it('leaves the names at the school where there is no room for them, and says so', async () => {
    const letters = (i: number): string => String(i).replace(/\d/g, digit => 'abcdefghij'.charAt(Number(digit)));
    const ask = async (count: number, ...more: readonly string[]): Promise<string> => {
      const rows = Array.from({ length: count }, (_, i) => `family.${i}@home.example,parent,Parent ${letters(i)},`);
      const cwd = await folder({ ...schoolFiles, 'people.csv': ['address,audience,name,household', ...rows].join('\n') });
      return (await beadle(['outlook', 'policy', ...more], { cwd })).out;
    };
    assert.equal(JSON.parse(await ask(1000, '--json')).names, true);
    assert.doesNotMatch(await ask(1000), /stay at the school/);
    const { names, bytes, parts, filter } = JSON.parse(await ask(6000, '--json'));
    assert.deepEqual([names, parts.names, filter[0].addresses, bytes < 20_000], [false, undefined, 6000, true]);
    assert.match(await ask(6000), /\nNames of the directory stay at the school: there is no room for them\./);
  });
});

describe('beadle outlook records', () => {
  const folder = folders();
  const record = (at: string, rules: readonly string[], sender = '0123456789abcdef'): VerdictRecord => ({
    at,
    sender,
    policy: '0123456789ab',
    action: 'confirm',
    findings: rules.map(rule => ({ rule, action: rule === 'chain-letter' ? 'advise' : 'confirm', places: 1 })),
    unjudged: rules.length === 0 ? [{ rule: 'chain-letter', because: 'unreachable' }] : []
  });

  const kept = async (): Promise<string> => {
    const cwd = await folder(schoolFiles);
    await recordsIn(journalIn(join(cwd, 'data'))).add(
      [
        record('2026-11-18T10:00:00Z', ['head-not-copied', 'chain-letter']),
        record('2026-11-18T11:00:00Z', ['head-not-copied'], 'ffffffffffffffff'),
        record('2026-11-18T12:00:00Z', []),
        record('2026-06-30T23:30:00Z', ['head-not-copied'])
      ],
      now
    );
    return cwd;
  };

  it('counts by day and rule, by the school’s own clock, and names no sender', async () => {
    const { code, out } = await beadle(['outlook', 'records'], { cwd: await kept() });
    assert.equal(code, 0);
    assert.equal(
      out,
      `day         rule                 messages    advised     warned    blocked
2026-07-01  all                         1
            head-not-copied             1          0          1          0
2026-11-18  all                         3
            chain-letter                1          1          0          0
            head-not-copied             2          0          2          0
            not judged in part          1
`
    );
  });

  it('speaks Welsh', async () => {
    const { out } = await beadle(['outlook', 'records', '--from', '2026-11-01', '--lang', 'cy'], { cwd: await kept() });
    assert.equal(
      out,
      `diwrnod     rheol                 negeseuon     cyngor    rhybudd   ataliwyd
2026-11-18  pob un                        3
            chain-letter                  1          1          0          0
            head-not-copied               2          0          2          0
            heb ei barnu’n llawn          1
`
    );
  });

  it('counts some days alone, for another program', async () => {
    const { out } = await beadle(['outlook', 'records', '--from', '2026-11-01', '--to', '2026-11-18', '--json'], { cwd: await kept() });
    assert.deepEqual(JSON.parse(out), {
      date: '2026-11-18',
      messages: 3,
      unjudged: 1,
      rules: { 'chain-letter': { advise: 1, confirm: 0, block: 0 }, 'head-not-copied': { advise: 0, confirm: 2, block: 0 } }
    });
  });

  it('says so when there are none', async () => {
    const { out } = await beadle(['outlook', 'records', '--from', '2027-01-01'], { cwd: await kept() });
    assert.equal(out, 'There are no records of these days.\n');
  });

  it('says so when a day is none', async () => {
    const { code, err } = await beadle(['outlook', 'records', '--from', 'yesterday'], { cwd: await kept() });
    assert.deepEqual([code, err], [2, 'beadle: «yesterday» is no day. Write it as 2026-11-01.\n']);
  });
});

describe('beadle outlook suggestions', () => {
  const folder = folders();
  const [one, two] = ['0011223344556677', 'aabbccddeeff0011'];

  const asked = async (): Promise<string> => {
    const cwd = await folder(schoolFiles);
    const suggestions = suggestionsIn(journalIn(join(cwd, 'data')), (await keysIn(cwd)).directory);
    const say = (hash: string, audience: Suggestion['audience'], oid: string): Promise<void> =>
      suggestions.add([{ hash, audience, provider: hash === two }], { tid: tenant, oid }, now);
    await say(one, 'parent', person);
    await say(two, 'governor', person);
    await say(two, 'parent', `${person}-2`);
    await say(two, 'parent', `${person}-3`);
    return cwd;
  };

  it('says who most people think an address is, the most spoken of first', async () => {
    const { code, out } = await beadle(['outlook', 'suggestions'], { cwd: await asked() });
    assert.equal(code, 0);
    assert.equal(
      out,
      `address (hash)    said to be            private provider  decided
${two}  parent 2, governor 1  yes               –
${one}  parent 1              no                –
`
    );
  });

  it('speaks Welsh', async () => {
    const { out } = await beadle(['outlook', 'suggestions', '--lang', 'cy'], { cwd: await asked() });
    assert.equal(
      out,
      `cyfeiriad (hash)  meddir ei fod yn           darparwr preifat  penderfynwyd
${two}  rhiant 2, llywodraethwr 1  ie                –
${one}  rhiant 1                   na                –
`
    );
  });

  it('takes what is accepted into the policy, and what is refused out of the list', async () => {
    const cwd = await asked();
    const before = JSON.parse((await beadle(['outlook', 'policy', '--json'], { cwd })).out);
    const accepted = await beadle(['outlook', 'suggestions', 'accept', two.toUpperCase(), 'parent'], { cwd });
    assert.deepEqual(
      [accepted.code, accepted.out],
      [0, `${two} counts as parent from now on. Devices learn it when they fetch the policy next.\n`]
    );
    const refused = await beadle(['outlook', 'suggestions', 'refuse', one], { cwd });
    assert.deepEqual([refused.code, refused.out], [0, `${one} stays unknown.\n`]);
    assert.equal((await beadle(['outlook', 'suggestions'], { cwd })).out, 'Nothing waits for a decision.\n');
    const all = (await beadle(['outlook', 'suggestions', '--all', '--json'], { cwd })).out.trim().split('\n');
    assert.deepEqual(
      all.map(line => JSON.parse(line)),
      [
        { hash: two, said: { governor: 1, parent: 2 }, provider: true, decision: 'parent' },
        { hash: one, said: { parent: 1 }, provider: false, decision: 'refused' }
      ]
    );
    const after = JSON.parse((await beadle(['outlook', 'policy', '--json'], { cwd })).out);
    assert.notEqual(after.version, before.version);
    assert.equal(after.filter.find(({ audience }: { audience: string }) => audience === 'parent').addresses, 201);
  });

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['accept', two, 'parnt'], /^beadle: «parnt» is no audience\. Did you mean «parent»\?\n$/],
    [['accept', two, 'head'], /^beadle: «head» is no audience\./],
    [['accept', 'aunt@home.example', 'parent'], /^beadle: A hash has 16 signs from 0 to 9 and a to f/],
    [['accept', '0011223344556678', 'parent'], /^beadle: Nobody has spoken of 0011223344556678\. Did you mean 0011223344556677\?\n$/],
    [
      ['refuse', '9999999999999999'],
      /^beadle: Nobody has spoken of 9999999999999999\. «beadle outlook suggestions --all» shows what there is\.\n$/
    ]
  ];
  for (const [args, says] of wrong) {
    it(`refuses «${args.join(' ')}» and decides nothing`, async () => {
      const cwd = await asked();
      const { code, err } = await beadle(['outlook', 'suggestions', ...args], { cwd });
      assert.equal(code, 2);
      assert.match(err, says);
      assert.deepEqual(await readdir(join(cwd, 'data')), ['suggestions.jsonl']);
    });
  }
});

describe('beadle outlook mail-flow', () => {
  const folder = folders();

  it('prints three rules that begin in audit mode and name no exempt address', async () => {
    const { code, out } = await beadle(['outlook', 'mail-flow'], { cwd: await folder(schoolFiles) });
    assert.equal(code, 0);
    assert.equal(out.match(/^New-TransportRule /gm)?.length, 3);
    assert.equal(out.match(/-Mode Audit$/gm)?.length, 2);
    assert.match(out, /^\$staff = @\('school\.example'\)$/m);
    assert.doesNotMatch(out, /council|Reject/);
  });

  it('refuses what was not judged where the school asks for it', async () => {
    const { out } = await beadle(['outlook', 'mail-flow', '--unjudged', 'reject'], { cwd: await folder(schoolFiles) });
    assert.match(out, /-RejectMessageReasonText 'This message was not checked by Beadle\.[^']*' -Mode Audit$/m);
  });

  it('lets no name of a school end a comment', async () => {
    const yaml = schoolFiles['beadle.yaml']!.replace('name: Example Primary School', 'name: "Oak\\nRemove-Mailbox \'x\'"');
    const { out } = await beadle(['outlook', 'mail-flow'], { cwd: await folder({ ...schoolFiles, 'beadle.yaml': yaml }) });
    assert.doesNotMatch(out, /^Remove-Mailbox/m);
    assert.match(out, /^# Beadle’s backstop for Oak Remove-Mailbox 'x',/);
  });
});

describe('beadle outlook new-key', () => {
  const folder = folders();

  it('makes a key that signs from now on', async () => {
    const cwd = await folder(schoolFiles);
    const early = await beadle(['outlook', 'new-key'], { cwd });
    assert.equal(early.code, 2);
    assert.match(early.err, /«beadle serve» makes it on its first start\.\n$/);
    await keysIn(cwd);
    const { code, out } = await beadle(['outlook', 'new-key'], { cwd });
    assert.equal(code, 0);
    const { published } = await keysIn(cwd);
    assert.deepEqual(
      [published.length, out],
      [2, `Key ${published[1]!.kid} signs from now on. A running service takes it within a minute.\n`]
    );
    assert.ok(!(await readFile(join(cwd, 'beadle-keys.json'), 'utf8')).includes('"d"'));
  });
});
