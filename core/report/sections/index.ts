import type { Section } from '../report.ts';
import { accepted } from './accepted.ts';
import { changed } from './changed.ts';
import { clauses } from './clauses.ts';
import { details } from './details.ts';
import { disagreement } from './disagreement.ts';
import { mail } from './mail.ts';
import { next } from './next.ts';
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
  trend,
  clauses,
  unknown,
  disagreement,
  details
];
