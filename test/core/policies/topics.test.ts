import assert from 'node:assert/strict';
import { locales } from '../../../core/locale.ts';
import { cautions } from '../../../core/policies/cautions.ts';
import { models } from '../../../core/policies/models/index.ts';
import { plainOf } from '../../../core/policies/plain.ts';
import { stale } from '../../../core/policies/stale.ts';
import { positionsOn, type Topic, type TopicId, topics } from '../../../core/policies/topics.ts';
import { vague } from '../../../core/policies/vague.ts';

const all = Object.entries<Topic>(topics);

describe('topics', () => {
  it('are named in a few lower-case words, as are their positions', () => {
    for (const [id, { positions }] of all) for (const name of [id, ...Object.keys(positions)]) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
  });

  it('say what they are in words that fit into a sentence, in each language', () => {
    for (const [id, { says, positions }] of all) {
      for (const text of [says, ...Object.values(positions)]) {
        for (const locale of locales) assert.match(text[locale], /^\S[^.{}]*[^\s.]$/, id);
      }
    }
  });

  it('leave something to compare: two positions at least, and no two that read alike', () => {
    for (const [id, { positions, compare }] of all) {
      const words = Object.values(positions).map(({ en }) => en);
      assert.ok(words.length >= 2 || compare !== 'sum', id);
      assert.equal(new Set(words).size, words.length, id);
    }
  });

  it('name as the whole of a sum one of its positions', () => {
    for (const [id, { whole, positions, compare }] of all) if (whole) assert.ok(compare === 'sum' && whole in positions, id);
  });

  it('are all taken up by some model but those on which the five schools are silent', () => {
    const taken = new Set(models.flatMap(({ clauses }) => clauses.flatMap(({ positions = {} }) => Object.keys(positions))));
    assert.deepEqual(
      all.map(([id]) => id).filter(id => !taken.has(id)),
      []
    );
  });

  it('give positions as a list, however they are written', () => {
    assert.deepEqual(positionsOn({}, 'personal-use'), []);
    assert.deepEqual(positionsOn({ 'personal-use': 'none' }, 'personal-use'), ['none']);
    assert.deepEqual(positionsOn({ 'signed-by': ['staff', 'pupils'] }, 'signed-by'), ['staff', 'pupils']);
  });

  it('are cautioned against only at positions that there are', () => {
    for (const { topic, position, unless } of cautions) {
      const { positions }: Topic = topics[topic satisfies TopicId];
      for (const each of [position, unless]) assert.ok(each === undefined || each in positions, topic);
    }
  });
});

describe('phrases that are looked for in a policy', () => {
  it('are written as a clause reads once it is made plain', () => {
    for (const { phrases, notAfter = [], notBefore = [] } of [...stale, ...vague]) {
      for (const phrase of [...phrases, ...notAfter, ...notBefore]) assert.equal(plainOf(phrase), ` ${phrase} `);
    }
  });

  it('stand in one list each', () => {
    for (const list of [stale, vague]) {
      const phrases = list.flatMap(each => each.phrases);
      assert.deepEqual(
        phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i),
        []
      );
    }
  });
});
