import { domainOf, survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

const day = 24 * 60 * 60 * 1000;
/** An account that nobody has used for as long as a long summer holiday and a half-term. */
const longest = 120;

/** Accounts of staff who have left are closed. */
export const accountsUnused = survey({
  id: 'accounts-unused',
  title: { en: 'Accounts are open that nobody uses', cy: 'Mae cyfrifon yn agored nad oes neb yn eu defnyddio' },
  duties: ['own-account-for-each-user', 'limit-access-to-data'],
  severity: 'medium',
  vendors: ['microsoft', 'google'],
  topics: [],
  people: {
    says: {
      en: 'Reads on which day each staff account was last used, and nothing of what was done.',
      cy: 'Mae’n darllen ar ba ddiwrnod y defnyddiwyd pob cyfrif staff ddiwethaf, a dim o’r hyn a wnaed.'
    },
    monitors: true
  },
  reads: [],
  walks: 'signIns',
  begin: tally,
  see: (seen, { account, name, enabled, guest, createdAt, lastAt }, { now, domains }) => {
    if (!enabled || guest || domains.staff.indexOf(domainOf(name)) < 0) return;
    const since = lastAt || createdAt;
    count(seen, since !== undefined && Date.parse(now) - Date.parse(since) <= longest * day, () => ({
      kind: 'account',
      id: account,
      name
    }));
  },
  messages: {
    none: { en: 'Every staff account was used within {days} days.', cy: 'Defnyddiwyd pob cyfrif staff o fewn {days} diwrnod.' },
    some: {
      en: '{count} of {of} staff {of:account|accounts} {count:was|were} not used for {days} {days:day|days}. Close {count:it if its owner has|those of people who have} left.',
      cy: 'Ni ddefnyddiwyd {count} o {of} cyfrif staff ers {days} diwrnod. Caewch {count:ef os yw ei berchennog|rai’r bobl sydd} wedi gadael.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/howto-manage-inactive-user-accounts',
    google: 'https://support.google.com/a/answer/33312'
  },
  judge: (_parts, _audited, seen) => {
    const unused = seen.of - seen.held;
    const values = { count: unused, of: seen.of, days: longest };
    if (unused === 0) return { state: 'pass', message: 'none', values, ...counts(seen) };
    return { state: 'partial', message: 'some', values, ...counts(seen) };
  }
});
