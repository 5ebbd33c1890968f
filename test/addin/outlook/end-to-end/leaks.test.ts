import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { leaksIn, secretsOf } from '../../../support/outlook/leaks.ts';
import type { Sent } from '../../../support/outlook/server.ts';

const draft = {
  to: [{ address: 'Parent.Three@home.example', name: 'Parent Three' }],
  subject: 'Gwersi nofio',
  text: 'Please bring goggles.',
  attachments: [{ name: 'Class List.xlsx', size: 1 }]
};

function request({ path = '/', headers = '', body = '' }: { path?: string; headers?: string; body?: string | Buffer }): Sent {
  return { host: 'beadle.school.example', path, method: 'POST', headers, body: () => Buffer.from(body) };
}

describe('the search for what must not leave the browser', () => {
  const secrets = new Set(secretsOf(draft));

  it('looks for addresses, names, longer words and file names', () => {
    assert.deepEqual([...secrets].sort(), ['class list.xlsx', 'goggles', 'gwersi', 'parent three', 'parent.three@home.example', 'please']);
  });

  const ways: readonly (readonly [says: string, sent: Parameters<typeof request>[0]])[] = [
    ['as it is', { body: '{"a":"bring Goggles!"}' }],
    ['in an address of the web', { path: '/?to=parent.three%40home.example' }],
    ['in a header', { headers: 'x-file\nclass list.xlsx' }],
    ['with a plus for a space', { path: '/?who=Parent+Three' }],
    ['in base64', { body: `{"a":"${Buffer.from('x goggles x').toString('base64')}"}` }],
    ['in base64url', { path: `/${Buffer.from('??>goggles').toString('base64url')}` }],
    ['in escaped JSON', { body: '"\\u0067oggles"' }],
    ['packed', { body: gzipSync('goggles') }]
  ];
  for (const [says, sent] of ways) {
    it(`finds a secret ${says}`, () => {
      assert.equal(leaksIn([request(sent)], [], secrets).length > 0, true);
    });
  }

  it('finds a secret in a request that never left', () => {
    assert.equal(leaksIn([], ['GET http://a.example/goggles'], secrets).length, 1);
  });

  it('finds nothing where there is nothing', () => {
    assert.deepEqual(
      leaksIn([request({ path: '/outlook/launchevent.js', headers: 'accept\n*/*', body: '{"rule":"head-not-copied"}' })], [], secrets),
      []
    );
  });
});
