import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readers } from '../../core/report/report.ts';
import { failure, fileFailure } from '../failure.ts';
import { readSchool } from '../school.ts';
import { command } from './command.ts';

/** `beadle report`: what the last audit found, for one reader. */
export const report = command({
  path: 'report',
  summary: 'write what the last audit found, for IT support, the coordinator, the head or the governors',
  details:
    'Nothing is read anew: «beadle audit» does that. The clauses of the policy, signatures and warnings in mail stand beside it, as they are today.\n' +
    'IT support is told which accounts and devices; the others read totals. --format csv is for IT support alone.\n' +
    'Exit code: 0 it was written, 2 nothing was audited yet, or something could not be read.',
  arguments: [],
  options: {
    for: { kind: 'value', of: 'READER', says: 'who reads it', choices: readers, default: 'it' },
    format: { kind: 'value', of: 'FORMAT', says: 'what to write', choices: ['text', 'html', 'pdf', 'csv', 'json'], default: 'text' },
    out: { kind: 'value', of: 'FILE', says: 'the file to write, which must not be there yet (default: stdout; pdf needs one)' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the report', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle report --for head', says: 'two minutes for the head' },
    { line: 'beadle report --for governors --format pdf --out governors.pdf --lang cy', says: 'pages to print, in Welsh' },
    { line: 'beadle report --format csv --out audit.csv', says: 'every account and device that is to be looked at' },
    { line: 'beadle report --for coordinator --format html --out report.html', says: 'one file that a browser opens' }
  ],
  run: async (_args, { for: reader, format, out, school: file, lang }, io) => {
    if (format === 'pdf' && out === undefined)
      throw failure('wrong-use', 'A file in the format pdf cannot be shown here. Say where to write it: --out FILE.');
    if (format === 'csv' && reader !== 'it')
      throw failure('wrong-use', 'The table names accounts and devices: it is for IT support. Leave --for out.');
    const [{ auditedSchool, openAuditing }, { reportDataOf }, { reportPages, reportText }] = await Promise.all([
      import('../auditing.ts'),
      import('../report-data.ts'),
      import('../reports.ts')
    ]);
    const auditing = await openAuditing(auditedSchool(await readSchool(file, io)), io);
    try {
      const last = await auditing.audits.last(auditing.tenants);
      if (last.length === 0)
        throw failure('wrong-use', 'Nothing was audited yet, so there is nothing to report. Run «beadle audit» first.');
      const data = await reportDataOf(auditing, last, lang);
      const at = last
        .map(({ run }) => run.at.toISOString())
        .sort()
        .at(-1)!;
      const content = format === 'pdf' ? await reportPages(data, reader, lang, at) : reportText(format, data, reader, lang);
      if (out === undefined) await io.stdout.write(content as string);
      else {
        await written(resolve(io.cwd, out), out, content);
        await io.stdout.write(`wrote ${out}\n`);
      }
      return 0;
    } finally {
      await auditing.close();
    }
  }
});

async function written(path: string, shown: string, content: string | Uint8Array): Promise<void> {
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
