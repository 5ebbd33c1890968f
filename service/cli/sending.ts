import { join } from 'node:path';
import { fill } from '../../core/locale.ts';
import { failure } from '../failure.ts';
import { backupWords } from './backup-words.ts';
import { schoolThere } from './backup.ts';
import { command } from './command.ts';
import { number } from './progress.ts';

/** `beadle sending`: whether messages go out, and a way to let them wait. */
export const sending = command({
  path: 'sending',
  summary: 'say whether messages go out, let them wait, or let them go on',
  details:
    'After a restore nothing goes out until somebody lets it go on. A running service heeds it within seconds.\nExit code: 0 messages go out, 1 they wait.',
  arguments: [],
  options: {
    stop: { kind: 'flag', says: 'send nothing more for now' },
    'go-on': { kind: 'flag', says: 'let everything that waits go out' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle sending', says: 'how many wait, and whether they go out' },
    { line: 'beadle sending --go-on', says: 'after a restore, once the coordinator agrees' }
  ],
  run: async (_args, { stop, 'go-on': goOn, school, lang }, io) => {
    if (stop && goOn) throw failure('wrong-use', '--stop and --go-on contradict each other. Take one of them.');
    const [{ readSchool }, { folderOf, idOf }, { readEnvironment }, { openDatabase }, { outboxOf }] = await Promise.all([
      import('../school.ts'),
      import('../signatures.ts'),
      import('../environment.ts'),
      import('../store/database.ts'),
      import('../outbox.ts')
    ]);
    const found = schoolThere(await readSchool(school, io));
    const { database: url, data } = readEnvironment(io.env, io.cwd);
    // Not by way of everything that signatures need: after a restore the key may not be there yet, and would be made anew.
    const id = idOf(found.config);
    const database = await openDatabase({ url: url?.(), folder: join(data ?? join(folderOf(found, io.cwd), '.beadle'), 'database') }, id);
    try {
      const outbox = outboxOf(database.db, id, io.now);
      if (stop || goOn) await outbox.pause(stop, 'beadle sending');
      const { planned, sending: inHand, failed, unknown } = await outbox.progress();
      const row = await database.db.selectFrom('school').select('paused_at').where('id', '=', id).executeTakeFirst();
      const counts = { waiting: number(planned + inHand), failed: number(failed + unknown) };
      const paused = row?.paused_at != null;
      await io.stdout.write(`${fill(backupWords.sending[lang], counts)} ${backupWords[paused ? 'standsStill' : 'goesOn'][lang]}\n`);
      return paused ? 1 : 0;
    } finally {
      await database.close();
    }
  }
});
