import assert from 'node:assert/strict';
import { decline } from '../../../bot/actions/decline.ts';
import { cardNow } from '../../../bot/asked.ts';
import { partsOf } from '../../support/cards.ts';
import { exampleVersion, freshDesk, type TestDesk } from '../../support/desk.ts';
import { act, press, turnOf, wordsOn } from './turns.ts';

describe('saying on a card that one does not agree', () => {
  let at: TestDesk;
  const refusals = async () =>
    (await at.desk.since('2026-01-01T00:00:00Z')).flatMap(({ entry }) => (entry.kind === 'declined' ? [entry] : []));

  describe('to one text', () => {
    beforeEach(async () => (at = await freshDesk()));

    it('asks why, records it, says what happens next, and leaves the way back open', async () => {
      const turn = await turnOf(at, 'teacher');
      const why = await press(turn, await cardNow(turn), 'disagree');
      assert.match(wordsOn(why.card), /^You do not agree\n/);
      const { card, says } = await press(turn, why.card!, 'decline', { reason: '  Clause 1 is unclear. ' });
      assert.equal(says, undefined);
      assert.deepEqual(await refusals(), [
        {
          kind: 'declined',
          at: '2026-11-23T09:00:00.000Z',
          person: at.ids['teacher'],
          policy: 'acceptable-use',
          major: 1,
          minor: 0,
          reason: 'Clause 1 is unclear.',
          channel: 'teams'
        }
      ]);
      assert.match(wordsOn(card), /^Your answer was recorded\n23 November 2026, 09:00 GMT/);
      assert.match(wordsOn(card), /The e-safety coordinator has your reason and will speak with you\./);
      const back = await press(turn, card!, 'show');
      assert.match(wordsOn(back.card), /You did not agree on 23 November 2026\. You can still sign\./);
      await at.desk.open({ person: at.ids['teacher']!, policy: 'acceptable-use' }, 'en', 'teams');
      const signed = await press(turn, back.card!, 'sign', { tick0: 'true', name: 'Teacher Seven', 'job-title': 'Teacher' });
      assert.match(wordsOn(signed.card), /^Signed\. Thank you\./);
    });

    it('asks again, in Welsh, for a reason that is missing', async () => {
      const turn = await turnOf(at, 'teacher', 'cy');
      const why = await press(turn, await cardNow(turn), 'disagree');
      const { card } = await press(turn, why.card!, 'decline', { reason: ' ' });
      assert.match(wordsOn(card), /Dywedwch mewn ychydig eiriau pam nad ydych yn cytuno\./);
      assert.deepEqual(await refusals(), []);
    });

    it('keeps a reason that is too long, so that it can be made shorter', async () => {
      const turn = await turnOf(at, 'teacher');
      const why = await press(turn, await cardNow(turn), 'disagree');
      const { card } = await press(turn, why.card!, 'decline', { reason: 'x'.repeat(1001) });
      assert.match(wordsOn(card), /«Why you do not agree» is too long: please type at most 1000 characters\./);
      assert.equal(partsOf(card).find(({ id }) => id === 'reason')?.['value'], 'x'.repeat(1001));
    });

    it('goes back to the card that asks, and says that there is nothing where there is nothing', async () => {
      const turn = await turnOf(at, 'teacher');
      const why = await press(turn, await cardNow(turn), 'disagree');
      assert.match(wordsOn((await press(turn, why.card!, 'show')).card), /^Please read and sign\n/);
      const pupil = await turnOf(at, 'pupil');
      assert.match(wordsOn((await act(pupil, 'disagree', {})).card), /^Nothing to sign\n/);
    });
  });

  it('refuses of several texts the one that was meant, and leaves the other to be signed', async () => {
    at = await freshDesk({ versions: [exampleVersion(), exampleVersion({ policy: 'images', title: { en: 'Images', cy: 'Delweddau' } })] });
    const turn = await turnOf(at, 'teacher');
    const why = await press(turn, await cardNow(turn), 'disagree');
    const nothing = await press(turn, why.card!, 'decline', { reason: 'No.', which: '' });
    assert.match(wordsOn(nothing.card), /Please tick what you do not agree to\./);
    assert.equal(partsOf(nothing.card).find(({ id }) => id === 'reason')?.['value'], 'No.');
    const { card } = await press(turn, why.card!, 'decline', { reason: 'No.', which: 'images' });
    assert.deepEqual(
      (await refusals()).map(({ policy }) => policy),
      ['images']
    );
    const rest = await press(turn, card!, 'show');
    assert.match(wordsOn(rest.card), /Acceptable use/);
    assert.doesNotMatch(wordsOn(rest.card), /Images/);
  });

  for (const [what, data] of [
    ['nothing', undefined],
    ['a person', { items: [{ policy: 'aup', major: 1 }], reason: 'x', person: 'somebody-else' }],
    ['a reason that is no text', { items: [{ policy: 'aup', major: 1 }], reason: 1 }]
  ] as const)
    it(`reads nothing from ${what}`, () => assert.equal(decline.read(data), undefined));
});
