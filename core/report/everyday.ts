import type { Kind as ApprovalKind } from '../approvals/kinds.ts';
import type { Category } from '../incidents/incident.ts';
import type { Counted } from '../registers/entry.ts';

/** Reports of one category, counted. Never by whom, about whom or a word of them. */
export interface IncidentCount {
  readonly category: Category;
  readonly open: number;
  readonly closed: number;
  /** Of the open ones, those for which the 72 hours run, and those for which they ran out before anybody decided. */
  readonly clocks: number;
  readonly late: number;
  /** From the report to the closing, in minutes, the middle one of all; left out where none is closed. */
  readonly minutesToClose?: number;
}

/** Requests for leave of one kind, counted. */
export interface ApprovalCount {
  readonly kind: ApprovalKind;
  readonly waiting: number;
  readonly given: number;
  readonly refused: number;
  /** Nobody answered in time, or it was taken back before anybody did. */
  readonly lapsed: number;
  /** What should be back, deleted or over, and is not. */
  readonly overdue: number;
  /** From the asking to the answer, in minutes, the middle one of all; left out where none was answered. */
  readonly minutesToDecide?: number;
}

/** What happened at the school day by day, in numbers; what is left out is not used here. Of this school year, and whatever is open still. */
export interface Everyday {
  readonly incidents?: readonly IncidentCount[];
  readonly approvals?: readonly ApprovalCount[];
  readonly registers?: readonly Counted[];
}

/** The middle one of these numbers, the lower of two; nothing where there is none. */
export function middleOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.slice().sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
