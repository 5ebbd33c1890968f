import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** One change of a YAML file: what stands at `path` afterwards; nothing takes the key away. */
export interface Edit {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * A YAML file with these changes in it, and every other line as it was written: comments, order and layout stay. A new key stands where its commented-out
 * template stands («# audit:»), else at the end of what it belongs to. What is the same already is left alone.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((soFar, { path, value }) => one(soFar, path, value), text);
}

/** What stands at a path; nothing where nothing does. */
export function standing(text: string, path: readonly string[]): unknown {
  const found: unknown = parsed(text).getIn(path, true);
  return found === undefined ? undefined : isScalar(found) ? found.value : isCollection(found) ? found.toJS(parsed(text)) : found;
}

function parsed(text: string): Document.Parsed {
  return parseDocument(text, { prettyErrors: false, logLevel: 'error' }) as Document.Parsed;
}

function one(text: string, path: readonly string[], value: unknown): string {
  if (same(standing(text, path), value)) return text;
  const document = parsed(text);
  const key = path.at(-1)!;
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? pairOf(parent, key) : undefined;
  if (pair) {
    if (value === undefined) return without(text, parent as YAMLMap, pair);
    // A key without a value is given one behind its colon.
    const node = pair.value as Node | null;
    const [from, to] = spanOf(node) ?? [0, 0];
    if (!node || from === to) return colonOf(text, pair, ` ${flow(value)}`);
    return text.slice(0, from) + flow(value) + text.slice(to);
  }
  if (value === undefined) return text;
  if (isMap(parent)) return added(text, parent, path, value);
  if (path.length === 1) return addedAtTop(text, key, value);
  // What it belongs to is not there either.
  return one(text, path.slice(0, -1), { [key]: value });
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(item => isPair(item) && (isScalar(item.key) ? item.key.value : item.key) === key) as Pair | undefined;
}

/** From where to where a value is written, without the blank lines and comments behind it. */
function spanOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as { readonly range?: readonly [number, number, number] | null } | null)?.range;
  if (!range) return undefined;
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1);
    const end = isPair(last) ? (spanOf(last.value) ?? spanOf(last.key)) : spanOf(last);
    return end && [range[0], end[1]];
  }
  return [range[0], range[1]];
}

function colonOf(text: string, pair: Pair, behind: string): string {
  const end = spanOf(pair.key)![1];
  const colon = text.indexOf(':', end) + 1;
  return text.slice(0, colon) + behind + text.slice(colon);
}

function without(text: string, map: YAMLMap, pair: Pair): string {
  const [from] = spanOf(pair.key)!;
  const to = (spanOf(pair.value) ?? spanOf(pair.key))![1];
  if (map.flow) {
    const behind = /^\s*,\s*/.exec(text.slice(to))?.[0].length;
    if (behind !== undefined) return text.slice(0, from) + text.slice(to + behind);
    return text.slice(0, from).replace(/,\s*$/, '') + text.slice(to);
  }
  const [start, end] = [text.lastIndexOf('\n', from - 1) + 1, text.indexOf('\n', to)];
  return text.slice(0, start) + (end < 0 ? '' : text.slice(end + 1));
}

/** One more key in a map that is there. */
function added(text: string, map: YAMLMap, path: readonly string[], value: unknown): string {
  const key = path.at(-1)!;
  if (path.length === 1) return addedAtTop(text, key, value);
  if (map.flow) {
    const close = spanOf(map)![1] - 1;
    const inside = text.slice(0, close).trimEnd();
    return `${inside}${map.items.length > 0 ? ', ' : ' '}${key}: ${flow(value)} ${text.slice(close)}`;
  }
  const [from] = spanOf((map.items[0] as Pair).key)!;
  const indent = ' '.repeat(from - text.lastIndexOf('\n', from - 1) - 1);
  const end = text.indexOf('\n', spanOf(map)![1]);
  const at = end < 0 ? text.length : end + 1;
  const before = text.slice(0, at);
  return `${before}${before.endsWith('\n') || before === '' ? '' : '\n'}${block({ [key]: value }, indent)}${text.slice(at)}`;
}

/** A new section: in place of the heading of its commented-out template, with the lines of the template that it answers taken out. */
function addedAtTop(text: string, key: string, value: unknown): string {
  const lines = text.split('\n');
  const at = lines.findIndex(line => line.startsWith(`# ${key}:`));
  const section = block({ [key]: value }, '')
    .trimEnd()
    .split('\n');
  if (at < 0) {
    const body = text.trimEnd();
    return `${body}${body === '' ? '' : '\n\n'}${section.join('\n')}\n`;
  }
  let end = at + 1;
  while (end < lines.length && /^# {2,}/.test(lines[end]!)) end += 1;
  const answered = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  let skipping = false;
  const rest = lines.slice(at + 1, end).filter(line => {
    const [, name] = /^# {3}([A-Za-z][\w-]*):/.exec(line) ?? [];
    if (name !== undefined) skipping = answered.includes(name);
    return !skipping;
  });
  return [...lines.slice(0, at), ...section, ...rest, ...lines.slice(end)].join('\n');
}

/** A section of lines; lists and what lies deeper than two steps stand in one line each. */
function block(value: { readonly [key: string]: unknown }, indent: string): string {
  return Object.entries(value)
    .map(([key, inner]) => {
      const own = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.keys(inner).length > 0;
      if (!own || indent.length >= 2) return `${indent}${key}: ${flow(inner)}\n`;
      return `${indent}${key}:\n${block(inner as { readonly [key: string]: unknown }, `${indent}  `)}`;
    })
    .join('');
}

/** A value in one line, in quotes where it needs them. */
function flow(value: unknown): string {
  const document = new Document(value);
  if (isCollection(document.contents)) document.contents.flow = true;
  const written = document.toString({ lineWidth: 0 }).trimEnd();
  return written.includes('\n') ? JSON.stringify(value) : written.replace(/^\[ (.*) \]$/, '[$1]');
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** What differs between two texts, line by line, with three lines around each change. */
export function difference(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && length[i + 1]![j]! >= length[i]![j + 1]!)) lines.push(`- ${a[i++]}`);
    else lines.push(`+ ${b[j++]}`);
  }
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - 3), at + 4).some(line => !line.startsWith('  ')));
  return lines.flatMap((line, at) => (near[at] ? [line.trimEnd()] : near[at - 1] ? ['  …'] : []));
}
