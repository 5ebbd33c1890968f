// Takes a backup, or puts one back, and stands still in the middle of it: whoever started it kills it then.
import { takeBackup } from '../../service/backup.ts';
import { readBackup } from '../../service/backup-file.ts';
import { restoreBackup } from '../../service/restore.ts';
import { reachDatabase } from '../../service/store/database.ts';

const [what = '', url = '', path = ''] = process.argv.slice(2);
const reached = await reachDatabase({ url, folder: '' });
const onward = async (rows: number): Promise<boolean> => {
  if (rows < 500) return true;
  process.send?.('in the middle');
  await new Promise(resolve => setTimeout(resolve, 60_000));
  return false;
};
if (what === 'backup') await takeBackup({ from: reached, path, keys: {}, onward });
else {
  const examined = await readBackup(path);
  await restoreBackup({ into: reached, path, examined: examined!, send: false, onward });
}
