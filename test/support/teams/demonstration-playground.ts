import { once } from 'node:events';
import type { State } from '../../../addin/demonstration/api.ts';
import { playground } from './playground.ts';

/**
 * `npm run playground [-- persona]`: Microsoft's Agents Playground as somebody of the demonstration that runs on this machine (`npm start`, in another
 * window). PORT names its port where it is not 8080.
 */
async function begun(): Promise<void> {
  const [who = 'coordinator'] = process.argv.slice(2);
  const origin = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;
  const state = await fetch(`${origin}/demonstration/state`).then(
    response => response.json() as Promise<State>,
    () => undefined
  );
  if (!state?.ready) throw new Error(`No demonstration is ready at ${origin}. Run «npm start» in another window and wait until it is.`);
  const known = state.personas.filter(({ chat }) => chat);
  const me = known.find(({ id }) => id === who);
  if (!me?.entraId) throw new Error(`«${who}» has no chat. Take one of: ${known.map(({ id }) => id).join(', ')}.`);
  const { url, close } = await playground(`${origin}/api/messages`, { name: me.name, entraId: me.entraId });
  console.log(`The Agents Playground is at ${url}, as ${me.name} – Ctrl-C ends it.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await close();
}

begun().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
