import { mkdirSync, writeFileSync } from 'node:fs';
import { icons } from './icons.ts';
import { pngOf } from './png.ts';

// `npx tsx manifests/draw-icons.ts` draws the add-in's images anew. They are committed, because other zlibs pack them in other bytes.
const folder = new URL('../addin/outlook/icons/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [file, picture] of Object.entries(icons)) writeFileSync(new URL(file, folder), pngOf(picture()));
