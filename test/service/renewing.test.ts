import assert from 'node:assert/strict';
import type { Conversation } from '../../bot/conversation.ts';
import type { Card } from '../../bot/turn.ts';
import { renewing } from '../../service/renewing.ts';
import { school } from '../support/database.ts';
import { freshDesk, type TestDesk } from '../support/desk.ts';

describe('cards in Teams after an answer on our page', () => {
  let at: TestDesk;
  const chat: Conversation = {
    id: 'a:chat-of-seven',
    tenantId: 'tenant',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    botId: '28:bot',
    entraId: '00000000-0000-4000-8000-000000000007'
  };
  const renewed: { readonly chat: string; readonly activity: string; readonly card: Card }[] = [];
  const said: string[] = [];

  async function sent(purpose: 'ask' | 'remind' | 'receipt', step: string, activity: string): Promise<void> {
    await at.database.db
      .insertInto('sending')
      .values({
        school,
        person: at.ids['teacher']!,
        purpose,
        step,
        channel: 'teams',
        payload: '{}',
        state: 'sent',
        conversation: chat.id,
        activity
      })
      .execute();
  }

  function desk(ok = true) {
    return renewing(at.desk, {
      db: at.database.db,
      school,
      conversations: { of: async entraId => Promise.resolve(entraId === chat.entraId ? chat : undefined) },
      bot: {
        update: async ({ id }, activity, card) => {
          renewed.push({ chat: id, activity, card });
          return Promise.resolve(ok ? { ok, activityId: activity } : { ok, code: 'reset', mayHaveArrived: true });
        }
      },
      log: line => said.push(line),
      afterMs: 10
    });
  }

  const until = async (done: () => boolean): Promise<void> => {
    for (let i = 0; i < 1000 && !done(); i++) await new Promise(resolve => setTimeout(resolve, 10));
  };
  const signing = () =>
    ({
      matter: { person: at.ids['teacher']!, policy: 'acceptable-use' },
      major: 1,
      typedName: 'Teacher Seven',
      fields: { 'job-title': 'Teacher' },
      agreed: true,
      language: 'en',
      channel: 'web',
      assurance: 'code'
    }) as const;

  beforeEach(async () => {
    at = await freshDesk();
    renewed.length = said.length = 0;
    await at.desk.open(signing().matter, 'en', 'web');
  });

  it('are put right, the ask and the reminder, once for a sitting', async () => {
    await sent('ask', 'ask 1', 'activity-1');
    await sent('remind', 'remind 1', 'activity-2');
    await sent('receipt', 'receipt 1', 'activity-3');
    const here = desk();
    await Promise.all([here.sign(signing()), here.sign(signing())]);
    await until(() => renewed.length === 2);
    assert.deepEqual(renewed.map(({ chat: id, activity }) => `${id} ${activity}`).sort(), [
      'a:chat-of-seven activity-1',
      'a:chat-of-seven activity-2'
    ]);
    assert.match(
      JSON.stringify(renewed[0]?.card),
      /You have nothing to sign at the moment\..*Acceptable use, version 1\.0: 23 November 2026, 09:00 GMT/
    );
    await new Promise(resolve => setTimeout(resolve, 50));
    assert.equal(renewed.length, 2);
  });

  it('do not keep the signature waiting, and a failure is no more than a line of the log', async () => {
    await sent('ask', 'ask 1', 'activity-1');
    assert.ok('done' in (await desk(false).sign(signing())));
    assert.deepEqual(renewed, [], 'not before the answer');
    await until(() => said.length > 0);
    assert.match(said[0]!, /puts itself right when it is next shown/);
  });

  it('stay as they are where nothing was taken, and for whoever has no chat', async () => {
    await sent('ask', 'ask 1', 'activity-1');
    const here = desk();
    await here.sign({ ...signing(), agreed: false });
    const governor = { person: at.ids['governor']!, policy: 'acceptable-use' };
    assert.ok('done' in (await here.decline(governor, 1, 'No.', 'web')));
    await new Promise(resolve => setTimeout(resolve, 100));
    assert.deepEqual(renewed, []);
  });
});
