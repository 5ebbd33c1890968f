import assert from 'node:assert/strict';
import sinon from 'sinon';
import { onChange } from '../../../addin/outlook/on-change.ts';
import { type Draft, type FakeOffice, fakeOffice, keptOn, reads } from './fake-office.ts';

const now = Date.UTC(2026, 10, 18, 10);
const toParent: Draft = { to: ['parent.one@family.example'] };
const headSentence = 'This goes to parents or carers without the headteacher. Copy in the headteacher.';
const old = keptOn({}, { expires: '2026-11-17T00:00:00.000Z' });

describe('while writing', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => (clock = sinon.useFakeTimers(now)));
  afterEach(() => clock.restore());

  /** Fires one event and lets everything come that is still to come. */
  async function fired(office: FakeOffice, event: 'composed' | 'changed' = 'changed') {
    const start = Date.now();
    const completed = sinon.stub();
    let after = -1;
    onChange(office.host)[event]({
      completed: () => {
        completed();
        after = Date.now() - start;
      }
    });
    await clock.tickAsync(60000);
    sinon.assert.calledOnce(completed);
    return { after, bar: office.bars.get('beadle'), count: office.bars.size };
  }

  it('shows one bar with the most important finding, and a way into the pane', async () => {
    const { bar, count } = await fired(fakeOffice(toParent), 'composed');
    assert.equal(count, 1);
    assert.deepEqual(bar, {
      type: 'insightMessage',
      message: headSentence,
      icon: 'Icon.16x16',
      actions: [
        {
          actionType: 'showTaskPane',
          actionText: 'Open Beadle',
          commandId: 'beadlePane',
          contextData: '{"v":1,"rule":"head-not-copied"}'
        }
      ]
    });
  });

  it('says it in Welsh where Outlook is in Welsh', async () => {
    const { bar } = await fired(fakeOffice({ ...toParent, language: 'cy' }));
    assert.equal(bar?.message, 'Mae hwn yn mynd at rieni neu ofalwyr heb y pennaeth. Anfonwch gopi at y pennaeth.');
    assert.equal(bar?.actions?.[0]?.actionText, 'Agor Beadle');
  });

  it('shows a plain bar on a phone', async () => {
    const { bar } = await fired(fakeOffice({ ...toParent, set: '1.5', client: 'OutlookIOS' }));
    assert.deepEqual(bar, { type: 'informationalMessage', message: headSentence, icon: 'Icon.16x16', persistent: true });
  });

  it('shows a plain bar where Outlook does not take the one with a link', async () => {
    const office = fakeOffice(toParent);
    const { notificationMessages } = office.host.context.mailbox.item!;
    const replace = notificationMessages.replaceAsync.bind(notificationMessages);
    notificationMessages.replaceAsync = (key, bar, answer) => {
      if (bar.type === 'insightMessage') throw new TypeError('no such bar');
      replace(key, bar, answer);
    };
    assert.equal((await fired(office)).bar?.type, 'informationalMessage');
  });

  it('shows nothing where all is well, and asks for nothing to be taken away', async () => {
    const office = fakeOffice({ ...toParent, cc: ['head@school.example'] });
    assert.equal((await fired(office)).count, 0);
    assert.deepEqual(
      office.calls.filter(call => call === 'replace' || call === 'remove'),
      []
    );
  });

  it('takes its bar away when all is well again, and leaves the bars of others', async () => {
    const office = fakeOffice({ ...toParent, cc: ['head@school.example'] });
    office.bars.set('beadle', { type: 'informationalMessage', message: headSentence });
    office.bars.set('other', { type: 'informationalMessage', message: 'Not ours.' });
    assert.equal((await fired(office)).bar, undefined);
    assert.ok(office.bars.has('other'));
  });

  it('leaves a bar alone that says the same already', async () => {
    const office = fakeOffice(toParent);
    await fired(office);
    await fired(office);
    assert.equal(office.calls.filter(call => call === 'replace').length, 1);
  });

  it('replaces a bar that says something else', async () => {
    const office = fakeOffice(toParent);
    office.bars.set('beadle', { type: 'informationalMessage', message: 'Something else.' });
    assert.equal((await fired(office)).bar?.message, headSentence);
  });

  it('says nothing of what could not be read: that is asked at Send', async () => {
    const office = fakeOffice({ ...toParent, ways: { cc: 'fails' } });
    assert.equal((await fired(office)).count, 0);
  });

  describe('without a policy', () => {
    it('says so when a message is begun', async () =>
      assert.equal(
        (await fired(fakeOffice({ ...toParent, kept: {} }), 'composed')).bar?.message,
        'Beadle has no school policy yet. Open the pane and sign in.'
      ));
    it('sends phones to a computer', async () =>
      assert.equal(
        (await fired(fakeOffice({ ...toParent, kept: {}, set: '1.5' }), 'composed')).bar?.message,
        'Beadle has no school policy yet. Open it once in Outlook on a computer and sign in.'
      ));
    it('does not say it again while the message is written', async () => {
      const office = fakeOffice({ ...toParent, kept: {} });
      await fired(office, 'changed');
      assert.deepEqual(
        office.calls.filter(call => call !== 'getAll'),
        []
      );
    });
  });

  describe('with an old policy', () => {
    it('says that it is old where nothing is to be found', async () =>
      assert.equal(
        (await fired(fakeOffice({ kept: old }), 'composed')).bar?.message,
        'The policy here is out of date. Open the pane to renew it.'
      ));
    it('says so once: whoever closed the bar does not see it again while writing', async () => {
      const office = fakeOffice({ kept: old });
      assert.match((await fired(office, 'composed')).bar?.message ?? '', /out of date/);
      await fired(office);
      assert.equal(office.calls.filter(call => call === 'replace').length, 1);
      assert.match(office.bars.get('beadle')?.message ?? '', /out of date/);
      office.bars.delete('beadle');
      assert.equal((await fired(office)).count, 0);
    });
    it('takes a bar of a finding away when all is well again', async () => {
      const office = fakeOffice({ ...toParent, cc: ['head@school.example'], kept: old });
      office.bars.set('beadle', { type: 'informationalMessage', message: headSentence });
      assert.equal((await fired(office)).count, 0);
    });
    it('says what it found all the same', async () =>
      assert.equal((await fired(fakeOffice({ ...toParent, kept: old }))).bar?.message, headSentence));
  });

  it('lets only the later of two that overlap touch the bar', async () => {
    const recipients = ['parent.one@family.example'];
    const office = fakeOffice();
    const item = office.host.context.mailbox.item!;
    let asked = 0;
    item.to.getAsync = answer => {
      asked += 1;
      const value = asked === 1 ? recipients : [];
      // The first answer comes last.
      const all = value.map(emailAddress => ({ emailAddress, displayName: '', recipientType: 'other' }));
      setTimeout(() => answer({ status: 'succeeded', value: all } as never), asked === 1 ? 500 : 10);
    };
    const { changed } = onChange(office.host);
    const [first, second] = [sinon.stub(), sinon.stub()];
    changed({ completed: first });
    changed({ completed: second });
    await clock.tickAsync(60000);
    sinon.assert.calledOnce(first);
    sinon.assert.calledOnce(second);
    assert.equal(office.bars.size, 0);
  });

  for (const call of [...reads, 'getAll', 'replace', 'remove'] as const) {
    for (const way of ['fails', 'forbids', 'throws', 'never', 3999, 30000] as const) {
      it(`is done once, in time, when «${call}» ${typeof way === 'number' ? `answers after ${way} ms` : way === 'never' ? 'never answers' : way}`, async () => {
        for (const draft of [toParent, { ...toParent, cc: ['head@school.example'] }]) {
          const office = fakeOffice({ ...draft, ways: { [call]: way } });
          office.bars.set('beadle', { type: 'informationalMessage', message: 'Something else.' });
          const { after } = await fired(office);
          assert.ok(after <= 4000, `${after} ms`);
        }
      });
    }
  }

  it('is done once, in time, when nothing at all comes back', async () => {
    const ways = Object.fromEntries([...reads, 'getAll', 'replace', 'remove'].map(call => [call, 'never' as const]));
    const { after } = await fired(fakeOffice({ ...toParent, ways }));
    assert.ok(after <= 4000, `${after} ms`);
  });

  it('is done once where there is no message, no settings, or an Outlook that throws when it is told', async () => {
    await fired(fakeOffice({ noItem: true }));
    await fired(fakeOffice({ settingsThrow: true }));
    const completed = sinon.stub().throws(new Error('already closed'));
    onChange(fakeOffice(toParent).host).changed({ completed });
    await clock.tickAsync(60000);
    sinon.assert.calledOnce(completed);
  });
});
