import { outlookServed } from './outlook-school.ts';

// A process of its own, to be killed: `outlook-server.ts FOLDER KEYS-URL` says on which address it listens.
const [folder = '', keysAt = ''] = process.argv.slice(2);
const { origin } = await outlookServed(folder, { keysAt });
process.stdout.write(`${origin}\n`);
