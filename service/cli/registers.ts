import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { consentFor } from '../../core/registers/entry.ts';
import { about, type Kind, kinds, uses } from '../../core/registers/kinds.ts';
import { stateWords, useWords } from '../../core/registers/words.ts';
import { failure, fileFailure } from '../failure.ts';
import type { Listed, SchoolRegisters } from '../registers.ts';
import type { Signatures } from '../signatures.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Io } from './command.ts';
import { signingSchool } from './own-signatures.ts';
import { personNamed } from './person-named.ts';

const school = { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' } as const;
const lang = { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' } as const;
const register = { kind: 'value', of: 'REGISTER', says: 'which register', choices: [...kinds] } as const;

const words = {
  register: { en: 'REGISTER', cy: 'COFRESTR' },
  entries: { en: 'ENTRIES', cy: 'COFNODION' },
  due: { en: 'Due or overdue:', cy: 'I’w wneud neu’n hwyr:' },
  none: { en: 'Nothing is due.', cy: 'Nid oes dim i’w wneud.' },
  consent: { en: '{use}: consent holds', cy: '{use}: mae cydsyniad mewn grym' },
  noConsent: { en: '{use}: NO consent', cy: '{use}: DIM cydsyniad' },
  taken: {
    en: '{count} entries were taken over, {there} stood there already.',
    cy: 'Cymerwyd {count} cofnod; roedd {there} yno eisoes.'
  },
  written: {
    en: '«{file}»: {count} entries. It holds names: keep it as you keep the register.',
    cy: '«{file}»: {count} cofnod. Mae’n cynnwys enwau: cadwch ef fel y cadwch y gofrestr.'
  }
} as const satisfies { readonly [word: string]: Text };

/** `beadle registers`: what the school's registers hold, and what is due. */
export const registersCommand = command({
  path: 'registers',
  summary: 'show the school’s registers in numbers, and what falls due in them',
  details:
    'Training, reviews of policies, monitoring, consent to images, and changing passwords where the school insists on it: «registers:» in beadle.yaml\n' +
    'says which are kept. --consent says for which uses there is consent to images of a child today; what nobody entered is no consent.\n' +
    'Exit code: 0 nothing is overdue, 1 something is, 2 they could not be read.',
  arguments: [],
  options: { consent: { kind: 'value', of: 'CHILD', says: 'a child’s name as it was entered' }, school, lang },
  examples: [
    { line: 'beadle registers', says: 'what is due' },
    { line: 'beadle registers --consent "Kit Sample"', says: 'before a picture is used' }
  ],
  run: async (_args, { consent, school: file, lang }, io) =>
    withRegisters(file, io, async registers => {
      const all = await registers.list();
      const today = registers.days.dayOf(registers.now().toISOString());
      if (consent !== undefined) {
        const own = all.map(({ id, kind, at, fields, state, due }) => ({ kept: { id, kind, at, fields, notes: [] }, fields, state, due }));
        const lines = uses.map(use => {
          const holds = consentFor(own, consent, use, today);
          return `${fill(words[holds ? 'consent' : 'noConsent'][lang], { use: useWords[use][lang] })}\n`;
        });
        await io.stdout.write(lines.join(''));
        return 0;
      }
      await io.stdout.write(shown(await registers.counted(), all, lang));
      return all.some(({ state }) => state === 'overdue') ? 1 : 0;
    })
});

/** `beadle registers import`: takes entries over from a list. */
export const registersImport = command({
  path: 'registers import',
  summary: 'enter what a CSV lists in one of the school’s registers',
  details:
    'The columns are those of «beadle registers export», in any order; columns besides are passed over. All rows are entered or none; what stands there\n' +
    'already is passed over, so that the same list can be read again. Names stand with «;» between them, dates as 2026-09-01 or 01/09/2026.',
  arguments: [{ name: 'FILE', says: 'a CSV file' }],
  options: { register, by: { kind: 'value', of: 'PERSON', says: 'who enters it' }, school, lang },
  examples: [
    {
      line: 'beadle registers import training.csv --register training --by esafety@school.example',
      says: 'what was kept in a spreadsheet so far'
    }
  ],
  run: async ([named = ''], { register: kind, by, school: file, lang }, io) => {
    if (kind === undefined || by === undefined)
      throw failure('wrong-use', 'Say which register with --register, and with --by who enters it.');
    const bytes = await readFile(resolve(io.cwd, named)).catch((error: unknown) => {
      throw fileFailure(error, named);
    });
    return withRegisters(file, io, async (registers, { desk }) => {
      const { readRegister } = await import('../registers-file.ts');
      isKept(registers, kind);
      const entries = readRegister(bytes, named, kind, registers.days.dayOf(registers.now().toISOString()));
      const { id } = await personNamed(desk, by);
      const taken = await registers.enter(entries, id);
      if (!('done' in taken)) throw failure('wrong-directory', `${named}: row ${taken.index + 1} was not taken. Look at it again.`);
      await io.stdout.write(`${fill(words.taken[lang], { count: taken.done, there: entries.length - taken.done })}\n`);
      return 0;
    });
  }
});

/** `beadle registers export`: writes one register to a CSV. */
export const registersExport = command({
  path: 'registers export',
  summary: 'write one of the school’s registers to CSV, with how each entry stands and what was added to it',
  details: 'Cells can never run as formulas. What it writes can be read again by «beadle registers import».',
  arguments: [],
  options: {
    register,
    out: { kind: 'value', of: 'FILE', says: 'the file to write, which must not be there yet (stdout if left out)' },
    school,
    lang
  },
  examples: [{ line: 'beadle registers export --register training --out training.csv', says: 'a table that Excel opens' }],
  run: async (_args, { register: kind, out, school: file, lang }, io) => {
    if (kind === undefined) throw failure('wrong-use', 'Say which register with --register.');
    return withRegisters(file, io, async registers => {
      const { registerCsv } = await import('../registers-file.ts');
      isKept(registers, kind);
      const entries = (await registers.list()).filter(each => each.kind === kind);
      const csv = registerCsv(kind, entries);
      if (out === undefined) {
        await io.stdout.write(csv);
        return 0;
      }
      await writeFile(resolve(io.cwd, out), csv, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
        throw fileFailure(error, out);
      });
      await io.stdout.write(`${fill(words.written[lang], { file: out, count: entries.length })}\n`);
      return 0;
    });
  }
});

async function withRegisters(
  file: string | undefined,
  io: Io,
  use: (registers: SchoolRegisters, signatures: Signatures) => Promise<number>
): Promise<number> {
  const [{ school: found }, { openSignatures }, { openRegisters }] = await Promise.all([
    signingSchool(file, io),
    import('../signatures.ts'),
    import('../registering.ts')
  ]);
  const signatures = await openSignatures(found, io);
  try {
    const registers = await openRegisters(signatures);
    if (!registers) throw failure('wrong-config', `${found.file} keeps no register: «kept:» under «registers:» is empty.`);
    return await use(registers, signatures);
  } finally {
    await signatures.close();
  }
}

function isKept({ kinds: kept }: SchoolRegisters, kind: Kind): void {
  if (!kept.includes(kind))
    throw failure('wrong-use', `The school does not keep the register ${kind}. Add it to «kept:» under «registers:» in beadle.yaml.`);
}

function shown(counted: Awaited<ReturnType<SchoolRegisters['counted']>>, all: readonly Listed[], lang: Locale): string {
  const heads = [words.register, words.entries, stateWords.holds, stateWords.due, stateWords.overdue].map(each => [
    each[lang].toUpperCase()
  ]);
  const rows = counted.map(({ kind, entries, holds, due, overdue }) => [
    [about[kind].title[lang]],
    ...[entries, holds, due, overdue].map(count => [String(count)])
  ]);
  const open = all.filter(({ state }) => state === 'due' || state === 'overdue');
  const lines = open.map(({ kind, fields, due = '', state }) =>
    wrapped(
      `${due}  ${stateWords[state][lang]}: ${about[kind].title[lang]}, ${about[kind].subject.map(id => fields[id] ?? '').join(', ')}`,
      '  '
    )
  );
  return `${columns([heads, ...rows])}\n${open.length === 0 ? words.none[lang] : words.due[lang]}\n${lines.sort().join('')}`;
}
