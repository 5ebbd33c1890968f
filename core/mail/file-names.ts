import { type Words, wordsOf } from './words.ts';

export type FileKind = 'image' | 'video' | 'archive' | 'sealed' | 'other';

const kinds: { readonly [ending: string]: FileKind } = endingsOf({
  image: 'jpg jpeg jfif png gif heic heif avif webp tif tiff bmp dng cr2 cr3 nef arw',
  video: 'mp4 mov m4v avi mkv webm wmv mpg mpeg 3gp',
  archive: 'zip 7z rar',
  sealed: 'gpg pgp age p7m axx'
});

/** What a file is, by the ending of its name. */
export function kindOfFile(name: string): FileKind {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.prototype.hasOwnProperty.call(kinds, ending) ? kinds[ending]! : 'other';
}

/** The words of a file's name, without its ending: `ClassList_Y5-2026.xlsx` has the words class, list, y, 5, 2026. */
export function wordsOfName(name: string): Words {
  return wordsOf(spaced(name));
}

/** A file's name without its folder and ending, with a space wherever a word may begin. At most 255 characters of it. */
export function spaced(name: string): string {
  const short = name.slice(-255);
  const base = short.slice(Math.max(short.lastIndexOf('/'), short.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return (dot > 0 ? base.slice(0, dot) : base)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2')
    .replace(/([A-Za-z])([0-9])/g, '$1 $2')
    .replace(/([0-9])([A-Za-z])/g, '$1 $2')
    .replace(/[_.]/g, ' ');
}

function endingsOf(lists: { readonly [K in FileKind]?: string }): { readonly [ending: string]: FileKind } {
  const all: { [ending: string]: FileKind } = {};
  for (const kind of Object.keys(lists) as FileKind[]) for (const ending of lists[kind]!.split(' ')) all[ending] = kind;
  return all;
}
