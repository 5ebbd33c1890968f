import assert from 'node:assert/strict';
import { countNotJudged, notJudged } from '../../../core/mail/not-judged.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import type { Verdict } from '../../../core/mail/review.ts';

function verdict(unjudged: Verdict['unjudged']): Verdict {
  return { policy: 'test', action: 'allow', findings: [], unjudged };
}

describe('what was not judged, in words', () => {
  const some = verdict([
    { rule: 'chain-letter', because: 'unsupported', part: 'prose' },
    { rule: 'crowd-in-the-open', because: 'unreachable', part: 'recipients' },
    { rule: 'offensive-language', because: 'unsupported', part: 'prose' },
    { rule: 'head-not-copied', because: 'fault' }
  ]);

  it('is each reason once, with its rules', () => {
    assert.deepEqual(notJudged(some, 'en'), [
      { says: 'Beadle is not shown the text here. So this was not looked for:', rules: ['chain-letter', 'offensive-language'] },
      { says: 'Beadle was not given the recipients, or not all of that. So this may have been missed:', rules: ['crowd-in-the-open'] },
      { says: 'A fault of ours. So this was not looked for:', rules: ['head-not-copied'] }
    ]);
    assert.equal(notJudged(some, 'cy')[0]!.says, 'Ni ddangosir y testun i Beadle yma. Felly ni chwiliwyd am hyn:');
  });

  it('is counted', () => {
    assert.equal(countNotJudged(some, 'en'), '4 rules could not judge this message');
    assert.equal(countNotJudged(verdict(some.unjudged.slice(0, 1)), 'cy'), 'Ni allai 1 rheol farnu’r neges hon');
  });

  it('has a name for every part that a rule reads', () => {
    const parts = new Set([...rules.flatMap(({ reads }) => reads as readonly string[]), 'message']);
    for (const part of parts) {
      const [found] = notJudged(verdict([{ rule: 'x', because: 'forbidden', part }]), 'en');
      assert.match(found!.says, /^Beadle may not read (?:the|who|when) /, part);
    }
  });
});
