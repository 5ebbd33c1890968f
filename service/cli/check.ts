import { review } from '../../core/mail/review.ts';
import { headNotCopied } from '../../core/mail/rules/head-not-copied.ts';
import { failure } from '../failure.ts';
import { type Mail, mailsIn } from '../mail/mails.ts';
import { exampleNotice, readSchool, type School } from '../school.ts';
import { command, type Io } from './command.ts';
import { verdictJson, verdictLines } from './verdict-lines.ts';

/** `beadle check`: the verdict on each mail, in words or as JSON. */
export const check = command({
  path: 'check',
  summary: 'say of each mail what the school’s policy asks of its sender',
  details:
    'Reads .eml files, and .mbox, .jsonl and folders as well; «-» is standard input. Nothing leaves this machine, and no word of a mail is printed.\n' +
    'Exit code: 0 nothing to confirm, 1 something to confirm or block, 2 something could not be read (named; the rest is still judged).',
  arguments: [{ name: 'FILE', says: 'a mail as .eml, or - for standard input', many: true }],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, else an invented example school)' },
    json: { kind: 'flag', says: 'print one JSON object a line' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle check letter.eml', says: 'judge one mail by ./beadle.yaml' },
    { line: 'beadle check --school schools/oak.yaml outbox/*.eml', says: 'judge several mails by another school’s decisions' },
    { line: 'beadle check --json - < letter.eml', says: 'judge what comes in, for another program' },
    { line: 'beadle check --lang cy llythyr.eml', says: 'say it in Welsh' }
  ],
  run: async (paths, { school: file, json, lang }, io) => {
    const school = await schoolFor(file, io);
    let toConfirm = false;
    let unread = false;
    for await (const mail of mailsIn({ paths, cwd: io.cwd, stdin: io.stdin })) {
      if (io.stop.aborted) return stopped;
      if ('unread' in mail) {
        unread = true;
        await io.stderr.write(unreadLine(mail));
        continue;
      }
      const verdict = review(mail.message, school.policy);
      if (verdict.action === 'confirm' || verdict.action === 'block') toConfirm = true;
      await io.stdout.write(json ? verdictJson(mail.id, verdict, lang) : verdictLines(mail.id, verdict, mail.message, lang));
    }
    return unread ? 2 : toConfirm ? 1 : 0;
  }
});

/** The exit code of a command that Ctrl-C ended, as shells count it. */
export const stopped = 130;

/** The school by whose decisions mail is judged. Says on stderr when the example school stands in. */
export async function schoolFor(file: string | undefined, io: Io): Promise<School> {
  if (file === '-') throw failure('wrong-use', '--school takes the name of a file; only mail can come from standard input.');
  const school = await readSchool(file, io);
  if (school.file === undefined) await io.stderr.write(`beadle: ${exampleNotice}`);
  else if (isWithoutHead(school)) await io.stderr.write(`beadle: ${school.file}: ${headNotice}`);
  return school;
}

/** Whether a rule waits for a head whom nobody has named, so that its silence means nothing. */
function isWithoutHead({ config: { people, mail } }: School): boolean {
  return people.headteacher.length === 0 && people.deputies.length === 0 && mail.rules[headNotCopied.id]?.action !== 'off';
}

const headNotice = `«people.headteacher» names nobody, so «${headNotCopied.id}» says nothing. Name the headteacher, or set its action to off.\n`;

/** Names a mail that could not be read, and why. */
export function unreadLine({ id, unread }: Extract<Mail, { unread: unknown }>): string {
  return `beadle: ${unread.message.includes(`«${id}»`) ? '' : `${id}: `}${unread.message}\n`;
}
