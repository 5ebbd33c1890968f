import assert from 'node:assert/strict';
import sinon from 'sinon';
import {
  type Answer,
  dropAnswers,
  dropRecords,
  keepAnswer,
  keepKey,
  keepPolicy,
  keepRecord,
  keptKey,
  keptAnswers,
  keptPolicy,
  keptSigned,
  markSent,
  room,
  type Settings,
  sizeOf,
  waitingRecords
} from '../../../addin/outlook/kept.ts';
import { devicePolicyOf, mostPayload } from '../../../core/mail/device.ts';
import type { Known } from '../../../core/mail/policy.ts';
import type { VerdictRecord } from '../../../core/mail/record.ts';
import { school } from '../../support/mail.ts';
import { fakeOffice, key, keptOn, type Way } from './fake-office.ts';

const now = new Date('2026-11-18T10:00:00Z');

function settings(kept: { readonly [name: string]: unknown } = {}, save: Way = 'answers'): Settings {
  return fakeOffice({ kept, ways: { save } }).host.context.roamingSettings;
}

function record(index: number, findings = 1): VerdictRecord {
  return {
    at: new Date(now.getTime() + index * 60000).toISOString(),
    sender: '0123456789abcdef',
    policy: 'test',
    action: 'confirm',
    findings: Array.from({ length: findings }, () => ({ rule: 'head-not-copied', action: 'confirm' as const, places: index })),
    unjudged: []
  };
}

function answer(index: number, audience: Answer['audience'] = 'parent'): Answer {
  return { hash: index.toString(16).padStart(16, '0'), audience, provider: true };
}

describe('what the device keeps', () => {
  it('fits into 32 KB with everything at its largest', () =>
    assert.ok(Object.values(room).reduce((sum, size) => sum + size, 0) + 200 <= 32 * 1024));

  describe('the policy', () => {
    it('is what was kept, until it is old', async () => {
      const device = settings();
      const signed = keptOn()['beadle.policy'] as { payload: string; kid: string; signature: string };
      assert.equal(await keepPolicy(device, signed), true);
      assert.deepEqual(keptSigned(device), signed);
      assert.equal(keptPolicy(device, now)?.device.version, 'test');
      assert.equal(keptPolicy(device, now)?.old, false);
      assert.equal(keptPolicy(device, new Date('2026-11-30T05:59:59Z'))?.old, false);
      assert.equal(keptPolicy(device, new Date('2026-11-30T06:00:00Z'))?.old, true);
    });
    const unusable: readonly (readonly [says: string, kept: unknown])[] = [
      ['nothing', undefined],
      ['a text', '{"payload":"{}"}'],
      ['no payload', { kid: 'k1', signature: 's' }],
      ['a payload that is no JSON', { payload: '{', kid: 'k1', signature: 's' }],
      ['a payload that is null', { payload: 'null', kid: 'k1', signature: 's' }],
      ['another format', keptOn({}, { format: 2 as never })['beadle.policy']],
      ['no day on which it is old', keptOn({}, { expires: 'soon' })['beadle.policy']],
      ['a policy without addresses of the staff', keptOn({ domains: { pupils: [] } as never })['beadle.policy']]
    ];
    for (const [says, kept] of unusable) {
      it(`is none where there is ${says}`, () => assert.equal(keptPolicy(settings({ 'beadle.policy': kept }), now), undefined));
    }
    it('is not kept where it is too large, and what was kept before stays', async () => {
      const device = settings(keptOn());
      assert.equal(await keepPolicy(device, { payload: 'x'.repeat(room.policy), kid: 'k2', signature: 's' }), false);
      assert.equal(keptPolicy(device, now)?.device.version, 'test');
    });
    it('with 2,000 families, 800 pupils and 150 staff has room', () => {
      const directory: { [address: string]: readonly Known[] } = {};
      const add = (audience: Known['audience'], count: number, domain: string): void => {
        for (let i = 0; i < count; i += 1)
          directory[`${audience}.${i}@${domain}`] = [{ audience, name: `Somebody ${i}`, household: `h${i}` }];
      };
      add('parent', 2000, 'home.example');
      add('pupil', 800, 'pupils.school.example');
      add('staff', 150, 'school.example');
      add('governor', 12, 'governors.example');
      add('agency', 40, 'council.example');
      const payload = JSON.stringify(devicePolicyOf({ ...school, directory }, { key, issued: now.toISOString(), days: 14 }));
      assert.ok(payload.length < mostPayload, `${payload.length}`);
      assert.ok(sizeOf({ payload, kid: 'a'.repeat(43), signature: 'b'.repeat(86) }) <= room.policy);
      assert.doesNotMatch(payload, /home\.example|Somebody|household/);
    });
    it('at its largest still fits as JSON inside JSON', () =>
      // One character in thirty of a large policy is a quotation mark, and costs three more.
      assert.ok(mostPayload + (3 * mostPayload) / 30 + 200 <= room.policy));
  });

  it('keeps the key', async () => {
    const device = settings();
    const jwk = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), kid: 'k1', alg: 'ES256', use: 'sig' };
    assert.equal(await keepKey(device, jwk), true);
    assert.deepEqual(keptKey(device), jwk);
  });

  describe('records', () => {
    it('wait in their order, no more than 50 and no more than their room', async () => {
      const device = settings();
      for (let i = 0; i < 80; i += 1) assert.equal(await keepRecord(device, record(i)), true);
      const waiting = waitingRecords(device);
      assert.ok(waiting.length > 10 && waiting.length <= 50, `${waiting.length}`);
      assert.ok(sizeOf(waiting) <= room.records);
      assert.deepEqual(waiting[waiting.length - 1], record(79));
      assert.deepEqual(waiting[0], record(80 - waiting.length));
    });
    it('that are too large for all the room are not kept, and cost no other', async () => {
      const device = settings();
      await keepRecord(device, record(1));
      await keepRecord(device, record(2, 100));
      await keepRecord(device, record(3));
      assert.deepEqual(waitingRecords(device), [record(1), record(3)]);
    });
    it('go when they were sent, and what came in the meantime stays', async () => {
      const device = settings();
      for (let i = 0; i < 4; i += 1) await keepRecord(device, record(i));
      const sent = waitingRecords(device).slice(0, 3);
      await keepRecord(device, record(4));
      assert.equal(await dropRecords(device, sent), true);
      assert.deepEqual(waitingRecords(device), [record(3), record(4)]);
    });
    it('are none where something else is kept in their place', () =>
      assert.deepEqual(waitingRecords(settings({ 'beadle.records': 'x' })), []));
  });

  describe('answers to «who is this?»', () => {
    it('wait in their order, one for an address, the latest', async () => {
      const device = settings();
      await keepAnswer(device, answer(1, 'parent'));
      await keepAnswer(device, answer(2, 'governor'));
      await keepAnswer(device, answer(1, 'outsider'));
      assert.deepEqual(keptAnswers(device), [answer(2, 'governor'), answer(1, 'outsider')]);
      await dropAnswers(device, [answer(2).hash]);
      assert.deepEqual(keptAnswers(device), [answer(1, 'outsider')]);
    });
    it('stay when they were sent, unless they were changed in the meantime', async () => {
      const device = settings();
      for (const each of [answer(1), answer(2)]) await keepAnswer(device, each);
      const sent = keptAnswers(device);
      await keepAnswer(device, answer(2, 'agency'));
      await markSent(device, sent);
      assert.deepEqual(keptAnswers(device), [{ ...answer(1), sent: true }, answer(2, 'agency')]);
    });
    it('keep to their room', async () => {
      const device = settings();
      for (let i = 0; i < 60; i += 1) assert.equal(await keepAnswer(device, answer(i)), true);
      assert.ok(sizeOf(keptAnswers(device)) <= room.answers);
      assert.deepEqual(keptAnswers(device).slice(-1), [answer(59)]);
    });
  });

  describe('saving', () => {
    let clock: sinon.SinonFakeTimers;
    beforeEach(() => (clock = sinon.useFakeTimers(now)));
    afterEach(() => clock.restore());
    for (const [way, saved] of [
      ['answers', true],
      ['fails', false],
      ['throws', false],
      ['never', false]
    ] as const) {
      it(`says ${saved} when Outlook ${way}`, async () => {
        const saving = keepRecord(settings({}, way), record(1));
        await clock.tickAsync(10000);
        assert.equal(await saving, saved);
      });
    }
    it('says false where Outlook takes no more', async () => {
      const device = {
        ...settings(),
        set: () => {
          throw new Error('9057');
        }
      };
      assert.equal(await keepRecord(device, record(1)), false);
    });
  });

  it('counts bytes, not letters, of JSON inside JSON', () => {
    assert.equal(sizeOf('abc'), '"\\"abc\\""'.length);
    assert.equal(sizeOf('ŵ’'), 6 + Buffer.byteLength('ŵ’'));
    assert.ok(sizeOf('🙂') >= 6 + Buffer.byteLength('🙂'));
  });

  it('has room for everything at its largest', () => {
    const names = JSON.stringify({ 'beadle.policy': '', 'beadle.key': '', 'beadle.records': '', 'beadle.answers': '' }).length;
    assert.ok(room.policy + room.key + room.records + room.answers + names <= 32 * 1024);
  });
});
