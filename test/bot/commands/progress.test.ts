import assert from 'node:assert/strict';
import type { Sending } from '../../../core/policies/desk.ts';
import type { Person } from '../../../core/policies/person.ts';
import { progressCard } from '../../../bot/commands/progress.ts';
import { sendingReasons } from '../../../service/sending-reasons.ts';
import { deskWith, personNamed } from '../../support/teams/school.ts';

const coordinator = personNamed('Coordinator', { roles: ['staff', 'coordinator'] });
const governor = personNamed('Governor Two', { roles: ['governor'] });

async function words(person: Person, sending: Sending, locale: 'en' | 'cy' = 'en'): Promise<string> {
  const desk = deskWith({ sending: () => Promise.resolve(sending), people: () => Promise.resolve([person]) });
  return JSON.stringify(await progressCard({ person, locale, desk }));
}

describe('the chat: how the sending stands', () => {
  const trouble = (name: string, reason: keyof typeof sendingReasons) => ({ person: personNamed(name), ...sendingReasons[reason] });
  const sending: Sending = {
    waiting: 0,
    sent: 4,
    failed: 3,
    paused: false,
    troubles: [trouble('Teacher Seven', 'not-installed'), trouble('Teacher Eight', 'not-installed'), trouble('Kit *Sample*', 'unclear')]
  };

  it('names to the coordinator whom nothing has reached, why, and what can be done', async () => {
    const card = await words(coordinator, sending);
    assert.match(
      card,
      /Teacher Seven, Teacher Eight: Beadle is not installed for them in Teams\. Ask IT support to install it for them in the Teams admin centre\./
    );
    assert.match(card, /It is not known whether the message arrived\. It is not sent again by itself/);
    assert.doesNotMatch(card, /Kit \*Sample\*/);
    assert.match(await words(coordinator, sending, 'cy'), /Nid yw Beadle wedi’i osod ar eu cyfer yn Teams\./);
  });

  it('names fifteen for one reason and counts the others', async () => {
    const many = Array.from({ length: 20 }, (_, i) => trouble(`Teacher ${i}`, 'blocked'));
    assert.match(await words(coordinator, { ...sending, troubles: many }), /Teacher 14 and 5 more: They have blocked Beadle in Teams\./);
  });

  it('names nobody to a governor', async () => {
    assert.doesNotMatch(await words(governor, sending), /Teacher Seven/);
  });
});
