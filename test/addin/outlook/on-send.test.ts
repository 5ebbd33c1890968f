import assert from 'node:assert/strict';
import fc from 'fast-check';
import sinon from 'sinon';
import type { Answer } from '../../../addin/outlook/kept.ts';
import { onSend } from '../../../addin/outlook/on-send.ts';
import { keyedHash } from '../../../core/mail/filter.ts';
import type { MailPolicy } from '../../../core/mail/policy.ts';
import { type Draft, type FakeOffice, fakeOffice, key, keptOn, reads, type Way } from './fake-office.ts';

type Options = Office.SmartAlertsEventCompletedOptions;

const now = Date.UTC(2026, 10, 18, 10);
const toParent: Draft = { to: ['parent.one@family.example'], text: 'The trip is on Friday.' };
const copied: Draft = { ...toParent, cc: ['head@school.example'] };
const clauses: MailPolicy['clauses'] = { 'copy-head-on-outside-mail': [{ id: '12', section: 'E-mail' }] };
const headSentence = 'This goes to parents or carers without the headteacher. Copy in the headteacher.';
const unreadSentence = 'Beadle could not read all of this message. Look it over once more before you send it.';
const peopleSentence = 'Beadle could not see everybody this goes to. Check who it goes to before you send it.';

describe('at Send', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => (clock = sinon.useFakeTimers(now)));
  afterEach(() => clock.restore());

  /** What Outlook is told, and after how many milliseconds. Everything that is still to come comes before this returns. */
  async function sent(
    draft: Draft
  ): Promise<{ readonly answers: readonly Options[]; readonly after: number } & Pick<FakeOffice, 'kept' | 'headers'>> {
    const { host, kept, headers } = fakeOffice(draft);
    const answers: Options[] = [];
    const start = Date.now();
    let after = -1;
    onSend(host)({
      completed: options => {
        answers.push(options);
        after = Date.now() - start;
      }
    });
    await clock.tickAsync(60000);
    return { answers, after, kept, headers };
  }

  const table: readonly (readonly [says: string, draft: Draft, answer: Options])[] = [
    ['lets a message go with which all is well', copied, { allowEvent: true }],
    ['lets a message to nobody go', {}, { allowEvent: true }],
    [
      'asks with a button and a text with marks in the newest Outlook',
      { ...toParent, kept: keptOn({ clauses }) },
      {
        allowEvent: false,
        errorMessage: `${headSentence} Clause 12.`,
        errorMessageMarkdown: `**${headSentence}** Clause 12.`,
        cancelLabel: 'Copy in the head',
        commandId: 'beadlePane',
        contextData: '{"v":1,"rule":"head-not-copied"}',
        sendModeOverride: 'promptUser'
      }
    ],
    [
      'asks without marks where the set is 1.14',
      { ...toParent, set: '1.14' },
      {
        allowEvent: false,
        errorMessage: headSentence,
        cancelLabel: 'Copy in the head',
        commandId: 'beadlePane',
        contextData: '{"v":1,"rule":"head-not-copied"}',
        sendModeOverride: 'promptUser'
      }
    ],
    ['asks in plain words alone where the set is 1.12', { ...toParent, set: '1.12' }, { allowEvent: false, errorMessage: headSentence }],
    [
      'asks in Welsh where Outlook is in Welsh',
      { ...toParent, set: '1.14', language: 'cy-GB', kept: keptOn({ clauses }) },
      {
        allowEvent: false,
        errorMessage: 'Mae hwn yn mynd at rieni neu ofalwyr heb y pennaeth. Anfonwch gopi at y pennaeth. Cymal 12.',
        cancelLabel: 'Anfon at y pennaeth',
        commandId: 'beadlePane',
        contextData: '{"v":1,"rule":"head-not-copied"}',
        sendModeOverride: 'promptUser'
      }
    ],
    [
      'leaves the mode of the manifest alone where a rule blocks',
      { ...toParent, set: '1.14', kept: keptOn({ rules: { 'head-not-copied': { action: 'block' } } }) },
      {
        allowEvent: false,
        errorMessage: `${headSentence}\n\nIt cannot be sent like this.`,
        cancelLabel: 'Copy in the head',
        commandId: 'beadlePane',
        contextData: '{"v":1,"rule":"head-not-copied"}'
      }
    ],
    ['lets advice go', { ...toParent, kept: keptOn({ rules: { 'head-not-copied': { action: 'advise' } } }) }, { allowEvent: true }],
    ['lets everything go without a policy', { ...toParent, kept: {} }, { allowEvent: true }],
    [
      'takes a policy that it cannot read for none',
      { ...toParent, kept: { 'beadle.policy': { payload: '{"format":1' } } },
      { allowEvent: true }
    ],
    ['takes a policy without a calendar for none', { ...toParent, kept: broken('calendar') }, { allowEvent: true }],
    ['lets everything go where the settings cannot be read', { ...toParent, settingsThrow: true }, { allowEvent: true }],
    [
      'still judges by an old policy',
      { ...toParent, set: '1.12', kept: keptOn({}, { expires: '2026-11-17T00:00:00.000Z' }) },
      { allowEvent: false, errorMessage: headSentence }
    ],
    [
      'goes by what the sender said of an unknown address',
      { to: ['stranger@home.example'], set: '1.12', kept: { ...keptOn(), 'beadle.answers': [said('stranger@home.example', 'parent')] } },
      { allowEvent: false, errorMessage: headSentence }
    ],
    [
      'asks, where the school wants it, when there is no message to read',
      { noItem: true, set: '1.12' },
      { allowEvent: false, errorMessage: unreadSentence }
    ],
    [
      'does not ask about an Outlook without a call for the sender’s delay',
      { ...copied, ways: { delay: 'missing' } },
      { allowEvent: true }
    ],
    ['does not ask about a delay that cannot be read', { ...copied, ways: { delay: 'fails' } }, { allowEvent: true }],
    [
      'does not ask about parts for which this Outlook has no call',
      { ...copied, ways: { attachments: 'missing', compose: 'missing' } },
      { allowEvent: true }
    ],
    [
      'says that it cannot see who is behind a contact list',
      { ...copied, to: [{ displayName: 'Friends of the school', emailAddress: '' }], set: '1.12' },
      { allowEvent: false, errorMessage: peopleSentence }
    ],
    [
      'does not ask about a group of the school that Outlook cannot expand',
      { to: [{ emailAddress: 'all-staff@school.example', recipientType: 'distributionList' }] },
      { allowEvent: true }
    ],
    [
      'says what it found and that it could not see everybody',
      { to: ['parent.one@family.example', { displayName: 'Class list', emailAddress: '' }], set: '1.12' },
      { allowEvent: false, errorMessage: `${headSentence}\n\n${peopleSentence}` }
    ]
  ];
  for (const [says, draft, answer] of table) {
    it(says, async () => {
      const { answers } = await sent(draft);
      assert.deepEqual(answers, [answer]);
    });
  }

  const unwell: readonly Way[] = ['fails', 'forbids', 'throws', 'never', 2400, 2600, 3999, 4001, 30000];
  for (const call of reads) {
    for (const way of unwell) {
      it(`answers once, in time, when «${call}» ${told(way)}`, async () => {
        for (const draft of [copied, toParent, { ...copied, plain: true }]) {
          for (const whenUnsure of ['allow', 'confirm'] as const) {
            const { answers, after } = await sent({ ...draft, ways: { [call]: way }, kept: keptOn({ whenUnsure }) });
            assert.equal(answers.length, 1);
            assert.ok(after <= 3000, `${after} ms`);
          }
        }
      });
    }
  }

  for (const call of reads.filter(each => each !== 'delay')) {
    it(`asks or allows as the school decided when «${call}» does not come`, async () => {
      const ways = { [call]: 'never' } as const;
      const asked = await sent({ ...copied, ways, kept: keptOn({ whenUnsure: 'confirm' }) });
      assert.equal(asked.answers[0]!.allowEvent, false);
      assert.equal(asked.answers[0]!.errorMessage, unreadOrPeople(call));
      const allowed = await sent({ ...copied, ways, kept: keptOn({ whenUnsure: 'allow' }) });
      assert.deepEqual(allowed.answers, [{ allowEvent: true }]);
    });
  }

  it('answers once, in time, whatever each call does', async () => {
    const way = fc.oneof(fc.constantFrom<Way>('answers', 'fails', 'forbids', 'throws', 'never'), fc.integer({ min: 0, max: 6000 }));
    const ways = fc.record(Object.fromEntries([...reads, 'save' as const].map(call => [call, way])));
    await fc.assert(
      fc.asyncProperty(ways, fc.constantFrom(copied, toParent), fc.constantFrom('allow', 'confirm'), async (ways, draft, whenUnsure) => {
        const { answers, after } = await sent({ ...draft, ways, kept: keptOn({ whenUnsure }) });
        assert.equal(answers.length, 1);
        assert.ok(after <= 4000, `${after} ms`);
        const [{ allowEvent, errorMessage }] = answers as [Options];
        assert.equal(allowEvent, errorMessage === undefined);
      }),
      { numRuns: 300 }
    );
  });

  it('answers once when nothing at all comes back', async () => {
    const ways = Object.fromEntries([...reads, 'save' as const].map(call => [call, 'never' as const]));
    const { answers, after } = await sent({ ...toParent, ways });
    assert.equal(answers.length, 1);
    assert.equal(answers[0]!.errorMessage, unreadSentence);
    assert.ok(after <= 2800, `${after} ms`);
  });

  describe('in a runtime that loses the timers of single calls', () => {
    let kept: typeof setTimeout;
    // Not a stub of sinon's: whatever restores all its stubs later would bring the fake clock's timers back.
    beforeEach(() => {
      kept = globalThis.setTimeout;
      const losing = (run: () => void, wait: number) => kept(run, wait > 2000 && wait <= 2500 ? 1e9 : wait);
      globalThis.setTimeout = losing as typeof setTimeout;
    });
    afterEach(() => void (globalThis.setTimeout = kept));
    for (const way of ['never', 4500] as const) {
      it(`answers after four seconds, once, when a call ${told(way)}`, async () => {
        const { answers, after } = await sent({ ...toParent, ways: { cc: way } });
        assert.equal(answers.length, 1);
        assert.equal(answers[0]!.errorMessage, unreadSentence);
        assert.equal(after, 4000);
      });
    }
  });

  it('answers once although Outlook throws when it is told', async () => {
    const { host } = fakeOffice(toParent);
    const completed = sinon.stub().throws(new Error('already closed'));
    onSend(host)({ completed });
    await clock.tickAsync(60000);
    sinon.assert.calledOnce(completed);
  });

  it('answers each of two that overlap', async () => {
    const { host } = fakeOffice(toParent);
    const send = onSend(host);
    const [first, second] = [sinon.stub(), sinon.stub()];
    send({ completed: first });
    send({ completed: second });
    await clock.tickAsync(60000);
    sinon.assert.calledOnce(first);
    sinon.assert.calledOnce(second);
  });

  describe('the mark for mail-flow rules', () => {
    const marking = { kept: keptOn({}, { marks: true }) };

    it('says what was decided, of what went well too', async () => {
      assert.deepEqual([...(await sent({ ...toParent, ...marking })).headers], [['X-Beadle', 'confirm']]);
      assert.deepEqual([...(await sent({ ...copied, ...marking })).headers], [['X-Beadle', 'allow']]);
    });
    it('is not set where the school does not want it', async () => assert.equal((await sent(copied)).headers.size, 0));
    for (const way of ['never', 'fails', 'throws'] as const) {
      it(`changes nothing of the answer where setting it ${way}`, async () => {
        const { answers, after } = await sent({ ...copied, ...marking, ways: { mark: way } });
        assert.deepEqual(answers, [{ allowEvent: true }]);
        assert.ok(after <= 300, `${after} ms`);
      });
    }
  });

  describe('the record', () => {
    it('is kept of what was asked, without a word, a name or an address', async () => {
      const { kept } = await sent(toParent);
      assert.deepEqual(kept.get('beadle.records'), [
        {
          at: '2026-11-18T10:00:00.000Z',
          sender: (kept.get('beadle.records') as { sender: string }[])[0]!.sender,
          policy: 'test',
          action: 'confirm',
          findings: [{ rule: 'head-not-copied', action: 'confirm', places: 1 }],
          unjudged: []
        }
      ]);
      assert.match((kept.get('beadle.records') as { sender: string }[])[0]!.sender, /^[0-9a-f]{16}$/);
      assert.doesNotMatch(JSON.stringify(kept.get('beadle.records')), /@|example|trip|Friday/);
    });
    it('is not kept of mail with which all is well', async () => assert.equal((await sent(copied)).kept.has('beadle.records'), false));
    it('does not hold up the answer where saving takes long', async () => {
      const { answers, after } = await sent({ ...toParent, ways: { save: 'never' } });
      assert.equal(answers[0]!.errorMessage, headSentence);
      assert.ok(after <= 300, `${after} ms`);
    });
    for (const way of ['fails', 'throws'] as const) {
      it(`changes nothing of the answer where saving it ${way}`, async () =>
        assert.equal((await sent({ ...toParent, ways: { save: way } })).answers[0]!.errorMessage, headSentence));
    }
    it('names the sender alike within a month, and not beyond', async () => {
      const senders: unknown[] = [];
      for (const days of [0, 1, 20]) {
        clock.setSystemTime(now + days * 86400000);
        senders.push(((await sent(toParent)).kept.get('beadle.records') as { sender: string }[])[0]!.sender);
        clock.setSystemTime(now);
      }
      assert.equal(senders[0], senders[1]);
      assert.notEqual(senders[0], senders[2]);
    });
  });
});

function told(way: Way): string {
  return typeof way === 'number' ? `answers after ${way} ms` : way === 'never' ? 'never answers' : way;
}

function said(address: string, audience: Answer['audience']): Answer {
  return { hash: keyedHash(key, address), audience, provider: false };
}

function unreadOrPeople(call: string): string {
  return ['to', 'cc', 'bcc'].includes(call) ? peopleSentence : unreadSentence;
}

/** A policy in which something is missing. */
function broken(part: keyof MailPolicy): { readonly 'beadle.policy': object } {
  const { payload, ...rest } = keptOn()['beadle.policy'] as { payload: string };
  const device = JSON.parse(payload) as { policy: { [part: string]: unknown } };
  delete device.policy[part];
  return { 'beadle.policy': { ...rest, payload: JSON.stringify(device) } };
}
