import { parseEnv } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { exampleConfig, fileNames } from '../example.ts';
import { type Edit, difference, edited, standing } from './edits.ts';
import { type Answers, complete, parts, putting, reads, signs, type Start, termsIn } from './questions.ts';

/** The name of the file in which secrets lie. */
export const secretsFile = 'beadle.env';

/** What would be written for some answers. */
export interface Plan {
  readonly before: string | undefined;
  readonly yaml: string;
  readonly config: Config;
  /** What differs in `beadle.yaml`, line by line; nothing where it stays as it is. */
  readonly difference: readonly string[];
  /** What stands in `beadle.env` afterwards, where anything changes in it. */
  readonly env: string | undefined;
  /** The names of the secrets that change; never what they are. */
  readonly secrets: readonly string[];
}

/** Where a school begins that has no file of its own: the commented one, without its invented people. */
export function begunYaml(): string {
  return edited(exampleConfig(), [
    { path: ['school', 'name'], value: '' },
    { path: ['domains', 'staff'], value: [] },
    { path: ['domains', 'pupils'], value: [] },
    { path: ['people', 'headteacher'], value: [] },
    { path: ['people', 'coordinator'], value: [] },
    { path: ['directory'], value: [] },
    { path: ['mail', 'exempt'], value: [] }
  ]);
}

/** What these answers would write. Throws a `Failure` where the file that comes out is wrong, which is the school's own part of it. Every answer must be right. */
export function planOf(answers: Answers, start: Start, envBefore: string | undefined): Plan {
  const given = complete(answers, start);
  const yaml = edited(start.yaml, editsOf(given, start));
  const config = readConfig(yaml, fileNames.config).value;
  const before = start.own ? start.yaml : undefined;
  const changed = secretsOf(given, start);
  const names = Object.keys(changed).filter(name => parsedEnv(envBefore)[name] !== changed[name]);
  return {
    before,
    yaml,
    config,
    difference: before === yaml ? [] : difference(before ?? '', yaml),
    env: names.length === 0 ? undefined : envWith(envBefore, Object.fromEntries(names.map(name => [name, changed[name]!]))),
    secrets: names
  };
}

/** The names and values of a file of secrets. */
export function parsedEnv(text: string | undefined): { readonly [name: string]: string | undefined } {
  return text === undefined ? {} : parseEnv(text);
}

/** The secrets that were typed, by their names. */
function secretsOf(given: Answers, start: Start): { readonly [name: string]: string } {
  const typed = putting(given, start).flatMap(({ question: { variable }, answer }) =>
    variable !== undefined && answer !== '' ? [[variable, answer] as const] : []
  );
  return {
    ...Object.fromEntries(typed),
    ...(reads(given, 'microsoft') && given['graphBy'] === 'identity' && { BEADLE_GRAPH_MANAGED_IDENTITY: '1' })
  };
}

/** The ways to prove oneself to Microsoft: where one is taken, the others go, or the service would refuse to choose. */
const proofs = ['BEADLE_GRAPH_SECRET', 'BEADLE_GRAPH_CERTIFICATE', 'BEADLE_GRAPH_ASSERTION_FILE', 'BEADLE_GRAPH_MANAGED_IDENTITY'];

/** A file of secrets with these in it; every other line stays. */
function envWith(text: string | undefined, changed: { readonly [name: string]: string }): string {
  const gone = Object.keys(changed).some(name => proofs.includes(name)) ? proofs : [];
  const lines = (text ?? '# What nobody but the service may read. It is not written into beadle.yaml and belongs into no repository.\n')
    .trimEnd()
    .split('\n');
  const left = new Map(Object.entries(changed));
  const kept = lines.flatMap(line => {
    const [, name = ''] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line) ?? [];
    const value = left.get(name);
    if (value !== undefined) {
      left.delete(name);
      return [`${name}=${quoted(value)}`];
    }
    return gone.includes(name) ? [] : [line];
  });
  return `${[...kept, ...[...left].map(([name, value]) => `${name}=${quoted(value)}`)].join('\n')}\n`;
}

/** As systemd, containers and Node read it alike. */
function quoted(value: string): string {
  return /[\s#]/.test(value) ? `"${value}"` : value;
}

/** The changes of `beadle.yaml` by which it says what was answered. What was not asked, and what is the school's own besides, stays. */
function editsOf(given: Answers, start: Start): readonly Edit[] {
  const at = (...path: readonly string[]): unknown => standing(start.yaml, path);
  const edits: Edit[] = [];
  const set = (path: string, value: unknown): void => void edits.push({ path: path.split('.'), value });
  const list = (question: string): readonly string[] => parts(given[question]);
  const text = (question: string): string | undefined => given[question] || undefined;
  const wanted = list('features');
  const origin = text('origin');

  for (const { question, answer } of putting(given, start)) {
    const { path, kind, id } = question;
    if (!path || id === 'terms') continue;
    const many = kind === 'list' || kind === 'some';
    // What is usual needs no line of its own.
    if ((id === 'mailBy' && answer === 'smtp') || (id === 'botType' && answer === 'SingleTenant')) {
      if (at(...path) !== undefined) edits.push({ path, value: answer });
    } else edits.push({ path, value: many ? parts(answer) : answer || undefined });
  }
  set('calendar.terms', termsIn(given['terms'] ?? '') ?? []);

  const lists = at('directory');
  if (given['source'] === 'csv') {
    // Further lists are the school's own.
    const more = Array.isArray(lists) ? lists.slice(1) : [];
    const first = Array.isArray(lists) ? (lists[0] as { readonly file?: string } | undefined) : undefined;
    const named = text('peopleFile');
    if (first?.file !== named) set('directory', named === undefined ? more : [{ file: named }, ...more]);
    if (at('sources') !== undefined) set('sources', undefined);
  }
  for (const vendor of ['microsoft', 'google'] as const) {
    const ids = vendor === 'microsoft' ? (['tenantId', 'clientId'] as const) : (['customer', 'admin'] as const);
    const isAudited = wanted.includes('audits') && list('tenants').includes(vendor);
    if (isAudited) for (const id of ids) set(`audit.${vendor}.${id}`, text(id));
    else if (wanted.includes('audits') && at('audit', vendor) !== undefined) set(`audit.${vendor}`, undefined);
    if (given['source'] === vendor) {
      if (!isAudited || at('sources', vendor) !== undefined) for (const id of ids) set(`sources.${vendor}.${id}`, text(id));
      else if (at('sources') === undefined) set('sources', { parents: true });
      const other = vendor === 'microsoft' ? 'google' : 'microsoft';
      if (at('sources', other) !== undefined) set(`sources.${other}`, undefined);
    }
  }
  for (const [feature, section] of [
    ['outlook', 'outlook'],
    ['gmail', 'gmail'],
    ['teams', 'bot'],
    ['audits', 'audit'],
    ['incidents', 'incidents']
  ] as const) {
    if (!wanted.includes(feature) && at(section) !== undefined) set(section, undefined);
  }
  if (!signs(given) && at('signatures') !== undefined) set('signatures', undefined);
  if (wanted.includes('incidents') && at('incidents') === undefined) set('incidents', { retention: 6 });
  if (wanted.includes('outlook')) {
    set('outlook.origin', origin);
    const tenants = at('outlook', 'tenants');
    const own = text('tenantId')!;
    if (!Array.isArray(tenants)) set('outlook.tenants', [own]);
    else if (!tenants.includes(own)) set('outlook.tenants', tenants.length > 1 ? [...tenants, own] : [own]);
  }
  if (wanted.includes('gmail')) set('gmail.origin', origin);
  if (wanted.includes('teams')) {
    set('bot.tenantId', text('tenantId'));
    set('bot.origin', origin);
  }
  if (signs(given)) {
    set('signatures.origin', origin);
    const signed = at('signatures', 'policies');
    const [first, ...more] = Array.isArray(signed)
      ? (signed as readonly { readonly policy: string; readonly audiences: readonly string[] }[])
      : [];
    const audiences = list('signers');
    const policy = first?.policy ?? text('policy')!;
    if (first?.audiences.join() !== audiences.join()) set('signatures.policies', [{ policy, audiences }, ...more]);
  }
  return together(edits, at);
}

/** What a section begins with is written at once where the section is not there, so that its lines stand together. */
function together(edits: readonly Edit[], at: (section: string) => unknown): readonly Edit[] {
  const made = new Map<string, { [key: string]: unknown }>();
  return edits.flatMap(edit => {
    const [section, ...rest] = edit.path;
    if (rest.length === 0 || edit.value === undefined || at(section!) !== undefined) return [edit];
    const known = made.get(section!);
    let inner = known ?? {};
    if (!known) made.set(section!, inner);
    const whole = { path: [section!], value: inner };
    for (const key of rest.slice(0, -1)) inner = inner[key] = (inner[key] ?? {}) as { [key: string]: unknown };
    inner[rest.at(-1)!] = edit.value;
    return known ? [] : [whole];
  });
}
