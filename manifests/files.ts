import type { Manifests } from './check.ts';
import { outlookXml } from './outlook-xml.ts';
import type { AddIn } from './source.ts';
import { unifiedFiles } from './unified.ts';
import { zip } from './zip.ts';

/** The unified manifest's images, by their names in its package. */
export interface Images {
  readonly 'color.png': Uint8Array;
  readonly 'outline.png': Uint8Array;
}

/** Both manifests of an add-in. */
export function manifestsOf(addIn: AddIn): Manifests {
  return { xml: outlookXml(addIn), unified: unifiedFiles(addIn) };
}

/** The files that an administrator is handed, by their paths: the add-in-only manifest, the unified one, and its package to upload. */
export function filesOf({ xml, unified }: Manifests, images: Images): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const inside = [
    ...Object.entries(unified).map(([name, text]) => ({ name, bytes: bytesOf(text) })),
    { name: 'color.png', bytes: images['color.png'] },
    { name: 'outline.png', bytes: images['outline.png'] }
  ];
  return [
    { path: 'beadle-outlook.xml', bytes: bytesOf(xml) },
    ...inside.map(({ name, bytes }) => ({ path: `unified/${name}`, bytes })),
    { path: 'beadle-outlook.zip', bytes: zip(inside) }
  ];
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
