import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutlook, type Outlook } from '../../service/outlook.ts';
import { readSchool } from '../../service/school.ts';
import { listen, pagesFrom } from '../../service/serve.ts';
import { schoolWith } from './cli.ts';
import { outlookYaml } from './issuer.ts';

/** Two hundred invented parents, a governor and a pupil, each with a name that stands nowhere else. */
const people = [
  'address,audience,name,household',
  ...Array.from({ length: 200 }, (_, i) => `parent.${i}@family.example,parent,Zyparent ${i},household-${i}`),
  'governor.one@governors.example,governor,Zygovernor One,',
  'kit.sample@pupils.school.example,pupil,Zypupil Sample,household-1'
].join('\n');

/** The files of a school that uses Outlook. */
export const schoolFiles: { readonly [path: string]: string } = {
  'beadle.yaml': schoolWith(
    { 'head-not-copied': { action: 'confirm' }, 'chain-letter': { action: 'advise' } },
    `directory: [{ file: people.csv }]\n${outlookYaml}`
  ).replace('mail: {', 'mail: { exempt: [lado@council.example],'),
  'people.csv': people,
  'dist/outlook/commands.html': '<!doctype html><title>Beadle</title>',
  'dist/outlook/launchevent.js': '"launch"',
  'dist/outlook/pane.html': '<!doctype html><title>Pane</title>',
  'dist/outlook/pane.js': '"pane"',
  'dist/outlook/pane.css': 'p{}',
  'dist/outlook/icons/icon-16.png': 'png'
};

/** A school's folder with these files in it; `gone` takes it away. */
export async function schoolFolder(
  files: { readonly [path: string]: string } = schoolFiles
): Promise<{ readonly folder: string; readonly gone: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'beadle-outlook-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { folder, gone: () => rm(folder, { recursive: true, force: true }) };
}

/** The service for Outlook of the school in this folder, on a free port of this machine. */
export async function outlookServed(
  folder: string,
  world: { readonly keysAt: string; readonly now?: () => Date; readonly log?: (line: string) => void }
): Promise<{ readonly outlook: Outlook; readonly server: Server; readonly origin: string }> {
  const { keysAt, now = () => new Date(), log = () => {} } = world;
  const school = await readSchool(join(folder, 'beadle.yaml'), { cwd: folder, now });
  const outlook = await openOutlook(school, { cwd: folder, now, log, keysAt });
  const { server, port } = await listen(pagesFrom(join(folder, 'dist'), log, outlook), [0]);
  return { outlook, server, origin: `http://127.0.0.1:${port}` };
}
