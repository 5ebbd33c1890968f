import { survey } from '../check.ts';
import { count, counts, tally, type Tally } from '../tally.ts';

const day = 24 * 60 * 60 * 1000;

/** Where the school wants passwords changed, they have been. */
export const passwordsTooOld = survey({
  id: 'passwords-too-old',
  title: { en: 'Passwords are older than the school allows', cy: 'Mae cyfrineiriau’n hŷn nag y mae’r ysgol yn caniatáu' },
  duties: ['change-passwords'],
  severity: 'low',
  vendors: ['microsoft'],
  topics: ['passwordDays'],
  people: {
    says: {
      en: 'Reads when each account’s password was last changed, never the password.',
      cy: 'Mae’n darllen pryd y newidiwyd cyfrinair pob cyfrif ddiwethaf, byth y cyfrinair.'
    },
    monitors: false
  },
  reads: [],
  walks: 'accounts',
  begin: (): { readonly all: Tally; synced: number } => ({ all: tally(), synced: 0 }),
  see: (seen, { id, name, enabled, guest, synced, passwordChangedAt }, { expects, now }) => {
    if (!enabled || guest || typeof expects.passwordDays !== 'number') return;
    if (synced) seen.synced += 1;
    const age = passwordChangedAt === undefined ? Infinity : (Date.parse(now) - Date.parse(passwordChangedAt)) / day;
    count(seen.all, age <= expects.passwordDays, () => ({ kind: 'account', id, name }));
  },
  messages: {
    any: { en: 'The school does not want passwords to run out.', cy: 'Nid yw’r ysgol am i gyfrineiriau ddod i ben.' },
    young: { en: 'Every password was changed within {days} days.', cy: 'Newidiwyd pob cyfrinair o fewn {days} diwrnod.' },
    old: {
      en: '{count} of {of} {of:password|passwords} {count:is|are} older than {days} {days:day|days}. Ask {count:this person|these people} to change theirs.',
      cy: 'Mae {count} o {of} cyfrinair yn hŷn na {days} diwrnod. Gofynnwch {count:i’r person hwn newid ei un ef neu hi|i’r bobl hyn newid eu rhai nhw}.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/microsoft-365/admin/manage/set-password-expiration-policy' },
  judge: (_parts, { expects }, { all }) => {
    const days = expects.passwordDays;
    if (typeof days !== 'number') return { state: 'pass', message: 'any' };
    const old = all.of - all.held;
    if (old === 0) return { state: 'pass', message: 'young', values: { days }, ...counts(all) };
    return { state: all.held > 0 ? 'partial' : 'fail', message: 'old', values: { count: old, of: all.of, days }, ...counts(all) };
  }
});
