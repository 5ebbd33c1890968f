import assert from 'node:assert/strict';
import type { Refusal, Signing } from '../../core/policies/desk.ts';
import { verifyReceipt } from '../../core/policies/ledger/receipt.ts';
import { hashes, verifySignature } from '../../service/ledger/hashes.ts';
import { exampleVersion, freshDesk, type TestDesk } from '../support/desk.ts';

describe('the desk', () => {
  let at: TestDesk;
  const matter = (key: string): Signing['matter'] => ({ person: at.ids[key]!, policy: 'acceptable-use' });
  const signing = (key: string, more: Partial<Signing> = {}): Signing => ({
    matter: matter(key),
    major: 1,
    typedName: 'Teacher Seven',
    fields: { 'job-title': 'Teacher' },
    agreed: true,
    language: 'en',
    channel: 'teams',
    assurance: 'directory',
    ...more
  });
  const refusalOf = async (given: Signing): Promise<Refusal | 'done'> => {
    const taken = await at.desk.sign(given);
    return 'refused' in taken ? taken.refused : 'done';
  };

  beforeEach(async () => (at = await freshDesk()));

  it('takes a signature after the text was opened, and gives a receipt that verifies by itself', async () => {
    await at.desk.open(matter('teacher'), 'en', 'web');
    at.clock.at += 60_000;
    const taken = await at.desk.sign(signing('teacher', { typedName: '  Teacher Seven ', question: 'What of my own phone?' }));
    assert.ok('done' in taken);
    const { entry } = taken.done.entry;
    assert.deepEqual(entry, {
      kind: 'signed',
      at: '2026-11-23T09:01:00.000Z',
      person: at.ids['teacher'],
      policy: 'acceptable-use',
      major: 1,
      minor: 0,
      audience: 'staff',
      language: 'en',
      text: 'e9773ad98db66bcecd371157b11b71bf0b70a8b7a459f4da17bb4eff5c5b7760',
      consent: 'I have read this policy, I understand it, and I agree to keep to it.',
      typedName: 'Teacher Seven',
      fields: { 'job-title': 'Teacher' },
      question: 'What of my own phone?',
      openedAt: '2026-11-23T09:00:00.000Z',
      channel: 'teams',
      assurance: 'directory'
    });
    const report = verifyReceipt(taken.done.text, { hashes, verify: verifySignature });
    assert.equal(report.fault, undefined);
    assert.equal(report.entry?.['typedName'], 'Teacher Seven');
    const [wanted] = await at.desk.wanted(at.ids['teacher']);
    assert.equal(wanted?.standing, 'signed');
  });

  const refused: readonly (readonly [string, Refusal, string, Partial<Signing>, (() => Promise<unknown>)?])[] = [
    ['somebody who is not asked', 'not-asked', 'pupil', {}],
    ['who has not opened the text', 'not-opened', 'coordinator', {}],
    ['who opened it in another language', 'not-opened', 'teacher', { language: 'cy' }],
    ['another major version', 'old-version', 'teacher', { major: 2 }],
    ['who does not agree', 'not-agreed', 'teacher', { agreed: false }],
    ['a name of blanks that cannot be seen', 'name-missing', 'teacher', { typedName: ' \u200b\u00a0 ' }],
    ['a name of 121 letters', 'name-too-long', 'teacher', { typedName: 'x'.repeat(121) }],
    ['a field that is left out', 'field-missing', 'teacher', { fields: {} }],
    ['a field of 121 letters', 'field-too-long', 'teacher', { fields: { 'job-title': 'x'.repeat(121) } }],
    ['a question of 1,001 letters', 'field-too-long', 'teacher', { question: 'x'.repeat(1001) }],
    ['paper that nobody else confirms', 'countersigner-missing', 'teacher', { channel: 'paper' }],
    ['a class that nobody stands by', 'countersigner-missing', 'teacher', { channel: 'class' }]
  ];
  for (const [what, refusal, key, more] of refused) {
    it(`refuses ${what}: ${refusal}`, async () => {
      await at.desk.open(matter('teacher'), 'en', 'web');
      assert.equal(await refusalOf(signing(key, more)), refusal);
      assert.equal(
        (await at.desk.since('2026-11-01T00:00:00Z')).some(({ entry }) => entry.kind === 'signed'),
        false
      );
    });
  }

  it('refuses whoever countersigns for themselves, and takes a second person', async () => {
    await at.desk.open(matter('teacher'), 'en', 'paper');
    const paper = { channel: 'paper', assurance: 'countersigned' } as const;
    assert.equal(await refusalOf(signing('teacher', { ...paper, countersigner: at.ids['teacher']! })), 'countersigner-missing');
    assert.equal(await refusalOf(signing('teacher', { ...paper, countersigner: 'nobody' })), 'countersigner-missing');
    assert.equal(await refusalOf(signing('teacher', { ...paper, countersigner: at.ids['coordinator']! })), 'done');
  });

  it('takes one of ten answers that come at once, and says that it is signed already after', async () => {
    await at.desk.open(matter('teacher'), 'en', 'web');
    const taken = await Promise.all(Array.from({ length: 10 }, () => at.desk.sign(signing('teacher'))));
    const indices = new Set(taken.flatMap(each => ('done' in each ? each.done.entry.index : [])));
    assert.equal(indices.size, 1);
    // Who comes when the first has been written already hears so.
    for (const each of taken) assert.ok('done' in each || each.refused === 'signed-already');
    assert.equal(await refusalOf(signing('teacher')), 'signed-already');
    assert.equal((await at.desk.since('2026-11-01T00:00:00Z')).filter(({ entry }) => entry.kind === 'signed').length, 1);
    const receipts = await at.database.db.selectFrom('sending').selectAll().where('purpose', '=', 'receipt').execute();
    assert.deepEqual(
      receipts.map(({ person, state, payload }) => [person, state, payload['entry']]),
      [[at.ids['teacher'], 'planned', [...indices][0]]]
    );
  });

  it('asks to open the text again after a minor version came out', async () => {
    await at.desk.open(matter('teacher'), 'en', 'web');
    const texts = {
      en: {
        text: 'Keep your password to yourself, please.',
        sha256: '2652510fc2e9c49e0adca6297bf7d690a4d4bb9a1749cfc3fc248d2cbb3a8e89',
        pdfSha256: 'f'.repeat(64)
      }
    };
    await at.desk.versionStore.publish(exampleVersion({ minor: 1, texts, languages: ['en'] }), {}, at.ids['coordinator']!);
    assert.equal(await refusalOf(signing('teacher')), 'not-opened');
    await at.desk.open(matter('teacher'), 'cy', 'web');
    assert.equal(await refusalOf(signing('teacher', { language: 'cy' })), 'done');
    const [wanted] = await at.desk.wanted(at.ids['teacher']);
    const answer = wanted?.answer?.entry;
    assert.ok(answer?.kind === 'signed');
    assert.deepEqual(
      [answer.minor, answer.language, answer.text],
      [1, 'en', '2652510fc2e9c49e0adca6297bf7d690a4d4bb9a1749cfc3fc248d2cbb3a8e89']
    );
  });

  it('publishes the next version only, and of two at once one', async () => {
    for (const [major, minor] of [
      [1, 0],
      [3, 0],
      [1, 2],
      [2, 1]
    ] as const) {
      const publishing = at.desk.versionStore.publish(exampleVersion({ major, minor }), {}, at.ids['coordinator']!);
      await assert.rejects(publishing, { name: 'Failure', code: 'wrong-policy' });
    }
    const both = await Promise.allSettled(
      ['one', 'two'].map(() => at.desk.versionStore.publish(exampleVersion({ major: 2 }), {}, at.ids['coordinator']!))
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(
      (await at.desk.history('acceptable-use')).map(({ major }) => major),
      [1, 2]
    );
    const published = (await at.desk.since('2026-01-01T00:00:00Z')).filter(({ entry }) => entry.kind === 'published');
    assert.equal(published.length, 2);
  });

  it('keeps a refusal and a question for the coordinator until they are settled or overtaken', async () => {
    assert.deepEqual(await at.desk.decline(matter('teacher'), 1, '  ', 'teams'), { refused: 'reason-missing' });
    const declined = await at.desk.decline(matter('teacher'), 1, 'Not without a school phone.', 'teams');
    assert.ok('done' in declined);
    const waiting = async (): Promise<readonly (readonly [string, string])[]> =>
      (await at.desk.tasks()).map(({ of, person }) => [person.name, of.entry.kind] as const);
    assert.deepEqual(await waiting(), [['Teacher Seven', 'declined']]);
    await at.desk.open(matter('teacher'), 'en', 'web');
    await at.desk.sign(signing('teacher', { question: 'And at home?' }));
    assert.deepEqual(await waiting(), [['Teacher Seven', 'signed']]);
    const [task] = await at.desk.tasks();
    await at.desk.settle(task!.of.index, at.ids['coordinator']!, 'Answered by phone.');
    assert.deepEqual(await waiting(), []);
  });

  it('excuses, and takes an excuse back', async () => {
    const standing = async (): Promise<string | undefined> => (await at.desk.wanted(at.ids['governor']))[0]?.standing;
    await at.desk.excuse(matter('governor'), '2027-03-01', 'on leave', at.ids['coordinator']!);
    assert.equal(await standing(), 'excused');
    await at.desk.recall(matter('governor'), at.ids['coordinator']!);
    assert.equal(await standing(), 'due');
  });

  it('reminds whoever has been asked, once however often the button is pressed, and takes it back', async () => {
    const by = at.ids['coordinator']!;
    const ids = [at.ids['teacher']!, at.ids['governor']!, at.ids['pupil']!];
    assert.equal(await at.desk.remind(ids, by), 0, 'nobody was asked yet');
    for (const key of ['teacher', 'governor']) {
      const audience = key === 'teacher' ? 'staff' : 'governors';
      await at.desk.ledger.add({ kind: 'asked', at: '2026-11-21T09:00:00.000Z', ...matter(key), major: 1, audience, due: '2026-12-11' });
    }
    const pressed = await Promise.all([at.desk.remind(ids, by), at.desk.remind(ids, by)]);
    // The second either sees what the first did, or says the same and adds nothing.
    assert.deepEqual([pressed[0], [0, 2].includes(pressed[1])], [2, true]);
    assert.equal(await at.desk.remind(ids, by), 0);
    const rows = await at.database.db.selectFrom('sending').select(['person', 'channel', 'state']).orderBy('channel').execute();
    assert.deepEqual(rows, [
      { person: at.ids['governor'], channel: 'mail', state: 'planned' },
      { person: at.ids['teacher'], channel: 'teams', state: 'planned' }
    ]);
    assert.deepEqual(await at.desk.sending!(), { waiting: 2, sent: 0, failed: 0, paused: false, troubles: [] });
    const reminders = async (): Promise<readonly number[]> =>
      (await at.desk.wanted()).filter(({ standing }) => standing === 'asked').map(each => each.reminders);
    assert.deepEqual(await reminders(), [1, 1]);
    assert.equal(await at.desk.takeBack!(by, '2026-11-23T08:59:00Z'), 2);
    assert.deepEqual(await reminders(), [0, 0]);
    assert.deepEqual(await at.desk.sending!(), { waiting: 0, sent: 0, failed: 0, paused: false, troubles: [] });
    at.clock.at += 20_000;
    assert.equal(await at.desk.remind(ids, by), 2, 'what was taken back can be sent after all');
    assert.equal((await at.desk.sending!()).waiting, 2);
    await at.desk.takeBack!(by, '2026-11-23T08:59:00Z');
  });

  it('pauses the sending and lets it go on', async () => {
    await at.desk.pause!(true, at.ids['coordinator']!);
    assert.equal((await at.desk.sending!()).paused, true);
    await at.desk.pause!(false, at.ids['coordinator']!);
    assert.equal((await at.desk.sending!()).paused, false);
  });

  it('records who looked somebody up, and nothing of whoever looks at their own', async () => {
    const by = at.ids['coordinator']!;
    await at.desk.lookedUp(at.ids['teacher']!, by);
    await at.desk.lookedUp(at.ids['teacher']!, by);
    await at.desk.lookedUp(by, by);
    const looks = (await at.desk.since('2026-11-01T00:00:00Z', at.ids['teacher'])).filter(({ entry }) => entry.kind === 'looked-up');
    assert.equal(looks.length, 1);
  });

  it('sees what another process did', async () => {
    const other = await freshDesk({ database: at.database, people: [], versions: [] });
    await at.desk.wanted();
    await other.desk.open(matter('teacher'), 'en', 'web');
    assert.equal((await at.desk.wanted(at.ids['teacher']))[0]?.standing, 'opened');
    await other.desk.peopleStore.put([{ name: 'Governor Nine', roles: ['governor'], groups: [], children: [], language: 'cy' }]);
    assert.equal((await at.desk.people()).length, 5);
  });
});
