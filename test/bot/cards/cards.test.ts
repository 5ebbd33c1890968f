import assert from 'node:assert/strict';
import { actions } from '../../../bot/actions/index.ts';
import { mostBytes } from '../../../bot/cards/ask.ts';
import type { Card } from '../../../bot/turn.ts';
import { locales } from '../../../core/locale.ts';
import { haveContracts, partsOf, schemaErrors } from '../../support/cards.ts';
import { longest, samples } from './samples.ts';

const inputs = ['Input.Text', 'Input.Toggle', 'Input.ChoiceSet'];
const lengthOf = (words: unknown): number => (typeof words === 'string' ? words.length : 0);
const bytes = (card: Card): number => Buffer.byteLength(JSON.stringify(card));
const of = (card: Card, ...types: readonly string[]) => partsOf(card).filter(({ type }) => types.includes(String(type)));

for (const locale of locales) {
  describe(`the cards in «${locale}»`, () => {
    const each = (does: (card: Card, name: string) => void): void => {
      for (const [name, make] of Object.entries(samples)) does(make(locale), name);
    };

    it('are Adaptive Cards 1.5 in their language, with words for whoever cannot draw them', () =>
      each((card, name) => {
        assert.deepEqual([card.type, card.version, card.lang], ['AdaptiveCard', '1.5', locale], name);
        assert.ok(card.fallbackText && card.fallbackText.length > 5, name);
      }));

    it('are at most 25 KB, also with twelve signatures and everything as long as can be', () => {
      each((card, name) => assert.ok(bytes(card) <= mostBytes, `${name}: ${bytes(card)} bytes`));
      const twelve = of(samples['ask: twelve long ones']!(locale), 'Input.Toggle');
      assert.equal(twelve.length, longest(locale).length, 'all twelve are on the card');
    });

    it('leave no place empty and use no id twice', () =>
      each((card, name) => {
        assert.doesNotMatch(JSON.stringify(card), /\{[a-z][a-zA-Z]*\}|undefined|\[object|NaN/, name);
        const ids = of(card, ...inputs).map(({ id }) => id);
        assert.deepEqual(ids, [...new Set(ids)], name);
      }));

    it('begin with a heading, and every text of theirs wraps', () =>
      each((card, name) => {
        const [first] = of(card, 'TextBlock');
        assert.equal(first?.['style'], 'heading', name);
        for (const text of of(card, 'TextBlock', 'Input.Toggle', 'Input.ChoiceSet')) assert.equal(text['wrap'], true, name);
      }));

    it('label every input, and say what is missing where one is required', () =>
      each((card, name) => {
        for (const input of of(card, ...inputs)) {
          assert.ok(lengthOf(input['label'] ?? input['title']) > 0, `${name}: ${String(input['id'])} has no label`);
          if (input['isRequired']) assert.ok(lengthOf(input['errorMessage']) > 10, `${name}: ${String(input['id'])}`);
          if (input['type'] === 'Input.Text') assert.ok(Number(input['maxLength']) > 0, name);
        }
      }));

    it('have buttons that somebody answers, and that an old client can press', () =>
      each((card, name) => {
        for (const { verb, title, data, fallback } of of(card, 'Action.Execute')) {
          assert.ok(
            actions.some(({ id }) => id === verb),
            `${name}: nobody answers ${String(verb)}`
          );
          const old = fallback as { readonly type: string; readonly title: string; readonly data: object };
          assert.deepEqual([old.type, old.title, old.data], ['Action.Submit', title, { ...(data as object), verb }], name);
        }
      }));

    (haveContracts ? it : it.skip)('keep the official schema (needs ../shared)', () => {
      const errorsOf = schemaErrors();
      each((card, name) => assert.deepEqual(errorsOf(card), [], name));
    });
  });
}

describe('the schema of cards', () => {
  (haveContracts ? it : it.skip)('finds a wrong property and a wrong action (needs ../shared)', () => {
    const errorsOf = schemaErrors();
    const card = (more: object): object => ({ type: 'AdaptiveCard', version: '1.5', body: [], ...more });
    assert.deepEqual(errorsOf(card({})), []);
    assert.notDeepEqual(errorsOf(card({ body: [{ type: 'TextBlock', text: 'x', wrapp: true }] })), []);
    assert.notDeepEqual(errorsOf(card({ actions: [{ type: 'Action.Exec', title: 'x' }] })), []);
  });
});
