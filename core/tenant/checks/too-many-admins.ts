import { check } from '../check.ts';

/** Enough people may change everything that one can be away, and no more than the school says. */
export const tooManyAdmins = check({
  id: 'too-many-admins',
  title: { en: 'The wrong number of people may change everything', cy: 'Y nifer anghywir o bobl a all newid popeth' },
  duties: ['limit-access-to-data'],
  severity: 'medium',
  vendors: ['microsoft', 'google'],
  topics: ['fewestAdmins', 'mostAdmins'],
  reads: ['roleHolders'],
  messages: {
    right: { en: '{count} {count:account|accounts} may change everything.', cy: 'Gall {count} cyfrif newid popeth.' },
    many: {
      en: '{count} {count:account|accounts} may change everything; {most} {most:is|are} enough. Give the others the smaller role that they need.',
      cy: 'Gall {count} cyfrif newid popeth; mae {most} yn ddigon. Rhowch i’r lleill y rôl lai y mae ei hangen arnynt.'
    },
    few: {
      en: 'Only {count} {count:account|accounts} may change everything; there should be {fewest}, or nobody can help when one is lost.',
      cy: 'Dim ond {count} cyfrif a all newid popeth; dylai fod {fewest}, neu ni all neb helpu pan gollir un.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/best-practices',
    google: 'https://support.google.com/a/answer/9011373'
  },
  judge: ({ roleHolders }, { expects }) => {
    const all = roleHolders.filter(holder => holder.all).map(({ account }) => account);
    const holders = all.filter((account, i) => all.indexOf(account) === i);
    const values = { count: holders.length, most: expects.mostAdmins, fewest: expects.fewestAdmins };
    const subjects = { count: holders.length, first: holders.map(id => ({ kind: 'account' as const, id })) };
    if (holders.length > expects.mostAdmins) return { state: 'fail', message: 'many', values, subjects };
    if (holders.length < expects.fewestAdmins) return { state: 'fail', message: 'few', values, subjects };
    return { state: 'pass', message: 'right', values };
  }
});
