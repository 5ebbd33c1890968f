import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { MailPolicy } from '../core/mail/policy.ts';
import { rules } from '../core/mail/rules/index.ts';
import { blocking, type SendMode, sendModeOf, sendModes } from '../manifests/source.ts';
import { fileFailure } from './failure.ts';

/** The manifest that was written last for a school: what the administrator has, as far as Beadle can know. */
export interface ManifestWritten {
  readonly release: string;
  readonly sendMode: SendMode;
}

/** Beside `beadle.yaml`. */
const file = join('data', 'manifest.json');
const shape = z.object({ release: z.string().regex(/^\d+\.\d+\.\d+$/), sendMode: z.enum(sendModes) });

/** Which manifest was written last for the school whose files lie in `folder`; nothing where none was, or where that cannot be read any more. */
export async function manifestWritten(folder: string): Promise<ManifestWritten | undefined> {
  try {
    const read = shape.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers which manifest was written. Throws a `Failure` where that cannot be kept. */
export async function rememberManifest(folder: string, { release, sendMode }: ManifestWritten): Promise<void> {
  const path = join(folder, file);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${JSON.stringify({ release, sendMode })}\n`);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** Whether the school's rules need another manifest than the one written last, in one line for the coordinator; nothing where they do not. */
export function manifestNeeded(policy: Pick<MailPolicy, 'rules'>, written: ManifestWritten | undefined): string | undefined {
  const needed = sendModeOf(policy, rules);
  const blocks = blocking(policy, rules);
  if (!written) {
    return blocks.length === 0
      ? undefined
      : `A rule blocks (${blocks.join(', ')}), and only a manifest with SoftBlock can block. Beadle does not know which one your administrator handed in: ` +
          'run «beadle manifests», and have what it writes handed in if that was not done yet.';
  }
  if (written.sendMode === needed) return undefined;
  const again = `Run «beadle manifests --release ${afterRelease(written.release)}» and have your administrator hand in what it writes`;
  return needed === 'SoftBlock'
    ? `A rule blocks (${blocks.join(', ')}), but the manifest written last (${written.release}, PromptUser) can only ask: until there is a new one, whoever sends such a message may send it anyway. ${again}.`
    : `No rule blocks any more, but the manifest written last (${written.release}, SoftBlock) still holds messages back where Outlook is older than requirement set 1.14 or cannot be asked. ${again}.`;
}

/** What a manifest with SoftBlock means in Outlooks that cannot be told otherwise, message by message. */
export const softBlockCaution =
  'Outlook before requirement set 1.14 (classic Outlook before Version 2404) cannot be told message by message: with SoftBlock it also holds back what Beadle only asks to confirm, until the message is changed.';

/** The next higher release of a manifest. */
export function afterRelease(release: string): string {
  const [major, minor, patch] = release.split('.');
  return `${major}.${minor}.${Number(patch) + 1}`;
}
