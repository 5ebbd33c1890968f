import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** The folders that hold the product. */
export const roots = ['core', 'addin', 'bot', 'graph', 'manifests', 'service'].filter(root => existsSync(root));

/** Every file below a folder with this ending, as paths from the root of the project, sorted. */
export function filesIn(folder: string, ending = '.ts'): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith(ending))
    .sort();
}

/** What a file imports: its own files as paths from the root, everything else by the name it is imported by. */
export function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const found = source.matchAll(/^(?:import|export|\})[^'\n]*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found]
    .map(([, from, bare, late]) => (from ?? bare ?? late)!)
    .map(path => (path.startsWith('.') ? join(dirname(file), path) : path));
}
