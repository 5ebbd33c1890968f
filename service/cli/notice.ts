import { failure } from '../failure.ts';
import { readSchool } from '../school.ts';
import { command } from './command.ts';

/** `beadle notice`: what staff are to be told of what is seen of them. */
export const notice = command({
  path: 'notice',
  summary: 'write the monitoring notice for staff, from what is really switched on',
  details:
    'Markdown on stdout, dated today. Says what Beadle sees of staff: mail rules, records, signatures, and the checks that look at people.',
  arguments: [],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the notice', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle notice > notice.md', says: 'the notice as it is today' },
    { line: 'beadle notice --lang cy', says: 'in Welsh' }
  ],
  run: async (_args, { school: file, lang }, io) => {
    const school = await readSchool(file, io);
    if (school.file === undefined)
      throw failure(
        'file-missing',
        'There is no beadle.yaml here, so nothing is switched on. Name yours with --school FILE, or write one with «beadle init».'
      );
    const [{ noticeOf }, { daysOf }, { retentionOf }] = await Promise.all([
      import('../notice.ts'),
      import('../signatures.ts'),
      import('../config-signatures.ts')
    ]);
    const now = io.now();
    const today = daysOf(school.config, now).dayOf(now.toISOString());
    await io.stdout.write(noticeOf(school, { today, years: retentionOf(school.config.signatures ?? { retention: {} }, 'staff') }, lang));
    return 0;
  }
});
