import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dateIn } from '../../core/dates.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { checkpointsIn } from '../../core/policies/ledger/checkpoint.ts';
import { canonical } from '../../core/policies/ledger/canonical.ts';
import { type ReceiptReport, verifyReceipt } from '../../core/policies/ledger/receipt.ts';
import { failure, fileFailure } from '../failure.ts';
import { type Verified, type Verifies, verifyExport, verifyRows } from '../ledger/export-file.ts';
import { hashes, verifySignature } from '../ledger/hashes.ts';
import { stopped } from './check.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Io } from './command.ts';
import { ledgerWords } from './ledger-words.ts';
import { number, renewing } from './progress.ts';

/** `beadle ledger verify`: whether a ledger, or one receipt, is as it was recorded. */
export const ledgerVerify = command({
  path: 'ledger verify',
  summary: 'verify that nothing in the ledger was changed, offline on an export or where it is kept',
  details:
    'Computes every hash anew, follows the chain, compares the checkpoints and their signatures, and looks whether each text was published and\n' +
    'opened before it was signed. An export needs nothing but the file. Give the checkpoints that were mailed with --checkpoint: they show a\n' +
    'ledger that was written anew as a whole. It always says what it does not prove. Of the school’s own database it writes down there that it\n' +
    'was verified, which «beadle doctor» looks for.\n' +
    'Exit code: 0 nothing was changed, 1 something was, 2 a file could not be read.',
  arguments: [{ name: 'EXPORT', says: 'a file that «beadle ledger export» wrote (default: the school’s own database)', optional: true }],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml, where no export is named (default: ./beadle.yaml)' },
    receipt: { kind: 'value', of: 'FILE', says: 'verify this receipt instead' },
    checkpoint: { kind: 'value', of: 'FILE', says: 'a text with checkpoints that somebody kept: mails, for one' },
    key: { kind: 'value', of: 'NAME', says: 'the name of the school’s key, as it is known from elsewhere' },
    json: { kind: 'flag', says: 'print one JSON object' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle ledger verify export.jsonl', says: 'verify an export, on any machine' },
    { line: 'beadle ledger verify export.jsonl --checkpoint mail.txt', says: 'and compare it with a checkpoint from the head’s mailbox' },
    { line: 'beadle ledger verify --receipt receipt.json', says: 'verify one receipt by itself' },
    { line: 'beadle ledger verify', says: 'verify the school’s own database' }
  ],
  run: async ([file], options, io) => {
    const { json, lang } = options;
    const key = options.key === undefined ? {} : { key: options.key };
    if (options.receipt !== undefined) {
      if (file !== undefined) throw failure('wrong-use', 'A receipt is verified by itself. Leave the export out, or leave --receipt out.');
      const report = verifyReceipt(await textIn(options.receipt, io), { hashes, verify: verifySignature, ...key });
      await io.stdout.write(json ? receiptJson(report, lang) : visible(receiptLines(report, lang)));
      return report.fault ? 1 : 0;
    }
    const witnesses = options.checkpoint === undefined ? [] : await witnessesIn(options.checkpoint, io);
    const report = await verified(file, options.school, { ...key, witnesses }, lang, io);
    if (!report) {
      await io.stderr.write(`${ledgerWords.stopped[lang]}\n`);
      return stopped;
    }
    await io.stdout.write(json ? ledgerJson(report, lang) : visible(ledgerLines(report, lang)));
    return report.faults > 0 ? 1 : 0;
  }
});

async function verified(file: string | undefined, school: string | undefined, more: Verifies, lang: Locale, io: Io): Promise<Verified> {
  const { show, clear } = renewing(io);
  const onward = async (entries: number): Promise<boolean> => {
    await show(milliseconds =>
      fill(ledgerWords.onward[lang], { count: number(entries), speed: number(Math.round((entries / milliseconds) * 1000)) })
    );
    return !io.stop.aborted;
  };
  try {
    if (file === undefined) return await verifiedAtHome(school, { ...more, onward }, io);
    return await verifyExport(createReadStream(resolve(io.cwd, file), { highWaterMark: 1 << 20 }), { ...more, onward });
  } catch (error) {
    throw file === undefined ? error : fileFailure(error, file);
  } finally {
    await clear();
  }
}

async function verifiedAtHome(file: string | undefined, more: Verifies, io: Io): Promise<Verified> {
  const [{ readSchool }, { openSignatures }, { ownSchool, wholeLedgerOf }, { verifiedNow }] = await Promise.all([
    import('../school.ts'),
    import('../signatures.ts'),
    import('../ledger/whole.ts'),
    import('../jobs/verify.ts')
  ]);
  const signatures = await openSignatures(ownSchool(await readSchool(file, io)), io);
  try {
    const report = await verifyRows(wholeLedgerOf(signatures), more);
    // A checkpoint or the name of a key that is of another school finds a fault, and the ledger has none.
    if (report && (report.faults === 0 || (more.witnesses?.length === 0 && more.key === undefined))) await verifiedNow(signatures, report);
    return report;
  } finally {
    await signatures.close();
  }
}

async function textIn(file: string, io: Io): Promise<string> {
  try {
    return await readFile(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw fileFailure(error, file);
  }
}

async function witnessesIn(file: string, io: Io): Promise<ReturnType<typeof checkpointsIn>> {
  const found = checkpointsIn(await textIn(file, io));
  if (found.length > 0) return found;
  throw failure(
    'wrong-ledger',
    `There is no whole checkpoint in «${file}». Save the text of the mail, from «Beadle ledger:» to the line that begins with «—».`
  );
}

/** A file from elsewhere may hold what a terminal would obey. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

function ledgerLines(report: NonNullable<Verified>, lang: Locale): string {
  const { school, entries, kinds, erased, checkpoints, coveredOn, witnessed, stamps, head, root, keys, faults, first, notes, unproved } =
    report;
  const { count: timed, last } = stamps;
  const words = (name: keyof typeof ledgerWords, values = {}): string => fill(ledgerWords[name][lang], values, lang);
  const count = number(checkpoints);
  const rows: (readonly [name: string, value: string])[] = [
    [words('entries'), number(entries)],
    [words('signed'), number(kinds['signed'] ?? 0)],
    [words('erased'), number(erased)],
    [words('checkpoints'), coveredOn === undefined ? count : words('covered', { count, date: dateIn(lang, coveredOn) })],
    ...(witnessed > 0 ? [[words('witnessed'), number(witnessed)] as const] : []),
    ...(last
      ? [[words('stamps'), words('stamped', { count: number(timed), date: dateIn(lang, last.at.slice(0, 10)), by: last.by })] as const]
      : []),
    [words('head'), head],
    [words('root'), root],
    ...keys.map(name => [words('key'), name] as const)
  ];
  return [
    faults === 0
      ? `${words('sound', { school })}\n`
      : `${words('unsound', { school, count: number(faults) })}\n${wrapped(first!.says[lang], '  ')}\n`,
    columns(rows.map(([name, value]) => [[`  ${name}`], [value]])),
    listed(ledgerWords.notes, notes, lang),
    listed(ledgerWords.unproved, last ? [...unproved, ledgerWords.stampTrust] : unproved, lang)
  ].join('');
}

/** A heading and what stands under it; nothing where there is nothing. */
function listed(heading: Text, sentences: readonly Text[], lang: Locale): string {
  if (sentences.length === 0) return '';
  return `\n${heading[lang]}\n${sentences.map(each => wrapped(each[lang], '    ').replace(/^ {4}/, '  – ')).join('')}`;
}

function ledgerJson({ first, notes, unproved, ...report }: NonNullable<Verified>, lang: Locale): string {
  const fault = first ? { first: { ...first, says: first.says[lang] } } : {};
  return `${JSON.stringify({ ...report, ...fault, notes: notes.map(each => each[lang]), unproved: unproved.map(each => each[lang]) })}\n`;
}

function receiptLines({ school, index, entry, coveredOn, key, fault, notes, unproved }: ReceiptReport, lang: Locale): string {
  if (fault)
    return `${ledgerWords.receiptUnsound[lang]}\n${wrapped(fault.says[lang], '  ')}${listed(ledgerWords.unproved, unproved, lang)}`;
  const sound = coveredOn === undefined ? ledgerWords.receiptPromised : ledgerWords.receiptSound;
  const rows = Object.entries(entry ?? {}).map(([field, value]) => [field, typeof value === 'string' ? value : canonical(value)] as const);
  return [
    `${fill(sound[lang], { index: index ?? 0, school: school ?? '' })}\n`,
    columns(
      [
        ...rows,
        ...(coveredOn === undefined ? [] : [[ledgerWords.checkpointOn[lang], dateIn(lang, coveredOn)] as const]),
        [ledgerWords.key[lang], key ?? ''] as const
      ].map(([name, value]) => [[`  ${name}`], [value]])
    ),
    listed(ledgerWords.notes, notes, lang),
    listed(ledgerWords.unproved, unproved, lang)
  ].join('');
}

function receiptJson({ fault, notes, unproved, ...report }: ReceiptReport, lang: Locale): string {
  const wrong = fault ? { fault: { ...fault, says: fault.says[lang] } } : {};
  return `${JSON.stringify({ ...report, ...wrong, notes: notes.map(each => each[lang]), unproved: unproved.map(each => each[lang]) })}\n`;
}
