import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { failure, type Failure, type FailureCode } from './failure.ts';
import { nearest } from './nearest.ts';

/** What stands in a YAML file, and where. */
export interface Written<T> {
  readonly value: T;
  /** A failure that names the line and the key at `path`: `at(['school', 'policy'], 'is no policy that Beadle knows.')`. */
  readonly at: (path: Path, sentence: string) => Failure;
}

type Path = readonly (string | number)[];

/** A key of `z.toJSONSchema`, as far as it is read here. */
interface Shape {
  readonly title?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: { readonly [key: string]: Shape };
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

const most = 10;

/**
 * Reads a YAML file against its schema. Everything that is wrong is said at once, one sentence a line (ten at most): the line, the key, what was
 * expected, what stands there, and the nearest right key or value. Throws a `Failure` with `code`. `merged` adds what the file inherits. Keys without a value count as left out. A
 * field of the schema says what it is by its `title` («an address») and `examples`.
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  code: FailureCode = 'wrong-config',
  merged: (own: unknown) => unknown = own => own
): Written<z.output<S>> {
  const { whole, read, at, said } = readAgainst(text, file, schema, code, merged);
  if (read.success) return { value: read.data, at };
  throw said(read.error.issues, whole);
}

/**
 * The same of a file whose parts may leave out what they like, as far as `partly` says so of a path. Gives what stands there as it was written: nothing is
 * filled in, and a key that has no value is `null`.
 */
export function readYamlPartly(text: string, file: string, schema: z.ZodType, partly: (path: Path) => boolean): Written<unknown> {
  const { raw, whole, read, at, said } = readAgainst(text, file, schema, 'wrong-config', own => own);
  if (!read.success) {
    const wrong = read.error.issues.filter(({ path }) => {
      const steps = path.filter(step => typeof step !== 'symbol');
      return !(partly(steps) && valueAt(whole, steps) === undefined);
    });
    if (wrong.length > 0) throw said(wrong, whole);
  }
  return { value: raw, at };
}

function readAgainst<S extends z.ZodType>(text: string, file: string, schema: S, code: FailureCode, merged: (own: unknown) => unknown) {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const broken = [...document.errors, ...document.warnings][0];
  if (broken) throw failure(code, `${file}, line ${lines.linePos(broken.pos[0]).line}: ${spoilt[broken.code] || spoilt.default}`);
  const raw = merged(plain(document, file, code));
  const whole = withoutBlanks(raw);
  const at = (path: Path, sentence: string): Failure =>
    failure(code, `${file}, line ${lineOf(document, path, lines)}: ${path.length > 0 ? `«${keyWords(path)}»` : 'the file'} ${sentence}`);
  const read = schema.safeParse(whole === undefined ? {} : whole, { reportInput: true });
  const said = (issues: readonly z.core.$ZodIssue[], given: unknown): Failure => {
    const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
    const unknown = issues.filter(issue => issue.code === 'unrecognized_keys');
    const rest = issues.filter(issue => issue.code !== 'unrecognized_keys' && !unknown.some(other => means(other, issue)));
    const said = [...unknown, ...rest].flatMap(issue => sentencesOf(issue, given, shape, at));
    const ordered = [...new Set(said.map(({ message }) => message))];
    const left = ordered.length - most;
    return failure(code, [...ordered.slice(0, most), ...(left > 0 ? [`… and ${left} more.`] : [])].join('\n'));
  };
  return { raw, whole, read, at, said };
}

/** Whether a key that is missing is most likely one that is misspelt beside it. */
function means(unknown: z.core.$ZodIssueUnrecognizedKeys, missing: z.core.$ZodIssue): boolean {
  const beside = missing.path.length === unknown.path.length + 1 && unknown.path.every((step, i) => step === missing.path[i]);
  return beside && missing.input === undefined && unknown.keys.some(key => nearest(key, [String(missing.path.at(-1))]) !== undefined);
}

/** A path as it is shown: `people.headteacher #1`, counted from one. */
function keyWords(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? ` #${step + 1}` : `${i > 0 ? '.' : ''}${step}`)).join('');
}

/** The kinds of damage that the YAML library names, in words. */
const spoilt: { readonly [code: string]: string; readonly default: string } = {
  TAB_AS_INDENT: 'a tab stands at the beginning of the line. Indent with spaces.',
  DUPLICATE_KEY: 'this key stands here for the second time. Keep one of the two.',
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons in one line. Put the text after the first one in quotes, or begin a new line.',
  MISSING_CHAR: 'something that was opened is not closed: a quote, a bracket or a comma is missing here or above.',
  BAD_INDENT: 'the line is not indented like its neighbours, or a bracket above it is not closed.',
  BAD_SCALAR_START: 'a text may not begin with @, % or `. Take the sign away, or put the text in quotes.',
  MULTILINE_IMPLICIT_KEY: 'a key has no colon after it, or no space after its colon. Write «key: text».',
  UNEXPECTED_TOKEN: 'a quote is not closed, or something stands behind a quote that closes. Look at the quotes in this line.',
  TAG_RESOLVE_FAILED: 'a word with an exclamation mark is not known. Put the text in quotes.',
  default: 'this is no YAML. Check the indentation, the colons and the quotes here and in the line above.'
};

function plain(document: Document, file: string, code: FailureCode): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    throw failure(code, `${file}: a reference (*name) leads nowhere or round in a circle. Write its text out instead.`);
  }
}

/** Keys that are written down without a value are left out. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (value === null || typeof value !== 'object') return value === null ? undefined : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutBlanks(inner)])
  );
}

function sentencesOf(issue: z.core.$ZodIssue, whole: unknown, shape: Shape, at: Written<unknown>['at']): readonly Failure[] {
  const path = issue.path.filter(step => typeof step !== 'symbol');
  const here = shapeAt(shape, path);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(here?.properties || {});
    return issue.keys.map(key => at([...path, key], `is not known here. ${meant(key, known, owners(key, here))}`));
  }
  if (issue.code === 'invalid_key') return [at(path, 'is not known here.')];
  const found = valueAt(whole, path);
  const expected = here ? expectedOf(here) : 'something else';
  if (found === undefined) return [at(path, `is missing. Expected: ${expected}.`)];
  const ownWords = issue.code === 'custom' ? issue.message !== 'Invalid input' : issue.code === 'too_small' && issue.origin === 'array';
  if (ownWords) return [at(path, issue.message)];
  const near = typeof found === 'string' && here ? nearest(found, choicesOf(here)) : undefined;
  if (near && choicesOf(here!).length > 12) return [at(path, `holds ${foundWords(found)}, which is not known. Did you mean «${near}»?`)];
  return [at(path, `should be ${expected}, but ${foundWords(found)} stands there.${near ? ` Did you mean «${near}»?` : ''}`)];
}

/** «Did you mean …?», where it belongs, or what there is to choose from. */
function meant(word: string, known: readonly string[], owners: readonly string[]): string {
  const near = nearest(word, known);
  if (near) return `Did you mean «${near}»?`;
  if (owners.length === 1) return `It belongs under «${owners[0]}».`;
  if (owners.length > 1) return `It belongs under one of the keys here, such as «${owners[0]}»: indent it further than that key.`;
  return known.length > 0 ? `Known here: ${known.join(', ')}.` : 'Take it out.';
}

/** The keys here under which a key would be right. */
function owners(key: string, here: Shape | undefined): readonly string[] {
  return Object.entries(here?.properties || {})
    .filter(([, shape]) => shape.properties !== undefined && Object.hasOwn(shape.properties, key))
    .map(([name]) => name);
}

/** All the words that may stand here. */
function choicesOf({ enum: words = [], anyOf = [] }: Shape): readonly string[] {
  return [...words.map(String), ...anyOf.flatMap(choicesOf)];
}

function expectedOf(shape: Shape): string {
  if (shape.enum) return `one of ${shape.enum.slice(0, 12).join(', ')}${shape.enum.length > 12 ? ', …' : ''}`;
  if (shape.anyOf && !shape.title) return shape.anyOf.map(expectedOf).join(', or ');
  const example = shape.examples?.[0];
  const such = typeof example === 'string' || typeof example === 'number' ? ` such as ${example}` : '';
  switch (shape.type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
    case 'number':
      return shape.minimum !== undefined && shape.maximum !== undefined
        ? `a whole number from ${shape.minimum} to ${shape.maximum}`
        : 'a number';
    case 'array':
      return `a list in brackets, each ${shape.items ? expectedOf(shape.items) : 'a text'}`;
    case 'object': {
      const keys = Object.keys(shape.properties || {});
      return keys.length > 0 ? `a group of keys (${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''})` : 'a group of keys';
    }
    default:
      return `${shape.title || 'a text'}${such}`;
  }
}

function foundWords(found: unknown): string {
  if (Array.isArray(found)) return 'a list';
  if (found !== null && typeof found === 'object') return 'a group of keys';
  const text = String(found);
  return text === '' ? 'nothing' : `«${text.length > 40 ? `${text.slice(0, 39)}…` : text}»`;
}

function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let here: Shape | undefined = shape;
  for (const step of path) {
    if (typeof step === 'number') here = here?.items;
    else {
      const other: Shape | boolean | undefined = here?.additionalProperties;
      here = here?.properties?.[step] || (typeof other === 'object' ? other : undefined);
    }
  }
  return here;
}

function valueAt(whole: unknown, path: Path): unknown {
  let here = whole;
  for (const step of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Object.hasOwn(here, step) ? (here as { readonly [key: string | number]: unknown })[step] : undefined;
  }
  return here;
}

/** The line of the key at `path`, or of the nearest thing above it that is written down. */
function lineOf(document: Document, path: Path, lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true) || (length === 1 ? document.contents : undefined);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
