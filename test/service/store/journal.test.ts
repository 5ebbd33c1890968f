import assert from 'node:assert/strict';
import { appendFile, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sinon from 'sinon';
import { type Journal, journalIn } from '../../../service/store/journal.ts';
import { folders } from '../../support/cli.ts';

describe('a journal', () => {
  const folder = folders();
  afterEach(() => sinon.restore());

  async function all(journal: Journal, which: (file: string) => boolean = () => true): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for await (const line of journal.read(which)) found.push(line);
    return found;
  }

  it('gives back what was added, in its order, also to whoever opens it anew', async () => {
    const place = join(await folder(), 'data');
    const journal = journalIn(place);
    await journal.add('a.jsonl', [{ n: 1 }, { n: 2 }]);
    await journal.add('b.jsonl', [{ n: 4 }]);
    await journal.add('a.jsonl', [{ n: 3, says: 'two\nlines' }]);
    assert.deepEqual(await all(journalIn(place)), [{ n: 1 }, { n: 2 }, { n: 3, says: 'two\nlines' }, { n: 4 }]);
    assert.deepEqual(await all(journalIn(place), file => file === 'b.jsonl'), [{ n: 4 }]);
  });

  it('is empty before anything was added, and makes nothing', async () => {
    const place = await folder();
    const journal = journalIn(join(place, 'data'));
    await journal.add('a.jsonl', []);
    assert.deepEqual(await all(journal), []);
    assert.deepEqual(await readdir(place), []);
  });

  it('keeps apart what many add at once', async () => {
    const journal = journalIn(await folder());
    await Promise.all(Array.from({ length: 300 }, (_, n) => journal.add(`${n % 3}.jsonl`, [{ n }, { n }])));
    const found = (await all(journal)) as readonly { readonly n: number }[];
    assert.deepEqual([found.length, new Set(found.map(({ n }) => n)).size], [600, 300]);
  });

  it('is read by its owner alone', async () => {
    const place = join(await folder(), 'data');
    await journalIn(place).add('a.jsonl', [{ n: 1 }]);
    assert.deepEqual([(await stat(place)).mode & 0o777, (await stat(join(place, 'a.jsonl'))).mode & 0o777], [0o700, 0o600]);
  });

  it('leaves out a line that was cut short, and does not glue the next one to it', async () => {
    const place = await folder();
    const journal = journalIn(place);
    await journal.add('a.jsonl', [{ n: 1 }]);
    await appendFile(join(place, 'a.jsonl'), '{"n":2,"cut');
    await journal.add('a.jsonl', [{ n: 3 }]);
    assert.deepEqual(await all(journal), [{ n: 1 }, { n: 3 }]);
    assert.equal(await readFile(join(place, 'a.jsonl'), 'utf8'), '{"n":1}\n{"n":2,"cut\n{"n":3}\n');
  });

  it('acknowledges nothing before it is on the disk', async () => {
    const place = await folder();
    const handles = await fileHandles(place);
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const datasync = sinon.stub(handles, 'datasync').callsFake(() => held);
    let acknowledged = false;
    const added = journalIn(place)
      .add('a.jsonl', [{ n: 1 }])
      .then(() => {
        acknowledged = true;
      });
    while (!datasync.called) await new Promise(resolve => setTimeout(resolve, 5));
    await new Promise(resolve => setTimeout(resolve, 20));
    assert.equal(acknowledged, false);
    release();
    await added;
    assert.equal(acknowledged, true);
  });

  it('thins a file while lines are added to it, and loses none that stays', async () => {
    const place = await folder();
    const journal = journalIn(place);
    await appendFile(join(place, 'a.jsonl'), '{"n":0}\n{"n":1}\n{"n":');
    const added = Array.from({ length: 100 }, (_, n) => journal.add('a.jsonl', [{ n: n + 2 }]));
    const [gone] = await Promise.all([journal.thin('a.jsonl', value => (value as { readonly n: number }).n % 2 === 0), ...added]);
    await journal.thin('a.jsonl', value => (value as { readonly n: number }).n % 2 === 0);
    assert.ok(gone >= 1);
    const left = (await all(journal)) as readonly { readonly n: number }[];
    assert.deepEqual(
      left.map(({ n }) => n).sort((a, b) => a - b),
      Array.from({ length: 51 }, (_, n) => n * 2)
    );
    assert.deepEqual(await readdir(place), ['a.jsonl']);
    assert.equal(await journal.thin('a.jsonl', () => true), 0);
    assert.equal(await journal.thin('none.jsonl', () => false), 0);
    assert.equal((await stat(join(place, 'a.jsonl'))).mode & 0o777, 0o600);
  });

  it('says so when the disk does not take it, and goes on when it does again', async () => {
    const place = await folder();
    const journal = journalIn(place);
    const stub = sinon.stub(await fileHandles(place), 'datasync').rejects(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await assert.rejects(() => journal.add('a.jsonl', [{ n: 1 }]), { code: 'ENOSPC' });
    stub.restore();
    await journal.add('a.jsonl', [{ n: 2 }]);
    assert.deepEqual((await all(journal)).at(-1), { n: 2 });
  });
});

/** What every open file has its methods from. */
async function fileHandles(folder: string): Promise<{ datasync: () => Promise<void> }> {
  const handle = await open(folder, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle) as { datasync: () => Promise<void> };
}
