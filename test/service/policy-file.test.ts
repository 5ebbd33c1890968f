import assert from 'node:assert/strict';
import { isFailure } from '../../service/failure.ts';
import { policyNamed, readPolicy } from '../../service/policy-file.ts';
import { folders } from '../support/cli.ts';

const refusal = (text: string): readonly string[] => {
  try {
    readPolicy(text, 'policy.yaml');
  } catch (error) {
    assert.ok(isFailure(error) && error.code === 'wrong-policy', String(error));
    return error.message.split('\n');
  }
  assert.fail('was read');
};

describe('a policy.yaml', () => {
  it('is read with its defaults, numbers as they were written', () => {
    const { value } = readPolicy(
      `id: oak
title: Oak
adoptedOn: 2024
reviewDue: 2026-09
clauses:
  - { id: 7, text: We are kind. }
  - id: "7.10"
    section: Images
    text: { en: No pictures., cy: Dim lluniau. }
    binds: [staff, governor]
    duties: [no-images-on-own-devices]
    standing: advice
    positions: { images-on-own-devices: never, signed-by: [staff, pupils] }
`,
      'policy.yaml'
    );
    assert.deepEqual(value, {
      id: 'oak',
      title: 'Oak',
      languages: ['en'],
      adoptedOn: '2024',
      reviewDue: '2026-09',
      clauses: [
        { id: '7', section: '', text: 'We are kind.', binds: [], duties: [] },
        {
          id: '7.10',
          section: 'Images',
          text: { en: 'No pictures.', cy: 'Dim lluniau.' },
          binds: ['staff', 'governor'],
          duties: ['no-images-on-own-devices'],
          standing: 'advice',
          positions: { 'images-on-own-devices': 'never', 'signed-by': ['staff', 'pupils'] }
        }
      ]
    });
  });

  const clause = (more: string) => `id: oak\ntitle: Oak\nclauses:\n  - { id: 1, text: T., ${more} }\n`;
  for (const [says, text, line, what] of [
    ['an unknown duty', clause('duties: [sign-polcy]'), 4, 'Did you mean «sign-policy»?'],
    ['an unknown person', clause('binds: [staf]'), 4, 'Did you mean «staff»?'],
    ['an unknown key', clause('setcion: A'), 4, 'Did you mean «section»?'],
    ['an unknown topic', clause('positions: { personal-us: none }'), 4, 'Did you mean «personal-use»?'],
    ['an unknown position', clause('positions: { personal-use: nne }'), 4, 'Did you mean «none»?'],
    ['a number with a point and no quotes', clause('binds: []').replace('id: 1', 'id: 1.2'), 4, '«clauses #1.id»'],
    ['a name with blanks', 'id: Our oak\ntitle: Oak\nclauses: []\n', 1, '«id»'],
    ['no title', 'id: oak\nclauses: []\n', 1, '«title» is missing']
  ] as const) {
    it(`is refused for ${says}, with the line and what was meant`, () => {
      const [sentence = '', ...rest] = refusal(text);
      assert.deepEqual(rest, []);
      assert.ok(sentence.startsWith(`policy.yaml, line ${line}: `) && sentence.includes(what), sentence);
    });
  }

  it('that is no YAML is refused with its line', () => assert.match(refusal('id: oak\n\ttitle: x\n')[0]!, /^policy\.yaml, line 2: /));
});

describe('a policy by its name', () => {
  const folder = folders();

  it('is one of Beadle’s', async () => assert.equal((await policyNamed('st-norberts', '.')).id, 'st-norberts'));

  it('is a file beside beadle.yaml', async () => {
    const cwd = await folder({ 'policy.yaml': 'id: oak\ntitle: Oak\nclauses: []\n' });
    assert.equal((await policyNamed('policy.yaml', cwd)).id, 'oak');
  });

  for (const [name, code, sentence] of [
    ['st-norbert', 'wrong-policy', /Did you mean «st-norberts»\?/],
    ['zzz', 'wrong-policy', /Known here: st-norberts, employees-and-contractors, whole-school, code-of-conduct, staff-2023\./],
    ['none.yaml', 'file-missing', /There is no file «none\.yaml»/]
  ] as const) {
    it(`is refused in plain words: ${name}`, async () => {
      const cwd = await folder();
      await assert.rejects(policyNamed(name, cwd), error => isFailure(error) && error.code === code && sentence.test(error.message));
    });
  }
});
