import type { Manifests } from './check.ts';
import { outlookXml } from './outlook-xml.ts';
import type { AddIn } from './source.ts';
import { type TeamsApp, teamsFiles } from './teams.ts';
import { unifiedFiles } from './unified.ts';
import { zip } from './zip.ts';

/** The unified manifest's images, by their names in its package. */
export interface Images {
  readonly 'color.png': Uint8Array;
  readonly 'outline.png': Uint8Array;
}

/** A file to hand in, by its path below the folder of the manifests. */
export interface Written {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Both manifests of an add-in. */
export function manifestsOf(addIn: AddIn): Manifests {
  return { xml: outlookXml(addIn), unified: unifiedFiles(addIn) };
}

/** The files that an administrator is handed, by their paths: the add-in-only manifest, the unified one, and its package to upload. */
export function filesOf({ xml, unified }: Manifests, images: Images): readonly Written[] {
  return [{ path: 'beadle-outlook.xml', bytes: bytesOf(xml) }, ...packaged(unified, images, 'unified', 'beadle-outlook.zip')];
}

/** The files of the app for Teams that an administrator is handed, by their paths: what is in the package, and the package to upload. */
export function teamsPackage(app: TeamsApp, images: Images): readonly Written[] {
  return packaged(teamsFiles(app), images, 'teams', 'beadle-teams.zip');
}

/** A manifest with its languages and images, in a folder to look at and as one package. */
function packaged(texts: { readonly [file: string]: string }, images: Images, folder: string, archive: string): readonly Written[] {
  const inside = [
    ...Object.entries(texts).map(([name, text]) => ({ name, bytes: bytesOf(text) })),
    { name: 'color.png', bytes: images['color.png'] },
    { name: 'outline.png', bytes: images['outline.png'] }
  ];
  return [...inside.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes })), { path: archive, bytes: zip(inside) }];
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
