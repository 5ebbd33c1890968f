import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applied } from '../../../core/mail/remedy.ts';
import type { Rule } from '../../../core/mail/rule.ts';
import { othersDetailsGiven } from '../../../core/mail/rules/others-details-given.ts';
import { ownDetailsGiven } from '../../../core/mail/rules/own-details-given.ts';
import { breachesIn, mail } from '../../support/mail.ts';

const piece = fc.constantFrom(
  'My mobile is 07700 900123.',
  'Her mum is on +44 7700 900 124',
  'Home: 01632 960123',
  'Tel: 01632 960124',
  'teacher.example@gmail.com',
  'sample.parent at hotmail dot com',
  '14 Sample Street, Exampleton\nAB1 2DE',
  'I live at 3 Heol Enghraifft',
  'My postcode is SW1A 1AA',
  'Snapchat: kit_sample',
  'ICQ 12345678',
  'https://instagram.com/kit.sample',
  'UPN H801200001001',
  'DOB 12/03/2017',
  'NHS no. 943 476 5919',
  'NI AB123456C',
  'See you on Friday at 9.15.',
  'Kind regards',
  'On 5 May 2026, Parent <p@yahoo.com> wrote:',
  '> Mobile 07700 900125',
  'and'
);

describe('the remedy of given details', () => {
  const rules: readonly Rule[] = [ownDetailsGiven, othersDetailsGiven];
  for (const rule of rules) {
    it(`where there is one, leaves nothing to find for ${rule.id}`, () => {
      let cut = 0;
      let all = 0;
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(' ', '\n', '\n\n'), (pieces, joint) => {
          const message = mail({ to: ['parent.one@family.example'], text: pieces.join(joint) });
          for (const { remedy } of breachesIn(rule, { mail: message })) {
            all += 1;
            if (!remedy) continue;
            cut += 1;
            assert.deepEqual(breachesIn(rule, { mail: applied(remedy, message) }), []);
          }
        }),
        { numRuns: 1000 }
      );
      assert.ok(cut > 100 && cut > 0.8 * all, `${cut} of ${all}`);
    });
  }
});
