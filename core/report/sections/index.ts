import type { Section } from '../report.ts';
import { accepted } from './accepted.ts';
import { approvals } from './approvals.ts';
import { changed } from './changed.ts';
import { clauses } from './clauses.ts';
import { details } from './details.ts';
import { disagreement } from './disagreement.ts';
import { everyday } from './everyday.ts';
import { incidents } from './incidents.ts';
import { mail } from './mail.ts';
import { next } from './next.ts';
import { registers } from './registers.ts';
import { signatures } from './signatures.ts';
import { summary } from './summary.ts';
import { trend } from './trend.ts';
import { unknown } from './unknown.ts';

/** Every section, in the order in which a report reads. */
export const sections: readonly Section[] = [
  summary,
  next,
  changed,
  accepted,
  signatures,
  mail,
  everyday,
  incidents,
  approvals,
  registers,
  trend,
  clauses,
  unknown,
  disagreement,
  details
];
