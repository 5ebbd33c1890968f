import assert from 'node:assert/strict';
import { chainLetter } from '../../../../core/mail/rules/chain-letter.ts';
import { breachesIn, examine, mail } from '../../../support/mail.ts';
import { ordinary, spread } from '../../../support/school-mail.ts';
import { within } from '../../../support/quick.ts';

examine(chainLetter, {
  keeps: [
    ...ordinary.map(([says, subject, text]) => ({ says, mail: mail({ subject, text }) })),
    {
      says: 'a kind that the school lets pass',
      mail: mail({ subject: 'FW: too funny!', text: 'A horse walks into a pub. "Why the long face?" asks the barman.' }),
      settings: { kinds: ['chain', 'hoax', 'petition'] }
    }
  ],
  breaks: spread.map(([kind, says, subject, text]) => ({
    says: `${kind}: ${says}`,
    mail: mail({ subject, text }),
    breaches: [{ message: kind }]
  }))
});

describe('What chain-letter shows', () => {
  it('names the signs that led to it, where they stand', () => {
    const text = 'Please send this to everyone you know. If you break the chain you will have bad luck.';
    const [breach] = breachesIn(chainLetter, { mail: mail({ subject: 'FW: luck', text }) });
    const places = breach!.evidence.map(each =>
      'start' in each && each.in === 'text' ? [each.what, text.slice(each.start, each.end)] : []
    );
    assert.ok(
      places.some(([what, words]) => what === 'asks-to-pass-on' && words === 'send this to everyone'),
      JSON.stringify(places)
    );
    assert.ok(
      places.some(([what]) => what === 'forbids-breaking'),
      JSON.stringify(places)
    );
  });

  it('reads an HTML body as it reads a plain one', () => {
    const html = '<p>Please <b>send this</b> to everyone you know.</p><p>If you break the chain you will have bad luck.</p>';
    assert.equal(breachesIn(chainLetter, { mail: mail({ subject: 'FW: luck', html }) }).length, 1);
  });

  it('reads a megabyte of hostile text in a second', () => {
    for (const piece of ['send this to ', 'a man ', '1. ', '"?" ', '> > > ', 'if you do not ', 'x']) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      within(1000, () => breachesIn(chainLetter, { mail: mail({ text }) }), piece);
    }
  });
});
