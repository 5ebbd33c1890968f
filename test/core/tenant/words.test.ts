import assert from 'node:assert/strict';
import { fill } from '../../../core/locale.ts';
import { checks } from '../../../core/tenant/checks/index.ts';

/** The names of all places of a text, those that choose a word too. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-zA-Z]+)[:}]/g)].map(([, name]) => name!);
}

describe('what checks say', () => {
  for (const { id, messages } of checks) {
    it(`${id} reads well where there is one of one, in both languages`, () => {
      for (const text of Object.values(messages)) {
        for (const locale of ['en', 'cy'] as const) {
          const said = text[locale];
          const numbers = namesIn(said).filter(name => name === 'count' || name === 'of');
          if (numbers.length === 0) continue;
          const one = fill(said, Object.fromEntries(namesIn(said).map(name => [name, 1])), locale);
          const many = fill(said, Object.fromEntries(namesIn(said).map(name => [name, 7])), locale);
          assert.doesNotMatch(one + many, /[{}|]/, said);
          assert.doesNotMatch(
            one,
            /\b1 (?:\w+ )?(?:devices|accounts|passwords|mailboxes|people|units|places|exceptions|days|hours|characters|are|were|have)\b/,
            said
          );
          assert.doesNotMatch(many, /\b7 (?:device|account|password|mailbox|person|unit|place|exception|is|was|has)\b/, said);
        }
      }
    });
  }
});
