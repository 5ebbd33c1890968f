import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failure } from './failure.ts';

/** The folder, with a slash at its end, in which the build wrote the pages: beside the built command, or `dist/` when the sources are run. */
export function builtFolder(): string {
  const beside = fileURLToPath(new URL('.', import.meta.url));
  const folder = existsSync(`${beside}try/page.html`) ? beside : fileURLToPath(new URL('../dist/', import.meta.url));
  if (existsSync(`${folder}try/page.html`)) return folder;
  throw failure('file-missing', 'The pages have not been built yet. Run «npm run build» first.');
}
