import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fill } from '../../core/locale.ts';
import { fileFailure } from '../failure.ts';
import { exportOf } from '../ledger/export-file.ts';
import { stopped } from './check.ts';
import { command } from './command.ts';
import { ledgerWords } from './ledger-words.ts';

/** `beadle ledger export`: the whole ledger in one file that can be verified anywhere. */
export const ledgerExport = command({
  path: 'ledger export',
  summary: 'write the whole ledger to a file that can be verified on any machine',
  details:
    'One JSON object a line: the school and its keys, every entry with its leaf, every checkpoint, every published text. It holds names.',
  arguments: [{ name: 'FILE', says: 'the file to write, which nobody but you may read; it must not be there yet' }],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [{ line: 'beadle ledger export ledger.jsonl', says: 'for an auditor, or to keep beside the backup' }],
  run: async ([file = ''], { school, lang }, io) => {
    const [{ readSchool }, { openSignatures }, { ownSchool, wholeLedgerOf }] = await Promise.all([
      import('../school.ts'),
      import('../signatures.ts'),
      import('../ledger/whole.ts')
    ]);
    const signatures = await openSignatures(ownSchool(await readSchool(school, io)), io);
    try {
      const out = await open(resolve(io.cwd, file), 'wx', 0o600);
      try {
        for await (const lines of exportOf(wholeLedgerOf(signatures), io.now().toISOString())) {
          if (io.stop.aborted) return stopped;
          await out.write(lines);
        }
        await out.sync();
      } finally {
        await out.close();
      }
    } catch (error) {
      throw fileFailure(error, file);
    } finally {
      await signatures.close();
    }
    await io.stdout.write(`${fill(ledgerWords.exported[lang], { file })}\n`);
    return 0;
  }
});
