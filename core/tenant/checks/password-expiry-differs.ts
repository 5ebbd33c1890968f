import type { Outcome } from '../check.ts';
import { check } from '../check.ts';

/** Passwords run out when the school says, or never where it says never. */
export const passwordExpiryDiffers = check({
  id: 'password-expiry-differs',
  title: { en: 'Passwords do not run out as the school decided', cy: 'Nid yw cyfrineiriau’n dod i ben fel y penderfynodd yr ysgol' },
  duties: ['change-passwords'],
  severity: 'medium',
  vendors: ['microsoft', 'google'],
  topics: ['passwordDays'],
  reads: ['domains', 'passwordRules'],
  messages: {
    any: { en: 'The school does not decide when passwords run out.', cy: 'Nid yw’r ysgol yn penderfynu pryd y daw cyfrineiriau i ben.' },
    as: { en: 'Passwords run out as the school decided.', cy: 'Mae cyfrineiriau’n dod i ben fel y penderfynodd yr ysgol.' },
    never: {
      en: 'Passwords never run out in {count} of {of} {of:place|places}; the school wants them changed every {days} {days:day|days}.',
      cy: 'Nid yw cyfrineiriau byth yn dod i ben mewn {count} o {of} lle; mae’r ysgol am eu newid bob {days} diwrnod.'
    },
    forced: {
      en: 'Passwords run out in {count} of {of} {of:place|places}, though the school wants nobody to be made to change them.',
      cy: 'Mae cyfrineiriau’n dod i ben mewn {count} o {of} lle, er nad yw’r ysgol am orfodi neb i’w newid.'
    },
    longer: {
      en: 'Passwords last longer than {days} {days:day|days} in {count} of {of} {of:place|places}.',
      cy: 'Mae cyfrineiriau’n para mwy na {days} diwrnod mewn {count} o {of} lle.'
    },
    unset: {
      en: 'Nobody has set when passwords run out; Microsoft has let them last for ever in tenants since 2021, and for 90 days before.',
      cy: 'Nid oes neb wedi pennu pryd y daw cyfrineiriau i ben; ers 2021 mae Microsoft yn gadael iddynt bara am byth, a 90 diwrnod cyn hynny.'
    },
    federated: {
      en: 'Another system signs people in, so its own rules decide. Ask whoever runs it.',
      cy: 'System arall sy’n mewngofnodi pobl, felly ei rheolau hi sy’n penderfynu. Gofynnwch i’r sawl sy’n ei rhedeg.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/microsoft-365/admin/manage/set-password-expiration-policy',
    google: 'https://support.google.com/a/answer/139399'
  },
  judge: ({ domains, passwordRules }, { expects, vendor }): Outcome => {
    const wanted = expects.passwordDays;
    if (wanted === 'any') return { state: 'pass', message: 'any' };
    // A sub-domain follows its root; a federated domain follows somebody else.
    const ours = domains.filter(({ root, managed }) => root && managed);
    if (vendor === 'microsoft' && ours.length === 0) return { state: 'not-readable', message: 'federated' };
    const places =
      vendor === 'microsoft'
        ? ours.map(({ name, passwordDays }) => ({ kind: 'domain' as const, id: name, days: passwordDays }))
        : passwordRules.map(({ place, days }) => ({ kind: 'place' as const, id: place, days }));
    const unset = places.filter(({ days }) => days === undefined);
    const wrong = places.filter(
      ({ days }) => days !== undefined && (wanted === 'never' ? days !== 'never' : days === 'never' || days > wanted)
    );
    const subjects = { count: wrong.length, first: wrong.map(({ kind, id }) => ({ kind, id })) };
    const share = { held: places.length - wrong.length - unset.length, of: places.length };
    const values = { count: wrong.length, of: places.length, days: String(wanted) };
    if (wrong.length > 0) {
      const message = wanted === 'never' ? 'forced' : wrong.every(({ days }) => days === 'never') ? 'never' : 'longer';
      return { state: share.held > 0 ? 'partial' : 'fail', message, values, share, subjects };
    }
    if (unset.length > 0) return { state: 'not-configured', message: 'unset', share };
    return { state: 'pass', message: 'as', share };
  }
});
