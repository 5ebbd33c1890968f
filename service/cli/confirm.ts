import type { Io } from './command.ts';

/** Asks whoever sits at the keyboard; yes is `y`, `yes`, `i` or `ie`. No answer is no. */
export async function confirmed(question: string, io: Io): Promise<boolean> {
  await io.stdout.write(question);
  let typed = '';
  for await (const bytes of io.stdin) {
    typed += Buffer.from(bytes).toString('utf8');
    if (/[\r\n]/.test(typed) || typed.length > 100 || io.stop.aborted) break;
  }
  return /^\s*(?:y|yes|i|ie)\s*[\r\n]/i.test(`${typed}\n`);
}
