import assert from 'node:assert/strict';
import { keepAnswer, keepRecord, keptAnswers, type Settings, waitingRecords } from '../../../../addin/outlook/kept.ts';
import { sendAnswers, sendRecords } from '../../../../addin/outlook/send-records.ts';
import { registrationOf } from '../../../../addin/outlook/sign-in.ts';
import type { VerdictRecord } from '../../../../core/mail/record.ts';
import { fakeOffice } from '../fake-office.ts';
import { answering } from './school-service.ts';

const record: VerdictRecord = {
  at: '2026-11-18T10:00:00.000Z',
  sender: '0123456789abcdef',
  policy: 'one',
  action: 'confirm',
  findings: [{ rule: 'head-not-copied', action: 'confirm', places: 1 }],
  unjudged: []
};
const answer = { hash: 'aabbccddeeff0011', audience: 'parent', provider: true } as const;

function settings(): Settings {
  return fakeOffice({ kept: {} }).host.context.roamingSettings;
}

describe('handing over what waits', () => {
  it('hands over all records at once, and lets go of them', async () => {
    const device = settings();
    await keepRecord(device, record);
    await keepRecord(device, { ...record, at: '2026-11-18T11:00:00.000Z' });
    const { fetch, asked } = answering({ '/outlook/records': { status: 204 } });
    assert.equal(await sendRecords(device, { fetch, token: 't0ken' }), 'sent');
    assert.deepEqual(JSON.parse(asked[0]!.body), { records: [record, { ...record, at: '2026-11-18T11:00:00.000Z' }] });
    assert.equal(asked[0]!.method, 'POST');
    assert.equal(asked[0]!.headers['authorization'], 'Bearer t0ken');
    assert.deepEqual(waitingRecords(device), []);
    assert.equal(await sendRecords(device, { fetch, token: 't' }), 'nothing');
    assert.equal(asked.length, 1);
  });

  for (const reply of [{ status: 503 }, { status: 401 }, 'breaks'] as const) {
    it(`keeps records for the next time when the service answers ${JSON.stringify(reply)}`, async () => {
      const device = settings();
      await keepRecord(device, record);
      const { fetch } = answering({ '/outlook/records': reply });
      assert.notEqual(await sendRecords(device, { fetch, token: 't' }), 'sent');
      assert.deepEqual(waitingRecords(device), [record]);
    });
  }

  it('lets go of records that the service says it can never take', async () => {
    const device = settings();
    await keepRecord(device, record);
    const { fetch } = answering({ '/outlook/records': { status: 400 } });
    await sendRecords(device, { fetch, token: 't' });
    assert.deepEqual(waitingRecords(device), []);
  });

  it('hands over answers as hashes, once, and goes on heeding them', async () => {
    const device = settings();
    await keepAnswer(device, answer);
    const { fetch, asked } = answering({ '/outlook/suggestions': { status: 204 } });
    assert.equal(await sendAnswers(device, { fetch, token: 't' }), 'sent');
    assert.deepEqual(JSON.parse(asked[0]!.body), { suggestions: [answer] });
    assert.deepEqual(keptAnswers(device), [{ ...answer, sent: true }]);
    assert.equal(await sendAnswers(device, { fetch, token: 't' }), 'nothing');
    await keepAnswer(device, { ...answer, audience: 'agency' });
    assert.equal(await sendAnswers(device, { fetch, token: 't' }), 'sent');
    assert.deepEqual(JSON.parse(asked[1]!.body), { suggestions: [{ ...answer, audience: 'agency' }] });
  });
});

describe('asking how the service is registered', () => {
  it('takes what it says, and nothing else', async () => {
    const said = async (body: unknown, status = 200) =>
      registrationOf({ fetch: answering({ '/outlook/sign-in': { status, body } }).fetch });
    assert.deepEqual(await said({ clientId: 'c', tenants: ['t'] }), { clientId: 'c', tenants: ['t'] });
    assert.deepEqual(await said({ clientId: 'c' }), { clientId: 'c', tenants: [] });
    assert.equal(await said({ tenants: [] }), undefined);
    assert.equal(await said('<html>'), undefined);
    assert.equal(await said(null), undefined);
    assert.equal(await said({ clientId: 'c' }, 404), undefined);
  });

  it('sends no token for it', async () => {
    const { fetch, asked } = answering({});
    await registrationOf({ fetch });
    assert.equal('authorization' in asked[0]!.headers, false);
  });
});
