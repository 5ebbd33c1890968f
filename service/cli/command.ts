/** One option of a command. It is written `--<its key>`, which never begins with `no-`; a `value` takes what `of` names: `--school FILE`. */
type Option =
  | { readonly kind: 'flag'; readonly says: string }
  | {
      readonly kind: 'value';
      readonly of: string;
      readonly says: string;
      readonly default?: string;
      readonly choices?: readonly string[];
    };

export type Options = { readonly [name: string]: Option };

/** What a command is given for its options: a flag is true or false, a value its text, or nothing where it was left out and has no default. */
type Chosen<O extends Options> = { readonly [N in keyof O]: ChosenFor<O[N]> };

type ChosenFor<O extends Option> = O extends { kind: 'flag' }
  ? boolean
  : O extends { choices: readonly (infer C)[]; default: string }
    ? C
    : O extends { choices: readonly (infer C)[] }
      ? C | undefined
      : O extends { default: string }
        ? string
        : string | undefined;

/** One argument, in capitals: `FILE`. `many` takes all that are left; only the last argument may be `optional` or `many`. */
interface Argument {
  readonly name: string;
  readonly says: string;
  readonly optional?: boolean;
  readonly many?: boolean;
}

/** A line that can be typed as it is, and what it does. */
interface Example {
  readonly line: string;
  readonly says: string;
}

/** Where text goes. Resolves once there is room for more, so that a slow reader does not fill the memory. */
export interface Sink {
  readonly write: (text: string) => Promise<void>;
  /** A person is looking at it. */
  readonly isTTY: boolean;
}

/** All that a command may know of the world it runs in. Tests hand in their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Paths that people give are relative to it. */
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  /** Aborted when the person presses Ctrl-C: finish what is in hand, say what is known, and return. */
  readonly stop: AbortSignal;
}

/**
 * One command of `beadle`, one a file. `run` resolves to the exit code: 0 all is well, 1 there is something to look at, 2 something could not
 * be read. It throws a `Failure` for what the person can put right. Large libraries are imported inside `run`, so that the others start fast.
 */
export interface Command<O extends Options = Options> {
  /** The words by which it is called: `check`, `policy map`. */
  readonly path: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More lines for its own help. */
  readonly details?: string;
  readonly arguments: readonly Argument[];
  readonly options: O;
  readonly examples: readonly [Example, ...Example[]];
  readonly run: (args: readonly string[], options: Chosen<O>, io: Io) => Promise<number>;
}

/** Ties `run` to the command's own options: another's, or a misspelt one, does not compile. */
export function command<const O extends Options>(definition: Command<O>): Command {
  return definition as unknown as Command;
}
