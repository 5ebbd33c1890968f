import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesCard } from '../../../bot/commands/changed-since.ts';
import { tasksCard } from '../../../bot/commands/tasks.ts';
import { listByHand, listToday } from '../../../service/jobs/people-list.ts';
import { planToday } from '../../../service/jobs/plan.ts';
import { defaultLadder } from '../../../core/policies/asking.ts';
import { school } from '../../support/database.ts';
import { everyWeek, freshDesk, person, type TestDesk } from '../../support/desk.ts';

const heading = 'name,address,roles';
const coordinator = 'E-safety Coordinator,esafety@school.example,staff;coordinator';
const esafety = person('esafety@school.example', {
  name: 'E-safety Coordinator',
  address: 'esafety@school.example',
  roles: ['staff', 'coordinator']
});
const planning = { ladder: { ...defaultLadder, days: [] }, days: everyWeek };
const staff = (count: number): string =>
  Array.from({ length: count }, (_, i) => `\nTeacher ${i},teacher.${i}@school.example,staff`).join('');

describe('the list of people, read again by itself', () => {
  let at: TestDesk;
  let folder: string;
  let parts: Parameters<typeof listToday>[0];

  beforeEach(async () => {
    at = await freshDesk({ people: [esafety] });
    folder = mkdtempSync(join(tmpdir(), 'beadle-list-'));
    parts = {
      school: { config: { school: { languages: ['en', 'cy'] } } },
      id: school,
      settings: { people: 'people.csv' },
      folder,
      database: at.database,
      desk: at.desk,
      days: everyWeek,
      now: at.desk.now
    } as unknown as typeof parts;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The next morning. */
  function list(rows: string): void {
    at.clock.at += 24 * 60 * 60 * 1000;
    writeFileSync(join(folder, 'people.csv'), `${heading}\n${coordinator}${rows}\n`);
  }

  /** Somebody ran «beadle people import». */
  async function begun(rows: string): Promise<void> {
    list(rows);
    await listToday(parts);
  }

  const names = async (): Promise<readonly string[]> =>
    (await at.desk.people()).filter(({ leftOn }) => leftOn === undefined).map(({ name }) => name);
  const turn = async () => ({
    person: (await at.desk.people()).find(({ roles }) => roles.includes('coordinator'))!,
    locale: 'en' as const,
    desk: at.desk
  });

  it('waits until somebody took the first list over by hand', async () => {
    const empty = await freshDesk({ people: [], versions: [] });
    list(staff(2));
    assert.equal(await listToday({ ...parts, database: empty.database, desk: empty.desk }), undefined);
    assert.deepEqual(await empty.desk.people(), []);
  });

  it('takes over who is new and who left, says so once, and the plan asks the one and records the other', async () => {
    await begun(staff(3));
    assert.equal((await names()).length, 4);
    assert.equal(await listToday(parts), undefined, 'nothing is read twice');
    await planToday(at.desk, planning);
    list(`${staff(2)}\nTeacher New,new@school.example,staff`);
    assert.equal(await listToday(parts), 'The list of people was taken over: 1 new, 0 changed, 1 left.');
    assert.deepEqual(await names(), ['E-safety Coordinator', 'Teacher 0', 'Teacher 1', 'Teacher New']);
    assert.equal((await planToday(at.desk, planning)).messages, 1);
    at.clock.at += 24 * 60 * 60 * 1000;
    assert.equal((await planToday(at.desk, planning)).left, 1);
  });

  it('does not take over a list that lacks more than a fifth, says so to the coordinator, and takes it when it is whole again', async () => {
    await begun(staff(20));
    list(staff(14));
    assert.equal(
      await listToday(parts),
      'THE LIST OF PEOPLE WAS NOT TAKEN OVER: 6 of 21 would leave. If they did, «beadle people import --leavers» takes it over.'
    );
    assert.equal((await names()).length, 21);
    const warned = /The list of people was not taken over on 25 November 2026, because 6 would leave by it\. Ask IT support/;
    assert.match(JSON.stringify(await tasksCard(await turn(), 0)), warned);
    assert.match(
      JSON.stringify(await tasksCard({ ...(await turn()), locale: 'cy' }, 0)),
      /Ni dderbyniwyd y rhestr pobl ar 25 Tachwedd 2026/
    );
    list(staff(21));
    assert.equal(await listToday(parts), 'The list of people was taken over: 1 new, 0 changed, 0 left.');
    assert.doesNotMatch(JSON.stringify(await tasksCard(await turn(), 0)), /list of people/);
    const changed = JSON.stringify(await changesCard(await turn(), '2026-11-25', false, 0));
    assert.match(changed, warned);
    assert.match(changed, /List of people, 26 November 2026: 1 new, 0 changed, 0 left\./);
  });

  it('changes nothing where the list cannot be read, is not there, or names somebody wrongly, and repeats no word of it', async () => {
    await begun(staff(1));
    list('\nTeacher Seven,teacher.seven@school.example,wizard');
    const said = 'The list of people could not be read (wrong-directory), so nothing was changed. «beadle people» says why.';
    assert.equal(await listToday(parts), said);
    assert.equal(await listToday(parts), undefined);
    at.clock.at += 1000;
    rmSync(join(folder, 'people.csv'));
    assert.match((await listToday(parts))!, /\(file-missing\)/);
    assert.deepEqual(await names(), ['E-safety Coordinator', 'Teacher 0']);
  });

  it('leaves alone what stands in the file when somebody took another list over by hand', async () => {
    await begun(staff(1));
    list(staff(5));
    await listByHand(parts, () => Promise.resolve(), { added: 0, changed: 0, left: 0 });
    assert.equal(await listToday(parts), undefined);
    assert.equal((await names()).length, 2);
  });

  it('reads a list once though several processes begin at once', async () => {
    await begun(staff(1));
    list(staff(5));
    const said = await Promise.all([listToday(parts), listToday(parts), listToday(parts)]);
    assert.deepEqual(
      said.filter(line => line !== undefined),
      ['The list of people was taken over: 4 new, 0 changed, 0 left.']
    );
    assert.equal((await names()).length, 6);
  });
});
