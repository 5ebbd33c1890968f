import { audiencesNamed, nameWords } from '../directory.ts';
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
      .filter((name, i, all) => (files === 'all' || isPicture(name)) && all.indexOf(name) === i);
    const named = names.length === 0 ? [] : namingPupils(names, school);
    const evidence = some(named.map(name => ({ in: 'attachment', name })));
    return evidence ? [{ message: 'named', evidence, remedy: { kind: 'remove-attachments', names: named } }] : [];
  }
});

function isPicture(name: string): boolean {
  const kind = kindOfFile(name);
  return kind === 'image' || kind === 'video';
}

/** Those of these files whose names hold the first and the last name of a pupil side by side, in either order. */
function namingPupils(files: readonly string[], school: MailPolicy): readonly string[] {
  const { directory } = school;
  const runs = files.map(runsIn);
  const found = new Set<string>();
  files.forEach((file, i) => {
    runs[i]!.forEach(run => run.length > 4 && audiencesNamed(run, school).indexOf('pupil') >= 0 && found.add(file));
  });
  for (const address in directory) {
    for (const { audience, name } of directory[address]!) {
      const words = audience === 'pupil' && name !== undefined ? nameWords(name) : [];
      if (words.length < 2) continue;
      const [first, last] = [words[0]!, words[words.length - 1]!];
      const wanted = [first + last, last + first, words.join('')];
      files.forEach((file, i) => wanted.some(run => run.length > 4 && runs[i]!.has(run)) && found.add(file));
    }
  }
  return files.filter(file => found.has(file));
}

/** The words of a file's name, folded, and what up to six neighbours make together: a name may be written in one word or in several. */
function runsIn(file: string): ReadonlySet<string> {
  const words = foldedText(spaced(file))
    .split(/[^a-z]+/)
    .filter(word => word !== '');
  const runs = new Set<string>();
  words.forEach((_, from) => {
    let run = '';
    for (const word of words.slice(from, from + 6)) runs.add((run += word));
  });
  return runs;
}
