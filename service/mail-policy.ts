import { createHash } from 'node:crypto';
import type { MailPolicy } from '../core/mail/policy.ts';
import type { Config } from './config.ts';
import type { Directory } from './directory.ts';
import { offsetsOf } from './time-zone.ts';
import { weekdays } from './weekdays.ts';

const years = (count: number): number => count * 365.25 * 24 * 60 * 60 * 1000;

/**
 * What a school decided, as the plain data that the engine judges by. The clock's changes are worked out from fifteen years before `now`, for
 * old mail, to five years after it. The same decisions give the same version.
 */
export function mailPolicyOf(config: Config, directory: Directory, clauses: MailPolicy['clauses'], now: Date): MailPolicy {
  const decided = {
    school: config.school.name,
    domains: config.domains,
    people: config.people,
    directory,
    exempt: config.mail.exempt,
    whenUnsure: config.mail.whenUnsure,
    rules: config.mail.rules as MailPolicy['rules'],
    clauses
  };
  const { hours, terms, closed } = config.calendar;
  const dates = { hours: hours.map(each => ({ ...each, days: each.days.map(day => weekdays.indexOf(day) + 1) })), terms, closed };
  const version = createHash('sha256')
    .update(JSON.stringify([decided, dates, config.school.timezone]))
    .digest('hex');
  return {
    version: version.slice(0, 12),
    ...decided,
    knows: [...new Set(Object.values(directory).flatMap(lines => lines.map(({ audience }) => audience)))],
    calendar: { offsets: offsetsOf(config.school.timezone, now.getTime() - years(15), now.getTime() + years(5)), ...dates }
  };
}
