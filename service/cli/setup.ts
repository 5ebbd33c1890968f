import { relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { fill, type Locale } from '../../core/locale.ts';
import { fileNames } from '../example.ts';
import { failure, fileFailure } from '../failure.ts';
import type { Plan } from '../setup/plan.ts';
import type { Answers, Put } from '../setup/questions.ts';
import { featureNames } from '../setup/features.ts';
import type { RightTried } from '../setup/trying.ts';
import type { Found } from '../setup/writing.ts';
import type { Outside } from '../tenants.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Command, type Io } from './command.ts';
import { standings, words } from './setup-words.ts';
import { typedLines, type Typing } from './typed-lines.ts';

/** `beadle setup`: questions, the least rights, each tried, and `beadle.yaml` and `beadle.env` written. `world`: how the vendors are reached, in tests. */
export function setupIn(world?: Outside): Command {
  return command({
    path: 'setup',
    summary: 'ask what a school needs, try each right, and write beadle.yaml and beadle.env',
    details:
      'Asks in the terminal, or with --page on a page of this machine. Computes the least rights for what was chosen, prints the links and commands that\n' +
      'grant them, and tries each by reading one small thing. Writes beadle.yaml, keeps what was written there by hand and a dated copy, and puts secrets\n' +
      'into beadle.env, which nobody else may read. It may be broken off and run again at any time: nothing is written before the last question.\n' +
      'An answers file is YAML, one line a question: «name: Example Primary School», «features: [outlook, mail]»; «beadle setup --questions» lists them.\n' +
      'Exit code: 0 done, 1 done and a right is missing, 2 nothing was written.',
    arguments: [],
    options: {
      school: { kind: 'value', of: 'FILE', says: 'the beadle.yaml to write (default: ./beadle.yaml)' },
      answers: { kind: 'value', of: 'FILE', says: 'answers by question (YAML); what stands there is not asked' },
      yes: { kind: 'flag', says: 'ask nothing: take what is offered, and write' },
      offline: { kind: 'flag', says: 'ask Microsoft and Google nothing' },
      questions: { kind: 'flag', says: 'list the questions, and ask nothing' },
      page: { kind: 'flag', says: 'ask on a page in the browser, behind a code that is good once' },
      host: { kind: 'value', of: 'HOST', says: 'with --page: the address to listen on (default: this machine only)' },
      port: { kind: 'value', of: 'PORT', says: 'with --page: the port (default: any that is free)' },
      lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
    },
    examples: [
      { line: 'beadle setup', says: 'answer in the terminal' },
      { line: 'beadle setup --page', says: 'answer in the browser' },
      { line: 'beadle setup --answers oak.yaml --yes', says: 'unattended' }
    ],
    run: async (_args, options, io) => {
      const { lang } = options;
      const [{ found, writePlan }, { planOf }, { putting, questions }] = await Promise.all([
        import('../setup/writing.ts'),
        import('../setup/plan.ts'),
        import('../setup/questions.ts')
      ]);
      if (options.questions) {
        await io.stdout.write(columns(questions.map(({ id, ask }) => [[id], [ask[lang]]])));
        return 0;
      }
      const file = resolve(io.cwd, options.school ?? fileNames.config);
      const before = await found(file, io.env);
      if (options.page) {
        const { setupPage } = await import('../setup/page.ts');
        return setupPage({ file, io, world, lang, host: options.host, port: options.port });
      }
      const given = options.answers === undefined ? {} : await answersIn(resolve(io.cwd, options.answers), options.answers);
      const known = new Set(questions.map(({ id }) => id));
      const unknown = Object.keys(given).find(id => !known.has(id));
      if (unknown !== undefined)
        throw failure('wrong-use', `«${unknown}» is no question. «beadle setup --questions» lists them. Nothing was written.`);
      const typing = typedLines(io);
      const answers = options.yes ? given : await asked(given, before, typing, io, lang);
      if (!answers) return broken(io, lang);
      const wrong = putting(answers, before.start).filter(each => each.wrong);
      if (wrong.length > 0) {
        await io.stderr.write(wrong.map(({ question, wrong: sentence }) => `${question.id}: ${sentence![lang]}\n`).join(''));
        await io.stderr.write(`${words.notWritten[lang]}\n`);
        return 2;
      }
      const plan = planOf(answers, before.start, before.envBefore);
      await io.stdout.write(`\n${await rightsShown(plan, io, lang)}`);
      await io.stdout.write(`\n${shown(plan, lang)}`);
      const changes = plan.before !== plan.yaml || plan.env !== undefined;
      if (changes) {
        if (!options.yes) {
          await io.stdout.write(words.sure[lang]);
          const sure = await typing.line();
          if (sure === undefined || io.stop.aborted || !/^\s*(?:y|yes|i|ie|iawn)?\s*$/i.test(sure)) {
            await io.stdout.write(`${words.notWritten[lang]}\n`);
            return 2;
          }
        }
        const wrote = await writePlan(plan, before, io.now());
        await io.stdout.write(`${fill(words.wrote[lang], { files: wrote.files.join(', '), folder: before.start.folder })}\n`);
        if (wrote.copy !== undefined) await io.stdout.write(`${fill(words.copy[lang], { copy: wrote.copy })}\n`);
        if (plan.env !== undefined && process.platform === 'win32') await io.stdout.write(`${words.windows[lang]}\n`);
      }
      const tried = options.offline ? undefined : await triedRights(plan, file, { io, world });
      await io.stdout.write(`\n${tried ? triedShown(tried, lang) : `${words.offline[lang]}\n`}`);
      await io.stdout.write(`\n${await missingShown(plan, answers, file, { io, lang })}`);
      return tried?.some(({ standing }) => standing === 'missing') ? 1 : 0;
    }
  });
}

/** `beadle setup`. */
export const setup = setupIn();

async function broken(io: Io, lang: Locale): Promise<number> {
  await io.stdout.write(`\n${words.broken[lang]}\n`);
  return 2;
}

/** An answers file as answers that are typed. */
async function answersIn(path: string, shown: string): Promise<Answers> {
  const { readFile } = await import('node:fs/promises');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw fileFailure(error, shown);
  }
  let read: unknown;
  try {
    read = parse(text);
  } catch {
    read = undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw failure('wrong-config', `«${shown}» is no list of answers. Write one line for each: «name: Example Primary School».`);
  return Object.fromEntries(Object.entries(read).map(([id, value]) => [id, typed(value)]));
}

function typed(value: unknown): string {
  if (Array.isArray(value)) return value.map(typed).join(', ');
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value)
    return `${String(value.from)} to ${String(value.to)}`;
  return value === null || value === undefined ? '' : String(value as string);
}

/** Asks whoever sits at the keyboard, each question until its answer is right. Nothing: it was broken off. */
async function asked(given: Answers, { start }: Found, typing: Typing, io: Io, lang: Locale): Promise<Answers | undefined> {
  const { putting, stepNames } = await import('../setup/questions.ts');
  const answers: { [question: string]: string } = { ...given };
  const done = new Set(Object.keys(given));
  await io.stdout.write(wrapped(fill(words.begin[lang], { folder: start.folder }), ''));
  if (start.own) await io.stdout.write(`${words.again[lang]}\n`);
  let step: string | undefined;
  for (let number = 1; ; number += 1) {
    const put = putting(answers, start).find(({ question }) => !done.has(question.id));
    if (!put) return answers;
    if (put.question.step !== step) {
      step = put.question.step;
      await io.stdout.write(`\n${stepNames[put.question.step][lang]}\n`);
    }
    await io.stdout.write(`\n${number}. ${put.question.ask[lang]}\n`);
    for (const { id, says } of put.question.options ?? []) await io.stdout.write(`   ${id}: ${says[lang]}\n`);
    const answer = await answered(put, answers, { start, typing, io, lang });
    if (answer === undefined) return undefined;
    answers[put.question.id] = answer;
    done.add(put.question.id);
  }
}

async function answered(
  put: Put,
  answers: Answers,
  { start, typing, io, lang }: { readonly start: Found['start']; readonly typing: Typing; readonly io: Io; readonly lang: Locale }
): Promise<string | undefined> {
  const { putting } = await import('../setup/questions.ts');
  const { question, answer: offered } = put;
  const secret = question.kind === 'secret';
  const kept = secret && start.secrets.includes(question.variable!);
  const several = question.kind === 'list' || question.kind === 'some' ? ` (${words.several[lang]})` : '';
  const beside = secret ? (kept ? words.kept[lang] : words.hidden[lang]) : offered;
  for (;;) {
    await io.stdout.write(`  ${several.trim()}${several ? ' ' : ''}${beside === '' ? '' : `[${beside}] `}> `);
    const line = secret ? await typing.secret() : await typing.line();
    if (line === undefined || io.stop.aborted) return undefined;
    const said = line.trim();
    if (said === '?') {
      await io.stdout.write(`  ${(question.hint ?? words.noMore)[lang]}\n`);
      continue;
    }
    const answer = said === '' ? offered : said === '-' ? '' : said;
    const wrong = putting({ ...answers, [question.id]: answer }, start).find(each => each.question.id === question.id)?.wrong;
    if (!wrong) return answer;
    await io.stdout.write(`  ${wrong[lang]}\n`);
  }
}

/** The rights that are needed, and how they are granted. */
async function rightsShown(plan: Plan, io: Io, lang: Locale): Promise<string> {
  const [{ rightsFor }, { grantings }, { todayAt }] = await Promise.all([
    import('../setup/rights.ts'),
    import('../setup/consent.ts'),
    import('../auditing.ts')
  ]);
  const today = todayAt(plan, io.now());
  const table = rightsFor(plan.config, today);
  const heads = [words.feature, words.right].map(each => [each[lang]]);
  const rows = table.map(({ feature, right }) => [[featureNames[feature][lang]], [right.name]]);
  const how = grantings(plan.config, today).map(
    ({ says, lines }) => `\n${wrapped(says[lang], '')}${lines.map(line => `  ${line}\n`).join('')}`
  );
  return `${table.length > 0 ? `${words.rights[lang]}\n${columns([heads, ...rows])}` : `${words.noRights[lang]}\n`}${how.join('')}`;
}

/** What would be written; of secrets the names alone. */
function shown({ before, yaml, difference, secrets }: Plan, lang: Locale): string {
  const file =
    before === undefined
      ? `${fill(words.whole[lang], { lines: yaml.split('\n').length - 1 })}\n`
      : difference.length > 0
        ? `${words.change[lang]}\n${difference.map(line => `${line}\n`).join('')}`
        : `${words.same[lang]}\n`;
  return `${file}${secrets.length > 0 ? `${fill(words.secrets[lang], { names: secrets.join(', ') })}\n` : ''}`;
}

/** Tries each right with what was written. */
async function triedRights(
  plan: Plan,
  file: string,
  { io, world }: { readonly io: Io; readonly world: Outside | undefined }
): Promise<readonly RightTried[]> {
  const [{ tryRights }, { found }, { readEnvironment }, { todayAt }] = await Promise.all([
    import('../setup/trying.ts'),
    import('../setup/writing.ts'),
    import('../environment.ts'),
    import('../auditing.ts')
  ]);
  const { env, start } = await found(file, io.env);
  return tryRights(plan.config, {
    environment: readEnvironment(env, start.folder),
    today: todayAt(plan, io.now()),
    stop: io.stop,
    world
  });
}

/** What is still missing before it can go live, a line each. */
async function missingShown(
  plan: Plan,
  answers: Answers,
  file: string,
  { io, lang }: { readonly io: Io; readonly lang: Locale }
): Promise<string> {
  const [{ missingFor }, { found }] = await Promise.all([import('../setup/missing.ts'), import('../setup/writing.ts')]);
  const now = await found(file, io.env);
  const here = relative(io.cwd, file) || file;
  const env = relative(io.cwd, resolve(now.start.folder, 'beadle.env'));
  const lines = await missingFor(plan.config, answers, now, {
    // What stands in beadle.env counts for every command: DATABASE_URL, for one.
    beadle: now.envBefore === undefined ? 'beadle' : `node --env-file=${env} node_modules/.bin/beadle`,
    school: here === fileNames.config ? '' : ` --school ${here}`
  });
  return `${words.missing[lang]}\n${lines.map((line, i) => `  ${i + 1}. ${line[lang]}\n`).join('')}`;
}

/** The rights that were tried, as a table: feature, right, what it is, what to do. */
function triedShown(tried: readonly RightTried[], lang: Locale): string {
  if (tried.length === 0) return '';
  const heads = [words.feature, words.right, words.stands, words.todo].map(each => [each[lang]]);
  return columns([
    heads,
    ...tried.map(({ feature, right, standing, why, todo }) => [
      [featureNames[feature][lang]],
      [right.name.replace('https://www.googleapis.com/auth/', '')],
      [`${standings[standing][lang]}${why ? `: ${why[lang]}` : ''}`],
      [todo?.[lang] ?? '']
    ])
  ]);
}
