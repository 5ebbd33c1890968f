import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '../../../service/failure.ts';
import { readSchool } from '../../../service/school.ts';
import { readMembers, readTrust, readTrustFile } from '../../../service/trust.ts';
import { trustFolder } from '../../support/trust.ts';

const head = 'trust: { name: Example Trust, id: trust.example }\n';
const school = (id: string, more = ''): string => `school: { name: ${id}, id: ${id} }\ndomains: { staff: [${id}.example] }\n${more}`;

describe('trust.yaml', () => {
  const folders: string[] = [];
  after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))));
  async function made(...given: Parameters<typeof trustFolder>): Promise<string> {
    const folder = await trustFolder(...given);
    folders.push(folder);
    return folder;
  }
  const now = (): Date => new Date('2026-11-23T09:00:00Z');

  const wrong: readonly (readonly [string, string, string])[] = [
    [
      'a key that is misspelt among the defaults',
      `${head}defaults:\n  school: { timezon: Europe/London }\nschools: [{ folder: oak }]\n`,
      'trust.yaml, line 3: «defaults.school.timezon» is not known here. Did you mean «timezone»?'
    ],
    [
      'a value that no beadle.yaml may have',
      `${head}schools:\n  - folder: oak\n    mail: { whenUnsure: maybe }\n`,
      'trust.yaml, line 4: «schools #1.mail.whenUnsure» should be one of allow, confirm, but «maybe» stands there.'
    ],
    [
      'no schools',
      `${head}`,
      'trust.yaml, line 1: «schools» is missing. Expected: a list in brackets, each a group of keys (school, domains, people, directory, sources, calendar, mail, signatures, …).'
    ],
    [
      'a school without a place',
      `${head}schools:\n  - mail: {}\n`,
      'trust.yaml, line 3: «schools #1» names its place twice, or not at all. Write either «folder» or «file».'
    ],
    [
      'a school twice',
      `${head}schools:\n  - folder: oak\n  - file: oak/beadle.yaml\n`,
      'trust.yaml, line 4: «schools #2» is listed above already. Keep one of the two.'
    ],
    [
      'a trust without an id',
      'trust: { name: Example Trust }\nschools: [{ folder: oak }]\n',
      'trust.yaml, line 1: «trust.id» is missing. Expected: a name that never changes such as trust.example.'
    ]
  ];
  for (const [what, yaml, sentence] of wrong) {
    it(`says in which line there is ${what}`, () =>
      assert.throws(
        () => readTrust(yaml, '/somewhere/trust.yaml', 'trust.yaml'),
        error => {
          assert.ok(isFailure(error));
          assert.equal(error.message, sentence);
          return true;
        }
      ));
  }

  it('gives a school what it leaves out; lists take the other’s place, null takes away, and what stands in trust.yaml goes first', async () => {
    const folder = await made(
      `${head}defaults:
  school: { timezone: Europe/London, languages: [en, cy] }
  calendar: { inset: [2026-09-01, 2026-09-02] }
  post: { from: office@trust.example }
schools:
  - folder: oak
    mail: { whenUnsure: allow }
  - folder: elm
`,
      {
        oak: school('oak', 'calendar: { inset: [2026-10-05] }\nmail: { whenUnsure: confirm }\n'),
        elm: school('elm', 'post: null\n').replace('id: elm', 'id: elm, languages: [en]')
      }
    );
    const [oak, elm] = await readMembers(await readTrustFile(join(folder, 'trust.yaml')));
    assert.ok(oak && 'config' in oak.read && elm && 'config' in elm.read);
    assert.deepEqual(oak.read.config.calendar.inset, ['2026-10-05']);
    assert.deepEqual(elm.read.config.calendar.inset, ['2026-09-01', '2026-09-02']);
    assert.deepEqual([oak.read.config.school.languages, elm.read.config.school.languages], [['en', 'cy'], ['en']]);
    assert.equal(oak.read.config.mail.whenUnsure, 'allow');
    assert.deepEqual([oak.read.config.post?.from, elm.read.config.post], ['office@trust.example', undefined]);
    // Every command that is given the school's own file sees the same.
    const alone = await readSchool('oak/beadle.yaml', { cwd: folder, now });
    assert.deepEqual(alone.config, oak.read.config);
  });

  it('does not let one school that is wrong stop the others', async () => {
    const folder = await made(`${head}schools: [{ folder: oak }, { folder: elm }, { folder: ash }, { folder: fir }]\n`, {
      oak: school('oak'),
      elm: 'school: { nam: Elm }\n',
      fir: school('fir')
    });
    const members = await readMembers(await readTrustFile(join(folder, 'trust.yaml')));
    const says = members.map(({ read }) => ('wrong' in read ? read.wrong.replaceAll(`${folder}/`, '').split('\n')[0] : read.id));
    assert.deepEqual(says, [
      'oak',
      'elm/beadle.yaml, line 1: «school.nam» is not known here. Did you mean «name»?',
      'There is no file «ash/beadle.yaml». Check its name and the folder you are in.',
      'fir'
    ]);
  });

  it('refuses a second school with the id or the host name of one before it', async () => {
    const at = (host: string): string => `signatures: { origin: "https://${host}" }\n`;
    const folder = await made(`${head}schools: [{ folder: oak }, { folder: elm }, { folder: ash }]\n`, {
      oak: school('oak', at('oak.trust.example')),
      elm: school('oak'),
      ash: school('ash', at('OAK.trust.example'))
    });
    const says = (await readMembers(await readTrustFile(join(folder, 'trust.yaml')))).map(({ read }) =>
      'wrong' in read ? read.wrong.replaceAll(`${folder}/`, '') : read.id
    );
    assert.deepEqual(says, [
      'oak',
      'elm/beadle.yaml, line 1: «school.id» is oak, and so is that of oak/beadle.yaml. Give each school a name of its own.',
      'ash/beadle.yaml: its origin https://oak.trust.example is that of oak/beadle.yaml as well. Give each school a host name of its own.'
    ]);
  });

  it('leaves a school alone that no trust.yaml lists', async () => {
    const folder = await made(`${head}defaults: { school: { languages: [cy] } }\nschools: [{ folder: oak }]\n`, {
      oak: school('oak'),
      elm: school('elm')
    });
    assert.deepEqual((await readSchool('elm/beadle.yaml', { cwd: folder, now })).config.school.languages, ['en', 'cy']);
    await writeFile(join(folder, 'trust.yaml'), 'trust: [');
    await assert.rejects(readSchool('elm/beadle.yaml', { cwd: folder, now }), isFailure);
  });
});
