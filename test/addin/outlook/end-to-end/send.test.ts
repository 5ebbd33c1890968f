import assert from 'node:assert/strict';
import type { MailPolicy } from '../../../../core/mail/policy.ts';
import { browses, built } from '../../../support/browser.ts';
import { kept } from '../../../support/outlook/kept.ts';
import { type Day, outlook, type Outlook, origin } from '../../../support/outlook/outlook.ts';
import type { profiles } from '../../../support/outlook/profiles.ts';
import { type SchoolService, schoolService } from '../../../support/outlook/school-service.ts';
import type { Mailbox, Seen, Weather } from '../../../support/outlook/shapes.ts';

const parent: Mailbox = { address: 'parent.three@home.example', name: 'Parent Three' };
const head: Mailbox = { address: 'Head@School.example', name: 'Headteacher', kind: 'user' };
const colleague: Mailbox = { address: 'colleague@school.example', name: 'Colleague One', kind: 'user' };
const outing = { subject: 'Swimming on Thursday', text: 'Please bring a towel and goggles for the swimming lesson.' };
const toParent = { ...outing, to: [parent] };
const withoutHead = 'This goes to parents or carers without the headteacher. Copy in the headteacher. Clause 12.';
const clauses = { 'copy-head-on-outside-mail': [{ id: '12', section: 'E-mail' }] };
const policy = kept({ clauses });
const blocks = kept({ clauses, rules: { 'head-not-copied': { action: 'block' } } });
const unsure = 'Beadle could not read all of this message. Look it over once more before you send it.';
const crowd: readonly Mailbox[] = Array.from({ length: 499 }, (_, i) => ({ address: `family${i}@home.example`, name: `Family ${i}` }));
const megabyte = 'The kitchen garden needs volunteers again. '.repeat(23_000);
const noPeople = 'Beadle could not see everybody this goes to. Check who it goes to before you send it.';

function labels({ alert }: Seen): readonly string[] | undefined {
  return alert?.buttons.map(({ label }) => label);
}

/** The alert's words, however its client shows them. */
function wordsOf({ alert }: Seen): string {
  return alert?.text.replace(/\*\*/g, '') ?? '';
}

function took({ ran }: Seen): number {
  return ran[ran.length - 1]?.judged ?? Infinity;
}

/** So many parents that the policy has this many bytes. */
function directoryFor(bytes: number): MailPolicy['directory'] {
  const size = (count: number): number =>
    (JSON.parse(kept({ directory: parents(count) })['beadle.policy'] ?? '') as { readonly payload: string }).payload.length;
  const each = (size(1200) - size(200)) / 1000;
  return parents(Math.floor(200 + (bytes - size(200)) / each));
}

function parents(count: number): MailPolicy['directory'] {
  const all = Array.from({ length: count }, (_, i) => [`p${i}@home.example`, [{ audience: 'parent' }]] as const);
  return Object.fromEntries([...all, ['parent.three@home.example', [{ audience: 'parent' }]] as const]);
}

describe('Send in Outlook', () => {
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

  const clients: readonly (readonly [profile: keyof typeof profiles, warns: readonly string[], blocked: readonly string[]])[] = [
    ['web', ['Send Anyway', 'Copy in the head', 'Don’t Send'], ['Copy in the head', 'Don’t Send']],
    ['classic-1.14', ['Send Anyway', 'Copy in the head'], ['Copy in the head']],
    ['mac', ['Send Anyway', 'Copy in the head'], ['Copy in the head']],
    // Without `sendModeOverride` the manifest's mode stands: this client cannot only warn.
    ['classic-1.12', ['Don’t Send'], ['Don’t Send']]
  ];
  for (const [profile, warns, blocked] of clients) {
    browses(`warns with the sentence, the clause and one click that puts it right: ${profile}`, () =>
      fake!.writing({ profile, draft: toParent, settings: policy }, async ({ send }) => {
        const seen = await send();
        assert.equal(wordsOf(seen), withoutHead);
        assert.deepEqual(labels(seen), warns);
        assert.equal(seen.fate, 'writing');
      })
    );
    browses(`stops what the school forbids: ${profile}`, () =>
      fake!.writing({ profile, draft: toParent, settings: blocks }, async ({ send }) => {
        assert.deepEqual(labels(await send()), blocked);
      })
    );
    browses(`lets go what is in order: ${profile}`, () =>
      fake!.writing({ profile, draft: { ...toParent, cc: [head] }, settings: policy }, async ({ send, seen }) => {
        assert.deepEqual((await seen()).bars, []);
        assert.equal((await send()).fate, 'sent');
      })
    );
    browses(`keeps to it where a call fails, with 500 recipients and with a megabyte of text: ${profile}`, () =>
      fake!.writing({ profile, draft: toParent, settings: policy }, async ({ change, write, send, escape }) => {
        await change({ fails: { 'body.get': 9002 } });
        const failing = wordsOf(await send());
        assert.ok(failing.includes(withoutHead) && failing.includes(unsure), failing);
        await escape();
        await change({ fails: {} });
        await write({ text: megabyte, html: `<div>${megabyte}</div>` });
        const large = await send();
        assert.equal(wordsOf(large), withoutHead);
        assert.ok(took(large) < 2000, `${took(large)} ms`);
        await escape();
        await write({ to: [...crowd, parent], text: outing.text, html: outing.text });
        const many = await send();
        assert.match(wordsOf(many), /500 families or outside people can see each other’s addresses/);
        assert.ok(took(many) < 1500, `${took(many)} ms`);
      })
    );
    browses(`answers before Outlook loses patience where every call takes a second and a half: ${profile}`, () =>
      fake!.writing({ profile, draft: toParent, settings: policy }, async ({ change, send }) => {
        await change({ delay: 1500 });
        const seen = await send();
        assert.equal(seen.alert?.why, 'finding');
        assert.ok(took(seen) < 3500, `${took(seen)} ms`);
      })
    );
    browses(`goes on judging by a policy whose day is over: ${profile}`, () =>
      fake!.writing({ profile, draft: toParent, settings: kept({ clauses }, 40) }, async ({ send }) => {
        assert.equal(wordsOf(await send()), withoutHead);
      })
    );
    browses(`lets everything go without a policy, and says so: ${profile}`, () =>
      fake!.writing({ profile, draft: toParent }, async ({ send, seen }) => {
        assert.match((await seen()).bars[0]?.message ?? '', /no school policy yet/);
        assert.equal((await send()).fate, 'sent');
      })
    );
    browses(`leaves it to the manifest where the service is down before anything was loaded, and offline: ${profile}`, async () => {
      fake!.cut(new URL(origin).hostname, true);
      try {
        // A browser of its own, which has kept nothing.
        await fake!.writing(
          { profile, dark: true, draft: toParent, settings: policy, clocks: { boot: 500 } },
          async ({ change, send, escape }) => {
            const down = await send();
            assert.equal(down.alert?.why, 'unavailable');
            assert.deepEqual(labels(down), ['Send Anyway', 'Try Later']);
            await escape();
            await change({ offline: 'lost' });
            assert.deepEqual(labels(await send()), ['Send Anyway', 'Don’t Send']);
            await escape();
            await change({ offline: 'chosen' });
            assert.deepEqual(labels(await send()), ['Don’t Send']);
          }
        );
      } finally {
        fake!.cut(new URL(origin).hostname, false);
      }
    });
  }

  browses('sends without being asked on a phone, which has no event for it', () =>
    fake!.writing({ profile: 'phone', draft: toParent, settings: policy }, async ({ send }) => {
      assert.equal((await send()).fate, 'sent');
    })
  );

  browses('leaves the last word to the person where the school only warns', () =>
    fake!.writing({ draft: toParent, settings: policy }, async ({ send, press }) => {
      await send();
      assert.equal((await press('Don’t Send')).fate, 'writing');
      await send();
      assert.equal((await press('Send Anyway')).fate, 'sent');
    })
  );

  browses('judges a reply and a forwarded message like any other', async () => {
    for (const compose of ['reply', 'forward'] as const) {
      await fake!.writing({ draft: { ...toParent, compose }, settings: policy }, async ({ send }) => {
        assert.equal(wordsOf(await send()), withoutHead);
      });
    }
  });

  browses('speaks Welsh in a Welsh Outlook', () =>
    fake!.writing({ draft: toParent, settings: policy, locale: 'cy-GB' }, async ({ send }) => {
      const seen = await send();
      assert.match(seen.alert?.text ?? '', /pennaeth.*Cymal 12\./);
      assert.deepEqual(labels(seen), ['Send Anyway', 'Anfon at y pennaeth', 'Don’t Send']);
    })
  );

  const troubles: readonly (readonly [says: string, weather: Partial<Weather>, words: string])[] = [
    ['the text cannot be read', { fails: { 'body.get': 9002 } }, unsure],
    ['a recipient field cannot be read', { fails: { 'cc.get': 9002 } }, noPeople],
    ['nothing ever comes', { silent: ['to.get', 'cc.get', 'bcc.get', 'subject.get', 'body.get', 'from.get'] }, unsure]
  ];
  for (const [says, weather, words] of troubles) {
    browses(`asks where the school says so and ${says}`, () =>
      fake!.writing({ draft: { ...outing, to: [colleague] }, settings: policy }, async ({ change, send }) => {
        await change(weather);
        const seen = await send();
        assert.equal(seen.alert?.text, words);
        assert.ok(labels(seen)?.includes('Send Anyway'));
        assert.ok(took(seen) < 4500, `${took(seen)} ms`);
      })
    );
    browses(`lets go where the school says so and ${says}`, () =>
      fake!.writing({ draft: { ...outing, to: [colleague] }, settings: kept({ whenUnsure: 'allow' }) }, async ({ change, send }) => {
        await change(weather);
        assert.equal((await send()).fate, 'sent');
      })
    );
  }

  browses('does not take the recipients that this client hands over for all there are', () =>
    fake!.writing(
      { profile: 'classic-1.14', draft: { ...outing, bcc: [...crowd, ...crowd], cc: [head] }, settings: policy },
      async ({ send }) => {
        assert.ok((await send()).alert?.text.includes(noPeople));
      }
    )
  );

  const noPolicies: readonly (readonly [says: string, settings: Day['settings'] & object])[] = [
    ['it is not one', { 'beadle.policy': '{"payload":"{","kid":"a","signature":"b"}' }],
    ['it is half of one', { 'beadle.policy': '{"payload":"{\\"format\\":1,\\"policy\\":{}}","kid":"a","signature":"b"}' }]
  ];
  for (const [says, settings] of noPolicies) {
    browses(`lets everything go without a policy: ${says}`, () =>
      fake!.writing({ draft: toParent, settings }, async ({ send, seen }) => {
        assert.match((await seen()).bars[0]?.message ?? '', /no school policy yet/);
        assert.equal((await send()).fate, 'sent');
      })
    );
  }

  browses('keeps a record without a word or an address of the message, and keeps the policy', () =>
    fake!.writing({ draft: toParent, settings: policy }, async ({ send }) => {
      const { settings } = await send();
      const [record] = JSON.parse(settings['beadle.records'] ?? '[]') as readonly { readonly sender: string; readonly findings: unknown }[];
      assert.deepEqual(record?.findings, [{ rule: 'head-not-copied', action: 'confirm', places: 1 }]);
      assert.match(record?.sender ?? '', /^[0-9a-f]{16}$/);
      assert.equal(settings['beadle.policy'], policy['beadle.policy']);
    })
  );

  browses('answers all the same where the record cannot be kept, or saving never ends', async () => {
    for (const weather of [{ fails: { 'settings.save': 9019 } }, { silent: ['settings.save'] }]) {
      await fake!.writing({ draft: toParent, settings: policy, weather }, async ({ send }) => {
        const seen = await send();
        assert.equal(seen.alert?.why, 'finding');
        assert.ok(took(seen) < 1500, `${took(seen)} ms`);
      });
    }
  });

  browses('has room for another record beside the largest policy that the service gives', async () => {
    const record = {
      at: new Date().toISOString(),
      sender: '0'.repeat(16),
      policy: '00112233aabb',
      action: 'confirm',
      findings: Array.from({ length: 3 }, () => ({ rule: 'pupil-named-in-file-name', action: 'confirm', places: 12 })),
      unjudged: []
    };
    const full = {
      ...kept({ directory: directoryFor(23 * 1024) }),
      'beadle.key': JSON.stringify({ kid: 'k'.repeat(43), kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) }),
      'beadle.records': JSON.stringify(Array.from({ length: 14 }, () => record)),
      'beadle.answers': JSON.stringify(Array.from({ length: 16 }, () => ({ hash: 'f'.repeat(16), audience: 'governor', provider: false })))
    };
    await fake!.writing({ draft: toParent, settings: full }, async ({ send }) => {
      const { settings } = await send();
      assert.match(settings['beadle.records'] ?? '', /head-not-copied/);
    });
  });

  browses('goes on warning from the browser’s own copy where its server went down since', async () => {
    await fake!.writing({ draft: toParent, settings: policy }, async ({ send }) => {
      fake!.cut(new URL(origin).hostname, true);
      try {
        assert.equal((await send()).alert?.why, 'finding');
      } finally {
        fake!.cut(new URL(origin).hostname, false);
      }
    });
  });

  browses('asks nobody but for its own files and for office.js', () => {
    const hosts = fake!.sent.filter(({ host }) => host === 'beadle.school.example').map(({ path }) => path);
    assert.deepEqual([...new Set(hosts)].sort(), ['/outlook/commands.html', '/outlook/launchevent.js']);
    return Promise.resolve();
  });

  browses('lets no word and no address of any message leave the browser', () => {
    assert.deepEqual(fake!.leaks(), []);
    return Promise.resolve();
  });
});
