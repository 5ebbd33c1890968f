import type { Text } from '../../core/locale.ts';
import type { Action } from '../../core/mail/policy.ts';
import type { Verdict } from '../../core/mail/review.ts';
import type { Evidence } from '../../core/mail/rule.ts';

/** What stands after a mail's name. */
export const verdictWords: { readonly [A in Verdict['action']]: Text } = {
  allow: { en: 'nothing to say', cy: 'dim i’w ddweud' },
  advise: { en: 'advice', cy: 'cyngor' },
  confirm: { en: 'to be confirmed', cy: 'i’w chadarnhau' },
  block: { en: 'blocked', cy: 'wedi’i rhwystro' }
};

/** Where in the mail a finding points. */
export const placeWords: { readonly [P in Evidence['in']]: Text } = {
  from: { en: 'From', cy: 'Oddi wrth' },
  to: { en: 'To', cy: 'At' },
  cc: { en: 'Cc', cy: 'Cc' },
  bcc: { en: 'Bcc', cy: 'Bcc' },
  subject: { en: 'subject, characters {start} to {end}', cy: 'pwnc, nodau {start} i {end}' },
  text: { en: 'text, line {line}, characters {start} to {end}', cy: 'testun, llinell {line}, nodau {start} i {end}' },
  attachment: { en: 'attachment', cy: 'atodiad' }
};

/** The words before each line of a finding. */
export const lineWords = {
  where: { en: 'where', cy: 'ble' },
  remedy: { en: 'one click', cy: 'un clic' },
  page: { en: 'more', cy: 'mwy' },
  more: { en: 'and {count} more', cy: 'a {count} arall' }
} as const satisfies { readonly [name: string]: Text };

/** The words around the totals of a scan. */
export const totalWords = {
  stopped: { en: 'Stopped. So far:', cy: 'Stopiwyd. Hyd yn hyn:' },
  judged: { en: '{count} mails judged.', cy: 'Barnwyd {count} o negeseuon.' },
  judgedOne: { en: '1 mail judged.', cy: 'Barnwyd 1 neges.' },
  judgedSome: { en: '{count} mails judged, {unread} could not be read.', cy: 'Barnwyd {count} o negeseuon; ni ellid darllen {unread}.' },
  judgedOneSome: { en: '1 mail judged, {unread} could not be read.', cy: 'Barnwyd 1 neges; ni ellid darllen {unread}.' },
  block: { en: 'to block', cy: 'i’w rhwystro' },
  confirm: { en: 'to confirm', cy: 'i’w cadarnhau' },
  advise: { en: 'advice only', cy: 'cyngor yn unig' },
  allow: { en: 'nothing', cy: 'dim' },
  found: { en: 'Found, by rule:', cy: 'Canfuwyd, fesul rheol:' },
  unjudged: {
    en: 'Not judged, because the mail does not show what the rule reads:',
    cy: 'Nas barnwyd, am nad yw’r neges yn dangos yr hyn y mae’r rheol yn ei ddarllen:'
  },
  faults: {
    en: 'Not judged, because Beadle made a mistake (please report it):',
    cy: 'Nas barnwyd, am i Beadle wneud camgymeriad (rhowch wybod amdano):'
  },
  speed: { en: '{speed} mails a second; {size} in {seconds} s.', cy: '{speed} o negeseuon yr eiliad; {size} mewn {seconds} eiliad.' }
} as const satisfies { readonly [name: string]: Text };

/** What a rule asks, beside its count. */
export const actionWords: { readonly [A in Action]: Text } = {
  advise: { en: 'advise', cy: 'cynghori' },
  confirm: { en: 'confirm', cy: 'cadarnhau' },
  block: { en: 'block', cy: 'rhwystro' }
};
