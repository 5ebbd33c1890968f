import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { events as all, paneControl, paths, requirementSets, started } from '../../../../manifests/source.ts';
import { browses, comes } from '../../../support/browser.ts';
import { type Day, manifest, outlook, type Outlook } from '../../../support/outlook/outlook.ts';
import { profiles } from '../../../support/outlook/profiles.ts';

const office = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
const head = `<!doctype html><meta charset="utf-8">${office}`;

/** An add-in of a few lines that does at an event what its settings say. */
const script = `
Office.onReady();
function does(event) {
  var what = Office.context.roamingSettings.get('does') || {};
  var item = Office.context.mailbox.item;
  if (what.never) return;
  if (what.call === 'close') item.close();
  if (what.call === 'form') Office.context.mailbox.displayMessageFormAsync('x', function () {});
  function tell(value) {
    event.completed({ allowEvent: false, errorMessage: JSON.stringify(value === undefined ? 'undefined' : value) });
  }
  if (what.read === 'to') return item.to.getAsync(function (to) { tell(to.value.length); });
  if (what.read === 'names') return tell(['from', 'sessionData', 'getAttachmentsAsync', 'delayDeliveryTime'].filter(function (name) { return item[name]; }));
  if (what.read === 'subject') return item.subject.getAsync(function (subject) { tell([subject.status, subject.error && subject.error.code]); });
  if (what.add) return item.cc.addAsync(Array(what.add).fill('a@b.example'), function (added) { tell(added.status); });
  if (what.keep) {
    Office.context.roamingSettings.set('kept', Array(what.keep + 1).join('x'));
    return Office.context.roamingSettings.saveAsync(function (saved) { tell([saved.status, saved.error && saved.error.code]); });
  }
  if (what.session) {
    return item.sessionData.setAsync('kept', Array(what.session + 1).join('x'), function (saved) { tell([saved.status, saved.error && saved.error.code]); });
  }
  event.completed(what.options);
  if (what.twice) event.completed(what.options);
}
function bar(event) {
  var what = Office.context.roamingSettings.get('bar');
  if (!what) return event.completed();
  if (what.counts) {
    return Office.context.mailbox.item.to.getAsync(function (to) {
      var counted = { type: 'informationalMessage', message: String(to.value.length), icon: 'i', persistent: false };
      Office.context.mailbox.item.notificationMessages.replaceAsync('one', counted, function () { event.completed(); });
    });
  }
  Office.context.mailbox.item.notificationMessages.addAsync('one', what, function (added) {
    if (added.status === 'failed') Office.context.mailbox.item.notificationMessages.addAsync('two', { type: 'informationalMessage', message: String(added.error.code), icon: 'i', persistent: false }, function () { event.completed(); });
    else event.completed();
  });
}
Office.actions.associate('onMessageSend', does);
Office.actions.associate('onNewMessageCompose', bar);
`;

const files: { readonly [path: string]: string } = {
  '/outlook/commands.html': `${head}<script src="/outlook/launchevent.js"></script>`,
  '/outlook/launchevent.js': script,
  '/outlook/pane.html': `${head}<p></p><script>
    Office.onReady(function () {
      Office.context.mailbox.item.getInitializationContextAsync(function (context) { document.querySelector('p').textContent = context.value; });
    });
  </script>`
};

const addIn: RequestListener = ({ url = '' }, response) => {
  const file = files[url.split('?')[0]!];
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': url.includes('.js') ? 'text/javascript' : 'text/html' }).end(file);
};

const stop = { allowEvent: false, errorMessage: 'Stop.' };
const fix = { ...stop, commandId: 'beadlePane', cancelLabel: 'Put it right', contextData: '{"v":1}' };
const ask = { ...fix, sendModeOverride: 'promptUser' };

function does(what: object): Day['settings'] & object {
  return { does: JSON.stringify(what) };
}

/** Nothing runs but what the test is about. */
const atSend = { OnMessageSend: 'onMessageSend' };

describe('the fake Outlook', () => {
  let fake: Outlook | undefined;
  before(async () => {
    fake = await outlook(addIn);
  });
  after(() => fake?.close());

  it('is told by hand what the product’s own manifests say', () => {
    const { icon: _, ...pages } = paths;
    assert.deepEqual(manifest.events, Object.fromEntries(started.map(({ event, handler }) => [event, handler])));
    assert.deepEqual([manifest.runtime, manifest.panes], [pages.events, { [paneControl]: pages.pane }]);
  });

  it('knows of each client the events that the manifests know of', () => {
    for (const profile of Object.values(profiles)) {
      const known = started
        .map(({ event }) => event)
        .filter(event =>
          profile.id === 'phone' ? all[event].phones : requirementSets.indexOf(all[event].since) <= requirementSets.indexOf(profile.mailbox)
        );
      assert.deepEqual([...profile.events].sort(), [...known].sort(), profile.id);
    }
  });

  const buttons: readonly (readonly [says: string, day: Day, options: object, labels: readonly string[]])[] = [
    ['web, soft block', {}, fix, ['Put it right', 'Don’t Send']],
    ['web, soft block, override', {}, ask, ['Send Anyway', 'Put it right', 'Don’t Send']],
    ['web, prompt', { manifest: { sendMode: 'promptUser' } }, fix, ['Send Anyway', 'Put it right', 'Don’t Send']],
    ['web, block, override', { manifest: { sendMode: 'block' } }, ask, ['Send Anyway', 'Put it right', 'Don’t Send']],
    ['web, no label', {}, { ...stop, commandId: 'beadlePane' }, ['Take Action', 'Don’t Send']],
    ['web, a label alone', {}, { ...stop, cancelLabel: 'Put it right' }, ['Don’t Send']],
    ['classic 1.12, override', { profile: 'classic-1.12' }, ask, ['Don’t Send']],
    ['classic 1.14, override', { profile: 'classic-1.14' }, ask, ['Send Anyway', 'Put it right']],
    ['Mac, soft block', { profile: 'mac' }, fix, ['Put it right']]
  ];
  for (const [says, day, options, labels] of buttons) {
    browses(`shows the buttons that the client has: ${says}`, () =>
      fake!.writing({ ...day, manifest: { events: atSend, ...day.manifest }, settings: does({ options }) }, async ({ send }) => {
        const { alert, fate } = await send();
        assert.deepEqual(
          alert?.buttons.map(({ label }) => label),
          labels
        );
        assert.equal(fate, 'writing');
      })
    );
  }

  browses('opens the pane with what the alert was given, from the button that says so', () =>
    fake!.writing({ settings: does({ options: ask }) }, async ({ send, press, pane }) => {
      await send();
      const { fate } = await press('Put it right');
      assert.equal(fate, 'writing');
      await (await pane()).waitForFunction('document.querySelector("p").textContent === \'{"v":1}\'');
    })
  );

  browses('sends what is allowed, and what the person sends anyway', async () => {
    await fake!.writing({ settings: does({ options: { allowEvent: true } }) }, async ({ send }) => {
      assert.equal((await send()).fate, 'sent');
    });
    await fake!.writing({ settings: does({ options: ask }) }, async ({ send, press }) => {
      await send();
      assert.equal((await press('Send Anyway')).fate, 'sent');
    });
  });

  const forbidden: readonly (readonly [says: string, what: object, complaint: RegExp])[] = [
    ['a second answer', { options: stop, twice: true }, /more than once/],
    ['closing the message', { call: 'close', options: stop }, /item.close is blocked/],
    ['opening a form', { call: 'form', options: stop }, /displayMessageFormAsync is blocked|not a function/],
    ['a message that is too long', { options: { ...stop, errorMessage: 'x'.repeat(501) } }, /501 characters, more than 500/],
    ['Markdown that is too long', { options: { ...stop, errorMessageMarkdown: 'x'.repeat(501) } }, /501 characters/],
    ['a label that is too long', { options: { ...fix, cancelLabel: 'x'.repeat(21) } }, /21 characters, more than 20/],
    ['another mode than prompting', { options: { ...stop, sendModeOverride: 'block' } }, /can only be promptUser/],
    ['no message', { options: { allowEvent: false } }, /does not say why/],
    ['no decision', { options: {} }, /neither allows nor stops/],
    ['a command that the manifest lacks', { options: { ...stop, commandId: 'other' } }, /no command other/],
    ['data for nobody', { options: { ...stop, contextData: '{}' } }, /contextData without commandId/],
    ['a bare link in Markdown', { options: { ...stop, errorMessageMarkdown: 'See https://a.example' } }, /a link/]
  ];
  for (const [says, what, complaint] of forbidden) {
    browses(`does not let pass ${says}`, () =>
      assert.rejects(
        fake!.writing({ manifest: { events: atSend }, settings: does(what) }, async ({ send, seen }) => {
          await send();
          await comes(async () => (await seen()).complaints.length > 0, true);
        }),
        complaint
      )
    );
  }

  const answers: readonly (readonly [says: string, day: Day, what: object, answer: string])[] = [
    ['at most 500 recipients in classic', { profile: 'classic-1.14' }, { read: 'to' }, '500'],
    ['at most 1,000 recipients on the web', {}, { read: 'to' }, '1000'],
    ['every recipient on a Mac', { profile: 'mac' }, { read: 'to' }, '1200'],
    ['no name that came after 1.12', { profile: 'classic-1.12' }, { read: 'names' }, '["from","sessionData","getAttachmentsAsync"]'],
    ['every name on the web', {}, { read: 'names' }, '["from","sessionData","getAttachmentsAsync","delayDeliveryTime"]'],
    ['a failure where it is to fail', { weather: { fails: { 'subject.get': 9002 } } }, { read: 'subject' }, '["failed",9002]'],
    ['what fits in 32 KB', {}, { keep: 32_000 }, '["succeeded",null]'],
    ['nothing over 32 KB', {}, { keep: 33_000 }, '["failed",9019]'],
    ['session data of 50,000 characters in classic', { profile: 'classic-1.14' }, { session: 49_996 }, '["succeeded",null]'],
    ['no more session data in classic', { profile: 'classic-1.14' }, { session: 49_997 }, '["failed",9051]']
  ];
  const crowd = Array.from({ length: 1200 }, (_, i) => ({ address: `p${i}@home.example` }));
  for (const [says, day, what, answer] of answers) {
    browses(`hands over ${says}`, () =>
      fake!.writing({ ...day, manifest: { events: atSend }, draft: { to: crowd }, settings: does(what) }, async ({ send }) => {
        assert.equal((await send()).alert?.text, answer);
      })
    );
  }

  browses('hands over at most 100 recipients on a phone', () =>
    fake!.writing({ profile: 'phone', draft: { to: crowd }, settings: { bar: '{"counts":true}' } }, async ({ seen }) => {
      assert.equal((await seen()).bars[0]?.message, '100');
    })
  );

  browses('shows no recipient that Outlook has not made an address of', () =>
    fake!.writing({ draft: { to: [{ address: 'somebody', unresolved: true }] }, settings: does({ read: 'to' }) }, async ({ send }) => {
      assert.equal((await send()).alert?.text, '0');
    })
  );

  const late = { slow: 200, gone: 900, boot: 15_000 };
  browses('says that it takes longer, and then gives up', () =>
    fake!.writing({ clocks: late, settings: does({ never: true }) }, async ({ send, page, seen }) => {
      const { alert } = await send();
      assert.equal(alert?.why, 'slow');
      assert.deepEqual(
        alert?.buttons.map(({ label }) => label),
        ['Don’t Send']
      );
      await page.waitForSelector('#alert[data-why=timed-out]');
      assert.equal((await seen()).fate, 'writing');
    })
  );

  browses('lets a person who is only prompted send while it takes longer', () =>
    fake!.writing({ clocks: late, manifest: { sendMode: 'promptUser' }, settings: does({ never: true }) }, async ({ send, press }) => {
      await send();
      assert.equal((await press('Send Anyway')).fate, 'sent');
    })
  );

  browses('takes a function that nobody associated for an add-in that is unavailable', () =>
    fake!.writing({ manifest: { events: { OnMessageSend: 'nobody' } } }, async ({ send }) => {
      const { alert, ran } = await send();
      assert.equal(ran[0]?.answer, 'unknown-function');
      assert.equal(alert?.why, 'unavailable');
    })
  );

  for (const [sendMode, labels] of [
    ['softBlock', ['Send Anyway', 'Try Later']],
    ['block', ['Don’t Send']]
  ] as const) {
    browses(`asks by the manifest’s mode where the add-in’s server is down: ${sendMode}`, async () => {
      fake!.cut('beadle.school.example', true);
      try {
        await fake!.writing({ manifest: { sendMode }, clocks: { boot: 400 } }, async ({ send }) => {
          const { alert } = await send();
          assert.equal(alert?.why, 'unavailable');
          assert.deepEqual(
            alert?.buttons.map(({ label }) => label),
            labels
          );
        });
      } finally {
        fake!.cut('beadle.school.example', false);
      }
    });
  }

  browses('sends unchecked to the Outbox when a person who is only prompted works offline, and nothing otherwise', async () => {
    await fake!.writing({ manifest: { sendMode: 'promptUser' }, weather: { offline: 'chosen' } }, async ({ send }) => {
      assert.equal((await send()).fate, 'outbox');
    });
    await fake!.writing({ weather: { offline: 'chosen' } }, async ({ send }) => {
      assert.deepEqual(
        (await send()).alert?.buttons.map(({ does }) => does),
        ['keep']
      );
    });
    await fake!.writing({ weather: { offline: 'lost' } }, async ({ send, press }) => {
      assert.equal((await send()).alert?.why, 'offline');
      assert.equal((await press('Send Anyway')).fate, 'outbox');
    });
  });

  browses('does not ask anybody on a phone, and has no bar with a button there', async () => {
    await fake!.writing({ profile: 'phone', settings: does({ options: stop }) }, async ({ send }) => {
      assert.equal((await send()).fate, 'sent');
    });
    const insight = { type: 'insightMessage', message: 'Look.', icon: 'i', actions: [action] };
    await assert.rejects(
      fake!.writing({ profile: 'phone', settings: { bar: JSON.stringify(insight) } }, async () => {}),
      /no bar with an action/
    );
  });

  const action = { actionType: 'showTaskPane', actionText: 'Open', commandId: 'beadlePane', contextData: '{"v":2}' };
  browses('shows a bar, opens the pane from it, and lets it be dismissed', () =>
    fake!.writing(
      { settings: { bar: JSON.stringify({ type: 'insightMessage', message: 'Look.', icon: 'i', actions: [action] }) } },
      async ({ page, pane, seen }) => {
        await comes(() => page.textContent('.bar .message'), 'Look.');
        await page.click('.bar .action');
        await (await pane()).waitForFunction('document.querySelector("p").textContent === \'{"v":2}\'');
        await page.click('.bar .dismiss');
        assert.deepEqual((await seen()).bars, []);
      }
    )
  );

  browses('writes down every byte that leaves the browser, and lets nothing out of this machine', async () => {
    await fake!.writing({ draft: { text: 'x' } }, async ({ page }) => {
      await page.evaluate(() => fetch('https://somewhere.example/?a=1', { method: 'POST', body: 'the words' }).catch(() => undefined));
      await page.evaluate(() => fetch('http://somewhere.example/').catch(() => undefined));
    });
    const [seen] = fake!.sent.filter(({ host }) => host === 'somewhere.example').filter(({ method }) => method === 'POST');
    assert.equal(`${seen?.path} ${seen?.body().toString()}`, '/?a=1 the words');
  });
});
