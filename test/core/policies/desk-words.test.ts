import assert from 'node:assert/strict';
import { locales, type Text } from '../../../core/locale.ts';
import {
  assuranceWords,
  channelWords,
  deskWords,
  entryWords,
  fieldWords,
  refusalWords,
  roleWords,
  standingWords
} from '../../../core/policies/desk-words.ts';

const tables: { readonly [name: string]: { readonly [key: string]: Text } } = {
  assuranceWords,
  channelWords,
  deskWords,
  entryWords,
  fieldWords,
  refusalWords,
  roleWords,
  standingWords
};
const placesOf = (text: string): readonly string[] => (text.match(/\{[a-zA-Z]+\}/g) ?? []).sort();

describe('the words of the desk', () => {
  for (const [name, table] of Object.entries(tables)) {
    it(`${name} are there in both languages, with the same places`, () => {
      for (const [key, text] of Object.entries(table)) {
        for (const locale of locales) assert.ok(text[locale].trim().length > 1, `${key} in ${locale}`);
        assert.notEqual(text.en, text.cy, key);
        assert.deepEqual(placesOf(text.cy), placesOf(text.en), key);
      }
    });

    it(`${name} do not say one thing for two`, () => {
      for (const locale of locales) {
        const said = Object.values(table).map(text => text[locale]);
        assert.deepEqual(said, [...new Set(said)]);
      }
    });
  }

  it('refuses in whole sentences', () => {
    for (const [key, text] of Object.entries(refusalWords)) for (const locale of locales) assert.match(text[locale], /^[A-Z«].*\.$/, key);
  });

  it('notifies of nothing but that there is something', () => {
    for (const line of [deskWords.notice, deskWords.receipt, deskWords.answer])
      for (const locale of locales) assert.doesNotMatch(line[locale], /\{|polic|polis/i);
  });
});
