import { readFileSync } from 'node:fs';
import type { Manifests, Site } from '../../manifests/check.ts';
import { manifestsOf } from '../../manifests/files.ts';
import type { AddIn } from '../../manifests/source.ts';

/** The add-in of an invented school in which a rule blocks. */
export const addIn: AddIn = { origin: 'https://beadle.school.example', version: '1.0.0', sendMode: 'SoftBlock' };

/** Its two manifests. */
export const made: Manifests = manifestsOf(addIn);

/** What this school serves: all that the manifests point at, with the images that are committed. */
export const site: Site = {
  at: path => {
    if (path.startsWith('/outlook/icons/')) return imageAt(path.replace('/outlook/icons/', ''));
    return /^\/outlook\/(?:commands\.html|launchevent\.js|pane\.html|report\.html|about\.html)$/.test(path) ? new Uint8Array(1) : undefined;
  },
  associated: ['onNewMessageCompose', 'onRecipientsChanged', 'onAttachmentsChanged', 'onFromChanged', 'onMessageSend']
};

function imageAt(file: string): Uint8Array | undefined {
  try {
    return readFileSync(`addin/outlook/icons/${file}`);
  } catch {
    return undefined;
  }
}
