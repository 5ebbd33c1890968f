import { resolved } from './condition.ts';
import { type Compiled, type Detector, type DlpRule, limits, type Stage } from './shapes.ts';

/** One object of Google's Policy API, as much of it as a plan looks at. */
export interface Found {
  /** `policies/…`. */
  readonly name: string;
  /** `settings/rule.dlp`. */
  readonly type: string;
  /** `orgUnits/…`. */
  readonly unit: string;
  readonly value: { readonly [name: string]: unknown };
}

/** Whose objects these are, where they hold, and how far they are to go. */
export interface Aim {
  /** The school's own name, which stands in the name of every object that Beadle makes. */
  readonly school: string;
  /** `orgUnits/…`: the unit in which the rules hold. Detectors hold at the top. */
  readonly unit: string;
  readonly top: string;
  /** What was asked for; without it each rule stays as far as it is. */
  readonly stage?: Stage | undefined;
  /** Whether rules warn, too, that would warn too often. */
  readonly all?: boolean | undefined;
  /** Keys of rules that nobody has looked at in the log yet: they stay there. */
  readonly begun?: ReadonlySet<string> | undefined;
}

/** One thing to do at Google. */
export interface Step {
  readonly does: 'create' | 'change' | 'remove';
  readonly what: 'detector' | 'rule';
  readonly key: string;
  /** Of a change or a removal: what Google calls it. */
  readonly name?: string;
  readonly type: string;
  readonly unit: string;
  /** Of a rule: how far it goes from now on. */
  readonly stage?: Stage;
  /** What is to be written; nothing where a detector has first to get its name from Google. */
  readonly value?: { readonly [name: string]: unknown };
  readonly why: 'missing' | 'different' | 'stage' | 'double' | 'elsewhere' | 'not-wanted';
}

export interface Plan {
  /** In the order in which they are safe: detectors before the rules that name them, and away in the other order. */
  readonly steps: readonly Step[];
  /** Ours that are as they should be. */
  readonly same: readonly { readonly what: Step['what']; readonly key: string; readonly stage?: Stage }[];
  /** Rules and detectors of other people, which are never touched. */
  readonly foreign: number;
  /** Rules that stay in the log though a warning was asked for: they would warn too often, or begin only now. */
  readonly heldBack: readonly { readonly key: string; readonly why: 'too-often' | 'begins' }[];
}

export const ruleType = 'settings/rule.dlp';
const detectorTypes = { words: 'settings/detector.word_list', pattern: 'settings/detector.regular_expression' } as const;

/** What is different between what the tenant has and what it is to have. */
export function planOf({ detectors, rules }: Compiled, found: readonly Found[], aim: Aim): Plan {
  const steps: Step[] = [];
  const last: Step[] = [];
  const same: Plan['same'][number][] = [];
  const heldBack: Plan['heldBack'][number][] = [];
  const names = new Map<string, string>();
  const ours = new Map<string, Found[]>();
  let foreign = 0;
  for (const each of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = keyOf(each, aim.school);
    if (key === undefined) foreign += 1;
    else ours.set(key, [...(ours.get(key) ?? []), each]);
  }

  /** The one that stays, if there is one; what is double, of another type or in another place goes. */
  function taken(what: Step['what'], key: string, type: string, unit: string): Found | undefined {
    const all = ours.get(`${what}/${key}`) ?? [];
    ours.delete(`${what}/${key}`);
    const stays = all.find(each => each.type === type && each.unit === unit);
    for (const each of all) {
      if (each !== stays) last.push(removal(what, key, each, stays ? 'double' : 'elsewhere'));
    }
    return stays;
  }

  for (const each of detectors) {
    const type = detectorTypes[each.kind];
    const there = taken('detector', each.key, type, aim.top);
    const value = detectorValue(each, aim.school);
    if (there) names.set(each.key, there.name);
    if (there && holds(there.value, value)) same.push({ what: 'detector', key: each.key });
    else steps.push(writing('detector', each.key, type, aim.top, there, value, there ? 'different' : 'missing'));
  }
  for (const rule of rules) {
    const there = taken('rule', rule.key, ruleType, aim.unit);
    const before = there && stageOf(there);
    const stage = stageFor(rule, before, aim);
    if (aim.stage === 'warn' && stage === 'audit')
      heldBack.push({ key: rule.key, why: before && !aim.begun?.has(rule.key) ? 'too-often' : 'begins' });
    const value = ruleValue(rule, stage, names, aim.school);
    if (there && value && holds(there.value, value)) same.push({ what: 'rule', key: rule.key, stage });
    else {
      const why = !there ? 'missing' : before !== stage ? 'stage' : 'different';
      steps.push({ ...writing('rule', rule.key, ruleType, aim.unit, there, value, why), stage });
    }
  }
  // What is left of ours is no longer wanted.
  for (const [marked, all] of ours) {
    const [what, key] = marked.split('/') as [Step['what'], string];
    for (const each of all) last.push(removal(what, key, each, 'not-wanted'));
  }
  // A detector cannot go before the rules that name it.
  return { steps: [...steps, ...byKind(last, 'rule'), ...byKind(last, 'detector')], same, foreign, heldBack };
}

/** Everything of ours away again, rules first. */
export function planToRemove(found: readonly Found[], aim: Aim): Plan {
  return planOf({ detectors: [], rules: [], unexpressed: [] }, found, aim);
}

/** What a rule is once its detectors have names; nothing before. */
export function ruleValue(
  rule: DlpRule,
  stage: Stage,
  names: ReadonlyMap<string, string>,
  school: string
): { readonly [name: string]: unknown } | undefined {
  const contentCondition = resolved(rule.condition, names);
  if (contentCondition === undefined) return undefined;
  return {
    displayName: marked('rule', rule.key, rule.title, school),
    description: about,
    state: 'ACTIVE',
    triggers: ['google.workspace.gmail.email.v1.send'],
    condition: { contentCondition },
    action: {
      // Google refuses a rule without it, and without the severity below.
      alertCenterAction: {},
      gmailAction: {
        [stage === 'warn' ? 'warnUser' : 'auditOnly']: {
          actionParams: { applyInternalMessages: rule.within, applyExternalMessages: true }
        }
      }
    },
    ruleTypeMetadata: { dlpRuleMetadata: { alertSeverity: 'LOW' } }
  };
}

/** How far a rule goes that is there. */
export function stageOf({ value }: Found): Stage {
  const gmail = part(part(value, 'action'), 'gmailAction');
  return gmail && 'warnUser' in gmail ? 'warn' : 'audit';
}

/** A rule begins in the log, whatever was asked for: what it would have warned of can be looked at before anybody is held up. */
function stageFor(rule: DlpRule, before: Stage | undefined, { stage, all, begun }: Aim): Stage {
  if (before === undefined || (before === 'audit' && begun?.has(rule.key))) return 'audit';
  if (stage === undefined) return before;
  return stage === 'warn' && rule.most === 'audit' && !all ? 'audit' : stage;
}

const about = 'Made by Beadle from the school’s policy. What is changed here is written over by the next «beadle gmail apply».';

function detectorValue(detector: Detector, school: string): { readonly [name: string]: unknown } {
  return {
    displayName: marked('detector', detector.key, detector.title, school),
    description: about,
    ...(detector.kind === 'words' ? { wordList: { words: detector.words } } : { regularExpression: { expression: detector.expression } })
  };
}

/** `Beadle [school.example rule/chain-letter] A chain letter is sent on`. */
function marked(what: Step['what'], key: string, title: string, school: string): string {
  return `Beadle [${school} ${what}/${key}] ${title}`.slice(0, limits.title);
}

/** `rule/chain-letter` of an object that Beadle made for this school; nothing of any other. */
function keyOf({ type, value }: Found, school: string): string | undefined {
  const name = value['displayName'];
  const start = `Beadle [${school} `;
  if (typeof name !== 'string' || !name.startsWith(start)) return undefined;
  const [, what, key] = /^(rule|detector)\/([a-z0-9-]{1,60})\] /.exec(name.slice(start.length)) ?? [];
  if (what === undefined || key === undefined) return undefined;
  return (what === 'rule') === (type === ruleType) && (what === 'rule' || Object.values<string>(detectorTypes).includes(type))
    ? `${what}/${key}`
    : undefined;
}

function writing(
  what: Step['what'],
  key: string,
  type: string,
  unit: string,
  there: Found | undefined,
  value: Step['value'] | undefined,
  why: Step['why']
): Step {
  return { does: there ? 'change' : 'create', what, key, type, unit, why, ...(there && { name: there.name }), ...(value && { value }) };
}

function removal(what: Step['what'], key: string, { name, type, unit }: Found, why: Step['why']): Step {
  return { does: 'remove', what, key, name, type, unit, why };
}

function byKind(steps: readonly Step[], what: Step['what']): readonly Step[] {
  return steps.filter(step => step.what === what);
}

/** Whether what is there holds all that is wanted. Google adds fields of its own and writes names in another style. */
function holds(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(there) && there.length === wanted.length && wanted.every((each, i) => holds(there[i], each));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof there !== 'object' || there === null) return Object.keys(wanted).length === 0 && there === undefined;
    const said = new Map(Object.entries(there).map(([name, value]) => [camel(name), value]));
    // Of two actions Google would take the stricter.
    if (Object.keys(wanted).some(name => name === 'warnUser' || name === 'auditOnly') && said.size !== 1) return false;
    return Object.entries(wanted).every(([name, value]) => holds(said.get(name), value));
  }
  if (typeof wanted === 'string') return typeof there === 'string' && there.replace(/\s+/g, ' ') === wanted.replace(/\s+/g, ' ');
  // What is false or zero is left out of what Google answers.
  return there === wanted || (there === undefined && (wanted === false || wanted === 0));
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function part(value: unknown, name: string): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const said = (value as { readonly [name: string]: unknown })[name];
  return typeof said === 'object' && said !== null ? said : undefined;
}
