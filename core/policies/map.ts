import { type Control, controls, type Duty, type DutyId, duties, type Kept, keeping, keeps } from '../duties.ts';
import type { Clause, Party, Policy } from './policy.ts';
import { type Positions, positionsOn, type TopicId } from './topics.ts';

/** One thing that serves duties: a rule, a check, or a whole kind of control. */
export interface Serving {
  readonly control: Control;
  /** What a reader looks for: a rule's or check's id, `paper`, `ledger`. */
  readonly by: string;
  /** The duties that it serves; `every` is each duty that names this control. */
  readonly duties: readonly DutyId[] | 'every';
  /** It does not serve a clause that takes one of these positions: the school has set it otherwise. */
  readonly except?: Positions;
}

/** What is really in place today, and what there could be once everything is built and switched on. */
export interface Controls {
  readonly today: readonly Serving[];
  readonly offered: readonly Serving[];
}

/** How far one duty of a clause is kept, and by what. */
export interface DutyKept {
  readonly duty: DutyId;
  readonly kept: Kept;
  readonly control?: Control;
  readonly by: readonly string[];
  /** Some of those whom the clause binds are out of this control’s reach, the duty goes beyond mail, or a further control is not in place. */
  readonly partly: boolean;
}

/** How far one clause is kept. Its best control decides; `partly` says that a duty of it, or a person it binds, is served less. */
export interface ClauseKept {
  readonly kept: Kept;
  readonly control?: Control;
  readonly by: readonly string[];
  readonly partly: boolean;
  readonly duties: readonly DutyKept[];
}

export interface MapLine {
  readonly clause: Clause;
  readonly today: ClauseKept;
  readonly couldBe: ClauseKept;
}

export type Tally = { readonly [K in Kept]: number };

export interface PolicyMap {
  readonly lines: readonly MapLine[];
  readonly totals: {
    readonly clauses: number;
    /** Clauses that ask for nothing that could be kept or broken. */
    readonly guidance: number;
    readonly today: Tally;
    readonly couldBe: Tally;
    /** Of all clauses, those that today are kept only in part as far as is said. */
    readonly partlyToday: number;
  };
}

/** Whom each control can reach at all. Mail rules stand where staff write; parents and visitors have no account or device of the school. */
const reach: { readonly [C in Control]: readonly Party[] } = {
  'mail-rule': ['staff', 'head', 'coordinator'],
  'tenant-check': ['staff', 'head', 'coordinator', 'governor', 'pupil', 'school'],
  schedule: ['staff', 'head', 'coordinator', 'governor', 'school'],
  approval: ['staff', 'head', 'coordinator', 'governor', 'visitor', 'pupil', 'parent', 'school'],
  incident: ['staff', 'head', 'coordinator', 'governor', 'visitor', 'pupil', 'parent', 'school'],
  register: ['staff', 'head', 'coordinator', 'governor', 'visitor', 'pupil', 'parent', 'school'],
  signature: ['staff', 'head', 'coordinator', 'governor', 'visitor', 'pupil', 'parent'],
  guidance: []
};

/** Says of every clause how far it is kept today and how far it could be, never more than what is in place bears out. */
export function mapPolicy(policy: Policy, { today, offered }: Controls): PolicyMap {
  const signers = signersOf(policy);
  const lines = policy.clauses.map(clause => ({
    clause,
    today: keptBy(clause, today, signers),
    couldBe: keptBy(clause, offered, signers)
  }));
  return {
    lines,
    totals: {
      clauses: lines.length,
      guidance: lines.filter(({ clause }) => clause.duties.length === 0).length,
      today: tally(lines.map(line => line.today)),
      couldBe: tally(lines.map(line => line.couldBe)),
      partlyToday: lines.filter(line => line.today.partly).length
    }
  };
}

function keptBy(clause: Clause, servings: readonly Serving[], signers: readonly Party[]): ClauseKept {
  const each = clause.duties.map(duty => dutyKept(duty, clause, servings, signers));
  const best = each.reduce<DutyKept | undefined>((a, b) => (a && rank(a.kept) <= rank(b.kept) ? a : b), undefined);
  if (!best) return { kept: 'out-of-reach', by: [], partly: false, duties: each };
  const equal = each.filter(({ control }) => control === best.control);
  return {
    kept: best.kept,
    ...(best.control ? { control: best.control } : {}),
    by: distinct(equal.reduce<readonly string[]>((all, { by }) => [...all, ...by], [])),
    partly: best.kept !== 'out-of-reach' && each.some(({ kept, partly }) => partly || kept !== best.kept),
    duties: each
  };
}

function dutyKept(duty: DutyId, clause: Clause, servings: readonly Serving[], signers: readonly Party[]): DutyKept {
  const { controls: named, beyondMail }: Duty = duties[duty];
  for (const control of controls) {
    if (named.indexOf(control) < 0 || control === 'guidance') continue;
    const reached = control === 'signature' ? signers : reach[control];
    const bound = clause.binds.filter(party => reached.indexOf(party) >= 0);
    if (bound.length === 0 || (control === 'signature' && clause.standing === 'advice')) continue;
    const serving = servings.filter(
      each => each.control === control && (each.duties === 'every' || each.duties.indexOf(duty) >= 0) && !excepted(clause, each)
    );
    if (serving.length === 0) continue;
    const partly =
      bound.length < clause.binds.length ||
      (beyondMail === true && control === 'mail-rule') ||
      named.some(other => lacks(other, control, duty, servings));
    return { duty, kept: keeps[control], control, by: serving.map(({ by }) => by), partly };
  }
  return { duty, kept: 'out-of-reach', by: [], partly: false };
}

/** Whether the duty names a further control, no mere promise, that is not in place: a rule for mail does not see what a check would see. */
function lacks(other: Control, control: Control, duty: DutyId, servings: readonly Serving[]): boolean {
  if (controls.indexOf(other) <= controls.indexOf(control) || other === 'signature' || other === 'guidance') return false;
  return !servings.some(each => each.control === other && (each.duties === 'every' || each.duties.indexOf(duty) >= 0));
}

/** A clause that takes several positions at once is served by what serves at least one of them. */
function excepted({ positions = {} }: Clause, { except = {} }: Serving): boolean {
  return (Object.keys(except) as TopicId[]).some(topic => {
    const taken = positionsOn(positions, topic);
    const not = positionsOn(except, topic);
    return taken.length > 0 && taken.every(position => not.indexOf(position) >= 0);
  });
}

const signing: { readonly [position: string]: readonly Party[] } = {
  staff: ['staff', 'head', 'coordinator'],
  supply: ['staff'],
  governors: ['governor'],
  visitors: ['visitor'],
  contractors: ['visitor'],
  pupils: ['pupil'],
  parents: ['parent']
};

/** Who signs, as the policy says; where it does not say, all who can. */
function signersOf(policy: Policy): readonly Party[] {
  const signers = new Set<Party>();
  for (const { positions = {} } of policy.clauses) {
    for (const position of positionsOn(positions, 'signed-by')) for (const party of signing[position] || []) signers.add(party);
  }
  return signers.size > 0 ? Array.from(signers) : reach.signature;
}

function tally(kept: readonly ClauseKept[]): Tally {
  const counts: { [K in Kept]: number } = { enforced: 0, checked: 0, reported: 0, 'signed-only': 0, 'out-of-reach': 0 };
  for (const each of kept) counts[each.kept]++;
  return counts;
}

function rank(kept: Kept): number {
  return keeping.indexOf(kept);
}

function distinct(names: readonly string[]): readonly string[] {
  return Array.from(new Set(names));
}
