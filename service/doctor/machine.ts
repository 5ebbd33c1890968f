import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backupMade } from '../backup-file.ts';
import type { Config } from '../config.ts';
import type { Environment } from '../environment.ts';
import { keysFile } from '../keys.ts';
import { signingKeyFile } from '../ledger/signing-key.ts';
import { sealingKeyFile } from '../sealing.ts';
import { secretsFile } from '../setup/plan.ts';
import { type Line, right, unseen, wrong } from './line.ts';

/** What is looked at on this machine. */
export interface Machine {
  readonly config: Config;
  readonly folder: string;
  readonly data: string;
  readonly environment: Environment;
  readonly now: Date;
  readonly node: string;
  /** The folder in which backups lie, where somebody named it. */
  readonly backups: string | undefined;
  /** Bytes that are free where a folder lies. */
  readonly free: (folder: string) => Promise<number>;
}

/** How much is free, for `Machine`. */
export async function freeAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const day = 24 * 60 * 60 * 1000;
const gigabyte = 1024 ** 3;

/** Node, the key files and their rights, the certificate, the disk, the backup. */
export async function machineLines(machine: Machine): Promise<readonly Line[]> {
  return [
    nodeLine(machine),
    ...(await keyLines(machine)),
    ...(await proofLines(machine)),
    await diskLine(machine),
    await backupLine(machine)
  ];
}

function nodeLine({ node }: Machine): Line {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const values = { version: node };
  return major > 20 || (major === 20 && minor >= 19)
    ? right('node', ['Node.js is {version}.', 'Node.js yw {version}.'], values)
    : wrong(
        'node',
        ['Node.js {version} is too old.', 'Mae Node.js {version} yn rhy hen.'],
        ['Install 20.19 or later.', 'Gosodwch 20.19 neu’n hwyrach.'],
        values
      );
}

async function keyLines({ config, folder }: Machine): Promise<readonly Line[]> {
  const needed = [...(config.signatures ? [signingKeyFile, sealingKeyFile] : []), ...(config.outlook ? [keysFile] : [])];
  const lines = await Promise.all([...needed, secretsFile].map(name => keyLine(folder, name, name !== secretsFile)));
  return lines.flatMap(line => (line ? [line] : []));
}

async function keyLine(folder: string, name: string, needed: boolean): Promise<Line | undefined> {
  const id = `key-file-${name}`;
  try {
    const { mode } = await stat(join(folder, name));
    if (process.platform === 'win32')
      return unseen(
        id,
        ['Who may read {name} cannot be seen on Windows.', 'Ni ellir gweld pwy gaiff ddarllen {name} ar Windows.'],
        ['Let the service’s user alone read its folder.', 'Gadewch i ddefnyddiwr y gwasanaeth yn unig ddarllen ei ffolder.'],
        { name }
      );
    return (mode & 0o077) === 0
      ? right(id, ['{name} is there, and nobody else may read it.', 'Mae {name} yno, ac ni chaiff neb arall ei darllen.'], { name })
      : wrong(
          id,
          ['{name} may be read by others on this machine.', 'Gall eraill ar y peiriant hwn ddarllen {name}.'],
          ['Run: chmod 600 {path}', 'Rhedwch: chmod 600 {path}'],
          { name, path: join(folder, name) }
        );
  } catch {
    if (!needed) return undefined;
    return wrong(
      id,
      ['{name} is not there.', 'Nid yw {name} yno.'],
      [
        'If the service ran before, put it back from the backup; else the first start makes it.',
        'Os rhedodd y gwasanaeth o’r blaen, rhowch hi yn ôl o’r copi wrth gefn; fel arall mae’r cychwyn cyntaf yn ei gwneud.'
      ],
      { name }
    );
  }
}

async function proofLines({ environment: { graph, googleKey }, now, config }: Machine): Promise<readonly Line[]> {
  const lines: Line[] = [];
  if (graph.certificate !== undefined) lines.push(await certificateLine(graph.certificate, now));
  if (graph.secret)
    lines.push(
      unseen(
        'secret-end',
        [
          'When the secret at Microsoft ends cannot be known here: that would need one more right.',
          'Ni ellir gwybod yma pryd y daw’r gyfrinach yn Microsoft i ben: byddai angen un hawl arall.'
        ],
        [
          'Note its end from Entra, Certificates & secrets, or take a certificate or a managed identity.',
          'Nodwch ei diwedd o Entra, Certificates & secrets, neu defnyddiwch dystysgrif neu hunaniaeth a reolir.'
        ]
      )
    );
  if (config.audit?.google && googleKey !== undefined) {
    const there = await stat(googleKey).catch(() => undefined);
    lines.push(
      !there
        ? wrong(
            'google-key',
            ['The key of Google’s service account is not there.', 'Nid yw allwedd cyfrif gwasanaeth Google yno.'],
            ['Put it where BEADLE_GOOGLE_KEY points.', 'Rhowch hi lle mae BEADLE_GOOGLE_KEY yn pwyntio.']
          )
        : process.platform !== 'win32' && (there.mode & 0o077) !== 0
          ? wrong(
              'google-key',
              ['The key of Google’s service account may be read by others.', 'Gall eraill ddarllen allwedd cyfrif gwasanaeth Google.'],
              ['Run: chmod 600 {path}', 'Rhedwch: chmod 600 {path}'],
              { path: googleKey }
            )
          : right('google-key', [
              'The key of Google’s service account is there; it does not end by itself.',
              'Mae allwedd cyfrif gwasanaeth Google yno; nid yw’n dod i ben ohoni ei hun.'
            ])
    );
  }
  return lines;
}

async function certificateLine(path: string, now: Date): Promise<Line> {
  const id = 'graph-certificate';
  try {
    const ends = new Date(new X509Certificate(await readFile(path)).validTo);
    return endLine(
      id,
      ends,
      now,
      ['The certificate for Microsoft', 'Y dystysgrif ar gyfer Microsoft'],
      [
        'Make a new one and put it into the registration before the old one ends.',
        'Gwnewch un newydd a’i rhoi yn y cofrestriad cyn i’r hen un ddod i ben.'
      ]
    );
  } catch {
    return wrong(
      id,
      ['The certificate for Microsoft cannot be read.', 'Ni ellir darllen y dystysgrif ar gyfer Microsoft.'],
      ['Look at the file that BEADLE_GRAPH_CERTIFICATE names.', 'Edrychwch ar y ffeil y mae BEADLE_GRAPH_CERTIFICATE yn ei henwi.']
    );
  }
}

/** A certificate that ends within three weeks is something to look at. */
export function endLine(id: string, ends: Date, now: Date, what: readonly [string, string], todo: readonly [string, string]): Line {
  const date = ends.toISOString().slice(0, 10);
  const days = Math.floor((ends.getTime() - now.getTime()) / day);
  const values = { date, days };
  if (days < 0) return wrong(id, [`${what[0]} ended on {date}.`, `Daeth ${what[1].toLowerCase()} i ben ar {date}.`], todo, values);
  if (days < 21)
    return wrong(
      id,
      [`${what[0]} ends on {date}, in {days} days.`, `Daw ${what[1].toLowerCase()} i ben ar {date}, ymhen {days} diwrnod.`],
      todo,
      values
    );
  return right(id, [`${what[0]} holds until {date}.`, `${what[1]}: yn ddilys tan {date}.`], values);
}

async function diskLine({ data, folder, free }: Machine): Promise<Line> {
  const bytes = await free(data)
    .catch(() => free(folder))
    .catch(() => undefined);
  if (bytes === undefined)
    return unseen('disk', ['How much room is left could not be read.', 'Ni ellid darllen faint o le sydd ar ôl.'], undefined, {}, true);
  const gigabytes = Math.round((bytes / gigabyte) * 10) / 10;
  return bytes >= gigabyte
    ? right('disk', ['{gigabytes} GB are free.', 'Mae {gigabytes} GB yn rhydd.'], { gigabytes })
    : wrong(
        'disk',
        ['Only {gigabytes} GB are free.', 'Dim ond {gigabytes} GB sy’n rhydd.'],
        [
          'Make room, or give the service a larger disk: a full one stops signing.',
          'Gwnewch le, neu rhowch ddisg fwy i’r gwasanaeth: mae disg lawn yn atal llofnodi.'
        ],
        { gigabytes }
      );
}

async function backupLine({ backups, now }: Machine): Promise<Line> {
  if (backups === undefined)
    return unseen(
      'backup',
      ['Where backups lie is not known here.', 'Nid yw’n hysbys yma ble mae’r copïau wrth gefn.'],
      ['Name their folder with --backups.', 'Enwch eu ffolder gyda --backups.']
    );
  try {
    const times: number[] = [];
    let refused: unknown;
    for (const entry of await readdir(backups, { withFileTypes: true })) {
      if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      const made = await backupMade(resolve(backups, entry.name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EACCES' || error.code === 'EPERM') refused = error;
      });
      if (made) times.push(made.getTime());
    }
    // What may not be read may be the backup.
    if (times.length === 0 && refused !== undefined) throw refused;
    const last = Math.max(...times);
    if (times.length === 0 || now.getTime() - last > 2 * day) {
      return wrong(
        'backup',
        times.length === 0
          ? ['There is no backup in {folder}.', 'Nid oes copi wrth gefn yn {folder}.']
          : ['The last backup is of {date}.', 'Mae’r copi wrth gefn diwethaf o {date}.'],
        [
          'Run «beadle backup», and look at the timer that should do it each night.',
          'Rhedwch «beadle backup», ac edrychwch ar yr amserydd a ddylai ei wneud bob nos.'
        ],
        { folder: backups, date: times.length === 0 ? '' : new Date(last).toISOString().slice(0, 10) }
      );
    }
    return right('backup', ['The last backup is of {date}.', 'Mae’r copi wrth gefn diwethaf o {date}.'], {
      date: new Date(last).toISOString().slice(0, 10)
    });
  } catch {
    return unseen(
      'backup',
      ['The folder of backups cannot be read.', 'Ni ellir darllen ffolder y copïau wrth gefn.'],
      ['Run this as a user who may read {folder}.', 'Rhedwch hwn fel defnyddiwr a gaiff ddarllen {folder}.'],
      { folder: backups },
      true
    );
  }
}
