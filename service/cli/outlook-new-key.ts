import { newSigningKey } from '../keys.ts';
import { command } from './command.ts';
import { outlookSchool, schoolOption } from './outlook-school.ts';

/** `beadle outlook new-key`: signs with a new key from now on. */
export const outlookNewKey = command({
  path: 'outlook new-key',
  summary: 'sign the policy with a new key from now on',
  details:
    'The old key signs the new one and is then thrown away, so that devices follow by themselves. This\n' +
    'does not help where the old key is in wrong hands: whoever has it can sign a key of their own.',
  arguments: [],
  options: schoolOption,
  examples: [{ line: 'beadle outlook new-key', says: 'once a year, or when somebody leaves who could read it' }],
  run: async (_args, { school: file }, io) => {
    const { kept } = await outlookSchool(file, io);
    const { kid } = await newSigningKey(kept.folder);
    await io.stdout.write(`Key ${kid} signs from now on. A running service takes it within a minute.\n`);
    return 0;
  }
});
