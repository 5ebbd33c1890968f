import type { DutyId } from '../../duties.ts';
import type { Clause, Party, Policy } from '../policy.ts';
import type { Positions } from '../topics.ts';

type Line = readonly [binds: readonly Party[], text: string, duties: readonly DutyId[], positions?: Positions];

/** Clauses under one heading. `stem` is the document's own number, or a short name of the section where it has none. */
type Section = readonly [stem: string, heading: string, lines: readonly Line[], standing?: 'advice'];

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly adoptedOn?: string;
  readonly reviewDue?: string;
  readonly sections: readonly Section[];
}

/** A model policy, written a clause a line. A clause that is alone under its number bears that number; the others are counted: `6.1`, `E-mail.3`. */
export function model({ sections, ...rest }: Draft): Policy {
  return { ...rest, languages: ['en'], clauses: sections.reduce<readonly Clause[]>((all, section) => [...all, ...clausesOf(section)], []) };
}

function clausesOf([stem, section, lines, standing]: Section): readonly Clause[] {
  const alone = lines.length === 1 && /^[0-9]+$/.test(stem);
  return lines.map(([binds, text, duties, positions], i) => ({
    id: alone ? stem : `${stem}.${i + 1}`,
    section,
    text,
    binds,
    duties,
    ...(standing ? { standing } : {}),
    ...(positions ? { positions } : {})
  }));
}
