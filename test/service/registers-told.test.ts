import assert from 'node:assert/strict';
import type { Card } from '../../bot/turn.ts';
import { locales } from '../../core/locale.ts';
import { mailFor } from '../../service/mails.ts';
import type { Sending } from '../../service/outbox.ts';
import { saidInTeams } from '../../service/said.ts';
import { freshDesk } from '../support/desk.ts';

describe('the notice that something falls due in a register', function () {
  this.timeout(30_000);

  it('in Teams says so and where to look, in the person’s language, and nothing else', async () => {
    const { desk, ids } = await freshDesk();
    const person = (await desk.people()).find(({ id }) => id === ids['coordinator'])!;
    const sending = { purpose: 'notice', payload: { registers: '2026-11-23' } } as unknown as Sending;
    const said = (await saidInTeams(desk, sending, person)) as { readonly summary: string; readonly card: Card };
    assert.equal(said.summary, 'Something falls due in a register that you keep');
    const texts = JSON.stringify(said.card);
    assert.match(texts, /Open Beadle’s tab and choose «Registers»\./);
    assert.doesNotMatch(texts, /2026|training|consent/i);
    const welsh = (await saidInTeams(desk, sending, { ...person, language: 'cy' })) as { readonly summary: string };
    assert.equal(welsh.summary, 'Mae rhywbeth i’w wneud mewn cofrestr yr ydych yn ei chadw');
  });

  it('by mail says the same, with the way to the page and no name', () => {
    for (const language of locales) {
      const { subject, text } = mailFor('registers', {
        to: 'esafety@school.example',
        language,
        languages: ['en', 'cy'],
        values: { school: 'Example Primary School', name: 'Casey Online' },
        link: 'https://beadle.school.example/tab#registers'
      });
      assert.match(subject, language === 'en' ? /^Example Primary School: something falls due/ : /^Example Primary School: mae rhywbeth/);
      assert.ok(text.includes('https://beadle.school.example/tab#registers'));
      assert.doesNotMatch(`${subject}${text}`, /Casey|training|hyfforddiant|\{[a-z]+\}/i);
    }
  });
});
