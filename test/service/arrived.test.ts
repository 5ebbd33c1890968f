import assert from 'node:assert/strict';
import type { Arrival } from '../../service/jobs/send.ts';
import { type AskGraph, arrivedByGraph } from '../../service/arrived.ts';
import { personNamed } from '../support/teams/school.ts';

const seven = { ...personNamed('Teacher Seven'), entraId: 'aaaaaaaa-0000-4000-8000-000000000007' };
const message = (id: string, sending: string): object => ({
  id,
  attachments: [{ content: JSON.stringify({ type: 'AdaptiveCard', actions: [{ type: 'Action.Execute', data: { sending } }] }) }]
});

describe('looking whether a card has arrived', () => {
  const cases: readonly (readonly [title: string, answer: Awaited<ReturnType<AskGraph>>, arrival: Arrival])[] = [
    ['it is there', { status: 200, body: { value: [message('2', 's-2'), message('1', 's-1')] } }, { kind: 'there', activity: '1' }],
    ['others are there', { status: 200, body: { value: [message('2', 's-2')] } }, { kind: 'not-there' }],
    ['the chat is empty', { status: 200, body: { value: [] } }, { kind: 'not-there' }],
    [
      'a message has no attachments',
      {
        status: 200,
        body: {
          value: [
            { id: '3', attachments: null },
            { id: '4', attachments: [{ content: null }] }
          ]
        }
      },
      { kind: 'not-there' }
    ],
    ['the right was not given', { status: 403, body: {} }, { kind: 'hidden' }],
    ['the token is not taken', { status: 401, body: {} }, { kind: 'hidden' }],
    ['the chat is not known by that name', { status: 404, body: {} }, { kind: 'hidden' }],
    ['Graph is too busy', { status: 429, body: {} }, { kind: 'later' }],
    ['Graph fails', { status: 503, body: {} }, { kind: 'later' }],
    ['Graph answers something else', { status: 200, body: { error: {} } }, { kind: 'later' }],
    ['nothing came', undefined, { kind: 'later' }]
  ];
  for (const [title, answer, arrival] of cases) {
    it(`says ${arrival.kind} where ${title}`, async () => {
      let asked = '';
      const arrived = arrivedByGraph(url => ((asked = url), Promise.resolve(answer)), '22222222-2222-4222-8222-222222222222');
      assert.deepEqual(await arrived(seven, 's-1'), arrival);
      assert.equal(
        asked,
        'https://graph.microsoft.com/v1.0/chats/19%3Aaaaaaaaa-0000-4000-8000-000000000007_22222222-2222-4222-8222-222222222222%40unq.gbl.spaces/messages?$top=50'
      );
    });
  }
});
