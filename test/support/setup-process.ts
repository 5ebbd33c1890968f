import { setup } from '../../service/cli/setup.ts';
import { main } from '../../service/cli/main.ts';

// A process of its own, to be killed: `setup-process.ts FOLDER NAME` sets the school in FOLDER up again and again, under another name and secret each time.
const [cwd = '', name = ''] = process.argv.slice(2);
const quiet = { isTTY: false, write: async () => {} };
const { writeFile } = await import('node:fs/promises');
for (let i = 0; ; i += 1) {
  await writeFile(
    `${cwd}/answers-${name}.yaml`,
    `name: School ${i}\nstaff: oak.example\nheadteacher: head@oak.example\ncoordinator: e@oak.example\nBEADLE_SMTP_URL: smtps://mail${i}.oak.example\n`
  );
  const io = {
    stdin: (async function* () {})(),
    stdout: quiet,
    stderr: quiet,
    cwd,
    env: {},
    now: () => new Date(),
    stop: new AbortController().signal
  };
  await main(['setup', '--answers', `answers-${name}.yaml`, '--yes', '--offline'], io, [setup]);
  if (i === 0) process.stdout.write('begun\n');
}
