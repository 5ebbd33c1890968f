import { dirname, resolve } from 'node:path';
import { fill } from '../../core/locale.ts';
import { newLedgerKey } from '../ledger/signing-key.ts';
import { command } from './command.ts';
import { ledgerWords } from './ledger-words.ts';

/** `beadle ledger new-key`: signs checkpoints and receipts with a new key from now on. */
export const ledgerNewKey = command({
  path: 'ledger new-key',
  summary: 'sign checkpoints and receipts with a new key from now on',
  details:
    'The old key signs the new one and is then thrown away; what it signed stays verifiable. Tell those who keep checkpoints the new name.',
  arguments: [],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [{ line: 'beadle ledger new-key', says: 'when somebody leaves who could read the old one' }],
  run: async (_args, { school, lang }, io) => {
    const [{ readSchool }, { ownSchool }] = await Promise.all([import('../school.ts'), import('../ledger/whole.ts')]);
    const { file } = ownSchool(await readSchool(school, io));
    const { name } = await newLedgerKey(dirname(resolve(io.cwd, file!)));
    await io.stdout.write(`${fill(ledgerWords.newKey[lang], { key: name })}\n`);
    return 0;
  }
});
