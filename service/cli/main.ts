import { Command as Program, CommanderError, Option as Flag } from 'commander';
import product from '../../package.json' with { type: 'json' };
import { failure, isFailure } from '../failure.ts';
import type { Command, Io } from './command.ts';
import { commands as everyCommand } from './commands.ts';

/**
 * Runs `beadle <argv>` and resolves to its exit code. The outermost hand of the command line: a `Failure` becomes its sentence and 2, anything
 * else a static sentence and 2; no word of a mail gets out by way of an error.
 */
export async function main(argv: readonly string[], io: Io, commands: readonly Command[] = everyCommand): Promise<number> {
  let code = 0;
  const written: Promise<void>[] = [];
  const program = new Program('beadle')
    .description(
      'Makes a school’s acceptable-use policy work: judges mail, collects signatures, audits the tenant, reports.\n' +
        'Exit codes: 0 all is well, 1 there is something to look at, 2 something could not be read.'
    )
    .version(product.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .showSuggestionAfterError()
    .addHelpText('after', examplesOf(commands.map(({ examples }) => examples[0])))
    .addHelpText('after', '\n«beadle COMMAND --help» shows the options and more examples of a command.');
  prepare(program, io, written);
  for (const each of commands) add(each, program, io, ran => (code = ran), written);
  for (const made of program.commands) {
    const within = commands.filter(({ path }) => path.startsWith(`${made.name()} `));
    if (within.length > 0) made.addHelpText('after', examplesOf(within.map(({ examples }) => examples[0])));
  }
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    code = await told(error, io);
  }
  await Promise.all(written);
  return code;
}

function prepare(program: Program, io: Io, written: Promise<void>[]): void {
  program
    .exitOverride()
    .allowExcessArguments(false)
    // Else «people --school» would take what was said to «people import --school».
    .enablePositionalOptions()
    .configureOutput({
      writeOut: text => void written.push(io.stdout.write(text)),
      writeErr: text => void written.push(io.stderr.write(text.replace(/^error: /, 'beadle: '))),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100
    });
}

function add(each: Command, program: Program, io: Io, done: (code: number) => void, written: Promise<void>[]): void {
  const words = each.path.split(' ');
  const name = words.pop()!;
  let parent = program;
  for (const word of words) parent = parent.commands.find(known => known.name() === word) || group(word, parent, io, written);
  const sub = parent
    .command(name)
    .summary(each.summary)
    .description(`${opened(each.summary)}.${each.details ? `\n\n${reflowed(each.details)}` : ''}`);
  prepare(sub, io, written);
  sub.helpOption('-h, --help', 'print this help').showHelpAfterError(`«beadle ${each.path} --help» shows how it is used.`);
  for (const { name, says, optional, many } of each.arguments) {
    const written = `${name}${many ? '...' : ''}`;
    sub.argument(optional ? `[${written}]` : `<${written}>`, says);
  }
  for (const [name, option] of Object.entries(each.options)) {
    const flag = new Flag(option.kind === 'flag' ? `--${name}` : `--${name} <${option.of}>`, option.says);
    if (option.kind === 'value' && option.default !== undefined) flag.default(option.default);
    if (option.kind === 'value' && option.choices) flag.choices([...option.choices]);
    sub.addOption(flag);
  }
  sub.addHelpText('after', examplesOf(each.examples));
  sub.action(async () => {
    const given: { [name: string]: string | boolean | undefined } = {};
    for (const [name, option] of Object.entries(each.options)) {
      const value = valueSaid(sub, new Flag(`--${name}`).attributeName());
      given[name] = option.kind === 'flag' ? value === true : typeof value === 'string' ? value : undefined;
    }
    done(await each.run(sub.args, given, io));
  });
}

/** The value of an option: what was said to the command, else to the one it belongs to («people --school FILE import»), else its default. */
function valueSaid(sub: Program, attribute: string): unknown {
  for (let each: Program | null = sub; each; each = each.parent)
    if (each.getOptionValueSource(attribute) === 'cli') return each.getOptionValue(attribute);
  return sub.getOptionValue(attribute);
}

/** Lines that were broken inside a sentence as one, so that they are broken once, by the width of the help. */
function reflowed(details: string): string {
  return details.replace(/([^.:;\n])\n(?=\S)/g, '$1 ');
}

function opened(summary: string): string {
  return summary.charAt(0).toUpperCase() + summary.slice(1);
}

function group(word: string, parent: Program, io: Io, written: Promise<void>[]): Program {
  const made = parent
    .command(word)
    .summary(groups[word] || word)
    .description(`${opened(groups[word] || word)}.`);
  prepare(made, io, written);
  return made;
}

/** What a first word stands for that several commands share. */
const groups: { readonly [word: string]: string | undefined } = {
  setup: 'lead through what has to be set up at a vendor, and try each right',
  policy: 'work with the school’s acceptable-use policy',
  ledger: 'verify, export and sign the record of who signed what',
  outlook: 'see and decide what the add-in for Outlook is given, and what it reports',
  gmail: 'write the school’s policy into Gmail’s own rules, and take it out again'
};

function examplesOf(examples: readonly { readonly line: string; readonly says: string }[]): string {
  return `\nExamples:\n${examples.map(({ line, says }) => `  $ ${line}\n      ${says}`).join('\n')}`;
}

async function told(error: unknown, io: Io): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const known = isFailure(error)
    ? error
    : failure(
        'wrong-use',
        'Something went wrong inside Beadle. That is a fault of ours, not of your files: please report it. BEADLE_DEBUG=1 shows where it happened.'
      );
  await io.stderr.write(`beadle: ${known.message}\n`);
  if (!isFailure(error) && io.env['BEADLE_DEBUG']) await io.stderr.write(placesOf(error));
  return 2;
}

/** Where an error came from, without its message, which may quote a mail. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error) || !error.stack) return `${typeof error}\n`;
  const trace = error.stack.slice(error.stack.indexOf(error.message) + error.message.length);
  const places = trace.split('\n').filter(line => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return `${[error.name, ...places].join('\n')}\n`;
}
