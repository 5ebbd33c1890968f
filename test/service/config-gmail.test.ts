import assert from 'node:assert/strict';
import { readConfig } from '../../service/config.ts';
import { addOnAccount } from '../../service/config-gmail.ts';
import { exampleConfig } from '../../service/example.ts';

const school = 'school: { name: Oak }\ndomains: { staff: [oak.example] }\n';
const right = { origin: '"https://Beadle.oak.example/"', project: '123456789012', clientId: '123456789012-a.apps.googleusercontent.com' };
const read = (changed: { readonly [key: string]: string } = {}) => {
  const lines = Object.entries({ ...right, ...changed }).map(([key, value]) => `  ${key}: ${value}\n`);
  return readConfig(`${school}gmail:\n${lines.join('')}`, 'beadle.yaml').value.gmail!;
};

describe('gmail: in beadle.yaml', () => {
  it('needs where Beadle is reached, the project and the client id, and no more', () => {
    const expected = {
      origin: 'https://beadle.oak.example',
      project: '123456789012',
      clientId: '123456789012-a.apps.googleusercontent.com',
      audience: [],
      domains: []
    };
    assert.deepEqual(read(), expected);
    assert.deepEqual(read({ project: '"123456789012"' }), expected);
  });

  it('takes the service account that Google makes for the project, unless another is named', () => {
    assert.equal(addOnAccount(read()), 'service-123456789012@gcp-sa-gsuiteaddons.iam.gserviceaccount.com');
    assert.equal(addOnAccount(read({ serviceAccount: 'Other@oak.iam.gserviceaccount.com' })), 'other@oak.iam.gserviceaccount.com');
  });

  it('stands in the example as it has to be written', () => {
    const lines = exampleConfig().split('\n');
    const at = lines.indexOf('# gmail:');
    const commented = lines.slice(at, at + 6).map(line => line.slice(2));
    const gmail = readConfig(`${school}${commented.join('\n')}\n`, 'beadle.yaml').value.gmail!;
    assert.deepEqual([gmail.project, gmail.domains, gmail.audience], ['123456789012', [], []]);
  });

  for (const [says, changed, sentence] of [
    ['the name of a project', { project: 'oak' }, '«gmail.project» should be the number of a Google Cloud project such as 123456789012'],
    ['another kind of id', { clientId: 'abc' }, '«gmail.clientId» should be an OAuth client id such as'],
    ['an origin without TLS', { origin: '"http://beadle.oak.example"' }, '«gmail.origin» should be an https address without a path'],
    [
      'a person as the service account',
      { serviceAccount: 'a@oak.example' },
      '«gmail.serviceAccount» should be the address of a service account'
    ],
    ['an audience that is no address', { audience: '[oak]' }, '«gmail.audience #1» should be an https address'],
    ['a misspelt key', { orign: '"https://x.example"' }, '«gmail.orign» is not known here. Did you mean «origin»?']
  ] as const) {
    it(`with ${says} is refused in plain words`, () =>
      assert.throws(
        () => read(changed as { readonly [key: string]: string }),
        (error: Error) => error.message.includes(sentence) || assert.fail(error.message)
      ));
  }
});
