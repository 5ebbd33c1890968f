// A service that signs as fast as it can, on the database of its first argument, and says on its output what was acknowledged. It is killed by its test.
import { writeSync } from 'node:fs';
import { defaultAudiences } from '../../core/policies/audiences.ts';
import { schoolDays } from '../../core/policies/school-days.ts';
import { deskOf } from '../../service/desk.ts';
import { passingSigningKey } from '../../service/ledger/signing-key.ts';
import { openDatabase } from '../../service/store/database.ts';
import { startEmbedded } from '../../service/store/embedded.ts';

const [where = '', school = ''] = process.argv.slice(2);
// A folder: the built-in server on it is this process's own, and goes down with whoever kills it.
const isServer = where.includes('://');
const database = await openDatabase(isServer ? { url: where, folder: '' } : { folder: where }, school);
if (!isServer) {
  const { pid, stop } = await startEmbedded(where);
  await stop();
  writeSync(1, `postgres ${pid}\n`);
}
const desk = deskOf({
  db: database.db,
  school: { id: school, name: 'Example Primary School', timezone: 'Europe/London' },
  audiences: defaultAudiences,
  days: schoolDays({ terms: [], closed: [], inset: [], offsets: [] }),
  now: () => new Date(),
  key: passingSigningKey(),
  link: () => Promise.resolve(''),
  teams: false
});
const waiting = (await desk.wanted()).filter(({ standing }) => standing !== 'signed').map(({ person, policy }) => ({ person, policy }));
await Promise.all(
  Array.from({ length: 12 }, async () => {
    for (let matter = waiting.pop(); matter; matter = waiting.pop()) {
      await desk.open(matter, 'en', 'web');
      const taken = await desk.sign({
        matter,
        major: 1,
        typedName: 'Teacher Seven',
        fields: { 'job-title': 'Teacher' },
        agreed: true,
        language: 'en',
        channel: 'web',
        assurance: 'code'
      });
      // Written before anything else can happen: what stands here was acknowledged.
      if ('done' in taken) writeSync(1, `signed ${taken.done.entry.index} ${taken.done.entry.leaf}\n`);
    }
  })
);
writeSync(1, 'all signed\n');
await database.close();
