import assert from 'node:assert/strict';
import { type Duty, duties } from '../../../../core/duties.ts';
import { models } from '../../../../core/policies/models/index.ts';
import { parties } from '../../../../core/policies/policy.ts';
import { positionsOn, type Topic, type TopicId, topics } from '../../../../core/policies/topics.ts';

describe('model policies', () => {
  it('are five, and one is known as st-norberts', () => {
    assert.deepEqual(
      models.map(({ id }) => id),
      ['st-norberts', 'employees-and-contractors', 'whole-school', 'code-of-conduct', 'staff-2023']
    );
  });

  for (const { id, clauses } of models) {
    it(`${id}: no two clauses bear the same number, and each binds somebody and says something`, () => {
      assert.equal(new Set(clauses.map(clause => clause.id)).size, clauses.length);
      for (const clause of clauses) {
        assert.ok(clause.section !== '' && clause.text !== '' && clause.binds.length > 0, clause.id);
        for (const party of clause.binds) assert.ok(parties.includes(party), clause.id);
      }
    });

    it(`${id}: every duty and position stands in the closed lists`, () => {
      for (const clause of clauses) {
        for (const duty of clause.duties) assert.ok((duties as { readonly [id: string]: Duty })[duty], `${clause.id} ${duty}`);
        for (const topic of Object.keys(clause.positions ?? {}) as TopicId[]) {
          const { positions }: Topic = topics[topic];
          for (const position of positionsOn(clause.positions!, topic))
            assert.ok(position in positions, `${clause.id} ${topic} ${position}`);
        }
      }
    });
  }

  it('keep the numbers of a document that has them, and count where it has none', () => {
    const ids = (model: number, section: string) => models[model]!.clauses.filter(clause => clause.section === section).map(({ id }) => id);
    assert.deepEqual(ids(4, 'Compliance').slice(0, 5), ['26.1', '26.2', '26.3', '26.4', '27.1']);
    assert.deepEqual(ids(4, 'Breaches and concerns'), ['28', '29']);
    assert.deepEqual(ids(0, 'New technology'), ['New technology.1']);
  });

  it('hold the unions’ page as advice, not as part of the policy', () => {
    const advice = models.flatMap(({ clauses }) => clauses).filter(({ standing }) => standing === 'advice');
    assert.deepEqual(
      advice.map(({ id }) => id),
      ['Advice.1', 'Advice.2', 'Advice.3', 'Advice.4', 'Advice.5', 'Advice.6', 'Advice.7', 'Advice.8', 'Advice.9', 'Advice.10']
    );
  });

  it('together ask for every duty but the one that no school of the five put into words', () => {
    const asked = new Set(models.flatMap(({ clauses }) => clauses.flatMap(clause => clause.duties)));
    assert.deepEqual(
      Object.keys(duties).filter(duty => !asked.has(duty as never)),
      ['check-recipients']
    );
  });
});
