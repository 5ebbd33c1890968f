import assert from 'node:assert/strict';
import { browses, built } from '../../../support/browser.ts';
import { kept } from '../../../support/outlook/kept.ts';
import { outlook, type Outlook } from '../../../support/outlook/outlook.ts';
import type { profiles } from '../../../support/outlook/profiles.ts';
import { type SchoolService, schoolService } from '../../../support/outlook/school-service.ts';
import type { Mailbox, Seen } from '../../../support/outlook/shapes.ts';

const parent: Mailbox = { address: 'parent.three@home.example', name: 'Parent Three' };
const head: Mailbox = { address: 'head@school.example', name: 'Headteacher', kind: 'user' };
const outing = { subject: 'Museum on Friday', text: 'We leave by coach after registration and return before lunch.' };
const withoutHead = 'This goes to parents or carers without the headteacher. Copy in the headteacher.';

function bar({ bars }: Seen): string | undefined {
  return bars[0]?.message;
}

describe('writing in Outlook', () => {
  let build: ReturnType<typeof built>;
  let service: SchoolService;
  let fake: Outlook | undefined;
  before(async () => {
    build = built();
    service = await schoolService(build.folder);
    fake = await outlook(service.listener);
  });
  after(async () => {
    await fake?.close();
    service.gone();
    build.gone();
  });

  for (const profile of ['web', 'classic-1.12', 'classic-1.14', 'mac', 'phone'] as const satisfies readonly (keyof typeof profiles)[]) {
    browses(`has one bar as soon as there is something to say, and none once it is put right: ${profile}`, () =>
      fake!.writing({ profile, draft: outing, settings: kept() }, async ({ write, seen }) => {
        assert.deepEqual((await seen()).bars, []);
        await write({ to: [parent] });
        const { bars } = await seen();
        assert.equal(bars.length, 1);
        assert.equal(bars[0]?.message, withoutHead);
        assert.equal(bars[0]?.type, profile === 'phone' ? 'informationalMessage' : 'insightMessage');
        assert.equal(bars[0]?.actions?.[0]?.actionText, profile === 'phone' ? undefined : 'Open Beadle');
        await write({ cc: [head] });
        assert.deepEqual((await seen()).bars, []);
      })
    );
  }

  browses('says it at once on a reply and on a message that is forwarded', async () => {
    for (const compose of ['reply', 'forward'] as const) {
      await fake!.writing({ draft: { ...outing, to: [parent], compose }, settings: kept() }, async ({ seen }) => {
        assert.equal(bar(await seen()), withoutHead);
      });
    }
  });

  browses('says the most important thing, and how many more there are', () =>
    fake!.writing({ draft: outing, settings: kept({ rules: { 'crowd-in-the-open': { action: 'block' } } }) }, async ({ write, seen }) => {
      await write({ to: Array.from({ length: 12 }, (_, i) => ({ address: `family${i}@home.example` })).concat(parent) });
      assert.equal(bar(await seen()), '13 families or outside people can see each other’s addresses. Move them to Bcc. And 1 more.');
    })
  );

  browses('looks again when a file is attached and when the sender changes', () =>
    fake!.writing({ draft: { ...outing, to: [parent], cc: [head] }, settings: kept() }, async ({ write, seen }) => {
      await write({ attachments: [{ name: 'IMG_1234.jpg', size: 20_000 }] });
      const attached = await seen();
      assert.match(bar(attached) ?? '', /^Pictures would leave the school/);
      assert.deepEqual(
        attached.ran.map(({ event, answer }) => [event, answer]),
        [
          ['OnNewMessageCompose', 'completed'],
          ['OnMessageAttachmentsChanged', 'completed']
        ]
      );
      await write({ attachments: [] });
      assert.deepEqual((await seen()).bars, []);
      await write({ from: { address: 'someone@gmail.com', name: 'Class Teacher' } });
      assert.match(bar(await seen()) ?? '', /Send it from your school account/);
    })
  );

  browses('speaks Welsh in a Welsh Outlook', () =>
    fake!.writing({ draft: { ...outing, to: [parent] }, settings: kept(), locale: 'cy-GB' }, async ({ seen }) => {
      const { bars } = await seen();
      assert.match(bars[0]?.message ?? '', /pennaeth/);
      assert.equal(bars[0]?.actions?.[0]?.actionText, 'Agor Beadle');
    })
  );

  browses('says once that there is no policy, and not again when it was dismissed', () =>
    fake!.writing({ draft: outing }, async ({ page, write, seen }) => {
      assert.equal(bar(await seen()), 'Beadle has no school policy yet. Open the pane and sign in.');
      await page.click('.bar .dismiss');
      await write({ to: [parent] });
      assert.deepEqual((await seen()).bars, []);
    })
  );

  browses('says on a phone where the policy can be fetched', () =>
    fake!.writing({ profile: 'phone', draft: outing }, async ({ seen }) => {
      assert.match(bar(await seen()) ?? '', /on a computer/);
    })
  );

  browses('says that the policy is old, but rather what it finds', () =>
    fake!.writing({ draft: outing, settings: kept({}, 40) }, async ({ write, seen }) => {
      assert.match(bar(await seen()) ?? '', /out of date/);
      await write({ to: [parent] });
      assert.equal(bar(await seen()), withoutHead);
    })
  );

  browses('looks at every change, however fast they follow each other, and ends with the last', () =>
    fake!.writing({ draft: outing, settings: kept() }, async ({ write, rest, seen }) => {
      await Promise.all([write({ to: [parent] }), write({ cc: [head] }), write({ cc: [] })]);
      await rest();
      assert.equal(bar(await seen()), withoutHead);
      assert.ok((await seen()).ran.every(({ answer }) => answer === 'completed'));
    })
  );

  browses('leaves the message alone where nothing can be read', () =>
    fake!.writing(
      { draft: { ...outing, to: [parent] }, settings: kept(), weather: { fails: { 'to.get': 9002, 'body.get': 9002, 'bar.get': 9002 } } },
      async ({ seen }) => {
        assert.deepEqual((await seen()).bars, []);
        assert.equal((await seen()).ran[0]?.answer, 'completed');
      }
    )
  );

  browses('opens nothing, sends nothing and keeps nothing while one writes', () =>
    fake!.writing({ draft: { ...outing, to: [parent] }, settings: kept() }, async ({ seen }) => {
      const { calls } = await seen();
      assert.deepEqual(
        calls.filter(call => /save|set|add$|headers/.test(call)),
        []
      );
    })
  );

  browses('lets no word and no address of any message leave the browser', () => {
    assert.deepEqual(fake!.leaks(), []);
    return Promise.resolve();
  });
});
