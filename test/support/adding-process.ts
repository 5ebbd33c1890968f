// Adds fifty entries at once to the ledger of a school, and one under a key that others use as well.
import { openDatabase } from '../../service/store/database.ts';
import { ledgerOf } from '../../service/store/ledger.ts';

const [url = '', school = '', name = ''] = process.argv.slice(2);
const database = await openDatabase({ url, folder: '' }, school);
const ledger = ledgerOf(database.db, school);
await Promise.all([
  ledger.add({ kind: 'looked-up', at: new Date().toISOString(), person: 'everybody', by: name }, 'once'),
  ...Array.from({ length: 50 }, (_, n) => ledger.add({ kind: 'looked-up', at: new Date().toISOString(), person: `${name}-${n}`, by: name }))
]);
await database.close();
