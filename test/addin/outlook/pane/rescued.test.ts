import assert from 'node:assert/strict';
import type { Session } from '../../../../addin/outlook/host.ts';
import { dropRecords, keepAnswer, keepRecord, type Settings, waitingRecords } from '../../../../addin/outlook/kept.ts';
import { rescuing } from '../../../../addin/outlook/pane/rescued.ts';
import type { VerdictRecord } from '../../../../core/mail/record.ts';

function record(at: string): VerdictRecord {
  return { at, sender: '0123456789abcdef', policy: 'test', action: 'confirm', findings: [], unjudged: [] };
}

const [first, second] = [record('2026-11-18T10:00:00.000Z'), record('2026-11-18T11:00:00.000Z')];
const answer = { hash: '0123456789abcdef', audience: 'parent', provider: true } as const;

/** A mailbox that hands its settings over once and saves them as a whole, and one message in it. */
function mailbox(): { readonly open: () => Settings; readonly session: Map<string, string>; readonly rescued: () => Settings } {
  let saved: { readonly [name: string]: unknown } = {};
  const session = new Map<string, string>();
  const open = (): Settings => {
    const own: { [name: string]: unknown } = { ...saved };
    return {
      get: name => own[name],
      set: (name, value) => void (own[name] = value),
      remove: name => void delete own[name],
      saveAsync: answer => {
        saved = { ...own };
        answer?.({ status: 'succeeded' } as unknown as Office.AsyncResult<void>);
      }
    };
  };
  const beside: Session = {
    setAsync: (name, value) => void session.set(name, value),
    getAllAsync: answer => answer({ status: 'succeeded', value: Object.fromEntries(session) } as unknown as Office.AsyncResult<object>)
  };
  return { open, session, rescued: () => rescuing(open(), () => beside) };
}

describe('a pane that is open while a message is sent', () => {
  it('keeps the record that was saved meanwhile', async () => {
    const { open, session, rescued } = mailbox();
    const pane = rescued();
    await keepRecord(open(), first);
    session.set(`beadle.record ${first.at}`, JSON.stringify(first));
    await keepAnswer(pane, answer);
    assert.deepEqual(waitingRecords(open()), [first]);
  });

  it('does not bring back what it has handed over', async () => {
    const { open, session, rescued } = mailbox();
    await keepRecord(open(), first);
    session.set(`beadle.record ${first.at}`, JSON.stringify(first));
    const pane = rescued();
    await dropRecords(pane, waitingRecords(pane));
    assert.deepEqual(waitingRecords(open()), []);
    await keepRecord(open(), second);
    session.set(`beadle.record ${second.at}`, JSON.stringify(second));
    await keepAnswer(pane, answer);
    assert.deepEqual(waitingRecords(open()), [second]);
    await dropRecords(pane, waitingRecords(pane));
    await keepAnswer(pane, answer);
    assert.deepEqual(waitingRecords(open()), []);
  });

  it('saves where nothing is kept with the message, and passes over what cannot be read', async () => {
    const { open, session, rescued } = mailbox();
    session.set('beadle.record x', '{');
    session.set('other', '{}');
    const pane = rescued();
    assert.equal(await keepAnswer(pane, answer), true);
    assert.deepEqual(waitingRecords(open()), []);
    assert.equal(
      await keepAnswer(
        rescuing(open(), () => undefined),
        answer
      ),
      true
    );
  });
});
