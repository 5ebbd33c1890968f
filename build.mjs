import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';

// `node build.mjs [FOLDER]` writes everything that runs outside the sources into `dist/`, or into FOLDER.
const root = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist');
const shared = { absWorkingDir: root, bundle: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning' };

/** Nothing here reads the titles of rules, which stand in lists, and what their settings say, which stands in `beadle.yaml`. */
const withoutCaptions = {
  name: 'without-captions',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]mail[\\/]rules[\\/].+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const titles = /title: \{\s*en: '[^']*',\s*cy: '[^']*'\s*\},/;
      return { loader: 'ts', contents: source.replace(titles, '').replace(/,\s*says: '[^']*'/g, '') };
    });
  }
};

/** The pages that came later, each with a script of its own: its folder below `addin/`, and what begins there. */
const surfaces = [
  ['tab', ['page.ts']],
  ['setup', ['page.ts']],
  ['demonstration', ['page.ts', 'office.ts']]
].map(([name, entries]) => surface(name, entries));

const results = await Promise.allSettled([
  commandLine(),
  page(),
  engine(),
  outlookEvents(),
  outlookPane(),
  signPages(),
  ...surfaces,
  copied()
]);
for (const { reason } of results) {
  // esbuild has already printed its own errors.
  if (reason && !reason.errors) console.error(`The build failed: ${reason.message}`);
}
if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;

/** The command line and the server behind it, as one file; packages stay where npm put them. */
async function commandLine() {
  const outfile = join(out, 'beadle.mjs');
  await build({
    ...shared,
    entryPoints: ['service/cli/beadle.ts'],
    outfile,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true
  });
  await chmod(outfile, 0o755);
}

/** The page to try Beadle on. */
function page() {
  return build({
    ...shared,
    entryPoints: ['addin/try/page.ts'],
    outfile: join(out, 'try/page.js'),
    target: 'es2020',
    format: 'esm',
    minify: true
  });
}

/** The engine alone, as one script that needs nothing of its host: it judges, says and records. Whoever shows the message carries remedies out. */
function engine() {
  const parts = { review: 'review', say: 'say', recordOf: 'record' };
  const imports = Object.entries(parts).map(([name, file]) => `import { ${name} } from './core/mail/${file}.ts';`);
  const contents = [...imports, `given({ ${Object.keys(parts).join()} });`].join('\n');
  const stdin = { contents, resolveDir: root, sourcefile: 'engine.ts', loader: 'ts' };
  // What esbuild itself wraps around exports is made for modules that import one another.
  return script({ stdin }, 'engine.js', text => `var Beadle = ${text.replace(/given\((.*)\);/, 'return $1;')}`);
}

/** What answers to Outlook's events, with the engine in it: browsers load it into a page, classic Outlook loads it alone. */
function outlookEvents() {
  return script({ entryPoints: ['addin/outlook/launchevent.ts'] }, 'outlook/launchevent.js');
}

/** Outlook's task panes: for a message that is written, and to report one that is read. Signing in is much larger than all the rest, and comes only when it is asked for. */
async function outlookPane() {
  await build({
    ...shared,
    entryPoints: ['addin/outlook/pane/pane.ts', 'addin/outlook/report/report.ts'],
    outdir: join(out, 'outlook'),
    entryNames: '[name]',
    chunkNames: 'pane-[hash]',
    target: 'es2020',
    format: 'esm',
    splitting: true,
    minify: true
  });
}

/** The pages on which people without Teams sign. The renderer of cards knows carousels, which no card of ours has: their library stays outside. */
function signPages() {
  return build({
    ...shared,
    entryPoints: ['addin/sign/page.ts', 'addin/sign/kiosk.ts', 'addin/sign/records.ts'],
    outdir: join(out, 'sign'),
    target: 'es2020',
    format: 'esm',
    minify: true,
    external: ['swiper', 'swiper/modules']
  });
}

/** A page of a folder below `addin/`, in parts that come when they are asked for. */
async function surface(name, entries) {
  const entryPoints = entries.map(entry => `addin/${name}/${entry}`).filter(entry => existsSync(join(root, entry)));
  if (entryPoints.length === 0) return;
  await build({
    ...shared,
    entryPoints,
    outdir: join(out, name),
    chunkNames: 'part-[hash]',
    target: 'es2020',
    format: 'esm',
    splitting: true,
    minify: true,
    external: ['swiper', 'swiper/modules']
  });
  await copyAll(`addin/${name}`, name, /\.(?:html|css|svg)$/);
}

/**
 * One script of ES2016: Outlook's event runtime takes a single file and reads no modules. Written in ASCII, because nothing there says in which
 * encoding the file is read.
 */
async function script(from, file, wrapped = text => text) {
  const { outputFiles } = await build({
    ...shared,
    ...from,
    target: 'es2016',
    format: 'iife',
    minifySyntax: true,
    plugins: [withoutCaptions],
    write: false
  });
  // esbuild alone is faster and leaves 2 % more, and the letters of patterns as they are.
  const { code } = await minify(wrapped(outputFiles[0].text), {
    ecma: 2016,
    // Packed, what is written out where it is used takes more room than what is called, and turned comparisons differ from each other more.
    compress: {
      passes: 1,
      hoist_funs: true,
      keep_fargs: false,
      reduce_funcs: false,
      inline: 0,
      lhs_constants: false,
      pure_getters: true
    },
    format: { ascii_only: true }
  });
  await mkdir(dirname(join(out, file)), { recursive: true });
  await writeFile(join(out, file), code);
}

/** What is served as it is: the page's own files, and the pages of rules and checks. */
async function copied() {
  await Promise.all([
    copyAll('addin/try', 'try', /\.(?:html|css|svg)$/),
    copyAll('addin/sign', 'sign', /\.(?:html|css)$/),
    copyAll('addin/outlook', 'outlook', /\.html$/),
    ...['pane', 'report', 'icons']
      .filter(folder => existsSync(join(root, 'addin/outlook', folder)))
      .map(folder => copyAll(`addin/outlook/${folder}`, folder === 'icons' ? 'outlook/icons' : 'outlook', /\.(?:html|css|png)$/)),
    copyAll('core/mail/rules', 'rules', /\.md$/),
    copyAll('core/tenant/checks', 'checks', /\.md$/)
  ]);
}

async function copyAll(from, to, pattern) {
  await mkdir(join(out, to), { recursive: true });
  const files = (await readdir(join(root, from))).filter(file => pattern.test(file));
  if (files.length === 0) throw new Error(`there is nothing to copy in ${from}`);
  await Promise.all(files.map(file => copyFile(join(root, from, file), join(out, to, file))));
}
