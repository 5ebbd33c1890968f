import { dirname, resolve } from 'node:path';
import { dateIn } from '../../core/dates.ts';
import { duties, keeping } from '../../core/duties.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { type ClauseKept, type MapLine, mapPolicy, type PolicyMap } from '../../core/policies/map.ts';
import { type Policy, wordsOf } from '../../core/policies/policy.ts';
import type { Result } from '../../core/tenant/audit.ts';
import { isFailure } from '../failure.ts';
import { controlsOf, type Signing } from '../in-place.ts';
import type { InUse } from '../in-use.ts';
import { policyNamed } from '../policy-file.ts';
import { readSchool, type School } from '../school.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Io } from './command.ts';
import { controlWords, keptMeaning, keptWords, mapWords } from './policy-words.ts';
import { schoolsPolicy } from './schools-policy.ts';

/** `beadle policy map`: of each clause how far it is kept today, by what, and how far it could be. */
export const policyMap = command({
  path: 'policy map',
  summary: 'say of each clause how far it is kept: enforced, checked, reported, signed only, out of reach',
  details:
    'Takes one of Beadle’s policies by its name, or a policy.yaml; without it, the policy that beadle.yaml names.\n' +
    'Counts as kept today only what is in place: the mail rules that are on, the checks that the last audit could judge by, and signatures: in the\n' +
    'ledger where beadle.yaml names the policy under «signatures:», else on paper.\n' +
    'Exit code: 0 the map is printed, 2 a file could not be read.',
  arguments: [{ name: 'POLICY', says: 'st-norberts and the like, or a policy.yaml', optional: true }],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, else the rules’ own defaults)' },
    words: { kind: 'flag', says: 'print what each clause says and what it asks for, instead of a table' },
    json: { kind: 'flag', says: 'print one JSON object a line: the clauses, then the totals' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle policy map', says: 'the policy that ./beadle.yaml names' },
    { line: 'beadle policy map --words', says: 'in sentences, to be read by those who decide' },
    { line: 'beadle policy map staff-2023', says: 'one of Beadle’s own policies' },
    { line: 'beadle policy map policy.yaml --school schools/oak.yaml', says: 'a school’s own policy by its own decisions' },
    { line: 'beadle policy map --json whole-school', says: 'for another program' }
  ],
  run: async ([name], { school: file, words, json, lang }, io) => {
    const school = await readSchool(file, io);
    const policy = name === undefined ? await schoolsPolicy(school, 'map', io) : await policyNamed(name, io.cwd);
    const signing = await signingOf(policy, school, io);
    const audited = await lastAudit(school, io);
    const controls = controlsOf(school.file === undefined ? undefined : school.policy, undefined, signing, audited?.results, audited?.used);
    const map = mapPolicy(policy, controls);
    await io.stdout.write(json ? mapJson(map) : mapText(policy, map, { file: school.file, signing, words, lang, audited }));
    return 0;
  }
});

/** Whether people sign this policy here, as `beadle.yaml` says, or on paper. */
async function signingOf({ id }: Policy, { config, file }: School, io: Io): Promise<Signing> {
  const folder = file === undefined ? io.cwd : dirname(resolve(io.cwd, file));
  for (const { policy } of config.signatures?.policies ?? []) if ((await policyNamed(policy, folder)).id === id) return 'ledger';
  return 'paper';
}

/** What the last audit found, where the school's tenants are audited. Without a database the map is printed all the same. */
async function lastAudit(school: School, io: Io): Promise<Audited | undefined> {
  if (school.file === undefined || !school.config.audit) return undefined;
  const [{ auditedSchool, openAuditing }, { daysOf }] = await Promise.all([import('../auditing.ts'), import('../signatures.ts')]);
  try {
    const auditing = await openAuditing(auditedSchool(school), io);
    try {
      const runs = (await auditing.audits.last(auditing.tenants)).map(({ run }) => run);
      const at = runs.map(run => run.at.toISOString()).reduce((a, b) => (a > b ? a : b), '');
      const { signatures } = auditing;
      const used = signatures && { used: await (await import('../in-use.ts')).inUseAt(signatures) };
      return runs.length === 0
        ? undefined
        : { results: runs.flatMap(({ results }) => results), on: daysOf(school.config, io.now()).dayOf(at), ...used };
    } finally {
      await auditing.close();
    }
  } catch (error) {
    if (!isFailure(error)) throw error;
    await io.stderr.write(`beadle: The last audit could not be read, so no check counts as looking. ${error.message}\n`);
    return undefined;
  }
}

/** What the last audit found, and when (`YYYY-MM-DD`). */
interface Audited {
  readonly results: readonly Result[];
  readonly on: string;
  /** What can be reported and asked for, and which registers hold something, where people sign here. */
  readonly used?: InUse;
}

function mapJson({ lines, totals }: PolicyMap): string {
  const objects = lines.map(({ clause: { id, section, binds, duties, standing }, today, couldBe }) => ({
    clause: id,
    section,
    binds,
    duties,
    ...(standing ? { standing } : {}),
    today: keptJson(today),
    couldBe: keptJson(couldBe)
  }));
  return [...objects, { totals }].map(object => `${JSON.stringify(object)}\n`).join('');
}

function keptJson({ kept, control, by, partly }: ClauseKept): object {
  return { kept, control: control ?? null, by, partly };
}

function mapText(
  policy: Policy,
  map: PolicyMap,
  {
    file,
    signing,
    words,
    lang,
    audited
  }: {
    readonly file: string | undefined;
    readonly signing: Signing;
    readonly words: boolean;
    readonly lang: Locale;
    readonly audited: Audited | undefined;
  }
): string {
  const { guidance, partlyToday } = map.totals;
  const title = `${wordsOf(policy.title, lang, policy.languages)} (${policy.id})\n`;
  const decided = `${file === undefined ? mapWords.defaults[lang] : fill(mapWords.decided[lang], { file })}\n\n`;
  const notes = [
    ...(partlyToday > 0 ? [fill(mapWords[partlyToday === 1 ? 'partlyOne' : 'partly'][lang], { count: partlyToday })] : []),
    ...(guidance > 0 ? [fill(mapWords[guidance === 1 ? 'guidedOne' : 'guided'][lang], { count: guidance })] : []),
    mapWords[signing === 'ledger' ? 'builtLedger' : 'built'][lang],
    ...(audited ? [fill(mapWords.audited[lang], { date: dateIn(lang, audited.on), count: lookingIn(audited.results) })] : []),
    ...(audited?.used ? [mapWords.used[lang]] : []),
    ...(words ? [] : [mapWords.wordy[lang]])
  ];
  const clauses = words ? clauseWords(policy, map.lines, lang) : clauseTable(map.lines, lang);
  return `${title}${decided}${clauses}\n${totalTable(map, lang)}\n${notes.map(note => wrapped(note, '')).join('')}`;
}

function clauseTable(lines: readonly MapLine[], lang: Locale): string {
  const heads = [mapWords.clause, mapWords.today, mapWords.by, mapWords.couldBe, mapWords.duties].map(words => [words[lang]]);
  const rows = lines.map(({ clause, today, couldBe }) => [
    [clause.id],
    [keptCell(today, lang)],
    today.control === 'mail-rule' || today.control === 'tenant-check'
      ? today.by
      : today.control
        ? [controlWords[today.control][lang]]
        : ['–'],
    [`${keptCell(couldBe, lang)}${couldBe.control ? `, ${controlWords[couldBe.control][lang]}` : ''}`],
    clause.duties.length > 0 ? clause.duties : [mapWords.guidance[lang]]
  ]);
  return columns([heads, ...rows]);
}

/** How many checks could judge. */
function lookingIn(results: readonly Result[]): number {
  const { today } = controlsOf({ rules: {} }, [], 'paper', results);
  return new Set(today.filter(({ control }) => control === 'tenant-check').map(({ by }) => by)).size;
}

/** Each clause as somebody reads it who knows neither rules nor duties by name. */
function clauseWords(policy: Policy, lines: readonly MapLine[], lang: Locale): string {
  const wide = Math.max(...[mapWords.asks, mapWords.today, mapWords.couldBe].map(label => label[lang].length)) + 2;
  const labelled = (label: string, text: string): string => {
    const [first = '', ...rest] = wrapped(text, ' '.repeat(4 + wide)).split('\n');
    return [`    ${label.toLowerCase().padEnd(wide)}${first.trimStart()}`, ...rest].join('\n');
  };
  return lines
    .map(({ clause, today, couldBe }) => {
      const asked = clause.duties.map(id => duties[id].says[lang]).join(' ') || mapWords.asksNothing[lang];
      return [
        `${clause.id}${clause.section && !clause.id.startsWith(clause.section) ? ` – ${clause.section}` : ''}\n`,
        wrapped(wordsOf(clause.text, lang, policy.languages), '    '),
        labelled(mapWords.asks[lang], asked),
        labelled(mapWords.today[lang], keptLine(today, today.by, lang)),
        labelled(mapWords.couldBe[lang], keptLine(couldBe, [], lang))
      ].join('');
    })
    .join('\n');
}

/** «enforced, mail rule head-not-copied»; a signature is not said twice. */
function keptLine(how: ClauseKept, by: readonly string[], lang: Locale): string {
  const { control } = how;
  const served = control === undefined || control === 'signature' ? '' : `, ${controlWords[control][lang]}`;
  return `${keptCell(how, lang)}${served}${(control === 'mail-rule' || control === 'tenant-check') && by.length > 0 ? ` ${by.join(', ')}` : ''}`;
}

function keptCell({ kept, partly }: ClauseKept, lang: Locale): string {
  return `${keptWords[kept][lang]}${partly ? ' *' : ''}`;
}

function totalTable({ totals }: PolicyMap, lang: Locale): string {
  const share = (count: number): string => (totals.clauses === 0 ? '–' : `${Math.round((count / totals.clauses) * 100)} %`);
  const cells = (count: number): readonly string[] => [String(count).padStart(5), share(count).padStart(5)];
  const rows = keeping.map(kept => [
    keptWords[kept][lang],
    ...cells(totals.today[kept]),
    ...cells(totals.couldBe[kept]),
    keptMeaning[kept][lang]
  ]);
  const heads = ['', mapWords.today[lang], '', mapWords.couldBe[lang], '', ''];
  const sums = [mapWords.total[lang], ...cells(totals.clauses), ...cells(totals.clauses), ''];
  return columns([heads, ...rows, sums].map(row => row.map(cell => [cell])));
}
