import { compileDlp } from '../../addin/gmail/dlp/compile.ts';
import { type Aim, type Plan, planOf, planToRemove } from '../../addin/gmail/dlp/plan.ts';
import { type Compiled, stages } from '../../addin/gmail/dlp/shapes.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { readSchool, type School } from '../school.ts';
import type { Outside } from '../tenants.ts';
import { stopped } from './check.ts';
import { command, type Command, type Io } from './command.ts';
import { confirmed } from './confirm.ts';
import { gapsShown, planShown, tallyShown } from './gmail-rules-shown.ts';
import { gmailWords } from './gmail-words.ts';
import { renewing } from './progress.ts';

const common = {
  school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
  lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
} as const;

const rights =
  'It needs «audit.google» in beadle.yaml, BEADLE_GOOGLE_KEY in the environment, a super administrator, and the scopes\n' +
  'cloud-identity.policies and admin.directory.orgunit.readonly delegated to the service account.';

/** `beadle gmail plan`, `apply` and `remove`: the rules by which Gmail itself asks before a mail leaves. `world`: how Google is reached, in tests. */
export function gmailRulesIn(world?: Outside): { readonly plan: Command; readonly apply: Command; readonly remove: Command } {
  const plan = command({
    path: 'gmail plan',
    summary: 'say what Gmail’s own rules lack of the school’s policy, and what they cannot do; change nothing',
    details: `${rights}\nExit code: 0 nothing to do, 1 «beadle gmail apply» would change something.`,
    arguments: [],
    options: {
      ...common,
      stage: { kind: 'value', of: 'STAGE', says: 'as if the rules were to go so far', choices: stages },
      all: { kind: 'flag', says: 'with --stage warn: rules that would warn too often, too' },
      json: { kind: 'flag', says: 'print one JSON object' }
    },
    examples: [
      { line: 'beadle gmail plan', says: 'the difference between the tenant and the policy' },
      { line: 'beadle gmail plan --stage warn', says: 'what would change if the rules were to warn' }
    ],
    run: async (_args, { school: file, lang, stage, all, json }, io) => {
      const { wanted, aim, way } = await opened(await readSchool(file, io), io, world, { stage, all });
      const { rulesThere } = await import('../gmail-rules.ts');
      const planned = planOf(wanted, await rulesThere(way), aim);
      await io.stdout.write(json ? jsonOf(wanted, planned) : shown(wanted, planned, lang));
      return planned.steps.length === 0 ? 0 : 1;
    }
  });

  const apply = command({
    path: 'gmail apply',
    summary: 'write the school’s policy into Gmail’s own rules: first to the log, then as a warning before a mail leaves',
    details:
      'New rules begin in the log (audit), whatever was asked for; «--stage warn», once they were looked at, lets them ask the sender.\n' +
      `Nothing is touched that Beadle did not make. Stopped or killed anywhere, the same command goes on from there.\n${rights}\n` +
      'Exit code: 0 Gmail has what the policy asks for, 1 something is left.',
    arguments: [],
    options: {
      ...common,
      stage: { kind: 'value', of: 'STAGE', says: 'how far the rules go (default: as far as each is)', choices: stages },
      all: { kind: 'flag', says: 'with --stage warn: rules that would warn too often, too' },
      yes: { kind: 'flag', says: 'do not ask' }
    },
    examples: [
      { line: 'beadle gmail apply', says: 'write the rules; new ones to the log' },
      { line: 'beadle gmail apply --stage warn', says: 'let them warn' },
      { line: 'beadle gmail apply --stage audit', says: 'back to the log' }
    ],
    run: async (_args, { school: file, lang, stage, all, yes }, io) => {
      const given = await opened(await readSchool(file, io), io, world, { stage, all });
      const { rulesThere } = await import('../gmail-rules.ts');
      const planned = planOf(given.wanted, await rulesThere(given.way), given.aim);
      await io.stdout.write(shown(given.wanted, planned, lang));
      if (planned.steps.length === 0) {
        await given.begun.keep([]);
        return 0;
      }
      return bringing(given, given.wanted, gmailWords.ask[lang], { lang, yes }, io);
    }
  });

  const remove = command({
    path: 'gmail remove',
    summary: 'take everything out of Gmail’s rules that Beadle made, and nothing else',
    details: `${rights}\nExit code: 0 nothing of Beadle’s is left, 1 something is.`,
    arguments: [],
    options: { ...common, yes: { kind: 'flag', says: 'do not ask' } },
    examples: [{ line: 'beadle gmail remove', says: 'shows what would go, and asks' }],
    run: async (_args, { school: file, lang, yes }, io) => {
      const given = await opened(await readSchool(file, io), io, world, {});
      const { rulesThere } = await import('../gmail-rules.ts');
      const planned = planToRemove(await rulesThere(given.way), given.aim);
      await io.stdout.write(planned.steps.length === 0 ? `${gmailWords.noneThere[lang]}\n` : planShown(planned, lang));
      if (planned.steps.length === 0) return 0;
      return bringing(given, 'nothing', gmailWords.askRemove[lang], { lang, yes }, io);
    }
  });

  return { plan, apply, remove };
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function opened(school: School, io: Io, world: Outside | undefined, asked: Pick<Aim, 'stage' | 'all'>) {
  const [{ workspaceOf, workspaceWay }, { unitsFor }, { writeScopes }, { folderOf, idOf }, { begunIn }] = await Promise.all([
    import('../google-workspace.ts'),
    import('../gmail-rules.ts'),
    import('../../graph/google/scopes.ts'),
    import('../signatures.ts'),
    import('../gmail-begun.ts')
  ]);
  const workspace = workspaceOf(school);
  const { config, policy } = school;
  const { way, sleep } = await workspaceWay(workspace, Object.values(writeScopes), io, world);
  const units = await unitsFor(way, workspace.customer, config.gmailRules?.unit ?? '/');
  const wanted = compileDlp(policy, { confidential: config.gmailRules?.confidential ?? [] });
  const begun = await begunIn(folderOf(school, io.cwd));
  const aim: Aim = { school: idOf(config), ...units, ...asked, begun: new Set(begun.rules) };
  return { way, sleep, wanted, aim, begun, customer: workspace.customer };
}

async function bringing(
  { way, sleep, aim, begun, customer }: Opened,
  wanted: Compiled | 'nothing',
  question: string,
  { lang, yes }: { readonly lang: Locale; readonly yes: boolean },
  io: Io
): Promise<number> {
  if (!yes && io.stdout.isTTY && !(await confirmed(question, io))) {
    await io.stdout.write(`${gmailWords.declined[lang]}\n`);
    return 1;
  }
  const { bring } = await import('../gmail-rules.ts');
  const line = renewing(io);
  let count = 0;
  try {
    const {
      done,
      unsettled,
      stopped: halted
    } = await bring(way, wanted, aim, {
      customer,
      sleep,
      begun,
      stop: io.stop,
      told: (_step, left) => line.show(() => fill(gmailWords.steps[lang], { done: (count += 1), left }))
    });
    await line.clear();
    await io.stdout.write(tallyShown(done, lang));
    if (halted) {
      await io.stdout.write(`${gmailWords.halted[lang]}\n`);
      return stopped;
    }
    if (unsettled.length === 0) return 0;
    await io.stdout.write(`${gmailWords.unsettled[lang]}\n${unsettled.map(({ key }) => `  ${key}\n`).join('')}`);
    return 1;
  } finally {
    await line.clear();
  }
}

function shown(wanted: Compiled, planned: Plan, lang: Locale): string {
  const nothing = planned.steps.length === 0 ? `${gmailWords.nothing[lang]}\n` : '';
  return `${nothing}${planShown(planned, lang)}${gapsShown(wanted, lang)}`;
}

function jsonOf({ rules, unexpressed }: Compiled, { steps, same, foreign, heldBack }: Plan): string {
  return `${JSON.stringify({
    steps: steps.map(({ does, what, key, why, stage }) => ({ does, what, key, why, stage })),
    same,
    foreign,
    heldBack,
    differences: Object.fromEntries(rules.map(({ key, differences }) => [key, differences.map(({ id, says }) => ({ id, says }))])),
    unexpressed: unexpressed.map(({ rule, because }) => ({ rule, because: because.en }))
  })}\n`;
}

/** The commands as they are. */
export const { plan: gmailPlan, apply: gmailApply, remove: gmailRemove } = gmailRulesIn();
