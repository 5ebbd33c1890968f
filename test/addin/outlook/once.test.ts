import assert from 'node:assert/strict';
import sinon from 'sinon';
import { once } from '../../../addin/outlook/once.ts';

describe('completing an event', () => {
  it('happens the first time, with what was said first', () => {
    const completed = sinon.stub();
    const complete = once<{ readonly allowEvent: boolean }>({ completed });
    complete({ allowEvent: false });
    complete({ allowEvent: true });
    sinon.assert.calledOnceWithExactly(completed, { allowEvent: false });
  });
  it('does not throw, and does not happen again, where Outlook has closed the event', () => {
    const completed = sinon.stub().throws(new Error('already closed'));
    const complete = once<void>({ completed });
    assert.doesNotThrow(() => [complete(), complete()]);
    sinon.assert.calledOnce(completed);
  });
});
