import assert from 'node:assert/strict';
import type { Person } from '../../../core/policies/person.ts';
import { peopleNamed } from '../../../bot/understand/names.ts';
import { tokensOf } from '../../../bot/understand/tokens.ts';

function person(id: string, name: string, more: Partial<Person> = {}): Person {
  return { id, name, roles: ['staff'], groups: [], children: [], language: 'en', ...more };
}

const people = [
  person('1', 'Kit Sample', { address: 'kit.sample@school.example' }),
  person('2', 'Kit Example'),
  person('3', 'Siân Sample-Jones'),
  person('4', 'Robin O’Example'),
  person('5', 'Kit Sample', { class: '4B' }),
  person('6', 'Dr Alexandra Tester'),
  person('7', 'Alex Tester-Prawf'),
  person('8', 'Bo Li')
];

const table: readonly (readonly [typed: string, ids: readonly string[], why: string])[] = [
  ['Kit Example', ['2'], 'exactly'],
  ['kit example', ['2'], 'without capitals'],
  ['Example, Kit', ['2'], 'the other way round'],
  ['Kit Sample', ['1', '5'], 'two of one name'],
  ['kit', ['2', '1', '5'], 'the first name alone'],
  ['sian', ['3'], 'without the accent'],
  ['Sian Jones', ['3'], 'a part of a double name'],
  ['jones', ['3'], 'one part alone'],
  ['oexample', ['4'], 'without the apostrophe'],
  ["Robin O'Example", ['4'], 'with a straight apostrophe'],
  ['K Example', ['2'], 'an initial'],
  ['ke', ['2'], 'two initials'],
  ['Dr Tester', ['7', '6'], 'a title says nothing'],
  ['Alexandra', ['6'], 'a whole word before a beginning'],
  ['alexan', ['6'], 'a beginning'],
  ['Alexandar Tester', ['6'], 'letters swapped'],
  ['Kitt Example', ['2'], 'a letter too many'],
  ['Robyn', ['4'], 'another letter'],
  ['kit.sample@school.example', ['1'], 'the address'],
  ['KIT.SAMPLE@SCHOOL.EXAMPLE', ['1'], 'the address in capitals'],
  ['other@school.example', [], 'another address'],
  ['Zed', [], 'nobody'],
  ['k', [], 'one letter is nobody'],
  ['Kit Zed', [], 'a word that fits nothing'],
  ['Kit Kit', [], 'a word fits once'],
  ['Bo', ['8'], 'a short name'],
  ['Ba', [], 'a short name with a slip is another name']
];

describe('understand: names as people type them', () => {
  for (const [typed, ids, why] of table)
    it(`«${typed}» finds ${ids.length === 0 ? 'nobody' : ids.join(', ')}: ${why}`, () =>
      assert.deepEqual(
        peopleNamed(
          tokensOf(typed).tokens.map(({ text }) => text),
          people
        ).map(({ id }) => id),
        ids
      ));
});
