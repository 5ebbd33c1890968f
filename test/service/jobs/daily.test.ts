import assert from 'node:assert/strict';
import { defaultLadder } from '../../../core/policies/asking.ts';
import { readCheckpoint } from '../../../core/policies/ledger/checkpoint.ts';
import { verifyReceipt } from '../../../core/policies/ledger/receipt.ts';
import { checkpointToday, type CheckpointMail, sendCheckpoint, witnessesOf } from '../../../service/jobs/checkpoint.ts';
import { planToday } from '../../../service/jobs/plan.ts';
import { eraseExpired } from '../../../service/jobs/retention.ts';
import { verifyNow } from '../../../service/jobs/verify.ts';
import { readConfig } from '../../../service/config.ts';
import { signatures as settingsShape } from '../../../service/config-signatures.ts';
import { hashes, verifySignature } from '../../../service/ledger/hashes.ts';
import { asAdministrator, school } from '../../support/database.ts';
import { everyWeek, examplePeople, freshDesk, person, type TestDesk } from '../../support/desk.ts';

const config = readConfig(
  'school: { name: Example Primary School }\ndomains: { staff: [school.example] }\npeople: { headteacher: [head@school.example, second@school.example] }\n',
  'beadle.yaml'
).value;

/** What the jobs take of a school's signatures. */
function parts(at: TestDesk, settings: object = {}) {
  const { database, desk, key, clock } = at;
  return {
    database,
    desk,
    key,
    id: school,
    days: everyWeek,
    settings: settingsShape.parse(settings),
    school: { config, policy: {} as never, file: 'beadle.yaml' },
    now: () => new Date(clock.at)
  };
}

describe('the plan of a day', () => {
  let at: TestDesk;
  const plan = () => planToday(at.desk, { ladder: defaultLadder, days: everyWeek });
  const sendings = () =>
    at.database.db.selectFrom('sending').select(['person', 'purpose', 'channel', 'payload']).orderBy('channel').execute();
  const kinds = async () => (await at.desk.ledger.from(1, 100)).map(({ entry }) => entry.kind);

  beforeEach(async () => (at = await freshDesk()));

  it('asks everybody whom a policy is for, once however often and by however many it is made', async () => {
    await Promise.all([plan(), plan()]);
    await plan();
    assert.deepEqual(await kinds(), ['asked', 'asked', 'asked']);
    assert.deepEqual(
      (await sendings()).map(({ person: who, purpose, channel }) => `${purpose} ${who} by ${channel}`).sort(),
      [`ask ${at.ids['coordinator']} by mail`, `ask ${at.ids['governor']} by mail`, `ask ${at.ids['teacher']} by teams`].sort()
    );
    const [wanted] = await at.desk.wanted(at.ids['teacher']);
    assert.deepEqual([wanted?.standing, wanted?.due], ['asked', '2026-12-11']);
  });

  it('does nothing on a Sunday', async () => {
    at.clock.at = Date.parse('2026-11-22T09:00:00Z');
    assert.deepEqual(await plan(), { messages: 0, escalations: 0, left: 0 });
    assert.deepEqual(await kinds(), []);
  });

  it('reminds by one message a person, and tells somebody else of who is late', async () => {
    await plan();
    at.clock.at = Date.parse('2026-12-04T09:00:00Z');
    assert.deepEqual(await plan(), { messages: 3, escalations: 0, left: 0 });
    for (const day of ['2026-12-09', '2026-12-11', '2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11']) {
      at.clock.at = Date.parse(`${day}T09:00:00Z`);
      await plan();
    }
    const told = (await sendings()).filter(({ purpose }) => purpose === 'escalate');
    assert.ok(told.length > 0);
    const [wanted] = await at.desk.wanted(at.ids['teacher']);
    assert.deepEqual([wanted?.standing, wanted?.reminders], ['overdue', 6]);
    const waiting = await at.desk.tasks();
    assert.ok(waiting.some(({ of, person: { name } }) => of.entry.kind === 'escalated' && name === 'Teacher Seven'));
  });

  it('gives who left without an answer a negative receipt', async () => {
    await plan();
    const [teacher] = examplePeople;
    await at.desk.peopleStore.put([{ ...teacher!, leftOn: '2026-11-23' }]);
    at.clock.at = Date.parse('2026-11-24T09:00:00Z');
    assert.deepEqual((await plan()).left, 1);
    assert.equal((await at.desk.wanted(at.ids['teacher']))[0]?.standing, 'left');
  });
});

describe('the checkpoint of a day', () => {
  let at: TestDesk;
  beforeEach(
    async () =>
      (at = await freshDesk({
        people: [...examplePeople, person('chair', { name: 'Chair', roles: ['governor', 'chair'], address: 'chair@governors.example' })]
      }))
  );

  it('is signed once by whoever comes first, and goes to the head and the chair', async () => {
    const queued: CheckpointMail[] = [];
    const take = () => checkpointToday(parts(at), async (_trx, mails) => void queued.push(...mails));
    assert.deepEqual(
      (await Promise.all([take(), take(), take()])).filter(size => size !== undefined),
      [1]
    );
    assert.deepEqual(queued, [
      { size: 1, to: 'head@school.example' },
      { size: 1, to: 'chair@governors.example' }
    ]);
    await at.desk.lookedUp(at.ids['teacher']!, at.ids['coordinator']!);
    assert.equal(await take(), 2);
    const rows = await at.database.db.selectFrom('checkpoint').select('text').orderBy('size').execute();
    const read = rows.map(({ text }) => readCheckpoint(text)?.checkpoint);
    assert.deepEqual(
      read.map(each => [each?.school, each?.size, each?.date]),
      [
        [school, 1, '2026-11-23'],
        [school, 2, '2026-11-23']
      ]
    );
    assert.equal((await verifyNow(parts(at))).faults, 0);
  });

  it('is not there when its mails could not be queued', async () => {
    await assert.rejects(checkpointToday(parts(at), () => Promise.reject(new Error('no'))));
    assert.deepEqual(await at.database.db.selectFrom('checkpoint').selectAll().execute(), []);
  });

  it('is attached to its mail as it was signed', async () => {
    await checkpointToday(parts(at), () => Promise.resolve());
    const sent: { readonly to: string; readonly files?: readonly { readonly content: unknown }[] }[] = [];
    await sendCheckpoint(parts(at), { send: mail => Promise.resolve(void sent.push(mail)) }, { size: 1, to: 'head@school.example' });
    const { text, sent_at: when } = await at.database.db.selectFrom('checkpoint').select(['text', 'sent_at']).executeTakeFirstOrThrow();
    assert.deepEqual([sent[0]?.to, sent[0]?.files?.[0]?.content, when], ['head@school.example', text, new Date(at.clock.at)]);
  });

  it('goes to people with a post, else to the addresses of the school’s file, and to whom it names besides', () => {
    const posts = { people: { ...config.people, chairOfGovernors: ['chair@school.example'] } };
    const dpo = {
      id: '1',
      name: 'Officer',
      address: 'dpo@council.example',
      roles: ['data-protection-officer' as const],
      groups: [],
      children: [],
      language: 'en' as const
    };
    const gone = { ...dpo, id: '2', address: 'old@council.example', leftOn: '2026-01-01' };
    assert.deepEqual(witnessesOf([dpo, gone], posts, ['auditor@council.example', 'dpo@council.example'], '2026-11-23'), [
      'head@school.example',
      'chair@school.example',
      'dpo@council.example',
      'auditor@council.example'
    ]);
  });
});

describe('the verification of a ledger', () => {
  it('finds an entry that the owner of the database changed, and writes down that it looked', async () => {
    const at = await freshDesk();
    await at.desk.lookedUp(at.ids['teacher']!, at.ids['coordinator']!);
    assert.equal((await verifyNow(parts(at))).faults, 0);
    await asAdministrator(
      at.database.url,
      `alter table ledger_entry disable trigger all; update ledger_entry set personal = replace(personal, '${at.ids['teacher']}', '${at.ids['governor']}') where index = 1`
    );
    at.clock.at += 1000;
    const report = await verifyNow(parts(at));
    assert.deepEqual([report.faults, report.first?.code], [1, 'changed-personal']);
    const rows = await at.database.db.selectFrom('verification').select(['entries', 'faults']).orderBy('at').execute();
    assert.deepEqual(rows, [
      { entries: 2, faults: 0 },
      { entries: 2, faults: 1 }
    ]);
  });
});

describe('the end of a retention', () => {
  let at: TestDesk;
  let receipt: string;

  beforeEach(async () => {
    at = await freshDesk();
    const matter = { person: at.ids['teacher']!, policy: 'acceptable-use' };
    await at.desk.open(matter, 'en', 'web');
    const taken = await at.desk.sign({
      matter,
      major: 1,
      typedName: 'Teacher Seven',
      fields: { 'job-title': 'Teacher' },
      agreed: true,
      language: 'en',
      channel: 'web',
      assurance: 'code'
    });
    assert.ok('done' in taken);
    receipt = taken.done.text;
    await at.desk.peopleStore.put([{ ...examplePeople[0]!, leftOn: '2026-12-31' }]);
  });

  it('erases who left six years ago, keeps the chain whole and the old receipt good, and forgets them in mind as well', async () => {
    await at.desk.wanted();
    at.clock.at = Date.parse('2032-12-31T09:00:00Z');
    assert.deepEqual(await eraseExpired(parts(at)), { entries: 0, people: 0 });
    at.clock.at = Date.parse('2033-01-02T09:00:00Z');
    assert.deepEqual(await eraseExpired(parts(at)), { entries: 2, people: 1 });
    const report = await verifyNow(parts(at));
    assert.deepEqual([report.faults, report.erased], [0, 2]);
    assert.equal(verifyReceipt(receipt, { hashes, verify: verifySignature }).fault, undefined);
    const everything = JSON.stringify([
      await at.database.db.selectFrom('ledger_entry').selectAll().execute(),
      await at.database.db.selectFrom('person').selectAll().execute(),
      await at.database.db.selectFrom('sending').selectAll().execute(),
      await at.desk.people(),
      await at.desk.wanted()
    ]);
    assert.doesNotMatch(everything, /Teacher Seven|teacher\.seven|000000000007/);
    assert.deepEqual(await eraseExpired(parts(at)), { entries: 0, people: 0 });
  });

  it('leaves alone whoever is held', async () => {
    await at.database.db
      .insertInto('hold')
      .values({ school, person: at.ids['teacher']!, because: 'a hearing', created_by: at.ids['coordinator']! })
      .execute();
    at.clock.at = Date.parse('2040-01-01T09:00:00Z');
    assert.deepEqual(await eraseExpired(parts(at)), { entries: 0, people: 0 });
    await at.database.db
      .updateTable('hold')
      .set({ lifted_at: new Date(at.clock.at) })
      .execute();
    assert.equal((await eraseExpired(parts(at))).people, 1);
  });

  it('goes by the longest that the school keeps anything of theirs', async () => {
    at.clock.at = Date.parse('2036-12-31T09:00:00Z');
    assert.equal((await eraseExpired(parts(at, { retention: { staff: 10 } }))).people, 0);
    at.clock.at = Date.parse('2037-01-02T09:00:00Z');
    assert.equal((await eraseExpired(parts(at, { retention: { staff: 10 } }))).people, 1);
  });
});
