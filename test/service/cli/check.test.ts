import assert from 'node:assert/strict';
import { beadle, eml, folders, schoolWith } from '../../support/cli.ts';

const crowd = eml({ To: 'a@one.example, b@two.example, c@three.example', Subject: 'Secret subject' }, 'Secret words');
const clean = eml({ To: 'colleague@school.example', Subject: 'Secret subject' }, 'Secret words');
const confirming = schoolWith({ 'crowd-in-the-open': { action: 'confirm' } });

describe('beadle check', () => {
  const folder = folders();

  it('says of each mail what was found, which clause asks for it, where, what puts it right, and where to read more', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming, 'a.eml': clean, 'b.eml': crowd });
    const { code, out, err } = await beadle(['check', 'a.eml', 'b.eml'], { cwd });
    assert.deepEqual([code, err], [1, '']);
    const lines = out.split('\n');
    assert.equal(lines[0], 'a.eml: nothing to say');
    assert.equal(lines[1], 'b.eml: to be confirmed');
    assert.match(lines[2]!, /^ {2}! 3 families or outside people can see each other’s addresses\. Move them to Bcc\. \(Clauses .+\)$/);
    assert.deepEqual(lines.slice(3), [
      '      where: To a@one.example; To b@two.example; To c@three.example',
      '      one click: Move to Bcc',
      '      more: beadle rule crowd-in-the-open',
      ''
    ]);
  });

  it('says it in Welsh', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming, 'b.eml': crowd });
    const { out } = await beadle(['check', '--lang', 'cy', 'b.eml'], { cwd });
    assert.match(
      out,
      /^b\.eml: i’w chadarnhau\n {2}! Gall 3 o deuluoedd neu bobl allanol weld cyfeiriadau ei gilydd\. Symudwch nhw i Bcc\. \(Cymalau /
    );
    assert.match(out, /ble: At a@one\.example/);
    assert.match(out, /un clic: Symud i Bcc\n {6}mwy: beadle rule crowd-in-the-open --lang cy\n$/);
  });

  it('prints one JSON object a line and nothing else', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming, 'a.eml': clean, 'b.eml': crowd });
    const { out } = await beadle(['check', '--json', 'a.eml', 'b.eml'], { cwd });
    const [first, second, rest] = out.split('\n');
    const { policy, ...verdict } = JSON.parse(first!).verdict;
    assert.match(policy, /^[0-9a-f]{12}$/);
    assert.deepEqual([JSON.parse(first!).id, verdict, rest], ['a.eml', { action: 'allow', findings: [], unjudged: [] }, '']);
    const { id, verdict: found } = JSON.parse(second!);
    assert.deepEqual([id, found.action, found.unjudged], ['b.eml', 'confirm', []]);
    const [{ clauses, ...finding }] = found.findings;
    assert.ok(clauses.length > 0 && clauses.every((clause: object) => 'id' in clause && 'section' in clause));
    const addresses = ['a@one.example', 'b@two.example', 'c@three.example'];
    assert.deepEqual(finding, {
      rule: 'crowd-in-the-open',
      duties: ['check-recipients', 'others-details-private', 'protect-personal-data'],
      action: 'confirm',
      message: '3 families or outside people can see each other’s addresses. Move them to Bcc.',
      evidence: addresses.map(address => ({ in: 'to', address })),
      remedy: { kind: 'move-to-bcc', addresses }
    });
  });

  it('prints no word of a mail, in any form', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming, 'b.eml': crowd });
    for (const args of [['check'], ['check', '--json'], ['scan'], ['scan', '--json', '--list']]) {
      const { out, err } = await beadle([...args, 'b.eml'], { cwd });
      assert.ok(!/secret/i.test(out + err));
    }
  });

  for (const { action, code } of [
    { action: 'advise', code: 0 },
    { action: 'confirm', code: 1 },
    { action: 'block', code: 1 },
    { action: 'off', code: 0 }
  ]) {
    it(`exits with ${code} when the school decided «${action}»`, async () => {
      const cwd = await folder({ 'oak.yaml': schoolWith({ 'crowd-in-the-open': { action } }), 'b.eml': crowd });
      assert.equal((await beadle(['check', '--school', 'oak.yaml', 'b.eml'], { cwd })).code, code);
    });
  }

  it('judges standard input, whatever it holds', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming });
    const row = JSON.stringify({ id: 'r', to: 'a@one.example, b@two.example, c@three.example' });
    for (const [stdin, ids] of [
      [crowd, ['stdin']],
      [`From x@y.example Thu Nov 19 10:00:00 2026\n${crowd}`, ['stdin#1']],
      [`${row}\n`, ['r']]
    ] as const) {
      const { code, out } = await beadle(['check', '--json', '-'], { cwd, stdin });
      assert.deepEqual(
        [
          code,
          out
            .trim()
            .split('\n')
            .map(line => JSON.parse(line).id)
        ],
        [1, ids]
      );
    }
  });

  it('names what could not be read, and judges the rest', async () => {
    const cwd = await folder({
      'beadle.yaml': confirming,
      'empty.eml': '',
      'text.eml': 'no mail at all',
      'box.msg': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      'b.eml': crowd,
      'none/readme.txt': 'x'
    });
    const { code, out, err } = await beadle(['check', 'empty.eml', 'missing.eml', 'text.eml', 'box.msg', 'none', 'b.eml'], { cwd });
    assert.equal(code, 2);
    assert.match(out, /^b\.eml: to be confirmed\n/);
    assert.deepEqual(err.trim().split('\n'), [
      'beadle: empty.eml: The file is empty.',
      'beadle: There is no file «missing.eml». Check its name and the folder you are in.',
      'beadle: text.eml: This is no mail: it has no From, To, Subject or Date. Save the mail again as .eml.',
      'beadle: box.msg: This is an Outlook .msg file. Drag the mail from Outlook on the web, or save it as .eml, and give that.',
      'beadle: none: There is no .eml, .mbox or .jsonl file in this folder.'
    ]);
  });

  it('points at the line and the characters of the text, of five places at most', async () => {
    const school = schoolWith({ 'own-details-given': { action: 'block' } });
    const numbers = Array.from({ length: 7 }, (_, i) => `My mobile is 07700 90012${i}.`);
    const mail = eml({ To: 'parent@family.example' }, ['Good morning', ...numbers].join('\r\n'));
    const cwd = await folder({ 'beadle.yaml': school, 'b.eml': mail });
    const { code, out } = await beadle(['check', 'b.eml'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^b\.eml: blocked\n {2}✗ /);
    assert.match(out, /where: text, line 2, characters 14 to 25; text, line 3, characters 14 to 25; .*; and 2 more\n/);
    assert.ok(!out.includes('07700'));
  });

  it('says that nothing came in on standard input', async () => {
    const { code, err } = await beadle(['check', '-'], { cwd: await folder({ 'beadle.yaml': confirming }) });
    assert.deepEqual([code, err], [2, 'beadle: stdin: The file is empty.\n']);
  });

  it('says which rules did not judge, and why', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming, 'b.eml': 'Subject: x\r\n\r\nwords' });
    const words = await beadle(['check', 'b.eml'], { cwd });
    assert.deepEqual(words, {
      code: 0,
      out: 'b.eml: nothing to say\n  ? Beadle is not shown the recipients here. So this was not looked for: crowd-in-the-open.\n',
      err: ''
    });
    const welsh = await beadle(['check', '--lang', 'cy', 'b.eml'], { cwd });
    assert.equal(
      welsh.out,
      'b.eml: dim i’w ddweud\n  ? Ni ddangosir y derbynwyr i Beadle yma. Felly ni chwiliwyd am hyn: crowd-in-the-open.\n'
    );
    const json = await beadle(['check', '--json', 'b.eml'], { cwd });
    assert.deepEqual(JSON.parse(json.out).verdict.unjudged, [{ rule: 'crowd-in-the-open', because: 'unsupported', part: 'recipients' }]);
  });

  it('says that the example school stands in where there is no beadle.yaml', async () => {
    const cwd = await folder({ 'a.eml': clean });
    const { code, err } = await beadle(['check', 'a.eml'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /^beadle: There is no beadle\.yaml here, so an invented example school stands in\. «beadle init»/);
  });

  it('says that a rule is silent because nobody named the headteacher', async () => {
    const school = 'school: { name: Oak }\ndomains: { staff: [school.example] }\n';
    const quiet = `${school}mail: { rules: { head-not-copied: { action: "off" } } }\n`;
    const cwd = await folder({ 'oak.yaml': school, 'quiet.yaml': quiet, 'a.eml': clean });
    const sentence =
      'beadle: oak.yaml: «people.headteacher» names nobody, so «head-not-copied» says nothing. Name the headteacher, or set its action to off.\n';
    assert.equal((await beadle(['check', '--school', 'oak.yaml', 'a.eml'], { cwd })).err, sentence);
    assert.equal((await beadle(['check', '--school', 'quiet.yaml', 'a.eml'], { cwd })).err, '');
  });

  for (const { says, files, sentence } of [
    { says: 'a school that is not there', files: {}, sentence: 'There is no file «oak.yaml». Check its name and the folder you are in.' },
    {
      says: 'a misspelt policy',
      files: { 'oak.yaml': confirming.replace('st-norberts', 'st-norbets') },
      sentence: /^oak\.yaml, line 1: «school\.policy» is wrong\. .*Did you mean «st-norberts»\?/
    },
    {
      says: 'a policy file that is not there',
      files: { 'oak.yaml': confirming.replace('st-norberts', './aup.yaml') },
      sentence: /^oak\.yaml, line 1: «school\.policy» is wrong\. There is no file «\.\/aup\.yaml»/
    },
    {
      says: 'a list of people that is not there',
      files: { 'oak.yaml': `${confirming}directory: [{ file: people.csv }]\n` },
      sentence: /^oak\.yaml, line \d: «directory #1\.file» is wrong\. There is no file «.*people\.csv»/
    },
    {
      says: 'a wrong list of people',
      files: { 'oak.yaml': `${confirming}directory: [{ file: people.csv }]\n`, 'people.csv': 'address,audience\nx,parent\n' },
      sentence: 'people.csv, line 2: the column address holds no address such as parent.one@family.example.'
    }
  ]) {
    it(`judges nothing by ${says}`, async () => {
      const cwd = await folder({ ...files, 'a.eml': clean });
      const { code, out, err } = await beadle(['check', '--school', 'oak.yaml', 'a.eml'], { cwd });
      assert.deepEqual([code, out], [2, '']);
      const said = err.replace(/^beadle: /, '').trim();
      if (typeof sentence === 'string') assert.equal(said, sentence);
      else assert.match(said, sentence);
    });
  }

  it('reads the list of people beside beadle.yaml, wherever one stands', async () => {
    const cwd = await folder({
      'schools/oak.yaml': `${confirming}directory: [{ file: people.csv }]\n`,
      'schools/people.csv':
        '\ufeffAddress;Audience;Household\r\nA@one.example;parent;h1\r\nb@two.example;parent;h1\r\nc@three.example;parent;h1\r\n',
      'b.eml': crowd
    });
    assert.equal((await beadle(['check', '--school', 'schools/oak.yaml', 'b.eml'], { cwd })).code, 0);
  });

  it('finishes what is in hand when Ctrl-C is pressed', async () => {
    const cwd = await folder({ 'beadle.yaml': confirming, 'a.eml': clean, 'b.eml': crowd });
    const { code, out } = await beadle(['check', 'a.eml', 'b.eml'], { cwd, stopAfter: 'a.eml' });
    assert.deepEqual([code, out], [130, 'a.eml: nothing to say\n']);
  });
});
