import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { recordedOf } from '../../core/policies/ledger/leaf.ts';
import { receiptText } from '../../core/policies/ledger/receipt.ts';
import { failure, fileFailure } from '../failure.ts';
import type { Certified } from '../ledger/certificate-pdf.ts';
import type { Signatures } from '../signatures.ts';
import { command } from './command.ts';

const words = {
  written: {
    en: '«{file}»: {count}. It holds names: keep it as you keep a register.',
    cy: '«{file}»: {count}. Mae’n cynnwys enwau: cadwch ef fel y cadwch gofrestr.'
  },
  receipt: { en: '«{file}» is the receipt of entry {index}.', cy: '«{file}» yw derbynneb cofnod {index}.' },
  certificate: { en: '«{file}» certifies entry {index}.', cy: 'Mae «{file}» yn tystio i gofnod {index}.' }
} as const satisfies { readonly [name: string]: Text };

/** `beadle export`: where every signature stands, for a spreadsheet or another program; or one signature on paper. */
export const exportRecords = command({
  path: 'export',
  summary: 'write where every signature stands to CSV, Excel or JSON, or one signature to a PDF certificate or a receipt',
  details:
    'A row for each signature that the school wants: whose, under what, where it stands, what was answered, and its entry in the ledger. Times are by\n' +
    'the school’s clock (in JSON: UTC). Cells can never run as formulas. --format pdf certifies one signature, which --entry names, and prints how\n' +
    'anybody can compute it anew. For a file to verify the whole ledger with, see «beadle ledger export».',
  arguments: [],
  options: {
    format: { kind: 'value', of: 'FORMAT', says: 'what to write', choices: ['csv', 'xlsx', 'json', 'pdf', 'receipt'], default: 'csv' },
    out: { kind: 'value', of: 'FILE', says: 'the file to write, which must not be there yet (csv, json and receipt: stdout if left out)' },
    entry: { kind: 'value', of: 'NUMBER', says: 'with --format pdf or receipt: the entry of the signature in the ledger' },
    policy: { kind: 'value', of: 'ID', says: 'this policy only' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of headings and words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle export --out signatures.csv', says: 'a table that Excel opens' },
    { line: 'beadle export --format xlsx --policy st-norberts --out signatures.xlsx', says: 'a workbook of one policy' },
    { line: 'beadle export --format pdf --entry 1234 --out certificate.pdf', says: 'one signature on paper' }
  ],
  run: async (_args, { format, out, entry, policy, school, lang }, io) => {
    const index = entryOf(format, entry);
    if (out === undefined && (format === 'xlsx' || format === 'pdf')) {
      throw failure('wrong-use', `A file in the format ${format} cannot be shown here. Say where to write it: --out FILE.`);
    }
    const [{ readSchool }, { openSignatures }, { ownSchool }] = await Promise.all([
      import('../school.ts'),
      import('../signatures.ts'),
      import('../ledger/whole.ts')
    ]);
    const signatures = await openSignatures(ownSchool(await readSchool(school, io)), io);
    try {
      const made =
        format === 'pdf' || format === 'receipt'
          ? await certificateOf(format, index!, signatures, lang)
          : await tableIn(format, signatures, policy, lang);
      if (out === undefined) await io.stdout.write(made.content.toString());
      else {
        await written(resolve(io.cwd, out), out, made.content);
        await io.stdout.write(`${fill(made.says, { file: out })}\n`);
      }
      return 0;
    } finally {
      await signatures.close();
    }
  }
});

function entryOf(format: string, entry: string | undefined): number | undefined {
  const single = format === 'pdf' || format === 'receipt';
  if (!single && entry === undefined) return undefined;
  if (!single) throw failure('wrong-use', '--entry is for one signature. Add --format pdf or --format receipt, or leave it out.');
  if (entry !== undefined && /^\d{1,15}$/.test(entry)) return Number(entry);
  throw failure('wrong-use', 'Say which signature is meant, by its number in the ledger: --entry 1234. «beadle export» lists the numbers.');
}

interface Made {
  readonly content: string | Buffer;
  readonly says: string;
}

async function tableIn(format: 'csv' | 'xlsx' | 'json', signatures: Signatures, policy: string | undefined, lang: Locale): Promise<Made> {
  const [{ countWords }, { signaturesFile }] = await Promise.all([
    import('../ledger/status-table.ts'),
    import('../ledger/signatures-file.ts')
  ]);
  const { versions } = await signatures.desk.remembered();
  if (policy !== undefined && !versions.some(each => each.policy === policy)) {
    const known = [...new Set(versions.map(each => each.policy))].join(', ');
    throw failure('wrong-use', `No policy «${policy}» was published. ${known === '' ? 'None was yet.' : `There is: ${known}.`}`);
  }
  const { content, count } = await signaturesFile(format, signatures, { policy, lang });
  return { content, says: fill(words.written[lang], { count: countWords(count, lang) }) };
}

async function certificateOf(format: string, index: number, signatures: Signatures, lang: Locale): Promise<Made> {
  const { desk, school } = signatures;
  const [{ certificatePdf }, { receiptsOf }, { clockOf }] = await Promise.all([
    import('../ledger/certificate-pdf.ts'),
    import('../ledger/receipts.ts'),
    import('../ledger/table-files.ts')
  ]);
  const [row] = await desk.ledger.rows(index, 1);
  const entry = row && recordedOf(row)?.entry;
  if (!row || row.index !== index || entry?.kind !== 'signed') {
    throw failure('wrong-use', `Entry ${index} of the ledger is no signature. «beadle export» lists the numbers of signatures.`);
  }
  if (row.personal === undefined)
    throw failure('wrong-use', `The personal fields of entry ${index} were erased: nothing is left to certify but its place.`);
  const { people, versions } = await desk.remembered();
  const { name, timezone } = school.config.school;
  const parts = await receiptsOf(signatures).parts(row);
  if (format === 'receipt') return { content: receiptText(parts), says: fill(words.receipt[lang], { index }) };
  const certified: Certified = {
    ...parts,
    entry,
    school: name,
    version: versions.find(each => each.policy === entry.policy && each.major === entry.major && each.minor === entry.minor),
    nameOf: id => people.find(person => person.id === id)?.name ?? id,
    clock: clockOf(timezone),
    timezone
  };
  return { content: await certificatePdf(certified, lang), says: fill(words.certificate[lang], { index }) };
}

async function written(path: string, shown: string, content: string | Buffer): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileFailure(error, shown);
  }
}
