import assert from 'node:assert/strict';
import sinon from 'sinon';
import { fetchPolicy } from '../../../../addin/outlook/fetch-policy.ts';
import { keepKey, keptKey, keptPolicy, keptSigned, type Settings } from '../../../../addin/outlook/kept.ts';
import { devicePolicyOf } from '../../../../core/mail/device.ts';
import { school } from '../../../support/mail.ts';
import { fakeOffice, key, type Way } from '../fake-office.ts';
import { answering, pair, signed } from './school-service.ts';

const first = pair();
const second = pair(first);
const third = pair(second);
const stranger = pair();
const keys = { keys: [first.published, second.published, third.published] };
const now = new Date('2026-11-22T10:00:00Z');

function payload(version: string, issued = '2026-01-20T06:00:00Z'): string {
  return JSON.stringify(devicePolicyOf({ ...school, version }, { key, issued, days: 14 }));
}

function settings(save: Way = 'answers'): Settings {
  return fakeOffice({ kept: {}, ways: { save } }).host.context.roamingSettings;
}

/** What is on the device after the service answered with this policy. */
async function took(device: Settings, policy: object, published: object = keys, etag?: string) {
  const { fetch, asked } = answering({
    '/outlook/policy': { status: 200, body: policy, ...(etag ? { etag } : {}) },
    '/outlook/keys': { status: 200, body: published }
  });
  const fetched = await fetchPolicy(device, { fetch, token: 't0ken' });
  return { fetched, version: keptPolicy(device, now)?.device.version, asked };
}

describe('fetching the policy', () => {
  it('takes the first one with the first key, and trusts that key from then on', async () => {
    const device = settings();
    const { fetched, version, asked } = await took(device, signed(first, payload('one')));
    assert.deepEqual([fetched, version], ['new', 'one']);
    assert.deepEqual(
      asked.map(({ method, path }) => `${method} ${path}`),
      ['GET /outlook/policy', 'GET /outlook/keys']
    );
    assert.equal((keptKey(device) as { kid: string }).kid, first.published.kid);
    assert.equal(asked[0]!.headers['authorization'], 'Bearer t0ken');
    const again = await took(device, signed(first, payload('two', '2026-01-21T07:00:00Z')));
    assert.deepEqual([again.fetched, again.version], ['new', 'two']);
    assert.equal(again.asked.length, 1);
  });

  it('says which one it has, and keeps it when the service has no newer one', async () => {
    const device = settings();
    await took(device, signed(first, payload('one')), keys, '"abc"');
    assert.equal(keptSigned(device)?.etag, '"abc"');
    const { fetch, asked } = answering({ '/outlook/policy': { status: 304 } });
    assert.equal(await fetchPolicy(device, { fetch, token: 't' }), 'same');
    assert.equal(asked[0]!.headers['if-none-match'], '"abc"');
    assert.equal(keptPolicy(device, now)?.device.version, 'one');
  });

  it('follows a new key that the trusted one endorsed, over several changes', async () => {
    const device = settings();
    await took(device, signed(first, payload('one')));
    const { fetched, version } = await took(device, signed(third, payload('two', '2026-01-21T07:00:00Z')));
    assert.deepEqual([fetched, version], ['new', 'two']);
    assert.equal((keptKey(device) as { kid: string }).kid, third.published.kid);
  });

  const bad = signed(first, payload('evil'));
  const forgeries: readonly (readonly [title: string, policy: object, keys: object])[] = [
    ['by a key that nobody endorsed', signed(stranger, payload('evil')), { keys: [...keys.keys, stranger.published] }],
    [
      'by a key that only says that it was endorsed',
      signed(stranger, payload('evil')),
      { keys: [...keys.keys, { ...stranger.published, endorsedBy: first.published.kid, endorsement: third.published.endorsement }] }
    ],
    [
      'by a key that takes the trusted one’s name',
      signed({ ...stranger, published: { ...stranger.published, kid: first.published.kid } }, payload('evil')),
      { keys: [{ ...stranger.published, kid: first.published.kid }] }
    ],
    [
      'by keys that endorse each other in a ring',
      signed(stranger, payload('evil')),
      { keys: [{ ...stranger.published, endorsedBy: stranger.published.kid, endorsement: 'AAAA' }] }
    ],
    ['with a word changed', { ...bad, payload: bad.payload.replace('evil', 'Evil') }, keys],
    ['with a signature that is none', { ...bad, signature: 'not base64url!' }, keys],
    ['with an empty signature’s worth', { ...bad, signature: 'AAAA' }, keys]
  ];
  for (const [title, policy, published] of forgeries) {
    it(`takes no policy signed ${title}, and keeps the one it has`, async () => {
      const device = settings();
      await took(device, signed(first, payload('one')));
      const { fetched, version } = await took(device, policy, published);
      assert.deepEqual([fetched, version], ['forged', 'one']);
      assert.equal((keptKey(device) as { kid: string }).kid, first.published.kid);
    });
  }

  it('takes nothing at all with a key that the service does not list', async () => {
    const device = settings();
    const { fetched, version } = await took(device, signed(stranger, payload('evil')));
    assert.deepEqual([fetched, version], ['forged', undefined]);
    assert.equal(keptKey(device), undefined);
  });

  it('does not go back to an older policy, however well signed', async () => {
    const device = settings();
    await took(device, signed(first, payload('today')));
    const { fetched, version } = await took(device, signed(first, payload('last month', '2025-12-22T06:00:00Z')));
    assert.deepEqual([fetched, version], ['same', 'today']);
  });

  it('is not stopped by a policy from a time when the service’s clock was ahead', async () => {
    const device = settings();
    await took(device, signed(first, payload('ahead', '2099-01-01T00:00:00Z')));
    const { fetched, version } = await took(device, signed(first, payload('today', '2026-01-01T00:00:00Z')));
    assert.deepEqual([fetched, version], ['new', 'today']);
  });

  it('takes what is signed by a pinned key even where the mailbox holds rubbish beside it', async () => {
    const device = settings();
    device.set('beadle.policy', { payload: 'x' });
    await keepKey(device, { kid: 1 });
    const { fetched, version } = await took(device, signed(first, payload('one')));
    assert.deepEqual([fetched, version], ['new', 'one']);
  });

  const unreadable: readonly (readonly [title: string, policy: unknown])[] = [
    ['of a later format', signed(first, JSON.stringify({ ...JSON.parse(payload('x')), format: 2 }))],
    ['that is no JSON inside', signed(first, '{')],
    ['without a signature', { payload: payload('x'), kid: 'k' }],
    ['that is no JSON', '<html>']
  ];
  for (const [title, policy] of unreadable) {
    it(`says that it cannot read a policy ${title}`, async () => {
      const device = settings();
      await took(device, signed(first, payload('one')));
      const { fetched, version } = await took(device, policy as object);
      assert.deepEqual([fetched, version], ['unreadable', 'one']);
    });
  }

  it('says so when the mailbox does not keep it', async () => {
    assert.equal((await took(settings('fails'), signed(first, payload('one')))).fetched, 'not-kept');
    const long = { ...school, exempt: Array.from({ length: 2000 }, (_, i) => `a${i}@council.example`) };
    const large = JSON.stringify(devicePolicyOf(long, { key, issued: '2026-11-22T06:00:00Z', days: 14 }));
    assert.equal((await took(settings(), signed(first, large))).fetched, 'not-kept');
  });

  const troubles = [
    ['refused', { status: 401 }],
    ['refused', { status: 403 }],
    ['unreachable', { status: 503 }],
    ['unreachable', { status: 404 }],
    ['unreachable', 'breaks']
  ] as const;
  for (const [expected, reply] of troubles) {
    it(`says ${expected} when the service answers ${JSON.stringify(reply)}`, async () => {
      const { fetch } = answering({ '/outlook/policy': reply });
      assert.equal(await fetchPolicy(settings(), { fetch, token: 't' }), expected);
    });
  }

  it('gives up on a service that never answers', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { fetch } = answering({ '/outlook/policy': 'never' });
      const waiting = fetchPolicy(settings(), { fetch, token: 't' });
      await clock.tickAsync(15000);
      assert.equal(await waiting, 'unreachable');
    } finally {
      clock.restore();
    }
  });
});
