import assert from 'node:assert/strict';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../../service/config.ts';
import { journalIn } from '../../service/store/journal.ts';
import { suggestionsIn } from '../../service/store/suggestions.ts';
import { lastKept, sweepFiles } from '../../service/sweeping.ts';
import { folders } from '../support/cli.ts';

const written = 'school: { name: Oak }\ndomains: { staff: [oak.example] }\npeople: {}\n';

describe('what stands in files', () => {
  const folder = folders();
  const now = new Date('2026-11-22T02:20:00Z');

  it('is kept for ninety days, or as long as the school says, but no shorter than «beadle sent» looks back', () => {
    const kept = (more: string): string => lastKept(readConfig(`${written}${more}`, 'beadle.yaml').value, now);
    assert.equal(kept(''), '2026-08-24');
    assert.equal(kept('mail: { retention: 365 }'), '2025-11-22');
    assert.throws(() => kept('mail: { retention: 30 }'), /retention/);
  });

  it('goes by whole months, and mails one by one; nothing else is touched', async () => {
    const place = await folder();
    const [data, outbox] = [join(place, 'data'), join(place, 'outbox')];
    await mkdir(data);
    await mkdir(outbox);
    const old = ['records-2025-12.jsonl', 'records-2026-07.jsonl', 'sent-2026-07.jsonl'];
    const stays = ['decisions.jsonl', 'records-2026-08.jsonl', 'records-2026-11.jsonl', 'records-old.jsonl', 'sent-2026-08.jsonl'];
    for (const name of [...old, ...stays]) await writeFile(join(data, name), '{}\n');
    for (const [name, day] of [
      ['a.eml', '2026-08-23'],
      ['b.eml.part', '2026-01-01'],
      ['c.eml', '2026-08-24'],
      ['notes.txt', '2020-01-01']
    ] as const) {
      await writeFile(join(outbox, name), 'x');
      await utimes(join(outbox, name), new Date(`${day}T12:00:00Z`), new Date(`${day}T12:00:00Z`));
    }
    assert.equal(await sweepFiles({ data, outbox, kept: '2026-08-24' }), 5);
    assert.deepEqual((await readdir(data)).sort(), stays);
    assert.deepEqual((await readdir(outbox)).sort(), ['c.eml', 'notes.txt']);
    assert.equal(await sweepFiles({ data, outbox, kept: '2026-08-24' }), 0);
    assert.equal(await sweepFiles({ data: join(place, 'none'), outbox: join(place, 'none'), kept: '2026-08-24' }), 0);
  });

  it('forgets who said what of an address, and keeps what was decided', async () => {
    const suggestions = suggestionsIn(journalIn(await folder()), 'key');
    const said = (hash: string) => ({ hash: hash.repeat(16), audience: 'parent', provider: true }) as const;
    const by = { tid: 't', oid: 'o' } as never;
    await suggestions.add([said('a'), said('b')], by, new Date('2026-08-23T23:00:00Z'));
    await suggestions.add([said('c')], by, new Date('2026-08-24T01:00:00Z'));
    await suggestions.decide({ hash: 'a'.repeat(16), accepted: 'parent' }, new Date('2026-08-23T23:30:00Z'));
    await suggestions.forget('2026-08-24');
    const left = await suggestions.all();
    assert.deepEqual(left.map(({ hash, said: counts }) => `${hash[0]} ${counts['parent'] ?? 0}`).sort(), ['a 0', 'c 1']);
    assert.deepEqual(await suggestions.accepted(), [{ hash: 'a'.repeat(16), audience: 'parent' }]);
  });
});
