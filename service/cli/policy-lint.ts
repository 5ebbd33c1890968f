import { fill, type Locale } from '../../core/locale.ts';
import { type LintFinding, type LintKind, lintKinds, lintPolicy } from '../../core/policies/lint.ts';
import { policyNamed } from '../policy-file.ts';
import { readSchool } from '../school.ts';
import { wrapped } from './columns.ts';
import { command } from './command.ts';
import { lintWords } from './policy-words.ts';
import { schoolsPolicy } from './schools-policy.ts';

/** `beadle policy lint`: contradictions, law that has gone, dates and words that can be read in two ways. */
export const policyLint = command({
  path: 'policy lint',
  summary: 'find contradictions, repealed law, missing dates and ambiguous words in a policy',
  details:
    'Takes one of Beadle’s policies by its name, or a policy.yaml; without it, the policy that beadle.yaml names. With --trust, also says where a school’s policy asks for less than its trust’s.\n' +
    'Contradictions are read from the clauses’ «positions», never guessed from their words.\n' +
    'Exit code: 0 nothing to put right, 1 something to put right, 2 a file could not be read.',
  arguments: [{ name: 'POLICY', says: 'st-norberts and the like, or a policy.yaml', optional: true }],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml, where no policy is named (default: ./beadle.yaml)' },
    trust: { kind: 'value', of: 'POLICY', says: 'the policy of the trust that the school belongs to' },
    json: { kind: 'flag', says: 'print one JSON object a line' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle policy lint policy.yaml', says: 'look through a school’s own policy' },
    { line: 'beadle policy lint policy.yaml --trust trust.yaml', says: 'and compare it with the trust’s' },
    { line: 'beadle policy lint --json st-norberts', says: 'one of Beadle’s own policies, for another program' }
  ],
  run: async ([name], { school, trust: trustName, json, lang }, io) => {
    const policy = name === undefined ? await schoolsPolicy(await readSchool(school, io), 'lint', io) : await policyNamed(name, io.cwd);
    const trust = trustName === undefined ? {} : { trust: await policyNamed(trustName, io.cwd) };
    const findings = lintPolicy(policy, { today: io.now().toISOString().slice(0, 10), ...trust });
    await io.stdout.write(json ? findings.map(finding => lintJson(finding, lang)).join('') : lintText(policy.id, findings, lang));
    return findings.length > 0 ? 1 : 0;
  }
});

function lintJson({ kind, clauses, trust, what, do: todo }: LintFinding, lang: Locale): string {
  return `${JSON.stringify({ kind, clauses, ...(trust ? { trust } : {}), what: what[lang], do: todo[lang] })}\n`;
}

function lintText(policy: string, findings: readonly LintFinding[], lang: Locale): string {
  const groups = (Object.keys(lintKinds) as LintKind[]).flatMap(kind => {
    const own = findings.filter(finding => finding.kind === kind);
    return own.length === 0 ? [] : [`${lintKinds[kind][lang]} (${own.length})\n${own.map(finding => findingText(finding, lang)).join('')}`];
  });
  const count = findings.length;
  const words = count === 0 ? lintWords.clean : count === 1 ? lintWords.one : lintWords.many;
  return `${groups.map(group => `${group}\n`).join('')}${fill(words[lang], { policy, count })}\n`;
}

function findingText({ clauses, trust = [], what, do: todo }: LintFinding, lang: Locale): string {
  const words = clauses.length === 0 ? lintWords.whole : clauses.length === 1 ? lintWords.clause : lintWords.clauses;
  const theirs = trust.length > 0 ? ` (${fill(lintWords.trust[lang], { ids: trust.join(', ') })})` : '';
  const where = `${fill(words[lang], { ids: clauses.join(', ') })}${theirs}`;
  return `${wrapped(where, '  ')}${wrapped(what[lang], '      ')}${wrapped(`→ ${todo[lang]}`, '      ')}`;
}
