import assert from 'node:assert/strict';
import { settle } from '../../../bot/actions/settle.ts';
import { task } from '../../../bot/cards/task.ts';
import { answerCard, toldOf } from '../../../bot/tasks.ts';
import type { Card } from '../../../bot/turn.ts';
import { partsOf } from '../../support/cards.ts';
import { freshDesk, type TestDesk } from '../../support/desk.ts';
import { act, press, turnOf, wordsOn } from './turns.ts';

describe('settling a task on its card', () => {
  let at: TestDesk;
  let of: number;
  const matter = () => ({ person: at.ids['teacher']!, policy: 'acceptable-use' });
  const settled = async () =>
    (await at.desk.since('2026-01-01T00:00:00Z')).flatMap(({ entry }) => (entry.kind === 'settled' ? [entry] : []));

  beforeEach(async () => {
    at = await freshDesk();
    await at.desk.open(matter(), 'en', 'teams');
    const taken = await at.desk.sign({
      matter: matter(),
      major: 1,
      typedName: 'Teacher Seven',
      fields: { 'job-title': 'Teacher' },
      agreed: true,
      question: 'What of my *own* phone?',
      language: 'en',
      channel: 'teams',
      assurance: 'directory'
    });
    assert.ok('done' in taken);
    of = taken.done.entry.index;
  });

  async function taskCard(locale: 'en' | 'cy' = 'en'): Promise<Card> {
    const turn = await turnOf(at, 'coordinator', locale);
    const [first, ...rest] = await at.desk.tasks();
    assert.deepEqual(rest, []);
    return task((await toldOf(turn, first!))!, locale);
  }

  it('shows who asked what, of which version, and records the answer', async () => {
    const card = await taskCard();
    assert.match(
      wordsOn(card),
      /^A question\nFrom: Teacher Seven\nPolicy: Acceptable use\nVersion: 1\.0\nWhen: 23 November 2026, 09:00 GMT\nWhat of my ∗own∗ phone\?/
    );
    at.clock.at += 60_000;
    const done = await press(await turnOf(at, 'coordinator'), card, 'settle', { note: 'It stays in the locker.' });
    assert.deepEqual(await settled(), [
      {
        kind: 'settled',
        at: '2026-11-23T09:01:00.000Z',
        person: at.ids['teacher'],
        of,
        by: at.ids['coordinator'],
        note: 'It stays in the locker.'
      }
    ]);
    assert.match(wordsOn(done.card), /^Answered\n/);
    assert.match(wordsOn(done.card), /E-safety Coordinator, 23 November 2026, 09:01 GMT\nIt stays in the locker\./);
    assert.deepEqual(await at.desk.tasks(), []);
  });

  it('brings the answer to whoever asked, once, on the way on which they are reached', async () => {
    const card = await taskCard();
    await Promise.all(
      ['coordinator', 'coordinator'].map(async key => press(await turnOf(at, key), card, 'settle', { note: 'It stays in the locker.' }))
    );
    assert.equal((await settled()).length, 1);
    const rows = await at.database.db
      .selectFrom('sending')
      .select(['person', 'purpose', 'channel', 'payload'])
      .where('purpose', '=', 'notice')
      .execute();
    assert.deepEqual(
      rows.map(({ person, channel }) => [person, channel]),
      [[at.ids['teacher'], 'teams']]
    );
    const words = wordsOn(await answerCard(await turnOf(at, 'teacher', 'cy'), Number(rows[0]!.payload['entry'])));
    assert.match(
      words,
      /^Ateb i’ch cwestiwn\nDefnydd derbyniol, fersiwn 1\.0\nGofynnoch:\nWhat of my ∗own∗ phone\?\nAteb E-safety Coordinator:\nIt stays in the locker\./
    );
    assert.equal(await answerCard(await turnOf(at, 'governor'), Number(rows[0]!.payload['entry'])), undefined, 'nobody else’s answer');
  });

  it('sends nothing to whoever refused: they are spoken with', async () => {
    const refused = { person: at.ids['governor']!, policy: 'acceptable-use' };
    const taken = await at.desk.decline(refused, 1, 'No.', 'teams');
    assert.ok('done' in taken);
    await act(await turnOf(at, 'coordinator'), 'settle', { of: taken.done.index, note: 'Spoke on Monday.' });
    assert.deepEqual(await at.database.db.selectFrom('sending').select('id').where('purpose', '=', 'notice').execute(), []);
  });

  it('is done once: a second answer changes nothing', async () => {
    const turn = await turnOf(at, 'coordinator', 'cy');
    const card = await taskCard('cy');
    await press(turn, card, 'settle', { note: 'Un.' });
    const again = await press(turn, card, 'settle', { note: 'Dau.' });
    assert.match(wordsOn(again.card), /Ymdriniwyd â hyn eisoes/);
    assert.deepEqual(
      (await settled()).map(({ note }) => note),
      ['Un.']
    );
  });

  it('asks for words where there are none, and keeps too many', async () => {
    const turn = await turnOf(at, 'coordinator');
    const card = await taskCard();
    assert.match(wordsOn((await press(turn, card, 'settle', { note: ' ' })).card), /Please write a few words/);
    const long = await press(turn, card, 'settle', { note: 'x'.repeat(1001) });
    assert.match(wordsOn(long.card), /Please write at most 1000 characters\./);
    assert.equal(partsOf(long.card).find(({ id }) => id === 'note')?.['value'], 'x'.repeat(1000));
    assert.deepEqual(await settled(), []);
  });

  it('is for the coordinator alone', async () => {
    for (const key of ['teacher', 'governor']) {
      const { card, says } = await act(await turnOf(at, key), 'settle', { of, note: 'Mine.' });
      assert.equal(card, undefined);
      assert.deepEqual(says, [{ text: 'Only the e-safety coordinator can deal with this.' }]);
    }
    assert.deepEqual(await settled(), []);
  });

  for (const [what, data] of [
    ['no number', { note: 'x' }],
    ['a number that is none', { of: -1, note: 'x' }],
    ['somebody else’s name', { of: 1, note: 'x', by: 'head' }]
  ] as const)
    it(`reads nothing from ${what}`, () => assert.equal(settle.read(data), undefined));
});
