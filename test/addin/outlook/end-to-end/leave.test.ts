import assert from 'node:assert/strict';
import type { Turn } from '../../../../bot/turn.ts';
import { approvalRoutes } from '../../../../service/routes/outlook-approvals.ts';
import { readKeys } from '../../../../service/keys.ts';
import { freshApprovals, type TestApprovals } from '../../../support/approvals.ts';
import { browses, built, comes } from '../../../support/browser.ts';
import { nestedSignIn } from '../../../support/outlook/nested-sign-in.ts';
import { outlook, type Outlook } from '../../../support/outlook/outlook.ts';
import { type SchoolService, schoolService } from '../../../support/outlook/school-service.ts';
import { act, press, turnOf } from '../../../bot/actions/turns.ts';

const draft = {
  subject: 'Harvest assembly',
  text: 'Families are welcome to the harvest assembly in the hall.',
  to: [{ address: 'parent.three@home.example', name: 'Parent Three' }]
};

describe('leave for a message, from the pane to Send', () => {
  let build: ReturnType<typeof built>;
  let at: TestApprovals;
  let service: SchoolService;
  let fake: Outlook | undefined;

  before(async () => {
    build = built();
    at = await freshApprovals();
    at.clock.at = Date.now();
    service = await schoolService(build.folder, ({ tokens, now }) => [
      approvalRoutes(
        {
          approvals: at.approvals,
          tokens,
          keys: async () => (await readKeys(service.folder))!,
          personOf: () => at.desk.person(at.ids['teacher']!),
          now
        },
        line => assert.fail(line)
      )
    ]);
    fake = await outlook(service.listener, context => nestedSignIn(context, service.token, () => 'signed-in'));
  });
  after(async () => {
    await fake?.close();
    service.gone();
    build.gone();
  });

  browses('is asked in the pane, given in the chat, and lets the rule rest at Send and no longer than it covers', () =>
    fake!.writing({ draft }, async ({ page, pane, send, press: pressed, rest, seen, write }) => {
      await page.click('.ribbon');
      const first = await pane();
      await first.locator('[data-finding="head-not-copied"]').waitFor();
      await rest();
      assert.equal((await send()).alert?.why, 'finding');
      await pressed('Don’t Send');
      await first.locator('#approval-note').fill('They asked for it.');
      await first.click('#approval-ask');
      await first.locator('[data-asked=asked]').waitFor();

      // The head decides, with the card that the bot shows.
      const head: Turn = await turnOf(at, 'head', 'en', { approvals: at.approvals });
      const [waiting] = await at.approvals.waiting(at.ids['head']!);
      const { card } = await act(head, 'approval-open', { id: waiting!.id, in: 'en' });
      await press(head, card!, 'approval-act');
      assert.equal((await at.approvals.read(waiting!.id, at.ids['teacher']!))?.state, 'given');

      await page.click('.ribbon');
      const second = await pane();
      await second.locator('[data-approved]').waitFor();
      await second.locator('[data-finding="head-not-copied"]').waitFor({ state: 'detached' });
      await comes(async () => (await seen()).settings['beadle.approvals'] !== undefined, true);
      // Another parent is another message.
      await write({ cc: [{ address: 'parent.one@family.example', name: 'Parent One' }] });
      assert.equal((await send()).alert?.why, 'finding');
      await pressed('Don’t Send');
      await write({ cc: [] });
      await rest();
      assert.equal((await send()).fate, 'sent');
    })
  );
});
