import assert from 'node:assert/strict';
import { titleOf } from '../../../core/mail/title.ts';

describe('the title of a rule', () => {
  it('is the wrong that it finds, in the language asked for', () => {
    assert.equal(titleOf('head-not-copied', 'en'), 'The headteacher is not copied in');
    assert.equal(titleOf('head-not-copied', 'cy'), 'Nid oes copi at y pennaeth');
  });
  it('is the id of a rule that is not known here', () => assert.equal(titleOf('of-tomorrow', 'en'), 'of-tomorrow'));
});
