import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { rules } from '../../core/mail/rules/index.ts';
import { associatedIn } from '../../manifests/associated.ts';
import { faultsIn, type Site } from '../../manifests/check.ts';
import { againSays, consentAgain } from '../../manifests/consent.ts';
import { filesOf, manifestsOf, teamsPackage } from '../../manifests/files.ts';
import { gmailFaultsIn } from '../../manifests/check-gmail.ts';
import { gmailDeployment } from '../../manifests/gmail.ts';
import { blocking, guidOf, sendModeOf } from '../../manifests/source.ts';
import { resourceOf, type TeamsApp } from '../../manifests/teams.ts';
import { builtFolder } from '../built.ts';
import { failure, fileFailure } from '../failure.ts';
import { manifestWritten, rememberManifest, softBlockCaution } from '../manifest-written.ts';
import { keptOf } from '../outlook.ts';
import { schoolFor } from './check.ts';
import { ownOfTeams } from '../registration.ts';
import type { School } from '../school.ts';
import { command, type Io } from './command.ts';

/** `beadle manifests`: the files by which an administrator gives the add-ins to a school's people. */
export const manifests = command({
  path: 'manifests',
  summary: 'write the manifests by which Microsoft 365 and Google give the add-ins to people',
  details:
    'beadle-outlook.xml is read by every Outlook; beadle-outlook.zip, with its parts in unified/, by\n' +
    'Outlook on the web and on Windows. Hand in one of them. They are checked against the add-in as it\n' +
    'was built before they are written. The same decisions give the same bytes; Microsoft 365 takes a\n' +
    'change only with a higher version: --release 1.0.1.\n' +
    'Where beadle.yaml has «bot:» with its appId, beadle-teams.zip is written too, the app for Teams with the bot and\n' +
    'the tab, and it is said whether people must consent again. Where it has «gmail:», beadle-gmail.json is written:\n' +
    '«beadle setup google» says what to do with it.\n' +
    'Exit code: 0 written; 1 written, but not the same as what lay there under the same version.',
  arguments: [],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, else an invented example school)' },
    out: { kind: 'value', of: 'FOLDER', says: 'where to write them', default: 'dist/manifests' },
    release: { kind: 'value', of: 'VERSION', says: 'the version of the manifests: three numbers', default: '1.0.0' }
  },
  examples: [
    { line: 'beadle manifests --out outlook', says: 'write them into the folder outlook' },
    { line: 'beadle manifests --out outlook --release 1.0.1', says: 'after a rule was told to block, or the address changed' }
  ],
  run: async (_args, { school: file, out, release }, io) => {
    if (!/^[1-9]\d{0,4}(?:\.\d{1,5}){2}$/.test(release)) {
      throw failure('wrong-use', `«${release}» is no version of a manifest. It is three numbers, the first above 0: --release 1.0.1.`);
    }
    const school = await schoolFor(file, io);
    const { policy } = school;
    const { gmail, outlook } = school.config;
    if (gmail) await writeGmail(school, gmail.origin, out, io);
    const app = appOf(school, release);
    const stale = app ? await writeTeams(app, out, io) : false;
    // Somebody who names no surface is shown Outlook's.
    if ((gmail || app) && !outlook && school.file !== undefined) return stale ? await toldOf(release, io) : 0;
    const kept = school.file === undefined ? undefined : keptOf(school, io.cwd);
    const sendMode = sendModeOf(policy, rules);
    const made = manifestsOf({ origin: kept?.settings.origin ?? exampleOrigin, version: release, sendMode });
    const site = siteIn(builtFolder());
    const [fault] = faultsIn(made, site);
    if (fault) throw failure('file-missing', `The manifests were not written: ${fault.says} Run «npm run build» and try again.`);
    const image = (name: string): Uint8Array => site.at(`/outlook/icons/${name}`)!;
    const files = filesOf(made, { 'color.png': image('color.png'), 'outline.png': image('outline.png') });
    const changed = await changedAt(resolve(io.cwd, out, files[0]!.path), made.xml);
    for (const { path, bytes } of files) await write(join(out, path), bytes, io);
    const blocks = blocking(policy, rules);
    await io.stdout.write(
      blocks.length === 0
        ? 'Send mode: PromptUser, because no rule blocks.\n'
        : `Send mode: SoftBlock, because a rule blocks: ${blocks.join(', ')}.\n${softBlockCaution}\n`
    );
    if (kept) {
      const before = await manifestWritten(kept.folder);
      if (before && before.sendMode !== sendMode) {
        await io.stdout.write(
          `The manifest written before (${before.release}) had ${before.sendMode}: have your administrator hand in this one, outside school hours.\n`
        );
      }
      await rememberManifest(kept.folder, { release, sendMode });
    }
    return changed || stale ? await toldOf(release, io) : 0;
  }
});

/** Says that something else went out under this version before. */
async function toldOf(release: string, io: Io): Promise<1> {
  await io.stderr.write(
    `beadle: What lay there was another manifest of the same version, ${release}. Microsoft 365 takes a change only with a higher one: --release.\n`
  );
  return 1;
}

/** The school's app for Teams; nothing where its bot is not registered. */
function appOf({ config, file }: School, version: string): TeamsApp | undefined {
  if (file === undefined) return { origin: exampleOrigin, version, botId: guidOf(`${exampleOrigin}/bot`) };
  const { bot } = config;
  if (!bot?.appId) return undefined;
  const clientId = ownOfTeams(config);
  return { origin: bot.origin, version, botId: bot.appId, ...(clientId !== undefined && { clientId }) };
}

/** Writes the app for Teams, and says whether people must consent again. Whether another one of the same version lay there. */
async function writeTeams(app: TeamsApp, out: string, io: Io): Promise<boolean> {
  const icon = (name: string): Uint8Array => readFileSync(join(builtFolder(), 'outlook/icons', name));
  const files = teamsPackage(app, { 'color.png': icon('color.png'), 'outline.png': icon('outline.png') });
  const [{ path, bytes }] = files as readonly [(typeof files)[number]];
  const before = await readFile(resolve(io.cwd, out, path), 'utf8').catch(() => undefined);
  const after = Buffer.from(bytes).toString('utf8');
  for (const file of files) await write(join(out, file.path), file.bytes, io);
  if (app.clientId !== undefined) {
    await io.stdout.write(
      `The tab signs people in as ${resourceOf(app, app.clientId)}: add that under «Expose an API» of its registration.\n`
    );
  }
  if (before === undefined || before === after) return false;
  const again = consentAgain(before, after);
  await io.stdout.write(
    again.length === 0
      ? 'Teams brings the app up to date by itself: nobody is asked to consent again.\n'
      : `In Teams people are asked to consent again: ${again.map(each => againSays[each]).join('; ')}.\n`
  );
  const version = (text: string): string | undefined => /"version": "([^"]*)"/.exec(text)?.[1];
  return version(before) === version(after);
}

async function write(shown: string, bytes: Uint8Array | string, io: Io): Promise<void> {
  try {
    await mkdir(dirname(resolve(io.cwd, shown)), { recursive: true });
    await writeFile(resolve(io.cwd, shown), bytes);
  } catch (error) {
    throw fileFailure(error, shown);
  }
  await io.stdout.write(`wrote ${shown}\n`);
}

async function writeGmail({ config }: School, origin: string, out: string, io: Io): Promise<void> {
  const deployment = gmailDeployment({ origin, languages: config.school.languages });
  const [fault] = gmailFaultsIn(deployment, origin);
  if (fault !== undefined) throw failure('file-missing', `The deployment for Gmail was not written: ${fault}`);
  await write(join(out, gmailFile), deployment, io);
}

/** The deployment of the add-on for Gmail, in the folder of the manifests. */
export const gmailFile = 'beadle-gmail.json';

/** Where the invented example school would serve its add-in. */
const exampleOrigin = 'https://beadle.school.example';

/** Whether there is a manifest that says other things under the same version. */
async function changedAt(path: string, xml: string): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  const version = (text: string): string | undefined => /<Version>([^<]*)</.exec(text)?.[1];
  return before !== undefined && before !== xml && version(before) === version(xml);
}

/** What the add-in's origin will serve: the folder that the build wrote. */
export function siteIn(folder: string): Site {
  const at = (path: string): Uint8Array | undefined => {
    const file = join(folder, path);
    return path.startsWith('/outlook/') && !path.includes('..') && existsSync(file) ? readFileSync(file) : undefined;
  };
  const script = at('/outlook/launchevent.js');
  return { at, associated: (script && associatedIn(Buffer.from(script).toString('utf8'))) || [] };
}
