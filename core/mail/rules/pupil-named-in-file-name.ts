import { nameWords } from '../directory.ts';
import { kindOfFile, spaced } from '../file-names.ts';
import type { MailPolicy } from '../policy.ts';
import { rule, some } from '../rule.ts';
import { foldedText } from '../words.ts';

/** A pupil's name and a pupil's picture do not travel together. */
export const pupilNamedInFileName = rule({
  id: 'pupil-named-in-file-name',
  title: { en: 'A file name holds a pupil’s name', cy: 'Mae enw disgybl yn enw’r ffeil' },
  duties: ['no-pupil-names-with-images', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients', 'attachments', 'school'],
  settings: {
    files: { kind: 'choice', of: ['images', 'all'], default: 'images', says: 'which files must not bear a pupil’s name' },
    to: { kind: 'choice', of: ['outside', 'all'], default: 'outside', says: 'on mail to whom' }
  },
  messages: {
    named: {
      en: 'The name of an attached file holds a pupil’s name: rename the file before you send it.',
      cy: 'Mae enw disgybl yn enw ffeil a atodwyd: ailenwch y ffeil cyn ei hanfon.'
    }
  },
  judge: ({ recipients, attachments, school }, { files, to }) => {
    if (attachments.length === 0 || recipients.length === 0) return [];
    if (to === 'outside' && recipients.every(who => who.ours || who.exempt)) return [];
    const names = attachments
      .map(({ name }) => name)
      .filter(name => files === 'all' || kindOfFile(name) === 'image' || kindOfFile(name) === 'video')
      .map(fileOf)
      .filter(file => file.starts.size > 1 || file.letters.length > 5);
    const named = names.length === 0 ? [] : namesOfPupils(names, school);
    const evidence = some(named.map(name => ({ in: 'attachment', name })));
    return evidence ? [{ message: 'named', evidence, remedy: { kind: 'remove-attachments', names: named } }] : [];
  }
});

/** A file's name as folded letters without anything between them, and where its words begin and end there. */
interface File {
  readonly name: string;
  readonly letters: string;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** Which pairs of letters it holds, so that most pupils' names are put aside at a glance. */
  readonly pairs: Uint8Array;
}

function fileOf(name: string): File {
  const words = foldedText(spaced(name))
    .split(/[^a-z]+/)
    .filter(word => word !== '');
  const starts = new Set<number>();
  const ends = new Set<number>();
  const pairs = new Uint8Array(1024);
  let letters = '';
  for (const word of words) {
    starts.add(letters.length);
    letters += word;
    ends.add(letters.length);
  }
  for (let i = 0; i + 1 < letters.length; i += 1) pairs[pairOf(letters, i)] = 1;
  return { name, letters, starts, ends, pairs };
}

/** The names of those files that hold the first and the last name of a pupil side by side, in either order. */
function namesOfPupils(files: readonly File[], { directory }: MailPolicy): readonly string[] {
  const found = new Set<string>();
  for (const address in directory) {
    for (const { audience, name } of directory[address]!) {
      if (audience !== 'pupil' || name === undefined) continue;
      for (const file of files) if (mayHold(file, name) && !found.has(file.name) && holds(file, name)) found.add(file.name);
    }
    if (found.size === files.length) break;
  }
  return files.map(({ name }) => name).filter((name, i, all) => found.has(name) && all.indexOf(name) === i);
}

/** A glance: the pairs of letters with which the name as written and its last word begin. Names with letters beyond ASCII are always looked at. */
function mayHold({ pairs }: File, name: string): boolean {
  const space = name.lastIndexOf(' ') + 1;
  if (isBeyond(name, 0) || isBeyond(name, space)) return true;
  return pairs[pairOf(name, 0)] === 1 && pairs[pairOf(name, space)] === 1;
}

function isBeyond(name: string, at: number): boolean {
  return !isLetter(name.charCodeAt(at)) || !isLetter(name.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function holds({ letters, starts, ends }: File, name: string): boolean {
  const words = nameWords(name);
  if (words.length < 2) return false;
  const first = words[0]!;
  const last = words[words.length - 1]!;
  return [first + last, last + first, words.join('')].some(wanted => {
    if (wanted.length < 5) return false;
    for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
      if (starts.has(at) && ends.has(at + wanted.length)) return true;
    }
    return false;
  });
}

/** Five bits a letter, whatever its case. */
function pairOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}
